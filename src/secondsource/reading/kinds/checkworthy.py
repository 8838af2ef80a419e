"""How much a sentence asks to be checked, with the reasons in words.

The score of an English sentence is that of the check-worthiness head (see the card in
`models/sentences/`). For other languages it is a weighted sum of the signals below: their
weights were fitted on English debate sentences by `python -m training.sentences`, and how
well they serve another language was not measured. The reasons are these signals in both cases.
"""

import math
import re
from dataclasses import dataclass
from functools import partial

from secondsource.article import Passage, Signal, Span
from secondsource.lineage.edits.words import words_for
from secondsource.models.heads import SentenceScores
from secondsource.names.sounds import fold_word
from secondsource.names.words import list_openers
from secondsource.reading.kinds.uncheckable import CASES, find_uncheckable
from secondsource.reading.lowered import QuickPattern, quicken
from secondsource.reading.statement import Voice


@dataclass(frozen=True, slots=True)
class Rule:
    """One readable sign that a sentence can be or should be checked.

    `weight` is its coefficient; `sentence` is shown to the reader with the words put in.
    """

    name: str
    weight: float
    sentence: str
    english: QuickPattern
    russian: re.Pattern[str]

    @property
    def shown(self) -> tuple[str, float, str]:
        """What a signal of it begins with."""
        return self.name, self.weight, self.sentence

    def search(self, text: str, lowered: str, language: str | None) -> re.Match[str] | None:
        """The first words of a sentence that show the sign."""
        if language == "ru":
            return self.russian.search(text)
        return self.english.search(text, lowered)


def _rule(name: str, weight: float, sentence: str, english: str, russian: str) -> Rule:
    return Rule(name, weight, sentence, quicken(re.compile(english)), re.compile(russian))


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
_REFUSED = (
    "comment|say|answer|give|discuss|speak|talk|name|identify|elaborate|confirm|deny|provide|"
    "respond|reply|be|take|make|disclose|reveal|offer|explain|testify|appear|attend|sign|share|"
    "intervene|prosecute|charge|run|meet|detail|specify|publish|release|join|hear|accept|go|support"
)
"""What somebody declines to do; "declined to below 3 percent" compares."""

RULES = (
    _rule(
        "gives_number",
        2.5,
        "It gives a number: “{words}”.",
        rf"{_NUMBER}(?!\w|['’]s)(?:\s?{_MEASURE}\b|%)?|"
        rf"\b(?i:{_COUNT})\b(?: {_MEASURE})?",
        rf"{_NUMBER}(?:\s?(?:%|процент\w*|тысяч\w*|миллион\w*|миллиард\w*|рубл\w*|человек|лет|"
        r"дн\w+|млн|млрд))?|\b(?:[Дд]ва|[Тт]ри|[Чч]етыре|[Пп]ять|[Дд]есят\w+|[Сс]отн\w+|[Сс]то|"
        r"[Тт]ысяч\w*|"
        r"[Мм]иллион\w*)\b",
    ),
    _rule(
        "names_actor",
        1.0,
        "It names who is meant: “{words}”.",
        rf"(?<=[a-z,;:’'”\"] )(?!I\b|I'|I’|{_TIME})"
        r"[A-Z][\w-]+(?: (?:of |the |and )?[A-Z][\w-]+)*"
        rf"|^(?!{_OPENING})[A-Z][a-z]+ (?!{_TIME})[A-Z][\w-]+\b",
        r"(?:(?<=[а-яё,;:»\"] )|(?<=[а-яё,;:] [«\"]))[А-ЯЁ][\w-]+(?: [А-ЯЁ][\w-]+)*",
    ),
    _rule(
        "accuses",
        0.76,
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
        1.19,
        "It compares: “{words}”.",
        r"\b(?i:more than|less than|fewer than|higher than|lower than|the (?:most|least|\w{3,}est)"
        r"(?: \w+)?|twice|double[ds]?|tripled?|rose|fell|increas\w+|decreas\w+|grew|cut|"
        r"declin\w+\b(?! to (?:" + _REFUSED + r")\b)|record|first time)\b",
        r"\b(?i:больше,? чем|меньше,? чем|выше,? чем|ниже,? чем|сам(?:ый|ая|ое|ые|ого|ой|ых) \w+|"
        r"вдвое|втрое|выросл\w*|вырос|упал\w*|снизил\w*|увелич\w+|сократил\w*|рекорд\w*|впервые)\b",
    ),
    _rule(
        "gives_date",
        1.18,
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
        0.78,
        "It is about what touches many: “{words}”.",
        r"\b(?i:taxes|tax|wages?|jobs|unemployment|pensions?|health ?care|hospitals?|schools?|"
        r"war|army|troops|nuclear|elections?|vot(?:es?|ers?)|econom\w+|inflation|prices?|budget|"
        r"debt|deficit|population|immigra\w+|refugees?|climate|vaccin\w+|epidemic|virus|law|"
        r"sanctions?|police)\b",
        r"\b(?i:налог\w*|зарплат\w*|безработиц\w*|пенси\w+|больниц\w*|школ\w*|войн\w*|арми\w+|"
        r"ядерн\w+|выбор(?:ы|ов|ах|ам)|экономи\w+|инфляци\w+|цен[аыу]?|бюджет\w*|долг(?:а|и|ов|"
        r"у|ом|ам)?|населени\w+|"
        r"беженц\w*|мигрант\w*|вакцин\w*|вирус\w*|закон(?:а|у|ом|е|ы|ов|ам|ами|ах|опроект\w*)?|"
        r"санкци\w+|полици\w+)\b",
    ),
    _rule(
        "refers_to_document",
        0.36,
        "It rests on a document or a count: “{words}”.",
        r"\b(?i:report|study|survey|poll|data|statistics|documents?|records?|investigation|"
        r"according to|court|ruling|census)\b",
        r"\b(?i:доклад\w*|отч[её]т\w*|исследовани\w+|опрос\w*|данны[емх]\w*|статистик\w+|"
        r"документ\w*|"
        r"расследовани\w+|согласно|по данным|суд(?:а|у|ом|е|ы|ов)?|экспертиз\w+)\b",
    ),
)  # fmt: skip
BIAS = -2.39

