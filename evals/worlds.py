"""Small news worlds with known origins, planted into real texts. Seeded.

Each world has one claim. Reports of it in different words stand in different real bodies; some
are then copied, edited, excerpted, translated, run as wire copy, retold with a credit, linked,
quoted from one official, or printed by two outlets of one owner. What goes back to what is known
by making. The words come from worlds.toml.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from evals.world_articles import ABROAD, ORIGINS, Maker, Parallel, copy, edit, retell
from evals.world_words import Phrases, capital, put_in
from secondsource.article import Article, Span

PLACES = ("Ansel", "Brightwater", "Corlough", "Dunmere", "Eskvale", "Farrow", "Gladwick", "Holmby")
OTHERS = 20
_OWNER = "Quay Holdings"


@dataclass(frozen=True, slots=True)
class World:
    """One claim, the article that makes it, all others, and the true numbers of origins.

    `supporting` and `disputing` are the clauses that stand for each side, in any language, and
    `silent` those on the same subject that take none; `kinds` says what the world is made of.
    """

    claim: str
    examined: Article
    articles: tuple[Article, ...]
    supporting: tuple[str, ...]
    disputing: tuple[str, ...]
    silent: tuple[str, ...]
    supports: int
    disputes: int
    houses: str
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """What worlds are made from: real English texts, documents with translations, and words."""

    bodies: Sequence[Article]
    parallel: Sequence[Parallel]
    phrases: Phrases


_NEEDS = 4


def make_world(rng: random.Random, ground: Ground) -> World:
    """A world of none to five supporting and none to two disputing origins, and its echoes."""
    claim = rng.choice(ground.phrases.claims).fill(rng.choice(PLACES), str(rng.randint(110, 990)))
    maker = _start(rng, ground, list(claim.reports), list(claim.denials), dict(claim.abroad))
    kinds = _make_examined(maker, claim.text)
    supports = 0
    for _ in range(rng.randint(0, 4)):
        kind, made = _make_origin(maker)
        kinds, supports = [*kinds, kind], supports + made
    disputes = rng.choice((0, 0, 1, 2))
    for _ in range(disputes):
        kinds.append(_make_dispute(maker))
    kinds += _make_silent(maker, claim.silent)
    others = [b for _ in range(OTHERS) if (b := next(maker.bodies, None))]
    return World(
        claim.text,
        maker.articles[0],
        (*maker.articles[1:], *others),
        (claim.text, *claim.reports, *claim.abroad.values()),
        claim.denials,
        claim.silent,
        supports,
        disputes,
        _registry(maker.owned),
        tuple(sorted(set(kinds) - {""})),
    )


def _start(
    rng: random.Random, ground: Ground, said: list[str], denied: list[str], abroad: dict[str, str]
) -> Maker:
    for words in (said, denied):
        rng.shuffle(words)
    there = ground.parallel[0].keys() if ground.parallel else ()
    spread = {language: clause for language, clause in abroad.items() if language in there}
    return Maker(
        rng,
        iter(rng.sample(ground.bodies, min(len(ground.bodies), 100))),
        iter(rng.sample(ground.parallel, len(ground.parallel))),
        ground.phrases,
        said,
        denied,
        spread,
        rng.sample(ground.phrases.outlets, len(ground.phrases.outlets)),
        rng.sample(ground.phrases.officials, len(ground.phrases.officials)),
    )


def _make_examined(maker: Maker, claim: str) -> list[str]:
    """The article under examination, and up to two articles that only repeat it."""
    if maker.abroad and maker.rng.random() < 0.2:
        language = maker.rng.choice(sorted(maker.abroad))
        clauses = {"en": claim.rstrip("."), language: maker.abroad.pop(language)}
        maker.publish_parallel(("en", language), clauses)
        return ["echo in translation"]
    examined = maker.report(claim)
    count = maker.rng.randint(0, 2)
    for _ in range(count):
        maker.rng.choice((copy, edit, retell))(maker, examined)
    return ["echo"] if count else []


def _make_origin(maker: Maker) -> tuple[str, int]:
    """One more origin, or several, of a kind that there are words left for."""
    if len(maker.said) < _NEEDS:
        return "", 0
    some_abroad = len(maker.abroad) > 1 and maker.rng.random() < 0.3
    kinds = ABROAD if some_abroad else ORIGINS
    kind = maker.rng.choice(sorted(kinds))
    return kind.replace(" more", ""), kinds[kind](maker)


def _make_dispute(maker: Maker) -> str:
    """A report, a denial by an official or a later correction, perhaps with a copy."""
    denial = maker.denied.pop()
    kind = maker.rng.random()
    if kind < 0.3 and maker.officials:
        name, source = "denial", maker.report(put_in(maker.officials.pop()[0], denial))
    elif kind < 0.5 and not maker.corrected:
        maker.corrected = True
        outlet = maker.articles[0].outlet
        name, source = "correction", maker.report(f"Correction: {denial}.", outlet)
    else:
        name, source = "dispute", maker.report(f"{capital(denial)}.")
    if maker.rng.random() < 0.5:
        copy(maker, source)
    return name


def _make_silent(maker: Maker, clauses: Sequence[str]) -> list[str]:
    """Up to two reports on the same subject that take no side."""
    chosen = maker.rng.sample(clauses, min(len(clauses), maker.rng.randint(0, 2)))
    for clause in chosen:
        maker.report(f"{capital(clause)}.")
    return ["beside the point"] if chosen else []


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
