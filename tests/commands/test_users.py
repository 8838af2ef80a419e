"""The command `users`: accounts made, listed and changed; one clear line for bad input."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from secondsource.archive import Archive
from secondsource.cli import app
from secondsource.errors import AccountsError, ArchiveMissingError, SecondSourceError
from secondsource.web.accounts.accounts import Accounts
from secondsource.web.accounts.person import Role

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    Archive.open(tmp_path / "a", create=True).close()

    def invoke(*words: str, typed: str = "") -> Result:
        given = ["users", *words, "--archive", str(tmp_path / "a")]
        return CliRunner().invoke(app, given, input=typed)

    return invoke


def _add(run: Run, name: str, role: str) -> Result:
    return run("add", name, "--role", role, "--stdin", typed="a good long one\n")


def test_accounts_are_made_listed_and_changed(run: Run, tmp_path: Path) -> None:
    assert "Nobody has an account" in run("list").stdout
    assert _add(run, "Ann Admin", "admin").stdout.startswith("Ann Admin: admin, since ")
    assert _add(run, "Bob", "reader").exit_code == 0
    assert run("role", "bob", "reviewer").stdout.startswith("Bob: reviewer")
    assert ", shut since " in run("disable", "Bob").stdout
    users = json.loads(run("list", "--json", "-").stdout)["users"]
    assert [(u["name"], u["role"], bool(u["disabled"])) for u in users] == [
        ("Ann Admin", "admin", False),
        ("Bob", "reviewer", True),
    ]
    assert "shut" not in run("enable", "Bob").stdout
    with Accounts(tmp_path / "a") as accounts:
        token = accounts.tokens.create(accounts.users.get("Bob"), "script", Role.READER)
    changed = run("password", "Bob", "--stdin", typed="quite another one\n")
    assert changed.stdout == "Bob has another password; sessions ended, tokens revoked: 1\n"
    with Accounts(tmp_path / "a") as accounts:
        assert accounts.tokens.find(token.secret) is None
        assert accounts.users.check_password("Bob", "a good long one") is None
        assert accounts.users.check_password("Bob", "quite another one") is not None


@pytest.mark.parametrize(
    ("words", "typed", "said"),
    [
        (("add", "Bob", "--role", "reader", "--stdin"), "a good long one\n", "first account"),
        (("add", "Bob", "--role", "admin", "--stdin"), "short\n", "at least 10"),
        (("add", "Bob", "--role", "admin", "--stdin"), "", "at least 10"),
        (("add", "Bob", "--role", "admin"), "a good long one\n", "add --stdin"),
        (("password", "Zoe", "--stdin"), "a good long one\n", "Nobody here is called Zoe"),
        (("disable", "Zoe"), "", "Nobody here is called Zoe"),
    ],
)
def test_one_clear_line(run: Run, words: tuple[str, ...], typed: str, said: str) -> None:
    result = run(*words, typed=typed)
    assert isinstance(result.exception, AccountsError)
    assert said in str(result.exception)


@pytest.mark.parametrize(
    ("again", "code"), [("a good long one", 0), ("a good lnog one", 1)], ids=["same", "other"]
)
def test_the_password_is_asked_twice(
    run: Run, monkeypatch: pytest.MonkeyPatch, again: str, code: int
) -> None:
    typed = ["a good long one", again]
    monkeypatch.setattr("secondsource.commands.users._has_terminal", lambda: True)
    monkeypatch.setattr("getpass.getpass", lambda _prompt: typed.pop(0))
    result = run("add", "Ann", "--role", "admin")
    assert (result.exit_code, typed) == (code, [])
    assert "a good" not in result.output
    assert ("Ann" in run("list").stdout) is (code == 0)


def test_there_must_be_an_archive(tmp_path: Path) -> None:
    given = ["users", "list", "--archive", str(tmp_path / "none")]
    assert isinstance(CliRunner().invoke(app, given).exception, ArchiveMissingError)
    assert isinstance(CliRunner().invoke(app, ["users", "list"]).exception, SecondSourceError)
