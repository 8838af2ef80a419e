"""The accounts of an archive: its people, their sessions and their tokens."""

from pathlib import Path
from types import TracebackType
from typing import Self

from secondsource.errors import AccountsError
from secondsource.web.accounts.passwords import Passwords
from secondsource.web.accounts.sessions import SessionStore
from secondsource.web.accounts.tokens import TokenStore
from secondsource.web.accounts.users import UserStore
from secondsource.web.shared.private import Clock, FileKind, PrivateFile, read_clock

FILE = FileKind("accounts.db", b"2SAC", "secondsource.web.accounts.migrations", AccountsError)


class Accounts:
    """The accounts in an archive's folder; there may be none yet. Any thread may use it."""

    def __init__(
        self, folder: Path, clock: Clock = read_clock, passwords: Passwords | None = None
    ) -> None:
        self._file = PrivateFile(folder, FILE, clock)
        self.users = UserStore(self._file, passwords or Passwords())
        self.sessions = SessionStore(self._file)
        self.tokens = TokenStore(self._file)

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
