"""FNC-1 with the story that each pair belongs to, and PERSPECTRUM.

The Fake News Challenge (2017) gave headlines and article bodies, each pair labelled agree,
disagree, discuss or unrelated. Headlines and bodies of one story come together many times, so
a fair cut goes between stories: here a story is what related pairs and shared text join.
"""

import hashlib
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from evals.files import read_json, read_table
from evals.verification_sets import LabelledPair
from secondsource.evidence.finding import Stance

DEVELOPMENT_PERCENT = 20
READING_PERCENT = 60
"""Of the stories that are not for development, so many in a hundred teach the cross-encoder;
the others teach what is made of its answers, on which it must not have been trained."""

LABELS = {
    "agree": Stance.SUPPORTS,
    "disagree": Stance.DISPUTES,
    "discuss": Stance.DISCUSSES,
    "unrelated": Stance.UNRELATED,
}
_SIDES = {"SUPPORT": Stance.SUPPORTS, "UNDERMINE": Stance.DISPUTES}
_RUN = 5
_SHARED = 0.2


@dataclass(frozen=True, slots=True)
class HeadlinePair:
    """A headline, a whole article, and what people said that the article does to it.

    `story` is the story of the article, shared by all articles and headlines that must fall
    on one side when the set is cut; `headline_story` that of the headline, None where it
    comes with no related article.
    """

    headline: str
    article: str
    stance: Stance
    story: str
    headline_story: str | None


def read_fnc1(folder: Path) -> tuple[HeadlinePair, ...]:
    """All labelled pairs of a folder, in the order of its files; one that is there twice, twice.

    Args:
        folder: holds files named `*stances*.csv` and `*bodies*.csv` with the challenge's
            columns. A body is looked for first in the file named like that of the stances
            ("test_stances.csv", "test_bodies.csv"), then in the others.

    Returns:
        The pairs; none when nothing is there. Rows without a label are left out, and those
        without a body, which are counted on stderr.
    """
    bodies = {path.name: _read_bodies(path) for path in sorted(folder.glob("*bodies*.csv"))}
    rows: list[tuple[str, str, Stance]] = []
    for path in sorted(folder.glob("*stances*.csv")):
        own = bodies.get(path.name.replace("stances", "bodies"), {})
        known = {key: text for texts in bodies.values() for key, text in texts.items()} | own
        rows += _read_rows(path, known)
    return tuple(_add_stories(rows))


def read_perspectrum(folder: Path) -> tuple[LabelledPair, ...]:
    """Claims beside perspectives that support or undermine them, one of each cluster.

    Args:
        folder: holds PERSPECTRUM's files (Chen et al., NAACL 2019). Where its own split is
            there, only the claims of its test part are taken.

    Returns:
        The pairs; none when the set is not there.
    """
    pool, split = folder / "perspective_pool_v1.0.json", folder / "dataset_split_v1.0.json"
    answers = folder / "perspectrum_with_answers_v1.0.json"
    if not (pool.is_file() and answers.is_file()):
        return ()
    texts = {item["pId"]: item["text"] for item in read_json(pool)}
    parts = read_json(split) if split.is_file() else {}
    return tuple(
        LabelledPair(claim["text"], texts[cluster["pids"][0]], stance, folder.name, claim["text"])
        for claim in read_json(answers)
        if parts.get(str(claim["cId"]), "test") == "test"
        for cluster in claim["perspectives"]
        if (stance := _SIDES.get(cluster["stance_label_3"])) and cluster["pids"][0] in texts
    )


def part_of(story: str) -> str:
    """Which part a story is for: "development", "reading" or "deciding", the same in every run.

    "reading" may teach the cross-encoder, "deciding" the classifier that weighs its answers,
    "development" neither.
    """
    digest = hashlib.sha256(f"fnc1 {story}".encode()).digest()
    if int.from_bytes(digest[:8], "big") % 100 < DEVELOPMENT_PERCENT:
        return "development"
    second = int.from_bytes(digest[8:16], "big") % 100
    return "reading" if second < READING_PERCENT else "deciding"


def _read_bodies(path: Path) -> dict[str, str]:
    return {row["Body ID"].strip(): row["articleBody"] for row in read_table(path)}


def _read_rows(path: Path, bodies: Mapping[str, str]) -> Iterator[tuple[str, str, Stance]]:
    without_body = 0
    for row in read_table(path):
        stance = LABELS.get(row.get("Stance", "").strip().casefold())
        body = bodies.get(row["Body ID"].strip())
        without_body += stance is not None and body is None
        if stance and body is not None:
            yield row["Headline"], body, stance
    if without_body:
        print(f"{path.name}: {without_body} pairs without their body left out", file=sys.stderr)


def _add_stories(rows: list[tuple[str, str, Stance]]) -> Iterator[HeadlinePair]:
    """Each row with its stories: what related pairs and articles with shared text join."""
    joined = _Joined()
    articles = dict.fromkeys(article for _, article, _ in rows)
    for headline, article, stance in rows:
        if stance is not Stance.UNRELATED:
            joined.join(_headline_key(headline), article)
    for left, right in _find_copies(list(articles)):
        joined.join(left, right)
    names = joined.name_groups()
    for headline, article, stance in rows:
        own = names.get(_headline_key(headline))
        yield HeadlinePair(headline, article, stance, names.get(article, _name(article)), own)


def _headline_key(headline: str) -> str:
    return "headline " + " ".join(headline.split()).casefold()


def _find_copies(articles: list[str]) -> Iterator[tuple[str, str]]:
    """Pairs of articles that share a fifth of the five-word runs of the shorter one."""
    runs = [_word_runs(article) for article in articles]
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, found in enumerate(runs):
        shared: dict[int, int] = defaultdict(int)
        for run in found:
            for other in holders[run]:
                shared[other] += 1
            holders[run].append(place)
        for other, count in shared.items():
            if count >= _SHARED * min(len(found), len(runs[other])):
                yield articles[other], articles[place]


def _word_runs(text: str) -> set[tuple[str, ...]]:
    words = text.casefold().split()
    return {tuple(words[start : start + _RUN]) for start in range(len(words) - _RUN + 1)}


def _name(texts: Iterable[str] | str) -> str:
    """A short name for a group of texts, the same whatever their order."""
    first = texts if isinstance(texts, str) else min(texts)
    return hashlib.sha256(first.encode("utf-8", "surrogatepass")).hexdigest()[:16]


class _Joined:
    """Texts that belong together."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def find_root(self, text: str) -> str:
        while (above := self._parent.setdefault(text, text)) != text:
            self._parent[text] = self._parent[above]
            text = above
        return text

    def join(self, left: str, right: str) -> None:
        self._parent[self.find_root(left)] = self.find_root(right)

    def name_groups(self) -> dict[str, str]:
        groups: dict[str, list[str]] = defaultdict(list)
        for text in list(self._parent):
            groups[self.find_root(text)].append(text)
        return {text: _name(members) for members in groups.values() for text in members}
