"""Pages that stand where an article should: errors, checks for robots, walls of consent.

Saved or fetched, they come as any page does. What is refused here holds nothing of an article;
the beginning of one, with a notice that the rest is for subscribers, is kept (see `paywall`).
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import takewhile

from secondsource.collect.consent import asks_consent
from secondsource.collect.layout import SENTENCE_BREAK
from secondsource.collect.paywall import PAYWALL_LITERALS, is_cut_here
from secondsource.errors import UnreadableError

LONGEST = 3_000
LONGEST_ERROR = 1_200
LONGEST_CHECK = 800
LONGEST_SCRIPTS = 800
LONGEST_PLACE = 600
LONGEST_DENIAL = 500
LONGEST_AFTER_COLON = 300
"""Code points. Walls of consent are the longest; what follows a page's error is a line or two.
The last is for a title such as "Service unavailable: Tide Watch", which may be an article's."""
LONGEST_HEADING = 300
MOST_BESIDE = 1 / 3
"""The most of a stub's words that may stand in sentences which are not of its kind."""
LEAST_OF_ARTICLE = 12
"""Words before a subscribers' notice that are the beginning of an article."""
LONGEST_NAME = 5  # words of a site's name beside an error in a title
_TITLE_GAP = re.compile(r" [|–—·•»«/-]+ | ?\| ")
_TITLE_COLON = re.compile(rf"{_TITLE_GAP.pattern}| ?: ")
_TRIM = " \t\n.,:;!?¡¿…-–—\"'“”«»()[]>"


def _compile(*parts: str) -> re.Pattern[str]:
    return re.compile("|".join(parts), re.IGNORECASE)


