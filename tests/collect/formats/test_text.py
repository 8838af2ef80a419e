import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.collect.formats.text import decode_bytes, find_headline, make_storable, read_text
from secondsource.errors import UnreadableError

RUSSIAN = "Портовый совет собрался во вторник, чтобы обсудить плату за стоянку лодок.\n" * 3
GERMAN = "Der Hafenrat traf sich am Dienstag, über die Gebühren zu reden; schön war es nicht.\n"

ITALIAN = "Il sindaco è arrivato in città: la libertà non c’è più, perché la società è così.\n"
ENGLISH = "The mayor said: “We’ll stop the ferry” – and so it was…\n"
CHINESE = "外交部发言人朱镕基表示，囧这个字很重要。\n"
JAPANESE = "①日本語の記事です。\n"
CZECH = "Příliš žluťoučký kůň úpěl ďábelské ódy, řekl starosta města.\n"
POLISH = "Rada portu zebrała się we wtorek, żeby omówić opłaty za łodzie; są wyższe.\n"
UKRAINIAN = "Портова рада зібралася у вівторок, щоб обговорити плату за стоянку її човнів.\n" * 3
FRENCH = "Le conseil du port s’est réuni mardi ; la fête était prête à être gâchée, ça va.\n"
SPANISH = "¿Dónde está el niño? La reunión del puerto terminó sin acuerdo, dijo el señor.\n"

ENCODED = [
    (RUSSIAN.encode("cp1251"), None, RUSSIAN, "cp1251"),
    (RUSSIAN.encode("koi8-r"), None, RUSSIAN, "koi8-u"),
    (RUSSIAN.encode("cp1251"), "windows-1251", RUSSIAN, "cp1251"),
    (RUSSIAN.encode("utf-8-sig"), None, RUSSIAN, "utf-8"),
    (RUSSIAN.encode("utf-16"), None, RUSSIAN, "utf-16-le"),
    (GERMAN.encode("cp1252"), None, GERMAN, "cp1252"),
    (GERMAN.encode("utf-8"), "cp1251", GERMAN, "utf-8"),
    (GERMAN.encode("cp1252"), "no-such-code", GERMAN, "cp1252"),
    (RUSSIAN.replace("\n", "\r\n").encode(), None, RUSSIAN, "utf-8"),
    # What the names mean on the web.
    (ENGLISH.encode("cp1252"), "ISO-8859-1", ENGLISH, "cp1252"),
    (ENGLISH.encode("cp1252"), "us-ascii", ENGLISH, "cp1252"),
    (CHINESE.encode("gbk"), "gb2312", CHINESE, "gb18030"),
    (JAPANESE.encode("cp932"), "Shift_JIS", JAPANESE, "cp932"),
    # A declaration that is wrong, as that of a server for all of its pages.
    (RUSSIAN.encode("koi8-r"), "windows-1251", RUSSIAN, "koi8-u"),
    (RUSSIAN.encode("cp1251"), "iso-8859-1", RUSSIAN, "cp1251"),
    (RUSSIAN.upper().encode("cp1251"), "windows-1251", RUSSIAN.upper(), "cp1251"),
    # Accents that in a Cyrillic code page would be its most frequent letters.
    (ITALIAN.encode("cp1252"), None, ITALIAN, "cp1252"),
    (ITALIAN.encode("cp1252"), "iso-8859-1", ITALIAN, "cp1252"),
    (RUSSIAN.encode("cp866"), None, RUSSIAN, "cp866"),
    (UKRAINIAN.encode("koi8-u"), None, UKRAINIAN, "koi8-u"),
    (UKRAINIAN.encode("cp1251"), None, UKRAINIAN, "cp1251"),
    # Central European, which only Polish is told to be.
    (POLISH.encode("cp1250"), None, POLISH, "cp1250"),
    (POLISH.encode("iso-8859-2"), None, POLISH, "iso8859-2"),
    (POLISH.encode("cp1250"), "windows-1250", POLISH, "cp1250"),
    (GERMAN.encode("cp1250"), None, GERMAN, "cp1252"),
    (SPANISH.encode("cp1252"), None, SPANISH, "cp1252"),
    (FRENCH.encode("cp1252"), None, FRENCH, "cp1252"),
    ("Es fasst 30 m³.\n".encode("cp1252"), None, "Es fasst 30 m³.\n", "cp1252"),
    ("Es kostet 30\xa0Euro.\n".encode("cp1252"), None, "Es kostet 30\xa0Euro.\n", "cp1252"),
    # UTF-16 without a mark.
    *(
        (text.encode(encoding), declared, text, encoding)
        for text in (RUSSIAN, UKRAINIAN, GERMAN, POLISH, FRENCH, SPANISH, ENGLISH)
        for encoding in ("utf-16-le", "utf-16-be")
        for declared in (None, "utf-8", "utf-16")
    ),
    ((CHINESE * 9).encode("utf-16-be"), "UTF-16BE", CHINESE * 9, "utf-16-be"),
]


