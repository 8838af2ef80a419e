"""The options by which a language model of the user's own makes statements self-standing."""

import os
from dataclasses import replace
from typing import Annotated
from urllib.parse import urlsplit

import typer

from secondsource.jobs.check import CheckOptions
from secondsource.jobs.rewriting import Endpoint, Rewriter

KEY = "SECONDSOURCE_REWRITE_KEY"
"""The environment variable with the endpoint's key; read here and nowhere else."""

RewriteEndpoint = Annotated[
    str | None,
    typer.Option(
        "--rewrite-endpoint",
        help="An OpenAI-compatible server (up to /v1) that the statements are sent to.",
    ),
]
RewriteModel = Annotated[str | None, typer.Option("--rewrite-model", help="The name of its model.")]


def add_rewriter(making: CheckOptions, endpoint: str | None, model: str | None) -> CheckOptions:
    """The same options with what asks the endpoint; as they are where none is named.

    Raises:
        typer.BadParameter: only one of the two is given, or the address is none or holds a key.
    """
    if endpoint is None and model is None:
        return making
    if not endpoint or not model:
        raise typer.BadParameter("--rewrite-endpoint and --rewrite-model need each other")
    if not endpoint.startswith(("http://", "https://")):
        raise typer.BadParameter("--rewrite-endpoint needs an http:// or https:// address")
    if "@" in urlsplit(endpoint).netloc:
        raise typer.BadParameter(f"put the key into {KEY}, not into the address, which is shown")
    rewriter = Rewriter(Endpoint(endpoint, model, os.environ.get(KEY)))
    return replace(making, rewriter=rewriter)
