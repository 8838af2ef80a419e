"""The bundled newsroom is what its truth.json says it is.

The files are read here with the standard library alone, so that a fault in the program's own
reading cannot hide a fault in the collection. Only the last test uses the page extractor.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import trafilatura

import secondsource
from secondsource.article import Role
from secondsource.evidence.finding import Standing
from secondsource.lineage.family import Relation

DEMO = Path(secondsource.__file__).parent / "demo"
CHROME = {"nav", "footer", "aside", "header"}
LONGEST_COMMON_PHRASE = 11  # words; a shared short quotation is not shared text
SHORTEST_SHARED_STRETCH = 20  # words


@dataclass(frozen=True, slots=True)
class Piece:
    """One article as it lies in the collection, without its page's chrome."""

    key: str
    file: str
    paragraphs: tuple[str, ...]
    links: tuple[str, ...] = ()
    outlet: str | None = None
    language: str | None = None

    @property
    def text(self) -> str:
        return "\n\n".join(self.paragraphs)


@dataclass
class PageParser(HTMLParser):
    """Collects a page's paragraphs outside of its chrome, every address, and its canonical one."""

    canonical: str = ""
    paragraphs: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    chrome: int = 0
    inside: bool = False

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.links += [v for k, v in attrs if v and k in {"href", "src", "action", "content"}]
        if tag == "link" and values.get("rel") == "canonical":
            self.canonical = values["href"] or ""
        self.chrome += tag in CHROME
        if tag == "p" and not self.chrome:
            self.inside = True
            self.paragraphs.append("")

    def handle_endtag(self, tag: str) -> None:
        self.chrome -= tag in CHROME
        self.inside = self.inside and tag != "p"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.paragraphs[-1] += data


def read_page(path: Path) -> Piece:
    parser = PageParser()
    parser.feed(path.read_text("utf-8"))
    links = tuple(link for link in parser.links if "//" in link)
    return Piece(parser.canonical, name_of(path), tuple(parser.paragraphs), links)


def read_lines(path: Path) -> Iterator[Piece]:
    for line in path.read_text("utf-8").splitlines():
        record = json.loads(line)
        yield Piece(
            record["url"],
            name_of(path),
            tuple(record["text"].split("\n\n")),
            outlet=record["outlet"],
            language=record["language"],
        )


def name_of(path: Path) -> str:
    return path.relative_to(DEMO).as_posix()


@cache
def read_pieces() -> tuple[Piece, ...]:
    pieces = [read_page(path) for path in sorted(DEMO.rglob("*.html"))]
    for path in sorted(DEMO.rglob("*.jsonl")):
        pieces.extend(read_lines(path))
    for path in sorted(DEMO.rglob("*.txt")):
        paragraphs = tuple(path.read_text("utf-8").strip().split("\n\n"))
        pieces.append(Piece(name_of(path), name_of(path), paragraphs))
    return tuple(pieces)


@cache
def by_key() -> dict[str, Piece]:
    return {piece.key: piece for piece in read_pieces()}


@cache
def read_truth() -> Any:
    return json.loads((DEMO / "truth.json").read_text("utf-8"))


@cache
def facts() -> dict[str, dict[str, str]]:
    return {entry["key"]: entry for entry in read_truth()["articles"]}


def examined() -> Piece:
    return by_key()[read_truth()["examined"]]


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


@cache
def own_words(key: str) -> tuple[str, ...]:
    """The words of an article, without the notices that its outlet puts under others too."""
    starts = tuple(entry["text_starts"] for entry in read_truth()["boilerplate"])
    kept = (p for p in by_key()[key].paragraphs if not p.startswith(starts))
    return tuple(words(" ".join(kept)))


def longest_run(left: tuple[str, ...], right: tuple[str, ...]) -> int:
    """The length in words of the longest stretch that both have."""
    best = 0
    previous: dict[int, int] = {}
    for word in left:
        current = {j: previous.get(j - 1, 0) + 1 for j, other in enumerate(right) if other == word}
        best = max([best, *current.values()])
        previous = current
    return best


def numbers(text: str) -> set[str]:
    joined = re.sub(r"(?<=\d)[\s,](?=\d{3}\b)", "", text)
    return set(re.findall(r"\d+", joined))


def edges(*relations: str) -> list[tuple[str, str]]:
    return [(e["child"], e["parent"]) for e in read_truth()["edges"] if e["relation"] in relations]


def origins(because: str) -> list[list[str]]:
    return [
        origin["articles"]
        for claim in read_truth()["claims"]
        for origin in claim["origins"]
        if origin["because"] == because
    ]


def test_every_article_is_there_exactly_once() -> None:
    found = Counter((piece.key, piece.file) for piece in read_pieces())
    stated = Counter((entry["key"], entry["file"]) for entry in read_truth()["articles"])
    assert found == stated
    assert max(Counter(piece.key for piece in read_pieces()).values()) == 1


