"""From the passages found for a claim to those the stance model sees, one for each text."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from secondsource.article import Article, Passage, Span
from secondsource.evidence.query import content_words, find_words, fold
from secondsource.evidence.sametext import SharedText
from secondsource.reading.sentences import split_sentences
from secondsource.reading.statement import Statement

_NEGATION_WORDS = (
    "no not never none neither nor cannot isn't aren't wasn't weren't don't doesn't didn't won't "
    "wouldn't hasn't haven't hadn't can't couldn't denied denies deny false "
    "не нет ни никогда без опроверг опровергла отрицает nicht kein keine keinen nie niemals "
    "ne pas jamais aucun no nunca ningún ні немає ніколи nie nigdy żaden"
)
_NEGATIONS = frozenset(fold(word) for word in _NEGATION_WORDS.split())


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage found for a claim, and the sentence in it that has most of the claim's words."""

    article: Article
    span: Span
    focus: Span

    @property
    def passage(self) -> Passage:
        """The deciding sentence as a place in its article."""
        return Passage(self.article.id, self.focus)


@dataclass(frozen=True, slots=True)
class TextGroup:
    """Candidates that are the same text and say the same; `seed` is the claim itself.

    Copies whose numbers or negations differ are the same text, but need not say the same: they
    are in groups of their own, and are judged on their own.
    """

    members: tuple[Candidate, ...]
    seed: bool = False

    @property
    def first(self) -> Candidate:
        """The member that stands for all: the one that was found first."""
        return self.members[0]


@dataclass(slots=True)
class PassageReader:
    """The sentences of passages and their words, each read once however many claims ask."""

    _sentences: dict[Passage, tuple[tuple[Span, frozenset[str]], ...]] = field(default_factory=dict)
    _critical: dict[Passage, frozenset[str]] = field(default_factory=dict)

    def find_focus(self, article: Article, span: Span, claim: frozenset[str]) -> Span:
        """The sentence of a passage that has most of a claim's words; the first of equals."""
        sentences = self._read(article, span)
        return max(sentences, key=lambda s: len(claim & s[1]), default=(span, frozenset()))[0]

    def widen(self, article: Article, span: Span, focus: Span) -> str:
        """The deciding sentence with the one before it in its passage, as a reader needs it."""
        before = [s for s, _ in self._read(article, span) if s.end <= focus.start]
        return Span(before[-1].start if before else focus.start, focus.end).of(article.text)

    def critical_words(self, article: Article, span: Span) -> frozenset[str]:
        """The numbers and negations of a sentence: what an edited copy must not have changed."""
        place = Passage(article.id, span)
        if place not in self._critical:
            words = find_words(article.text, span)
            self._critical[place] = frozenset(
                w.text.casefold() for w in words if w.is_number or fold(w.text) in _NEGATIONS
            )
        return self._critical[place]

    def say_same(self, left: Candidate, article: Article, span: Span) -> bool:
        """Whether a copy kept the numbers of a sentence and, in one language, its negations."""
        kept = self.critical_words(left.article, left.focus), self.critical_words(article, span)
        if left.article.language == article.language:
            return kept[0] == kept[1]
        numbers = [{w for w in words if w[0].isdigit()} for words in kept]
        return numbers[0] == numbers[1]

    def _read(self, article: Article, span: Span) -> tuple[tuple[Span, frozenset[str]], ...]:
        place = Passage(article.id, span)
        if place not in self._sentences:
            text, language = span.of(article.text), article.language
            self._sentences[place] = tuple(
                (s.shift(span.start), content_words(s.of(text), language))
                for s in split_sentences(text, language)
            )
        return self._sentences[place]


def group_candidates(
    statement: Statement,
    examined: Article,
    candidates: Sequence[Candidate],
    shared: SharedText,
    reader: PassageReader,
) -> list[TextGroup]:
    """The candidates by text, in the order in which each text was first found.

    The first group has the copies of the claim itself and may be empty; it is not judged, since
    the same words say the same.
    """
    claim = Candidate(examined, statement.span, statement.span)
    groups: list[list[Candidate]] = [[claim]]
    for candidate in candidates:
        home = next((g for g in groups if _says_same(g[0], candidate, shared, reader)), None)
        if home is None:
            groups.append([candidate])
        else:
            home.append(candidate)
    seed = TextGroup(tuple(groups[0][1:]), seed=True)
    return [seed, *(TextGroup(tuple(g)) for g in groups[1:])]


def _says_same(
    left: Candidate, right: Candidate, shared: SharedText, reader: PassageReader
) -> bool:
    if shared.share(left.passage, right.passage) is None:
        return False
    return reader.say_same(left, right.article, right.focus)


def find_copies(passage: Passage, shared: SharedText, known: Iterable[str]) -> Iterator[Passage]:
    """Where else a passage stands, in articles that are not known yet and with its place known."""
    skip = set(known)
    for image in shared.images_of(passage).values():
        if image.span is not None and image.article not in skip:
            yield Passage(image.article, image.span)
