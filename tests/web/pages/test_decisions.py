"""Deciding in the browser: a form beside an item, counts that move at once, nothing lost."""

import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi import FastAPI

from secondsource.archive import Archive, reviews, verdicts
from secondsource.article import Article
from secondsource.collect import Collected
from secondsource.evidence.finding import Stance
from secondsource.factcheck.reviews.verdict import Verdict
from secondsource.reading.statement import Kind
from secondsource.review.subject import (
    AttributionSubject,
    EdgeSubject,
    StatementSubject,
    TieSubject,
    edge_subject,
    write_key,
)
from secondsource.web.accounts.passwords import Passwords
from tests.evidence.newsroom import EXAMINED
from tests.review.sample import (
    COURIER,
    GAZETTE,
    MAYOR,
    MAYOR_AGAIN,
    count,
    make_report,
    stance_key,
)
from tests.web.desk import open_browser
from tests.web.pages.deciding import HTMX, KEY, ask_form, decide, make_desk_with_report, read_kept


@pytest.fixture
def app(tmp_path: Path, quick: Passwords) -> FastAPI:
    """A desk of several people with one kept report."""
    return make_desk_with_report(tmp_path / "archive", quick)


def test_a_decision_moves_the_counts_and_is_signed(app: FastAPI) -> None:
    rita = open_browser(app, "Rita")
    before = count(read_kept(app), Stance.DISPUTES)
    assert decide(rita, "unrelated", reasons="Another bridge.") == 200
    after = read_kept(app)
    assert count(after, Stance.DISPUTES) == before - 1
    (decided,) = after.decided
    assert decided.decision is not None
    assert (decided.decision.decided_by, decided.decision.reasons) == ("Rita", "Another bridge.")
    assert "Rita" in rita.get("/decisions").text


def test_the_form_is_a_page_or_a_part_of_one(app: FastAPI) -> None:
    rita = open_browser(app, "Rita")
    page, part = ask_form(rita), ask_form(rita, HTMX)
    assert "<h1>" in page
    assert "<html" not in part
    for shown in (page, part):
        assert "stayed open all Monday" in shown
        assert 'value="disputes"' in shown


def test_a_note_is_not_lost_where_the_answer_takes_none(app: FastAPI) -> None:
    rita = open_browser(app, "Rita")
    form = {"key": KEY, "article": EXAMINED.id, "verb": "disputes", "value": "Call the harbour."}
    answer = rita.post("/decisions", data=form, headers=HTMX)
    assert answer.status_code == 422
    assert "This answer has no note" in answer.text
    assert ">Call the harbour.</textarea>" in answer.text
    assert decide(rita, "note", value="Call the harbour.") == 200


def test_the_form_on_a_tie_names_both_articles(app: FastAPI) -> None:
    rita, report = open_browser(app, "Rita"), make_report()
    edge = write_key(edge_subject(report.families[0].edges[0]))
    tie = write_key(TieSubject(MAYOR.id, MAYOR_AGAIN.id, "same_voice"))
    for key, words in (
        (edge, r"Whether Kite Weekly, 9 May 2031, .* has its text or credit from "),
        (tie, r"Whether (Dale Mail|Elm Star), .* and (Dale Mail|Elm Star), .* count as one: "),
    ):
        params = {"key": key, "article": EXAMINED.id}
        page = rita.get("/decisions/on", params=params, headers=HTMX).text
        assert re.search(rf'<p dir="auto">{words}', page)


def test_a_reader_sees_the_history_and_cannot_decide(app: FastAPI) -> None:
    assert decide(open_browser(app, "Rita"), "unrelated") == 200
    rob = open_browser(app, "Rob")
    assert "Rita" in ask_form(rob)
    assert 'name="verb"' not in ask_form(rob)
    assert decide(rob, "supports") == 403


def test_two_who_decide_at_once_lose_nothing(app: FastAPI) -> None:
    rita, ann = open_browser(app, "Rita"), open_browser(app, "Ann")
    ask_form(rita)
    ask_form(ann)
    assert decide(rita, "unrelated") == 200
    form = {"key": KEY, "article": EXAMINED.id, "verb": "supports", "seen": "", "reasons": "Mine"}
    answer = ann.post("/decisions", data=form, headers=HTMX)
    assert answer.status_code == 409
    assert "Rita decided on this" in answer.text
    assert "Mine" in answer.text
    assert 'name="seen" value="1"' in answer.text
    assert decide(ann, "supports", seen="1") == 200
    (decided,) = read_kept(app).decided
    assert [d.decided_by for d in decided.history] == ["Rita", "Ann"]
    assert decided.decision is not None
    assert decided.decision.decided_by == "Ann"


