"""Natural copies: pairs of FNC-1 bodies labelled by hand, and events told by three outlets.

    python -m evals.natural --data ../shared/data

`natural_pairs.tsv` has 270 pairs from all bands of similarity, chosen by `natural_sample.py`
and labelled by reading both texts before lineage was asked (docs/natural-copies.md has the
rules). Two bodies are tied when an edge joins them (`recall_direct`), or when the same words can
be followed from one to the other over edges, as `evidence` does; `recall_family` counts all
that are in one family. Pairs labelled copy, edited, excerpt or common_source should be tied,
boilerplate and none should not; those that share a few words only (short) may be, and count as
wrong in `precision_strict` alone. The figures are those of the pairs with even numbers,
`tuned_on` has the odd ones. `estimated` weights each pair by the size of its band among all
pairs of bodies.

`evals.reuse` prints these figures too. Prints one JSON object as its last line.
"""

import csv
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

import typer

from evals.texts import read_basil, read_fnc1
from secondsource.article import Article, Span
from secondsource.lineage import Edge, Family, find_families
from secondsource.lineage.edges import is_strong
from secondsource.lineage.following import carry

PAIRS = Path(__file__).with_name("natural_pairs.tsv")
BANDS = Path(__file__).with_name("natural_bands.tsv")
SHARING = ("copy", "edited", "excerpt", "common_source")
APART = ("boilerplate", "none")
_RELATIONS = {  # what lineage may call a pair that was labelled so
    "copy": ("copy",),
    "edited": ("edited",),
    "excerpt": ("excerpt", "merged"),
    "common_source": ("excerpt",),
}
MOSTLY = 0.8  # of a passage already followed: the same passage, placed a little differently
Pair = frozenset[str]
Way = tuple[str, list[tuple[Span, Span]]]
"""Another article, and the stretches of one with the same words' stretches in the other."""


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """Two bodies, the band of similarity that they were drawn from, and what was read in them."""

    number: int
    pair: Pair
    band: str
    relation: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Ties:
    """Which articles lineage ties: by an edge, by the same words over edges, by a family."""

    families: Sequence[Family]
    edges: Mapping[Pair, Edge] = field(init=False)
    _ways: Mapping[str, list[Way]] = field(init=False)
    _homes: Mapping[str, set[str]] = field(init=False)
    _reached: dict[str, set[str]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        edges = {frozenset((e.child, e.parent)): e for f in self.families for e in f.edges}
        ways: dict[str, list[Way]] = defaultdict(list)
        for edge in edges.values():
            ways[edge.child].append((edge.parent, [(s.child, s.parent) for s in edge.stretches]))
            ways[edge.parent].append((edge.child, [(s.parent, s.child) for s in edge.stretches]))
        homes: dict[str, set[str]] = defaultdict(set)
        for family in self.families:
            for article in family.articles:
                homes[article].add(family.id)
        object.__setattr__(self, "edges", edges)
        object.__setattr__(self, "_ways", ways)
        object.__setattr__(self, "_homes", homes)

    def is_tied(self, pair: Pair) -> bool:
        """Whether an edge joins both, or words of one can be followed to the other."""
        left, right = pair
        return pair in self.edges or right in self._reach(left) or left in self._reach(right)

    def in_one_family(self, pair: Pair) -> bool:
        """Whether both are in one family, though perhaps with different words of it."""
        left, right = pair
        return bool(self._homes.get(left, set()) & self._homes.get(right, set()))

    def _reach(self, article: str) -> set[str]:
        if article not in self._reached:
            self._reached[article] = follow_words(article, self._ways)
        return self._reached[article]


def follow_words(article: str, ways: Mapping[str, Sequence[Way]]) -> set[str]:
    """The articles to which words of one can be followed, whoever took them from whom."""
    seen: dict[str, list[Span]] = defaultdict(list)
    todo = [(article, here) for _, stretches in ways.get(article, ()) for here, _ in stretches]
    while todo:
        at, span = todo.pop()
        if any(_share_of(span, other) >= MOSTLY for other in seen[at]):
            continue
        seen[at].append(span)
        todo += [(to, there) for to, way in ways.get(at, ()) for there in carry([span], way)]
    return set(seen) - {article}


def _share_of(span: Span, other: Span) -> float:
    """The part of a span that the other one covers."""
    return (min(span.end, other.end) - max(span.start, other.start)) / max(1, len(span))


def main(data: Path = Path("../shared/data")) -> None:
    """Prints the figures for natural copies and for events told by several outlets."""
    print(json.dumps(evaluate(data)))


def evaluate(data: Path) -> dict[str, object]:
    """The figures of both parts that the folder has; a missing one is named and left out."""
    figures: dict[str, object] = {}
    bodies = _read(data / "stance" / "fnc1", read_fnc1)
    labels = [label for label in read_labels() if label.pair <= {body.id for body in bodies}]
    if labels:
        figures["natural"] = measure_labels(labels, Ties(find_families(bodies)))
    elif bodies:
        print("none of the labelled bodies is in stance/fnc1: left out", file=sys.stderr)
    articles = _read(data / "bias" / "basil", read_basil)
    if articles:
        figures |= measure_events(articles, Ties(find_families(articles)))
    return figures


def _read(folder: Path, reader: Callable[[Path], Iterable[Article]]) -> list[Article]:
    if folder.is_dir():
        return list(reader(folder))
    print(f"{folder} is not there: left out", file=sys.stderr)
    return []


def read_labels(path: Path = PAIRS) -> list[LabelledPair]:
    """The labelled pairs, in the order of their numbers."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            LabelledPair(
                int(row["number"]),
                frozenset((row["left"], row["right"])),
                row["band"],
                row["relation"],
                row["sure"] == "sure",
            )
            for row in csv.DictReader(file, delimiter="\t")
        ]


def read_bands(path: Path = BANDS) -> dict[str, int]:
    """How many pairs of all bodies are in each band of similarity."""
    with path.open(encoding="utf-8", newline="") as file:
        return {r["band"]: int(r["pairs"]) for r in csv.DictReader(file, delimiter="\t")}


def measure_labels(labels: Sequence[LabelledPair], ties: Ties) -> dict[str, object]:
    """The figures over even numbers, over odd ones, over the sure ones of all, and by band."""
    bands = sorted({label.band for label in labels}, key=list(read_bands()).index)
    return {
        **measure_part([label for label in labels if label.number % 2 == 0], ties),
        "tuned_on": measure_part([label for label in labels if label.number % 2], ties),
        "all": measure_part(labels, ties),
        "all_sure": measure_part([label for label in labels if label.sure], ties),
        "by_band": {
            band: measure_part([label for label in labels if label.band == band], ties)
            for band in bands
        },
    }


def measure_part(labels: Sequence[LabelledPair], ties: Ties) -> dict[str, object]:
    """Recall, precision and more over some labelled pairs; None where nothing was to count."""
    sharing = _only(labels, SHARING)
    tied = [label for label in labels if ties.is_tied(label.pair)]
    judged = _only(tied, (*SHARING, *APART))
    named = [label for label in sharing if label.pair in ties.edges]
    together = [label for label in labels if ties.in_one_family(label.pair)]
    right = _only(tied, SHARING)
    weights = weigh(labels)
    return {
        "pairs": len(labels),
        "recall": _share(right, sharing),
        "recall_direct": _share(named, sharing),
        "recall_family": _share(_only(together, SHARING), sharing),
        "precision": _share(right, judged),
        "precision_strict": _share(right, tied),
        "estimated_recall": _share(right, sharing, weights),
        "estimated_precision": _share(right, judged, weights),
        "relation_accuracy": _share([n for n in named if _is_named_rightly(n, ties)], named),
    }


def _only(labels: Sequence[LabelledPair], relations: Sequence[str]) -> list[LabelledPair]:
    return [label for label in labels if label.relation in relations]


def weigh(labels: Sequence[LabelledPair]) -> dict[str, float]:
    """For each band how many pairs of bodies one of these labelled pairs stands for."""
    drawn = Counter(label.band for label in labels)
    return {band: pairs / drawn[band] for band, pairs in read_bands().items() if drawn[band]}


def _share(
    part: Sequence[LabelledPair],
    whole: Sequence[LabelledPair],
    weights: Mapping[str, float] | None = None,
) -> float | None:
    one = weights or dict.fromkeys((label.band for label in whole), 1.0)
    total = sum(one[label.band] for label in whole)
    return round(sum(one[label.band] for label in part) / total, 4) if total else None


def _is_named_rightly(label: LabelledPair, ties: Ties) -> bool:
    return ties.edges[label.pair].relation.value in _RELATIONS[label.relation]


def measure_events(articles: Sequence[Article], ties: Ties) -> dict[str, object]:
    """How many pairs of articles on one event are tied at all, and how many stay apart.

    All articles of an event have one id but for its last part. Tied pairs share a quotation
    or more. `apart` is the share of pairs that are not taken for one text; `one_event` the
    share of edges that join articles on one event; `directed` how many edges say who took
    from whom.
    """
    events: dict[str, list[str]] = defaultdict(list)
    for article in articles:
        events[_event(article.id)].append(article.id)
    pairs = {frozenset(pair) for of_one in events.values() for pair in combinations(of_one, 2)}
    own = [edge for pair, edge in ties.edges.items() if pair in pairs]
    figures = {
        "pairs": len(pairs),
        "apart": round(1 - sum(map(is_strong, own)) / max(1, len(pairs)), 4),
        "one_event": round(len(own) / max(1, len(ties.edges)), 4),
        "directed": sum(edge.directed for edge in own),
    }
    return {"basil_pairs_tied": sum(map(ties.is_tied, pairs)), "basil": figures}


def _event(article: str) -> str:
    return article.rsplit("_", 1)[0]


if __name__ == "__main__":
    typer.run(main)
