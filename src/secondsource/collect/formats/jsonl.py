"""JSONL: one article a line, under the names of the contract.

`text` is required; id, url, canonical, title, outlet, byline, published, language, links and
credits are optional. Names that are not known are passed over.
"""

import json
from collections.abc import Iterator, Mapping
from typing import BinaryIO
from unicodedata import category

from secondsource.article import Article, Credit, Link, Role, Span
from secondsource.collect.dates import is_iso_date
from secondsource.collect.formats.text import make_storable
from secondsource.errors import UnreadableError

_NAMES = ("id", "url", "canonical", "title", "outlet", "published", "language")
_UNSEEN = frozenset({"Cc", "Zl", "Zp"})  # categories of Unicode: control characters, line breaks
_LOST = "\ufffd"  # what stands for a sign that cannot be kept, NUL among them


def split_lines(stream: BinaryIO, max_bytes: int) -> Iterator[tuple[int, bytes | None]]:
    """The lines of a JSONL file with their numbers from 1, one at a time.

    A line longer than `max_bytes` is given as None and skipped without being held in memory.
    """
    number = 0
    while line := stream.readline(max_bytes + 1):
        number += 1
        if len(line) > max_bytes:
            while not line.endswith(b"\n") and (line := stream.readline(max_bytes + 1)):
                pass
            yield number, None
        else:
            yield number, line.rstrip(b"\r\n")


def read_line(line: bytes) -> Article:
    """The article that one line of JSONL describes; its text is kept exactly as given.

    Raises:
        UnreadableError: the line is not JSON, has no text, or a value has the wrong type.
    """
    record = _parse(line)
    text = record.get("text")
    if not isinstance(text, str) or not text.strip():
        raise UnreadableError('"text" is missing or empty: give the article\'s text as a string')
    named = {name: _string(record, name) for name in _NAMES}
    stored = make_storable(text)
    return Article(
        id=_id(named["id"]),
        text=stored,
        url=named["url"],
        canonical=named["canonical"],
        title=named["title"],
        outlet=named["outlet"],
        byline=_byline(record),
        published=_date(named["published"]),
        language=_language(named["language"]),
        credits=tuple(_credit(item, len(stored)) for item in _objects(record, "credits")),
        links=tuple(_link(item) for item in _objects(record, "links")),
    )


def _parse(line: bytes) -> Mapping[str, object]:
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UnreadableError("the line is not UTF-8: save the file in UTF-8") from error
    except json.JSONDecodeError as error:
        reason = f"the line is not JSON ({error.msg} at column {error.colno})"
        raise UnreadableError(f"{reason}: give one JSON object a line") from error
    except ValueError as error:  # a number of more than 4,300 digits
        raise UnreadableError(f"the line is not JSON that is read ({error})") from error
    except RecursionError as error:
        raise UnreadableError("the line is nested too deeply: give one flat object") from error
    if not isinstance(record, dict):
        raise UnreadableError('the line is not a JSON object: give {"text": …} on each line')
    return record


def _string(record: Mapping[str, object], name: str) -> str | None:
    value = record.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise UnreadableError(f'"{name}" is not a string: give a string or leave it out')
    return make_storable(value.strip()) or None


def _id(value: str | None) -> str:
    """The id, which stands in addresses and on one line; empty where none is given."""
    if value and any(category(sign) in _UNSEEN or sign == _LOST for sign in value):
        raise UnreadableError('"id" holds a line break or another control character: leave it out')
    return value or ""


def _byline(record: Mapping[str, object]) -> tuple[str, ...]:
    value = record.get("byline")
    if value is None:
        return ()
    names = [value] if isinstance(value, str) else value
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise UnreadableError('"byline" is not a list of names: give ["First Last", …]')
    return tuple(make_storable(name.strip()) for name in names if name.strip())


def _date(value: str | None) -> str | None:
    if value is not None and not is_iso_date(value):
        shown = value[:40]
        raise UnreadableError(f'"published" is {shown!r}: give an ISO 8601 date as 2024-05-31')
    return value


def _language(value: str | None) -> str | None:
    if value is None:
        return None
    code = value.replace("_", "-").partition("-")[0].lower()
    if not (code.isascii() and code.isalpha() and 2 <= len(code) <= 3):
        raise UnreadableError(f'"language" is {value[:40]!r}: give a code such as en or ru')
    return code


def _objects(record: Mapping[str, object], name: str) -> list[Mapping[str, object]]:
    value = record.get(name)
    if value is None:
        return []
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise UnreadableError(f'"{name}" is not a list of objects: give [{{…}}, …]')
    return value


def _link(item: Mapping[str, object]) -> Link:
    url = _string(item, "url")
    if url is None:
        raise UnreadableError('a link has no "url": give {"url": …, "text": …}')
    return Link(url, _string(item, "text") or "")


def _credit(item: Mapping[str, object], length: int) -> Credit:
    role, name = _string(item, "role"), _string(item, "name")
    if name is None or role not in set(Role):
        roles = ", ".join(Role)
        raise UnreadableError(f'a credit needs "name" and "role", one of {roles}')
    date = _date(_string(item, "date"))
    return Credit(Role(role), name, _string(item, "url"), date, _span(item.get("span"), length))


def _span(value: object, length: int) -> Span | None:
    if value is None:
        return None
    if isinstance(value, dict):
        start, end = value.get("start"), value.get("end")
        if type(start) is int and type(end) is int and 0 <= start <= end <= length:
            return Span(start, end)
    raise UnreadableError('a credit\'s "span" does not lie in the text: give {"start", "end"}')
