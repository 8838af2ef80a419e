"""Whether names are told to be of one person or body, on three kinds of material.

    python -m evals.people --data ../shared/data

* `pairs`: a hand-made table of pairs across spellings, scripts, cases and initials, of which half
  was kept for measuring (`people_pairs.tsv`), with two plain ways beside it;
* `translated`: news documents and their translations (ntrex): how many of the people and bodies
  that the English text names are joined to a name in the translation, all documents being in one
  archive; `aligned` is the share of these joins whose two names stand in sentences that are
  translations of each other, `right` the share found right by hand among those of a sample
  of names that are not spelt alike;
* `archive`: clusters of several names among PolNeAR's articles: the share found right by hand among
  those of a sample that are still found.

`--show joins` and `--show clusters` print what there is to check by hand; the outcomes are kept as
hashes in `people_checked.tsv`, so that no name of the data sets is in the repository.
"""

import argparse
import csv
import json
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.people_names import list_errors, measure_pairs
from evals.translation_sets import Documents, read_ntrex
from secondsource.article import make_id
from secondsource.names.people import Someone, gather_people
from secondsource.names.within import NamedIn, read_names

CHECKED = Path(__file__).with_name("people_checked.tsv")
LANGUAGES = ("de", "es", "fr", "pl", "ru", "uk")
_SAMPLE, _SEED = 60, 7


@dataclass(frozen=True, slots=True)
class Joined:
    """A name of an English document joined to one of its translation; `aligned` as said above."""

    language: str
    left: str
    right: str
    aligned: bool

    @property
    def key(self) -> str:
        """The hash under which the check by hand is kept."""
        return make_id("join", self.language, self.left, self.right)


