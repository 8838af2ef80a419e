"""Did they say it, and is it so: two questions with answers of their own."""

from secondsource.evidence import Standing
from tests.evidence.newsroom import EXAMINED, check, state, write

WELD = "Mayor Anna Weld"
MAIL = write("Dale Mail", "Mayor Anna Weld said that the north bridge was closed for good reason.")
STAR = write("Elm Star", "Weld said that the north bridge at Port Ansel was closed at noon.")
STAR_AGAIN = write(
    "Elm Star", "Mayor Weld said that by dusk even the old bridge was closed to lorries."
)
POST = write(
    "Harbour Post",
    "The north bridge at Port Ansel, now shut, will carry no cars. Mayor Anna Weld said that she "
    "was helping everybody.",
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


def test_who_is_quoted_with_other_words_beside_it_does_not_say_it() -> None:
    finding = check([POST], statement=state(EXAMINED, voice=WELD))
    assert finding.standing is Standing.SINGLE_ORIGIN
    assert finding.said is not None
    assert finding.said.reports == ()
    assert finding.said.sentence == f"No other report was found in which {WELD} says this."


def test_who_is_quoted_about_it_below_is_its_source_but_says_only_what_is_quoted() -> None:
    below = POST.text.replace("she was helping everybody", "the north bridge at Port Ansel was old")
    finding = check([write("Harbour Post", below)], statement=state(EXAMINED, voice=WELD))
    assert finding.standing is Standing.ECHOED
    assert finding.said is not None
    assert finding.said.reports == ()
    assert finding.said.independent == 0


def test_one_name_for_the_source_leads_to_another() -> None:
    office = write(
        "Elm Star", "The mayor said that cars turned back at noon, as the bridge was closed."
    )
    finding = check([MAIL, office], statement=state(EXAMINED, voice="Anna Weld"))
    assert finding.said is not None
    assert set(finding.said.reports) == {MAIL.id, office.id}
