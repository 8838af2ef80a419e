"""The subscriptions in an archive's folder: made, listed, and how far each was told."""

import secrets
from collections.abc import Sequence
from datetime import timedelta
from typing import TypeAlias, cast

from secondsource.archive.database import Value
from secondsource.errors import WebhookError, WebhookNotFoundError
from secondsource.evidence.finding import Standing
from secondsource.messages import gettext as _
from secondsource.web.hooks.subscription import NewSubscription, Subscription, Wanted
from secondsource.web.shared.private import FileKind, PrivateFile, write_moment

FILE = FileKind("webhooks.db", b"2SWH", "secondsource.web.hooks.migrations", WebhookError)
PREFIX = "2swh_"  # by which a leaked secret is recognised in files
MOST = 20
PAUSES = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=6),
)
"""How long a receiver is left alone after each failed try; after one more it is paused."""
_LONGEST_PROBLEM = 500
_COLUMNS = (
    "number, address, made_by, created, before, after, outlet, language, told, delivered, "
    "failures, problem, next_try, paused"
)

_MaybeText: TypeAlias = str | None
_Row: TypeAlias = tuple[
    int, str, str, str, _MaybeText, _MaybeText, _MaybeText, _MaybeText, int, _MaybeText,
    int, str, _MaybeText, _MaybeText,
]  # fmt: skip


class SubscriptionStore:
    """The subscriptions of an archive; there may be none yet. Any thread may use it."""

    def __init__(self, file: PrivateFile) -> None:
        self._file = file

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def add(self, address: str, wanted: Wanted, made_by: str, told: int) -> NewSubscription:
        """A new subscription.

        Args:
            address: where changes are sent.
            wanted: which changes.
            made_by: the name of the person who makes it.
            told: the number of the last change that it is not told of any more.

        Raises:
            WebhookError: there are too many; the folder cannot be written to.
        """
        secret = PREFIX + secrets.token_urlsafe(32)
        self._file.create()
        values = (
            address, secret, made_by, self._file.now(), wanted.before, wanted.after,
            wanted.outlet, wanted.language, told,
        )  # fmt: skip
        with self._file.transaction() as connection:
            if connection.execute("SELECT count(*) FROM subscription").fetchone()[0] >= MOST:
                raise WebhookError(
                    _("There are %(most)s webhooks. Remove one that is not needed.", most=MOST)
                )
            done = connection.execute(
                "INSERT INTO subscription (address, secret, made_by, created, before, after, "
                "outlet, language, told) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                values,
            )
        return NewSubscription(secret, self.get(cast(int, done.lastrowid)))

    def list(self) -> tuple[Subscription, ...]:
        """All of them in the order of their making."""
        return self._read("1", ())

    def list_due(self) -> tuple[Subscription, ...]:
        """Those that may be told something now."""
        now = self._file.now()
        return self._read("paused IS NULL AND (next_try IS NULL OR next_try <= ?)", (now,))

    def any_active(self) -> bool:
        """Whether anybody is to be told of changes, now or later."""
        return bool(self._file.rows("SELECT 1 FROM subscription WHERE paused IS NULL LIMIT 1"))

    def get(self, number: int) -> Subscription:
        """The subscription with that number.

        Raises:
            WebhookNotFoundError: there is none.
        """
        found = self._read("number = ?", (number,))
        if not found:
            raise _say_missing(number)
        return found[0]

    def read_secret(self, number: int) -> str:
        """With what the messages of a subscription are signed.

        Raises:
            WebhookNotFoundError: there is none with that number.
        """
        rows = self._file.rows("SELECT secret FROM subscription WHERE number = ?", (number,))
        if not rows:
            raise _say_missing(number)
        return cast(str, rows[0][0])

    def remove(self, number: int) -> None:
        """Forget a subscription with its secret.

        Raises:
            WebhookNotFoundError: there is none with that number.
        """
        self.get(number)
        self._write("DELETE FROM subscription WHERE number = ?", number)

    def resume(self, number: int) -> Subscription:
        """The subscription, tried again from the change on that it could not be told.

        Raises:
            WebhookNotFoundError: there is none with that number.
        """
        self._write(
            "UPDATE subscription SET paused = NULL, next_try = NULL, failures = 0 WHERE number = ?",
            number,
        )
        return self.get(number)

    def note_told(self, number: int, told: int) -> None:
        """Note that a subscription was told, and took, everything up to this change."""
        self._write(
            "UPDATE subscription SET told = ?, delivered = ?, failures = 0, problem = '', "
            "next_try = NULL WHERE number = ?",
            told,
            self._file.now(),
            number,
        )

    def note_passed(self, number: int, told: int) -> None:
        """Note that nothing up to this change concerns a subscription any more."""
        self._write("UPDATE subscription SET told = ? WHERE number = ?", told, number)

    def note_failure(self, subscription: Subscription, problem: str) -> None:
        """Note that a subscription could not be told: it is left alone for a while, or paused.

        Failures are counted since the last message that it took, which may be of this very turn.

        Raises:
            WebhookNotFoundError: it was removed meanwhile.
        """
        failures = self.get(subscription.number).failures + 1
        over = failures > len(PAUSES)
        wait = None if over else write_moment(self._file.clock() + PAUSES[failures - 1])
        self._write(
            "UPDATE subscription SET failures = ?, problem = ?, next_try = ?, paused = ? "
            "WHERE number = ?",
            failures,
            problem[:_LONGEST_PROBLEM],
            wait,
            self._file.now() if over else None,
            subscription.number,
        )

    def _write(self, sql: str, *values: Value) -> None:
        if not self._file.exists():
            return
        with self._file.transaction() as connection:
            connection.execute(sql, values)

    def _read(self, condition: str, values: Sequence[Value]) -> tuple[Subscription, ...]:
        rows = self._file.rows(
            f"SELECT {_COLUMNS} FROM subscription WHERE {condition} ORDER BY number", values
        )
        return tuple(_make(cast(_Row, row)) for row in rows)


def _say_missing(number: int) -> WebhookNotFoundError:
    return WebhookNotFoundError(_("There is no webhook %(number)s (any more).", number=number))


def _make(row: _Row) -> Subscription:
    number, address, made_by, created, before, after, outlet, language, *rest = row
    told, delivered, failures, problem, next_try, paused = cast(
        tuple[int, _MaybeText, int, str, _MaybeText, _MaybeText], tuple(rest)
    )
    wanted = Wanted(
        Standing(before) if before else None, Standing(after) if after else None, outlet, language
    )
    return Subscription(
        number=number,
        address=address,
        made_by=made_by,
        created=created,
        wanted=wanted,
        told=told,
        delivered=delivered,
        failures=failures,
        problem=problem,
        next_try=next_try,
        paused=paused,
    )
