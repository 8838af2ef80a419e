"""The articles and statements of the sample report."""

from dataclasses import replace

from secondsource.article import Article, Boilerplate, Credit, Link, Role, Span
from secondsource.reading.statement import (
    AUTHOR,
    Due,
    Kind,
    Loaded,
    Quotation,
    Source,
    Statement,
    Voice,
    Words,
)
from tests.report import sample_text as texts


def span_of(words: str, text: str = texts.ARTICLE) -> Span:
    """Where the words stand first in the text."""
    start = text.index(words)
    return Span(start, start + len(words))


def _article(text: str, outlet: str, published: str, language: str = "en") -> Article:
    slug = outlet.casefold().replace(" ", "-")
    return Article(
        id="",
        text=text,
        url=f"https://{slug}.example/{published}",
        title=text.split("\n", 1)[0],
        outlet=outlet,
        published=published,
        language=language,
    ).with_id()


ORIGINAL = _article(texts.ORIGINAL, "Vestnik Orety", "2021-03-15", "ru")
TRANSLATION = _article(texts.TRANSLATION, "The Lindwater Gate", "2021-03-18T09:30:00+00:00")
EXCERPT = _article(texts.EXCERPT, "Straits Digest", "2021-03-22")
COPIES = tuple(
    _article(texts.ARTICLE, outlet, date)
    for outlet, date in (("Mirror of Karsk", "2021-03-20"), ("The Copybook", "2021-03-21"))
)
PORT_REPORT = _article(texts.PORT_REPORT, "Oreth Courier", "2021-01-30")
PORT_WIRE = _article(texts.PORT_WIRE, "Tessaly Morning", "2021-02-11")
PORT_WIRE_AGAIN = replace(
    _article(texts.PORT_WIRE + "\nMore on page two.\n", "Karsk Evening", "2021-02-12"), title=None
)
PORT_DOUBT = _article(texts.PORT_DOUBT, "The Ledger", "2021-04-02")
ENGINEERS = _article(texts.ENGINEERS, "Waterways Monthly", "2021-03-01")
LETTER = _article(texts.ENGINEERS_LETTER, "Tessaly Gazette", "2021-03-25")
SUMMIT = _article(texts.SUMMIT, "Oreth Courier", "2021-03-13")
SUMMIT_RADIO = _article(texts.SUMMIT, "Radio Karsk", "2021-03-13")
BUDGET = _article(texts.BUDGET, "Deputies' Record", "2021-03-09")
MAYOR = _article(texts.MAYOR, "Oreth Courier", "2021-03-16")

_TITLE = "Three Days at Lake Oreth: How the Compact Was Sealed"
_CLOSING = texts.ARTICLE[texts.ARTICLE.index("We want you") :].rstrip()

EXAMINED = replace(
    _article(texts.ARTICLE, "Harrow Today", "2021-03-19"),
    byline=("Anton Verik",),
    credits=(
        Credit(Role.AUTHOR, "Anton Verik", span=span_of("Anton Verik")),
        Credit(
            Role.ORIGINAL_OUTLET, "Vestnik Orety", span=span_of("first published by Vestnik Orety")
        ),
        Credit(Role.TRANSLATOR, "Mira Halden", span=span_of("Mira Halden")),
        Credit(Role.TRANSLATOR, "Joss Perrin", span=span_of("Joss Perrin")),
        Credit(
            Role.REPUBLISHED_FROM,
            "The Lindwater Gate",
            url="https://lindwater-gate.example/",
            date="2021-03-18",
            span=span_of("The Lindwater Gate"),
        ),
    ),
    links=(Link("https://lindwater-gate.example/", "The Lindwater Gate"),),
    boilerplate=(
        Boilerplate(
            Span(texts.ARTICLE.rindex(_TITLE), texts.ARTICLE.rindex(_TITLE) + len(_TITLE)),
            "The headline, repeated.",
        ),
        Boilerplate(span_of(_CLOSING), "A closing notice of the outlet, not of this article."),
    ),
)


def _words(text: str) -> Words:
    return Words(text, span_of(text))


def _source(text: str, entity: str | None = None) -> Source:
    return Source(text, span_of(text), entity)


OFFICIAL = Voice(
    "attributed",
    _source("A senior official close to the talks"),
    _words("said that"),
    Quotation.INDIRECT,
)
MARANT = Voice(
    "attributed",
    _source("Ilse Marant", "Ilse Marant"),
    _words("told the channel Meridian"),
    Quotation.DIRECT,
)
_HER = span_of("According to her")
MAYOR_VIA_MARANT = Voice(
    "attributed",
    Source("her", Span(_HER.end - 3, _HER.end), "Ilse Marant"),
    _words("According to"),
    Quotation.INDIRECT,
    nested=Voice("attributed", _source("the mayor of Oreth"), _words("fears")),
)
_SHE = span_of(", she claims")
MARANT_AGAIN = Voice(
    "attributed",
    Source("she", Span(_SHE.start + 2, _SHE.end - 7), "Ilse Marant"),
    _words("claims"),
    Quotation.INDIRECT,
)
DRON = Voice(
    "attributed", _source("Pavel Dron", "Pavel Dron"), _words("said the annexes"), Quotation.MIXED
)
BRASK = Voice(
    "attributed",
    _source("the great Chancellor Brask", "Chancellor Brask"),
    _words("once said"),
    Quotation.DIRECT,
)


