"""Which items a shipped model has already seen, so that no figure is measured on them.

Beside each model lies `trained_on.npz`: the 64-bit keys of its training items, never their
words. An evaluation leaves out what it finds there and scores the rest.
"""

import hashlib
import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import numpy as np

FILE = "trained_on.npz"
_MODELS = Path(__file__).parent


def item_key(*texts: str) -> int:
    """The number that stands for one training item, whatever its spacing and case.

    Args:
        texts: the parts of the item in their order, e.g. claim and passage.

    Returns:
        The first 64 bits of the SHA-256 of the JSON list of the parts, unsigned. In a million
        items the chance of one false match for a new item is about 5e-14.
    """
    parts = [" ".join(text.split()).casefold() for text in texts]
    canonical = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    digest = hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:8], "big")


@cache
def seen(*names: str) -> frozenset[int]:
    """The keys of everything that the shipped models of these names were trained on.

    Args:
        names: the models' folders, such as "sentences".

    Returns:
        The keys; none when no model has such a list.
    """
    return frozenset[int]().union(*(load_keys(_MODELS / name / FILE) for name in names))


def load_keys(path: Path) -> frozenset[int]:
    """The keys kept in a file; none when there is no such file."""
    if not path.exists():
        return frozenset()
    with np.load(path, allow_pickle=False) as archive:
        return frozenset(int(key) for key in archive["keys"])


def save_keys(path: Path, keys: Iterable[int]) -> None:
    """Write the keys, sorted and each once, so that the same items give the same file."""
    array = np.array(sorted(set(keys)), dtype=np.uint64)
    np.savez_compressed(path, keys=array)
