"""How many words a shared stretch amounts to: without spaces a token is a character, not a word."""

from secondsource.lineage.matching.align import SHARED_PART, SHARED_TOKENS, Alignment
from secondsource.lineage.matching.fingerprint import GRAM
from secondsource.lineage.matching.grow import TokenStretch
from secondsource.lineage.matching.tokens import Tokens

# What one character says, in words of English. Chinese news has 1.9 characters to the English
# word (ntrex, the same documents in both), Japanese a little more, Thai about four. In 2,375
# articles of a Chinese daily the shared stretches of 20 to 35 characters were titles, lists of
# guests and formulas; from 40 on nearly all were reused text.
_PARTS = (
    (0x0E00, 0x0F00, 0.25),  # Thai, Lao
    (0x1000, 0x10A0, 0.25),  # Burmese
    (0x1780, 0x1800, 0.25),  # Khmer
    (0x3005, 0x3400, 0.5),  # kana
    (0x3400, 0xA000, 0.5),  # ideographs
    (0xF900, 0xFB00, 0.5),
    (0xFF66, 0xFFA0, 0.5),  # narrow kana
    (0x20000, 0x323B0, 0.5),
)
_CODE_MARKS, _CODE = "=;{}<>_|\\", 0.05  # of the characters; news prose has a semicolon in 1,000
_FIRST = _PARTS[0][0]


def share_enough(left: str, pair: Alignment, tokens: Tokens) -> bool:
    """Whether two texts share enough words: one long stretch, or half of the shorter.

    Args:
        left: the text of the pair's left article.
        pair: what the two texts share.
        tokens: the tokens of all texts.
    """
    counts = [count_words(left, stretch, pair, tokens) for stretch in pair.stretches]
    part = max(pair.left_coverage, pair.right_coverage)
    return max(counts) >= SHARED_TOKENS or (part >= SHARED_PART and sum(counts) >= GRAM)


def count_words(left: str, stretch: TokenStretch, pair: Alignment, tokens: Tokens) -> float:
    """How many words the equal tokens of a stretch amount to: none where it is program code."""
    base = int(tokens.bounds[pair.left])
    part = slice(base + stretch.left[0], base + stretch.left[1])
    starts, ends = tokens.starts[part], tokens.ends[part]
    if _is_code(left[starts[0] : ends[-1]]):
        return 0.0
    alone = starts[ends - starts == 1]
    if 2 * len(alone) < len(starts):
        return stretch.matched
    single = [_weigh(left[start]) for start in alone.tolist()]
    return stretch.matched * (sum(single) + len(starts) - len(alone)) / len(starts)


def _is_code(words: str) -> bool:
    """Whether a stretch is the code of an advertisement or a page, and nobody's prose."""
    return sum(map(words.count, _CODE_MARKS)) > _CODE * len(words)


def counts_characters(left: str, pair: Alignment, tokens: Tokens) -> bool:
    """Whether the shared tokens are characters for the most part, and are to be called so."""
    words = sum(count_words(left, stretch, pair, tokens) for stretch in pair.stretches)
    return 0 < words < 0.8 * pair.matched


def _weigh(character: str) -> float:
    code = ord(character)
    if code < _FIRST:
        return 1.0
    return next((weight for low, high, weight in _PARTS if low <= code < high), 1.0)
