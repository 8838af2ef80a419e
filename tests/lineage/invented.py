"""Prose without sense, of which no two share six words in a row."""

import random


def invent_prose(seed: int, words: int = 220) -> str:
    """Sentences of twelve invented words, each a paragraph of its own."""
    rng = random.Random(seed)
    sentences = (
        " ".join(f"{chr(97 + rng.randrange(26))}{rng.randrange(10**6)}" for _ in range(12))
        for _ in range(words // 12)
    )
    return ".\n\n".join(sentences) + "."
