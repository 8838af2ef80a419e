"""Words that say when something is to happen, in English and Russian; `due_more.py` has more.

Tables of expressions, most precise first; `due_dates.py` turns what they match into dates.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.reading.forecasts import due_dates as dates
from secondsource.reading.forecasts.amounts import begins_clause, skip_amounts
from secondsource.reading.forecasts.due_dates import Day, When
from secondsource.reading.forecasts.due_more import MORE, compile_table


@dataclass(frozen=True, slots=True)
class Found:
    """A time, the words that name it, and where in the text they start."""

    when: When
    words: str
    start: int


def find_times(text: str, language: str | None, today: Day | None) -> Iterator[Found]:
    """Every time to come that a sentence names, the most precise expressions first.

    Args:
        text: one sentence.
        language: ISO 639-1; languages without a table are read with the English one.
        today: the day that relative words count from; times that were over then are left out.
    """
    lowered = text.lower()
    for pattern, read in _TABLES.get(language or "en", ENGLISH):
        for match in pattern.find_all(text, lowered):
            when = read(match, today)
            if when is not None and not _is_over(when, today):
                yield Found(when, match.group().strip(), match.start())


def _is_over(when: When, today: Day | None) -> bool:
    if today is None or when.end == dates.OPEN:
        return False
    shared = min(len(today.iso), len(when.end))
    return when.end[:shared] < today.iso[:shared]


_YEAR = r"(?P<year>(?:19|20|21)\d\d)"
_EN_LIMIT = r"(?:(?P<limit>by|before|until|till|through|no later than)\s+)?"
_EN_MONTH = (
    r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|March|Mar\.|April|Apr\.|May|June|July|"
    r"Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_EN_UNIT = r"(?P<unit>hours?|days?|weeks?|months?|years?|decades?)"
_EN_NUMBER = r"(?P<number>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|couple of)"
_EN_RANGE = r"(?:(?:\d{1,3}|two|three|four|five|six|seven|eight|nine)(?: to | or |-|–))?"
"""The lesser number of two: "five to ten years"."""
_EN_DAY = r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b(?!['’]s)"
_EN_PART = r"(?:(?:the )?(?:end|start|beginning|middle) of |early |late |mid[- ]?)"
_EN_VAGUE = (
    r"\b(?:soon|shortly(?! (?:before|after))|eventually|one day|some ?day|sooner or later|"
    r"in (?:the|a) (?:near |foreseeable |distant )?future|(?:in|over) the (?:coming|next few) "
    r"(?:days|weeks|months|years|decades)|in due course|in (?:a few|several) "
    r"(?:days|weeks|months|years))\b"
)
_RU_LIMIT = r"(?:(?P<limit>к|до|не позднее|не позже)\s+)?"
_RU_MONTH = (
    r"(?P<month>январ[яеью]|феврал[яеью]|март[аеу]?|апрел[яеью]|ма[йяею]|июн[яеью]|июл[яеью]|"
    r"август[аеу]?|сентябр[яеью]|октябр[яеью]|ноябр[яеью]|декабр[яеью])"
)
_RU_UNIT = (
    r"(?P<unit>час(?:а|ов)?|дн(?:я|ей)|день|недел[юиь]|недель|месяц(?:а|ев)?|год(?:а|ов)?|лет|"
    r"десятилети[ея])"
)
_RU_NUMBER = (
    r"(?P<number>\d{1,3}|один|одну|одного|два|две|двух|пару|три|тр[её]х|четыре|четыр[её]х|"
    r"пять|пяти|шесть|шести|семь|семи|восемь|восьми|девять|девяти|десять|десяти)"
)
_RU_YEAR = rf"{_YEAR}(?:-?м|-?го|-?му)?\s*(?:году?а?|г\.)"
_RU_DAY = r"(?P<weekday>понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)"
_RU_SEASON = r"(?P<season>весн(?:ой|у|ы|е)|лет(?:ом|о|а|у)|осен(?:ью|ь|и)|зим(?:ой|у|ы|е))"
_RU_VAGUE = (
    r"\b(?:скоро|вскоре|когда-нибудь|рано или поздно|в (?:недал[её]ком |обозримом |ближайшем )?"
    r"будущем|в ближайш(?:ее время|ие (?:дни|недели|месяцы|годы))|со временем|"
    r"через несколько (?:дней|недель|месяцев|лет))\b"
)
_read_english_year = skip_amounts(dates.read_year, "en")
_NAMED_DAY = re.compile(
    r"\b(?:Black|Good|Bloody|Easter|Holy|Maundy|Shrove|Ash|Palm|Cyber|Super|Whit|Giving|[Ll]ast) $"
)
"""What stands before a weekday that is no day to come: "Black Friday", "last Friday"."""
_LONGEST_NAME = 8
_NAMES_GO_ON = re.compile(r" (?!I\b)[A-Z]")
_PAPERS = re.compile(
    r" (?:Times|Mail|Mirror|Telegraph|Express|Herald|Independent|World|Post|Night|Morning Herald)\b"
)


def _read_english_day(match: re.Match[str], today: Day | None) -> When | None:
    """The weekday; None where it is part of a name: "Sunday Times", "Black Friday"."""
    text, start = match.string, match.start()
    if _NAMED_DAY.search(text[max(0, start - _LONGEST_NAME) : match.start("weekday")]):
        return None
    goes_on = _NAMES_GO_ON.match(text, match.end()) and not begins_clause(match)
    return None if goes_on or _PAPERS.match(text, match.end()) else dates.read_weekday(match, today)


ENGLISH = compile_table(
    (
        (
            rf"\b{_EN_LIMIT}(?:on )?(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d)\b",
            dates.read_numbers_only,
        ),
        (
            rf"\b{_EN_LIMIT}(?:on |the )*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_EN_MONTH}"
            rf"(?:,? {_YEAR})?\b",
            dates.read_full_date,
        ),
        (
            rf"\b{_EN_LIMIT}(?:on )?{_EN_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:)"
            rf"(?:,? {_YEAR})?\b",
            dates.read_full_date,
        ),
        (
            r"\b(?:between|from) (?P<first>20\d\d) (?:and|to|until) (?P<last>20\d\d)\b",
            skip_amounts(dates.read_years_between, "en"),
        ),
        (
            rf"\b{_EN_LIMIT}(?:in )?(?:the )?(?P<order>first|second|third|fourth) "
            rf"(?P<part>half|quarter) of {_YEAR}\b",
            dates.read_part_of_year,
        ),
        (
            rf"\b{_EN_LIMIT}(?:in |this |next )?(?:the )?(?:(?P<next>next)|this|coming)? ?"
            rf"\b(?P<season>spring|summer|autumn|fall|winter)(?: of)? {_YEAR}\b",
            dates.read_season,
        ),
        (
            rf"\b{_EN_LIMIT}(?:(?P<next>next )|this |the coming |in the |(?(limit)(?:the )?|(?!)))"
            r"(?P<season>spring|summer|autumn|fall|winter)\b(?! of\b| \d{4})"
            r"(?!(?<=in the fall) (?:in|from)\b)(?P<year>)",
            dates.read_season,
        ),
        (rf"\b{_EN_LIMIT}(?:in |at )?{_EN_PART}?{_EN_MONTH},? {_YEAR}\b", dates.read_month),
        (
            rf"\b{_EN_LIMIT}(?:the )?(?:end of |early |late |mid-)?(?:the )?{_YEAR[:-1]})s\b",
            dates.read_decade,
        ),
        (
            rf"\b(?:from|starting in|starting|beginning in|since) {_YEAR}\b",
            skip_amounts(dates.read_from_year, "en"),
        ),
        (
            rf"\b(?P<limit>by|before|until|till|through) (?:the )?(?:end of |early |late |mid-)?"
            rf"{_YEAR}\b",
            _read_english_year,
        ),
        (
            r"\b(?P<limit>)(?:in|during|for|early|late|mid)[ -](?:the )?"
            rf"(?:end of |early |late |mid-)?{_YEAR}\b",
            _read_english_year,
        ),
        (
            r"\b(?P<limit>by|before) (?:the )?(?P<ending>end of) (?:(?P<next>next)|the|this) "
            r"(?P<unit>week|month|year|decade|century)\b",
            dates.read_named_period,
        ),
        (r"\b(?P<limit>by|before) (?P<unit>year)(?:'s|’s)?[ -]end\b", dates.read_named_period),
        (
            r"\b(?P<ending>at the end of) (?:(?P<next>next)|the|this) "
            r"(?P<unit>week|month|year|decade|century)\b",
            dates.read_named_period,
        ),
        (
            r"\b(?P<limit>within|over|during|in) the (?:next|coming) "
            r"(?P<number>week|month|year|decade)(?P<unit>)\b",
            dates.read_after_a_while,
        ),
        (
            rf"\b{_EN_LIMIT}(?:later )?(?:(?P<next>next)|this) "
            r"(?P<unit>week|month|year|decade|century)\b",
            dates.read_named_period,
        ),
        (
            r"\b(?P<limit>within|(?:in|over|during) the (?:next|coming)) "
            rf"(?:a )?{_EN_RANGE}{_EN_NUMBER} {_EN_UNIT}\b",
            dates.read_after_a_while,
        ),
        (
            rf"\b(?P<limit>)in (?:a )?{_EN_RANGE}{_EN_NUMBER} {_EN_UNIT}(?:(?:'|’) time)?\b",
            dates.read_after_a_while,
        ),
        (
            r"\b(?:(?P<limit>by|before|until|till|no later than) (?:late |early |next |this )?|"
            rf"(?:on |next |this |late on )+)?{_EN_DAY}",
            _read_english_day,
        ),
        (rf"\b{_EN_LIMIT}(?P<near>tomorrow|tonight)\b", dates.read_near_day),
        (
            rf"\b(?:(?P<limit>by|before|until|till)|in|at|this|next) {_EN_PART}?"
            rf"{_EN_MONTH}\b(?!,? \d{{4}})(?P<year>)",
            dates.read_month,
        ),
        (_EN_VAGUE, dates.read_open),
    )
)
_RUSSIAN = compile_table(
    (
        (
            rf"\b{_RU_LIMIT}(?P<day>\d{{1,2}})\.(?P<month>\d\d)\.(?P<year>\d{{4}})\b",
            dates.read_numbers_only,
        ),
        (
            rf"\b{_RU_LIMIT}(?P<day>\d{{1,2}})(?:-?го)? {_RU_MONTH}(?: {_YEAR})?\b",
            dates.read_full_date,
        ),
        (
            r"\b(?:с|в|между) (?P<first>20\d\d) (?:по|до|и) (?P<last>20\d\d)\b",
            skip_amounts(dates.read_years_between, "ru"),
        ),
        (
            rf"\b{_RU_LIMIT}(?:во? )?(?P<order>перв|втор|трет|четв[её]рт)\w+ "
            rf"(?P<part>полугоди|полови|квартал)\w* {_RU_YEAR}",
            dates.read_part_of_year,
        ),
        (
            rf"\b{_RU_LIMIT}(?:(?P<next>следующ\w+)|эт\w+)? ?\b{_RU_SEASON} {_RU_YEAR}",
            dates.read_season,
        ),
        (
            rf"\b{_RU_LIMIT}(?:(?P<next>следующ(?:ей|ую|ее|им|его))|эт(?:ой|у|им|о)) "
            rf"{_RU_SEASON}\b(?P<year>)",
            dates.read_season,
        ),
        (
            r"\b(?P<limit>к|до) (?:(?:конц|начал)[ау] )?(?:(?P<next>следующ\w+|будущ\w+) )?"
            r"(?P<season>весн[еы]|лет[ау]|осени|зим[еы])\b(?P<year>)",
            dates.read_season,
        ),
        (rf"\b{_RU_LIMIT}(?:в )?{_RU_MONTH} {_YEAR}\b", dates.read_month),
        (rf"\bс {_RU_YEAR}", dates.read_from_year),
        (
            rf"\b(?P<limit>к|до)(?: конца| концу| началу| начала| середине)? {_RU_YEAR}",
            dates.read_year,
        ),
        (rf"\b(?P<limit>)(?:в|на)(?: конце| начале| середине)? {_RU_YEAR}", dates.read_year),
        (
            r"\b(?P<limit>до|к) (?P<ending>конц[ау]) (?:(?P<next>следующ\w+)|эт\w+|текущ\w+)? ?"
            r"(?P<unit>года|месяца|недели|десятилетия|века|столетия)\b",
            dates.read_named_period,
        ),
        (
            r"\b(?P<ending>в конце) (?:(?P<next>следующ\w+)|эт\w+|текущ\w+)? ?"
            r"(?P<unit>года|месяца|недели|десятилетия|века|столетия)\b",
            dates.read_named_period,
        ),
        (
            r"\b(?:во?|на) (?:(?P<next>следующ\w+|будущ\w+)|эт\w+|текущ\w+) "
            r"(?P<unit>году|месяце|неделе|десятилетии|веке)\b",
            dates.read_named_period,
        ),
        (
            r"\b(?P<limit>в течение(?: ближайших| следующих)?|(?:в|за) (?:ближайшие|следующие)) "
            rf"{_RU_NUMBER} {_RU_UNIT}\b",
            dates.read_after_a_while,
        ),
        (
            rf"\b(?P<limit>)через {_RU_NUMBER} {_RU_UNIT}\b(?! после| назад)",
            dates.read_after_a_while,
        ),
        (
            r"\b(?P<limit>)через (?P<number>год|месяц|неделю|полгода)(?P<unit>)\b(?! после| назад)",
            dates.read_after_a_while,
        ),
        (
            r"\b(?P<limit>в течение) (?P<number>года|месяца|недели)(?P<unit>)\b",
            dates.read_after_a_while,
        ),
        (rf"\b(?:во?|в следующ(?:ий|ую|ее)) {_RU_DAY}\b", dates.read_weekday),
        (rf"\b{_RU_LIMIT}(?P<near>завтра|послезавтра)\b", dates.read_near_day),
        (
            r"\b(?:(?P<limit>до|к)|в) (?:конц[ауе] |начал[аеу] |середин[еы] )?"
            rf"{_RU_MONTH}\b(?! \d{{4}})(?P<year>)",
            dates.read_month,
        ),
        (_RU_VAGUE, dates.read_open),
    )
)
_TABLES = {"ru": _RUSSIAN, **MORE}
