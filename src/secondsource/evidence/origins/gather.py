"""From judged passages of one claim to its origins, with every copy counted."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from secondsource.article import Article
from secondsource.evidence.finding import (
    SIDES,
    Basis,
    BasisPiece,
    Evidence,
    Origin,
    Path,
    Stance,
    StanceReason,
)
from secondsource.evidence.origins.group import link_pieces
from secondsource.evidence.origins.make import make_origins
from secondsource.evidence.origins.path import find_path
from secondsource.evidence.origins.piece import (
    Ground,
    Piece,
    copy_piece,
    leave_out_named,
    make_piece,
)
from secondsource.evidence.origins.presented import add_cited_pages, add_presented
from secondsource.evidence.origins.thin import thin_links
from secondsource.evidence.search.candidates import (
    Candidate,
    PassageReader,
    TextGroup,
    find_copies,
    locate_translation,
)
from secondsource.evidence.when import tell_when
from secondsource.reading.statement import Statement

_MOST_DISCUSSING = 6


@dataclass(frozen=True, slots=True)
class JudgedGroup:
    """Passages with one text, what they do to the claim, and how sure that is (0..1).

    `judged`: whether the stance model read it; else the words alone decided. `reasons` are what
    the rules saw in the first of the passages, their spans in its article.
    """

    group: TextGroup
    stance: Stance
    score: float
    judged: bool = True
    reasons: tuple[StanceReason, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """One piece with the evidence that it is shown as; None for the examined statement."""

    piece: Piece
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class Claim:
    """The claim under examination and what is needed to place evidence beside it."""

    statement: Statement
    article: Article
    piece: Piece
    ground: Ground
    articles: Mapping[str, Article]
    reader: PassageReader


def add_backing(judged: Sequence[JudgedGroup], backing: Sequence[JudgedGroup]) -> list[JudgedGroup]:
    """What was judged for a part, and what supports the whole and so each part of it.

    A text that supports the whole, and was judged for the part to dispute it, does dispute it.
    """
    sided = {_key(j) for j in judged if j.stance.takes_side}
    added = [j for j in backing if not j.group.seed and _key(j) not in sided]
    return [*judged, *added]


def _key(judged: JudgedGroup) -> tuple[str, int, int] | None:
    """The text of a group by its first passage; None for copies of the claim, where none is."""
    if not judged.group.members:
        return None
    first = judged.group.first
    return first.article.id, first.focus.start, first.focus.end


def gather_origins(claim: Claim, judged: Sequence[JudgedGroup]) -> tuple[Basis, tuple[Origin, ...]]:
    """The origins of all evidence on one claim, and what they were made from.

    The result depends on the set of evidence only, not on its order.

    Args:
        claim: the claim, with the articles that evidence may stand in.
        judged: passages by text, with their stance.
    """
    discussing = [j for j in judged if j.stance is Stance.DISCUSSES][:_MOST_DISCUSSING]
    sides = [[j for j in judged if j.stance is stance] for stance in SIDES]
    shown = [piece for own in (*sides, discussing) for piece in _collect(claim, own)]
    outlets = {f.piece.article.outlet for f in shown}
    cited = [replace(f, piece=add_cited_pages(f.piece, outlets)) for f in shown]
    found = [Found(claim.piece, None), *cited]
    pieces = [f.piece for f in found]
    links = link_pieces(pieces, claim.ground.shared)
    basis = Basis(claim.statement.id, tuple(map(_keep, found)), tuple(links))

    def trace_path(members: Sequence[int]) -> Path | None:
        return find_path([pieces[n] for n in members], claim.ground.shared)

    stances = [f.evidence.stance.value if f.evidence else "" for f in found]
    return replace(basis, links=thin_links(stances, links)), make_origins(basis, trace_path)


def _keep(found: Found) -> BasisPiece:
    """What is kept of a piece, so that its origin can be made anew."""
    piece = found.piece
    sided = found.evidence is None or found.evidence.stance.takes_side
    return BasisPiece(
        article=piece.article.id,
        focus=piece.focus.span,
        name=piece.name,
        home=piece.home,
        alone=piece.alone if sided else piece.touching,
        family=piece.family,
        evidence=found.evidence,
        voices=piece.voices,
        beside=piece.beside,
    )


def _collect(claim: Claim, judged: Sequence[JudgedGroup]) -> list[Found]:
    """Every piece once, in an order of its own."""
    found: dict[tuple[str, int, int], Found] = {}
    for group in judged:
        for candidate, piece in _pieces_of(claim, group):
            kept = found.get(piece.key)
            if kept is None or (kept.evidence and kept.evidence.score < group.score):
                found[piece.key] = Found(piece, _show(claim, candidate, group))
    return [found[key] for key in sorted(found)]


def _pieces_of(claim: Claim, judged: JudgedGroup) -> Iterator[tuple[Candidate, Piece]]:
    """The pieces of one text: its first passage read in full, the others as copies of it."""
    members = [*judged.group.members, *_missed_copies(claim, judged)]
    if not members:
        return
    silent = judged.stance is Stance.DISCUSSES
    if judged.group.seed:
        model = claim.piece
    else:
        first = min(members, key=lambda c: (c.article.published or "9", c.article.id, c.focus))
        members.remove(first)
        model = make_piece(first.article, first.focus, claim.ground, silent=silent)
        model = leave_out_named(model, claim.piece, claim.ground)
        model = model if silent else add_presented(model, claim.piece)
        yield first, model
    for member in members:
        yield member, copy_piece(model, member.article, member.focus, claim.ground)


def _missed_copies(claim: Claim, judged: JudgedGroup) -> Iterator[Candidate]:
    """Copies that lineage knows of and the search did not bring: counted, not hidden."""
    if judged.stance is Stance.DISCUSSES:
        return
    if judged.group.seed:
        first = Candidate(claim.article, claim.statement.span, claim.statement.span)
    else:
        first = judged.group.first
    known = {claim.article.id, *(c.article.id for c in judged.group.members)}
    for image in find_copies(first.passage, claim.ground.shared, known):
        article = claim.articles.get(image.article)
        if article is None:
            continue
        span = image.span or locate_translation(first.passage, first.article.text, article)
        if span is not None and image.translated:  # where it stands is known by proportion
            span = claim.reader.find_sentence(article, span)
        if span is not None and claim.reader.say_same(first, article, span):
            yield Candidate(article, span, span)


def _show(claim: Claim, candidate: Candidate, judged: JudgedGroup) -> Evidence:
    article = candidate.article
    is_first = bool(judged.group.members) and candidate == judged.group.first
    return Evidence(
        article=article.id,
        span=candidate.span,
        text=candidate.span.of(article.text),
        stance=judged.stance,
        score=judged.score,
        url=article.url,
        title=article.title,
        outlet=article.outlet,
        published=article.published,
        when=tell_when(article.published, claim.article.dated),
        judged=judged.judged,
        decided_by=candidate.focus if judged.judged else None,
        reasons=judged.reasons if is_first else tuple(replace(r, spans=()) for r in judged.reasons),
    )
