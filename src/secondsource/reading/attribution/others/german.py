"""What German says of its sources by cases and the order of words: «zufolge», «eigene Angaben».

And whom it tells of as the hearer, in the dative: «sagte Weber *dieser Zeitung*».
"""

import re
from collections.abc import Container

from secondsource.article import Span

_NOUNS = r"[«„\"]?[A-ZÄÖÜ][\w.&’'-]*[»“\"]?(?:\s+[«„\"]?[A-ZÄÖÜ][\w.&’'-]*[»“\"]?)*"
_GENITIVES = (
    r"(?:\s+(?:des|der|von|vom|für|aus|im|in|beim)(?:\s+(?:der|dem|den|des))?"
    rf"(?:\s+[a-zäöüß]+en)?\s+{_NOUNS}){{0,3}}"
)
_REPORTS = re.compile(
    r"(?<!\w)(?<!en )(?<!er )(?<!em )(?:Angaben|(?:Medien|Zeitungs)?[Bb]erichten|Informationen|"
    r"(?:Zeugen)?[Aa]ussagen|Erkenntnissen|Schätzungen|(?:[A-ZÄÖÜ][a-zäöüß]+)?[Kk]reisen|"
    r"Insidern|(?:Augen)?[Zz]eugen|Anwohnern|Beobachtern|Beamten|Diplomaten|Ermittlern|Experten)"
    rf"{_GENITIVES}(?=\s*\Z)"
)
_DATIVE = re.compile(
    r"(?<!\w)(?<![Dd]ie )(?<![Dd]as )(?<![Ee]in )(?<![Ee]ine )(?!(?:Die|Das|Ein|Eine)\b)"
    r"(?:(?:dem|der|den|einem|einer|diese[mrn]|seine[mrn]|ihre[mrn]|mehreren)\s+"
    r"(?:[a-zäöüß]+(?:en|er|em)\s+){0,2}|(?:ersten|neuen|jüngsten|übereinstimmenden|internen|"
    r"unbestätigten|aktuellen|örtlichen|lokalen|offiziellen|vorläufigen|früheren|eigenen)\s+)?"
    rf"(?<![ai]m )(?<!vom )(?<!zum )(?<!zur ){_NOUNS}{_GENITIVES}(?=\s*\Z)"
)
_SUBJECT = re.compile(
    r"(?P<who>(?:D(?:ie|er|as)\s+(?:[a-zäöüß]+en?\s+){0,2})"
    rf"{_NOUNS}{_GENITIVES})\s+(?!(?:und|oder|sowie|wurden?|seien?)\b)[a-zäöüß]+"
    r"(?:\s+(?:(?:am|im|seit|bis|zum|zur|vor|nach)\s+[A-ZÄÖÜ]\w+|\d+\.?|"
    r"(?!(?:d(?:er|ie|as|en|em|es)|eine?[mnrs]?|von)\b)[a-zäöüß]+))*\s*\Z"
)
_OWNER = re.compile(r"\s+(?:der|des|von|vom)\s")
_NOUN_NEXT = re.compile(r"\b(?:[IiAa]m|[Vv]om|[Zz]u[mr]|[Bb]eim)\s+\Z")
"""Prepositions with an article in them: a noun follows and no name, «Im *Mai*»."""
_AGENCY = (
    r"(?:dpa|AFP|APA|epd|KNA|(?:Deutschen\s+)?Presse-Agentur|Nachrichtenagentur(?:en)?|"
    r"Presseagentur|Katholischen\s+Nachrichten-Agentur)\b"
)
_OUTLET = (
    rf"(?:{_AGENCY}|(?:\w+-)?(?:(?:Tages|Wochen|Sonntags|Boulevard|Wirtschafts|Regional)?"
    r"[Zz]eitung(?:en)?|Redaktion|Mediengruppe|Rundschau|Illustrierten|Presse)\b|taz\b|FAZ\b|"
    r"[„»\"«])"
)
_HEARER = re.compile(
    r"(?<=\w)\s+(?:"
    rf"(?P<this>(?:dieser|unserer)\s+{_OUTLET})"
    r"|(?P<many>(?<!\bin )(?<!aus )(?<!von )(?<!für )(?<!mit )(?<!bei )(?<!auf )(?<!an )(?<!vor )"
    r"(?<!um )(?<!unter )(?<!über )(?<!gegen )(?<!nach )(?<!durch )"
    r"(?<!zwischen )(?<!neben )(?<!ohne )(?<!hinter )den\s)"
    r"|(?P<press>(?:Journalisten|Reportern|Journalistinnen|Medienvertretern|Zeitungen)\b)"
    rf"|(?P<agency>der\s+(?:[\w.]+\s+)?{_AGENCY})"
    rf"|(?P<outlet>der\s+(?:(?:[a-zäöüß]+|[A-ZÄÖÜ][a-zäöüß]+)e[nr]\s+){{0,2}}{_OUTLET}))"
)
_SPOKEN_OF = re.compile(r"\b(?:von|vom|über)\s+(?P<noun>[^,.;:]{2,80}?)\s*\Z")
_RELATIVE = re.compile(r"(?:der|die|das|den|dem|denen|deren|dessen)\b")
_NAMED_BEFORE = re.compile(r"[A-ZÄÖÜ][\w.’'-]*\s+[A-ZÄÖÜ][\w.’'-]*\Z")
_OWNED_BEFORE = re.compile(r"\w\s+(?:der|des)\s+(?:[a-zäöüß]+\s+)*[A-ZÄÖÜ][\w.’'-]*\Z")
_OF_THE_PRESS = re.compile(
    r"(?:redakteur|reporter|herausgeber|korrespondent|journalist|leser|verleger|autor|mitarbeiter)"
    r"(?:in|innen|s|n|en)?\Z",
    re.IGNORECASE,
)


