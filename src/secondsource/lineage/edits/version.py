"""One version of a text as it is compared: its words, its sentences, its paragraphs."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from secondsource.article import Span
from secondsource.lineage.matching.tokens import I32, U32, tokenize
from secondsource.sentences import split_blocks, split_sentences


@dataclass(frozen=True, slots=True)
class Version:
    """The words of one text that are compared, without boilerplate and headline.

    `words` are token hashes, `starts` and `ends` where each stands in `text` (code points),
    `sentences` ranges of words, `paragraphs` for each sentence the number of its paragraph.
    """

    text: str
    words: list[int]
    starts: list[int]
    ends: list[int]
    sentences: list[tuple[int, int]]
    paragraphs: list[int]

    def span(self, begin: int, end: int) -> Span:
        """Where a range of at least one word stands in the text."""
        return Span(self.starts[begin], self.ends[end - 1])

    def range_of(self, start: int, end: int) -> tuple[int, int]:
        """The words that lie at least in part between two places of the text."""
        return bisect_left(self.ends, start + 1), bisect_left(self.starts, end)

    def sentence_at(self, word: int) -> int:
        """The number of the sentence in which a word stands."""
        return bisect_left(self.sentences, (word + 1,)) - 1

    def paragraph_span(self, sentence: int) -> Span:
        """Where the paragraph of a sentence stands, with the marks before and after its words."""
        number = self.paragraphs[sentence]
        first = bisect_left(self.paragraphs, number)
        last = bisect_left(self.paragraphs, number + 1) - 1
        begin, end = self.sentences[first][0], self.sentences[last][1]
        low = self.text.rfind("\n", 0, self.starts[begin]) + 1
        high = self.text.find("\n", self.ends[end - 1])
        low = max(low, self.ends[begin - 1] if begin else 0)
        return Span(low, high if high >= 0 else len(self.text))


@dataclass(frozen=True, slots=True)
class Source:
    """A text before it is compared.

    `hidden` is what is left out: boilerplate, and the headline, which is compared by itself.
    """

    text: str
    language: str | None
    hidden: tuple[Span, ...] = ()


def make_versions(sources: Sequence[Source]) -> Iterator[Version]:
    """Texts as they are compared, in the same order."""
    tokens = tokenize([source.text for source in sources])
    for number, source in enumerate(sources):
        part = slice(int(tokens.bounds[number]), int(tokens.bounds[number + 1]))
        yield _make(source, tokens.hashes[part], tokens.starts[part], tokens.ends[part])


def _make(source: Source, words: U32, starts: I32, ends: I32) -> Version:
    sentences = [span.start for span in split_sentences(source.text, source.language)]
    blocks = [span.start for span in split_blocks(source.text)]
    kept = np.ones(len(starts), bool)
    for span in source.hidden:
        kept &= (ends <= span.start) | (starts >= span.end)
        blocks += [span.start, span.end]
    words, starts, ends = words[kept], starts[kept], ends[kept]
    cuts = {0, *np.searchsorted(starts, [*sentences, *blocks]).tolist(), len(starts)}
    ranges = list(pairwise(sorted(cuts)))
    firsts = starts[[low for low, _ in ranges]]
    paragraphs = np.searchsorted(np.sort(blocks), firsts, "right")
    _, numbers = np.unique(paragraphs, return_inverse=True)
    return Version(
        source.text, words.tolist(), starts.tolist(), ends.tolist(), ranges, numbers.tolist()
    )
