"""The items of a large JSON file, one at a time, with little of it in memory.

Arrays in which feeds keep their items (`dataFeedElement` of a Data Commons feed, `@graph`, or the
whole file) are gone through item by item; everything else is read whole.
"""

import json
import re
from collections.abc import Callable, Iterator

from secondsource.errors import CollectionError

_LONGEST_ITEM = 8_000_000
"""Characters of one item; a longer one ends the reading, as what follows cannot be told apart."""
_PIECE = 1 << 18
_NEAR_END = 64
_LISTS = frozenset({"dataFeedElement", "@graph", "itemListElement", "claimReviews", "items"})
_AFTER_NUMBER = frozenset(" \t\r\n,]}")
_BLANK = re.compile(r"[\s,]*")
_BLANK_OR_COLON = re.compile(r"[\s,:]*")


class ItemReader:
    """Reads items from a file that is given in pieces of text.

    Args:
        read: gives the next piece of text, at most so many characters; empty at the end.
        name: what the file is called in a message.
    """

    def __init__(self, read: Callable[[int], str], name: str) -> None:
        self._read, self._name = read, name
        self._buffer, self._place, self._ended = "", 0, False
        self._decoder = json.JSONDecoder(strict=False)
        self.items = 0

    def items_of_file(self) -> Iterator[object]:
        """Every item: those of the lists that feeds have, else each value of the file.

        Raises:
            CollectionError: the file is broken from some item on; those before it were given.
        """
        while (start := self._peek(_BLANK)) is not None:
            if start == "[":
                self._place += 1
                yield from self._read_list()
            elif start == "{":
                self._place += 1
                yield from self._read_object()
            else:
                yield self._count(self._read_value())

    def _read_object(self) -> Iterator[object]:
        """The items in an object's lists, and the object itself without these."""
        rest: dict[str, object] = {}
        listed = False
        while (start := self._peek(_BLANK)) != "}":
            if start != '"':
                raise self._broken("a name in quotation marks was expected")
            key = str(self._read_value())
            if self._peek(_BLANK_OR_COLON) == "[" and key in _LISTS:
                self._place += 1
                listed = True
                yield from self._read_list()
            else:
                rest[key] = self._read_value()
        self._place += 1
        if "@type" in rest or not listed:
            yield self._count(rest)

    def _read_list(self) -> Iterator[object]:
        while (start := self._peek(_BLANK)) != "]":
            if start is None:
                raise self._broken("it ends within a list")
            yield self._count(self._read_value())
        self._place += 1

    def _count(self, value: object) -> object:
        self.items += 1
        return value

    def _read_value(self) -> object:
        """The JSON value that begins at the present place; more is read until it is whole."""
        while True:
            try:
                value, end = self._decoder.raw_decode(self._buffer, self._place)
            except RecursionError as error:
                raise self._broken("its values are nested too deeply") from error
            except json.JSONDecodeError as error:
                self._grow(error)
                continue
            except ValueError as error:  # a number of more digits than Python converts
                raise self._broken(str(error).partition(";")[0]) from error
            if self._is_whole(value, end) or not self._fill():
                self._place = end
                return value

    def _is_whole(self, value: object, end: int) -> bool:
        """Whether a value ends where it was read to; a number may go on in the next piece."""
        settled = end < len(self._buffer) - _NEAR_END
        follows = self._buffer[end : end + 1]
        return settled or not isinstance(value, int | float) or follows in _AFTER_NUMBER

    def _grow(self, error: json.JSONDecodeError) -> None:
        """Read on where the value may only be cut off."""
        cut_off = error.pos >= len(self._buffer) - _NEAR_END or "Unterminated" in error.msg
        if not cut_off or len(self._buffer) - self._place > _LONGEST_ITEM or not self._fill():
            raise self._broken(error.msg) from error

    def _peek(self, skipped: re.Pattern[str]) -> str | None:
        """The next character that is not skipped; None at the end of the file."""
        while True:
            match = skipped.match(self._buffer, self._place)
            self._place = match.end() if match else self._place
            if self._place < len(self._buffer):
                return self._buffer[self._place]
            if not self._fill():
                return None

    def _fill(self) -> bool:
        """Read at least as much again as is waiting; False at the end of the file."""
        if self._ended:
            return False
        waiting = self._buffer[self._place :]
        more = self._read(max(_PIECE, len(waiting)))
        self._ended = not more
        self._buffer, self._place = waiting + more, 0
        return bool(more)

    def _broken(self, why: str) -> CollectionError:
        return CollectionError(
            f"{self._name} is broken after {self.items:,} items ({why}); what follows was not read"
        )
