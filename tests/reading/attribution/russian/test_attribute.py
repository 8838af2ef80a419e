"""Who says what in Russian."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
    (
        "В том же августе стало известно, что мост закроют.",
        (None, "стало известно", "мост закроют"),
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


WORDS = ["«Да, »", "— сказал", "сказала", "мэр", "что", ",", ".", ":", "По словам", "МВД", "он"]
WORDS += ["сообщили", "Как", "«Нет»,", "— И.", "\n\n", "который", "о мосте", "«", "Пётр Кротов"]


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


def test_two_people_of_one_surname_are_nobody() -> None:
    text = "Пётр Дрёмов и Борис Дрёмов ушли. По словам Дрёмова, мост закрыт."
    [attribution] = find_attributions(text, "ru")
    assert attribution.source is not None
    assert attribution.source.entity is None


def test_who_is_told_is_never_who_says() -> None:
    text = "Президенту Борису Волхину министр Анна Серова сказала, что дорога готова."
    [attribution] = find_attributions(text, "ru")
    assert attribution.source is not None
    assert attribution.source.entity == "Анна Серова"


def test_what_is_wanted_is_the_authors_word() -> None:
    text = "Компания намерена закрыть завод. Директор уверен, что завод закроют."
    assert [a.asserts for a in find_attributions(text, "ru")] == [False, True]


def test_a_voice_within_a_voice() -> None:
    text = "Рябов утверждает, что Данилин обещал, что второй мост достроят будущей весной."
    [voice] = assign_voices(text, "ru", split_sentences(text, "ru"), find_attributions(text, "ru"))
    assert voice.source is not None
    assert voice.nested is not None
    assert voice.nested.source is not None
    assert (voice.source.text, voice.nested.source.text) == ("Рябов", "Данилин")


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.sampled_from(WORDS),
        max_size=25,
    )
)
def test_everything_found_stands_in_the_text(words: list[str]) -> None:
    text = " ".join(words)
    for found in find_attributions(text, "ru"):
        assert all(text[p.start].strip() and text[p.end - 1].strip() for p in found.content)
        for part in (found.source, found.cue):
            assert part is None or part.span is None or part.text == part.span.of(text)
