"""Which passages are looked at for a claim: many texts and families rather than many copies."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from secondsource.evidence.examined import Hit, Options, PassageSearch

_WORD = re.compile(r"\w+")
# Set by hand; no measurement is recorded.
_WINDOW = 4  # words in a row
_SAME = 0.5  # of the shorter passage's windows: where so many are in another, they are one text
_GROWTH = 4


def gather_hits(
    queries: Sequence[Mapping[str, float]],
    search: PassageSearch,
    home: Callable[[str], str],
    excluded: Collection[str],
    options: Options,
) -> list[list[Hit]]:
    """The passages found for each claim, asking for more until enough stories are among them.

    Copies of one text are told by their words, before anything is known of families: five
    hundred prints of a dispatch count as one story, and the search goes on behind them. It
    ends when passages of `options.families` stories were found, when no more passages come, or
    at `options.deepest`.

    Args:
        queries: the words looked for, with their weights, for each claim.
        search: the archive's passages.
        home: gives an article's id the id of its family, as far as known, or its own.
        excluded: ids of articles that are not asked for at all.
        options: the limits.

    Returns:
        Passages, best first, `options.most_limit` at most; of those beyond only one of each text
        that is not among the first is kept, since the others are copies.
    """
    found: list[list[Hit]] = [[] for _ in queries]
    asked = [number for number, terms in enumerate(queries) if terms]
    limit = options.first_limit
    while asked:
        crowded: list[int] = []
        several = search.search_all([queries[n] for n in asked], limit, exclude=excluded)
        for number, hits in zip(asked, several, strict=True):
            texts = _number_texts(hits)
            stories = min(len(set(texts)), len({home(hit.article) for hit in hits}))
            if stories < options.families and limit <= len(hits) and limit < options.deepest:
                crowded.append(number)
            else:
                found[number] = _cut(hits, texts, options.most_limit)
        asked, limit = crowded, min(_GROWTH * limit, options.deepest)
    return found


def _number_texts(hits: Sequence[Hit]) -> list[int]:
    """For each passage the number of its text, the same for copies, edited ones included."""
    seen = _SeenTexts()
    return [seen.number(hit.text) for hit in hits]


@dataclass(slots=True)
class _SeenTexts:
    """The texts met so far, by their windows of four words."""

    _owners: dict[tuple[str, ...], int] = field(default_factory=dict)
    _sizes: list[int] = field(default_factory=list)

    def number(self, text: str) -> int:
        """The number of a text: that of an earlier one that shares half of the shorter's."""
        words = _WORD.findall(text.casefold())
        rows = (words[k:] for k in range(_WINDOW))
        windows: set[tuple[str, ...]] = set(zip(*rows, strict=False)) or {tuple(words)}
        shared = Counter(map(self._owners.__getitem__, windows & self._owners.keys()))
        best = max(sorted(shared), key=lambda n: shared[n], default=None)
        if best is not None and shared[best] > _SAME * min(len(windows), self._sizes[best]):
            return best
        number = len(self._sizes)
        self._sizes.append(len(windows))
        self._owners.update(dict.fromkeys(windows.difference(self._owners), number))
        return number


def _cut(hits: Sequence[Hit], texts: Sequence[int], most: int) -> list[Hit]:
    kept = list(hits[:most])
    known = set(texts[:most])
    for hit, text in zip(hits[most:], texts[most:], strict=True):
        if text not in known:
            known.add(text)
            kept.append(hit)
    return kept
