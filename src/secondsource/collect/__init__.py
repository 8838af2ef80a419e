"""Collecting: from bytes to articles, with what each text says of its own origin."""

from secondsource.collect.collect import collect, collect_all, read_bytes
from secondsource.collect.item import Collected, Rejected
from secondsource.collect.options import CollectOptions
from secondsource.collect.page import Page

__all__ = [
    "CollectOptions",
    "Collected",
    "Page",
    "Rejected",
    "collect",
    "collect_all",
    "read_bytes",
]
