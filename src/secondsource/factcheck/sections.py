"""What a heading of a Wikiquote page says of the quotations under it, in several languages."""

import re
from enum import Enum

from secondsource.factcheck.entry import Section


class Skipped(Enum):
    """A section that has no quotations of the page's person."""

    SKIPPED = "skipped"


# Tried in this order. Written by hand after the headings that pages of en, de, ru, fr, es, pl and
# uk use. A year at the end and an article at the beginning belong to the title of a work ("About
# Looking (1980)", "Sur la route, 1957"). What begins with "about" is left out even where it may be
# a topic of the person's own: to lose a saying is better than to credit another's.
_PATTERNS: tuple[tuple[Section | Skipped | None, str], ...] = (
    (
        Skipped.SKIPPED,
        r"(?:quotes|quotations|sayings|others)(?: (?:by|of|from) others)? (?:about|regarding|on)\b|"
        r"(?:zitate|aussagen|äußerungen|stimmen|urteile) (?:mit bezug )?(?:auf|über) |"
        r"^(?:цитаты|отзывы) об? |высказывания об? |современники об? |"
        r"citations sur|(?:citas|frases) sobre|(?:cytaty|wypowiedzi|opinie|inni) o |"
        r"(?:цитати|вислови|висловлювання|відгуки) про ",
    ),
    (
        None,
        r"\((?:[^()]*\D)?\d{3,4}(?:\D[^()]*)?\)$|,\s*(?:1\d{3}|20\d\d)$|"
        r"^(?:the|an?|der|die|das|eine?|les?|la|une?|el|los|las) |"
        r"^(?:about (?:him|her|my|your|them)sel(?:f|ves)|über sich|"
        r"sur (?:lui|elle|soi|moi)[- ]même|sobre (?:sí|mí) mism[oa]|o (?:sobie|siebie)|"
        r"(?:о|про) себ[ея])\b",
    ),
    (
        Skipped.SKIPPED,
        r"^about\b|^über |^обо? \w|^о \w|^про \w|^sobre |^acerca de |^sur |^[àa] propos d|"
        r"^au sujet d|"
        # Polish, by the case that "o" asks for: "O Lemie", and no "O Captain! My Captain!".
        r"^o (?:nim|niej|nich|[^\W\d_][\w-]*(?:[eiuyj]|[iy]m|ch)(?: [^\W\d_][\w-]*)*)$|"
        r"external links|see also|^further reading|^references|^notes$|^footnotes|^bibliogra|"
        r"^sources$|weblinks|siehe auch|einzelnachweise|^quellen$|^anmerkungen|"
        r"^literatur(?:angaben|hinweise|verzeichnis)?$|^ссылки|^примечания|^см\. также|"
        r"^источники$|^литература$|^библиография|voir aussi|^liens (?:externes|vers)|"
        r"^(?:notes et )?références$|^cast(?: and crew| list)?$|^dialogues?$|^taglines|"
        r"enlaces externos|véase también|^referencias$|^notas$|^fuentes$|^zobacz też|^przypisy$|"
        r"^linki zewn|^źródła$|^посилання|^примітки|^див\. (?:також|ще)|^джерела$|^література$",
    ),
    (
        Section.MISATTRIBUTED,
        r"misattribut|misquot|(?:falsely|wrongly|incorrectly|erroneously|mistakenly) attributed|"
        r"fälschlich|falsch zugeschrieben|(?:irrtümlich|zu unrecht) zugeschrieben|"
        r"fehlzuschreibung|falschzitat|falsche zitate|"
        r"(?:ошибочн|ложн|неверн|неправильн)\w* (?:приписа|приписыва|атрибу)|"
        r"(?:приписа|приписыва)\w* (?:ошибочно|ложно|неверно)|иска[жз]\w+ цитат|"
        r"(?:помилков|хибн|неправильн|невірн)\w* (?:припис|атрибу)|"
        r"приписув\w* (?:помилково|хибно)|"
        r"(?:mal|faussement|erronément|incorrectement) attribu|attribuée?s? (?:à tort|faussement)|"
        r"attributions? (?:erronée|fausse)|fausses? (?:attribution|citation)|"
        r"(?:mal|erróneamente|falsamente|incorrectamente) atribuid|"
        r"atribuid\w+ (?:erróneamente|falsamente|incorrectamente|por error)|"
        r"atribuci\w+ (?:errónea|falsa|incorrecta)|citas? falsas?|"
        r"fałszyw|(?:błędn|myln|niesłuszn|nieprawidłow)\w* przypis|"
        r"przypis\w+ (?:błędnie|mylnie|niesłusznie)",
    ),
    (
        Section.DISPUTED,
        r"disputed|dubious|doubtful|^questionable|^contested$|apocryph|apócrif|apokryf|апокриф|"
        r"umstritten|strittig|zweifelhaft|спорн|сомнительн|недостоверн|спірн|сумнівн|недостовірн|"
        r"contesté|douteu|dudos|discutid|wątpliw|^sporne",
    ),
    (
        Section.ATTRIBUTED,
        r"attribut(?:ed|ions?)\b|unsourced|unverified|unconfirmed|without sources?|"
        r"zugeschrieben|ohne (?:quelle|beleg|nachweis)|unbelegt|ungeprüft|"
        r"nicht (?:überprüft|belegt|gesichert|nachgewiesen)|"
        r"приписыва|приписан|без источник|непроверенн|неподтвержд|"
        r"приписув|без джерел|неперевірен|непідтвердж|"
        r"attribuée?s?|sans (?:source|référence)|non (?:sourcé|vérifié)|"
        r"atribuid|sin (?:fuente|verificar|referencia)|przypisywan|bez źród|niepotwierdz|niezweryf",
    ),
    (
        Section.SOURCED,
        r"^quotes$|^quotations$|^sourced|^verified|überprüft|zitate mit quellenangabe|^zitate$|"
        r"^belegt|^цитаты|с источником|^проверенные|^citations?|^citas|^verificadas|^cytaty|"
        r"^wypowiedzi$|^цитати|^вислов",
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
