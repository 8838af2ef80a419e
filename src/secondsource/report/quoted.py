"""Quotations in words: in which forms they are printed, by whom, and what collections have."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from secondsource import messages
from secondsource.factcheck.entry import (
    EntryMatch,
    LookUp,
    MatchKind,
    QuotationFinding,
    Section,
)
from secondsource.messages import N_
from secondsource.messages import gettext as _
from secondsource.reading.quotations.compare import Comparison, Drift
from secondsource.reading.quotations.edits import Touched
from secondsource.reading.quotations.forms import Form, Print, QuotationGroup
from secondsource.report.numbers import capitalize_first, ngettext
from secondsource.report.shelf import Label, Shelf
from secondsource.report.visible import show_on_one_line
from secondsource.report.wording import (
    say_language,
    say_list,
)

QUOTATIONS_EXPLAINED: Final = N_(
    "Words between quotation marks, as this article and others print them. Copies of one text "
    "count once. Who is quoted is read by the program, which is at times wrong."
)
NO_QUOTATION: Final = N_("No quotation of five words or more was found in this article.")
NO_COLLECTION: Final = N_(
    "No collection of quotations was imported, so none was looked up (secondsource quotes import)."
)
_KIND_WORDS: Final = MappingProxyType(
    {
        Drift.REWORDED: N_("other words"),
        Drift.CUT: N_("words left out without a sign"),
        Drift.MARKED_CUT: N_("words left out, with an ellipsis"),
        Drift.BRACKETED: N_("words of the editor's in square brackets"),
        Drift.EXCERPT: N_("a part of it"),
    }
)
_LONGER: Final = N_("more of it")
_TOUCHED_WORDS: Final = MappingProxyType(
    {
        Touched.NUMBER: N_("number"),
        Touched.NEGATION: N_("negation"),
        Touched.DATE: N_("date"),
        Touched.NAME: N_("name"),
        Touched.WORDING: N_("wording"),
    }
)
_SECTION_WORDS: Final = MappingProxyType(
    {
        Section.SOURCED: N_("with a source"),
        Section.ATTRIBUTED: N_("as attributed, without a source"),
        Section.DISPUTED: N_("as disputed"),
        Section.MISATTRIBUTED: N_("as misattributed"),
    }
)
_MATCH_WORDS: Final = MappingProxyType(
    {
        MatchKind.EXACT: N_("%(collection)s has it in the same words under %(who)s, %(how)s"),
        MatchKind.EDITED: N_("%(collection)s has it in partly other words under %(who)s, %(how)s"),
        MatchKind.TRANSLATED: N_(
            "%(collection)s has it, it seems, in another language, under %(who)s, %(how)s"
        ),
        MatchKind.PARAPHRASED: N_(
            "%(collection)s has it, perhaps, in other words under %(who)s, %(how)s"
        ),
    }
)
_LENGTH = 600
_SOURCE_LENGTH = 300
_PRINTS_SHOWN = 6
_FORMS_SHOWN = 8
_MATCHES_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Part:
    """Some words of a form: `same` in both, `dropped`, `added`, or `beyond` the shared part."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class PrintView:
    """Who prints a form, when, and whose words it says they are."""

    label: Label
    speaker: str


@dataclass(frozen=True, slots=True)
class FormView:
    """One form of a quotation, with what differs marked in its words."""

    what: str
    parts: tuple[Part, ...]
    count: str
    prints: tuple[PrintView, ...]
    more: int
    first: bool


@dataclass(frozen=True, slots=True)
class MatchView:
    """An entry of a collection that is the same quotation, and what is said of it there."""

    sentence: str
    parts: tuple[Part, ...]
    sources: tuple[str, ...]
    warns: bool


@dataclass(frozen=True, slots=True)
class QuotationView:
    """A quotation with everything that is shown of it."""

    text: str
    speaker: str
    seen: str
    speakers: str
    forms: tuple[FormView, ...]
    forms_left_out: int
    searched: str
    matches: tuple[MatchView, ...]

    @property
    def told(self) -> bool:
        """Whether there is more to show than the quotation itself."""
        return bool(self.forms or self.matches)


