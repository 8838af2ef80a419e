"""Pages that would hold up who reads them."""

import time
from contextlib import suppress

import pytest

from secondsource.collect.formats.tree import MAX_ATTRIBUTES, parse_page
from secondsource.errors import UnreadableError

FEW, MANY = MAX_ATTRIBUTES, MAX_ATTRIBUTES + 1


def crowd(count: int, form: str = " a{}=1") -> str:
    """A page with so many attributes in one element."""
    return f"<p{''.join(form.format(n) for n in range(count))}>words</p>"


@pytest.mark.parametrize(
    "form", [" a{}", " a{}=1", "\n/a{} = 1", ' a{}="<b c=>"', "a{}='x'", ' a{}="x"', " <a{}"]
)
def test_an_element_has_so_many_attributes(form: str) -> None:
    with pytest.raises(UnreadableError, match="more than 5,000 attributes"):
        parse_page(crowd(MANY, form if form[0] != "a" else f" b='1'{form}"))
    assert parse_page(crowd(FEW - 1, form)).text_content() == "words"


def test_all_elements_together_have_more() -> None:
    assert len(parse_page(f"<div>{crowd(FEW) * 3}</div>").findall(".//p")) == 3


def test_what_a_script_compares_is_no_element() -> None:
    script = f"<script>if (i<n {'&& x ' * MANY}) {{}}</script>"
    assert parse_page(f"<div>{script}<p>words</p></div>").findtext(".//p") == "words"


@pytest.mark.parametrize("piece", ["<a", "<a ", '<a b="', "<a b='<a b=\"", "<script", "<a b=", "<"])
def test_looking_for_them_takes_no_longer_than_reading(piece: str) -> None:
    start = time.monotonic()
    with suppress(UnreadableError):
        parse_page(piece * (2_000_000 // len(piece)))
    assert time.monotonic() - start < 20


@pytest.mark.parametrize(
    "page",
    [
        "<script{}></script>",
        "<script{}/>",
        "<!-- <script -->{p}",
        "<!-- <script> --!>{p}",
        "<!--><script></script>{p}-->",
        '<p title="<script>">{p}',
        '<p></p title="<script>">{p}',
        "<!x <script>{p}",
        "<style><script></style>{p}",
        "<textarea><script></textarea>{p}",
        "<script/>{p}",
        "<script>1</script>{p}",
        '<script><!--<script></script><a b="</script>{p}">',
        "<p><!-- {p}",
    ],
)
def test_nothing_hides_an_element_with_more(page: str) -> None:
    markup = page.replace("{p}", crowd(MANY)).replace(
        "{}", "".join(f" a{n}=1" for n in range(MANY))
    )
    with pytest.raises(UnreadableError, match="more than 5,000 attributes"):
        parse_page(f"<div>{markup}</div>")


@pytest.mark.parametrize("piece", ["<!--", "<!", "<style>", "<title><!--", "<!--<style>-->", "</"])
def test_looking_for_what_encloses_text_takes_no_longer_than_reading(piece: str) -> None:
    start = time.monotonic()
    with suppress(UnreadableError):
        parse_page(piece * (1_000_000 // len(piece)))
    assert time.monotonic() - start < 10


@pytest.mark.parametrize("inner", ["<a href='/x'>boat</a> ", "<span>boat</span> ", "boat<br>"])
def test_a_paragraph_holds_so_many_elements(inner: str) -> None:
    parse_page(f"<p>{inner * 2_000}</p>" + f"<div>{inner * 5_000}</div>")
    with pytest.raises(UnreadableError, match="more than 2,000 elements"):
        parse_page(f"<p>Boats.</p><div><p>{inner * 2_001}</p></div>")
