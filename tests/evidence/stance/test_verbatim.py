"""What is said in the claim's own words supports it, unless the passage takes it back."""

import pytest

from secondsource.evidence.finding import ClaimPassage
from secondsource.evidence.stance.judge import Stance, judge_stances
from secondsource.evidence.stance.rules import find_reasons

CLAIM = "The north bridge at Port Ansel was closed on 5 May 2031."
AFTER = "after inspectors found 12 cracks in its steel bearings."
START = "The north bridge at Port Ansel was closed on 5 May 2031"


def speaks(claim: str, passage: str, language: str = "en") -> bool:
    reasons = find_reasons(ClaimPassage(claim, passage, language, language))
    return "same_words" in {reason.name for reason in reasons}


@pytest.mark.parametrize(
    "passage",
    [
        CLAIM,
        f"{START} {AFTER}",
        f"Traffic was slow. {START} {AFTER}",
        "The north bridge at Port Ansel was closed on Monday, 5 May 2031, " + AFTER,
        f"THE NORTH BRIDGE AT PORT ANSEL WAS CLOSED ON 5 MAY 2031 {AFTER}",
    ],
)
def test_the_same_words_support(passage: str) -> None:
    assert speaks(CLAIM, passage)


@pytest.mark.parametrize(
    "passage",
    [
        f"{START}? {AFTER}",
        f"Was it so? “{START}?”",
        f"It is false that the north bridge at Port Ansel was closed on 5 May 2031 {AFTER}",
        f"{START}, the mayor claimed. That is false.",
        f"{START}, a post said. It has not yet been confirmed.",
        f"{START}, but not for lorries.",
        f"{START}, and nobody was told to leave, which the mayor denies.",
        f"If {START[0].lower()}{START[1:]}, the ferry would be full.",
        f"The north bridge at Port Ansel was closed on 6 May 2031 {AFTER}",
        "The north bridge at Port Ansel was closed on Monday.",
    ],
)
def test_where_more_is_said_the_model_decides(passage: str) -> None:
    assert not speaks(CLAIM, passage)


@pytest.mark.parametrize(
    ("claim", "more", "language"),
    [
        ("Мост в Порт-Анселе закрыли 5 мая", "из-за трещин.", "ru"),
        ("Банк закрыл 40 отделений", ", в том числе 12 в Толме.", "ru"),
        ("Міст закрили 5 травня", "через тріщини.", "uk"),
        ("Die Brücke wurde am 5. Mai gesperrt", ", weil Risse gefunden wurden.", "de"),
        ("Le pont a été fermé le 5 mai", "pour des travaux.", "fr"),
        ("El banco cerró 40 oficinas", "en mayo.", "es"),
        ("Bank zamknął 40 oddziałów", "z powodu strat.", "pl"),
    ],
)
def test_in_other_languages(claim: str, more: str, language: str) -> None:
    assert speaks(f"{claim}.", f"{claim}{'' if more.startswith(',') else ' '}{more}", language)


@pytest.mark.parametrize(
    "passage",
    [
        "The mayor of Tolm hid the loan",
        "The mayor of Tolm hid the loan!",
        "The mayor of Tolm hid the loan Monday.",
        "The mayor of Tolm hid the loan (it was paid back in May).",
        "The mayor of Tolm hid the loan, which she took in 2030.",
        "“It was long ago.” The mayor of Tolm hid the loan for two years.",
    ],
)
def test_what_only_adds_a_circumstance_supports(passage: str) -> None:
    assert speaks("The mayor of Tolm hid the loan.", passage)


@pytest.mark.parametrize(
    ("language", "claim", "passage"),
    [
        # somebody else's words
        ("en", "Tolm hid the loan.", '"Tolm hid the loan," Smirnov told reporters.'),
        ("en", "Tolm hid the loan.", "'Tolm hid the loan' was the headline of a weekly."),
        ("en", "Tolm hid the loan.", "“It was so. Tolm hid the loan.”"),
        ("en", "Tolm hid the loan.", "Tolm hid the loan, her rival thinks."),
        ("en", "Tolm hid the loan.", "Tolm hid the loan in May, according to her rival."),
        ("ru", "Мэр Толма скрыла заём.", "«Мэр Толма скрыла заём», — бросил Лосев."),
        ("de", "Der Rat verschwieg den Kredit.", "„Der Rat verschwieg den Kredit“, rief Abel."),
        ("fr", "La maire a caché le prêt.", "« La maire a caché le prêt », a crié Morel."),
        # a condition, a story, a later end
        ("en", "The bank will close branches.", "The bank will close branches if it must."),
        ("en", "Ana Lind killed the king.", "Ana Lind killed the king in the film."),
        ("en", "Roe was jailed for fraud.", "Roe was jailed for fraud in a ruling later quashed."),
        ("ru", "Мэр Толма скрыла заём.", "Мэр Толма скрыла заём, если верить соседям."),
        ("es", "La alcaldesa ocultó el pago.", "La alcaldesa ocultó el pago en una película."),
        ("uk", "Мер Толма приховала позику.", "Мер Толма приховала позику в серіалі."),
        # the phrase is not over
        ("en", "The bank closed 40.", "The bank closed 40 branches."),
        ("en", "Prices in Ostra rose by 5.", "Prices in Ostra rose by 5% in May."),
        ("en", "Mayor Ines Dorrow resigned.", "Mayor Ines Dorrow resigned herself to waiting."),
        ("en", "Police arrested Ana Lind.", "Police arrested Ana Lind's brother."),
        ("en", "Ostra joined the war.", "Ostra joined the war effort."),
        ("ru", "Банк закрыл 40 отделений.", "Банк закрыл 40 отделений почты."),
        ("de", "Die Bank hat 40 Filialen.", "Die Bank hat 40 Filialen im Mai geschlossen."),
        ("fr", "La maire a caché le prêt.", "La maire a caché le prêt de son mari."),
        ("pl", "Burmistrz ukrył tę pożyczkę.", "Burmistrz ukrył tę pożyczkę żony."),
    ],
)
def test_the_same_words_in_another_sense_do_not(language: str, claim: str, passage: str) -> None:
    assert not speaks(claim, passage, language)


def test_few_words_say_little() -> None:
    assert not speaks("He denied it.", "He denied it on Monday.")


def test_the_models_are_put_right() -> None:
    (score,) = judge_stances([ClaimPassage(CLAIM, f"{START} {AFTER}", "en", "en")])
    assert score.stance is Stance.SUPPORTS
    assert score.score > 0.7