# Words that an article quotes ask nothing of whoever reads it.
_QUOTED = re.compile(
    r"„[^“”\"]*[“”\"]|“[^”]*(?:”|$)|«[^»]*»|»[^«]*«|\"[^\"]*\""
    r"|(?<!\w)['‘](?:[^'’]|(?<=\w)['’](?=\w))*['’](?!\w)"
)
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
    r"\bchecking (?:if the site connection|your browser)",
    r"\bunusual (?:traffic|activity) from (?:your|this)\b",
    r"\bcomplete (?:the|this) (?:security check|captcha)",
    # The whole of a sentence, or its end after a colon: a film and a study are called so.
    r"(?:^\W*|: )(?:i(?:['’]m| am) not a robot|ich bin kein roboter|je ne suis pas un robot"
    r"|no soy un robot|nie jestem robotem|я не робот)\W*$",
    r"\breview the security of your connection|\byou (?:are|were) a (?:ro)?bot\b",
    r"bestätigen sie,?(?: bitte,?)? dass sie (?:ein mensch|kein roboter)",
    r"ungewöhnliche\w* (?:datenverkehr|aktivität)\w* (?:\w+ )?(?:aus|von|in) ihre[mr]\b",
    r"(?:vérifi|confirm|prouv)\w+ que vous (?:êtes (?:bien )?(?:un )?humain|n['’]êtes pas un robot"
    r")|trafic (?:inhabituel|exceptionnel)[^.]{0,30} votre\b",
    r"(?:verifi|confirm|demuestr)\w+ que (?:no )?(?:eres|es) (?:un )?(?:ser )?(?:humano|robot)",
    r"tráfico inusual[^.]{0,30} (?:su|tu) (?:red|ordenador|equipo|computadora|conexión)",
    r"(?:potwierdź|zweryfikuj|udowodnij),? że (?:jesteś człowiekiem|nie jesteś robotem)",
    r"nietypowy ruch[^.]{0,30} (?:twoje|państwa)",
    r"(?:подтвердите|докажите|убедиться),? что (?:вы (?:человек|не робот)|запросы отправляли вы)",
    r"(?:подтвердьте|підтвердьте|доведіть),? що ви (?:людина|не робот)",
)
_SWITCH = r"(?:\w+ ){0,3}java ?script"
_ASKS_SCRIPTS = _compile(
    rf"\b(?:enable|activate|turn on) {_SWITCH}|^\W*(?:please )?allow {_SWITCH}",
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
# Whom a sentence speaks to: "users are advised to turn on JavaScript" is an article's.
_TO_READER = _compile(
    r"\bplease\b|\byou(?:['’]ll| will| may)? (?:need|have|must|do|don['’]t|are)\b|\byour\b",
    r"\bfor you\b|(?:^|[,:;–—] )\W*(?:enable|activate|turn on|allow)\b",
    r"\b(?:this|our) (?:web)?(?:site|page|server|app|browser|content|video)|^\W*java ?script "
    r"(?:is|must be|has been) (?:\w+ )?\w+\W*$",
    r"^\W*to (?:continue|(?:view|use|run|see|read|access|visit) (?:the|this|our))\b",
    r"\bbitte\b|[\w,] (?-i:Sie|Ihr|Ihre[mnrs]?)\b|^\W*sie müssen\b|\bdein|\bdiese[rs]? (?:web)?"
    r"(?:seite|site|app|anwendung)",
    r"\b(?:veuillez|merci de|votre|vous|ce site|cette (?:page|application))\b|^\W*activez\b",
    r"\b(?:por favor|tu navegador|est[ea] (?:sitio|página|web|aplicación))\b|^\W*(?:active|activa"
    r"|habilite|habilita|debes?|necesitas?)\b|^\W*para (?:continuar|ver|usar|utilizar|leer)\b",
    r"\b(?:proszę|włącz|aktywuj|musisz|twojej?|twoim|ta (?:strona|witryna)|tej (?:strony|witryny"
    r"))\b|^\W*(?:aby|żeby)\b",
    r"\b(?:пожалуйста|включите|разрешите|активируйте|ваш\w*|вам|вас|эт(?:от|ого) сайта?|эт\w+ "
    r"страниц\w)\b|^\W*для (?:\w+ )?(?:работы|просмотра|отображения|продолжения)\b",
    r"\b(?:будь ласка|увімкніть|ввімкніть|активуйте|дозвольте|(?:цей|цього) сайту?|ц\w+ сторінк"
    r"\w)\b|^\W*для (?:\w+ )?(?:роботи|перегляду|відображення|продовження)\b",
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
    r"(?:^\W*|\b(?:sorry|unfortunately|but),? )(?:this|our) (?:website|site|content|page|article) "
    r"is (?:\w+ )?(?:unavailable|not available) in (?:most |your |the )?(?:european |eu )?(?:"
    r"country|countries|region|location|union)",
    r"\b(?:unavailable|not available) in your (?:country|region|location)",
    r"attempting to access this website from a country belonging to the european economic area",
    r"^\W*(?:leider )?(?:ist |sind )?(?:dies|unser)\w* (?:inhalt|(?:web)?(?:seite|site)|artikel"
    r"|video|angebot)\w* [\w ,]{0,30}\bin (?-i:Ihrem Land|Ihrer Region) (?:leider |derzeit )?nicht "
    r"verfügbar",
    r"n['’]est pas disponible dans votre (?:pays|région)",
    r"(?:\b(?:est[ea]|nuestr[oa]) (?:\w+ )?no está disponible en su|no está disponible en tu) "
    r"(?:país|región)|niedostępn\w+ w (?:twoim|państwa) (?:kraju"
    r"|regionie)|недоступ\w+ (?:в ваш(?:ей стране|ем регионе)|у ваш(?:ій країні|ому регіоні))",
)
_OF_PLACE = _compile(
    r"europe|gdpr|countr|region|legal|access|website|digital|\bland|pays|país|kraj|стран"
)
_OF_SUBSCRIBING = _compile(
    r"subscri|\baccount|log in|sign in|\b(?:free|day|month|your) trial|cancel|\boffer|[€$£]|abonn"
    r"|\babo\b|suscri|prenumer|subskry|подпис[кч]|подпиш|передпла|підпис[кч]|підпиш|zaloguj|anmelden"
    r"|connectez|inicia|войти|увійти",
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
    longest: int = LONGEST
    """Code points of the longest text that is taken for one."""
    quotes_ask: bool = True
    """Whether it may ask in quotation marks."""

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
        longest=LONGEST_CHECK,
        quotes_ask=False,
    ),
    _Kind(
        "a request to switch on JavaScript",
        ("javascript", "java script"),
        lambda said: _ASKS_SCRIPTS.search(said) and _TO_READER.search(said),
        _OF_SCRIPTS,
        longest=LONGEST_SCRIPTS,
        quotes_ask=False,
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
            *(
                "available in",
                "economic area",
                "in ihrem land",
                "in ihrer region",
                "dans votre",
                "está disponible",
            ),
            *("niedostępn", "недоступ"),
        ),
        _ASKS_PLACE.search,
        _OF_PLACE,
        longest=LONGEST_PLACE,
        quotes_ask=False,
    ),
)
_SUBSCRIBING = _Kind(
    "a notice that it is for subscribers", PAYWALL_LITERALS, is_cut_here, _OF_SUBSCRIBING
)


