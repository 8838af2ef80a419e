"""Sentences that the stages made are told in Russian, with every name and number in them."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import secondsource
from secondsource.messages import use_language
from secondsource.messages.retelling import InEnglish, retell
from secondsource.messages.stages import SENTENCES, list_forms

_PACKAGE = Path(secondsource.__file__).parent
_PLACE = re.compile(r"%\((\w+)\)s")
PHRASES = {
    "said_articles": "3 articles",
    "said_outlets": "2 outlets",
    "said_reports": "1 report",
    "said_voice": "the unnamed source “Sol”",
    "said_how": "the meaning of single words",
    "said_reason": "the text gives nothing to look for",
    "said_kind": "an error page",
    "each_fact": "“Sol” is disputed; “Mar” is not found",
    "each_step": "Sol copies Mar, Mar credits Rey",
}
_WORDS_FROM = {
    "evidence/standing.py": ("evidence/finding.py",),  # a stance's own name is its verb
    "evidence/origins/group.py": ("evidence/origins/ties.py", "evidence/origins/voicematch.py"),
    "evidence/origins/ties.py": ("evidence/origins/voicematch.py", "evidence/origins/credit.py"),
    "evidence/origins/credit.py": ("evidence/origins/ties.py",),
    "evidence/origins/path.py": ("evidence/origins/credit.py",),
}
names = st.text(st.sampled_from("QXZJ\u0416\u0429\u4e2d'%{}<>&\\"), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (
            "2 independent origins support this, in 3 articles, of which 1 is a copy or "
            "retelling. 1 of them was there before this article.",
            "2 независимых первоисточника говорят то же: 3 статьи, из них 1 — копия или "
            "пересказ. Из них 1 был до этой статьи.",
        ),
        (
            "Goes back to the article examined. The Post, Radio K and Sea & Sons all quote Ann "
            "Lee beside it. And 5 more ties.",
            "Восходит к самой разобранной статье. The Post, Radio K и Sea & Sons: рядом все "
            "цитируют одно лицо, Ann Lee. И ещё 5 связей.",
        ),
        (
            "The Post credits Den, which has the same text as Radio K.",
            "The Post указывает источник: Den; там тот же текст, что и здесь: Radio K.",
        ),
        (
            "The Post and Radio K both have it from the unnamed source “an aide”.",
            "The Post и Radio K: у обоих это со слов одного источника: неназванный источник «an "
            "aide».",
        ),
        (
            "This is a chain: The Post credits Radio K, Radio K links to Mayak.",
            "Это цепочка: The Post указывает источником издание Radio K; Radio K даёт гиперссылку "
            "на издание Mayak.",
        ),
        (
            "It holds 2 facts, looked up one by one: “a, b; c” is disputed; “d” is not found.",
            "Фактов в нём: 2, по каждому искали отдельно: «a, b; c» — оспаривается; «d» — не "
            "найдено.",
        ),
        ("the line that names outlet and date", "строка с названием издания и датой"),
        (
            "a/accounts.db is not a database that Second Source made. Put back a copy of it.",
            "a/accounts.db: это не база данных, созданная Second Source. "
            "Верните на место её копию.",
        ),
        (
            "\"published\" is '2024/05': give an ISO 8601 date as 2024-05-31",
            "\"published\" равно '2024/05': дайте дату по ISO 8601, например 2024-05-31",
        ),
        (
            "the line is not JSON (Expecting value at column 3): give one JSON object a line",
            "строка не JSON (Expecting value, столбец 3): дайте по одному объекту JSON в строке",
        ),
        (
            "Its byline holds half a character (U+D800 at 5), which is not valid Unicode. Save it "
            "again as UTF-8.",
            "В поле byline есть половина знака (U+D800 at 5), такого в Юникоде не бывает. "
            "Сохраните ещё раз в UTF-8.",
        ),
    ],
)
def test_sentences_are_told_in_russian(made: str, told: str) -> None:
    assert retell(made) == made
    with use_language("ru"):
        assert retell(made) == told


TOLD_IN_BOTH = [
    (
        "Mayak has the earliest date, 2019-02-17; 1 of the others has none.",
        "Mayak has the earliest date, 17 February 2019; 1 of the others has none.",
        "Mayak: самая ранняя дата, 17 февраля 2019; без даты 1 другая статья.",
    ),
    (
        "12 stretches of The Post (over 99% of it) say in en what Mayak says in ru, in the same "
        "order; compared by the meaning of single words.",
        "12 stretches of The Post (over 99% of it) say in English what Mayak says in Russian, in "
        "the same order; compared by the meaning of single words.",
        "The Post (язык: английский): отрезков, которые в том же порядке говорят то же, что другой "
        "текст (Mayak, язык: русский), — 12 (более 99% текста); чем сравнивали: значение отдельных "
        "слов.",
    ),
    (
        "Post (2024-03-05T22:00) published on 2024-03-05 at 23:30 (-05:00), after Den on "
        "2024-03-05 at 22:00 (local time).",
        "Post (5 March 2024, 22:00) published on 5 March 2024 at 23:30 (-05:00), after Den on "
        "5 March 2024 at 22:00 (local time).",
        "Post (5 марта 2024, 22:00): опубликовано 5 марта 2024 в 23:30 (-05:00), позже, чем Den "
        "(5 марта 2024 в 22:00 (местное время)).",
    ),
    (
        "Searched: 1200 articles of 2 outlets, in en, ru, from 2024-01 to 2024-05-18.",
        "Searched: 1,200 articles of 2 outlets, in English and Russian, from January 2024 to "
        "18 May 2024.",
        "Искали здесь: 1\xa0200 статей, 2 издания; языки: английский и русский; даты: январь 2024 "
        "– 18 мая 2024.",
    ),
    (
        "It holds 2 facts, looked up one by one: “by 2024-05-18” is from a single origin; “d” is "
        "not found.",
        "It holds 2 facts, looked up one by one: “by 2024-05-18” has one other source; “d” is not "
        "found.",
        "Фактов в нём: 2, по каждому искали отдельно: «by 2024-05-18» — один другой источник; «d» "
        "— не найдено.",
    ),
]  # the words of an article, as in the last, are not touched


@pytest.mark.parametrize(("made", "english", "russian"), TOLD_IN_BOTH)
def test_dates_languages_and_counts_are_written_as_the_reader_writes_them(
    made: str, english: str, russian: str
) -> None:
    assert retell(made) == english
    with use_language("ru"):
        assert retell(made) == russian


@pytest.mark.parametrize("sentence", sorted({words for form in list_forms() for words in form}))
@settings(deadline=None, max_examples=25)  # the catalogue is read in the first one
@given(values=st.lists(names, min_size=10, max_size=10), number=st.integers(0, 10**9))
def test_every_name_and_number_stands_in_the_translation(
    sentence: str, values: list[str], number: int
) -> None:
    places = _PLACE.findall(sentence)
    filled = dict(zip(places, values, strict=False)) | {"num": str(number)}
    made = sentence % (filled | {place: PHRASES[place] for place in places if place in PHRASES})
    with use_language("ru"):
        told = retell(made)
    assert not isinstance(told, InEnglish)
    assert told != made
    assert "num" in places or retell(made) == made
    plain = {place: value for place, value in filled.items() if place in places}
    kept = [value for place, value in plain.items() if place not in PHRASES and place != "num"]
    assert all(value in told for value in kept)
    assert "num" not in places or str(number) in told.replace("\N{NO-BREAK SPACE}", "")


@settings(deadline=None)
@given(st.text(max_size=300) | st.sampled_from([" and " * 900, "A. “" * 1500, "(" * 5000]))
def test_what_was_not_made_by_a_stage_stays_and_says_so(text: str) -> None:
    with use_language("ru"):
        told = retell(f"@{text}@")
    assert isinstance(told, InEnglish)
    assert told == f"@{text}@"


@pytest.mark.parametrize("module", SENTENCES)
def test_the_words_stand_in_the_module_that_makes_them(module: str) -> None:
    """A stage that words a sentence anew must do so here too, or nobody could retell it."""
    there = {
        word
        for each in (module, *_WORDS_FROM.get(module, ()))
        for word in _read_words(_PACKAGE / each)
    }
    words = {
        word
        for form in SENTENCES[module]
        for sentence in form
        for word in re.findall(r"[\w'-]+", _PLACE.sub(" ", sentence))
    }
    assert sorted(words - there - {word[:-1] for word in there}) == []


def _read_words(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from re.findall(r"[\w'-]+", node.value)
