"""What a passage says is not so, with what it puts in its place: "22,000 tonnes, not 60,000"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from secondsource.article import Span
from secondsource.evidence.query.terms import find_words, fold, stop_words_of
from secondsource.evidence.stance.cues import has_any, load_cues, lower
from secondsource.evidence.stance.things import find_things
from secondsource.lineage.edits.numbers import Amount, Key, find_dates, find_numbers
from secondsource.lineage.edits.words import words_for
from secondsource.names.sounds import to_latin
from secondsource.sentences import split_sentences

NUMBER, DATE, NAME = "number", "date", "name"
AND_NOT = ("and_not", "rather", "instead")
"""Kinds of words that set aside what follows them."""
_KINDS = (*AND_NOT, "contrary", "misstated")
_BARE_DASH = ("ru", "uk", "pl")
"""Languages in which a dash stands for "is": "X — не Y" tells what X is."""

_STEM = 4
_NOUNS = 2  # words after a number that say what it counts
_GAP = {NUMBER: 10, DATE: 10, NAME: 2}
"""The most words between what is so and the word that sets the other aside; set by hand."""
_YET_WITHIN = 16  # characters
_SAID_WITHIN = 40  # characters
_BETWEEN = 7  # words between "not" and "but"; set by hand
_OPENING = re.compile(r"[\s(\[“„«\"'$€£]*")
_ELIDED = re.compile(r"\b[ld]['’]")
_ENDS = re.compile(r"[\s”“»\"'’]*(?:[,.;:!?)\]–—]|$|\s(?:as|who|that|which|and|or|wie|als)\b)")
_POSSESSIVE = re.compile(r"['’]s\b")
_BUT_NEXT = re.compile(r"[\s,”“»\"'’]*\w+$")
_BREAK = re.compile(r"[,.;:!?]\s")
_ONE = frozenset({("number", 1.0)})
_STOP = re.compile(r"[.;:!?]\s")
_ASIDE = re.compile(r"(?:[,;(–—]|\s-)\s*$")
_ASIDE_WITHIN = 4  # characters
_DATE_GOES_ON = re.compile(r"[\s,.]*(?:of|de|del)?\s*")
_SEGMENT = re.compile(r"(?:[;:]|\s[–—-])\s")
_QUOTES = " \"'“„«("
_HYPHENED = re.compile(r"-[^\W\d_]")  # a five-alarm fire
_WORD = re.compile(r"\w+")
_SCALES = (1e12, 1e9, 1e6, 1e3)
_LETTERS = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Item:
    """A number, a date or a name of a text.

    `keys` are what it means: a number's value (more than one where a scale may belong to it
    too) or the parts of a date; a name has its `words`. `nouns` are the first letters of the
    words after a number, in Latin ones, `things` what they are in any language, `unit` its sign.
    """

    kind: str
    span: Span
    keys: frozenset[Key] = frozenset()
    words: tuple[str, ...] = ()
    nouns: frozenset[str] = frozenset()
    unit: str = ""
    things: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing set aside for another of its kind, and the stretch of text that says so."""

    wrong: Item
    right: Item
    within: Span


def find_corrections(text: str, language: str) -> list[Correction]:
    """What a text sets aside for something else of the same kind, in its order.

    Args:
        text: a passage of some sentences.
        language: ISO 639-1 code.
    """
    small = lower(text)
    found: list[Correction] = []
    for sentence in split_sentences(text, language) if _may_correct(small, language) else ():
        if _may_correct(sentence.of(small), language):
            inner = sentence.of(text)
            items = find_items(inner, language)
            each = [*_find_aside(inner, items, language), *_find_but(inner, items, language)]
            found += [_shift(one, sentence.start) for one in each]
    return [*found, *_find_misstated(text, language)]


def _may_correct(small: str, language: str) -> bool:
    """Whether words stand there that set something aside."""
    if any(load_cues(kind, language).search(small) for kind in _KINDS):
        return True
    if any(_is_aside(small, m.start()) for m in load_cues("aside", language).finditer(small)):
        return True
    denied = load_cues("not", language).search(small)
    return denied is not None and load_cues("but", language).search(small, denied.end()) is not None


def _is_aside(small: str, at: int) -> bool:
    """Whether a comma, a bracket or a dash stands right before a place."""
    return _ASIDE.search(small, max(0, at - _ASIDE_WITHIN), at) is not None


