"""Everything that the pages do is there over the API: the routes of both, side by side."""

from collections.abc import Iterable

from fastapi import APIRouter
from fastapi.routing import APIRoute

from secondsource.web import api, pages

_LISTS = "GET /api/articles", "GET /api/coverage", "GET /api/claims", "GET /api/families"
_ARTICLE = (
    "GET /api/articles/{id:path}",
    "GET /api/examinations/{id:path}",
    "GET /api/reports/{id:path}",
    "GET /api/texts/{id:path}",
    "GET /api/families",
)
_SIDE_BY_SIDE = {
    "GET /": _LISTS,
    "GET /add": (),
    "POST /add/address": ("POST /api/add",),
    "POST /add/feed": ("POST /api/add",),
    "POST /add/upload": ("POST /api/add/files",),
    "GET /articles/{id:path}": _ARTICLE,
    "GET /claims": ("GET /api/claims", "GET /api/claims/behind", "GET /api/changes"),
    "GET /compare": ("GET /api/compare",),
    "GET /decisions": ("GET /api/decisions", "GET /api/people/decisions", "GET /api/removals"),
    "GET /decisions/on": ("GET /api/subjects/{id:path}", "GET /api/decisions"),
    "POST /decisions": ("POST /api/decisions",),
    "POST /decisions/{number}/undo": (
        "POST /api/decisions/{number}/undo",
        "POST /api/people/decisions/{number}/undo",
    ),
    "GET /families": ("GET /api/families",),
    "GET /families/{id}": ("GET /api/families/{id:path}",),
    "GET /files/case/{id:path}": ("GET /api/files/case/{id:path}",),
    "GET /files/raw/{id:path}": ("GET /api/files/raw/{id:path}",),
    "GET /files/report/{form}/{id:path}": ("GET /api/files/report/{form}/{id:path}",),
    "GET /me": ("GET /api/me", "GET /api/me/tokens"),
    "POST /me/password": ("POST /api/me/password",),
    "POST /me/tokens": ("POST /api/me/tokens",),
    "POST /me/tokens/revoke": ("DELETE /api/me/tokens/{number}",),
    "GET /people": ("GET /api/people",),
    "GET /people/{id}": ("GET /api/people/{id}",),
    "POST /people/undo": ("POST /api/people/decisions/{number}/undo",),
    "POST /people/{id}/merge": ("POST /api/people/{id}/merge",),
    "POST /people/{id}/split": ("POST /api/people/{id}/split",),
    "GET /removals": ("GET /api/removals",),
    "GET /remove": ("GET /api/removals/{id:path}",),
    "POST /remove": ("DELETE /api/articles/{id:path}",),
    "GET /search": ("GET /api/search",),
    "GET /users": ("GET /api/users",),
    "POST /users/add": ("POST /api/users",),
    "POST /users/disable": ("PATCH /api/users/{number}",),
    "POST /users/enable": ("PATCH /api/users/{number}",),
    "POST /users/password": ("PATCH /api/users/{number}",),
    "POST /users/role": ("PATCH /api/users/{number}",),
    "GET /verdicts": ("GET /api/verdicts", "GET /api/verdicts/{number}"),
    "GET /verdicts/claimreviews": ("GET /api/verdicts/claimreviews",),
    "GET /verdicts/new": (),
    "GET /verdicts/{number}/claimreview": ("GET /api/verdicts/{number}/claimreview",),
    "POST /verdicts": ("POST /api/verdicts",),
    "POST /verdicts/{number}/withdraw": ("POST /api/verdicts/{number}/withdraw",),
    "GET /webhooks": ("GET /api/webhooks", "GET /api/webhooks/{number}"),
    "POST /webhooks/add": ("POST /api/webhooks",),
    "POST /webhooks/remove": ("DELETE /api/webhooks/{number}",),
    "POST /webhooks/resume": ("POST /api/webhooks/{number}/resume",),
    "POST /webhooks/test": ("POST /api/webhooks/{number}/test",),
    "GET /work": ("GET /api/work", "GET /api/claims/behind"),
    "GET /work/{number}": ("GET /api/work/{number}",),
    "POST /work/examine": ("POST /api/articles/{id:path}/examine",),
    "POST /work/gather": ("POST /api/work/gather",),
    "POST /work/{number}/again": ("POST /api/work/{number}/again",),
    "POST /work/{number}/stop": ("POST /api/work/{number}/stop",),
}
_NOTHING_TO_OFFER = {
    "GET /login",
    "POST /login",
    "POST /logout",  # these make and end a session
    "POST /language",  # of the pages
    "GET /report/{name}",  # a style sheet or script of the pages
    "GET /work/part",
    "GET /work/{number}/part",  # the middle of a page that brings itself up to date
    "GET /news",  # what an open page asks about itself
}


def _list(routers: Iterable[APIRouter]) -> set[str]:
    """Method and path of every route."""
    routes = (route for router in routers for route in router.routes)
    return {f"{m} {r.path}" for r in routes if isinstance(r, APIRoute) for m in r.methods or ()}


def test_what_a_page_does_is_there_over_the_api() -> None:
    assert _list(pages.ROUTERS) - _NOTHING_TO_OFFER == set(_SIDE_BY_SIDE)


def test_nothing_is_there_over_the_api_that_no_page_does() -> None:
    named = {each for side in _SIDE_BY_SIDE.values() for each in side}
    assert _list(api.ROUTERS) == named
