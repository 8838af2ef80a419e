"""The bodies that one text names, and which of them "the ministry" or "WHO" means."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WORD = r"[A-Z][\w’'&-]*"
_NAME = re.compile(rf"{_WORD}(?: (?:of|for|on|and)(?: the)? {_WORD}| {_WORD})*")
_SMALL = frozenset({"of", "for", "on", "and", "the"})
_ARTICLE = re.compile(r"^(?:The|A|An|the) ")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_KINDS = _words(
    """
    ministry department council commission company university union agency bank party court
    committee organization organisation association institute foundation group corporation
    church bureau board college hospital senate parliament academy society federation alliance
    authority embassy museum club league firm airline newspaper magazine network movement
    administration campaign
    """
)
"""Nouns that a body's name has in it and by which a text calls it afterwards."""
_CALLED = {
    "company": _words("inc corp corporation ltd co group motors airlines industries holdings plc"),
    "firm": _words("inc corp corporation ltd co company llp group"),
    "newspaper": _words("post times journal herald tribune gazette guardian chronicle"),
    "paper": _words("post times journal herald tribune gazette guardian chronicle newspaper"),
    "organization": _words("organisation foundation association"),
    "organisation": _words("organization foundation association"),
    "agency": _words("bureau"),
}
"""What else a text may call a body after the nouns in its name."""


@dataclass(frozen=True, slots=True)
class Body:
    """A body as the text names it, without the article, and where it first does."""

    name: str
    start: int

    @property
    def words(self) -> frozenset[str]:
        """The words of its name in lower case."""
        return frozenset(self.name.lower().split())

    @property
    def initials(self) -> frozenset[str]:
        """Its first letters, with and without those of small words: WHO, DOT."""
        words = self.name.split()
        large = "".join(w[0] for w in words if w not in _SMALL)
        return frozenset({large.upper(), "".join(w[0] for w in words).upper()})


class Bodies:
    """The bodies of one text, in the order in which it first names them."""

    def __init__(self, text: str) -> None:
        first: dict[str, Body] = {}
        for body in _find_bodies(text):
            first.setdefault(body.name, body)
        self._bodies = tuple(first.values())

    def called(self, kind: str, before: int) -> str | None:
        """The one body named before a place that "the ministry" can mean; None if two can."""
        if not is_kind(kind):
            return None
        nouns = {kind} | _CALLED.get(kind, frozenset())
        return _only(b for b in self._bodies if b.start < before and b.words & nouns)

    def abbreviated(self, letters: str) -> str | None:
        """The one body whose first letters these are; None if there is none or two."""
        if not 2 <= len(letters) <= 6 or not letters.isupper():
            return None
        return _only(b for b in self._bodies if letters in b.initials)


def is_kind(word: str) -> bool:
    """Whether a lower-case noun can call a body that was named before."""
    return word in _KINDS or word in _CALLED


def _only(bodies: Iterator[Body]) -> str | None:
    names = {body.name for body in bodies}
    return names.pop() if len(names) == 1 else None


def _find_bodies(text: str) -> Iterator[Body]:
    """Runs of capitalised words that hold a body's noun and another word."""
    for match in _NAME.finditer(text):
        start = match.start()
        for part in _split_names(match.group()):
            name = _ARTICLE.sub("", part)
            words = name.lower().split()
            nouns = _KINDS.union(*_CALLED.values())
            if len(words) > 1 and nouns & set(words) and len(name) < 100:
                yield Body(name, start)
            start += len(part) + len(" and ")


def _split_names(run: str) -> Iterator[str]:
    """Two bodies joined by "and" are two; one "Department of Health and Safety" is one."""
    parts = run.split(" and ")
    kept = parts[0]
    for part in parts[1:]:
        if " of " in kept and not _KINDS & set(part.lower().split()):
            kept += f" and {part}"
        else:
            yield kept
            kept = part
    yield kept
