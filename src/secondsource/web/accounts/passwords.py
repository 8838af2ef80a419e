"""Passwords: kept only as Argon2id hashes, and compared in the same time for everybody."""

import secrets
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from secondsource.errors import AccountsError
from secondsource.messages import gettext as _

_SHORTEST = 10
LONGEST = 1_000
_AT_ONCE = 2  # each hash takes 64 MiB while it is made: many at once must not fill the memory
_LONGEST_WAIT_SECONDS = 10.0


class Passwords:
    """Hashes passwords and checks them, a few at a time."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher()
        self._room = BoundedSemaphore(_AT_ONCE)
        self._nobodys: str | None = None

    def hash(self, password: str) -> str:
        """What is kept of a password.

        Raises:
            AccountsError: it is too short, too long, or not text.
        """
        taken = _check_length(_normalise(password))
        with self._turn():
            return self._hasher.hash(taken)

    def fits(self, password: str, kept: str | None) -> bool:
        """Whether a password is the one that was kept.

        Args:
            password: what somebody typed.
            kept: the hash of the person's password; None for a person who is not known, whose
                password fits never and takes as long to be found wrong.
        """
        try:
            given = _normalise(password)
        except AccountsError:
            given = ""
        nobodys = self._hash_of_nobody()  # made with the first password, whoever's that is
        # A longer one cannot fit, and is not worth the time to read it all.
        with self._turn():
            return _verify(self._hasher, kept or nobodys, given[: LONGEST + 1]) and kept is not None

    def is_outdated(self, kept: str) -> bool:
        """Whether a hash was made with other parameters than those of today."""
        return self._hasher.check_needs_rehash(kept)

    def _hash_of_nobody(self) -> str:
        if self._nobodys is None:
            self._nobodys = self._hasher.hash(secrets.token_urlsafe(32))
        return self._nobodys

    @contextmanager
    def _turn(self) -> Iterator[None]:
        if not self._room.acquire(timeout=_LONGEST_WAIT_SECONDS):
            raise AccountsError(_("Too many people are logging in at this moment. Try again."))
        try:
            yield
        finally:
            self._room.release()


def _verify(hasher: PasswordHasher, kept: str, given: str) -> bool:
    try:
        return hasher.verify(kept, given)
    except (VerificationError, InvalidHashError):
        return False


def _normalise(password: str) -> str:
    """The same letters in one form, however a keyboard makes them (NIST SP 800-63B, 5.1.1.2)."""
    try:
        password.encode()
    except UnicodeEncodeError:
        raise AccountsError(_("The password is not text in UTF-8.")) from None
    return unicodedata.normalize("NFKC", password[: LONGEST + 1])


def _check_length(password: str) -> str:
    if len(password) < _SHORTEST:
        raise AccountsError(
            _("A password needs at least %(least)s characters. Take a longer one.", least=_SHORTEST)
        )
    if len(password) > LONGEST:
        raise AccountsError(
            _("A password has at most %(most)s characters. Take a shorter one.", most=LONGEST)
        )
    return password
