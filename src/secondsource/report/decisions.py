"""What people decided of a report, part by part: whose decision it is, when, and the machine's."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from secondsource.evidence.finding import Finding
from secondsource.messages import gettext as _
from secondsource.report.numbers import capitalize_first, ngettext
from secondsource.report.shelf import Shelf
from secondsource.report.telling import say_decision, say_machine
from secondsource.report.visible import show_on_one_line
from secondsource.report.wording import say_date
from secondsource.review.bearing import has_other_numbers, list_facts, list_ties
from secondsource.review.decided import Decided, State
from secondsource.review.decision import Decision, Verb
from secondsource.review.report import Report
from secondsource.review.subject import (
    AttributionSubject,
    EdgeSubject,
    StanceSubject,
    StatementSubject,
    Subject,
    TieSubject,
)

_WORDS_LENGTH = 120
_WHY_LENGTH = 300
_CLAIM_LENGTH = 80
_ENDS = (".", "!", "?", "…", "”", "»")


@dataclass(frozen=True, slots=True)
class DecidedView:
    """What people decided of one part of a report.

    `about` says of what part, and `claim` how the claim begins that it is on, empty for articles,
    edges and ties; `told` is the decision that counts, with whose it is and of what
    day, empty where there are only notes; `why` and `machine` are its reasons and what the machine
    says. `others` are notes, and what others said that counts no more. `flag` says why it has to
    be looked at again; until then the report does not go by it.
    """

    subject: Subject
    state: State
    about: str
    told: str
    why: str
    machine: str
    others: tuple[str, ...]
    flag: str
    taken_out: bool
    by: str
    at: str
    claim: str = ""

    @property
    def placed(self) -> str:
        """What it is about, with the claim, for where it does not stand beside this."""
        if not self.claim:
            return capitalize_first(self.about)
        return _("On “%(claim)s”: %(about)s", claim=self.claim, about=self.about)

    @property
    def line(self) -> str:
        """All of it on one line but what it is about."""
        said = (self.flag, self.told, self.why, self.machine, *self.others)
        return " ".join(end_sentence(each) for each in said if each)

    @property
    def short(self) -> str:
        """The same without what the machine says, for where that stands in full."""
        said = (self.flag, self.told, self.why, *self.others)
        return " ".join(end_sentence(each) for each in said if each)

    @property
    def whole(self) -> str:
        """All of it on one line, where it stands with its claim, but not beside its part."""
        return f"{end_sentence(capitalize_first(self.about))} {self.line}"

    @property
    def listed(self) -> str:
        """All of it on one line, in a list of decisions on any claim."""
        return f"{end_sentence(self.placed)} {self.line}"


@dataclass(frozen=True, slots=True)
class Decisions:
    """All that people decided of a report, and which claims it bears on.

    `shaped` are the ids of the claims that it changed; `subjects` are, by the id of a statement,
    the parts that it rests on and on which people decided; `before` what the machine found for it.
    """

    report: Report
    views: Mapping[Subject, DecidedView]
    shaped: frozenset[str]
    subjects: Mapping[str, frozenset[Subject]]
    before: Mapping[str, Finding]

    @classmethod
    def gather(cls, report: Report, shelf: Shelf) -> "Decisions":
        """The decisions of a report; none of them in one that is the machine's alone."""
        views = (view_decided(each, shelf) for each in report.decided)
        shaped = find_shaped(report)
        return cls(
            report,
            {view.subject: view for view in views if view.line},
            shaped,
            map_subjects(report, shaped),
            _map_findings(report),
        )

    def concerning(self, statement: str) -> tuple[DecidedView, ...]:
        """What bears on a statement: on its voice and kind, its passages, and what ties these."""
        concerned = self.subjects.get(statement)
        if not concerned:
            return ()
        return tuple(view for subject, view in self.views.items() if subject in concerned)

    def say_shaped(self) -> str:
        """For how many claims people's decisions are in what is counted; empty where for none."""
        shaped = len(self.shaped)
        if not shaped:
            return ""
        return ngettext(
            "What stands for %(num)s of these claims was shaped by people’s decisions.",
            "What stands for %(num)s of these claims was shaped by people’s decisions.",
            shaped,
        )


def view_decided(decided: Decided, shelf: Shelf) -> DecidedView:
    """What people decided of one part, put into words."""
    decision = decided.decision
    taken_out = is_taken_out(decided)
    last = decision or decided.history[-1]
    return DecidedView(
        subject=decided.subject,
        state=decided.state,
        about=_say_about(decided, last, shelf),
        told=_say_told(decision, taken_out=taken_out) if decision else "",
        why=_say_why(decision) if decision else "",
        machine=_say_machine(decided, decision) if decision else "",
        others=(*map(_say_other, decided.overruled), *map(_say_note, decided.notes)),
        flag=_("Look again: %(why)s", why=decided.flag) if decided.flag else "",
        taken_out=taken_out,
        by=show_on_one_line(last.decided_by),
        at=last.decided_at,
        claim=_begin_claim(decided.subject, last),
    )


def is_taken_out(decided: Decided) -> bool:
    """Whether a passage, edge or tie does not count any more, since a person says so."""
    decision = decided.decision
    return (
        decided.state is State.APPLIED
        and decision is not None
        and decision.verb in (Verb.REJECT, Verb.UNRELATED)
        and isinstance(decided.subject, StanceSubject | EdgeSubject | TieSubject)
    )


