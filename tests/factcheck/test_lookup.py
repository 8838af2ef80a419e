"""Quotations looked up in collections: exact, edited, in other words, or not found."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from secondsource.archive import Archive
from secondsource.archive.collected import StoredCollection
from secondsource.article import Article
from secondsource.factcheck.entry import MatchKind, Section
from secondsource.factcheck.importing import QuotationFile
from secondsource.factcheck.lookup import Asked, Meanings, look_up
from secondsource.factcheck.names import list_keys
from secondsource.factcheck.speakers import read_speakers, same_speaker
from secondsource.jobs.quotation_collections import import_collection, look_up_all
from secondsource.jobs.quotations import find_quotations_of
from secondsource.lineage.translation.sentence_sums import F32, SentenceSums
from secondsource.reading.quotations.extract import find_said
from tests.factcheck.wikiquote_pages import make_dump


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[StoredCollection]:
    file = tmp_path / "dump.xml"
    file.write_text(make_dump(), encoding="utf-8")
    with Archive.open(tmp_path / "news", create=True) as archive:
        import_collection(archive, QuotationFile(file), "test", lambda _count: None)
        (opened,) = archive.collections.open_all()
    yield opened
    opened.close()


_ASKED = [
    ("Laws are like sausages; it is better not to see them being made!", MatchKind.EXACT, True),
    ("Laws are like sausages. It is best never to see them being made.", MatchKind.EDITED, True),
    # The translation and the variant that an entry gives count as it.
    (
        "Not through speeches and majority decisions are the great questions of the day decided",
        MatchKind.EDITED,
        True,
    ),
    ("Believe nothing until it has been officially denied", MatchKind.EXACT, True),
    ("A harbour is a promise made of stone, and stone forgets nothing", MatchKind.EXACT, False),
]


@pytest.mark.parametrize(("text", "kind", "same"), _ASKED)
def test_what_is_found_by_its_words(
    text: str, kind: MatchKind, same: bool, collection: StoredCollection
) -> None:
    found = look_up(Asked(text, "Otto Bismarck", "en"), [collection])
    assert (found.matches[0].kind, found.matches[0].same_person) == (kind, same)


def test_what_is_not_found_says_how_much_was_searched(collection: StoredCollection) -> None:
    found = look_up(Asked("Bridges are built by those who cannot swim", "Bismarck"), [collection])
    assert (found.matches, found.quotations, found.people, found.by_person) == ((), 15, 5, 5)
    nobody = look_up(Asked("Bridges are built by those who cannot swim"), [collection])
    assert nobody.by_person is None


class _Same:
    """A model for which texts with the word "preventive" or "предупреждать" mean the same."""

    dimensions = 2

    def sum_words(self, texts: Sequence[str]) -> SentenceSums:
        return SentenceSums(self.embed(texts), np.ones(len(texts), np.float32))

    def embed(self, texts: Sequence[str]) -> F32:
        meant = [any(w in text for w in ("preventive", "предупреж")) for text in texts]
        return np.array([[1, 0] if each else [0, 1] for each in meant], np.float32)


def test_the_same_thought_in_other_words_or_languages(collection: StoredCollection) -> None:
    meanings = Meanings(_Same(), _Same())
    said = "Anyone who starts a preventive war digs his own grave"
    (other,) = look_up(Asked(said, "Bismarck", "en"), [collection], meanings).matches
    assert (other.kind, other.entry.section) == (MatchKind.PARAPHRASED, Section.DISPUTED)
    said = "Кто начинает войну, чтобы её предупредить, роет могилу себе; предупреждать глупо"
    (other,) = look_up(Asked(said, "Бисмарк", "ru"), [collection], meanings).matches
    assert other.kind is MatchKind.TRANSLATED
    assert not look_up(Asked(said, "Ingrid Solvei", "ru"), [collection], meanings).matches


_NAMES = [
    ("Bismarck", "Otto von Bismarck", True),
    ("Отто фон Бисмарк", "Otto von Bismarck", True),
    ("Mr Radin", "Pyotr Radin", True),
    ("Anna Berg", "Jon Dahl", False),
    ("Anna Berg", "Karl Berg", False),
    ("the minister", "Anna Berg", None),
    ("the Harbour Board", "Anna Berg", None),
]


@pytest.mark.parametrize(("left", "right", "same"), _NAMES)
def test_whether_two_names_are_one_person(left: str, right: str, same: bool | None) -> None:
    assert same_speaker(left, right) is same
    assert same_speaker(right, left) is same


@pytest.mark.parametrize(("left", "right"), [("Бисмарк", "Bismarck"), ("Гёте", "Goethe")])
def test_a_name_has_one_key_in_two_scripts(left: str, right: str) -> None:
    assert list_keys(left) & list_keys(right)


def test_a_surname_is_filled_in_from_the_article() -> None:
    text = (
        "The harbour board met with Anna Berg on Monday.\n\nNobody spoke.\n\nIt rained.\n\n"
        "“We will rebuild the old pier by next spring,” Berg said.\n\nThe rain went on."
    )
    article = Article("a", text, language="en")
    assert list(read_speakers([(article, find_said(article))])) == [["Anna Berg"]]


def test_a_fuller_name_is_looked_for_in_steps_that_grow_with_the_text_only() -> None:
    text = "“We will rebuild the old pier by next spring,” Berg said.\n\n" + "A-" * 75_000
    article = Article("a", text, language="en")
    assert list(read_speakers([(article, find_said(article))])) == [["Berg"]]


def test_an_article_is_told_what_collections_have(tmp_path: Path) -> None:
    file = tmp_path / "dump.xml"
    file.write_text(make_dump(), encoding="utf-8")
    said = "“Laws are like sausages; it is better not to see them being made,” Bismarck said."
    article = Article("a", said, language="en")
    with Archive.open(tmp_path / "news", create=True) as archive:
        findings = find_quotations_of(article, archive)
        assert look_up_all(archive, article, findings)[0].looked_up is None
        import_collection(archive, QuotationFile(file), None, lambda _count: None)
        (told,) = look_up_all(archive, article, findings)
    assert told.looked_up is not None
    assert told.looked_up.matches[0].entry.section is Section.MISATTRIBUTED
