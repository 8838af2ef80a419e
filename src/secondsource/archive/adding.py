"""Adding items to the archive: what is new, known, changed or rejected; batch by batch."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from secondsource.archive.database import Database
from secondsource.archive.storing import Fate, Stored, store_item
from secondsource.collect.item import Collected, Rejected

# A batch is committed when one of these is reached: a slow source still commits often, and a
# batch of large pages does not fill the memory.
BATCH_ITEMS = 200
_BATCH_BYTES = 16_000_000
_BATCH_SECONDS = 2.0

Progress: TypeAlias = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class CutShort:
    """An article that was taken though its text says of itself that the rest is not there."""

    id: str
    source: str


@dataclass(frozen=True, slots=True)
class AddResult:
    """What became of the items given to the archive; each is in exactly one of the first four.

    `added` and `changed` are the ids of articles now in the archive; `changed` are those that
    are new states of an address already there, or whose id was taken by another text; `known`
    are the ids of articles that were there already; `rejected` says what was not taken and why.
    `cut` names those of the added and changed whose text breaks off at a subscribers' notice.
    """

    added: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    cut: tuple[CutShort, ...] = ()


class AddInterrupted(KeyboardInterrupt):
    """A person stopped the adding; `result` says what was kept until then."""

    def __init__(self, result: AddResult) -> None:
        kept = len(result.added) + len(result.changed)
        super().__init__(f"Stopped; the {kept} articles finished until then are kept.")
        self.result = result


class Adding:
    """One run of adding: gathers items and commits them in batches."""

    def __init__(self, database: Database, progress: Progress | None = None) -> None:
        self._database = database
        self._progress = progress
        self._pending: list[Collected | Rejected] = []
        self._pending_bytes = 0
        self._last_commit = time.monotonic()
        self._outcomes: list[Stored | Rejected] = []
        self._cut: list[CutShort] = []

    def take(self, item: Collected | Rejected) -> None:
        """Accept one item; it is safe once the batch it belongs to has been committed."""
        self._pending.append(item)
        if isinstance(item, Collected):
            self._pending_bytes += len(item.raw) + len(item.article.text)
        if self._is_full():
            self.flush()

    def flush(self) -> None:
        """Commit what has been gathered: all of it or, when that fails, none of it."""
        if not self._pending:
            return
        with self._database.transaction() as connection:
            outcomes = [store_item(connection, item) for item in self._pending]
        self._outcomes += outcomes
        self._cut += _find_cut(self._pending, outcomes)
        self._pending = []
        self._pending_bytes = 0
        self._last_commit = time.monotonic()
        if self._progress:
            self._progress(len(self._outcomes))

    @property
    def finished(self) -> int:
        """How many items are committed."""
        return len(self._outcomes)

    def result(self) -> AddResult:
        """What became of the items committed so far."""
        return AddResult(
            added=tuple(self._ids(Fate.ADDED)),
            known=tuple(self._ids(Fate.KNOWN)),
            changed=tuple(self._ids(Fate.CHANGED)),
            rejected=tuple(each for each in self._outcomes if isinstance(each, Rejected)),
            cut=tuple(self._cut),
        )

    def _is_full(self) -> bool:
        return (
            len(self._pending) >= BATCH_ITEMS
            or self._pending_bytes >= _BATCH_BYTES
            or time.monotonic() - self._last_commit >= _BATCH_SECONDS
        )

    def _ids(self, fate: Fate) -> Iterator[str]:
        for each in self._outcomes:
            if isinstance(each, Stored) and each.fate is fate:
                yield each.id


def _find_cut(
    items: Sequence[Collected | Rejected], outcomes: Sequence[Stored | Rejected]
) -> Iterator[CutShort]:
    for item, outcome in zip(items, outcomes, strict=True):
        if isinstance(outcome, Rejected) or isinstance(item, Rejected):
            continue
        if outcome.fate is not Fate.KNOWN and item.article.is_cut_short:
            yield CutShort(outcome.id, item.source)
