"""What a Russian reader is told of a job that failed and of what was not taken."""

import pytest

from secondsource.article import Article
from secondsource.collect import Rejected
from secondsource.collect.collect import read_bytes
from secondsource.collect.fetching.target import find_target
from secondsource.collect.fetching.url import fetch_page
from secondsource.collect.formats.pdf import read_pdf
from secondsource.collect.formats.sniff import MediaType, name_type
from secondsource.collect.formats.tree import parse_page
from secondsource.collect.options import CollectOptions
from secondsource.errors import CollectError, ComparisonError
from secondsource.jobs.compare import compare_given
from secondsource.messages import use_language
from secondsource.web.work.job import Job, Kind, State, Task
from secondsource.web.work.words import say_now, say_reason

TASK = Task(Kind.ADD_ADDRESS, ("https://a.example/",), "a.example")
CROWD = f"<p{''.join(f' a{n}' for n in range(5_100))}>"


@pytest.mark.parametrize(
    ("refuse", "told"),
    [
        (lambda: read_pdf(b"no pdf"), "файл PDF не открывается ("),
        (lambda: read_bytes(b"\x00\x01" * 40, MediaType.TEXT), "это не текст"),
        (lambda: read_bytes(b"<p></p>", MediaType.HTML), "страниц"),
        (lambda: name_type(b"\x89PNG\r\n", ".html"), "читаются HTML"),
        (lambda: parse_page(CROWD), "больше атрибутов, чем 5,000"),
        (lambda: find_target("ftp://a.example/", allow_private=False), "не адрес в интернете"),
        (lambda: find_target("http://127.0.0.1/", allow_private=False), "127.0.0.1 — адрес этого"),
        (
            lambda: fetch_page("http://127.0.0.1:9/", CollectOptions(allow_private=True)),
            "не отвечает (",
        ),
    ],
)
def test_why_an_item_was_not_taken(refuse: object, told: str) -> None:
    with pytest.raises(CollectError) as caught:
        refuse()  # type: ignore[operator]
    item = Rejected("a", str(caught.value))
    assert say_reason(item) == str(caught.value)
    with use_language("ru"):
        assert told in say_reason(item)


def test_a_worker_that_ended_early() -> None:
    line = (
        "The process that did this ended early (code -9). What was finished is kept. It may have "
        "run out of memory, or was held up by one item for hours: try again with fewer articles."
    )
    job = Job(1, TASK, "Anna", "2026-11-29T05:00:00+00:00", state=State.FAILED, line=line)
    with use_language("ru"):
        said = say_now(job)
    assert "прервался раньше времени (код -9)" in said
    assert "ended early" not in said


def test_two_that_are_one_article() -> None:
    one = Article("a", "Words.")
    with use_language("ru"), pytest.raises(ComparisonError, match="одна и та же статья, a:"):
        compare_given(one, one, None)
