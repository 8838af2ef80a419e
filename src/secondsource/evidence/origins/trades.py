"""What kind of body a source's words name, in seven languages: "the fire service", „die Feuerwehr“.

A body is known in another language by its trade, as there is no name to compare: «в обласній
поліції» and "the regional police". Written by hand for this project, from how newspapers put it.
"""

import re
from functools import lru_cache

from secondsource.evidence.origins.voicewords import (
    PEOPLE_WITHOUT_NAME,
    SPEAKERS_FOR_A_BODY,
    list_words,
)
from secondsource.evidence.query.terms import find_words, fold
from secondsource.names.sounds import to_latin

_MAGISTRAT = r"(?:der|dem|den) magistrat|magistrat(?:u|owi|em)|magistracie"
"""A town's government in German and Polish; in French and English the word means a judge."""
_TRADES = {
    "police": r"police|polic(?:ía|j[aiąeę])|поліці\w+|полици\w+|\w*polizei(?:direktion|präsidium)?",
    "gendarmerie": r"gendarmerie|gendarmes|guardia civil|carabinieri|жандарм\w+|żandarm\w+",
    "fire": r"fire (?:service|brigade|department|authority|crews?)|firefighters|\w*feuerwehr|"
    r"(?:sapeurs-)?pompiers|bomberos|straż\w* pożarn\w+|strażac\w+|пожарн\w+|пожежн\w+",
    "mountain_rescue": r"mountain rescue\w*|mountain rescuers|berg(?:rettung|wacht)|"
    r"secours en montagne|rescate de montaña|(?:gó|ta)\w+ pogotowi\w+|ratowni\w+ górsk\w+|"
    r"горноспасател\w+|гірськ\w+ рятувальн\w+",
    "rescue": r"(?:emergency|rescue) (?:service|ministry|team|crew)s?|rescuers|rettungsdienst|"
    r"служб\w+ спасени\w+|спасател\w+|мчс|дснс|dsns|рятувальник\w*|protección civil|"
    r"sécurité civile|służb\w+ ratown\w+|ratowni\w+",
    "navy": r"nav(?:y|al forces)|(?:la |die |der |kriegs)marine|armada|marynark\w+ wojenn\w+|"
    r"военно-морск\w+|вмс|вмф|військово-морськ\w+",
    "army": r"army|armed forces|general staff|арми[яиюей]+|армі[яїюєй]+|генштаб\w*|"
    r"вооруж[её]нн\w+ сил\w*|збройн\w+ сил\w*|bundesheer|bundeswehr|streitkräfte|arm[ée]e|"
    r"ejército|fuerzas armadas|siły zbrojne|sztab\w* generaln\w+",
    "coastguard": r"coast ?guard|берегов\w+ охран\w+|берегов\w+ охорон\w+|küstenwache|"
    r"garde[- ]côtes?|guarda?costas|guardia costera|straż\w* przybrzeżn\w+",
    "border": r"border (?:guard|service|police)s?|погранични\w+|погранслужб\w+|прикордонн\w+|"
    r"grenz(?:schutz|polizei)|garde[s-]* ?frontières?|guardia fronteriza|straż\w* graniczn\w+",
    "prosecution": r"prosecutors?(?:['’]s? office)?|prosecution(?: service)?|прокур\w+|"
    r"\w*staatsanw[aä]lt\w*|parquet|procureure?|ministère public|prokurat\w+|prokurator\w*|"
    r"fiscalía|(?:el|la|los|las|un|una|del|al) fiscal(?:es)?|fiscal (?:general|jef[ea]|superior)",
    "court": r"courts?|tribunal\w*|cour (?:d['’]appel|d\S+ \w+)|juzgado|audiencia|"
    r"(?:гор|обл|рай)?суд(?:а|у|ом|е|і)?|"
    r"(?:amts|land|ober|kreis|stadt|verwaltungs|bezirks)*gericht(?:s|shof)?|sąd(?:u|em|zie)?",
    "city_hall": r"(?:city|town) hall|(?:city|town|municipal) administration|мэри[яиюей]+|"
    r"мері[яїюєй]+|администрац\w+ города|городск\w+ администрац\w+|міськ\w+ рад\w+|"
    r"горадминистрац\w+|stadtverwaltung|rathaus|mairie|ayuntamiento|alcaldía|"
    rf"urz\w+ (?:miasta|miejsk\w+)|ratusz\w*|{_MAGISTRAT}",
    "election": r"(?:election|electoral) (?:commission|office|board|authorit\w+|committee)|"
    r"returning officer|избирательн\w+ (?:комисси|совет)\w*|избирком\w*|"
    r"виборч\w+ (?:комісі\w+|рад[аиіою]+)|твк|цвк|"
    r"wahl(?:leit|kommission|amt|behörde|ausschuss|büro)\w*|commission électorale|"
    r"(?:junta|comisión) electoral|komisj\w+ wyborcz\w+",
    "central_bank": r"central bank|центробанк\w*|центральн\w+ банк\w*|нацбанк\w*|"
    r"національн\w+ банк\w*|\w*notenbank|zentralbank|banque centrale|banco central|"
    r"bank\w* centraln\w+",
    "government": r"government|правительств\w+|уряд(?:у|ом|і)?|\w*regierung|gouvernement|"
    r"gobierno|rząd(?:u|em|zie)?",
    "weather": r"(?:weather|met|meteorological) (?:service|office|bureau|institute|agency)|"
    r"гидромет\w*|гідромет\w*|метеослужб\w+|синоптик\w*|\w*wetterdienst|météo\w*|"
    r"(?:servicio|agencia|instituto) (?:\w+ )?(?:de meteorología|meteorológic\w+)|"
    r"(?:instytut\w*|służb\w+) meteorolog\w+|imgw",
    "hospital": r"hospital|infirmary|больниц\w+|лікарн\w+|krankenhaus\w*|klinik(?:um)?|hôpital|"
    r"szpital\w*",
    "university": r"universit(?:y|ies|ät|é|à)|университет\w*|університет\w*|universidad|"
    r"uniwersytet\w*",
    "accidents": r"(?:accident|crash|safety) investigat\w+ (?:board|branch|bureau|agency)|"
    r"\w*unfalluntersuchung\w*|\w*badani\w+ wypadków\w*|расследовани\w+ (?:аварий|катастроф)|"
    r"розслідуванн\w+ (?:аварій|катастроф)|enquêtes? (?:sur les )?accidents|"
    r"investigación de accidentes",
    "union": r"(?:trade |labou?r )?(?<!european )(?<!african )(?<!soviet )(?<!credit )"
    r"(?<!customs )(?<!western )union(?! (?:bank|pacific|station|cabinet|minister|government))|"
    r"профсоюз\w*|профспілк\w*|\w*gewerkschaft|syndicat|"
    r"sindicato|związ\w+ (?:zawodow\w+|kierowców|nauczyciel\w+|pracownik\w+)",
}
"""What a body does, by its English name, and the words for it, inflected as sources are."""
_DOCUMENTS = {
    "ruling": r"ruling|judge?ment|sentencia|fallo|urteils?|jugement|arrêt|приговор\w*|"
    r"вирок\w*|wyrok\w*|решени\w+ суда|рішенн\w+ суду|orzeczeni\w+",
    "indictment": r"indictment|charge sheet|anklageschrift|acte d['’]accusation|"
    r"escrito de acusación|обвинительн\w+ заключени\w+|обвинувальн\w+ акт\w*|akt\w* oskarżenia",
    "accounts": r"(?:annual |yearly )?accounts|annual report|jahresabschluss\w*|"
    r"geschäftsbericht\w*|comptes(?: annuels)?|cuentas(?: anuales)?|годов\w+ отч[её]т\w*|"
    r"річн\w+ зві(?:т|тніст)\w*|sprawozdani\w+ finansow\w+",
    "minutes": r"minutes|protokolls?|procès-verbal|actas?|протокол\w*|protok[oó]ł\w*",
    "contract": r"contract|vertrag\w*|contrat|contrato|договор\w*|контракт\w*|догов[оі]р\w*|"
    r"umow\w+",
    "post-mortem": r"autopsy|post-?mortem|obduktion\w*|autopsie|autopsia|вскрыти\w+|розтин\w*|"
    r"sekcj\w+ zwłok",
}
"""Papers of which a story has one, by their English names: no reports, studies or letters."""
_LEVELS = {
    "city": r"city|town|municipal|горо[дж]\w*|городск\w+|міськ\w+|міст[аоу]|stadt\w*|städtisch\w+|"
    r"municipale?s?|villes?|ciudad|miast[aoe]|miejsk\w+|" + _MAGISTRAT,
    "region": r"regional\w*|county|provincial\w*|областн\w+|област[иь]ю?|обласн\w+|област[іь]|"
    r"краев\w+|landes\w+|kreis\w*|départemental\w*|régional\w*|wojewódzk\w+|powiatow\w+",
    "first court": r"(?:district|city|municipal) court|amtsgericht\w*|sąd\w* rejonow\w+|"
    r"(?:районн|городск|міськ)\w+ суд\w*",
    "second court": r"regional court|landgericht\w*|sąd\w* okręgow\w+|"
    r"(?:областн|обласн|окружн)\w+ суд\w*",
    "appeal": r"appeals? court|courts? of appeals?|oberlandesgericht\w*|cour d['’]appel|"
    r"апелляционн\w+|апеляційн\w+|sąd\w* apelacyjn\w+",
    "country": r"national\w*|federal\w*|supreme|sąd\w* najwyższ\w+|верховн\w+|"
    r"федеральн\w+|національн\w+|bundes\w+|nacional\w*|krajow\w+|suprême|supremo",
}
"""For which piece of land a body is there, or which court; two of other levels are two bodies."""
_HEAD = (
    r"(?:глав(?:а|ы|е|у|ой|ою)|голов(?:а|и|і|у|ою)|очільник\w{0,2}|руководител[ьяюе]м?|head)"
    r" (?:of )?(?:the )?"
)
_ENDS = r"(?=\W*\Z|,|\s(?-i:[A-ZА-ЯЁІЇЄҐ]))"
_OFFICES = {
    "governor": rf"(?:{_HEAD}|начальник\w{{0,2}} |chief of (?:the )?)"
    r"(?:(?:\w+(?:ой|ої|кого) |(?-i:[A-Z])\w+ )?"
    rf"(?:области|області|региона|регіону|края|краю|ОВА|ОГА|ОДА|region){_ENDS}|"
    r"(?:regional|област\w+|обласн\w+|региональн\w+|регіональн\w+|краев\w+) "
    r"(?:\w+(?:ой|ої) |military |state |civil(?:ian)? )?(?:administration|админ\w+|адмін\w+))",
    "mayor": rf"{_HEAD}(?:(?:города|міста){_ENDS}|городск\w+ администрац\w+|администрац\w+ города|"
    r"(?:city|town) administration)|міськ\w+ голов(?:а|и|і|у|ою)",
}
"""Offices that are told as the head of something: «глава области», no «главный врач области»."""


