"""Known fact-checks: ClaimReview read from files and pages, matched to claims, and written."""
