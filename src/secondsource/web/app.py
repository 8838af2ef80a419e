"""The workbench as one ASGI application."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files
from pathlib import Path

from anyio.to_thread import current_default_thread_limiter
from fastapi import Depends, FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.datastructures import State

from secondsource.web import api, pages
from secondsource.web.accounts.accounts import Accounts
from secondsource.web.accounts.csrf import check_csrf
from secondsource.web.accounts.guard import Guard, check_audience
from secondsource.web.accounts.limiting import LoginLimits
from secondsource.web.articles.comparisons import Comparisons
from secondsource.web.deciding.refresher import Refresher
from secondsource.web.failures import add_failure_pages
from secondsource.web.hooks.posting import Poster
from secondsource.web.hooks.webhooks import Webhooks
from secondsource.web.layout import open_templates
from secondsource.web.middleware.bodies import BodyLimit
from secondsource.web.middleware.heads import AnswerHead
from secondsource.web.middleware.security import SecurityHeaders
from secondsource.web.middleware.speaking import SpeakLanguage
from secondsource.web.reports.cases import Cases
from secondsource.web.reports.drawings import Drawings
from secondsource.web.settings import Settings
from secondsource.web.shared.desk import Desk
from secondsource.web.shared.scratch import Scratch, remove_abandoned
from secondsource.web.work import open_queue
from secondsource.web.work.uploads import Uploads


def create_app(settings: Settings) -> FastAPI:
    """The workbench over one archive.

    Args:
        settings: what is served, and to whom.

    Raises:
        ArchiveError: the archive cannot be opened.
        AccountsError: other machines could reach it and nobody has an account.
    """
    app = FastAPI(
        title="Second Source",
        summary="Does this claim have a second source, or just a second copy?",
        openapi_url="/api/openapi.json",
        docs_url=None,  # its page loads scripts from elsewhere
        redoc_url=None,
        lifespan=_live,
        dependencies=[Depends(check_csrf)],
    )
    _open_state(app.state, settings)
    for router in (*pages.ROUTERS, *api.ROUTERS):
        app.include_router(router)
    static = Path(str(files("secondsource.web") / "static"))
    app.mount("/static", StaticFiles(directory=static), name="static")
    add_failure_pages(app)
    _add_middleware(app)
    return app


def _open_state(state: State, settings: Settings) -> None:
    """All that requests share."""
    state.settings = settings
    state.accounts = Accounts(settings.archive)
    state.login_limits = LoginLimits()
    state.desk = Desk(settings.archive)
    with state.desk.lend():
        pass  # an archive that cannot be opened is told now, not to the first reader
    check_audience(settings, state.accounts)
    state.drawings = Drawings()
    state.refresher = Refresher(state.desk)
    state.scratch = Scratch()
    state.cases = Cases(state.scratch)
    state.uploads = Uploads(state.scratch)
    state.work = open_queue(settings, state.uploads)
    state.comparisons = Comparisons()
    state.webhooks = Webhooks(
        settings.archive, state.desk, Poster(allow_private=settings.allow_private)
    )
    state.webhooks.store.any_active()  # a file that cannot be read is told now


def _add_middleware(app: FastAPI) -> None:
    """What every request passes, from the inside out."""
    app.add_middleware(BodyLimit)
    app.add_middleware(Guard, settings=app.state.settings, accounts=app.state.accounts)
    app.add_middleware(SpeakLanguage)
    app.add_middleware(SecurityHeaders)
    app.add_middleware(AnswerHead)


@asynccontextmanager
async def _live(app: FastAPI) -> AsyncIterator[None]:
    """What is set up before the first request and taken down after the last."""
    current_default_thread_limiter().total_tokens = app.state.settings.threads
    remove_abandoned()
    app.state.webhooks.start()
    app.state.refresher.wake()  # what was left when the workbench was ended
    open_templates()
    yield
    app.state.webhooks.close()
    app.state.work.close()
    app.state.refresher.close()
    app.state.scratch.close()
    app.state.desk.close()
    app.state.accounts.close()
