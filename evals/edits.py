"""Edits between two versions: changes planted into real articles, found and told apart.

    python -m evals.edits --data ../shared/data

Each article (FNC-1 bodies, PolNeAR) gives a parent and a child that differ in up to eight
planted changes of known types among ordinary ones of style, at most one a sentence, chosen by
a fixed seed. `recall` is, by type, the share of planted changes for which an edit of that type
is found at their place; `precision` the share of found edits of that type that stand where one
was planted (or may stand besides: a date within a source that was taken out). The articles are
halved by the hash of their id: everything was tuned on `dev`, nothing on the rest, which is
what `recall` and `precision` at the top count. Prints one JSON object as its last line.
"""

import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import typer

from evals.attribution import read_spans
from evals.edit_claims import reports_speech
from evals.edit_ground import WORDING, Ground, Proposal, Saying, may_be_quoted
from evals.edit_planting import PROPOSERS, find_names
from evals.edit_style import choose_loaded
from evals.planting import paragraphs
from evals.sentence_data import read_babe
from evals.texts import read_articles
from secondsource.article import Article, Span, make_id
from secondsource.lineage import Edge, Relation, Stretch
from secondsource.lineage.edits import find_edits
from secondsource.lineage.family import Edit, EditType

Figures = dict[str, dict[str, float]]
_CHANGES = 8
_APART = 160  # characters between two planted changes: they lie in different sentences
_ORDINARY = 3  # proposals of style taken before each other kind once more
_WORDS = (120, 3000)
_MARGIN = 2


@dataclass(frozen=True, slots=True)
class Planted:
    """A change with where it stands in parent and child, and what it must and may be."""

    kind: str
    before: Span
    after: Span
    types: frozenset[EditType]
    also: frozenset[EditType]


@dataclass(frozen=True, slots=True)
class Versions:
    """Two versions of an article, the changes planted between them, and whether in the title."""

    parent: Article
    child: Article
    planted: tuple[Planted, ...]
    other_title: bool = False


def main(data: Path = Path("../shared/data"), most: int = 1200, seed: int = 20190218) -> None:
    """Prints recall and precision by type, held out and (under dev) tuned on."""
    versions = list(make_versions(data, most, random.Random(seed)))
    held = [v for v in versions if not is_dev(v.parent)]
    dev = measure([v for v in versions if is_dev(v.parent)])
    print(json.dumps({**measure(held), "articles": len(held), "dev": dev}))


def is_dev(article: Article) -> bool:
    """Whether an article belongs to the half on which the word lists were tuned."""
    return int(make_id(article.id), 16) % 2 == 0


def make_versions(data: Path, most: int, rng: random.Random) -> Iterator[Versions]:
    """Pairs of versions made from the articles of a data folder, at most so many."""
    low, high = _WORDS
    articles = [
        a
        for a in read_articles(data)
        if a.language == "en" and low <= len(a.text.split()) <= high and "\n" in a.text
    ]
    rng.shuffle(articles)
    sayings = read_sayings(data)
    common = _gather(articles, sayings)
    marked = read_babe(data)
    loaded = {dev: choose_loaded(marked, dev) for dev in (True, False)}
    common = replace(common, marked=frozenset(w.lower() for item in marked for w in item.words))
    for given in articles[:most]:
        article, own = given, sayings.get(given.text, ())
        if given.title and rng.random() < 0.5:
            article, own = without_headline(given, own)
        ground = replace(
            common,
            text=article.text,
            title=article.title or "",
            sayings=own,
            loaded=loaded[is_dev(article)],
        )
        yield plant(rng, article, ground)


