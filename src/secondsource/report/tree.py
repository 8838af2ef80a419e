"""Families as trees for a terminal: from the probable first article down to the last copy."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from rich.console import Console
from rich.text import Text

from secondsource.lineage.family import Edge, Family
from secondsource.messages import gettext as _
from secondsource.messages.retelling import retell
from secondsource.report.edits import say_weighty_edits
from secondsource.report.listings import label_line
from secondsource.report.numbers import ngettext
from secondsource.report.shelf import Shelf
from secondsource.report.tallies import say_articles
from secondsource.report.visible import show_on_one_line
from secondsource.report.wording import (
    FIRST_UNKNOWN,
    NO_FAMILIES,
    PROBABLY_FIRST,
    RELATION_NAMES,
    THIS_ARTICLE,
    capitalize_first,
    say_relation,
)

_LEAVES: Final = 10  # articles that gave nothing on: more of one parent are told by outlet
_OUTLETS: Final = 8  # outlets told for one parent
_LINES: Final = 60  # of one family
_DEEPEST: Final = 12  # steps to the right; deeper ones stay there, or lines would have no room


def render_families(
    families: Sequence[Family], shelf: Shelf, console: Console, limit: int = 0
) -> None:
    """Print each family as a tree: who took text from whom, how much of it, and when.

    Args:
        families: in the order in which to print them.
        shelf: every article that they name; the examined one is marked.
        console: where to print.
        limit: the most families; with it, many copies of one article are told by outlet. 0
            shows everything.
    """
    if not families:
        console.print(_(NO_FAMILIES))
    shown = families[:limit] if limit else families
    if len(shown) < len(families):
        line = ngettext(
            "%(num)s family; the %(shown)s largest follow (--limit 0 shows all, in full).",
            "%(num)s families; the %(shown)s largest follow (--limit 0 shows all, in full).",
            len(families),
            shown=len(shown),
        )
        console.print(Text(f"{capitalize_first(line)}\n"), soft_wrap=True)
    for number, family in enumerate(shown):
        head, *lines = _tell_family(family, shelf, whole=not limit)
        console.print(Text(("\n" if number else "") + head, style="bold"), soft_wrap=True)
        for line in lines if not limit else lines[:_LINES]:
            console.print(Text(line), soft_wrap=True)
        if limit and len(lines) > _LINES:
            more = ngettext(
                "%(num)s more line (--limit 0 shows all).",
                "%(num)s more lines (--limit 0 shows all).",
                len(lines) - _LINES,
            )
            console.print(Text(capitalize_first(more)), soft_wrap=True)


def _tell_family(family: Family, shelf: Shelf, *, whole: bool) -> Iterator[str]:
    """A headline, why, then a line for each article or group, under what it came from."""
    count = capitalize_first(say_articles(len(family.articles)))
    yield f"{count}. {f'{_(PROBABLY_FIRST)}:' if family.first_known else _(FIRST_UNKNOWN)}"
    if family.first_known and family.root_because:
        yield f"({retell(show_on_one_line(family.root_because))})"
    tree = _Tree(family, shelf, whole=whole)
    yield from tree.tell(family.root)
    for member in tree.untold_tops():
        if member not in tree.told:
            yield _("Also in this family:")
            yield from tree.tell(member)


class _Step(NamedTuple):
    """One line still to be told: an article and the tie by which it is reached."""

    article: str
    edge: Edge | None
    guide: str
    last: bool


class _Tree:
    """Walks a family from its first article down; each article is told in full once."""

    def __init__(self, family: Family, shelf: Shelf, *, whole: bool) -> None:
        self.told: set[str] = set()
        self._family, self._shelf, self._whole = family, shelf, whole
        self._order = {member: k for k, member in enumerate(family.articles)}
        self._walked: set[int] = set()
        self._ties: dict[str, list[tuple[int, Edge, str]]] = defaultdict(list)
        for number, edge in enumerate(family.edges):
            self._ties[edge.parent].append((number, edge, edge.child))
            if not edge.directed:
                self._ties[edge.child].append((number, edge, edge.parent))

    def untold_tops(self) -> list[str]:
        """The articles not told yet, first those that took from nobody."""
        takers = {edge.child for edge in self._family.edges if edge.directed}
        untold = [member for member in self._family.articles if member not in self.told]
        return sorted(untold, key=lambda member: member in takers)

    def tell(self, root: str) -> Iterator[str]:
        """The lines of one tree; without recursion, as chains of copies can be long."""
        todo = [_Step(root, None, "", last=True)]
        while todo:
            step = todo.pop()
            again = step.article in self.told
            self.told.add(step.article)
            yield self._line(step, again=again)
            if again:
                continue
            below = _indent(step)
            alone, crowd = self._children(step.article)
            for k, (edge, other) in reversed([*enumerate(alone, start=1)]):
                todo.append(_Step(other, edge, below, k == len(alone)))
            yield from self._tell_crowd(crowd, below, more=bool(alone))

    def _children(self, article: str) -> tuple[list[tuple[Edge, str]], list[tuple[Edge, str]]]:
        """What came from an article: to be told one by one, and to be told together."""
        ties = [tie for tie in self._ties[article] if tie[0] not in self._walked]
        self._walked.update(number for number, _edge, _other in ties)
        found = [(edge, other) for _number, edge, other in ties]
        found.sort(key=lambda tie: self._order[tie[1]])
        leaves = [tie for tie in found if self._is_leaf(tie[1])]
        if self._whole or len(leaves) <= _LEAVES:
            return found, []
        return [tie for tie in found if tie not in leaves], leaves

    def _is_leaf(self, article: str) -> bool:
        told = article in self.told or article == self._shelf.examined
        return not told and all(
            number in self._walked for number, _edge, _other in self._ties[article]
        )

    def _line(self, step: _Step, *, again: bool) -> str:
        found = self._shelf.get(step.article)
        words = label_line(found) if found else show_on_one_line(step.article)
        this = f" ({_(THIS_ARTICLE).lower()})" if step.article == self._shelf.examined else ""
        above = " " + _("(told above)") if again else ""
        how = f"{_say_tie(step.edge)}: " if step.edge else ""
        return f"{_branch(step.guide, step.edge, last=step.last)}{how}{words}{this}{above}"

    def _tell_crowd(
        self, ties: Sequence[tuple[Edge, str]], guide: str, *, more: bool
    ) -> Iterator[str]:
        """Many articles that gave nothing on: how many of which outlet."""
        by_outlet: dict[str, list[tuple[Edge, str]]] = defaultdict(list)
        for edge, other in ties:
            by_outlet[self._shelf.label(other).outlet].append((edge, other))
            self.told.add(other)
        ranked = sorted(by_outlet, key=lambda outlet: -len(by_outlet[outlet]))
        many = [outlet for outlet in ranked[:_OUTLETS] if len(by_outlet[outlet]) > 1]
        for outlet in many:
            yield f"{guide}├─ {self._sum_up(by_outlet[outlet], outlet)}"
        if rest := [tie for outlet in ranked[len(many) :] for tie in by_outlet[outlet]]:
            number = len(ranked) - len(many)
            outlets = (
                ngettext("%(num)s further outlet", "%(num)s further outlets", number)
                if many
                else ngettext("%(num)s outlet", "%(num)s outlets", number)
            )
            yield f"{guide}├─ {self._sum_up(rest, outlets)}"
        if ties:
            told = _("(--limit 0 shows each of them)")
            yield f"{guide}{'├' if more else '└'}─ {told}"

    def _sum_up(self, ties: Sequence[tuple[Edge, str]], outlets: str) -> str:
        found = (self._shelf.get(other) for _edge, other in ties)
        days = sorted(day for a in found if a and (day := (a.published or "")[:10]))
        kinds = Counter(_kind(edge) for edge, _other in ties).most_common()
        told = ", ".join(f"{count} × {kind}" for kind, count in kinds)
        first, last = (days or [""])[0], (days or [""])[-1]
        span = _("%(first)s to %(last)s", first=first, last=last) if first != last else first
        dates = f", {span}" if span else ""
        line = _(
            "%(articles)s of %(outlets)s%(dates)s: %(ties)s",
            articles=say_articles(len(ties)),
            outlets=outlets,
            dates=dates,
            ties=told,
        )
        return show_on_one_line(line)


def _say_tie(edge: Edge) -> str:
    """A tie in a few words, with the changes that make a claim another one."""
    changed = say_weighty_edits(edge.edits)
    return say_relation(edge) + (f", {changed}" if changed else "")


def _kind(edge: Edge) -> str:
    return _(RELATION_NAMES[edge.relation]) if edge.directed else _("of unknown direction")


def _branch(guide: str, edge: Edge | None, *, last: bool) -> str:
    if edge is None:
        return ""
    return f"{guide}{'└' if last else '├'}─ "


def _indent(step: _Step) -> str:
    """What stands before the lines below this one."""
    if step.edge is None or len(step.guide) >= 3 * _DEEPEST:
        return step.guide
    return step.guide + ("   " if step.last else "│  ")
