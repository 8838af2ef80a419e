"""A verdict in the place of another keeps what its author was not asked for again."""

from dataclasses import replace
from pathlib import Path

import pytest

from secondsource.archive import Archive
from secondsource.archive.claims import QueueFilter
from secondsource.collect import Collected
from secondsource.errors import DecisionNotFoundError, DecisionOverError, RequestError
from secondsource.factcheck.reviews.validate import find_faults
from secondsource.factcheck.reviews.verdict import Verdict
from secondsource.jobs.verdicts import (
    give_verdict,
    review_claim,
    rewrite_verdict,
    take_back_verdict,
)
from secondsource.messages.speaking import use_language
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
    assert again.claimed == first.claimed
    assert again.url is None, "the form asks for it again, so that it can be taken out"
    assert again.appearances == first.appearances
    assert again.first_appearance == first.first_appearance


def test_in_the_place_of_one_on_another_article_neither_claim_is_left_behind(
    tmp_path: Path,
) -> None:
    report = make_report()
    other = replace(report.article, id="other", url="https://other.example/", canonical=None)
    with Archive.open(tmp_path / "archive", create=True) as archive:
        for article in (report.article, other):
            archive.add([Collected(article, b"raw", "text/plain", article.id)])
            archive.examinations.keep(replace(report, article=article))

        def read_decided() -> dict[str, bool]:
            claims = archive.examinations.claims.read(QueueFilter(), 9)
            return {claim.article: claim.decided for claim in claims}

        claim = archive.examinations.claims.read(QueueFilter(), 1)[0].text
        given = Verdict(claim, "No", "Anna", article=report.article.id)
        first = give_verdict(given, archive)
        assert read_decided() == {report.article.id: True, "other": False}
        rewrite_verdict(replace(given, article="other", replaces=first.number), archive)
        assert read_decided() == {report.article.id: False, "other": True}
        assert archive.examinations.list_due() == ()


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


def test_a_claim_review_is_made_of_what_stands_and_is_published(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive", create=True) as archive:
        bare = give_verdict(Verdict("It was shut.", "No", "Anna"), archive)
        with pytest.raises(RequestError, match="no address where it is published"):
            review_claim(bare.number, archive)
        whole = Verdict(
            "It was shut.", "No", "Anna", url="https://desk.example/1", replaces=bare.number
        )
        made = review_claim(rewrite_verdict(whole, archive).number, archive)
        assert (made["url"], find_faults(made)) == ("https://desk.example/1", [])
        with pytest.raises(DecisionOverError):
            review_claim(bare.number, archive)
        with pytest.raises(DecisionNotFoundError):
            review_claim(7, archive)


def test_a_reader_of_russian_is_told_in_russian_what_is_in_the_way(tmp_path: Path) -> None:
    with use_language("ru"):
        assert find_faults([]) == ["это не объект JSON"]
        faults = find_faults({"@context": "https://schema.org", "@type": "ClaimReview"})
        assert "в ClaimReview нет url" in faults
        with Archive.open(tmp_path, create=True) as archive:
            number = give_verdict(Verdict("The pier is shut", "No", "Anna"), archive).number
            take_back_verdict(number, "Anna", archive)
            with pytest.raises(DecisionOverError, match="больше не действует"):
                review_claim(number, archive)
            made = archive.decide("people", "merge", ("A", "B"), "Anna")
            archive.undo("people", made.number, "Anna")
            with pytest.raises(DecisionOverError, match="уже отменено"):
                archive.undo("people", made.number, "Anna")
