"""The translation data sets as documents: lists of sentences by document, by language."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from lxml import etree

from evals.files import read_lines

Documents = Mapping[str, Sequence[str]]

_LANGUAGES = {
    "arb": "ar", "bel": "be", "bul": "bg", "ces": "cs", "dan": "da", "deu": "de", "ell": "el",
    "eng": "en", "est": "et", "fas": "fa", "fin": "fi", "fra": "fr", "heb": "he", "hin": "hi",
    "hrv": "hr", "hun": "hu", "hye": "hy", "ind": "id", "ita": "it", "jpn": "ja", "kat": "ka",
    "kaz": "kk", "kor": "ko", "lav": "lv", "lit": "lt", "nld": "nl", "nob": "no", "pol": "pl",
    "por": "pt", "ron": "ro", "rus": "ru", "slk": "sk", "slv": "sl", "spa": "es", "srp": "sr",
    "swe": "sv", "tha": "th", "tur": "tr", "ukr": "uk", "vie": "vi", "zho": "zh",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Versions:
    """A Russian document, sentence by sentence, and its English versions by who made them."""

    id: str
    russian: Sequence[str]
    english: Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Translations:
    """Documents in two languages (ISO 639-1), and who translated them."""

    languages: tuple[str, str]
    system: str
    source: Documents
    target: Documents


def name_language(code: str) -> str:
    """The ISO 639-1 code of a language in a file's name ("zho-CN"); the name itself if unknown."""
    return _LANGUAGES.get(code.split("-")[0], code)


def read_ntrex(folder: Path) -> dict[str, Documents]:
    """For each language (ISO 639-1; others by the name of their file) its documents."""
    if not (folder / "DOCUMENT_IDS.tsv").is_file():
        return {}
    names = read_lines(folder / "DOCUMENT_IDS.tsv")
    found: dict[str, Documents] = {}
    for path in sorted(folder.glob("newstest*.txt")):
        documents: dict[str, list[str]] = defaultdict(list)
        for name, line in zip(names, read_lines(path), strict=False):
            documents[name].append(line.strip())
        found.setdefault(name_language(path.name.split(".")[1]), dict(documents))
    return found


def read_wmt21(folder: Path) -> list[Translations]:
    """For each two languages and each machine its documents; each machine has a part of them.

    The documents of two languages are dealt out among the machines, so that every document is
    used once. Human references are dealt out as "human".
    """
    dealt: list[Translations] = []
    for languages, documents in sorted(_group(folder).items()):
        systems = sorted({system for _, _, outputs in documents for system in outputs})
        for number, system in enumerate(systems):
            own = [each for each in documents[number :: len(systems)] if system in each[2]]
            source = {name: sentences for name, sentences, _ in own}
            target = {name: outputs[system] for name, _, outputs in own}
            if own:
                dealt.append(Translations(languages, system, source, target))
    return dealt


def read_wmt21_versions(folder: Path) -> list[Versions]:
    """The Russian documents of WMT21, each with all its English versions."""
    return [Versions(*document) for document in _group(folder).get(("ru", "en"), [])]


_Document = tuple[str, list[str], dict[str, list[str]]]
"""Its id, its sentences, and its translations by who made them."""


def _group(folder: Path) -> dict[tuple[str, str], list[_Document]]:
    """The documents of all files by their two languages, in the order of the files."""
    found: dict[tuple[str, str], list[_Document]] = defaultdict(list)
    for path in sorted(folder.glob("*.xml")):
        for document in etree.parse(str(path)).getroot().iter("doc"):
            source = document.find("src")
            made = next(chain(document.iter("hyp"), document.iter("ref")), None)
            if source is not None and made is not None:
                languages = source.get("lang", "ru"), made.get("lang", "en")
                sentences = _sentences(source), _outputs(document)
                found[languages].append((document.get("id", ""), *sentences))
    return dict(found)


def _outputs(document: etree._Element) -> dict[str, list[str]]:
    found = {e.get("system", ""): _sentences(e) for e in document.findall("hyp")}
    references = document.findall("ref")
    return found | ({"human": _sentences(references[0])} if references else {})


def _sentences(element: etree._Element) -> list[str]:
    return [(segment.text or "").strip() for segment in element.iter("seg")]
