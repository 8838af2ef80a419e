"""The key under which a person's quotations are found, whatever the spelling of the name."""

import re
from functools import lru_cache

from secondsource.evidence.query import fold
from secondsource.reading.names.sounds import to_latin

_WORD = re.compile(r"[^\W\d_]+")
_PARTICLES = frozenset(["jr", "sr", "ii", "iii", "iv", "the", "of"])
_SOUNDS = (
    ("sch", "s"), ("tch", "s"), ("tsh", "s"), ("ch", "k"), ("ck", "k"), ("sh", "s"), ("ph", "f"),
    ("kh", "k"), ("zh", "s"), ("ts", "s"), ("tz", "s"), ("th", "t"), ("x", "ks"), ("c", "k"),
    ("q", "k"), ("w", "v"), ("z", "s"), ("h", ""), ("ff", "f"),
)  # fmt: skip
_SILENT = re.compile(r"[aeiouyj'’]")
_TWICE = re.compile(r"(.)\1+")


@lru_cache(maxsize=1 << 14)
def person_key(name: str) -> str:
    """The consonants of a name's last word as they sound: Bismarck and Бисмарк give "bsmrk".

    Names that share a key need not be one person's: who is compared after.
    """
    words = [w for w in _WORD.findall(to_latin(fold(name))) if w not in _PARTICLES]
    if not words:
        return fold(name).strip()
    sounds = words[-1]
    for written, heard in _SOUNDS:
        sounds = sounds.replace(written, heard)
    skeleton = _TWICE.sub(r"\1", sounds[:1] + _SILENT.sub("", sounds[1:]))
    return skeleton or words[-1]
