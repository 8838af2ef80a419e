"""The workbench as one ASGI application."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files
from pathlib import Path

from anyio.to_thread import current_default_thread_limiter
from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from secondsource.web import api, pages
from secondsource.web.desk import Desk
from secondsource.web.failures import add_failure_pages
from secondsource.web.settings import Settings
from secondsource.web.speaking import SpeakLanguage
from secondsource.web.work import open_queue


def create_app(settings: Settings) -> FastAPI:
    """The workbench over one archive.

    Args:
        settings: what is served, and to whom.

    Raises:
        ArchiveError: the archive cannot be opened.
    """
    app = FastAPI(
        title="Second Source",
        summary="Does this claim have a second source, or just a second copy?",
        openapi_url="/api/openapi.json",
        docs_url=None,  # its page loads scripts from elsewhere
        redoc_url=None,
        lifespan=_live,
    )
    app.state.settings = settings
    app.state.desk = Desk(settings.archive)
    with app.state.desk.lend():
        pass  # an archive that cannot be opened is told now, not to the first reader
    app.state.work = open_queue(settings)
    for router in (*pages.ROUTERS, *api.ROUTERS):
        app.include_router(router)
    static = Path(str(files("secondsource.web") / "static"))
    app.mount("/static", StaticFiles(directory=static), name="static")
    add_failure_pages(app)
    app.add_middleware(SpeakLanguage)
    return app


@asynccontextmanager
async def _live(app: FastAPI) -> AsyncIterator[None]:
    """What is set up before the first request and taken down after the last."""
    current_default_thread_limiter().total_tokens = app.state.settings.threads
    yield
    app.state.work.close()
    app.state.desk.close()
