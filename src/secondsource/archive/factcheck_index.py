"""What fact-checks are found by, beside the database: their words, and vectors as far as computed.

Like the other indexes it is derived: what is missing, broken or of another archive is made
anew. Words are indexed at the first search after a change; vectors are computed by `enrich`.
"""

import io
import logging
import re
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

import numpy as np
import numpy.typing as npt

from secondsource.archive import records
from secondsource.archive.database import INDEX_FOLDER, Database
from secondsource.archive.factchecks import FactCheckStore
from secondsource.archive.pieces import save_arrays
from secondsource.errors import ArchiveError
from secondsource.evidence.fact_check import FactCheck
from secondsource.factcheck.reviews.features import take_apart, write_whole
from secondsource.factcheck.reviews.match import ENGLISH, ReviewShelf, VectorTable
from secondsource.factcheck.reviews.words import WordIndex, build_index
from secondsource.language import guess_language
from secondsource.lineage.translation.sentence_sums import Embedder

# Raise one when words, or vectors of that kind, are made otherwise.
_WORDS_FORMAT = 1
_VECTOR_FORMATS = {"english": 2, "network": 1}
_PIECE = 500  # fact-checks whose vectors are in one file: some seconds of work
_DIMENSIONS = 384
_PIECE_NAME = re.compile(r"(english|network)-\d{12}-\d{12}\.npz")
_BROKEN = (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile)
_LOG = logging.getLogger(__name__)


