"""How the articles of a small news world are made: reports, and all that is taken from them."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from evals.planting import edit_words, paragraphs
from evals.world_words import Phrases, capital, put_in
from secondsource.article import Article, Credit, Link, Role

AGENCIES = ("Reuters", "Associated Press", "AFP", "dpa", "EFE", "TASS", "PAP")

Parallel = Mapping[str, Sequence[str]]
"""One document sentence by sentence, by language; the sentences of one number are translations."""


@dataclass(slots=True)
class Maker:
    """Makes the articles of one world; each real text is used once."""

    rng: random.Random
    bodies: Iterator[Article]
    parallel: Iterator[Parallel]
    phrases: Phrases
    said: list[str]
    denied: list[str]
    abroad: dict[str, str]
    outlets: list[str]
    officials: list[tuple[str, ...]]
    agencies: list[str] = field(default_factory=lambda: list(AGENCIES))
    articles: list[Article] = field(default_factory=list)
    owned: list[str] = field(default_factory=list)
    corrected: bool = False
    day: int = 2

    def next_outlet(self) -> str:
        """An outlet that has printed nothing yet."""
        return self.outlets.pop()

    def next_paragraphs(self, most: int = 12) -> list[str]:
        """The first paragraphs of a real text; none when all texts are used up."""
        body = next(self.bodies, None)
        return paragraphs(body.text)[:most] if body else []

    def make_body(self, sentence: str) -> str:
        """A real text with one planted sentence as a paragraph of its own near the top."""
        parts = self.next_paragraphs()
        parts.insert(min(len(parts), self.rng.randint(1, 3)), sentence)
        return "\n\n".join(parts)

    def publish(
        self,
        text: str,
        outlet: str,
        credit: Credit | None = None,
        *,
        link: Link | None = None,
        language: str = "en",
    ) -> Article:
        """An article of the world, a little later than the one before it."""
        self.day += self.rng.random() < 0.3
        number = len(self.articles)
        article = Article(
            id=f"w{self.rng.random()}-{number}",
            text=text,
            url=f"https://{outlet.replace(' ', '').lower()}.example/{number}",
            outlet=outlet,
            published=f"2031-03-{min(28, self.day):02d}",
            language=language,
            credits=(credit,) if credit else (),
            links=(link,) if link else (),
        )
        self.articles.append(article)
        return article

    def report(self, sentence: str | None = None, outlet: str | None = None) -> Article:
        """A report in its own words."""
        words = sentence or capital(self.said.pop()) + "."
        return self.publish(self.make_body(words), outlet or self.next_outlet())

    def frame(self, frames: Sequence[str], outlet: str = "") -> str:
        """The next clause in one of these frames."""
        return put_in(self.rng.choice(frames), self.said.pop(), outlet)

    def publish_parallel(self, languages: Sequence[str], clauses: Mapping[str, str]) -> Article:
        """One real document in several languages, with the claim in each; the first is first."""
        document = next(self.parallel)
        place = self.rng.randint(2, 5)
        made = []
        for language in languages:
            lines = list(document[language])
            lines.insert(min(len(lines), place), capital(clauses[language]) + ".")
            text = "\n\n".join(" ".join(lines[k : k + 3]) for k in range(0, len(lines), 3))
            made.append(self.publish(text, self.next_outlet(), language=language))
        return made[0]


def copy(maker: Maker, source: Article) -> None:
    """The whole text under another masthead."""
    maker.publish(source.text, maker.next_outlet(), language=source.language or "en")


def edit(maker: Maker, source: Article) -> None:
    """The text with one word in twenty changed."""
    maker.publish(edit_words(maker.rng, source.text, 0.05), maker.next_outlet())


def excerpt(maker: Maker, source: Article) -> None:
    """The first five paragraphs within another text."""
    taken = paragraphs(source.text)[:5]
    maker.publish("\n\n".join([*taken, *maker.next_paragraphs(6)]), maker.next_outlet())


def retell(maker: Maker, source: Article) -> None:
    """Other words in another text, with the outlet that they are from."""
    sentence = maker.frame(maker.phrases.credits, source.outlet or "")
    maker.publish(maker.make_body(sentence), maker.next_outlet())


def retell_in_chain(maker: Maker, source: Article) -> None:
    """A retelling, and one that names only the retelling."""
    retell(maker, source)
    if maker.said:
        retell(maker, maker.articles[-1])


def credit_below(maker: Maker, source: Article) -> None:
    """Other words in another text, credited to the source's outlet below it."""
    credit = Credit(Role.REPUBLISHED_FROM, source.outlet or "", source.url)
    maker.publish(maker.make_body(capital(maker.said.pop()) + "."), maker.next_outlet(), credit)


def link(maker: Maker, source: Article) -> None:
    """Other words in another text, with a link to the source in the same paragraph."""
    sentence = maker.frame(maker.phrases.links)
    words = sentence.rsplit(" ", 2)[-1].strip("().:")
    to = Link(source.url or "", words)
    maker.publish(maker.make_body(sentence), maker.next_outlet(), link=to)


