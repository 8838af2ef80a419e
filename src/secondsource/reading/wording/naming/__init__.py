"""Contested naming: different words for the same thing, and who uses which."""

from secondsource.reading.wording.naming.contested import Contested, Options, Use, find_contested
from secondsource.reading.wording.naming.renderings import pair_renderings

__all__ = ["Contested", "Options", "Use", "find_contested", "pair_renderings"]
