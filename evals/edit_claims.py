"""Planted changes of what is claimed: hedges, attributions, numbers, names and dates.

Attributions come from the annotations of PolNeAR, hedges from patterns of this module's own.
"""

import re
from collections.abc import Iterator
from random import Random

from evals.edit_ground import (
    DAY,
    MONTH,
    MONTHS,
    SCALES,
    SMALL,
    TENS,
    Ground,
    Proposal,
    Saying,
    both_ways,
    find_all,
    share_words,
)
from secondsource.article import Span
from secondsource.lineage.family import EditType

H_OFF, H_ON = EditType.HEDGE_REMOVED, EditType.HEDGE_ADDED
A_OFF, A_NEW = EditType.ATTRIBUTION_REMOVED, EditType.ATTRIBUTION_CHANGED

_ADVERBS = (
    "allegedly", "reportedly", "apparently", "supposedly", "purportedly", "presumably",
    "ostensibly", "seemingly", "probably", "possibly", "perhaps",
)  # fmt: skip
_DOUBTED = (
    "alleged|purported|suspected|supposed|apparent|presumed|so-called|possible|potential|"
    "unconfirmed|unverified|rumored|rumoured|claimed|reported"
)
_HELD = "said|believed|thought|alleged|reported|rumored|rumoured|suspected|understood|presumed"
_HELD_TO = {
    rf"\b(?:is|are) (?:{_HELD}) to be\b": "is",
    rf"\bwas (?:{_HELD}) to be\b": "was",
    rf"\bwere (?:{_HELD}) to be\b": "were",
    rf"\bis (?:{_HELD}) to have\b": "has",
    rf"\bare (?:{_HELD}) to have\b": "have",
    rf"\bwas (?:{_HELD}) to have\b": "had",
    rf"\bwere (?:{_HELD}) to have\b": "had",
    r"\b(?:seems|appears) to be\b": "is",
    r"\b(?:seem|appear) to be\b": "are",
    r"\b(?:seemed|appeared) to be\b": "was",
    r"\b(?:seems|appears) to have\b": "has",
    r"\b(?:may|might|could) have been\b": "was",
    r"\b(?:may|might|could) be\b": "is",
    r"\b(?:may|might) have (?=\w+ed\b)": "",
    r"\b(?:may|might|could)(?= (?:not )?(?:face|take|cause|lead|become|make|go|come|want|try)\b)": (
        "will"
    ),
    r"\b(?:is|are) (?:likely|expected|thought) to(?= \w+\b)": "will",
}
_VERB_AFTER = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Tt]hey|who|[A-Z][a-z]+) "
    r"(?=[a-z]{3,}ed (?:the|an?|to|in|his|her|their|by)\b)"
)


def propose_hedges(rng: Random, ground: Ground) -> Iterator[Proposal]:
    """Hedges that stand in the text taken out, and others put before its verbs."""
    text = ground.text
    off, on = frozenset({H_OFF}), frozenset({H_ON})

    def drop(match: re.Match[str], other: str) -> Proposal:
        return Proposal("hedge", Span(*match.span()), other, off, on)

    for match in find_all(rf"(?<=\w )(?:{'|'.join(_ADVERBS)}) (?=\w)", text):
        yield drop(match, "")
    for match in find_all(rf"(?<=\bthe )(?:{_DOUBTED}) (?=[a-z])", text):
        yield drop(match, "")
    for match in find_all(rf"\ban? (?:{_DOUBTED}) (?=[a-z])", text):
        yield drop(match, "an " if text[match.end()] in "aeiou" else "a ")
    for pattern, other in _HELD_TO.items():
        yield from (drop(match, other) for match in find_all(pattern, text))
    for match in find_all(rf"\bIt is (?:{_HELD}|possible|likely) that (\w)", text):
        yield drop(match, match[1].upper())
    for match in _VERB_AFTER.finditer(text):
        words = f"{match.group()}{rng.choice(_ADVERBS)} "
        yield Proposal("hedge_put", Span(*match.span()), words, on, off)


