"""How well articles are taken from web pages: their text, their date and their authors.

    python -m evals.pages --data ../shared/data

* `pages/article-extraction-benchmark`: f1 is that benchmark's own: words are cut into shingles
  of four, each page gives a precision and a recall of its shingles (counted with their number),
  these are averaged over pages, and F1 is that of the averages. Pages without any shingle in
  either text count as right. (github.com/scrapinghub/article-extraction-benchmark, evaluate.py;
  rewritten here from its description.)
* `pages/fundus`: date_accuracy is the share of pages whose day of publication is right (in the
  page's own time or in UTC); author_f1 is micro-averaged over names without case; body_f1 scores
  the text as above, and is printed beside f1, not in it.

A figure is null where there is nothing to measure it on. The same figures for trafilatura alone
go to stderr with --bare.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import trafilatura
from trafilatura.settings import Document

from evals.credits import Tally, compare, fold_name
from evals.files import read_json, read_packed
from evals.fundus import FundusPage, read_fundus
from secondsource.collect.formats.html import read_html
from secondsource.errors import UnreadableError

SHINGLE = 4
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Extracted:
    """What a reader took from a page; empty when it found no article."""

    text: str = ""
    published: str | None = None
    byline: tuple[str, ...] = ()


Reader = Callable[[bytes], Extracted]
Figures = dict[str, float | None]


def main() -> None:
    """Print the figures as one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--bare", action="store_true", help="also measure trafilatura alone")
    parser.add_argument("--errors", action="store_true", help="show the worst pages")
    arguments = parser.parse_args()
    if arguments.bare:
        print("bare", json.dumps(measure(arguments.data, read_bare, False)), file=sys.stderr)
    print(json.dumps(measure(arguments.data, read_ours, arguments.errors)))


def measure(data: Path, reader: Reader, errors: bool) -> Figures:
    """The figures of one reader on whatever page data there is."""
    figures: Figures = dict.fromkeys(("f1", "date_accuracy", "author_f1"))
    benchmark = list(_benchmark_pages(data / "pages" / "article-extraction-benchmark"))
    if benchmark:
        figures["f1"] = score_texts((reader(page), gold) for page, gold in benchmark)
    else:
        print(f"pages: no article-extraction-benchmark in {data}", file=sys.stderr)
    pages = [
        (page, reader(read_packed(page.path))) for page in read_fundus(data / "pages" / "fundus")
    ]
    if pages:
        figures.update(_score_fundus(pages, errors))
    else:
        print(f"pages: no fundus pages in {data}", file=sys.stderr)
    return figures


def read_ours(data: bytes) -> Extracted:
    """What collecting takes from a page."""
    try:
        article = read_html(data)
    except UnreadableError:
        return Extracted()
    return Extracted(article.text, article.published, article.byline)


def read_bare(data: bytes) -> Extracted:
    """What trafilatura alone takes from a page, with its defaults and without comments."""
    found = trafilatura.bare_extraction(data, include_comments=False, with_metadata=True)
    if not isinstance(found, Document):
        return Extracted()
    names = tuple(name for name in (found.author or "").split("; ") if name)
    return Extracted(found.text or "", found.date, names)


def score_texts(pairs: Iterable[tuple[Extracted, str]]) -> float:
    """The F1 of mean precision and mean recall of the texts' shingles."""
    scores = [_score_text(extracted.text, gold) for extracted, gold in pairs]
    precision = _mean(score[0] for score in scores if score[0] is not None)
    recall = _mean(score[1] for score in scores if score[1] is not None)
    return round(2 * precision * recall / max(1e-9, precision + recall), 4)


def _score_text(found: str, gold: str) -> tuple[float | None, float | None]:
    ours, theirs = shingles(found), shingles(gold)
    common = sum((ours & theirs).values())
    both_empty = 1.0 if not ours and not theirs else None
    precision = common / sum(ours.values()) if ours else both_empty
    recall = common / sum(theirs.values()) if theirs else both_empty
    return precision, recall


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """The runs of four words in a text with their number; the whole of a shorter one."""
    words = WORD.findall(text)
    count = max(1, len(words) - SHINGLE + 1) if words else 0
    return Counter(tuple(words[n : n + SHINGLE]) for n in range(count))


def _score_fundus(pages: list[tuple[FundusPage, Extracted]], errors: bool) -> Figures:
    dated = [(page, ours) for page, ours in pages if page.published]
    right = [_same_day(ours.published, page.published or "") for page, ours in dated]
    authors = sum((_compare_authors(page, ours, errors) for page, ours in pages), Tally())
    if errors:
        _show_errors(pages)
    return {
        "date_accuracy": round(sum(right) / len(right), 4) if right else None,
        "author_f1": authors.figures()["f1"],
        "body_f1": score_texts((ours, "\n".join(page.paragraphs)) for page, ours in pages),
    }


def _compare_authors(page: FundusPage, ours: Extracted, errors: bool) -> Tally:
    gold = {("author", fold_name(name)) for name in page.authors}
    found = {("author", fold_name(name)) for name in ours.byline}
    return compare(gold, found, page.path.name if errors else None)


def _show_errors(pages: list[tuple[FundusPage, Extracted]]) -> None:
    for page, ours in pages:
        if page.published and not _same_day(ours.published, page.published):
            print(page.path.name, "date", ours.published, page.published, file=sys.stderr)
        precision, recall = _score_text(ours.text, "\n".join(page.paragraphs))
        if (precision or 0) < 0.6 or (recall or 0) < 0.6:
            print(page.path.name, f"text {precision} {recall}", file=sys.stderr)


def _same_day(found: str | None, gold: str) -> bool:
    return found is not None and bool(_days(found) & _days(gold))


def _days(value: str) -> set[str]:
    """The day that a date names, as written and, with a zone, in UTC; none if it names no day."""
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return set()
    days = {moment.date().isoformat()}
    if moment.tzinfo is not None:
        days.add(moment.astimezone(UTC).date().isoformat())
    return days


def _benchmark_pages(folder: Path) -> Iterator[tuple[bytes, str]]:
    truth = folder / "ground-truth.json"
    if not truth.exists():
        return
    for name, entry in read_json(truth).items():
        page = next((folder / "html").glob(f"{name}.html*"), None)
        if page:
            yield read_packed(page), entry["articleBody"]
        else:
            print(f"pages: {name} has no page, left out", file=sys.stderr)


def _mean(values: Iterable[float]) -> float:
    listed = list(values)
    return sum(listed) / max(1, len(listed))


if __name__ == "__main__":
    main()