class FactCheckIndex:
    """The index of an archive's fact-checks."""

    def __init__(self, database: Database, store: FactCheckStore) -> None:
        self._database = database
        self._store = store
        self._folder = database.folder / INDEX_FOLDER / "factchecks"
        self._shelf: tuple[str, ReviewShelf] | None = None

    def open(self) -> ReviewShelf:
        """The fact-checks as they are searched; their words are indexed where that is missing."""
        origin = self._origin()
        if self._shelf is None or self._shelf[0] != origin:
            numbers, languages, words = self._load(origin) or self._build(origin)
            english, network = (self._read_vectors(kind) for kind in ("english", "network"))
            shelf = ReviewShelf(numbers, languages, words, self._store.read, english, network)
            self._shelf = origin, shelf
        return self._shelf[1]

    def count_missing(self, kind: str) -> int:
        """How many fact-checks have no vector of that kind (english or network) yet."""
        return len(self._find_missing(kind))

    def compute(
        self,
        kind: str,
        embedder: Embedder,
        progress: Callable[[int], None] = lambda _done: None,
    ) -> int:
        """Compute vectors that are missing; what was finished is kept when it is stopped.

        When all are there, those of another version or archive are removed.

        Args:
            kind: "english", for fact-checks in English, or "network", for all.
            embedder: the model.
            progress: told after each piece how many were computed.

        Returns:
            How many were computed.

        Raises:
            ArchiveError: they cannot be written.
        """
        missing = iter(self._find_missing(kind))
        done = 0
        while numbers := list(islice(missing, _PIECE)):
            found = self._store.read(numbers)
            kept = [number for number in numbers if number in found]
            texts = [write_whole(found[n].claim, found[n].title) for n in kept]
            self._write_piece(kind, kept, embedder.embed(texts).astype(np.float16))
            self._shelf = None
            done += len(numbers)
            progress(done)
        if done:
            self._drop_outdated(kind)
        return done

    def _drop_outdated(self, kind: str) -> None:
        """Remove pieces that nobody will read again; what cannot be removed stays."""
        origin = self._name_origin(kind)
        for path in self._list_pieces(kind):
            if _read_piece(path, origin) is None:
                with suppress(OSError):
                    path.unlink()

    def _find_missing(self, kind: str) -> list[int]:
        shelf = self.open()
        table = shelf.english if kind == "english" else shelf.network
        wanted = table.find(shelf.numbers) < 0
        if kind == "english":
            wanted &= shelf.languages == ENGLISH
        found: list[int] = shelf.numbers[wanted].tolist()
        return found

    def _origin(self) -> str:
        count, latest = self._store.state
        return f"{_WORDS_FORMAT} {records.read_archive_id(self._database)} {count} {latest}"

    def _build(self, origin: str) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.str_], WordIndex]:
        numbers: list[int] = []
        languages: list[str] = []
        texts: list[list[str]] = []
        for number, each in self._store.stream():
            language = _language_of(each)
            checked = take_apart(each.claim, each.title or "", language)
            numbers.append(number)
            languages.append(language)
            texts.append([*checked.claim, *checked.title])
        words = build_index(texts)
        built = np.array(numbers, np.int64), np.array(languages, "U3"), words
        self._save(origin, *built)
        return built

    def _save(
        self,
        origin: str,
        numbers: npt.NDArray[np.int64],
        languages: npt.NDArray[np.str_],
        words: WordIndex,
    ) -> None:
        if not self._database.writable:
            return
        vocabulary = "\n".join(words.vocabulary).encode("utf-8")
        try:
            save_arrays(
                self._folder / "words.npz",
                origin=np.array([origin]),
                numbers=numbers,
                languages=languages,
                vocabulary=np.frombuffer(vocabulary, np.uint8),
                starts=words.starts,
                texts=words.texts,
                weights=words.weights,
                rarity=words.rarity,
            )
        except OSError as error:
            _LOG.warning("The words of fact-checks could not be kept: %s", error)

    def _load(
        self, origin: str
    ) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.str_], WordIndex] | None:
        """The words as they were kept; None where they are missing, broken or out of date."""
        path = self._folder / "words.npz"
        try:
            if not path.exists():
                return None
            with np.load(io.BytesIO(path.read_bytes())) as saved:
                if saved["origin"].tolist() != [origin]:
                    return None
                listed = saved["vocabulary"].tobytes().decode("utf-8").split("\n")
                words = WordIndex(
                    vocabulary={word: place for place, word in enumerate(listed)},
                    starts=saved["starts"],
                    texts=saved["texts"],
                    weights=saved["weights"],
                    rarity=saved["rarity"],
                    size=len(saved["numbers"]),
                )
                return saved["numbers"], saved["languages"], words
        except _BROKEN:
            _LOG.warning("The words in %s cannot be read; they are indexed anew.", path)
            return None

    def _write_piece(self, kind: str, numbers: list[int], matrix: npt.NDArray[np.float16]) -> None:
        origin = self._name_origin(kind)
        path = self._folder / f"{kind}-{numbers[0]:012}-{numbers[-1]:012}.npz"
        try:
            save_arrays(
                path,
                origin=np.array([origin]),
                numbers=np.array(numbers, np.int64),
                matrix=matrix,
            )
        except OSError as error:
            raise ArchiveError(
                f"The vectors of fact-checks in {self._database.folder} could not be written "
                f"({error.strerror}). Those done before are kept; free some space or "
                "get the right to write there, and try again."
            ) from error

    def _read_vectors(self, kind: str) -> VectorTable:
        """All vectors of a kind; of numbers that were computed twice one counts."""
        pieces = list(self._read_pieces(kind))
        if not pieces:
            return VectorTable(np.zeros(0, np.int64), np.zeros((0, _DIMENSIONS), np.float16))
        numbers = np.concatenate([each for each, _ in pieces])
        matrix = np.concatenate([each for _, each in pieces])
        kept, places = np.unique(numbers, return_index=True)
        return VectorTable(kept, matrix[places])

    def _read_pieces(
        self, kind: str
    ) -> Iterator[tuple[npt.NDArray[np.int64], npt.NDArray[np.float16]]]:
        origin = self._name_origin(kind)
        for path in self._list_pieces(kind):
            if piece := _read_piece(path, origin):
                yield piece

    def _list_pieces(self, kind: str) -> list[Path]:
        found = sorted(self._folder.glob(f"{kind}-*.npz"))
        return [path for path in found if _PIECE_NAME.fullmatch(path.name)]

    def _name_origin(self, kind: str) -> str:
        """What says how vectors of a kind are made, and in which archive."""
        return f"{_VECTOR_FORMATS[kind]} {records.read_archive_id(self._database)}"


def _read_piece(
    path: Path, origin: str
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float16]] | None:
    try:
        with np.load(io.BytesIO(path.read_bytes())) as saved:
            numbers, matrix = saved["numbers"], saved["matrix"]
            if saved["origin"].tolist() != [origin] or matrix.shape != (len(numbers), _DIMENSIONS):
                return None
            return numbers, matrix
    except _BROKEN:
        _LOG.warning("The vectors in %s cannot be read; they are computed anew.", path)
        return None


def _language_of(each: FactCheck) -> str:
    return each.language or guess_language(f"{each.claim} {each.title or ''}")
