"""ClaimReview objects become fact-checks; what is missing, odd or hostile is refused or cut."""

import pytest

from secondsource.errors import UnreadableError
from secondsource.factcheck.reviews.claimreview import find_reviews, read_day, read_review
from tests.factcheck.reviews.samples import CLAIM, FEED, REVIEW, SECOND


def test_a_whole_review() -> None:
    found = read_review(REVIEW, "page.html")
    assert found.claim == CLAIM
    assert (found.checker, found.rating) == ("Velmark Checks", "Not so")
    assert (found.published, found.claimed) == ("2031-05-06", "2031-05-05")
    assert found.claimant == "Ada Quell"
    assert found.appearances == ("https://posts.example.net/1", "https://posts.example.net/2")
    assert (found.language, found.source) == ("en", "page.html")


@pytest.mark.parametrize(
    "value",
    [
        REVIEW,
        [REVIEW],
        {"@graph": [{"@type": "WebPage"}, REVIEW]},
        {"@type": "NewsArticle", "review": [{"@type": ["Review", "ClaimReview"], **_rest}]}
        if (_rest := {k: v for k, v in REVIEW.items() if k != "@type"})
        else None,
        {"@type": "Article", "mainEntity": {**REVIEW, "@type": "schema:ClaimReview"}},
        {**REVIEW, "@type": "http://schema.org/ClaimReview"},
    ],
)
def test_where_a_review_may_stand(value: object) -> None:
    assert [read_review(each, "").claim for each in find_reviews(value)] == [CLAIM]


def test_a_feed_holds_one_or_several_an_item() -> None:
    assert [each["url"] for each in find_reviews(FEED)] == [
        REVIEW["url"],
        SECOND["url"],
        "https://checks.example.org/3",
    ]


@pytest.mark.parametrize(
    ("rating", "said"),
    [
        ({"alternateName": "Half\nof it"}, "Half of it"),
        ({"alternateName": "<b>False</b> &amp; <script>x()</script>"}, "False & x()"),
        ({"ratingValue": "2", "bestRating": "5"}, "2 of 5"),
        ({"ratingValue": 3}, "3"),
        ([{"name": "Unproven"}], "Unproven"),
        ("Wrong", "Wrong"),
        (None, ""),
        ({"alternateName": "so " * 400}, ("so " * 400)[:299].rstrip() + "…"),
    ],
)
def test_ratings_are_the_checkers_words(rating: object, said: str) -> None:
    assert read_review({**REVIEW, "reviewRating": rating}, "").rating == said


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("2031-05-06", "2031-05-06"),
        ("2031-05-06 11:00", "2031-05-06"),
        ("6 May 2031", "2031-05-06"),
        ("May 6, 2031", "2031-05-06"),
        ("2031-13-45", None),
        ("0000-00-00T00:00:00Z", None),
        ("yesterday", None),
        ({"@value": "2031-05-06"}, "2031-05-06"),
        (20310506, "2031-05-06"),
        (None, None),
    ],
)
def test_bad_dates_are_left_out(date: object, day: str | None) -> None:
    assert read_review({**REVIEW, "datePublished": date}, "").published == day


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "data:text/html,x", "//x", "http://", "https://a b", "ftp://a/b", 7],
)
def test_only_web_addresses_are_kept(address: object) -> None:
    item = {"@type": "Claim", "appearance": [{"url": address}, "https://posts.example.net/9"]}
    found = read_review({**REVIEW, "url": address, "itemReviewed": item}, "")
    assert found.url is None
    assert found.appearances == ("https://posts.example.net/9",)


def test_a_password_in_an_address_is_not_kept() -> None:
    item = {"@type": "Claim", "appearance": "https://ann:hunter2@posts.example.net/9"}
    found = read_review(
        {**REVIEW, "url": "https://ann:hunter2@desk.example/", "itemReviewed": item}, ""
    )
    assert found.url == "https://desk.example/"
    assert found.appearances == ("https://posts.example.net/9",)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"claimReviewed": None, "itemReviewed": None}, "names no claim"),
        ({"claimReviewed": "so " * 2_000}, "longer than"),
        ({"author": None, "url": "javascript:1"}, "neither a checker"),
    ],
)
def test_what_is_refused(change: dict[str, object], why: str) -> None:
    with pytest.raises(UnreadableError, match=why):
        read_review({**REVIEW, **change}, "")


def test_what_is_missing_is_told_from_the_rest() -> None:
    text = "Мост в Вельмарке закрыли, и это все знают, как и то, что он был один."
    bare = {
        "@type": "ClaimReview",
        "url": "https://www.checks.example.org/x",
        "itemReviewed": {"@type": "Claim", "text": text},
    }
    found = read_review(bare, "")
    assert (found.checker, found.language, found.rating) == ("checks.example.org", "ru", "")


def test_deep_nesting_ends_the_search() -> None:
    value: object = REVIEW
    for _ in range(5_000):
        value = {"item": value}
    assert list(find_reviews(value)) == []


def test_lone_surrogates_do_not_pass() -> None:
    found = read_review({**REVIEW, "claimReviewed": "Half \ud800 a letter"}, "")
    assert found.claim.encode("utf-8")


_RATED = [
    ("False", "False"),
    (2, "2"),
    ({"ratingValue": -1, "bestRating": -1}, ""),
    ({"ratingValue": "NaN"}, ""),
    ({"ratingValue": 0, "bestRating": 5}, "0 of 5"),
    ([{"ratingValue": 1, "bestRating": 5}, {"alternateName": "Not so"}], "Not so"),
]


@pytest.mark.parametrize(("rating", "said"), _RATED)
def test_a_rating_in_other_shapes(rating: object, said: str) -> None:
    assert read_review({**REVIEW, "reviewRating": rating}, "a").rating == said


@pytest.mark.parametrize("kind", ["Claim", ["Claim"], "https://schema.org/Claim"])
def test_of_several_things_reviewed_the_claim_counts(kind: object) -> None:
    page = {"@type": "WebPage", "url": "https://a.example/1", "name": "A page"}
    claim = {"@type": kind, "name": "A pier was sold", "author": {"name": "Eve Adler"}}
    bare = {name: value for name, value in REVIEW.items() if name != "claimReviewed"}
    found = read_review({**bare, "itemReviewed": [page, claim]}, "a")
    assert (found.claim, found.claimant) == ("A pier was sold", "Eve Adler")
    assert found.appearances == ("https://a.example/1",)


@pytest.mark.parametrize("written", ["2020/05/03", "20200503", "2020.05.03", "2020/05/03 10:00"])
def test_a_day_in_other_forms(written: str) -> None:
    assert read_day(written) == "2020-05-03"
