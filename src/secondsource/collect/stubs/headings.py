"""Stubs known by their heading: a title or first line that is an error or a check, and no more."""

import re

from secondsource.collect.stubs.kinds import (
    CHECK,
    ERROR,
    LONGEST_CHECK,
    OF_CHECKS,
    TO_READER,
    compile_words,
)

_LONGEST_ERROR = 1_200
_LONGEST_DENIAL = 500
_LONGEST_AFTER_COLON = 300
"""Code points: what follows a page's error is a line or two. The last is for a title such as
"Service unavailable: Tide Watch", which may be an article's."""
_LONGEST_HEADING = 300
_LONGEST_NAME = 5  # words of a site's name beside an error in a title
_TITLE_GAP = re.compile(r" [|–—·•»«/-]+ | ?\| ")
_TITLE_COLON = re.compile(rf"{_TITLE_GAP.pattern}| ?: ")
_TRIM = " \t\n.,:;!?¡¿…-–—\"'“”«»()[]>"
_STATUS = r"(?:40[0134]|410|429|451|50[0234]|52\d)"
# A whole line, or a whole part of a title.
_ERRORS = compile_words(
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
_DENIALS = compile_words(
    rf"(?:{_STATUS}[ :.–—-]*)?(?:access denied|not found|forbidden|unauthorized|bad request|server "
    r"error|too many requests|zugriff verweigert|accès (?:refusé|interdit)|acceso denegado|odmowa "
    r"dostępu|brak dostępu|не найдено|доступ (?:к ресурсу )?(?:запрещ[её]н|ограничен)|доступ "
    r"(?:заборонено|обмежено))",
    r"just a moment|attention required|one more step|security check|captcha",
    r"sicherheits(?:über)?prüfung|vérification de sécurité|verificación de seguridad",
    r"weryfikacja bezpieczeństwa|проверка безопасности|перевірка безпеки",
)
_CHECKS = compile_words(
    r"are you (?:a )?(?:human|robot)|robot check",
    r"(?:please )?(?:verify|confirm) (?:that )?you are (?:a )?human|human verification",
    r"pardon our interruption|(?:sorry, )?you have been blocked|checking your browser",
    r"access to this page has been denied",
    r"sind sie ein (?:mensch|roboter)|bestätigen sie,? dass sie .{5,20}",
    r"êtes-vous un (?:humain|robot)|vérifiez que vous êtes (?:un )?humain",
    r"(?:eres|es usted) (?:un )?(?:humano|robot)|czy jesteś (?:człowiekiem|robotem)",
    r"(?:вы|ви) не робот|проверка браузера|перевірка браузера",
)
_OF_ERRORS = compile_words(
    r"\b(?:page|url|link|address|server|request|search|resource|permission|moved|removed|error"
    r"|nginx|apache|cloudflare|reference|blocked|try again)",
    r"\b(?:seite|adresse|link|startseite|suche|anfrage|fehler|berechtigung)",
    r"\b(?:page|adresse|lien|accueil|recherche)|\b(?:página|enlace|dirección|inicio|buscar)",
    r"\b(?:stron|adres|link|wyszukiw|serwer)|\b(?:страниц|адрес|ссылк|главн|поиск|сервер|ошибк)",
    r"\b(?:сторінк|посилання|головн|пошук|помилк)",
)


def name_by_heading(title: str, text: str, outlet: str) -> str | None:
    """The kind of a page whose title or first line is nothing but an error or a check."""
    if len(text) > _LONGEST_ERROR:
        return None
    first, _, following = text.strip().partition("\n")
    for heading, rest in ((title, text), (first, following)):
        colon = len(rest) < _LONGEST_AFTER_COLON
        to_reader, of_errors = TO_READER.search(rest), _OF_ERRORS.search(rest)
        of_checks = to_reader and OF_CHECKS.search(rest) and len(rest) <= LONGEST_CHECK
        if of_checks and _is_heading(_CHECKS, heading, outlet, colon):
            return CHECK
        if (of_errors or len(rest) < 80) and _is_heading(_ERRORS, heading, outlet, colon):
            return ERROR
        if len(rest) <= _LONGEST_DENIAL and _is_heading(_DENIALS, heading, outlet, False):
            if of_checks:
                return CHECK
            said = of_errors and (to_reader or len(rest) < 80)
            return ERROR if said or not rest.strip() else None
    return None


def _is_heading(wanted: re.Pattern[str], heading: str, outlet: str, colon: bool) -> bool:
    """Whether a heading is this and, at most, the name of the site.

    What stands beside a colon is the site's name if `colon`, if it is the `outlet`, or if the
    rest is the number of an error; else it may be what an article says of the error.
    """
    heading = " ".join(heading.split())[:_LONGEST_HEADING]
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
    few = sum(len(name.split()) for name in names) <= _LONGEST_NAME
    return names if few and len(names) < len(parts) else None
