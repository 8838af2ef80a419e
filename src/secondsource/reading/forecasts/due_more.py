"""Words that say when something is to happen in German, French, Spanish, Polish and Ukrainian.

Only the commonest: years, months with a year, full dates, "next year", "in three years", "in
the next three years", "by the end of the year", "soon". Weekdays, seasons, quarters and decades
are not read in these languages.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from secondsource.reading.forecasts import due_dates as dates
from secondsource.reading.forecasts.amounts import Reader, skip_amounts
from secondsource.reading.lowered import QuickPattern, quicken

Table = tuple[tuple[QuickPattern, Reader], ...]


@dataclass(frozen=True, slots=True)
class _Words:
    """The parts of one language's expressions, as patterns.

    `limit` is what makes a time the last moment ("bis"), `at` what names the moment itself,
    `ends` the end of a year or month, `coming` what stands before "five years" or, with
    `comes` after the number, around it.
    """

    limit: str
    at: str
    year_after: str
    months: str
    after: str
    numbers: str
    units: str
    next_one: str
    ends: str
    coming: str
    soon: str
    comes: str = ""


_WORDS = {
    "de": _Words(
        limit="bis|bis zum|vor|spätestens",
        at="im Jahr|im Jahre|am|im|Ende|Anfang|Mitte|Frühjahr|Sommer|Herbst|Winter",
        year_after="",
        months="Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember",
        after="in|innerhalb von",
        numbers="einem|einer|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn",
        units="Tagen?|Wochen?|Monate?n?|Jahre?n?|Jahrzehnten?",
        next_one="(?:im |in der )?(?:nächste|kommende)[nsr]? (?P<unit>Jahr|Monat|Woche)",
        ends=(
            r"(?:zum |am |gegen )?(?P<ending>Ende (?:des |dieses )?|(?=(?:Jahres|Monats)ende))"
            r"(?P<next>(?:nächsten|kommenden) )?"
            r"(?P<unit>Jahrzehnt|Jahrhundert|Jahr|Monat)e?s(?:ende)?"
        ),
        coming="(?:in|während|innerhalb) de[nr] (?:nächsten|kommenden)",
        soon="bald|demnächst|künftig|in Kürze|eines Tages|früher oder später",
    ),
    "fr": _Words(
        limit="d['’]ici(?: à)?|avant|jusqu['’](?:en|au)|au plus tard en",
        at="en l['’]an|en|le|dès|fin|début|courant",
        year_after="",
        months="janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
        after="dans|d['’]ici(?: à)?",
        numbers="une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix",
        units="jours?|semaines?|mois|ans?|années?",
        next_one="(?:l['’]|la |le )?(?P<unit>année|an|mois|semaine) prochaine?",
        ends=(
            r"(?:à |vers )?(?P<ending>(?:la )?fin (?:de |du |d['’])?)(?:l['’]|cette |ce )?"
            r"(?P<unit>année|mois|siècle|décennie)(?P<next> prochaine?)?(?! derni| pass| \d)"
        ),
        coming="dans les|(?:au cours|d['’]ici la fin) des|durant les|pendant les",
        comes=r" prochaine?s",
        soon="bientôt|un jour|prochainement|tôt ou tard",
    ),
    "es": _Words(
        limit="antes del?|para|hasta|a más tardar en",
        at="en el año|el año|en|el|a finales de|a principios de|a partir de",
        year_after="",
        months=(
            "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|"
            "diciembre"
        ),
        after="dentro de|en",
        numbers="una?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez",
        units="días?|semanas?|mes(?:es)?|años?",
        next_one=(
            "(?:(?:el |la )?próxim[oa] |el |la )?"
            "(?P<unit>(?<=próximo )(?:año|mes)|(?<=próxima )semana|"
            "(?:año|mes|semana)(?= que viene| próxim))"
        ),
        ends=(
            r"(?:a )?(?P<ending>(?:(?:el )?fin(?:al(?:es)?)? del?|que (?:termine|acabe|finalice)) "
            r"(?:este |el )?)(?P<next>próximo )?(?P<unit>año|mes|siglo)(?! pasado| \d| anterior)"
        ),
        coming="(?:en|durante|dentro de) l[oa]s próxim[oa]s",
        soon="pronto|algún día|próximamente|tarde o temprano",
    ),
    "pl": _Words(
        limit="do|przed|najpóźniej w",
        at="w roku|w|na|od|jesienią|latem|wiosną|zimą|pod koniec|na początku",
        year_after=r"(?:\s+(?:roku|rok|r\.))?",
        months=(
            "stycz(?:nia|niu|eń)|lut(?:ego|ym|y)|marc(?:a|u)|kwiet(?:nia|niu)|maj(?:a|u)?|"
            "czerwc(?:a|u)|lipc(?:a|u)|sierp(?:nia|niu)|wrześ(?:nia|niu)|październik(?:a|u)|"
            "listopad(?:a|zie)|grud(?:nia|niu)"
        ),
        after="za|w ciągu",
        numbers=(
            "jeden|dwa|dwie|dwóch|trzy|trzech|czter(?:y|ech)|pię(?:ć|ciu)|sześ(?:ć|ciu)|siedem|siedmiu|"
            "osiem|ośmiu|dziewię(?:ć|ciu)|dziesię(?:ć|ciu)"
        ),
        units="dni|tygodni[ea]?(?:ch)?|miesi(?:ące|ęcy|ącach)|lat(?:a|ach)?|rok",
        next_one="w przyszłym (?P<unit>roku|miesiącu|tygodniu)",
        ends=(
            r"(?:pod )?(?P<ending>koni?ec|końca|końcem)(?: tego| bieżącego)?"
            r"(?P<next> przyszłego| następnego)? "
            r"(?P<unit>roku|miesiąca|tygodnia|wieku|stulecia)(?! \d)"
        ),
        coming="(?:w ciągu|przez|w) (?:najbliższ|kolejn|następn)(?:ych|e)",
        soon="wkrótce|niebawem|niedługo|kiedyś|prędzej czy później",
    ),
    "uk": _Words(
        limit="до|не пізніше",
        at="у|в|на|з|наприкінці|на початку|восени|влітку|навесні|взимку",
        year_after=r"(?:-?(?:му|го))?(?:\s+(?:році|року|рік|р\.))?",
        months=(
            "січ(?:ня|ні)|лют(?:ого|ому)|берез(?:ня|ні)|квіт(?:ня|ні)|трав(?:ня|ні)|черв(?:ня|ні)|"
            "лип(?:ня|ні)|серп(?:ня|ні)|верес(?:ня|ні)|жовт(?:ня|ні)|листопад(?:а|і)|груд(?:ня|ні)"
        ),
        after="через|за|протягом",
        numbers=(
            "один|два|дві|двох|три|трьох|чотири|чотирьох|п['’]ят[ьи]|шість|шести|сім|семи|вісім|восьми|"
            "дев['’]ят[ьи]|десят[ьи]"
        ),
        units="дн(?:і|ів)|тижн(?:і|ів)|місяц(?:і|ів)|рок(?:и|ів)|рік",
        next_one="(?:[ув] )?наступно(?:го|му) (?P<unit>ро(?:ку|ці)|місяц[яі]|тижн[яі])",
        ends=(
            r"(?P<ending>кінц(?:я|і|ю|ем)|наприкінці)(?: цього| поточного)?"
            r"(?P<next> наступного)? (?P<unit>року|місяця|тижня|століття)(?! \d)"
        ),
        coming="(?:протягом|упродовж|за|[ув]) (?:наступн|найближч)(?:их|і)",
        soon="незабаром|скоро|невдовзі|колись|рано чи пізно",
    ),
}  # fmt: skip
_YEAR = r"(?P<year>(?:19|20|21)\d\d)"
_LIMITS_AFTER = "innerhalb|d['’]ici|w ciągu|протягом"


def compile_table(rules: tuple[tuple[str, Reader], ...]) -> Table:
    """A table of expressions, ready to be looked for without regard to capitals."""
    return tuple((quicken(re.compile(words, re.IGNORECASE)), read) for words, read in rules)


def _make_table(words: _Words, language: str) -> Table:
    read_year = skip_amounts(dates.read_year, language)
    limit = rf"(?:(?P<limit>{words.limit})\s+)?"
    at = rf"(?:(?:{words.at})\s+)*"
    month = rf"(?P<month>{words.months})"
    year = rf"{_YEAR}(?!\d){words.year_after}"
    return compile_table(
        (
            (
                rf"\b{limit}{at}(?P<day>\d{{1,2}})\.?(?:º|er)? (?:de )?{month}(?: (?:de )?{year})?",
                dates.read_full_date,
            ),
            (rf"\b{limit}{at}{month} (?:de )?{year}", dates.read_month),
            (rf"\b{limit}{words.ends}\b", dates.read_named_period),
            (rf"\b(?P<limit>{words.limit}) (?:{words.at})? ?{year}", read_year),
            (rf"\b(?P<limit>)(?:{words.at}) {year}", read_year),
            (rf"\b{words.next_one}\b", dates.read_next_period),
            (
                rf"\b(?:(?P<limit>{_LIMITS_AFTER})|{words.after})(?: (?:de|von|à))? "
                rf"(?P<number>\d{{1,3}}|{words.numbers}) (?P<unit>{words.units})\b",
                dates.read_after_a_while,
            ),
            (
                rf"\b(?P<limit>{words.coming}) (?P<number>\d{{1,3}}|{words.numbers})"
                rf"(?:{words.comes})? (?P<unit>{words.units})\b",
                dates.read_after_a_while,
            ),
            (rf"\b(?:{words.soon})\b", dates.read_open),
        )
    )


_GERMAN_YEAR = compile_table(
    (
        (
            rf"\b(?P<limit>)(?:wird|werden) {_YEAR}(?!\d)",
            skip_amounts(dates.read_year, "de"),
        ),
    )
)
MORE: Mapping[str, Table] = {
    language: _make_table(words, language) + (_GERMAN_YEAR if language == "de" else ())
    for language, words in _WORDS.items()
}
