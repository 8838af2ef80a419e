"""Any two articles of the archive side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse
from markupsafe import Markup

from secondsource.archive import Archive
from secondsource.article import Article
from secondsource.jobs.families import find_kin
from secondsource.messages import gettext as _
from secondsource.report.html import render_comparison
from secondsource.report.shelf import Label, label_article
from secondsource.web.articles.comparisons import compare_for
from secondsource.web.articles.listed import Listed, list_entry
from secondsource.web.layout import show_page
from secondsource.web.shared.desk import find_desk

router = APIRouter(include_in_schema=False)
CHOICES = 500
"""So many articles are offered to be laid beside each other."""
Id = Annotated[str, Query(max_length=300)]


@dataclass(frozen=True, slots=True)
class SideView:
    """One of the two articles: its id, and what it is called."""

    id: str
    label: Label


@router.get("/compare", response_class=HTMLResponse)
def show_comparison(request: Request, left: Id = "", right: Id = "") -> HTMLResponse:
    """Two articles side by side; while there are not two, those to choose from."""
    with find_desk(request).lend() as archive:
        given = [archive.get(id_) for id_ in (left.strip(), right.strip()) if id_]
        choices = _find_choices(archive, given)
        beside, turned = Markup(), False
        if len(given) == 2 and given[0].id != given[1].id:
            comparison = compare_for(request, archive, *given)
            beside, turned = render_comparison(comparison), comparison.is_turned
    return show_page(
        request,
        "compare.html.j2",
        sides=[SideView(each.id, label_article(each)) for each in given],
        left=given[0].id if left.strip() else "",
        right=given[-1].id if right.strip() else "",
        problem=_say_problem(given),
        choices=choices,
        beside=beside,
        turned=turned,
        turn_address="/compare?" + urlencode({"left": right.strip(), "right": left.strip()}),
    )


def _find_choices(archive: Archive, given: Sequence[Article]) -> list[Listed]:
    """The articles of all families that the given ones are in, and these themselves."""
    ids = list(dict.fromkeys(article.id for article in given))
    return [list_entry(entry) for entry in find_kin(archive, ids, CHOICES)]


def _say_problem(given: Sequence[Article]) -> str:
    if len(given) == 2 and given[0].id == given[1].id:
        return _("Both are one article. Choose another one to lay beside it.")
    return ""