def view_finding(finding: QuotationFinding, shelf: Shelf) -> QuotationView:
    """A quotation of the examined article, as a reader sees it."""
    looked_up = finding.looked_up
    group = finding.group
    return QuotationView(
        text=show_on_one_line(finding.text, _LENGTH),
        speaker=show_on_one_line(finding.speaker or "", 80) or _("nobody named"),
        seen=_say_seen(group, shelf)
        if group
        else _("No other article in the collection prints it."),
        speakers=_say_speakers(group) if group else "",
        forms=tuple(_view_forms(group, shelf)) if group else (),
        forms_left_out=_count_left_out(group) if group else 0,
        searched=_say_searched(looked_up) if looked_up else "",
        matches=tuple(map(_view_match, looked_up.matches[:_MATCHES_SHOWN])) if looked_up else (),
    )


def view_group(group: QuotationGroup, shelf: Shelf) -> QuotationView:
    """A quotation of the archive, as a reader sees it."""
    first = group.forms[0].first
    return view_finding(QuotationFinding(first.pieces, first.text, first.speaker, group), shelf)


def _count_left_out(group: QuotationGroup) -> int:
    return group.left_out + max(0, len(group.forms) - _FORMS_SHOWN)


def _say_seen(group: QuotationGroup | None, shelf: Shelf) -> str:
    if group is None:
        return _("No other article in the collection prints it.")
    articles = len({p.article for p in group.prints})
    sources = ngettext(
        ", %(num)s source when copies count once",
        ", %(num)s sources when copies count once",
        group.families,
    )
    counted = ngettext(
        "%(num)s article%(sources)s prints it, in %(forms)s.",
        "%(num)s articles%(sources)s print it, in %(forms)s.",
        articles,
        sources=sources if group.families < articles else "",
        forms=ngettext("%(num)s form", "%(num)s forms", len(group.forms) + group.left_out),
    )
    earliest = min(group.prints, key=lambda p: p.when)
    name = _name(earliest, shelf)
    first = _("Earliest seen: %(article)s.", article=name) if earliest.published else ""
    return f"{capitalize_first(counted)} {first}".strip()


def _name(each: Print, shelf: Shelf) -> str:
    label = shelf.label(each.article)
    where = _("this article") if label.examined else label.outlet
    return f"{where}, {label.date}"


def _say_speakers(group: QuotationGroup) -> str:
    if len(group.speakers) < 2:
        return ""
    names = [show_on_one_line(_choose_name(s.names), 80) for s in group.speakers]
    return _("The articles name different speakers: %(names)s.", names=say_list(names))


def _choose_name(names: tuple[str, ...]) -> str:
    """The first full name under which somebody is quoted, else the first of any kind."""
    return next((name for name in names if " " in name), names[0])


def _view_forms(group: QuotationGroup, shelf: Shelf) -> Iterator[FormView]:
    if len(group.forms) == 1 and len(group.prints) < 2:
        return
    for number, form in enumerate(group.forms[:_FORMS_SHOWN]):
        prints = tuple(
            PrintView(shelf.label(p.article), show_on_one_line(p.speaker or "", 80))
            for p in form.prints
        )
        yield FormView(
            what=_say_form(form, number),
            parts=tuple(_show_parts(form.against)) if form.against else _whole(form),
            count=ngettext("%(num)s source", "%(num)s sources", form.families),
            prints=prints[:_PRINTS_SHOWN],
            more=max(0, len(prints) - _PRINTS_SHOWN),
            first=number == 0,
        )


def _whole(form: Form) -> tuple[Part, ...]:
    return (Part("same", show_on_one_line(form.words.text, _LENGTH)),)


def _say_form(form: Form, number: int) -> str:
    if form.translated:
        language = say_language(form.first.language)
        noted = say_list([_(_TOUCHED_WORDS[touched]) for touched in form.noted])
        told = _("It seems, in %(language)s; its wording was not compared", language=language)
        if not noted:
            return told
        return f"{told}; " + _("a %(what)s differs, as far as words tell", what=noted)
    if number == 0:
        return _("Earliest form seen") if form.first.published else _("One form")
    if form.against is None:
        return _("Shares too little with the forms above to be held against them")
    return capitalize_first(say_drift(form.against))


