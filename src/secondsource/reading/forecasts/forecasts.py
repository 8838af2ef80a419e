"""Which sentences look ahead, and when what they say comes due.

Rules over the words, in English and Russian. They were written against our own examples and
looked over on news texts; no corpus of forecasts was at hand, so there is no figure for them.
"""

import re
from dataclasses import dataclass

from secondsource.reading.forecasts.due_dates import OPEN, When, read_day
from secondsource.reading.forecasts.due_words import Found, find_all
from secondsource.reading.statement import Due, Voice

_NOUN_WILL = (
    r"(?<!\bthe )(?<!\ba )(?<!\bhis )(?<!\bher )(?<!\btheir )(?<!\bits )(?<!\bour )(?<!\bmy )"
    r"(?<!\bpolitical )(?<!\bfree )(?<!\bgood )(?<!\bill )(?<!\bpopular )(?<!\bthis iron )"
    r"(?<!people's )(?<!people’s )(?<!\bown )(?<!\bat )(?<!\bstrong )"
)
_EN_SURE = re.compile(
    rf"{_NOUN_WILL}\bwill\b(?! (?:of (?!course)|to\b|and testament|power))|\w(?:'|’)ll\b|"
    r"\bwon(?:'|’)t\b|\bshall\b|"
    r"\b(?:am|is|are|'s|’s|'re|’re|'m|’m)(?: not| now| still| also| never)? going to "
    r"(?!the\b|a\b|an\b|my\b|his\b|her\b|their\b|our\b|school\b|work\b|bed\b|[A-Z])(?=[a-z])|"
    r"\b(?:is|are|'s|’s|'re|’re|has been|have been)(?: (?!not\b)\w+)? (?:expected|likely|unlikely|"
    r"set|bound|scheduled|forecast|predicted|projected|slated|poised|about|certain|sure) to\b|"
    r"\b(?:expects?|predicts?|forecasts?|foresees?|anticipates?)\b.{1,80}\bto\b|"
    r"\b(?:still|lies?|lay) ahead\b"
)
_EN_WITH_DATE = re.compile(
    r"\b(?:may|might|could|opens|begins|starts|ends|closes|expires|meets|takes effect|"
    r"takes place|comes into force|(?:plans?|planned|intends?|aims?|hopes?|promises?|"
    r"promised|vows?|vowed|pledges?|pledged|agreed|wants?|due|scheduled) to)\b"
)
_EN_REPORTED = re.compile(r"\bwould\b(?! have\b)")
_RU_SURE = re.compile(
    r"\b(?:буд(?:ет|ут|у|ем|ете|ешь)|ожидается|ожидаются|прогнозиру(?:ет|ют|ется)|предстоит|"
    r"стан(?:ет|ут)|начн[её]тся|начн(?:[её]т|ут)|начнутся|смо(?:жет|гут)|прид(?:[её]т|ут)|"
    r"прид[её]тся|получ(?:ит|ат)|постро(?:ит|ят)|откро(?:ет|ют)(?:ся)?|законч(?:ит|ат)(?:ся)?|"
    r"произойд(?:[её]т|ут)|привед(?:[её]т|ут)|вый?д(?:ет|ут)|пойд(?:[её]т|ут)|останется|"
    r"появ(?:ит|ят)ся|вступ(?:ит|ят)|пройд(?:[её]т|ут)|состо(?:ит|ят)ся|верн(?:[её]т|ут)ся|"
    r"увелич(?:ит|ат)ся|сниз(?:ит|ят)ся|вырас(?:тет|тут)|упад(?:[её]т|ут)|сократ(?:ит|ят)ся|"
    r"заверш(?:ит|ат)(?:ся)?|подпиш(?:ет|ут)|рассмотр(?:ит|ят)|продолж(?:ит|ат)(?:ся)?|"
    r"потребу(?:ет|ют)(?:ся)?|позвол(?:ит|ят)|окаж(?:ет|ут)ся)\b",
    re.IGNORECASE,
)
_RU_WITH_DATE = re.compile(
    r"\b(?!говорит|сообща|отмеча|рассказыва|утвержда|означа|указыва|счита|заявля|пишет|институт|маршрут|минут|дебют|салют|статут)"
    r"[а-яё]{2,}(?:[уюя]т|[ауюяеи]тся|ует|[её]т|ит)\b(?<!совет)(?<!ответ)(?<!комитет)"
    r"(?<!бюджет)(?<!интернет)(?<!кредит)(?<!предмет)(?<!кабинет)(?<!лимит)(?<!университет)"
    r"(?<!билет)"
)
_RU_PAST = re.compile(
    r"\b(?!\w*(?:канал|териал|питал|инал|онал|урнал|артал|филиал|дмирал|енерал|игнал|нциал|ортал))"
    r"(?!начал[оа]\b)[а-яё]{2,}[аяеиуы]л(?:[аои]|ась|ось|ись|ся)?\b"
)

