"""Small news worlds with known origins, planted into real texts. Seeded.

Each world has one claim. Reports of it in different words stand in different real bodies; some
are then copied, edited, excerpted, run as wire copy, retold with a credit, quoted from one
official, or printed by two outlets of one owner. What goes back to what is known by making.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from evals.planting import edit_words, paragraphs
from secondsource.article import Article, Credit, Role, Span

_FIRST = ("Amber", "Birch", "Cedar", "Delta", "Elder", "Fjord", "Granite", "Heath", "Inlet", "Kelp")
_SECOND = ("Gazette", "Courier", "Herald", "Post", "Tribune", "Chronicle", "Ledger", "Observer")
_PLACES = ("Ansel", "Brightwater", "Corlough", "Dunmere", "Eskvale", "Farrow", "Gladwick", "Holmby")
_PEOPLE = ("Anna Weld", "Tom Arkwright", "Ines Dorrow", "Paul Ketteridge", "Mira Solano")
_OFFICES = ("Fire Chief", "Mayor", "Inspector", "Harbour Master", "Councillor")
_FORMULAS = (
    "a senior official familiar with the inquiry",
    "two people briefed on the council's plans",
    "a county official close to the negotiations",
)
_AGENCIES = ("Reuters", "Associated Press", "AFP", "dpa", "EFE")
_OWNER = "Quay Holdings"

CLAIMS: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    (
        "A fire at the {place} granary destroyed {n} tonnes of wheat.",
        (
            "some {n} tonnes of wheat were lost when the granary in {place} burnt down",
            "the {place} granary went up in flames with {n} tonnes of wheat inside",
            "nothing is left of the {n} tonnes of wheat that the granary of {place} held",
            "flames took {n} tonnes of wheat from the old granary at {place} overnight",
            "wheat weighing {n} tonnes turned to ash in the blaze at the {place} granary",
            "the loss in the {place} granary fire comes to {n} tonnes of wheat",
            "{n} tonnes of wheat fed the fire that gutted the granary in {place}",
            "insurers were told that {n} tonnes of wheat perished in the {place} granary",
        ),
        (
            "the {place} granary was empty of wheat when it burnt",
            "not a tonne of wheat was destroyed at the {place} granary",
            "all wheat had left the granary in {place} a week before the fire",
        ),
    ),
    (
        "The {place} hospital closed its maternity ward and moved {n} patients.",
        (
            "with its maternity ward shut, {n} patients had to leave the hospital in {place}",
            "{n} patients were moved when {place} lost the maternity ward of its hospital",
            "the hospital at {place} has shut the maternity ward and sent {n} patients away",
            "ambulances carried {n} patients out of {place} hospital as its maternity ward closed",
            "no births any more in {place}: the hospital ward is closed, its {n} patients gone",
            "the end of the maternity ward at {place} hospital meant a move for {n} patients",
            "other towns took in {n} patients once the {place} hospital closed for births",
            "the {place} maternity ward stands dark and its {n} hospital patients lie elsewhere",
        ),
        (
            "the maternity ward of the {place} hospital is open as ever",
            "no patients were moved from the hospital in {place}",
            "the {place} hospital has not closed its maternity ward",
        ),
    ),
    (
        "{n} people marched against the new toll bridge in {place}.",
        (
            "a crowd of {n} people walked through {place} to protest at the toll bridge",
            "in {place} the march against the toll bridge drew {n} people",
            "{n} people filled the streets of {place}, angry about the bridge and its toll",
            "marchers in {place} numbered {n} people, all of them against the toll bridge",
            "the planned toll on the bridge brought {n} people out in {place}",
            "police horses followed {n} people who marched in {place} over the bridge toll",
            "stewards counted {n} people in the {place} march on the toll bridge",
            "from the station to the toll bridge of {place} went a column of {n} people",
        ),
        (
            "barely a dozen people turned up in {place} to march against the toll bridge",
            "there was no march against the toll bridge in {place}",
            "the march in {place} over the toll bridge had been called off",
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class World:
    """One claim, the article that makes it, all others, and the true numbers of origins."""

    claim: str
    examined: Article
    articles: tuple[Article, ...]
    supporting: tuple[str, ...]
    disputing: tuple[str, ...]
    supports: int
    disputes: int
    houses: str


@dataclass(slots=True)
class Maker:
    """Makes the articles of one world; `bodies` are real texts, each used once."""

    rng: random.Random
    bodies: Iterator[Article]
    place: str
    number: str
    said: list[str]
    denied: list[str]
    outlets: list[str]
    people: list[str]
    formulas: list[str]
    agencies: list[str] = field(default_factory=lambda: list(_AGENCIES))
    articles: list[Article] = field(default_factory=list)
    owned: list[str] = field(default_factory=list)
    corrected: bool = False
    day: int = 2

    def next_outlet(self) -> str:
        """An outlet that has printed nothing yet."""
        return self.outlets.pop()

    def make_body(self, sentence: str) -> str:
        """A real text with one planted sentence as a paragraph of its own near the top."""
        parts = paragraphs(next(self.bodies).text)[:12]
        parts.insert(min(len(parts), self.rng.randint(1, 3)), sentence)
        return "\n\n".join(parts)

    def publish(self, text: str, outlet: str, credit: Credit | None = None) -> Article:
        """An article of the world, a little later than the one before it."""
        self.day += self.rng.random() < 0.3
        number = len(self.articles)
        article = Article(
            id=f"w{self.rng.random()}-{number}",
            text=text,
            url=f"https://{outlet.replace(' ', '').lower()}.example/{number}",
            outlet=outlet,
            published=f"2031-03-{min(28, self.day):02d}",
            language="en",
            credits=(credit,) if credit else (),
        )
        self.articles.append(article)
        return article

    def report(self, sentence: str | None = None, outlet: str | None = None) -> Article:
        """A report in its own words."""
        words = sentence or capital(self.said.pop()) + "."
        return self.publish(self.make_body(words), outlet or self.next_outlet())


def capital(text: str) -> str:
    """The text with its first letter as a capital."""
    return text[0].upper() + text[1:]


def copy(maker: Maker, source: Article) -> None:
    """The whole text under another masthead."""
    maker.publish(source.text, maker.next_outlet())


def edit(maker: Maker, source: Article) -> None:
    """The text with one word in twenty changed."""
    maker.publish(edit_words(maker.rng, source.text, 0.05), maker.next_outlet())


def excerpt(maker: Maker, source: Article) -> None:
    """The first five paragraphs within another text."""
    taken = paragraphs(source.text)[:5]
    maker.publish(
        "\n\n".join([*taken, *paragraphs(next(maker.bodies).text)[:6]]), maker.next_outlet()
    )


def retell(maker: Maker, source: Article) -> None:
    """Other words in another text, with the outlet that they are from."""
    words = maker.said.pop()
    frame = maker.rng.choice(
        (
            f"{capital(words)}, the {source.outlet} reported.",
            f"According to the {source.outlet}, {words}.",
            f"{capital(words)}, as first reported by the {source.outlet}.",
            f"The {source.outlet} wrote on Tuesday that {words}.",
            f"In its Tuesday edition the {source.outlet} says {words}.",
            f"{capital(words)}, the {source.outlet} has learned.",
            f"It was the {source.outlet} that brought it out: {words}.",
        )
    )
    maker.publish(maker.make_body(frame), maker.next_outlet())


def link(maker: Maker, source: Article) -> None:
    """Other words in another text, credited to the source's outlet below it."""
    credit = Credit(Role.REPUBLISHED_FROM, source.outlet or "", source.url)
    maker.publish(maker.make_body(capital(maker.said.pop()) + "."), maker.next_outlet(), credit)


