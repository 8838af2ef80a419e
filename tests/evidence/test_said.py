"""Did they say it, and is it so: two questions with answers of their own."""

from secondsource.evidence import Standing
from tests.evidence.newsroom import EXAMINED, check, state, write

WELD = "Mayor Anna Weld"
MAIL = write("Dale Mail", "Mayor Anna Weld said that the north bridge was closed for good reason.")
STAR = write("Elm Star", "Weld said that the north bridge at Port Ansel was closed at noon.")
STAR_AGAIN = write(
    "Elm Star", "Mayor Weld said that by dusk even the old bridge was closed to lorries."
)
HERALD = write("Coast Herald", "The north bridge at Port Ansel, now shut, will carry no cars.")


def test_others_who_quote_the_same_speaker_show_that_it_was_said_but_not_that_it_is_so() -> None:
    finding = check([MAIL, STAR], statement=state(EXAMINED, voice=WELD))
    assert finding.standing is Standing.ECHOED
    assert finding.said is not None
    assert finding.said.independent == 2
    assert set(finding.said.reports) == {MAIL.id, STAR.id}


def test_a_second_article_of_one_outlet_is_no_further_report() -> None:
    finding = check([MAIL, STAR, STAR_AGAIN], statement=state(EXAMINED, voice=WELD))
    assert finding.said is not None
    assert len(finding.said.reports) == 3
    assert finding.said.independent == 2


def test_a_report_of_its_own_shows_that_it_is_so_but_not_that_it_was_said() -> None:
    finding = check([HERALD], statement=state(EXAMINED, voice=WELD))
    assert finding.standing is Standing.SINGLE_ORIGIN
    assert finding.said is not None
    assert finding.said.reports == ()


def test_what_the_author_says_asks_for_no_speaker() -> None:
    assert check([MAIL]).said is None
