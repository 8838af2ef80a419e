"""Tokens: with which a program asks in somebody's name, and may do no more than it was given."""

import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import cast

from secondsource.archive.database import Row
from secondsource.errors import AccountMissingError, AccountsError
from secondsource.messages import gettext as _
from secondsource.web.accounts.person import Person, Role, lower_role
from secondsource.web.accounts.sessions import hash_secret
from secondsource.web.accounts.users import User
from secondsource.web.shared.private import PrivateFile, write_moment

PREFIX = "2src_"  # by which a leaked token is recognised in files
_LONGEST_NAME = 60
_MOST = 50
_USED_EVERY = timedelta(minutes=1)  # so that most requests write nothing


@dataclass(frozen=True, slots=True)
class Token:
    """A token without its secret; moments are ISO 8601 in UTC, None where it has not happened.

    `role` is the most that it lets a program do; its owner's role bounds it as well.
    """

    number: int
    name: str
    role: Role
    created: str
    used: str | None
    revoked: str | None


@dataclass(frozen=True, slots=True)
class NewToken:
    """What making a token gives: the secret, known only now."""

    secret: str
    token: Token


class TokenStore:
    """The tokens in an archive's folder."""

    def __init__(self, file: PrivateFile) -> None:
        self._file = file

    def create(self, user: User, name: str, role: Role) -> NewToken:
        """A new token of a person.

        Args:
            user: in whose name programs will ask.
            name: what it is for, in the person's words.
            role: the most that it may do.

        Raises:
            AccountsError: it has no name or one too long, its role is above the person's, or
                the person has too many.
        """
        shown = _check_name(name)
        if not user.role.covers(role):
            raise AccountsError(_("A token may do no more than you may. Choose a lower role."))
        secret = PREFIX + secrets.token_urlsafe(32)
        with self._file.transaction() as connection:
            sql = "SELECT count(*) FROM token WHERE user = ? AND revoked IS NULL"
            if connection.execute(sql, (user.number,)).fetchone()[0] >= _MOST:
                raise AccountsError(
                    _("You have %(most)s tokens. Revoke one that is not needed.", most=_MOST)
                )
            done = connection.execute(
                "INSERT INTO token (hash, user, name, role, created) VALUES (?, ?, ?, ?, ?)",
                (hash_secret(secret), user.number, shown, role, self._file.now()),
            )
        number = cast(int, done.lastrowid)
        return NewToken(secret, next(t for t in self.list(user) if t.number == number))

    def list(self, user: User) -> tuple[Token, ...]:
        """A person's tokens, the newest first, those that were revoked too."""
        rows = self._file.rows(
            "SELECT number, name, role, created, used, revoked FROM token WHERE user = ? "
            "ORDER BY number DESC",
            (user.number,),
        )
        return tuple(_make(row) for row in rows)

    def count(self, user: User) -> int:
        """How many of a person's tokens are not revoked."""
        return sum(token.revoked is None for token in self.list(user))

    def revoke(self, user: User, number: int) -> None:
        """Make one of a person's tokens worthless.

        Raises:
            AccountsError: the person has no token with that number.
        """
        with self._file.transaction() as connection:
            done = connection.execute(
                "UPDATE token SET revoked = coalesce(revoked, ?) WHERE number = ? AND user = ?",
                (self._file.now(), number, user.number),
            )
        if not done.rowcount:
            raise AccountMissingError(_("You have no token with that number."))

    def find(self, secret: str) -> Person | None:
        """In whose name a token's secret asks, and with which role; None when it is worthless."""
        rows = self._file.rows(
            "SELECT user.name, user.role, token.role, token.number, token.used "
            "FROM token JOIN user ON user.number = token.user "
            "WHERE hash = ? AND revoked IS NULL AND disabled IS NULL",
            (hash_secret(secret),),
        )
        if not rows:
            return None
        name, role, most, number, used = cast(tuple[str, str, str, int, str | None], rows[0])
        if (used or "") <= write_moment(self._file.clock() - _USED_EVERY):
            with self._file.transaction() as connection:
                connection.execute(
                    "UPDATE token SET used = ? WHERE number = ?", (self._file.now(), number)
                )
        return Person(name, lower_role(Role(role), Role(most)))


def _make(row: Row) -> Token:
    number, name, role, created, used, revoked = cast(
        tuple[int, str, str, str, str | None, str | None], row
    )
    return Token(number, name, Role(role), created, used, revoked)


def _check_name(name: str) -> str:
    shown = " ".join(name.split())
    if not shown or len(shown) > _LONGEST_NAME or not shown.isprintable():
        raise AccountsError(
            _(
                "Give the token a name of 1 to %(most)s visible characters: what it is for.",
                most=_LONGEST_NAME,
            )
        )
    return shown
