"""How well the shipped sentence heads do on labelled sentences.

    python -m evals.sentences --data DIR

What a head was trained on is left out, sentence by sentence and for the ranking debate by
debate; what is left is scored in full. Prints one JSON object as its last line; nothing is
trained or tuned here.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from evals.sentence_data import (
    Item,
    debate_key,
    mark_phrases,
    mark_words,
    read_babe,
    read_claimbuster,
    read_debates,
    read_subjectivity,
)
from secondsource.article import Span
from secondsource.models.heads import SentenceModel, SentenceScores, default_model
from secondsource.models.trained_on import seen
from secondsource.reading.kinds.kinds import find_opinion_words
from secondsource.reading.wording.loaded import find_loaded

_AT_ONCE = 256
_WORD = re.compile(r"[^\W\d_]+")
Figure = float | dict[str, float | None] | None


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    print(json.dumps(measure(parser.parse_args().data)))


def measure(data: Path) -> dict[str, Figure]:
    """All figures; None where a set is missing or wholly known to the model."""
    model, known = default_model(), seen("sentences")
    weighted, macro = _measure_claimbuster(
        model, _unknown("claimbuster", read_claimbuster(data), known)
    )
    debates = read_debates(data)
    fresh = {name: items for name, items in debates.items() if debate_key(items) not in known}
    _tell("clef2019 debates", len(fresh), len(debates))
    return {
        "clef2019_map": _mean([_average_precision(model, items) for items in fresh.values()]),
        "claimbuster_f1": weighted,
        "claimbuster_macro_f1": macro,
        "subjectivity_macro_f1": {
            language: _measure_subjectivity(model, language, fresh_items)
            for language, items in read_subjectivity(data).items()
            if (fresh_items := _unknown(f"subjectivity {language}", items, known))
        },
        **_measure_babe(model, _unknown("babe", read_babe(data), known)),
    }


def _unknown(name: str, items: list[Item], known: frozenset[int]) -> list[Item]:
    fresh = [item for item in items if item.key not in known]
    _tell(f"{name}, sentences", len(fresh), len(items))
    return fresh


def _tell(what: str, fresh: int, found: int) -> None:
    print(f"{what}: {found} found, {found - fresh} left out as trained on", file=sys.stderr)


def _measure_claimbuster(
    model: SentenceModel, items: list[Item]
) -> tuple[float | None, float | None]:
    """F1 weighted by class size, as the corpus is usually reported, and macro-F1."""
    threshold = model.heads["checkworthy"].threshold
    yes = [
        score.checkworthy >= threshold for part in _parts(items) for score in _score(model, part)
    ]
    labels = [item.label for item in items]
    return weighted_f1(labels, yes), macro_f1(labels, yes)


def _measure_babe(model: SentenceModel, items: list[Item]) -> dict[str, Figure]:
    """Whether sentences are told loaded, and the words that articles are shown with."""
    threshold = model.heads["loaded"].threshold
    scores = [score for part in _parts(items) for score in _score(model, part)]
    yes = [score.loaded >= threshold for score in scores]
    found = [
        [loaded.span for loaded in find_loaded(item.text, "en", score, is_loaded)]
        for item, score, is_loaded in zip(items, scores, yes, strict=True)
    ]
    return {
        "babe_macro_f1": macro_f1([item.label for item in items], yes),
        "loaded_word_f1": _word_f1(items, found),
        "loaded_span_f1": _span_f1(items, found),
    }


def _word_f1(items: list[Item], found: list[list[Span]]) -> float | None:
    """F1 of the words that annotators marked, over all sentences together."""
    marked: list[bool] = []
    guessed: list[bool] = []
    for item, spans in zip(items, found, strict=True):
        words = [Span(*match.span()) for match in _WORD.finditer(item.text)]
        marked += (mark_words(item, words) == 1).tolist()
        guessed += [any(word.overlaps(span) for span in spans) for word in words]
    return round(_f1(marked, guessed, True), 4) if any(marked) else None


def _span_f1(items: list[Item], found: list[list[Span]]) -> float | None:
    """The harmonic mean of two shares: found spans that touch a marked phrase, and the reverse."""
    right: list[bool] = []
    touched: list[bool] = []
    for item, spans in zip(items, found, strict=True):
        marked = mark_phrases(item)
        right += [any(span.overlaps(phrase) for phrase in marked) for span in spans]
        touched += [any(phrase.overlaps(span) for span in spans) for phrase in marked]
    if not touched:
        return None
    if not any(touched):
        return 0.0
    precision, recall = sum(right) / len(right), sum(touched) / len(touched)
    return round(2 * precision * recall / (precision + recall), 4)


def _measure_subjectivity(model: SentenceModel, language: str, items: list[Item]) -> float | None:
    """Macro-F1; a language without a head is told by the few words of `reading/kinds/kinds.py`."""
    scores = [
        score
        for part in _parts(items)
        for score in model.score_subjective([item.text for item in part], language)
    ]
    threshold = model.subjective_threshold(language)
    yes = [
        score >= threshold if score is not None else bool(find_opinion_words(item.text, language))
        for item, score in zip(items, scores, strict=True)
    ]
    return macro_f1([item.label for item in items], yes)


def _average_precision(model: SentenceModel, items: list[Item]) -> float | None:
    scores = [score for part in _parts(items) for score in model.rank([item.text for item in part])]
    return average_precision([item.label for item in items], scores)


def _parts(items: list[Item]) -> Iterator[list[Item]]:
    for start in range(0, len(items), _AT_ONCE):
        yield items[start : start + _AT_ONCE]


def _score(model: SentenceModel, items: list[Item]) -> Sequence[SentenceScores]:
    return model.score([item.text for item in items])


def average_precision(labels: Sequence[bool], scores: Sequence[float]) -> float | None:
    """The mean of the precision at each relevant place of the ranking; None if there is none.

    Equal scores keep the order of the text.
    """
    order = sorted(range(len(labels)), key=lambda place: -scores[place])
    hits, total = 0, 0.0
    for rank, place in enumerate(order, start=1):
        if labels[place]:
            hits += 1
            total += hits / rank
    return total / hits if hits else None


def macro_f1(labels: Sequence[bool], yes: Sequence[bool]) -> float | None:
    """The mean of the F1 of the classes that occur, in labels or guesses; None without items."""
    return _mean([_f1(labels, yes, of) for of in (True, False) if of in {*labels, *yes}])


def weighted_f1(labels: Sequence[bool], yes: Sequence[bool]) -> float | None:
    """The mean of the F1 of both classes, each weighted by its size; None without items."""
    if not labels:
        return None
    share = sum(labels) / len(labels)
    positive, negative = _f1(labels, yes, True), _f1(labels, yes, False)
    return round(share * positive + (1 - share) * negative, 4)


def _f1(labels: Sequence[bool], yes: Sequence[bool], of: bool) -> float:
    pairs = list(zip(labels, yes, strict=True))
    hits = sum(label is of and guess is of for label, guess in pairs)
    size = sum(label is of for label, _ in pairs) + sum(guess is of for _, guess in pairs)
    return 2 * hits / size if size else 0.0


def _mean(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return round(sum(known) / len(known), 4) if known else None


if __name__ == "__main__":
    main()
