"""A body's own page beside reports that have it from that body: one voice."""

from dataclasses import replace

import pytest

from secondsource.article import Span
from secondsource.evidence.origins.ownpages import find_cited_page, match_page, read_page
from secondsource.evidence.origins.voicekey import make_voice_key
from tests.evidence.newsroom import EXAMINED, check, outlets_of, state, write

OWN = (
    ("Harbour Safety Authority newsroom", "the Harbour Safety Authority"),
    ("Harbour Safety Authority newsroom", "a spokeswoman for the Harbour Safety Authority"),
    ("Electoral Board of Port Ansel", "the electoral board"),
    ("Ansel Port Authority", "Tom Reed of the Ansel Port Authority"),
    ("Wellenbahn GmbH", "die Wellenbahn"),
    ("Museum in Dalen — Aktuelles", "das Museum in Dalen"),
    ("Muzeum w Dalinie — aktualności", "historyk Jan Kos z muzeum w Dalinie"),
    ("Городская комиссия по выборам Дейла", "городская комиссия по выборам"),
    ("Ліга плавців Дейла", "ліга плавців"),
    ("Comisión del Puerto de Dalia", "la comisión del puerto"),
    ("Fédération de voile de Dalie", "la fédération de voile"),
    ("Dale Police", "police"),
)
NOT_OWN = (
    ("Harbour Safety Authority newsroom", "the Fisheries Authority"),
    ("Harbour Safety Authority newsroom", "the harbour"),
    ("Harbour Safety Authority newsroom", "a person close to the authority"),
    ("Court News Agency", "the court"),
    ("Police Gazette", "police"),
    ("Port Ansel Herald", "Port Ansel"),
    ("Dale Police", "Reedham police"),
    ("Museum in Dalen — Aktuelles", "Anna Dalen"),
    ("City Council of Dale", "the regional council"),
)


def match_words(outlet: str, shown: str) -> bool:
    key = make_voice_key(shown)
    return key is not None and match_page(outlet, key) is not None


@pytest.mark.parametrize(("outlet", "shown"), OWN)
def test_a_body_and_its_own_page(outlet: str, shown: str) -> None:
    assert match_words(outlet, shown)


@pytest.mark.parametrize(("outlet", "shown"), NOT_OWN)
def test_a_page_of_others(outlet: str, shown: str) -> None:
    assert not match_words(outlet, shown)


@pytest.mark.parametrize(
    "outlet", ["Port Ansel Herald", "Court News Agency", "Daily Reed", "Metro"]
)
def test_a_newspaper_is_no_bodys_own_page(outlet: str) -> None:
    assert read_page(outlet) is None


CITED = (
    ("State Rowing Association", "That is the state association’s figure.", "state association"),
    ("Electoral Board of Dale", "The electoral board said so.", "electoral board"),
    ("Muzeum w Dalinie", "Muzeum w Dalinie podało, ile ich jest.", "Muzeum w Dalinie"),
    ("Miejska Komisja Wyborcza", "Jak poinformowała miejska komisja wyborcza, tak.", "komisja"),
    ("State Rowing Association", "She rows for the state association now.", None),
    ("State Rowing Association", "They dispute the state association’s figure.", None),
    ("State Rowing Association", "The state said so, and an association.", None),
    ("Port Ansel Herald", "The Port Ansel Herald said so.", None),
)


@pytest.mark.parametrize(("outlet", "text", "named"), CITED)
def test_where_a_text_cites_the_body_of_a_page(outlet: str, text: str, named: str | None) -> None:
    place = find_cited_page(outlet, text, Span(0, len(text)))
    assert (named in place.of(text) if place and named else place is None) is True


PAGE = ("Ansel Bridge Authority newsroom", "The north bridge is shut. Take the old road.")
FROM_BODY = (
    "The Ansel Bridge Authority announced that the north bridge was closed on Monday.",
    "The north bridge was closed on Monday. That is by the bridge authority’s statement.",
)
OF_ITS_OWN = (
    "The north bridge was closed on Monday. Our reporter stood before the gate.",
    "Tom Reed said that the north bridge was closed on Monday. He is a ferryman.",
)


@pytest.mark.parametrize("text", FROM_BODY)
def test_a_report_from_a_body_and_the_bodys_own_page_are_one_origin(text: str) -> None:
    assert outlets_of(check([write(*PAGE), write("Quay Post", text)])) == [
        "Ansel Bridge Authority newsroom + Quay Post"
    ]


@pytest.mark.parametrize("text", OF_ITS_OWN)
def test_what_a_report_has_from_elsewhere_stays_apart_from_the_page(text: str) -> None:
    assert len(outlets_of(check([write(*PAGE), write("Quay Post", text)]))) == 2


def test_the_page_of_the_body_that_the_claim_names_is_an_echo() -> None:
    statement = state(EXAMINED, voice="the bridge authority")
    assert outlets_of(check([write(*PAGE)], statement=statement)) == [f"echo: {PAGE[0]}"]


def test_a_letter_of_its_head_and_a_report_that_quotes_her_are_one_origin() -> None:
    letter = replace(
        write("Dale School Letter", "The north bridge is shut."), byline=("Anna Weld",)
    )
    quoted = write("Quay Post", "Anna Weld said that the north bridge was closed on Monday.")
    other = write("Quay Post", "Tom Weld said that the north bridge was closed on Monday.")
    assert len(outlets_of(check([letter, quoted]))) == 1
    assert len(outlets_of(check([letter, other]))) == 2


@pytest.mark.parametrize(
    ("shown", "origins"), [("Tom Reed", 1), ("Tom Reed, aged 46", 2), ("Tom Reed, of Dale", 2)]
)
def test_whom_a_report_is_about_is_no_source_beside_it(shown: str, origins: int) -> None:
    texts = (
        f"The north bridge was closed on Monday. {shown}, said that he was sorry.",
        "The north bridge is shut. Tom Reed said that it rained.",
    )
    papers = [write(name, t) for name, t in zip(("Quay Post", "Dale Mail"), texts, strict=True)]
    assert len(outlets_of(check(papers))) == origins
