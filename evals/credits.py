"""How well credits are read from the words of articles, against what data sets say of them.

    python -m evals.credits --data ../shared/data

Two sets have something to hold against:

* `attribution/polnear`: metadata.tsv names each article's authors and its agency. A gold credit
  is (article, author, name) or (article, wire, agency) whose name stands in the first or last
  1,500 code points of the text: what the text does not say cannot be read from it. (The column
  `credit`, the "h/t" of one outlet, was cut from the texts, so it is not used.) A found author
  or agency that the metadata does not name is an error; where the metadata names no author, or
  gives no agency because none was collected ("NA"), what is found is not counted.
* `pages/fundus`: the authors of web pages, against the byline that collecting the page gives.

Names are matched whole, without case, titles, addresses or the outlet after a comma. Printed is
the micro-averaged F1 over both, and each with its precision and recall; null where there is nothing
to hold against.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from evals.files import read_packed, read_table, read_text
from evals.fundus import read_fundus
from secondsource.article import Role
from secondsource.collect.credits.find import find_credits
from secondsource.collect.formats.html import read_html
from secondsource.errors import UnreadableError

REACH = 1500
SAME_AGENCY = {"associated press": "ap", "the associated press": "ap", "the ap": "ap"}
UNKNOWN = frozenset({"", "None", "NA"})
BETWEEN_NAMES = re.compile(r"\s*(?:,|;|&|\band\b)\s*")
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many were found rightly, found wrongly and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    def figures(self) -> dict[str, float | None]:
        """Precision, recall and F1, each 0..1; None where there is nothing to count."""
        if self == Tally():
            return dict.fromkeys(("precision", "recall", "f1"))
        precision = self.right / max(1, self.right + self.wrong)
        recall = self.right / max(1, self.right + self.missed)
        f1 = 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)
        return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}


def main() -> None:
    """Print the figures as one JSON object; with --errors also each error, on stderr."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--errors", action="store_true")
    arguments = parser.parse_args()
    parts: dict[str, Tally] = {}
    for name, measure in (("polnear", measure_polnear), ("fundus", measure_fundus)):
        tallies = list(measure(arguments.data, arguments.errors))
        if tallies:
            parts[name] = sum(tallies, Tally())
        else:
            print(f"credits: no {name} data in {arguments.data}", file=sys.stderr)
    whole = sum(parts.values(), Tally()).figures()
    print(json.dumps({"f1": whole["f1"], **{n: t.figures() for n, t in parts.items()}}))


def measure_polnear(data: Path, errors: bool) -> Iterator[Tally]:
    """The tally of each PolNeAR article."""
    folder = data / "attribution" / "polnear"
    if not (folder / "metadata.tsv").exists():
        return
    texts = {path.stem: path for path in folder.glob("*/text/*.txt")}
    for row in read_table(folder / "metadata.tsv", "\t", quoted=False):
        if row["filename"] in texts:
            yield _compare_polnear(row, read_text(texts[row["filename"]]), errors)


def measure_fundus(data: Path, errors: bool) -> Iterator[Tally]:
    """The tally of each fundus page that names its authors."""
    for page in read_fundus(data / "pages" / "fundus"):
        if not page.authors:
            continue
        try:
            byline = read_html(read_packed(page.path)).byline
        except UnreadableError:
            byline = ()
        found = {("author", fold_name(name)) for name in byline}
        gold = {("author", fold_name(name)) for name in page.authors}
        yield compare(gold, found, page.path.name if errors else None)


def compare(gold: set[Key], found: set[Key], shown: str | None) -> Tally:
    """The tally for one article; its differences are printed when `shown` names it."""
    if shown is not None and gold != found:
        print(shown, "missed", gold - found, "wrong", found - gold, file=sys.stderr)
    return Tally(len(gold & found), len(found - gold), len(gold - found))


def fold_name(name: str) -> str:
    """A name without case, double spaces and what is not part of it."""
    bare = re.sub(r"^(?:by|rep\.?|sen\.?|gov\.?|dr\.?)\s+", "", name.strip(), flags=re.IGNORECASE)
    folded = " ".join(bare.replace("\u2019", "'").casefold().split()).strip(" .,")
    return SAME_AGENCY.get(folded, folded)


def _compare_polnear(row: dict[str, str], text: str, errors: bool) -> Tally:
    near = (text[:REACH] + "\n" + text[-REACH:]).casefold().replace("\u2019", "'")
    agency = "" if row["wire"] in UNKNOWN else fold_name(row["wire"])
    authors = set(_authors(row["author"], agency))
    gold = {("author", name) for name in authors if name in near}
    if agency and re.search(rf"\b{agency}\b", near):
        gold.add(("wire", agency))
    found = set(_found(text, skip_authors=not authors, skip_wire=row["wire"] == "NA"))
    # A right name that the metadata has but that stood further in than we looked is no error.
    found -= {("author", name) for name in authors} - gold
    return compare(gold, found, row["filename"] if errors else None)


def _authors(value: str, agency: str) -> Iterator[str]:
    """The persons in metadata.tsv's author column."""
    cut = re.sub(r"\bEmail:.*|https?:.*|\.\s+Email.*|\..*Twitter.*", "", value)
    for name in BETWEEN_NAMES.split(cut):
        folded = fold_name(name)
        personal = len(folded.split()) > 1 and "@" not in folded and "news" not in folded
        if name not in UNKNOWN and personal and folded not in (agency, "usa today"):
            yield folded


def _found(text: str, *, skip_authors: bool, skip_wire: bool) -> Iterable[Key]:
    for credit in find_credits(text):
        if credit.role is Role.AUTHOR and not skip_authors:
            yield "author", fold_name(credit.name)
        elif credit.role is Role.WIRE and not skip_wire:
            yield "wire", fold_name(credit.name)


if __name__ == "__main__":
    main()
