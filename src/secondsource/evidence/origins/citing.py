"""The words by which a text says that it has something from an outlet, in seven languages.

Written by hand for this project, from how newspapers put it.
"""

import re
from collections.abc import Iterator

from secondsource.article import Span
from secondsource.evidence.origins.voicewords import TITLES, list_words
from secondsource.evidence.query.terms import fold
from secondsource.names.words import given_names
from secondsource.reading.lowered import quicken

_KIND_WORDS = (
    r"(?:the|news agency|agency|newspaper|daily|website|broadcaster|magazine|channel|site|"
    r"агентств\w+|газет\w+|издани\w+|портал\w*|телеканал\w*|агенці\w+|виданн\w+|сайт\w*|журнал\w*|"
    r"die|der|das|dem|den|zeitung|magazin|sender|nachrichtenagentur|"
    r"le|la|l['’]|el|les|los|journal|quotidien|agence|agencia|diario|agencj\w+|dziennik\w*|gazet\w+)"
)
_SAID_BEFORE = (
    # English: "according to a report by X", "carried by X", "told X", "writes the X"
    r"according to (?:[\w’'-]+ ){1,6}(?:by|in|of|from)|"
    r"(?:carried|printed|aired|released|published|seen|made)(?: [\w’'-]+){0,3} (?:by|in|on)|"
    r"as (?:first )?(?:reported|published|seen|quoted|revealed) (?:by|in)|according to|"
    r"citing|quoting|quoted by|reported (?:by|in)|cited by|"
    r"reports? (?:by|in|from|on)|stor(?:y|ies) (?:by|in|from)|article (?:by|in|from)|"
    r"told|tells|via|per|"
    r"so (?:says|said|reported|reports)|emerged in|source:|first (?:by|in)|"
    r"interview (?:with|to)|with reference to|obtained by|published (?:by|in)|"
    r"in (?:an? )?(?:report|story|article|interview|statement) (?:by|in|to|for)|h/t|"
    # Russian and Ukrainian
    r"с[оа] ссылкой на|со слов|сообщ\w+|переда[её]т|передал\w*|пишет|написал\w*|"
    r"по данным|по информации|по сообщени\w+|цитирует|в интервью|рассказал\w* в?|"
    r"информирует|отмечает|источник:|прочитал\w* в|(?:корреспондент|журналист)\w*|"
    r"повідом\w+|і?з посиланням на|переда[єв]\w*|пише|за даними|за інформацією|"
    r"інформує|в інтерв['’]ю|джерело:|прочита\w+ (?:в|у)|(?:кореспондент|журналіст)\w*|"
    # German
    r"laut|unter Berufung auf|berichte\w*|melde\w*|schreib\w*|schrieb|zitiert|"
    r"nach (?:Angaben|Informationen|einem Bericht) (?:von|der|des|von der)|sagte|quelle:|"
    r"in einem Interview mit|gegenüber|wie|"
    # French
    r"selon|d['’]après|rapporte\w*|a (?:rapporté|indiqué|annoncé|révélé|écrit)|indique|"
    r"cité par|relayé par|citant|écrit|révèle|précise|source :|"
    # Spanish
    r"según|citando|de acuerdo con|inform(?:a|ó|aron)|recoge|public(?:a|ó)|"
    r"información de|citad[oa] por|cita a|fuente:|"
    # Polish
    r"podał\w*|podaj\w+|według|powołując się na|za|(?:po)?inform(?:uje|ował\w*)|donos\w+|"
    r"przeczyta\w+ w|czytam\w* w|(?:reporter|dziennikar)\w*|"
    r"doniós\w+|pisze|napisał\w*|cytowan\w+ przez|przekaza\w+|źródło:"
)
_SAID_AFTER_MARK = r"[,:”\"] (?:reports|reported|writes|wrote|says|said|notes)"
_BEFORE = quicken(
    re.compile(
        rf"(?:\b(?:{_SAID_BEFORE})|{_SAID_AFTER_MARK})[\s,:]*"
        rf"(?:{_KIND_WORDS}\s*){{0,2}}[\"“«„']?$",
        re.IGNORECASE,
    )
)
_AFTER = re.compile(
    r"^[\"”»“]?(?:['’]s?)?(?:\s+(?:news agency|agency|newspaper|website|magazine|news))?"
    r"(?:, (?:which|a|the|который|которая|которое)[^.,]{1,80},)?\s+"
    r"(?:(?:has|have|had|is|was|also|first|later|earlier|then|now|exclusively)\s+){0,2}"
    r"(?:report(?:ed|s|ing)?|said|says|wrote|writes|quoted|quotes|cited|cites|reveal(?:ed|s)|"
    r"published|learned|learnt|found (?:that|out|no)|noted|notes|claim(?:s|ed)|confirmed|"
    r"carried|broke|brought it out|the first to|has it|had it|understands|"
    r"сообщ\w+|пи[сш]\w+|написал\w*|переда\w+|цитирует|"
    r"berichte\w*|melde\w*|schreibt|schrieb|zitiert|"
    r"rapporte|écrit|indique|révèle|a (?:rapporté|révélé|annoncé)|inform[óa]|publicó|publica|"
    r"повідом\w+|пише|передає|podał\w*|podaje|poinformował\w*|donosi|pisze|informuje)\b",
    re.IGNORECASE,
)
_TAG = re.compile(r"[(/]\s*(?:via |za |source: |quelle: )?$", re.I), re.compile(r"^\s*[)/]")
_CHAIN = re.compile(
    r"\b(?:citing|quoting|with reference to|со ссылкой на|і?з посиланням на|цитиру\w+|"
    r"unter Berufung auf|citando|citant|powołując się na)\b",
    re.IGNORECASE,
)
_REBUTS = (
    r"contrary to|den(?:y|ying|ies|ied)|refut\w+|dismiss\w+|reject\w+|disput\w+|despite|"
    r"вопреки|опров\w+|отверг\w+|всупереч|спрост\w+|entgegen|dementier\w+|démen\w+|desmin\w+|"
    r"wbrew|zaprzecz\w+"
)
_REPORT = (
    r"reports?|stor(?:y|ies)|articles?|claims?|accounts?|allegations?|figures?|coverage|"
    r"сообщени\w+|публикаци\w+|стать\w+|информаци\w+|данны\w+|повідомлен\w+|публікаці\w+|"
    r"інформаці\w+|bericht\w*|meldung\w*|angaben?|darstellung\w*|artikel\w*|informations?|"
    r"información|noticias?|informes?|doniesie\w+|informacj\w+"
)
_OF = r"by|in|of|from|on|published|carried|an?|von|par|de|du|del|di|przez|w|z"
# What is rebutted is the outlet ("disputes Reuters"), its report, or "what it wrote".
_REBUTTAL = re.compile(
    rf"\b(?:{_REBUTS})(?:(?:\s+(?:what|an?|{_KIND_WORDS}))*|\s+what(?:\s+[\w’'-]+){{1,5}}|"
    rf"(?:\s+[\w’'-]+){{0,4}}?\s+(?:{_REPORT})(?:\s+(?:{_OF}|{_KIND_WORDS})){{0,4}})"
    r"\s*[\"“«„']?$",
    re.IGNORECASE,
)
_ANAPHOR = re.compile(
    r"\b(?:the|its|that) (?:newspaper|paper|agency|outlet|broadcaster|website|magazine|"
    r"publication|daily)\b|\b(?:the|this|its|that) (?:report|commentary|article|story|dispatch)\b|"
    r"\b(?:издани[еяю]|изданием|газет[аыуе]|агентств[оауе]|статья|статье|комментари[йия]|"
    r"публикаци[яи])\b|"
    r"\bd(?:as|em|es) (?:blatt(?:es|s)?|magazin|sender|portal)\b|"
    r"\b(?:der|die) (?:zeitung|agentur|zeitschrift)\b|"
    # it is said to be told somewhere, and where is told beside it
    r"\bit (?:was|is|has been) (?:claimed|reported|alleged)\b|\breportedly\b|"
    r"\bкак (?:сообщается|утверждается)\b|\bяк (?:повідомляється|стверджується)\b|"
    r"\bmedienberichten zufolge\b|\bselon la presse\b|\bsegún la prensa\b|\bjak podano\b",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"(?:the|the same) (?:newspaper|paper|outlet|website|site|portal|magazine|publication|"
    r"broadcaster|station|daily)|"
    r"(?:то же |это |та же |эта )?(?:издани[еяю]|изданием|газет[аыуе]|портал|сайт)|"
    r"(?:те саме |це |та сама |ця |той самий |цей )?(?:видання|газета|портал|сайт)|"
    r"d(?:as|em|es) (?:blatt(?:es|s)?|magazin|sender|portal)|(?:der|die) (?:zeitung|zeitschrift)|"
    r"(?:dasselbe|dieselbe|derselbe) (?:blatt|magazin|sender|portal|zeitung|zeitschrift)|"
    r"(?:le|ce|le même) (?:journal|quotidien|site|magazine)|la même chaîne|"
    r"(?:el|ese|este|el mismo) (?:diario|periódico|portal|medio)|"
    r"(?:ten|ten sam|ta|ta sama) (?:portal|dziennik|tygodnik|gazeta|serwis)",
    re.IGNORECASE,
)
_WITNESS = re.compile(
    r"\b(?:(?:our|this) (?:own )?(?:reporters?|correspondents?)|"
    r"наш\w* (?:собственн\w+ |власн\w+ )?(?:корреспондент|кореспондент|репорт[её]р|журналіст|"
    r"журналист)\w*|unser\w* (?:reporter|korrespondent|redakteur)\w*|"
    r"(?:notre|nos) (?:reporter|envoyé|correspondant|journaliste)\w*|"
    r"nuestr[oa]s? (?:reporter|correspons|enviad|redactor|periodist)\w*|"
    r"nasz\w* (?:reporter|korespondent|dziennikar|wysłanni)\w*)",
    re.IGNORECASE,
)
"""By whom a paper has seen it itself: what it tells of that it has from nobody else."""
_REBUTTAL_REACH = 60
MASTHEAD = (
    r"(?:News|Times|Post|Mail|Herald|Press|Journal|Observer|Online|Radio|TV|Magazine|Gazette|"
    r"Tribune|Daily|Star|Mirror|Telegraph|Chronicle|Courier|Reporter|Examiner|Standard|Record|"
    r"Sentinel|Dispatch|Globe|Inquirer|Zeitung|Nachrichten|Правда|Новости|Известия|Газета|Вести)"
)
_DOMAIN = r"\.(?:com|co\.uk|org|net|ru|de|fr|es|pl|ua|info)"
_LIKE_OUTLET = re.compile(
    rf"(?<!\w)(?:(?:[^\W\d_a-z][\w’'-]+ ){{1,3}}{MASTHEAD}|(?:Radio|Daily) [^\W\d_a-z][\w]+"
    rf"|[\w-]+{_DOMAIN})(?!\w)"
)
_LIKE_OUTLET_HINT = re.compile(rf" {MASTHEAD}(?!\w)|(?:Radio|Daily) |{_DOMAIN}(?!\w)")
"""What is in every line that `_LIKE_OUTLET` finds something in: quicker to look for."""


