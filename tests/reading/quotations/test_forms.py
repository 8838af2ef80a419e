"""The forms of one quotation: in the order of dates, and who is quoted."""

from dataclasses import replace

import pytest

from secondsource.article import Span
from secondsource.reading.quotations.compare import Drift
from secondsource.reading.quotations.edits import Touched
from secondsource.reading.quotations.folding import fold_words
from secondsource.reading.quotations.forms import (
    Print,
    cluster,
    keep_apart,
    make_group,
    note_differences,
)

_TEXT = "We will rebuild the old pier by next spring, whatever the council decides"


def _print(
    article: str, text: str, published: str, speaker: str | None = None, family: str = ""
) -> Print:
    place = (Span(0, len(text)),)
    return Print(article, place, text, published=published, speaker=speaker, family=family)


def _differ(left: str, right: str) -> bool | None:
    return None if "minister" in (left, right) else left == right


def test_the_earliest_form_comes_first_and_copies_count_once() -> None:
    late = _TEXT.replace("rebuild", "repair")
    group = make_group(
        [
            _print("c", late, "2019-03-03", family="f"),
            _print("a", _TEXT, "2019-03-01"),
            _print("b", late, "2019-03-02", family="f"),
        ],
        _differ,
    )
    assert [form.first.article for form in group.forms] == ["a", "b"]
    assert group.forms[1].against is not None
    assert group.forms[1].against.kinds == {Drift.REWORDED}
    assert (group.forms[1].families, group.families) == (1, 2)


def test_speakers_are_told_apart_only_when_they_surely_are() -> None:
    prints = [
        _print("a", _TEXT, "2019", "Anna Berg"),
        _print("b", _TEXT, "2019", "minister"),
        _print("c", _TEXT, "2019", "Jon Dahl"),
        _print("d", _TEXT, "2019"),
    ]
    group = make_group(prints, _differ)
    assert [s.names for s in group.speakers] == [("Anna Berg", "minister"), ("Jon Dahl",)]
    assert len(keep_apart(group.speakers, lambda _article, _name: False)) == 2
    assert (
        len(keep_apart(group.speakers, lambda article, name: (article, name) == ("c", "Anna Berg")))
        == 1
    )


def test_a_short_form_does_not_weld_two_long_ones() -> None:
    # 1 and 2 are tied by 0 only; 3 is tied to 2.
    groups = cluster([(0, 1), (0, 2), (2, 3)], {0: "2019", 1: "2018", 2: "2017", 3: "2016"})
    assert groups == [[2, 0, 3]]


def test_of_a_translation_only_numbers_and_negations_are_told() -> None:
    plain = _print("a", "The council will pay 300 crowns for each of the lost boats", "2019-01-01")
    text = "Der Rat wird für jedes der verlorenen Boote nicht 500 Kronen zahlen"
    other = replace(_print("b", text, "2019-01-02"), translated=0.9)
    group = make_group([plain, other], _differ)
    assert group.forms[1].against is None
    assert group.forms[1].noted == (Touched.NUMBER, Touched.NEGATION)
    assert group.forms[0].noted == ()


_DENIALS = [
    ("We will sell it to nobody", "Wir werden ihn an niemanden verkaufen"),
    ("There was no plan with any party", "Mit keiner Partei gab es einen Plan"),
    ("Nobody came to the old pier", "Personne n'est venu sur la vieille jetée"),
    ("It is not here", "Il n’est plus ici"),
    ("I have no doubt of it at all", "Non ho dubbi"),
    ("Nothing will stop us", "Нас нельзя остановить"),
    ("There is no way out", "No hay ninguna salida"),
]


@pytest.mark.parametrize(("plain", "translated"), _DENIALS)
def test_a_denial_that_a_translation_keeps_is_no_difference(plain: str, translated: str) -> None:
    assert not list(note_differences(fold_words(plain), fold_words(translated)))