DERIVE = (copy, copy, edit, excerpt, retell, link)


def run_wire(maker: Maker) -> None:
    """One agency's dispatch under several mastheads, each with some other text after it."""
    sentence = capital(maker.said.pop()) + "."
    text = maker.make_body(sentence)
    agency = maker.agencies.pop()
    for _ in range(maker.rng.randint(3, 5)):
        tail = "\n\n".join(paragraphs(next(maker.bodies).text)[:2])
        wire = Credit(Role.WIRE, agency)
        maker.publish(f"({agency}) - {text}\n\n{tail}", maker.next_outlet(), wire)


def quote_official(maker: Maker) -> None:
    """Two or three outlets that have it from one named official, each in its own words."""
    name = maker.people.pop()
    office = maker.rng.choice(_OFFICES)
    for n in range(maker.rng.randint(2, 3)):
        shown = f"{office} {name}" if n == 0 else name
        maker.report(f"{shown} said that {maker.said.pop()}.")


def quote_unnamed(maker: Maker) -> None:
    """Two outlets that have it from one unnamed official, described in the same words."""
    formula = maker.formulas.pop()
    for _ in range(2):
        maker.report(f"{capital(maker.said.pop())}, {formula} said.")


def print_in_house(maker: Maker) -> None:
    """Two outlets of one owner, each in its own words."""
    for _ in range(2):
        outlet = maker.next_outlet()
        maker.owned.append(outlet)
        maker.report(outlet=outlet)


