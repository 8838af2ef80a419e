"""Whether a claim has what a passage sets aside, or what it puts in its place."""

from collections.abc import Iterable, Sequence

from secondsource.article import Span
from secondsource.evidence.finding import StanceReason
from secondsource.evidence.query.terms import PRONOUNS
from secondsource.evidence.stance.corrections import (
    AND_NOT,
    DATE,
    NAME,
    NUMBER,
    Correction,
    Item,
    find_corrections,
    find_items,
)
from secondsource.evidence.stance.cues import has_any, load_cues, lower
from secondsource.evidence.stance.names_abroad import is_strange_abroad, read_capitals
from secondsource.evidence.stance.texts import Texts, list_stems
from secondsource.lineage.edits.words import words_for
from secondsource.names.agree import agree_in_surname

_WRONG = {
    NUMBER: "The passage says that the claim's number is not the right one.",
    DATE: "The passage says that the claim's date is not the right one.",
    NAME: "The passage says that the claim's name is not the right one.",
}
_RIGHT = {
    NUMBER: "The passage gives the claim's number in the place of a wrong one.",
    DATE: "The passage gives the claim's date in the place of a wrong one.",
    NAME: "The passage gives the claim's name in the place of a wrong one.",
}
_OTHER = "What the passage sets aside is of a kind that the claim does not have."
_SAID_SHARE = 0.6
"""The least share of a claim's other words that the sentence must have; set by hand: one of
two ("wanted", not "lost") is too little."""
_NAMED_SHARE = 0.5
_OF_BOTH = ("unreal", "future")
"""Kinds of words that the sentence has where the claim has them, and not else."""
_NOT_PLAIN = ("hedge", "open", "planned", "contested", "as_before")
"""Kinds of words beside which a correction says too little of the claim."""
_LEAST_LETTERS = 3


def find_corrected(texts: Texts) -> tuple[StanceReason, str] | None:
    """The passage sets aside the claim's number, date or name for another, or the other way.

    With the reason: which of the three it is (`NUMBER`, `DATE` or `NAME`).
    """
    if texts.in_claim("negation", "said", "misstated", "planned"):
        return None
    corrections = find_corrections(texts.passage, texts.passage_language)
    items = find_items(texts.claim, texts.claim_language) if corrections else []
    for each in corrections:
        ours = [_match(each.wrong, each.right, i, texts) for i in items]
        theirs = [_match(each.right, each.wrong, i, texts) for i in items]
        has_wrong, has_right = any(ours), any(theirs)
        if has_wrong == has_right:
            continue
        hit = items[(ours if has_wrong else theirs).index(True)]
        if _is_told(texts, each, hit):
            return _say(texts, each, has_wrong), each.wrong.kind
    return None


def find_other_corrected(texts: Texts) -> StanceReason | None:
    """All that the passage denies is a number or a date of a kind that the claim does not have.

    The models take "three were hurt, not seven" for a denial of whatever else it tells.
    """
    if texts.in_claim("negation") or texts.in_passage("reject", "deny"):
        return None
    corrections = find_corrections(texts.passage, texts.passage_language)
    kinds = {each.wrong.kind for each in corrections}
    if not kinds or NAME in kinds:
        return None
    if any(item.kind in kinds for item in find_items(texts.claim, texts.claim_language)):
        return None
    sides = [each.within for each in corrections]
    if not all(any(side.overlaps(span) for side in sides) for span in texts.spans("negation")):
        return None
    spans = tuple(span for each in corrections for span in (each.right.span, each.wrong.span))
    return StanceReason("other_corrected", (1.0, 0.2, 1.0), _OTHER, spans)


def _say(texts: Texts, correction: Correction, wrong: bool) -> StanceReason:
    one_language = not texts.is_abroad
    kind, spans = correction.wrong.kind, (correction.right.span, correction.wrong.span)
    if wrong:
        factors = (0.1, 1.0, 0.3) if one_language else (0.2, 1.0, 0.8)
        return StanceReason("claim_corrected", factors, _WRONG[kind], spans)
    factors = (1.0, 0.1, 0.5) if one_language else (1.0, 0.2, 0.9)
    return StanceReason("correction_agrees", factors, _RIGHT[kind], spans)


def _match(item: Item, other: Item, claim: Item, texts: Texts) -> bool:
    """Whether an item of the claim is one side of a correction and not its other side."""
    if item.kind != claim.kind:
        return False
    if item.kind == NAME:
        return _name_the_same(item, other, claim)
    if item.kind == DATE:
        own = item.keys - other.keys
        return bool(own) and own <= claim.keys
    return bool(item.keys & claim.keys) and _count_the_same(item, other, claim, texts)


def _count_the_same(item: Item, other: Item, claim: Item, texts: Texts) -> bool:
    if (claim.unit or item.unit) and claim.unit != item.unit:
        return False
    if texts.is_abroad:
        named = bool(item.nouns | other.nouns)
        another = claim.things and named and not claim.things & (item.things | other.things)
        return not another and not item.keys & other.keys
    if item.keys & other.keys:
        return bool(claim.nouns & item.nouns - other.nouns)
    same = bool(claim.nouns & (item.nouns | other.nouns))
    return same or bool(claim.unit) or not claim.nouns