def is_cited(before: str, after: str) -> bool:
    """Whether what stands between these words is named as the source, not to be rebutted."""
    if is_rebutted(before):
        return False
    if _is_tag(before, after) or _AFTER.search(after):
        return True
    return _BEFORE.search(before, before.lower()) is not None


def is_rebutted(before: str) -> bool:
    """Whether these words turn against the outlet that follows them: "denied a report by ...".

    That somebody denies something else, as an outlet reports, rebuts no outlet.
    """
    return bool(_REBUTTAL.search(before[-_REBUTTAL_REACH:]))


_MAY_FOLLOW = list_words(
    "a about after again agency also an and as at because before broadcaster but by could "
    "correspondent correspondents daily during earlier early editor exclusively first for from had "
    "has have he her his how if in interview is it its journalist journalists last late later "
    "magazine might monday tuesday wednesday thursday friday saturday sunday january february "
    "march april june july august september october november december net network news newspaper "
    "next no not now of on only or our over paper podcast radio report reporter reporters reports "
    "separately she should since so some story than that the their there these they this those "
    "through to today tonight tv under until via was we website week were what when where whether "
    "which while who why will with without would yesterday you"
)
_NEXT_WORD = re.compile(r"\s+[\"“«„]?(?P<word>[^\W\d_][\w’'-]*)")
_COMPOUND = re.compile(r"-(?!based|owned|backed|run|led)\w")
_LAST_WORD = re.compile(r"(?P<word>[^\W\d_][\w’'-]*)\.?\s+$")
_ADDRESSES = re.compile(r"\b(?:told|tells|informed)\s+(?:the\s+)?$", re.IGNORECASE)
_AFTER_ARTICLE = re.compile(r"\bthe\s+(?:[\w-]+\s+){0,2}[\"“]?$", re.IGNORECASE)
_NO_RANKS = list_words("the a an then former deputy vice acting foreign")
_GERMAN = "de"  # has capitals on all nouns


