"""Make `models/cues/weights.json`: which uses of which words attribute something, and to whom.

    OMP_NUM_THREADS=1 python -m training.cues --data DIR

Learns from `DIR/attribution/*/train` only; prints cross-validated figures, folds by article.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from evals.attribution import (
    Annotated,
    Relation,
    is_same_content,
    read_annotated,
    read_relations,
    score,
    words_of,
)
from secondsource.models.cue_weights import CueWeights
from secondsource.quotes import Quoted, find_quotations
from secondsource.reading.attribution.english.accept import accept, find_features
from secondsource.reading.attribution.english.attribute import (
    attribute_parsed,
    find_outer_candidates,
    find_sentences,
    place_candidate,
    settle,
)
from secondsource.reading.attribution.english.edges import describe_end, find_ends, find_tail
from secondsource.reading.attribution.english.grammar import Candidate
from secondsource.reading.attribution.english.sources import describe_option, find_options
from secondsource.reading.parse import Parse, parse_texts
from training.choices import Group, fit_choices

_TARGET = Path(__file__).parents[1] / "src/secondsource/models/cues/weights.json"
_FOLDS = 5
_RAREST = 3
_PENALTY = 2.0
_STEPS = 150
_RATE = 0.3
_LEAST_WEIGHT = 0.05
_THRESHOLDS = (0.3, 0.35, 0.4)

Numbers = npt.NDArray[np.float64]
Indexes = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Example:
    """One article: its parse, its annotation, its candidates, their features and labels."""

    parse: Parse
    gold: Annotated
    candidates: tuple[Candidate, ...]
    features: tuple[tuple[str, ...], ...]
    labels: tuple[bool, ...]
    ends: tuple[Group, ...]
    sources: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Sparse rows: for every feature present its row and its column; `labels` by row."""

    rows: Indexes
    columns: Indexes
    labels: Numbers
    width: int


def main() -> None:
    """Cross-validate, choose the threshold, train on everything, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--every", type=int, default=1, help="take every n-th article only")
    arguments = parser.parse_args()
    gold = list(read_annotated(arguments.data, "train"))[:: arguments.every]
    texts = [item.text for item in gold]
    parses = parse_texts(texts, [find_sentences(text) for text in texts])
    examples = [make_example(p, g) for p, g in zip(parses, gold, strict=True)]
    threshold = choose_threshold(examples)
    model = fit(examples, threshold)
    stored = asdict(model)
    _TARGET.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(stored, ensure_ascii=False, indent=0, sort_keys=True)
    _TARGET.write_text(text + "\n", encoding="utf-8")


def make_example(parse: Parse, gold: Annotated) -> Example:
    """Find an article's candidates and say which of them an annotator marked."""
    candidates = tuple(c for c in find_outer_candidates(parse) if c.content)
    quotations = tuple(q for q in find_quotations(parse.text) if q.depth == 0)
    labels = tuple(_is_marked(parse, c, quotations, gold) for c in candidates)
    marked = [
        (candidate, label, relation)
        for candidate, label in zip(candidates, labels, strict=True)
        if (relation := _find_marked(parse, candidate, gold)) is not None
    ]
    ends = (_group_ends(parse, c, relation) for c, _, relation in marked)
    sources = (_group_sources(parse, c, relation) for c, label, relation in marked if label)
    return Example(
        parse,
        gold,
        candidates,
        tuple(tuple(find_features(parse, c)) for c in candidates),
        labels,
        tuple(group for group in ends if group is not None),
        tuple(group for group in sources if group is not None),
    )


def _find_marked(parse: Parse, candidate: Candidate, gold: Annotated) -> Relation | None:
    """The marked relation with this cue's main word whose content it shares the most words with."""
    head = parse.tokens[candidate.head].span
    words = {parse.tokens[i].span.start for i in candidate.content}
    relations = [r for r in gold.relations if any(head.start <= w < head.end for w in r.cue)]
    best = max(relations, key=lambda r: len(r.content & words), default=None)
    return best if best is not None and best.content & words else None


def _group_ends(parse: Parse, candidate: Candidate, relation: Relation) -> Group | None:
    tail = find_tail(parse, candidate)
    if tail is None:
        return None
    within = range(tail.start, tail.limit)
    marked = [i for i in within if parse.tokens[i].span.start in relation.content]
    ends = find_ends(parse, tail)
    if not marked or marked[-1] + 1 not in ends:
        return None
    options = (tuple(describe_end(parse, tail, end, n)) for n, end in enumerate(ends))
    return Group(tuple(options), ends.index(marked[-1] + 1))


