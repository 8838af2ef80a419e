"""A quotation looked up in collections: the same words, edited, translated or paraphrased.

Words first: entries that share pairs of words with it, whoever they are by, and all entries of
the person it is credited to. Then, for what is left, vectors that are alike across languages:
cheap ones choose a few entries of that person, a network reads these.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from secondsource.factcheck.entry import Collection, Entry, EntryMatch, LookUp, MatchKind
from secondsource.factcheck.speakers import same_speaker
from secondsource.lineage.translation.numbers_said import read_numbers
from secondsource.lineage.translation.sentence_sums import F32, Embedder, WordVectors
from secondsource.reading.quotations.compare import Comparison, compare_quotations
from secondsource.reading.quotations.folding import FoldedWords, fold_words
from secondsource.sentences import split_sentences

_MOST_CANDIDATES = 60  # entries that are compared word by word, of each collection
_MOST_BY_PERSON = 2_000  # entries of one person that are looked at
_MOST_MATCHES = 10
_READ = 6  # of these the entries that the network reads
_ALIKE_WORDS = 0.2  # cosine of word vectors, from which the network reads; set by hand
# Chosen by `python -m evals.quotations --part meanings` (docs/quotations.md).
TRANSLATED = 0.89
PARAPHRASED = 0.935
_MOST_PARTS = 4  # sentences of a quotation that are held against entries by themselves
_FEWEST = 5  # words of a quotation of which a paraphrase is looked for


class Searched(Protocol):
    """A collection as it is looked up; the archive's are."""

    about: Collection

    def find_by_words(self, words: Sequence[str], limit: int) -> list[Entry]:
        """The entries that share most with these words."""
        ...

    def find_by_person(self, name: str, limit: int) -> list[Entry]:
        """The entries of people with such a name."""
        ...


@dataclass(frozen=True, slots=True)
class Asked:
    """A quotation that is looked up: its words, who is credited with it, its language."""

    text: str
    speaker: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Meanings:
    """The models that tell texts of one meaning; without a network nothing is said of meaning."""

    words: WordVectors
    network: Embedder


def look_up(
    asked: Asked, collections: Sequence[Searched], meanings: Meanings | None = None
) -> LookUp:
    """What collections have of a quotation, the surest match first.

    Args:
        asked: the quotation.
        collections: where to look.
        meanings: finds translations and paraphrases; without it only shared words count.
    """
    words = fold_words(asked.text, asked.language)
    found: list[EntryMatch] = []
    by_person = 0
    for collection in collections:
        own = _find_by_person(asked.speaker, collection)
        by_person += len(own)
        near = collection.find_by_words(words.words, _MOST_CANDIDATES)
        candidates = dict.fromkeys([*near, *own])
        matched = list(_match_words(asked, words, candidates, collection))
        if meanings and not matched and len(words) >= _FEWEST:
            matched = list(_match_meaning(asked, own, collection, meanings))
        found += matched
    found.sort(key=lambda match: (_RANK[match.kind], match.same_person is False, -match.score))
    return LookUp(
        matches=tuple(found[:_MOST_MATCHES]),
        quotations=sum(c.about.quotations for c in collections),
        people=sum(c.about.people for c in collections),
        by_person=by_person if asked.speaker else None,
    )


_RANK = {kind: rank for rank, kind in enumerate(MatchKind)}


def _find_by_person(speaker: str | None, collection: Searched) -> list[Entry]:
    """The entries of the person who is credited, as surely as names tell."""
    if not speaker:
        return []
    entries = collection.find_by_person(speaker, _MOST_BY_PERSON)
    people = {e.person: same_speaker(speaker, e.person) for e in entries}
    return [entry for entry in entries if people[entry.person]]


def _match_words(
    asked: Asked, words: FoldedWords, candidates: Iterable[Entry], collection: Searched
) -> Iterator[EntryMatch]:
    for entry in candidates:
        best = _compare(entry, words)
        if best is None:
            continue
        kind = MatchKind.EDITED if best.kinds or best.lost_ends else MatchKind.EXACT
        same = same_speaker(asked.speaker, entry.person) if asked.speaker else None
        score = best.shared / max(len(best.before), len(best.after), 1)
        yield EntryMatch(entry, collection.about.name, kind, score, same, best)


def _compare(entry: Entry, words: FoldedWords) -> Comparison | None:
    """The entry's text, original or other translation that is nearest to the quotation."""
    texts = (fold_words(text, words.language) for text in (entry.text, *entry.other_texts))
    compared = [c for c in (_compare_short(text, words) for text in texts) if c]
    return max(compared, key=lambda c: c.coverage, default=None)


def _compare_short(entry: FoldedWords, words: FoldedWords) -> Comparison | None:
    """As `compare_quotations`; a short quotation counts when all its words are the same."""
    if entry.words == words.words and len(words) > 2:
        return Comparison(entry, words, ((0, 0, len(words)),), ())
    return compare_quotations(entry, words)


def _match_meaning(
    asked: Asked, own: Sequence[Entry], collection: Searched, meanings: Meanings
) -> Iterator[EntryMatch]:
    """Entries of the person that say the same in another language or in other words."""
    if not own:
        return
    parts = _cut_parts(asked)
    texts = [entry.text for entry in own]
    vectors = _unit(meanings.words.sum_words([*parts, *texts]).means())
    alike = (vectors[len(parts) :] @ vectors[: len(parts)].T).max(axis=1)
    order = [int(k) for k in np.argsort(-alike)[:_READ] if alike[int(k)] >= _ALIKE_WORDS]
    if not order:
        return
    read = meanings.network.embed([*parts, *(texts[k] for k in order)])
    scores = (read[len(parts) :] @ read[: len(parts)].T).max(axis=1)
    for k, score in zip(order, scores.tolist(), strict=True):
        entry = own[k]
        other = bool(asked.language and entry.language and asked.language != entry.language)
        if score >= (TRANSLATED if other else PARAPHRASED) and _numbers_agree(asked.text, entry):
            kind = MatchKind.TRANSLATED if other else MatchKind.PARAPHRASED
            yield EntryMatch(entry, collection.about.name, kind, score, True)


def _cut_parts(asked: Asked) -> list[str]:
    """The quotation, and its first sentences by themselves where it has several."""
    sentences = [s.of(asked.text) for s in split_sentences(asked.text, asked.language)]
    long = [sentence for sentence in sentences if len(sentence.split()) >= _FEWEST]
    return [asked.text, *(long[:_MOST_PARTS] if len(sentences) > 1 else ())]


def _numbers_agree(text: str, entry: Entry) -> bool:
    """Whether two texts do not have different numbers in digits."""
    left, right = read_numbers(text), read_numbers(entry.text)
    return not left or not right or bool(left & right)


def _unit(matrix: F32) -> F32:
    norms = np.linalg.norm(matrix, axis=1, keepdims=True)
    return np.asarray(matrix / np.maximum(norms, 1e-9), np.float32)
