"""A process that reads articles for another one: `read_many` starts it and talks to it.

Lists of articles come in by the standard input, lists of their statements go out by the
standard output, both pickled: by a process of the same program that started this one, and by
nobody else. It ends when the input does.
"""

import gc
import os
import pickle
import sys
from collections.abc import Sequence
from typing import BinaryIO

from secondsource.article import Article
from secondsource.reading import read_articles

_OBJECTS_BETWEEN_SWEEPS = 20_000
"""New objects before Python looks for cycles: reading makes many objects and hardly a cycle."""


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer until the input ends; the first answer has the models loaded, which then stay."""
    is_first = True
    while True:
        try:
            articles: list[Article] = pickle.load(requests)
        except EOFError:
            return
        pickle.dump(_read(articles), answers, pickle.HIGHEST_PROTOCOL)
        answers.flush()
        if is_first:
            gc.freeze()
            gc.set_threshold(_OBJECTS_BETWEEN_SWEEPS)
            is_first = False


def _read(articles: Sequence[Article]) -> object:
    """The statements, or the error that the other process is to raise in its place."""
    try:
        return list(read_articles(articles))
    except Exception as error:  # noqa: BLE001 - raised again where the articles came from
        return error


def main() -> None:
    """Serve the process at the other end; whatever is printed here goes to the errors."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    serve(sys.stdin.buffer, answers)


if __name__ == "__main__":
    main()
