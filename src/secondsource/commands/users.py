"""`secondsource users`: the accounts of those who may use an archive's workbench."""

import getpass
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from secondsource.archive import Archive
from secondsource.commands.options import ArchiveFolder, JsonTarget
from secondsource.commands.show import OUT, need_archive, write_objects
from secondsource.errors import AccountsError
from secondsource.jsonvalues import JsonObject
from secondsource.report.wording import say_date
from secondsource.web.accounts.accounts import Accounts
from secondsource.web.accounts.passwords import LONGEST
from secondsource.web.accounts.person import Role
from secondsource.web.accounts.users import User

users_app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    help="Accounts for a workbench that several people use. On your own machine none is needed.\n\n"
    'Example: secondsource users add "A. Editor" --role admin --archive newsroom',
)

Name = Annotated[str, typer.Argument(help="The person's name; decisions are signed with it.")]
GivenRole = Annotated[
    Role,
    typer.Option("--role", help="reader reads; reviewer also adds and decides; admin does all."),
]
FromStdin = Annotated[
    bool, typer.Option("--stdin", help="Read the password from the standard input, one line.")
]


@users_app.command()
def add(
    name: Name,
    role: GivenRole = Role.REVIEWER,
    archive: ArchiveFolder = None,
    from_stdin: FromStdin = False,
) -> None:
    """Makes an account; the password is asked twice. The first one is an administrator's.

    Example: secondsource users add "A. Editor" --role admin --archive newsroom
    """
    with _open(archive, "users add") as accounts:
        user = accounts.users.add(name, role, _read_password(from_stdin))
    _show(user)


@users_app.command(name="list")
def list_all(archive: ArchiveFolder = None, json_target: JsonTarget = None) -> None:
    """Lists everybody who has an account.

    Example: secondsource users list --archive newsroom --json -
    """
    with _open(archive, "users list") as accounts:
        users = accounts.users.list()
    if json_target:
        write_objects([{"users": [_user_json(user) for user in users]}], json_target)
    if json_target != "-":
        for user in users:
            _show(user)
        if not users:
            OUT.print("Nobody has an account: the workbench is for this machine only.")


@users_app.command(name="role")
def change_role(
    name: Name,
    role: Annotated[Role, typer.Argument(help="reader, reviewer or admin.")],
    archive: ArchiveFolder = None,
) -> None:
    """Gives a person another role, from the next thing that they do.

    Example: secondsource users role "B. Reader" reviewer --archive newsroom
    """
    with _open(archive, "users role") as accounts:
        user = accounts.users.change_role(name, role)
    _show(user)


@users_app.command()
def disable(name: Name, archive: ArchiveFolder = None) -> None:
    """Shuts an account: the person is logged out and their tokens are revoked; nothing is lost.

    Example: secondsource users disable "B. Reader" --archive newsroom
    """
    with _open(archive, "users disable") as accounts:
        user = accounts.users.disable(name)
    _show(user)


@users_app.command()
def enable(name: Name, archive: ArchiveFolder = None) -> None:
    """Opens an account again that was shut.

    Example: secondsource users enable "B. Reader" --archive newsroom
    """
    with _open(archive, "users enable") as accounts:
        user = accounts.users.enable(name)
    _show(user)


@users_app.command()
def password(name: Name, archive: ArchiveFolder = None, from_stdin: FromStdin = False) -> None:
    """Gives a person another password, ends their sessions and revokes their tokens.

    Example: secondsource users password "A. Editor" --archive newsroom
    """
    with _open(archive, "users password") as accounts:
        user = accounts.users.get(name)
        tokens = accounts.tokens.count(user)
        accounts.users.reset_password(user.name, _read_password(from_stdin))
    line = f"{user.name} has another password; sessions ended, tokens revoked: {tokens}"
    OUT.print(line, markup=False, highlight=False, soft_wrap=True)


@contextmanager
def _open(archive: Path | None, command: str) -> Iterator[Accounts]:
    folder = need_archive(archive, command)
    Archive.open(folder).close()  # says what is wrong where there is none
    with Accounts(folder) as accounts:
        yield accounts


def _read_password(from_stdin: bool) -> str:
    if from_stdin:
        return sys.stdin.readline(2 * LONGEST).rstrip("\r\n")
    if not _has_terminal():
        raise AccountsError("There is no terminal to ask for the password on: add --stdin.")
    typed, again = getpass.getpass("Password: "), getpass.getpass("The same again: ")
    if typed != again:
        raise AccountsError("The two passwords differ. Start again.")
    return typed


def _has_terminal() -> bool:
    return sys.stdin.isatty()


def _user_json(user: User) -> JsonObject:
    return {
        "name": user.name,
        "role": user.role.value,
        "created": user.created,
        "disabled": user.disabled,
    }


def _show(user: User) -> None:
    shut = f", shut since {say_date(user.disabled)}" if user.disabled else ""
    line = f"{user.name}: {user.role}, since {say_date(user.created)}{shut}"
    OUT.print(line, markup=False, highlight=False, soft_wrap=True)
