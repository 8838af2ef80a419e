"""Which decisions bear on a report, and whether the text under each is still what it was."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from types import MappingProxyType

from secondsource.messages import gettext as _
from secondsource.review.decided import Decided, State
from secondsource.review.decision import Decision, Verb
from secondsource.review.index import Found, ReportIndex, fold_space
from secondsource.review.report import Report
from secondsource.review.subject import (
    ArticleSubject,
    AttributionSubject,
    EdgeSubject,
    StanceSubject,
    StatementSubject,
    Subject,
    TieSubject,
    write_key,
)


@dataclass(frozen=True, slots=True)
class LaterText:
    """What was found later at an address of an article, with other words.

    `article` is the id of the earlier one, `id` that of the later one, `added_at` when it came
    into the archive (ISO 8601, UTC).
    """

    article: str
    id: str
    text: str
    added_at: str


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the report decisions on one subject belong, and why they are not applied if so."""

    key: str
    flag: str = ""


def match_decisions(
    report: Report,
    decisions: Sequence[Decision],
    later: Iterable[LaterText] = (),
    gone: Mapping[str, str | None] = MappingProxyType({}),
    was_here: Callable[[Subject], bool] = lambda _subject: True,
) -> tuple[Decided, ...]:
    """The parts of a report on which people decided, each with the decision that counts.

    A decision is found again by the ids it names, and where these changed by the very words it was
    taken on. Where the words are no longer there, or a later text of the same address has others,
    it is flagged.

    Args:
        report: as the machine made it.
        decisions: all that may concern it, the earliest first; those that do not are left out.
        later: the later texts of the articles that decisions are about.
        gone: by id the outlets of articles that former reports on this one named, and that were
            removed since.
        was_here: whether a former report on this article had a tie or an edge: one that none had
            was decided on another report, and is not missing in this one. By default all were.
    """
    matcher = _Matcher(ReportIndex(report), later, gone, was_here)
    placed: dict[str, list[Decision]] = defaultdict(list)
    flags: dict[tuple[str, int], str] = {}
    for own in _group(decisions).values():
        place = matcher.place(own)
        if place is not None:
            placed[place.key] += own
            flags.update({(place.key, d.number): place.flag for d in own if place.flag})
    decided = {key: matcher.tell(key, own, flags) for key, own in placed.items()}
    counting = {key for key, each in decided.items() if each.state is not State.OPEN}
    copies = [copy for each in decided.values() for copy in matcher.list_copies(each, counting)]
    for copy in sorted(copies, key=lambda d: d.decision.number if d.decision else 0):
        decided[copy.key] = _join(decided.get(copy.key), copy)
    return tuple(sorted(decided.values(), key=lambda d: d.key))


def _join(there: Decided | None, copy: Decided) -> Decided:
    """A decision that came along, with the notes and the history that its new place has already."""
    if there is None:
        return copy
    history = sorted({*there.history, *copy.history}, key=lambda d: d.number)
    return replace(copy, history=tuple(history))


def _group(decisions: Iterable[Decision]) -> dict[str, list[Decision]]:
    by_key: dict[str, list[Decision]] = defaultdict(list)
    for decision in sorted(decisions, key=lambda d: d.number):
        by_key[decision.key].append(decision)
    return by_key


