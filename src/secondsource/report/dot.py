"""Families as a Graphviz graph: text flows along the arrows, from the older article to the newer.

An arrow leads from the article that was taken from (the parent) to the one that took (the
child), since that is the way that the text went; the JSON names both ends of an edge by their
parts in it. A tie whose direction the text does not decide is a line without an arrowhead.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import groupby, pairwise
from types import MappingProxyType
from typing import Final

from secondsource.lineage.family import Edge, Family, Relation
from secondsource.messages import gettext as _
from secondsource.report.moments import read_moment
from secondsource.report.numbers import ngettext
from secondsource.report.shelf import Label, Shelf
from secondsource.report.visible import show_on_one_line
from secondsource.report.wording import (
    FIRST_UNKNOWN,
    PROBABLY_FIRST,
    THIS_ARTICLE,
    capitalize_first,
    say_relation,
)

_TITLE_LENGTH = 60
_HEAD = """\
digraph lineage {
  graph [rankdir=LR, compound=true, fontname="sans-serif", style="rounded", color="gray60"];
  node [shape=box, style="rounded", fontname="sans-serif", fontsize=11, margin="0.15,0.08"];
  edge [fontname="sans-serif", fontsize=10];
"""
# Told apart without colour: a credit is dashed because no text was seen to pass along it.
_STYLES: Final = MappingProxyType(
    {
        Relation.COPY: 'style="bold"',
        Relation.EDITED: 'style="solid"',
        Relation.EXCERPT: 'style="dotted"',
        Relation.MERGED: 'style="solid", arrowhead="vee"',
        Relation.TRANSLATION: 'color="black:invis:black"',
        Relation.CREDIT: 'style="dashed", arrowhead="empty"',
    }
)


def render_dot(families: Iterable[Family], shelf: Shelf) -> str:
    """The families as one directed graph in Graphviz's DOT language.

    Each family is a cluster, and within it the articles of a day stand in one rank, earlier
    days first. An article that belongs to several families stands outside of all of them.

    Args:
        families: what lineage found.
        shelf: every article that the families name; the examined one is filled.

    Returns:
        A complete graph, to be written as UTF-8. Nodes are named by the ids of their articles;
        edges also carry plain values (`relation`, `coverage`, `confidence`) for programs.
    """
    families = tuple(families)
    times_named = Counter(member for family in families for member in family.articles)
    shared = dict.fromkeys(member for member, times in times_named.items() if times > 1)
    lines = [_HEAD]
    lines += [f"  {_node(member, None, shelf)}\n" for member in shared]
    for number, family in enumerate(families):
        lines += _cluster(number, family, shared.keys(), shelf)
    lines.append("}\n")
    return "".join(lines)


def _cluster(number: int, family: Family, shared: Set[str], shelf: Shelf) -> Iterator[str]:
    articles = ngettext("%(num)s article", "%(num)s articles", len(family.articles))
    count = capitalize_first(articles)
    first = f"{_(PROBABLY_FIRST)}: {shelf.label(family.root).outlet}."
    first = first if family.first_known else _(FIRST_UNKNOWN)
    yield f"  subgraph cluster_{number} {{\n"
    yield f"    label={_quote_lines([f'{count}. {first}'])};\n"
    own = [member for member in family.articles if member not in shared]
    for member in own:
        yield f"    {_node(member, family, shelf)}\n"
    yield from _ranks(own, shelf)
    yield "  }\n"
    for edge in family.edges:
        yield f"  {_edge(edge)}\n"


def _ranks(members: Sequence[str], shelf: Shelf) -> Iterator[str]:
    """The articles of a day in one rank, and an unseen edge from each day to the next."""
    dated = sorted((day, member) for member in members if (day := _day(member, shelf)))
    days = [[member for _, member in group] for _, group in groupby(dated, lambda pair: pair[0])]
    for together in days:
        if len(together) > 1:
            names = " ".join(f"{_quote(member)};" for member in together)
            yield f"    {{ rank=same; {names} }}\n"
    for before, after in pairwise(days):
        yield f'    {_quote(before[0])} -> {_quote(after[0])} [style="invis"];\n'


def _day(article: str, shelf: Shelf) -> int | None:
    found = shelf.get(article)
    moment = read_moment(found.published) if found else None
    return moment.start // (24 * 60) if moment else None


def _node(article: str, family: Family | None, shelf: Shelf) -> str:
    label = shelf.label(article)
    values = [f"label={_quote_lines(_label_lines(label))}"]
    if family and family.first_known and family.root == article:
        values.append("peripheries=2")
    if label.examined:
        values.append('style="rounded,filled,bold", fillcolor="gray90"')
    if label.href:
        values.append(f"URL={_quote(label.href)}")
    return f"{_quote(article)} [{', '.join(values)}];"


def _label_lines(label: Label) -> Iterator[str]:
    if label.examined:
        yield _(THIS_ARTICLE)
    yield label.outlet
    yield label.date
    yield show_on_one_line(label.title, _TITLE_LENGTH)


def _edge(edge: Edge) -> str:
    values = [
        f"label={_quote_lines([say_relation(edge)])}",
        _STYLES[edge.relation],
        f"relation={_quote(edge.relation.value)}",
        f"coverage={edge.coverage:.3f}",
        f"confidence={edge.confidence:.3f}",
    ]
    if not edge.directed:
        values.append("dir=none")
    return f"{_quote(edge.parent)} -> {_quote(edge.child)} [{', '.join(values)}];"


def _quote(text: str) -> str:
    """A text as one quoted string of DOT, which nothing in it can end."""
    plain = show_on_one_line(text).replace("\\", r"\\").replace('"', r"\"")
    return f'"{plain}"'


def _quote_lines(lines: Iterable[str]) -> str:
    """Lines as one label, in which Graphviz would else read &amp; and its like as characters."""
    return '"' + r"\n".join(_quote(line)[1:-1].replace("&", "&amp;") for line in lines) + '"'
