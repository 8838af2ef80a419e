"""The source at the end of a sentence, in six languages, for where reading finds none there.

«..., сообщила пресс-служба суда», « ..., a indiqué mercredi le parquet ».
"""

import re

from secondsource.article import Span
from secondsource.evidence.origins.voicekey import VoiceKey, make_voice_key

_NAME = (
    r"(?P<shown>[^,.;:!?…\"“”«»„()\n]{3,80}?"
    r"(?:, (?P<name>[^\W\d_a-zà-ÿа-яёіїєґ]\w+(?: [^\W\d_a-zà-ÿа-яёіїєґ][\w’'-]+)+))?)"
)
_NO_SOURCE = (
    r"(?!(?:обо?|о|во?|у|із?|из|про|по|на|за|со?|к|от|до|для|при|после|что|как|з|від|під|щодо|"
    r"w|we|o|na|do|po|z|ze|dla|od|przed|podczas|że|jak|wczoraj|dziś|dzisiaj|вчера|сегодня|учора|"
    r"вчора|сьогодні|понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье|понеділок|"
    r"вівторок|середу|п['’ʼ]ятницю|суботу|неділю|эфире|ефірі|(?:соцсет|соцмереж|інтерв|интерв)\S*|\d\S*|"
    r"(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)е|марте|мае|августе|"
    r"(?:січ|квіт|трав|черв|лип|серп|верес|жовт|груд)ні|лютому|березні|листопаді)(?!\w))"
)
"""What else follows a verb of saying: what about it is told, and when, and where it was printed."""
_END = r"(?: mit)?(?P<end>[.…]?\s*)$"
_TAGS = {
    "ru": r", (?:сообщ(?:ил\w*|ает|ают)|заявил\w*|рассказал\w*|уточнил\w*|пояснил\w*|"
    r"отметил\w*|подтвердил\w*|говорится|следует) (?:во? |из )?",
    "uk": r", (?:повідом(?:ив|ил\w|ля\w+)|заяви(?:в|л\w)|розпові(?:в|л\w)|уточни(?:в|л\w)|"
    r"поясни(?:в|л\w)|зазнач(?:ив|ил\w|а\w+)|підтверди(?:в|л\w)|кажуть|йдеться) (?:[ув] |із? )?",
    "de": r", (?:teilten?|sagten?|erklärten?|berichteten?|bestätigten?|meldeten?) "
    r"(?=(?:der|die|das) )",
    "fr": r", (?:a|ont) (?:indiqué|annoncé|déclaré|expliqué|précisé|affirmé|confirmé|rapporté)"
    r"(?: [^\s,]+){0,4}? (?=(?:le|la|les|une?) |l['’])",
    "es": r", (?:dij|inform|declar|afirm|confirm|asegur|explic|señal|indic)(?:o|ó|eron|aron)"
    r"(?: [^\s,]+){0,3}? (?=(?:el|la|los|las|una?) )",
    "pl": r", (?:poinformowa|przekaza|poda|powiedzia|oświadczy)(?:ł\w*|li) |"
    r", (?:informuj[eą]|wynika z) ",
}
_PATTERNS = {
    language: re.compile(rf"(?i:(?:{spelt}){_NO_SOURCE}){_NAME}{_END}")
    for language, spelt in _TAGS.items()
}


def find_tag(sentence: str, language: str | None) -> tuple[VoiceKey, Span] | None:
    """The source that a sentence ends with, behind a comma and a verb of saying, if any."""
    pattern = _PATTERNS.get(language or "en")
    match = pattern.search(sentence) if pattern else None
    key = make_voice_key(match["shown"], match["name"]) if match else None
    return (key, Span(*match.span("shown"))) if match and key else None


_WHOM = r"(?P<shown>[^.;:!?…\"“”«»„()\n]{3,80}?)"
_OF_THAT = {
    "de": rf"(?:Das|Dies) (?:teilte|gab|sagte|erklärte|bestätigte|berichtete) {_WHOM}"
    r"(?: (?:mit|bekannt|am|gegenüber)\b|[.])",
    "fr": rf"C['’]est ce qu['’](?:a|ont) (?:annoncé|indiqué|déclaré|affirmé) {_WHOM}[.]",
    "es": rf"Así lo (?:ha |han )?(?:inform|anunci|indic|asegur|confirm)(?:ó|aron|ado) {_WHOM}[.]",
    "pl": rf"(?:O tym|Tak) (?:poinformował|powiedział|przekazał)[aoiy]? {_WHOM}[.]",
    "ru": rf"Об этом (?:сообщил|заявил|рассказал)[аио]? {_NO_SOURCE}{_WHOM}[.]",
    "uk": rf"Про це (?:повідоми|заяви|розпові)(?:в|л[аио]) {_NO_SOURCE}{_WHOM}[.]",
}
"""How the next sentence says who said it: „Das teilte der Sprecher mit“, «Об этом сообщил мэр»."""
_AFTERWARDS = {lang: re.compile(rf"[.”\"»“]*\s*{spelt}") for lang, spelt in _OF_THAT.items()}


def find_said_after(
    text: str, sentence: Span, language: str | None
) -> tuple[VoiceKey, Span] | None:
    """The source of a sentence by the one that follows it in its paragraph, if that tells only so.

    The span is that of the source in the text.
    """
    pattern = _AFTERWARDS.get(language or "en")
    match = pattern.match(text, sentence.end) if pattern else None
    if match is None or "\n" in text[sentence.end : match.start("shown")]:
        return None
    key = make_voice_key(match["shown"])
    return (key, Span(*match.span("shown"))) if key else None
