"""What origins are made from, as people's decisions leave it."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from secondsource.article import Passage
from secondsource.evidence.finding import Basis, BasisPiece, Evidence, Link, Origin, Path, Stance
from secondsource.evidence.origins.make import PathFinder
from secondsource.evidence.origins.sametext import SharedText
from secondsource.lineage.family import Edge, Family, Relation
from secondsource.review.subject import EdgeSubject, StanceSubject, TieSubject, edge_subject


@dataclass(slots=True)
class Text:
    """The shared text of a report's families before and after people rejected edges of them."""

    before: SharedText
    after: SharedText
    rejected: Mapping[frozenset[str], Edge]

    @classmethod
    def make(
        cls,
        before: Collection[Family],
        after: Collection[Family],
        rejected: Collection[EdgeSubject],
    ) -> "Text":
        """What there was and what is left of shared text."""
        gone = {
            frozenset((edge.child, edge.parent)): edge
            for family in before
            for edge in family.edges
            if edge_subject(edge) in rejected
        }
        return cls(SharedText(tuple(before)), SharedText(tuple(after)), gone)

    def holds(self, link: Link, basis: Basis) -> bool:
        """Whether a tie still has what it rests on: the shared text or the credit of an edge."""
        if not self.rejected:
            return True
        left, right = basis.pieces[link.left], basis.pieces[link.right]
        edge = self.rejected.get(frozenset((left.article, right.article)))
        if link.signal.name == "credit":
            return edge is None or edge.relation is not Relation.CREDIT
        if link.signal.name != "same_text":
            return True
        ends = [Passage(piece.article, piece.focus) for piece in (left, right)]
        known = self.before.family_of(left.article), self.before.family_of(right.article)
        if None in known:
            return edge is None
        return _share(self.after, *ends) or not (edge or _share(self.before, *ends))


def _share(shared: SharedText, left: Passage, right: Passage) -> bool:
    """Whether two passages share text, or the one does with any part of the other's article."""
    if shared.share(left, right) is not None:
        return True
    return right.article in shared.images_of(left) or left.article in shared.images_of(right)


def drop_links(basis: Basis, ties: Collection[TieSubject], text: Text) -> Basis:
    """The basis without the ties that people reject, and those that rest on rejected edges."""
    links = tuple(
        link for link in basis.links if _name(link, basis) not in ties and text.holds(link, basis)
    )
    return basis if len(links) == len(basis.links) else replace(basis, links=links)


def _name(link: Link, basis: Basis) -> TieSubject:
    left, right = (basis.pieces[number].article for number in (link.left, link.right))
    return TieSubject(left, right, link.signal.name)


def change_stances(basis: Basis, stances: Mapping[StanceSubject, Stance]) -> Basis:
    """The basis with the stances that people say its passages take."""
    pieces = tuple(_change_piece(basis.claim, piece, stances) for piece in basis.pieces)
    return basis if pieces == basis.pieces else replace(basis, pieces=pieces)


def _change_piece(
    claim: str, piece: BasisPiece, stances: Mapping[StanceSubject, Stance]
) -> BasisPiece:
    shown = piece.evidence
    if shown is None:
        return piece
    said = stances.get(StanceSubject(claim, shown.article, shown.span))
    return piece if said is None else _move(piece, shown, said)


def _move(piece: BasisPiece, shown: Evidence, stance: Stance) -> BasisPiece:
    """A piece with the stance that a person says of the evidence that it is shown as."""
    read = shown.machine_stance or shown.stance
    said = replace(shown, stance=stance, by_person=True, machine_stance=read)
    moved = replace(piece, evidence=said)
    if stance is shown.stance:
        return moved
    return replace(moved, alone=_say_unread(piece)) if _is_unread(piece) else moved


def _is_unread(piece: BasisPiece) -> bool:
    """Whether nobody read whom the passage has it from, since the machine saw it take no side."""
    discussing = piece.evidence is not None and piece.evidence.stance is Stance.DISCUSSES
    return discussing and not (piece.voices or piece.beside)


def _say_unread(piece: BasisPiece) -> str:
    return (
        f"{piece.name} takes a side as a person says; whom it has it from was not read, so that it "
        "may go back to the same source as others."
    )


