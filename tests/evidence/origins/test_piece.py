"""Names are found as whole words only, where they are shown as evidence."""

from dataclasses import replace

import pytest

from secondsource.article import Article, Passage, Span
from secondsource.evidence import load_houses
from secondsource.evidence.origins.credit import know_outlets
from secondsource.evidence.origins.piece import Ground, Piece, copy_piece, make_piece
from secondsource.evidence.origins.sametext import SharedText
from secondsource.evidence.origins.voicekey import VoiceAt, make_voice_key
from secondsource.reading import find_attributions
from tests.evidence.newsroom import read_said

_SHUT = "The bridge is shut."


def copy_of(text: str, name: str) -> Piece:
    """The deciding sentence of an article, as a copy of one whose source has this name."""
    article = Article("x", text, language="en")
    ground = Ground(SharedText(()), know_outlets([article], load_houses()), read_said)
    at = text.index(_SHUT)
    focus = Span(at, at + len(_SHUT))
    key = make_voice_key(name, None)
    assert key is not None
    plain = Piece(article, Passage("x", focus), (), (), None, None, None, own=True)
    heard = VoiceAt(key, None)
    return copy_piece(replace(plain, voices=(heard,)), article, focus, ground)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        (f"Welding stopped in Dale. {_SHUT}", None),
        (f"It was McWeld. {_SHUT}", None),
        (f"Weld spoke. Welding stopped. {_SHUT}", Span(0, 4)),
        (f"Weld spoke, then Weld's aide. {_SHUT}", Span(17, 21)),
        (f"{_SHUT} Mayor Weld said so.", Span(26, 30)),
        (f"{_SHUT}{' ' * 596}Welding stopped.", None),  # cut where the search ends
    ],
)
def test_a_name_within_another_word_is_not_where_the_source_is_named(
    text: str, at: Span | None
) -> None:
    (voice,) = copy_of(text, "Weld").voices
    assert voice.at == (Passage("x", at) if at else None)


def test_an_answer_is_the_interviewed_persons_however_far_the_questions_are() -> None:
    filler = "Die Prüfer kamen jeden Monat und sahen sich die Lager an, sagte niemand. " * 12
    answer = "Der Rat hat 2029 die Mittel um 40 Prozent gekürzt."
    text = (
        "SPIEGEL: Wann haben Sie von den Rissen erfahren?\n\n"
        f"Dorrow: {filler.strip()}\n\nSPIEGEL: Warum?\n\nDorrow: {answer}"
    )
    article = Article("x", text, language="de")
    ground = Ground(SharedText(()), know_outlets([article], load_houses()), find_attributions)
    at = text.index(answer)
    piece = make_piece(article, Span(at, at + len(answer)), ground, silent=False)
    assert [voice.key.shown for voice in piece.voices] == ["Dorrow"]
    plain = Article("y", f"Die Brücke ist zu.\n\n{answer}", language="de")
    at = plain.text.index(answer)
    piece = make_piece(plain, Span(at, at + len(answer)), ground, silent=False)
    assert piece.voices == ()
