"""Everything that the pages do, as JSON under `/api/`, described at `/api/openapi.json`."""

from secondsource.web.api import articles, me

ROUTERS = (articles.router, me.router)
