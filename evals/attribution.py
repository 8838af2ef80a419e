"""How well sources, cues and contents are found, on articles annotated as PolNeAR is.

    python -m evals.attribution --data DIR [--split dev] [--peers]

Reads `DIR/attribution/*/SPLIT/{text,attributions}`: texts, and brat standoff with
`Attribution` events of Source, Cue and Content (Newell et al., LREC 2018). Of several
annotators' files for one text the alphabetically first counts. A figure is null where there is
nothing to measure it on.
"""

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.files import read_lines
from secondsource.article import Span
from secondsource.quotes import find_quotations
from secondsource.reading.attribution.voices import find_attributions_batch
from secondsource.reading.statement import Attribution

_WORD = re.compile(r"\w+")
_ANNOTATOR = re.compile(r"_[0-9a-z]{4}$")
_SAME_CONTENT = 0.5
_TOKENS = ("content", "source", "cue")
Event = Mapping[str, Sequence[Span]]
"""The spans of one attribution by role: Source, Cue, Content."""


@dataclass(frozen=True, slots=True)
class Relation:
    """One attribution as the sets of its words, each word named by where it starts."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text and the attributions that an annotator marked in it."""

    text: str
    relations: tuple[Relation, ...]


def main() -> None:
    """Print the figures of one split as one JSON object, a baseline's on stderr."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with attribution/")
    parser.add_argument("--split", help="default: test if there is one, else dev")
    parser.add_argument("--every", type=int, default=1, help="take every n-th text only")
    parser.add_argument("--peers", action="store_true", help="also measure two other methods")
    arguments = parser.parse_args()
    gold = list(read_annotated(arguments.data, arguments.split))[:: arguments.every]
    print(f"attribution: {len(gold)} annotated texts", file=sys.stderr)
    texts = [item.text for item in gold]
    baseline = measure(gold, [nearest_name_baseline(text) for text in texts])
    print("baseline, quotation marks and nearest name:", json.dumps(baseline), file=sys.stderr)
    if arguments.peers:
        _print_peers(gold)
    print(json.dumps(measure(gold, list(_find(texts)))))


def _print_peers(gold: Sequence[Annotated]) -> None:
    """Print the figures of other methods on the same texts, on stderr."""
    from evals.attribution_peers import find_peers

    for name, peer in find_peers().items():
        figures = measure(gold, list(peer([item.text for item in gold])))
        print(f"{name}:", json.dumps(figures), file=sys.stderr)


def read_annotated(data: Path, split: str | None) -> Iterator[Annotated]:
    """The annotated texts of a split, in the order of their file names."""
    for text, events in read_spans(data, split):
        relations = (
            Relation(*(words_of(text, e.get(p, ())) for p in ("Source", "Cue", "Content")))
            for e in events
        )
        yield Annotated(text, tuple(relation for relation in relations if relation.content))


def read_spans(data: Path, split: str | None) -> Iterator[tuple[str, tuple[Event, ...]]]:
    """The texts of a split with each attribution's spans by role, in the order of file names."""
    for corpus in sorted((data / "attribution").glob("*/")):
        folder = corpus / (split or ("test" if (corpus / "test").is_dir() else "dev"))
        files = sorted((folder / "attributions").glob("*.ann"))
        first = {_text_of(folder, f): f for f in reversed(files)}
        for path, file in sorted(first.items(), key=lambda each: each[0].stem):
            if path.is_file():
                yield path.read_bytes().decode("utf-8"), tuple(_read_standoff(file))
            else:
                print(f"attribution: {file.name} has no text, left out", file=sys.stderr)


def _text_of(folder: Path, file: Path) -> Path:
    """The text of an annotator's file, whether or not its name ends in the annotator's."""
    same = folder / "text" / f"{file.stem}.txt"
    return same if same.is_file() else same.with_stem(_ANNOTATOR.sub("", file.stem))


def _read_standoff(file: Path) -> Iterator[Event]:
    spans: dict[str, list[Span]] = {}
    events: list[list[str]] = []
    for line in read_lines(file):
        fields = line.split("\t")
        if line.startswith("T") and len(fields) == 3:
            spans[fields[0]] = list(_read_offsets(fields[1].split(" ", 1)[1]))
        elif line.startswith("E") and len(fields) == 2:
            events.append(fields[1].split())
    for event in events:
        parts: dict[str, list[Span]] = {}
        for role in event[1:]:
            name, key = role.split(":")
            parts.setdefault(name.rstrip("0123456789"), []).extend(spans.get(key, ()))
        yield parts


def _read_offsets(field: str) -> Iterator[Span]:
    for pair in field.split(";"):
        start, end = pair.split()
        yield Span(int(start), int(end))


def words_of(text: str, spans: Iterable[Span]) -> frozenset[int]:
    """The words (runs of letters, digits and underscores) that the spans touch."""
    kept = list(spans)
    if not kept:
        return frozenset()
    return frozenset(
        m.start()
        for m in _WORD.finditer(text)
        if any(s.start < m.end() and m.start() < s.end for s in kept)
    )


