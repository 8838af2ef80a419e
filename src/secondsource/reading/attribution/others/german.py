"""What German says of its sources by cases and the order of words: «zufolge», «eigene Angaben»."""

import re

from secondsource.article import Span

_NOUNS = r"[«„\"]?[A-ZÄÖÜ][\w.&’'-]*[»“\"]?(?:\s+[«„\"]?[A-ZÄÖÜ][\w.&’'-]*[»“\"]?)*"
_GENITIVES = (
    r"(?:\s+(?:des|der|von|vom|für|aus|im|in|beim)(?:\s+(?:der|dem|den|des))?"
    rf"(?:\s+[a-zäöüß]+en)?\s+{_NOUNS}){{0,3}}"
)
_REPORTS = re.compile(
    r"(?<!\w)(?<!en )(?<!er )(?<!em )(?:Angaben|(?:Medien|Zeitungs)?[Bb]erichten|Informationen|"
    r"(?:Zeugen)?[Aa]ussagen|Insidern|Erkenntnissen|Schätzungen)"
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
