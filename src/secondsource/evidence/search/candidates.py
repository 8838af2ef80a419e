"""From the passages found for a claim to those the stance model sees, one for each text."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from secondsource.article import Article, Passage, Span
from secondsource.evidence.origins.sametext import Image, SharedText
from secondsource.evidence.query.terms import (
    PRONOUNS,
    content_words,
    find_words,
    fold,
    join_spaced,
    plain_number,
    split_words,
    stop_words_of,
)
from secondsource.evidence.stance.names_abroad import is_strange_abroad, read_capitals
from secondsource.lineage.translation.numbers_said import read_scaled, read_spelt
from secondsource.names.sounds import to_latin
from secondsource.reading.statement import Statement
from secondsource.sentences import paragraph_around, split_sentences

_FURTHER = 0.7
"""What a further text of the same family weighs against the one before it. Set by hand."""

_FEWEST_ANCHORS, _NAME_LETTERS = 2, 4
_STEM = 5  # letters: what is compared of a word, so that endings do not matter
_SHORT, _FIRST = 7, 4
_NEAR = 150  # characters before and after a passage: about a sentence
_HELD = 1 / 3  # of a sentence, or of a stretch: the least of one in the other that counts

_NEGATION_WORDS = (
    "no not never none neither nor nobody nothing untrue cannot "
    "isn't aren't wasn't weren't don't doesn't didn't won't "
    "wouldn't hasn't haven't hadn't can't couldn't denied denies deny false "
    "не нет ни никогда никто ничего неправда без опроверг опровергла отрицает "
    "nicht kein keine keinen nie niemals niemand nichts ne pas jamais aucun rien no nunca ningún "
    "nadie nada ні немає ніколи ніхто нічого неправда nie nigdy nikt nic żaden nieprawda"
)
_NEGATIONS = frozenset(fold(word) for word in _NEGATION_WORDS.split())


def cut_stem(word: str) -> str:
    """A word without its ending, roughly; numbers whole."""
    return word if word[0].isdigit() else word[:_STEM]


def cut_beginnings(words: Iterable[str]) -> tuple[str, ...]:
    """How words begin: by this they are counted, endings aside."""
    return tuple(word[:_STEM] for word in words)


def _leans_back(sentence: str) -> bool:
    """Whether a sentence is short, or has a pronoun among its first words."""
    words = [word.casefold() for word in split_words(sentence)]
    return len(words) < _SHORT or any(w in PRONOUNS for w in words[:_FIRST])


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage found for a claim, and the sentence in it that has most of the claim's words.

    `score` is how well the search found that it fits.
    """

    article: Article
    span: Span
    focus: Span
    score: float = 0.0

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
    _words: dict[str, frozenset[str]] = field(default_factory=dict)
    _everything: dict[str, frozenset[str]] = field(default_factory=dict)
    _titles: dict[str, frozenset[str]] = field(default_factory=dict)
    _title_stems: dict[str, frozenset[str]] = field(default_factory=dict)
    _stems: dict[Passage, tuple[frozenset[str], ...]] = field(default_factory=dict)
    _beginnings: dict[Passage, frozenset[str]] = field(default_factory=dict)

    def find_focus(self, article: Article, span: Span, claim: frozenset[str]) -> Span:
        """The sentence of a passage that has most of a claim's words; the first of equals."""
        sentences = self._read(article, span)
        return max(sentences, key=lambda s: len(claim & s[1]), default=(span, frozenset()))[0]

    def has_name(self, candidate: "Candidate", names: frozenset[str], language: str | None) -> bool:
        """Whether one of some names stands in the deciding sentence of a passage, in any case."""
        sentences = self._read(candidate.article, candidate.span)
        words = chain.from_iterable(ws for s, ws in sentences if s == candidate.focus)
        found = _fold_endings(frozenset(words), language)
        return not _fold_endings(names, language).isdisjoint(found)

    def read_sentences(self, article: Article) -> list[tuple[Span, frozenset[str]]]:
        """All sentences of an article with their content words, numbers in words as digits too."""
        whole = Span(0, len(article.text))
        return [(s, words | _spell_numbers(article, s)) for s, words in self._read(article, whole)]

    def find_sentence(self, article: Article, span: Span) -> Span:
        """The sentence that a clause stands in; of a longer stretch, all its sentences.

        Where a stretch ends is known roughly: what it only touches is not of it.
        """
        sentences = (s for s, _ in self._read(article, paragraph_around(article.text, span)))
        held = [s for s in sentences if s.count_shared(span) >= _HELD * min(len(s), len(span))]
        return Span(held[0].start, held[-1].end) if held else span

    def read_stems(self, article: Article, span: Span) -> tuple[frozenset[str], ...]:
        """The content words of each sentence of a passage, without their endings."""
        place = Passage(article.id, span)
        if place not in self._stems:
            sentences = self._read(article, span)
            self._stems[place] = tuple(frozenset(map(cut_stem, words)) for _, words in sentences)
        return self._stems[place]

    def read_article(self, article: Article) -> frozenset[str]:
        """The content words of a title and its text, without their endings."""
        if article.id not in self._everything:
            words = content_words(article.text, article.language) | self.read_title(article)
            self._everything[article.id] = frozenset(map(cut_stem, words))
        return self._everything[article.id]

    def read_title(self, article: Article) -> frozenset[str]:
        """The folded content words of an article's title."""
        if article.id not in self._titles:
            self._titles[article.id] = content_words(article.title or "", article.language)
        return self._titles[article.id]

    def read_title_stems(self, article: Article) -> frozenset[str]:
        """The content words of an article's title, without their endings."""
        if article.id not in self._title_stems:
            self._title_stems[article.id] = frozenset(map(cut_stem, self.read_title(article)))
        return self._title_stems[article.id]

    def widen(self, article: Article, span: Span, focus: Span) -> Span:
        """The deciding sentence, with the one before it in its passage when it leans on that."""
        before = [s for s, _ in self._read(article, span) if s.end <= focus.start]
        if not before or not _leans_back(focus.of(article.text)):
            return focus
        return Span(before[-1].start, focus.end)

    def is_strange_to(
        self, candidate: "Candidate", names: frozenset[str], language: str | None
    ) -> bool:
        """Whether none of the claim's names stands where it could be expected.

        That is in the article, where it is in the claim's language; in another one, in its title
        or near the passage, in any spelling. A small stance model is at times fairly sure about
        passages on something else.
        """
        article = candidate.article
        if article.language != language:
            known = article.language is not None and language is not None
            return known and is_strange_abroad(names, language, _read_near(candidate))
        if not names:
            return False
        if article.id not in self._words:
            self._words[article.id] = _fold_endings(content_words(article.text, language), language)
        return not _fold_endings(names, language) & self._words[article.id]

    def count_shared(self, beginnings: Sequence[str], candidate: "Candidate") -> int:
        """How many words that begin so a passage or its title has."""
        place = Passage(candidate.article.id, candidate.span)
        if place not in self._beginnings:
            found = [words for _, words in self._read(candidate.article, candidate.span)]
            found.append(self.read_title(candidate.article))
            self._beginnings[place] = frozenset(cut_beginnings(chain.from_iterable(found)))
        return sum(map(self._beginnings[place].__contains__, beginnings))

    def critical_words(self, article: Article, span: Span) -> frozenset[str]:
        """The numbers and negations of a sentence: what an edited copy must not have changed."""
        place = Passage(article.id, span)
        if place not in self._critical:
            words = split_words(join_spaced(span.of(article.text)))
            self._critical[place] = frozenset(
                plain_number(word) if word[0].isdigit() else fold(word)
                for word in words
                if word[0].isdigit() or fold(word) in _NEGATIONS
            )
        return self._critical[place]

    def say_same(self, left: Candidate, article: Article, span: Span) -> bool:
        """Whether a copy kept the numbers of a sentence and, in one language, its negations.

        Where only a clause was asked about, the copy's sentence has all of the clause's, and none
        that the clause's own sentence has not. A translation may write a number as a word; where
        it has none at all nothing can be said against it.
        """
        whole = self.find_sentence(left.article, left.focus)
        is_clause = len(whole) > len(left.focus)
        read = self.find_sentence(article, span) if is_clause else span
        least, most = (self.critical_words(left.article, s) for s in (left.focus, whole))
        kept = self.critical_words(article, read)
        if left.article.language != article.language:
            least, most = (_keep_numbers(w, left.article, whole) for w in (least, most))
            kept = _keep_numbers(kept, article, read)
            spelt = _spell_numbers(article, read)
            known = most | least | _spell_numbers(left.article, whole)
            has_all = not least or not kept | spelt or least <= kept | spelt
            return has_all and (not known or kept <= known)
        if is_clause and not _find_denied(article, read) <= _find_denied(left.article, whole):
            return False
        return least <= kept <= most | least

    def _read(self, article: Article, span: Span) -> tuple[tuple[Span, frozenset[str]], ...]:
        place = Passage(article.id, span)
        found = self._sentences.get(place)
        if found is None:
            text, language = span.of(article.text), article.language
            found = self._sentences[place] = tuple(
                (s.shift(span.start), content_words(s.of(text), language))
                for s in split_sentences(text, language)
            )
        return found


