"""How each stage works, in words that a report keeps and that tell one of an earlier version."""

from typing import Final

from secondsource.messages import gettext as _
from secondsource.review.report import Report

METHODS: Final = (
    (
        "lineage",
        "stretches of the same words, found by the runs of six that two texts share (winnowed "
        "6-word anchors, chained); credits read in the text",
    ),
    (
        "reading",
        "who speaks, by quotation marks and grammar (a parser); what is a claim, an opinion or "
        "a forecast, by a small sentence model and rules",
    ),
    (
        "questions",
        "each statement put so that it stands by itself, and split into its facts, by grammar "
        "and names; no model rewrites it",
    ),
    (
        "evidence",
        "passages with the rarest words of a claim (ranked by BM25); for or against by two "
        "small models; what counts as one by four rules",
    ),
    (
        "quotations",
        "the same words in a row; what collections of quotations have, by words and by a "
        "multilingual network",
    ),
    (
        "fact-checks",
        "by shared words and nearness of meaning (sentence vectors), weighed by a linear model; "
        "the rating is theirs",
    ),
    (
        "naming",
        "words in the same places of articles on the subject; which outlet leans to which, "
        "against all others (log-odds)",
    ),
    ("not searched", "anything outside the archive"),
)


def say_other_methods(report: Report) -> str:
    """That a report was made when the program worked in another way; empty where it was not.

    Where a report does not say how it was made, that is not known, and nothing is told.
    """
    if not report.methods or set(METHODS) <= set(report.methods):
        return ""
    return _(
        "This report was made by an earlier version of the program, which worked in another way: "
        "what it says of its methods holds for that one. Examine the article again for a report "
        "by the present version."
    )
