"""Where a text breaks off for whoever has no subscription: the sentence that says so.

Such a page holds the beginning of an article. It is kept, since the beginning is the article's
own, and the sentence is marked, so that what is read of it is known to be a part.
"""

import re
from collections.abc import Iterator

from secondsource.article import CUT_SHORT
from secondsource.collect.layout import Layout, Line, find_sentences

PAYWALL_LITERALS = (
    *("subscri", "log in", "sign in", "register", "members", "abonn", "weiterlesen", "vous reste"),
    *("digitalabo", "mit abo", "suscr", "para seguir", "para continuar", "subskr", "prenumer"),
    *("przeczyt", "zalog", "подпис", "дальше", "передпла", "підпис", "далі"),
)
_THIS = r"(?:this|the (?:full|whole|entire|rest of (?:this|the)))"
# A sentence that begins so. "Subscribe to read more stories" is an invitation, and cuts nothing.
_CUTS = re.compile(
    r"(?i)[^\w]{0,3}(?:"
    # English
    rf"(?:to|want to) (?:continue|keep) reading\b.{{0,60}}?\b(?:subscri|log in|sign in|register)"
    rf"|to read {_THIS} (?:article|story)\b.{{0,40}}?\b(?:subscri|log in|sign in|register)"
    r"|(?:please )?(?:subscribe|log in|sign in|register)\b[\w ,]{0,30}? to "
    rf"(?:(?:continue|keep) reading|read {_THIS} (?:article|story)|unlock {_THIS})"
    rf"|{_THIS} (?:article|story|content|post) is (?:only |exclusively |available |reserved "
    r"|locked )*(?:for|to) (?:our |paid |paying |premium |digital )*(?:subscribers|members)"
    r"|this (?:article|story|content) is (?:subscriber|member)s?[- ]only"
    # German
    r"|(?:dieser|der (?:vollständige|ganze)) (?:artikel|text|beitrag) ist (?:nur |exklusiv "
    r"|ausschließlich )*(?:für|mit) [\w+-]*(?: [\w+-]+)? ?(?:abonnent|abo\b|digitalabo)"
    r"|(?:jetzt |diesen artikel )?weiterlesen mit\b"
    r"|um (?:den|diesen) (?:ganzen |vollständigen )?(?:artikel|text) (?:weiterzulesen|(?:weiter )?"
    r"(?:zu lesen|lesen zu können)),.{0,40}?\b(?:abo|abonn\w+|anmelden|registrieren)\b"
    # French
    r"|il vous reste [\d.,]+ ?% de (?:cet|l['’]) ?article à lire"
    r"|la suite (?:de (?:cet|l['’]) ?article )?est réservée (?:aux|à nos) abonnés"
    r"|(?:cet article|ce contenu) est réservé (?:aux|à nos) abonnés"
    r"|abonnez-vous pour (?:lire la suite|(?:continuer|poursuivre) (?:la|votre) lecture)"
    r"|pour (?:lire la suite|(?:continuer|poursuivre) (?:la|votre) lecture),? abonnez-vous"
    # Spanish
    r"|(?:este contenido|este artículo|esta noticia) es (?:s[oó]lo |exclusiv[oa] )+para "
    r"(?:suscriptores|abonados)"
    r"|contenido exclusivo para suscriptores"
    r"|para (?:seguir|continuar) leyendo,? (?:suscr|hazte|inicia|reg[ií]str|identif)"
    r"|suscr[ií]b[ae](?:te|se) para (?:(?:seguir|continuar) leyendo|leer (?:el artículo|la noticia)"
    r" complet)"
    # Polish
    r"|(?:dalsza część|ciąg dalszy|pełna treść|reszta) (?:artykułu |tekstu )?(?:jest )?(?:dostępn"
    r"\w+ )?(?:tylko |wyłącznie )?dla (?:subskrybentów|prenumeratorów|abonentów)"
    r"|(?:ten )?(?:artykuł|tekst) (?:jest )?dostępny (?:jest )?(?:tylko|wyłącznie) dla "
    r"(?:subskrybentów|prenumeratorów|abonentów|zalogowanych)"
    r"|aby (?:czytać dalej|przeczytać (?:całość|cały artykuł)),? (?:wykup|kup|zaloguj|subskryb)"
    r"|pozostało (?:do przeczytania )?\d+ ?% (?:artykułu|tekstu)"
    # Russian
    r"|(?:полный текст|полная версия|продолжение|этот материал|эта статья) (?:статьи |материала )?"
    r"(?:доступ\w+ )(?:только )?(?:по подписке|подписчикам|для подписчиков)"
    r"|чтобы (?:читать дальше|(?:про|до)читать (?:статью|материал|текст)(?: полностью| до конца)?)"
    r",? (?:оформите|подпишитесь|войдите|зарегистрируйтесь)"
    r"|оформите подписку,? чтобы (?:читать|прочитать|продолжить)"
    # Ukrainian
    r"|(?:повний текст|повна версія|продовження|цей матеріал|ця стаття) (?:статті |матеріалу )?"
    r"(?:доступн\w+ )(?:лише |тільки )?(?:за (?:перед|під)п\w+|(?:для )?передплатник\w+)"
    r"|щоб (?:читати далі|(?:про|до)читати (?:статтю|матеріал|текст)(?: повністю| до кінця)?),?"
    r" (?:оформіть|передплатіть|підпишіться|увійдіть|зареєструйтеся)"
    r"|оформіть (?:перед|під)п\w+,? щоб (?:читати|прочитати|продовжити)"
    r")"
)


def find_paywall(layout: Layout, lowered: str) -> Iterator[tuple[Line, str]]:
    """The sentences among the last lines that say who may read on, with the reason.

    Args:
        layout: the article's first and last lines.
        lowered: their words in lower case.
    """
    if not any(literal in lowered for literal in PAYWALL_LITERALS):
        return
    for sentence in find_sentences(layout.tail, is_cut_here):
        yield sentence, CUT_SHORT


def is_cut_here(sentence: str) -> bool:
    """Whether a sentence says that the rest is for subscribers."""
    return _CUTS.match(sentence) is not None
