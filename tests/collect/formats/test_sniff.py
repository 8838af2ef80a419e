"""What a file is, told from its first bytes."""

import time

import pytest

from secondsource.collect.formats.sniff import MediaType, name_type

TELLING = [
    (b"<!-- saved --><!-- twice -->\n<html><body>", "", MediaType.HTML),
    (b"<!-- a --><?xml-stylesheet href='a'?><!-- b --><rss version='2.0'>", ".xml", MediaType.FEED),
    (b"<!-- a --> and --> <html>", ".txt", MediaType.TEXT),
]


@pytest.mark.parametrize(("head", "suffix", "kind"), TELLING)
def test_a_file_is_known_by_what_follows_its_comments(
    head: bytes, suffix: str, kind: MediaType
) -> None:
    assert name_type(head, suffix) is kind


@pytest.mark.parametrize("comment", [b"<!---->", b"<!-- -->\n", b"<!--<!-- -->"])
@pytest.mark.parametrize("start", [b"", b"<?xml version='1.0'?>", b"<!doctype rss>"])
def test_no_number_of_comments_holds_up_the_reader(start: bytes, comment: bytes) -> None:
    begun = time.process_time()
    assert name_type((start + comment * 600)[:4096], ".html") is MediaType.HTML
    assert time.process_time() - begun < 1


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16"])
@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<!DOCTYPE html><html><p>Лодки</p></html>", MediaType.HTML),
        ('<?xml version="1.0"?><rss><channel></channel></rss>', MediaType.FEED),
        ("Лодки опаздывают.", MediaType.TEXT),
    ],
)
def test_utf16_is_told_with_and_without_its_mark(encoding: str, text: str, kind: str) -> None:
    assert name_type(text.encode(encoding), "") is kind
