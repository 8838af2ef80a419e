"""Claims find the fact-checks about them, in other words too, and no others; reasons are told."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from secondsource.archive import Archive
from secondsource.evidence.fact_check import FactCheck
from secondsource.factcheck.reviews.features import take_apart
from secondsource.factcheck.reviews.match import ReviewModels, match_claims, rank_claims
from secondsource.lineage.translation.sentence_sums import F32

_KNOWN = (
    "The town of Velmark closed its only bridge for good on 4 May 2031.",
    "Nine ships sank in the harbour of Velmark in one night.",
    "Mayor Ada Quell was paid 40,000 crowns by the brewers of Orsk.",
    "Drinking sea water cures the common cold, doctors in Orsk say.",
    "Мэр Вельмарка Ада Квелл продала городской рынок за одну крону.",
)


class _Bags:
    """Vectors of the letters of a text: alike where words are alike."""

    def embed(self, texts: Sequence[str]) -> F32:
        vectors = np.zeros((len(texts), 384), np.float32)
        for row, text in enumerate(texts):
            for first, second in zip(text.lower(), text.lower()[1:], strict=False):
                vectors[row, (ord(first) * 31 + ord(second)) % 384] += 1
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.asarray(vectors / np.maximum(norms, 1e-9), np.float32)


def _find(
    folder: Path, claims: Sequence[str], language: str, kinds: Sequence[str] = ()
) -> list[list[str]]:
    with Archive.open(folder, create=True) as archive:
        archive.factchecks.add(
            FactCheck(
                text,
                "Velmark Checks",
                "Not so",
                f"https://a.example/{n}",
                language="ru" if text > "А" else "en",
            )
            for n, text in enumerate(_KNOWN)
        )
        for kind in kinds:
            archive.factcheck_index.compute(kind, _Bags())
        models = ReviewModels(_Bags() if kinds else None)
        found = match_claims(claims, language, archive.factcheck_index.open(), models)
    return [[match.fact_check.claim for match in matches] for matches in found]


@pytest.mark.parametrize("kinds", [(), ("english",)])
@pytest.mark.parametrize(
    ("claim", "place"),
    [
        ("Velmark has closed its only bridge for good, on 4 May 2031.", 0),
        ("In one night nine ships sank in Velmark's harbour.", 1),
    ],
)
def test_the_same_claim_in_other_words(
    tmp_path: Path, claim: str, place: int, kinds: Sequence[str]
) -> None:
    assert _find(tmp_path, [claim], "en", kinds)[0][:1] == [_KNOWN[place]]


@pytest.mark.parametrize(
    "claim", ["", "?!", "Tomatoes were cheap in the south.", "Somebody said something."]
)
def test_other_claims_find_nothing(tmp_path: Path, claim: str) -> None:
    assert _find(tmp_path, [claim], "en", ["english"]) == [[]]


def test_a_claim_in_russian_finds_the_russian_one(tmp_path: Path) -> None:
    claim = "Ада Квелл, мэр Вельмарка, продала городской рынок за крону."
    assert _find(tmp_path, [claim], "ru")[0][:1] == [_KNOWN[4]]


def test_of_two_alike_the_first_imported_comes_first(tmp_path: Path) -> None:
    with Archive.open(tmp_path, create=True) as archive:
        archive.factchecks.add(
            FactCheck(text, "Checks", "", f"https://a.example/{n}", language="en")
            for n, text in enumerate(['He said "never" to Orsk.', "He said 'never' to Orsk."])
        )
        shelf = archive.factcheck_index.open()
        assert rank_claims(["He said never to Orsk"], "en", shelf, ReviewModels()) == [[1, 2]]


def test_what_has_no_vector_yet_is_found_by_its_words(tmp_path: Path) -> None:
    with Archive.open(tmp_path, create=True) as archive:
        first, *rest = (FactCheck(t, "Checks", "", language="en") for t in _KNOWN[:4])
        archive.factchecks.add(rest)
        archive.factcheck_index.compute("english", _Bags())
        archive.factchecks.add([first])
        shelf = archive.factcheck_index.open()
        (found,) = match_claims([first.claim], "en", shelf, ReviewModels(_Bags()))
    assert found[0].fact_check.claim == first.claim


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("3,5 Prozent", "3.5"),
        ("35 Prozent", "35"),
        ("1.500 Euro", "1500"),
        ("1 500 Euro", "1500"),
        ("1,500 euros", "1500"),
    ],
)
def test_a_decimal_comma_is_no_thousand(written: str, number: str) -> None:
    assert take_apart(written, "", "de").numbers == {number}


def test_the_reasons_name_words_and_numbers(tmp_path: Path) -> None:
    with Archive.open(tmp_path, create=True) as archive:
        archive.factchecks.add(FactCheck(t, "Checks", "", language="en") for t in _KNOWN[:4])
        shelf = archive.factcheck_index.open()
        ((match, *_),) = match_claims([_KNOWN[2]], "en", shelf, ReviewModels())
    signals = {signal.name: signal for signal in match.because}
    assert "“brewers”" in signals["shared_words"].sentence
    assert "“40”" not in signals["shared_words"].sentence
    assert signals["same_numbers"].sentence == "Both give the number 40000."


def test_what_differs_is_told_before_what_is_alike(tmp_path: Path) -> None:
    with Archive.open(tmp_path, create=True) as archive:
        archive.factchecks.add(FactCheck(t, "Checks", "") for t in _KNOWN[:4])
        shelf = archive.factcheck_index.open()
        claim = _KNOWN[2].replace("40,000", "90,000")
        ((match, *_),) = match_claims([claim], "en", shelf, ReviewModels())
    first = match.because[0]
    assert first.sentence == "The claim has the number 90,000, the fact-check 40,000."
    assert 0 < match.score <= 1
