"""Learned boilerplate as a reader sees it: which words of an article, and who else has them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from secondsource.article import Article, Boilerplate, Span
from secondsource.lineage.edges import find_span
from secondsource.lineage.matching.align import Alignment
from secondsource.lineage.matching.candidates import find_starts
from secondsource.lineage.matching.fingerprint import WINDOW, Anchors
from secondsource.lineage.matching.masked import mask_tokens
from secondsource.lineage.matching.tokens import Tokens, Words, tokenize
from secondsource.lineage.notices.learn import SEVERAL, UNKNOWN, Repeated, find_end
from secondsource.lineage.quoted import share_quoted

# Set by hand; no measurement is recorded.
_SHOWN = 10  # words; a shorter common phrase is left out of the matching but is not a notice
_LITTLE = 0.4  # the most that two articles with nothing but a common ending share of either
_QUOTED = 0.7  # of a stretch's characters: what two articles then end with is a quotation
_LOOSE = WINDOW - 1  # words that may lie between the end of a notice and its outermost anchor


@dataclass(frozen=True, slots=True)
class RepeatedAt:
    """The anchors of some texts that are repeated elsewhere, and all words of these texts."""

    anchors: Anchors
    learned: Repeated
    words: Words


def only_ends_alike(pair: Alignment, articles: Sequence[Article], tokens: Tokens) -> bool:
    """Whether two articles of one outlet share no more than how they end.

    That is a biography line or a notice that only these two carry so far: learning needs three.
    """
    left, right = articles[pair.left], articles[pair.right]
    if not left.outlet or not right.outlet or left.outlet.casefold() != right.outlet.casefold():
        return False
    if max(pair.left_coverage, pair.right_coverage) > _LITTLE:
        return False
    ends = find_end(tokens.lengths[[pair.left, pair.right]].astype(np.int32))
    if any(s.left[0] < ends[0] or s.right[0] < ends[1] for s in pair.stretches):
        return False
    spans = (find_span(tokens, pair.left, stretch.left) for stretch in pair.stretches)
    return not all(_is_quoted(left, span) for span in spans)


def _is_quoted(article: Article, span: Span) -> bool:
    """Whether the words are what somebody said: many articles end so, and it is no notice."""
    return share_quoted(article.text, [span]) >= _QUOTED


def show_endings(
    pairs: Iterable[Alignment], articles: Sequence[Article], tokens: Tokens
) -> dict[str, tuple[Boilerplate, ...]]:
    """What pairs of articles that only end alike have in common, by article id."""
    found: dict[str, set[Boilerplate]] = {}
    for pair in pairs:
        sides = (
            (pair.left, [stretch.left for stretch in pair.stretches]),
            (pair.right, [stretch.right for stretch in pair.stretches]),
        )
        for number, ranges in sides:
            article = articles[number]
            reason = f"a notice that ends another, otherwise different article of {article.outlet}"
            parts = (_Part(begin, end, reason) for begin, end in ranges)
            shown = {_show(article.text, tokens, number, part) for part in parts}
            found.setdefault(article.id, set()).update(shown)
    return {article: _without_overlaps(shown) for article, shown in found.items()}


def join_notices(
    first: Mapping[str, tuple[Boilerplate, ...]], second: Mapping[str, tuple[Boilerplate, ...]]
) -> dict[str, tuple[Boilerplate, ...]]:
    """The notices of both, by article id."""
    return {
        article: _without_overlaps((*first.get(article, ()), *second.get(article, ())))
        for article in {**first, **second}
    }


def _without_overlaps(stretches: Iterable[Boilerplate]) -> tuple[Boilerplate, ...]:
    """The stretches in reading order; of two that overlap, the longer one."""
    kept: list[Boilerplate] = []
    for stretch in sorted(stretches, key=lambda b: (-len(b.span), b.span.start, b.reason)):
        if not any(stretch.span.overlaps(other.span) for other in kept):
            kept.append(stretch)
    return tuple(sorted(kept, key=lambda b: b.span))


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of one text's words: the first, the one after the last, and the reason."""

    begin: int
    end: int
    reason: str


def show_notices(
    articles: Sequence[Article], found: RepeatedAt
) -> dict[str, tuple[Boilerplate, ...]]:
    """The notices of each article that has any, as spans of its text, by article id.

    A passage that an outlet uses again within its texts is no notice: it is left out of the
    matching, but it is the article's own and is not shown as boilerplate.
    """
    parts: dict[int, list[_Part]] = {}
    for text, part in _find_notices(found):
        parts.setdefault(text, []).append(part)
    tokens = tokenize([articles[text].text for text in parts])
    shown: dict[str, tuple[Boilerplate, ...]] = {}
    for number, (text, own) in enumerate(parts.items()):
        article = articles[text]
        notices = (_show(article.text, tokens, number, part) for part in own)
        shown[article.id] = tuple(n for n in notices if not _is_quoted(article, n.span))
    return {article: notices for article, notices in shown.items() if notices}


def _find_notices(found: RepeatedAt) -> Iterator[tuple[int, _Part]]:
    """Each long enough stretch of a notice: its text's number, and where it stands."""
    rows = np.searchsorted(found.learned.hashes, found.anchors.hashes)
    chosen = np.flatnonzero(found.learned.notice[rows]) if len(rows) else rows
    anchors, rows = found.anchors.take(chosen), rows[chosen]
    order = np.lexsort((anchors.positions, anchors.texts))
    places = found.words.bounds[anchors.texts[order]] + anchors.positions[order]
    mask = mask_tokens(found.words, anchors.texts, anchors.positions)
    owners = found.words.owners()
    starts = find_starts(owners, mask)
    ends = np.append(starts[1:], len(mask))
    long = np.flatnonzero(mask[starts] & (ends - starts >= _SHOWN))
    for begin, end in zip(starts[long].tolist(), ends[long].tolist(), strict=True):
        text = int(owners[begin])
        base = int(found.words.bounds[text])
        inside = rows[order[slice(*np.searchsorted(places, (begin, end)))]]
        yield text, _Part(begin - base, end - base, _say_why(found.learned, inside))


def _say_why(learned: Repeated, rows: np.ndarray) -> str:
    """What the words are and who has them, from the anchors that lie in them."""
    texts = int(learned.texts[rows].max())
    outlet = Counter(learned.outlets[rows].tolist()).most_common(1)[0][0]
    whose = {SEVERAL: " of several outlets", UNKNOWN: ""}.get(outlet)
    whose = f" of {learned.names[outlet]}" if whose is None else whose
    return f"a notice that stands in {texts} otherwise different articles{whose}"


def _show(text: str, tokens: Tokens, number: int, part: _Part) -> Boilerplate:
    """The stretch as a span, to the ends of its lines where only a few words are missing."""
    base, count = int(tokens.bounds[number]), int(tokens.lengths[number])
    starts, ends = tokens.starts[base : base + count], tokens.ends[base : base + count]
    first, last = int(starts[part.begin]), int(ends[part.end - 1])
    line_start = text.rfind("\n", 0, first) + 1
    line_end = text.find("\n", last)
    line_end = len(text) if line_end < 0 else line_end
    before = part.begin - int(np.searchsorted(starts, line_start))
    after = int(np.searchsorted(starts, line_end)) - part.end
    span = Span(line_start if before <= _LOOSE else first, line_end if after <= _LOOSE else last)
    return Boilerplate(span, part.reason)
