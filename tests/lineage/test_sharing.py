"""Copies count as one; those that only quote the same words do not."""

from secondsource.article import Article
from secondsource.lineage.sharing import group_families

SAID = (
    '"We counted every crate on the quay twice before the storm came in, and we shall count them '
    'again tomorrow morning, whatever the owners say about it," the harbour master said.'
)
OURS = (
    "The market hall was crowded when the council met to decide about the old ferry pier. Nobody "
    "had expected the vote to be so close, and several traders had closed their stalls early to "
    "listen. In the end the plan was put off until the spring, when new drawings will be shown."
)
THEIRS = (
    "Rain kept most people at home on the day of the regatta, and only four boats reached the "
    "buoy. The committee will meet to choose another date, and the prize money stays in the fund "
    "that the brewers set up after the war. A walk along the river is planned instead."
)


def _article(name: str, *paragraphs: str) -> Article:
    return Article(name, "\n\n".join(paragraphs), outlet=name, language="en")


def test_a_copy_is_grouped_and_a_shared_quotation_groups_nothing() -> None:
    first, copy = _article("first", OURS, SAID), _article("copy", OURS, SAID)
    quoting, other = _article("quoting", THEIRS, SAID), _article("other", THEIRS[::-1])
    groups = group_families([first, copy, quoting, other, first])
    assert set(groups) == {"first", "copy", "quoting", "other"}
    assert groups["first"] == groups["copy"]
    assert len({groups["first"], groups["quoting"], groups["other"]}) == 3
