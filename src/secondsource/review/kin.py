"""A family of an archive with what people decided on its ties, and what is left of it by that."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from secondsource.article import Article
from secondsource.evidence.finding import Coverage
from secondsource.lineage.families import build_families
from secondsource.lineage.family import Edge, Family
from secondsource.lineage.notices.learn import connect
from secondsource.review.decided import Decided, State
from secondsource.review.decision import Decision, Verb
from secondsource.review.match import LaterText, match_decisions
from secondsource.review.report import Report
from secondsource.review.subject import EdgeSubject, edge_subject


@dataclass(frozen=True, slots=True)
class DecidedFamily:
    """A family as the machine found it, and as people leave it.

    `decided` are its ties on which people decided. Without the ties that they reject it is the
    `parts`, the largest first, and the articles (their ids) that stand `alone`; where nothing is
    rejected the only part is the family itself.
    """

    machine: Family
    parts: tuple[Family, ...]
    alone: tuple[str, ...]
    decided: tuple[Decided, ...] = ()

    @property
    def is_apart(self) -> bool:
        """Whether it falls apart by what people decided."""
        return len(self.parts) != 1 or bool(self.alone)

    @property
    def rejected(self) -> frozenset[EdgeSubject]:
        """The ties that people say do not hold."""
        return self._that(Verb.REJECT)

    @property
    def confirmed(self) -> frozenset[EdgeSubject]:
        """The ties that people say do hold."""
        return self._that(Verb.CONFIRM)

    def _that(self, verb: Verb) -> frozenset[EdgeSubject]:
        return frozenset(
            each.subject
            for each in self.decided
            if each.state is State.APPLIED and each.decision and each.decision.verb is verb
            if isinstance(each.subject, EdgeSubject)
        )


def decide_family(
    family: Family,
    articles: Sequence[Article],
    decisions: Iterable[Decision],
    later: Iterable[LaterText] = (),
) -> DecidedFamily:
    """A family with what people decided on its ties, regrouped by that.

    Args:
        family: as the machine found it.
        articles: those of the family that are at hand; they need no text.
        decisions: all that may concern it, the earliest first.
        later: the later texts of the articles that decisions are about.
    """
    ours = [each for each in decisions if isinstance(each.subject, EdgeSubject)]
    decided = match_decisions(report_family(family, articles), ours, later)
    plain = DecidedFamily(family, (family,), (), decided)
    if not plain.rejected:
        return plain
    edges = [edge for edge in family.edges if edge_subject(edge) not in plain.rejected]
    parts = sorted(_regroup(family, edges, articles), key=lambda part: -len(part.articles))
    kept = {member for part in parts for member in part.articles}
    alone = tuple(member for member in family.articles if member not in kept)
    return replace(plain, parts=tuple(parts), alone=alone)


def report_family(family: Family, articles: Sequence[Article]) -> Report:
    """A report that holds a family and nothing else, for decisions on its ties."""
    by_id = {article.id: article for article in articles}
    root = by_id.pop(family.root, None) or Article(family.root, "")
    none = Coverage(0, (), (), None, None)
    return Report(root, tuple(by_id.values()), (family,), (), (), none, ())


def _regroup(
    family: Family, edges: Sequence[Edge], articles: Sequence[Article]
) -> Iterator[Family]:
    """What these ties still hold together, each as one family in the order of the former one."""
    known = {article.id: article for article in articles}
    place = {member: number for number, member in enumerate(family.articles)}
    ends = [(place[edge.child], place[edge.parent]) for edge in edges]
    left, right = (np.array([end[side] for end in ends], np.int64) for side in (0, 1))
    groups = connect(len(place), left, right).tolist()
    for group in sorted({groups[child] for child, _ in ends}):
        members = tuple(m for m in family.articles if groups[place[m]] == group)
        own = tuple(edge for edge in edges if groups[place[edge.child]] == group)
        holders = [known.get(member) or Article(member, "") for member in members]
        largest = max(build_families(holders, own), key=lambda part: len(part.articles))
        core = tuple(member for member in members if member in largest.core)
        yield replace(largest, articles=members, edges=own, core=core)
