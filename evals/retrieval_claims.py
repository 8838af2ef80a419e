"""Claims with the passages of their own language that bear on them, among news on other things.

Climate-FEVER, FoolMeTwice, HealthVer and WiCE give claims and evidence that people tied to them;
the bundled newsroom names the articles behind each claim in its truth file. Evidence of one page
is one article. Whole news articles (PolNeAR, the bodies of FNC-1) lie between.
"""

import csv
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.texts import read_fnc1, read_polnear
from secondsource.article import Article, Span
from secondsource.collect import Collected, collect
from secondsource.demo import EXAMINED, FOLDER, TRUTH
from secondsource.reading.statement import AUTHOR, Kind, Statement

SETS = ("climate_fever", "foolmetwice", "healthver", "wice")
DEMO = "newsroom"
_EVIDENCE = ("SUPPORTS", "REFUTES", "Supports", "Refutes")
_TITLE = "(meta data) TITLE: "


@dataclass(frozen=True, slots=True)
class Asked:
    """A claim with its article, and the places that bear on it, by the ids of their articles."""

    source: str
    article: Article
    claim: Statement
    right: Mapping[str, tuple[Span, ...]]

    @property
    def held_out(self) -> bool:
        """Whether it is in the half that is reported; all of the newsroom is."""
        digest = hashlib.sha256(self.claim.text.encode()).digest()
        return self.source == DEMO or digest[0] % 2 == 1


class _Pages:
    """The pages of a set, each made of sentences in the order in which they came."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._texts: dict[str, str] = {}
        self._spans: dict[tuple[str, str], Span] = {}

    def place(self, page: str, sentence: str) -> Span:
        """Where a sentence stands on its page; it is added when it is not there yet."""
        if (page, sentence) not in self._spans:
            text = self._texts.get(page, "")
            start = len(text) + 2 * bool(text)
            self._texts[page] = f"{text}\n\n{sentence}" if text else sentence
            self._spans[page, sentence] = Span(start, start + len(sentence))
        return self._spans[page, sentence]

    def name(self, page: str) -> str:
        """The id of a page's article."""
        return f"{self._source}-{hashlib.sha256(page.encode()).hexdigest()[:16]}"

    def ask(self, text: str, places: Iterable[tuple[str, str]]) -> Asked | None:
        """The claim, with the places of its evidence as page and sentence; None without any."""
        right: dict[str, tuple[Span, ...]] = {}
        for page, sentence in places:
            right[self.name(page)] = (*right.get(self.name(page), ()), self.place(page, sentence))
        key = hashlib.sha256(text.encode()).hexdigest()[:16]
        article = Article(f"claim-{self._source}-{key}", text, language="en")
        span = Span(0, len(text))
        return Asked(self._source, article, _make_claim(text, span), right) if right else None

    def articles(self, *, titled: bool) -> list[Article]:
        """All pages as articles."""
        return [
            Article(self.name(page), text, title=page if titled else None, language="en")
            for page, text in self._texts.items()
        ]


def _make_claim(text: str, span: Span) -> Statement:
    return Statement("s", span, text, Kind.CLAIM, 1.0, True, (), AUTHOR)


def read_claims(data: Path) -> tuple[list[Asked], list[Article]]:
    """The claims of the four sets that have evidence, and the pages that hold it."""
    asked, articles = [], []
    for source, read in _READERS.items():
        pages = _Pages(source)
        asked += [each for each in read(data / source, pages) if each]
        articles += pages.articles(titled=source != "healthver")
    return asked, articles


def _read_climate_fever(folder: Path, pages: _Pages) -> Iterator[Asked | None]:
    for record in _json_lines(folder / "claims.jsonl"):
        for each in record["evidences"]:
            pages.place(each["article"], each["evidence"])
        right = [e for e in record["evidences"] if e["evidence_label"] in _EVIDENCE]
        yield pages.ask(record["claim"], [(e["article"], e["evidence"]) for e in right])


def _read_foolmetwice(folder: Path, pages: _Pages) -> Iterator[Asked | None]:
    for record in _json_lines(folder / "dev.jsonl"):
        page = record["wikipedia_page"]
        for each in record["retrieved_evidence"]:
            pages.place(page, each["text"])
        yield pages.ask(record["text"], [(page, e["text"]) for e in record["gold_evidence"]])


def _read_healthver(folder: Path, pages: _Pages) -> Iterator[Asked | None]:
    claims: dict[str, list[tuple[str, str]]] = {}
    with (folder / "dev.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            pages.place(row["evidence"], row["evidence"])
            right = claims.setdefault(row["claim"], [])
            if row["label"] in _EVIDENCE:
                right.append((row["evidence"], row["evidence"]))
    for claim, right in claims.items():
        yield pages.ask(claim, right)


def _read_wice(folder: Path, pages: _Pages) -> Iterator[Asked | None]:
    for record in _json_lines(folder / "dev.jsonl"):
        first, *sentences = record["evidence"]
        page = str(first).removeprefix(_TITLE)
        for sentence in sentences:
            pages.place(page, sentence)
        numbers = {n for group in record["supporting_sentences"] for n in group if n > 0}
        yield pages.ask(record["claim"], [(page, record["evidence"][n]) for n in sorted(numbers)])


def _json_lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())


_READERS = {
    "climate_fever": _read_climate_fever,
    "foolmetwice": _read_foolmetwice,
    "healthver": _read_healthver,
    "wice": _read_wice,
}


def read_newsroom() -> tuple[list[Asked], list[Article]]:
    """The claims of the bundled article, once for each English article named behind one.

    Articles that only repeat the examined one are left out.
    """
    truth = json.loads(TRUTH.read_text(encoding="utf-8"))
    (examined,) = (c.article for c in collect(EXAMINED) if isinstance(c, Collected))
    collected = [c for c in collect(FOLDER / "newsroom") if isinstance(c, Collected)]
    by_key = {c.article.url or f"newsroom/{Path(c.source).name}": c.article for c in collected}
    return list(_ask_newsroom(truth["claims"], examined, by_key)), list(by_key.values())


def _ask_newsroom(
    claims: Sequence[Mapping[str, Any]], examined: Article, by_key: Mapping[str, Article]
) -> Iterator[Asked]:
    for claim in claims:
        sentence = claim["sentence"]
        start = examined.text.find(sentence)
        if start < 0:
            continue
        made = _make_claim(sentence, Span(start, start + len(sentence)))
        for origin in claim["origins"]:
            for key in () if origin["echo"] else origin["articles"]:
                article = by_key.get(key)
                if article and article.language == "en":
                    whole = {article.id: (Span(0, len(article.text)),)}
                    yield Asked(DEMO, examined, made, whole)


def read_other_news(data: Path) -> list[Article]:
    """Real news that bears on none of the claims but by chance."""
    polnear = read_polnear(data / "attribution" / "polnear")
    return [*polnear, *read_fnc1(data / "stance" / "fnc1")]