def make_loop(maker: Maker) -> None:
    """Three outlets that cite one another in a circle."""
    outlets = [maker.next_outlet() for _ in range(3)]
    for here, there in zip(outlets, [*outlets[1:], outlets[0]], strict=True):
        maker.report(f"{capital(maker.said.pop())}, the {there} reported.", here)


def report_and_derive(maker: Maker) -> None:
    """One report of its own, and up to three articles taken from it."""
    source = maker.report()
    for _ in range(maker.rng.randint(0, 3)):
        if len(maker.said) > 1:
            maker.rng.choice(DERIVE)(maker, source)


ORIGINS = (
    report_and_derive,
    report_and_derive,
    run_wire,
    quote_official,
    quote_unnamed,
    print_in_house,
    make_loop,
)
_NEEDS = 3


def make_world(rng: random.Random, bodies: Sequence[Article]) -> World:
    """A world of none to four supporting and none to two disputing origins, and its echoes."""
    claim, said, denied = rng.choice(CLAIMS)
    place, number = rng.choice(_PLACES), str(rng.randint(110, 990))
    fill = {"place": place, "n": number}
    outlets = [f"{a} {b}" for a in _FIRST for b in _SECOND]
    rng.shuffle(outlets)
    maker = Maker(
        rng,
        iter(rng.sample(bodies, min(len(bodies), 90))),
        place,
        number,
        rng.sample([s.format(**fill) for s in said], len(said)),
        rng.sample([s.format(**fill) for s in denied], len(denied)),
        outlets,
        rng.sample(_PEOPLE, len(_PEOPLE)),
        rng.sample(_FORMULAS, len(_FORMULAS)),
    )
    planted = (tuple(maker.said), tuple(maker.denied))
    examined = maker.report(claim.format(**fill))
    for _ in range(rng.randint(0, 2)):
        rng.choice((copy, edit, retell))(maker, examined)
    supports = _make_origins(maker, rng.randint(0, 4))
    disputes = rng.choice((0, 0, 1, 2))
    for _ in range(disputes):
        _make_dispute(maker)
    others = [next(maker.bodies) for _ in range(20)]
    return World(
        claim.format(**fill),
        examined,
        (*maker.articles[1:], *others),
        (claim.format(**fill), *planted[0]),
        planted[1],
        supports,
        disputes,
        _registry(maker.owned),
    )


def _make_origins(maker: Maker, wanted: int) -> int:
    made = 0
    while made < wanted and len(maker.said) >= _NEEDS:
        maker.rng.choice(ORIGINS)(maker)
        made += 1
    return made


def _make_dispute(maker: Maker) -> None:
    """A report, a denial by a named official or a later correction, perhaps with a copy."""
    denial = maker.denied.pop()
    kind = maker.rng.random()
    if kind < 0.3 and maker.people:
        source = maker.report(f"{maker.people.pop()} said that {denial}.")
    elif kind < 0.5 and not maker.corrected:
        maker.corrected = True
        source = maker.report(f"Correction: {denial}.", maker.articles[0].outlet)
    else:
        source = maker.report(f"{capital(denial)}.")
    if maker.rng.random() < 0.5:
        copy(maker, source)


def _registry(outlets: Sequence[str]) -> str:
    owners: dict[str, list[str]] = {}
    for place in range(0, len(outlets), 2):
        owners[f"{_OWNER} {place}"] = list(outlets[place : place + 2])
    lines = (f'"{owner}" = {names}'.replace("'", '"') for owner, names in owners.items())
    return "\n".join(["[houses]", *lines])


def claim_span(world: World) -> Span:
    """Where the claim stands in the examined article."""
    start = world.examined.text.index(world.claim)
    return Span(start, start + len(world.claim))