def test_undone_the_counts_are_as_they_were(app: FastAPI) -> None:
    rita = open_browser(app, "Rita")
    before = count(read_kept(app), Stance.DISPUTES)
    decide(rita, "unrelated")
    assert "Decide anew, or take it back" in rita.get(f"/articles/{EXAMINED.id}").text
    done = rita.post("/decisions/1/undo", data={"article": EXAMINED.id}, headers=HTMX)
    assert done.headers["HX-Redirect"] == f"/articles/{EXAMINED.id}?kept=2#just-kept"
    assert count(read_kept(app), Stance.DISPUTES) == before
    assert "taken back" in rita.get("/decisions").text
    assert "Decide anew, or take it back" not in rita.get(f"/articles/{EXAMINED.id}").text


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"verb": ""}, "Choose one of the answers first."),
        ({"verb": "undo"}, "Choose one of the answers first."),
        ({"verb": "said_by", "value": "Weld"}, "cannot be said of"),
        ({"verb": "note", "value": " "}, "Write the text of the note"),
        ({"verb": "unrelated", "seen": "x"}, "open it again"),
    ],
)
def test_what_cannot_be_taken_is_told_in_the_form(
    app: FastAPI, given: dict[str, str], said: str
) -> None:
    form = {"key": KEY, "article": EXAMINED.id, **given}
    answer = open_browser(app, "Rita").post("/decisions", data=form, headers=HTMX)
    assert answer.status_code == 422
    assert said in answer.text


@pytest.mark.parametrize("key", ["nonsense", write_key(EdgeSubject("a", "b")), ""])
def test_a_key_of_nothing_is_refused(app: FastAPI, key: str) -> None:
    params = {"key": key, "article": EXAMINED.id}
    answer = open_browser(app, "Rita").get("/decisions/on", params=params)
    assert answer.status_code in (400, 404, 422)


def test_the_queue_shows_what_is_open_and_what_was_decided(app: FastAPI) -> None:
    rita = open_browser(app, "Rita")
    text = make_report().statements[0].text[:30]
    assert text in rita.get("/claims").text
    decide(rita, "unrelated")
    assert text not in rita.get("/claims").text
    decided = rita.get("/claims", params={"state": "decided"}).text
    assert text in decided
    assert "Somebody decided on it." in decided


def test_verdicts_are_given_replaced_and_withdrawn(app: FastAPI) -> None:
    rita = open_browser(app, "Rita")
    params = {"article": EXAMINED.id, "statement": make_report().statements[0].id}
    assert make_report().statements[0].text[:30] in rita.get("/verdicts/new", params=params).text
    given = {"claim": "The bridge is shut", "rating": "Yes", "sources": "https://example.org/a\n"}
    assert "Verdict 1 is kept." in rita.post("/verdicts", data=given).text
    wrong = rita.post("/verdicts", data={**given, "sources": "javascript:alert(1)"})
    assert wrong.status_code == 422
    assert "is no address" in wrong.text
    lacking = rita.post("/verdicts", data={"reasons": "I crossed it. \n\nTwice.", "replaces": ""})
    assert lacking.status_code == 422
    assert "needs the claim" in lacking.text
    assert ">I crossed it.\nTwice.</textarea>" in lacking.text
    assert (
        rita.post("/verdicts", data={**given, "rating": "No", "replaces": "1"}).status_code == 200
    )
    assert "Replaced by number 2" in rita.get("/verdicts").text
    assert "Verdict 2 is withdrawn" in rita.post("/verdicts/2/withdraw").text
    assert "withdrew verdict 2" in rita.get("/verdicts").text


def test_where_a_verdict_is_published_is_given_later_and_taken_out(app: FastAPI) -> None:
    rita = open_browser(app, "Rita")
    given = {"claim": "The bridge is shut", "rating": "Yes", "url": " "}
    assert "No ClaimReview can be made" in rita.post("/verdicts", data=given).text
    wrong = rita.post("/verdicts", data={**given, "url": "desk.example"})
    assert wrong.status_code == 422
    assert 'value="desk.example"' in wrong.text
    published = {**given, "url": "https://desk.example/1", "replaces": "1"}
    page = rita.post("/verdicts", data=published).text
    assert 'href="/verdicts/2/claimreview"' in page
    assert 'href="/verdicts/1/claimreview"' not in page
    form = rita.get("/verdicts/new", params={"replaces": 2}).text
    assert 'value="https://desk.example/1"' in form
    page = rita.post("/verdicts", data={**given, "url": "", "replaces": "2"}).text
    assert "/claimreview" not in page


