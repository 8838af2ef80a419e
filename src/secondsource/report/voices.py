"""Who says what: the share of the article's words that each voice has."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.article import Article, Span
from secondsource.messages import gettext as _
from secondsource.reading.statement import Kind, Source, Statement, Voice
from secondsource.report.segments import cut_at_marks
from secondsource.report.shelf import name_authors
from secondsource.report.visible import show_on_one_line
from secondsource.report.wording import UNNAMED_SOURCE, say_list

_NAME_LENGTH = 80
_WORD = re.compile(r"\w+(?:['’-]\w+)*")


@dataclass(frozen=True, slots=True)
class VoiceShare:
    """One voice, its share (0..1) of all words in statements, and what it states."""

    name: str
    share: float
    words: int
    statements: int
    claims: int
    is_author: bool


def share_voices(article: Article, statements: Sequence[Statement]) -> tuple[VoiceShare, ...]:
    """Each voice of the article with its share of the words, the author first.

    Where statements overlap, words count for the shortest one; where one voice reports
    another, for the outer one.
    """
    words = _count_words(article.text, statements)
    names = {s.id: name_outer_voice(s.voice, article) for s in statements}
    stated = Counter(names.values())
    claims = Counter(names[s.id] for s in statements if s.kind is Kind.CLAIM)
    by_name: Counter[str] = Counter()
    for statement, count in zip(statements, words, strict=True):
        by_name[names[statement.id]] += count
    total = sum(words) or 1
    author = name_author(article)
    shares = [
        VoiceShare(name, count / total, count, stated[name], claims[name], name == author)
        for name, count in by_name.most_common()
    ]
    return tuple(sorted(shares, key=lambda share: not share.is_author))


def _count_words(text: str, statements: Sequence[Statement]) -> list[int]:
    words = [0] * len(statements)
    spans = [statement.span for statement in statements]
    for segment in cut_at_marks(Span(0, len(text)), spans):
        if segment.marks:
            shortest = min(segment.marks, key=lambda mark: len(spans[mark]))
            words[shortest] += len(_WORD.findall(segment.span.of(text)))
    return words


def name_author(article: Article) -> str:
    """The author by name, "the author, Anton Verik", or "the author"."""
    names = name_authors(article)
    return _("the author, %(names)s", names=say_list(names)) if names else _("the author")


def name_outer_voice(voice: Voice, article: Article) -> str:
    """The name of the voice that the article itself gives, without a voice within it."""
    return name_author(article) if voice.type == "author" else _name_source(voice.source)


def name_voice(voice: Voice, article: Article) -> str:
    """The name of a voice with the voices it reports: "Ilse Marant, reporting “the mayor”"."""
    name = name_outer_voice(voice, article)
    if voice.nested is None:
        return name
    return _("%(name)s, reporting %(other)s", name=name, other=name_voice(voice.nested, article))


def _name_source(source: Source | None) -> str:
    if source is None:
        return _(UNNAMED_SOURCE)
    if source.entity:
        return show_on_one_line(source.entity, _NAME_LENGTH)
    words = show_on_one_line(source.text, _NAME_LENGTH)
    return f"“{words}”" if words else _(UNNAMED_SOURCE)
