"""Contested naming: different words for the same thing, and who uses which."""

from secondsource.reading.wording.naming.contested import Contested, Options, Use, find_contested

__all__ = ["Contested", "Options", "Use", "find_contested"]