def retell_abroad(maker: Maker, source: Article) -> None:
    """A retelling in another language that names the outlet it is from."""
    language = maker.rng.choice(sorted(maker.abroad))
    clause = maker.abroad.pop(language)
    frame = maker.rng.choice(maker.phrases.credits_abroad[language])
    sentence = put_in(frame, clause, source.outlet or "")
    maker.publish(_body_abroad(maker, sentence, language), maker.next_outlet(), language=language)


def _body_abroad(maker: Maker, sentence: str, language: str) -> str:
    lines = list(next(maker.parallel)[language])
    return "\n\n".join([*lines[:3], sentence, *lines[3:8]])


DERIVE = (copy, copy, edit, excerpt, retell, retell, credit_below, link, retell_in_chain)


def run_wire(maker: Maker) -> int:
    """One agency's dispatch under several mastheads, each with some other text after it."""
    _print_wire(maker)
    return 1


def _print_wire(maker: Maker) -> list[Article]:
    text = maker.make_body(capital(maker.said.pop()) + ".")
    agency = maker.agencies.pop()
    return [
        maker.publish(
            "\n\n".join([f"({agency}) - {text}", *maker.next_paragraphs(2)]),
            maker.next_outlet(),
            Credit(Role.WIRE, agency),
        )
        for _ in range(maker.rng.randint(3, 5))
    ]


def add_to_wire(maker: Maker) -> int:
    """An agency's dispatch, and one outlet that adds what its own reporter has seen."""
    wire = _print_wire(maker)[0]
    own = capital(maker.said.pop()) + ", our reporter saw."
    paragraphs_of_own = [*maker.next_paragraphs(4), own, *maker.next_paragraphs(2)]
    text = "\n\n".join([wire.text, *paragraphs_of_own])
    maker.publish(text, maker.next_outlet(), wire.credits[0])
    return 2


def quote_official(maker: Maker) -> int:
    """Two or three outlets that have it from one person or body, each in its own words."""
    ways = maker.officials.pop()
    for way in ways[: maker.rng.randint(2, 3)]:
        maker.report(put_in(way, maker.said.pop()))
    return 1


def quote_unnamed_apart(maker: Maker) -> int:
    """Two unconnected reports, each with an unnamed official of its own: two origins."""
    for _ in range(2):
        maker.report(maker.frame(maker.phrases.unnamed))
    return 2


def quote_unnamed_once(maker: Maker) -> int:
    """One report with an unnamed official, its copy, and one that retells it with a credit."""
    source = maker.report(maker.frame(maker.phrases.unnamed))
    copy(maker, source)
    retell(maker, source)
    return 1


def print_in_house(maker: Maker) -> int:
    """Two outlets of one owner, each in its own words."""
    for _ in range(2):
        outlet = maker.next_outlet()
        maker.owned.append(outlet)
        maker.report(outlet=outlet)
    return 1


def make_loop(maker: Maker) -> int:
    """Three outlets that cite one another in a circle."""
    outlets = [maker.next_outlet() for _ in range(3)]
    for here, there in zip(outlets, [*outlets[1:], outlets[0]], strict=True):
        maker.report(maker.frame(maker.phrases.credits, there), here)
    return 1


def report_and_derive(maker: Maker) -> int:
    """One report of its own, and up to three articles taken from it."""
    source = maker.report()
    for _ in range(maker.rng.randint(0, 3)):
        if len(maker.said) > 2:
            maker.rng.choice(DERIVE)(maker, source)
    return 1


def translate(maker: Maker) -> int:
    """One report and its translations, one of them perhaps copied."""
    languages = maker.rng.sample(sorted(maker.abroad), min(len(maker.abroad), 3))
    clauses = {language: maker.abroad.pop(language) for language in languages}
    if maker.rng.random() < 0.7:
        clauses["en"] = maker.said.pop()
        languages = ["en", *languages]
    maker.publish_parallel(languages, clauses)
    if maker.rng.random() < 0.5:
        copy(maker, maker.articles[-1])
    return 1


def retell_abroad_twice(maker: Maker) -> int:
    """A report, and outlets of other countries that retell it with a credit."""
    source = maker.report()
    for _ in range(min(2, len(maker.abroad))):
        retell_abroad(maker, source)
    return 1


def cite_agency_abroad(maker: Maker) -> int:
    """Outlets of several countries that name one agency, whose own text is not there."""
    agency = maker.agencies.pop()
    for language in maker.rng.sample(sorted(maker.abroad), min(len(maker.abroad), 2)):
        frame = maker.rng.choice(maker.phrases.credits_abroad[language])
        sentence = put_in(frame, maker.abroad.pop(language), agency)
        text = _body_abroad(maker, sentence, language)
        maker.publish(text, maker.next_outlet(), language=language)
    maker.report(f"{capital(maker.said.pop())}, {agency} reported.")
    return 1


ORIGINS = {
    "reports and copies": report_and_derive,
    "reports and more copies": report_and_derive,
    "wire": run_wire,
    "wire and own reporting": add_to_wire,
    "one official": quote_official,
    "unnamed, unconnected": quote_unnamed_apart,
    "unnamed, one report": quote_unnamed_once,
    "same house": print_in_house,
    "loop": make_loop,
}
ABROAD = {
    "translations": translate,
    "retold abroad": retell_abroad_twice,
    "agency cited abroad": cite_agency_abroad,
}
