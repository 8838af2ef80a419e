"""Sessions and tokens: found by their secret, ended by time, logout, password and shut account."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest

from secondsource.errors import AccountsError
from secondsource.web.accounts.accounts import Accounts
from secondsource.web.accounts.passwords import Passwords
from secondsource.web.accounts.person import Role
from secondsource.web.accounts.users import User
from tests.web.accounts.conftest import HandClock

_GOOD = "correct horse battery"


@pytest.fixture
def ann(accounts: Accounts) -> User:
    return accounts.users.add("Ann Admin", Role.ADMIN, _GOOD)


def test_a_session_is_found_by_its_secret_only(accounts: Accounts, ann: User) -> None:
    one, two = accounts.sessions.start(ann), accounts.sessions.start(ann)
    assert len({one.secret, two.secret, one.csrf, two.csrf}) == 4
    found = accounts.sessions.find(one.secret)
    assert found is not None
    assert (found.person, found.csrf) == (ann.person, one.csrf)
    for wrong in ("", one.csrf, one.secret + "x", one.secret[:-1], "\udcff"):
        assert accounts.sessions.find(wrong) is None


def test_a_session_ends_when_it_is_not_used(
    accounts: Accounts, ann: User, clock: HandClock
) -> None:
    secret = accounts.sessions.start(ann).secret
    clock.wait(timedelta(hours=11, minutes=59))
    assert accounts.sessions.find(secret)
    clock.wait(timedelta(hours=11, minutes=59))
    assert accounts.sessions.find(secret)
    clock.wait(timedelta(hours=12))
    assert accounts.sessions.find(secret) is None


def test_a_session_ends_after_a_week_of_use(
    accounts: Accounts, ann: User, clock: HandClock
) -> None:
    secret = accounts.sessions.start(ann).secret
    for _ in range(7 * 24 - 1):
        clock.wait(timedelta(hours=1))
        assert accounts.sessions.find(secret)
    clock.wait(timedelta(hours=1))
    assert accounts.sessions.find(secret) is None


def test_a_session_ends_by_logout(accounts: Accounts, ann: User) -> None:
    one, two = accounts.sessions.start(ann), accounts.sessions.start(ann)
    session = accounts.sessions.find(one.secret)
    assert session is not None
    accounts.sessions.end(session.hash)
    assert accounts.sessions.find(one.secret) is None
    assert accounts.sessions.find(two.secret)


def test_another_password_ends_the_other_sessions(accounts: Accounts, ann: User) -> None:
    here, elsewhere = accounts.sessions.start(ann), accounts.sessions.start(ann)
    session = accounts.sessions.find(here.secret)
    assert session is not None
    accounts.users.change_password("Ann Admin", "quite another one", session.hash)
    assert accounts.sessions.find(here.secret)
    assert accounts.sessions.find(elsewhere.secret) is None
    assert accounts.users.check_password("Ann Admin", _GOOD) is None
    accounts.users.change_password("Ann Admin", _GOOD)
    assert accounts.sessions.find(here.secret) is None


@pytest.mark.usefixtures("ann")
def test_a_shut_account_is_out_at_once(accounts: Accounts) -> None:
    rita = accounts.users.add("Rita", Role.REVIEWER, _GOOD)
    session = accounts.sessions.start(rita)
    token = accounts.tokens.create(rita, "script", Role.REVIEWER)
    assert accounts.tokens.find(token.secret)
    accounts.users.disable("Rita")
    assert accounts.sessions.find(session.secret) is None
    assert accounts.tokens.find(token.secret) is None
    accounts.users.enable("Rita")
    assert accounts.sessions.find(session.secret) is None
    assert accounts.tokens.find(token.secret) is None


def test_a_password_that_was_reset_ends_all_but_the_account(accounts: Accounts, ann: User) -> None:
    rita = accounts.users.add("Rita", Role.REVIEWER, _GOOD)
    sessions = [accounts.sessions.start(user).secret for user in (rita, ann)]
    tokens = [accounts.tokens.create(user, "script", Role.READER).secret for user in (rita, ann)]
    accounts.users.reset_password("Rita", "quite another one")
    assert [accounts.sessions.find(secret) is None for secret in sessions] == [True, False]
    assert [accounts.tokens.find(secret) is None for secret in tokens] == [True, False]
    assert (accounts.tokens.count(rita), accounts.tokens.count(ann)) == (0, 1)
    assert accounts.users.check_password("Rita", _GOOD) is None
    assert accounts.users.check_password("Rita", "quite another one")


@pytest.mark.usefixtures("ann")
def test_a_password_that_is_reset_while_the_old_one_is_compared(
    accounts: Accounts, quick: Passwords, monkeypatch: pytest.MonkeyPatch
) -> None:
    compare = Passwords.fits

    def compare_slowly(passwords: Passwords, password: str, kept: str | None) -> bool:
        fits = compare(passwords, password, kept)
        accounts.users.reset_password("Ann Admin", "quite another one")
        return fits

    monkeypatch.setattr(type(quick), "fits", compare_slowly)
    assert accounts.users.check_password("Ann Admin", _GOOD) is None


@pytest.mark.usefixtures("ann")
def test_another_role_counts_at_once(accounts: Accounts) -> None:
    rita = accounts.users.add("Rita", Role.REVIEWER, _GOOD)
    session = accounts.sessions.start(rita)
    token = accounts.tokens.create(rita, "script", Role.REVIEWER)
    accounts.users.change_role("Rita", Role.READER)
    found, asked = accounts.sessions.find(session.secret), accounts.tokens.find(token.secret)
    assert found is not None
    assert asked is not None
    assert (found.person.role, asked.role) == (Role.READER, Role.READER)
    accounts.users.change_role("Rita", Role.ADMIN)
    asked = accounts.tokens.find(token.secret)
    assert asked is not None
    assert asked.role is Role.READER


def test_a_token_does_no_more_than_it_was_given(
    accounts: Accounts, ann: User, clock: HandClock
) -> None:
    made = accounts.tokens.create(ann, " nightly   export ", Role.READER)
    found = accounts.tokens.find(made.secret)
    assert found is not None
    assert (found.name, found.role) == ("Ann Admin", Role.READER)
    clock.wait(timedelta(hours=3))
    accounts.tokens.find(made.secret)
    (kept,) = accounts.tokens.list(ann)
    assert (kept.name, kept.used, kept.revoked) == (
        "nightly export", "2026-03-01T11:00:00+00:00", None,
    )  # fmt: skip


def test_a_revoked_token_is_worthless(accounts: Accounts, ann: User) -> None:
    rita = accounts.users.add("Rita", Role.REVIEWER, _GOOD)
    made = accounts.tokens.create(ann, "nightly", Role.READER)
    with pytest.raises(AccountsError, match="no token with that number"):
        accounts.tokens.revoke(rita, made.token.number)
    assert accounts.tokens.find(made.secret)
    accounts.tokens.revoke(ann, made.token.number)
    assert accounts.tokens.find(made.secret) is None
    assert accounts.tokens.list(ann)[0].revoked == "2026-03-01T08:00:00+00:00"


def test_a_token_has_a_name_a_role_below_and_its_bounds(accounts: Accounts, ann: User) -> None:
    rita = accounts.users.add("Rita", Role.REVIEWER, _GOOD)
    with pytest.raises(AccountsError, match="no more than you may"):
        accounts.tokens.create(rita, "script", Role.ADMIN)
    for name in ("", "x" * 61, "a\u202eb"):
        with pytest.raises(AccountsError, match="Give the token a name"):
            accounts.tokens.create(ann, name, Role.READER)
    for number in range(50):
        accounts.tokens.create(rita, f"script {number}", Role.READER)
    with pytest.raises(AccountsError, match="50 tokens"):
        accounts.tokens.create(rita, "one more", Role.READER)


def test_many_threads_and_another_process_at_once(
    accounts: Accounts, ann: User, tmp_path: Path, quick: Passwords
) -> None:
    def come_and_go(store: Accounts, number: int) -> bool:
        secret = store.sessions.start(ann).secret
        found = store.sessions.find(secret)
        assert found is not None
        if number % 2:
            store.sessions.end(found.hash)
        return (store.sessions.find(secret) is None) == bool(number % 2)

    # Two of them, as two processes have: each with a connection of its own.
    with Accounts(tmp_path, accounts._file.clock, quick) as other, ThreadPoolExecutor(8) as pool:
        stores = [store for store in (accounts, other) for _ in range(40)]
        assert all(pool.map(come_and_go, stores, range(80)))
