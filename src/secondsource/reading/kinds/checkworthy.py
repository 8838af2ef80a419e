"""How much a sentence asks to be checked, with the reasons in words.

The score of an English sentence is that of the check-worthiness head (see the card in
`models/sentences/`). For other languages it is a weighted sum of the signals below: their
weights were fitted on English debate sentences by `python -m training.sentences`, and how
well they serve another language was not measured. The reasons are these signals in both cases.
"""

import math
import re
from dataclasses import dataclass

from secondsource.article import Passage, Signal, Span
from secondsource.models.heads import SentenceScores
from secondsource.reading.statement import Voice


@dataclass(frozen=True, slots=True)
class Rule:
    """One readable sign that a sentence can be or should be checked.

    `weight` is its coefficient; `sentence` is shown to the reader with the words put in.
    """

    name: str
    weight: float
    sentence: str
    english: re.Pattern[str]
    russian: re.Pattern[str]


def _rule(name: str, weight: float, sentence: str, english: str, russian: str) -> Rule:
    return Rule(name, weight, sentence, re.compile(english), re.compile(russian))


_MEASURE = (
    r"(?:per ?cent|%|percent|million|billion|trillion|thousand|hundred|dollars?|euros?|people|"
    r"jobs|years?|days?|hours?|km|kilomet\w+|miles?|tons?|tonnes?|troops|soldiers|deaths?|votes?)"
)
_COUNT = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|"
    r"half|hundreds|thousands|millions|billions|dozens)"
)
_BARE_YEAR = r"(?:19|20)\d\d\b(?! ?(?:%|people|jobs|человек|рубл))"
_NUMBER = rf"(?<![\w.-])(?!{_BARE_YEAR})[$€£]?\d(?:[\d.,]*\d)?(?: \d{{3}}\b)*"
_TIME = (
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|"
    r"September|October|November|December|(?:NOT|AND|YOU|ALL|THE|NO)\b"
)
_OPENING = (
    r"(?:The|On|In|At|By|For|But|And|When|After|Before|If|As|From|With|This|That|It|He|She|They|"
    r"We|I|His|Her|Our|Their|A|An|To|Of|Since|While|Now|Then|So|Not|No|What|How|Why|Who|Even)\b"
)
RULES = (
    _rule(
        "gives_number",
        2.5,
        "It gives a number: “{words}”.",
        rf"{_NUMBER}(?!\w|['’]s)(?:\s?{_MEASURE}\b|%)?|"
        rf"\b(?i:{_COUNT})\b(?: {_MEASURE})?",
        rf"{_NUMBER}(?:\s?(?:%|процент\w*|тысяч\w*|миллион\w*|миллиард\w*|рубл\w*|человек|лет|"
        r"дн\w+|млн|млрд))?|\b(?:[Дд]ва|[Тт]ри|[Чч]етыре|[Пп]ять|[Дд]есят\w+|[Сс]отн\w+|[Сс]то|[Тт]ысяч\w*|"
        r"[Мм]иллион\w*)\b",
    ),
    _rule(
        "names_actor",
        0.95,
        "It names who is meant: “{words}”.",
        rf"(?<=[a-z,;:’'”\"] )(?!I\b|I'|I’|{_TIME})[A-Z][\w-]+(?: (?:of |the |and )?[A-Z][\w-]+)*"
        rf"|^(?!{_OPENING})[A-Z][a-z]+ (?!{_TIME})[A-Z][\w-]+\b",
        r"(?:(?<=[а-яё,;:»\"] )|(?<=[а-яё,;:] [«\"]))[А-ЯЁ][\w-]+(?: [А-ЯЁ][\w-]+)*",
    ),
    _rule(
        "accuses",
        0.72,
        "It says that somebody did wrong: “{words}”.",
        r"\b(?i:accus\w+|blam\w+|brib\w+|corrupt\w*|fraud\w*|illegal\w*|stole\w*|steal\w*|lie[sd]?|"
        r"lying|kill\w*|murder\w*|violat\w+|attack\w*|abus\w+|threat\w*|plot(?:s|ted|ting)?|"
        r"conspir\w+|crimes?|criminal\w*|launder\w+|cover(?:ed)?[- ]up|financed|funded by|raped?|"
        r"destroy\w*|sabotag\w+)\b",
        r"\b(?i:обвин\w+|взятк\w*|коррупц\w+|мошенн\w+|незаконн\w+|украл\w*|лж[её]т|солгал\w*|"
        r"уби(?:л|т|й)\w*|наруш\w+|напал\w*|угро[зж]\w+|заговор\w*|преступ\w+|подброс\w+|"
        r"сфабрик\w+|избил\w*|пытк\w*|пытал\w*|задерж\w+|арест\w+)\b",
    ),
    _rule(
        "compares",
        1.1,
        "It compares: “{words}”.",
        r"\b(?i:more than|less than|fewer than|higher than|lower than|the (?:most|least|\w{3,}est)"
        r"(?: \w+)?|twice|double[ds]?|tripled?|rose|fell|increas\w+|decreas\w+|declin\w+|grew|cut|"
        r"record|first time)\b",
        r"\b(?i:больше,? чем|меньше,? чем|выше,? чем|ниже,? чем|сам(?:ый|ая|ое|ые|ого|ой|ых) \w+|"
        r"вдвое|втрое|выросл\w*|вырос|упал\w*|снизил\w*|увелич\w+|сократил\w*|рекорд\w*|впервые)\b",
    ),
    _rule(
        "gives_date",
        1.2,
        "It says when: “{words}”.",
        r"\b(?:(?:in|since|by|until|from) (?:19|20)\d\d|(?:19|20)\d\d|(?:last|this|next) (?:year|"
        r"month|week|night|spring|summer|autumn|fall|winter)|(?:January|February|March|April|June|"
        r"July|August|September|October|November|December)(?: \d{1,2})?|(?:Mon|Tues|Wednes|Thurs|"
        r"Fri|Satur|Sun)day|yesterday|years? ago)\b",
        r"\b(?:(?:19|20)\d\d(?: год\w*)?|\d{1,2} (?:января|февраля|марта|апреля|мая|июня|июля|"
        r"августа|сентября|октября|ноября|декабря)|(?:в )?прошл\w+ (?:году|месяце|неделе)|вчера|"
        r"(?:в|во) (?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье))\b",
    ),
    _rule(
        "affects_many",
        0.79,
        "It is about what touches many: “{words}”.",
        r"\b(?i:taxes|tax|wages?|jobs|unemployment|pensions?|health ?care|hospitals?|schools?|"
        r"war|army|troops|nuclear|elections?|vot(?:es?|ers?)|econom\w+|inflation|prices?|budget|"
        r"debt|deficit|population|immigra\w+|refugees?|climate|vaccin\w+|epidemic|virus|law|"
        r"sanctions?|police)\b",
        r"\b(?i:налог\w*|зарплат\w*|безработиц\w*|пенси\w+|больниц\w*|школ\w*|войн\w*|арми\w+|"
        r"ядерн\w+|выбор(?:ы|ов|ах|ам)|экономи\w+|инфляци\w+|цен[аыу]?|бюджет\w*|долг(?:а|и|ов|у|ом|ам)?|населени\w+|"
        r"беженц\w*|мигрант\w*|вакцин\w*|вирус\w*|закон(?:а|у|ом|е|ы|ов|ам|ами|ах|опроект\w*)?|санкци\w+|полици\w+)\b",
    ),
    _rule(
        "refers_to_document",
        0.38,
        "It rests on a document or a count: “{words}”.",
        r"\b(?i:report|study|survey|poll|data|statistics|documents?|records?|investigation|"
        r"according to|court|ruling|census)\b",
        r"\b(?i:доклад\w*|отч[её]т\w*|исследовани\w+|опрос\w*|данны[емх]\w*|статистик\w+|документ\w*|"
        r"расследовани\w+|согласно|по данным|суд(?:а|у|ом|е|ы|ов)?|экспертиз\w+)\b",
    ),
)  # fmt: skip
BIAS = -2.47

