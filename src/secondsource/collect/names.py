"""Names of persons and outlets as credit lines write them.

Rules and not a model: a credit line is a formula, and the name is what stands in its slot.
"""

import re
from collections.abc import Iterator

from secondsource.article import Span

TOKEN = re.compile(r"[^\s,;:()\[\]«»“”„\"|]+")
DOMAIN = re.compile(r"(?:https?://)?(?:www\.)?((?:[\w-]+\.)+[^\W\d_]{2,})(?:/\S*)?", re.IGNORECASE)
QUOTED = re.compile(r"[«“„\"]([^«»“”„\"\n]{2,80})[»”“\"]")
NAME_GAP = re.compile(r"\s*(?:[,;&/]|\b(?:and|und|et|with|и|та|с)\b)\s*", re.IGNORECASE)
PARTICLES = frozenset(
    "de del della der den di da dos du el al la le van von ten ter bin ibn af av zu y".split()
)
CONNECTORS = frozenset("of the and & for in on de la le des du et und der die и".split())
INITIAL = re.compile(r"(?:[^\W\d_]\.-?)+$")
ABBREVIATIONS = frozenset("St. Inc. Co. Ltd. Jr. Sr. Dr. Mr. Mrs. Ms. U.S. U.K. vs.".split())
MAX_PERSON_WORDS = 5
MAX_OUTLET_WORDS = 7
# Words that begin with a capital in a credit line and are no part of a person's name.
NOT_PERSONAL = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december today yesterday tomorrow now then
    staff our special news newsroom editor editors editorial team desk board correspondent
    reporter writer agency agencies press times post herald journal gazette tribune daily weekly
    media network channel television radio review magazine institute university department
    ministry government party company group the this that these those a an it he she they we i
    you there here when where why how what who which all some no not but and or if in on at for
    as with from редакция корреспондент агентство служба пресс-служба газета журнал""".split()
)


def is_personal_name(words: str, least: int = 2) -> bool:
    """Whether the words read as the name of one person: two to five capitalised words.

    Args:
        words: what stands in the slot of a name.
        least: the fewest words; 1 where the formula itself promises a person.
    """
    tokens = words.split()
    if not least <= len(tokens) <= MAX_PERSON_WORDS or not tokens[0][0].isupper():
        return False
    return tokens[-1][0].isupper() and all(map(_is_name_word, tokens))


def split_people(text: str, start: int, end: int, least: int = 2) -> tuple[Span, ...]:
    """The names in a list such as "A, B & C"; empty when any part of it is not a name.

    Args:
        text: the text that holds the list.
        start: where the list starts in it.
        end: where it ends.
        least: the fewest words of one name.
    """
    spans = tuple(trim(text, *gap) for gap in _between_gaps(text, start, end))
    names = tuple(span for span in spans if len(span))
    good = all(is_personal_name(span.of(text), least) for span in names)
    return names if good else ()


def read_outlet(text: str, start: int, end: int) -> Span | None:
    """The name of an outlet that begins at `start`: quoted, a domain, or capitalised words."""
    while start < end and (text[start].isspace() or text.startswith(("the ", "The "), start)):
        start += 1 if text[start].isspace() else 4
    if quoted := QUOTED.match(text, start, end):
        return Span(*quoted.span(1))
    if domain := DOMAIN.match(text, start, end):
        return Span(*domain.span(1))
    return _capitalised_run(text, start, end)


def read_person(text: str, start: int, end: int) -> Span | None:
    """The person's name that begins at `start`, as long as it goes, or None."""
    best: Span | None = None
    words = 0
    for token in TOKEN.finditer(text, start, end):
        between = text[best.end if best else start : token.start()]
        if between.strip() or not _is_name_word(token.group().rstrip(".")):
            break
        words += 1
        stop = token.end() if INITIAL.match(token.group()) else token.end() - _dots(token.group())
        best = Span(best.start if best else token.start(), stop)
        if stop < token.end():
            break
    return best if best and words <= MAX_PERSON_WORDS and is_personal_name(best.of(text)) else None


def trim(text: str, start: int, end: int) -> Span:
    """The stretch without the space, quotation marks and closing punctuation around it."""
    while start < end and text[start] in " \t\u00a0«“„\"'(*_":
        start += 1
    while start < end and text[end - 1] in " \t\u00a0»”“\"')*_:;,":
        end -= 1
    last = text[start:end].rpartition(" ")[2]
    if last.endswith(".") and not INITIAL.match(last) and last not in ABBREVIATIONS:
        end -= _dots(last)
    return Span(start, end)


def _is_name_word(token: str) -> bool:
    bare = token.strip(".’'-")
    if not bare or any(letter.isdigit() for letter in bare) or "@" in bare:
        return False
    return token in PARTICLES or (token[0].isupper() and bare.lower() not in NOT_PERSONAL)


def _between_gaps(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for gap in NAME_GAP.finditer(text, start, end):
        yield start, gap.start()
        start = gap.end()
    yield start, end


def _capitalised_run(text: str, start: int, end: int) -> Span | None:
    stop = reached = start
    for number, token in enumerate(TOKEN.finditer(text, start, end)):
        word = token.group()
        if number == MAX_OUTLET_WORDS or text[reached : token.start()].strip(" \u00a0"):
            break
        reached = token.end()
        if word[0].isupper() or word[0].isdigit():
            stop = reached - _dots(word)
            if stop < reached and word not in ABBREVIATIONS:
                break
        elif number == 0 or word not in CONNECTORS:
            break
    return Span(start, stop) if stop > start else None


def _dots(word: str) -> int:
    return len(word) - len(word.rstrip(".!?…"))
