"""Web archives that the tests read: made here, record by record."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

HTML = "text/html; charset=utf-8"
DATE = "2021-02-03T10:15:00Z"


def make_record(kind: str, headers: Mapping[str, str], block: bytes) -> bytes:
    """One WARC record."""
    named = {"WARC-Type": kind, "WARC-Record-ID": "<urn:uuid:0>", "WARC-Date": DATE, **headers}
    lines = [f"{name}: {value}" for name, value in named.items()]
    head = "\r\n".join(["WARC/1.1", *lines, f"Content-Length: {len(block)}", "", ""])
    return head.encode() + block + b"\r\n\r\n"


def make_response(url: str, body: bytes, status: str = "200 OK", **headers: str) -> bytes:
    """What a server answered when `url` was asked for; `_` in a header's name is a hyphen."""
    named = {"Content-Type": HTML, **{name.replace("_", "-"): v for name, v in headers.items()}}
    lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in named.items())]
    block = "\r\n".join([*lines, "", ""]).encode() + body
    about = {"WARC-Target-URI": url, "Content-Type": "application/http; msgtype=response"}
    return make_record("response", about, block)


def make_chunks(data: bytes, size: int = 500) -> bytes:
    """Bytes as a server sends them that does not know how many there will be."""
    parts = [data[at : at + size] for at in range(0, len(data), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (*parts, b""))


def pack_wacz(path: Path, **warcs: bytes) -> Path:
    """A WACZ with these WARC files; `_` in a name is a full stop."""
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("datapackage.json", "{}")
        packed.writestr("pages/pages.jsonl", "")
        for name, data in warcs.items():
            packed.writestr(f"archive/{name.replace('_', '.')}", data)
    return path
