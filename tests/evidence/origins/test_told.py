"""To which outlet "the official" spoke, and which outlet "the newspaper" or "the Herald" is."""

import pytest

from secondsource.article import Article, Credit, Passage, Role, Span
from secondsource.evidence import load_houses
from secondsource.evidence.origins.credit import KnownOutlets, find_debts, know_outlets
from secondsource.evidence.origins.piece import Ground, make_piece
from secondsource.evidence.origins.sametext import SharedText
from secondsource.evidence.origins.told import find_told
from secondsource.evidence.origins.voicekey import VoiceAt, make_voice_key
from secondsource.reading.statement import Attribution, Quotation, Source

_WIRE = Article(
    "w",
    "BREDE (Tidewire) - The lock burst.",
    outlet="Brede Herald",
    credits=(Credit(Role.WIRE, "Tidewire", span=Span(7, 15)),),
)
_ZEITUNG = Article("z", "Das Wehr brach.", outlet="Breder Zeitung", language="de")


def know(article: Article) -> KnownOutlets:
    return know_outlets([article, _WIRE, _ZEITUNG], load_houses())


def ask_told(text: str, shown: str, language: str = "en") -> list[str]:
    """The outlets that the source of the last sentence spoke to."""
    article = Article("x", text, outlet="Radio Lowe", language=language)
    start = text.rindex("\n") + 1
    key = make_voice_key(shown)
    assert key is not None
    debts = find_told(article, Span(start, len(text)), [VoiceAt(key, None)], know(article))
    return [debt.name for debt in debts]


_LAST = "\nThe gates failed a test in May, the official said."


@pytest.mark.parametrize(
    ("before", "outlets"),
    [
        ("The lock should have been shut, a senior official has told Tidewire.", ["Tidewire"]),
        ("An official told Tidewire so. The official was tired. It rained.", ["Tidewire"]),
        # The reverse: brought in by the paper itself, or another one
        ("The lock should have been shut, a senior official said.", []),
        ("A senior official told Tidewire so. An official of the port asked for calm.", []),
        ("A senior official told Tidewire so. Another official had no doubt.", []),
        ("A pilot told Tidewire that the lock should have been shut.", []),
    ],
)
def test_an_official_is_the_one_whom_the_sentences_before_bring_in(
    before: str, outlets: list[str]
) -> None:
    assert ask_told(before + _LAST, "the official") == outlets


def test_a_source_that_the_sentence_itself_brings_in_is_no_earlier_one() -> None:
    assert ask_told(f"A senior official told Tidewire so.{_LAST}", "an official") == []


def test_a_source_in_russian_is_known_in_another_case() -> None:
    text = (
        "По словам чиновника, сообщает ТАСС, шлюз был закрыт.\nВорота сломались, сказал чиновник."
    )
    assert ask_told(text, "чиновник", "ru") == ["ТАСС"]


@pytest.mark.parametrize(
    ("text", "outlets"),
    [
        ("The Brede Herald reported it.\nThe gates failed, an official told the Herald.", True),
        (
            "The Brede Herald reported it.\nThe gates failed, an official told the Herald Sun.",
            False,
        ),
        ("A paper reported it.\nThe gates failed, an official told the Herald.", False),
    ],
)
def test_an_outlet_is_known_by_its_last_word_below_its_whole_name(text: str, outlets: bool) -> None:
    article = Article("x", text, outlet="Lowe Digest", language="en")
    focus = Span(text.rindex("\n") + 1, len(text))
    debts = find_debts(article, focus, know(article), voiced=True)
    assert [d.name for d in debts if d.name == "Brede Herald"] == ["Brede Herald"] * outlets


def read_blatt(text: str, _language: str | None) -> list[Attribution]:
    """Everything said to be by the source that stands in these words."""
    at = text.find("dem Blatt")
    if at < 0:
        return []
    source = Source("dem Blatt", Span(at, at + 9))
    return [Attribution(source, None, (Span(0, len(text)),), Quotation.INDIRECT)]


@pytest.mark.parametrize(
    ("first", "owed", "voices"),
    [
        ("Das Wehr brach. Das berichtete die Breder Zeitung am Montag.", ["Breder Zeitung"], []),
        ("Das Wehr brach am Montag.", [], ["dem Blatt"]),
    ],
)
def test_the_paper_is_the_outlet_named_beside_it(
    first: str, owed: list[str], voices: list[str]
) -> None:
    text = f"{first}\nDer Neubau kostet dem Blatt zufolge vier Millionen Euro."
    article = Article("x", text, outlet="Westpost", language="de")
    focus = Span(text.index("\n") + 1, len(text))
    ground = Ground(SharedText(()), know(article), read_blatt)
    piece = make_piece(article, focus, ground, silent=False)
    assert [debt.name for debt in piece.debts] == owed
    assert [voice.key.shown for voice in piece.voices] == voices
    assert piece.focus == Passage("x", focus)
