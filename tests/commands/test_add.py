"""`add`: what is printed, and what the JSON holds, of feeds, cut articles and stubs."""

import json
from pathlib import Path

from typer.testing import CliRunner, Result

from secondsource.cli import app
from tests.collect.feeds import WORDS, write_rss
from tests.collect.loopback import serve_site
from tests.collect.pages import PARAGRAPHS, make_page


def add(*words: str) -> Result:
    """What `secondsource add` does, allowed to ask this machine."""
    return CliRunner().invoke(app, ["add", "--allow-private", *words])


def test_a_feed_is_added_and_told_of(tmp_path: Path) -> None:
    full = f"<description>&lt;p&gt;{WORDS}&lt;/p&gt;</description>"
    with serve_site({"/a": make_page().encode()}) as site:
        items = [f"<link>{site.address}/a</link>", f"<link>{site.address}/gone</link>{full}"]
        site.pages["/feed"] = write_rss(*items).encode()
        words = (f"{site.address}/feed", "--archive", str(tmp_path / "archive"))
        first, again = add(*words, "--json", "-"), add(*words)
    told = json.loads(first.stdout)
    (feed,) = told["feeds"]
    assert first.exit_code == 0
    assert len(told["added"]) == 2
    assert (feed["title"], feed["entries"], feed["unchanged"]) == ("The Quay", 2, False)
    assert [kept["source"] for kept in feed["from_feed"]] == [f"{site.address}/gone"]
    assert "2 entries, 1 kept with the text that the feed has" in first.stderr
    assert "nothing new since it was asked last" in again.stderr


def test_what_is_cut_is_added_and_told_and_what_is_no_article_is_not(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "cut.txt").write_text(f"{PARAGRAPHS[0]}\nSubscribe to continue reading.")
    (tmp_path / "in" / "wall.txt").write_text("Please enable JavaScript in your browser.")
    words = (str(tmp_path / "in"), "--archive", str(tmp_path / "archive"))
    first, again = add(*words, "--json", "-"), add(*words, "--json", "-")
    told = json.loads(first.stdout)
    assert first.exit_code == 1
    assert told["cut"] == [{"id": told["added"][0], "source": str(tmp_path / "in" / "cut.txt")}]
    assert "the rest is for subscribers" in first.stderr
    (rejected,) = told["rejected"]
    assert "a request to switch on JavaScript" in rejected["reason"]
    assert json.loads(again.stdout)["cut"] == []
