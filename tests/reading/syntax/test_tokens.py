"""The words of a text, also after the words seen before were forgotten."""

import numpy as np
import pytest

from secondsource.reading.syntax import tokens
from secondsource.reading.syntax.tokens import Tokeniser

_TEXTS = ("She isn't here.", "", "Larkhaven's mayor\n\n said  no")


def test_words_are_counted_from_the_start_of_their_text() -> None:
    found = Tokeniser(["NORM"]).read(_TEXTS)
    words = [
        text[a:b]
        for text, first, end in zip(_TEXTS, found.bounds, found.bounds[1:], strict=False)
        for a, b in zip(found.starts[first:end], found.ends[first:end], strict=True)
    ]
    assert words == [
        *("She", "is", "n't", "here", "."),
        *("Larkhaven", "'s", "mayor", "\n\n ", "said", " ", "no"),
    ]
    assert found.lengths == [5, 0, 7]
    assert [words[n] for n in np.flatnonzero(found.is_blank)] == ["\n\n ", " "]


def test_forgetting_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    tokeniser = Tokeniser(["NORM", "SHAPE", "PREFIX", "SUFFIX"])
    before = tokeniser.read(_TEXTS)
    monkeypatch.setattr(tokens, "_MOST_WORDS", 0)
    after = tokeniser.read(_TEXTS)
    names = ["NORM", "SHAPE", "PREFIX", "SUFFIX", "IDX"]
    assert after.select(names).tolist() == before.select(names).tolist()
