"""The formulas of credit lines, as tables: what they look like and what they say.

A label stands at the start of a line or sentence and the rest of it must be names and dates:
"Translation: A & B – Outlet – 18/02/2019". A phrase stands in a sentence, and the name follows
it: "This article was first published by The Quay Gazette". Add a row to teach a new formula;
`tests/collect/test_credits.py` has a table of examples to add one to.
"""

import re
from dataclasses import dataclass

from secondsource.article import Role


@dataclass(frozen=True, slots=True)
class Label:
    """A label and what the names after it did.

    `person` is the role of persons named after it and `outlet` that of outlets (None: not
    credited). With `colon` the label needs a colon or dash after it, otherwise a space will do.
    """

    words: str
    person: Role | None
    outlet: Role | None
    colon: bool = True


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase after which a name stands, with a literal that any text with it contains."""

    literal: str
    pattern: re.Pattern[str]
    role: Role


LABELS: tuple[Label, ...] = (
    Label(
        r"original(?: article| text| story| source| post| by)?|оригинал(?: статьи| текста)?",
        person=Role.AUTHOR,
        outlet=Role.ORIGINAL_OUTLET,
    ),
    Label(
        r"sources?|источники?|первоисточник|(?:first|originally) published(?: (?:in|by|on|at))?"
        r"|(?:впервые |первоначально )?опубликовано(?: (?:в|на))?",
        person=None,
        outlet=Role.ORIGINAL_OUTLET,
    ),
    Label(
        r"(?:english |russian )?translat(?:ion|ors?|ed)(?: by)?|translated into \w+"
        r"|перевод(?: с \w+(?: языка)?)?|переводчи(?:к|ца|ки)|перев[её]л[аи]?",
        person=Role.TRANSLATOR,
        outlet=Role.REPUBLISHED_FROM,
    ),
    Label(
        r"translat(?:ed|ion)(?: (?:from|into) (?:the )?(?:original )?[A-Z]\w+){0,2}"
        r"(?: for [A-Z][\w ]{1,30})? by|перев[её]л[аи]?(?: с \w+)?|перевод с \w+ языка",
        person=Role.TRANSLATOR,
        outlet=Role.REPUBLISHED_FROM,
        colon=False,
    ),
    Label(
        r"authors?|written by|story by|text by|words by|by|автор(?:ы|ка)?"
        r"(?: статьи| текста| материала)?|текст|подготовил[аи]?",
        person=Role.AUTHOR,
        outlet=None,
    ),
    Label(
        r"written by|story by|text by|words by|reporting by|by",
        person=Role.AUTHOR,
        outlet=None,
        colon=False,
    ),
    Label(
        r"(?:republished|reposted|reprinted|reproduced|syndicated|cross-?posted|excerpted)"
        r"(?: here)?(?: with (?:the )?(?:kind )?permission)?(?: from| of| by| at| on)"
        r"|with (?:the )?(?:kind )?permission (?:of|from)|via"
        r"|(?:перепечатано|публикуется|перепечатка)(?: с разрешения)?(?: редакции)?(?: из)?",
        person=Role.REPUBLISHED_FROM,
        outlet=Role.REPUBLISHED_FROM,
        colon=False,
    ),
    Label(
        r"(?:originally|first) (?:published|appeared|posted|printed|ran)"
        r"(?: (?:in|on|by|at|with))",
        person=None,
        outlet=Role.ORIGINAL_OUTLET,
        colon=False,
    ),
    Label(r"h/t|hat[- ]tip(?: to)?", person=Role.OTHER, outlet=Role.OTHER, colon=False),
    Label(
        r"по (?:материалам|информации)|with (?:reporting|files|material) (?:by|from)",
        person=None,
        outlet=Role.WIRE,
        colon=False,
    ),
)

_ITEM = (
    r"(?:article|story|piece|post|report|essay|op-ed|column|commentary|interview|translation|text"
    r"|version|item|analysis|blog|dispatch)"
)
_DID = r"(?:was|is|has been|were|had been)?\s*(?:also\s+)?"
_RUSSIAN_ITEM = r"(?:стать[яю]|материал|текст|интервью|колонк[ау]|заметк[ау]|репортаж|перевод)"
_RUSSIAN_PLACE = (
    r"(?:в|на)\s+(?:(?:сайте|портале|страницах|издании|газете|журнале|блоге)\s+)?"
    r"(?:(?:издания|газеты|журнала|портала)\s+)?|(?:изданием|газетой|журналом|порталом)\s+"
)

PHRASES: tuple[Phrase, ...] = (
    Phrase(
        "this",
        re.compile(
            rf"(?i:\b(?:this|the above)\s+{_ITEM}\b[^.]{{0,50}}?\b{_DID}"
            r"(?:originally|first)\s+(?:published|appeared|posted|printed|written|ran|aired)"
            r"\s+(?:in|on|by|at|for|with)\s+)"
        ),
        Role.ORIGINAL_OUTLET,
    ),
    Phrase(
        "this",
        re.compile(
            rf"(?i:\b(?:this|the above)\s+{_ITEM}\b[^.]{{0,40}}?\b(?:originally|first)\s+)?"
            rf"(?i:\bthis\s+{_ITEM}\s+(?:originally|first)\s+(?:appeared|ran)\s+(?:in|on|at)\s+)"
        ),
        Role.ORIGINAL_OUTLET,
    ),
    Phrase(
        "this",
        re.compile(
            rf"(?i:\b(?:this|the above)\s+{_ITEM}\s+(?:was|is|has been)\s+"
            r"(?:republished|reposted|reprinted|reproduced|syndicated|cross-?posted|excerpted)"
            r"(?:\s+here)?(?:\s+with\s+(?:the\s+)?(?:kind\s+)?permission)?"
            r"\s+(?:from|of|by|with permission from|with permission of)\s+)"
        ),
        Role.REPUBLISHED_FROM,
    ),
    Phrase(
        "permission",
        re.compile(
            r"(?i:(?:republished|reposted|reprinted|reproduced)(?:\s+here)?\s+with\s+(?:the\s+)?"
            r"(?:kind\s+)?permission\s+(?:of|from)\s+)"
        ),
        Role.REPUBLISHED_FROM,
    ),
    Phrase(
        "translated",
        re.compile(
            rf"(?i:\b(?:this|the above)\s+{_ITEM}\s+(?:was|is|has been)\s+translated\s+"
            r"(?:from\s+(?:the\s+)?)?)(?:[A-Z]\w+\s+)?(?:into\s+[A-Z]\w+\s+)?(?i:by\s+)"
        ),
        Role.TRANSLATOR,
    ),
    Phrase(
        "опубликован",
        re.compile(
            rf"(?i:\b{_RUSSIAN_ITEM}\b[^.]{{0,40}}?\bопубликован[аоы]?\s+(?:\w+\s+)?"
            rf"(?:{_RUSSIAN_PLACE}))"
        ),
        Role.ORIGINAL_OUTLET,
    ),
    Phrase(
        "опубликован",
        re.compile(
            rf"(?i:(?:впервые|первоначально|изначально)\s+(?:был[аои]?\s+)?опубликован[аоы]?\s+"
            rf"(?:{_RUSSIAN_PLACE}))"
        ),
        Role.ORIGINAL_OUTLET,
    ),
    Phrase(
        "разрешения",
        re.compile(r"(?i:с\s+(?:любезного\s+)?разрешения\s+(?:редакции\s+|издания\s+|газеты\s+)?)"),
        Role.REPUBLISHED_FROM,
    ),
)
# "… for The Quay Gazette, where this article first appeared."
PUBLISHED_WHERE = re.compile(
    rf"(?i:,\s+where\s+(?:this|the)\s+{_ITEM}\s+(?:was\s+)?(?:originally|first)\s+"
    r"(?:published|appeared|posted|ran))"
)

# What "via" names when it is a means and not a source.
MEANS = frozenset(
    "zoom email e-mail skype phone telephone video mail text twitter facebook telegram whatsapp "
    "getty internet satellite teleconference videolink instagram youtube signal".split()
)
# A source line under a table names whose figures they are, not whose article it is; these words
# tell an outlet. Domains, addresses and agencies need none.
OUTLET_WORDS = frozenset(
    """news times post herald journal gazette tribune daily weekly press review magazine chronicle
    courier observer guardian mirror express telegraph standard dispatch bulletin radio broadcasting
    zone media online report monitor mail star sun echo voice газета новости известия вестник
    правда журнал агентство телеканал радио ведомости""".split()
)
EMPTY_LABEL_TRANSLATION = re.compile(r"(?i:перевод с [а-яё]{4,20}ого(?: языка)?\b)")
EDITED = re.compile(r"(?i:^(?:edited|editing|additional|writing|compiled|photos?|photography)\b)")
DASH = re.compile(r"\s+[-–—]+\s+")
TAIL_AUTHOR = (
    re.compile(
        r"(?i:\bfollow (?:\w+ ){0,6}?)(?=[A-Z])(?P<name>[^@\n]{4,60}?) (?i:on|at) "
        r"(?:Twitter|X|Facebook|Bluesky|Mastodon|Telegram)\b"
    ),
    re.compile(
        r"\((?i:reporting by) (?P<name>[^;()]{4,90}?)(?: in [A-Z][\w .]+)?(?:[;.][^()]*)?\)"
    ),
    re.compile(r"^[-–—]{1,2}\s*(?P<name>[^\W\d_][^\n]{3,60}?)\.?$"),
)
