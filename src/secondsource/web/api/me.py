"""Who asks: under which name and role, and what their writes must carry."""

from fastapi import APIRouter, Request
from pydantic import Field

from secondsource.web.accounts.asking import Anybody, Way, find_asking
from secondsource.web.accounts.person import Role
from secondsource.web.api.shapes import PROBLEMS, Shape

router = APIRouter(prefix="/api", tags=["people"])


class MeShape(Shape):
    """Who asks."""

    name: str
    role: Role
    csrf: str | None = Field(
        description="What goes into the header X-CSRF-Token of writes; null with a token of one's "
        "own, which needs none."
    )


@router.get("/me", responses=PROBLEMS, summary="Who asks")
def show_me(request: Request, person: Anybody) -> MeShape:
    """Under which name and role this is asked: decisions are signed with the name."""
    asking = find_asking(request)
    csrf = None if asking.way is Way.TOKEN else asking.csrf
    return MeShape(name=person.name, role=person.role, csrf=csrf)
