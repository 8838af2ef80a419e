import json
from collections.abc import Mapping

import pytest

from secondsource.article import Credit, Link, Role
from secondsource.collect.formats.html import read_html, split_byline
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
        (["By Mara Quill and Tom Ashby"], ["Mara Quill", "Tom Ashby"]),
        (["Mara Quill, Political Editor"], ["Mara Quill"]),
        (["Staff Writer"], ["Staff Writer"]),
        (["Byron Quill"], ["Byron Quill"]),
        (["Von Mara Quill und Tom Ashby"], ["Mara Quill", "Tom Ashby"]),
        (["Par Mara Quill"], ["Mara Quill"]),
        (["Von Quill"], ["Von Quill"]),
        ([" ", "Mara Quill"], ["Mara Quill"]),
    ],
)
def test_joined_byline_is_split_into_names(names: list[str], expected: list[str]) -> None:
    assert list(split_byline(names)) == expected


def make_stating(*objects: Mapping[str, object], head: str = "") -> bytes:
    """A page whose JSON-LD states these objects."""
    stated = json.dumps([{"@type": "NewsArticle", **each} for each in objects])
    return make_page(f'{head}<script type="application/ld+json">{stated}</script>').encode()


def test_signs_that_html_writes_as_entities_are_read_as_signs() -> None:
    article = read_html(
        make_stating(
            {
                "headline": "Mayor &quot;won&#8217;t stop&quot; ferry &amp; bus",
                "author": {"name": "Se&aacute;n O&#8217;Quill"},
                "publisher": {"name": "Quay &amp; Harbour"},
            }
        )
    )
    assert article.title == 'Mayor "won’t stop" ferry & bus'
    assert article.byline == ("Seán O’Quill",)
    assert article.outlet == "Quay & Harbour"


def test_half_a_character_in_the_metadata_loses_no_page() -> None:
    stated = {"headline": "Boats are late \ud83d", "author": {"name": "Mara\ud83d Quill"}}
    article = read_html(make_stating(stated))
    assert article.title == "Boats are late \ufffd"
    assert article.byline == ("Mara\ufffd Quill",)


def test_a_body_in_the_metadata_keeps_its_paragraphs() -> None:
    stated = {"articleBody": "\r\n\r\n".join([*PARAGRAPHS[:2], *PARAGRAPHS[3:]] * 4)}
    head = (
        f'<script type="application/ld+json">{json.dumps({"@type": "Article"} | stated)}</script>'
    )
    article = read_html(make_page(head, body="<p>Subscribe to read on, please.</p>").encode())
    assert article.text.split("\n")[:2] == list(PARAGRAPHS[:2])


OWN = {"headline": "Boats are late", "datePublished": "2021-02-03"}
CANONICAL = '<link rel="canonical" href="https://tidewatch.example/boats">'
OTHERS: list[Mapping[str, object]] = [
    {"headline": "Other news", "url": "https://tidewatch.example/other"},
    {"@type": "ClaimReview", "author": {"name": "Check Desk"}, "datePublished": "2011-01-01"},
]


@pytest.mark.parametrize("other", OTHERS)
@pytest.mark.parametrize("own", ["url", "@id", "mainEntityOfPage"])
def test_of_several_articles_the_one_that_names_the_page_is_its_own(
    other: Mapping[str, object], own: str
) -> None:
    page = make_stating(other, OWN | {own: "http://tidewatch.example/boats/"}, head=CANONICAL)
    article = read_html(page)
    assert (article.title, article.published) == ("Boats are late", "2021-02-03")


@pytest.mark.parametrize("own", ["http://tidewatch.example/boats/", "/boats"])
def test_without_a_canonical_address_the_page_is_where_it_was_fetched(own: str) -> None:
    other = OWN | {"headline": "Another tide", "url": "/another"}
    article = read_html(
        make_stating(other, OWN | {"url": own}), url="https://tidewatch.example/boats"
    )
    assert article.title == "Boats are late"


def test_what_an_article_reviews_is_not_the_article() -> None:
    article = read_html(make_stating(OTHERS[1], OWN))
    assert (article.published, article.byline) == ("2021-02-03", ())
    assert read_html(make_stating(OTHERS[1])).byline == ("Check Desk",)


@pytest.mark.parametrize(
    "stated", ["1970-01-01T00:00:00Z", "0001-01-01T00:00:00", "2999-05-06T07:08:09Z"]
)
def test_a_date_that_cannot_be_is_not_taken(stated: str) -> None:
    meta = '<meta name="date" content="2021-02-03">'
    assert read_html(make_stating({"datePublished": stated}, head=meta)).published == "2021-02-03"


FRONT = [
    '<link rel="canonical" href="https://tidewatch.example/">',
    '<link rel="canonical" href="https://tidewatch.example/#top">',
    '<link rel="canonical" href="/"><meta property="og:url" content="https://tidewatch.example">',
]


@pytest.mark.parametrize("head", FRONT)
def test_a_saved_page_is_not_at_the_front_page_that_it_names(head: str) -> None:
    article = read_html(make_page(head).encode())
    assert (article.url, article.canonical) == (None, None)


def test_where_the_front_page_is_named_as_canonical_the_other_address_counts() -> None:
    head = f'{FRONT[0]}<meta property="og:url" content="https://tidewatch.example/boats">'
    assert read_html(make_page(head).encode()).url == "https://tidewatch.example/boats"


RUSSIAN = "Портовый совет собрался во вторник, чтобы обсудить, как быть с платой за стоянку лодок. "
UKRAINIAN = "Портова рада зібралася у вівторок, щоб обговорити, що робити з платою за стоянку. "
LANGUAGES = [
    ("en-US", RUSSIAN, "ru"),
    ("uk", RUSSIAN, "ru"),
    ("ru", UKRAINIAN, "uk"),
    ("ru", " ".join(PARAGRAPHS), "en"),
    ("mn", RUSSIAN, "mn"),
    ("en", "Boats 123. " * 5, "en"),
]


@pytest.mark.parametrize(("stated", "text", "language"), LANGUAGES)
def test_the_text_tells_its_language_where_the_page_states_a_wrong_one(
    stated: str, text: str, language: str
) -> None:
    page = make_page(body=f"<p>{text * 3}</p>" * 3, lang=stated)
    assert read_html(page.encode()).language == language


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_page_in_utf16_without_its_mark(encoding: str) -> None:
    page = make_page('<meta charset="utf-16">', body=f"<p>{'Łódź płynęła źle. ' * 20}</p>")
    assert "Łódź płynęła źle." in read_html(page.encode(encoding)).text