def _find(texts: Sequence[str]) -> Iterator[tuple[Relation, ...]]:
    for text, found in zip(texts, find_attributions_batch(texts, "en"), strict=True):
        yield read_relations(text, found)


def read_relations(text: str, found: Iterable[Attribution]) -> tuple[Relation, ...]:
    """The attributions that the program found, as relations between sets of words."""
    return tuple(
        Relation(
            words_of(text, [a.source.span] if a.source and a.source.span else []),
            words_of(text, [a.cue.span] if a.cue else []),
            words_of(text, a.content),
        )
        for a in found
    )


def nearest_name_baseline(text: str) -> tuple[Relation, ...]:
    """Every quotation of four words or more, said by the nearest run of capitalised words."""
    names = list(re.finditer(r"[A-Z]\w+(?: [A-Z]\w+)+|(?<=[a-z,] )[A-Z]\w+", text))
    found = []
    for quotation in find_quotations(text):
        if quotation.depth or len(quotation.hull.of(text).split()) < 4:
            continue
        hull = quotation.hull
        outside = [n for n in names if n.end() <= hull.start or n.start() >= hull.end]
        nearest = min(
            outside,
            key=lambda n: max(n.start() - hull.end, hull.start - n.end()),
            default=None,
        )
        source = [Span(*nearest.span())] if nearest else []
        found.append(
            Relation(words_of(text, source), frozenset(), words_of(text, quotation.pieces))
        )
    return tuple(found)


def score(gold: Sequence[Annotated], found: Sequence[Sequence[Relation]]) -> dict[str, float]:
    """As `measure`, with 0 where there is nothing to measure: two ways of finding are compared."""
    return {name: figure or 0.0 for name, figure in measure(gold, found).items()}


def measure(
    gold: Sequence[Annotated], found: Sequence[Sequence[Relation]]
) -> dict[str, float | None]:
    """The five figures, micro-averaged over all texts; None where nothing is marked or found.

    Token figures compare, part by part, the set of words that are in that part of any
    attribution of a text. A relation is found when its source shares a word with the other's
    (or both have none) and the contents' Jaccard index over words is at least .5; an exact
    content has the same words. Relations are matched one to one, best content first.
    """
    return {
        **{f"{part}_token_f1": _token_f1(gold, found, part) for part in _TOKENS},
        "relation_f1": _matched_f1(gold, found, is_same_relation),
        "exact_content_f1": _matched_f1(gold, found, _has_same_content),
    }


def _token_f1(
    gold: Sequence[Annotated], found: Sequence[Sequence[Relation]], part: str
) -> float | None:
    same = marked = guessed = 0
    for item, relations in zip(gold, found, strict=True):
        truth = {w for r in item.relations for w in getattr(r, part)}
        guess = {w for r in relations for w in getattr(r, part)}
        same += len(truth & guess)
        marked += len(truth)
        guessed += len(guess)
    return _f1(same, marked, guessed)


def _f1(same: int, marked: int, guessed: int) -> float | None:
    return round(2 * same / (marked + guessed), 4) if marked + guessed else None


def _matched_f1(
    gold: Sequence[Annotated],
    found: Sequence[Sequence[Relation]],
    is_match: Callable[[Relation, Relation], bool],
) -> float | None:
    same = marked = guessed = 0
    for item, relations in zip(gold, found, strict=True):
        same += count_matches(item.relations, relations, is_match)
        marked += len(item.relations)
        guessed += len(relations)
    return _f1(same, marked, guessed)


def count_matches(
    truth: Sequence[Relation],
    guess: Sequence[Relation],
    is_match: Callable[[Relation, Relation], bool],
) -> int:
    """How many pairs match, each relation used once, the closest contents first."""
    return sum(1 for _ in match_relations(truth, guess, is_match))


def match_relations(
    truth: Sequence[Relation],
    guess: Sequence[Relation],
    is_match: Callable[[Relation, Relation], bool],
) -> Iterator[tuple[int, int]]:
    """The pairs that match, by their numbers, each relation used once, the closest first."""
    pairs = [
        (_jaccard(t.content, g.content), i, j)
        for i, t in enumerate(truth)
        for j, g in enumerate(guess)
        if is_match(t, g)
    ]
    used_truth: set[int] = set()
    used_guess: set[int] = set()
    for _, i, j in sorted(pairs, key=lambda p: (-p[0], p[1], p[2])):
        if i not in used_truth and j not in used_guess:
            used_truth.add(i)
            used_guess.add(j)
            yield i, j


def _jaccard(a: frozenset[int], b: frozenset[int]) -> float:
    return len(a & b) / len(a | b) if a | b else 0.0


def is_same_relation(truth: Relation, guess: Relation) -> bool:
    """Whether two relations have a word of the source in common, or both none, and the content."""
    same_source = bool(truth.source & guess.source) or not (truth.source or guess.source)
    return same_source and is_same_content(truth, guess)


def is_same_content(truth: Relation, guess: Relation) -> bool:
    """Whether two contents share at least half of the words that either has."""
    return _jaccard(truth.content, guess.content) >= _SAME_CONTENT


def _has_same_content(truth: Relation, guess: Relation) -> bool:
    return truth.content == guess.content


if __name__ == "__main__":
    main()
