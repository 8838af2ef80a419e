"""Tokens: what folds together, where tokens stand, the same however texts are batched."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.lineage.matching import tokens as module
from secondsource.lineage.matching.tokens import tokenize


def _words(text: str) -> list[str]:
    found = tokenize([text])
    return [text[s:e] for s, e in zip(found.starts, found.ends, strict=True)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The pier, closed.", ["The", "pier", "closed"]),
        ("don’t", ["don", "t"]),
        ("3.2 million", ["3", "2", "million"]),
        ("паромный причал", ["паромный", "причал"]),
        ("港口关闭", ["港", "口", "关", "闭"]),
        ("ท่าเรือ", ["ท่", "า", "เ", "รื", "อ"]),
        ("ميناء قديم", ["ميناء", "قديم"]),
        ("", []),
        (" \n\t— ", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    # combining marks belong to the letter before them, but not to the span of a lone letter
    assert [w.rstrip("\u0e48\u0e37") for w in _words(text)] == [
        w.rstrip("\u0e48\u0e37") for w in words
    ]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The Pier", "the pier"),
        ("café", "cafe\u0301"),
        ("café", "CAFE"),
        ("har\u00adbour", "harbour"),  # soft hyphen
        ("har\u200bbour", "harbour"),  # zero-width space
        ("har\ufe0fbour", "harbour"),  # variation selector
        ("har\U000e0100bour", "harbour"),  # variation selector supplement
        ("“closed”", '"closed"'),
        ("ёлка", "елка"),
        ("ｆｅｒｒｙ", "ferry"),
        ("har\ufeff\ufe01\U000e0142bour", "harbour"),  # a C2PA manifest in the text
        ("har-\nbour", "harbour"),  # hyphenated at the end of a line
        ("har\u00ad\nbour", "harbour"),
        ("hаrbоur", "harbour"),  # two letters are Cyrillic
        ("𝗵𝗮𝗿𝗯𝗼𝘂𝗿", "harbour"),
        ("KIRMIZI İskele", "kırmızı iskele"),
        ("ŁÓDŹ", "Lodz"),
        ("ΤΕΛΟΣ", "τέλος"),  # final sigma
        ("қала", "кала"),
        ("مـيـنـاء", "ميناء"),  # tatweel
        ("مِينَاء", "ميناء"),
        ("إلى المدينة", "الي المدينه"),
        ("کتاب", "كتاب"),
        ("٢٠١٩ ۲۰۱۹", "2019 2019"),
        ("２０１９", "2019"),
        ("ｶﾞｯﾂ", "ガッツ"),
        ("か\u3099", "が"),
        ("น้ำ", "น\u0e4d\u0e49า"),
        ("渡輪碼頭", "渡轮码头"),
        ("⼈⼝", "人口"),  # radicals, as PDF files have them
        ("항구", "\u1112\u1161\u11bc\u1100\u116e"),
    ],
)
def test_variants_hide_nothing(left: str, right: str) -> None:
    assert tokenize([left]).hashes.tolist() == tokenize([right]).hashes.tolist()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("pier", "peir"),
        ("a b", "ab"),
        ("1", "2"),
        ("двести", "двесте"),
        ("well-\n known", "wellknown"),
    ],
)
def test_different_words_differ(left: str, right: str) -> None:
    assert tokenize([left]).hashes.tolist() != tokenize([right]).hashes.tolist()


def test_a_hyphen_that_ends_a_text_joins_nothing() -> None:
    assert len(tokenize(["har-", "bour", "har-\n", "\nbour"]).hashes) == 4


@given(st.lists(st.text(max_size=60), max_size=8))
def test_batching_changes_nothing(texts: list[str]) -> None:
    together = tokenize(texts)
    assert len(together) == len(texts)
    for number, text in enumerate(texts):
        alone = tokenize([text])
        part = slice(together.bounds[number], together.bounds[number + 1])
        assert np.array_equal(together.hashes[part], alone.hashes)
        assert np.array_equal(together.starts[part], alone.starts)
        assert np.array_equal(together.ends[part], alone.ends)


@given(st.text())
def test_spans_are_ordered_and_inside(text: str) -> None:
    found = tokenize([text])
    places = [x for pair in zip(found.starts, found.ends, strict=True) for x in pair]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)
    assert all(s < e for s, e in zip(found.starts, found.ends, strict=True))


def test_long_texts_are_cut_into_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["one two three", "four", "", "five six " * 20]
    whole = tokenize(texts)
    monkeypatch.setattr(module, "_CHARACTERS_AT_ONCE", 16)
    assert np.array_equal(tokenize(texts).hashes, whole.hashes)
    assert np.array_equal(tokenize(texts).starts, whole.starts)