def find_items(text: str, language: str) -> list[Item]:
    """The numbers, dates and names of a text, in their order; none overlaps another."""
    words, small = words_for(language), lower(text)
    amounts = sorted(find_dates(text, words), key=lambda a: a.span)
    numbers = [
        a
        for a in find_numbers(text, small, words, amounts)
        if a.key[0] == "number" and not _HYPHENED.match(text, a.span.end)
    ]
    items = [*_join_dates(text, amounts), *(_read_number(text, a, language) for a in numbers)]
    taken = [item.span for item in items]
    items += [n for n in _find_names(text, language) if not any(n.span.overlaps(s) for s in taken)]
    return sorted(items, key=lambda item: item.span)


def _join_dates(text: str, amounts: Sequence[Amount]) -> Iterator[Item]:
    """Dates whose parts stand side by side are one: "4 May 1911"."""
    run: list[Amount] = []
    for amount in amounts:
        if run and not _DATE_GOES_ON.fullmatch(text, run[-1].span.end, amount.span.start):
            yield _to_date(run)
            run = []
        run.append(amount)
    if run:
        yield _to_date(run)


def _to_date(run: Sequence[Amount]) -> Item:
    return Item(DATE, Span(run[0].span.start, run[-1].span.end), frozenset(a.key for a in run))


def _read_number(text: str, amount: Amount, language: str) -> Item:
    stop = stop_words_of(language)
    after = find_words(text, Span(amount.span.end, len(text)))
    content = [w for w in after if w.text.casefold() not in stop and not w.is_number][:_NOUNS]
    near = [w for w in content if not _STOP.search(text[amount.span.end : w.span.start])]
    nouns = frozenset(to_latin(fold(w.text))[:_STEM] for w in near)
    told = lower(text[amount.span.end : near[-1].span.end]) if near else ""
    unit = amount.unit or (amount.measure[0] if amount.measure else "")
    return Item(
        NUMBER, amount.span, frozenset({amount.key}), (), nouns, unit, find_things(told, language)
    )


def _find_names(text: str, language: str) -> Iterator[Item]:
    """Runs of words with a capital that carry content."""
    stop = stop_words_of(language)
    parts = [
        Span(word.span.start + m.start(), word.span.start + m.end())
        for word in find_words(text)
        for m in re.finditer(r"[^'’]+", word.text)
        if m.group()[0].isupper() and m.group().casefold() not in stop
    ]
    run: list[Span] = []
    for part in parts:
        if run and text[run[-1].end : part.start] != " ":
            yield _to_name(text, run)
            run = []
        run.append(part)
    if run:
        yield _to_name(text, run)


def _to_name(text: str, run: Sequence[Span]) -> Item:
    return Item(NAME, Span(run[0].start, run[-1].end), words=tuple(p.of(text) for p in run))


def _find_aside(text: str, items: Sequence[Item], language: str) -> Iterator[Correction]:
    """In "X, not Y", "X rather than Y", "contrary to reports of Y, X": Y for X."""
    small = lower(text)
    for kind in (*AND_NOT, "contrary", "aside"):
        for cue in load_cues(kind, language).finditer(small):
            if kind == "aside" and not _is_aside(small, cue.start()):
                continue
            wrong = _item_after(small, cue.end(), items, language)
            if wrong is None or not _can_be_set_aside(text, wrong, kind):
                continue
            if _tells_more(small, Span(*cue.span()), wrong, kind, language):
                continue
            right = _item_before(text, cue.start(), wrong, items)
            if right is None and not small[: cue.start()].strip(_QUOTES):
                right = _item_later(text, wrong, items, kind)
            if right is not None and not _may_become(small, cue.start(), wrong, language):
                yield _correct(text, wrong, right)


def _can_be_set_aside(text: str, item: Item, kind: str) -> bool:
    """Whether it is the thing itself: not "Lazar's claims", "not one of them"."""
    if item.kind == NUMBER:
        return not _is_article(text, item)
    after = text[item.span.end :]
    if item.kind == DATE:
        return True
    ends = kind != "aside" or _ENDS.match(after) is not None
    bare = kind != "but" or _BUT_NEXT.match(after) is not None
    return kind != "contrary" and ends and bare and not _POSSESSIVE.match(after)


