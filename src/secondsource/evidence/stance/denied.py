"""What a text denies: the words beside its negations, so that two texts that deny can be compared.

The stance models take a denial beside a denial for a dispute more often than not, and what is said
beside a claim that denies something, too. These rules only hold a side back or let it stand out:
whether "no talks" and "no agreement" deny one thing is told by a word or a number that both have.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from secondsource.article import Span
from secondsource.evidence.finding import StanceReason
from secondsource.evidence.stance.cues import find_cues, has_any, load_cues, lower
from secondsource.evidence.stance.texts import Texts, list_stems
from secondsource.evidence.stance.things import find_things
from secondsource.sentences import split_sentences

_TEXTS_KEPT = 4_096  # claims and passages, each asked about by several rules
_NEXT = 4  # content words after a negation that it denies; set by hand
_LAST = 3  # before it, where a language has the negation behind what it denies
_BEHIND = frozenset({"de", "ru", "uk", "pl"})
_KINDS = ("dead", "hurt", "held", "saved", "lost")
_CLAUSE = re.compile(r"[^,;:()!?—–\"“”«»]+")
_CLITIC = re.compile(r"\b(?:[cdjlmnst]|qu)['’](?:(?:a|ai|as|ont|est|y|en)\b)?", re.IGNORECASE)
_TOKEN = re.compile(r"[\w.,%'’-]*\w[\w%]*")
_NUMBERED = re.compile(r"\.\s?\d")  # "no. 5"
_WORD = re.compile(r"[^\W\d_]+")
_PREFIXES = {
    "en": ("un", "in", "im", "dis"),
    "ru": ("не", "без"),
    "uk": ("не", "без"),
    "de": ("un",),
    "fr": ("in", "im"),
    "es": ("in", "im", "i"),
    "pl": ("nie", "bez"),
}
"""What makes a word its contrary: unhurt, невредимый."""
_BEGINNING = 6
_ROOT = 4  # letters that a word has after such a prefix
_OF_DENIAL, _OF_CLAIM = 0.5, 0.2
"""Shares of words that a clause which denies the claim has in common with it; set by hand."""
_FEWEST_SHARED = 2
_TAKES_BACK = ("deny", "reject", "contested")
_AGAINST = ("negation", "abstain", "deny", "reject", "contested", "rather", "instead")


@dataclass(frozen=True, slots=True)
class Denial:
    """A negation of a text: where it stands, and the words that it denies, cut to stems.

    `end` is where the next clause may begin; `nearest` are the words beside it, `around` all of
    its clause, `words` longer beginnings of these; `inner` negations are a part of a word
    (unhurt); `compared` ones may deny only what is more, another, earlier or later.
    """

    span: Span
    end: int
    nearest: frozenset[str]
    denied: frozenset[str]
    around: frozenset[str]
    words: frozenset[str] = frozenset()
    inner: bool = False
    compared: bool = False


@lru_cache(maxsize=_TEXTS_KEPT)
def find_denials(text: str, language: str) -> tuple[Denial, ...]:
    """The negations of a text that deny something once.

    Not "not only" and "no fewer than", nor two in one clause where they take each other back.
    """
    found: list[Denial] = []
    for sentence in split_sentences(text, language):
        for clause in _CLAUSE.finditer(text, sentence.start, sentence.end):
            found += _read_clause(text, Span(*clause.span()), language)
    return tuple(found)


def find_shared_denial(texts: Texts) -> StanceReason | None:
    """Claim and passage deny the same: then the passage hardly disputes it."""
    if texts.in_passage(*_TAKES_BACK) or texts.in_claim("deny", "reject"):
        return None
    ours = find_denials(texts.claim, texts.claim_language)
    if not ours:
        return None
    theirs = find_denials(texts.passage, texts.passage_language)
    spans = tuple(their.span for their in theirs if any(_deny_the_same(our, their) for our in ours))
    if not spans:
        return None
    sentence = "Claim and passage both say that something is not so, of the same thing."
    return StanceReason("same_denied", (1.0, 0.3, 1.0), sentence, spans)


def _deny_the_same(our: Denial, their: Denial) -> bool:
    if our.inner and their.inner:
        return False
    if our.inner or their.inner:
        return bool(our.words & their.words)
    return bool(our.denied & their.denied)


def find_plain_denial(texts: Texts) -> StanceReason | None:
    """The passage denies in the claim's words what the claim says."""
    if texts.in_claim("deny", "reject", "said", "maybe") or _denies(texts):
        return None
    if texts.in_passage("hearsay", "open", "hedge", "reject", "deny"):
        return None
    spans = tuple(
        denial.span
        for denial in find_denials(texts.passage, texts.passage_language)
        if _has_its_words(texts, denial)
    )
    if not spans:
        return None
    sentence = "The passage says, in the claim's words, that it is not so."
    return StanceReason("plainly_denied", (0.5, 1.0, 0.8), sentence, spans)


