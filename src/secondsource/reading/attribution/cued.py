"""Whether a text can say at all who says what: quick, before it is read for that."""

import re
from functools import cache

from secondsource.reading.attribution.english import cues
from secondsource.reading.attribution.english.colons import may_name_speaker
from secondsource.reading.attribution.others.table import load_table
from secondsource.reading.attribution.russian.cues import has_cue
from secondsource.reading.attribution.turns.turns import read_turns

_QUOTED = re.compile(r"[\"“”«»„]")
_DASHED = re.compile(r"^[^\S\n]*(?:[—–―-]\s|[—―]\w)", re.MULTILINE)
"""A dash at a line's start, after which somebody speaks; in English nothing is read by it."""
_PASTS = (
    "bore foresaw found heard knew said told wrote written thought swore sworn understood felt "
    "saw seen began begun held meant made read"
)
"""The irregular pasts of the verbs that take a clause."""
_PHRASES = "according per cit quot statement report claim comment"


def may_attribute(text: str, language: str | None) -> bool:
    """Whether a text has a quotation mark, a speaker's line or a word that opens a clause.

    The words are those of the readers' own tables. Where this says no, `find_attributions` finds
    no speech, no clause that somebody says or thinks, and no charge; in English it may still find
    what somebody praises, calls for or describes.

    Args:
        text: the text.
        language: ISO 639-1 code; None is read as English.
    """
    if _QUOTED.search(text) or read_turns(text, language).turns:
        return True
    if language in (None, "en"):
        return _english().search(text) is not None or may_name_speaker(text)
    if language == "ru":
        return has_cue(text) or _DASHED.search(text) is not None
    table = load_table(language)
    if table is None:
        return False
    words = (
        table.verb,
        table.according,
        table.following,
        table.within,
        table.nobody,
        table.inserted,
    )
    return any(pattern.search(text) for pattern in (*words, _DASHED))


@cache
def _english() -> re.Pattern[str]:
    """Any form of a verb of a clause or of a charge, or a word of "according to"."""
    verbs = cues.CLAUSE | cues.ACCUSING
    stems = {re.sub("[ey]$", "", verb) for verb in verbs} | set(_PHRASES.split())
    spelt = "|".join(sorted(stems, key=len, reverse=True))
    past = "|".join(_PASTS.split())
    return re.compile(
        rf"\b(?:(?:{spelt})[b-df-hj-np-tv-z]?(?:e|y|i?es|i?ed|y?ing|s|d)?|{past})\b", re.I
    )
