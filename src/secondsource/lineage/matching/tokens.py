"""Cuts many texts into folded, hashed tokens at once, with where each token stands.

Case, diacritics, quotation marks, punctuation, soft hyphens, zero-width characters and
variation selectors do not change a token, nor do the digits of another script, letters that
only look like others (a Cyrillic "а" in a Latin word), the traditional form of a Chinese
character and a hyphen at the end of a line. In scripts without spaces (Chinese, Japanese,
Thai, Lao, Khmer, Burmese) every character is a token. All work is done by numpy over the
concatenated texts: no Python code runs per token.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate, chain

import numpy as np
import numpy.typing as npt

from secondsource.lineage.matching.chinese import SIMPLIFIED, TRADITIONAL

U16 = npt.NDArray[np.uint16]
U32 = npt.NDArray[np.uint32]
U64 = npt.NDArray[np.uint64]
I32 = npt.NDArray[np.int32]
I64 = npt.NDArray[np.int64]
F64 = npt.NDArray[np.float64]
Bool = npt.NDArray[np.bool_]
Kinds = npt.NDArray[np.uint8]

_SEPARATOR, _LETTER, _IGNORED, _ALONE = 0, 1, 2, 3
_CLASS_BITS = np.uint32(30)
_BASE = 0x9E3779B1  # odd, so that it has an inverse modulo 2**32
_MIX = np.uint64(0xFF51AFD7ED558CCD)
_CHARACTERS_AT_ONCE = 1 << 17  # the arrays of one round stay near the processor's cache

_BETWEEN = "\x1e"  # between texts; a line break would join a hyphenated end to the next text
_LINE_END = 10
_HYPHENS = (0x2D, 0xAD, 0x2010)

# Letters outside these ranges are looked up one by one when the table is made; these are
# uniform and too many for that.
_UNIFORM = (
    (0x3400, 0x4DC0, _ALONE),  # ideographs, extension A
    (0x4E00, 0xA000, _ALONE),  # ideographs
    (0xA000, 0xD7A4, _LETTER),  # Yi to Hangul syllables
    (0x10000, 0x1D000, _LETTER),  # historic scripts
    (0x20000, 0x323B0, _ALONE),  # ideographs, further extensions
    (0xE0000, 0xE01F0, _IGNORED),  # tags and variation selectors
)
_LOOKED_UP = (range(0x3400), range(0xF900, 0x10000), range(0x1D400, 0x1D800))
_WITHOUT_SPACES = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR")
_RADICALS = range(0x2F00, 0x2FE0)  # PDF files often have these in place of the ideographs
_HANGUL, _OF_ONE_LEAD, _LEAD = 0xAC00, 588, 0x1100  # 588 syllables begin with one consonant
_NOT_SEEN = frozenset((0x640, 0x115F, *range(0x1160, 0x1200), 0x3164, 0xFFA0))

# Letters that are written for one another: strokes that Unicode does not take for diacritics,
# letters of other scripts that look the same, Arabic spellings of one letter. Each letter of one
# script keeps a partner of its own, so that no two words of a language become one.
_WRITTEN = "łøđħıɑɡавекмнорстухіјѕԛԝһԁӏαβεζηικμνορτυχқғңөұүәҳҷґىةکیٱھہ"
_READ_AS = "lodhiagabekmhopctyxijsqwhdlabezhikmvoptuxkгhoyyaxчгيهكياهه"
_PLAIN = str.maketrans(_WRITTEN, _READ_AS)


@dataclass(frozen=True, slots=True)
class Words:
    """The hashed words of a list of texts, one after another.

    `hashes` (uint32) has one entry a word; `bounds` (int64, one more than there are texts)
    says where each text's words begin.
    """

    hashes: U32
    bounds: I64

    def __len__(self) -> int:
        return len(self.bounds) - 1

    @property
    def lengths(self) -> I64:
        """How many words each text has."""
        return np.diff(self.bounds)

    def owners(self) -> I32:
        """For each word the number of the text that it stands in."""
        return np.repeat(np.arange(len(self), dtype=np.int32), self.lengths)


@dataclass(frozen=True, slots=True)
class Tokens(Words):
    """Words with where they stand: `starts` and `ends` (int32), code points within the text."""

    starts: I32
    ends: I32


def tokenize(texts: Sequence[str]) -> Tokens:
    """The folded and hashed tokens of each text; equal words get equal hashes."""
    rounds = [_tokenize_round(texts[low:high]) for low, high in cut_rounds(texts)]
    if not rounds:
        empty = np.zeros(0, np.int32)
        return Tokens(np.zeros(0, np.uint32), np.zeros(1, np.int64), empty, empty)
    lengths = np.concatenate([part.lengths for part in rounds])
    return Tokens(
        np.concatenate([part.hashes for part in rounds]),
        bound(lengths),
        np.concatenate([part.starts for part in rounds]),
        np.concatenate([part.ends for part in rounds]),
    )


def bound(lengths: I64) -> I64:
    """Where each of several pieces begins when they stand one after another, and the end."""
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths)])


def cut_rounds(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """From which to which text each round of work goes."""
    low, size = 0, 0
    for high, text in enumerate(texts):
        if size and size + len(text) + 1 > _CHARACTERS_AT_ONCE:
            yield low, high
            low, size = high, 0
        size += len(text) + 1
    if low < len(texts):
        yield low, len(texts)


def hash_words(texts: Sequence[str]) -> Words:
    """The words of a few texts, as many as make a round, without the places where they stand."""
    hashes, starts, _ = _find_words(_BETWEEN.join(texts))
    return Words(hashes, np.searchsorted(starts, _find_offsets(texts)))


def _tokenize_round(texts: Sequence[str]) -> Tokens:
    hashes, starts, ends = _find_words(_BETWEEN.join(texts))
    offsets = _find_offsets(texts)
    bounds = np.searchsorted(starts, offsets)
    shift = np.repeat(offsets[:-1], np.diff(bounds))
    places = ((edges - shift).astype(np.int32) for edges in (starts, ends))
    return Tokens(hashes, bounds, *places)


def _find_offsets(texts: Sequence[str]) -> I64:
    """Where each text begins in all of them, joined, and where one more would."""
    return np.fromiter(accumulate((len(text) + 1 for text in texts), initial=0), np.int64)


def _find_words(text: str) -> tuple[U32, I64, I64]:
    """The hashes of a text's words, where they start and where they end."""
    codes = _encode(text)
    values = np.take(_table(), codes)
    kind = _mend_line_ends(codes, (values >> _CLASS_BITS).astype(np.uint8))
    kept = _find_kept(kind)
    if kept is not None:
        values, kind = values[kept], kind[kept]
    first, last = _token_edges(kind)
    hashes = _hash_tokens(values, first, last)
    return (hashes, first, last) if kept is None else (hashes, kept[first], kept[last - 1] + 1)