def _tells_more(small: str, cue: Span, wrong: Item, kind: str, language: str) -> bool:
    """Whether what is set aside may have been so: a change, or what something is not."""
    if wrong.kind == NAME:
        dash = small[: cue.start].rstrip().endswith(("–", "—", "-"))
        return kind == "aside" and dash and language in _BARE_DASH
    if kind == "instead":
        after = _STOP.split(small[cue.end : wrong.span.end + _SAID_WITHIN])[0]
        return not has_any(("earlier",), after, language)
    return kind == "rather" and has_any(("change",), small, language)


def _find_but(text: str, items: Sequence[Item], language: str) -> Iterator[Correction]:
    """In "not Y but X": Y for X."""
    small = lower(text)
    for cue in load_cues("but", language).finditer(small):
        right = _item_after(small, cue.end(), items, language)
        wrong = _item_before(text, cue.start(), right, items) if right else None
        if right and wrong and _can_be_set_aside(text[: cue.end()], wrong, "but"):
            lead = small[cue.end() : right.span.start].split()
            if _is_denied(small, wrong, lead, language):
                yield _correct(text, wrong, right)


def _is_denied(small: str, item: Item, lead: Sequence[str], language: str) -> bool:
    """Whether a "not" stands before an item in its clause, and no "only" or the like after it.

    Of a name it stands right before it, or the same words lead to it as to what is so ("not owned
    by X but by Y").
    """
    for cue in reversed([*load_cues("not", language).finditer(small, 0, item.span.start)]):
        between = small[cue.end() : item.span.start]
        words = _WORD.findall(between)
        if len(words) > _BETWEEN or _BREAK.search(between):
            return False
        if has_any(("only", "yet"), between, language):
            return False
        right_before = _is_light(between, language)
        if item.kind == NAME and not right_before and not (lead and lead[0] in words[-3:]):
            return False
        return not _may_become(small, cue.start(), item, language)
    return False


def _find_misstated(text: str, language: str) -> Iterator[Correction]:
    """In "an earlier version said Y. It is X" and "X; Y was a typo": Y for X."""
    if not has_any(("misstated", "in_fact", "it_is"), text, language):
        return
    segments = list(_cut_segments(text, language))
    told = [*(segment.of(text) for segment in segments), ""]
    read = [[_move(i, s.start) for i in find_items(s.of(text), language)] for s in segments]
    for place in range(len(segments)):
        plainly = has_any(("misstated",), told[place], language)
        if not plainly and not _is_article_corrected(told[place], told[place + 1], language):
            continue
        sides = (place + 1, place - 1) if plainly else (place + 1,)
        near = [n for n in sides if 0 <= n < len(segments)]
        for kind in (NUMBER, DATE):
            wrongs = [i for i in read[place] if i.kind == kind and not _is_article(text, i)]
            for wrong in wrongs:
                rights = next(filter(None, (_find_alike(text, read[n], wrong) for n in near)), [])
                rivals = [w for w in wrongs if w is not wrong and _are_alike(w, wrong)]
                counted = plainly or not rights or _count_one_thing(wrong, rights[0], read[near[0]])
                if len(rights) == 1 and counted and not rivals and not rights[0].keys & wrong.keys:
                    yield _correct(text, wrong, rights[0])


def _is_article_corrected(said: str, so: str, language: str) -> bool:
    """Whether the first of two parts tells what an article said, and the other what is so.

    "It is" is said of anything: it counts only behind a semicolon, right before its number.
    """
    told = all(has_any((kind,), said, language) for kind in ("in_article", "gave"))
    if not told or has_any(("negation",), said, language):
        return False
    if load_cues("in_fact", language).match(lower(so)):
        return True
    bare = load_cues("it_is", language).match(lower(so))
    follows = so[bare.end() :].lstrip()[:1] if bare else ""
    return said.rstrip().endswith(";") and follows.isdigit()


def _count_one_thing(wrong: Item, right: Item, beside: Sequence[Item]) -> bool:
    """Whether a number stands for the same thing as another: of the same unit or noun.

    Of what is told to have been so on a day of its own it may be true besides.
    """
    if wrong.kind != NUMBER:
        return True
    if any(item.kind == DATE for item in beside):
        return False
    same_unit = bool(wrong.unit) and wrong.unit == right.unit
    return same_unit or bool(wrong.nouns & right.nouns) or not right.nouns


def _find_alike(text: str, items: Sequence[Item], wrong: Item) -> list[Item]:
    return [i for i in items if _are_alike(i, wrong) and not _is_article(text, i)]


