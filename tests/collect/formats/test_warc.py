import gzip
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from secondsource.collect import Collected, CollectOptions, Rejected, collect
from tests.collect.captures import DATE, make_chunks, make_record, make_response, pack_wacz
from tests.collect.pages import PARAGRAPHS, make_page, make_pdf

PAGE = make_page().encode()
URL = "https://tide.example/boats"


def write(path: Path, *records: bytes) -> Path:
    path.write_bytes(b"".join(records))
    return path


def read(path: Path, options: CollectOptions | None = None) -> list[Collected | Rejected]:
    return list(collect(path, options))


def only(path: Path) -> Collected:
    (item,) = read(path)
    assert isinstance(item, Collected), item
    return item


def test_a_captured_page_is_an_article_at_its_own_address(tmp_path: Path) -> None:
    path = write(tmp_path / "crawl.warc", make_response(URL, PAGE))
    item = only(path)
    assert PARAGRAPHS[0] in item.article.text
    assert item.article.url == URL
    assert (item.raw, item.media_type) == (PAGE, "text/html")
    assert item.source == f"{path}: {URL} ({DATE})"


@pytest.mark.parametrize("name", ["crawl.warc.gz", "crawl", "crawl.bin"])
def test_told_by_its_content_and_packed_record_by_record(tmp_path: Path, name: str) -> None:
    records = [make_response(f"{URL}/{n}", PAGE) for n in range(3)]
    path = write(tmp_path / name, *map(gzip.compress, records))
    assert [item.article.url for item in read(path) if isinstance(item, Collected)] == [
        f"{URL}/{n}" for n in range(3)
    ]


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (gzip.compress(PAGE), {"Content_Encoding": "gzip"}),
        (make_chunks(PAGE), {"Transfer_Encoding": "chunked"}),
        (
            make_chunks(gzip.compress(PAGE)),
            {"Transfer_Encoding": "chunked", "Content_Encoding": "gzip"},
        ),
        # Undone by the crawler, which kept the headers:
        (PAGE, {"Transfer_Encoding": "chunked", "Content_Encoding": "gzip"}),
        (PAGE, {"Content_Encoding": "br"}),
        (PAGE, {"Content_Encoding": "none of these"}),
    ],
)
def test_encodings_are_undone(tmp_path: Path, body: bytes, headers: dict[str, str]) -> None:
    assert only(write(tmp_path / "a.warc", make_response(URL, body, **headers))).raw == PAGE


def test_the_charset_that_the_server_named_is_heard(tmp_path: Path) -> None:
    page = make_page(body=f"<p>Лодки опоздали. {'Начальник порта молчал. ' * 20}</p>", lang="ru")
    record = make_response(URL, page.encode("koi8-r"), Content_Type="text/html; charset=koi8-r")
    assert "Начальник порта молчал" in only(write(tmp_path / "a.warc", record)).article.text


def test_what_is_no_page_is_passed_over(tmp_path: Path) -> None:
    about = {"WARC-Target-URI": URL, "Content-Type": "application/http; msgtype=request"}
    path = write(
        tmp_path / "a.warc",
        make_record("warcinfo", {"Content-Type": "application/warc-fields"}, b"software: x\r\n"),
        make_record("request", about, b"GET /boats HTTP/1.1\r\n\r\n"),
        make_response(f"{URL}.png", b"\x89PNG", Content_Type="image/png"),
        make_response(f"{URL}/robots.txt", b"User-agent: *", Content_Type="text/plain"),
        make_response(f"{URL}/gone", PAGE, "404 Not Found"),
        make_response(f"{URL}/old", b"", "301 Moved", Location=URL),
        make_record("revisit", {"WARC-Target-URI": URL}, b"HTTP/1.1 200 OK\r\n\r\n"),
        make_response("dns:tide.example", PAGE),
        make_response(URL, PAGE),
    )
    assert only(path).article.url == URL


def test_a_page_kept_without_its_answer_and_a_pdf(tmp_path: Path) -> None:
    pdf = make_pdf(["The boats were late on Tuesday.", "Nobody was surprised."])
    path = write(
        tmp_path / "a.warc",
        make_record("resource", {"WARC-Target-URI": URL, "Content-Type": "text/html"}, PAGE),
        make_response(f"{URL}.pdf", pdf, Content_Type="application/pdf"),
    )
    found = [item for item in read(path) if isinstance(item, Collected)]
    assert [item.article.url for item in found] == [URL, f"{URL}.pdf"]
    assert "Nobody was surprised." in found[1].article.text


