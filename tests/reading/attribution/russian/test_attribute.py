"""Who says what in Russian."""

import pytest

from secondsource.reading.attribution.russian.names import complete_name, find_names, is_same_word
from secondsource.reading.attribution.voices import assign_voices, find_attributions
from secondsource.sentences import split_sentences

CASES = [
    (
        "Министр Марина Ольхова заявила, что мост безопасен.",
        ("Министр Марина Ольхова", "заявила", "мост безопасен"),
    ),
    (
        "«Мост выстоит», — сказала Марина Ольхова.",
        ("Марина Ольхова", "сказала", "«Мост выстоит»"),
    ),
    (
        "«Мы проверили его дважды, — сказала она. — Он выстоит».",
        ("она", "сказала", "«Мы проверили его дважды | Он выстоит»"),
    ),
    (
        "По словам Ольховой, работы закончат к осени.",
        ("Ольховой", "По словам", "работы закончат к осени"),
    ),
    (
        "Мост, по мнению инженера, закроют.",
        ("инженера", "по мнению", "Мост | закроют"),
    ),
    (
        "Как заявил инженер Борис Тальков, опора треснула.",
        ("инженер Борис Тальков", "заявил", "опора треснула"),
    ),
    (
        "Глава города Пётр Дрёмов добавил: «Закрывать мост не будем».",
        ("Глава города Пётр Дрёмов", "добавил", "«Закрывать мост не будем»"),
    ),
    (
        "Движение восстановлено, сообщили в мэрии.",
        ("мэрии", "сообщили", "Движение восстановлено"),
    ),
    (
        "Газета «Вестник Заречья» пишет, что отчёт скрыли.",
        ("Газета «Вестник Заречья»", "пишет", "отчёт скрыли"),
    ),
    ("Сообщается, что пострадавших нет.", (None, "Сообщается", "пострадавших нет")),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_russian_attributions(text: str, expected: tuple[str | None, str, str]) -> None:
    [attribution] = find_attributions(text, "ru")
    assert attribution.cue is not None
    assert (
        attribution.source.text if attribution.source else None,
        attribution.cue.text,
        " | ".join(piece.of(text) for piece in attribution.content),
    ) == expected


def test_nothing_is_attributed_where_nobody_speaks() -> None:
    assert (
        find_attributions("Все ждали автобус на остановке. Газета «Вестник» закрылась.", "ru") == ()
    )


def test_surnames_in_other_cases_and_pronouns_are_resolved() -> None:
    text = (
        "Министр Марина Ольхова заявила, что мост безопасен. По словам Ольховой, работы "
        "закончат к осени. Инженер Борис Тальков считает, что опора треснула. Он добавил, что "
        "отчёт скрыли."
    )
    sources = [a.source for a in find_attributions(text, "ru")]
    assert [s.entity for s in sources if s] == [
        "Марина Ольхова",
        "Марина Ольхова",
        "Борис Тальков",
        "Борис Тальков",
    ]


def test_the_voice_of_each_sentence() -> None:
    text = "Мост закрыт. «Мост проверили дважды, — сказала Марина Ольхова. — Он выстоит»."
    sentences = split_sentences(text, "ru")
    voices = assign_voices(text, "ru", sentences, find_attributions(text, "ru"))
    assert [v.type for v in voices] == ["author", "attributed", "attributed"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ольхова", "Ольховой", True),
        ("Тальков", "Талькову", True),
        ("Тальков", "Тальникова", False),
        ("Дрёмов", "Дрёмова", True),
        ("Ким", "Кима", True),
    ],
)
def test_forms_of_one_name(one: str, other: str, same: bool) -> None:
    assert is_same_word(one, other) is same


def test_two_people_of_one_surname_are_nobody() -> None:
    names = find_names("Пётр Дрёмов и Борис Дрёмов ушли.")
    assert complete_name("Дрёмову", names, is_subject=False) is None
