"""Families made by hand, for what is drawn and written of them."""

from secondsource.article import Article, Signal
from secondsource.lineage.family import Edge, Family, Relation
from secondsource.report.shelf import Shelf, make_shelf

# id, outlet, date
Spec = tuple[str, str | None, str | None]


def tie(
    child: str,
    parent: str,
    relation: Relation = Relation.COPY,
    *signals: str,
    coverage: float = 0.5,
    directed: bool = True,
) -> Edge:
    """A tie with signals of these names."""
    told = tuple(Signal(name, 0.9, f"A reason: {name}.") for name in signals)
    return Edge(child, parent, relation, coverage, 0.25, 0.875, directed, told)


def make_kin(specs: list[Spec], *ties: Edge) -> tuple[Family, list[Article]]:
    """A family of these articles, the first of them its root."""
    articles = [
        Article(id_, f"Text of {id_}.", outlet=outlet, title=f"Title of {id_}", published=date)
        for id_, outlet, date in specs
    ]
    return Family("f", specs[0][0], tuple(a.id for a in articles), ties), articles


def shelve(articles: list[Article], examined: str = "") -> Shelf:
    """The articles on a shelf, one of them examined."""
    return make_shelf(next((a for a in articles if a.id == examined), None), articles)


def make_crowd(count: int) -> tuple[Family, list[Article]]:
    """One dispatch with so many copies in a week, by outlets of which some copy much."""
    specs: list[Spec] = [("a0", "Northline", "2024-03-05T06:00")]
    ties = []
    for n in range(1, count + 1):
        minutes = (n * n * 7) % 9000 + 60
        day, hour, minute = 5 + minutes // 1440, minutes // 60 % 24, minutes % 60
        date = f"2024-03-{day:02}T{hour:02}:{minute:02}"
        specs.append((f"a{n}", f"Outlet {n % 7 if n % 3 else n}", date))
        ties.append(tie(f"a{n}", "a0" if n % 5 else f"a{n // 2}", list(Relation)[n % 3]))
    return make_kin(specs, *ties)
