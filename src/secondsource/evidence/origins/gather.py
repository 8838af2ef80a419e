"""From judged passages of one claim to its origins, with every copy counted."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from secondsource.article import Article, make_id
from secondsource.evidence.finding import Evidence, Origin, Stance, Tie
from secondsource.evidence.origins.group import Group, explain_group, group_pieces, link_pieces
from secondsource.evidence.origins.path import find_path
from secondsource.evidence.origins.piece import (
    Ground,
    Piece,
    copy_piece,
    make_piece,
)
from secondsource.evidence.search.candidates import (
    Candidate,
    PassageReader,
    TextGroup,
    find_copies,
    locate_translation,
)
from secondsource.evidence.when import tell_when
from secondsource.reading.statement import Statement

_ORDER = {Stance.SUPPORTS: 0, Stance.DISPUTES: 1, Stance.DISCUSSES: 2}
_MOST_DISCUSSING = 6


@dataclass(frozen=True, slots=True)
class JudgedGroup:
    """Passages with one text, what they do to the claim, and how sure that is (0..1).

    `judged`: whether the stance model read it; else the words alone decided.
    """

    group: TextGroup
    stance: Stance
    score: float
    judged: bool = True


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
    sided = {_key(j) for j in judged if j.stance in (Stance.SUPPORTS, Stance.DISPUTES)}
    added = [j for j in backing if not j.group.seed and _key(j) not in sided]
    return [*judged, *added]


def _key(judged: JudgedGroup) -> tuple[str, int, int] | None:
    """The text of a group by its first passage; None for copies of the claim, where none is."""
    if not judged.group.members:
        return None
    first = judged.group.first
    return first.article.id, first.focus.start, first.focus.end


def gather_origins(claim: Claim, judged: Sequence[JudgedGroup]) -> tuple[Origin, ...]:
    """The origins of all evidence on one claim: supporting first, independent before echoes.

    The result depends on the set of evidence only, not on its order.

    Args:
        claim: the claim, with the articles that evidence may stand in.
        judged: passages by text, with their stance.
    """
    origins = [
        origin
        for stance in _ORDER
        for origin in _origins_of(stance, claim, [j for j in judged if j.stance is stance])
    ]
    return tuple(sorted(origins, key=_rank))


def _rank(origin: Origin) -> tuple[int, bool, float, str]:
    best = max(e.score for e in origin.evidence)
    return _ORDER[origin.stance], origin.echo, -best, origin.id


def _origins_of(stance: Stance, claim: Claim, judged: Sequence[JudgedGroup]) -> Iterator[Origin]:
    if stance is Stance.DISCUSSES:
        judged = judged[:_MOST_DISCUSSING]
    found = [Found(claim.piece, None), *_collect(claim, judged)]
    pieces = [f.piece for f in found]
    links = link_pieces(pieces, claim.ground.shared, stance)
    for group in group_pieces(len(pieces), links, [p.home for p in pieces]):
        if group.members != (0,):
            yield _make_origin(claim, stance, group, found)


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
        if span is not None and claim.reader.say_same(first, article, span):
            yield Candidate(article, span, span)


def _show(claim: Claim, candidate: Candidate, judged: JudgedGroup) -> Evidence:
    article = candidate.article
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
    )


def _make_origin(claim: Claim, stance: Stance, group: Group, found: Sequence[Found]) -> Origin:
    pieces = [f.piece for f in found]
    echo = 0 in group.members
    shown = [e for n in group.members if (e := found[n].evidence) is not None]
    keys = sorted(str(part) for n in group.members for part in pieces[n].key)
    path = find_path([pieces[n] for n in group.members], claim.ground.shared)
    because = explain_group(group, pieces, path)
    return Origin(
        id=make_id(claim.statement.id, stance.value, *keys),
        stance=stance,
        echo=echo,
        because=f"Goes back to the article examined. {because}" if echo else because,
        ties=tuple(
            Tie(pieces[k.left].article.id, pieces[k.right].article.id, k.signal)
            for k in group.links
        ),
        evidence=tuple(sorted(shown, key=lambda e: (e.published or "9", e.article, e.span))),
        path=path,
    )
