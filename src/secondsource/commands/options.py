"""Options that several commands take, each with the words that its help shows."""

from pathlib import Path
from typing import Annotated

import typer

ArchiveFolder = Annotated[
    Path | None, typer.Option("--archive", "-a", help="The folder of the archive.")
]
JsonTarget = Annotated[
    str | None, typer.Option("--json", help="Write JSON to this file; - is the standard output.")
]
Language = Annotated[str | None, typer.Option(help="ISO 639-1 code, such as en.")]
Private = Annotated[
    bool, typer.Option("--allow-private", help="Let addresses of your own network be fetched.")
]
