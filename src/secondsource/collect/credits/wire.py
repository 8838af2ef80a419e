"""Wire tags: the datelines and closing marks by which agency copy is known."""

import re
from collections.abc import Iterator

from secondsource.article import Credit, Role, Span
from secondsource.collect.credits.agencies import AGENCY, cut_ending, find_agencies
from secondsource.collect.credits.line import CreditLine
from secondsource.collect.credits.names import CONNECTORS, PARTICLES
from secondsource.collect.dates import MONTHS
from secondsource.collect.layout import Layout, Line

DATELINE_LINES = 8
MIN_STORY = 40
# "NEW YORK, Feb. 8 (AP) — …", "Dec 29 (Reuters) - …", "(AFP) – …"
DATELINE = re.compile(r"(?P<place>[^()\n]{0,70}?)\s*\((?P<agency>[^()\n]{2,40})\)[.\s]*[-–—:]+\s")
# "МОСКВА, 18 фев — РИА Новости. …", "МОСКВА, 18 февраля. /ТАСС/. …",
# "Москва. 18 февраля. ИНТЕРФАКС - …"
_CITY = r"[^\W\d_a-zа-яё][^\n.,–—/()]{2,40}"
_DAY = r"\d{1,2} [а-яё]{3,8}\.?(?: \d{4}(?: года)?)?"
# An unknown agency with small letters has to end as agencies do: "Волга Ньюс", "Сибинформ"
# An express is a train, and what goes on after a comma tells of what the text is about.
_LIKE_AGENCY = (
    r"(?:(?:[А-ЯЁ][\w-]* )?[А-ЯЁ][\w-]*(?:информ|(?<!кс)пресс|медиа|ньюс|новости|факс|инфо)|"
    r"[А-ЯЁ][\w-]* (?:Ньюс|Новости|Медиа|Инфо))(?![\w,-])"
)
RUSSIAN_DATELINE = re.compile(
    rf"{_CITY}[.,] {_DAY}[\s.,]*[–—/-]*\s*"
    rf"(?P<agency>{AGENCY}|[А-ЯЁ][А-ЯЁ.-]{{2,20}}|{_LIKE_AGENCY})"
    r"(?:\.RU)?/?\s*[.,–—-]"
)
SLASHED = re.compile(rf"/(?P<agency>{AGENCY})/")
CLOSING = (
    re.compile(rf"\((?P<agency>{AGENCY})\)[.\s]*$"),
    re.compile(rf"[–—-]\s*(?P<agency>{AGENCY})[.\s]*$"),
    re.compile(rf"(?:©|\([cC]\)|(?i:copyright))\s*(?:\d{{4}}\s*)?(?P<agency>{AGENCY})"),
    re.compile(r"©\s*(?P<agency>dpa)-infocom"),
)
CONTRIBUTED = re.compile(
    rf"(?P<agency>{AGENCY})(?:'s|’s)?(?: [a-z]+)?(?: (?:writers?|reporters?|journalists?)\b[^.]*)?"
    r" (?:contributed|has contributed|helped)\b"
)
# "Об этом сообщает ТАСС.", "Про це повідомляє агентство «Укрінформ»."
REPORTED = re.compile(
    # not "Ранее об этом сообщал": that is what went before
    r"(?<![Рр]анее )(?<![Рр]аніше )\b(?:[Оо]б этом|[Пп]ро це)\s+"
    r"(?:сообща[ею]т|сообщил[аои]?|пиш[еу]т|переда(?:[её]т|ют|л[аои]?)"
    r"|повідомля(?:є|ють)|повідоми(?:в|ла|ло|ли)|інформу(?:є|ють))\s+"
    rf"(?:(?:агентство|агенція|информагентство)\s+)?[«\"]?(?P<agency>{AGENCY})"
)
REPORTED_WORDS = ("б этом ", "ро це ")  # looked for first, which is quick
# "Photo: Jo Reed – AP", "Image © Reuters": whose the picture is, not the article
PICTURE = re.compile(
    r"(?i:\W*(?:photos?|images?|pictures?|video|foto|bild|vidéo|фото|видео|відео)\b)"
)
# A byline that shares the text with an agency: "Le Phare avec AFP", "Küstenblatt mit dpa"
SHARED = re.compile(
    rf"(?P<who>[^\n:()]{{2,50}})\s(?:avec|mit|con)\s(?:l['’])?(?P<agency>{AGENCY})\.?$"
)
MAX_BYLINE = 80
# Headlines read so, too: "Streit mit Reuters", "Entretien avec Bloomberg".
_TALK_OR_DEAL = """
    interview gespräch streit vertrag abkommen kooperation partnerschaft entretien conversation
    accord contrat partenariat entrevista conversación acuerdo contrato
"""
TALK_OR_DEAL = frozenset(_TALK_OR_DEAL.split())
# In front of an unknown agency stands a place: at most this many words, each with a capital.
MAX_PLACE_WORDS = 7
PLACE_WORD = re.compile(r"[^\W\d_a-zа-яё][\w.'’-]*$")
UNKNOWN_AGENCY = re.compile(r"[^\W\d_a-zа-яё][\w'’&.-]+(?: [^\W\d_a-zа-яё][\w'’&.-]+){0,3}$")
# What stands in brackets after a name or at the start of a text, and is no agency.
NO_AGENCY = re.compile(
    r"(?:[A-Z]{1,3}-[A-Z][\w.]*|Republican|Democrat|Labour|Conservative|[RDI]|Video|Photos?"
    r"|Updated?|Opinion|Analysis|Corrected|Editor.*|Видео|Фото|Обновлено|Мнение"
    r"|CDU|CSU|CDU/CSU|SPD|FDP|AfD|BSW|(?:Die )?(?:Grünen?|Linke)|ÖVP|SPÖ|FPÖ|NEOS|SVP|PSOE|PP|Vox"
    r"|VOX|Podemos|Sumar|ERC|PNV|RN|LR|LFI|PS|PCF|EELV|MoDem|PiS|PO|KO|PSL|SLD|SNP|DUP|UKIP|BJP|GOP|ANC)$"
)


