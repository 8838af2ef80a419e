"""Which sentences look ahead, and when what they say comes due.

Rules over the words of one sentence; the tables are in `markers.py`, `sureness.py` and
`due_words.py`. What counts as a forecast, and how well it is told, is in docs/forecasts.md.
"""

import re
from dataclasses import dataclass, replace

from secondsource.article import Span
from secondsource.reading.forecasts.due_dates import OPEN, Day, When, read_day
from secondsource.reading.forecasts.due_words import Found, find_times
from secondsource.reading.forecasts.markers import (
    HINT,
    LANGUAGES,
    Marker,
    Needs,
    find_markers,
    is_habit,
)
from secondsource.reading.forecasts.said import find_quoted, find_told, names_past_year
from secondsource.reading.forecasts.sureness import find_certainty, find_condition
from secondsource.reading.statement import Due, Voice
from secondsource.sentences import LONGEST_READ

_RU_PAST = re.compile(
    r"\b(?!\w*(?:канал|териал|питал|инал|онал|урнал|артал|филиал|дмирал|енерал|игнал|нциал|ортал))"
    r"(?!начал[оа]\b)[а-яё]{2,}[аяеиуы]л(?:[аои]|ась|ось|ись|ся)?\b"
)
_RU_FUTURE_OF_PAST = re.compile(
    r"\b(?:позже|впоследствии|потом)(?: \w+){0,2} (?:стан|буд|смо|получ|прид)\w*|"
    r"\b(?:казалось|планировалось|предполагалось|ожидалось|собирал\w+)\b",
    re.IGNORECASE,
)
_RU_CLAUSE = re.compile(r", (?:что|чтобы) |: ")
_RU_TAG = re.compile(
    r"(?:^|, |[—–-] )(?:как |о ч[её]м |об этом )?(?:ранее |также )?"
    r"(?:(?:заяв|сообщ|объяв|подтверд|предупред|уточн|поясн|объясн|напомн|добав|замет|отмет|ответ|"
    r"завер|допуст|предполож|оцен|заключ|говор|посул|поруч)и|"
    r"(?:подчеркну|упомяну|сказа|рассказа|предсказа|написа|указа|призна|переда|обеща|пообеща|"
    r"анонсирова|прогнозирова|спрогнозирова|констатирова|утвержда|сообща|отмеча|счита|писа))"
    r"л(?:[аи]|о|ась|ось|ись|ся)?\b[^,]*,?"
)
"""Who says it, beside what is said: «…, заявил мэр Иван Олин», «как сообщила газета, …»."""
_FOUR_DIGITS = re.compile(r"(?=([0-9]{4}))")
_NAMES_EVENT = re.compile(r"in the \d")
"""The name of something, and no time: "in the 2016 race"."""
_RU_GENERAL = re.compile(r"\bесли \w+ть(?:ся)?\b", re.IGNORECASE)
"""A rule and no forecast: "if one calls this number, the secretary will answer"."""
_SOON = re.compile(r"\w+ (?:not )?(?:still|yet|soon|one day|eventually)\b")
_UNREAL = re.compile(r"\b(?:had|were|was|would|could have)\b")
_DAY_NAME = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|tonight|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|"
    r"Oct|Nov|Dec|январ|феврал|март|апрел|ма[йяе]\b|июн|июл|август|сентябр|октябр|ноябр|декабр|"
    r"понедельник|вторник|сред[уы]|четверг|пятниц|суббот|воскресень)"
)
_LIMIT = re.compile(r"(?:by|until|till|no later than|к|до|не поздн?ее) ", re.IGNORECASE)
_NOW = re.compile(r"(?:во?|на) эт", re.IGNORECASE)
_TOLD = re.compile(
    r"[”»\"]|''|(?<!\bbe )\b(?:said|told|announced|reported|added|wrote|stated|warned|confirmed|"
    r"tweeted|spoke|speaking|made|put|posted|interview|statement|сказал\w*|заявил\w*|сообщил\w*|"
    r"рассказал\w*|написал\w*|объявил\w*)\b"
)
_CLAUSE = re.compile(r"[,;:–—] (?:but|and|or|но|а|и|однако)? ?")


