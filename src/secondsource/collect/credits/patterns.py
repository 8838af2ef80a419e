"""The formulas of credit lines, as tables: what they look like and what they say.

A label stands at the start of a line or sentence and the rest of it must be names and dates:
"Translation: A & B – Outlet – 18/02/2019". A phrase stands in a sentence, and the name follows
it: "This article was first published by The Quay Gazette". Add a row to teach a new formula;
`tests/collect/credits/test_find.py` has a table of examples to add one to.
"""

import re

from secondsource.article import Role
from secondsource.collect.credits import patterns_european as european
from secondsource.collect.credits.rows import LEARNED_JOURNAL, Label, Phrase

LABELS: tuple[Label, ...] = (
    Label(
        r"original(?: article| text| story| source| post| by)?|оригинал(?: статьи| текста)?",
        person=Role.AUTHOR,
        outlet=Role.ORIGINAL_OUTLET,
        colon=True,
    ),
    Label(
        r"sources?|источники?|первоисточник|(?:first|originally) published(?: (?:in|by|on|at))?"
        r"|(?:впервые |первоначально )?опубликовано(?: (?:в|на))?",
        person=None,
        outlet=Role.ORIGINAL_OUTLET,
        colon=True,
    ),
    Label(
        r"(?:[a-z]+ )?translat(?:ion|ors?|ed)(?: by| into \w+)?"
        r"|перевод(?: с \w+(?: языка)?| на \w+)?|переводчи(?:к|ца|ки)|перев[её]л[аи]?",
        person=Role.TRANSLATOR,
        outlet=Role.REPUBLISHED_FROM,
        colon=True,
    ),
    Label(
        r"translat(?:ed|ion)(?: (?:from|into) (?:the )?(?:original )?\w+){0,2}"
        r"(?: for \w[\w ]{1,30})? by|перев[её]л[аи]?(?: с \w+| на \w+)?|перевод с \w+ языка",
        person=Role.TRANSLATOR,
        outlet=Role.REPUBLISHED_FROM,
        colon=False,
    ),
    Label(
        r"authors?|(?:written |story |text |words )?by"
        r"|автор(?:ы|ка)?(?: статьи| текста| материала)?|текст|подготовил[аи]?",
        person=Role.AUTHOR,
        outlet=None,
        colon=True,
    ),
    Label(
        r"(?:written |story |text |words |reporting )?by",
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
        r"(?:originally|first) (?:published|appeared|posted|printed|ran) (?:in|on|by|at|with)",
        person=None,
        outlet=Role.ORIGINAL_OUTLET,
        colon=False,
    ),
    Label(r"h/t|hat[- ]tip(?: to)?", person=Role.OTHER, outlet=Role.OTHER, colon=False),
    Label(
        r"по (?:материалам|информации|сообщению)(?: агентства)?"
        r"|with(?: (?:reporting|files|material) (?:by|from))?",
        person=None,
        outlet=Role.WIRE,
        colon=False,
    ),
    *european.LABELS,
)

_ITEM = (
    r"(?:article|story|piece|post|report|essay|op-ed|column|commentary|interview|translation|text"
    r"|version|item|analysis|dispatch)"
)
_THIS = rf"\bthis\s+{_ITEM}\b"
_AGAIN = r"(?:republished|reposted|reprinted|reproduced|syndicated|cross-?posted|excerpted)"
_PUBLISHED = r"(?:published|appeared|posted|printed|written|ran|aired)"
_RUSSIAN_ITEM = r"(?:стать[яю]|материал|текст|интервью|колонк[ау]|заметк[ау]|репортаж|перевод)"
_RUSSIAN_PLACE = (
    r"(?:(?:в|на)\s+(?:(?:сайте|портале|страницах|издании|газете|журнале|блоге)\s+)?"
    r"(?:(?:издания|газеты|журнала|портала)\s+)?|(?:изданием|газетой|журналом|порталом)\s+)"
)

