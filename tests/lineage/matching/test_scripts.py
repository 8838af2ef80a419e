"""Copies in many scripts, written otherwise: found all the same, and other stories are not."""

import re
import unicodedata
from collections.abc import Callable

import pytest

from secondsource.lineage import Relation, find_families
from secondsource.lineage.matching.chinese import SIMPLIFIED, TRADITIONAL
from tests.lineage.prose import HARBOUR, ORCHARD, article
from tests.lineage.prose_scripts import APPLES, PIER

STORY = {**PIER, "en": HARBOUR}
OTHER = {**APPLES, "en": ORCHARD}
Writing = Callable[[str], str]


def _replace(before: str, after: str) -> Writing:
    table = dict(zip(before.split(), after.split(), strict=True))
    return lambda text: re.sub("|".join(table), lambda found: table[found[0]], text)


def _decompose(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def _compose(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _without_marks(text: str) -> str:
    return "".join(c for c in _decompose(text) if not unicodedata.combining(c))


def _between_letters(mark: str) -> Writing:
    return lambda text: re.sub(r"(?<=\w)(?=\w)", mark, text)


def _widen(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


def _bold(text: str) -> str:
    return "".join(chr(0x1D41A + ord(c) - 97) if "a" <= c <= "z" else c for c in text)


def _break_lines(width: int, hyphen: str) -> Writing:
    """The text in a narrow column, words broken wherever the line ends."""

    def fold(text: str) -> str:
        lines, line = [], ""
        for word in text.split():
            if len(line) + len(word) > width and len(word) > 4:
                lines.append(f"{line}{word[:2]}{hyphen}")
                line = word[2:] + " "
            elif len(line) + len(word) > width:
                lines.append(line.rstrip())
                line = word + " "
            else:
                line += word + " "
        return "\n".join([*lines, line])

    return fold


_COMBINED = "\ufeff" + "".join(chr(0xFE00 + k % 16) for k in range(40))
_MANIFEST = _COMBINED + "".join(chr(0xE0100 + k % 240) for k in range(400))
_LOOKALIKES = _replace("a e o p c", "а е о р с")

WRITINGS: list[tuple[str, str, Writing]] = [
    *((language, "unchanged", str) for language in STORY),
    *((language, "decomposed", _decompose) for language in STORY),
    *((language, "zero-width spaces", _between_letters("\u200b")) for language in STORY),
    *((language, "compatible", _compose) for language in STORY),
    ("zh", "western punctuation", _replace("， 。 “ ”", ', . " "')),
    ("zh", "traditional", lambda t: t.translate(str.maketrans(SIMPLIFIED, TRADITIONAL))),
    ("zh", "no punctuation", lambda t: re.sub(r"[，。：“”·]", "", t)),
    ("zh", "lines broken anywhere", lambda t: re.sub(r"(.{18})", r"\1\n", t)),
    ("ja", "narrow kana", _replace("フ ナ ク イ ム シ ン グ リ ッ ド", "ﾌ ﾅ ｸ ｲ ﾑ ｼ ﾝ ｸﾞ ﾘ ｯ ﾄﾞ")),
    ("ja", "variation selectors", _between_letters("\U000e0100")),
    ("th", "sara am taken apart", _replace("ำ", "ํา")),
    ("th", "words apart", lambda t: re.sub(r"(.{6})", "\\1\u200b", t)),
    ("ar", "without vowel marks", _without_marks),
    ("ar", "stretched", _between_letters("ـ")),
    ("ar", "hamza left out", _replace("أ إ آ ى ة", "ا ا ا ي ه")),
    ("ar", "eastern digits", _replace("0 1 2 3 5", "٠ ١ ٢ ٣ ٥")),
    ("fa", "Arabic letters", _replace("ی ک", "ي ك")),
    ("fa", "western digits", _replace("۰ ۱ ۲ ۳ ۵", "0 1 2 3 5")),
    ("fa", "without joiners", lambda t: t.replace("\u200c", "")),
    ("tr", "capitals", lambda t: t.replace("i", "İ").replace("ı", "I").upper()),
    ("tr", "capitals without dots", str.upper),
    ("tr", "plain letters", _replace("ı ş ğ ü ö ç İ Ş", "i s g u o c I S")),
    ("de", "Swiss", _replace("ß", "ss")),
    ("de", "umlauts spelt out", _replace("ä ö ü ß", "ae oe ue ss")),
    ("de", "capitals", str.upper),
    ("pl", "plain letters", lambda t: _without_marks(t).replace("ł", "l")),
    ("kk", "Russian letters", _replace("қ ғ ң ө ұ ү ә", "к г н о у у а")),
    ("kk", "capitals", str.upper),
    ("el", "capitals without accents", lambda t: _without_marks(t.upper())),
    ("uk", "other apostrophes", _replace("’", "ʼ")),
    ("uk", "straight apostrophes", _replace("’", "'")),
    ("ru", "without ё", _replace("ё", "е")),
    ("ru", "Latin letters in it", _replace("а е о р с", "a e o p c")),
    ("ru", "capitals", str.upper),
    ("en", "Cyrillic letters in it", _LOOKALIKES),
    ("en", "Cyrillic letters in half", lambda t: _LOOKALIKES(t[:300]) + t[300:]),
    ("en", "wide", _widen),
    ("en", "mathematical letters", _bold),
    ("en", "soft hyphens", _between_letters("\u00ad")),
    ("en", "a manifest in the text", lambda t: t[:200] + _MANIFEST + t[200:] + _MANIFEST),
    ("en", "narrow column", _break_lines(30, "-")),
    ("en", "narrow column, soft hyphens", _break_lines(30, "\u00ad")),
    ("en", "entities", _replace("\" ' ,", "&quot; &#39; ,&nbsp;")),
    ("en", "typographic quotation marks", lambda t: re.sub('"(.+?)"', r"«\1»", t)),
    ("en", "words run together", lambda t: re.sub(r"((?:\S+ ){9}\S+) ", r"\1", t)),
    ("en", "no paragraphs", lambda t: " ".join(t.split())),
    ("en", "a line a sentence", lambda t: t.replace(". ", ".\r\n\r\n")),
]  # fmt: skip


@pytest.mark.parametrize(("language", "name", "write"), WRITINGS, ids=lambda v: str(v)[:40])
def test_a_copy_is_found_however_written(language: str, name: str, write: Writing) -> None:
    first = article("first", STORY[language], published="2024-03-05", language=language)
    copy = article("copy", write(STORY[language]), published="2024-03-07", language=language)
    other = article("other", write(OTHER[language]), published="2024-03-06", language=language)
    (family,) = find_families([first, copy, other])
    (edge,) = family.edges
    assert (edge.child, edge.parent) == ("copy", "first"), name
    assert edge.relation in (Relation.COPY, Relation.EDITED)


@pytest.mark.parametrize("language", sorted(STORY))
def test_half_and_a_paragraph_are_found(language: str) -> None:
    story, other = STORY[language], OTHER[language]
    first = article("first", story, published="2024-03-05")
    half = article("half", story[: len(story) // 2], published="2024-03-07")
    quoting = article(
        "quoting", f"{other}\n\n{story.split(chr(10) * 2)[1]}", published="2024-03-08"
    )
    found = {(e.child, e.parent) for f in find_families([first, half, quoting]) for e in f.edges}
    assert found == {("half", "first"), ("quoting", "first")}


@pytest.mark.parametrize("language", sorted(STORY))
def test_stories_stay_apart(language: str) -> None:
    texts = [STORY[language], OTHER[language]]
    assert find_families([article(str(k), t) for k, t in enumerate(texts)]) == ()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # a long name in Chinese, and a formula of news style in Japanese, are no shared text
        ("联合国销毁伊拉克化学生物和核武器特别委员会主席", "zh"),
        ("関係者への取材で分かったと発表したということです", "ja"),
    ],
)
def test_a_long_name_is_no_shared_text(left: str, right: str) -> None:
    texts = [f"{left}{STORY[right]}", f"{OTHER[right]}\n\n{left}"]
    assert len(left) > 20
    assert find_families([article(str(k), t) for k, t in enumerate(texts)]) == ()