def _compile(table: dict[str, str]) -> dict[str, re.Pattern[str]]:
    return {
        name: re.compile(rf"(?<!\w)(?:{spelt})(?!\w)", re.IGNORECASE)
        for name, spelt in table.items()
    }


_TRADE_PATTERNS, _LEVEL_PATTERNS, _OFFICE_PATTERNS, _DOCUMENT_PATTERNS = map(
    _compile, (_TRADES, _LEVELS, _OFFICES, _DOCUMENTS)
)
_INDEFINITE = list_words(
    "a an one two three four several some ein eine einer einem un une una dos tres deux trois "
    "двое трое один одна кілька несколько jeden jedna dwóch trzech"
)
_SMALL = list_words("the a an la le el der die das dem den les los las in im")
_SPEAKERS = SPEAKERS_FOR_A_BODY - {"service"}
_LEAST_OF_NAME = 4
_ENDING = 2


@lru_cache(maxsize=4096)
def find_trades(shown: str) -> frozenset[str]:
    """The kinds of bodies that a source's words name; none where somebody unnamed is meant.

    "A police officer" and „zwei Polizisten“ are people, not the body; "researchers at the
    University of Dale" are that, and „ein Sprecher der Polizei“ speaks for it.
    """
    words = [fold(word.text) for word in find_words(shown)]
    trades = _find_all(shown) if words else frozenset()
    if trades and PEOPLE_WITHOUT_NAME & set(words):
        return trades & {"university"} if find_proper(shown) else frozenset()
    speaks = bool(_SPEAKERS & set(words))
    unknown = trades and words[0] in _INDEFINITE and not speaks and not find_proper(shown)
    return frozenset() if unknown else trades


