"""The first page: what the archive holds, what is new, and what to do next."""

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from secondsource.archive.claims import QueueFilter
from secondsource.archive.families import FamilyHead
from secondsource.archive.listing import Kept
from secondsource.messages import ngettext
from secondsource.report.tallies import say_holdings
from secondsource.report.visible import show_on_one_line
from secondsource.report.wording import STANDING_LABEL
from secondsource.web.articles.listed import Listed, list_entry
from secondsource.web.layout import show_page
from secondsource.web.shared.desk import find_desk

router = APIRouter(include_in_schema=False)
_NEWEST, _FAMILIES, _CLAIMS = 10, 6, 6
_CLAIM_LENGTH = 240


@dataclass(frozen=True, slots=True)
class LargeFamily:
    """One of the largest families: how many there are in it, and one of them."""

    head: FamilyHead
    root: Listed
    counted: str


@router.get("/", response_class=HTMLResponse)
def show_home(request: Request) -> HTMLResponse:
    """What the archive holds."""
    wanted = QueueFilter(decided=False)
    with find_desk(request).lend() as archive:
        coverage = archive.coverage()
        newest = archive.listing.read(Kept(), _NEWEST)
        heads = archive.families.largest(_FAMILIES)
        roots = archive.listing.find_ids([head.root for head in heads])
        claims = archive.examinations.claims.read(wanted, _CLAIMS)
        undecided = archive.examinations.claims.count(wanted)
        reach = archive.families.measure()
    return show_page(
        request,
        "home.html.j2",
        coverage=coverage,
        holdings=say_holdings(coverage),
        newest=[list_entry(entry) for entry in newest],
        families=[
            LargeFamily(head, list_entry(roots[head.root]), _say_size(head))
            for head in heads
            if head.root in roots
        ],
        reach=reach,
        claims=claims,
        undecided=undecided,
        labels=STANDING_LABEL,
        shorten=lambda text: show_on_one_line(text, _CLAIM_LENGTH),
    )


def _say_size(head: FamilyHead) -> str:
    return ngettext("%(num)s article", "%(num)s articles", head.articles)