def _gather(articles: Sequence[Article], sayings: dict[str, tuple[Saying, ...]]) -> Ground:
    """What plants draw from: names, sources and paragraphs of all articles."""
    sources = {
        saying.source.of(text)
        for text, own in sayings.items()
        for saying in own
        if reports_speech(text, saying)
    }
    fit = [s for s in sources if 1 <= len(s.split()) <= 6 and s[0].isalpha() and "\n" not in s]
    parts = [p for a in articles[:300] for p in paragraphs(a.text) if 30 <= len(p.split()) <= 120]
    names = {name for a in articles[:300] for name in find_names(a.text)}
    return Ground(
        "",
        names=tuple(sorted(names)),
        sources=tuple(sorted(fit)),
        paragraphs=tuple(parts),
    )


def read_sayings(data: Path) -> dict[str, tuple[Saying, ...]]:
    """The annotated attributions of PolNeAR by the text that they belong to."""
    found: dict[str, tuple[Saying, ...]] = {}
    for split in ("train", "dev", "test"):
        for text, events in read_spans(data, split):
            usable = (
                Saying(e["Source"][0], e["Cue"][0], e["Content"][0])
                for e in events
                if all(len(e.get(role, ())) == 1 for role in ("Source", "Cue", "Content"))
            )
            found[text] = tuple(usable)
    return found


def plant(rng: random.Random, article: Article, ground: Ground) -> Versions:
    """Two versions of one article: it with some proposals carried out, each in one of them."""
    chosen = _choose(rng, ground)
    turned = [rng.random() < 0.5 and p.swapped is not None for p in chosen]
    texts = {"parent": [""], "child": [""]}
    planted: list[Planted] = []
    at = 0
    for proposal, swap in zip(chosen, turned, strict=True):
        own, other = ("child", "parent") if swap else ("parent", "child")
        for parts in texts.values():
            parts.append(article.text[at : proposal.span.start])
        spans = {
            own: _append(texts[own], proposal.span.of(article.text)),
            other: _append(texts[other], proposal.other),
        }
        types = proposal.swapped if swap and proposal.swapped is not None else proposal.types
        types, also = _place(article.text, proposal, types)
        planted.append(Planted(proposal.kind, spans["parent"], spans["child"], types, also))
        at = proposal.span.end
    parent, child = ("".join([*texts[side], article.text[at:]]) for side in ("parent", "child"))
    titles, changed = plant_title(rng, ground)
    return Versions(
        Article(article.id, parent, title=titles[0], language="en"),
        Article(f"{article.id}-child", child, title=titles[1], language="en"),
        tuple(planted),
        changed,
    )


def without_headline(
    article: Article, sayings: Sequence[Saying]
) -> tuple[Article, tuple[Saying, ...]]:
    """The article with its headline only as its title, its attributions moved with the text."""
    line = article.text.find("\n") + 1
    moved = (
        Saying(*(Span(s.start - line, s.end - line) for s in (each.source, each.cue, each.content)))
        for each in sayings
        if min(each.source, each.cue, each.content).start >= line
    )
    return replace(article, text=article.text[line:]), tuple(moved)


