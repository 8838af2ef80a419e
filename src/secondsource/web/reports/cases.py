"""Cases that readers have made: a few at a time, each a file that goes when it was sent."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from anyio import fail_after
from fastapi import Request
from fastapi.responses import FileResponse
from starlette.types import Message, Receive, Scope, Send

from secondsource.errors import BusyError
from secondsource.messages import gettext as _
from secondsource.web.shared.places import Places
from secondsource.web.shared.scratch import Scratch

_MOST_MADE = 2
"""So many are made at one time; pages are answered meanwhile."""
MOST_KEPT = 6
"""So many are made or sent at one time."""
_MOST_OF_ONE = 2
"""Of these so many for one person."""
STALL_SECONDS = 60.0
"""A reader who takes nothing for so long has gone."""


@dataclass(frozen=True, slots=True)
class KeptCase:
    """The place of one case, and for whom it is made."""

    folder: Path
    person: str

    @property
    def path(self) -> Path:
        """The file that holds it."""
        return self.folder / "case.zip"


class Cases:
    """The cases that are being made or sent. Any thread may use it."""

    def __init__(self, scratch: Scratch) -> None:
        self._scratch = scratch
        self._making = Places(_MOST_MADE, _MOST_OF_ONE)
        self._kept = Places(MOST_KEPT, _MOST_OF_ONE)

    @contextmanager
    def take(self, person: str) -> Iterator[KeptCase]:
        """A place for one case, in which it is made within the block.

        It stays until it is removed; at once where the block fails.

        Raises:
            BusyError: too many are being made or sent.
        """
        if not self._kept.take(person):
            raise _make_busy()
        with ExitStack() as failed:
            failed.callback(self._kept.give_back, person)
            with self._make(person) as case:
                yield case
            failed.pop_all()

    def remove(self, case: KeptCase) -> None:
        """Remove a case that was sent."""
        shutil.rmtree(case.folder, ignore_errors=True)
        self._kept.give_back(case.person)

    @contextmanager
    def _make(self, person: str) -> Iterator[KeptCase]:
        if not self._making.take(person):
            raise _make_busy()
        try:
            case = KeptCase(self._scratch.make_folder("case-"), person)
            with ExitStack() as failed:
                failed.callback(shutil.rmtree, case.folder, ignore_errors=True)
                yield case
                failed.pop_all()
        finally:
            self._making.give_back(person)


def _make_busy() -> BusyError:
    return BusyError(
        _("Other cases are being put together or sent just now. Try again in a moment.")
    )


class CaseAnswer(FileResponse):
    """Sends a case piece by piece and removes it, also when its reader goes away."""

    def __init__(self, cases: Cases, case: KeptCase, headers: dict[str, str]) -> None:
        super().__init__(case.path, media_type="application/zip", headers=headers)
        self._cases = cases
        self._case = case

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""

        async def send_soon(message: Message) -> None:
            with fail_after(STALL_SECONDS):
                await send(message)

        try:
            await super().__call__(scope, receive, send_soon)
        finally:
            self._cases.remove(self._case)


def find_cases(request: Request) -> Cases:
    """The cases of the workbench that a request came to."""
    cases: Cases = request.app.state.cases
    return cases
