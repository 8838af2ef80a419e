"""What decided on a passage is kept with it, with its places in the article."""

from collections.abc import Sequence

import pytest

from secondsource.article import Span
from secondsource.evidence import (
    ClaimPassage,
    Examined,
    Stance,
    StanceScore,
    Tools,
    find_evidence,
    load_houses,
)
from secondsource.evidence.finding import StanceReason
from secondsource.lineage import find_families
from tests.evidence.newsroom import ANY_WORDS, EXAMINED, WordSearch, read_said, state, write

_DECIDES = "closed"


def _judge(pairs: Sequence[ClaimPassage], /) -> list[StanceScore]:
    scores = []
    for pair in pairs:
        at = pair.passage.index(_DECIDES)
        words = (Span(at, at + len(_DECIDES)),)
        reason = StanceReason("seen", (1.0, 0.5, 0.5), "A rule saw it.", words)
        scores.append(StanceScore(Stance.SUPPORTS, 0.9, reasons=(reason,)))
    return scores


@pytest.mark.parametrize(
    ("before", "decides"),
    [
        ("Rain fell.", "At Port Ansel the north bridge was closed on Monday."),
        ("The bridge is old.", "It was closed on Monday at Port Ansel in the north."),
    ],
    ids=["alone", "leaning on the sentence before"],
)
def test_the_sentence_and_the_words_are_found_in_the_article(before: str, decides: str) -> None:
    article = write("Quay News", f"Weather.\n\n{before} {decides} Boats were late.")
    tools = Tools(
        WordSearch([article]), _judge, read_said, find_families, load_houses(), "2031-06-01"
    )
    (finding,) = find_evidence(Examined(EXAMINED, (state(EXAMINED),), ()), tools, ANY_WORDS)
    (evidence,) = (piece for origin in finding.origins for piece in origin.evidence)
    assert evidence.decided_by
    assert evidence.decided_by.of(article.text) == decides
    (reason,) = evidence.reasons
    assert [span.of(article.text) for span in reason.spans] == [_DECIDES]