_PRONOUN = re.compile(r"(?i)(?:he|she|they|it|i|we|you|who|which|that|one|this|those|these|some)\b")
_DOUBTING = re.compile(
    r"(?i)claim|alleg|suggest|believ|think|thought|speculat|rumou?r|suspect|seem"
)
_NO_CLAUSE = re.compile(r"(?:to|for|of|on|about|against|with|as|in|at|by|whether|if|how|\w+ing)\b")
_ACCORDING = re.compile(r", according to [^,.;:“”\"()\n]{3,80}(?=\.(?:\s|$))")
_SAID_FIRST = re.compile(
    r"(?m)(?:^|(?<=[a-z][.!?] ))(?:[A-Z][\w’']+ ){1,4}"
    r"(?:said|says|claimed|claims|reported|reports|believes|told \w+) that (\w)"
)


def reports_speech(text: str, saying: Saying) -> bool:
    """Whether an annotated attribution has the form of reported speech, whatever its verb.

    PolNeAR also annotates wishes, stands and plans, which leave nonsense without their source.
    Reported speech has "that", a colon or a quotation mark before its content, or its source
    and cue stand next to each other and are set off by a comma after it.
    """
    first, last = sorted((saying.source, saying.cue))
    if not 0 <= last.start - first.end <= 1:
        return False
    if saying.content.start >= last.end:
        opening = text[last.end : saying.content.start + 5].strip(" ,")
        return bool(re.match(r"that\b|:|[“\"«]|''|``", opening)) or "said" in saying.cue.of(text)
    return "," in text[saying.content.end - 2 : first.start + 1]


def propose_removed_attributions(_rng: Random, ground: Ground) -> Iterator[Proposal]:
    """The source and its cue taken out while what they said stays."""
    for saying in ground.sayings:
        if reports_speech(ground.text, saying):
            yield from _without_source(ground.text, saying)
    if ground.sayings:
        return
    for match in _ACCORDING.finditer(ground.text):
        yield _removal(ground.text, Span(*match.span()), "")
    for match in _SAID_FIRST.finditer(ground.text):
        yield _removal(ground.text, Span(*match.span()), match[1].upper())


def _without_source(text: str, saying: Saying) -> Iterator[Proposal]:
    first, last = sorted((saying.source, saying.cue))
    said = saying.content
    if not 0 <= last.start - first.end <= 1:
        return
    if said.start >= last.end:
        gap, before = text[last.end : said.start], text[max(0, first.start - 3) : first.start]
        content = said.of(text)
        skip = 5 if content.startswith("that ") else 0
        if _NO_CLAUSE.match(content[skip:]) or gap.strip(" :,") not in ("", "that"):
            return
        if before.strip(' \n“"') and before.strip(' “"')[-1] not in '.!?\n”"':
            return
        span = Span(first.start, said.start + skip + 1)
        yield _removal(text, span, content[skip : skip + 1].upper())
    elif said.end <= first.start and re.fullmatch(r"[,”’\"\s]*", text[said.end : first.start]):
        if text[last.end : last.end + 1] != "." or "," not in text[said.end - 2 : first.start]:
            return
        comma = text.rindex(",", 0, first.start)
        yield _removal(text, Span(comma, last.end), text[comma + 1 : first.start].rstrip())


def _removal(text: str, span: Span, other: str) -> Proposal:
    also = _carried(span.of(text))
    if _DOUBTING.search(span.of(text)):
        also |= {H_OFF}
    return Proposal("attribution", span, other, frozenset({A_OFF}), None, frozenset(also))


def _carried(words: str) -> set[EditType]:
    """Types that the words taken out may carry besides: a date or a number within a source."""
    carried = {EditType.DATE} if re.search(DAY + "|" + MONTH, words) else set()
    counts = re.search(rf"\d|\b(?:{'|'.join((*SMALL, *TENS, *SCALES))})", words.lower())
    return carried | ({EditType.NUMBER, EditType.DATE} if counts else set())