def _find_kept(kind: Kinds) -> I64 | None:
    """The places of the characters that are not ignored; None where none is."""
    ignored = kind == _IGNORED if kind.max(initial=0) >= _IGNORED else None
    return np.flatnonzero(~ignored) if ignored is not None and ignored.any() else None


def _encode(text: str) -> U16 | U32:
    """The code points of a text, in two bytes each where all of them fit."""
    short = text.encode("utf-16-le", "surrogatepass")
    if len(short) == 2 * len(text):
        return np.frombuffer(short, "<u2")
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")


def _mend_line_ends(codes: U16 | U32, kind: Kinds) -> Kinds:
    """The classes with a hyphen and the line's end ignored where they stand within a word."""
    at = np.flatnonzero(codes[2:-1] == _LINE_END) + 1  # what stands before the end of a line
    hyphen = np.zeros(len(at), bool)
    for code in _HYPHENS:
        hyphen |= codes[at] == code
    at = at[hyphen]
    at = at[(kind[at - 1] == _LETTER) & (kind[at + 2] == _LETTER)]
    kind[at] = kind[at + 1] = _IGNORED
    return kind


def _token_edges(kind: Kinds) -> tuple[I64, I64]:
    """Where tokens begin and end: runs of letters, and each character that stands alone."""
    inside = kind != _SEPARATOR
    around = np.zeros(len(kind) + 2, bool)
    around[1:-1] = inside
    breaks = around[1:] != around[:-1]
    if kind.max(initial=0) < _ALONE:
        edges = np.flatnonzero(breaks)
        return edges[0::2], edges[1::2]
    alone = kind == _ALONE
    begins, ends = breaks[:-1] & inside, breaks[1:] & inside
    begins |= alone
    ends |= alone
    begins[1:] |= inside[1:] & alone[:-1]
    ends[:-1] |= inside[:-1] & alone[1:]
    return np.flatnonzero(begins), np.flatnonzero(ends) + 1


