"""What was changed between two versions of a text, in words: the weightiest changes first."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from types import MappingProxyType
from typing import Final

from secondsource.lineage.family import Edge, Edit, EditType, Negation
from secondsource.messages import gettext as _
from secondsource.report.numbers import ngettext
from secondsource.report.visible import show_on_one_line
from secondsource.report.wording import EDIT_WORDS, NEGATION_WORDS, WEIGHTY_EDITS

EDIT_COUNTS: Final[Mapping[EditType, Callable[[int], str]]] = MappingProxyType(
    {
        EditType.HEADLINE: lambda n: ngettext(
            "%(num)s headline changed", "%(num)s headlines changed", n
        ),
        EditType.ATTRIBUTION_REMOVED: lambda n: ngettext(
            "%(num)s attribution removed", "%(num)s attributions removed", n
        ),
        EditType.ATTRIBUTION_CHANGED: lambda n: ngettext(
            "%(num)s attribution changed", "%(num)s attributions changed", n
        ),
        EditType.HEDGE_REMOVED: lambda n: ngettext(
            "%(num)s hedge removed", "%(num)s hedges removed", n
        ),
        EditType.HEDGE_ADDED: lambda n: ngettext("%(num)s hedge added", "%(num)s hedges added", n),
        EditType.NUMBER: lambda n: ngettext("%(num)s number changed", "%(num)s numbers changed", n),
        EditType.NAME: lambda n: ngettext("%(num)s name changed", "%(num)s names changed", n),
        EditType.DATE: lambda n: ngettext("%(num)s date changed", "%(num)s dates changed", n),
        EditType.QUOTATION: lambda n: ngettext(
            "%(num)s quotation changed", "%(num)s quotations changed", n
        ),
        EditType.PARAGRAPH_ADDED: lambda n: ngettext(
            "%(num)s paragraph added", "%(num)s paragraphs added", n
        ),
        EditType.PARAGRAPH_CUT: lambda n: ngettext(
            "%(num)s paragraph cut", "%(num)s paragraphs cut", n
        ),
        EditType.LOADED_WORD: lambda n: ngettext(
            "%(num)s loaded word changed", "%(num)s loaded words changed", n
        ),
        EditType.WORDING: lambda n: ngettext(
            "%(num)s change of wording", "%(num)s changes of wording", n
        ),
    }
)
NEGATION_COUNTS: Final[Mapping[Negation, Callable[[int], str]]] = MappingProxyType(
    {
        Negation.REMOVED: lambda n: ngettext(
            "%(num)s negation taken out", "%(num)s negations taken out", n
        ),
        Negation.ADDED: lambda n: ngettext(
            "%(num)s negation put in", "%(num)s negations put in", n
        ),
        Negation.CONTRARY: lambda n: ngettext(
            "%(num)s word became its contrary", "%(num)s words became their contrary", n
        ),
    }
)
_LENGTH = 300
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class EditView:
    """One change between two versions: the words both have around it, and those of each."""

    what: str
    lead: str
    before: str
    after: str
    tail: str


@dataclass(frozen=True, slots=True)
class EditsView:
    """The changes of one tie: how many of which kind, and the first of them.

    `open` where one of them makes a claim another one; `hidden` are further ones in the JSON,
    `uncounted` further ones of wording that are only counted.
    """

    tally: str
    open: bool
    shown: tuple[EditView, ...]
    hidden: int
    uncounted: int


def view_edits(edge: Edge) -> EditsView | None:
    """The changes of a tie, None where there are none."""
    if not edge.edits:
        return None
    return EditsView(
        tally=say_edits(edge.edits, edge.edits_left_out or 0),
        open=any(is_weighty(edit) for edit in edge.edits),
        shown=tuple(view_edit(edit) for edit in edge.edits[:_SHOWN]),
        hidden=max(0, len(edge.edits) - _SHOWN),
        uncounted=edge.edits_left_out or 0,
    )


def say_edits(edits: Iterable[Edit], further: int = 0) -> str:
    """How many changes of which kind there are: "one hedge removed, two numbers changed".

    Args:
        edits: in their order; the kinds are told in it.
        further: changes of wording that were only counted.
    """
    told = list(edits)
    negations = Counter(edit.negation for edit in told if edit.negation)
    counts = Counter(edit.type for edit in told if not _only_negates(edit))
    if further:
        counts[EditType.WORDING] += further
    return ", ".join(
        (
            *(NEGATION_COUNTS[kind](count) for kind, count in negations.items()),
            *(EDIT_COUNTS[kind](count) for kind, count in counts.items()),
        )
    )


def say_edit(edit: Edit) -> str:
    """What one change is, in a few words: a negation that came or went first."""
    if edit.negation is None:
        return _(EDIT_WORDS[edit.type])
    negation = _(NEGATION_WORDS[edit.negation])
    return negation if _only_negates(edit) else f"{negation}, {_(EDIT_WORDS[edit.type])}"


def _only_negates(edit: Edit) -> bool:
    return edit.negation is not None and edit.type is EditType.WORDING


def is_weighty(edit: Edit) -> bool:
    """Whether a change makes a claim another one, or its contrary."""
    return edit.type in WEIGHTY_EDITS or edit.negation is not None


def say_weighty_edits(edits: Sequence[Edit]) -> str:
    """The same of the changes that make a claim another one."""
    return say_edits(edit for edit in edits if is_weighty(edit))


def view_edit(edit: Edit) -> EditView:
    """One change with the words that both versions have at its two ends set apart."""
    before, after = (show_on_one_line(words, _LENGTH) for words in (edit.before, edit.after))
    start = _count_common(before, after)
    end = min(_count_common(before[::-1], after[::-1]), len(before) - start, len(after) - start)
    tail = before[len(before) - end :]
    return EditView(
        say_edit(edit),
        before[:start],
        before[start : len(before) - end],
        after[start : len(after) - end],
        tail,
    )


def _count_common(left: str, right: str) -> int:
    """How many characters two texts begin with alike, up to the end of a word in both."""
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(left, right, strict=False))
    count = sum(1 for _ in alike)
    while count and any(
        text[count - 1].isalnum() and text[count : count + 1].isalnum() for text in (left, right)
    ):
        count -= 1
    return count
