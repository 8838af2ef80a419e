"""Hedges and attributions in one version of a sentence, and whether their content was kept."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondsource.lineage.edits.changes import Side
from secondsource.lineage.edits.compare import Range
from secondsource.lineage.edits.words import EditWords

_SOURCE_WORDS = 14  # before a verb of saying, or after it
_NAMED_WORDS = 14  # after "according to"
_ADJUNCT_WORDS = 7  # between a verb and its content: told reporters on Monday that
_LOOSE = 3  # words that may be replaced with a hedge or a cue while its content stays
_CLAUSE_LENGTH = 400  # characters before a cue in which its clause should begin
_NEAR_BEFORE = 20
_STAYED = 2  # words of the content that must have been kept

_STOP = r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})(?<!\b[A-Z][a-z]{3})\."
_CLAUSE_START = re.compile(_STOP + r"|[!?;:…\n“”\"«»„—–]|(?<=\s)-(?=\s)")
_CLAUSE_END = re.compile(_STOP + r"|[,;:!?…)\n“”\"«»„]")
_SET_OFF = re.compile(r"(?:,|[\w.!?,…][”\"»'’]+|(?<=\s)[–—-])\s+$")
_OPENING = re.compile(r"(?:\s+\w+){0,4}?(?:[:,]?\s+(?:[“\"«„‘]|''|``)|:\s)")
_TAG = re.compile(r"[,!?][”\"»’]+\s+([^.,;:!?“”\"«»\n]{3,60})(?=[.,;:\n]|$)")
_LEAD = re.compile(r"(?m)(?:^|(?<=[.!?] ))([^\W\d_a-z][^.,;:!?“”\"«»\n]{2,60}):\s+(?=[“\"«„‘'])")
_ASIDE = re.compile(r"[(\[][^()\[\]]*[)\]]")


@dataclass(frozen=True, slots=True)
class Hedge:
    """Words that say that something may not be so; `key` is equal for forms of one hedge."""

    words: Range
    key: str


@dataclass(frozen=True, slots=True)
class Saying:
    """A cue of attribution with the words that should hold its source.

    `whole` reaches from the first to the last word of cue and source; what was said may stand
    `before` it, or begin at the word `content`; `doubts` marks a cue that keeps a distance
    ("claims").
    """

    cue: Range
    source: Range
    whole: Range
    before: bool
    content: int | None
    doubts: bool


def find_hedges(side: Side, words: EditWords) -> list[Hedge]:
    """The hedges of a sentence, the longer of two that overlap."""
    found: list[Hedge] = []
    for match in words.hedges.finditer(side.lower):
        place = _range(side, match.start(), match.end())
        is_month = match.group() == "may" and side.text[match.start()].isupper()
        if place[0] < place[1] and not is_month:
            found.append(Hedge(place, _stem(match.group())))
    return found


def _range(side: Side, start: int, end: int) -> Range:
    offset = side.whole.start
    return side.version.range_of(offset + start, offset + end)


def _stem(phrase: str) -> str:
    """The beginning of the last word that is not a small one: equal for alleged and allegedly."""
    found: list[str] = re.findall(r"\w+", phrase.lower())
    long = [word for word in found if len(word) > 2]
    return (long or found)[-1][:6]


def find_sayings(side: Side, words: EditWords, hedges: Sequence[Hedge]) -> list[Saying]:
    """The attributions of a sentence: its cues with where their source and content stand."""
    taken = [hedge.words for hedge in hedges]
    found: list[Saying] = []
    for match in words.named_after.finditer(side.lower):
        found.append(_read_named(side, match))
        taken.append(found[-1].whole)
    cues = [
        (_range(side, *match.span()), match, needs_sign)
        for pattern, needs_sign in ((words.says, False), (words.reports, True))
        for match in pattern.finditer(side.lower)
    ]
    starts = {place[0] for place, _, _ in cues}
    for place, match, needs_sign in cues:
        if not any(place[0] < end and begin < place[1] for begin, end in taken):
            if place[1] in starts and match.group() in words.nouns:
                continue  # "reports show": the first is the source of the second
            saying = _read_verb(side, match, place, words, needs_sign)
            if saying is not None:
                found.append(saying)
    found += _read_tags(side, words, [saying.whole for saying in found])
    return sorted(found, key=lambda saying: saying.cue)


def _read_tags(side: Side, words: EditWords, taken: Sequence[Range]) -> Iterator[Saying]:
    """Who says a quotation, by a verb of no list: “…,” Ruth barked. Ruth resisted: “…”"""
    for match in _TAG.finditer(side.text):
        whole = _range(side, *match.span(1))
        if whole[1] - whole[0] < 2 or any(
            whole[0] < end and begin < whole[1] for begin, end in taken
        ):
            continue
        first, cue = _word(side, whole[0]), (whole[1] - 1, whole[1])
        names = match[1][0].isupper() or first in words.pronouns or first in words.articles
        if names and first not in words.breaks:
            yield Saying(cue, (whole[0], cue[0]), whole, True, None, False)
    for match in _LEAD.finditer(side.text):
        whole = _range(side, *match.span(1))
        if not any(whole[0] < end and begin < whole[1] for begin, end in taken):
            cue = (whole[1] - 1, whole[1])
            yield Saying(cue, (whole[0], cue[0]), whole, False, whole[1], False)


def _read_named(side: Side, match: re.Match[str]) -> Saying:
    """An attribution whose source follows: according to X."""
    cue = _range(side, match.start(), match.end())
    end = _CLAUSE_END.search(side.text, match.end())
    source = _range(side, match.end(), end.start() if end else len(side.text))
    stop = min(source[1], cue[1] + _NAMED_WORDS)
    if not side.is_kept(cue[0]):  # without a comma it ends where the kept words go on
        stop = next((word for word in range(cue[1], stop) if side.is_kept(word)), stop)
    source = (cue[1], max(cue[1], stop))
    return Saying(cue, source, (cue[0], source[1]), True, source[1], False)


def _read_verb(
    side: Side, match: re.Match[str], cue: Range, words: EditWords, needs_sign: bool
) -> Saying | None:
    """An attribution by a verb, None if nothing shows that something is said."""
    text = side.text
    if _is_no_verb(side, match, cue, words):
        return None
    inverted = _is_inverted(side, match, words)
    clause = _source_after(side, match) if inverted else _source_before(side, match, words)
    if needs_sign and not inverted:
        clause = _after_break(side, clause, words), clause[1]
    whole = (min(clause[0], cue[0]), max(clause[1], cue[1]))
    first = max(0, side.version.starts[whole[0]] - side.whole.start)
    before_whole = text[max(0, first - _NEAR_BEFORE) : first]
    set_off = bool(_SET_OFF.search(before_whole)) and (inverted or _ends_soon(text, match.end()))
    sign = _find_content(side, match.end(), words)
    if needs_sign and sign is None and not set_off:
        return None
    content = sign
    if sign is None and not (needs_sign or set_off or _CLAUSE_END.match(text, match.end())):
        content = whole[1]
    doubts = bool(words.doubting.fullmatch(match.group()))
    source = clause if inverted else (_narrow(side, clause, words), clause[1])
    if match.group().endswith(words.sourceless) or _word_before(side, cue) in words.passives:
        source = (cue[0], cue[0])
    return Saying(cue, source, whole, set_off and sign is None, content, doubts)


def _is_no_verb(side: Side, match: re.Match[str], cue: Range, words: EditWords) -> bool:
    """Whether a form is a noun after all (over claims) or part of a name (United States)."""
    before = _word_before(side, cue)
    if not before:
        return False
    if before in words.articles and before not in words.pronouns:
        return True
    if match.group() in words.nouns and (before in words.articles or before in words.links):
        return True
    gap = side.version.text[side.version.ends[cue[0] - 1] : side.version.starts[cue[0]]]
    return side.text[match.start()].isupper() and gap.isspace()


def _word_before(side: Side, cue: Range) -> str:
    """The word before a cue, in small letters; empty where the group begins with the cue."""
    return _word(side, cue[0] - 1) if cue[0] > side.words[0] else ""


def _ends_soon(text: str, end: int) -> bool:
    """Whether a clause ends with no more than an adjunct after its verb: said on Monday."""
    stop = _CLAUSE_END.search(text, end)
    return len(text[end : stop.start() if stop else len(text)].split()) <= _ADJUNCT_WORDS - 2


def _is_inverted(side: Side, match: re.Match[str], words: EditWords) -> bool:
    """Whether the source follows its verb: after a quotation or a comma comes "said Smith"."""
    text = side.text
    following = re.match(r"\s+(\w+)", text[match.end() : match.end() + 40])
    before = _SET_OFF.search(text[max(0, match.start() - _NEAR_BEFORE) : match.start()])
    if not following or not before:
        return False
    word = following[1]
    if any(dates.fullmatch(word) for dates in (words.months, words.weekdays)):
        return False
    if before.group().strip() not in (",", "–", "—", "-"):
        return word.lower() not in words.links and not words.that.fullmatch(word.lower())
    apposed = _is_apposed(text, match.start())
    if word[0].isupper() or word.lower() in words.articles:
        return _ends_soon(text, match.end()) or not apposed
    return words.says.fullmatch(match.group()) is not None and not apposed


def _is_apposed(text: str, cue: int) -> bool:
    """Whether the comma before a cue may end an apposition: Smith, a professor, said."""
    low = max(0, cue - _CLAUSE_LENGTH)
    starts = [found.end() for found in _CLAUSE_START.finditer(text, low, cue)]
    return text.count(",", starts[-1] if starts else low, cue) > 1


def _find_content(side: Side, end: int, words: EditWords) -> int | None:
    """The first word after "that", a colon or an opening quotation mark soon after a cue."""
    ahead = side.lower[end : end + 80]
    opening = _OPENING.match(ahead)
    sign = opening or words.that.search(ahead)
    if sign is None:
        return None
    between = ahead if opening else ahead[: sign.start()]
    near = opening or (len(between.split()) <= _ADJUNCT_WORDS and not _CLAUSE_START.search(between))
    return _range(side, end + sign.end(), len(side.text))[0] if near else None


def _source_after(side: Side, match: re.Match[str]) -> Range:
    end = _CLAUSE_END.search(side.text, match.end())
    begin, stop = _range(side, match.end(), end.start() if end else len(side.text))
    return begin, min(stop, begin + _SOURCE_WORDS)


def _source_before(side: Side, match: re.Match[str], words: EditWords) -> Range:
    """The words before a verb, as far as the clause goes; an apposition in commas belongs to it."""
    offset = max(0, match.start() - _CLAUSE_LENGTH)
    text = _ASIDE.sub(_to_blanks, side.text[offset : match.start()])
    starts = [found.end() for found in _CLAUSE_START.finditer(text)]
    low = starts[-1] if starts else 0
    commas = [low + k + 1 for k, sign in enumerate(text[low:]) if sign == ","]
    between = text[commas[-1] :].split() if commas else []
    if any(not _is_adverb(word, words) for word in between):
        low = commas[-1]
    elif len(commas) > 2:
        low = commas[-3]
    begin, end = _range(side, offset + low, match.start())
    return max(begin, end - _SOURCE_WORDS), end


def _to_blanks(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _after_break(side: Side, clause: Range, words: EditWords) -> int:
    """Where the last clause of some words begins: after "which" or "but"."""
    breaks = [word for word in range(*clause) if _word(side, word) in words.breaks]
    return breaks[-1] + 1 if breaks else clause[0]


def _is_adverb(word: str, words: EditWords) -> bool:
    """Whether a word only stands between a source and its verb: bluntly, has, also."""
    return word.lower() in words.minor or word.endswith("ly")


def _narrow(side: Side, place: Range, words: EditWords) -> int:
    """Where the last noun phrase of some words begins: at an article, or at a name in the midst
    of small words, unless a preposition ties it to what stands before; or a pronoun."""
    begin, end = place
    for word in range(end - 1, begin, -1):
        if _word(side, word) in words.pronouns:
            return word
        if _word(side, word) in words.breaks:
            return word + 1
        before = _word(side, word - 1)
        if before in words.links:
            continue
        if before in words.breaks:
            return word
        written = side.version.text[side.version.starts[word]]
        small = side.version.text[side.version.starts[word - 1]].islower()
        if _word(side, word) in words.articles or (written.isupper() and small):
            return word
    return begin


def hedge_content_stays(side: Side, hedge: Hedge, words: EditWords) -> bool:
    """Whether what a dropped hedge was said of was kept: it did not go with its clause."""
    sentence_end = side.version.sentences[side.version.sentence_at(hedge.words[0])][1]
    at = hedge.words[1]
    while at < sentence_end and _word(side, at) in words.hedge_tails and not side.is_kept(at):
        at += 1
    loose = _LOOSE if _is_replaced(side, hedge.words) else 0
    if any(side.is_kept(word) for word in range(at, min(at + loose + 1, sentence_end))):
        return True
    return at >= sentence_end and side.is_kept(hedge.words[0] - 1)


def _word(side: Side, word: int) -> str:
    return side.version.text[side.version.starts[word] : side.version.ends[word]].lower()


def _is_replaced(side: Side, place: Range) -> bool:
    """Whether other words stand in the place of a change in the other version."""
    number = side.change_at(place)
    return number is not None and side.replaced[number]


def said_content_stays(side: Side, saying: Saying) -> bool:
    """Whether what a dropped source had said was kept: it did not go with its source."""
    begin, end = side.version.sentences[side.version.sentence_at(saying.cue[0])]
    begin, end = max(begin, side.words[0]), min(end, side.words[1])
    loose = _LOOSE if _is_replaced(side, saying.cue) else 1
    if saying.content is not None and _stays_after(side, (saying.content, end), loose):
        return True
    return saying.before and _stays_before(side, saying, begin)


def _stays_after(side: Side, content: Range, loose: int) -> bool:
    kept = [word for word in range(*content) if side.is_kept(word)]
    stays = len(kept) >= _STAYED and 2 * len(kept) >= content[1] - content[0]
    return stays and kept[0] <= content[0] + loose


def _stays_before(side: Side, saying: Saying, begin: int) -> bool:
    kept = [word for word in range(begin, saying.whole[0]) if side.is_kept(word)]
    return len(kept) >= _STAYED and saying.whole[0] - kept[-1] <= _LOOSE


def source_words(side: Side, saying: Saying, words: EditWords) -> dict[str, str]:
    """The words of a source that name somebody, as written, by their form in small letters."""
    found: dict[str, str] = {}
    for number, word in enumerate(_telling(side, saying.source)):
        lower = word.lower()
        if number and lower in words.places:
            break
        if _names_source(word, lower, words):
            found[lower] = word
    return found


def _names_source(word: str, lower: str, words: EditWords) -> bool:
    """Whether a word tells who speaks: no small word, adverb, pronoun, number or date."""
    if lower in words.minor or lower in words.pronouns or lower.isdigit() or lower.endswith("ly"):
        return False
    dates = words.months, words.weekdays
    return not (words.number_words.fullmatch(lower) or any(d.fullmatch(word) for d in dates))


def _telling(side: Side, place: Range) -> Iterator[str]:
    version = side.version
    return (version.text[version.starts[k] : version.ends[k]] for k in range(*place))