def find_shaped(report: Report) -> frozenset[str]:
    """The ids of the claims whose standing or counts are others than the machine's.

    With those that have none any more, as a person says that they are claims not looked up.
    """
    if report.machine is None:
        return frozenset()
    before = {finding.statement: finding for finding in report.machine.findings}
    kept = {finding.statement for finding in report.findings}
    changed = {f.statement for f in report.findings if has_other_numbers(f, before[f.statement])}
    return frozenset(changed | (set(before) - kept))


def map_subjects(report: Report, shaped: frozenset[str]) -> dict[str, frozenset[Subject]]:
    """The parts on which people decided, by the id of each statement that rests on them.

    An edge of lineage bears on a claim where it was rejected and the claim's numbers changed.

    Args:
        report: with what people decided.
        shaped: as `find_shaped` gives it.
    """
    on_claims: dict[str, set[Subject]] = defaultdict(set)
    ties: set[Subject] = set()
    cut: list[EdgeSubject] = []
    for each in report.decided:
        match each.subject:
            case AttributionSubject(id_) | StanceSubject(id_) | StatementSubject(id_) as subject:
                on_claims[id_].add(subject)
            case TieSubject() as tie:
                ties.add(tie)
            case EdgeSubject() as edge if is_taken_out(each):
                cut.append(edge)
    found = {id_: set(subjects) for id_, subjects in on_claims.items()}
    if not (on_claims or ties or cut):
        return {}
    for id_, finding in _map_findings(report).items():
        found.setdefault(id_, set()).update(ties.intersection(list_ties(finding)))
        for fact, _finding in list_facts(finding):
            found[id_] |= on_claims.get(fact, set())
        if cut and id_ in shaped:
            articles = {report.article.id, *_list_articles(finding)}
            found[id_].update(e for e in cut if {e.child, e.parent} <= articles)
    return {id_: frozenset(subjects) for id_, subjects in found.items() if subjects}


def _map_findings(report: Report) -> dict[str, Finding]:
    """What the machine found, by the id of the statement."""
    return {finding.statement: finding for finding in (report.machine or report).findings}


def _list_articles(finding: Finding) -> Iterator[str]:
    for _id, each in list_facts(finding):
        yield from (piece.article for origin in each.origins for piece in origin.evidence)


def say_signed(name: str, moment: str) -> str:
    """Whose something is and of what day: "Vera Desk, 29 November 2026"."""
    return _("%(who)s, %(day)s", who=show_on_one_line(name), day=say_date(moment[:10]))


def end_sentence(text: str) -> str:
    """The text with a full stop, unless it ends otherwise."""
    return text if text.endswith(_ENDS) else f"{text}."


def _say_told(decision: Decision, *, taken_out: bool) -> str:
    signed = say_signed(decision.decided_by, decision.decided_at)
    if taken_out:
        lead = _("Taken out by %(who)s", who=signed)
    else:
        lead = _("Decided by %(who)s", who=signed)
    return show_on_one_line(say_decision(decision, lead), _WHY_LENGTH)


def _say_why(decision: Decision) -> str:
    if not decision.reasons:
        return ""
    return _("Why: %(reasons)s", reasons=show_on_one_line(decision.reasons, _WHY_LENGTH))


def _say_machine(decided: Decided, decision: Decision) -> str:
    said = decided.machine or decision.machine
    if not said:
        return ""
    told = show_on_one_line(say_machine(decided.key, said), _WHY_LENGTH)
    return _("The machine said: %(what)s", what=told)


def _say_other(decision: Decision) -> str:
    signed = say_signed(decision.decided_by, decision.decided_at)
    return show_on_one_line(say_decision(decision, signed), _WHY_LENGTH)


def _say_note(decision: Decision) -> str:
    day = say_date(decision.decided_at[:10])
    return f"{show_on_one_line(say_decision(decision), _WHY_LENGTH)} ({day})"


def _begin_claim(subject: Subject, decision: Decision) -> str:
    """The first words of the claim that was decided on; empty where that is none."""
    on_claim = isinstance(subject, AttributionSubject | StanceSubject | StatementSubject)
    words = decision.words[0] if on_claim and decision.words else ""
    return show_on_one_line(words, _CLAIM_LENGTH)


def _say_about(decided: Decided, decision: Decision, shelf: Shelf) -> str:
    outlets = dict(decided.outlets)

    def name(article: str) -> str:
        gone = outlets.get(article)
        return show_on_one_line(gone) if gone else shelf.label(article).outlet

    match decided.subject:
        case StanceSubject(_claim, article):
            words = show_on_one_line(decision.words[1], _WORDS_LENGTH) if decision.words[1:] else ""
            return _("“%(words)s” (%(article)s)", words=words, article=name(article))
        case AttributionSubject():
            return _("who says it")
        case StatementSubject():
            return _("of what kind it is")
        case TieSubject(left, right):
            ends = {"left": name(left), "right": name(right)}
            return _("whether %(left)s and %(right)s count as one", **ends)
        case EdgeSubject(child, parent):
            ends = {"child": name(child), "parent": name(parent)}
            return _("whether %(child)s has its text or credit from %(parent)s", **ends)
    return _("the article as a whole")