def _name_the_same(item: Item, other: Item, claim: Item) -> bool:
    """Whether a claim's name ends in the word that makes one side of a correction another."""
    own = [word for word in item.words if not _has(other.words, word)]
    return bool(own) and _has(claim.words[-1:], own[-1])


def _has(words: Sequence[str], word: str) -> bool:
    return any(agree_in_surname(word, each, True) is not None for each in words)


def _is_told(texts: Texts, correction: Correction, hit: Item) -> bool:
    """Whether the passage says of the corrected thing what the claim says of it."""
    sentences = [s for s in texts.sentences if s.overlaps(correction.within)]
    within = Span(sentences[0].start, sentences[-1].end)
    said = within.of(texts.passage)
    language = texts.passage_language
    if said.rstrip().endswith("?") or has_any(_NOT_PLAIN, said, language):
        return False
    if words_for(language).doubting.search(lower(said)) or _is_rejected(texts, said):
        return False
    if _is_of_more(texts, correction, within, hit):
        return False
    if any(has_any((kind,), said, language) != texts.in_claim(kind) for kind in _OF_BOTH):
        return False
    if texts.claim_language != language:
        return _shares_names(texts, hit)
    counted = hit.nouns & (correction.wrong.nouns | correction.right.nouns)
    return _shares_the_rest(texts, said, hit, counted)


def _is_of_more(texts: Texts, correction: Correction, within: Span, hit: Item) -> bool:
    """Whether the sentence has the wrong thing once more, or the passage tells of another time."""
    own = (correction.wrong.span, correction.right.span)
    items = find_items(texts.passage, texts.passage_language)
    rest = [i for i in items if not any(i.span.overlaps(side) for side in own)]
    said = lower(within.of(texts.passage))
    contrary = load_cues("contrary", texts.passage_language).search(said) is not None
    for item in rest:
        before = contrary and item.span.end <= correction.within.start
        if within.contains(item.span) and not before and _is_again(item, correction):
            return True
    ours = [i for i in find_items(texts.claim, texts.claim_language) if i.span != hit.span]
    return any(_differ(kind, ours, rest) for kind in ("year", "month", "weekday"))


def _is_again(item: Item, correction: Correction) -> bool:
    """Whether an item is what a correction sets aside, in another place."""
    wrong, right = correction.wrong, correction.right
    if item.kind != wrong.kind:
        return False
    if item.kind == NAME:
        own = [word for word in wrong.words if not _has(right.words, word)]
        return any(_has(item.words, word) for word in own)
    return bool(item.keys & wrong.keys - right.keys)


def _differ(kind: str, ours: Iterable[Item], theirs: Iterable[Item]) -> bool:
    """Whether dates of one kind stand in both and none is in both."""
    one, other = (
        {k for i in items if i.kind == DATE for k in i.keys if k[0] == kind}
        for items in (ours, theirs)
    )
    return bool(one and other) and not one & other


def _is_rejected(texts: Texts, said: str) -> bool:
    """Whether others said it, and the rest of the passage denies it or calls it false."""
    if not has_any(("hearsay", "said"), said, texts.passage_language):
        return False
    rest = texts.passage.replace(said, " ")
    return has_any(("reject", "contested"), rest, texts.passage_language)


def _shares_names(texts: Texts, hit: Item) -> bool:
    """Whether a claim in another language has none of its other names in vain."""
    names = [name for name in _find_names(texts.claim, texts.claim_language) if name != hit]
    if texts.claim_language == "de" or not names:  # every German noun has a capital
        return True
    theirs = read_capitals(texts.passage)
    return not is_strange_abroad(
        {word for name in names for word in name.words}, texts.claim_language, theirs
    )


def _shares_the_rest(texts: Texts, said: str, hit: Item, counted: frozenset[str]) -> bool:
    claim, language = texts.claim, texts.claim_language
    rest = f"{claim[: hit.span.start]} {claim[hit.span.end :]}"
    names = {
        stem
        for item in _find_names(rest, language)
        for stem in list_stems(item.span.of(rest), language)
    }
    words = set(list_stems(rest, language)) - names - counted
    plain = lower(said)
    for kind in AND_NOT:
        plain = load_cues(kind, language).sub(" ", plain)
    told = set(list_stems(plain, language))
    pronoun = any(word in PRONOUNS for word in lower(said).split())
    credit = 1 if pronoun and len(words) > 1 and not names else 0
    if words and _count_shared(words, told) + credit < _SAID_SHARE * len(words):
        return False
    around = set(list_stems(texts.passage, language))
    named = _count_shared(names, around) >= _NAMED_SHARE * len(names)
    return named and bool(words or (hit.kind == NUMBER and (names or len(counted) > 1)))


def _find_names(text: str, language: str) -> list[Item]:
    """The names of a text; a single word at its beginning has its capital anyway."""
    names = [item for item in find_items(text, language) if item.kind == NAME]
    return [name for name in names if name.span.start or len(name.words) > 1]


def _count_shared(wanted: Iterable[str], told: set[str]) -> int:
    return sum(any(_begin_alike(stem, other) for other in told) for stem in wanted)


def _begin_alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return (len(short) >= _LEAST_LETTERS and long.startswith(short)) or one == other
