"""Whether a claim finds what bears on it, in its own language and in others.

    python -m evals.retrieval --data ../shared/data

Sentences of the documents of ntrex and wmt21 are claims, asked for among all documents in the
other language. Figures are of the documents that nothing was tuned on (`Document.held_out`; with
`--tuned` of the others). `recall_at_5` and `recall_at_10`: the share of claims whose passage is
among the first five or ten; `names_alone_at_10` is the peer, the same search without the words
of like meaning. Each is an object by pair of languages.

`same` is for one language: claims of Climate-FEVER, FoolMeTwice, HealthVer, WiCE and the bundled
newsroom, asked for among all their evidence and real news. `reranked` is what the program does,
`weighted` the same in the order of the index; the peers are `bm25` with all words alike and
`tf_idf`. The last line is one JSON object.
"""

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

import typer

from evals.retrieval_same import measure_same
from evals.retrieval_sets import LANGUAGES, Document, Sought, pair_documents, read_documents
from secondsource.archive import Archive, Hit
from secondsource.collect import Collected
from secondsource.evidence.query.terms import build_query
from secondsource.jobs.abroad import ArchiveAbroad
from secondsource.models.word_translation import load_word_translator

_LIMIT = 10
_PAIRS = (*(("en", language) for language in LANGUAGES), ("ru", "en"), ("de", "en"))


def measure(
    documents: dict[str, list[Document]], archive: Archive, every: int, *, tuned: bool
) -> dict[str, dict[str, float]]:
    """The figures, by pair of languages."""
    figures: dict[str, dict[str, float]] = {}
    for own, other in _PAIRS:
        part = [d for d in documents.get(own, []) if d.held_out != tuned]
        sought = pair_documents(part, documents.get(other, []))[::every]
        if not sought:
            continue
        ranks = _rank(sought, ArchiveAbroad(archive, load_word_translator(), (other,), False), own)
        alone = _rank(sought, ArchiveAbroad(archive, None, (other,), False), own)
        for name, found, most in (
            ("recall_at_5", ranks, 5),
            ("recall_at_10", ranks, 10),
            ("names_alone_at_10", alone, 10),
        ):
            share = sum(rank < most for rank in found) / len(sought)
            figures.setdefault(name, {})[f"{own}-{other}"] = round(share, 4)
    return figures


def _rank(sought: Sequence[Sought], abroad: ArchiveAbroad, language: str) -> list[int]:
    """For each claim the place of its passage, from 0; `_LIMIT` where it was not found."""
    queries = [build_query(each.claim, each.article) for each in sought]
    found = abroad.search_abroad(queries, language, _LIMIT)
    return [
        next((n for n, hit in enumerate(hits) if _holds(hit, each)), _LIMIT)
        for hits, each in zip(found, sought, strict=True)
    ]


def _holds(hit: Hit, sought: Sought) -> bool:
    common = min(hit.span.end, sought.span.end) - max(hit.span.start, sought.span.start)
    return hit.article == sought.target and 2 * common >= len(sought.span)


def main(data: Path = Path("../shared/data"), every: int = 1, tuned: bool = False) -> None:
    """Prints one line of JSON."""
    documents = read_documents(data / "translation")
    with tempfile.TemporaryDirectory() as folder, Archive.open(folder, create=True) as archive:
        articles = [each.article for own in documents.values() for each in own]
        archive.add(Collected(a, b"", "text/plain", a.id) for a in articles)
        figures = measure(documents, archive, every, tuned=tuned)
    same = measure_same(data, every, tuned=tuned)
    print(json.dumps({**figures, "same": same}))


if __name__ == "__main__":
    typer.run(main)
