"""What networks said of training sentences that they had not seen."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from secondsource.article import Span

Floats = npt.NDArray[np.float32]
UNREAD = -6.0
"""The logit of a word that was cut off: surely neutral."""
_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Readings:
    """Judgements of some sentences, and a logit for each of their words.

    `keys` is uint64 of shape (sentences,), `judgements` float32 of shape (sentences, 4),
    `words` float32, the words of all sentences one after another, of which `counts`
    (sentences,) says how many belong to each.
    """

    keys: npt.NDArray[np.uint64]
    judgements: Floats
    words: Floats
    counts: npt.NDArray[np.int64]


class HeldOut:
    """What several networks said, on average, of each sentence, looked up by its key."""

    def __init__(self, networks: Sequence[Readings]) -> None:
        judgements: dict[int, list[Floats]] = defaultdict(list)
        all_words: dict[int, list[Floats]] = defaultdict(list)
        for said in networks:
            parts = np.split(said.words, np.cumsum(said.counts)[:-1])
            for key, judged, words in zip(said.keys.tolist(), said.judgements, parts, strict=True):
                judgements[key].append(judged)
                all_words[key].append(words)
        self._judgements, self._words = dict(judgements), dict(all_words)

    def judgements(self, keys: Sequence[int]) -> Floats:
        """The mean logits of each sentence, float32 of shape (sentences, 4)."""
        means = [np.mean(self._judgements[key], axis=0) for key in keys]
        return np.array(means, dtype=np.float32)

    def words(self, key: int) -> Floats:
        """The mean logits of the words of one sentence."""
        means: Floats = np.mean(self._words[key], axis=0)
        return means


def find_words(text: str) -> list[Span]:
    """The words that teachers and student are asked about."""
    return [Span(*match.span()) for match in _WORD.finditer(text)]


def pool_logits(text: str, offsets: Sequence[tuple[int, int]], logits: Floats) -> Floats:
    """For each word of a text the mean logit of its letters.

    Args:
        text: what was read.
        offsets: where each word piece starts and ends in it.
        logits: float32, one for each word piece; there may be fewer pieces than the text has.

    Returns:
        float32, one for each of `find_words`; `UNREAD` for a word that no piece reaches.
    """
    sums = np.zeros((2, len(text) + 1))
    for (start, end), logit in zip(offsets, logits, strict=False):
        sums[0, start:end] += logit
        sums[1, start:end] += 1
    totals = [
        (sums[0, w.start : w.end].sum(), sums[1, w.start : w.end].sum()) for w in find_words(text)
    ]
    return np.array([total / n if n else UNREAD for total, n in totals], dtype=np.float32)


def spread_logits(text: str, offsets: Sequence[tuple[int, int]], logits: Floats) -> Floats:
    """For each word piece the logit of its word (as `pool_logits` has them); NaN outside words."""
    of_letter = np.full(len(text) + 1, np.nan, dtype=np.float32)
    for word, logit in zip(find_words(text), logits, strict=True):
        of_letter[word.start : word.end] = logit
    return np.array(
        [of_letter[start] if end > start else np.nan for start, end in offsets], np.float32
    )


def save_readings(path: Path, readings: Readings) -> None:
    """Write the readings of one fold."""
    np.savez_compressed(
        path,
        keys=readings.keys,
        judgements=readings.judgements,
        words=readings.words,
        counts=readings.counts,
    )


def load_readings(path: Path) -> Readings:
    """The readings of one fold."""
    with np.load(path, allow_pickle=False) as arrays:
        return Readings(arrays["keys"], arrays["judgements"], arrays["words"], arrays["counts"])


def load_held_out(work: Path, part: str, base: str = "*") -> HeldOut:
    """What the teachers in a folder, or those of one base, said of a part.

    Args:
        work: where `training.teachers` left its files.
        part: "out", the folds they had not seen, or "pool".
        base: one of `bases.BASES`, or all of them.
    """
    return HeldOut([load_readings(path) for path in sorted(work.glob(f"{base}-*-{part}.npz"))])
