"""The pages of a MediaWiki XML export, one at a time, however large the file and however bad.

The file is read in pieces and only one page is in memory. A document type or an entity of its
own, which a true export never has, is refused before anything of it is used.
"""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol
from xml.parsers import expat

from secondsource.errors import CollectionError

_PIECE = 1 << 18
_LONGEST_PAGE = 4_000_000  # characters of one page's text; longer ones are left out and counted
_FIELDS = frozenset({"title", "ns", "text", "timestamp", "dbname"})
_LONGEST_FIELD = 1_000


class Readable(Protocol):
    """What bytes can be read from."""

    def read(self, size: int, /) -> bytes:
        """The next bytes, at most so many; none at the end."""
        ...


@dataclass(frozen=True, slots=True)
class WikiPage:
    """A page of the export: its title, its wiki markup, when it was last changed."""

    title: str
    text: str
    changed: str


@dataclass(slots=True)
class DumpReader:
    """Reads an export; what it says of itself is known once pages have been read.

    `wiki` is the wiki's own name ("enwikiquote"), `too_long` counts pages that were left out.
    """

    wiki: str = ""
    too_long: int = 0
    pages: int = 0
    _root: str = ""
    _ready: list[WikiPage] = field(default_factory=list)
    _values: dict[str, list[str]] = field(default_factory=dict)
    _size: int = 0
    _field: str = ""
    _redirect: bool = False

    def read(self, file: Readable, name: str) -> Iterator[WikiPage]:
        """The pages of the main part of the wiki that are no redirects.

        Args:
            file: the XML, as bytes.
            name: what the file is called in a message.

        Raises:
            CollectionError: it is no export, is broken, or holds what an export never has.
        """
        parser = self._make_parser()
        try:
            while piece := file.read(_PIECE):
                parser.Parse(piece, False)
                yield from self._take()
            parser.Parse(b"", True)
        except (expat.ExpatError, EOFError, OSError, zlib.error) as error:
            raise CollectionError(
                f"{name} is broken or no MediaWiki export ({error}), after {self.pages} pages. "
                "Nothing of it was kept; get the file again."
            ) from error
        yield from self._take()

    def _make_parser(self) -> expat.XMLParserType:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._read_text
        parser.StartDoctypeDeclHandler = _refuse
        parser.EntityDeclHandler = _refuse
        return parser

    def _take(self) -> Iterator[WikiPage]:
        ready, self._ready = self._ready, []
        return iter(ready)

    def _start(self, name: str, _attributes: dict[str, str]) -> None:
        if not self._root:
            self._root = name
            if name != "mediawiki":
                raise CollectionError(
                    f"The file begins with <{name[:40]}>; a MediaWiki export begins with "
                    "<mediawiki>. Give the file pages-articles.xml of a dump."
                )
        if name == "page":
            self._values, self._redirect = {}, False
        elif name == "redirect":
            self._redirect = True
        self._field = name if name in _FIELDS else ""
        if self._field:
            self._values[name], self._size = [], 0

    def _read_text(self, text: str) -> None:
        if not self._field:
            return
        self._size += len(text)
        limit = _LONGEST_PAGE if self._field == "text" else _LONGEST_FIELD
        if self._size <= limit:
            self._values[self._field].append(text)
        elif self._field == "text":
            self._values["text"] = []

    def _end(self, name: str) -> None:
        if name == "dbname":
            self.wiki = "".join(self._values.get("dbname", ()))
        elif name == "text" and self._size > _LONGEST_PAGE:
            self.too_long += 1
        elif name == "page":
            self._finish_page()
        self._field = ""

    def _finish_page(self) -> None:
        self.pages += 1
        values = {key: "".join(parts) for key, parts in self._values.items()}
        if values.get("ns", "0").strip() == "0" and values.get("text") and not self._redirect:
            page = WikiPage(values.get("title", ""), values["text"], values.get("timestamp", ""))
            self._ready.append(page)


def _refuse(*_: object) -> None:
    raise CollectionError(
        "The file declares a document type or entities, which a MediaWiki export never does. "
        "It was not read."
    )
