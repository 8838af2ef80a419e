"""A report tells the state of the archive that it was made with."""

from pathlib import Path

from secondsource import Archive, Article
from secondsource.collect import Collected
from secondsource.evidence import Options
from secondsource.jobs.made import describe_making


def test_the_state_changes_with_the_archive(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive", create=True) as archive:
        states = [describe_making(archive, Options())]
        for name in ("first", "second"):
            archive.add([Collected(Article(name, f"The {name}."), b"", "text/plain", name)])
            states += [describe_making(archive, Options()) for _ in range(2)]
    assert [state.articles for state in states] == [0, 1, 1, 2, 2]
    assert len({state.archive for state in states}) == 3