def test_a_bad_page_is_rejected_by_its_address_and_the_rest_goes_on(tmp_path: Path) -> None:
    bomb = gzip.compress(b"<p>boats " * 10_000_000)
    path = write(
        tmp_path / "a.warc",
        make_response(f"{URL}/empty", b""),
        make_response(f"{URL}/bomb", bomb, Content_Encoding="gzip"),
        make_response(f"{URL}/long", PAGE + b" " * 60_000),
        make_response(URL, PAGE),
    )
    *bad, good = read(path, CollectOptions(max_bytes=50_000))
    assert isinstance(good, Collected)
    told = [
        (i.source.split()[1].rpartition("/")[2], i.reason) for i in bad if isinstance(i, Rejected)
    ]
    assert [name for name, _ in told] == ["empty", "bomb", "long"]
    too_long = "the page has more than 50,000 bytes: save the article as text"
    assert [reason == too_long for _, reason in told] == [False, True, True]


def test_every_capture_of_a_page_is_given_in_order(tmp_path: Path) -> None:
    later = PAGE.replace(b"without a vote", b"with a vote")
    path = write(tmp_path / "a.warc", make_response(URL, PAGE), make_response(URL, later))
    assert [item.raw for item in read(path) if isinstance(item, Collected)] == [PAGE, later]


def test_wacz(tmp_path: Path) -> None:
    path = pack_wacz(
        tmp_path / "crawl.wacz",
        a_warc_gz=gzip.compress(make_response(f"{URL}/1", PAGE)),
        b_warc=make_response(f"{URL}/2", PAGE),
    )
    assert [item.article.url for item in read(path) if isinstance(item, Collected)] == [
        f"{URL}/1",
        f"{URL}/2",
    ]


def reason_of(path: Path) -> str:
    item = read(path)[-1]
    assert isinstance(item, Rejected)
    assert item.source == str(path)
    return item.reason


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_damage_is_told_after_what_stands_before_it(
    tmp_path: Path, pack: Callable[[bytes], bytes]
) -> None:
    record = pack(make_response(URL, PAGE))
    path = write(tmp_path / "a.warc", record, record[:-200])
    assert isinstance(read(path)[0], Collected)
    assert reason_of(path) == "the web archive breaks off within a page: fetch it anew"
    path = write(tmp_path / "a.warc", record, pack(b"no record\r\n\r\n"))
    assert reason_of(path).startswith("the web archive is damaged from here on (")


def test_a_web_archive_without_pages_says_so(tmp_path: Path) -> None:
    empty = write(tmp_path / "a.warc", make_response(URL, b"\x89PNG", Content_Type="image/png"))
    assert reason_of(empty) == "the web archive holds no page: look whether its crawl went well"
    assert reason_of(pack_wacz(tmp_path / "b.wacz")) == reason_of(empty)


def test_a_broken_wacz_and_a_zip_that_is_none(tmp_path: Path) -> None:
    broken = write(tmp_path / "a.wacz", b"PK\x03\x04 and no more")
    assert reason_of(broken).startswith("the WACZ is damaged or locked (")
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as packed:
        packed.writestr("archive/a.warc", make_response(URL, PAGE))
    assert reason_of(tmp_path / "b.zip").startswith("it is a ZIP archive or an office document")


def test_a_wacz_that_cannot_be_unpacked_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "a.wacz"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("archive/a.warc", make_response(URL, PAGE))
    data = bytearray(path.read_bytes())
    data[44:50] = b"\xff" * 6
    path.write_bytes(data)
    assert reason_of(path).startswith("the WACZ is damaged or locked (")


def test_damaged_bytes_never_end_the_batch(tmp_path: Path) -> None:
    chance = random.Random(7)
    whole = b"".join(make_response(f"{URL}/{n}", b"<p>Boats.</p>") for n in range(4))
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(chance.choice((1, 5, 30))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        path = write(tmp_path / "a.warc", bytes(data[: chance.randrange(20, len(data))]))
        for item in read(path):
            assert isinstance(item, Rejected)
            assert "report this with the file" not in item.reason
