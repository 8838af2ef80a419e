"""Items as `collect` gives them, written out for tests."""

from secondsource.archive import Archive
from secondsource.article import Article, Boilerplate, Credit, Link, Role, Span
from secondsource.collect.item import Collected

FERRY = "The harbour office said on Monday that the night ferry will stop running in October."
BRIDGE = "Engineers closed the old bridge after a crack was found in its northern pier."
BAKERY = "A bakery in the lower town has given away bread every Friday since the flood."


def make_item(
    text: str,
    *,
    url: str | None = None,
    id: str | None = None,
    raw: bytes | None = None,
    article: Article | None = None,
) -> Collected:
    """A collected article; without an id it gets the one its parts give it."""
    bare = article or Article(id="", text=text, url=url, outlet="Fennmark Courier", language="en")
    whole = bare.with_id() if id is None else Article(id=id, text=text, url=url, language="en")
    data = f"{id} {url} {text}".encode() if raw is None else raw
    return Collected(whole, data, "text/plain", f"test:{url or text[:20]}")


def damage_report(archive: Archive, article: str) -> None:
    """Damage the kept reports of an article in a way that nothing foresees."""
    with archive._database.brief_transaction() as connection:
        connection.execute("UPDATE examination SET settings = '{' WHERE article = ?", (article,))


def make_full_article(text: str = f"{FERRY}\n{BRIDGE}\nAll rights reserved.") -> Article:
    """An article with every field filled."""
    return Article(
        id="full-article",
        text=text,
        url="https://courier.example/ferry",
        canonical="https://courier.example/ferry?page=1",
        title="Night ferry to stop",
        outlet="Fennmark Courier",
        byline=("Ada Venn", "Лев Орлов"),
        published="2031-04-07T06:30:00+02:00",
        language="en",
        credits=(
            Credit(Role.AUTHOR, "Ada Venn", None, "2031-04-07", Span(0, 3)),
            Credit(Role.WIRE, "Nordlys Wire", "https://nordlys.example", None, None),
        ),
        links=(Link("https://harbour.example/notice", "the notice"), Link("https://x.example")),
        boilerplate=(Boilerplate(Span(len(text) - 20, len(text)), "copyright notice"),),
    )
