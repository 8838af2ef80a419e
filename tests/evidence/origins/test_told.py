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
        # Nor one whom the outlet only writes about, nor an adjective
        ("An official was hurt, Tidewire reported.", []),
        ("The official statement, cited by Tidewire, gave no number.", []),
    ],
)
def test_an_official_is_the_one_whom_the_sentences_before_bring_in(
    before: str, outlets: list[str]
) -> None:
    assert ask_told(before + _LAST, "the official") == outlets


def test_a_source_that_the_sentence_itself_brings_in_is_no_earlier_one() -> None:
    assert ask_told(f"A senior official told Tidewire so.{_LAST}", "an official") == []


@pytest.mark.parametrize(
    ("before", "last", "shown", "outlets"),
    [
        ("A port official told Tidewire so.", "It failed, the port official said.", None, True),
        ("A trade official told Tidewire so.", "It failed, the port official said.", None, False),
        ("Residents told Tidewire so.", "It failed, residents said.", "residents", False),
        ("Residents told Tidewire so.", "It failed, the residents said.", "the residents", True),
        (
            "An official told Tidewire so.",
            "It failed, the official told us.",
            "the official",
            False,
        ),
        (
            "An official told Tidewire so.",
            "It failed, the official told Radio Lowe.",
            "the official",
            False,
        ),
    ],
)
def test_an_official_is_nobody_else(
    before: str, last: str, shown: str | None, outlets: bool
) -> None:
    said = ask_told(f"{before}\n{last}", shown or "the port official")
    assert said == ["Tidewire"] * outlets


@pytest.mark.parametrize(
    ("text", "shown", "language", "outlets"),
    [
        (
            "Un témoin l'a dit à l'AFP, selon l'AFP.\nC'est faux, dit le témoin.",
            "le témoin",
            "fr",
            1,
        ),
        ("Des témoins ont fui, selon l'AFP.\nC'est faux.", "des témoins", "fr", 0),
        ("Una fuente, según EFE, lo negó.\nEs falso, dijo la fuente.", "la fuente", "es", 1),
        ("Una fuente, según EFE, lo negó.\nEs falso.", "fuentes judiciales", "es", 0),
        ("Ein Zeuge sagte das laut dpa.\nDas stimmt, sagte der Zeuge.", "der Zeuge", "de", 1),
        ("Experten halten das laut dpa für falsch.\nDas stimmt.", "Experten", "de", 0),
        ("Эксперты рассказали это ТАСС.\nЭто так.", "эксперты", "ru", 0),
        ("Чиновник рассказал это ТАСС.\nЭто так.", "чиновник мэрии", "ru", 0),
    ],
)
def test_a_source_is_known_by_its_article_or_its_number(
    text: str, shown: str, language: str, outlets: int
) -> None:
    assert len(ask_told(text, shown, language)) == outlets


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
        # Another Herald: one that no article is of, one with a longer name
        ("The Brede Herald and the Lowe Herald ran it.\nIt failed, a man told the Herald.", False),
        ("The Brede Herald ran it.\nIt failed, a man told the Herald-Sun.", False),
        ("The Brede Herald ran it.\nIt failed, a man told the Herald of Lowe.", False),
    ],
)
def test_an_outlet_is_known_by_its_last_word_below_its_whole_name(text: str, outlets: bool) -> None:
    article = Article("x", text, outlet="Lowe Digest", language="en")
    focus = Span(text.rindex("\n") + 1, len(text))
    debts = find_debts(article, focus, know(article), voiced=True)
    assert [d.name for d in debts if d.name == "Brede Herald"] == ["Brede Herald"] * outlets


def test_the_herald_in_a_herald_is_its_own() -> None:
    text = "The Brede Herald ran it.\nIt failed, a man told the Herald."
    article = Article("x", text, outlet="Lowe Herald", language="en")
    focus = Span(text.index("\n") + 1, len(text))
    assert find_debts(article, focus, know(article), voiced=True) == ()


def read_paper(text: str, _language: str | None) -> list[Attribution]:
    """Everything said to be by "the newspaper", where that stands there."""
    return [
        Attribution(Source(words, Span(at, at + len(words))), None, (Span(0, len(text)),), _SO)
        for words in ("dem Blatt", "the newspaper")
        if (at := text.find(words)) >= 0
    ]


_SO = Quotation.INDIRECT


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
    ground = Ground(SharedText(()), know(article), read_paper)
    piece = make_piece(article, focus, ground, silent=False)
    assert [debt.name for debt in piece.debts] == owed
    assert [voice.key.shown for voice in piece.voices] == voices
    assert piece.focus == Passage("x", focus)


@pytest.mark.parametrize(
    ("text", "owed"),
    [
        ("The Brede Herald reported it.\nThe lock failed, the newspaper said.", True),
        # A paper that is spoken of, beside another that is cited
        (
            "The Lowe Post will cut 40 jobs.\nIt lost money, the newspaper said.\n"
            "A union spoke of strikes, the Brede Herald reported.",
            False,
        ),
        (
            "The Brede Herald reported it.\nThe lock failed, files seen by this newspaper say.",
            False,
        ),
    ],
)
def test_the_paper_is_the_outlet_named_last(text: str, owed: bool) -> None:
    article = Article("x", text, outlet="Radio Lowe", language="en")
    start = text.index("\n") + 1
    end = text.find("\n", start)
    focus = Span(start, end if end > 0 else len(text))
    ground = Ground(SharedText(()), know(article), read_paper)
    piece = make_piece(article, focus, ground, silent=False)
    assert [debt.name for debt in piece.debts] == ["Brede Herald"] * owed
