"""Sessions: who is logged in, from the login to the logout or until too much time has passed."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast

from secondsource.web.accounts.person import Person, Role
from secondsource.web.accounts.users import User
from secondsource.web.shared.private import PrivateFile, write_moment

_IDLE = timedelta(hours=12)
_ABSOLUTE = timedelta(days=7)
_SEEN_EVERY = timedelta(minutes=1)  # so that most requests write nothing


@dataclass(frozen=True, slots=True)
class Session:
    """A session as it is found by its secret; `csrf` is what its forms must carry."""

    hash: bytes
    person: Person
    csrf: str


@dataclass(frozen=True, slots=True)
class NewSession:
    """What a login gives: the secret for the cookie, known only now."""

    secret: str
    csrf: str


class SessionStore:
    """The sessions in an archive's folder."""

    def __init__(self, file: PrivateFile) -> None:
        self._file = file

    def start(self, user: User) -> NewSession:
        """A session of a person who has just shown their password."""
        fresh = NewSession(secrets.token_urlsafe(32), secrets.token_urlsafe(32))
        now = self._file.clock()
        values = (hash_secret(fresh.secret), user.number, fresh.csrf)
        with self._file.transaction() as connection:
            connection.execute("DELETE FROM session WHERE expires <= ? OR seen <= ?", _too_old(now))
            connection.execute(
                "INSERT INTO session (hash, user, csrf, created, seen, expires) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                (*values, *(write_moment(each) for each in (now, now, now + _ABSOLUTE))),
            )
        return fresh

    def find(self, secret: str) -> Session | None:
        """The session of a secret; None when there is none, or its time is up."""
        now, hash_ = self._file.clock(), hash_secret(secret)
        rows = self._file.rows(
            "SELECT user.name, user.role, session.csrf, session.seen "
            "FROM session JOIN user ON user.number = session.user "
            "WHERE hash = ? AND disabled IS NULL AND expires > ? AND seen > ?",
            (hash_, *_too_old(now)),
        )
        if not rows:
            return None
        name, role, csrf, seen = cast(tuple[str, str, str, str], rows[0])
        if seen <= write_moment(now - _SEEN_EVERY):
            with self._file.transaction() as connection:
                connection.execute(
                    "UPDATE session SET seen = ? WHERE hash = ?", (write_moment(now), hash_)
                )
        return Session(hash_, Person(name, Role(role)), csrf)

    def end(self, hash_: bytes) -> None:
        """End one session; one that has ended already stays so."""
        with self._file.transaction() as connection:
            connection.execute("DELETE FROM session WHERE hash = ?", (hash_,))


def hash_secret(secret: str) -> bytes:
    """What is kept of a secret: its SHA-256. The secret is random, so no salt is needed."""
    return hashlib.sha256(secret.encode(errors="replace")).digest()


def _too_old(now: datetime) -> tuple[str, str]:
    """At which ends, and at which last moments of use, a session is over."""
    return write_moment(now), write_moment(now - _IDLE)