def _statement(
    words: str, kind: Kind, worth: float, why: str, voice: Voice = AUTHOR, end: str | None = None
) -> Statement:
    start = span_of(words).start
    last = span_of(end).end if end else span_of(words).end
    text = texts.ARTICLE[start:last]
    return Statement(
        id=f"s{start}",
        span=Span(start, last),
        text=text,
        kind=kind,
        checkworthiness=worth,
        checkable=kind is Kind.CLAIM,
        why=(why,),
        voice=voice,
    )


MET = _statement(
    "The presidents of Velmora", Kind.CLAIM, 0.71, "It names dates and persons.", end="three days."
)
FIRST_TIME = _statement("For the first", Kind.CLAIM, 0.34, "It compares.", end="text in hand.")
TRIUMPH = replace(
    _statement(
        "Let us be honest", Kind.OPINION, 0.12, "It is a judgement.", end="sworn to prevent."
    ),
    loaded=(
        Loaded(span_of("triumph"), "exaggeration", 0.62),
        Loaded(span_of("hirelings of the Straits lobby"), "name calling", 0.91),
    ),
)
FAILED = replace(
    _statement(
        "They failed miserably", Kind.OPINION, 0.08, "It is a judgement.", end="always fail."
    ),
    loaded=(Loaded(span_of("miserably"), None, 0.55),),
)
UNDISPUTED = _statement(
    "The facts are not in dispute.", Kind.OTHER, 0.1, "It says nothing to check."
)
PORT = _statement(
    "The port at Oreth",
    Kind.CLAIM,
    0.93,
    "It gives a number: “4.2 million tonnes”.",
    end="figure of 2018.",
)
LOCK_MONEY = _statement(
    "Parliament in Karsk",
    Kind.CLAIM,
    0.88,
    "It gives a sum: “180 million crowns”.",
    end="new lock.",
)
DRIVERS = _statement(
    "Seven in ten", Kind.CLAIM, 0.81, "It gives a share: “Seven in ten”.", end="compact signed."
)
INITIALLED = _statement(
    "the compact was initialled", Kind.CLAIM, 0.77, "It reports an event.", OFFICIAL, "was let in."
)
ANNEX = replace(
    _statement(
        "There is also a secret",
        Kind.CLAIM,
        0.58,
        "The text says that it is secret.",
        end="published.",
    ),
    checkable=False,
)
HANDS_OVER = _statement(
    "“The compact hands", Kind.CLAIM, 0.69, "It says what a text says.", MARANT, "to Tessaly.”"
)
DISMISSED = _statement(
    "half of his inspectors",
    Kind.FORECAST,
    0.6,
    "It gives a date.",
    MAYOR_VIA_MARANT,
    "by the summer.",
)
DISMISSED = replace(DISMISSED, due=Due("2021-06-01", "2021-08-31", None, "the mayor", "fears"))
NO_ENGINEER = _statement(
    "No Tessalian engineer", Kind.CLAIM, 0.84, "It says never.", MARANT_AGAIN, "of the lock."
)
LYING = replace(
    _statement("She is lying, and she knows it.", Kind.OPINION, 0.2, "It is a judgement."),
    loaded=(Loaded(span_of("lying"), "doubt", 0.7),),
)
CAUTIOUS = _statement(
    "The foreign ministry", Kind.OPINION, 0.2, "It is a judgement.", end="cautious."
)
ANNEXES = _statement("the annexes", Kind.CLAIM, 0.41, "It announces.", DRON, "in May.")
CONVOY = replace(
    _statement(
        "By the autumn of 2021", Kind.FORECAST, 0.66, "It gives a date.", end="customs stamp."
    ),
    due=Due("2021-09-01", "2021-11-30"),
)
TARIFF = replace(
    _statement("If the Straits", Kind.FORECAST, 0.5, "It gives a date.", end="three years."),
    due=Due("open", "2024-03-15", "the Straits lobby does not provoke a crisis"),
)
BRASK_SAYING = _statement(
    "“He who closes", Kind.CLAIM, 0.3, "It is a quotation.", BRASK, "beside it.”"
)
CARVED = _statement("These words", Kind.OPINION, 0.05, "It is a wish.", end="every ministry. 🌊")
