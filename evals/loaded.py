"""How well loaded words are found, and how well their techniques are named.

    python -m evals.loaded --data DIR

`babe`: single words against those that BABE's annotators marked, in sentences that no model was
trained on; the finders compared are a plain word list (that of lineage/edits), the model's words
alone, the rules alone, both together (`found`), and those of both that a report marks (`shown`).
`babe_on_train` has the rules on the sentences on which they were chosen.

`table`: the sentences of `loaded_sentences.tsv`, written by hand before any rule; even numbers
are measured, `tuned_on` has the odd ones. `recall` and `precision` ask for the technique,
`found` for the place alone; `traps_left_alone` is the share of the sentences with words in
their literal sense in which nothing is marked. The one who wrote the sentences wrote the rules,
so these figures are an upper bound. `fresh` has sentences written after the rules, in search of
wordings that they do not have: a lower bound. No rule was changed for them.

`judged`: `loaded_judged.tsv` has by reference what a person who read the articles thought of
each span marked in them when that was done; spans marked since are counted as `unjudged`.
`sampled`: `loaded_sampled.tsv` has the verdicts on at most seven finds of each technique and
language in all real articles of the folder; rules that failed there were then narrowed, so that
what is `still_found` is right more often than new finds would be.

Prints one JSON object as its last line; nothing is trained or tuned here.
"""

import csv
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from evals.sentence_data import Item, read_babe
from evals.texts import read_articles, read_basil
from secondsource.article import Article, Span
from secondsource.lineage.edits.words import words_for
from secondsource.models.heads import SentenceModel, SentenceScores, default_model
from secondsource.models.trained_on import seen
from secondsource.reading import read_article
from secondsource.reading.statement import Loaded
from secondsource.reading.wording.loaded import SHOWN_FROM, find_loaded
from secondsource.sentences import split_sentences

SENTENCES = Path(__file__).with_name("loaded_sentences.tsv")
JUDGED = Path(__file__).with_name("loaded_judged.tsv")
SAMPLED = Path(__file__).with_name("loaded_sampled.tsv")
WRITTEN_FIRST = 178
"""Sentences of the table up to this number were written before the rules."""
_AT_ONCE = 256
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_MARK = re.compile(r"\[([^\]]+)\]\((\w+)\)")
Finder = Callable[[str, SentenceScores], Iterable[Span]]


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence of the table with the stretches that a rule should find, and their techniques."""

    number: int
    language: str
    text: str
    spans: tuple[tuple[Span, str], ...]


def main(data: Path = Path("../shared/data")) -> None:
    """Prints the figures of all parts that the folder has."""
    print(json.dumps(measure(data, default_model())))


def measure(data: Path, model: SentenceModel) -> dict[str, object]:
    """All figures; a set that is not in the folder is named and left out."""
    sentences = read_marked()
    first = [s for s in sentences if s.number <= WRITTEN_FIRST]
    figures: dict[str, object] = {
        "table": measure_table([s for s in first if s.number % 2 == 0], model)
        | {"tuned_on": measure_table([s for s in first if s.number % 2], model)},
        "fresh": measure_table([s for s in sentences if s.number > WRITTEN_FIRST], model),
    }
    items, known = read_babe(data), seen("sentences")
    if items:
        figures["babe"] = measure_babe([i for i in items if i.key not in known], model)
        figures["babe_on_train"] = _measure_rules([i for i in items if i.key in known])
    else:
        print(f"no bias/babe in {data}: left out", file=sys.stderr)
    figures["judged"] = measure_judged(data)
    figures["sampled"] = measure_sampled(data)
    return figures


def read_marked(path: Path = SENTENCES) -> list[Marked]:
    """The table: a language and a sentence a line, with `[words](technique)` where one is due."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_read_line(number, *line.split("\t")) for number, line in enumerate(lines, 1)]


def _read_line(number: int, language: str, marked: str) -> Marked:
    text, spans = "", []
    end = 0
    for match in _MARK.finditer(marked):
        text += marked[end : match.start()]
        spans.append((Span(len(text), len(text) + len(match[1])), match[2]))
        text += match[1]
        end = match.end()
    return Marked(number, language, text + marked[end:], tuple(spans))


def measure_table(sentences: Sequence[Marked], model: SentenceModel) -> dict[str, object]:
    """Recall and precision over sentences of the table, by language, and how traps fared."""
    found = [_find(sentence, model) for sentence in sentences]
    pairs = list(zip(sentences, found, strict=True))
    traps = [finds for sentence, finds in pairs if not sentence.spans]
    by_language = {
        language: _count_spans([pair for pair in pairs if pair[0].language == language])
        for language in ("en", "ru")
    }
    return {
        "sentences": len(sentences),
        **_count_spans(pairs),
        "traps_left_alone": _ratio(sum(not finds for finds in traps), len(traps)),
        "by_language": by_language,
    }


def _find(sentence: Marked, model: SentenceModel) -> tuple[Loaded, ...]:
    """What a reader would see marked in one sentence of the table."""
    if sentence.language != "en":
        return find_loaded(sentence.text, sentence.language, None, False)
    (scores,) = model.score([sentence.text])
    return find_loaded(sentence.text, "en", scores, _is_loaded(scores, model))


def _is_loaded(scores: SentenceScores, model: SentenceModel) -> bool:
    return scores.loaded >= model.heads["loaded"].threshold


