"""Which Russian words tie a source to what it says: verbs by their stems, nouns, set phrases."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from secondsource.reading.attribution.russian.parse import TokenRu, fold_yo


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_PAST = tuple(_set("л ла ло ли ть в вши н на но ны т та то ты"))
_PRESENT = tuple(_set("у ю ешь ишь ет ит ем им ете ите ут ют ат ят я а"))


class Sort(StrEnum):
    """What a verb does to its content: asserts it, thinks it, or only wants it."""

    SAY = "say"
    THINK = "think"
    WANT = "want"


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb: its sort and the prepositions or cases in which its content stands.

    `frames` holds prepositions, "obj" (a direct object), "named" (an object and what it is
    called: "назвал суд позорным"), "inf" (an infinitive).
    """

    sort: Sort
    frames: frozenset[str]


_VERBS = """
say о | сказа/скаж говори/говор заяви/заяв заявля сообщи/сообщ сообща рассказа/расскаж
say о | рассказыва напомни/напомн напомина упомяну/упомян упомина предупреди/предупред
say о | предупрежда спроси/спрос спрашива доложи/долож докладыва вспомни/вспомн вспомина
say о | проинформирова/проинформиру информирова/информиру уведоми/уведом узна узнава/узна
say о | поведа свидетельствова/свидетельству отчита/отчита* намекну/намекн намека
say - | написа/напиш писа/пиш отмети/отмет отмеча подчеркну/подчеркн подчеркива добави/добав
say - | добавля поясни/поясн поясня уточни/уточн уточня ответи/ответ отвеча возрази/возраз
say - | возража утвержда завери/завер заверя уверя настоя/насто настаива констатирова/констатиру
say - | заключи/заключ резюмирова/резюмиру продолжи/продолж продолжа переда передава/переда
say - | цитирова/цитиру парирова/париру воскликну/воскликн крикну/крикн пошути/пошут шути/шут
say - | вздохну/вздохн прокомментирова/прокомментиру выясни/выясн выясня замети/замет замеча
say - | повтори/повтор повторя поинтересова/поинтересу* сетова/сету посетова/посету
say - | изложи/излож добавля подытожи/подытож призна признава/призна отреагирова/отреагиру
say - | рассуди/рассуд рассужда подели/подел*
say на | жалова/жалу* пожалова/пожалу* указа/укаж указыва
say obj | опровергну/опровергн опроверга подтверди/подтверд подтвержда отрица отверга
say obj | отвергну/отвергн анонсирова/анонсиру раскритикова/раскритику критикова/критику
say obj+о | объяви/объяв объявля
say obj | призна/призна признава/призна
say в | призна* призна/призна* признава/призна*
say ins | объясни/объясн объясня
say named | назва/назов называ охарактеризова/охарактеризу
say в+obj | обвини/обвин обвиня заподозри/заподозр подозрева упрекну/упрекн упрека
think named | счита сочт/сочт
think - | полага дума подума предположи/предполож предполага понима помни/помн
think - | исключа допуска допусти/допуст
think в | вери/вер сомнева* усомни/усомн*
think с | согласи/соглас* соглаша*
think на | надея/наде* рассчитыва
think obj | опаса* ожида прогнозирова/прогнозиру спрогнозирова/спрогнозиру предсказа/предскаж
think obj | предсказыва
say inf+obj | пообеща обеща
want inf+obj | потребова/потребу требова/требу попроси/попрос проси/прос
want inf+obj | предложи/предлож предлага рекомендова/рекоменду порекомендова/порекоменду
want inf+obj | посоветова/посовету советова/совету планирова/планиру намерева*
want inf+к | призва/призов призыва
want inf | хоте/хоч хоте/хот собира* собра/собер* угрожа грози/гроз постанови/постанов мечта
say inf | покля/поклян* обяза/обяж*
"""
"""One line a kind: sort, frames, then stems of the past and, after a slash, of the present; a
star where the verb is reflexive («надеяться»): other verbs with «-ся» are passives."""
_WHOLE = """
say о | уведомил
say obj | опроверг опровергла опровергло опровергли отверг отвергла отвергло отвергли
think named | счел сочла сочли
think в | уверен уверена уверены убежден убеждена убеждены
think с | согласен согласна согласны
think - | против
want inf | намерен намерена намерены готов готова готовы
say - | воскликнул воскликнула
"""
_NOBODY = _set(
    """
    сообщается сообщалось утверждается утверждалось предполагается предполагалось отмечается
    отмечалось ожидается подчеркивается уточняется известно говорится говорилось сказано указано
    указывается считается передается рассказывается объявлено поясняется следует сообщено
    отмечено написано упоминается
    """
)
_BY_NOUNS = _set(
    """
    словам мнению данным информации версии сообщению сообщениям утверждению утверждениям
    сведениям оценке оценкам подсчетам расчетам заявлению признанию убеждению прогнозу прогнозам
    воспоминаниям свидетельству рассказам рассказу наблюдениям показаниям предположению
    выражению замечанию
    """
)
_OTHER_PHRASES = {
    ("со", "слов"),
    ("с", "слов"),
    ("с", "точки"),
}
IN_GENERAL = _set(
    """
    данным информации сведениям сообщениям оценке оценкам
    """
)
"""Nouns after «по» that tell of a source even where none is named."""
NOUNS = _set(
    """
    версия мнение слова заявление утверждение сообщение сообщения информация обвинение обвинения
    слухи жалоба жалобы признание обещание уверенность опасение опасения надежда вывод
    """
)
"""Nouns whose content is a clause, with whose it is beside them: «версия следствия, что»."""
NO_ATTRIBUTION = _set(
    """
    значит означает означало привело привел привела приведет сделал сделала сделало случилось
    оказалось получилось выходит бывает кажется казалось является произошло стоит хватит состоит
    заключается сводится связано объясняется вышло хорошо жаль
    """
)
"""Verbs before «что» that tell of no voice."""
BODIES = _set(
    """
    пресс-службе службе министерстве ведомстве компании мэрии полиции суде прокуратуре штабе
    банке редакции посольстве кремле партии администрации департаменте управлении фонде
    институте университете агентстве комитете правительстве госдуме думе совете комиссии
    организации издании газете корпорации холдинге клубе больнице школе следствии минобороны
    полпредстве инспекции палате госкорпорации концерне предприятии заводе фирме фракции
    """
)
"""Bodies, as they stand after «в»: «в ведомстве сообщили»."""
QUESTIONS = _set("чем кого кому чего что когда где кем как")
DATES = _set(
    """
    января февраля марта апреля мая июня июля августа сентября октября ноября декабря
    понедельник вторник среду четверг пятницу субботу воскресенье году
    """
)
"""A phrase with one of these says when, and is no content."""
BEFORE_AS = _set("того так тем пор тогда перед такой такие")
"""Before «как» these make «after», «since», «such as» of it."""
EMPTY_SUBJECTS = _set("это что все то этого ничто")
GENERIC = _set(
    """
    газета издание агентство телеканал канал журнал портал сайт радиостанция радио компания
    фирма банк завод группа холдинг корпорация концерн партия фонд организация объединение клуб
    движение проект центр институт университет комбинат предприятие общество ассоциация союз
    """
)
"""Before a name in marks these say what it is the name of."""


