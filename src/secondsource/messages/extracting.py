"""Finds the sentences that are marked for translation in a module of Python."""

from collections.abc import Collection, Iterator, Sequence
from typing import IO, Final

from babel.messages.extract import extract_python

from secondsource.messages.marking import COMPOSED

_COMPOSING: Final = {"mark_sentence": 1, "mark_count": 2}
"""The functions of `marking.py`, with how many of their values are sentences."""

Found = tuple[int, object, object, object]


def extract_marked(
    file: IO[bytes],
    keywords: Collection[str],
    comment_tags: Sequence[str],
    options: object,  # noqa: ARG001  (Babel gives it by this name)
) -> Iterator[Found]:
    """The line, function, sentences and comments of each call that marks a sentence.

    Those that the stages compose are given as if marked by `pgettext`, with the context
    `COMPOSED`.

    Args:
        file: the module.
        keywords: the functions that mark a sentence for whoever reads at that moment.
        comment_tags: what a comment for translators begins with.
        options: not used.
    """
    wanted = dict.fromkeys([*keywords, *_COMPOSING])
    for line, name, messages, comments in extract_python(file, wanted, comment_tags, {}):
        if name not in _COMPOSING:
            yield line, name, messages, comments
            continue
        given = (messages,) if isinstance(messages, str) else tuple(messages)
        several = _COMPOSING[name] > 1
        sentences = given[: _COMPOSING[name]]
        yield line, "npgettext" if several else "pgettext", (COMPOSED, *sentences), comments
