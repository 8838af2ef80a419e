"""Names are found as whole words only, where they are shown as evidence."""

from dataclasses import replace

import pytest

from secondsource.article import Article, Passage, Span
from secondsource.evidence import load_houses
from secondsource.evidence.origins.credit import know_outlets
from secondsource.evidence.origins.piece import (
    Ground,
    Piece,
    copy_piece,
    leave_out_named,
    make_piece,
)
from secondsource.evidence.origins.sametext import SharedText
from secondsource.evidence.origins.voicekey import VoiceAt, make_voice_key
from secondsource.reading import find_attributions
from secondsource.reading.statement import Attribution
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


NAMED = "The Birch Watchers were let in an hour late."


def read_piece(text: str, focus: str, outlet: str = "Quay Blog") -> tuple[Piece, Ground]:
    """A piece of an article, where outlets called Birch Watchers and Coast Herald are known."""
    article = Article("x", text, outlet=outlet, language="en")
    others = (Article("w", "", outlet="Birch Watchers"), Article("h", "", outlet="Coast Herald"))
    ground = Ground(SharedText(()), know_outlets([article, *others], load_houses()), read_said)
    at = text.index(focus)
    return make_piece(article, Span(at, at + len(focus)), ground, silent=False), ground


@pytest.mark.parametrize(("claim", "kept"), [(NAMED, 0), ("Some were let in late.", 1)])
def test_naming_whom_the_claim_is_about_is_no_credit(claim: str, kept: int) -> None:
    text = "I saw the Birch Watchers wait an hour at the door."
    whole, ground = read_piece(text, text)
    article = Article("e", claim, language="en")
    focus = Passage("e", Span(0, len(claim)))
    examined = Piece(article, focus, (), (), None, None, None, own=True)
    left = leave_out_named(whole, examined, ground)
    assert len(whole.debts) == 1
    assert len(left.debts) == kept
    assert left.own is not bool(kept)


@pytest.mark.parametrize("paper", ["The newspaper", "The same newspaper", "The site"])
def test_the_paper_is_the_one_named_last_before_it(paper: str) -> None:
    text = f"The Coast Herald reported that it fell.\n\n{paper} said that the deck shook."
    piece, _ = read_piece(text, text.rpartition("\n")[2])
    assert [debt.outlet for debt in piece.debts] == [load_houses().outlet_of("Coast Herald")]
    assert not piece.voices


def test_a_paper_that_calls_itself_by_its_last_word_is_no_source() -> None:
    text = "The Gazette said that the deck shook."
    assert not read_piece(text, text, "Coast Gazette")[0].voices
    assert read_piece(text, text, "Quay Blog")[0].voices


def test_what_the_papers_own_reporter_saw_it_has_from_nobody_beside_it() -> None:
    beside = "Anna Weld said that she was glad."
    seen = f"Our reporter saw the gate fall. {beside}"
    assert not read_piece(seen, "Our reporter saw the gate fall.")[0].beside
    assert read_piece(f"The gate fell. {beside}", "The gate fell.")[0].beside


def test_a_passage_is_read_once_however_many_claims_it_bears_on() -> None:
    read: list[str] = []

    def read_and_note(text: str, language: str | None, /) -> list[Attribution]:
        read.append(text)
        return read_said(text, language)

    article = Article("x", f"Mayor Weld said: “{_SHUT}”", language="en")
    ground = Ground(SharedText(()), know_outlets([article], load_houses()), read_and_note)
    focus = Span(article.text.index(_SHUT), len(article.text) - 1)
    first = make_piece(article, focus, ground, silent=False)
    before = len(read)
    assert before
    assert make_piece(article, focus, ground, silent=False) is first
    assert len(read) == before
    assert make_piece(article, focus, ground, silent=True).voices == ()
