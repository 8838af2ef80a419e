"""A verdict in the place of another keeps what its author was not asked for again."""

from pathlib import Path

from secondsource.archive import Archive
from secondsource.collect import Collected
from secondsource.factcheck.reviews.verdict import Verdict
from secondsource.jobs.verdicts import give_verdict, rewrite_verdict
from tests.review.sample import make_report


def test_what_is_not_asked_for_again_is_taken_over(tmp_path: Path) -> None:
    first = Verdict(
        "It was shut.",
        "No",
        "Anna",
        claimed="2031-05-08",
        appearances=("https://a.example/1", "https://b.example/2"),
        first_appearance="https://a.example/1",
        url="https://desk.example/verdicts/1",
    )
    with Archive.open(tmp_path / "archive", create=True) as archive:
        given = give_verdict(first, archive)
        again = rewrite_verdict(
            Verdict("It was shut.", "Partly", "Ben", replaces=given.number), archive
        )
        former = archive.verdicts.get(given.number)
    assert (again.rating, again.decided_by, former.stands) == ("Partly", "Ben", False)
    assert (again.claimed, again.url) == (first.claimed, first.url)
    assert again.appearances == first.appearances
    assert again.first_appearance == first.first_appearance


def test_a_report_of_another_version_stops_no_verdict(tmp_path: Path) -> None:
    report = make_report()
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.add([Collected(report.article, b"raw", "text/plain", "sample")])
        archive.examinations.keep(report)
        with archive._database.brief_transaction() as connection:
            connection.execute("UPDATE examination SET report = x'00'")
        kept = give_verdict(
            Verdict("It was shut.", "No", "Anna", article=report.article.id), archive
        )
    assert kept.article == report.article.id
