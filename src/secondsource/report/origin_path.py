"""Where this text comes from: the way of the text from the original to this article."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from secondsource.article import Article, Credit, Role
from secondsource.lineage.family import Edge, Family, Relation
from secondsource.lineage.names import is_same_outlet, outlet_key
from secondsource.messages import gettext as _
from secondsource.report.shelf import Label, Shelf, name_authors
from secondsource.report.visible import safe_href, show_on_one_line
from secondsource.report.wording import (
    CREDITED_STEP,
    FIRST_KNOWN,
    NOT_IN_COLLECTION,
    STEP_WORDS,
    THIS_ARTICLE,
    TRANSLATED_AND_REPUBLISHED,
    capitalize_first,
    say_date,
    say_list,
    say_step_sureness,
)


@dataclass(frozen=True, slots=True)
class Step:
    """One stop on the way of the text, oldest first.

    `what` says what happened there, `people` who is credited, `note` what is uncertain about
    it; `copies` counts the articles off this way that took the text from here.
    """

    what: str
    label: Label
    people: str = ""
    note: str = ""
    copies: int = 0
    held: bool = True
    translated: bool = False


def trace_path(article: Article, families: Sequence[Family], shelf: Shelf) -> tuple[Step, ...]:
    """The steps that the text took to this article: from the collection and from credits.

    Args:
        article: the one examined; its step is the last.
        families: all families of the report; the one that holds the article is followed.
        shelf: the articles that the report names.

    Returns:
        At least one step. Outlets that only the credits name stand before the articles found.
    """
    edges = [edge for family in families if article.id in family.articles for edge in family.edges]
    chain = _climb(article.id, edges)
    on_way = {article.id, *(edge.parent for edge in chain)}
    steps = [_step_first(article, chain, shelf)]
    steps += [_step_after(edge, shelf) for edge in reversed(chain)]
    ids = [*(edge.parent for edge in reversed(chain)), article.id]
    counted = [
        replace(step, copies=_count_copies(at, edges, on_way))
        for at, step in zip(ids, steps, strict=True)
    ]
    held = [found for found in map(shelf.get, ids) if found]
    return _add_people(article, _add_credited(article, counted, held))


def _climb(article: str, edges: Sequence[Edge]) -> list[Edge]:
    """The edges from the article up to the oldest known, the surest parent at each step."""
    chain: list[Edge] = []
    seen = {article}
    current = article
    while parents := [
        e for e in edges if e.directed and e.child == current and e.parent not in seen
    ]:
        best = max(parents, key=lambda edge: (edge.confidence, edge.coverage))
        chain.append(best)
        current = best.parent
        seen.add(current)
    return chain


def _step_first(article: Article, chain: Sequence[Edge], shelf: Shelf) -> Step:
    if not chain:
        return Step(_(THIS_ARTICLE), shelf.label(article.id))
    return Step(_(FIRST_KNOWN), shelf.label(chain[-1].parent))


def _step_after(edge: Edge, shelf: Shelf) -> Step:
    return Step(
        capitalize_first(_(STEP_WORDS[edge.relation])),
        shelf.label(edge.child),
        note=say_step_sureness(edge.confidence),
        translated=edge.relation is Relation.TRANSLATION,
    )


def _count_copies(article: str, edges: Sequence[Edge], on_way: set[str]) -> int:
    children = {edge.child for edge in edges if edge.directed and edge.parent == article}
    return len(children - on_way)


def _add_credited(article: Article, steps: list[Step], held: Sequence[Article]) -> list[Step]:
    """The steps with those outlets put in that only the text's own credits name."""
    first = _credited(article, held, Role.WIRE) + _credited(article, held, Role.ORIGINAL_OUTLET)
    between = _credited(article, held, Role.REPUBLISHED_FROM)
    last = steps[-1]
    if (first or between) and len(steps) == 1:
        last = replace(last, what=capitalize_first(_(STEP_WORDS[Relation.CREDIT])))
    return [*first, *steps[:-1], *between, last]


def _credited(article: Article, held: Sequence[Article], role: Role) -> list[Step]:
    names: dict[str, Step] = {}
    for credit in article.credits:
        if credit.role is role and not any(_is_of(credit, other) for other in held):
            names.setdefault(outlet_key(credit.name), _step_credited(credit))
    return list(names.values())


def _is_of(credit: Credit, article: Article) -> bool:
    """Whether a credit means the outlet of this article, in either script."""
    named = [name for name in (credit.name, safe_href(credit.url)) if name]
    theirs = [name for name in (article.outlet, safe_href(article.url)) if name]
    return any(is_same_outlet(name, own) for name in named for own in theirs)


def _step_credited(credit: Credit) -> Step:
    label = Label(
        title="",
        outlet=show_on_one_line(credit.name, 160) or _("outlet unknown"),
        date=say_date(credit.date),
        language="",
        href=safe_href(credit.url),
        examined=False,
    )
    return Step(_(CREDITED_STEP[credit.role]), label, note=_(NOT_IN_COLLECTION), held=False)


def _add_people(article: Article, steps: list[Step]) -> tuple[Step, ...]:
    """The steps with the author at the first and the translators where it was translated."""
    authors = name_authors(article)
    names = (show_on_one_line(c.name, 80) for c in article.credits if c.role is Role.TRANSLATOR)
    translators = list(dict.fromkeys(names))
    if translators:
        at = next((i for i, step in enumerate(steps) if step.translated), min(1, len(steps) - 1))
        steps = _with_people(steps, at, _("translated by %(names)s", names=say_list(translators)))
        if not steps[at].held and at:
            steps[at] = replace(steps[at], what=_(TRANSLATED_AND_REPUBLISHED))
    if authors:
        steps = _with_people(steps, 0, _("by %(names)s", names=say_list(authors)))
    return tuple(steps)


def _with_people(steps: Sequence[Step], at: int, people: str) -> list[Step]:
    before = steps[at].people
    joined = f"{people}, {before}" if before else people
    return [*steps[:at], replace(steps[at], people=joined), *steps[at + 1 :]]
