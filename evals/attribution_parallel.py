"""Whether a translated sentence has a voice where the English one has: a weak reference.

    python -m evals.attribution_parallel --data DIR [--show de]

Reads `DIR/translation/ntrex`: the same news documents in English and other languages, sentence
by sentence. The English reader is itself right on two of three relations only, so what is
printed is agreement and no score: for each language `voiced`, the share of the sentences that
have an attributed voice in English and have one here, and `unvoiced`, the share of the author's
sentences in English that are the author's here. `ru_rules` is the Russian reader before there
was a grammar. A sentence of English quotation marks only is as good a test as any other.
"""

import argparse
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from evals.russian_rules.attribute import attribute_russian as attribute_by_rules
from secondsource.article import Span
from secondsource.reading.attribution.voices import assign_voices, find_attributions_batch
from secondsource.reading.statement import Attribution, Voice

_FILES = {
    "ru": "newstest2019-ref.rus",
    "de": "newstest2019-ref.deu",
    "fr": "newstest2019-ref.fra",
    "es": "newstest2019-ref-2.spa",
    "pl": "newstest2019-ref.pol",
    "uk": "newstest2019-ref.ukr",
    "be": "newstest2019-ref.bel",
    "tr": "newstest2019-ref.tur",
}
_ENGLISH = "newstest2019-src.eng"
Reader = Callable[[Sequence[str]], Sequence[tuple[Attribution, ...]]]


def main() -> None:
    """Print the agreement with English of each language, as one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with translation/ntrex")
    parser.add_argument("--show", help="a language whose differing sentences are printed")
    parser.add_argument("--every", type=int, default=1, help="take every n-th document only")
    arguments = parser.parse_args()
    folder = arguments.data / "translation" / "ntrex"
    if not folder.is_dir():
        print("attribution_parallel: no texts found, skipped", file=sys.stderr)
        print(json.dumps({}))
        return
    english = read_documents(folder, _ENGLISH)[:: arguments.every]
    reference = find_voices(english, "en", read_with("en"))
    figures: dict[str, Mapping[str, float]] = {}
    for name, language, reader in list_readers():
        documents = read_documents(folder, _FILES[language])[:: arguments.every]
        voices = find_voices(documents, language, reader)
        figures[name] = compare(reference, voices)
        if arguments.show == name:
            show_differences((english, reference), (documents, voices))
    print(json.dumps(figures))


def list_readers() -> list[tuple[str, str, Reader]]:
    """A name, a language and a reader for each row of figures."""
    readers = [(language, language, read_with(language)) for language in _FILES]
    return [*readers, ("ru_rules", "ru", lambda texts: list(map(attribute_by_rules, texts)))]


def read_with(language: str) -> Reader:
    """The program's reader of a language."""
    return lambda texts: list(find_attributions_batch(texts, language))


def read_documents(folder: Path, name: str) -> list[tuple[str, ...]]:
    """The documents of one language, each as its sentences."""
    ids = (folder / "DOCUMENT_IDS.tsv").read_text("utf-8").splitlines()
    lines = (folder / f"{name}.txt").read_text("utf-8").splitlines()
    documents: dict[str, list[str]] = {}
    for key, line in zip(ids, lines, strict=True):
        documents.setdefault(key.strip(), []).append(line.strip())
    return [tuple(sentences) for sentences in documents.values()]


def find_voices(
    documents: Sequence[Sequence[str]], language: str, reader: Reader
) -> list[tuple[Voice, ...]]:
    """The voice of each sentence of each document, its sentences read as paragraphs."""
    texts = ["\n\n".join(sentences) for sentences in documents]
    return [
        assign_voices(text, language, _place(sentences), found)
        for text, sentences, found in zip(texts, documents, reader(texts), strict=True)
    ]


def _place(sentences: Sequence[str]) -> tuple[Span, ...]:
    spans, at = [], 0
    for sentence in sentences:
        spans.append(Span(at, at + len(sentence)))
        at += len(sentence) + 2
    return tuple(spans)


def compare(
    reference: Sequence[Sequence[Voice]], found: Sequence[Sequence[Voice]]
) -> dict[str, float]:
    """How often two readings agree that a sentence has a voice, and that it has none."""
    pairs = [
        (theirs.type == "attributed", ours.type == "attributed")
        for one, other in zip(reference, found, strict=True)
        for theirs, ours in zip(one, other, strict=True)
    ]
    voiced = [ours for theirs, ours in pairs if theirs]
    unvoiced = [not ours for theirs, ours in pairs if not theirs]
    return {
        "english_voiced": len(voiced),
        "voiced": round(sum(voiced) / max(1, len(voiced)), 4),
        "unvoiced": round(sum(unvoiced) / max(1, len(unvoiced)), 4),
    }


def show_differences(
    english: tuple[Sequence[Sequence[str]], Sequence[Sequence[Voice]]],
    other: tuple[Sequence[Sequence[str]], Sequence[Sequence[Voice]]],
) -> None:
    """Print to stderr the sentences of which one reading has a voice and the other none."""
    for texts, voices, their_texts, their_voices in zip(*english, *other, strict=True):
        for rows in zip(texts, voices, their_texts, their_voices, strict=True):
            if rows[1].type != rows[3].type:
                print(f"EN {_who(rows[1])}: {rows[0]}", file=sys.stderr)
                print(f"   {_who(rows[3])}: {rows[2]}\n", file=sys.stderr)


def _who(voice: Voice) -> str:
    source = voice.source.text if voice.source else "-"
    return f"[{source}]" if voice.type == "attributed" else "[author]"


if __name__ == "__main__":
    main()
