"""Accounts: made, shut, changed; one name in every spelling; always somebody to look after them."""

import sqlite3
import stat
from pathlib import Path
from typing import Literal

import pytest
from argon2 import PasswordHasher

from secondsource.errors import AccountsError, ArchiveError
from secondsource.web.accounts.accounts import FILE, Accounts
from secondsource.web.accounts.passwords import Passwords
from secondsource.web.accounts.person import Role, lower_role
from secondsource.web.shared import private

_GOOD = "correct horse battery"


@pytest.fixture
def staffed(accounts: Accounts) -> Accounts:
    accounts.users.add("Ann Admin", Role.ADMIN, _GOOD)
    accounts.users.add("Rita Reviewer", Role.REVIEWER, "another long one")
    return accounts


def test_reading_makes_no_file(accounts: Accounts, tmp_path: Path) -> None:
    assert not accounts.users.any()
    assert accounts.users.list() == ()
    assert accounts.users.check_password("Ann Admin", _GOOD) is None
    assert accounts.sessions.find("secret") is None
    assert accounts.tokens.find("secret") is None
    assert list(tmp_path.iterdir()) == []


def test_only_the_owner_may_read_the_file(staffed: Accounts, tmp_path: Path) -> None:
    modes = {p.name: stat.S_IMODE(p.stat().st_mode) for p in tmp_path.iterdir()}
    assert FILE.name in modes
    assert set(modes.values()) == {0o600}
    staffed.close()
    (tmp_path / FILE.name).chmod(0o644)
    assert staffed.users.any()
    assert stat.S_IMODE((tmp_path / FILE.name).stat().st_mode) == 0o600


def test_a_file_that_cannot_be_made_private_is_not_used(
    staffed: Accounts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    staffed.close()
    (tmp_path / FILE.name).chmod(0o644)

    def refuse(_path: Path, _mode: int) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "chmod", refuse)
    with pytest.raises(AccountsError, match="cannot be made private"):
        staffed.users.any()


def test_the_password_itself_is_nowhere(staffed: Accounts, tmp_path: Path) -> None:
    session = staffed.sessions.start(staffed.users.get("Ann Admin"))
    token = staffed.tokens.create(staffed.users.get("Ann Admin"), "nightly", Role.READER)
    staffed.close()
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"$argon2id$" in kept
    for secret in (_GOOD, session.secret, token.secret):
        assert secret.encode() not in kept


def test_the_first_account_is_an_administrators(accounts: Accounts, tmp_path: Path) -> None:
    with pytest.raises(AccountsError, match="first account"):
        accounts.users.add("Rita Reviewer", Role.REVIEWER, _GOOD)
    assert not (tmp_path / FILE.name).exists()


@pytest.mark.parametrize("spelling", ["Ann Admin", "ann  ADMIN ", "ＡＮＮ Admin", "Ann\u00a0Admin"])
def test_one_name_in_every_spelling(staffed: Accounts, spelling: str) -> None:
    found = staffed.users.check_password(spelling, _GOOD)
    assert found is not None
    assert found.name == "Ann Admin"
    with pytest.raises(AccountsError, match="has an account already"):
        staffed.users.add(spelling, Role.READER, _GOOD)


@pytest.mark.parametrize("name", ["", "  ", "x" * 61, "a\u202eb", "a\x00b", "zero\u200bwidth"])
def test_a_name_is_visible_and_short(staffed: Accounts, name: str) -> None:
    with pytest.raises(AccountsError, match="A name has"):
        staffed.users.add(name, Role.READER, _GOOD)


@pytest.mark.parametrize(
    ("password", "said"),
    [("short", "at least 10"), ("x" * 1_001, "at most 1000"), ("\ud800" * 12, "UTF-8")],
)
def test_a_password_has_its_bounds(staffed: Accounts, password: str, said: str) -> None:
    with pytest.raises(AccountsError, match=said):
        staffed.users.add("New", Role.READER, password)
    assert staffed.users.check_password("Ann Admin", password) is None
    assert staffed.users.find("New") is None