def find_wire_tags(layout: Layout) -> Iterator[CreditLine]:
    """The agencies whose tag stands at the start or the end of the text."""
    for line in layout.head[:DATELINE_LINES]:
        if found := _read_dateline(line):
            yield from found
            break
    for line in (*layout.head[:2], *layout.tail[-2:]):
        yield from _read_byline(line)
    for line in layout.all:
        said = any(words in line.text for words in REPORTED_WORDS)
        if said and (reported := REPORTED.search(line.text)):
            yield _credit(line, Span(*reported.span("agency")), None)
    yield from _closing(layout.tail[-4:])


def _read_byline(line: Line) -> Iterator[CreditLine]:
    """The agencies of a line that is nothing else, or a byline that one of them shares."""
    for agency in find_agencies(line.text, Span(0, len(line.text))):
        yield _credit(line, agency, line.span)
    found = SHARED.match(line.text) if len(line.text) <= MAX_BYLINE else None
    if found and _is_byline(found["who"]):
        yield _credit(line, Span(*found.span("agency")), line.span)


def _is_byline(who: str) -> bool:
    """Whether words are but names, of persons or an outlet, or the editors' own word."""
    words = who.split()
    if any(word.lower() in TALK_OR_DEAL for word in words):
        return False
    small = PARTICLES | CONNECTORS | {"rédaction"}
    return all(not word[0].islower() or word in small for word in words)


def _read_dateline(line: Line) -> list[CreditLine]:
    """The agencies in a dateline; one that is not known counts when a place stands before it."""
    if len(line.text) < MIN_STORY:
        return []
    for pattern in (DATELINE, RUSSIAN_DATELINE):
        if found := pattern.match(line.text):
            name = Span(*found.span("agency"))
            known = find_agencies(line.text, name)
            if known or _is_unknown_agency(found):
                return [_credit(line, agency, None) for agency in known or [name]]
    if found := SLASHED.search(line.text, 0, 120):
        return [_credit(line, Span(*found.span("agency")), None)]
    return []


def _is_unknown_agency(found: re.Match[str]) -> bool:
    """Whether a dateline with an unknown name in it still reads as one."""
    name = found["agency"]
    if "place" not in found.groupdict():
        return True
    if ":" in found.group()[-3:]:  # "Olaf Scholz (SPD): …", who speaks and his party
        return False
    if NO_AGENCY.match(name) or not UNKNOWN_AGENCY.match(name):
        return False
    words = found["place"].replace(",", " ").split()
    return len(words) <= MAX_PLACE_WORDS and all(map(_is_place_word, words))


def _is_place_word(word: str) -> bool:
    return word.strip(".").lower() in MONTHS or word.isdigit() or bool(PLACE_WORD.match(word))


def _closing(lines: tuple[Line, ...]) -> Iterator[CreditLine]:
    for line in lines:
        if len(line.text) <= MAX_BYLINE and PICTURE.match(line.text):
            continue
        if found := CONTRIBUTED.search(line.text):
            yield _credit(line, Span(*found.span("agency")), line.sentence_at(found.start()))
        for pattern in CLOSING:
            found = pattern.search(line.text)
            if found and not _is_spelt_out(line.text[: found.start()], found["agency"]):
                yield _credit(line, Span(*found.span("agency")), None)


def _is_spelt_out(before: str, letters: str) -> bool:
    """Whether letters stand for the words before them: "the Aam Aadmi Party (AAP)"."""
    initials = ""
    for word in reversed(before.split()):
        if word[-1] in ".!?…" or not (word[0].isupper() or word in CONNECTORS):
            break
        initials = (word[0] if word[0].isupper() else "") + initials
    return letters.isupper() and initials.endswith(letters)


def _credit(line: Line, name: Span, words: Span | None) -> CreditLine:
    name = cut_ending(line.text, name)
    credit = Credit(Role.WIRE, name.of(line.text), span=name.shift(line.start))
    return CreditLine(credit, words)