_SECRET = re.compile(
    r"(?<!\w)[^.,;:]{0,40}\b(?:is|are|was|were|remains?|stays?|kept|been|being)(?: \w+)? "
    r"(?:classified|secret|confidential|undisclosed|hidden|unpublished)\b(?! from the)|"
    r"\b(?:sources?|documents?|information|names?)(?: (?:that|which|who|whom))? "
    r"(?:cannot|can't|can’t) be (?:named|revealed|disclosed|published|identified)|"
    r"\b(?:won't|won’t|will not|not) be (?:allowed|told|permitted|given) to know[^.,;]{0,30}|"
    r"(?<!\w)[^.,;:]{0,40}\b(?:засекречен\w*|строго секретн\w+|держ[аи]тся в (?:тайне|секрете)|"
    r"хран[яи]тся в тайне|не разглаша\w+|не раскрыва\w+ся)",
    re.IGNORECASE,
)
_UNNAMED = re.compile(
    r"\bon (?:the )?condition of anonymity|\b(?:asked|declined|refused|did not want|requested)"
    r"(?: that \w+)? (?:not )?to be (?:named|identified)|\banonymous(?:ly)?\b|\bunnamed\b|"
    r"\bна условиях анонимности|\bпожела\w+ остаться неназванн\w+|\bисточник\w* (?:в|издания|"
    r"агентства)\b|\bанонимн\w+",
    re.IGNORECASE,
)
SECRET = "says_it_is_secret"


