"""Killed at any moment, an archive opens again with every batch that was acknowledged, whole."""

import signal
import subprocess
import sys
import time
from itertools import islice
from pathlib import Path

import pytest

from secondsource.archive import Archive
from secondsource.errors import ArchiveLockedError
from tests.archive.adder import ARTICLES, BATCH, make_articles

# After how many acknowledged batches, and how many milliseconds later, the process is killed;
# the last ones fall into the making of the search index.
MOMENTS = [
    (0, 0),
    (1, 0),
    (2, 7),
    (3, 2),
    (20, 3),
    (ARTICLES // BATCH, 0),
    (ARTICLES // BATCH, 250),
]


def start_adding(folder: Path, *options: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.archive.adder", str(folder), *options],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )


def kill_while_adding(folder: Path, batches: int, milliseconds: int, *options: str) -> int:
    """Let a process add until then, kill it, and say how many articles it called safe."""
    process = start_adding(folder, *options)
    assert process.stdout
    safe = 0
    for _ in range(batches):
        safe = int(process.stdout.readline())
    time.sleep(milliseconds / 1000)
    process.kill()
    told = process.stdout.read().split()
    process.stdout.close()
    process.wait()
    return int(told[-1]) if told else safe


def check_whole(folder: Path, safe: int) -> None:
    with Archive.open(folder, create=True) as archive:
        assert archive._database.scalar("PRAGMA integrity_check") == "ok"
        assert archive._database.rows("PRAGMA foreign_key_check") == []
        assert len(archive) >= safe
        assert len(archive) % BATCH == 0
        expected = {item.article.id: item.article for item in make_articles()}
        for article in archive.articles():
            given = expected[article.id]
            assert (article.text, article.credits, article.links, article.boilerplate) == (
                (given.text, given.credits, given.links, given.boilerplate)
            )
            assert article.raw is not None
            assert archive.raw(article.raw) == given.text.encode()
        for number in range(0, len(archive), 500):
            assert archive.search(f"number{number}", 1)[0].article == f"article-{number:05}"
        assert len(archive.search("harbour", ARTICLES * 3)) == len(archive)  # one passage each


@pytest.mark.slow
@pytest.mark.parametrize(("batches", "milliseconds"), MOMENTS)
def test_killed(tmp_path: Path, batches: int, milliseconds: int) -> None:
    safe = kill_while_adding(tmp_path, batches, milliseconds)
    assert safe >= batches * BATCH
    check_whole(tmp_path, safe)


@pytest.mark.slow
def test_killed_again_and_again_it_finishes_in_the_end(tmp_path: Path) -> None:
    for batches in (1, 30, 60):
        kill_while_adding(tmp_path, batches, 5)
    with Archive.open(tmp_path) as archive:
        archive.add(make_articles())
        assert len(archive) == ARTICLES
    check_whole(tmp_path, ARTICLES)


@pytest.mark.slow
@pytest.mark.parametrize("milliseconds", [0, 3, 7, 12, 18, 26, 35])
def test_killed_while_it_writes_the_segments_of_an_index(tmp_path: Path, milliseconds: int) -> None:
    safe = kill_while_adding(tmp_path, 20, milliseconds, "one by one")
    texts = {item.article.id: item.article.text for item in islice(make_articles(), safe + 9)}
    with Archive.open(tmp_path) as archive:
        assert len(archive) >= safe >= 20
        for article in archive.articles():
            assert archive.find_sharing([texts[article.id]], 1) == (article.id,)


@pytest.mark.slow
def test_while_another_process_adds_this_one_may_read_but_not_write(tmp_path: Path) -> None:
    process = start_adding(tmp_path)
    assert process.stdout
    assert int(process.stdout.readline()) == BATCH
    process.send_signal(signal.SIGSTOP)  # it keeps the lock however long this test takes
    with Archive.open(tmp_path) as archive:
        assert len(archive) >= BATCH
        assert archive.search("number7", 1)[0].article == "article-00007"
        with pytest.raises(ArchiveLockedError, match="being written to by another process"):
            archive.add(make_articles())
        process.kill()
        process.stdout.close()
        process.wait()
        assert archive.remove("article-00007").id == "article-00007"
        assert archive.search("number7", 1) == []
