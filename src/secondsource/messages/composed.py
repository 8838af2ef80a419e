"""Sentences that the stages make in English, and that are kept in reports."""

from typing import Final

COMPOSED: Final = "in reports"
"""The context under which the files of the languages have these sentences."""
