"""Whether two sources are one and the same: by name, by office, by trade or by a formula."""

import re
from dataclasses import dataclass

from secondsource.evidence.origins.nations import find_nations
from secondsource.evidence.origins.trades import (
    are_levels_apart,
    find_documents,
    find_proper,
    find_trades,
    share_proper,
)
from secondsource.evidence.origins.voicekey import VoiceKey, VoiceKind
from secondsource.evidence.origins.voicewords import (
    DOCUMENTS,
    HELD_BY_ONE,
    OFTEN_IN_FORMULAS,
    PEOPLE_WITHOUT_NAME,
    RANKS,
    SPEAKERS_FOR_A_BODY,
)
from secondsource.evidence.query.terms import find_words, fold
from secondsource.names.compare import Outcome, compare_names, share_surname
from secondsource.names.name import NameKind
from secondsource.names.sounds import to_latin


@dataclass(frozen=True, slots=True)
class VoiceMatch:
    """How surely two sources are one (0..1), in words; `formula` when no name says so.

    A formula ("a senior official") proves nothing between two reports that have nothing else
    in common: the caller has to know of one family or one named report. A `distinct` one has
    more in common than the trade and the rank ("familiar with the talks").
    """

    score: float
    reason: str
    formula: bool = False
    distinct: bool = False


def match_voices(left: VoiceKey, right: VoiceKey) -> VoiceMatch | None:
    """Whether two sources are one and the same, how surely, and in what words; None if not."""
    if _are_of_two_lands(left, right):
        return None
    found = match_names(left, right)
    if found is None or found.formula:
        return _match_trades(left, right) or _match_documents(left, right) or found
    return found


def _are_of_two_lands(left: VoiceKey, right: VoiceKey) -> bool:
    """Whether two sources are of two nations, or two bodies of one trade of other levels.

    "The French government" and „die deutsche Regierung“ are two, a city's court and a region's too.
    Of persons the names decide.
    """
    a, b = find_nations(left.shown), find_nations(right.shown)
    if a and b and not a & b and not (is_person(left) and is_person(right)):
        return True
    common = find_trades(left.shown) & find_trades(right.shown)
    return bool(common) and are_levels_apart(left.shown, right.shown)


def match_names(left: VoiceKey, right: VoiceKey) -> VoiceMatch | None:
    """The same by what both are called alone: of two stories, the police may be two."""
    kinds = {left.kind, right.kind}
    if kinds == {VoiceKind.UNNAMED}:
        return _match_formulas(left, right)
    if VoiceKind.UNNAMED in kinds:
        return None
    if VoiceKind.COLLECTIVE in kinds:
        return _match_collectives(left, right)
    if left.body != right.body:
        return _match_author(left, right) or _match_author(right, left)
    return _match_bodies(left, right) if left.body else _match_persons(left, right)


def _match_trades(left: VoiceKey, right: VoiceKey) -> VoiceMatch | None:
    """Bodies of one trade, told in two languages or by other words: "the navy", "la Armada".

    One that is also named ("the Corvan navy"), or one of its people, is probably the same.
    """
    if not find_trades(left.shown) & find_trades(right.shown):
        return None
    people = [is_person(key) for key in (left, right)]
    names = [find_proper(key.shown) | find_nations(key.shown) for key in (left, right)]
    if all(people) or (all(names) and not any(people) and not share_proper(*names)):
        return None
    if any(people) or any(names) != all(names):
        either = f"“{left.shown}” and “{right.shown}”"
        return VoiceMatch(0.7, f"{either}, probably the same body")
    return VoiceMatch(0.85 if all(names) else 0.8, f"{left.shown}, or {right.shown}")


def _match_documents(left: VoiceKey, right: VoiceKey) -> VoiceMatch | None:
    """One paper, told by what it is: "the ruling", « la sentencia », "the firm's accounts".

    Whose paper it is, where both say so, must be the same.
    """
    if not find_documents(left.shown) & find_documents(right.shown):
        return None
    names = [find_proper(key.shown) | find_nations(key.shown) for key in (left, right)]
    if any(is_person(key) and len(key.words) > 1 for key in (left, right)):
        return None
    if all(names) and not share_proper(*names):
        return None
    return VoiceMatch(0.8, f"{left.shown}, or {right.shown}")