def _find_denied(article: Article, span: Span) -> frozenset[tuple[str, str]]:
    """Each negation of a sentence with the beginning of the content word after it."""
    stop = stop_words_of(article.language)
    words = [fold(word.text) for word in find_words(article.text, span)]
    return frozenset(
        (word, next((cut_stem(w) for w in words[at + 1 :] if w not in stop), ""))
        for at, word in enumerate(words)
        if word in _NEGATIONS
    )


def _fold_endings(words: frozenset[str], language: str | None) -> frozenset[str]:
    """Names as they are compared: where they are declined, without their endings."""
    return words if language == "en" else frozenset(map(cut_stem, words))


def _spell_numbers(article: Article, span: Span) -> frozenset[str]:
    """The whole numbers that a sentence has in words, as digits."""
    return frozenset(read_spelt(span.of(article.text), article.language))


def _keep_numbers(words: frozenset[str], article: Article, span: Span) -> frozenset[str]:
    """The numbers among the critical words of a sentence; "4" of "4 million" with all digits."""
    scaled = {
        plain_number(split_words(join_spaced(said))[0]): value
        for said, value in read_scaled(span.of(article.text), article.language).items()
    }
    return frozenset(scaled.get(word, word) for word in words if word[0].isdigit())


def _read_near(candidate: Candidate) -> frozenset[str]:
    """The words with a capital in an article's title and around a passage."""
    article, span = candidate.article, candidate.span
    near = article.text[max(0, span.start - _NEAR) : span.end + _NEAR]
    return read_capitals(f"{article.title or ''}\n{near}")


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
    by_web = defaultdict(list, {shared.web_of(examined.id): groups[:]})
    for candidate in candidates:
        near = by_web[shared.web_of(candidate.article.id)]
        home = next((g for g in near if _says_same(g[0], candidate, shared, reader)), None)
        if home is None:
            home = []
            groups.append(home)
            near.append(home)
        home.append(candidate)
    seed = TextGroup(tuple(groups[0][1:]), seed=True)
    return [seed, *(TextGroup(tuple(g)) for g in groups[1:])]


