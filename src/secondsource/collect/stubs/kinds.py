"""The kinds of stubs: the words by which each asks something of its reader, in seven languages."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from secondsource.collect.consent import asks_consent
from secondsource.collect.paywall import PAYWALL_LITERALS, is_cut_here

ERROR = "an error page"
CHECK = "a check whether a person is there (captcha)"
LONGEST = 3_000
LONGEST_CHECK = 800
_LONGEST_SCRIPTS = 800
_LONGEST_PLACE = 600
"""Code points. Walls of consent are the longest."""


def compile_words(*parts: str) -> re.Pattern[str]:
    """A pattern of any of these parts, in capitals or small letters."""
    return re.compile("|".join(parts), re.IGNORECASE)


OF_CHECKS = compile_words(
    r"robot|\bhuman|captcha|cloudflare|\bray id|\bbots?\b|automated|javascript|browser|cookie"
    r"|security (?:check|service)|unusual|\bvpn\b|roboter|\bmensch|humain|humano"
    r"|człowiek|робот|браузер|капч|людин|przeglądark|navigat?eur|navegador|datenverkehr|traffic"
    r"|tráfico|trafic|\bruch\b|трафик|трафік|запрос|запит",
)
_ASKS_CHECK = compile_words(
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
_ASKS_SCRIPTS = compile_words(
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
TO_READER = compile_words(
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
_OF_SCRIPTS = compile_words(
    r"java ?script|\bbrowser|браузер|przeglądar|navigateur|navegador|\breload|\brefresh|©"
    r"|privacy policy|terms of service|help cent",
)
_ASKS_CONSENT = compile_words(
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
_OF_CONSENT = compile_words(
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
_ASKS_PLACE = compile_words(
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
_OF_PLACE = compile_words(
    r"europe|gdpr|countr|region|legal|access|website|digital|\bland|pays|país|kraj|стран"
)
_OF_SUBSCRIBING = compile_words(
    r"subscri|\baccount|log in|sign in|\b(?:free|day|month|your) trial|cancel|\boffer|[€$£]|abonn"
    r"|\babo\b|suscri|prenumer|subskry|подпис[кч]|подпиш|передпла|підпис[кч]|підпиш|zaloguj|anmelden"
    r"|connectez|inicia|войти|увійти",
)


@dataclass(frozen=True, slots=True)
class StubKind:
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


KINDS = (
    StubKind(
        CHECK,
        (
            *("a human", "are human", "robot", "a bot", "unusual ", "checking ", "security "),
            *("captcha", "ein mensch", "ungewöhnliche", "humain", "trafic ", "tráfico inusual"),
            *("humano", "człowiekiem", "nietypowy ruch", "вы человек", "робот", "отправляли вы"),
            *("ви людина",),
        ),
        _ASKS_CHECK.search,
        OF_CHECKS,
        longest=LONGEST_CHECK,
        quotes_ask=False,
    ),
    StubKind(
        "a request to switch on JavaScript",
        ("javascript", "java script"),
        lambda said: _ASKS_SCRIPTS.search(said) and TO_READER.search(said),
        _OF_SCRIPTS,
        longest=_LONGEST_SCRIPTS,
        quotes_ask=False,
    ),
    StubKind(
        "a request to accept cookies",
        (
            *("cookie", "куки", "кукі", "ciastecz", "before you continue", "privacy", "werbung"),
            *("einwilligung", "zustimmung", "privatsphäre", "sans accepter", "vie privée"),
            *("privacidad", "prywatność", "конфиденциальность", "приватность", "конфіденційність"),
        ),
        lambda said: asks_consent(said) or _ASKS_CONSENT.match(said),
        _OF_CONSENT,
    ),
    StubKind(
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
        longest=_LONGEST_PLACE,
        quotes_ask=False,
    ),
)
SUBSCRIBING = StubKind(
    "a notice that it is for subscribers", PAYWALL_LITERALS, is_cut_here, _OF_SUBSCRIBING
)
