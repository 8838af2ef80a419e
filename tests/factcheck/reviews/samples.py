"""ClaimReview objects as pages and feeds have them, all about an invented town."""

import json

CLAIM = "The town of Velmark closed its only bridge for good on 4 May 2031."

REVIEW = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://checks.example.org/velmark-bridge",
    "claimReviewed": CLAIM,
    "datePublished": "2031-05-06T09:00:00+02:00",
    "inLanguage": "en",
    "author": {"@type": "Organization", "name": "Velmark Checks"},
    "reviewRating": {
        "@type": "Rating",
        "ratingValue": 1,
        "bestRating": 5,
        "worstRating": 1,
        "alternateName": "Not so",
    },
    "itemReviewed": {
        "@type": "Claim",
        "author": {"@type": "Person", "name": "Ada Quell"},
        "datePublished": "2031-05-05",
        "firstAppearance": {"@type": "CreativeWork", "url": "https://posts.example.net/1"},
        "appearance": [{"@type": "CreativeWork", "url": "https://posts.example.net/2"}],
    },
}

SECOND = {
    **REVIEW,
    "url": "https://checks.example.org/harbour",
    "claimReviewed": "Nine ships sank in the harbour of Velmark in one night.",
}

FEED = {
    "@context": "http://schema.org",
    "@type": "DataFeed",
    "dateModified": "2031-06-01T00:00:00Z",
    "dataFeedElement": [
        {"@type": "DataFeedItem", "dateCreated": "2031-05-06", "item": [REVIEW, SECOND]},
        {"@type": "DataFeedItem", "item": {**REVIEW, "url": "https://checks.example.org/3"}},
        {"@type": "DataFeedItem", "item": None},
    ],
}


def make_page(*scripts: str) -> str:
    """A web page with these JSON-LD scripts."""
    tags = "".join(f'<script type="application/ld+json">{text}</script>' for text in scripts)
    return f"<html><head>{tags}</head><body><p>Words.</p></body></html>"


def dump(value: object) -> str:
    """The value as JSON."""
    return json.dumps(value, ensure_ascii=False)