def _group_sources(parse: Parse, candidate: Candidate, relation: Relation) -> Group | None:
    options = find_options(parse, candidate)
    fits = [_overlap(parse, option.words, relation.source) for option in options]
    if not max(fits):
        return None
    described = (tuple(describe_option(parse, candidate, option)) for option in options)
    return Group(tuple(described), fits.index(max(fits)))


def _overlap(parse: Parse, words: Sequence[int], marked: frozenset[int]) -> float:
    """F1 of the words; 1 when there are none on either side."""
    starts = {parse.tokens[i].span.start for i in words if parse.tokens[i].text[:1].isalnum()}
    size = len(starts) + len(marked)
    return 2 * len(starts & marked) / size if size else 1.0


def _is_marked(
    parse: Parse, candidate: Candidate, quotations: tuple[Quoted, ...], gold: Annotated
) -> bool:
    """Whether a marked relation has this cue's main word and about the same content."""
    head = parse.tokens[candidate.head].span
    relations = [r for r in gold.relations if any(head.start <= w < head.end for w in r.cue)]
    if not relations:
        return False
    content = place_candidate(parse, candidate, quotations).content
    guess = Relation(frozenset(), frozenset(), words_of(parse.text, content))
    return any(is_same_content(relation, guess) for relation in relations)


def choose_threshold(examples: Sequence[Example]) -> float:
    """The threshold best for relations and content words together; all figures are printed."""
    folds = [fit(_without(examples, fold), 0.5) for fold in range(_FOLDS)]
    results: dict[float, dict[str, float]] = {}
    for threshold in _THRESHOLDS:
        guesses = [
            _read(example, replace(m, threshold=threshold))
            for number, example in enumerate(examples)
            for m in [folds[number % _FOLDS]]
        ]
        results[threshold] = score([e.gold for e in examples], guesses)
        print(threshold, json.dumps(results[threshold]))
    return max(results, key=lambda t: results[t]["relation_f1"] + results[t]["content_token_f1"])


def _without(examples: Sequence[Example], fold: int) -> list[Example]:
    return [e for number, e in enumerate(examples) if number % _FOLDS != fold]


def _read(example: Example, model: CueWeights) -> tuple[Relation, ...]:
    accepted = accept(example.parse, example.candidates, model)
    settled = [settle(example.parse, candidate, model) for candidate in accepted]
    return read_relations(example.parse.text, attribute_parsed(example.parse, settled))


def fit(examples: Sequence[Example], threshold: float) -> CueWeights:
    """The choice of ends and sources, and a logistic regression that accepts candidates."""
    ends = fit_choices([group for e in examples for group in e.ends])
    sources = fit_choices([group for e in examples for group in e.sources])
    bias, weights = _fit_acceptance(examples)
    return CueWeights(bias, threshold, weights, ends, sources)


def _fit_acceptance(examples: Sequence[Example]) -> tuple[float, dict[str, float]]:
    """A logistic regression with an L2 penalty over the features that occur often enough."""
    counts = Counter(f for e in examples for row in e.features for f in row)
    names = sorted(name for name, count in counts.items() if count >= _RAREST)
    table = _tabulate(examples, {name: column for column, name in enumerate(names)})
    bias, weights = _descend(table)
    kept = {
        name: round(float(weight), 3)
        for name, weight in zip(names, weights, strict=True)
        if abs(weight) >= _LEAST_WEIGHT
    }
    return round(bias, 3), kept


def _tabulate(examples: Sequence[Example], columns: Mapping[str, int]) -> Table:
    pairs = list(_pairs(examples, columns))
    labels = [float(label) for e in examples for label in e.labels]
    rows, places = np.asarray(pairs, dtype=np.int64).T
    return Table(rows, places, np.asarray(labels), len(columns))


def _pairs(examples: Sequence[Example], columns: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    rows = (row for e in examples for row in e.features)
    for number, row in enumerate(rows):
        for feature in row:
            if feature in columns:
                yield number, columns[feature]


def _descend(table: Table) -> tuple[float, Numbers]:
    """Full-batch AdaGrad (Duchi et al., JMLR 2011): no randomness, so the same weights again."""
    weights = np.zeros(table.width + 1)
    squares = np.full(table.width + 1, 1e-8)
    for _ in range(_STEPS):
        gradient = _gradient(table, weights)
        squares += gradient**2
        weights -= _RATE * gradient / np.sqrt(squares)
    return float(weights[-1]), weights[:-1]


def _gradient(table: Table, weights: Numbers) -> Numbers:
    size = len(table.labels)
    sums = np.bincount(table.rows, weights[table.columns], size) + weights[-1]
    errors = 1 / (1 + np.exp(-np.clip(sums, -30, 30))) - table.labels
    gradient = np.bincount(table.columns, errors[table.rows], table.width)
    return np.append(gradient + _PENALTY * weights[:-1], errors.sum())


if __name__ == "__main__":
    main()
