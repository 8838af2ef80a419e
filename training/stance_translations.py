"""Pairs of a claim and a passage in two languages, made of parallel texts.

A sentence supports its translation. The same with a number, a name or the polarity changed in
one of the two disputes it, and so does a sentence that calls it untrue; the sentences beside it,
and questions about it, take no side. From NTREX-128 (news in seven languages, CC BY-SA 4.0) and
WMT21 (Russian news with the English of many translators).
"""

import random
import re
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from evals.translation_sets import Versions, read_ntrex, read_wmt21_versions
from evals.verification_sets import LabelledPair, is_held_out
from secondsource.evidence.finding import Stance
from training.stance_numbers import find_numbers, other_number

LANGUAGES = ("en", "ru", "uk", "de", "fr", "es", "pl")
PARALLEL = "parallel"
_WORDS = range(5, 33)
_SEVEN_SHARE = 0.65  # of the pairs: those from documents in seven languages
_ENGLISH_SHARE = 0.6
_CONTEXT_SHARE = 0.35
_FIRST_VERB_SHARE = 0.6
_NEAR = 4
_FOLDER = Path(__file__).parent
_FRAMES = tomllib.loads((_FOLDER / "stance_frames.toml").read_text("utf-8"))
_POLARITY = tomllib.loads((_FOLDER / "stance_polarity.toml").read_text("utf-8"))
_STANCES = {s.value: s for s in (Stance.SUPPORTS, Stance.DISPUTES, Stance.DISCUSSES)}
# A capitalised word within a sentence is a name, but in German, where every noun is one.
_NAME = re.compile(r"(?<=[^\W\d_] )[^\W\d_a-zа-яёіїєґ][^\W\d_]{3,}\b")
_NO_NAMES = ("de",)


