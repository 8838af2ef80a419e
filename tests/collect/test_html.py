import json

import pytest

from secondsource.article import Credit, Link, Role
from secondsource.collect.html import read_html, split_byline
from secondsource.errors import UnreadableError
from tests.collect.pages import JSON_LD, PARAGRAPHS, make_page

HEAD = f"""<meta property="og:site_name" content="Tide Watch">
<link rel="canonical" href="https://tidewatch.example/boats">
<script type="application/ld+json">{JSON_LD}</script>"""


def test_article_and_metadata_are_taken_from_a_page() -> None:
    article = read_html(make_page(HEAD).encode(), url="https://tidewatch.example/boats?from=mail")
    for sentence in (PARAGRAPHS[0], PARAGRAPHS[1], PARAGRAPHS[3]):
        assert sentence in article.text
    assert "nobody reads" not in article.text
    assert article.title == "Boats are late"
    assert article.outlet == "Tide Watch"
    assert article.byline == ("Mara Quill", "Tom Ashby")
    assert article.published == "2021-02-03T08:15:00+00:00"
    assert article.language == "en"
    assert article.url == "https://tidewatch.example/boats?from=mail"
    assert article.canonical == "https://tidewatch.example/boats"


def test_links_of_the_article_are_kept_and_those_of_the_menu_are_not() -> None:
    article = read_html(make_page(HEAD).encode(), url="https://tidewatch.example/boats")
    assert article.links == (Link("https://tidewatch.example/archive/storm", "the storm"),)


def test_origin_in_the_metadata_becomes_credits_without_spans() -> None:
    credits = read_html(make_page(HEAD).encode()).credits
    assert credits == (
        Credit(Role.AUTHOR, "Mara Quill"),
        Credit(Role.AUTHOR, "Tom Ashby"),
        Credit(Role.ORIGINAL_OUTLET, "quay.example", url="https://www.quay.example/original"),
        Credit(Role.ORIGINAL_OUTLET, "vestnik.example", url="https://vestnik.example/lodki"),
        Credit(Role.OTHER, "Quay Media"),
    )


def test_broken_json_ld_is_passed_over() -> None:
    head = '<script type="application/ld+json">{"@type": "NewsArticle", </script>'
    assert read_html(make_page(head).encode()).title == "Boats are late"


def test_text_that_the_extraction_loses_is_taken_from_the_json_ld() -> None:
    body = "\n".join(PARAGRAPHS[:2] * 4)
    stated = json.dumps({"@type": "Article", "articleBody": body})
    head = f'<script type="application/ld+json">{stated}</script>'
    article = read_html(make_page(head, body="<p>Subscribe to read on, please.</p>").encode())
    assert PARAGRAPHS[1] in article.text


def test_undeclared_cyrillic_page_is_readable() -> None:
    sentence = "Портовый совет собрался во вторник, чтобы обсудить плату за стоянку лодок. "
    page = make_page(body=f"<p>{sentence * 3}</p><p>{sentence * 4}</p>", lang="ru")
    article = read_html(page.encode("cp1251"))
    assert sentence.strip() in article.text


def test_declared_encoding_is_used() -> None:
    page = make_page('<meta charset="iso-8859-2">', body=f"<p>{'Łódź płynęła źle. ' * 20}</p>")
    assert "Łódź płynęła źle." in read_html(page.encode("iso-8859-2")).text


UNREADABLE = [
    (b"<!DOCTYPE html><html><body></body></html>", "no article text was found"),
    (b"<html><body><script>load()</script></body></html>", "no article text was found"),
    (b"<html>" + b"<div>" * 5000 + b"deep" + b"</div>" * 5000, "nests its elements"),
]


@pytest.mark.parametrize(("data", "reason"), UNREADABLE)
def test_page_without_an_article_says_so(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        read_html(data)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Mara Quill and Tom Ashby"], ["Mara Quill", "Tom Ashby"]),
        (["Mara Quill, Tom Ashby"], ["Mara Quill", "Tom Ashby"]),
        (["Mara Quill, AFP"], ["Mara Quill", "AFP"]),
        (["Mara Quill, professor of tides"], ["Mara Quill, professor of tides"]),
        (["Quay and Tide"], ["Quay and Tide"]),
        ([" ", "Mara Quill"], ["Mara Quill"]),
    ],
)
def test_joined_byline_is_split_into_names(names: list[str], expected: list[str]) -> None:
    assert list(split_byline(names)) == expected