def test_wrong_unknown_and_shut_are_told_alike(staffed: Accounts) -> None:
    staffed.users.disable("Rita Reviewer")
    assert staffed.users.check_password("Rita Reviewer", "another long one") is None
    assert staffed.users.check_password("Ann Admin", "another long one") is None
    assert staffed.users.check_password("Nobody", "another long one") is None
    staffed.users.enable("Rita Reviewer")
    assert staffed.users.check_password("Rita Reviewer", "another long one") is not None


class _Counting(PasswordHasher):
    """Counts how often a password is compared with a hash."""

    def __init__(self) -> None:
        super().__init__(time_cost=1, memory_cost=8, parallelism=1)
        self.compared = 0

    def verify(self, hash: str | bytes, password: str | bytes) -> Literal[True]:
        self.compared += 1
        return super().verify(hash, password)


def test_an_unknown_name_costs_what_a_known_one_does(tmp_path: Path) -> None:
    hasher = _Counting()
    with Accounts(tmp_path, passwords=Passwords(hasher)) as accounts:
        accounts.users.add("Ann Admin", Role.ADMIN, _GOOD)
        for name in ("Ann Admin", "Nobody", "", "x" * 5_000):
            before = hasher.compared
            accounts.users.check_password(name, "wrong password")
            assert hasher.compared == before + 1, name


def test_a_hash_of_another_day_is_made_anew(staffed: Accounts, tmp_path: Path) -> None:
    slower = Passwords(PasswordHasher(time_cost=2, memory_cost=16, parallelism=1))
    with Accounts(tmp_path, passwords=slower) as later:
        assert later.users.check_password("Ann Admin", "wrong password") is None
        assert b"m=16,t=2" not in _read_all(tmp_path)
        assert later.users.check_password("Ann Admin", _GOOD) is not None
        assert b"m=16,t=2" in _read_all(tmp_path)
        assert later.users.check_password("Ann Admin", _GOOD) is not None
    assert staffed.users.check_password("Ann Admin", _GOOD) is not None


def _read_all(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir())


def test_somebody_stays_to_look_after_the_accounts(staffed: Accounts) -> None:
    with pytest.raises(AccountsError, match="Nobody else"):
        staffed.users.disable("Ann Admin")
    with pytest.raises(AccountsError, match="Nobody else"):
        staffed.users.change_role("Ann Admin", Role.READER)
    assert staffed.users.get("Ann Admin").role is Role.ADMIN
    assert staffed.users.get("Ann Admin").disabled is None
    staffed.users.change_role("Rita Reviewer", Role.ADMIN)
    assert staffed.users.change_role("Ann Admin", Role.READER).role is Role.READER


def test_nobody_of_that_name(staffed: Accounts) -> None:
    for change in (staffed.users.disable, staffed.users.enable, staffed.users.get):
        with pytest.raises(AccountsError, match="Nobody here is called Zoe"):
            change("Zoe")


def test_a_file_of_another_program_is_left_alone(accounts: Accounts, tmp_path: Path) -> None:
    (tmp_path / FILE.name).write_bytes(b"not a database at all, but long enough" * 50)
    with pytest.raises(Exception, match=r"accounts\.db is not a database"):
        accounts.users.any()


@pytest.mark.parametrize(
    ("first", "second", "lower"),
    [
        (Role.ADMIN, Role.READER, Role.READER),
        (Role.READER, Role.ADMIN, Role.READER),
        (Role.REVIEWER, Role.REVIEWER, Role.REVIEWER),
    ],
)
def test_the_lower_of_two_roles(first: Role, second: Role, lower: Role) -> None:
    assert lower_role(first, second) is lower


def test_a_file_that_was_emptied_lets_nobody_in(accounts: Accounts, tmp_path: Path) -> None:
    (tmp_path / FILE.name).write_bytes(b"")
    for ask in (accounts.users.any, lambda: accounts.users.add("Eve Other", Role.ADMIN, _GOOD)):
        with pytest.raises(AccountsError, match=r"accounts.db is empty: what it held is lost"):
            ask()


def test_a_file_that_could_not_be_begun_is_not_left_behind(
    accounts: Accounts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as full:
        full.setattr(private, "find_pending", fail)
        with pytest.raises(ArchiveError, match="is full"):
            accounts.users.add("Ann Admin", Role.ADMIN, _GOOD)
        assert list(tmp_path.iterdir()) == []
    accounts.users.add("Ann Admin", Role.ADMIN, _GOOD)
    assert accounts.users.any()
