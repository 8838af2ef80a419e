"""Signatures: how authors are named below their text."""

import re
from collections.abc import Iterator, Sequence

from secondsource.article import Credit, Role, Span
from secondsource.collect.credits.agencies import is_agency
from secondsource.collect.credits.line import CreditLine
from secondsource.collect.credits.names import is_personal_name, read_people, read_person, trim
from secondsource.collect.layout import Layout, Line

LAST_LINES = 4
MAX_BIOGRAPHY = 600
FOLLOW = re.compile(
    r"(?i:\bfollow )(?:[^@\n]{0,80}? )??(?P<name>[^\W\d_a-z][^@\n,]{3,40}?)\s+(?i:on|at)\s+"
    r"(?:Twitter|X|Facebook|Bluesky|Mastodon|Telegram)\b"
)
REPORTING = re.compile(r"\((?i:(?:additional )?(?:reporting|writing) by )(?=[A-Z])")
AFTER_REPORTERS = re.compile(r"\s*(?:[;,.)]|(?:in|from|and|for)\b)")
DASHED = re.compile(r"[-–—]{1,2}\s*(?P<name>[^\W\d_a-z][^\n:,]{3,40})$")
# "Anna Kern is a reporter at …", "Rep. Anna Kern, D-Ohio, chairs …"
TITLE = re.compile(r"(?:(?:Rep|Sen|Gov|Dr|Prof|Sir|Lord|Gen|Col)\.?\s+)?")
# "the worst mayor": what is said of whom the article is about
_NO_JUDGEMENT = (
    r"(?!(?:[Tt]he )?(?:best|worst|most|least|only|real|true|last|"
    r"(?!(?:honest|forest|[Mm]idwest|[Nn]orthwest|[Ss]outhwest|interest|priest|harvest|modest|"
    r"youngest|oldest|latest|newest)\b)\w{3,}est) )"
)
_POST = rf"{_NO_JUDGEMENT}(?!\w+(?:ing|ed|n)\b)(?:[A-Za-z-]+ ){{1,4}}(?:of|at|for|in|with)\b"
# "a 34-year-old mother of three", "one of the victims": of whom the news tell
_NO_SUBJECT = (
    r"(?!(?:an? |the |one of )?(?:\d|(?:the |those |former )?(?:victims?|suspects?|survivors?|"
    r"witness(?:es)?|defendants?|accused|candidates?|liars?|disgrace|threat|danger|hero|heroine|"
    r"refugees?)\b))"
)
BIOGRAPHY = re.compile(
    rf"(?:, [^\n]{{2,200}}?,)?\s+(?:(?:is|are) {_NO_SUBJECT}(?:an? |the {_NO_JUDGEMENT}|one of |"
    rf"co-|based in |{_POST})"
    r"|edits |covers |writes (?:about|for|on) |teaches |taught |chairs the |hosts |co-hosts "
    r"|directs the |reports (?:from|on) |reported from )"
)
RUSSIAN_BIOGRAPHY = re.compile(
    r"\s+(?:[–—-]\s+)?(?:журналист|корреспондент|обозреватель|автор|политолог|редактор|экономист)"
)


def find_signatures(layout: Layout, authors: Sequence[str] = ()) -> Iterator[CreditLine]:
    """The authors named at the end: in a signature, a biography or an invitation to follow.

    Args:
        layout: the lines of the text.
        authors: who is known to have written it; a biography of somebody else is then none.
    """
    for line in layout.tail[-LAST_LINES:]:
        if found := FOLLOW.search(line.text):
            person = read_person(line.text, found.start("name"), found.end("name"))
            if person and person.end == found.end("name"):
                yield _credit(line, person, line.sentence_at(found.start()))
        if found := REPORTING.search(line.text):
            for person in _reporters(line.text, found.end()):
                yield _credit(line, person, line.span_of(found.start(), len(line.text)))
        if found := DASHED.match(line.text):
            name = trim(line.text, *found.span("name"))
            if read_person(line.text, name.start, name.end) == name:
                yield _credit(line, name, line.span)
    yield from find_biographies(layout, authors)


def _reporters(text: str, start: int) -> list[Span]:
    """The names in "(Reporting by A and B in C; Editing by D)"; a newsroom is none."""
    people = read_people(text, start)
    return people if people and AFTER_REPORTERS.match(text, people[-1].end) else []


def find_biographies(layout: Layout, authors: Sequence[str] = ()) -> Iterator[CreditLine]:
    """Who is introduced in the last lines, and is named nowhere else: the author.

    An article speaks of its subjects throughout; a person who is first named in a last line
    that says what they are is the one who wrote it, unless others are known to have.
    """
    known = [name for name in authors if is_personal_name(name)]
    for line in layout.tail[-LAST_LINES:]:
        if len(line.text) <= MAX_BIOGRAPHY and line.start > 0:
            for sentence in line.sentences():
                name = _introduced(layout, sentence)
                if name is None or (known and not _is_one_of(name.of(sentence.text), known)):
                    break
                yield _credit(sentence, name, line.span)


def _is_one_of(name: str, known: Sequence[str]) -> bool:
    """Whether one of the known authors has this person's surname."""
    surname = name.casefold().replace("-", " ").split()[-1]
    return any(surname in each.casefold().replace("-", " ").split() for each in known)


def _introduced(layout: Layout, sentence: Line) -> Span | None:
    """The person that a sentence such as "Anna Kern is a reporter at …" introduces."""
    text = sentence.text
    title = TITLE.match(text)
    start = title.end() if title else 0
    name = read_person(text, start, len(text))
    if name is None or name.start != start or is_agency(name.of(text)):
        return None
    after = BIOGRAPHY.match(text, name.end) or RUSSIAN_BIOGRAPHY.match(text, name.end)
    return name if after and not _is_named_before(layout, name.of(text), sentence) else None


def _is_named_before(layout: Layout, name: str, line: Line) -> bool:
    """Whether the article speaks of the person before, by the whole name or the last part."""
    surname = name.split()[-1]
    return layout.text.find(surname, 0, line.start) >= 0


def _credit(line: Line, name: Span, words: Span | None) -> CreditLine:
    credit = Credit(Role.AUTHOR, name.of(line.text), span=name.shift(line.start))
    return CreditLine(credit, words)