@dataclass(frozen=True, slots=True)
class Forecast:
    """A sentence that looks ahead: the words that show it, where, and the time that it names."""

    marker: str
    when: When | None
    start: int = 0


@dataclass(frozen=True, slots=True)
class _Scope:
    """The stretch of a sentence that is read with its marker, and the day it is counted from."""

    text: str
    language: str
    span: Span
    today: Day | None
    quoted: bool
    old: bool

    @property
    def words(self) -> str:
        return self.span.of(self.text)


def find_forecast(
    text: str, language: str | None, published: str | None, reported: bool
) -> Forecast | None:
    """What makes a sentence a forecast, or None when it is none.

    Args:
        text: one sentence; one of more than `LONGEST_READ` code points is not read.
        language: ISO 639-1; those without a table in `markers.py` give None.
        published: ISO date of the article.
        reported: whether the sentence is attributed, so that "would" may stand for "will".
    """
    asks = text.rstrip(" \"'”’»)").endswith("?")
    if language not in LANGUAGES or asks or len(text) > LONGEST_READ:
        return None
    for marker in find_markers(text, language or "", reported):
        scope = _find_scope(text, language or "", published, marker.start)
        if forecast := _weigh(scope, marker, published):
            return forecast
    return _later_year(text, language or "", published)


def _find_scope(text: str, language: str, published: str | None, marker: int) -> _Scope:
    whole = _Scope(text, language, Span(0, len(text)), read_day(published), False, False)
    if quoted := find_quoted(text, marker):
        told = find_told(text, quoted, published)
        today = told.day if told else whole.today
        return replace(whole, span=quoted, today=today, quoted=True, old=told is not None)
    return replace(whole, span=_find_russian_clause(text, marker)) if language == "ru" else whole


def _find_russian_clause(text: str, marker: int) -> Span:
    """What is said around a marker, without who says it before or after."""
    tags = [tag.span() for tag in _RU_TAG.finditer(text)]
    starts = [m.end() for m in _RU_CLAUSE.finditer(text, 0, marker)]
    starts += [end for _, end in tags if end <= marker]
    ends = [start for start, _ in tags if start > marker]
    return Span(max(starts, default=0), min(ends, default=len(text)))


def _weigh(scope: _Scope, marker: Marker, published: str | None) -> Forecast | None:
    """The forecast that the marker makes where it has what it needs."""
    if not scope.quoted and _is_future_of_past(scope, marker, published):
        return None
    when = _when_around(scope, marker.start)
    if marker.needs is Needs.NOTHING:
        told = when is None and is_habit(scope.words)
        return None if told else Forecast(marker.words, when, marker.start)
    if scope.language == "ru" and _RU_PAST.search(scope.words):
        return None
    if marker.needs is Needs.HINT:
        hinted = (when is not None and not _is_dated(when)) or _has_hint(scope, marker)
        hinted = hinted or (scope.language == "ru" and when is not None)
        return Forecast(marker.words, when, marker.start) if hinted else None
    if when is None or not _is_dated(when) or not (scope.old or _is_ahead(when, scope)):
        return None
    return Forecast(marker.words, when, marker.start)


def _is_future_of_past(scope: _Scope, marker: Marker, published: str | None) -> bool:
    """Whether what looks ahead did so in the past: "In 2014 he promised to leave"."""
    if scope.language == "ru" and _RU_FUTURE_OF_PAST.search(scope.text):
        return True
    return marker.needs is not Needs.NOTHING and names_past_year(scope.text, published)


def _has_hint(scope: _Scope, marker: Marker) -> bool:
    """Whether a weak marker has a condition or a word such as "soon" by it."""
    if scope.language != "en":
        return bool(HINT.search(scope.words)) and not _RU_GENERAL.search(scope.words)
    condition = find_condition(scope.words, "en")
    if condition and _UNREAL.search(condition):
        return False
    return bool(condition) or bool(_SOON.match(scope.text, marker.start))


def _is_dated(when: When) -> bool:
    return when.end != OPEN or when.start != OPEN


