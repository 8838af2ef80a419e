"""The learned choices of an end and of a source, under weights made up for the test."""

import pytest

from secondsource.reading.attribution.english.candidates import find_candidates
from secondsource.reading.attribution.english.edges import choose_end, find_ends, find_tail
from secondsource.reading.attribution.english.grammar import Candidate
from secondsource.reading.attribution.english.sources import choose_source, find_options
from secondsource.reading.parse import Parse, parse_texts
from secondsource.sentences import split_sentences

TEXT = "Vellin said that the bridge was safe, which the council doubts."


def _read(text: str, cue: str) -> tuple[Parse, Candidate]:
    parse = next(parse_texts([text], [split_sentences(text, "en")]))
    found = [c for c in find_candidates(parse) if parse.tokens[c.head].text == cue]
    return parse, found[0]


def _words(parse: Parse, indexes: tuple[int, ...]) -> str:
    return " ".join(parse.tokens[i].text for i in indexes)


@pytest.mark.parametrize(
    ("weights", "content"),
    [
        ({}, "that the bridge was safe , which the council doubts"),
        ({"in , which": 1.0}, "that the bridge was safe"),
        ({"in before=NN": 1.0}, "that the bridge"),
    ],
)
def test_the_likeliest_end_is_taken(weights: dict[str, float], content: str) -> None:
    parse, candidate = _read(TEXT, "said")
    assert _words(parse, choose_end(parse, candidate, weights).content) == content


def test_a_content_can_be_lengthened_to_the_end_of_the_sentence() -> None:
    parse, candidate = _read("Vellin denied the report. The bridge stood.", "denied")
    tail = find_tail(parse, candidate)
    assert tail is not None
    assert find_ends(parse, tail)[-1] == tail.limit
    assert _words(parse, choose_end(parse, candidate, {"last object": 1.0}).content) == "the report"


def test_nothing_is_chosen_where_the_content_comes_first() -> None:
    parse, candidate = _read("According to Talkin, the north pillar is cracked.", "According")
    assert find_tail(parse, candidate) is None
    assert choose_end(parse, candidate, {"at": 1.0}) is candidate


@pytest.mark.parametrize(
    ("weights", "source"),
    [
        ({}, "Vellin"),
        ({"nobody": 1.0}, ""),
        ({"noun word=council": 1.0}, "the council"),
    ],
)
def test_the_likeliest_source_is_taken(weights: dict[str, float], source: str) -> None:
    text = "In the council Vellin said that the bridge was safe."
    parse, candidate = _read(text, "said")
    assert _words(parse, choose_source(parse, candidate, weights).source) == source


def test_words_of_the_content_are_no_sources() -> None:
    parse, candidate = _read(TEXT, "said")
    taken = set(candidate.content)
    assert not any(taken & set(option.words) for option in find_options(parse, candidate))
