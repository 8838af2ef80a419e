"""Tweets, claims and translated news are read from whatever parts a folder holds."""

from argparse import Namespace
from pathlib import Path

from evals.factcheck import _measure, _share
from evals.factcheck_data import (
    CLEF,
    NTREX,
    find_languages,
    read_disinformation,
    read_news,
    read_translated,
    read_tweets,
    read_verified,
)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8-sig", newline="\r\n")


def test_tweets_are_read_with_their_claims_and_others_left_out(tmp_path: Path) -> None:
    folder = tmp_path / CLEF / "test"
    _write(folder / "tweets.queries.tsv", "\ttweet_content\n1\tIt rains.\n2\tIt snows.\n\n")
    _write(folder / "test.qrels", "1\t0\t7\t1\n2\t0\t7\t0\n\n")
    assert [(t.id, t.text, t.relevant) for t in read_tweets(tmp_path, "test")] == [
        ("1", "It rains.", frozenset({"7"}))
    ]
    _write(tmp_path / CLEF / "verified_claims.docs.tsv", "\tvclaim\ttitle\n7\tIt rained.\tRain\n")
    assert [check.title for check in read_verified(tmp_path).values()] == ["Rain"]


def test_empty_folders_hold_nothing_and_give_no_figure(tmp_path: Path) -> None:
    for name in (CLEF, f"{CLEF}/test", NTREX, "factcheck/euvsdisinfo"):
        (tmp_path / name).mkdir(parents=True)
    assert (read_tweets(tmp_path, "test"), read_verified(tmp_path)) == ([], {})
    assert (read_news(tmp_path, 1), read_disinformation(tmp_path, 9)) == ((), [])
    options = Namespace(data=tmp_path, part=None, peers=False)
    assert _measure(options, tmp_path, tmp_path) == {"clef2020_map5": None}
    assert _share([]) is None


def test_news_is_read_in_the_languages_that_are_there(tmp_path: Path) -> None:
    _write(tmp_path / NTREX / "DOCUMENT_IDS.tsv", "a\na\nb\n")
    _write(tmp_path / NTREX / "newstest2019-src.eng.txt", "One\u2028more.\nTwo.\nThree.\n")
    assert find_languages(tmp_path) == []
    _write(tmp_path / NTREX / "newstest2019-ref.deu.txt", "Eins.\nZwei.\nDrei.\n")
    assert find_languages(tmp_path) == ["deu"]
    assert read_news(tmp_path, 1) == ("Three.",)
    assert read_translated(tmp_path, "deu").english == ("One\u2028more.", "Two.", "Three.")
