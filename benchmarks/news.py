"""Real articles of one length, and as many as are wanted."""

from collections.abc import Iterable, Iterator
from itertools import cycle, islice
from pathlib import Path
from random import Random

from evals.texts import read_polnear
from secondsource.article import Article

WORDS = 600
_UNSEEN = 8
"""Words in each copied article that no article had before: names go on being new in news."""


def read_news(data: Path) -> list[Article]:
    """Every PolNeAR article of the folder, cut or joined with the next ones to 600 words."""
    return list(cut_to_length(read_polnear(data / "attribution" / "polnear")))


def cut_to_length(articles: Iterable[Article], words: int = WORDS) -> Iterator[Article]:
    """Articles of so many words each, parted by blanks; what is too short at the end is left."""
    parts: list[str] = []
    for article in articles:
        parts.append(article.text.strip())
        text = "\n\n".join(parts)
        end = _find_end(text, words)
        if end is not None:
            parts = []
            yield Article(article.id, text[:end], published=article.published, language="en")


def _find_end(text: str, words: int) -> int | None:
    """Where the last of so many words ends, or nothing if there are fewer."""
    at = 0
    for word in text.split()[:words]:
        at = text.index(word, at) + len(word)
    return at if len(text.split()) >= words else None


def repeat_news(articles: Iterable[Article], number: int) -> Iterator[Article]:
    """So many articles: the given ones over and over, each with a few words never seen before."""
    rng = Random(1)
    for count, article in enumerate(islice(cycle(articles), number)):
        names = " ".join(_invent_name(rng) for _ in range(_UNSEEN))
        text = f"{article.text}\n\nThey had asked {names} as well."
        yield Article(f"{article.id}-{count}", text, published=article.published, language="en")


def _invent_name(rng: Random) -> str:
    return "".join(rng.choices("abcdefghiklmnoprstuvwyz", k=9)).capitalize()
