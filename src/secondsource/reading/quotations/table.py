"""The quotations of many articles as columns, and those that share words with each other.

A form is a quotation by its folded words: however often it is printed, it is looked at once.
Forms are candidates for one another when they share pairs of telling words that follow each
other, with at most one telling word between: a changed word leaves the pair around it. What
candidates there are grows with the quotations, not with their square: of a pair of words that
many forms have only the first forms are tied to the others.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from secondsource.article import Article, Span
from secondsource.reading.quotations.extract import SaidQuotation, find_said
from secondsource.reading.quotations.folding import FoldedWords, fold_only, is_telling

U64 = npt.NDArray[np.uint64]
I64 = npt.NDArray[np.int64]

_Number = TypeVar("_Number", np.uint64, np.int64)

MOST_SHARING = 40  # forms with one pair of words up to which all are candidates for each other
_STAR = 3  # of more, the first ones, which all others are candidates for
_FEW = 6  # pairs of words of a short form; there one in common is enough
_FACTOR = 0x9E3779B97F4A7C15


@dataclass(frozen=True, slots=True)
class QuotationTable:
    """Quotations by row: in which article, at which places, of which form; and an index.

    `articles` (n,) are ordinals; `forms` (n,) hashes of the folded words; `bounds` (m, 2) the
    pieces of all quotations one after the other, of which quotation k has those from `firsts[k]`
    up to `firsts[k + 1]`, `firsts` being (n + 1,). `grams` are the sorted hashes of pairs of
    words, `rows` the quotation that has each: the first one of its form.
    """

    articles: I64
    forms: U64
    firsts: I64
    bounds: I64
    grams: U64
    rows: I64

    def __len__(self) -> int:
        return len(self.articles)

    def said(self, row: int) -> SaidQuotation:
        """The quotation in a row."""
        part = self.bounds[self.firsts[row] : self.firsts[row + 1]].tolist()
        return SaidQuotation(tuple(Span(start, end) for start, end in part))

    def rows_of_forms(self, forms: Iterable[int]) -> dict[int, list[int]]:
        """All rows that have one of these forms, by form."""
        wanted = np.array(sorted(forms), np.uint64)
        rows = np.flatnonzero(np.isin(self.forms, wanted))
        found: dict[int, list[int]] = {}
        for row in rows.tolist():
            found.setdefault(int(self.forms[row]), []).append(row)
        return found

    def find_like(self, words: FoldedWords, limit: int) -> list[int]:
        """Rows whose form shares pairs of words with a quotation, most shared first."""
        own = np.unique(hash_grams(words.words))
        low, high = (np.searchsorted(self.grams, own, side) for side in ("left", "right"))
        parts = [
            self.rows[a : min(b, a + MOST_SHARING)] for a, b in zip(low, high, strict=True) if a < b
        ]
        if not parts:
            return []
        rows, counts = np.unique(np.concatenate(parts), return_counts=True)
        order = np.argsort(-counts, kind="stable")
        needed = 1 if len(own) <= _FEW else 2
        return [int(rows[k]) for k in order[:limit] if counts[k] >= needed]

    def without(self, ordinals: Iterable[int]) -> "QuotationTable":
        """The table without the quotations of some articles."""
        gone = np.array(sorted(ordinals), np.int64)
        keep = ~np.isin(self.articles, gone)
        if keep.all():
            return self
        return _take(self, np.flatnonzero(keep))


def make_table(articles: Iterable[tuple[int, Article]]) -> QuotationTable:
    """The quotations of some articles, each given with its ordinal."""
    rows: list[tuple[int, int, SaidQuotation]] = []
    grams: list[U64] = []
    owners: list[I64] = []
    seen: set[int] = set()
    for ordinal, article in articles:
        for said in find_said(article):
            words = fold_only(said.text_in(article.text))
            form = hash_form(words)
            if form not in seen:
                seen.add(form)
                own = np.unique(hash_grams(words))
                grams.append(own)
                owners.append(np.full(len(own), len(rows), np.int64))
            rows.append((ordinal, form, said))
    return _lay_out(rows, _join(grams, np.uint64), _join(owners, np.int64))


def join_tables(tables: Sequence[QuotationTable]) -> QuotationTable:
    """Several tables as one; a form that several have is in the index once."""
    if len(tables) == 1:
        return tables[0]
    rows, pieces = 0, 0
    grams, owners, firsts = [], [], []
    for table in tables:
        grams.append(table.grams)
        owners.append(table.rows + rows)
        firsts.append(table.firsts[:-1] + pieces)
        rows, pieces = rows + len(table), pieces + len(table.bounds)
    joined = QuotationTable(
        _join([t.articles for t in tables], np.int64),
        _join([t.forms for t in tables], np.uint64),
        np.append(_join(firsts, np.int64), pieces),
        np.concatenate([t.bounds for t in tables]) if tables else np.zeros((0, 2), np.int64),
        _join(grams, np.uint64),
        _join(owners, np.int64),
    )
    return _index_once(joined)


def pair_forms(table: QuotationTable) -> list[tuple[int, int]]:
    """Pairs of rows, of different forms, that share enough pairs of words to be compared."""
    if not len(table.grams):
        return []
    starts = np.flatnonzero(np.append(True, table.grams[1:] != table.grams[:-1]))
    sizes = np.diff(np.append(starts, len(table.grams)))
    groups = table.rows, starts, sizes
    keys = np.concatenate([*_pair_small(*groups), *_pair_large(*groups)])
    pairs, counts = np.unique(keys, return_counts=True)
    left, right = pairs >> np.uint64(32), pairs & np.uint64(0xFFFFFFFF)
    grams_of = np.bincount(table.rows, minlength=len(table))
    short = np.minimum(grams_of[left.astype(np.int64)], grams_of[right.astype(np.int64)]) <= _FEW
    enough = (counts >= 2) | short
    return list(zip(left[enough].tolist(), right[enough].tolist(), strict=True))


def _pair_small(rows: I64, starts: I64, sizes: I64) -> Iterator[U64]:
    """All pairs within the groups of up to `MOST_SHARING` rows, a distance at a time."""
    few = sizes <= MOST_SHARING
    for step in range(1, MOST_SHARING):
        fitting = few & (sizes > step)
        if not fitting.any():
            return
        counts = sizes[fitting] - step
        left = _count_up(starts[fitting], counts)
        yield _key(rows[left], rows[left + step])


def _pair_large(rows: I64, starts: I64, sizes: I64) -> Iterator[U64]:
    """In larger groups, the first rows with every other."""
    yield np.zeros(0, np.uint64)
    many = sizes > MOST_SHARING
    for step in range(_STAR):
        counts = sizes[many] - step - 1
        if len(counts):
            right = _count_up(starts[many] + step + 1, counts)
            left = np.repeat(starts[many] + step, counts)
            yield _key(rows[left], rows[right])


def _count_up(starts: I64, counts: I64) -> I64:
    """For each start so many numbers that follow it, one after the other."""
    offsets = np.repeat(np.cumsum(counts) - counts, counts)
    return np.repeat(starts, counts) + np.arange(counts.sum()) - offsets


def _key(left: I64, right: I64) -> U64:
    low, high = np.minimum(left, right), np.maximum(left, right)
    return (low.astype(np.uint64) << np.uint64(32)) | high.astype(np.uint64)


def _lay_out(
    rows: Sequence[tuple[int, int, SaidQuotation]], grams: U64, owners: I64
) -> QuotationTable:
    order = np.argsort(grams, kind="stable")
    counts = [len(said.pieces) for _, _, said in rows]
    bounds = [(p.start, p.end) for _, _, said in rows for p in said.pieces]
    return QuotationTable(
        np.array([ordinal for ordinal, _, _ in rows], np.int64),
        np.array([form for _, form, _ in rows], np.uint64),
        np.append(0, np.cumsum(counts)).astype(np.int64),
        np.array(bounds, np.int64).reshape(-1, 2),
        grams[order],
        owners[order],
    )


def _index_once(table: QuotationTable) -> QuotationTable:
    """The table with only the first row of each form in its index, sorted."""
    _, first = np.unique(table.forms, return_index=True)
    kept = np.isin(table.rows, first)
    grams, rows = table.grams[kept], table.rows[kept]
    order = np.lexsort((rows, grams))
    return QuotationTable(
        table.articles, table.forms, table.firsts, table.bounds, grams[order], rows[order]
    )


def _take(table: QuotationTable, rows: I64) -> QuotationTable:
    """Some rows of a table; a form whose first row is left out is indexed by its next one."""
    sizes = np.diff(table.firsts)[rows]
    pieces = _count_up(table.firsts[:-1][rows], sizes)
    new_row = np.full(len(table), -1, np.int64)
    new_row[rows] = np.arange(len(rows))
    forms, first = np.unique(table.forms[rows], return_index=True)
    places = np.searchsorted(forms, table.forms[table.rows])
    known = places < len(forms)
    known[known] = forms[places[known]] == table.forms[table.rows][known]
    return QuotationTable(
        table.articles[rows],
        table.forms[rows],
        np.append(0, np.cumsum(sizes)).astype(np.int64),
        table.bounds[pieces],
        table.grams[known],
        first[places[known]].astype(np.int64),
    )


def _join(parts: Sequence[npt.NDArray[_Number]], kind: type[_Number]) -> npt.NDArray[_Number]:
    return np.concatenate(parts) if parts else np.zeros(0, kind)


def hash_form(words: Sequence[str]) -> int:
    """One number for equal folded words."""
    return _hash(" ".join(words))


def hash_grams(words: Sequence[str]) -> U64:
    """The hashes of a quotation's pairs of telling words, next to each other or next but one."""
    told = np.array([_hash_word(word) for word in words if is_telling(word)], np.uint64)
    factor = np.uint64(_FACTOR)
    pairs = [told[:-step] * factor ^ told[step:] for step in (1, 2) if len(told) > step]
    return np.concatenate(pairs) if pairs else np.zeros(0, np.uint64)


@lru_cache(maxsize=1 << 18)
def _hash_word(word: str) -> int:
    return _hash(word)


def _hash(text: str) -> int:
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big")