def carry_to_part(part: Basis, whole: Basis, stances: Mapping[StanceSubject, Stance]) -> Basis:
    """A part's basis with what people said of the passages for the whole statement.

    What supports the whole supports each part. A passage that a person says does not support the
    whole no longer stands for the part because of it; what was judged for the part alone stays.

    Args:
        part: that of one fact of the statement.
        whole: that of the statement, as the machine made it.
        stances: what people said, of the whole and of parts.
    """
    for number, piece in enumerate(whole.pieces):
        shown = piece.evidence
        if shown is None:
            continue
        said = stances.get(StanceSubject(whole.claim, shown.article, shown.span))
        if said is None or StanceSubject(part.claim, shown.article, shown.span) in stances:
            continue
        settle = _carry if said is not shown.stance else _confirm
        part = settle(part, whole, number, said)
    return part


def _confirm(part: Basis, whole: Basis, number: int, said: Stance) -> Basis:
    """The part's basis where a person says what the machine does: what supports the whole does
    support the part, if it was read so.
    """
    here = next((n for n, p in enumerate(part.pieces) if _is_same(p, whole.pieces[number])), None)
    there = part.pieces[here].evidence if here is not None else None
    if here is None or there is None or not (said is there.stance is Stance.SUPPORTS):
        return part
    return _put(part, here, _move(part.pieces[here], there, said))


def _put(part: Basis, here: int, piece: BasisPiece) -> Basis:
    return replace(part, pieces=(*part.pieces[:here], piece, *part.pieces[here + 1 :]))


def _carry(part: Basis, whole: Basis, number: int, said: Stance) -> Basis:
    piece = whole.pieces[number]
    here = next((n for n, p in enumerate(part.pieces) if _is_same(p, piece)), None)
    was = piece.evidence.stance if piece.evidence else None
    if here is None:
        return _add(part, whole, number, said) if said is Stance.SUPPORTS else part
    there = part.pieces[here].evidence
    if there is None:
        return part
    backed = there.stance is was and there.stance.takes_side
    lifted = said is Stance.SUPPORTS and there.stance is not Stance.DISPUTES
    if not (backed or lifted):
        return part
    stance = said if said is Stance.SUPPORTS else Stance.UNRELATED
    return _put(part, here, _move(part.pieces[here], there, stance))


def _add(part: Basis, whole: Basis, number: int, said: Stance) -> Basis:
    """The part's basis with a piece of the whole's, and its ties to what the part has as well."""
    piece = whole.pieces[number]
    if piece.evidence is None:
        return part
    last = len(part.pieces)
    added = _move(piece, piece.evidence, said)
    links = (*part.links, *_move_links(part, whole, number, last))
    return replace(part, pieces=(*part.pieces, added), links=links)


def _move_links(part: Basis, whole: Basis, number: int, last: int) -> Iterator[Link]:
    for link in whole.links:
        if number not in (link.left, link.right):
            continue
        other = whole.pieces[link.left + link.right - number]
        here = next((n for n, p in enumerate(part.pieces) if _is_same(p, other)), None)
        if here is not None:
            yield Link(here, last, link.signal)


def _is_same(left: BasisPiece, right: BasisPiece) -> bool:
    return (left.article, left.focus) == (right.article, right.focus) and (
        (left.evidence is None) == (right.evidence is None)
    )


def keep_paths(
    origins: Collection[Origin], basis: Basis, gone: Collection[TieSubject]
) -> PathFinder:
    """Finds, among the ways that the machine traced, the one that lies within some pieces.

    Args:
        origins: those that the machine made.
        basis: what the new ones are made from.
        gone: ties that no longer hold: a way over the same two articles is not shown.
    """
    cut = {frozenset((tie.left, tie.right)) for tie in gone}
    paths = [
        path
        for origin in origins
        if (path := origin.path) is not None
        and not any(frozenset((step.article, step.to)) in cut for step in path.steps)
    ]

    def find_path(members: Collection[int]) -> Path | None:
        articles = {basis.pieces[number].article for number in members}
        within = (p for p in paths if all({s.article, s.to} <= articles for s in p.steps))
        return max(within, key=lambda p: (p.circular, len(p.steps)), default=None)

    return find_path