_DAY_NAME = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|tonight|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|"
    r"Oct|Nov|Dec|январ|феврал|март|апрел|ма[йяе]\b|июн|июл|август|сентябр|октябр|ноябр|декабр|"
    r"понедельник|вторник|сред[уы]|четверг|пятниц|суббот|воскресень)"
)
_TOLD = re.compile(
    r"[”»\"]|''|\b(?:said|told|announced|reported|added|wrote|stated|warned|confirmed|tweeted|"
    r"spoke|speaking|made|put|posted|interview|statement|сказал\w*|заявил\w*|сообщил\w*|"
    r"рассказал\w*|написал\w*|объявил\w*)\b"
)
_EN_CONDITION = re.compile(
    r"(?<!\bas )(?<!\beven )(?<!\bwhat )(?<!\basked )(?<!\bsee )(?<!\bwonder )(?<!\bknow )"
    r"\b(?:only if|if|unless|provided(?: that)?|as long as|on condition that|in the event)\b"
    r" (?!not\b|any\b|so\b)[^,;:.!?]{4,160}",
    re.IGNORECASE,
)
_RU_CONDITION = re.compile(
    r"(?<!\bдаже )\b(?:если\b(?! не [а-я]+,)|при условии,? что|в случае)\b [^,;:.!?]{4,160}",
    re.IGNORECASE,
)
_EN_CERTAINTY = re.compile(
    r"\b(?:certainly|undoubtedly|no doubt|surely|definitely|inevitably|inevitable|certain to|"
    r"sure to|bound to|by all means|probably|unlikely|likely|possibly|perhaps|maybe|may|might|"
    r"could|expected|expects?|predicts?|hopes|promise[sd]?|pledge[sd]?|vow(?:s|ed))\b"
)
_RU_CERTAINTY = re.compile(
    r"\b(?:непременно|обязательно|безусловно|несомненно|неизбежно|наверняка|вероятно|"
    r"скорее всего|возможно|видимо|похоже|мо(?:жет|гут)|ожида(?:ется|ются|ет|ют)|обеща(?:ет|ют))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Forecast:
    """A sentence that looks ahead: the words that show it, and the time that it names."""

    marker: str
    when: When | None


def find_forecast(
    text: str, language: str | None, published: str | None, reported: bool
) -> Forecast | None:
    """What makes a sentence a forecast, or None when it is none.

    Args:
        text: one sentence.
        language: ISO 639-1; only "en" and "ru" have rules, others give None.
        published: ISO date of the article.
        reported: whether the sentence is attributed, so that "would" may stand for "will".
    """
    if language not in ("en", "ru") or text.rstrip(" \"'”’»)").endswith("?"):
        return None
    sure = (_RU_SURE if language == "ru" else _EN_SURE).search(text)
    if sure is not None:
        return Forecast(_shown(sure), _when_around(text, sure.start(), language, published))
    return _dated_forecast(text, language, published, reported) or _later_year(
        text, language, published
    )


def _later_year(text: str, language: str, published: str | None) -> Forecast | None:
    """A year after that of publication makes a forecast of a sentence in any tense."""
    today = read_day(published)
    if today is None:
        return None
    for found in find_all(text, language, published):
        later = found.when.end[:4] > f"{today.year:04}" and found.when.end != OPEN
        if later and found.when.end[:4] in found.words:
            return Forecast(found.words, found.when)
    return None


def _dated_forecast(
    text: str, language: str, published: str | None, reported: bool
) -> Forecast | None:
    """Words that look ahead only together with a time to come: "may", "plans to", "would".

    A Russian sentence with a verb of the past tells a story, where "a week later" is over.
    """
    if language == "ru" and _RU_PAST.search(text):
        return None
    weak = (_RU_WITH_DATE if language == "ru" else _EN_WITH_DATE).search(text)
    if weak is None and reported and language == "en":
        weak = _EN_REPORTED.search(text)
    if weak is None:
        return None
    when = _when_around(text, weak.start(), language, published)
    if when is None or when.end == OPEN or not _is_ahead(when, published, language):
        return None
    return Forecast(_shown(weak), when)


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
    is_russian = language == "ru"
    condition = (_RU_CONDITION if is_russian else _EN_CONDITION).search(text)
    certainty = (_RU_CERTAINTY if is_russian else _EN_CERTAINTY).search(text)
    when = forecast.when or When(OPEN, OPEN)
    return Due(
        start=when.start,
        end=when.end,
        condition=condition.group().strip(" \"'”’»)") if condition else None,
        holder=_holder(voice),
        certainty=certainty.group() if certainty else None,
    )


def _holder(voice: Voice) -> str | None:
    return (voice.source.entity or voice.source.text) if voice.source else None


def _when_around(text: str, marker: int, language: str, published: str | None) -> When | None:
    """The time named after the words that look ahead, else the one named before them."""
    times = sorted(find_all(text, language, published), key=lambda found: found.start < marker)
    usable = [found.when for found in times if not _is_day_of_telling(text, marker, found)]
    return next((when for when in usable if when.end != OPEN), usable[0] if usable else None)


def _is_day_of_telling(text: str, marker: int, found: Found) -> bool:
    """Whether a time without a year says when it was told: "he said on Monday".

    In a Russian sentence with a verb of the past that is taken of any such time.
    """
    if _RU_PAST.search(text):
        return not re.search(r"\d{4}", found.words)
    if not _DAY_NAME.search(found.words) or re.search(r"\d{4}", found.words):
        return False
    if found.start >= marker:
        return bool(_TOLD.search(text, marker, found.start))
    return bool(text[: found.start].strip()) or bool(_TOLD.search(text, found.start, marker))


def _is_ahead(when: When, published: str | None, language: str) -> bool:
    """Whether a time lies wholly or partly after publication, as far as that is known.

    Within the period of publication ("this year") English words such as "plans" look ahead
    by themselves; Russian verbs may be of the present, and need a limit ("до конца года").
    """
    today = read_day(published)
    if today is None:
        return False
    begun = _is_same_or_before(when.start, today.iso) and when.start != today.iso
    return _is_same_or_before(today.iso, when.end) and (language == "en" or not begun)


def _is_same_or_before(left: str, right: str) -> bool:
    """Whether one ISO date is not after another, compared as precisely as both are known."""
    shared = min(len(left), len(right))
    return left[:shared] <= right[:shared]


def _shown(match: re.Match[str]) -> str:
    return " ".join(match.group().split())
