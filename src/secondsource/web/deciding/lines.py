"""All decisions as a page lists them: each on what, whose, and what the machine said."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from secondsource.archive import Archive
from secondsource.archive.decisions import Decision as NameDecision
from secondsource.article import Article
from secondsource.jobs.history import AnyDecision, Standing, find_standings
from secondsource.messages import gettext as _
from secondsource.report.shelf import Label, label_article
from secondsource.report.telling import say_decision, say_machine
from secondsource.report.wording import say_date
from secondsource.review.decision import Decision
from secondsource.review.subject import (
    ArticleSubject,
    EdgeSubject,
    StanceSubject,
    Subject,
    TieSubject,
)
from secondsource.web.articles.listed import list_entry
from secondsource.web.deciding.words import say_names, say_question


@dataclass(frozen=True, slots=True)
class Named:
    """An article that a decision names; `id` is None where it has no page.

    `removed` says when it was removed from the archive; empty where it was not.
    """

    label: Label
    id: str | None
    removed: str = ""


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One decision: on what, what was said of it, by whom and when.

    `about` is the question that it answers. `words` are what it is on, each with what these are;
    `articles` the articles that it ties, or that its words are from. `machine` is what the program
    said, `flag` why it has to be looked at again; both may be empty. `article` is the id of that on
    whose page it can be looked at, `anew` the address where one decides anew; None where there is
    no such. `undoes` is the number of the decision that it takes back.
    """

    number: int
    about: str
    words: tuple[tuple[str, str], ...]
    articles: tuple[tuple[str, Named], ...]
    told: str
    at: str
    reasons: str
    machine: str
    flag: str
    article: str | None
    anew: str | None
    undoes: int | None
    undone: bool
    may_be_undone: bool


def view_history(archive: Archive, decisions: Sequence[AnyDecision]) -> list[HistoryLine]:
    """The lines of a page of the history, in the order given."""
    on_reports = [each for each in decisions if isinstance(each, Decision)]
    standings = find_standings(archive, on_reports)
    subjects = [each.subject for each in on_reports]
    ids = {id_ for subject in subjects for _name, id_ in _name_articles(subject)}
    shown = (each.article for each in standings.values())
    ids |= {id_ for id_ in (*shown, *(each.article for each in on_reports)) if id_}
    labels = _label_articles(archive, ids)
    return [
        _view(each, standings[each.number], labels)
        if isinstance(each, Decision)
        else _view_names(each)
        for each in decisions
    ]


def _view(decision: Decision, standing: Standing, labels: Mapping[str, Named]) -> HistoryLine:
    subject = decision.subject
    shown = labels[standing.article].id if standing.article else None
    asked = {"key": decision.key, "article": shown or ""}
    return HistoryLine(
        number=decision.number,
        about=say_question(subject),
        words=tuple(_name_words(subject, decision.words)),
        articles=tuple(_list_articles(decision, labels)),
        told=say_decision(decision),
        at=decision.decided_at,
        reasons=decision.reasons,
        machine=say_machine(decision.key, decision.machine) if decision.machine else "",
        flag=standing.flag,
        article=shown,
        anew=f"/decisions/on?{urlencode(asked)}" if shown else None,
        undoes=decision.undoes,
        undone=decision.undone,
        may_be_undone=not decision.undone,
    )


def _list_articles(decision: Decision, labels: Mapping[str, Named]) -> Iterable[tuple[str, Named]]:
    """The articles that a decision names; also that of its statement, where it was removed."""
    named = _name_articles(decision.subject)
    yield from ((name, labels[id_]) for name, id_ in named)
    own = labels.get(decision.article or "")
    if own and own.removed and decision.article not in {id_ for _name, id_ in named}:
        yield _("The statement is from"), own


def _view_names(decision: NameDecision) -> HistoryLine:
    first, rest = decision.subject[0], ", ".join(decision.subject[1:])
    return HistoryLine(
        number=decision.number,
        about=_("Are these one person or body?"),
        words=((_("The name"), first), (_("The other name, or names"), rest)),
        articles=(),
        told=say_names(decision),
        at=decision.decided_at,
        reasons="",
        machine="",
        flag="",
        article=None,
        anew="/people?" + urlencode({"q": first}),
        undoes=decision.undoes,
        undone=decision.undone,
        may_be_undone=not decision.undone and decision.undoes is None,
    )


def _name_words(subject: Subject, words: Sequence[str]) -> Iterable[tuple[str, str]]:
    on_passage = isinstance(subject, StanceSubject)
    names = (_("The claim"), _("The passage")) if on_passage else (_("The statement"),)
    return zip(names, words, strict=False)


def _name_articles(subject: Subject) -> list[tuple[str, str]]:
    """The articles that a subject names, by their ids, each with what it is there."""
    match subject:
        case EdgeSubject(child, parent):
            return [(_("The article"), child), (_("It would have it from"), parent)]
        case TieSubject(left, right):
            return [(_("The one"), left), (_("The other"), right)]
        case StanceSubject(_statement, article):
            return [(_("The passage is from"), article)]
        case ArticleSubject(article):
            return [(_("The article"), article)]
    return []


def _label_articles(archive: Archive, ids: Collection[str]) -> dict[str, Named]:
    """What articles are called: as the archive, else a kept report has it, else by their id."""
    entries = archive.listing.find_ids(sorted(ids))
    labels = {id_: Named(list_entry(entry).label, id_) for id_, entry in entries.items()}
    examined: dict[str, Article] = {}
    for id_ in sorted(set(ids) - labels.keys()):
        for kept in archive.examinations.history(id_)[:1]:
            examined[id_] = Article(
                id_, "", title=kept.title, outlet=kept.outlet, published=kept.published
            )
    removed = archive.listing.find_removed(ids)
    named = archive.examinations.read_named(set(ids) - labels.keys() - examined.keys())
    for id_ in sorted(set(ids) - labels.keys()):
        article = examined.get(id_) or named.get(id_) or Article(id_, "")
        title = article.title or _("article %(id)s", id=id_[:8])
        link = id_ if id_ in examined else None
        day = say_date(removed[id_]) if id_ in removed else ""
        labels[id_] = Named(label_article(replace(article, title=title)), link, day)
    return labels
