"""Killed at any moment, an archive opens again with every batch that was acknowledged, whole."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from secondsource.archive import Archive
from tests.archive.adder import ARTICLES, BATCH, make_articles

# After how many acknowledged batches, and how many milliseconds later, the process is killed;
# the last ones fall into the making of the search index.
MOMENTS = [(0, 0), (1, 0), (2, 7), (20, 3), (ARTICLES // BATCH, 0), (ARTICLES // BATCH, 250)]


def kill_while_adding(folder: Path, batches: int, milliseconds: int) -> int:
    """Let a process add until then, kill it, and say how many articles it called safe."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.archive.adder", str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
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


def test_killed_once(tmp_path: Path) -> None:
    check_whole(tmp_path, kill_while_adding(tmp_path, 3, 2))
