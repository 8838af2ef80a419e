"""Forecasts that have come due, and evidence from before and after."""

import pytest

from secondsource.evidence import Options, Standing
from secondsource.evidence.choosing import choose_statements
from secondsource.evidence.when import is_past, tell_when
from secondsource.reading.statement import Due, Kind
from tests.evidence.newsroom import Setting, check, forecast, outlets_of, state, write

FORECAST = "The north bridge at Port Ansel will be closed by July 2031."
SEER = write("Seer Weekly", f"We looked into the tea leaves. {FORECAST}", "2031-05-06")
BEFORE = write("Coast Herald", "The north bridge was closed for a day.", "2031-05-01")
AFTER = write("Morning Ferry", "The north bridge was closed for good this week.", "2031-07-20")


def test_a_forecast_that_has_come_due_is_looked_up_among_later_articles() -> None:
    finding = check(
        [BEFORE, AFTER],
        examined=SEER,
        statement=forecast(SEER, FORECAST, "2031-07"),
        setting=Setting(latest="2031-08-02"),
    )
    assert outlets_of(finding) == ["Morning Ferry"]
    assert finding.standing is Standing.SINGLE_ORIGIN
    assert [e.when for o in finding.origins for e in o.evidence] == ["after"]


DATED = "The north bridge will be closed by 9 July 2031."
DATED_SEER = write("Seer Weekly", f"We looked into the tea leaves. {DATED}", "2031-05-06")


def test_what_came_of_a_forecast_need_not_name_its_date() -> None:
    finding = check(
        [AFTER],
        examined=DATED_SEER,
        statement=forecast(DATED_SEER, DATED, "2031-07-09"),
        setting=Setting(latest="2031-08-02", options=Options(near=2.0)),
    )
    assert outlets_of(finding) == ["Morning Ferry"]


def test_a_forecast_of_little_but_its_date_is_looked_up_with_it() -> None:
    said = "The bridge will be closed by 9 July 2031."
    seer = write("Seer Weekly", f"We looked into the tea leaves. {said}", "2031-05-06")
    finding = check(
        [write("Far Courier", "A bridge in Lowe was closed for good.", "2031-07-20")],
        examined=seer,
        statement=forecast(seer, said, "2031-07-09"),
        setting=Setting(latest="2031-08-02", options=Options(near=2.0)),
    )
    assert outlets_of(finding) == []


def test_a_claim_is_looked_up_with_its_date() -> None:
    finding = check(
        [AFTER],
        examined=DATED_SEER,
        statement=state(DATED_SEER, DATED),
        setting=Setting(latest="2031-08-02", options=Options(near=2.0)),
    )
    assert outlets_of(finding) == []
    assert [o.because for o in finding.origins] == [
        "Morning Ferry touches on it; nothing ties it to the other pieces."
    ]


NOT_DUE = [("2031-07", "2031-07-20"), ("open", "2040-01-01")]
SAYS_SO_TOO = write(
    "Harbour Post", "The closure of the north bridge will come by July.", "2031-05-04"
)


@pytest.mark.parametrize(("end", "latest"), NOT_DUE)
def test_a_forecast_not_yet_due_is_not_checkable(end: str, latest: str) -> None:
    finding = check(
        [write("Far Courier", "The south tunnel is as it was.", "2031-05-01")],
        examined=SEER,
        statement=forecast(SEER, FORECAST, end),
        setting=Setting(latest=latest),
    )
    assert finding.standing is Standing.NOT_CHECKABLE
    assert finding.sentence.startswith("This is a forecast")
    assert finding.sentence.endswith("Nothing that was searched says so too or denies it.")


@pytest.mark.parametrize(("end", "latest"), NOT_DUE)
def test_of_a_forecast_not_yet_due_it_is_told_who_else_says_so(end: str, latest: str) -> None:
    finding = check(
        [SAYS_SO_TOO],
        examined=SEER,
        statement=forecast(SEER, FORECAST, end),
        setting=Setting(latest=latest),
    )
    assert finding.standing is Standing.NOT_CHECKABLE
    assert outlets_of(finding) == ["Harbour Post"]
    assert finding.sentence.endswith(
        "1 independent origin supports this, in 1 article. It was there before this article."
    )


def test_claims_are_looked_up_before_forecasts_that_are_not_due() -> None:
    claim = state(SEER, "We looked into the tea leaves.")
    to_come = forecast(SEER, FORECAST, "open")
    assert choose_statements([to_come, claim], "2031", Options(claims=1)) == [claim]
    assert choose_statements([to_come, claim], "2031", Options(claims=2)) == [claim, to_come]


def test_an_opinion_is_not_checkable() -> None:
    finding = check([BEFORE], statement=state(SEER, FORECAST, kind=Kind.OPINION), examined=SEER)
    assert finding.standing is Standing.NOT_CHECKABLE


def test_evidence_from_before_and_after_is_told_apart() -> None:
    finding = check([BEFORE, AFTER])
    when = {e.outlet: e.when for o in finding.origins for e in o.evidence}
    assert when == {"Coast Herald": "before", "Morning Ferry": "after"}


@pytest.mark.parametrize(
    ("published", "examined", "when"),
    [
        ("2031-05-05", "2031-05-06", "before"),
        ("2031-05-06T08:00:00+00:00", "2031-05-06", "same time"),
        ("2031-05-06T23:00:00+00:00", "2031-05-06T01:00:00+00:00", "same time"),
        ("2031-05-07", "2031-05-06", "after"),
        ("2031", "2031-05-06", "same time"),
        ("2032", "2031-05-06", "after"),
        (None, "2031-05-06", None),
        ("2031-05-06", None, None),
    ],
)
def test_when(published: str | None, examined: str | None, when: str | None) -> None:
    assert tell_when(published, examined) == when


@pytest.mark.parametrize(
    ("end", "latest", "past"),
    [
        ("2020", "2020-12-31", False),
        ("2020", "2021-01-01", True),
        ("2020-05", "2020-05-31", False),
        ("2020-05", "2020-06-01", True),
        ("2020-05-31", "2020-06-01", True),
        ("open", "2099-01-01", False),
        ("2020", None, False),
    ],
)
def test_a_due_date_is_past_when_the_whole_of_it_is(
    end: str, latest: str | None, past: bool
) -> None:
    assert is_past(Due("open", end), latest) is past