def _is_article(text: str, item: Item) -> bool:
    """Whether a number is the word "one", which most languages have for "a" too."""
    return item.keys == _ONE and not item.span.of(text).isdigit()


def _cut_segments(text: str, language: str) -> Iterator[Span]:
    for sentence in split_sentences(text, language):
        inner = sentence.of(text)
        cuts = [0, *(m.end() for m in _SEGMENT.finditer(inner)), len(inner)]
        yield from (Span(a, b).shift(sentence.start) for a, b in pairwise(cuts) if a < b)


def _item_later(text: str, wrong: Item, items: Sequence[Item], kind: str) -> Item | None:
    """The next item of the same kind, in "instead of the 40 first reported, 14"."""
    for item in items:
        if item.span.start > wrong.span.end and _are_alike(item, wrong):
            between = text[wrong.span.end : item.span.start]
            comma = between.find(",")
            near = comma == 0 if wrong.kind == NAME else comma >= 0 or kind == "contrary"
            return item if near and not _STOP.search(between) else None
    return None


def _item_after(small: str, start: int, items: Sequence[Item], language: str) -> Item | None:
    """The item that follows a place, with nothing but words of no weight between."""
    after = (i for i in items if i.span.start >= start)
    item = next((i for i in after if not _is_light(i.span.of(small), language)), None)
    return item if item and _is_light(small[start : item.span.start], language) else None


def _is_light(between: str, language: str) -> bool:
    """Whether nothing but articles, prepositions and the like stands there."""
    bare = _ELIDED.sub(" ", between) if language == "fr" else between
    return _OPENING.fullmatch(load_cues("filler", language).sub("", bare)) is not None


def _item_before(text: str, end: int, like: Item, items: Sequence[Item]) -> Item | None:
    """The last item of the same kind before a place in the same clause."""
    for item in reversed(items):
        if item.span.end <= end and _are_alike(item, like):
            between = text[item.span.end : end]
            near = len(_WORD.findall(between)) <= _GAP[item.kind]
            return item if near and not _STOP.search(between) else None
    return None


def _may_become(small: str, cue: int, item: Item, language: str) -> bool:
    """Whether a "yet" stands beside "not" or after what follows it."""
    yet = load_cues("yet", language)
    before = small[max(0, cue - _YET_WITHIN) : cue].rstrip()
    after = small[item.span.end : item.span.end + _YET_WITHIN]
    return any(m.end() == len(before) for m in yet.finditer(before)) or bool(yet.search(after))


def _are_alike(one: Item, other: Item) -> bool:
    """Whether one can stand in the other's place: numbers of one unit, the same parts of a date."""
    if one.kind != other.kind:
        return False
    if one.kind == DATE:
        return bool({k for k, _ in one.keys} & {k for k, _ in other.keys})
    return one.kind == NAME or not (one.unit and other.unit) or one.unit == other.unit


def _correct(text: str, wrong: Item, right: Item) -> Correction:
    """A correction in which a number has the scale and the unit that only the other is given."""
    within = Span(min(wrong.span.start, right.span.start), max(wrong.span.end, right.span.end))
    if wrong.kind != NUMBER:
        return Correction(wrong, right, within)
    unit = wrong.unit or right.unit
    return Correction(
        replace(wrong, unit=unit, keys=wrong.keys | _scale(text, wrong, right)),
        replace(right, unit=unit, keys=right.keys | _scale(text, right, wrong)),
        within,
    )


def _scale(text: str, item: Item, other: Item) -> frozenset[Key]:
    """What "9" means in "6 million, not 9", besides nine."""
    value, whole = (max(float(v) for _, v in i.keys) for i in (item, other))
    has_word = _LETTERS.search(other.span.of(text)) and not _LETTERS.search(item.span.of(text))
    bare_word = _LETTERS.search(item.span.of(text)) and value < _SCALES[-1]
    scale = next((s for s in _SCALES if whole >= s), 1.0)
    if scale == 1.0 or value >= _SCALES[-1] or not (has_word or bare_word):
        return frozenset()
    return frozenset({(NUMBER, value * scale)})


def _move(item: Item, by: int) -> Item:
    return replace(item, span=item.span.shift(by))


def _shift(correction: Correction, by: int) -> Correction:
    return Correction(
        _move(correction.wrong, by), _move(correction.right, by), correction.within.shift(by)
    )
