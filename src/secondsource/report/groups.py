"""An origin as a group: which articles are in it, and by what each belongs to it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from secondsource.evidence.finding import Origin, Tie
from secondsource.messages import N_
from secondsource.messages import gettext as _
from secondsource.report.shelf import Label, Shelf

MEMBERS_SHOWN: Final = 6
_BONDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "same_text": N_("the same text as %(other)s"),
        "same_voice": N_("the same voice as %(other)s"),
        "credit": N_("tied by a credit to %(other)s"),
        "same_house": N_("of the same house as %(other)s"),
    }
)
_OTHER_BOND: Final = N_("tied to %(other)s")


@dataclass(frozen=True, slots=True)
class MemberView:
    """One article of an origin; `why` is empty for the first, to which the others are tied."""

    label: Label
    why: str


def view_members(origin: Origin, labels: Mapping[str, Label], shelf: Shelf) -> Iterator[MemberView]:
    """The articles of an origin, the earliest first, each with the tie that it belongs by.

    Args:
        origin: what was found.
        labels: what its articles are called, in the order of their dates.
        shelf: the articles that the report names.
    """
    before = {shelf.examined}
    for article, label in labels.items():
        yield MemberView(label, _say_why(article, before, origin, shelf))
        before.add(article)


def _say_why(article: str, before: set[str], origin: Origin, shelf: Shelf) -> str:
    """By what an article is tied to one that was told before; any other tie is better than none."""
    own = [tie for tie in origin.ties if article in (tie.left, tie.right)]
    back = [tie for tie in own if _other(tie, article) in before]
    if not back:
        return ""
    tie = back[0]
    label = shelf.label(_other(tie, article))
    words = _(_BONDS.get(tie.signal.name, _OTHER_BOND))
    return words % {"other": _("this article") if label.examined else label.outlet}


def _other(tie: Tie, article: str) -> str:
    return tie.right if tie.left == article else tie.left
