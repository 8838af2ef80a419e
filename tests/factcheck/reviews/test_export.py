"""Verdicts as ClaimReview: valid by schema.org's properties, and read back as they were."""

from dataclasses import replace

import pytest

from secondsource.factcheck.reviews.claimreview import read_review
from secondsource.factcheck.reviews.export import claim_review_json
from secondsource.factcheck.reviews.validate import find_faults
from secondsource.factcheck.reviews.verdict import Verdict

WHOLE = Verdict(
    claim="The town of Velmark closed its only bridge for good.",
    rating="Closed for a week, not for good",
    decided_by="R. Editor",
    text="The council's notice gives the day on which it opens again.",
    reasons=("The notice says 11 May.",),
    sources=("https://velmark.example.org/notice",),
    claimant="Ada Quell",
    claimed="2031-05-04",
    language="en",
    appearances=("https://posts.example.net/2",),
    first_appearance="https://posts.example.net/1",
    url="https://checks.example.org/bridge",
    number=3,
    decided_at="2031-05-06T10:00:00+00:00",
)


def _change(**change: object) -> dict[str, object]:
    return {**claim_review_json(WHOLE), **change}


@pytest.mark.parametrize("publisher", [None, "Velmark Checks"])
def test_a_whole_verdict_is_valid_and_complete(publisher: str | None) -> None:
    made = claim_review_json(WHOLE, publisher)
    assert find_faults(made) == []
    assert {"author", "datePublished", "itemReviewed"} <= made.keys()
    item = made["itemReviewed"]
    assert isinstance(item, dict)
    assert {"appearance", "author", "datePublished"} <= item.keys()


def test_a_bare_verdict_is_valid() -> None:
    bare = Verdict(
        "It is shut.", "Open", "R. Editor", url="https://a.example/1", decided_at="2031-05-06T10"
    )
    assert find_faults(claim_review_json(bare)) == []


def test_what_was_left_blank_is_left_out() -> None:
    made = claim_review_json(replace(WHOLE, claimant=" ", reasons=(" ", "")))
    assert find_faults(made) == []
    assert "ratingExplanation" not in str(made)


@pytest.mark.parametrize("publisher", [None, "Velmark Checks"])
def test_what_is_exported_can_be_imported(publisher: str | None) -> None:
    read = read_review(claim_review_json(WHOLE, publisher), "own")
    assert (read.claim, read.rating, read.url) == (WHOLE.claim, WHOLE.rating, WHOLE.url)
    assert read.checker == (publisher or WHOLE.decided_by)
    assert (read.published, read.claimed) == ("2031-05-06", WHOLE.claimed)
    assert (read.claimant, read.language) == (WHOLE.claimant, WHOLE.language)
    assert read.appearances == (WHOLE.first_appearance, *WHOLE.appearances)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"url": None}, "has no url"),
        ({"url": "javascript:alert(1)"}, "no http"),
        ({"rating": ""}, "alternateName"),
        ({"claim": ""}, "claimReviewed"),
        ({"claimed": "last week"}, "no date"),
        ({"sources": ("file:///etc/passwd",)}, "no http"),
        ({"appearances": ("data:x",)}, "no http"),
        ({"language": "English!"}, "language code"),
    ],
)
def test_what_is_not_valid(change: dict[str, object], fault: str) -> None:
    faults = find_faults(claim_review_json(replace(WHOLE, **change)))  # type: ignore[arg-type]
    assert any(fault in each for each in faults), faults


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        ([], "no JSON object"),
        ({"@type": "ClaimReview"}, "@context"),
        ({"@context": "https://schema.org", "@type": "Review"}, "has the type"),
        (_change(stars=5), "no property"),
        (_change(author="me"), "no object"),
        (_change(author={"@type": "Robot"}), "has the type"),
        (_change(itemReviewed={"@type": "Claim", "text": 4}), "no text"),
    ],
)
def test_the_validator_sees_what_is_wrong(value: object, fault: str) -> None:
    assert any(fault in each for each in find_faults(value))