def propose_changed_attributions(rng: Random, ground: Ground) -> Iterator[Proposal]:
    """The same words put in the mouth of another source."""
    for saying in ground.sayings:
        own = saying.source.of(ground.text)
        if _PRONOUN.match(own) or len(own.split()) > 7 or not own[0].isalpha():
            continue
        if not reports_speech(ground.text, saying):
            continue
        starts = own[0].isupper()
        fitting = [
            s for s in ground.sources if s[0].isupper() == starts and not share_words(s, own)
        ]
        if not fitting:
            continue
        other = rng.choice(fitting)
        also = {EditType.NAME} | _carried(own) | _carried(other)
        types = frozenset({A_NEW})
        yield Proposal("source", saying.source, other, types, types, frozenset(also))


def propose_numbers(rng: Random, ground: Ground) -> Iterator[Proposal]:
    """Another number in the place of one, in digits or in words."""
    text = ground.text
    for match in find_all(r"(?<![\w.,/:-])\d+(?:,\d{3})*(?:\.\d+)?(?![\w/:-]|[.,]\d)", text):
        digits = match.group()
        near = text[max(0, match.start() - 14) : match.end() + 14]
        if re.search(MONTH + r"|\bMay\b|\b[ap]\.?m\b|[A-Z][a-z]{2,3}\.", near) or _is_year(digits):
            continue
        yield both_ways("digits", Span(*match.span()), _other_digits(rng, digits), EditType.NUMBER)
    for words in (SMALL, TENS, SCALES):
        for match in find_all(rf"\b(?:{'|'.join(words)})\b", text):
            other = rng.choice([w for w in words if w != match.group()])
            yield both_ways("number_word", Span(*match.span()), other, EditType.NUMBER)
    for match in find_all(rf"\b(?:{'|'.join(SMALL)})\b", text):
        yield both_ways(
            "word_to_digits", Span(*match.span()), str(rng.randint(13, 90)), EditType.NUMBER
        )


def _is_year(digits: str) -> bool:
    return bool(re.fullmatch(r"(?:1[5-9]|20)\d\d", digits))


def _other_digits(rng: Random, digits: str) -> str:
    places = [k for k, d in enumerate(digits) if d.isdigit()]
    place = places[0] if rng.random() < 0.5 else rng.choice(places)
    new = rng.choice([d for d in "123456789" if d != digits[place]])
    return digits[:place] + new + digits[place + 1 :]


def propose_names(rng: Random, ground: Ground) -> Iterator[Proposal]:
    """Another person or body in the place of one named in two words."""
    for match in find_all(r"(?<=[a-z,] )([A-Z][a-z]+ [A-Z][a-z]+)\b(?! [A-Z])", ground.text):
        some = rng.sample(ground.names, min(8, len(ground.names)))
        fitting = [name for name in some if not share_words(name, match.group())]
        if not fitting or re.search(DAY + "|" + MONTH, match.group()):
            continue
        span, types = Span(*match.span()), frozenset({EditType.NAME})
        also = frozenset({A_NEW})
        yield Proposal("name", span, rng.choice(fitting), types, types, also)


def propose_dates(rng: Random, ground: Ground) -> Iterator[Proposal]:
    """Another weekday, month, day of the month or year."""
    text = ground.text
    days = [f"{d}day" for d in ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")]
    for pattern, pool in ((DAY, days), (MONTH, MONTHS)):
        for match in find_all(pattern, text):
            other = rng.choice([word for word in pool if word != match.group()])
            yield both_ways("date", Span(*match.span()), other, EditType.DATE)
    for match in find_all(rf"{MONTH} (\d\d?)\b(?!:)", text):
        other = str(rng.choice([d for d in range(1, 29) if d != int(match[1])]))
        yield both_ways("day", Span(*match.span(1)), other, EditType.DATE)
    for match in find_all(r"(?<=\bin )(?:19|20)\d\d\b", text):
        other = str(rng.choice([y for y in range(1960, 2024) if str(y) != match.group()]))
        yield both_ways("year", Span(*match.span()), other, EditType.DATE)
