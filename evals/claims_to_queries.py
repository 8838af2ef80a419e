"""Claims to queries: how often a statement is made self-standing, and split, as a person would.

    python -m evals.claims_to_queries --data ../shared/data

The cases are of our own writing (`claims_to_queries_own.txt`), written before the rules; the odd
ones were looked at while the rules were mended, the even ones are kept and decide. `right` is
the share of cases whose text, parts, place and date are all right, `whole_right` and
`parts_right` those of text and parts; `harmful` the share that name somebody or something that
nobody meant: the wrong referent; `as_is_right` what leaving every statement as it is would score.
`--show` prints the odd cases that are not right. Prints one JSON object as its last line.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from secondsource.article import Article, Span, make_id
from secondsource.evidence.query.draft import tidy
from secondsource.evidence.query.question import Question
from secondsource.evidence.query.restate import restate_statements
from secondsource.reading import find_attributions
from secondsource.reading.attribution.voices import assign_voices
from secondsource.reading.statement import Kind, Statement

OWN = Path(__file__).with_name("claims_to_queries_own.txt")
_NAME = re.compile(r"[^\W\d_][\w’'-]*|\d+")
_SEVERAL = " || "


@dataclass(frozen=True, slots=True)
class Case:
    """One short article, the statement in it, and what that should become."""

    number: int
    language: str
    article: Article
    span: Span
    wholes: tuple[str, ...]
    parts: tuple[tuple[str, ...], ...]
    context: tuple[str, str] | None

    @property
    def is_kept(self) -> bool:
        """Whether the case was kept back while the rules were mended."""
        return self.number % 2 == 0


@dataclass(frozen=True, slots=True)
class Mark:
    """How one case came out."""

    whole: bool
    parts: bool
    context: bool
    harmful: bool
    as_is: bool

    @property
    def right(self) -> bool:
        """Whether all of it is right."""
        return self.whole and self.parts and self.context


def main(data: Path = Path("../shared/data"), show: bool = False) -> None:
    """Prints how many statements come out right, those kept back apart."""
    del data  # the cases are our own; the option is there because all evaluations have it
    cases = list(read_cases(OWN.read_text(encoding="utf-8")))
    marks = {case.number: mark_case(case, restate(case)) for case in cases}
    if show:
        for case in cases:
            if not case.is_kept and not marks[case.number].right:
                show_case(case, restate(case))
    print(json.dumps(measure(cases, marks)))


def read_cases(text: str) -> Iterator[Case]:
    """The cases of the file, numbered from 1."""
    for number, block in enumerate(re.split(r"^## ", text, flags=re.MULTILINE)[1:], start=1):
        head, *lines = block.strip().split("\n")
        language, _, day = head.partition(" ")
        body = [line for line in lines if not line.startswith(("= ", "+ ", "@ "))]
        marked = "\n".join(body).strip()
        start, end = marked.index("[["), marked.index("]]") - 2
        plain = marked.replace("[[", "").replace("]]", "")
        article = Article("", plain, language=language, published=day or None).with_id()
        place, _, date = next((x[2:] for x in lines if x.startswith("@ ")), "").partition("; ")
        yield Case(
            number,
            language,
            article,
            Span(start, end),
            tuple(line[2:] for line in lines if line.startswith("= ")),
            tuple(tuple(x[2:].split(_SEVERAL)) for x in lines if x.startswith("+ ")),
            (place, date) if place else None,
        )


def restate(case: Case) -> Question:
    """What the package makes of a case."""
    text = case.article.text
    said = find_attributions(text, case.language)
    voice = assign_voices(text, case.language, [case.span], said)[0]
    words = case.span.of(text)
    statement = Statement(make_id(case.number), case.span, words, Kind.CLAIM, 0.5, True, (), voice)
    return restate_statements(case.article, [statement])[0]


def mark_case(case: Case, question: Question) -> Mark:
    """How the package's answer compares with what was expected."""
    texts = [part.text for part in question.parts]
    fits = len(texts) == len(case.parts) and all(
        any(text in wanted for text in texts) for wanted in case.parts
    )
    as_is = tidy(case.span.of(case.article.text), bare=False)
    return Mark(
        question.whole.text in case.wholes,
        fits,
        case.context is None or _has_context(question, case.context),
        _is_harmful(case, question),
        as_is in case.wholes and not case.parts and case.context is None,
    )


def _has_context(question: Question, wanted: tuple[str, str]) -> bool:
    place, date = wanted
    found = f"{question.place or ''} {question.whole.text}".casefold()
    return place.casefold() in found and question.date == date


def _is_harmful(case: Case, question: Question) -> bool:
    """Whether a replacement brought in a name or number that no right answer has."""
    wanted = " ".join([*case.wholes, *(p for parts in case.parts for p in parts)])
    known = {word.casefold() for word in _NAME.findall(wanted)}
    put = [r.words for part in (question.whole, *question.parts) for r in part.replaced]
    names = (w for words in put for w in _NAME.findall(words) if w[0].isupper() or w[0].isdigit())
    return any(name.casefold() not in known for name in names)


def measure(cases: Sequence[Case], marks: dict[int, Mark]) -> dict[str, object]:
    """The figures of the kept cases, those of the mended ones beside them."""
    kept = [case for case in cases if case.is_kept]
    languages = {"en": {"en"}, "ru": {"ru"}, "others": {"de", "fr", "es", "uk", "pl"}}
    return {
        **_count(marks[case.number] for case in kept),
        "by_language": {
            name: _count(marks[c.number] for c in kept if c.language in codes)
            for name, codes in languages.items()
        },
        "mended": _count(marks[c.number] for c in cases if not c.is_kept),
    }


def _count(marks: Iterable[Mark]) -> dict[str, float | int]:
    own = list(marks)
    return {
        "right": _share([m.right for m in own]),
        "whole_right": _share([m.whole for m in own]),
        "parts_right": _share([m.parts for m in own]),
        "harmless": round(1 - _share([m.harmful for m in own]), 4),
        "harmful": _share([m.harmful for m in own]),
        "as_is_right": _share([m.as_is for m in own]),
        "cases": len(own),
    }


def _share(marks: Sequence[bool]) -> float:
    return round(sum(marks) / len(marks), 4) if marks else 0.0


def show_case(case: Case, question: Question) -> None:
    """Prints a case with what came out."""
    print(f"\n{case.number} {case.article.text}")
    print("  wanted:", *case.wholes, sep="\n    ")
    print("   found:", question.whole.text, f"@ {question.place}; {question.date}")
    print("  wanted parts:", *case.parts, sep="\n    ")
    print("   found parts:", *(part.text for part in question.parts), sep="\n    ")


if __name__ == "__main__":
    typer.run(main)
