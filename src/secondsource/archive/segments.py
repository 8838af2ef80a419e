"""The files of the fingerprint index: arrays that are written once, and a list of those that count.

Each segment lies in a folder of its own, and so does the learned boilerplate. `state.json` says
which folders make up the index, and is replaced in one step once they are complete. A process
that dies before leaves the index as it was, and folders that the next one clears away.
"""

import json
import os
import shutil
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from secrets import token_hex
from typing import TypeAlias, TypeVar, cast

import numpy as np

from secondsource.files import write_whole
from secondsource.lineage import AnchorIndex
from secondsource.lineage.matching.fingerprint import Anchors
from secondsource.lineage.notices.learn import Repeated

_FORMAT = 6  # raise it when tokens, anchors, boilerplate or these files are made otherwise
_STATE = "state.json"
_ANCHORS = ("hashes", "texts", "positions")
_REPEATED = ("hashes", "texts", "outlets", "notice")
_TRIES = 3  # while another process replaces the index, folders may go as they are read

_Piece: TypeAlias = Anchors | Repeated
_Made = TypeVar("_Made", Anchors, Repeated)


@dataclass(frozen=True, slots=True)
class IndexReach:
    """What an index was built from: up to which article and removal of which archive."""

    archive: str = ""
    ordinal: int = 0
    last_id: str = ""
    removal: int = 0
    format: int = _FORMAT

    def precedes(self, later: "IndexReach") -> bool:
        """Whether an index that reaches so far only needs to catch up to reach the other."""
        same = (self.archive, self.format) == (later.archive, _FORMAT)
        return (same or self == IndexReach()) and (
            self.ordinal <= later.ordinal and self.removal <= later.removal
        )


class SegmentFiles:
    """The folder of a fingerprint index; what it holds already is not written again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._pieces: dict[str, _Piece] = {}  # what was read, by its folder's name

    def read(self) -> tuple[AnchorIndex, IndexReach] | None:
        """The index, its arrays mapped into memory; None when it is missing or broken."""
        for _ in range(_TRIES):
            with suppress(OSError, ValueError, TypeError, KeyError, EOFError):
                return self._read()
        return None

    def write(self, index: AnchorIndex, reach: IndexReach) -> None:
        """Put the index on disk; the archive's writer lock must be held.

        To let go of the memory that the new arrays take, read it again.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        segments = [self._keep(segment, _ANCHORS) for segment in index.segments]
        boilerplate = self._keep(index.boilerplate, _REPEATED)
        state = {
            "reach": asdict(reach),
            "segments": segments,
            "boilerplate": boilerplate,
            "names": index.boilerplate.names,
            "removed": index.removed.tolist(),
            "learned_from": index.learned_from,
        }
        write_whole(self._folder / _STATE, json.dumps(state).encode())
        self._clear({*segments, boilerplate, _STATE})

    def _read(self) -> tuple[AnchorIndex, IndexReach]:
        saved = json.loads((self._folder / _STATE).read_text(encoding="utf-8"))
        boilerplate = self._open(
            saved["boilerplate"], _REPEATED, partial(Repeated, tuple(saved["names"]))
        )
        segments = tuple(self._open(name, _ANCHORS, Anchors) for name in saved["segments"])
        removed = np.array(saved["removed"], np.int32)
        index = AnchorIndex(segments, removed, boilerplate, saved["learned_from"])
        return index, IndexReach(**saved["reach"])

    def _open(self, name: str, columns: Sequence[str], make: Callable[..., _Made]) -> _Made:
        """What lies in a folder, mapped into memory."""
        if name not in self._pieces:
            arrays = [np.load(self._folder / name / f"{c}.npy", mmap_mode="r") for c in columns]
            if len({len(array) for array in arrays}) > 1:
                raise ValueError(f"the arrays in {name} differ in length")
            self._pieces[name] = make(*arrays)
        return cast(_Made, self._pieces[name])

    def _keep(self, piece: _Piece, columns: Sequence[str]) -> str:
        """The name of the folder that holds some arrays; it is written when there is none."""
        for name, kept in self._pieces.items():
            if kept is piece and (self._folder / name).is_dir():
                return name
        name = token_hex(8)
        (self._folder / name).mkdir()
        for column in columns:
            with (self._folder / name / f"{column}.npy").open("wb") as file:
                np.save(file, getattr(piece, column))
                os.fsync(file.fileno())
        return name

    def _clear(self, wanted: Collection[str]) -> None:
        """Delete what is no part of the index; what cannot be deleted now goes the next time."""
        self._pieces = {name: piece for name, piece in self._pieces.items() if name in wanted}
        for path in self._folder.iterdir():
            if path.name not in wanted:
                shutil.rmtree(path, ignore_errors=True)
                with suppress(OSError):
                    path.unlink(missing_ok=True)
