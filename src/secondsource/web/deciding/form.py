"""The form of a decision, alone in a page or beside its item."""

from dataclasses import dataclass

from fastapi import Request
from fastapi.responses import HTMLResponse

from secondsource.archive import Archive
from secondsource.errors import SubjectError
from secondsource.jobs.decide import read_basis
from secondsource.messages import gettext as _
from secondsource.report.numbers import capitalize_first
from secondsource.report.telling import say_decision, say_machine
from secondsource.review.decision import Decision, Draft, Verb
from secondsource.review.draft import find_subject
from secondsource.review.index import Found
from secondsource.review.report import Report
from secondsource.review.subject import (
    AttributionSubject,
    EdgeSubject,
    Subject,
    TieSubject,
    read_key,
)
from secondsource.web.accounts.asking import find_person
from secondsource.web.accounts.person import Person, Role
from secondsource.web.deciding.kept import find_place
from secondsource.web.deciding.naming import make_names
from secondsource.web.deciding.words import offer_verbs, say_question
from secondsource.web.layout import is_swapped, show_page


@dataclass(frozen=True, slots=True)
class Given:
    """What a person put into the form until now; `family` where they came from a family."""

    key: str
    article: str
    verb: str = ""
    value: str = ""
    reasons: str = ""
    problem: str = ""
    family: str = ""


def show_form(request: Request, archive: Archive, given: Given, status: int = 200) -> HTMLResponse:
    """The form with what was decided on its subject until now, what came along from an earlier
    text of the article or from the same words elsewhere too.

    Args:
        request: who asks; by htmx they get the form alone, else a page that holds it.
        archive: with the kept report.
        given: the subject, and what stands in the fields.
        status: the HTTP status.

    Raises:
        SubjectError: the key names nothing, or nothing of that report.
        ExaminationError: no report on the article is kept.
    """
    subject = read_key(given.key)
    own = archive.review.history(given.key)
    report = read_basis(archive, given.article, given.key)
    found = _find_words(report, given, own)
    decided = {each.key: each for each in archive.examinations.decide(report).decided}
    history = decided[given.key].history if given.key in decided else own
    values = _list_values(given, subject, found, find_person(request))
    pair = isinstance(subject, EdgeSubject | TieSubject)
    named = capitalize_first(make_names(report)(subject)) if pair else ""
    template = "decide_form.html.j2" if is_swapped(request) else "decide.html.j2"
    return show_page(
        request,
        template,
        status=status,
        seen=_find_last(own),
        history=history,
        named=named,
        **values,
    )


def _list_values(given: Given, subject: Subject, found: Found, person: Person) -> dict[str, object]:
    """What the form shows of its subject, and offers to whoever asks."""
    return {
        "key": given.key,
        "article": given.article,
        "family": given.family,
        "given": given,
        "problem": given.problem,
        "question": say_question(subject),
        "subject_words": found.words,
        "machine": say_machine(given.key, found.machine),
        "verbs": offer_verbs(subject),
        "takes_name": isinstance(subject, AttributionSubject),
        "may_decide": person.role.covers(Role.REVIEWER),
        "back": find_place(given.article, given.family),
        "signer": person.name,
        "tell": say_decision,
    }


def make_draft(given: Given, seen: str) -> Draft:
    """The decision that a form asks for.

    Raises:
        SubjectError: there is no such verb, or `seen` is no number.
    """
    if given.verb not in list(Verb) or given.verb == Verb.UNDO:
        raise SubjectError(_("Choose one of the answers first."))
    if given.value.strip() and Verb(given.verb) not in (Verb.NOTE, Verb.SAID_BY):
        raise SubjectError(
            _("This answer has no note: put what you wrote under “Why”, or choose “Only a note”.")
        )
    if seen and not (seen.isascii() and seen.isdecimal() and len(seen) <= 18):
        raise SubjectError(_("The form is not as it was sent; open it again."))
    return Draft(
        key=given.key,
        verb=Verb(given.verb),
        value=given.value,
        reasons=given.reasons,
        seen=int(seen) if seen else None,
    )


def _find_words(report: Report, given: Given, history: tuple[Decision, ...]) -> Found:
    """The words under the key in the report; where they are gone, those last decided on."""
    try:
        return find_subject(report, given.key)
    except SubjectError:
        if not history:
            raise
        last = history[-1]
        return Found(last.words, last.machine, given.article, last.other)


def _find_last(history: tuple[Decision, ...]) -> int | None:
    """The number of the last decision, which a further one has to name as seen."""
    return max((each.number for each in history if each.verb is not Verb.NOTE), default=None)