def reject_stub(title: str | None, text: str, outlet: str | None = None) -> None:
    """Refuse a text that is no article but the page that stood in its place.

    Args:
        title: the title of the page, if known.
        text: what was taken for the article.
        outlet: the name of the site, if known.

    Raises:
        UnreadableError: it is such a page; the message names its kind.
    """
    if len(text) > LONGEST:
        return
    kind = _name_by_heading(title or "", text, outlet or "") or _name_by_sentences(text)
    if kind is not None:
        raise UnreadableError(
            f"it is no article but {kind}: open it in a browser and save the article from there"
        )


def _name_by_heading(title: str, text: str, outlet: str) -> str | None:
    """The kind of a page whose title or first line is nothing but an error or a check."""
    if len(text) > LONGEST_ERROR:
        return None
    first, _, following = text.strip().partition("\n")
    for heading, rest in ((title, text), (first, following)):
        colon = len(rest) < LONGEST_AFTER_COLON
        to_reader, of_errors = _TO_READER.search(rest), _OF_ERRORS.search(rest)
        of_checks = to_reader and _OF_CHECKS.search(rest) and len(rest) <= LONGEST_CHECK
        if of_checks and _is_heading(_CHECKS, heading, outlet, colon):
            return _CHECK
        if (of_errors or len(rest) < 80) and _is_heading(_ERRORS, heading, outlet, colon):
            return _ERROR
        if len(rest) <= LONGEST_DENIAL and _is_heading(_DENIALS, heading, outlet, False):
            if of_checks:
                return _CHECK
            said = of_errors and (to_reader or len(rest) < 80)
            return _ERROR if said or not rest.strip() else None
    return None


def _is_heading(wanted: re.Pattern[str], heading: str, outlet: str, colon: bool) -> bool:
    """Whether a heading is this and, at most, the name of the site.

    What stands beside a colon is the site's name if `colon`, if it is the `outlet`, or if the
    rest is the number of an error; else it may be what an article says of the error.
    """
    heading = " ".join(heading.split())[:LONGEST_HEADING]
    if wanted.fullmatch(heading.strip(_TRIM)):
        return True
    if _find_names(wanted, _TITLE_GAP.split(heading)) is not None:
        return True
    parts = _TITLE_COLON.split(heading)
    names = _find_names(wanted, parts)
    if names is None:
        return False
    numbered = any(re.fullmatch(_STATUS, part.strip(_TRIM)) for part in parts)
    return colon or numbered or outlet.casefold() in (name.casefold() for name in names)


def _find_names(wanted: re.Pattern[str], parts: list[str]) -> list[str] | None:
    """The few words of a heading beside its parts that are this; none if no part is."""
    stripped = [part.strip(_TRIM) for part in parts]
    names = [part for part in stripped if not wanted.fullmatch(part)]
    few = sum(len(name.split()) for name in names) <= LONGEST_NAME
    return names if few and len(names) < len(parts) else None


def _name_by_sentences(text: str) -> str | None:
    """The kind of a page most of whose words ask one thing of its reader."""
    lowered = text.lower()
    for kind in (*_KINDS, _SUBSCRIBING):
        if len(text) <= kind.longest and kind.may_ask(lowered) and _is_stub(kind, text):
            return kind.name
    return None


def _is_stub(kind: _Kind, text: str) -> bool:
    lines = text.split("\n")
    closely = (line for line in lines if kind.may_ask(line.lower()))
    heard = closely if kind.quotes_ask else (_QUOTED.sub(" ", line) for line in closely)
    if not any(kind.asks(sentence) for line in heard for sentence in _split(line)):
        return False
    said = [sentence for line in lines for sentence in _split(line)]
    beside = [s for s in said if not (kind.words.search(s) or kind.asks(s))]
    if kind is _SUBSCRIBING:
        before = takewhile(lambda s: not kind.asks(s), said)
        return max(_count(before), _count(beside)) < LEAST_OF_ARTICLE
    return _count(beside) <= len(text.split()) * MOST_BESIDE


def _count(sentences: Iterable[str]) -> int:
    return sum(len(sentence.split()) for sentence in sentences)


def _split(line: str) -> list[str]:
    return SENTENCE_BREAK.split(line.strip())
