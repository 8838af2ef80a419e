"""What was shown last, kept so that it need not be made again."""

import threading
from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

_Key = TypeVar("_Key", bound=Hashable)
_Made = TypeVar("_Made")


class Latest(Generic[_Key, _Made]):
    """So many of the things that were asked for last, and no more. Any thread may use it."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[_Key, _Made] = OrderedDict()
        self._lock = threading.Lock()

    def find(self, key: _Key) -> _Made | None:
        """What is kept under a key."""
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
            return found

    def keep(self, key: _Key, made: _Made) -> None:
        """Keep something, and let go of what was not asked for the longest."""
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
