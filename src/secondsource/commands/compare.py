"""The command that holds two articles against each other."""

from typing import Annotated

import typer

from secondsource.archive import Archive
from secondsource.collect import CollectOptions
from secondsource.commands.options import ArchiveFolder, JsonTarget, Private, Speak
from secondsource.commands.show import OUT, write_objects
from secondsource.jobs.compare import compare_given
from secondsource.load import load_article
from secondsource.report.comparison_text import render_comparison_text
from secondsource.report.jsonform.comparison import comparison_json


def compare(
    left: Annotated[str, typer.Argument(help="A file, an address or an id.")],
    right: Annotated[str, typer.Argument(help="Another one.")],
    archive: ArchiveFolder = None,
    json_target: JsonTarget = None,
    speak: Speak = None,  # noqa: ARG001  (spoken by its callback)
    allow_private: Private = False,
) -> None:
    """Shows what two articles share, and what was changed from the left to the right one.

    Two versions of a text, a text and its translation, or any other two. Without an archive,
    notices that stand under many articles are not known and count as text.

    Example: secondsource compare first.html reprint.html --archive newsroom
    """
    options = CollectOptions(allow_private=allow_private)
    store = Archive.open(archive) if archive is not None else None
    try:
        sides = [load_article(source, store, options) for source in (left, right)]
        comparison = compare_given(sides[0], sides[1], store)
    finally:
        if store is not None:
            store.close()
    if json_target:
        write_objects([comparison_json(comparison)], json_target)
    if json_target != "-":
        render_comparison_text(comparison, OUT)
