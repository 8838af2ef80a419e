"""Names of persons and outlets as credit lines write them.

Rules and not a model: a credit line is a formula, and the name is what stands in its slot.
"""

import re

from secondsource.article import Span

_TOKEN = re.compile(r"[^\s,;:()\[\]«»“”„\"|]+")
DOMAIN = re.compile(r"(?:https?://)?(?:www\.)?((?:[\w-]+\.)+[^\W\d_]{2,})(?:/\S*)?", re.IGNORECASE)
_QUOTED = re.compile(r"[«“„\"]([^«»“”„\"\n]{2,80})[»”“\"]")
NAME_GAP = re.compile(r"\s*(?:[,;&/]|\b(?:and|und|et|with|и|та|с)\b)\s*", re.IGNORECASE)
_PARTICLES = """
    de del della der den di da dos du el al la le van von ten ter bin ibn af av zu y
"""
PARTICLES = frozenset(_PARTICLES.split())
_CONNECTORS = """
    of the and & for de la le des du et und der die и
"""
CONNECTORS = frozenset(_CONNECTORS.split())
_INITIAL = re.compile(r"(?:[^\W\d_]\.-?)+$")
_ABBREVIATIONS = """
    St. Jr. Sr. Dr. Mr. Mrs. Ms. U.S. U.K. vs.
"""
ABBREVIATIONS = frozenset(_ABBREVIATIONS.split())
_MAX_PERSON_WORDS = 5
_MAX_LOOSE_WORDS = 4
_BEFORE_OUTLET = re.compile(r"\b(?:for|of|at|in|with|by)\s+(?=(?:the\s+)?[^\W\d_a-z])")
_MAX_OUTLET_WORDS = 7
# Words that begin with a capital in a credit line and are no part of a person's name.
_NOT_PERSONAL = """
    day week weekend month year night eve morning evening noon midnight summer winter spring autumn
    monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december today yesterday tomorrow now then staff
    our special news newsroom editor editors editorial team desk board correspondent reporter
    writer agency agencies press times post herald journal gazette tribune daily weekly media
    network channel television radio review magazine institute university department ministry
    government party company group the this that these those a an it he she they we i you there
    here when where why how what who which all some no not but and or if in on at for as with
    from редакция корреспондент агентство служба пресс-служба газета журнал
"""
NOT_PERSONAL = frozenset(_NOT_PERSONAL.split())


def is_personal_name(words: str, least: int = 2) -> bool:
    """Whether the words read as the name of one person: two to five capitalised words.

    Args:
        words: what stands in the slot of a name.
        least: the fewest words; 1 where the formula itself promises a person.
    """
    tokens = words.split()
    if not least <= len(tokens) <= _MAX_PERSON_WORDS or not tokens[0][0].isupper():
        return False
    return tokens[-1][0].isupper() and all(map(_is_name_word, tokens))


def read_people(text: str, start: int) -> list[Span]:
    """The names of persons that begin at `start`, as long as "and", "&" or commas join them."""
    names: list[Span] = []
    while (name := read_person(text, start, len(text))) is not None:
        names.append(name)
        gap = NAME_GAP.match(text, name.end)
        if gap is None:
            break
        start = gap.end()
    return names


def read_outlet(text: str, start: int, end: int) -> Span | None:
    """The name of an outlet that begins at `start`: quoted, a domain, or capitalised words."""
    while start < end and (text[start].isspace() or text.startswith("the ", start)):
        start += 1 if text[start].isspace() else 4
    if quoted := _QUOTED.match(text, start, end):
        return Span(*quoted.span(1))
    if domain := DOMAIN.match(text, start, end):
        return Span(*domain.span(1))
    return _capitalised_run(text, start, end)


def read_outlet_before(text: str, end: int) -> Span | None:
    """The name of an outlet that ends at `end`, as in "a reporter for The Quay Gazette"."""
    start = end
    for match in _BEFORE_OUTLET.finditer(text, max(0, end - 80), end):
        start = match.end()
    outlet = read_outlet(text, start, end)
    return outlet if outlet and outlet.end == end else None


def is_whole_outlet(text: str, part: Span, *, loose: bool) -> Span | None:
    """The outlet's name when the part is nothing else; quotation marks and http are left out.

    Args:
        text: the text that holds the part.
        part: what stands in the slot of an outlet.
        loose: whether a few words in lower case may follow the first, as in Russian names.
    """
    outlet = read_outlet(text, part.start, part.end)
    if outlet is None:
        return None
    rest = text[outlet.end : part.end]
    if not rest.strip(' .»”“"') or DOMAIN.fullmatch(part.of(text)):
        return outlet
    words = part.of(text)
    named = loose and len(words.split()) <= _MAX_LOOSE_WORDS and words[0].isupper()
    return part if named and not re.search(r"[.!?,;:]", words) else None


def read_person(text: str, start: int, end: int) -> Span | None:
    """The person's name that begins at `start`, as long as it goes, or None."""
    best: Span | None = None
    words = 0
    for token in _TOKEN.finditer(text, start, end):
        between = text[best.end if best else start : token.start()]
        if between.strip() or not _is_name_word(token.group()):
            break
        words += 1
        stop = token.end() if _INITIAL.match(token.group()) else token.end() - _dots(token.group())
        best = Span(best.start if best else token.start(), stop)
        if stop < token.end():
            break
    return best if best and words <= _MAX_PERSON_WORDS and is_personal_name(best.of(text)) else None


def trim(text: str, start: int, end: int) -> Span:
    """The stretch without the space, quotation marks and closing punctuation around it."""
    while start < end and text[start] in " \t\u00a0«“„\"'(*_–—-":
        start += 1
    while start < end and text[end - 1] in " \t\u00a0»”“\"')*_:;,–—-":
        end -= 1
    last = text[start:end].rpartition(" ")[2]
    if last.endswith(".") and not _INITIAL.match(last) and last not in ABBREVIATIONS:
        end -= _dots(last)
    return Span(start, end)


def _is_name_word(token: str) -> bool:
    if _INITIAL.match(token) and token[0].isupper():
        return True
    if token.endswith(("'s", "’s")):
        return False
    bare = token.strip(".’'-")
    if not bare or any(letter.isdigit() for letter in bare) or "@" in bare:
        return False
    return token in PARTICLES or (token[0].isupper() and bare.lower() not in NOT_PERSONAL)


def _capitalised_run(text: str, start: int, end: int) -> Span | None:
    stop = reached = start
    for number, token in enumerate(_TOKEN.finditer(text, start, end)):
        word = token.group()
        if number == _MAX_OUTLET_WORDS or text[reached : token.start()].strip(" \u00a0"):
            break
        is_joined = stop < reached
        reached = token.end()
        if word[0].isupper() or (word[0].isdigit() and not is_joined):  # not "du 3 mai"
            stop = reached - _dots(word)
            if stop < reached and word not in ABBREVIATIONS:
                break
        elif number == 0 or word not in CONNECTORS:
            break
    return Span(start, stop) if stop > start else None


def _dots(word: str) -> int:
    return len(word) - len(word.rstrip(".!?…"))
