"""The command that serves the workbench."""

import gc
import getpass
import socket
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from secondsource.commands.show import tell
from secondsource.errors import SecondSourceError
from secondsource.web.settings import DEFAULT_HOST, DEFAULT_PORT, Settings

if TYPE_CHECKING:
    import uvicorn
    from fastapi import FastAPI

_WAITING = 128
"""So many connections wait to be taken up."""
_UNREAD_SECONDS = 60.0
"""So long an answer may wait for a reader who takes nothing of it."""


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
    with listen(host, port) as listening:
        settings = Settings(
            archive=archive.resolve(),  # "." could not be told apart in what fails
            host=host,
            port=listening.getsockname()[1],
            person=name or getpass.getuser(),
            https=https,
            allow_private=private,
        )
        _run(settings, listening)


def _run(settings: Settings, listening: socket.socket) -> None:
    """Serve the workbench until Ctrl-C."""
    import uvicorn

    from secondsource.web.app import create_app

    app = create_app(settings)
    gc.freeze()  # else each tenth search waits while Python looks through all that is loaded
    shown = f"[{settings.host}]" if ":" in settings.host else settings.host
    tell(f"Second Source: http://{shown}:{settings.port}/  (Ctrl-C ends it)")
    try:
        uvicorn.Server(configure(app, https=settings.https)).run(sockets=[listening])
    except KeyboardInterrupt:  # its usual end, of which nothing need be said
        raise typer.Exit(130) from None


def configure(app: "FastAPI", *, https: bool) -> "uvicorn.Config":
    """How the workbench is served.

    Args:
        app: the workbench.
        https: whether readers come through a proxy of this machine, which says in whose name it
            asks. Without one nobody is believed that they ask for another address: tries of a
            password are counted by it.
    """
    import uvicorn

    from secondsource.web.connections import BoundedConnection

    return uvicorn.Config(
        app,
        http=BoundedConnection,
        log_level="warning",
        server_header=False,
        proxy_headers=https,
    )


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens; any free port for 0.

    Raises:
        SecondSourceError: that address and port may not be used, or are used already.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # The protocol is named, as asyncio sends short answers at once on such sockets only: without
    # it each page took 45 ms longer (`python -m benchmarks.workbench`).
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if hasattr(socket, "TCP_USER_TIMEOUT"):  # Linux; what is taken up inherits it
            timeout = int(_UNREAD_SECONDS * 1000)
            listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, timeout)
        listening.bind((host, port))
        listening.listen(_WAITING)
        return listening
    except OSError as error:
        listening.close()
        raise SecondSourceError(
            f"{host}, port {port}, cannot be listened on ({error.strerror}). "
            "Give another port with --port, such as 0 for any that is free."
        ) from error
