"""A process that adds articles until it is killed, and says after each batch how many are safe.

Run as `python -m tests.archive.adder FOLDER`, with a second argument to add them one by one,
so that the indexes are brought up to date after each.
"""

import sys
from collections.abc import Iterator

from secondsource.archive import Archive, adding
from secondsource.article import Article, Boilerplate, Credit, Link, Role, Span
from secondsource.collect.item import Collected

ARTICLES = 3_000
BATCH = 25


def make_articles() -> Iterator[Collected]:
    """Articles with two credits, one link and one notice each, and a word of their own."""
    for number in range(ARTICLES):
        text = f"Ship number{number} left the harbour before dawn. " * 12
        article = Article(
            id=f"article-{number:05}",
            text=text,
            url=f"https://courier.example/{number}",
            language="en",
            credits=(Credit(Role.WIRE, "Nordlys Wire"), Credit(Role.AUTHOR, "Ada Venn")),
            links=(Link("https://harbour.example"),),
            boilerplate=(Boilerplate(Span(0, 4), "test"),),
        )
        yield Collected(article, text.encode(), "text/plain", str(number))


def main() -> None:
    """Add them all to the archive in the folder given."""
    adding.BATCH_ITEMS = BATCH
    with Archive.open(sys.argv[1], create=True) as archive:
        if len(sys.argv) == 2:
            archive.add(make_articles(), _tell)
            return
        for number, article in enumerate(make_articles(), 1):
            archive.add([article])
            _tell(number)


def _tell(finished: int) -> None:
    """At once, so that who kills this process knows what is safe."""
    sys.stdout.write(f"{finished}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
