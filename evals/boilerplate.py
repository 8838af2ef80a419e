"""Boilerplate: notices planted into unrelated articles, learned, and kept from joining them.

    python -m evals.boilerplate --data ../shared/data

Real texts that share nothing are dealt out to invented outlets. Newsletter notices, biography
lines with a number that changes, disclaimers and rotating lists of headlines are put on 2, 3, 5
or 50 articles of one outlet, and disclaimers on articles of several outlets. Beside them stand
what must not be taken for a notice: a story that twelve outlets print, cut and edited, and a
statement that twelve outlets quote in articles of their own. A paragraph that one outlet puts
into 30 of its stories is background: it may join nothing, but it is the article's own.

`marked` is the share of planted characters that are shown as boilerplate, by kind and number of
articles; `joined` the share of articles with a notice that an edge ties to another one with the
same, `kept_apart` the rest of all of them; `false_share` the share of all other characters that
are shown as boilerplate, `own_text_kept` the rest; `reprints_found` and `quotations_found` the
share of reprints and quoting articles that are tied as they should be; `own_marked` the share of
reprints, quotations and background that is marked. Prints one JSON object as its last line.
"""

import json
import random
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import typer

from evals.notices import MAKERS, Notice
from evals.planting import edit_words, paragraphs
from evals.reuse import alone_in_family
from evals.texts import read_articles
from secondsource.article import Article, Boilerplate, Span
from secondsource.lineage import Lineage, trace

COUNTS = (2, 3, 5, 50)
ROUNDS = 6  # notices of each kind and count, of the largest only one
OUTLETS = 40
REPRINTS = 12
BACKGROUND, AGENCY_PART = 30, 0.5
_WORDS = (150, 3000)


@dataclass(frozen=True, slots=True)
class Dressed:
    """An article into which something was put: what it is called, and where it stands."""

    article: Article
    group: str
    kind: str
    span: Span


@dataclass(slots=True)
class World:
    """Articles that wait for a place, those placed, and what was put into them."""

    rng: random.Random
    waiting: list[Article]
    titles: list[str]
    dressed: list[Dressed] = field(default_factory=list)
    plain: list[Article] = field(default_factory=list)

    def take(self, outlet: str) -> Article:
        """The next article, now of this outlet, under paragraphs."""
        article = self.waiting.pop()
        text = "\n\n".join(paragraphs(article.text))
        return Article(article.id, text, outlet=outlet, language=article.language)

    def take_sentences(self) -> list[str]:
        """Two sentences of a notice's length from an article used for nothing else."""
        while True:
            parts = re.split(r"(?<=[.!?])\s+", " ".join(self.waiting.pop().text.split()))
            fitting = [part for part in parts if 12 <= len(part.split()) <= 30]
            if len(fitting) >= 2:
                return fitting[:2]

    def put(self, text: str, outlet: str, kind: str, group: str, at_end: bool) -> None:
        """Dress the next article with a text, at its end or between two paragraphs."""
        article = self.take(outlet)
        parts = paragraphs(article.text)
        place = len(parts) if at_end else self.rng.randint(1, max(1, len(parts) - 1))
        start = sum(len(part) + 2 for part in parts[:place])
        parts.insert(place, text)
        whole = replace(article, text="\n\n".join(parts))
        self.dressed.append(Dressed(whole, group, kind, Span(start, start + len(text))))


def main(data: Path = Path("../shared/data"), seed: int = 20190218) -> None:
    """Prints the figures as one JSON object."""
    print(json.dumps(evaluate(read_articles(data), random.Random(seed))))


def evaluate(articles: Sequence[Article], rng: random.Random) -> dict[str, object]:
    """The figures over one world made of the articles."""
    world = build_world(articles, rng)
    found = trace([*world.plain, *(d.article for d in world.dressed)])
    return measure(world, found)


def build_world(articles: Sequence[Article], rng: random.Random) -> World:
    """Everything planted, and an outlet for each article that is left."""
    alone = [a for a in alone_in_family(articles, _WORDS) if a.language == "en"]
    rng.shuffle(alone)
    titles = sorted({a.title for a in articles if a.title and 6 <= len(a.title.split()) <= 14})
    world = World(rng, alone, titles)
    for kind in MAKERS:
        for count in COUNTS:
            for number in range(1 if count == max(COUNTS) else ROUNDS):
                _plant_notice(world, kind, count, f"{kind}-{count}-{number}")
    for count in (2, 3, 5, 12):
        for number in range(ROUNDS):
            _plant_shared(world, count, f"shared-{count}-{number}")
    for number in range(2):
        _plant_background(world, f"background-{number}")
        _plant_story(world, f"story-{number}")
        _plant_quotation(world, f"quotation-{number}")
    while world.waiting:
        outlet = "Agency" if rng.random() < AGENCY_PART else _some_outlet(rng)
        world.plain.append(world.take(outlet))
    return world


def _some_outlet(rng: random.Random) -> str:
    return f"Outlet {rng.randrange(OUTLETS)}"


