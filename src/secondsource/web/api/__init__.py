"""Everything that the pages do, as JSON under `/api/`, described at `/api/openapi.json`."""

from secondsource.web.api import (
    articles,
    changes,
    claims,
    compare,
    decisions,
    families,
    me,
    people,
    reports,
    search,
    users,
    verdicts,
    webhooks,
    work,
)

ROUTERS = (
    reports.router,  # before the articles, whose ids may hold slashes and so take any longer path
    articles.router,
    changes.router,
    claims.router,
    compare.router,
    decisions.router,
    families.router,
    me.router,
    people.router,
    search.router,
    users.router,
    verdicts.router,
    webhooks.router,
    work.router,
)
