"""Kept reports: whole, bounded, told when stale; their claims as a queue."""

from dataclasses import replace

import pytest

from secondsource.archive import Archive, examinations
from secondsource.archive.claims import QueueFilter, key_of
from secondsource.archive.kept_reports import KEPT
from secondsource.article import Article
from secondsource.errors import ArchiveError, ExaminationError
from secondsource.evidence.finding import Standing
from secondsource.review.decided import State
from secondsource.review.decision import Draft, Verb
from secondsource.review.draft import draft_decision
from secondsource.review.report import Report
from secondsource.review.subject import TieSubject, edge_subject, write_key
from tests.archive.items import BRIDGE, FERRY, make_item
from tests.review.sample import MAYOR, MAYOR_AGAIN, OPEN, make_report, stance_key

ALL = QueueFilter()


def test_the_whole_report_is_given_back(archive: Archive) -> None:
    report = make_report()
    kept = archive.examinations.keep(report)
    found = archive.examinations.get(report.article.id)
    assert found is not None
    assert (found.report, found.examination) == (report, kept)
    assert archive.examinations.get("another") is None
    assert (kept.stale, kept.complete) == ((), True)


def test_earlier_ones_are_kept_up_to_a_number(archive: Archive) -> None:
    report = make_report()
    times = [f"2031-07-{day:02}T00:00:00+00:00" for day in range(1, KEPT + 3)]
    for time in times:
        archive.examinations.keep(replace(report, made_at=time))
    history = archive.examinations.history(report.article.id)
    assert [e.made_at for e in history] == times[: -KEPT - 1 : -1]
    earlier = archive.examinations.get(report.article.id, history[-1].number)
    assert earlier is not None
    assert earlier.report.made_at == times[-KEPT]


def test_articles_are_stored_once_and_go_with_the_last_report(archive: Archive) -> None:
    report = make_report()
    others = replace(report, articles=report.articles[:3])

    def count() -> object:
        return archive._database.scalar("SELECT count(*) FROM kept_article")

    archive.examinations.keep(report)
    archive.examinations.keep(_of_another(others, "another"))
    assert count() == len(report.articles)
    for _ in range(KEPT):
        archive.examinations.keep(others)
    assert count() == 3
    found = archive.examinations.get(report.article.id)
    assert found is not None
    assert found.report == others


def test_the_latest_of_each_article_a_page_at_a_time(archive: Archive) -> None:
    reports = [_of_another(make_report(), f"article-{n}") for n in range(4)]
    for report in (*reports, reports[0]):
        archive.examinations.keep(report)
    first = archive.examinations.latest(3)
    rest = archive.examinations.latest(3, first[-1].number)
    assert [e.article for e in (*first, *rest)] == [f"article-{n}" for n in (0, 3, 2, 1)]


