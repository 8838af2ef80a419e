"""What a sentence points back at: "That is according to X.", «Об этом сообщил X.».

Only the one sentence right before is meant, in the same paragraph, and only where nobody is said
to say it already. A question is none, nor is a headline, which has no full stop.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from secondsource.article import Span
from secondsource.reading.attribution.pieces import trim_piece

_ENDS = re.compile(r"[.!…][”“»\"']?\Z")
_UNSAID = re.compile(
    r"(?<!\w)(?:not|never|nobody|no one|nicht|nie|niemals|niemand|keine?[mnrs]?|не|ни|нет|ні|"
    r"никто|ніхто|никогда|ніколи|nikt|nigdy|jamais|personne|nadie|nunca)(?!\w)|\w+n['’]t(?!\w)",
    re.IGNORECASE,
)
"""Where these stand, somebody may be said not to have said it."""


def _can_point(text: str, pointing: Span) -> bool:
    """Whether some words may say who says what stands before: no colon after them, no "not"."""
    words = pointing.of(text)
    return not any(mark in words for mark in ":?;") and _UNSAID.search(words) is None


def find_pointed_at(
    text: str, sentences: Sequence[Span], pointing: Span, said: Iterable[Sequence[Span]]
) -> Span | None:
    """The sentence right before the one that points back, if it can be meant.

    Args:
        text: the text.
        sentences: its sentences, ordered and disjoint.
        pointing: the words that point back and say who says it.
        said: the contents of all that somebody is said to say.

    Returns:
        The words of the sentence before; None where it is another paragraph's, no statement, or
        already said by somebody.
    """
    number = bisect_right(sentences, pointing.start, key=lambda span: span.start) - 1
    if number < 1 or not _can_point(text, pointing):
        return None
    before = sentences[number - 1]
    between = text[before.end : sentences[number].start]
    if between.strip() or "\n" in between or not _ENDS.search(before.of(text).rstrip()):
        return None
    if any(piece.overlaps(before) for content in said for piece in content):
        return None
    return trim_piece(text, before.start, before.end)
