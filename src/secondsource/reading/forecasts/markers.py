"""The words that look ahead: tables of English, Russian, and in short five more languages.

A marker either looks ahead by itself ("will", "будет") or only together with a time to come
("plans to", "may", a Russian verb of the present). What only sounds like one is left out here:
the noun "will", habits ("on Sundays they will sit"), wishes, turns of speech ("I'll tell you").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum


class Needs(IntEnum):
    """What has to stand by a marker for the sentence to be a forecast."""

    NOTHING = 0
    HINT = 1
    """A time to come, a condition, or a word such as "soon", "never again"."""
    DATE = 2
    """A time to come that can be dated."""


@dataclass(frozen=True, slots=True)
class Marker:
    """Words that look ahead, where they start, and what else they need."""

    words: str
    start: int
    needs: Needs


_NOUN_WILL = (
    r"(?<!\bthe )(?<!\ba )(?<!\bhis )(?<!\bher )(?<!\btheir )(?<!\bits )(?<!\bour )(?<!\bmy )"
    r"(?<!\bpolitical )(?<!\bfree )(?<!\bgood )(?<!\bill )(?<!\bpopular )(?<!\bthis iron )"
    r"(?<!people's )(?<!people’s )(?<!\bown )(?<!\bat )(?<!\bstrong )"
)
_NOT_WILL = (
    r"(?! (?:of (?!course)|to\b|and testament|power|always be\b|be boys\b|often\b|usually\b)|"
    r" have \w+(?:ed|en|ard|ne|de)\b(?=.*\b(?:by now|already)\b))"
)
_SPEECH = (
    r"\b[Ii](?:['’]ll| will)(?: just| also| only)? (?:say|tell|admit|never forget|bet|give you|"
    r"grant|confess|be honest|assure|note|add|repeat|leave it)\b|"
    r"\b[Yy]ou(?:['’]ll| will)(?: also)? (?:find|see|notice|remember|recall|note|forgive|say|agree)"
    r"\b|\b(?:[Tt]hings?|[Ss]omething|[Aa]nything|[Ee]verything|[Oo]ne) (?:that )?"
    r"(?:you|we)(?:['’]ll| will)\b|\bwhile I will say\b|\bif you will\b|"
    r"\b(?:won['’]t|will not) be (?:allowed|told|permitted|given) to know\b|"
    r"\b(?:[Hh]istory|[Tt]ime) will (?:judge|tell|show)\b"
)
_WISH = re.compile(r"\b(?:hop(?:e|es|ed|ing)|wish(?:es|ed)?|pray(?:s|ed)?)\b[^.;:!?]{0,80}$")
_HABIT = re.compile(
    r"\b(?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days|every (?:day|night|morning|evening|time|"
    r"week|month|year|summer|winter|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)|each (?:day|night|"
    r"morning|evening|time)|three times every|по (?:утрам|вечерам|ночам|выходным|понедельникам|"
    r"субботам|воскресеньям)|кажд(?:ый|ое|ую) (?:день|ночь|утро|вечер|раз|год|неделю)|всегда)\b",
    re.IGNORECASE,
)
_IS = r"(?:am|is|are|has been|have been)"
_SHORT_IS = r"(?:'|’)(?:s|re|m)"
_BETWEEN = r"(?: (?!not\b|never\b)\w+)?"
_AHEAD = (
    r"(?:(?: not| now| still| also| never)? going to "
    r"(?!the\b|a\b|an\b|my\b|his\b|her\b|their\b|our\b|school\b|work\b|bed\b|[A-Z])(?=[a-z])|"
    rf"(?: not)?{_BETWEEN} (?:expected|likely|unlikely|set|bound|scheduled|forecast|"
    r"predicted|projected|slated|poised|about|certain|sure|doomed|destined) to\b"
    r"(?! have\b| be (?:the )?(?:true|false|fake|real|forged)\b))"
)
_EN_SURE = (
    rf"\b(?:(?=will\b){_NOUN_WILL}will{_NOT_WILL}|won(?:'|’)t\b|shall\b|{_IS}{_AHEAD}|"
    r"(?:looks?|seems?|appears?) (?:set|likely|unlikely|bound|certain|sure|poised|doomed) to\b"
    r"(?! have\b)|"
    r"it (?:is|['’]s|seems|looks) (?:highly |very |most |more |increasingly )?(?:likely|unlikely|"
    r"doubtful|probable|improbable|inevitable|certain) that\b(?=.*\b(?:will|['’]ll|pass|re\w+|win|"
    r"lose|fall|rise|come|be (?!true|false))\b)(?!.*\b(?:was|were|had|has been)\b)|"
    r"(?:expects?|predicts?|forecasts?|foresees?|anticipates?)\b(?=.{1,80}\bto\b)|"
    r"(?:is|are) inevitable\b|(?:is|are) (?:still|yet) to (?:come|be \w+ed)\b|"
    r"(?:(?:is|are) still|lies?|lay) ahead\b)|"
    rf"\w(?:'|’)ll\b{_NOT_WILL}|{_SHORT_IS}{_AHEAD}"
)
"""What begins a word stands apart from what does not: most places are then passed at once."""
_EN_HINTED = r"\b(?:may|might|could)\b(?! (?:have|be the)\b)(?! as well\b)"
_EN_DATED = (
    r"\b(?:may|might|could|opens|begins|starts|ends|closes|expires|meets?|takes? effect|"
    r"takes? place|comes? into force|goes? to the polls|(?:is|are) to (?!blame|be (?:seen|found)\b)"
    r"(?=[a-z]+)|(?:plans?|planned|intends?|aims?|hopes?|promises?|promised|vows?|vowed|pledges?|"
    r"pledged|agreed|wants?) to|(?:due|scheduled|set) (?:to|for|in)|must)\b"
)
_EN_REPORTED = r"\bwould\b(?! have\b)"
_RU_SURE = (
    r"\b(?<!что )буд(?:ет|ут|у|ем|ете|ешь)\b(?! ли\b)|"
    r"\b(?:ожидается|ожидаются|прогнозиру(?:ет|ют|ется)|"
    r"предстоит|стан(?:ет|ут)|начн[её]тся|начн(?:[её]т|ут)|начнутся|смо(?:жет|гут)(?! ли\b)|"
    r"прид(?:[её]т|ут)|прид[её]тся|получ(?:ит|ат)|постро(?:ит|ят)|откро(?:ет|ют)(?:ся)?|"
    r"законч(?:ит|ат)(?:ся)?|произойд(?:[её]т|ут)|привед(?:[её]т|ут)|вый?д(?:ет|ут)|"
    r"пойд(?:[её]т|ут)|останется|появ(?:ит|ят)ся|вступ(?:ит|ят)|пройд(?:[её]т|ут)|"
    r"состо(?:ит|ят)ся|верн(?:[её]т|ут)ся|увелич(?:ит|ат)ся|сниз(?:ит|ят)ся|вырас(?:тет|тут)|"
    r"упад(?:[её]т|ут)|сократ(?:ит|ят)ся|заверш(?:ит|ат)(?:ся)?|подпиш(?:ет|ут)|"
    r"рассмотр(?:ит|ят)|продолж(?:ит|ат)(?:ся)?|потребу(?:ет|ют)(?:ся)?|позвол(?:ит|ят)|"
    r"окаж(?:ет|ут)ся)\b|\bв(?:с[её]|ы|ы)? ?переди (?:долг|трудн|нов|нас|ещ)\w*|"
    r"\b(?:нас|их|вас|страну|город|всех|его|е[её]) жд[её]т\b|\bзапланирован\w* на\b"
)
_RU_PERFECTIVE = (
    r"\b(?!ответ|отч[её]т|предмет|совет|запрет|привет|помн|содерж|завис|прос(?:ит|ят)|принадлеж|"
    r"выгляд|став(?:ит|ят)|свет|слыш|стоит|стоят|смотр(?:ит|ят)|строит|следит|служит|сид|спит|"
    r"спор|уч(?:ит|ат)|умеет|надеет|раст[её]т|солдат|депутат|результат|закат|возврат|захват|увер)"
    r"(?:за|по|вы|на|про|при|у|от|о|об|раз|рас|пере|под|из|ис|до|воз|вос|со?)"
    r"[а-яё]{2,}?(?<![аяыи])(?:[её]т|ут|ют|ит|ят|ат)(?:ся)?\b"
    r"(?<!ходит)(?<!ходят)(?<!водит)(?<!водят)(?<!носит)(?<!носят)(?<!возит)(?<!ует)(?<!уют)"
    r"(?<!ают)(?<!яют)(?<!ается)(?<!яется)(?<!аются)(?<!яются)(?<!ходится)(?<!ходятся)(?<!дает)"
    r"(?<!даёт)(?<!стает)(?<!нят)(?<!взят)(?<!крыт)(?<!бит)(?<!лит)(?<!вит)(?<!быт)(?<!стоит)"
    r"(?<!стоят)(?<!носится)(?<!носятся)(?<!водится)(?<!ворит)(?<!ворят)(?<!уется)(?<!уются)"
)
_RU_DATED = (
    r"\b(?!говорит|увер|сообща|отмеча|рассказыва|утвержда|означа|указыва|счита|заявля|пишет|институт|"
    r"маршрут|минут|дебют|салют|статут)"
    r"[а-яё]{2,}(?:[уюя]т|[ауюяеи]тся|ует|[её]т|ит)\b(?<!совет)(?<!ответ)(?<!комитет)"
    r"(?<!бюджет)(?<!интернет)(?<!кредит)(?<!предмет)(?<!кабинет)(?<!лимит)(?<!университет)"
    r"(?<!билет)(?<!запрет)(?<!проект)(?<!сюжет)"
)
_DE_PARTICIPLE = (
    r"(?:[a-zäöüß]{0,12}(?:be|ver|ent|er|über|unter|zer|emp|miss|wider|durch|um)(?:trieben|schrieben|"
    r"schl?ossen|gossen|boten|troffen|sprochen|brochen|nommen|schoben|schieden|schwiegen|"
    r"worfen|bunden|funden|wunden|standen|griffen|glichen|wiesen|liehen|zogen|logen|trogen|bogen|"
    r"wogen|hoben|flogen|loren|froren|holfen|storben|dorben|worben|sungen|zwungen|drungen|schwunden|"
    r"schworen|litten|ritten|strichen|sessen)|"
    r"(?!(?:\w{0,12}(?<!ge))?(?:geben|gehen|gelten|gelingen|gewinnen|gehören)\b|ge(?:schehen|nehmigen|stalten|"
    r"raten|fährden|nießen|währen|nügen)\b)\w{0,30}ge\w+en|gestern|morgen|oben|unten|hinten|"
    r"sieben|wegen|gegen|neben|selten|zusammen|ihnen|denen|meisten|ersten|letzten|anderen|beiden|allen|"
    r"vielen|innen|außen|draußen)\b"
)
"""What ends like an infinitive and is none: participles of a passive, adverbs, pronouns."""
_DE_INFINITIVE = (
    rf"[^.,;:!?]{{0,120}}?\b(?<!\bzu )(?!{_DE_PARTICIPLE})"
    r"(?:[a-zäöüß]{2,}(?:en|ern|eln)|sein|tun)\b(?=\s*(?:[.,;:!?»“”\"]|$))"
)
_DE_SURE = (
    rf"\b(?:wird|werden|werde|werdet)\b(?={_DE_INFINITIVE})(?! \w*ge\w+(?:t|en)\b\s*[.,;:])|"
    r"\b(?:wird|werden) (?:voraussichtlich|wohl|bald|künftig)\b"
)
_FR_FUTURE = (
    r"(?!(?:(?:dé|re|at|é|sou)?tir|(?:cha|re)?vir|(?:ins|ex|as|res|cons|trans|sou)pir|(?:ad)?mir|"
    r"cir|désir|empir|déchir|délir|effondr|\w*(?:gendr|cadr|poudr)|cylindr)(?:a|ons|ez)\b|"
    r"(?:lira|riviera|caldera|etcetera|cathedra|hydra)\b)"
    r"(?:[a-zà-ÿ]*(?:[eiïd]|tt|ît|[ao]it|suiv|viv|[cd]ev|m[oe]uv|pleuv|romp|vainc|(?:v|qu)er|"
    r"[pcm]our|clu)|s?au)r"
)
"""Stems of the future; not those of verbs in -rer, of which -ra is the past ("s'effondra")."""
_FR_SURE = (
    rf"\b(?:{_FR_FUTURE}a|(?!(?:af|con)?front\b)[a-zà-ÿ]{{2,}}ront)\b|"
    r"\b(?<=[Nn]ous )(?:ne |n['’]|le |la |les |l['’]|y |en |vous |nous ){0,2}"
    rf"{_FR_FUTURE}ons\b|"
    r"\b(?<=[Vv]ous )(?:ne |n['’]|le |la |les |l['’]|y |en |nous ){0,2}"
    rf"{_FR_FUTURE}ez\b|"
    r"\b(?:va|vont)(?: (?:bientôt|donc|encore|aussi|pas))? (?:se |s['’]|ne pas |en |y )?"
    r"(?!(?:hier|mer|entre|contre|outre|vers)\b)\w{2,}(?:er|ir|re)\b"
)
_ES_SURE = (
    r"\b(?:[Hh]ab|[Ss]e|[Ee]sta|[Tt]end|[Pp]od|[Dd]ebe)rán?\b|"
    r"\b(?!catamarán\b)[a-záéíñóúü]+(?:[aei]r|dr|br|rr)án?\b|\birán?\b|"
    r"\b(?!(?:qu|esp|consid|sup|op)eremos\b|(?:m|ret|adm)iremos\b|(?:prep|sep|p|decl|comp)aremos\b)"
    r"[a-záéíñóúü]*(?:[aei]|[dbr])remos\b|"
    r"\b(?:[Vv]an?|[Vv]amos) a \w{2,}(?:ar|er|ir)(?:se)?\b"
)
_NO_VERB_AFTER = {
    "fr": re.compile(
        r"(?:^|\W)(?:une?|des|du|de|au|aux|cet|cette|ces|sa|son|ses|ma|mon|mes|notre|leurs|sur|avec|"
        r"sans|sous|chez|dans|quelle?) $|(?:^|\W)d['’]$",
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"(?:^|\W)(?:el|una?|unos|unas|del|al|de|en|con|por|para|sin|sobre|su|sus|desde|hacia) $",
        re.IGNORECASE,
    ),
}  # fmt: skip
"""Determiners and prepositions: what follows them is no verb of the future."""
_LONGEST_BEFORE = 9
_PL_SURE = (
    r"\b(?:odbędzie się|odbędą się|będzie|będą|będziemy|zostanie|zostaną|stanie się|staną się)\b"
)
_UK_SURE = (
    r"\b(?:буд(?:е|уть|емо|ете|у)|стане|стануть|очікується|планується|відбудеться|відбудуться)\b"
)
_MODAL_DATED = {
    "de": r"\b(?:soll|sollen|dürfte|dürften|will|wollen|plant|planen|könnte|könnten|kann|muss)\b",
    "fr": r"\b(?:devrait|devraient|doit|doivent|pourrait|pourraient|prévoit|veut|prévu\w*)\b",
    "es": r"\b(?:debe|deben|debería|podría|podrían|planea|prevé|quiere|previsto)\b",
    "pl": r"\b(?:ma|mają|może|mogą|planuje|planują|chce|powinien|powinna)\b",
    "uk": (
        r"\b(?:має|мають|може|можуть|планує|планують|"
        r"[а-яіїєґ]{3,}(?:ють|уть|ить|ать|ять)(?:ся)?)\b"
    ),
}  # fmt: skip
_TABLES: dict[str, tuple[tuple[str, Needs], ...]] = {
    "en": (
        (_EN_SURE, Needs.NOTHING),
        (_EN_HINTED, Needs.HINT),
        (_EN_DATED, Needs.DATE),
    ),
    "ru": (
        (_RU_SURE, Needs.NOTHING),
        (_RU_PERFECTIVE, Needs.HINT),
        (_RU_DATED, Needs.DATE),
    ),
    "de": ((_DE_SURE, Needs.NOTHING), (_MODAL_DATED["de"], Needs.DATE)),
    "fr": ((_FR_SURE, Needs.NOTHING), (_MODAL_DATED["fr"], Needs.DATE)),
    "es": ((_ES_SURE, Needs.NOTHING), (_MODAL_DATED["es"], Needs.DATE)),
    "pl": ((_PL_SURE, Needs.NOTHING), (_MODAL_DATED["pl"], Needs.DATE)),
    "uk": ((_UK_SURE, Needs.NOTHING), (_MODAL_DATED["uk"], Needs.DATE)),
}
_CASELESS = ("ru", "uk", "pl")
_COMPILED = {
    language: tuple(
        (re.compile(pattern, re.IGNORECASE if language in _CASELESS else 0), needs)
        for pattern, needs in table
    )
    for language, table in _TABLES.items()
}
_REPORTED = re.compile(_EN_REPORTED)
_SPEECH_WORDS = re.compile(_SPEECH)
HINT = re.compile(
    r"\b(?:still|one day|some ?day|soon|eventually|sooner or later|if|unless|once|никто|никогда|"
    r"больше|вряд ли|скоро|вскоре|ещ[её]|если|рано или поздно|непременно|обязательно|наверняка|"
    r"вероятно|скорее всего|надеюсь|уверен\w*)\b",
    re.IGNORECASE,
)
LANGUAGES = frozenset(_TABLES)


def find_markers(text: str, language: str, reported: bool) -> Iterator[Marker]:
    """The words of a sentence that look ahead, those that need the least first.

    Args:
        text: one sentence.
        language: ISO 639-1; one of `LANGUAGES`.
        reported: whether the sentence is attributed, so that "would" may stand for "will".
    """
    speech = [match.span() for match in _SPEECH_WORDS.finditer(text)] if language == "en" else []
    no_verb = _NO_VERB_AFTER.get(language)
    for pattern, needs in _COMPILED[language]:
        for match in pattern.finditer(text):
            if any(start <= match.start() < end for start, end in speech):
                continue
            if not match.group().strip() or _WISH.search(text[: match.start()]):
                continue
            if no_verb and no_verb.search(
                text[max(0, match.start() - _LONGEST_BEFORE) : match.start()]
            ):
                continue
            yield Marker(" ".join(match.group().split()), match.start(), needs)
    if language == "en" and reported:
        for match in _REPORTED.finditer(text):
            yield Marker(match.group(), match.start(), Needs.DATE)


def is_habit(text: str) -> bool:
    """Whether a sentence tells what happens again and again."""
    return bool(_HABIT.search(text))
