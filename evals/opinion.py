"""How well kinds are told in opinion pieces and other articles that hold views.

    python -m evals.opinion --data DIR

Eleven articles: the seed, three of BASIL with many of its annotators' bias marks, three of
FNC-1 that read as columns or an interview, and four of Golunov. Thirty sentences of each were
drawn by a seed and labelled by hand; where two readings are fair both are accepted. Sentences
that hold two kinds are labelled clause by clause. Errors were looked at in the part `looked`;
`kept` gives the figure. Nothing is trained or tuned here.
"""

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.referred import Referred, measure_overlap, read_referred
from secondsource.models.heads import default_model
from secondsource.reading.statement import Kind

LABELS = "opinion_labels.tsv"


@dataclass(frozen=True, slots=True)
class Judged:
    """One labelled stretch: the label that counts, and what was said of it."""

    article: str
    gold: Kind
    guess: Kind


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    print(json.dumps(measure(parser.parse_args().data)))


def measure(data: Path) -> dict[str, object]:
    """Figures of both parts; a part without articles is left out."""
    items = read_referred(LABELS, data)
    parts = ((part, [i for i in items if i.labels["part"] == part]) for part in ("looked", "kept"))
    return {part: _measure_part(own) for part, own in parts if own}


def _measure_part(items: Sequence[Referred]) -> dict[str, object]:
    judged = [_judge(item, guess_kind(item)) for item in items]
    return {
        "sentences": len(items),
        **measure_kinds(judged),
        "by_article": {
            name: _accuracy([j for j in judged if j.article == name])
            for name in dict.fromkeys(j.article for j in judged)
        },
        "confusion": _confuse(judged),
        "baseline_all_claim": measure_kinds([_judge(item, Kind.CLAIM) for item in items]),
        "baseline_model_alone": measure_kinds(
            [_judge(i, g) for i, g in zip(items, _guess_by_model(items), strict=True)]
        ),
    }


def guess_kind(item: Referred) -> Kind:
    """The kind of the statement that covers most of the labelled words; other where none does."""
    cover: Counter[Kind] = Counter()
    for statement in item.statements:
        cover[statement.kind] += measure_overlap(statement.span, item.span)
    return cover.most_common(1)[0][0] if cover else Kind.OTHER


def _guess_by_model(items: Sequence[Referred]) -> list[Kind]:
    model = default_model()
    guesses = []
    for item in items:
        language = item.article.language or "en"
        score = model.score_subjective([item.text], language)[0] or 0.0
        subjective = score >= model.subjective_threshold(language)
        guesses.append(Kind.OPINION if subjective else Kind.CLAIM)
    return guesses


def _judge(item: Referred, guess: Kind) -> Judged:
    accepted = [Kind(kind) for kind in item.labels["kinds"].split("/")]
    return Judged(item.labels["article"], guess if guess in accepted else accepted[0], guess)


def measure_kinds(judged: Sequence[Judged]) -> dict[str, object]:
    """Accuracy, macro-F1 over the kinds that occur, and the F1 of each."""
    kinds = [kind for kind in Kind if any(kind in (j.gold, j.guess) for j in judged)]
    by_kind = {kind.value: _f1(judged, kind) for kind in kinds}
    return {
        "accuracy": _accuracy(judged),
        "macro_f1": round(sum(by_kind.values()) / len(by_kind), 4) if by_kind else None,
        "f1": by_kind,
    }


def _f1(judged: Sequence[Judged], kind: Kind) -> float:
    hits = sum(j.gold is kind and j.guess is kind for j in judged)
    size = sum(j.gold is kind for j in judged) + sum(j.guess is kind for j in judged)
    return round(2 * hits / size, 4) if size else 0.0


def _accuracy(judged: Sequence[Judged]) -> float:
    return round(sum(j.gold is j.guess for j in judged) / len(judged), 4)


def _confuse(judged: Sequence[Judged]) -> dict[str, dict[str, int]]:
    """For each label how often each kind was said."""
    pairs = Counter((j.gold, j.guess) for j in judged)
    return {
        gold.value: {guess.value: pairs[gold, guess] for guess in Kind if pairs[gold, guess]}
        for gold in Kind
        if any(j.gold is gold for j in judged)
    }


if __name__ == "__main__":
    main()