def _plant_notice(world: World, kind: str, count: int, group: str) -> None:
    """A notice on some articles of one outlet; a newsletter stands within the text at times."""
    notice = MAKERS[kind](world.rng, world.take_sentences(), world.titles)
    outlet = _some_outlet(world.rng)
    at_end = kind != "newsletter" or world.rng.random() < 0.5
    for _ in range(count):
        world.put(notice(world.rng), outlet, f"{kind}_{count}", group, at_end)


def _plant_shared(world: World, count: int, group: str) -> None:
    """A disclaimer on articles of as many outlets."""
    notice: Notice = MAKERS["disclaimer"](world.rng, world.take_sentences(), world.titles)
    for number in world.rng.sample(range(OUTLETS), count):
        world.put(notice(world.rng), f"Outlet {number}", f"several_outlets_{count}", group, True)


def _plant_background(world: World, group: str) -> None:
    source = world.take("Agency")
    text = max(paragraphs(source.text), key=len)[:600]
    for _ in range(BACKGROUND):
        world.put(text, "Agency", "background", group, world.rng.random() < 0.3)


def _plant_story(world: World, group: str) -> None:
    """One story in twelve outlets, edited by a twentieth, half of them cut by a third."""
    story = world.take("Agency")
    for number, outlet in enumerate(world.rng.sample(range(OUTLETS), REPRINTS)):
        parts = paragraphs(story.text)
        kept = parts if number % 2 else parts[: max(1, 2 * len(parts) // 3)]
        text = edit_words(world.rng, "\n\n".join(kept), 0.05)
        copy = Article(f"{group}-{number}", text, outlet=f"Outlet {outlet}", language="en")
        world.dressed.append(Dressed(copy, group, "story", Span(0, len(text))))


def _plant_quotation(world: World, group: str) -> None:
    """A statement of 30 words that twelve outlets quote in articles of their own."""
    words = world.take("Agency").text.split()
    text = f"“{' '.join(words[20:50])},” the minister said."
    for outlet in world.rng.sample(range(OUTLETS), REPRINTS):
        world.put(text, f"Outlet {outlet}", "quotation", group, False)


_OWN = ("story", "quotation", "background")


def measure(world: World, found: Lineage) -> dict[str, object]:
    """The figures of what lineage found in a world."""
    marked: dict[str, list[float]] = defaultdict(list)
    for dressed in world.dressed:
        stretches = found.boilerplate.get(dressed.article.id, ())
        marked[dressed.kind].append(_count_marked(stretches, dressed.span) / len(dressed.span))
    tied = _share_tied(world.dressed, found)
    notices = {k: v for k, v in marked.items() if k not in _OWN}
    return {
        "marked": {k: _mean(v) for k, v in notices.items()},
        "learned_recall": _mean([share for shares in notices.values() for share in shares]),
        "joined": {k: v for k, v in tied.items() if k not in ("story", "quotation")},
        "kept_apart": round(1 - _mean([v for k, v in tied.items() if k in notices]), 4),
        "false_share": (false_share := _measure_false(world, found)),
        "own_text_kept": round(1 - false_share, 5),
        "reprints_found": tied["story"],
        "quotations_found": tied["quotation"],
        "own_marked": {k: _mean(marked[k]) for k in _OWN},
        "articles": len(world.dressed) + len(world.plain),
    }


def _share_tied(dressed: Iterable[Dressed], found: Lineage) -> dict[str, float]:
    """For each kind the share of articles that an edge ties to another of the same group."""
    group = {d.article.id: d.group for d in dressed}
    tied = {
        article
        for family in found.families
        for edge in family.edges
        if group.get(edge.child, 1) == group.get(edge.parent, 2)
        for article in (edge.child, edge.parent)
    }
    by_kind: dict[str, list[float]] = defaultdict(list)
    for each in dressed:
        by_kind[each.kind].append(each.article.id in tied)
    return {kind: _mean(shares) for kind, shares in by_kind.items()}


def _measure_false(world: World, found: Lineage) -> float:
    """The share of characters outside the notices that are shown as boilerplate."""
    wrong = total = 0
    for dressed in world.dressed:
        stretches = found.boilerplate.get(dressed.article.id, ())
        if dressed.kind in _OWN:
            notice, inside = 0, 0
        else:
            notice, inside = len(dressed.span), _count_marked(stretches, dressed.span)
        wrong += sum(len(s.span) for s in stretches) - inside
        total += len(dressed.article.text) - notice
    for article in world.plain:
        wrong += sum(len(s.span) for s in found.boilerplate.get(article.id, ()))
        total += len(article.text)
    return round(wrong / total, 5)


def _count_marked(stretches: Iterable[Boilerplate], span: Span) -> int:
    parts = ((max(s.span.start, span.start), min(s.span.end, span.end)) for s in stretches)
    return sum(max(0, end - start) for start, end in parts)


def _mean(values: Sequence[float]) -> float:
    return round(sum(values) / len(values), 4) if values else 0.0


if __name__ == "__main__":
    typer.run(main)
