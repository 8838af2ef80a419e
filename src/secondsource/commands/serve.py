"""The command that serves the workbench."""

import getpass
from pathlib import Path
from typing import Annotated

import typer

from secondsource.commands.show import tell
from secondsource.web.settings import DEFAULT_HOST, DEFAULT_PORT, Settings


def serve(
    archive: Annotated[Path, typer.Option("--archive", "-a", help="The folder of the archive.")],
    host: Annotated[str, typer.Option(help="The address to listen on.")] = DEFAULT_HOST,
    port: Annotated[int, typer.Option(help="The port.", min=0, max=65535)] = DEFAULT_PORT,
    name: Annotated[
        str | None, typer.Option(help="Who decides, where nobody logs in; your login by default.")
    ] = None,
    https: Annotated[
        bool, typer.Option("--https", help="Readers reach it by https, through a proxy.")
    ] = False,
    private: Annotated[
        bool,
        typer.Option("--allow-private", help="Let addresses of your own network be fetched."),
    ] = False,
) -> None:
    """Serves the workbench: the archive and its reports in a browser.

    It listens on this machine only, unless you name another address.

    Example: secondsource serve --archive newsroom
    """
    import uvicorn

    from secondsource.web.app import create_app

    settings = Settings(
        archive=archive,
        host=host,
        port=port,
        person=name or getpass.getuser(),
        https=https,
        allow_private=private,
    )
    app = create_app(settings)
    tell(f"Second Source: http://{host}:{port}/  (Ctrl-C ends it)")
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)
