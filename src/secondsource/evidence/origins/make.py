"""From the pieces of one claim and their ties to its origins; also where a person changed some."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from secondsource.article import make_id
from secondsource.evidence.finding import Basis, BasisPiece, Link, Origin, Path, Stance, Tie
from secondsource.evidence.origins.group import Group, explain_group, group_pieces

_ORDER = {Stance.SUPPORTS: 0, Stance.DISPUTES: 1, Stance.DISCUSSES: 2}

PathFinder: TypeAlias = Callable[[Sequence[int]], Path | None]
"""The way that a claim took among the pieces of a basis that have these numbers."""


def make_origins(basis: Basis, find_path: PathFinder) -> tuple[Origin, ...]:
    """The origins of a claim's evidence: supporting first, independent before echoes.

    Args:
        basis: the pieces and their ties.
        find_path: the circle or the longest chain among some of the pieces.
    """
    origins = [o for stance in _ORDER for o in _origins_of(stance, basis, find_path)]
    return tuple(sorted(origins, key=_rank))


def _rank(origin: Origin) -> tuple[int, bool, float, str]:
    best = max(e.score for e in origin.evidence)
    return _ORDER[origin.stance], origin.echo, -best, origin.id


def _origins_of(stance: Stance, basis: Basis, find_path: PathFinder) -> Iterator[Origin]:
    numbers = [0, *(n for n, p in enumerate(basis.pieces) if _takes(p, stance))]
    pieces = [basis.pieces[n] for n in numbers]
    place = {number: k for k, number in enumerate(numbers)}
    links = [
        Link(place[k.left], place[k.right], k.signal)
        for k in basis.links
        if k.left in place and k.right in place and _holds(k, stance)
    ]
    for group in group_pieces(len(pieces), links, [p.home for p in pieces]):
        if group.members != (0,):
            path = find_path([numbers[n] for n in group.members])
            yield _make_origin(basis.claim, stance, group, pieces, path)


def _takes(piece: BasisPiece, stance: Stance) -> bool:
    return piece.evidence is not None and piece.evidence.stance is stance


def _holds(link: Link, stance: Stance) -> bool:
    """Whether a tie counts among the pieces of one stance.

    What contradicts an article is no echo of it: for pieces that dispute, only shared text ties
    them to the examined one. So a correction by its own outlet, or a rebuttal that links it,
    still counts.
    """
    with_examined = 0 in (link.left, link.right)
    return not with_examined or stance is not Stance.DISPUTES or link.signal.name == "same_text"


def _make_origin(
    claim: str, stance: Stance, group: Group, pieces: Sequence[BasisPiece], path: Path | None
) -> Origin:
    echo = 0 in group.members
    members = [pieces[n] for n in group.members]
    shown = [p.evidence for p in members if p.evidence is not None]
    keys = sorted(str(part) for p in members for part in (p.article, p.focus.start, p.focus.end))
    because = explain_group(group, pieces, path)
    return Origin(
        id=make_id(claim, stance.value, *keys),
        stance=stance,
        echo=echo,
        because=f"Goes back to the article examined. {because}" if echo else because,
        ties=tuple(
            Tie(pieces[k.left].article, pieces[k.right].article, k.signal) for k in group.links
        ),
        evidence=tuple(sorted(shown, key=lambda e: (e.published or "9", e.article, e.span))),
        path=path,
    )