class _Matcher:
    """Finds again in one report what decisions were taken on."""

    def __init__(
        self,
        index: ReportIndex,
        later: Iterable[LaterText],
        gone: Mapping[str, str | None],
        was_here: Callable[[Subject], bool],
    ) -> None:
        self._index = index
        self._was_here = was_here
        self._gone = gone
        self._own = index.report.article.id
        self._later: Mapping[str, list[LaterText]] = defaultdict(list)
        for text in later:
            self._later[text.article].append(text)

    def place(self, own: Sequence[Decision]) -> _Place | None:
        """Where decisions on one subject belong; None where they are not about this report."""
        last, subject = own[-1], own[-1].subject
        match subject:
            case AttributionSubject() | StatementSubject() | StanceSubject():
                return self._place_on_statement(subject, last) if self._is_own(last) else None
            case EdgeSubject() | TieSubject():
                return self._place_on_pair(subject)
        return _Place(last.key) if self._index.find(subject) else None

    def tell(
        self, key: str, own: Sequence[Decision], flags: Mapping[tuple[str, int], str]
    ) -> Decided:
        """A part with all that was decided on it."""
        history = tuple(sorted(own, key=lambda d: d.number))
        counting = [d for d in history if d.counts]
        last = counting[-1] if counting else None
        found = self._index.find(Decided(key, State.OPEN).subject)
        flag = (flags.get((key, last.number)) or self._find_change(last)) if last else ""
        state = State.OPEN if last is None else State.FLAGGED if flag else State.APPLIED
        machine = found.machine if found else ""
        return Decided(key, state, machine, last, history, flag, self._find_outlets(last))

    def _find_outlets(self, decision: Decision | None) -> tuple[tuple[str, str], ...]:
        """Of the articles that a decision is on and that are gone, the outlets, by id."""
        ends = (decision.article, decision.other) if decision else ()
        outlets = ((end, self._gone.get(end)) for end in ends if end)
        return tuple((end, outlet) for end, outlet in outlets if outlet)

    def list_copies(self, decided: Decided, counting: Set[str]) -> Iterator[Decided]:
        """The same decision on the same words elsewhere, where nobody decided on these.

        That the program reads them right says nothing of words that it reads otherwise there.
        """
        subject, decision = decided.subject, decided.decision
        if decided.state is not State.APPLIED or not isinstance(subject, StanceSubject):
            return
        found = self._index.find(subject)
        for copy in self._index.find_passages(subject.statement, found.words[1] if found else ""):
            key = write_key(copy)
            there = self._index.find(copy)
            if key not in counting and there is not None and _is_meant(decision, there):
                yield Decided(key, State.APPLIED, there.machine, decided.decision, decided.history)

    def _is_own(self, decision: Decision) -> bool:
        """Whether a decision is on a statement of this article, or of an earlier text of it."""
        earlier = decision.article or ""
        return earlier == self._own or any(t.id == self._own for t in self._later.get(earlier, ()))

    def _was_known(self, decision: Decision) -> bool:
        """Whether a decision on an earlier text was taken when this later one was there already."""
        here = [t for t in self._later.get(decision.article or "", ()) if t.id == self._own]
        return bool(here) and all(text.added_at < decision.decided_at for text in here)

    def _place_on_statement(
        self, subject: AttributionSubject | StatementSubject | StanceSubject, last: Decision
    ) -> _Place | None:
        claim = self._find_claim(subject.statement, last.words[0] if last.words else "")
        if claim is None:
            return None if self._was_known(last) else _Place(last.key, _say_gone())
        if isinstance(subject, StanceSubject):
            return self._place_on_passage(subject, claim, last)
        if claim not in self._index.statements:  # only a part has the words: it has no voice
            return _Place(last.key, _say_gone())
        return _Place(write_key(type(subject)(claim)))

    def _find_claim(self, id_: str, words: str) -> str | None:
        """The statement with that id, if it has these words still; else the only one that has."""
        text = self._index.claims.get(id_)
        if text is not None and (not words or fold_space(text) == fold_space(words)):
            return id_
        found = self._index.find_claims(words)
        return found[0] if len(found) == 1 else None

    def _place_on_passage(self, subject: StanceSubject, claim: str, last: Decision) -> _Place:
        words = last.words[1] if len(last.words) > 1 else ""
        here = StanceSubject(claim, subject.article, subject.span)
        found = self._index.find(here)
        if found is not None and (not words or fold_space(found.words[1]) == fold_space(words)):
            return _Place(write_key(here))
        fitting = {subject.article, *(t.id for t in self._later.get(subject.article, ()))}
        same = [s for s in self._index.find_passages(claim, words) if s.article in fitting]
        if same:
            return _Place(
                write_key(min(same, key=lambda s: (s.article != subject.article, s.span)))
            )
        return _Place(
            write_key(here),
            _("The passage under this decision is not among what was found now: look again."),
        )

    def _place_on_pair(self, subject: EdgeSubject | TieSubject) -> _Place | None:
        """An edge or a tie between these articles or later texts of them.

        It is flagged where the report names both and has no such thing any more; else None.
        """
        if self._index.find(subject) is not None:
            return _Place(write_key(subject))
        for after in self._list_later(subject):
            if self._index.find(after) is not None:
                return _Place(write_key(after), _say_newer())
        if not self._names_both(subject):
            return None
        if any(end in self._gone for end in _list_ends(subject)):
            return _Place(write_key(subject), _say_removed())
        return _Place(write_key(subject), _say_unlinked()) if self._was_here(subject) else None

    def _names_both(self, subject: EdgeSubject | TieSubject) -> bool:
        """Whether the report names both articles or later texts of them, or named what is gone."""
        return any(
            all(end in self._gone or self._index.find(ArticleSubject(end)) for end in ends)
            for ends in map(_list_ends, self._list_later(subject))
        )

    def _list_later(self, subject: EdgeSubject | TieSubject) -> Iterator[EdgeSubject | TieSubject]:
        lefts, rights = (
            [end, *(t.id for t in self._later.get(end, ()))] for end in _list_ends(subject)
        )
        for left in lefts:
            for right in rights:
                if isinstance(subject, EdgeSubject):
                    yield EdgeSubject(left, right)
                else:
                    yield TieSubject(left, right, subject.signal)

    def _find_change(self, decision: Decision) -> str:
        """Why a decision has to be looked at again, since other words came after it; else ""."""
        subject = decision.subject
        ends = (decision.article, decision.other)
        if isinstance(subject, EdgeSubject | TieSubject):
            return _say_newer() if any(self._came_later(end, decision) for end in ends) else ""
        sides = zip(ends, decision.words, strict=False)
        changed = (
            fold_space(words) not in fold_space(text.text)
            for number, (article, words) in enumerate(sides)
            if number or self._index.is_statement(words)  # a part's words stand in no article
            for text in self._came_later(article, decision)
        )
        return _say_newer() if any(changed) else ""

    def _came_later(self, article: str | None, decision: Decision) -> list[LaterText]:
        return [t for t in self._later.get(article or "", ()) if t.added_at >= decision.decided_at]


def _is_meant(decision: Decision | None, there: Found) -> bool:
    """Whether a decision on a passage is meant of one with the same words too."""
    if decision is None or decision.verb is not Verb.CONFIRM:
        return True
    return decision.machine.partition(" ")[0] == there.machine.partition(" ")[0]


def _list_ends(subject: EdgeSubject | TieSubject) -> tuple[str, str]:
    if isinstance(subject, EdgeSubject):
        return subject.child, subject.parent
    return subject.left, subject.right


def _say_unlinked() -> str:
    return _("The link between two articles under this decision was not found now: look again.")


def _say_removed() -> str:
    return _("An article under this decision was removed from the archive: look again.")


def _say_gone() -> str:
    return _("The statement under this decision is no longer in the text: look again.")


def _say_newer() -> str:
    return _("The text under this decision changed at its address: look again.")
