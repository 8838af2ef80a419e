"""Whose words a quotation is said to be, and whether two articles mean one person."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, groupby

from secondsource.article import Article, Span
from secondsource.evidence.origins.voicekey import VoiceKey, VoiceKind, make_voice_key
from secondsource.evidence.origins.voicematch import match_names
from secondsource.evidence.query.terms import fold
from secondsource.names.sounds import to_latin
from secondsource.reading.attribution.voices import find_attributions_batch
from secondsource.reading.quotations.extract import SaidQuotation
from secondsource.reading.read import guess_language
from secondsource.reading.statement import Attribution, Source
from secondsource.sentences import split_blocks

_AROUND = 1  # paragraphs before and after a quotation that are read with it
_LONGEST_PARAGRAPH = 3_000  # code points; of a longer one only the quotation's surroundings
_WITHIN_NAMES = "von van der den de da di du la le al bin ibn фон ван де"
_PARTICLES = frozenset(_WITHIN_NAMES.split())
_NAME_BEFORE = r"\b((?:[^\W\d_a-z][\w'’-]{{1,40}}\s{{1,4}}){{1,2}}{name})\b"


@dataclass(frozen=True, slots=True)
class _Excerpt:
    """The paragraphs of an article around its quotations, and these as they stand there."""

    article: Article
    text: str
    said: tuple[SaidQuotation, ...]


def read_speakers(
    articles: Iterable[tuple[Article, Sequence[SaidQuotation]]],
) -> Iterator[list[str | None]]:
    """For each article, for each of its quotations, the name of whom it says they are.

    None where it names nobody. Only the paragraphs around a quotation are read; where they have
    a surname only, the fuller name is looked for in the whole article.
    """
    excerpts = [_cut_excerpt(article, said) for article, said in articles]
    for language, same in groupby(excerpts, key=lambda e: guess_language(e.article)):
        group = list(same)
        found = find_attributions_batch([e.text for e in group], language)
        for excerpt, attributions in zip(group, found, strict=True):
            names = (_find_speaker(said, attributions) for said in excerpt.said)
            yield [name and _find_full_name(name, excerpt.article.text) for name in names]


def _cut_excerpt(article: Article, quotations: Sequence[SaidQuotation]) -> _Excerpt:
    """The paragraphs that are needed, joined; each quotation moved to where it then stands."""
    blocks = list(split_blocks(article.text))
    ends = [block.end for block in blocks]
    wanted: set[int] = set()
    for said in quotations:
        first, last = bisect_right(ends, said.hull.start), bisect_left(ends, said.hull.end)
        wanted.update(range(max(0, first - _AROUND), min(len(blocks), last + _AROUND + 1)))
    hulls = [said.hull for said in quotations]
    kept = [_narrow(blocks[k], hulls) for k in sorted(wanted)]
    texts = [span.of(article.text) for span in kept]
    starts = list(accumulate((len(text) + 2 for text in texts), initial=0))
    moved = tuple(_move(said, kept, starts) for said in quotations)
    return _Excerpt(article, "\n\n".join(texts), moved)


def _narrow(block: Span, hulls: Sequence[Span]) -> Span:
    """A paragraph; of a very long one what is around the quotations in it."""
    near = [hull for hull in hulls if hull.overlaps(block)]
    if len(block) <= _LONGEST_PARAGRAPH:
        return block
    low = min((hull.start for hull in near), default=block.start)
    high = max((hull.end for hull in near), default=block.start)
    half = _LONGEST_PARAGRAPH // 2
    return Span(max(block.start, low - half), min(block.end, high + half))


def _move(said: SaidQuotation, kept: Sequence[Span], starts: Sequence[int]) -> SaidQuotation:
    moved = [
        Span(max(p.start, k.start) - k.start + s, min(p.end, k.end) - k.start + s)
        for p in said.pieces
        for k, s in zip(kept, starts, strict=False)
        if p.overlaps(k)
    ]
    return SaidQuotation(tuple(moved) or (Span(0, 0),))


def _find_full_name(name: str, text: str) -> str:
    """A surname with the names that stand before it where the article first gives it in full."""
    if " " in name or not name[:1].isupper():
        return name
    match = re.search(_NAME_BEFORE.format(name=re.escape(name)), text)
    key = make_voice_key(match[1]) if match else None
    return " ".join(match[1].split()) if match and key and len(key.words) > 1 else name


def _find_speaker(said: SaidQuotation, attributions: Sequence[Attribution]) -> str | None:
    fitting = [a for a in attributions if a.source and _overlap(said, a.content) * 2 > _size(said)]
    if not fitting:
        return None
    best = max(fitting, key=lambda a: (_overlap(said, a.content), -a.length))
    return _name_source(best.source)


def _name_source(source: Source | None) -> str | None:
    """The name of a source; None for "he" and "officials", which name nobody."""
    if source is None:
        return None
    key = make_voice_key(source.text, source.entity)
    if key is None or key.kind is VoiceKind.UNNAMED:
        return None
    return source.entity or source.text


def _overlap(said: SaidQuotation, content: Sequence[Span]) -> int:
    return sum(a.count_shared(b) for a in said.pieces for b in content)


def _size(said: SaidQuotation) -> int:
    return sum(len(piece) for piece in said.pieces)


def names_other(text: str, speaker: str) -> bool:
    """Whether a text has the last word of a name: it may well mean that person by "he said"."""
    key = _key(speaker)
    return key is not None and bool(key.words) and key.words[-1] in to_latin(fold(text))


def same_speaker(left: str, right: str) -> bool | None:
    """Whether two sources are one person or body: yes, no, or (None) it cannot be told.

    No only for two persons with names of their own: a spokesman and the body that he speaks
    for, an office and a name, may well be one voice.
    """
    if left == right:
        return True
    keys = _key(left), _key(right)
    if keys[0] is None or keys[1] is None:
        return None
    if match_names(keys[0], keys[1]):
        return True
    return False if _is_person(keys[0]) and _is_person(keys[1]) else None


@lru_cache(maxsize=1 << 14)
def _key(name: str) -> VoiceKey | None:
    """The comparable form of a speaker; a name with a "von" in it is one name."""
    words = name.split()
    is_name = len(words) > 1 and all(w[0].isupper() or w in _PARTICLES for w in words)
    bare = " ".join(word for word in words if word not in _PARTICLES)
    return make_voice_key(name, bare if is_name else None)


def _is_person(key: VoiceKey) -> bool:
    """Whether a source is a person by name: at least two words of a name, or one with a title."""
    return key.kind is VoiceKind.NAMED and not key.body and len(key.words) > 1
