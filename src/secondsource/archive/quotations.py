"""The index of quotations beside the database: made when first asked for, then kept in step.

Like the other indexes it is derived. It lies in files that each hold the quotations of some
thousand articles in the order of adding; one that is missing, broken or of another archive is
made anew, with those after it.
"""

import io
import logging
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
import numpy.typing as npt

from secondsource.archive import records
from secondsource.archive.database import INDEX_FOLDER, Database
from secondsource.archive.pieces import PieceFile, list_pieces, name_piece, save_arrays
from secondsource.archive.rows import BATCH, make_marks, read_articles
from secondsource.archive.upkeep import read_id_at, read_reach
from secondsource.article import Article, Boilerplate
from secondsource.files import replacing
from secondsource.lineage.translation.sentence_sums import F32
from secondsource.reading.quotations.table import QuotationTable, join_tables, make_table

_FORMAT = 2  # raise it when quotations are found or folded otherwise
_PIECE = 2_000  # articles in one file: about two seconds of work
_COLUMNS = ("articles", "forms", "firsts", "bounds", "grams", "rows")
F16 = npt.NDArray[np.float16]
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Piece:
    """The quotations of the articles after one ordinal up to another."""

    after: int
    until: int
    articles: int
    table: QuotationTable


class QuotationStore:
    """The quotations of an archive, brought up to date whenever they are asked for."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._folder = database.folder / INDEX_FOLDER / "quotations"
        self._pieces: list[_Piece] = []
        self._whole: tuple[tuple[int, int], QuotationTable] | None = None

    def read(self, progress: Callable[[int], None] = lambda _done: None) -> QuotationTable:
        """The quotations of all articles that are in the archive now.

        Args:
            progress: told the number of articles that are done, while some are read.
        """
        reach = read_reach(self._database)
        if self._whole is None or self._whole[0] != reach:
            self._catch_up(reach[0], progress)
            table = join_tables([piece.table for piece in self._pieces])
            gone = [removal.ordinal for removal in records.read_removals(self._database, 0)]
            self._whole = reach, table.without(gone)
        return self._whole[1]

    def count_missing(self) -> int:
        """How many articles' quotations would have to be read first."""
        on_disk = list_pieces(self._folder)
        reached = self._reached
        while reached in on_disk:
            reached = on_disk[reached].until
        return records.count_articles(self._database, after=reached)

    def count_without_vectors(self) -> int:
        """How many quotations of `read` would have to be given their vector first."""
        return sum(
            len(piece.table) for piece in self._pieces if not self._vector_file(piece).exists()
        )

    def read_articles(self, ordinals: Iterable[int]) -> Iterator[tuple[int, Article]]:
        """Articles by their ordinals, in rising order, a batch at a time in memory."""
        waiting = iter(sorted(set(ordinals)))
        while batch := list(islice(waiting, BATCH)):
            condition = f"ordinal IN ({make_marks(batch)}) ORDER BY ordinal"
            ids = records.read_ids(self._database, batch)
            by_id = {a.id: a for a in read_articles(self._database, condition, batch)}
            yield from ((n, by_id[ids[n]]) for n in batch if ids.get(n) in by_id)

    def read_languages(self) -> dict[int, str]:
        """The language of every article that says it, by ordinal."""
        rows = self._database.rows("SELECT ordinal, language FROM article WHERE language <> ''")
        return {int(str(ordinal)): str(language) for ordinal, language in rows}

    def read_vectors(
        self,
        vectorise: Callable[[Sequence[str]], F32],
        progress: Callable[[int], None] = lambda _done: None,
    ) -> F16:
        """A vector for each quotation of `read`, in its order; those that are missing are made.

        Args:
            vectorise: gives texts their vectors, float32 of shape (texts, dimensions).
            progress: told how many articles are done.
        """
        table = self.read()
        parts: list[F16] = []
        done = 0
        for piece in self._pieces:
            parts.append(self._vectors_of(piece, vectorise))
            done += piece.articles
            progress(done)
        whole = np.concatenate(parts) if parts else np.zeros((0, 1), np.float16)
        gone = {removal.ordinal for removal in records.read_removals(self._database, 0)}
        owners = [n for piece in self._pieces for n in piece.table.articles.tolist()]
        keep = [k for k, owner in enumerate(owners) if owner not in gone]
        if len(keep) != len(table):
            raise ValueError("the vectors do not fit the quotations")
        return whole if len(keep) == len(whole) else whole[keep]

    def _vectors_of(self, piece: _Piece, vectorise: Callable[[Sequence[str]], F32]) -> F16:
        path = self._vector_file(piece)
        with suppress(OSError, ValueError, EOFError):
            kept: F16 = np.load(path)
            if len(kept) == len(piece.table):
                return kept
        texts: list[str] = [""] * len(piece.table)
        rows: dict[int, list[int]] = {}
        for row, ordinal in enumerate(piece.table.articles.tolist()):
            rows.setdefault(ordinal, []).append(row)
        for ordinal, article in self.read_articles(rows):
            for row in rows[ordinal]:
                texts[row] = piece.table.said(row).text_in(article.text)
        made = vectorise(texts).astype(np.float16) if texts else np.zeros((0, 1), np.float16)
        if self._database.writable:
            with suppress(OSError), replacing(path) as beside, beside.open("wb") as file:
                np.save(file, made)
        return made

    @property
    def _reached(self) -> int:
        return self._pieces[-1].until if self._pieces else 0

    def _catch_up(self, wanted: int, progress: Callable[[int], None]) -> None:
        if self._reached > wanted:
            self._pieces = []  # the database was put back from an older copy
        self._load(wanted)
        done = sum(piece.articles for piece in self._pieces)
        stream = records.stream_texts(self._database, self._reached)
        while texts := list(islice(stream, _PIECE)):
            self._add(texts)
            done += len(texts)
            progress(done)

    def _add(self, texts: list[records.StoredText]) -> None:
        """Take in some articles; a small last piece is joined with them."""
        table = make_table((text.ordinal, _as_article(text)) for text in texts)
        piece = _Piece(self._reached, texts[-1].ordinal, len(texts), table)
        last = self._pieces[-1] if self._pieces else None
        if last is None or last.articles + len(texts) > _PIECE:
            self._pieces.append(piece)
            self._write(piece, texts[-1].id)
            return
        joined = join_tables([last.table, table])
        self._pieces[-1] = _Piece(last.after, piece.until, last.articles + piece.articles, joined)
        self._write(self._pieces[-1], texts[-1].id)
        with suppress(OSError):
            self._path(last).unlink(missing_ok=True)
            self._vector_file(last).unlink(missing_ok=True)

    def _vector_file(self, piece: _Piece) -> Path:
        return self._path(piece).with_suffix(".vectors.npy")

    def _path(self, piece: _Piece) -> Path:
        return name_piece(self._folder, piece.after, piece.until)

    def _write(self, piece: _Piece, last_id: str) -> None:
        """Put a piece on disk, whole or not at all; where that cannot be, it is made again."""
        if not self._database.writable:
            return
        columns = {name: getattr(piece.table, name) for name in _COLUMNS}
        origin = np.array(
            [str(_FORMAT), records.read_archive_id(self._database), last_id, str(piece.articles)]
        )
        try:
            save_arrays(self._path(piece), origin=origin, **columns)
        except OSError as error:
            _LOG.warning("The quotations could not be kept in %s: %s", self._folder, error)

    def _load(self, wanted: int) -> None:
        """Take in the pieces on disk that go on where those in memory end."""
        on_disk = list_pieces(self._folder)
        while file := on_disk.get(self._reached):
            piece = self._read_piece(file)
            if piece is None or not self._reached < piece.until <= wanted:
                return
            self._pieces.append(piece)

    def _read_piece(self, file: PieceFile) -> _Piece | None:
        """A piece from disk; None when it is broken, of another archive or of another format."""
        try:
            with np.load(io.BytesIO(file.path.read_bytes())) as saved:
                columns = {name: saved[name] for name in saved.files}
            form, archive, last_id, articles = columns.pop("origin").tolist()
            table = QuotationTable(*(columns[name] for name in _COLUMNS))
            _check(table)
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
            _LOG.warning(
                "The quotations in %s are damaged; they are taken from the articles anew.",
                file.path,
            )
            return None
        known = (form, archive) == (str(_FORMAT), records.read_archive_id(self._database))
        if not known or last_id != read_id_at(self._database, file.until):
            return None
        return _Piece(file.after, file.until, int(articles), table)


def _check(table: QuotationTable) -> None:
    sizes = len(table.forms), len(table.firsts) - 1, len(table)
    pieces = int(table.firsts[-1]), len(table.bounds)
    if len(set(sizes)) > 1 or len(set(pieces)) > 1 or len(table.grams) != len(table.rows):
        raise ValueError("its columns differ in length")


def _as_article(text: records.StoredText) -> Article:
    left_out = tuple(Boilerplate(span, "") for span in text.boilerplate)
    return Article(text.id, text.text, boilerplate=left_out)
