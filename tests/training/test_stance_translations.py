"""Pairs in two languages: what supports, what disputes, what does neither, and from which texts."""

import random
from pathlib import Path

import pytest

from evals.verification_sets import is_held_out
from secondsource.evidence.finding import Stance
from training.stance_translations import LANGUAGES, change_polarity, make_parallel_pairs

_CODES = {"en": "src.eng", "ru": "ref.rus", "uk": "ref.ukr", "de": "ref.deu"}
_CODES |= {"fr": "ref.fra", "es": "ref.spa", "pl": "ref.pol"}
_LINES = (
    "{k} the ferry was late by {n} hours on that day",
    "{k} so said Harbour Master Quill later",
)


def _write_world(data: Path) -> None:
    """Forty documents of two sentences; each language marks its own with its code."""
    folder = data / "translation" / "ntrex"
    folder.mkdir(parents=True)
    names = [f"outlet.{number}" for number in range(40)]
    (folder / "DOCUMENT_IDS.tsv").write_text("\n".join(n for n in names for _ in _LINES))
    for language, code in _CODES.items():
        lines = [line.format(k=language, n=n) for n in range(40) for line in _LINES]
        (folder / f"newstest2019-{code}.txt").write_text("\n".join(lines))


def test_pairs_are_what_their_class_says(tmp_path: Path) -> None:
    _write_world(tmp_path)
    pairs = make_parallel_pairs(tmp_path, 300, random.Random(1))
    assert {pair.stance for pair in pairs} == {Stance.SUPPORTS, Stance.DISPUTES, Stance.DISCUSSES}
    for pair in pairs:
        said = " ".join(word for word in pair.claim.split() if word not in LANGUAGES)
        called_untrue = not pair.passage.startswith(tuple(LANGUAGES))
        if pair.stance is Stance.SUPPORTS:
            assert said in pair.passage
        if pair.stance is Stance.DISPUTES:
            assert said not in pair.passage or called_untrue


def test_documents_kept_for_measuring_are_not_learnt_from(tmp_path: Path) -> None:
    _write_world(tmp_path)
    learnt = {p.group for p in make_parallel_pairs(tmp_path, 200, random.Random(1))}
    kept = {p.group for p in make_parallel_pairs(tmp_path, 200, random.Random(1), held_out=True)}
    assert learnt.isdisjoint(kept)
    assert {is_held_out(group) for group in learnt} == {False}
    assert {is_held_out(group) for group in kept} == {True}


@pytest.mark.parametrize(
    ("language", "text", "changed"),
    [
        ("en", "The dam was full.", "The dam was not full."),
        ("en", "The dam wasn't full.", "The dam was full."),
        ("de", "Der Damm ist voll.", "Der Damm ist nicht voll."),
        ("de", "Der Damm ist nicht voll.", "Der Damm ist voll."),
        ("fr", "Les digues sont pleines.", "Les digues ne sont pas pleines."),
        ("fr", "Il n'avait pas plu.", "Il avait plu."),
        ("es", "La presa está llena.", "La presa no está llena."),
        ("es", "La presa no está llena.", "La presa está llena."),
        ("ru", "Плотина была полна.", "Плотина не была полна."),
        ("ru", "Он не пришел.", "Он пришел."),
        ("uk", "Гребля була повна.", "Гребля не була повна."),
        ("pl", "Zapora jest pełna.", "Zapora nie jest pełna."),
        ("pl", "Zapora nie jest pełna.", "Zapora jest pełna."),
        ("en", "No ferry today.", "No ferry today."),
    ],
)
def test_polarity_is_turned_round(language: str, text: str, changed: str) -> None:
    assert change_polarity(text, language, random.Random(0)) == changed
