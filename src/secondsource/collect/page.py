"""A page as its server gave it, and by what the server knows it again."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a server knows a state of a page by: its headers `ETag` and `Last-Modified`."""

    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """What an address answered: the bytes, their declared media type and the final address.

    `unchanged`: it is as it was under the stamp that was sent, and no bytes came.
    """

    data: bytes
    media_type: str | None
    charset: str | None
    url: str
    stamp: Stamp | None = None
    unchanged: bool = False