def _count_spans(pairs: Sequence[tuple[Marked, tuple[Loaded, ...]]]) -> dict[str, float | None]:
    """Finds with a technique are judged; words that the model alone marks have none."""
    due = hits = placed = given = right = 0
    for sentence, finds in pairs:
        named = [find for find in finds if find.technique]
        due += len(sentence.spans)
        given += len(named)
        for span, technique in sentence.spans:
            placed += any(find.span.overlaps(span) for find in finds)
            hits += any(f.span.overlaps(span) and f.technique == technique for f in named)
        right += sum(
            any(f.span.overlaps(span) and f.technique == t for span, t in sentence.spans)
            for f in named
        )
    return {
        "recall": _ratio(hits, due),
        "precision": _ratio(right, given),
        "found": _ratio(placed, due),
    }


def measure_babe(items: Sequence[Item], model: SentenceModel) -> dict[str, object]:
    """Words marked by each finder against the annotators' words."""
    scored = [
        pair
        for start in range(0, len(items), _AT_ONCE)
        for pair in _score(items[start : start + _AT_ONCE], model)
    ]

    def of_model(scores: SentenceScores) -> Iterable[Span]:
        return [w.span for w in scores.loaded_words] if _is_loaded(scores, model) else []

    def found(text: str, scores: SentenceScores, least: float) -> Iterable[Span]:
        finds = find_loaded(text, "en", scores, _is_loaded(scores, model))
        return [find.span for find in finds if find.score >= least]

    finders: dict[str, Finder] = {
        "word_list": lambda text, _: _find_listed(text),
        "model": lambda _, scores: of_model(scores),
        "rules": lambda text, _: _find_by_rules(text),
        "found": lambda text, scores: found(text, scores, 0.0),
        "shown": lambda text, scores: found(text, scores, SHOWN_FROM),
    }
    return {
        "sentences": len(items),
        **{
            name: _count_words(((i, finder(i.text, s)) for i, s in scored))
            for name, finder in finders.items()
        },
    }


def _measure_rules(items: Sequence[Item]) -> dict[str, float | None]:
    return _count_words((item, _find_by_rules(item.text)) for item in items)


def _score(items: Sequence[Item], model: SentenceModel) -> Iterator[tuple[Item, SentenceScores]]:
    yield from zip(items, model.score([item.text for item in items]), strict=True)


def _find_by_rules(text: str) -> list[Span]:
    return [find.span for find in find_loaded(text, "en", None, False)]


def _find_listed(text: str) -> list[Span]:
    lower = text.lower()
    if len(lower) != len(text):
        return []
    return [Span(*match.span()) for match in words_for("en").loaded.finditer(lower)]


def _count_words(pairs: Iterable[tuple[Item, Iterable[Span]]]) -> dict[str, float | None]:
    due = given = right = 0
    for item, spans in pairs:
        marked = list(spans)
        gold = find_annotated(item)
        words = [Span(*match.span()) for match in _WORD.finditer(item.text)]
        wanted = {w for w in words if any(g.overlaps(w) for g in gold)}
        got = {w for w in words if any(m.overlaps(w) for m in marked)}
        due, given, right = due + len(wanted), given + len(got), right + len(wanted & got)
    recall, precision = _ratio(right, due), _ratio(right, given)
    f1 = _ratio(2 * right, due + given)
    return {"precision": precision, "recall": recall, "f1": f1, "words": given}


def find_annotated(item: Item) -> list[Span]:
    """Where the words that annotators marked stand in the sentence."""
    return [
        Span(*match.span())
        for words in item.words
        if words.strip()
        for match in re.finditer(rf"(?<!\w){re.escape(words.strip())}(?!\w)", item.text, re.I)
    ]


def measure_judged(data: Path) -> dict[str, object]:
    """How many of the spans marked in the read articles were judged right."""
    judged = read_judged()
    articles = [a for a in _read_articles(data) if a.id in {key[0] for key in judged}]
    found = [
        (article.id, loaded)
        for article in articles
        for statement in read_article(article)
        for loaded in statement.loaded
    ]
    parts = {
        "with_technique": [pair for pair in found if pair[1].technique],
        "shown_without": [p for p in found if not p[1].technique and p[1].score >= SHOWN_FROM],
        "left_out": [p for p in found if not p[1].technique and p[1].score < SHOWN_FROM],
    }
    return {
        "articles": len(articles),
        **{
            name: _tally([judged.get((of, at.span.start, at.technique or "")) for of, at in pairs])
            for name, pairs in parts.items()
        },
    }


def measure_sampled(data: Path) -> dict[str, object]:
    """The verdicts on the sample, as it was judged and for what the rules still find."""
    judged = read_judged(SAMPLED)
    wanted = {article for article, _, _ in judged}
    found = {
        (article.id, sentence.start + loaded.span.start, loaded.technique or "")
        for article in read_articles(data)
        if article.id in wanted
        for sentence in split_sentences(article.text, article.language)
        for loaded in find_loaded(sentence.of(article.text), article.language, None, False)
    }
    return {
        "as_judged": _tally(list(judged.values())),
        "still_found": _tally([verdict for key, verdict in judged.items() if key in found]),
    }


def _tally(verdicts: Sequence[str | None]) -> dict[str, float | None]:
    right, wrong = verdicts.count("right"), verdicts.count("wrong")
    return {
        "right": right,
        "wrong": wrong,
        "precision": _ratio(right, right + wrong),
        "unjudged": verdicts.count(None),
    }


def read_judged(path: Path = JUDGED) -> dict[tuple[str, int, str], str]:
    """For an article, the place where a span starts and its technique, "right" or "wrong"."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return {(r["article"], int(r["start"]), r["technique"]): r["verdict"] for r in rows}


def _read_articles(data: Path) -> Iterator[Article]:
    seed = data.parent / "seed" / "article.txt"
    if seed.is_file():
        yield Article("seed", seed.read_text(encoding="utf-8"), language="en")
    if (data / "bias" / "basil").is_dir():
        yield from read_basil(data / "bias" / "basil")


def _ratio(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


if __name__ == "__main__":
    typer.run(main)
