"""The claim that a post on a social network makes, without what the network puts around it."""

import re
import unicodedata
from dataclasses import dataclass

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
# How an embedded post ends: "— Name (@handle) March 3, 2019".
_SIGNED = re.compile(
    rf"\s*[—–-]\s*([^—\n]{{0,80}}?)\s*\(@\w{{1,20}}\)\s*({MONTHS})\s+\d{{1,2}},\s+(\d{{4}})"
)
_ADDRESS = re.compile(r"(?:https?://|pic\.twitter\.com/|www\.)\S+|\b[\w-]+\.(?:com|org|net|co)/\S+")
_GLUED = re.compile(r"(?<=\S)(https?://|pic\.twitter)")
_TAGGED = re.compile(r"[#@](\w+)")
_JOINT = re.compile(
    r"_|(?<=[^\W\d_A-ZА-ЯЁ])(?=[A-ZА-ЯЁ])|(?<=[A-ZА-ЯЁ])(?=[A-ZА-ЯЁ][^\W\d_A-ZА-ЯЁ])"
    r"|(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])"
)
_SHOWN = re.compile(
    r"pic\.twitter|\b(?:photo|photograph|image|picture|video|footage|meme|clip)s?\b", re.IGNORECASE
)
_PICTURES = ("So", "Sk", "Cs", "Cn", "Co")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff]")
_LONGEST = 2_000
"""Characters of a claim that are read; the rest of a longer one is left out."""


@dataclass(frozen=True, slots=True)
class Post:
    """What is claimed, and for an embedded post who signed it, in which year and month.

    `month` is written "march 2031"; `pictured` says that a picture or a film is added or told of.
    """

    text: str
    author: str = ""
    year: str = ""
    month: str = ""
    pictured: bool = False

    @property
    def signed_text(self) -> str:
        """The text with the author before it, as one would tell it."""
        return f"{self.author}: {self.text}" if self.author else self.text


def read_post(text: str) -> Post:
    """A claim as plain words: hashtags and names split, addresses and pictures left out.

    Args:
        text: a post with or without its signature, or any other sentence, which stays as it is
            but for white space.
    """
    text = text[:_LONGEST]
    signed = _SIGNED.search(text)
    pictured = tells_of_picture(text)
    text = _GLUED.sub(r" \1", _SIGNED.sub(" ", text))
    text = _TAGGED.sub(_split_tag, _ADDRESS.sub(" ", text))
    plain = _drop_pictures(text)
    if signed is None:
        return Post(plain, pictured=pictured)
    _, month, year = signed.groups()
    return Post(plain, _drop_pictures(signed[1]), year, f"{month} {year}".lower(), pictured)


def tells_of_picture(text: str) -> bool:
    """Whether an English text tells of a picture or a film, or has one added."""
    return _SHOWN.search(text) is not None


def _split_tag(tag: re.Match[str]) -> str:
    return f" {_JOINT.sub(' ', tag[1])} "


def _drop_pictures(text: str) -> str:
    if text.isascii():
        return " ".join(text.split())
    shown = _UNSEEN.sub("", unicodedata.normalize("NFC", text))
    kept = (" " if unicodedata.category(c) in _PICTURES else c for c in shown)
    return " ".join("".join(kept).split())