def find_other_matter(texts: Texts) -> StanceReason | None:
    """The claim denies something, and the passage has none of its words and denies nothing.

    Of 69 such sentences in the small newsrooms (`training/rooms/`) that the models took for
    disputes none was one.
    """
    ours = [
        denial for denial in find_denials(texts.claim, texts.claim_language) if not denial.inner
    ]
    if not ours or texts.in_passage(*_AGAINST):
        return None
    theirs = _read_stems(texts.passage, texts.passage_language)
    claim = _read_stems(texts.claim, texts.claim_language)
    if claim & theirs or find_shared_denial(texts) is not None:
        return None
    sentence = "The claim says that something is not so; the passage has none of its words."
    return StanceReason("other_matter", (1.0, 0.6, 1.0), sentence)


def _denies(texts: Texts) -> bool:
    """Whether the claim denies anything itself; "the generator failed" does not."""
    return any(not d.inner for d in find_denials(texts.claim, texts.claim_language))


def _has_its_words(texts: Texts, denial: Denial) -> bool:
    """Whether a clause denies in the claim's words: the nearest, half of its own, some of all."""
    if denial.inner or denial.compared or not denial.nearest & texts.claim_stems:
        return False
    if _is_of_two(texts, denial):
        return False
    shared = denial.around & texts.claim_stems
    enough = max(
        _FEWEST_SHARED, _OF_DENIAL * len(denial.around), _OF_CLAIM * len(texts.claim_stems)
    )
    return len(shared) >= enough


def _is_of_two(texts: Texts, denial: Denial) -> bool:
    """Whether one of two things is set aside for the other: "not by rail but", ", not by rail"."""
    small, language = lower(texts.passage), texts.passage_language
    if load_cues("but", language).match(small, denial.end):
        return True
    before = small[: denial.span.start].rstrip()
    aside = load_cues("aside", language).match(small, denial.span.start)
    joined = any(
        cue.end() == denial.span.end for cue in load_cues("and_not", language).finditer(small)
    )
    return joined or (aside is not None and before.endswith((",", "(", "–", "—", ";")))


def _read_clause(text: str, clause: Span, language: str) -> Iterator[Denial]:
    said = clause.of(text)
    small = lower(said)
    verbs = find_cues("abstain", said, language)
    negations = [
        cue
        for cue in find_cues("negation", said, language)
        if not any(cue.overlaps(other) for other in (*verbs, *find_cues("failing", said, language)))
        and not load_cues("no_denial", language).match(small, cue.end + 1)
        and not _NUMBERED.match(small, cue.end)
    ]
    if verbs and (negations or len(verbs) > 1):
        return
    cues = negations or verbs
    if not cues:
        yield from _read_contraries(said, clause.start, language)
        return
    around, words = _read_stems(said, language), _begin_words(said)
    compared = has_any(("compared",), said, language)
    for cue in cues:
        denied = _read_beside(said, cue, language, _NEXT, _LAST)
        nearest = _read_beside(said, cue, language, 1, 1)
        place, end = cue.shift(clause.start), clause.end + 2  # ", but"
        yield Denial(place, end, nearest, denied, around, words, compared=compared)


def _read_contraries(said: str, offset: int, language: str) -> Iterator[Denial]:
    """The words that a prefix makes their contraries: all were "un|hurt"."""
    for word in _WORD.finditer(said):
        small = lower(word[0])
        for prefix in _PREFIXES.get(language, ()):
            root = small.removeprefix(prefix)
            if _ROOT <= len(root) < len(word[0]):
                span, words = Span(*word.span()).shift(offset), _begin_words(root)
                nothing: frozenset[str] = frozenset()
                yield Denial(span, span.end, nothing, nothing, nothing, words, inner=True)


def _begin_words(text: str) -> frozenset[str]:
    return frozenset(word[:_BEGINNING] for word in _WORD.findall(lower(text)))


def _read_beside(said: str, cue: Span, language: str, after: int, before: int) -> frozenset[str]:
    """The stems of some words after a negation, and before it where a language has it last."""
    stems = _read_stems(said[cue.end :], language, first=after)
    if language in _BEHIND:
        stems |= _read_stems(said[: cue.start], language, last=before)
    return stems


def _read_stems(text: str, language: str, first: int = 0, last: int = 0) -> frozenset[str]:
    """The stems of a text or of some words of it, the things and what tolls count among them."""
    words = _TOKEN.findall(_CLITIC.sub(" ", text) if language == "fr" else text)
    stems = [(word, stem) for word in words for stem in list_stems(word, language)]
    chosen = stems[:first] if first else stems[-last:] if last else stems
    near = lower(" ".join(word for word, _ in chosen))
    kinds = {f"={kind}" for kind in _KINDS if has_any((kind,), near, language)}
    return frozenset(stem for _, stem in chosen) | find_things(near, language) | kinds