AGAINST = (
    _rule(
        "personal_experience",
        -1.31,
        "Less so, because it tells of the speaker's own life: “{words}”.",
        r"\b(?:(?:I|we) (?:remember|feel|felt|loved?|hated?|was born|were born|grew up|miss|"
        r"am (?:glad|sorry|proud|happy)|(?:want|wish|hope) to)|[Mm]y (?:mother|father|dad|mom|wife|"
        r"husband|son|daughter|family|life|heart|friends?|parents|kids|children|own))\b",
        r"\b(?:[Яя] (?:помню|чувству\w+|любл\w+|вырос\w*|родил\w+|скуча\w+|рад\w?\b|хочу|хотел\w*)|"
        r"[Мм]о(?:й|я|и|ей|его|их|ю|ему) (?:мам|мать|матер|отец|отц|пап|жен|муж|сын|доч|друз|"
        r"семь|жизн|родител)\w*)\b",
    ),
    _rule(
        "put_cautiously",
        -0.43,
        "Less so, because it is put cautiously: “{words}”.",
        r"\b(?i:perhaps|maybe|possibly|presumably|supposedly|seems? (?:to|that|like)|"
        r"appears? (?:to|that))\b",
        r"\b(?i:возможно|может быть|видимо|по-видимому|предположительно|кажется|похоже,)",
    ),
    _rule(
        "rests_on_a_view",
        -1.31,
        "Less so, because it is given as a view: “{words}”.",
        r"\b(?:I (?:think|believe|guess|suppose|doubt)|in my (?:view|opinion)|to my mind)\b",
        r"\b(?:[Яя] (?:считаю|думаю|полагаю|уверен\w?)|[Нн]а мой взгляд|[Пп]о-моему|"
        r"[Мм]не кажется)\b",
    ),
)  # fmt: skip


_AFTER_COLON = re.compile(r"(?<=: )[^\W\d_]+")
_FALSE_FRIENDS = {"de": re.compile(r"\b[Ww]ar\b")}
"""Words of a language that the English patterns would take for others."""


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
        Signals with the words they rest on: first what says that it cannot be checked (see
        `uncheckable.py`), then what speaks for checking it, last what speaks against.
    """
    make = partial(_signal, place)
    friend = _FALSE_FRIENDS.get(language or "")
    text = friend.sub(lambda m: "_" * len(m.group()), text) if friend else text
    text = _lower_openers(text, language)
    lowered = text.lower()
    found = [
        make(*rule.shown, match)
        for rule in (*RULES, *AGAINST)
        if (match := rule.search(text, lowered, language))
    ]
    if all(signal.name != _NUMBER_RULE.name for signal in found):
        spelt = _find_spelt(lowered, language) if len(lowered) == len(text) else None
        found += [make(*_NUMBER_RULE.shown, spelt)] if spelt else []
    found += find_uncheckable(text, lowered, language, make)
    if voice.source is not None:
        sentence = f"It is put in the mouth of another: “{voice.source.text}”."
        where = Passage(place.article, voice.source.span) if voice.source.span else place
        found.append(Signal("attributed", 0.3, sentence, (where,)))
    return tuple(sorted(found, key=_order))


def counts_something(text: str, language: str | None) -> bool:
    """Whether a sentence gives a number, in digits or in words."""
    lowered = text.lower()
    if _NUMBER_RULE.search(text, lowered, language):
        return True
    return len(lowered) == len(text) and _find_spelt(lowered, language) is not None


def _find_spelt(lowered: str, language: str | None) -> re.Match[str] | None:
    """A number in words, of two and more, in a language whose words for it the rules lack."""
    if language in (None, "en"):
        return None
    words = words_for(language)
    found = words.number_words.finditer(lowered)
    return next((match for match in found if words.values.numbers.get(match[0], 0) > 1), None)


def _lower_openers(text: str, language: str | None) -> str:
    """A sentence with a small letter where a word that opens one follows a colon: "so: The end"."""
    if ": " not in text:
        return text
    openers = list_openers(language or "en")
    return _AFTER_COLON.sub(
        lambda m: m[0][0].lower()[0] + m[0][1:] if fold_word(m[0]) in openers else m[0], text
    )


def _order(signal: Signal) -> tuple[int, float]:
    """What closes the question first, what speaks against checking last; the heavier first."""
    if signal.name in CASES:
        return 0, -signal.score
    return (2 if signal.name in _AGAINST_NAMES else 1), -signal.score


_NUMBER_RULE = next(rule for rule in RULES if rule.name == "gives_number")
_AGAINST_NAMES = frozenset(rule.name for rule in AGAINST)


def _signal(
    place: Passage, name: str, weight: float, sentence: str, match: re.Match[str]
) -> Signal:
    words = " ".join(match.group().split())
    span = Span(*match.span()).shift(place.span.start)
    score = round(min(1.0, abs(weight) / _HEAVIEST), 2)
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
    total = BIAS + sum(rule.weight for rule in (*RULES, *AGAINST) if rule.name in names)
    return round(1 / (1 + math.exp(-total)), 3)