def _hash_tokens(values: U32, first: I64, last: I64) -> U32:
    """A polynomial hash of each token's letters, the same wherever the token stands."""
    powers, inverses = _powers(max(len(values), _CHARACTERS_AT_ONCE).bit_length())
    sums = np.zeros(len(values) + 1, np.uint32)
    np.cumsum(values * powers[: len(values)], dtype=np.uint32, out=sums[1:])
    return _mix_short((sums[last] - sums[first]) * inverses[first])


def _mix_short(values: U32) -> U32:
    """The same values, well spread over all 32 bits (the finaliser of MurmurHash3)."""
    values = (values ^ (values >> np.uint32(16))) * np.uint32(0x85EBCA6B)
    values = (values ^ (values >> np.uint32(13))) * np.uint32(0xC2B2AE35)
    return values ^ (values >> np.uint32(16))


def mix(values: U64) -> U64:
    """The same values, well spread over all 64 bits (the finaliser of MurmurHash3)."""
    with np.errstate(over="ignore"):
        values = (values ^ (values >> np.uint64(33))) * _MIX
    return values ^ (values >> np.uint64(29))


@lru_cache(maxsize=2)
def _powers(bits: int) -> tuple[U32, U32]:
    """The powers of the base, and of its inverse, for 2**bits places."""
    bases = (_BASE, pow(_BASE, -1, 2**32))
    base, inverse = (np.cumprod(np.full(1 << bits, b, np.uint32), dtype=np.uint32) for b in bases)
    return base, inverse


@cache
def _table() -> U32:
    """For every code point its class (two bits) and a number for the letter that it folds to."""
    classes = np.zeros(0x110000, np.uint8)
    folded = np.arange(0x110000, dtype=np.uint32)
    for low, high, kind in _UNIFORM:
        classes[low:high] = kind
    # A syllable and its separate letters agree in the consonant that both begin with.
    syllables = np.arange(_HANGUL, 0xD7A4)
    folded[syllables] = _LEAD + (syllables - _HANGUL) // _OF_ONE_LEAD
    folded[[ord(c) for c in TRADITIONAL]] = [ord(c) for c in SIMPLIFIED]
    for code in chain(*_LOOKED_UP):
        letter = _fold(chr(code))
        classes[code] = _class_of(chr(code), letter)
        folded[code] = ord(letter)
    number = _mix_short(folded + np.uint32(1)) >> np.uint32(2)
    return number | (classes.astype(np.uint32) << _CLASS_BITS)


def _class_of(character: str, letter: str) -> int:
    """The class of a character that folds to a letter."""
    category = unicodedata.category(character)
    if category in ("Mn", "Me", "Cf") or ord(character) in _NOT_SEEN:
        return _IGNORED
    if category[0] not in "LN" and category != "Mc" and ord(character) not in _RADICALS:
        return _SEPARATOR
    if unicodedata.category(letter) == "Mn":
        return _IGNORED
    name = unicodedata.name(letter, "")
    return _ALONE if name.startswith(_WITHOUT_SPACES) else _LETTER


def _fold(character: str) -> str:
    """The plain letter or digit: without case, marks and width, in the commonest script."""
    if (digit := unicodedata.decimal(character, None)) is not None:
        return str(digit)
    plain = unicodedata.normalize("NFKD", character.casefold())
    first = next((c for c in plain if unicodedata.category(c) != "Mn"), plain[0])
    return first.translate(_PLAIN)