def test_it_is_told_what_came_and_went_since(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = make_report()
    archive.add([make_item(FERRY, id="ferry-0001")])
    state = archive.examinations.read_state()
    archive.add([make_item(BRIDGE)])
    assert [e.added for e in (archive.examinations.keep(report, state),)] == [1]
    archive.remove("ferry-0001")
    monkeypatch.setattr(examinations, "find_version", lambda: "0.2.0")
    (told,) = archive.examinations.history(report.article.id)
    assert told.stale == (
        "1 article has been added to the archive since.",
        "1 article has been removed from the archive since.",
        "It was made with version 0.1.0 of the program; this is 0.2.0.",
    )


def test_only_what_the_machine_made_is_kept(archive: Archive) -> None:
    report = make_report()
    _decide(archive, report)
    decided = archive.examinations.decide(report)
    assert decided != report
    with pytest.raises(ExaminationError, match="decisions in it"):
        archive.examinations.keep(decided)


def test_half_a_character_is_one_clear_error(archive: Archive) -> None:
    broken = replace(make_report(), made_at="\ud800")
    with pytest.raises(ArchiveError, match="half a character"):
        archive.examinations.keep(broken)


def test_claims_as_they_stand_with_decisions(archive: Archive) -> None:
    report = make_report()
    archive.examinations.keep(report)
    (claim,) = archive.examinations.claims.read(ALL, 5)
    assert (claim.standing, claim.supporting, claim.disputing) == (Standing.CONTESTED, 3, 1)
    assert (claim.decided, claim.echoes) == (False, 1)
    _decide(archive, report)
    assert archive.examinations.catch_up({OPEN.id}) == ()
    assert archive.examinations.catch_up({OPEN.id, report.article.id}) == (report.article.id,)
    (claim,) = archive.examinations.claims.read(QueueFilter(decided=True), 5)
    assert (claim.standing, claim.machine) == (Standing.CORROBORATED, Standing.CONTESTED)
    archive.examinations.keep(report)  # examined again: the decision holds
    assert archive.examinations.claims.read(ALL, 5) == (claim,)


def _decide(archive: Archive, report: Report) -> None:
    draft = Draft(stance_key(report, OPEN), Verb.REJECT)
    archive.review.decide(draft_decision(report, draft), "Anna")


@pytest.fixture
def queue(archive: Archive) -> Archive:
    """Twelve claims of four outlets in two languages."""
    for n in range(12):
        report = _of_another(
            make_report(), f"article-{n:02}", outlet=f"Outlet {n % 4}", language=("en", "ru")[n % 2]
        )
        statements = tuple(replace(s, checkworthiness=n % 5 / 5) for s in report.statements)
        archive.examinations.keep(replace(report, statements=statements))
    return archive


def test_the_most_worth_first_page_by_page(queue: Archive) -> None:
    claims = queue.examinations.claims
    whole = claims.read(ALL, 100)
    assert [c.worth for c in whole] == sorted((c.worth for c in whole), reverse=True)
    paged = [*claims.read(ALL, 5)]
    while page := claims.read(ALL, 5, key_of(paged[-1])):
        paged += page
    assert tuple(paged) == whole
    assert claims.count(ALL) == len(whole) == 12


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (QueueFilter(outlet="Outlet 1"), 3),
        (QueueFilter(language="ru"), 6),
        (QueueFilter(outlet="Outlet 1", language="en"), 0),
        (QueueFilter(standing=Standing.CONTESTED), 12),
        (QueueFilter(standing=Standing.ECHOED), 0),
        (QueueFilter(decided=True), 0),
        (QueueFilter(decided=False, flagged=False), 12),
    ],
)
def test_the_queue_by_what_is_wanted(queue: Archive, wanted: QueueFilter, count: int) -> None:
    assert queue.examinations.claims.count(wanted) == count
    assert len(queue.examinations.claims.read(wanted, 100)) == count


def test_a_claim_keeps_its_number_and_one_that_is_gone_goes(queue: Archive) -> None:
    before = queue.examinations.claims.read(ALL, 1)
    report = queue.examinations.get(before[0].article)
    assert report is not None
    queue.examinations.keep(report.report)
    assert queue.examinations.claims.read(ALL, 1) == before
    queue.examinations.keep(replace(report.report, statements=(), findings=()))
    assert queue.examinations.claims.count(ALL) == 11


def test_a_report_of_another_version_stops_no_decision(archive: Archive) -> None:
    report = make_report()
    archive.examinations.keep(report)
    before = archive.examinations.claims.read(ALL, 9)
    _decide(archive, report)
    with archive._database.brief_transaction() as connection:
        connection.execute("UPDATE examination SET report = x'00'")
    assert archive.examinations.catch_up() == ()
    assert archive.examinations.list_due() == (report.article.id,)  # for a version that can
    assert archive.examinations.claims.read(ALL, 9) == before
    archive.examinations.keep(report)
    assert archive.examinations.list_due() == ()
    assert archive.examinations.claims.read(ALL, 9) != before
    assert archive.examinations.get(report.article.id) is not None


def test_a_tie_decided_on_another_report_is_not_missing_in_one_that_never_had_it(
    archive: Archive,
) -> None:
    report = make_report()
    tie = TieSubject(MAYOR.id, MAYOR_AGAIN.id, "same_voice")
    unlinked = replace(report, findings=(), families=())
    without = _of_another(unlinked, "another")
    archive.examinations.keep(report)
    archive.examinations.keep(without)  # it names both articles too
    for subject in (tie, edge_subject(report.families[0].edges[0])):
        draft = draft_decision(report, Draft(write_key(subject), Verb.REJECT))
        archive.review.decide(draft, "Anna")
    assert len(archive.examinations.decide(report).decided) == 2
    assert archive.examinations.decide(without).decided == ()
    archive.examinations.keep(unlinked)  # where they stood they are missing
    states = [each.state for each in archive.examinations.decide(unlinked).decided]
    assert states == [State.FLAGGED, State.FLAGGED]


def _of_another(report: Report, id_: str, **changes: str) -> Report:
    article: Article = replace(report.article, id=id_, **changes)  # type: ignore[arg-type]
    return replace(report, article=article)
