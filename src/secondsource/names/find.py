"""The names in a text, found by their capitals, with what speaks for a person or for a body.

Rules and no model, so that ten thousand articles take seconds. For scripts without capitals
(Arabic, Chinese, Georgian and others) nothing is found.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from secondsource.article import Span
from secondsource.names.cases import first_cases
from secondsource.names.name import is_initial, read_body
from secondsource.names.runs import (
    Run,
    find_runs,
    has_body_word,
    is_given,
    is_title,
    split_run,
)
from secondsource.names.sounds import fold_word, is_cyrillic
from secondsource.names.words import list_words

# What speaks for a person or a body, and how much: set by hand; no measurement is recorded.
_TITLED, _GIVEN, _SPOKE, _ALONE = 3, 3, 1, 2
_BODY_WORD, _ACRONYM, _KNOWN, _THE = 4, 3, 5, 2
_PATRONYMIC = re.compile(r"(?:вич|вна|ична|вича|вичу|вичем|вны|вне|вну|вной)$", re.IGNORECASE)
_AFTER = re.compile(r"[\s,»”\"]{0,3}(\w+)")
_BEFORE = re.compile(r"(\w+)[\s,«“\"]{0,3}$")
_GENITIVE = re.compile(
    r"(?:ия|ии|ий|ов|ев|ей|ств|ства|ы|и|а|я|ого|ой|их|ых|їв|ої|ння|нь)$", re.IGNORECASE
)
_PAST = re.compile(r"[аеиоуыя]л[аи]$")
_NO_VERBS = frozenset(
    ("торговли", "печали", "капитала", "журнала", "канала", "материала", "арсенала")
)
_NEXT_SMALL = re.compile(r"[ \u00a0]([а-яёіїєґ]{3,30}(?:-[а-яёіїєґ]{2,30})?)(?!\w)")
_ADJECTIVE = re.compile(r"(?:ый|ий|ой|ая|яя|ое|ее|ого|ему|ому|ой|ую|ым|им|ом|ое|ій|а|е)$")
_PLACED = re.compile(r"(?:^|\W)(?:the|in|at|near|across|outside)[ \u00a0]$", re.IGNORECASE)
_WIDE = 60
_PLACE_FIRST = frozenset(["new", "north", "south", "east", "west"])
_SHORTENED = re.compile(r"['’](?:d|ll|m|re|ve|t)$")


@dataclass(frozen=True, slots=True)
class NameMention:
    """One place where a text names somebody.

    `person` and `body` add up what speaks for either; both are 0 where nothing does. `opens` says
    that it opens a sentence, where any word has a capital; `role` is that of a credit whose name it
    is, and empty for what the text itself says.
    """

    text: str
    span: Span
    person: int = 0
    body: int = 0
    opens: bool = False
    role: str = ""

    @property
    def words(self) -> int:
        """How many words the name has."""
        return len(self.text.split())


def find_mentions(text: str, language: str | None) -> tuple[NameMention, ...]:
    """The names in a text in their order.

    Args:
        text: an article's text.
        language: ISO 639-1 code; None is read as English.
    """
    code = language or "en"
    found = list(_find_all(text, code))
    alone = Counter(m.text for m in found if m.words == 1)
    firsts = {m.text.split()[0] for m in found if m.words > 1}
    inside = frozenset(m.text for m in found if not m.opens)
    used = _Used(alone, firsts, frozenset(re.findall(r"\b[^\W\d_A-ZА-Я]\w+", text)))
    cut = (_cut_opener(m, used, inside) for m in found)
    weighed = (_weigh_use(m, used) for m in cut if _is_kept(m, code))
    return tuple(_doubt_noun(m, code) for m in weighed)


@dataclass(frozen=True, slots=True)
class _Used:
    """How a text uses words: names of one word, first words of longer names, words in small."""

    alone: Counter[str]
    firsts: set[str]
    small: frozenset[str]


def _find_all(text: str, language: str) -> Iterator[NameMention]:
    for run in find_runs(text, language):
        for piece, titled in split_run(run):
            named = _strip_ends(piece)
            if named is None:
                continue
            if is_cyrillic(named.words[0]):
                named = _widen_body(text, named)
            yield _weigh(text, named, titled, placed=language == "en")


def _strip_ends(run: Run) -> Run | None:
    """Without "Russian" or "Monday" at the ends, unless it is a body's name."""
    unwanted = list_words("not_names")
    if not has_body_word(run.words) or len(run.words) == 1:
        first, last = 0, len(run.words)
        while first < last and fold_word(run.words[first]) in unwanted:
            if fold_word(run.words[first]) in _PLACE_FIRST and first + 1 < last:
                break  # "New York", "North Korea"
            first += 1
        run = run.cut(first, last)
    first, last = 0, len(run.words)
    while first < last and run.words[first] in ("of", "for", "the"):
        first += 1
    while last > first and run.words[last - 1].islower():
        last -= 1
    run = run.cut(first, last)
    return run if run.words and len(run.words[-1]) > 1 else None