def find_signals(
    text: str, language: str | None, voice: Voice, place: Passage
) -> tuple[Signal, ...]:
    """The readable reasons why a sentence can or should be checked, most telling first.

    Args:
        text: the sentence.
        language: ISO 639-1; "ru" has patterns of its own, all others are read with the
            English ones, of which numbers and names serve most languages.
        voice: who asserts it.
        place: where the sentence stands.

    Returns:
        Signals with the words they rest on. `says_it_is_secret` is among them when the text
        itself says that what it speaks of cannot be known.
    """
    found = [
        _signal(rule.name, rule.weight, rule.sentence, match, place)
        for rule in RULES
        if (match := _pattern(rule, language).search(text))
    ]
    found += _secrecy(text, place)
    if voice.source is not None:
        sentence = f"It is put in the mouth of another: “{voice.source.text}”."
        found.append(Signal("attributed", 0.3, sentence, (place,)))
    return tuple(sorted(found, key=lambda signal: (signal.name != SECRET, -signal.score)))


def _secrecy(text: str, place: Passage) -> list[Signal]:
    signals = []
    if match := _SECRET.search(text):
        sentence = "The text itself says that this is secret: “{words}”."
        signals.append(_signal(SECRET, 1.0, sentence, match, place))
    if match := _UNNAMED.search(text):
        sentence = "It rests on a source that the text does not name: “{words}”."
        signals.append(_signal("source_unnamed", 0.9, sentence, match, place))
    return signals


def _pattern(rule: Rule, language: str | None) -> re.Pattern[str]:
    return rule.russian if language == "ru" else rule.english


def _signal(
    name: str, weight: float, sentence: str, match: re.Match[str], place: Passage
) -> Signal:
    words = " ".join(match.group().split())
    span = Span(*match.span()).shift(place.span.start)
    score = round(min(1.0, max(0.0, weight / _HEAVIEST)), 2)
    return Signal(name, score, sentence.format(words=words), (Passage(place.article, span),))


_HEAVIEST = max(rule.weight for rule in RULES)


def score_checkworthiness(signals: tuple[Signal, ...], scores: SentenceScores | None) -> float:
    """How much a sentence asks to be checked, between 0 and 1.

    Args:
        signals: what `find_signals` found in it.
        scores: what the model says of it, None where the model cannot read the language; then
            the score is the logistic of the sum of the signals' weights.
    """
    if scores is not None:
        return round(scores.checkworthy, 3)
    names = {signal.name for signal in signals}
    total = BIAS + sum(rule.weight for rule in RULES if rule.name in names)
    return round(1 / (1 + math.exp(-total)), 3)
