"""Feeds (RSS, Atom, JSON Feed): the articles that their entries lead to.

What reads them is loaded when the first one comes: `collect.feed.gather`.
"""

from secondsource.collect.feed.memory import FeedMemory, FeedRead, Remembered

__all__ = ["FeedMemory", "FeedRead", "Remembered"]
