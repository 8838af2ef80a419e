"""What a heading of a Wikiquote page says of the quotations under it, in several languages."""

import re
from enum import Enum

from secondsource.factcheck.entry import Section


class Skipped(Enum):
    """A section that has no quotations of the page's person."""

    SKIPPED = "skipped"


# Tried in this order. Written by hand after the headings that pages of en, de and ru use. A year at
# the end and an article at the beginning belong to the title of a work ("About Looking (1980)").
_PATTERNS: tuple[tuple[Section | Skipped | None, str], ...] = (
    (
        Skipped.SKIPPED,
        r"(?:quotes|quotations|sayings) (?:about|regarding|on) |"
        r"zitate (?:mit bezug )?(?:auf|über) |^цитаты о|высказывания о|citations sur",
    ),
    (
        None,
        r"\((?:[^()]*\D)?\d{3,4}(?:\D[^()]*)?\)$|"
        r"^(?:the|an?|der|die|das|eine?|les?|la|une?|el|los|las) ",
    ),
    (
        Skipped.SKIPPED,
        r"^about |^über |^о[б]?[её]? [А-ЯЁа-яё]|^sobre |"
        r"external links|see also|^references|^notes$|^footnotes|^bibliography|^sources$|"
        r"weblinks|siehe auch|einzelnachweise|^quellen$|^anmerkungen|"
        r"^literatur(?:angaben|hinweise|verzeichnis)?$|"
        r"^ссылки|^примечания|^см\. также|^источники$|^литература$|voir aussi|liens externes|"
        r"^cast(?: and crew| list)?$|^dialogues?$|^taglines|enlaces externos|véase también",
    ),
    (
        Section.MISATTRIBUTED,
        r"misattribut|falsely attributed|wrongly attributed|incorrectly attributed|"
        r"fälschlich|falsch zugeschrieben|(?:ошибочн|ложн|неверн)\w* (?:приписыва|атрибу)|"
        r"mal attribu|attribuée?s? à tort|mal atribuid|fałszyw",
    ),
    (
        Section.DISPUTED,
        r"disputed|dubious|doubtful|apocryphal|umstritten|zweifelhaft|"
        r"спорн|сомнительн|недостоверн|contesté|dudos|discutid",
    ),
    (
        Section.ATTRIBUTED,
        r"attributed|unsourced|unverified|zugeschrieben|ohne quelle|"
        r"приписыва|без источник|attribuée?s?|sans source|atribuid|sin fuente",
    ),
    (
        Section.SOURCED,
        r"^quotes$|^quotations$|^sourced|überprüft|zitate mit quellenangabe|^zitate$|"
        r"^цитаты|с источником|^citations|^citas|^cytaty",
    ),
)
_COMPILED = tuple((section, re.compile(pattern, re.I)) for section, pattern in _PATTERNS)


def read_heading(heading: str) -> Section | Skipped | None:
    """What a heading says of its quotations; None for one that names a work, a year, a topic."""
    plain = heading.strip()[:200]
    for section, pattern in _COMPILED:
        if pattern.search(plain):
            return section
    return None
