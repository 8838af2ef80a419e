"""Marks the sentences of the stages for the catalogue."""

from typing import Final

COMPOSED: Final = "in reports"
"""The context under which the files of the languages have these sentences."""

Form = tuple[str] | tuple[str, str]
"""A sentence; or one for a single thing and one for any other number."""


def mark_sentence(sentence: str) -> Form:
    """A sentence, marked for the catalogue."""
    return (sentence,)


def mark_count(one: str, many: str) -> Form:
    """A sentence that counts, marked for the catalogue, in its English forms."""
    return (one, many)
