"""The language that is spoken to the present reader, and which languages there are."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

LANGUAGES = {"en": "English", "ru": "Русский"}
"""The languages that the program speaks, by code, each with its own name for itself."""

_SPOKEN: ContextVar[str] = ContextVar("language of the reader", default="en")


@contextmanager
def use_language(code: str) -> Iterator[None]:
    """Speak that language within the block; one that is not spoken here is English.

    Args:
        code: ISO 639-1, as in `LANGUAGES`.
    """
    token = _SPOKEN.set(code if code in LANGUAGES else "en")
    try:
        yield
    finally:
        _SPOKEN.reset(token)


def current_language() -> str:
    """The code of the language that is spoken now."""
    return _SPOKEN.get()


def choose_language(accepted: str) -> str:
    """The code of the spoken language that a browser likes best; English when it likes none.

    Args:
        accepted: the header `Accept-Language`, as it came. Only its beginning is read.
    """
    liked = [part.strip().partition(";") for part in accepted[:200].split(",")]
    ranked = sorted(liked, key=lambda part: -_read_weight(part[2]))
    codes = (name.split("-")[0].lower() for name, _, _ in ranked)
    return next((code for code in codes if code in LANGUAGES), "en")


def _read_weight(parameter: str) -> float:
    """How much a language is liked, from `q=0.5`; 1 where nothing is said, 0 where it is odd."""
    if not parameter:
        return 1.0
    try:
        return float(parameter.strip().removeprefix("q="))
    except ValueError:
        return 0.0
