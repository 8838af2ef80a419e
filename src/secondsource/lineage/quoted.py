"""Whether all that two articles share is what somebody said, quoted by both.

Then each may have it from the speaker, and neither the dates nor the lengths of the two articles
say who took it from whom.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from secondsource.article import Article, Signal, Span
from secondsource.lineage.family import Edge
from secondsource.lineage.names import name_apart
from secondsource.quotes import find_quotations

_ONLY_QUOTATION = "only_quotation"
# Of the shared characters, in both articles. Chosen on the labelled FNC-1 pairs with odd numbers
# (docs/natural-copies.md): of the excerpts in a reporter's words one in ten is above, of what
# two have from a third half; the other half gives a quotation as a block, without marks.
_MOST = 0.7
_MARKS = frozenset("“”„«»\"「」『』‘’‚'‹›")
# Set by hand; no measurement is recorded.
_HARDLY, _QUOTES = 0.2, 0.25  # quoted by the other at most; a lean, since blocks have no marks
_OWN_WORD = ("credits_other", "links_to_other", "canonical_is_other", "names_outlet")  # a child's


@dataclass(frozen=True, slots=True)
class Quoting:
    """Two articles, and how much of what they share each has in quotation marks (0..1)."""

    left: Article
    right: Article
    left_share: float
    right_share: float

    @property
    def only(self) -> Signal | None:
        """The signal that both only quote the same words, or None."""
        share = min(self.left_share, self.right_share)
        if share < _MOST:
            return None
        sentence = "All that they share is quoted in both: each may have it from there."
        return Signal(_ONLY_QUOTATION, round(share, 3), sentence)

    @property
    def one_sided(self) -> tuple[Signal | None, Signal | None]:
        """For left and right the signal that it quotes what the other says in words of its own."""
        return (
            _quotes_other(self.left, self.left_share, self.right, self.right_share),
            _quotes_other(self.right, self.right_share, self.left, self.left_share),
        )


def find_quoting(
    left: Article, left_spans: Sequence[Span], right: Article, right_spans: Sequence[Span]
) -> Quoting:
    """How two articles give the words under their spans, which are the same words."""
    shares = share_quoted(left.text, left_spans), share_quoted(right.text, right_spans)
    return Quoting(left, right, *shares)


def _quotes_other(child: Article, share: float, parent: Article, other: float) -> Signal | None:
    if share < _MOST or other > _HARDLY:
        return None
    names = name_apart(child, parent), name_apart(parent, child)
    sentence = f"{names[0]} has the words in quotation marks, {names[1]} has not."
    return Signal("quotes_other", _QUOTES, sentence)


def only_quotes(edge: Edge) -> bool:
    """Whether an edge rests on nothing but a quotation that both articles give."""
    return any(signal.name == _ONLY_QUOTATION for signal in edge.signals)


def says_so_itself(signals: Iterable[Signal]) -> bool:
    """Whether an article credits or links the other, so that more than the dates speaks."""
    return any(signal.name in _OWN_WORD for signal in signals)


def share_quoted(text: str, spans: Iterable[Span]) -> float:
    """The share of the characters under some spans that stand between quotation marks."""
    spans = tuple(spans)
    quoted = sum(_count_quoted(text, span) for span in spans)
    return quoted / max(1, sum(map(len, spans)))


def _count_quoted(text: str, span: Span) -> int:
    """How many characters of a span are quoted; only its own paragraphs are looked at."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    around = text[start : end if end >= 0 else len(text)]
    if _MARKS.isdisjoint(around):
        return 0
    pieces = (p for q in find_quotations(around) if q.depth == 0 for p in q.pieces)
    return sum(piece.shift(start).count_shared(span) for piece in pieces)