def _match_author(document: VoiceKey, person: VoiceKey) -> VoiceMatch | None:
    """A document and who wrote or signed it: "a letter by Anna Weld", "Weld"."""
    words = {fold(word.text) for word in find_words(document.shown)}
    author = _AUTHOR.search(document.shown)
    if author is None or not is_person(person) or not words & (DOCUMENTS | {"signed"}):
        return None
    found = compare_names(author["name"], person.name, NameKind.PERSON).outcome
    same = found is Outcome.SAME or " " not in person.name
    if not same or not share_surname(author["name"], person.name):
        return None
    return VoiceMatch(0.8, f"{person.shown}, or {document.shown}")


_AUTHOR = re.compile(
    r"(?:\b(?:by|from|von|de|от|від|przez|od)|,) "
    r"(?:the )?(?P<name>[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*)*)$"
)


def is_person(key: VoiceKey) -> bool:
    """Whether a source is somebody by name, and no body that is taken for one."""
    return key.kind is VoiceKind.NAMED and not key.body and not find_trades(key.name)


_DISTINCT = 2
_COMMON_IN_FORMULAS = {
    to_latin(w).removesuffix("s")
    for w in RANKS | PEOPLE_WITHOUT_NAME | SPEAKERS_FOR_A_BODY | OFTEN_IN_FORMULAS
}


def _match_formulas(left: VoiceKey, right: VoiceKey) -> VoiceMatch | None:
    a, b = set(left.words), set(right.words)
    if len(a & b) * 2 < len(a | b):
        return None
    distinct = len((a & b) - _COMMON_IN_FORMULAS) >= _DISTINCT
    return VoiceMatch(0.85, f"the unnamed source “{left.shown}”", True, distinct)


def _match_collectives(left: VoiceKey, right: VoiceKey) -> VoiceMatch | None:
    if left.offices or right.offices:
        return _match_offices(left, right)
    if left.words == right.words:
        return VoiceMatch(0.8, f"“{left.shown}”")
    if set(left.words) & set(right.words):
        return VoiceMatch(0.6, f"“{left.shown}” and “{right.shown}”, probably the same body")
    return None


def _match_offices(left: VoiceKey, right: VoiceKey) -> VoiceMatch | None:
    """An office and who holds it: "the mayor" and "Mayor Anna Weld"."""
    common = left.offices & right.offices
    if not common:
        return None
    named = max((left, right), key=lambda key: (key.kind is VoiceKind.NAMED, key.shown))
    if common & HELD_BY_ONE:
        return VoiceMatch(0.8, f"“{named.shown}”")
    return VoiceMatch(0.6, f"“{left.shown}” and “{right.shown}”, probably one person")


def _match_bodies(left: VoiceKey, right: VoiceKey) -> VoiceMatch | None:
    if set(left.words) == set(right.words):
        return VoiceMatch(0.95, left.shown)
    found = compare_names(left.name, right.name, NameKind.BODY)
    either = f"{left.shown}, or {right.shown}"
    if found.outcome is Outcome.SAME:
        same = found.signals[0].name != "acronym" and left.name.isascii() == right.name.isascii()
        return VoiceMatch(0.95, left.shown) if same else VoiceMatch(0.85, either)
    if found.outcome is Outcome.UNCLEAR and min(len(left.words), len(right.words)) > 1:
        return VoiceMatch(0.8, either)
    return None


def _match_persons(left: VoiceKey, right: VoiceKey) -> VoiceMatch | None:
    """One person, or a surname alone beside a name with it: what reports of one event mean."""
    found = compare_names(left.name, right.name, NameKind.PERSON)
    alone = [len(key.words) == 1 for key in (left, right)]
    same = left.words[-1] == right.words[-1] or share_surname(left.name, right.name)
    fits = any(alone) and same
    if found.outcome is not Outcome.SAME and not fits:
        return None
    if left.name.isascii() != right.name.isascii():
        return VoiceMatch(0.85, f"{left.shown}, or {right.shown}")
    score = 0.95 if all(alone) or not any(alone) else 0.85
    return VoiceMatch(score, max(left.shown, right.shown, key=lambda shown: (len(shown), shown)))