PHRASES: tuple[Phrase, ...] = (
    Phrase(
        "this ",
        re.compile(
            rf"(?i:{_THIS}[^.]{{0,50}}?\b(?:originally|first)\s+{_PUBLISHED}"
            r"\s+(?:in|on|by|at|for|with)\s+)"
        ),
        Role.ORIGINAL_OUTLET,
    ),
    Phrase(
        "this ",
        re.compile(
            rf"(?i:{_THIS}\s+(?:is|was|has been)\s+{_AGAIN}(?:\s+here)?"
            r"(?:\s+with\s+(?:the\s+)?(?:kind\s+)?permission)?\s+(?:from|of|by)\s+)"
        ),
        Role.REPUBLISHED_FROM,
    ),
    Phrase(
        ", where th",
        re.compile(
            rf"(?i:,\s+where\s+(?:this|the)\s+{_ITEM}\s+(?:was\s+)?"
            rf"(?:originally|first)\s+{_PUBLISHED})"
        ),
        Role.ORIGINAL_OUTLET,
        looks_back=True,
    ),
    Phrase(
        "permission",
        re.compile(
            rf"(?i:\b{_AGAIN}(?:\s+here)?\s+with\s+(?:the\s+)?(?:kind\s+)?permission"
            r"\s+(?:of|from)\s+)"
        ),
        Role.REPUBLISHED_FROM,
    ),
    Phrase(
        "translated",
        re.compile(
            rf"(?i:{_THIS}\s+(?:is|was|has been)\s+translated\s+"
            r"(?:(?:from|into)\s+(?:the\s+)?\w+\s+){0,2}by\s+)"
        ),
        Role.TRANSLATOR,
    ),
    Phrase(
        "опубликован",
        re.compile(
            rf"(?i:\b{_RUSSIAN_ITEM}\b[^.]{{0,40}}?\bопубликован[аоы]?\s+"
            rf"(?!в\s+журнале|журналом){_RUSSIAN_PLACE}(?!{LEARNED_JOURNAL}))"
        ),
        Role.ORIGINAL_OUTLET,
    ),
    Phrase(
        "опубликован",
        re.compile(
            rf"(?i:\b(?:эт[аоу]т?|данн(?:ая|ый|ое))\s+{_RUSSIAN_ITEM}\s+(?:был[аои]?\s+)?"
            rf"опубликован[аоы]?\s+{_RUSSIAN_PLACE})"
        ),
        Role.ORIGINAL_OUTLET,
    ),
    Phrase(
        "опубликован",
        re.compile(
            r"(?i:\b(?:впервые|первоначально|изначально)\s+(?:был[аои]?\s+)?"
            rf"опубликован[аоы]?\s+{_RUSSIAN_PLACE})"
        ),
        Role.ORIGINAL_OUTLET,
    ),
    Phrase(
        "разрешения",
        re.compile(r"(?i:\bс\s+(?:любезного\s+)?разрешения\s+(?:редакции\s+|издания\s+)?)"),
        Role.REPUBLISHED_FROM,
    ),
    *european.PHRASES,
)
# A translation that does not name its translator still says that it is one.
UNNAMED_TRANSLATION = re.compile(
    rf"(?i:перевод с [а-яё]{{4,20}}ого(?: языка)?|{european.UNNAMED_TRANSLATION})[.)\s]*$"
)

# What "via" names when it is a means and not a source.
_MEANS = """
    zoom email e-mail skype phone telephone video mail text twitter facebook telegram whatsapp
    getty internet satellite videolink instagram youtube signal shutterstock flickr
    facebook.com twitter.com x.com t.me youtube.com фейсбук фейсбуке телеграм ютуб
"""
MEANS = frozenset(_MEANS.split())
# Whom a source line under a table or a picture names: not where the article is from.
FIGURES_AND_PICTURES = re.compile(
    r"(?i:\b(?:images?|getty|giphy|reddit|imgur|shutterstock|wikipedia|wikimedia|flickr|nato|un"
    r"|who|imf|oecd|eurostat|census|survey|poll|росстат|оон|мвф|нато|imago|destatis|insee|istat|ine"
    r"|gus|statisti\w+|estadística|статистик\w*)\b)"
)
# What a source line names that has no other source: the house itself, or a notice to all.
OWN_WORK = re.compile(
    r"(?i:(?:own (?:work|research|reporting)|press release|eigene\w*|redaktion|pressemitteilung\w*"
    r"|unternehmensangaben|(?:la )?r[ée]daction|communiqué de presse|(?:la )?redacción|comunicado"
    r"|elaboración propia|redakcja|opracowanie|własne|власна інформація|прес-реліз"
    r"|собственная информация|пресс-релиз)\b)"
)
# Words that tell an outlet's name from a person's.
_OUTLET_WORDS = """
    news times post herald journal gazette tribune daily weekly press review magazine chronicle
    courier observer guardian mirror express telegraph standard dispatch bulletin radio zone
    media online report monitor mail star sun echo voice today ledger examiner argus the tv
    network газета новости известия вестник правда журнал агентство телеканал радио ведомости
"""
OUTLET_WORDS = frozenset(_OUTLET_WORDS.split())
# What may follow a name in a byline and says what the person is.
POSITION = re.compile(
    r"(?i:\b(?:writer|editor|reporter|correspondent|columnist|staff|contributor|analyst|bureau"
    r"|desk|корреспондент|обозреватель|редактор|журналист)\b)"
)
