"""The news agencies that a text may name as its source, as they write themselves."""

import re

AGENCIES = (
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
_LONGEST_FIRST = sorted(AGENCIES, key=len, reverse=True)
# "AFP/Getty" and "Reuters Health" are the same agency with a service of it.
AGENCY = "(?:" + "|".join(map(re.escape, _LONGEST_FIRST)) + r")(?:/[A-Z]\w+)?(?![\w-])"
_AGENCY_ALONE = re.compile(AGENCY + r"\.?$")


def is_agency(name: str) -> bool:
    """Whether a name is that of a known news agency, as agencies write it."""
    return _AGENCY_ALONE.match(name) is not None