def plant_title(rng: random.Random, ground: Ground) -> tuple[tuple[str | None, str | None], bool]:
    """The titles of two versions, and whether the second says something else.

    Half of the titles that the text does not have are changed, to the first words of some
    paragraph or to half of their own; the others get the name of a site or other marks.
    """
    title, words = ground.title, ground.title.split()
    if not title or _letters(title) in _letters(ground.text[: 2 * len(title)]):
        return (title or None, title or None), False
    if rng.random() < 0.5:
        other = " ".join(rng.choice(ground.paragraphs).split()[: rng.randint(6, 11)]).rstrip(",.")
        return (title, rng.choice([other, " ".join(words[: max(1, len(words) // 2)])])), True
    plain = title.replace("’", "'").replace("“", '"').replace("”", '"')
    return (title, rng.choice([plain, f"{title} | The Daily Site", title.upper()])), False


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _place(
    text: str, proposal: Proposal, types: frozenset[EditType]
) -> tuple[frozenset[EditType], frozenset[EditType]]:
    """What a change must and may be, seen where it stands: in the headline, in a quotation."""
    also = proposal.also
    if "\n" not in text[: proposal.span.end].lstrip():
        also |= {EditType.HEADLINE}
    if may_be_quoted(text, proposal.span):
        also |= {EditType.QUOTATION}
        if types == WORDING:
            return frozenset(), also | WORDING
    return types, also


def _append(parts: list[str], words: str) -> Span:
    start = sum(map(len, parts))
    parts.append(words)
    return Span(start, start + len(words))


def _choose(rng: random.Random, ground: Ground) -> list[Proposal]:
    """Proposals far enough from each other, of as many kinds as there are, some of style."""
    pools = {kind: list(propose(rng, ground)) for kind, propose in PROPOSERS.items()}
    for pool in pools.values():
        rng.shuffle(pool)
    kinds = [kind for kind in pools if kind != "ordinary"]
    rng.shuffle(kinds)
    order = [kind for k in kinds for kind in (k, "ordinary")]
    chosen: list[Proposal] = []
    for kind in [*order, *order]:
        fitting = [p for p in pools[kind] if _is_apart(p.span, chosen)]
        if fitting and len(chosen) < 2 * _CHANGES:
            chosen.append(fitting[0])
            pools[kind].remove(fitting[0])
    return sorted(chosen, key=lambda p: p.span)


def _is_apart(span: Span, chosen: Iterable[Proposal]) -> bool:
    wide = Span(max(0, span.start - _APART), span.end + _APART)
    return not any(wide.overlaps(p.span) or wide.contains(p.span) for p in chosen)


def find_all(versions: Versions) -> tuple[Edit, ...]:
    """The edits that lineage finds between two versions."""
    parent, child = versions.parent, versions.child
    whole = Stretch(Span(0, len(child.text)), Span(0, len(parent.text)))
    edge = Edge(child.id, parent.id, Relation.EDITED, 0.9, 0.9, 0.9, True, (), (whole,))
    return find_edits(edge, parent, child).edits


def measure(versions: Iterable[Versions]) -> dict[str, object]:
    """Recall and precision by type, and how many were planted and found."""
    recall: dict[str, list[bool]] = defaultdict(list)
    precision: dict[str, list[bool]] = defaultdict(list)
    for pair in versions:
        edits = find_all(pair)
        for planted in pair.planted:
            for kind in planted.types:
                recall[kind].append(any(e.type is kind and is_at(e, planted) for e in edits))
        titles = [edit for edit in edits if edit.type is EditType.HEADLINE]
        if pair.other_title:
            recall[EditType.HEADLINE].append(bool(titles))
        for edit in edits:
            of_title = pair.other_title and edit.before_span is edit.after_span is None
            right = of_title or any(is_right(edit, planted) for planted in pair.planted)
            precision[edit.type].append(right)
    return {
        "recall": _shares(recall),
        "precision": _shares(precision),
        "planted": dict(sorted(Counter({k: len(v) for k, v in recall.items()}).items())),
        "found": dict(sorted(Counter({k: len(v) for k, v in precision.items()}).items())),
    }


def _shares(hits: dict[str, list[bool]]) -> dict[str, float]:
    return {str(kind): round(sum(each) / len(each), 4) for kind, each in sorted(hits.items())}


def is_right(edit: Edit, planted: Planted) -> bool:
    """Whether an edit says of a planted change what it is or also may be.

    To call another kind a mere change of wording is a miss of that kind, not counted twice.
    """
    return edit.type in planted.types | planted.also | WORDING and is_at(edit, planted)


def is_at(edit: Edit, planted: Planted) -> bool:
    """Whether an edit stands where a change was planted, in either version."""
    places = ((edit.before_span, planted.before), (edit.after_span, planted.after))
    return any(span is not None and _touch(span, place) for span, place in places)


def _touch(span: Span, place: Span) -> bool:
    return span.start <= place.end + _MARGIN and place.start <= span.end + _MARGIN


if __name__ == "__main__":
    typer.run(main)
