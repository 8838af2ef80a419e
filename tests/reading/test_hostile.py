"""Texts that nobody wrote to be read: endless runs, endless sentences, whole books."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.article import Article, Span
from secondsource.reading import read_article
from secondsource.reading.attribution.blocks import LONGEST_BLOCK, cut_blocks
from secondsource.reading.attribution.voices import find_attributions
from secondsource.reading.parse import parse_texts
from secondsource.sentences import LONGEST_READ, split_sentences

PLAIN = "Vera Olin said that the bridge is safe."
HOSTILE = {
    "quotation marks": '"' * 20_000,
    "opening marks": "“" * 20_000,
    "lone opening marks": "“ word " * 3_000,
    "apostrophes that open": "'a " * 7_000,
    "according to": "according to " * 1_500,
    "he said that": "he said that " * 1_500,
    "no spaces": "a" * 50_000,
    "full stops": "." * 20_000,
    "nested brackets": "(" * 10_000 + "word" + ")" * 10_000,
    "nested quotations": "“‘" * 5_000 + "word" + "’”" * 5_000,
    "white space": " " * 100_000 + "x",
    "an address": "http://" + "a/" * 20_000,
    "combining marks": "a" + "\u0301" * 20_000,
    "Russian verbs": "сказал что " * 1_800,
}


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "ru", "de"])
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_what_stands_around_noise_is_still_read(text: str, language: str) -> None:
    whole = f"{text}\n\n{PLAIN}"
    statements = read_article(Article(id="x", text=whole, language=language))
    assert statements[-1].text == PLAIN
    assert all(s.span.of(whole) == s.text for s in statements)
    if language == "en":
        voice = statements[-1].voice
        assert voice.source is not None
        assert voice.source.text == "Vera Olin"


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_the_parser_is_given_few_tokens_of_noise(text: str) -> None:
    whole = f"{text}\n\n{PLAIN}"
    (parse,) = parse_texts([whole], [split_sentences(whole, "en")])
    assert len(parse.tokens) < 20
    last = parse.tokens[-9:]
    assert " ".join(token.text for token in last) == PLAIN.replace(".", " .")
    assert all(token.span.of(whole) == token.text for token in last)


def test_a_very_long_sentence_is_a_statement_without_attributions() -> None:
    sentence = "Vera Olin said that " + "the bridge and " * 200 + "the port are safe."
    assert len(sentence) > LONGEST_READ
    assert find_attributions(sentence, "en") == ()
    (statement,) = read_article(Article(id="x", text=sentence, language="en"))
    assert statement.text == sentence
    assert statement.voice.source is None


def test_attributions_beyond_the_first_block_stand_in_their_place() -> None:
    text = "\n\n".join([PLAIN, "x" * 400_000, "." * 700_000, PLAIN])
    found = find_attributions(text, "en")
    assert [a.source.text for a in found if a.source] == ["Vera Olin", "Vera Olin"]
    last = found[-1]
    assert last.source is not None
    assert last.cue is not None
    assert last.source.span is not None
    assert (last.source.span.of(text), last.cue.span.of(text)) == ("Vera Olin", "said")
    assert [p.of(text) for p in last.content] == ["that the bridge is safe"]
    assert last.cue.span.start > 1_100_000


CUTS = [
    # what fills the text, and with what every block but the last ends
    ("A line of some words.\n\n", "\n\n"),
    ("A line of some words.\n", "\n"),
    ("A sentence of some words. ", ". "),
    ("word ", " "),
    ("x", "x"),
]


@pytest.mark.parametrize(("filling", "end"), CUTS)
def test_blocks_end_at_the_best_place(filling: str, end: str) -> None:
    text = filling * (3 * LONGEST_BLOCK // len(filling))
    blocks = cut_blocks(text)
    assert len(blocks) > 2
    assert all(block.of(text).endswith(end) for block in blocks[:-1])


@given(st.lists(st.sampled_from(["\n\n", "\n", ". ", " ", "x", "x" * 60_000]), max_size=12))
def test_blocks_cover_the_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    blocks = cut_blocks(text)
    assert "".join(block.of(text) for block in blocks) == text
    assert all(len(block) <= LONGEST_BLOCK for block in blocks)
    if len(text) <= LONGEST_BLOCK:
        assert blocks == (Span(0, len(text)),)