def say_drift(against: Comparison) -> str:
    """What a later form does to an earlier one: "other words, a number among them"."""
    kinds = [_(_KIND_WORDS[kind]) for kind in Drift if kind in against.kinds - {Drift.EXCERPT}]
    if against.lost_ends:
        kinds.append(_(_KIND_WORDS[Drift.EXCERPT]))
    if against.gained_ends:
        kinds.append(_(_LONGER))
    touched = sorted({e.touched for e in against.edits} - {Touched.WORDING})
    names = say_list([_(_TOUCHED_WORDS[each]) for each in touched])
    also = " " + _("(a %(what)s among them)", what=names) if touched else ""
    return f"{', '.join(kinds)}{also}" if kinds else _("the same words")


def _show_parts(against: Comparison) -> Iterator[Part]:
    """The words of both forms in order, as people mark changes in a text."""
    before, after = against.before, against.after
    first, last = against.blocks[0], against.blocks[-1]
    yield from _beyond(before.show(0, first[0]), after.show(0, first[1]))
    at = first[1]
    for edit in against.edits:
        yield from _part("same", after.show(at, edit.second[0]))
        yield from _part("dropped", edit.before)
        yield from _part("added", edit.after)
        at = edit.second[1]
    yield from _part("same", after.show(at, last[1] + last[2]))
    yield from _beyond(
        before.show(last[0] + last[2], len(before)), after.show(last[1] + last[2], len(after))
    )


def _beyond(before: str, after: str) -> Iterator[Part]:
    """Words beyond what is shared: those only the earlier form has are told by an ellipsis."""
    if after:
        yield from _part("beyond", after)
    elif before:
        yield Part("beyond", "[…]")


def _part(kind: str, text: str) -> Iterator[Part]:
    shown = show_on_one_line(text, _LENGTH)
    if shown:
        yield Part(kind, shown)


def say_size(quotations: int, people: int) -> str:
    """How large a collection of quotations is, in figures."""
    return _(
        "%(quotations)s of %(people)s",
        quotations=messages.ngettext("%(num)s quotation", "%(num)s quotations", quotations),
        people=messages.ngettext("%(num)s person", "%(num)s people", people),
    )


def _say_searched(looked_up: LookUp) -> str:
    scope = say_size(looked_up.quotations, looked_up.people)
    if looked_up.by_person is not None:
        scope += " " + _("(%(count)s by this person)", count=f"{looked_up.by_person:,}")
    if looked_up.matches:
        return _("Looked up in %(scope)s.", scope=scope)
    return _("Not found in %(scope)s.", scope=scope)


def _say_match(match: EntryMatch) -> str:
    """Which collection has the quotation, how, under whom, and what is said of it there."""
    entry = match.entry
    told = _(_MATCH_WORDS[match.kind]) % {
        "collection": match.collection,
        "who": show_on_one_line(entry.person, 80),
        "how": _(_SECTION_WORDS[entry.section]),
    }
    if entry.heading:
        heading = show_on_one_line(entry.heading, 80)
        told += " " + _("(section “%(heading)s”)", heading=heading)
    if match.kind is MatchKind.TRANSLATED:
        told += _(", in %(language)s", language=say_language(entry.language))
    if match.same_person is False:
        told += _("; the article credits somebody else")
    if entry.years:
        told += _("; earliest year named there: %(year)s", year=entry.years[0])
    return told


def _view_match(match: EntryMatch) -> MatchView:
    entry = match.entry
    parts = _show_parts(match.comparison) if match.comparison else iter(())
    return MatchView(
        sentence=f"{_say_match(match)}.",
        parts=tuple(parts) or (Part("same", show_on_one_line(entry.text, _LENGTH)),),
        sources=tuple(show_on_one_line(source, _SOURCE_LENGTH) for source in entry.sources[:4]),
        warns=entry.section in (Section.DISPUTED, Section.MISATTRIBUTED)
        or match.same_person is False,
    )