def test_formats_and_languages_are_mixed() -> None:
    newsroom = [entry for entry in facts().values() if entry["key"] != read_truth()["examined"]]
    assert len(newsroom) == 44
    assert Counter(entry["language"] for entry in newsroom) == {"en": 34, "ru": 10}
    kinds = Counter(Path(entry["file"]).suffix for entry in newsroom)
    assert kinds == {".html": 33, ".txt": 5, ".jsonl": 6}


@pytest.mark.parametrize("piece", read_pieces(), ids=lambda p: p.key)
def test_text_is_of_the_stated_language_and_of_an_articles_length(piece: Piece) -> None:
    cyrillic = len(re.findall("[а-яё]", piece.text.lower()))
    latin = len(re.findall("[a-z]", piece.text.lower()))
    language = facts()[piece.key]["language"]
    assert (cyrillic > latin) == (language == "ru")
    assert piece.language in {None, language}
    assert 70 <= len(words(piece.text)) <= 850


@pytest.mark.parametrize("piece", read_pieces(), ids=lambda p: p.key)
def test_every_address_is_an_invented_one(piece: Piece) -> None:
    hosts = {urlsplit(link).hostname or "" for link in piece.links}
    if "//" in piece.key:
        hosts.add(urlsplit(piece.key).hostname or "")
    assert [host for host in hosts if not host.endswith(".example")] == []
    addresses = set(re.findall(r"https?://([^/\s\"<]+)", (DEMO / piece.file).read_text("utf-8")))
    addresses.discard("schema.org")  # the vocabulary that JSON-LD names, not a source
    assert [host for host in addresses if not host.endswith(".example")] == []


def test_some_pages_hide_their_date() -> None:
    dated = re.compile(r"article:published_time|dcterms\.created|datePublished|<time")
    pages = [path for path in DEMO.rglob("*.html") if not dated.search(path.read_text("utf-8"))]
    assert len(pages) == 5


def test_truth_names_only_articles_that_exist() -> None:
    truth = read_truth()
    named = {key for family in truth["families"] for key in family}
    named |= {key for edge in truth["edges"] for key in (edge["child"], edge["parent"])}
    named |= {key for pair in truth["separate"] for key in pair}
    named |= {key for forecast in truth["forecasts"] for key in forecast["articles"]}
    named |= {
        k for claim in truth["claims"] for origin in claim["origins"] for k in origin["articles"]
    }
    assert named <= by_key().keys()


def test_truth_uses_the_programs_own_words() -> None:
    truth = read_truth()
    assert {edge["relation"] for edge in truth["edges"]} <= set(Relation)
    assert {credit["role"] for credit in truth["credits"]} <= set(Role)
    assert {claim["standing"] for claim in truth["claims"]} == set(Standing)


@pytest.mark.parametrize("part", ["claims", "forecasts"])
def test_claims_are_sentences_of_the_examined_article(part: str) -> None:
    sentences = [entry["sentence"] for entry in read_truth()[part]]
    counts = {sentence: examined().text.count(sentence) for sentence in sentences}
    assert set(counts.values()) == {1}, counts


def standing_of(stances: Counter[str], echoes: int) -> set[str]:
    """The standings that so many independent origins, and echoes besides, allow."""
    supports, disputes = stances["supports"], stances["disputes"]
    if supports and disputes:
        return {"contested"}
    if disputes:
        return {"disputed"}
    if supports:
        return {"corroborated" if supports > 1 else "single_origin"}
    return {"echoed"} if echoes else {"not_found", "not_checkable"}


@pytest.mark.parametrize("claim", read_truth()["claims"], ids=lambda c: c["sentence"][:40])
def test_standing_follows_from_the_origins(claim: dict[str, Any]) -> None:
    stances = Counter(o["stance"] for o in claim["origins"] if not o["echo"])
    echoes = sum(o["echo"] for o in claim["origins"])
    assert claim["standing"] in standing_of(stances, echoes)


@pytest.mark.parametrize(
    "claim",
    [c for c in read_truth()["claims"] if c["standing"] == "not_found"],
    ids=lambda c: c["sentence"][:40],
)
def test_what_is_found_nowhere_is_nowhere_else(claim: dict[str, Any]) -> None:
    others = [piece.text for piece in read_pieces() if piece.key != examined().key]
    assert not any(claim["sentence"] in text for text in others)
    subject = "Hotel Cormorant" if "Hotel" in claim["sentence"] else "ninety million"
    assert not any(subject in text for text in others)


@pytest.mark.parametrize(("child", "parent"), edges("copy", "edited", "excerpt", "merged"))
def test_planted_copies_share_a_long_stretch(child: str, parent: str) -> None:
    assert longest_run(own_words(child), own_words(parent)) >= SHORTEST_SHARED_STRETCH


@pytest.mark.parametrize(("child", "parent"), edges("translation"))
def test_translations_keep_the_numbers(child: str, parent: str) -> None:
    left, right = by_key()[child], by_key()[parent]
    assert facts()[child]["language"] != facts()[parent]["language"]
    kept = numbers(left.text) & numbers(right.text)
    assert len(kept) >= 0.6 * len(numbers(left.text))