def _find_all(text: str) -> frozenset[str]:
    return frozenset(name for name, spelt in _TRADE_PATTERNS.items() if spelt.search(text))


def find_documents(shown: str) -> frozenset[str]:
    """The papers that a source's words name, of those of which a story has one each."""
    words = [fold(word.text) for word in find_words(shown)]
    if PEOPLE_WITHOUT_NAME & set(words):
        return frozenset()
    return frozenset(name for name, spelt in _DOCUMENT_PATTERNS.items() if spelt.search(shown))


def find_offices(shown: str) -> frozenset[str]:
    """The offices that are told as the head of something: «глава области» is a governor."""
    bare = shown.removeprefix("the ").removeprefix("The ")
    return frozenset(name for name, spelt in _OFFICE_PATTERNS.items() if spelt.match(bare))


def are_levels_apart(left: str, right: str) -> bool:
    """Whether two bodies of one trade are of other levels: a city's court, a region's."""
    a, b = (
        {name for name, spelt in _LEVEL_PATTERNS.items() if spelt.search(shown)}
        for shown in (left, right)
    )
    return bool(a and b and not a & b)


def find_proper(shown: str) -> frozenset[str]:
    """The names within a source's words, in plain Latin letters: "brevannes"."""
    bare = shown
    for pattern in (*_TRADE_PATTERNS.values(), *_LEVEL_PATTERNS.values()):
        bare = pattern.sub(" ", bare)
    return frozenset(
        to_latin(fold(word.text))
        for word in find_words(bare)
        if word.text[0].isupper()
        and fold(word.text) not in _SMALL | _SPEAKERS
        and len(word.text) >= _LEAST_OF_NAME
    )


def share_proper(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two sources have a name in common, endings aside."""
    return any(are_one_word(a, b) for a in left for b in right)


def are_one_word(a: str, b: str) -> bool:
    """Whether two words are forms of one, as far as their beginnings say."""
    least = max(_LEAST_OF_NAME, max(len(a), len(b)) - _ENDING)
    return a[:least] == b[:least]


def find_named_trade(trades: frozenset[str], names: frozenset[str], text: str) -> bool:
    """Whether a sentence names a body of one of these trades by one of these names."""
    if not trades or not names:
        return False
    return bool(trades & _find_all(text)) and share_proper(names, find_proper(text))
