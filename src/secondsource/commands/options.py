"""Options that several commands take, each with the words that its help shows."""

import getpass
import os
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from secondsource.errors import SecondSourceError
from secondsource.messages import LANGUAGES, use_language

_STANDARD_OUTPUT = ("-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1")


def check_target(given: str | None) -> str | None:
    """The file that results are to go to, or - for the standard output, by whatever name.

    Raises:
        SecondSourceError: it cannot be written, which is told before the work and not after it.
    """
    if given in _STANDARD_OUTPUT:
        return "-"
    if given:
        with _looking_at(given):
            path = Path(given)
            if path.is_dir():
                raise SecondSourceError(f"{given} is a folder: give the path of a file")
            folder = Path(os.path.realpath(path)).parent  # of a link, that of what it leads to
            if not folder.is_dir():
                raise SecondSourceError(f"{given} cannot be written to: there is no such folder")
            if not any(os.access(each, os.W_OK) for each in (path, folder)):
                raise _refuse(given)
    return given


def check_folder(given: Path | None) -> Path | None:
    """The folder that results are to go to; it need not be there yet.

    Raises:
        SecondSourceError: it cannot be made or written to, which is told before the work and not
            after it.
    """
    if given:
        with _looking_at(given):
            there = next(path for path in (given, *given.parents) if path.exists())
            if not there.is_dir():
                raise SecondSourceError(f"{there} is a file: give the path of a folder")
            if not os.access(there, os.W_OK):
                raise _refuse(given)
    return given


def refuse_stray(asked: Mapping[str, object], instead: str) -> None:
    """Tell which options would do nothing, rather than to leave them out unsaid.

    Args:
        asked: options by their names, each with what was given for it.
        instead: what would do something.

    Raises:
        SecondSourceError: one was given.
    """
    for name, given in asked.items():
        if given:
            raise SecondSourceError(f"{name} would do nothing here: {instead}")


def _refuse(given: str | Path) -> SecondSourceError:
    return SecondSourceError(
        f"{given} cannot be written to: you have no right to write there; give another path"
    )


@contextmanager
def _looking_at(given: str | Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:  # a name too long for a file, or a folder that may not be looked into
        raise SecondSourceError(
            f"{given} cannot be written to ({error.strerror}): give another path"
        ) from error


ArchiveFolder = Annotated[
    Path | None, typer.Option("--archive", "-a", help="The folder of the archive.")
]
JsonTarget = Annotated[
    str | None,
    typer.Option(
        "--json", callback=check_target, help="Write JSON to this file; - is the standard output."
    ),
]
DotTarget = Annotated[
    str | None, typer.Option("--dot", callback=check_target, help="Write a Graphviz graph.")
]
ProvTarget = Annotated[
    str | None,
    typer.Option("--prov", callback=check_target, help="Write W3C provenance (PROV-O as JSON-LD)."),
]
SvgTarget = Annotated[
    str | None, typer.Option("--svg", callback=check_target, help="Write a timeline, a picture.")
]
Language = Annotated[str | None, typer.Option(help="ISO 639-1 code, such as en.")]
Private = Annotated[
    bool, typer.Option("--allow-private", help="Let addresses of your own network be fetched.")
]


def _speak(context: typer.Context, given: str | None) -> str:
    """Speak a language until the command ends; of a language in the environment only its code."""
    code = (given or "en").partition("_")[0].partition(".")[0].lower()
    source = context.get_parameter_source("speak")
    if source and source.name == "COMMANDLINE" and code not in LANGUAGES:
        spoken = ", ".join(f"{each} ({name})" for each, name in LANGUAGES.items())
        raise typer.BadParameter(f"“{given}” is not spoken here; give one of {spoken}")
    context.with_resource(use_language(code))
    return code


Speak = Annotated[
    str | None,
    typer.Option(
        "--speak",
        envvar=["LC_ALL", "LC_MESSAGES", "LANG"],
        callback=_speak,
        help="The language of the report's words, such as ru; JSON stays as it is.",
    ),
]
"""The language of what a person reads; the one place where it is taken from the environment."""


def find_user() -> str:
    """The name under which this person is signed in to the computer: under a decision.

    Raises:
        SecondSourceError: the computer does not know it.
    """
    try:
        return getpass.getuser()
    except (KeyError, OSError) as error:
        raise SecondSourceError("this needs your name: add --by NAME") from error


def read_pairs(pairs: str, fields: Collection[str]) -> dict[str, str]:
    """What was given for each field, by its name.

    Args:
        pairs: FIELD=VALUE, with commas between.
        fields: those that there are.

    Raises:
        SecondSourceError: a field is not known or has no value.
    """
    parts = [part.partition("=") for part in pairs.split(",") if part.strip()]
    given = {name.strip(): value.strip() for name, _, value in parts}
    if unknown := [name for name in given if name not in fields or not given[name]]:
        raise SecondSourceError(
            f"“{unknown[0]}” is no field that can be given, or has no value: give FIELD=VALUE "
            f"with the fields {', '.join(fields)}"
        )
    return given