@pytest.mark.parametrize(("child", "parent"), edges("credit"))
def test_retellings_link_to_what_they_retell(child: str, parent: str) -> None:
    assert parent in by_key()[child].links
    assert longest_run(own_words(child), own_words(parent)) <= LONGEST_COMMON_PHRASE


def test_the_rumour_runs_in_a_circle() -> None:
    """Narrows Watch is translated by a paper that a paper cites that Narrows Watch cites."""
    parents = dict(edges("credit", "translation"))
    start = next(child for child, parent in edges("credit") if parent == examined().key)
    follow_up = "https://narrowswatch.example/reports/stenvold-confirmed/"
    chain = [follow_up]
    while chain[-1] != start:
        chain.append(parents[chain[-1]])
    outlets = [facts()[key]["outlet"] for key in chain]
    assert outlets == ["Narrows Watch", "Meridian Bulletin", "Маяк пролива", "Narrows Watch"]


def test_families_hang_together_by_their_edges() -> None:
    pairs = edges("copy", "edited", "excerpt", "merged", "translation")
    for family in read_truth()["families"]:
        reached = {family[0]}
        for _ in family:
            reached |= {key for pair in pairs if reached & set(pair) for key in pair}
        assert reached == set(family)


@pytest.mark.parametrize(("left", "right"), read_truth()["separate"])
def test_separate_pieces_share_no_stretch(left: str, right: str) -> None:
    assert longest_run(own_words(left), own_words(right)) <= LONGEST_COMMON_PHRASE


def test_unlisted_pieces_share_no_stretch() -> None:
    """Whatever truth.json does not put into one family was really written apart."""
    members = {key: i for i, family in enumerate(read_truth()["families"]) for key in family}
    keys = sorted(by_key())
    joined = [
        (left, right)
        for i, left in enumerate(keys)
        for right in keys[i + 1 :]
        if members.get(left, left) != members.get(right, right)
        and longest_run(own_words(left), own_words(right)) > LONGEST_COMMON_PHRASE
    ]
    assert joined == []


@pytest.mark.parametrize("entry", read_truth()["boilerplate"], ids=lambda e: e["text_starts"][:30])
def test_boilerplate_stands_under_several_articles_of_its_outlet(entry: dict[str, str]) -> None:
    bearers = [
        piece.key
        for piece in read_pieces()
        if any(p.startswith(entry["text_starts"]) for p in piece.paragraphs)
    ]
    assert len(bearers) >= 2
    assert {facts()[key]["outlet"] for key in bearers} == {entry["outlet"]}


def test_ties_between_evidence_are_in_the_texts() -> None:
    houses = read_truth()["houses"].values()
    for articles in origins("same house"):
        outlets = {facts()[key]["outlet"] for key in articles}
        assert any(outlets <= set(house) for house in houses)
    for articles in origins("same voice"):
        for key in articles:
            assert "a senior official familiar with the talks" in by_key()[key].text
    families = [set(family) for family in read_truth()["families"]]
    for articles in origins("same text"):
        assert any(set(articles) <= family for family in families)


def test_wire_copies_name_their_agency() -> None:
    wire = next(f for f in read_truth()["families"] if len(f) == 5)
    assert len({facts()[key]["outlet"] for key in wire}) == 5
    for key in wire:
        assert re.search(r"\((Sundpress|Сундпресс)\)", by_key()[key].text)


def test_forecasts_are_answered_by_later_articles() -> None:
    published = facts()[read_truth()["examined"]]["published"]
    for forecast in read_truth()["forecasts"]:
        assert all(facts()[key]["published"] > published for key in forecast["articles"])
        assert (forecast["happened"] is None) == (not forecast["articles"])


def test_credits_stand_in_the_examined_text() -> None:
    lines = [p for p in examined().paragraphs if p.startswith(("Original article", "Translation"))]
    for credit in read_truth()["credits"]:
        assert any(credit["name"] in line for line in lines)
    assert any("18/02/2024" in line for line in lines)


def test_people_stand_in_some_text_under_each_name() -> None:
    everything = "\n".join(piece.text for piece in read_pieces())
    missing = [v for p in read_truth()["people"] for v in p["variants"] if v not in everything]
    assert missing == []


@pytest.mark.parametrize(
    "piece", [p for p in read_pieces() if p.file.endswith(".html")], ids=lambda p: p.file
)
def test_extraction_keeps_every_paragraph(piece: Piece) -> None:
    extracted = trafilatura.extract((DEMO / piece.file).read_text("utf-8")) or ""
    flat = " ".join(extracted.split())
    chrome = re.compile(r"^(By |© |Become a member|\S+ \S+, \d+ \w+ 2024$)")
    body = [" ".join(p.split()) for p in piece.paragraphs if not chrome.match(p)]
    assert [p for p in body if p not in flat] == []