def is_one_word_outlet(
    before: str, after: str, language: str | None, *, is_sure: bool, has_article: bool
) -> bool:
    """Whether a word that is an outlet's name means the outlet: not "the Times Square crowd".

    Args:
        before: what stands before it.
        after: what stands after it.
        language: ISO 639-1 code of the text; None is read as English.
        is_sure: an agency or an abbreviation, which is no ordinary word.
        has_article: it is called by its article only ("the Sun"), which is none of the name here.
    """
    if _names_person(before):
        return False
    if _is_tag(before, after):
        return True
    is_english = language in (None, "en")
    if is_english and has_article and not _AFTER_ARTICLE.search(before):
        return False
    if is_english and _COMPOUND.match(after):
        return False
    follows = _NEXT_WORD.match(after)
    if follows is None or _AFTER.search(after) or follows["word"].casefold() in _MAY_FOLLOW:
        return True
    if follows["word"][0].isupper():
        return language == _GERMAN or (is_sure and bool(_ADDRESSES.search(before)))
    return is_sure or not is_english


def _names_person(before: str) -> bool:
    """Whether these words end in a title or a given name: "Mr Bloomberg", "Michael Bloomberg"."""
    last = _LAST_WORD.search(before)
    if last is None or not last["word"][0].isupper():
        return False
    word = fold(last["word"])
    return word in TITLES - _NO_RANKS or word in given_names()


