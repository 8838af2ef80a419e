"""What outlets call differently, found in an archive and around one article."""

from pathlib import Path

from secondsource import Archive, check
from secondsource.collect.item import Collected
from secondsource.jobs.naming import find_archive_naming, find_naming_of
from tests.reading.wording.naming.test_contested import write_archive


def test_the_whole_archive_and_one_article(tmp_path: Path) -> None:
    articles = write_archive()
    with Archive.open(tmp_path, create=True) as archive:
        archive.add(Collected(a, a.text.encode(), "text/plain", a.id) for a in articles[1:])
        (pair,) = find_archive_naming(archive)
        assert {pair.left, pair.right} == {"unification", "absorption"}
        assert find_archive_naming(archive, ("harbour",)) == ()
        (own,) = find_naming_of(articles[0], archive)
        assert {own.left, own.right} == {"unification", "absorption"}
        report = check(articles[0], archive)
        (told,) = report.naming
        assert {told.left, told.right} == {"unification", "absorption"}
        named = {passage.article for use in own.uses for passage in use.passages}
        assert named <= {article.id for article in (*report.articles, report.article)}


def test_an_empty_archive_has_none(tmp_path: Path) -> None:
    with Archive.open(tmp_path, create=True) as archive:
        assert find_archive_naming(archive) == ()
        assert find_naming_of(write_archive()[0], archive) == ()
