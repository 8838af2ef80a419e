"""The translation data sets as documents: lists of sentences by document, by language."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

Documents = Mapping[str, Sequence[str]]

_LANGUAGES = {
    "arb": "ar", "bel": "be", "deu": "de", "eng": "en", "fra": "fr", "kaz": "kk", "pol": "pl",
    "rus": "ru", "spa": "es", "tur": "tr", "ukr": "uk", "zho-CN": "zh",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Versions:
    """A Russian document, sentence by sentence, and its English versions by who made them."""

    id: str
    russian: Sequence[str]
    english: Mapping[str, Sequence[str]]


def read_ntrex(folder: Path) -> dict[str, Documents]:
    """For each language (ISO 639-1; others by the name of their file) its documents."""
    if not folder.is_dir():
        return {}
    names = _read_lines(folder / "DOCUMENT_IDS.tsv")
    found: dict[str, Documents] = {}
    for path in sorted(folder.glob("newstest*.txt")):
        documents: dict[str, list[str]] = defaultdict(list)
        for name, line in zip(names, _read_lines(path), strict=False):
            documents[name].append(line.strip())
        code = path.name.split(".")[1]
        language = _LANGUAGES.get(code, code)
        found.setdefault(language, dict(documents))
    return found


def read_wmt21(folder: Path) -> dict[str, tuple[Documents, Documents]]:
    """For each machine its Russian documents and its English ones; each machine has a part.

    The documents are dealt out among the machines, so that every document is used once. Human
    references are dealt out as "human".
    """
    documents = read_wmt21_versions(folder)
    systems = sorted({s for d in documents for s in d.english})
    found: dict[str, tuple[dict[str, Sequence[str]], dict[str, Sequence[str]]]] = {}
    for number, document in enumerate(documents):
        system = systems[number % len(systems)]
        if system in document.english:
            source, target = found.setdefault(system, ({}, {}))
            source[document.id] = document.russian
            target[document.id] = document.english[system]
    return {system: found[system] for system in sorted(found)}


def read_wmt21_versions(folder: Path) -> list[Versions]:
    """The documents of WMT21, each with all its English versions."""
    files = sorted(folder.glob("*.xml")) if folder.is_dir() else []
    documents = [document for path in files for document in etree.parse(str(path)).getroot()]
    return [
        Versions(document.get("id", ""), _sentences(document.find("src")), _outputs(document))
        for document in documents
    ]


def _outputs(document: etree._Element) -> dict[str, list[str]]:
    found = {e.get("system", ""): _sentences(e) for e in document.findall("hyp")}
    references = document.findall("ref")
    return found | ({"human": _sentences(references[0])} if references else {})


def _sentences(element: etree._Element) -> list[str]:
    return [(segment.text or "").strip() for segment in element.iter("seg")]


def _read_lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()
