"""Everything that the pages do, as JSON under `/api/`, described at `/api/openapi.json`."""

from secondsource.web.api import articles, claims, decisions, me, reports, search, verdicts, work

ROUTERS = (
    articles.router,
    claims.router,
    decisions.router,
    me.router,
    reports.router,
    search.router,
    verdicts.router,
    work.router,
)
