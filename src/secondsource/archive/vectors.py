"""Article vectors beside the database: computed when asked, kept in pieces, never waited for.

Like the other indexes they are derived: a piece that is missing, broken or of another archive
is computed anew. Each piece is one file that holds the vectors of some hundred articles in the
order of adding, so that the work can stop after any piece and go on from there.
"""

import io
import logging
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
import numpy.typing as npt

from secondsource.archive import records
from secondsource.archive.database import INDEX_FOLDER, Database
from secondsource.archive.pieces import PieceFile, list_pieces, name_piece, save_arrays
from secondsource.archive.upkeep import read_id_at, read_reach
from secondsource.errors import ArchiveError
from secondsource.lineage.translation.nearest import ArticleVectors, join_vectors
from secondsource.lineage.translation.sentence_sums import WordVectors

_FORMAT = 2  # raise it when the vectors are made otherwise
PIECE = 500  # articles in one file: a second or two of work
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Enriched:
    """How far the vectors reach: articles that have one, and articles of the archive."""

    done: int
    articles: int

    @property
    def missing(self) -> int:
        """Articles that have no vector yet."""
        return self.articles - self.done


@dataclass(frozen=True, slots=True)
class _Piece:
    """The vectors of the articles after one ordinal up to another."""

    after: int
    until: int
    last_id: str
    ordinals: tuple[int, ...]
    vectors: ArticleVectors

    def leave_out(self, gone: frozenset[int]) -> ArticleVectors:
        """The vectors but those of the articles with these ordinals."""
        if gone.isdisjoint(self.ordinals):
            return self.vectors
        return self.vectors.take([k for k, own in enumerate(self.ordinals) if own not in gone])


class VectorStore:
    """The vectors of an archive's articles, as far as they have been computed."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._folder = database.folder / INDEX_FOLDER / "vectors"
        self._pieces: list[_Piece] = []
        self._joined: tuple[tuple[object, ...], ArticleVectors] | None = None

    def read(self) -> ArticleVectors:
        """All vectors there are, of articles that are still in the archive."""
        self._load()
        # By ordinal: an article that was taken out may have been added again, under its old id.
        gone = frozenset(r.ordinal for r in records.read_removals(self._database, 0))
        state = (gone, *(piece.last_id for piece in self._pieces))
        if self._joined is None or self._joined[0] != state:
            self._joined = state, join_vectors([piece.leave_out(gone) for piece in self._pieces])
        return self._joined[1]

    def measure(self) -> Enriched:
        """How far the vectors reach."""
        self._load()
        articles = records.count_articles(self._database)
        later = records.count_articles(self._database, after=self._reached)
        return Enriched(articles - later, articles)

    def enrich(
        self,
        words: WordVectors,
        limit: int | None = None,
        progress: Callable[[int], None] = lambda _done: None,
    ) -> Enriched:
        """Compute the vectors that are missing, those of the earliest articles first.

        What was finished is kept when the work is stopped at any moment.

        Args:
            words: the model.
            limit: the most articles to do now; all when None.
            progress: called after each piece with the number of articles done in all.

        Raises:
            ArchiveError: the vectors cannot be written, on a read-only or full disk.
        """
        self._load()
        done = self.measure().done
        for texts in self._read_missing(limit):
            self._pieces.append(self._make_piece(texts, words))
            done += len(texts)
            progress(done)
        return self.measure()

    @property
    def _reached(self) -> int:
        return self._pieces[-1].until if self._pieces else 0

    def _read_missing(self, limit: int | None) -> Iterator[list[records.StoredText]]:
        stream = islice(records.stream_texts(self._database, self._reached), limit)
        while texts := list(islice(stream, PIECE)):
            yield texts

    def _make_piece(self, texts: Sequence[records.StoredText], words: WordVectors) -> _Piece:
        matrix = words.sum_words([text.text for text in texts]).means()
        vectors = ArticleVectors(
            tuple(text.id for text in texts),
            tuple(text.language or "" for text in texts),
            matrix.astype(np.float16),
        )
        ordinals = tuple(text.ordinal for text in texts)
        piece = _Piece(self._reached, ordinals[-1], texts[-1].id, ordinals, vectors)
        last = self._pieces[-1] if self._pieces else None
        if last is None or len(last.ordinals) + len(ordinals) > PIECE:
            self._write(piece)
            return piece
        joined = _join_pieces(self._pieces.pop(), piece)
        self._write(joined)
        with suppress(OSError):
            self._path(last).unlink(missing_ok=True)
        return joined

    def _path(self, piece: _Piece) -> Path:
        return name_piece(self._folder, piece.after, piece.until)

    def _write(self, piece: _Piece) -> None:
        """Put a piece on disk, whole or not at all."""
        if not self._database.writable:
            return
        origin = [str(_FORMAT), records.read_archive_id(self._database), piece.last_id]
        try:
            save_arrays(
                self._path(piece),
                matrix=piece.vectors.matrix,
                ids=np.array(piece.vectors.ids),
                ordinals=np.array(piece.ordinals, np.int64),
                languages=np.array(piece.vectors.languages),
                origin=np.array(origin),
            )
        except OSError as error:
            raise ArchiveError(
                f"The article vectors of {self._database.folder} could not be written "
                f"({error.strerror}). Those done before are kept; free some space or "
                "get the right to write there, and try again."
            ) from error

    def _load(self) -> None:
        """Take in the pieces on disk that go on where those in memory end."""
        reach = read_reach(self._database)[0]
        if self._reached > reach:
            self._pieces = []  # the database was put back from an older copy
        on_disk = list_pieces(self._folder)
        while file := on_disk.get(self._reached):
            piece = self._read_piece(file)
            if piece is None or piece.until > reach:
                break
            self._pieces.append(piece)

    def _read_piece(self, file: PieceFile) -> _Piece | None:
        """A piece from disk; None when it is broken, of another archive or of another format."""
        try:
            with np.load(io.BytesIO(file.path.read_bytes())) as saved:
                columns = {name: saved[name] for name in saved.files}
            form, archive, last_id = columns["origin"].tolist()
            if (form, archive) != (str(_FORMAT), records.read_archive_id(self._database)):
                return None
            piece = _unpack_piece(file, columns)
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
            _LOG.warning("The vectors in %s cannot be read; they are computed anew.", file.path)
            return None
        return piece if last_id == read_id_at(self._database, piece.until) else None


def _join_pieces(first: _Piece, second: _Piece) -> _Piece:
    """Two pieces, of which the second goes on where the first ends, as one."""
    vectors = join_vectors([first.vectors, second.vectors])
    ordinals = (*first.ordinals, *second.ordinals)
    return _Piece(first.after, second.until, second.last_id, ordinals, vectors)


def _unpack_piece(file: PieceFile, columns: dict[str, npt.NDArray[np.generic]]) -> _Piece:
    ids, languages = columns["ids"].tolist(), columns["languages"].tolist()
    ordinals = columns["ordinals"].tolist()
    sizes = {len(ids), len(languages), len(ordinals), len(columns["matrix"])}
    if len(sizes) > 1:
        raise ValueError("its columns differ in length")
    vectors = ArticleVectors(tuple(ids), tuple(languages), np.asarray(columns["matrix"]))
    last_id = str(columns["origin"][2])
    return _Piece(file.after, file.until, last_id, tuple(ordinals), vectors)