def main() -> None:
    """Print the figures as one JSON object, or what is to be checked by hand."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--show", choices=["joins", "clusters", "errors"])
    arguments = parser.parse_args()
    if arguments.show == "errors":
        print("\n".join(list_errors("dev")))
        return
    checked = read_checked()
    documents = read_ntrex(arguments.data / "translation" / "ntrex")
    found = {code: join_language(documents, code) for code in LANGUAGES if code in documents}
    clusters = find_clusters(arguments.data / "attribution" / "polnear")
    if arguments.show:
        print("\n".join(list_sample(show_all(arguments.show, found, clusters))))
        return
    figures: dict[str, object] = {"pairs": measure_pairs()}
    if found:
        figures["translated"] = measure_joins(found, checked)
    if clusters:
        figures["archive"] = measure_clusters(clusters, checked)
    print(json.dumps(figures))


def read_checked() -> dict[str, bool]:
    """By hash whether a join or a cluster was found right by hand."""
    if not CHECKED.exists():
        return {}
    with CHECKED.open(encoding="utf-8", newline="") as stream:
        return {key: label == "right" for key, label in csv.reader(stream, delimiter="\t")}


Row = tuple[int, str, NamedIn]


def join_language(
    documents: Mapping[str, Documents], code: str
) -> tuple[dict[str, int], list[Joined]]:
    """How many names there are by kind, and those that are joined, with one other language."""
    english, other = documents["en"], documents[code]
    shared = [name for name in english if name in other]
    rows = [*_read(english, shared, "en", 0), *_read(other, shared, code, len(shared))]
    people = gather_people(rows).everybody
    owners = {(article, name): s for s in people for article in s.articles for name in s.names}
    totals: dict[str, int] = {"person": 0, "body": 0}
    joined = []
    for article, _, named in rows:
        someone = owners.get((article, named.name))
        if article >= len(shared) or someone is None or someone.bare:
            continue
        totals[someone.kind.value] += 1
        parallel = article + len(shared)
        matching = [n for a, _, n in rows if a == parallel and owners.get((a, n.name)) is someone]
        if matching:
            pair = english[shared[article]], other[shared[article]]
            aligned = any(_are_aligned(named, match, pair) for match in matching)
            joined.append(Joined(f"{code}.{someone.kind}", named.name, matching[0].name, aligned))
    return totals, joined


def _read(documents: Documents, names: Sequence[str], code: str, first: int) -> Iterator[Row]:
    for number, name in enumerate(names):
        for named in read_names("\n".join(documents[name]), code):
            yield first + number, code, named


def _are_aligned(left: NamedIn, right: NamedIn, pair: tuple[Sequence[str], Sequence[str]]) -> bool:
    """Whether some sentence and its translation have a form of each."""
    return any(
        any(form.text in one for form in left.forms)
        and any(form.text in other for form in right.forms)
        for one, other in zip(*pair, strict=False)
    )


def measure_joins(
    found: Mapping[str, tuple[dict[str, int], list[Joined]]], checked: Mapping[str, bool]
) -> dict[str, object]:
    """The shares by language and kind, and over all."""
    figures: dict[str, object] = {}
    for code, (totals, joined) in found.items():
        figures[code] = {
            kind: round(sum(j.language.endswith(kind) for j in joined) / max(1, total), 3)
            for kind, total in totals.items()
        }
    every = [j for _, joined in found.values() for j in joined]
    named = sum(sum(totals.values()) for totals, _ in found.values())
    persons = [j for j in every if j.language.endswith("person")]
    of_persons = sum(totals["person"] for totals, _ in found.values())
    exact = sum(j.left == j.right for j in persons)
    of_bodies = named - of_persons
    return {
        **figures,
        "named": named,
        "joined": round(len(every) / max(1, named), 3),
        "persons_joined": round(len(persons) / max(1, of_persons), 3),
        "bodies_joined": round((len(every) - len(persons)) / max(1, of_bodies), 3),
        "persons_joined_exact": round(exact / max(1, of_persons), 3),
        "aligned": round(sum(j.aligned for j in every) / max(1, len(every)), 3),
        **_share_right((j.key for j in every), checked),
    }


def find_clusters(folder: Path) -> list[Someone]:
    """The people and bodies of several full names among PolNeAR's articles."""
    paths = sorted(folder.glob("*/text/*.txt"))
    rows = [
        (number, "en", named)
        for number, path in enumerate(paths)
        for named in read_names(path.read_text(encoding="utf-8"), "en")
    ]
    return [someone for someone in gather_people(rows).everybody if len(someone.names) > 1]


def measure_clusters(clusters: Sequence[Someone], checked: Mapping[str, bool]) -> dict[str, object]:
    """How many there are, and the share found right by hand among those that were checked."""
    return {"clusters": len(clusters), **_share_right(map(cluster_key, clusters), checked)}


def _share_right(keys: Iterable[str], checked: Mapping[str, bool]) -> dict[str, object]:
    outcomes = [checked[key] for key in dict.fromkeys(keys) if key in checked]
    share = sum(outcomes) / len(outcomes) if outcomes else None
    return {"checked": len(outcomes), "right": None if share is None else round(share, 3)}


def cluster_key(someone: Someone) -> str:
    """The hash of a cluster's names."""
    return make_id("cluster", *sorted(someone.names))


def list_sample(shown: Mapping[str, str]) -> Iterator[str]:
    """Some of what there is to check, with its hash, the same each time."""
    keys = sorted(shown)
    for key in sorted(random.Random(_SEED).sample(keys, min(_SAMPLE, len(keys)))):
        yield f"{key}\t{shown[key]}"


def show_all(
    what: str, found: Mapping[str, tuple[dict[str, int], list[Joined]]], clusters: list[Someone]
) -> Mapping[str, str]:
    """By hash what a person has to look at."""
    if what == "joins":
        every = (j for _, joined in found.values() for j in joined if j.left != j.right)
        return {j.key: f"{j.language}\t{j.left}\t{j.right}\t{j.aligned}" for j in every}
    return {cluster_key(s): f"{s.kind}\t{' | '.join(s.names)}" for s in clusters}


if __name__ == "__main__":
    main()
