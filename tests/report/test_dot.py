"""The Graphviz graph: valid whatever the articles are called, and true to the edges."""

import re
import shutil
import subprocess
from collections.abc import Iterator

import pytest

from secondsource.lineage.family import Relation
from secondsource.report.dot import render_dot
from secondsource.report.shelf import make_shelf
from secondsource.review.report import Report
from tests.report.hostile import poison
from tests.report.kin import make_kin, shelve, tie
from tests.report.sample import REPORT

_TOKEN = re.compile(r'\s*("(?:[^"\\]|\\.)*"|->|[A-Za-z_]\w*|-?\d*\.?\d+|[{}\[\]=;,])', re.S)
BAD = poison(REPORT)
GRAPHS = {
    "sample": render_dot(REPORT.families, make_shelf(REPORT.article, REPORT.articles)),
    "hostile": render_dot(BAD.families, make_shelf(BAD.article, BAD.articles)),
    "nothing": render_dot((), make_shelf(None, ())),
}


def _tokens(text: str) -> Iterator[str]:
    """The tokens of a DOT file; whatever is none fails."""
    at = 0
    while text[at:].strip():
        match = _TOKEN.match(text, at)
        assert match, f"no token of DOT: {text[at : at + 40]!r}"
        yield match[1]
        at = match.end()


Attributes = dict[str, str]


def _read(text: str) -> tuple[dict[str, Attributes], dict[tuple[str, str], Attributes]]:
    """The nodes and edges of a graph with their attributes, by the grammar of the language."""
    tokens = list(_tokens(text))
    assert tokens[:3] == ["digraph", "lineage", "{"]
    nodes: dict[str, Attributes] = {}
    edges: dict[tuple[str, str], Attributes] = {}
    depth, at = 0, 2
    while at < len(tokens):
        token = tokens[at]
        depth += {"{": 1, "}": -1}.get(token, 0)
        if token in ("{", "}", ";") or token == "subgraph":
            at += 2 if token == "subgraph" else 1
        elif tokens[at + 1] == "=":
            at += 3
        else:
            at = _read_statement(tokens, at, nodes, edges)
    assert depth == 0
    return nodes, edges


def _read_statement(
    tokens: list[str],
    at: int,
    nodes: dict[str, Attributes],
    edges: dict[tuple[str, str], Attributes],
) -> int:
    name, at = tokens[at], at + 1
    other = ""
    if tokens[at] == "->":
        other, at = tokens[at + 1], at + 2
    attributes: Attributes = {}
    if tokens[at] == "[":
        end = tokens.index("]", at)
        listed = [t for t in tokens[at + 1 : end] if t != ","]
        assert listed[1::3] == ["="] * (len(listed) // 3)
        attributes, at = dict(zip(listed[::3], listed[2::3], strict=True)), end + 1
    assert tokens[at] == ";"
    if other and attributes.get("style") != '"invis"':
        edges[name, other] = attributes
    elif name.startswith('"') and attributes and not other:
        nodes[name] = attributes
    return at + 1


@pytest.mark.parametrize("graph", GRAPHS)
def test_the_syntax_is_right(graph: str) -> None:
    _read(GRAPHS[graph])


@pytest.mark.parametrize(("graph", "report"), [("sample", REPORT), ("hostile", BAD)])
def test_every_article_and_every_tie_is_there_once(graph: str, report: Report) -> None:
    nodes, edges = _read(GRAPHS[graph])
    assert len(nodes) == len({m for f in report.families for m in f.articles})
    assert len(edges) == sum(len(f.edges) for f in report.families)
    assert {end for ends in edges for end in ends} <= set(nodes)


@pytest.mark.parametrize("graph", GRAPHS)
def test_graphviz_draws_it(graph: str) -> None:
    if shutil.which("dot") is None:
        pytest.skip("Graphviz is not installed: apt-get install graphviz")
    done = subprocess.run(
        ["dot", "-Tsvg"], input=GRAPHS[graph].encode(), capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"<script" not in done.stdout


FAMILY, ARTICLES = make_kin(
    [("a", "Post", "2024-03-05"), ("b", "Mail", "2024-03-06"), ("c", "News", "2024-03-06"),
     ("d", None, None)],
    tie("b", "a", Relation.EDITED, coverage=0.731),
    tie("c", "b", Relation.CREDIT, coverage=0.0),
    tie("d", "b", Relation.EXCERPT, directed=False),
)  # fmt: skip


def test_text_flows_along_the_arrows() -> None:
    nodes, edges = _read(render_dot([FAMILY], shelve(ARTICLES, "c")))
    assert list(edges) == [('"a"', '"b"'), ('"b"', '"c"'), ('"b"', '"d"')]
    assert edges['"a"', '"b"']["label"] == '"edited, 73%"'
    assert edges['"b"', '"c"']["style"] == '"dashed"'
    assert edges['"b"', '"d"']["dir"] == "none"
    assert [name for name, values in nodes.items() if "peripheries" in values] == ['"a"']
    assert [name for name, values in nodes.items() if "fillcolor" in values] == ['"c"']


def test_days_are_ranks_in_order() -> None:
    text = render_dot([FAMILY], shelve(ARTICLES))
    assert '{ rank=same; "b"; "c"; }' in text
    assert '"a" -> "b" [style="invis"];' in text
    assert '"c" -> "d" [style="invis"];' not in text


def test_an_article_of_two_families_stands_in_neither() -> None:
    first, ones = make_kin([("a", "Post", None), ("x", "Mail", None)], tie("x", "a"))
    second, others = make_kin([("b", "News", None), ("x", "Mail", None)], tie("x", "b"))
    text = render_dot([first, second], shelve([*ones, *others]))
    before_clusters, *clusters = text.split("subgraph")
    assert len(clusters) == 2
    assert '"x" [label' in before_clusters
    assert text.count('"x" [label="Mail') == 1


ESCAPED = [
    ('say "no"', r'"say \"no\""'),
    ("back\\slash\\", '"back\\\\slash\\\\"'),
    ("\\N \\G", r'"\\N \\G"'),
    ("two\nlines", '"two lines"'),
    ("<b>bold</b> &amp;", '"<b>bold</b> &amp;amp;"'),
    ("{a|b}", '"{a|b}"'),
]


@pytest.mark.parametrize(("outlet", "shown"), ESCAPED)
def test_names_cannot_break_out(outlet: str, shown: str) -> None:
    family, articles = make_kin([("a", outlet, None), ("b", "x", None)], tie("b", "a"))
    nodes, _ = _read(render_dot([family], shelve(articles)))
    assert nodes['"a"']["label"].split(r"\nno date")[0] + '"' == shown
