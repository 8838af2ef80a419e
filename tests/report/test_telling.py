"""What the program says of an item, in a reader's words: never the short English that is kept."""

import pytest

from secondsource.article import Span
from secondsource.messages.speaking import use_language
from secondsource.report.telling import say_machine
from secondsource.review.subject import (
    AttributionSubject,
    EdgeSubject,
    StanceSubject,
    StatementSubject,
    Subject,
    TieSubject,
    write_key,
)

STANCE = StanceSubject("claim", "article", Span(0, 9))
SAME_VOICE = "The Post and Radio K both quote Ann Lee beside it."
IN_RUSSIAN = "The Post и Radio K: рядом оба цитируют одно лицо, Ann Lee."


@pytest.mark.parametrize(
    ("subject", "kept", "english", "russian"),
    [
        (
            STANCE,
            "supports (0.93)",
            "says the same, quite sure (0.93, where 1 is the surest reading)",
            "говорит то же, вполне уверенно (0.93, где 1 — самое уверенное прочтение)",
        ),
        (
            STANCE,
            "disputes (0.49)",
            "may say the contrary, unsure (0.49, where 1 is the surest reading)",
            "возможно, говорит обратное, неуверенно (0.49, где 1 — самое уверенное прочтение)",
        ),
        (
            STANCE,
            "discusses",
            "is about it, takes no side, told by the words alone",
            "об этом, ничью сторону не занимает, определено только по словам",
        ),
        (STANCE, "something else", "something else", "something else"),
        (StatementSubject("s"), "claim", "claim", "утверждение"),
        (AttributionSubject("s"), "the author", "the author", "автор"),
        (AttributionSubject("s"), "Ann Lee", "Ann Lee", "Ann Lee"),
        (
            EdgeSubject("child", "parent"),
            "translation. Its text is an unknown one.",
            "Translation. Its text is an unknown one.",
            "Перевод. Its text is an unknown one.",
        ),
        (EdgeSubject("child", "parent"), "old words", "old words", "old words"),
        (TieSubject("left", "right", "same_voice"), SAME_VOICE, SAME_VOICE, IN_RUSSIAN),
    ],
)
def test_the_machine_speaks_as_a_reader_does(
    subject: Subject, kept: str, english: str, russian: str
) -> None:
    assert say_machine(write_key(subject), kept) == english
    with use_language("ru"):
        assert say_machine(write_key(subject), kept) == russian