def _widen_body(text: str, run: Run) -> Run:
    """With the small words that belong to it: "Министерство обороны", "Верховный суд"."""
    end, words = run.span.end, list(run.words)
    is_head = has_body_word(run.words[-1:])
    if not is_head and _ADJECTIVE.search(run.words[-1]):
        follow = _NEXT_SMALL.match(text, end)
        if follow and has_body_word((follow[1],)):
            words, end, is_head = [*words, follow[1]], follow.end(1), True
    if is_head:
        follow = _NEXT_SMALL.match(text, end)
        if follow and _may_belong(follow[1]) and not run.words[-1].isupper():
            words, end = [*words, follow[1]], follow.end(1)
    if len(words) == len(run.words):
        return run
    return Run(tuple(words), (*run.spans[:-1], Span(run.spans[-1].start, end)), run.opens)


def _may_belong(word: str) -> bool:
    """Whether a small word can be a noun in the genitive: not "сообщили", a verb of the past."""
    is_past = _PAST.search(word) and word not in _NO_VERBS
    return bool(_GENITIVE.search(word)) and not is_past


def _weigh(text: str, run: Run, titled: bool, *, placed: bool) -> NameMention:
    span, written = run.span, run.span.of(text)
    mention = NameMention(re.sub(r"['’]s?$", "", " ".join(written.split())), span, opens=run.opens)
    if has_body_word(run.words):
        return replace(mention, body=_BODY_WORD)
    known = read_body(mention.text)
    if known.known is not None:
        return replace(mention, body=_KNOWN)
    if known.acronym and not titled:
        return replace(mention, body=_ACRONYM)
    person = _TITLED if titled or _has_title_before(text, span) else 0
    if len(run.words) > 1 and (is_given(run.words[0]) or _is_initial(run.words[0])):
        person += _GIVEN
    if any(_PATRONYMIC.search(word) for word in run.words[1:]):
        person += _GIVEN
    spoke = _speaks(text, span)
    if len(run.words) > 1 and (person or spoke):
        return replace(mention, person=person + _SPOKE * spoke)
    if person:
        return replace(mention, person=person)
    place = _PLACED.search(text[max(0, span.start - 8) : span.start]) if placed else None
    body = _THE * bool(place)
    body += _THE * any(w.isupper() and len(w) > 2 for w in run.words) * (len(run.words) > 1)
    return replace(mention, body=body + (len(run.words) == 1) * _SPOKE * spoke)


def _is_initial(word: str) -> bool:
    """Whether a first word is somebody's initials: U.S. is not."""
    return is_initial(word) and read_body(word).known is None


def _has_title_before(text: str, span: Span) -> bool:
    """Whether a title in small letters stands before: "president Vladimir Putin", "канцлер"."""
    before = text[max(0, span.start - _WIDE) : span.start]
    match = re.search(r"([\w’'-]+)[ \u00a0]$", before)
    return match is not None and is_title(match[1]) and match[1].lower() not in _WEAK_TITLES


_WEAK = "then former acting husband wife candidate das der die m chief head глава лидер з"
_WEAK_TITLES = frozenset(_WEAK.split())


def _speaks(text: str, span: Span) -> bool:
    """Whether a verb of saying stands right beside a name."""
    says = list_words("says")
    after = _AFTER.match(text, span.end)
    before = _BEFORE.search(text[max(0, span.start - 24) : span.start])
    return any(m is not None and fold_word(m[1]) in says for m in (after, before))


def _cut_opener(mention: NameMention, used: _Used, inside: frozenset[str]) -> NameMention:
    """Without a first word that has its capital only from the start of its sentence."""
    first, _, rest = mention.text.partition(" ")
    if not (mention.opens and rest[:1].isupper()) or mention.text in inside or is_given(first):
        return mention
    cut_for_small = first.lower() in used.small and first.lower() not in _PLACE_FIRST
    if not cut_for_small and not (rest in used.alone or rest in inside):
        return mention
    start = mention.span.start + len(first) + 1
    span = Span(min(start, mention.span.end), mention.span.end)
    return replace(mention, text=rest, span=span, person=0, opens=False)


def _weigh_use(mention: NameMention, used: _Used) -> NameMention:
    """A last word that is used alone too, and is no common word, is a surname's use."""
    words = mention.text.split()
    if len(words) not in (2, 3) or mention.body or mention.person:
        return mention
    last = words[-1]
    if used.alone[last] and last not in used.firsts and not used.alone[words[0]]:
        return mention if last.lower() in used.small else replace(mention, person=_ALONE)
    return mention


def _is_kept(mention: NameMention, language: str) -> bool:
    """Whether a run can be a name: in German, where all nouns have capitals, only with more."""
    words = mention.text.split()
    unwanted = list_words("not_names")
    if all(fold_word(_SHORTENED.sub("", word)) in unwanted for word in words):
        return False
    if any(fold_word(f) in unwanted for f in first_cases(words[0], False)) and len(words) == 1:
        return False
    return language != "de" or len(words) == 1 or bool(mention.person or mention.body)


def _doubt_noun(mention: NameMention, language: str) -> NameMention:
    """In German a single word in capitals is a name only where a full name of the text has it."""
    bare = mention.words == 1 and not (mention.person or mention.body)
    return replace(mention, opens=True) if language == "de" and bare else mention
