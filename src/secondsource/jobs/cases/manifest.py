"""The manifest of a case: what is in it, with the SHA-256 of every file, and of what it was made.

Its `digest` is the SHA-256 of the rest of it as canonical JSON (keys in order, no blanks, UTF-8):
one number that stands for the whole case and can be noted elsewhere.
"""

import hashlib
import json
import re
from dataclasses import asdict, dataclass
from typing import Final

from secondsource.errors import CaseError
from secondsource.jsonvalues import JsonObject, JsonValue
from secondsource.messages import N_
from secondsource.messages import gettext as _

MANIFEST: Final = "manifest.json"
ARTICLES: Final = "articles.jsonl"
RAW: Final = "raw"
"""The folder of the bytes; each file is named by its SHA-256."""
_FORMAT: Final = "secondsource-case"
_VERSION: Final = 1
LARGEST_MANIFEST: Final = 32 * 1024 * 1024  # bytes; 50,000 files and articles have 25 MB
DOES_NOT_PROVE: Final = N_(
    "That every hash fits shows that nothing has changed since this case was made. It does not "
    "show that a server ever sent these bytes, or when, or that what they say is so. Whoever can "
    "change the case can write a new manifest: compare the digest with one noted elsewhere."
)
_SHA256: Final = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class CaseFile:
    """One file of a case; `sha256` is in hex, `size` in bytes."""

    path: str
    size: int
    sha256: str
    media_type: str


@dataclass(frozen=True, slots=True)
class CaseArticle:
    """One article that the report names, and the file with the bytes it was read from.

    `file` is None where the archive holds no bytes of it. `computed` says whether its id is the
    hash of its content; else the collection it came from gave it.
    """

    id: str
    computed: bool
    url: str | None
    raw: str | None
    file: str | None
    media_type: str | None
    added_at: str | None


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a case holds; `digest` is empty until it is written."""

    article: str
    made_at: str
    program: str
    archive_articles: int
    archive_digest: str
    files: tuple[CaseFile, ...]
    articles: tuple[CaseArticle, ...]
    digest: str = ""


def write_manifest(manifest: Manifest) -> tuple[bytes, str]:
    """The manifest as the bytes of its file, and its digest."""
    values = _manifest_json(manifest)
    digest = _digest(values)
    text = json.dumps({**values, "digest": digest}, ensure_ascii=False, indent=1) + "\n"
    return text.encode(), digest


def read_manifest(data: bytes) -> tuple[Manifest, bool]:
    """The manifest that some bytes hold, and whether its digest is that of the rest of it.

    Raises:
        CaseError: they hold none that this version reads.
    """
    try:
        values = json.loads(data)
        given = values.pop("digest", None)
        manifest = _read_values(values, _digest(values))
        kind = values["format"], values["version"]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise CaseError(
            _("Its %(file)s is not one that this program writes.", file=MANIFEST)
        ) from error
    if kind != (_FORMAT, _VERSION):
        raise CaseError(_("Its %(file)s is of another kind or version.", file=MANIFEST))
    return manifest, given == manifest.digest


def is_sha256(text: str | None) -> bool:
    """Whether a text is a SHA-256 in hex."""
    return bool(text and _SHA256.fullmatch(text))


def _manifest_json(manifest: Manifest) -> JsonObject:
    files: list[JsonValue] = [asdict(file) for file in manifest.files]
    articles: list[JsonValue] = [asdict(article) for article in manifest.articles]
    return {
        "format": _FORMAT,
        "version": _VERSION,
        "does_not_prove": DOES_NOT_PROVE,
        "article": manifest.article,
        "made_at": manifest.made_at,
        "made_with": manifest.program,
        "archive": {"articles": manifest.archive_articles, "digest": manifest.archive_digest},
        "files": files,
        "articles": articles,
    }


def _digest(values: JsonObject) -> str:
    canonical = json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def _read_values(values: dict[str, object], digest: str) -> Manifest:
    """The values as a manifest; those of a wrong type raise an error of their own."""
    archive = _object(values["archive"])
    return Manifest(
        article=_text(values["article"]),
        made_at=_text(values["made_at"]),
        program=_text(values["made_with"]),
        archive_articles=_count(archive["articles"]),
        archive_digest=_text(archive["digest"]),
        files=tuple(map(_read_file, _objects(values["files"]))),
        articles=tuple(map(_read_article, _objects(values["articles"]))),
        digest=digest,
    )


def _read_file(value: dict[str, object]) -> CaseFile:
    return CaseFile(
        _text(value["path"]),
        _count(value["size"]),
        _text(value["sha256"]),
        _text(value["media_type"]),
    )


def _read_article(value: dict[str, object]) -> CaseArticle:
    return CaseArticle(
        id=_text(value["id"]),
        computed=value["computed"] is True,
        url=_maybe_text(value["url"]),
        raw=_maybe_text(value["raw"]),
        file=_maybe_text(value["file"]),
        media_type=_maybe_text(value["media_type"]),
        added_at=_maybe_text(value["added_at"]),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("a text was expected")
    value.encode()  # half a character, which nothing could be shown of, raises an error here
    return value


def _maybe_text(value: object) -> str | None:
    return None if value is None else _text(value)


def _count(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise TypeError("a count was expected")
    return value


def _object(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise TypeError("an object was expected")
    return value


def _objects(value: object) -> list[dict[str, object]]:
    if not isinstance(value, list):
        raise TypeError("a list was expected")
    return [_object(each) for each in value]
