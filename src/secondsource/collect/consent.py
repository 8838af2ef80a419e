"""What a page asks of its reader before the article: to accept cookies, to switch on JavaScript.

It may stand at either end of a text that was saved with its page, at outlets that have nothing
to do with each other, and is then the longest thing that two of their articles share.
"""

import re
from collections.abc import Iterator

from secondsource.collect.layout import Layout, Line, find_sentences

REASON = "a notice on cookies or of the browser"
_LITERALS = ("cookie", "куки", "кукі", "ciastecz", "javascript")
_COOKIES = r"[^.!?\n]{0,80}\b(?:cookies?|куки|кукі|ciastecz\w+)\b"
# A sentence that begins so and names them: articles about cookies speak of others.
_READER = r"you|your|sie|ihre[rn]?|vous|votre|usted|aceptas?|вы|соглашаетесь|ви|погоджуєтесь?"
_ASKS = re.compile(
    r"(?i)(?:(?:we|this (?:web)?site|our (?:web)?site|this page)(?: and our partners)? uses?"
    r"|(?:wir|diese (?:web)?seite|unsere (?:web)?seite)(?: und unsere partner)?"
    r" (?:verwende[nt]|nutz(?:en|t)|setz(?:en|t))"
    r"|(?:nous|ce site|notre site)(?: et nos partenaires)? utilis(?:ons|e)"
    r"|(?:utilizamos|usamos|est[ea] (?:sitio(?: web)?|web|página) (?:utiliza|usa))"
    r"|(?:używamy|wykorzystujemy|korzystamy z"
    r"|(?:ta|nasza) (?:strona|witryna) (?:używa|wykorzystuje|korzysta z))"
    r"|(?:мы используем|(?:наш|этот) сайт использует)"
    r"|(?:ми використовуємо|(?:наш|цей) сайт використовує)"
    # "By using cookies, advertisers …" is an article's
    rf"|(?=[^.!?\n]{{0,200}}\b(?:{_READER})\b)"
    r"(?:by|durch|en|al|продолжая|продовжуючи) (?:clicking|continuing|using|browsing|closing|das"
    r"|die|continuant|cliquant|continuar|hacer clic|пользова\w+|использова\w+|користува\w+)"
    rf"){_COOKIES}"
    r"|(?i:(?:please )?enable javascript\b|javascript (?:is|must be) (?:disabled|enabled)\b)"
)


def find_consent(layout: Layout, lowered: str) -> Iterator[tuple[Line, str]]:
    """The sentences at either end of a text that ask for cookies or JavaScript, with the reason.

    Args:
        layout: the article's first and last lines.
        lowered: their words in lower case.
    """
    if not any(literal in lowered for literal in _LITERALS):
        return
    for sentence in find_sentences(layout.all, asks_consent):
        yield sentence, REASON


def asks_consent(sentence: str) -> bool:
    """Whether a sentence asks its reader for cookies or JavaScript."""
    return _ASKS.match(sentence) is not None