def find_dative(text: str, start: int, at: int) -> Span | None:
    """The noun in the dative that stands right before a place: «dem Blatt» zufolge."""
    noun = _REPORTS.search(text, start, at) or _DATIVE.search(text, start, at)
    return Span(*noun.span()) if noun else None


def find_subject_of_own(text: str, sentence: Span, own: re.Match[str]) -> Span | None:
    """«Die Polizei sucht nach eigenen Angaben ...»: the subject that the sentence begins with.

    Not in «Das Dorf haben Truppen nach eigenen Angaben erobert» nor in the passive.
    """
    if "eigen" not in own.group().lower() or _OWNER.match(text, own.end()):
        return None
    subject = _SUBJECT.match(text, sentence.start, own.start())
    return Span(*subject.span("who")) if subject else None


def with_noun_before(text: str, between: Span, clause: Span) -> Span:
    """A relative clause with the noun that it belongs to: «sprach von *43 Menschen, die ...*»."""
    noun = _SPOKEN_OF.search(text, between.start, between.end)
    if noun is None or _RELATIVE.match(clause.of(text)) is None:
        return clause
    return Span(noun.start("noun"), clause.end)


def names_a_report(word: str) -> bool:
    """Whether a word before «zufolge» tells of reports or of people in general: «Insidern»."""
    return _REPORTS.fullmatch(word) is not None


def is_noun_after(before: str) -> bool:
    """Whether the word after these is a noun for sure and begins no name: «Im» Mai."""
    return _NOUN_NEXT.search(before) is not None


def find_hearer(words: str, titles: Container[str]) -> int | None:
    """Where in the words after a verb of saying those begin to whom it is said; None where none.

    «Weber *der „Bild“*», «Weber *dieser Zeitung*»: behind a name a noun stands in the dative;
    «der Chef der „Bild“» is one who belongs to it. An agency is taken for the hearer everywhere.

    Args:
        words: from the end of the verb to the next mark.
        titles: offices in small letters.
    """
    for match in _HEARER.finditer(words):
        before = words[: match.start()]
        if not works_for_the_press(before) and _hears(match, before, titles):
            return match.start()
    return None


def is_hearer(words: str) -> bool:
    """Whether all of some words between a verb and its clause are whom it is said to."""
    match = _HEARER.match(f"x {words.strip()}", 1)
    return match is not None and not match["many"]  # «rief den Rat auf» has an object in «den»


def works_for_the_press(word: str) -> bool:
    """Whether a word names one of the press: «Reporterin», «Chefredakteur»."""
    return _OF_THE_PRESS.search(word) is not None


def _hears(match: re.Match[str], before: str, titles: Container[str]) -> bool:
    if match["this"] or match["many"] or match["agency"]:
        return True
    last = before.split()[-1]
    if match["press"]:
        return last[0].isupper()
    if _NAMED_BEFORE.search(before) or _OWNED_BEFORE.search(before):
        return True
    return last == before.strip() and last[0].isupper() and last.lower() not in titles