def _is_tag(before: str, after: str) -> bool:
    return bool(_TAG[0].search(before) and _TAG[1].search(after))


def chains_on(text: str) -> bool:
    """Whether one outlet is said to have it from another: "A, citing B"."""
    return bool(_CHAIN.search(text))


def means_paper(text: str) -> bool:
    """Whether a text speaks of "the report" or "the newspaper", which is named elsewhere."""
    return bool(_ANAPHOR.search(text))


def is_paper(shown: str) -> bool:
    """Whether a source's words are "the newspaper", «издание» and nothing else."""
    return _PAPER.fullmatch(shown.strip()) is not None


def is_witnessed(text: str) -> bool:
    """Whether a sentence tells what the paper's own reporter saw or heard."""
    return _WITNESS.search(text) is not None


def is_short_name(shown: str, outlet: str) -> bool:
    """Whether a source's words are an outlet's last word, "the Gazette" in the Dale Gazette."""
    last = outlet.rpartition(" ")[2]
    bare = shown.strip().removeprefix("the ").removeprefix("The ")
    return bare == last and last != outlet and re.fullmatch(MASTHEAD, last) is not None


def find_named_like_outlets(text: str, around: Span) -> Iterator[tuple[str, Span]]:
    """Names that end as mastheads and addresses do ("Kestrel Evening News", "metro.example")."""
    start = around.start
    while hint := _LIKE_OUTLET_HINT.search(text, start, around.end):
        line = max(start, text.rfind("\n", start, hint.start()) + 1)
        start = text.find("\n", hint.end(), around.end)
        start = around.end if start < 0 else start
        for match in _LIKE_OUTLET.finditer(text, line, start):
            yield match.group(), Span(*match.span())
