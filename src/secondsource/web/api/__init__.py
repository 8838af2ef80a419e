"""Everything that the pages do, as JSON under `/api/`, described at `/api/openapi.json`."""

from secondsource.web.api import (
    articles,
    changes,
    claims,
    compare,
    decisions,
    families,
    files,
    me,
    own,
    people,
    reports,
    search,
    users,
    verdicts,
    webhooks,
    work,
)

ROUTERS = (
    articles.router,
    changes.router,
    claims.router,
    compare.router,
    decisions.router,
    families.router,
    files.router,
    me.router,
    own.router,
    people.router,
    reports.router,
    search.router,
    users.router,
    verdicts.router,
    webhooks.router,
    work.router,
)
