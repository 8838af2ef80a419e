"""Words that say when something is to happen in German, French, Spanish, Polish and Ukrainian.

Only the commonest: years, months with a year, full dates, "next year", "in three years",
"soon". Weekdays, seasons, quarters and decades are not read in these languages.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from secondsource.reading.forecasts import due_dates as dates
from secondsource.reading.forecasts.due_dates import Day, When
from secondsource.reading.lowered import QuickPattern, quicken

Reader = Callable[[re.Match[str], Day | None], When | None]
Table = tuple[tuple[QuickPattern, Reader], ...]


@dataclass(frozen=True, slots=True)
class _Words:
    """The parts of one language's expressions, as patterns.

    `limit` is what makes a time the last moment ("bis"), `at` what names the moment itself.
    """

    limit: str
    at: str
    year_after: str
    months: str
    after: str
    numbers: str
    units: str
    next_year: str
    soon: str


_WORDS = {
    "de": _Words(
        limit="bis|bis zum|vor|spätestens",
        at="im Jahr|im Jahre|am|im|Ende|Anfang|Mitte",
        year_after="",
        months="Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember",
        after="in|innerhalb von",
        numbers="einem|einer|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn",
        units="Tagen?|Wochen?|Monate?n?|Jahre?n?|Jahrzehnten?",
        next_year="(?:im )?(?:nächste[ns]|kommende[ns]) Jahr",
        soon="bald|demnächst|künftig|in Kürze|eines Tages|früher oder später",
    ),
    "fr": _Words(
        limit="d['’]ici(?: à)?|avant|jusqu['’](?:en|au)|au plus tard en",
        at="en|le|dès|fin|début|courant",
        year_after="",
        months="janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
        after="dans|d['’]ici(?: à)?",
        numbers="une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix",
        units="jours?|semaines?|mois|ans?|années?",
        next_year="l['’](?:année prochaine|an prochain)",
        soon="bientôt|un jour|prochainement|tôt ou tard",
    ),
    "es": _Words(
        limit="antes de|para|hasta|a más tardar en",
        at="en|el|a finales de|a principios de|a partir de",
        year_after="",
        months=(
            "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|"
            "diciembre"
        ),
        after="dentro de|en",
        numbers="una?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez",
        units="días?|semanas?|mes(?:es)?|años?",
        next_year="(?:el )?(?:año que viene|próximo año|año próximo)",
        soon="pronto|algún día|próximamente|tarde o temprano",
    ),
    "pl": _Words(
        limit="do|przed|najpóźniej w",
        at="w|na|od|pod koniec|na początku",
        year_after=r"(?:\s+(?:roku|rok|r\.))?",
        months=(
            "stycz(?:nia|niu|eń)|lut(?:ego|ym|y)|marc(?:a|u)|kwiet(?:nia|niu)|maj(?:a|u)?|"
            "czerwc(?:a|u)|lipc(?:a|u)|sierp(?:nia|niu)|wrześ(?:nia|niu)|październik(?:a|u)|"
            "listopad(?:a|zie)|grud(?:nia|niu)"
        ),
        after="za|w ciągu",
        numbers="jeden|dwa|dwie|trzy|cztery|pięć|sześć|siedem|osiem|dziewięć|dziesięć",
        units="dni|tygodn(?:ie|i)|miesi(?:ące|ęcy)|lata?|rok",
        next_year="w przyszłym roku",
        soon="wkrótce|niebawem|niedługo|kiedyś|prędzej czy później",
    ),
    "uk": _Words(
        limit="до|не пізніше",
        at="у|в|на|з|наприкінці|на початку",
        year_after=r"(?:-?(?:му|го))?(?:\s+(?:році|року|рік|р\.))?",
        months=(
            "січ(?:ня|ні)|лют(?:ого|ому)|берез(?:ня|ні)|квіт(?:ня|ні)|трав(?:ня|ні)|черв(?:ня|ні)|"
            "лип(?:ня|ні)|серп(?:ня|ні)|верес(?:ня|ні)|жовт(?:ня|ні)|листопад(?:а|і)|груд(?:ня|ні)"
        ),
        after="через|за|протягом",
        numbers="один|два|дві|три|чотири|п['’]ять|шість|сім|вісім|дев['’]ять|десять",
        units="дн(?:і|ів)|тижн(?:і|ів)|місяц(?:і|ів)|рок(?:и|ів)|рік",
        next_year="(?:наступного|в наступному|у наступному) ро(?:ку|ці)",
        soon="незабаром|скоро|невдовзі|колись|рано чи пізно",
    ),
}  # fmt: skip
_YEAR = r"(?P<year>(?:19|20|21)\d\d)"
_LIMITS_AFTER = "innerhalb|d['’]ici|w ciągu|протягом"


def compile_table(rules: tuple[tuple[str, Reader], ...]) -> Table:
    """A table of expressions, ready to be looked for without regard to capitals."""
    return tuple((quicken(re.compile(words, re.IGNORECASE)), read) for words, read in rules)


def _make_table(words: _Words) -> Table:
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
            (rf"\b(?P<limit>{words.limit}) (?:{words.at})? ?{year}", dates.read_year),
            (rf"\b(?P<limit>)(?:{words.at}) {year}", dates.read_year),
            (rf"\b(?P<limit>)(?P<next>{words.next_year})(?P<unit>)\b", _read_next_year),
            (
                rf"\b(?:(?P<limit>{_LIMITS_AFTER})|{words.after})(?: (?:de|von|à))? "
                rf"(?P<number>\d{{1,3}}|{words.numbers}) (?P<unit>{words.units})\b",
                dates.read_after_a_while,
            ),
            (rf"\b(?:{words.soon})\b", dates.read_open),
        )
    )


def _read_next_year(_: re.Match[str], today: Day | None) -> When:
    if today is None:
        return When(dates.OPEN, dates.OPEN)
    year = f"{today.year + 1:04}"
    return When(year, year)


_GERMAN_YEAR = compile_table(((rf"\b(?P<limit>)(?:wird|werden) {_YEAR}(?!\d)", dates.read_year),))
MORE: Mapping[str, Table] = {
    language: _make_table(words) + (_GERMAN_YEAR if language == "de" else ())
    for language, words in _WORDS.items()
}