def _later_year(text: str, language: str, published: str | None) -> Forecast | None:
    """A year after that of publication makes a forecast of a sentence in any tense."""
    today = read_day(published)
    if today is None or max(_FOUR_DIGITS.findall(text), default="") <= f"{today.year:04}":
        return None
    if _RU_FUTURE_OF_PAST.search(text):
        return None
    for found in find_times(text, language, today):
        later = found.when.end[:4] > f"{today.year:04}" and found.when.end != OPEN
        if later and found.when.end[:4] in found.words and not _NAMES_EVENT.match(found.words):
            return Forecast(found.words, found.when, found.start)
    return None


def read_due(text: str, language: str | None, forecast: Forecast, voice: Voice) -> Due:
    """When a forecast comes due, on what condition, and who holds it how surely.

    Args:
        text: the sentence.
        language: ISO 639-1.
        forecast: what `find_forecast` found in it.
        voice: who asserts it; the author of the article is given as no holder.

    Returns:
        Dates as precise as the text ("2020" when it says only the year), "open" when it names
        none or none that can be known. For "by 2020" the start is the day of publication.
    """
    breaks = [m.end() for m in _CLAUSE.finditer(text, 0, forecast.start)]
    certainty, likelihood = find_certainty(text, language or "", breaks[-1] if breaks else 0)
    when = forecast.when or When(OPEN, OPEN)
    return Due(
        start=when.start,
        end=when.end,
        condition=find_condition(text, language or ""),
        holder=_holder(voice),
        certainty=certainty,
        likelihood=likelihood,
    )


def _holder(voice: Voice) -> str | None:
    return (voice.source.entity or voice.source.text) if voice.source else None


def _when_around(scope: _Scope, marker: int) -> When | None:
    """The time named after the words that look ahead, else the one named before them."""
    times = [t for t in find_times(scope.text, scope.language, scope.today) if _is_near(scope, t)]
    times.sort(key=lambda found: found.start < marker)
    usable = [found.when for found in times if not _is_day_of_telling(scope, marker, found)]
    return next((when for when in usable if _is_dated(when)), usable[0] if usable else None)


def _is_near(scope: _Scope, found: Found) -> bool:
    """Whether a time stands in the stretch that is read; with a year it may stand elsewhere."""
    inside = scope.span.start <= found.start < scope.span.end
    return inside or (not scope.quoted and bool(re.search(r"\d{4}", found.words)))


def _is_day_of_telling(scope: _Scope, marker: int, found: Found) -> bool:
    """Whether a time without a year says when it was told: "he said on Monday".

    In a Russian sentence with a verb of the past that is taken of any day, month or "this year".
    """
    if scope.quoted:
        return False
    if _LIMIT.match(found.words):
        return False
    if _RU_PAST.search(scope.words):
        dated = re.search(r"\d{4}", found.words)
        return dated is None and bool(_DAY_NAME.search(found.words) or _NOW.match(found.words))
    if not _DAY_NAME.search(found.words) or re.search(r"\d{4}", found.words):
        return False
    text = scope.text
    if found.start >= marker:
        return bool(_TOLD.search(text, marker, found.start))
    return bool(text[: found.start].strip()) or bool(_TOLD.search(text, found.start, marker))


def _is_ahead(when: When, scope: _Scope) -> bool:
    """Whether a time lies wholly or partly after publication, as far as that is known.

    Within the period of publication ("this year") English words such as "plans" look ahead
    by themselves; Russian verbs may be of the present, and need a limit ("до конца года").
    """
    today = scope.today
    if today is None:
        return False
    if when.end == OPEN:
        return not _is_same_or_before(when.start, today.iso)
    begun = _is_same_or_before(when.start, today.iso) and when.start != today.iso
    return _is_same_or_before(today.iso, when.end) and (scope.language != "ru" or not begun)


def _is_same_or_before(left: str, right: str) -> bool:
    """Whether one ISO date is not after another, compared as precisely as both are known."""
    shared = min(len(left), len(right))
    return left[:shared] <= right[:shared]
