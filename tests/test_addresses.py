"""Which addresses count as the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.addresses import address_keys, hide_users_in, normalise_address
from secondsource.article import Article

SAME = [
    # what differs, one, the other
    ("fragment", "https://a.example/x#part", "https://a.example/x"),
    ("tracking", "https://a.example/x?utm_source=mail&UTM_medium=b", "https://a.example/x"),
    ("click id", "https://a.example/x?id=7&fbclid=Zz", "https://a.example/x?id=7"),
    ("port", "https://a.example:443/x", "https://a.example/x"),
    ("scheme and port", "http://a.example:80/x", "https://a.example/x"),
    ("slash", "https://a.example/x/", "https://a.example/x"),
    ("front page", "https://a.example/", "https://a.example"),
    ("capitals of the host", "HTTPS://A.Example/x", "https://a.example/x"),
    ("escaped letters", "https://a.example/речь", "https://a.example/%D1%80%d0%b5%D1%87%D1%8C"),
    ("spaces around", "  https://a.example/x\n", "https://a.example/x"),
    ("a host in Cyrillic", "https://пример.example/x", "https://xn--e1afmkfd.example/x"),
]
DIFFERENT = [
    ("path", "https://a.example/x", "https://a.example/y"),
    ("capitals of the path", "https://a.example/X", "https://a.example/x"),
    ("query", "https://a.example/x?id=7", "https://a.example/x?id=8"),
    ("order of the query", "https://a.example/x?a=1&b=2", "https://a.example/x?b=2&a=1"),
    ("port", "https://a.example:8443/x", "https://a.example/x"),
    ("host", "https://a.example/x", "https://b.example/x"),
    ("cp1251 escapes", "https://a.example/%F0", "https://a.example/%F1"),
]


@pytest.mark.parametrize(("what", "one", "other"), SAME)
def test_same_address(what: str, one: str, other: str) -> None:
    assert normalise_address(one) == normalise_address(other), what


@pytest.mark.parametrize(("what", "one", "other"), DIFFERENT)
def test_different_address(what: str, one: str, other: str) -> None:
    assert normalise_address(one) != normalise_address(other), what


ADDRESS = st.one_of(
    st.text(),
    st.builds(
        "{}://{}{}{}{}".format,
        st.sampled_from(["http", "https", "HTTP", "ftp"]),
        st.text("abc.:[]@ЯÖß80443", max_size=12),
        st.text("/ab%2f#?;=&Ж ", max_size=12).map(lambda path: "/" + path),
        st.text("?&=utm_sourceid%41", max_size=12),
        st.text("#ab", max_size=3),
    ),
)


@given(ADDRESS)
def test_normalising_twice_changes_nothing(url: str) -> None:
    once = normalise_address(url)
    assert normalise_address(once) == once


CANONICAL = [
    # url, canonical, whether the canonical address counts
    ("https://a.example/x?s=1", "https://a.example/x", True),
    ("https://m.a.example/x", "https://www.a.example/y", True),
    (None, "https://a.example/x", True),
    ("https://a.example/x", "https://a.example/", False),  # the front page, for every article
    ("https://b.example/reprint", "https://a.example/x", False),  # a reprint names its original
    ("https://a.example/x", "/y", False),
    ("https://a.example/x", "https://[broken/y", False),
    ("file name.txt", "https://a.example/x", False),
]


@pytest.mark.parametrize(("url", "canonical", "counts"), CANONICAL)
def test_when_a_canonical_address_counts(url: str | None, canonical: str, counts: bool) -> None:
    keys = address_keys(Article(id="a", text="t", url=url, canonical=canonical))
    assert (normalise_address(canonical) in keys) == counts


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("See https://ann:pw@a.example/x.", "See https://a.example/x."),
        ("http://ann@a.example and ftp://b:c@b.example", "http://a.example and ftp://b.example"),
        ("https://a.example and ann@b.example", "https://a.example and ann@b.example"),
        ("https://a.example/@ann", "https://a.example/@ann"),
        ("https://a.example,ann@b.example", "https://a.example,ann@b.example"),
        ("“https://a.example”@ann", "“https://a.example”@ann"),
        ("https://ann:p,w@a.example", "https://a.example"),
        ("at 10:30@station, @ann@social.example", "at 10:30@station, @ann@social.example"),
    ],
)
def test_words_keep_all_but_names_and_passwords_in_addresses(words: str, kept: str) -> None:
    assert hide_users_in(words) == kept
