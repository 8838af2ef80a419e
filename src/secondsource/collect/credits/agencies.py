"""The news agencies that a text may name as its source, as they write themselves."""

import re

from secondsource.article import Span

_AGENCIES = (
    "AP",
    "A.P.",
    "The Associated Press",
    "Associated Press",
    "Reuters",
    "Thomson Reuters",
    "AFP",
    "Agence France-Presse",
    "UPI",
    "United Press International",
    "Bloomberg",
    "DPA",
    "dpa",
    "EFE",
    "ANSA",
    "APA",
    "PTI",
    "IANS",
    "ANI",
    "Xinhua",
    "Kyodo",
    "Kyodo News",
    "Yonhap",
    "Anadolu",
    "Anadolu Agency",
    "PA Media",
    "Press Association",
    "AAP",
    "The Canadian Press",
    "CP",
    "TASS",
    "ITAR-TASS",
    "RIA Novosti",
    "Interfax",
    "Interfax-Ukraine",
    "Ukrinform",
    "UNIAN",
    "BelTA",
    "PAP",
    "CTK",
    "MTI",
    "IRNA",
    "Sputnik",
    "ТАСС",
    "ИТАР-ТАСС",
    "РИА Новости",
    "РИА «Новости»",
    "Интерфакс",
    "ИНТЕРФАКС",
    "dpa-AFX",
    "epd",
    "KNA",
    "Keystone-SDA",
    "Belga",
    "ANP",
    "Europa Press",
    "Polska Agencja Prasowa",
    "Укрінформ",
    "УНІАН",
    "Інтерфакс-Україна",
    "Інтерфакс",
    "Рейтер",
    "Рейтерс",
    "БЕЛТА",
    "БелТА",
    "Белта",
    "Укринформ",
    "УНИАН",
    "Интерфакс-Украина",
    "Казинформ",
    "ПРАЙМ",
    "РАПСИ",
    "АГН «Москва»",
    "Росбалт",
    "REGNUM",
    "ИА REGNUM",
)
_LONGEST_FIRST = sorted(_AGENCIES, key=len, reverse=True)
_NAME = "(?:" + "|".join(map(re.escape, _LONGEST_FIRST)) + ")"
# "по материалам Интерфакса", "за даними Укрінформу"
_ENDING = "(?:(?<=[бвгджзклмнпрстфхцчшщ])(?:а|у|ом|ові|ем|е))?"
# "AFP/Getty" and "Reuters Health" are the same agency with a service of it, "dpa/AFP" are two.
AGENCY = rf"{_NAME}{_ENDING}(?:/(?!{_NAME}(?!\w))(?:[A-Z]\w+|[a-z]{{2,4}}))?(?![\w-])"
_BETWEEN = r"\s*(?:[,;&/]|\b(?:and|und|et|with|avec|y|e|con|и|та|і|й|с|i|oraz)\b)\s*"
_AGENCY_ALONE = re.compile(AGENCY + r"\.?$")
_ARTICLE = "(?:l['’]|(?:Agencia|agencia|Agencja|agencja|Агентство|агентство) )?"
_ONE = re.compile(rf"{_ARTICLE}(?P<name>{AGENCY})")
_GAP = re.compile(_BETWEEN)
_AGENCIES_ALONE = re.compile(rf"{_ARTICLE}{AGENCY}(?:{_BETWEEN}{_ARTICLE}{AGENCY})*\.?$")
_CASE = re.compile(rf"(?P<name>{_NAME}){_ENDING}$")


def is_agency(name: str) -> bool:
    """Whether a name is that of a known news agency, as agencies write it."""
    return _AGENCY_ALONE.match(name) is not None


def find_agencies(text: str, part: Span) -> list[Span]:
    """Where each agency is named in a part of a text that names nothing else; else nothing.

    An ending of its case is left out: "Интерфакс" in "по материалам Интерфакса".
    """
    if not _AGENCIES_ALONE.match(text[part.start : part.end]):
        return []
    found: list[Span] = []
    position = part.start
    while agency := _ONE.match(text, position, part.end):
        found.append(cut_ending(text, Span(*agency.span("name"))))
        gap = _GAP.match(text, agency.end(), part.end)
        position = gap.end() if gap else part.end
    return found


def cut_ending(text: str, name: Span) -> Span:
    """An agency's name without the ending of its case."""
    found = _CASE.match(name.of(text))
    return Span(name.start, name.start + found.end("name")) if found else name
