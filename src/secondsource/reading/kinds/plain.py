"""Sentences that deny a plain fact: nobody was hurt, the firm would not comment, it is not known.

The model of views takes many of them for views, as views often say "not".
"""

import re

_HURT_EN = (
    r"(?:hurt|injured|killed|wounded|harmed|dead|died|arrested|detained|charged|missing|trapped|"
    r"evacuated|in danger|life[- ]threatening|aboard|on board|inside|reported)"
)
_PLAIN = {
    "en": r"(?:nobody|no one|no-one|"
    r"none(?: of (?:the|them|those|his|her|its|their)\b[^,;:]{0,40})?) "
    r"(?:(?:is|are|was|were|has|have|had|been|else|thought|believed|said|to|be) ){0,5}"
    rf"{_HURT_EN}\b|"
    rf"(?:there (?:were|are|was) )?no (?:\w+ )?(?:casualties|injuries|deaths|arrests)\b|"
    r"(?:declined|refused) to (?:comment|say|be named)\b|"
    r"(?:is|are|was|were) not (?:yet )?(?:binding|known|clear(?! enough))(?=\W*$)",
    "de": r"woll\w+ sich\b[^,;:]{0,60}\bnicht (?:äußern|dazu äußern)|"
    r"(?:niemand|keiner|keine der \w+)\b[^,;:]{0,40}\b(?:verletzt|vermisst|getötet|festgenommen)|"
    r"(?:verletzt|vermisst|getötet|festgenommen) w\w+\b[^,;:]{0,30}\b(?:niemand|keiner)|"
    r"(?:ist|sind|war|waren)\b[^,;:]{0,30}\b(?:nicht bekannt|unbekannt|unklar)(?=\W*$)",
    "fr": r"personne n['’](?:a|est|avait|était)\b[^,;:]{0,20}\b(?:blessé|mort|tué|disparu|arrêté)|"
    r"(?:n['’](?:a|ont)|n['’]avait) pas (?:souhaité|voulu|pu) (?:s['’]exprimer|commenter|réagir|"
    r"répondre)",
    "es": r"(?:nadie (?:resultó|ha resultado|fue|está|ha sido)|no hubo|no hay)\b[^,;:]{0,30}"
    r"\b(?:herid|lesionad|muert|víctimas|detenid|desaparecid)\w*|"
    r"(?:no quis\w+|declin\w+|rehus\w+)\b[^,;:]{0,20}\b(?:comentar|responder|hacer declaraciones)",
    "pl": r"nikt\b[^,;:]{0,20}\bnie (?:został ranny|ucierpiał|zginął|odniósł)|"
    r"nie (?:chciał\w*|chcą|chce)\b[^,;:]{0,30}\b(?:komentować|rozmawiać|się wypowiadać)|"
    r"nie wiadomo(?=\W*$)|nikt nie wstrzymał się od głosu",
    "ru": r"никто\b[^,;:]{0,20}\bне (?:пострадал|погиб|ранен|задержан)\w*|"
    r"(?:отказал\w+|не стал\w*)\b[^,;:]{0,20}\b(?:комментировать|от комментариев)|"
    r"(?:пока )?(?:неизвестно|не сообщается)(?=\W*$)",
    "uk": r"ніхто\b[^,;:]{0,20}\bне (?:постраждав|загинув|поранений|затриманий)\w*|"
    r"(?:відмовил\w+|не стал\w*)\b[^,;:]{0,20}\b(?:коментувати|від коментарів)|"
    r"(?:поки )?(?:невідомо|не повідомляється)(?=\W*$)",
}
_PATTERNS = {
    language: re.compile(rf"\b(?:{words})", re.IGNORECASE) for language, words in _PLAIN.items()
}
_LONGEST = 160
"""Code points of a sentence from which on more may stand in it than the plain fact."""
_SELF = {"en": "I|we", "de": "ich|wir", "fr": "je|nous", "pl": "my|ja", "ru": "мы|я", "uk": "ми|я"}
_VIEW = {
    language: re.compile(rf"!|\b(?:{_SELF.get(language, '(?!)')})\b", re.IGNORECASE)
    for language in _PLAIN
}


def denies_plainly(text: str, language: str | None) -> bool:
    """Whether a sentence denies a plain fact, and its writer does not speak of himself in it."""
    pattern = _PATTERNS.get(language or "")
    if pattern is None or len(text) > _LONGEST or _VIEW[language or ""].search(text):
        return False
    return pattern.search(text) is not None