@pytest.mark.parametrize(("data", "declared", "text", "encoding"), ENCODED)
def test_text_is_decoded(data: bytes, declared: str | None, text: str, encoding: str) -> None:
    decoded = decode_bytes(data, declared)
    assert (decoded.text, decoded.encoding, decoded.damaged) == (text, encoding, 0)


@pytest.mark.parametrize("declared", ["base64", "hex", "rot13", "idna", "undefined"])
def test_what_is_no_encoding_of_a_page_is_not_believed(declared: str) -> None:
    assert decode_bytes("Café +AGE-".encode("cp1252"), declared).text == "Café +AGE-"


def test_no_escapes_are_read_that_no_browser_reads() -> None:
    data = "Café \\u0041".encode("cp1252")
    assert decode_bytes(data, "unicode_escape").text == "Café \\u0041"


def test_a_few_broken_bytes_leave_the_rest_readable() -> None:
    data = RUSSIAN.encode()[:60] + b"\xff\xfe\xff" + RUSSIAN.encode()[60:]
    decoded = decode_bytes(data)
    assert decoded.encoding == "utf-8"
    assert decoded.damaged == 3
    assert "обсудить плату" in decoded.text


@pytest.mark.parametrize(
    ("text", "encoding", "declared"),
    [
        (CZECH, "cp1250", "windows-1250"),
        (CHINESE, "gbk", "gb2312"),
        (GERMAN, "utf-8", "iso-8859-1"),
    ],
)
def test_a_broken_byte_does_not_change_what_the_rest_is(
    text: str, encoding: str, declared: str
) -> None:
    decoded = decode_bytes((text * 9).encode(encoding) + b"\x81", declared)
    assert decoded.text.startswith(text)
    assert decoded.damaged == 1


@pytest.mark.parametrize(
    "data", [b"The boats\0were late.", b"\x89PNG\r\n\x1a\n\0\0", bytes(range(1, 32)) * 9]
)
def test_what_is_not_text_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError, match=r"NUL|binary"):
        decode_bytes(data)


@pytest.mark.parametrize("data", [b"", b" \n\t\n", "\ufeff".encode()])
def test_empty_text_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="empty"):
        read_text(data)


HEADLINES = [
    ("Boats are late\n\nThe boats were late.", "Boats are late"),
    ("\n  Boats are late…\nThe boats were late.", "Boats are late…"),
    ("Are the boats late?\nYes.", "Are the boats late?"),
    ("The boats were late.\nNobody minded.", None),
    ("Boats are late", None),
    ("Boats " * 30 + "\nThe boats were late.", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "title"), HEADLINES)
def test_headline(text: str, title: str | None) -> None:
    assert find_headline(text) == title


READABLE = st.text(
    alphabet=st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\r\t")
)


@given(READABLE)
def test_utf8_comes_back_but_for_line_ends(text: str) -> None:
    decoded = decode_bytes(text.encode())
    expected = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    assert decoded.text == expected


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_storing_moves_no_offset(text: str) -> None:
    stored = make_storable(text)
    assert len(stored) == len(text)
    assert "\0" not in stored
    stored.encode("utf-8")