def _says_same(
    left: Candidate, right: Candidate, shared: SharedText, reader: PassageReader
) -> bool:
    if shared.share(left.passage, right.passage) is None:
        return False
    return reader.say_same(left, right.article, right.focus)


def rank_groups(groups: Sequence[TextGroup], shared: SharedText) -> list[TextGroup]:
    """The texts to be judged, the most promising first, in turn from different families.

    Each further text of one family counts `_FURTHER` times the one before it, so that a cut
    leaves out a story's fifth version before it leaves out another story.
    """
    scored = [(max(c.score for c in group.members), group) for group in groups]
    taken: dict[str, int] = {}
    ranked: list[tuple[float, int, TextGroup]] = []
    for place, (score, group) in enumerate(sorted(scored, key=lambda each: -each[0])):
        article = group.first.article.id
        home = shared.family_of(article) or article
        weight = _FURTHER ** taken.get(home, 0)
        taken[home] = taken.get(home, 0) + 1
        ranked.append((-weight * score, place, group))
    return [group for _, _, group in sorted(ranked, key=lambda r: r[:2])]


def find_copies(passage: Passage, shared: SharedText, known: Iterable[str]) -> Iterator[Image]:
    """Where else a passage stands, in articles that are not known yet."""
    skip = set(known)
    return (i for i in shared.images_of(passage).values() if i.article not in skip)


def locate_translation(passage: Passage, text: str, article: Article) -> Span | None:
    """The sentence of a translation that has most names and numbers of a passage, or None.

    Used where lineage knows only that one article translates another, not which sentence which.
    Names are compared by their first letters, in Latin ones. At least two have to fit.
    """
    wanted = _anchors(text, passage.span)
    found = [
        (len(wanted & _anchors(article.text, s)), s)
        for s in split_sentences(article.text, article.language)
    ]
    most, span = max(found, key=lambda f: f[0], default=(0, Span(0, 0)))
    return span if most >= _FEWEST_ANCHORS else None


def _anchors(text: str, span: Span) -> frozenset[str]:
    """The numbers of a sentence, and the first letters of its longer words, in Latin ones."""
    return frozenset(
        plain_number(w.text) if w.is_number else to_latin(fold(w.text))[:_NAME_LETTERS]
        for w in find_words(text, span)
        if w.is_number or len(w.text) > _NAME_LETTERS
    )