def test_what_was_decided_on_words_that_are_gone_can_be_taken_back(app: FastAPI) -> None:
    rita = open_browser(app, "Rita")
    assert decide(rita, "unrelated") == 200
    without = make_report(extra=())
    finding = replace(without.findings[0], origins=(), basis=None)
    with Archive.open(app.state.settings.archive) as archive:
        archive.examinations.keep(replace(without, findings=(finding,)))
    assert "stayed open all Monday" in ask_form(rita)
    assert "Look again" in rita.get(f"/articles/{EXAMINED.id}").text
    done = rita.post("/decisions/1/undo", data={"article": EXAMINED.id}, headers=HTMX)
    assert done.headers["HX-Redirect"] == f"/articles/{EXAMINED.id}?kept=2#just-kept"


def test_a_verdict_on_words_that_changed_is_to_be_looked_at_again(
    app: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    early = "2020-01-01T00:00:00+00:00"  # times are kept to the second
    monkeypatch.setattr(verdicts, "current_time", lambda: early)
    rita = open_browser(app, "Rita")
    page = "https://example.org/bridge"
    first = Article("", "The bridge is shut.", url=page).with_id()
    with Archive.open(app.state.settings.archive) as archive:
        archive.add([Collected(first, b"", "text/plain", "first")])
    given = {"claim": "The bridge is shut.", "rating": "Yes", "article": first.id}
    assert rita.post("/verdicts", data=given).status_code == 200
    assert "Look again" not in rita.get("/verdicts").text
    later = Article("", "The bridge is open.", url=page).with_id()
    with Archive.open(app.state.settings.archive) as archive:
        archive.add([Collected(later, b"", "text/plain", "later")])
    assert "Look again" in rita.get("/verdicts").text


def test_what_came_along_from_the_same_words_elsewhere_is_told_and_can_be_taken_back(
    app: FastAPI,
) -> None:
    there = {"key": stance_key(make_report(), GAZETTE), "article": EXAMINED.id}
    here = {"key": stance_key(make_report(), COURIER), "article": EXAMINED.id}
    rita = open_browser(app, "Rita")
    assert rita.post("/decisions", data={**there, "verb": "unrelated"}, headers=HTMX).is_success
    page = rita.get("/decisions/on", params=here).text
    assert 'action="/decisions/1/undo"' in page
    assert 'name="seen" value=""' in page
    assert rita.post("/decisions", data={**here, "verb": "supports"}, headers=HTMX).is_success


def test_what_was_typed_comes_back_as_it_was(app: FastAPI) -> None:
    typed = "zero\u200bwidth <b>&"
    form = {"key": KEY, "article": EXAMINED.id, "verb": "", "reasons": typed}
    answer = open_browser(app, "Rita").post("/decisions", data=form, headers=HTMX)
    assert "zero\u200bwidth &lt;b&gt;&amp;</textarea>" in answer.text


def test_verdicts_come_in_pages(app: FastAPI) -> None:
    with Archive.open(app.state.settings.archive) as archive:
        for number in range(1, 53):
            archive.verdicts.record(Verdict(f"Claim {number}.", "So", "Rita"))
    rita = open_browser(app, "Rita")
    first = rita.get("/verdicts").text
    assert "Claim 52." in first
    assert "Claim 2." not in first
    following = re.search(r'rel="next" href="([^"]+)"', first)
    assert following is not None
    second = rita.get(following[1]).text
    assert re.findall(r"Claim \d+\.", second) == ["Claim 2.", "Claim 1."]
    assert 'rel="next"' not in second


def test_the_kind_of_a_statement_is_decided_like_the_rest(app: FastAPI) -> None:
    rita, statement = open_browser(app, "Rita"), make_report().statements[0].id
    key = write_key(StatementSubject(statement))
    asked = {"key": key, "article": EXAMINED.id}
    form = rita.get("/decisions/on", params=asked).text
    assert "What kind of statement is this?" in form
    assert "The machine says: claim" in form
    given = {**asked, "verb": "opinion", "seen": "", "reasons": "A wish."}
    assert rita.post("/decisions", data=given, headers=HTMX).status_code == 200
    page = rita.get(f"/articles/{EXAMINED.id}").text
    assert re.search("Decided by Rita, [^:]*: it is an opinion", page)
    assert "not checkable" in page
    assert read_kept(app).statements[0].kind is Kind.OPINION
    listed = rita.get("/api/claims", params={"standing": "not_checkable"}).json()["items"]
    assert [(each["statement"], each["decided"]) for each in listed] == [(statement, True)]
    assert rita.post("/api/decisions/1/undo").status_code == 201
    assert read_kept(app).statements[0].kind is Kind.CLAIM
    wrong = {"key": key, "article": EXAMINED.id, "verb": "disputes", "seen": None}
    assert rita.post("/api/decisions", json=wrong).status_code == 422


def test_statements_that_were_not_looked_up_can_be_decided(app: FastAPI) -> None:
    report = make_report()
    other = replace(report.statements[0], id="s-other", text="Is <b>that</b> so?", kind=Kind.OTHER)
    with Archive.open(app.state.settings.archive) as archive:
        archive.examinations.keep(replace(report, statements=(*report.statements, other)))
    page = open_browser(app, "Rita").get(f"/articles/{EXAMINED.id}").text
    assert "Is &lt;b&gt;that&lt;/b&gt; so?" in page.partition('id="statements"')[2]
    assert "key=statement%3As-other" in page
    rob = open_browser(app, "Rob").get(f"/articles/{EXAMINED.id}").text
    assert 'id="statements"' not in rob


def test_a_verdict_of_the_command_line_is_replaced_however_long_it_is(app: FastAPI) -> None:
    long = "Not so, for a reason. " * 40
    with Archive.open(app.state.settings.archive) as archive:
        given = Verdict(claim="The bridge is shut", rating=long, decided_by="Ann", claimant=long)
        number = archive.verdicts.record(given).number
    rita = open_browser(app, "Rita")
    page = rita.get("/verdicts/new", params={"replaces": number})
    assert page.status_code == 200
    assert page.text.count(long.strip()) >= 2
    form = {"claim": "The bridge is shut", "rating": long, "claimant": long, "replaces": number}
    assert rita.post("/verdicts", data=form).status_code == 200


def test_a_flagged_decision_is_found_and_the_earlier_text_says_that_there_is_a_newer(
    app: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reviews, "current_time", lambda: "2020-01-01T00:00:00+00:00")
    rita, report = open_browser(app, "Rita"), make_report()
    said = {"key": write_key(AttributionSubject(report.statements[0].id)), "article": EXAMINED.id}
    given = {**said, "verb": "said_by", "value": "Ferry owner"}
    assert rita.post("/decisions", data=given, headers=HTMX).is_success
    old = f"/articles/{EXAMINED.id}"
    assert "newer text" not in rita.get(old).text
    later = replace(EXAMINED, text="The north bridge was open.").with_id()
    with Archive.open(app.state.settings.archive) as archive:
        archive.add([Collected(later, b"", "text/plain", "later")])
        archive.examinations.keep(replace(report, article=later, statements=(), findings=()))
    top = rita.get(old).text.partition('id="article"')[0]
    assert f'href="/articles/{later.id}">Show the newer text' in top
    assert "1 decision on this article has to be looked at again" in top
    new = rita.get(f"/articles/{later.id}").text
    assert (
        "1 decision on this article has to be looked at again" in new.partition('id="article"')[0]
    )
    anew = f"/decisions/on?key={quote(said['key'], safe='')}&amp;article={EXAMINED.id}"
    assert anew in new  # the later text has no such statement to decide on
    (listed,) = rita.get("/api/claims", params={"flagged": True}).json()["items"]
    assert (listed["article"], listed["text"]) == (EXAMINED.id, report.statements[0].text)
    page = rita.get("/claims", params={"state": "flagged"}).text
    assert "1 claim<" in page
    assert "The text under a decision or verdict changed: look again." in page


def test_a_reader_is_offered_nothing_that_fails(app: FastAPI) -> None:
    rita, rob = open_browser(app, "Rita"), open_browser(app, "Rob")
    rita.post("/verdicts", data={"claim": "The bridge is shut", "rating": "Yes"})
    decide(rita, "unrelated")
    pages = (f"/articles/{EXAMINED.id}", "/verdicts", "/decisions", "/people", "/families")
    for path in pages:
        own = re.sub(r'<form[^>]*action="/(language|logout)".*?</form>', "", rob.get(path).text,
                     flags=re.DOTALL)  # fmt: skip
        assert 'method="post"' not in own
        assert "/verdicts/new" not in own
    assert "Examine it again" in rita.get(f"/articles/{EXAMINED.id}").text
    assert "Give a verdict" in rita.get("/verdicts").text
