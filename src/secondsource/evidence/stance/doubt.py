"""Words by which an English text refutes, doubts, reports at second hand, or confirms.

Refuting words are among the best signs of an article that disputes its headline (Ferreira and
Vlachos, NAACL 2016; the baseline of the Fake News Challenge, 2017).
"""

import math
import re
from functools import lru_cache

_REFUTING = (
    r"fake[ds]?|fraud|hoax(?:es|ed|er)?|false(?:ly)?|untrue|den(?:y|ies|ied|ying|ials?)|"
    r"debunk\w*|disput(?:e[ds]?|ing)|refut\w+|rebut\w*|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|"
    r"bogus|baseless|unfounded|made[- ]up|fabricat\w+|fiction(?:al)?|satir\w+|parody|"
    r"prank(?:s|ed)?|myth|misleading|misquot\w+|mistaken(?:ly)?|wrong(?:ly)?|incorrect(?:ly)?|"
    r"inaccurate|erroneous\w*|photoshop\w*|doctored|staged|stunt|discredit\w*|contradict\w*|"
    r"disprove[dn]?|retract\w*|no truth|not true|not real|isn['’]t true|isn['’]t real|"
    r"never happened|didn['’]t happen|no evidence|not the case|sh(?:ot|oots) down|fooled|"
    r"duped|trolled|rubbish|phon(?:y|ey)|far-?fetched|busted|lie[sd]?|lying|in fact|no way|"
    r"alive and well|casts? doubts?|not so fast"
)
_DOUBTING = (
    r"unconfirmed|unverified|doubts?|doubtful|doubted|skeptic\w*|sceptic\w*|"
    r"question(?:s|ed|able|ing)?|dubious|suspicious|suspect(?:s|ed)?|unclear|uncertain|unlikely|"
    r"possibl[ey]|perhaps|maybe|may|might|could|rumou?r(?:s|ed)?|speculat\w+|"
    r"alleg(?:e[ds]?|edly|ations?)|reportedly|purported(?:ly)?|supposed(?:ly)?|apparent(?:ly)?|"
    r"appear(?:s|ed)?|seem(?:s|ed)?|suggest(?:s|ed)?|independently|verif(?:y|ied|ies)|"
    r"authenticity|if true"
)
_REPORTING = (
    r"claim(?:s|ed|ing)?|report(?:s|ed)?|according|says?|said|told|sources?|tells|announc\w+|"
    r"cit(?:es|ed|ing)|quoted|tweeted"
)
_CONFIRMING = (
    r"confirm(?:s|ed|ing|ation)?|official(?:ly)?|prove[dns]?|true|real|indeed|admit(?:s|ted)?|"
    r"acknowledg\w+|authentic|genuine|authenticat\w+|verified"
)
_DENYING = r"no|not|never|none|nobody|nothing|neither|nor|without|cannot|\w+n['’]t"

_KINDS = tuple(
    re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for words in (_REFUTING, _DOUBTING, _REPORTING, _CONFIRMING, _DENYING)
)
_MARKS = (re.compile(r"\?"), re.compile(r"[\"“”‘]|(?<!\w)'"))
_WORD = re.compile(r"\w+")
NUMBERS = 2 * len(_KINDS) + len(_MARKS) + 1
"""How many numbers `measure_doubt` gives."""


@lru_cache(maxsize=10_000)
def measure_doubt(text: str) -> tuple[float, ...]:
    """How a text stands to what it tells, in `NUMBERS` numbers.

    Returns:
        The logarithms of one more than the count of words that refute, doubt, report, confirm
        and deny, of question marks and of quotation marks; then the same five counts for each
        word of the text (0..1); then the logarithm of one more than its words.
    """
    counts = [len(kind.findall(text)) for kind in _KINDS]
    marks = [len(mark.findall(text)) for mark in _MARKS]
    words = len(_WORD.findall(text))
    return (
        *(math.log1p(count) for count in counts + marks),
        *(count / max(1, words) for count in counts),
        math.log1p(words),
    )


def find_refuting(text: str) -> tuple[re.Match[str], ...]:
    """The words of a text that refute or deny something said."""
    return tuple(_KINDS[0].finditer(text))
