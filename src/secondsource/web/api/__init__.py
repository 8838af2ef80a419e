"""Everything that the pages do, as JSON under `/api/`, described at `/api/openapi.json`."""

from secondsource.web.api import articles

ROUTERS = (articles.router,)