@dataclass(frozen=True, slots=True)
class Parallel:
    """One document: its sentences in each language, sentence by sentence."""

    id: str
    languages: tuple[tuple[str, Sequence[str]], ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """A sentence of a document in two of its languages; `claim` and `passage` index these."""

    document: Parallel
    claim: int
    passage: int
    line: int

    @property
    def claim_language(self) -> str:
        return self.document.languages[self.claim][0]

    def text(self, side: int, line: int) -> str:
        return self.document.languages[side][1][line]


def make_parallel_pairs(
    data: Path, count: int, rng: random.Random, *, held_out: bool = False
) -> list[LabelledPair]:
    """Pairs in two languages (now and then in one, in other words), a third of each class.

    Args:
        data: the folder that holds `translation/`.
        count: how many pairs.
        rng: chooses sentences, languages and changes.
        held_out: take the documents that are not trained on (a quarter) instead.
    """
    documents = [d for d in _read_documents(data) if is_held_out(d.id) is held_out]
    makers = _Makers(documents, rng)
    made: list[LabelledPair] = []
    while len(made) < count:
        made += makers.make(_choose_place(documents, rng))
    rng.shuffle(made)
    return made[:count]


def _read_documents(data: Path) -> list[Parallel]:
    ntrex = read_ntrex(data / "translation" / "ntrex")
    names = list(ntrex.get("en", {}))
    found = [Parallel(n, tuple((k, ntrex[k][n]) for k in LANGUAGES)) for n in names]
    return found + [_spread(v) for v in read_wmt21_versions(data / "translation" / "wmt21")]


def _spread(versions: Versions) -> Parallel:
    """The Russian twice, so that half of the pairs with English have it."""
    english = [("en", lines) for _, lines in sorted(versions.english.items())]
    russian = [("ru", versions.russian)] * max(1, len(english) // 2)
    return Parallel(versions.id, (*english, *russian))


def _choose_place(documents: Sequence[Parallel], rng: random.Random) -> _Place:
    seven = [d for d in documents if len({k for k, _ in d.languages}) > 2]
    while True:
        document = rng.choice(seven if rng.random() < _SEVEN_SHARE else documents)
        claim, passage = rng.sample(range(len(document.languages)), 2)
        if rng.random() < _ENGLISH_SHARE and document.languages[0][0] == "en":
            claim, passage = (0, passage) if rng.random() < 0.5 else (claim, 0)
        line = rng.randrange(len(document.languages[0][1]))
        place = _Place(document, claim, passage, line)
        sides = [place.text(side, line) for side in (claim, passage)]
        if sides[0] != sides[1] and all(len(text.split()) in _WORDS for text in sides):
            return place


class _Makers:
    """Makes pairs of all kinds out of one place, so that likeness of words decides nothing."""

    def __init__(self, documents: Sequence[Parallel], rng: random.Random) -> None:
        self._rng = rng
        self._names: dict[str, list[str]] = defaultdict(list)
        for document in documents:
            for language, lines in document.languages[: len(LANGUAGES)]:
                self._names[language] += (name for line in lines for name in _NAME.findall(line))
        self._changes: tuple[Callable[[str, str], str], ...] = (
            self._turn_round,
            self._turn_round,
            self._change_number,
            self._change_name,
        )

    def make(self, place: _Place) -> Iterator[LabelledPair]:
        """A pair of each class for one place; fewer where nothing in it can be changed."""
        rng = self._rng
        true = self._pair(place, self._passage(place), Stance.SUPPORTS)
        yield self._reported(place, Stance.SUPPORTS) if rng.random() < 0.12 else true
        yield from self._disputed(place, true)
        yield self._open(place)

    def _pair(self, place: _Place, passage: str, stance: Stance) -> LabelledPair:
        claim = place.text(place.claim, place.line)
        return LabelledPair(claim, passage, stance, PARALLEL, place.document.id)

    def _passage(self, place: _Place) -> str:
        """The sentence in the passage's language, now and then with the one beside it."""
        text = place.text(place.passage, place.line)
        beside = place.line + self._rng.choice((-1, 1))
        lines = place.document.languages[place.passage][1]
        if self._rng.random() > _CONTEXT_SHARE or not 0 <= beside < len(lines):
            return text
        both = (lines[beside], text) if beside < place.line else (text, lines[beside])
        return " ".join(both)

    def _disputed(self, place: _Place, true: LabelledPair) -> Iterator[LabelledPair]:
        if self._rng.random() < 0.2:
            yield self._reported(place, Stance.DISPUTES)
            return
        for change in self._rng.sample(self._changes, len(self._changes)):
            changed = change(true.claim, place.claim_language)
            if changed != true.claim:
                yield replace(true, claim=changed, stance=Stance.DISPUTES)
                return

    def _open(self, place: _Place) -> LabelledPair:
        if self._rng.random() < 0.2:
            return self._reported(place, Stance.DISCUSSES)
        lines = place.document.languages[place.passage][1]
        near = [
            n
            for n in range(place.line - _NEAR, place.line + _NEAR + 1)
            if 0 <= n < len(lines) and n != place.line and len(lines[n].split()) in _WORDS
        ]
        if not near:
            return self._reported(place, Stance.DISCUSSES)
        return self._pair(place, lines[self._rng.choice(near)], Stance.DISCUSSES)

    def _reported(self, place: _Place, stance: Stance) -> LabelledPair:
        language = place.document.languages[place.passage][0]
        frame = self._rng.choice(_FRAMES[language][stance.value])
        passage = frame.replace("{what}", place.text(place.passage, place.line))
        return self._pair(place, passage, stance)

    def _turn_round(self, text: str, language: str) -> str:
        return change_polarity(text, language, self._rng)

    def _change_number(self, text: str, language: str) -> str:
        del language
        numbers = sorted(find_numbers(text))
        if not numbers:
            return text
        old = self._rng.choice(numbers)
        return re.sub(rf"\b{old}\b", other_number(old, self._rng), text)

    def _change_name(self, text: str, language: str) -> str:
        names = [] if language in _NO_NAMES else _NAME.findall(text)
        if not names:
            return text
        return text.replace(self._rng.choice(names), self._rng.choice(self._names[language]))


def change_polarity(text: str, language: str, rng: random.Random) -> str:
    """The text with a negation taken out, or else with one put in; as it is where neither can be.

    Args:
        text: one sentence.
        language: one of `LANGUAGES`.
        rng: chooses among the verbs that can be negated, the first one more often.
    """
    rules = _POLARITY[language]
    dropped = re.sub(rules["drop"], rules["dropped"], text, count=1)
    if dropped != text:
        return dropped[:1].upper() + dropped[1:]
    found = list(re.finditer(rules["add"], text))
    if not found:
        return text
    one = found[0] if rng.random() < _FIRST_VERB_SHARE else rng.choice(found)
    return text[: one.start()] + one.expand(rules["added"]) + text[one.end() :]
