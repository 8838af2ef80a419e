"""Russian sentences of which the parser makes several trees, and whose word they are."""

import pytest

from secondsource.reading.attribution.voices import assign_voices, find_attributions
from secondsource.sentences import split_sentences


def _sources(text: str) -> list[str | None]:
    spans = split_sentences(text, "ru")
    voices = assign_voices(text, "ru", spans, find_attributions(text, "ru"))
    return [voice.source.text if voice.source else None for voice in voices]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Плотину закрыли до конца мая, сообщает пресс-служба мэрии.", "пресс-служба мэрии"),
        (
            "Суд Верхнего Орина отправил мельника Петра Зимина под стражу на месяц, сообщила "
            "пресс-служба суда.",
            "пресс-служба суда",
        ),
        (
            "Батареи в Заречном посёлке потеплеют не раньше среды, рассказали нашей газете в "
            "городской администрации.",
            "городской администрации",
        ),
        ("Плотину закрыли в мае, пишет The Guardian.", "The Guardian"),
        (
            "По данным районных властей, к плотине стянуты 9 бригад, из области везут насосы.",
            "районных властей",
        ),
        (
            "По его словам, жалоб от рыбаков в срок не поступило, мельник получит бумаги в среду.",
            "его",
        ),
    ],
)
def test_all_of_it_is_the_sources(text: str, source: str) -> None:
    assert _sources(text) == [source]


@pytest.mark.parametrize(
    "text",
    [
        "Дождь кончился, вода ушла, и мэр сказал.",
        "Суд начался, судья сообщил журналистам о переносе.",
        "Как только мэр рассказал о пожаре, толпа ушла, площадь опустела.",
    ],
)
def test_a_clause_that_tells_something_else_gives_no_voice(text: str) -> None:
    assert _sources(text) == [None]
