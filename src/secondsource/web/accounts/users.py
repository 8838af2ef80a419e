"""The people with an account: made, listed, given another role, a password, or shut out."""

import sqlite3
import unicodedata
from dataclasses import dataclass
from typing import cast

from secondsource.archive.database import Row
from secondsource.errors import AccountMissingError, AccountsError
from secondsource.messages import gettext as _
from secondsource.web.accounts.passwords import Passwords
from secondsource.web.accounts.person import Person, Role
from secondsource.web.shared.private import PrivateFile

LONGEST_NAME = 60
_COLUMNS = "number, name, role, created, disabled"


@dataclass(frozen=True, slots=True)
class User:
    """Somebody with an account; moments are ISO 8601 in UTC, `disabled` None while it is open."""

    number: int
    name: str
    role: Role
    created: str
    disabled: str | None

    @property
    def person(self) -> Person:
        """The person as one who asks."""
        return Person(self.name, self.role)


class UserStore:
    """The accounts in an archive's folder."""

    def __init__(self, file: PrivateFile, passwords: Passwords) -> None:
        self._file = file
        self._passwords = passwords

    def any(self) -> bool:
        """Whether anybody has an account, be it a disabled one."""
        return bool(self._file.rows("SELECT 1 FROM user LIMIT 1"))

    def list(self) -> tuple[User, ...]:
        """Everybody, by name."""
        return tuple(
            _make(row) for row in self._file.rows(f"SELECT {_COLUMNS} FROM user ORDER BY key")
        )

    def find(self, name: str) -> User | None:
        """Whoever has that name, in any spelling that counts as the same; None: nobody."""
        rows = self._file.rows(f"SELECT {_COLUMNS} FROM user WHERE key = ?", (fold_name(name),))
        return _make(rows[0]) if rows else None

    def get(self, name: str) -> User:
        """Whoever has that name.

        Raises:
            AccountsError: nobody has.
        """
        found = self.find(name)
        if found is None:
            message = _("Nobody here is called %(name)s.", name=name[:LONGEST_NAME])
            raise AccountMissingError(message)
        return found

    def add(self, name: str, role: Role, password: str) -> User:
        """A new account.

        Raises:
            AccountsError: the name is taken or no name, the password is too short or too long,
                or the first account is not an administrator's.
        """
        shown = _check_name(name)
        if role is not Role.ADMIN and not self.any():
            raise AccountsError(
                _("The first account must be an administrator's, who can add the others.")
            )
        if self.find(shown):
            raise AccountsError(_("%(name)s has an account already.", name=shown))
        kept = self._passwords.hash(password)
        self._file.create()
        with self._file.transaction() as connection:
            # Somebody else may have taken the name while the password was hashed.
            done = connection.execute(
                "INSERT OR IGNORE INTO user (name, key, role, password, created) "
                "VALUES (?, ?, ?, ?, ?)",
                (shown, fold_name(shown), role, kept, self._file.now()),
            )
        if not done.rowcount:
            raise AccountsError(_("%(name)s has an account already.", name=shown))
        return self.get(shown)

    def change_role(self, name: str, role: Role) -> User:
        """The account with another role, from the next thing that the person asks.

        Tokens that may do more are given the same role for good.

        Raises:
            AccountsError: nobody has that name; nobody else would be an administrator.
        """
        user = self.get(name)
        with self._file.transaction() as connection:
            connection.execute("UPDATE user SET role = ? WHERE number = ?", (role, user.number))
            for higher in (each for each in Role if not role.covers(each)):
                connection.execute(
                    "UPDATE token SET role = ? WHERE user = ? AND role = ?",
                    (role, user.number, higher),
                )
            self._keep_an_admin()
        return self.get(name)

    def disable(self, name: str) -> User:
        """The account shut: its sessions end at once, and its tokens are revoked for good.

        Raises:
            AccountsError: nobody has that name; nobody else would be an administrator.
        """
        user = self.get(name)
        with self._file.transaction() as connection:
            connection.execute(
                "UPDATE user SET disabled = coalesce(disabled, ?) WHERE number = ?",
                (self._file.now(), user.number),
            )
            self._end_all(connection, user)
            self._keep_an_admin()
        return self.get(name)

    def enable(self, name: str) -> User:
        """The account open again, with the password it had.

        Raises:
            AccountsError: nobody has that name.
        """
        user = self.get(name)
        with self._file.transaction() as connection:
            connection.execute("UPDATE user SET disabled = NULL WHERE number = ?", (user.number,))
        return self.get(name)

    def change_password(self, name: str, password: str, keep: bytes = b"") -> None:
        """Take another password that its owner chose; their sessions end, but for one.

        Args:
            name: whose.
            password: the new one.
            keep: the hash of the session that goes on: the one in which it was changed.

        Raises:
            AccountsError: nobody has that name; the password is too short or too long.
        """
        user = self.get(name)
        kept = self._passwords.hash(password)
        with self._file.transaction() as connection:
            connection.execute("UPDATE user SET password = ? WHERE number = ?", (kept, user.number))
            connection.execute(
                "DELETE FROM session WHERE user = ? AND hash <> ?", (user.number, keep)
            )

    def reset_password(self, name: str, password: str) -> None:
        """Take another password that an administrator chose; sessions end, tokens are revoked.

        Raises:
            AccountsError: nobody has that name; the password is too short or too long.
        """
        user = self.get(name)
        kept = self._passwords.hash(password)
        with self._file.transaction() as connection:
            connection.execute("UPDATE user SET password = ? WHERE number = ?", (kept, user.number))
            self._end_all(connection, user)

    def check_password(self, name: str, password: str) -> User | None:
        """Whoever has that name and that password; None when it is nobody, for whatever reason.

        It takes the same time whether there is such a name or not. A hash that was made with
        parameters of another day is made anew.
        """
        rows = self._file.rows(
            f"SELECT {_COLUMNS}, password FROM user WHERE key = ?", (fold_name(name),)
        )
        kept = cast(str, rows[0][-1]) if rows else None
        fits = self._passwords.fits(password, kept)
        if not rows or kept is None or not fits:
            return None
        user = _make(rows[0][:-1])
        if user.disabled or self._was_changed(user, kept):
            return None
        if self._passwords.is_outdated(kept):
            self._keep_hash(user, self._passwords.hash(password), kept)
        return user

    def _was_changed(self, user: User, kept: str) -> bool:
        """Whether another password was set while one was compared, which may have had to wait."""
        rows = self._file.rows("SELECT password FROM user WHERE number = ?", (user.number,))
        return rows != [(kept,)]

    def _end_all(self, connection: sqlite3.Connection, user: User) -> None:
        """Whatever opens the account without its password."""
        connection.execute("DELETE FROM session WHERE user = ?", (user.number,))
        connection.execute(
            "UPDATE token SET revoked = coalesce(revoked, ?) WHERE user = ?",
            (self._file.now(), user.number),
        )

    def _keep_hash(self, user: User, fresh: str, old: str) -> None:
        with self._file.transaction() as connection:
            connection.execute(
                "UPDATE user SET password = ? WHERE number = ? AND password = ?",
                (fresh, user.number, old),
            )

    def _keep_an_admin(self) -> None:
        """Within a transaction, which is taken back when nobody could look after the accounts."""
        sql = "SELECT 1 FROM user WHERE role = 'admin' AND disabled IS NULL LIMIT 1"
        if not self._file.rows(sql):
            raise AccountsError(
                _("Nobody else is an administrator. Make somebody one first, then try again.")
            )


def _make(row: Row) -> User:
    number, name, role, created, disabled = cast(tuple[int, str, str, str, str | None], row)
    return User(number, name, Role(role), created, disabled)


def _check_name(name: str) -> str:
    shown = " ".join(unicodedata.normalize("NFC", name).split())
    if not shown or len(shown) > LONGEST_NAME or not shown.isprintable():
        raise AccountsError(
            _(
                "A name has 1 to %(most)s characters, all of them visible: decisions are signed "
                "with it.",
                most=LONGEST_NAME,
            )
        )
    return shown


def fold_name(name: str) -> str:
    """The name without what two spellings of one name may differ in: case, forms, spaces."""
    folded = unicodedata.normalize("NFKC", name[: LONGEST_NAME * 4]).casefold()
    return " ".join(folded.encode(errors="replace").decode().split())
