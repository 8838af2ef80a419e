"""A person's verdict as ClaimReview with its Claim, in schema.org's JSON-LD.

The claim has its own addresses (`Claim.appearance` and `firstAppearance`), as was asked for in
https://github.com/schemaorg/schemaorg/issues/1828.
"""

from collections.abc import Mapping
from dataclasses import asdict

from secondsource.factcheck.reviews.verdict import Verdict
from secondsource.jsonvalues import JsonObject, JsonValue

_CONTEXT = "https://schema.org"


def claim_review_json(verdict: Verdict, publisher: str | None = None) -> JsonObject:
    """A verdict as one ClaimReview object.

    There is no number for the rating: what the person wrote is its label, and a scale of ours
    would be a verdict of ours.

    Args:
        verdict: a verdict that stands.
        publisher: the organisation that publishes it, where it is not the person alone.
    """
    person: JsonObject = {"@type": "Person", "name": verdict.decided_by}
    organisation: JsonValue = {"@type": "Organization", "name": publisher} if publisher else None
    return _drop_empty(
        {
            "@context": _CONTEXT,
            "@type": "ClaimReview",
            "url": verdict.url,
            "claimReviewed": verdict.claim,
            "datePublished": verdict.decided_at[:10],
            "inLanguage": verdict.language,
            "author": organisation or person,
            "creator": person if organisation else None,
            "reviewRating": _drop_empty(
                {
                    "@type": "Rating",
                    "alternateName": verdict.rating,
                    "ratingExplanation": " ".join(" ".join(verdict.reasons).split()),
                }
            ),
            "reviewBody": verdict.text,
            "citation": list(verdict.sources),
            "itemReviewed": _claim_json(verdict),
        }
    )


def verdict_json(verdict: Verdict, flag: str = "") -> JsonObject:
    """A verdict with all that was given, whether it stands, and its flag: the one shape it has.

    Args:
        verdict: as it is kept.
        flag: why somebody has to look at it again; empty where nothing is known to speak for it.
    """
    values: JsonObject = {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in asdict(verdict).items()
    }
    return {**values, "stands": verdict.stands, "flag": flag}


def _claim_json(verdict: Verdict) -> JsonObject:
    claimant = " ".join((verdict.claimant or "").split())
    return _drop_empty(
        {
            "@type": "Claim",
            "text": verdict.claim,
            "author": {"@type": "Person", "name": claimant} if claimant else None,
            "datePublished": verdict.claimed,
            "firstAppearance": _work_json(verdict.first_appearance),
            "appearance": [_work_json(address) for address in verdict.appearances],
        }
    )


def _work_json(address: str | None) -> JsonObject | None:
    return {"@type": "CreativeWork", "url": address} if address else None


def _drop_empty(values: Mapping[str, JsonValue]) -> JsonObject:
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}
