"""Pages that stand where an article should: errors, checks for robots, walls of consent.

Saved or fetched, they come as any page does. What is refused here holds nothing of an article;
the beginning of one, with a notice that the rest is for subscribers, is kept (see `paywall`).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from secondsource.collect.consent import asks_consent
from secondsource.collect.layout import SENTENCE_BREAK
from secondsource.collect.paywall import PAYWALL_LITERALS, is_cut_here
from secondsource.errors import UnreadableError

LONGEST = 3_000
LONGEST_ERROR = 1_200
LONGEST_DENIAL = 500
"""Code points. Walls of consent are the longest; what follows a page's error is a line or two."""
MOST_BESIDE = 1 / 3
"""The most of a stub's words that may stand in sentences which are not of its kind."""
LEAST_OF_ARTICLE = 12
"""Words before a subscribers' notice that are the beginning of an article."""
LONGEST_NAME = 5  # words of a site's name beside an error in a title
_TITLE_GAP = re.compile(r"\s+[|–—·•:»«/-]+\s+|\s*[|:]\s+")
_TRIM = " \t\n.,:;!?¡¿…-–—\"'“”«»()[]>"


def _compile(*parts: str) -> re.Pattern[str]:
    return re.compile("|".join(parts), re.IGNORECASE)


_STATUS = r"(?:40[0134]|410|429|451|50[0234]|52\d)"
# A whole line, or a whole part of a title.
_ERRORS = _compile(
    rf"(?:(?:http|error|erreur|fehler|błąd|ошибка|помилка)[ :#-]*)*{_STATUS}(?:[ :-]+error)?",
    r"(?:oops|sorry|whoops|hoppla|désolé|ups)?[,!. …]*(?:(?:http|error|erreur|fehler|błąd|ошибка"
    rf"|помилка)[ :#-]*)*(?:{_STATUS}[ :.–—-]*)?(?:"
    # English
    r"(?:(?:the |this |that )?(?:requested )?(?:page|article|content|document|file|url)"
    r"(?: (?:that )?you (?:requested|are looking for|were looking for))?"
    r" )?(?:(?:was |is |could )?not(?: be)? found|can(?:no|['’])t be found)",
    r"(?:this|the|that) page (?:does(?: not|n['’]t)|no longer) exists?",
    r"internal server error|bad gateway|gateway time-?out"
    r"|service (?:temporarily )?unavailable|unavailable (?:for|due to) legal reasons"
    # German
    r"|(?:die |diese )?(?:seite|artikel)(?: konnte| wurde)?(?: leider)? nicht gefunden(?: werden)?"
    r"|(?:die|diese) seite (?:existiert nicht(?: mehr)?|gibt es nicht(?: mehr)?)"
    r"|(?:interner )?serverfehler|dienst nicht verfügbar"
    # French
    r"|(?:page|article) (?:non trouvée?|introuvable|inexistante)"
    r"|(?:cette |la )?page n['’]existe (?:pas|plus)"
    r"|erreur (?:interne )?du serveur"
    # Spanish
    r"|(?:la )?página no (?:encontrada|existe|disponible|se encuentra)"
    r"|no se (?:ha encontrado|encontró|encuentra|pudo encontrar) la página"
    r"|error interno del servidor"
    # Polish
    r"|(?:podana |ta )?strona nie (?:istnieje|została znaleziona)"
    r"|nie znaleziono (?:podanej |szukanej |żądanej )?strony|strony nie znaleziono|błąd serwera"
    # Russian
    r"|(?:запрашиваемая |запрошенная |эта )?страница не (?:найдена|существует)"
    r"|(?:такой|этой) страницы (?:не существует|(?:больше )?нет)|(?:внутренняя )?ошибка сервера"
    r"|сервис (?:временно )?недоступен"
    # Ukrainian
    r"|(?:сторінку|сторінка) не (?:знайдено|знайдена|існує)|(?:внутрішня )?помилка сервера"
    r"|такої сторінки (?:не існує|немає)|сервіс недоступний"
    r")",
)
# The same, but an article may be called so: what follows must be short and speak of pages.
_DENIALS = _compile(
    rf"(?:{_STATUS}[ :.–—-]*)?(?:access denied|not found|forbidden|unauthorized|bad request|server "
    r"error|too many requests|zugriff verweigert|accès (?:refusé|interdit)|acceso denegado|odmowa "
    r"dostępu|brak dostępu|не найдено|доступ (?:к ресурсу )?(?:запрещ[её]н|ограничен)|доступ "
    r"(?:заборонено|обмежено))",
    r"just a moment|attention required|one more step|security check|captcha",
    r"sicherheits(?:über)?prüfung|vérification de sécurité|verificación de seguridad",
    r"weryfikacja bezpieczeństwa|проверка безопасности|перевірка безпеки",
)
_CHECKS = _compile(
    r"are you (?:a )?(?:human|robot)|robot check",
    r"(?:please )?(?:verify|confirm) (?:that )?you are (?:a )?human|human verification",
    r"pardon our interruption|(?:sorry, )?you have been blocked|checking your browser",
    r"access to this page has been denied",
    r"sind sie ein (?:mensch|roboter)|bestätigen sie,? dass sie .{5,20}",
    r"êtes-vous un (?:humain|robot)|vérifiez que vous êtes (?:un )?humain",
    r"(?:eres|es usted) (?:un )?(?:humano|robot)|czy jesteś (?:człowiekiem|robotem)",
    r"(?:вы|ви) не робот|проверка браузера|перевірка браузера",
)
_OF_ERRORS = _compile(
    r"\b(?:page|url|link|address|server|request|search|resource|permission|moved|removed|error"
    r"|nginx|apache|cloudflare|reference|blocked|try again)",
    r"\b(?:seite|adresse|link|startseite|suche|anfrage|fehler|berechtigung)",
    r"\b(?:page|adresse|lien|accueil|recherche)|\b(?:página|enlace|dirección|inicio|buscar)",
    r"\b(?:stron|adres|link|wyszukiw|serwer)|\b(?:страниц|адрес|ссылк|главн|поиск|сервер|ошибк)",
    r"\b(?:сторінк|посилання|головн|пошук|помилк)",
)
_OF_CHECKS = _compile(
    r"robot|\bhuman|captcha|cloudflare|\bray id|\bbots?\b|automated|javascript|browser|cookie"
    r"|security (?:check|service)|unusual|\bvpn\b|roboter|\bmensch|humain|humano"
    r"|człowiek|робот|браузер|капч|людин|przeglądark|navigat?eur|navegador|datenverkehr|traffic"
    r"|tráfico|trafic|\bruch\b|трафик|трафік|запрос|запит",
)
_ASKS_CHECK = _compile(
    r"\b(?:verify|confirm|prove|make sure|ensure|check|checking)\b(?: \w+){0,3} you(?:['’]re| are)"
    r" (?:a |an )?(?:human|not a (?:ro)?bot|real)",
    r"\bchecking (?:if the site connection|your browser)|\bunusual (?:traffic|activity) from\b",
    r"\bcomplete (?:the|this) (?:security check|captcha)|\bi(?:['’]m| am) not a robot\b",
    r"\breview the security of your connection|\byou (?:are|were) a (?:ro)?bot\b",
    r"bestätigen sie,?(?: bitte,?)? dass sie (?:ein mensch|kein roboter)|ich bin kein roboter",
    r"ungewöhnliche\w* (?:datenverkehr|aktivität)",
    r"(?:vérifi|confirm|prouv)\w+ que vous (?:êtes (?:bien )?(?:un )?humain|n['’]êtes pas un robot"
    r")|je ne suis pas un robot|trafic (?:inhabituel|exceptionnel)",
    r"(?:verifi|confirm|demuestr)\w+ que (?:no )?(?:eres|es) (?:un )?(?:ser )?(?:humano|robot)",
    r"no soy un robot|tráfico inusual",
    r"(?:potwierdź|zweryfikuj|udowodnij),? że (?:jesteś człowiekiem|nie jesteś robotem)",
    r"nie jestem robotem|nietypowy ruch",
    r"(?:подтвердите|докажите|убедиться),? что (?:вы (?:человек|не робот)|запросы отправляли вы)",
    r"я не робот|(?:подтвердьте|підтвердьте|доведіть),? що ви (?:людина|не робот)",
)
_SWITCH = r"(?:\w+ ){0,3}java ?script"
_ASKS_SCRIPTS = _compile(
    rf"\b(?:enable|activate|turn on|allow) {_SWITCH}",
    r"\bjava ?script (?:is|must be|has been|seems to be|needs to be|appears to be) (?:\w+ )?"
    r"(?:disabled|enabled|required|turned off|available)|\brequires? java ?script\b",
    rf"aktivieren sie {_SWITCH}|java ?script (?:\w+ ){{0,4}}(?:aktivieren|deaktiviert|aktiviert)",
    rf"\bactive[rz] {_SWITCH}|java ?script (?:est|doit être|soit) (?:désactivé|activé)",
    rf"\b(?:activ[ea]r?|habilit[ea]r?) {_SWITCH}",
    r"java ?script (?:está|debe estar) (?:des)?(?:activado|habilitado)",
    rf"\b(?:włącz|włączyć|aktywuj|włączenie|włączenia) {_SWITCH}",
    r"java ?script (?:jest|musi być) (?:wyłączon|włączon)\w*",
    rf"\b(?:включите|включить|разрешите|активируйте) {_SWITCH}",
    r"java ?script (?:\w+ ){0,2}(?:отключ[её]н|выключен|включ[её]н)",
    rf"\b(?:увімкніть|увімкнути|ввімкніть|активуйте|дозвольте) {_SWITCH}",
    r"java ?script (?:\w+ ){0,2}(?:вимкнен|увімкнен)\w*",
)
_OF_SCRIPTS = _compile(
    r"java ?script|\bbrowser|браузер|przeglądar|navigateur|navegador|\breload|\brefresh|©"
    r"|privacy policy|terms of service|help cent",
)
_ASKS_CONSENT = _compile(
    r"before you continue\b|if you (?:click|choose) [^\w]?(?:accept|reject) all"
    r"|when you (?:use|visit) our [\w ]{1,30}, we use cookies",
    r"(?:we (?:value|respect)|about) your privacy|your privacy (?:is important|matters)",
    r"mit werbung (?:weiter)?(?:lesen|nutzen)|weiterlesen mit werbung",
    r"wir (?:brauchen|benötigen) ihre (?:zustimmung|einwilligung)|ihre privatsphäre ist uns",
    r"continuer sans accepter|(?:nous respectons )?votre vie privée",
    r"(?:valoramos|respetamos) (?:su|tu) privacidad|(?:su|tu) privacidad (?:es|nos) import",
    r"(?:cenimy|szanujemy|dbamy o) (?:twoją |państwa )?prywatność",
    r"мы (?:ценим|уважаем) вашу (?:конфиденциальность|приватность)",
    r"ми (?:цінуємо|поважаємо) вашу (?:конфіденційність|приватність)",
)
_OF_CONSENT = _compile(
    r"\bcookie|\bconsent|\bpartner|personal data|\bprivacy|\badverti|\baccept|\breject|\bmanage"
    r"|\bsettings|\bpurpose|\bvendor|ip address|\bdevice|\bpreferences|personali[sz]ed|\bads\b"
    r"|audience",
    r"einwillig|zustimm|datenschutz|\bwerb|personenbezogen|akzeptier|ablehn|verarbeit|tracking",
    r"partenaire|données|\bretirer|\brefuse|publicit|confidentialité|paramétr|traceur",
    r"\bsocios|\bdatos|\baceptar|rechazar|privacidad|configurar",
    r"\bzgod|\bdanych|akceptuj|reklam|prywatnoś|przetwarz|ustawie|ciastecz|zaufan",
    r"\bкуки|соглас|партн[её]р|данны|реклам|конфиденциальн|настройк|принять|персональн",
    r"\bкукі|згод|\bданих|\bдані\b|конфіденційн|налаштуван|прийняти",
)
_ASKS_PLACE = _compile(
    r"\b(?:website|site|content|page|article|service) is (?:\w+ )?(?:unavailable|not available) in "
    r"(?:most |your |the )?(?:european |eu )?(?:countries|country|region|location|union)",
    r"attempting to access this website from a country belonging to the european economic area",
    r"in ihrem land nicht verfügbar|n['’]est pas disponible dans votre (?:pays|région)",
    r"no está disponible en (?:su|tu) (?:país|región)|niedostępn\w+ w (?:twoim|państwa) (?:kraju"
    r"|regionie)|недоступ\w+ (?:в ваш(?:ей стране|ем регионе)|у ваш(?:ій країні|ому регіоні))",
)
_OF_PLACE = _compile(
    r"europe|gdpr|countr|region|legal|access|website|digital|\bland|pays|país|kraj|стран"
)
_OF_SUBSCRIBING = _compile(
    r"subscri|\baccount|log in|sign in|\btrial|cancel|\boffer|[€$£]|abonn|\babo\b|suscri|prenumer"
    r"|subskry|подпис|передпла|підпис|zaloguj|anmelden|connectez|inicia|войти|увійти",
)


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of stub: what it asks of its reader, and the words that its other sentences have.

    One of the `literals` stands in whatever it asks: most texts need no closer look.
    """

    name: str
    literals: tuple[str, ...]
    asks: Callable[[str], object]
    words: re.Pattern[str]

    def may_ask(self, lowered: str) -> bool:
        """Whether a text in lower case is worth a closer look."""
        return any(literal in lowered for literal in self.literals)


_ERROR = "an error page"
_CHECK = "a check whether a person is there (captcha)"
_KINDS = (
    _Kind(
        _CHECK,
        (
            *("a human", "are human", "robot", "a bot", "unusual ", "checking ", "security "),
            *("captcha", "ein mensch", "ungewöhnliche", "humain", "trafic ", "tráfico inusual"),
            *("humano", "człowiekiem", "nietypowy ruch", "вы человек", "робот", "отправляли вы"),
            *("ви людина",),
        ),
        _ASKS_CHECK.search,
        _OF_CHECKS,
    ),
    _Kind(
        "a request to switch on JavaScript",
        ("javascript", "java script"),
        _ASKS_SCRIPTS.search,
        _OF_SCRIPTS,
    ),
    _Kind(
        "a request to accept cookies",
        (
            *("cookie", "куки", "кукі", "ciastecz", "before you continue", "privacy", "werbung"),
            *("einwilligung", "zustimmung", "privatsphäre", "sans accepter", "vie privée"),
            *("privacidad", "prywatność", "конфиденциальность", "приватность", "конфіденційність"),
        ),
        lambda said: asks_consent(said) or _ASKS_CONSENT.match(said),
        _OF_CONSENT,
    ),
    _Kind(
        "a notice that it is not shown in this country",
        (
            *("available in", "economic area", "in ihrem land", "dans votre", "está disponible"),
            *("niedostępn", "недоступ"),
        ),
        _ASKS_PLACE.search,
        _OF_PLACE,
    ),
)
_SUBSCRIBING = _Kind(
    "a notice that it is for subscribers", PAYWALL_LITERALS, is_cut_here, _OF_SUBSCRIBING
)


def reject_stub(title: str | None, text: str) -> None:
    """Refuse a text that is no article but the page that stood in its place.

    Args:
        title: the title of the page, if known.
        text: what was taken for the article.

    Raises:
        UnreadableError: it is such a page; the message names its kind.
    """
    if len(text) > LONGEST:
        return
    if (kind := _name_by_heading(title or "", text) or _name_by_sentences(text)) is not None:
        raise UnreadableError(
            f"it is no article but {kind}: open it in a browser and save the article from there"
        )


def _name_by_heading(title: str, text: str) -> str | None:
    """The kind of a page whose title or first line is nothing but an error or a check."""
    if len(text) > LONGEST_ERROR:
        return None
    first, _, following = text.strip().partition("\n")
    for heading, rest in ((title, text), (first, following)):
        if _is_heading(_CHECKS, heading) and _OF_CHECKS.search(rest):
            return _CHECK
        if _is_heading(_ERRORS, heading) and (len(rest) < 80 or _OF_ERRORS.search(rest)):
            return _ERROR
        if len(rest) <= LONGEST_DENIAL and _is_heading(_DENIALS, heading):
            if _OF_CHECKS.search(rest):
                return _CHECK
            return _ERROR if _OF_ERRORS.search(rest) or not rest.strip() else None
    return None


def _is_heading(wanted: re.Pattern[str], heading: str) -> bool:
    """Whether a heading is this and, at most, the name of the site."""
    parts = [part.strip(_TRIM) for part in (heading, *_TITLE_GAP.split(heading))]
    if wanted.fullmatch(parts[0]):
        return True
    others = [part for part in parts[1:] if not wanted.fullmatch(part)]
    return len(others) < len(parts) - 1 and sum(len(p.split()) for p in others) <= LONGEST_NAME


def _name_by_sentences(text: str) -> str | None:
    """The kind of a page most of whose words ask one thing of its reader."""
    lowered = text.lower()
    for kind in (*_KINDS, _SUBSCRIBING):
        if kind.may_ask(lowered) and _is_stub(kind, text):
            return kind.name
    return None


def _is_stub(kind: _Kind, text: str) -> bool:
    lines = text.split("\n")
    closely = (line for line in lines if kind.may_ask(line.lower()))
    if not any(kind.asks(sentence) for line in closely for sentence in _split(line)):
        return False
    said = [sentence for line in lines for sentence in _split(line)]
    beside = [s for s in said if not (kind.words.search(s) or kind.asks(s))]
    words = len(" ".join(beside).split())
    if kind is _SUBSCRIBING:
        return words < LEAST_OF_ARTICLE
    return words <= len(text.split()) * MOST_BESIDE


def _split(line: str) -> list[str]:
    return SENTENCE_BREAK.split(line.strip())