@cache
def _forms() -> dict[str, Verb]:
    forms: dict[str, Verb] = {}
    for verb, words in _rows(_VERBS):
        for pair in words:
            past, _, present = pair.rstrip("*").partition("/")
            reflexive = pair.endswith("*")
            made = [past + end for end in _PAST] + [(present or past) + end for end in _PRESENT]
            for form in made:
                forms.setdefault(form + (_own_end(form) if reflexive else ""), verb)
    for verb, words in _rows(_WHOLE):
        forms.update(dict.fromkeys(words, verb))
    return forms


def _own_end(form: str) -> str:
    """The reflexive ending after a form."""
    return "сь" if form[-1] in "аеиоуюя" else "ся"


def _rows(table: str) -> Iterator[tuple[Verb, list[str]]]:
    for line in table.strip().split("\n"):
        kind, _, words = line.partition(" | ")
        sort, frames = kind.split()
        yield Verb(Sort(sort), frozenset(frames.split("+")) - {"-"}), fold_yo(words).split()


def is_saying(word: str) -> bool:
    """Whether a word is a form of a verb that can stand beside a speech."""
    verb = _forms().get(fold_yo(word))
    return verb is not None and verb.sort is not Sort.WANT


_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def has_cue(text: str) -> bool:
    """Whether a text has any word that an attribution is found by."""
    found = (fold_yo(match.group().lower()) for match in _WORD.finditer(text))
    return not _cue_words().isdisjoint(found)


@cache
def _cue_words() -> frozenset[str]:
    verbs = frozenset(_forms())
    return verbs | _NOBODY | _BY_NOUNS | NOUNS | {noun for _, noun in _OTHER_PHRASES}


def find_verb(token: TokenRu) -> Verb | None:
    """The verb of saying, thinking or wanting that a token is a finite form of."""
    if token.pos not in ("VERB", "ADJ", "AUX") or token.form == "Part" or token.low == "скажем":
        return None
    return _forms().get(token.low)


def names_nobody(token: TokenRu) -> bool:
    """Whether a token is «сообщается», «известно», «говорится»: nobody is its subject."""
    return token.low in _NOBODY


def is_source_noun(preposition: str, noun: str) -> bool:
    """Whether two words open a phrase that names a source: «по словам», «с точки» (зрения)."""
    if preposition == "по":
        return noun in _BY_NOUNS
    return (preposition, noun) in _OTHER_PHRASES
