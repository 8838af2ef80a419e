"""The evaluation of loaded words reads its tables rightly."""

from evals.loaded import WRITTEN_FIRST, find_annotated, read_judged, read_marked
from evals.sentence_data import Item
from secondsource.reading.wording.techniques import TECHNIQUES


def test_the_table_is_as_large_as_it_says_and_a_third_of_it_are_traps() -> None:
    first = [s for s in read_marked() if s.number <= WRITTEN_FIRST]
    traps = [s for s in first if not s.spans]
    assert len(first) == WRITTEN_FIRST
    assert 0.3 < len(traps) / len(first) < 0.4
    assert {technique for s in first for _, technique in s.spans} <= set(TECHNIQUES)


def test_marks_become_spans_of_the_plain_sentence() -> None:
    sentence = read_marked()[10]
    ((span, technique),) = sentence.spans
    assert (span.of(sentence.text), technique) == ("disgraceful", "loaded_language")
    assert "[" not in sentence.text


def test_annotated_words_are_found_wherever_they_stand() -> None:
    item = Item("Sham talks are a sham; shamrocks are not.", True, "", ("sham", ""))
    assert [span.start for span in find_annotated(item)] == [0, 17]


def test_verdicts_are_one_of_two() -> None:
    assert set(read_judged().values()) == {"right", "wrong"}
