"""The anchor index: one text against many, added to and taken from."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from secondsource.lineage import AnchorIndex, empty_index
from secondsource.lineage.matching.index import MERGED
from tests.lineage.prose import BRIDGE, FOOTER, HARBOUR, ORCHARD, RUSSIAN

_TEXTS = [HARBOUR, ORCHARD, BRIDGE, RUSSIAN]
_WORDS = [f"w{k}" for k in range(60)]


def _index(texts: list[str] = _TEXTS, outlet: str | None = None) -> AnchorIndex:
    index = empty_index().add(range(1, len(texts) + 1), texts)
    return index.learn([outlet] * (len(texts) + 1))


def _list_anchors(index: AnchorIndex) -> list[tuple[int, int, int]]:
    return sorted(
        anchor
        for segment in index.segments
        for anchor in zip(*(getattr(segment, c).tolist() for c in segment.__slots__), strict=True)
        if anchor[1] not in index.removed
    )


def test_finds_the_texts_that_share() -> None:
    index = _index()
    assert index.find_sharing([HARBOUR[:300]], 10) == (1,)
    assert index.find_sharing([f"{ORCHARD}\n\n{BRIDGE[:200]}"], 10) == (2, 3)
    assert index.find_sharing(["nothing of the sort stands in any of these texts at all"], 10) == ()


def test_limit() -> None:
    assert _index().find_sharing([f"{ORCHARD}\n\n{BRIDGE[:200]}"], 1) == (2,)


def test_boilerplate_is_not_followed() -> None:
    index = _index([f"{text}\n\n{FOOTER}" for text in _TEXTS], outlet="Coast Courier")
    assert len(index.boilerplate)
    assert index.find_sharing([f"Quite another text altogether.\n\n{FOOTER}"], 10) == ()


@given(
    st.lists(
        st.lists(st.lists(st.sampled_from(_WORDS), max_size=40).map(" ".join), max_size=4),
        max_size=12,
    ),
    st.sets(st.integers(0, 30)),
    st.integers(0, 12),
)
def test_added_and_dropped_bit_by_bit_or_built_at_once(
    batches: list[list[str]], dropped: set[int], drop_after: int
) -> None:
    grown, texts = empty_index(), dict[int, str]()
    for count, batch in enumerate(batches):
        numbers = range(len(texts), len(texts) + len(batch))
        texts |= dict(zip(numbers, batch, strict=True))
        grown = grown.add(numbers, batch)
        if count == drop_after:
            gone = [number for number in dropped if number in texts]
            grown = grown.drop(gone)
    if drop_after < len(batches):
        texts = {n: t for n, t in texts.items() if n not in grown.removed}
    built = empty_index().add(list(texts), list(texts.values()))
    assert _list_anchors(grown) == _list_anchors(built)
    for text in texts.values():
        assert grown.find_sharing([text], 99) == built.find_sharing([text], 99)


def test_adding_leaves_the_segments_as_they_are_until_there_are_many() -> None:
    index = empty_index()
    for number in range(MERGED - 1):
        before = index.segments
        index = index.add([number], [_TEXTS[number % 3]])
        assert all(old is new for old, new in zip(before, index.segments, strict=False))
        assert len(index.segments) == number + 1
    assert len(index.add([99], [BRIDGE]).segments) == 1


def test_ever_more_texts_make_few_segments() -> None:
    index = empty_index()
    for number in range(300):
        index = index.add([number], [f"{number} {_TEXTS[number % 4]}"])
    assert len(index.segments) < 3 * MERGED


def test_of_a_long_list_the_first_are_followed_also_over_segments_and_removals() -> None:
    index = empty_index()
    for number in range(60):
        index = index.add([number], [HARBOUR])
    assert index.find_sharing([HARBOUR], 3) == (0, 1, 2)
    assert index.drop([0, 2]).find_sharing([HARBOUR], 3) == (1, 3, 4)
    assert len(index.drop(range(20)).find_sharing([HARBOUR], 99)) == 40


def test_dropped_texts_are_not_found() -> None:
    assert _index().drop([1]).find_sharing([HARBOUR], 10) == ()


def test_boilerplate_is_learned_anew_only_when_a_large_collection_has_grown() -> None:
    index = _index()
    assert not index.has_outgrown
    assert index.add([9], [BRIDGE]).has_outgrown
    anchors = index.segments[0].take(np.zeros(1_000_000, np.int64))
    large = replace(index, segments=(anchors,), learned_from=950_000)
    assert not large.has_outgrown
    assert replace(large, learned_from=900_000).has_outgrown


def test_empty_index() -> None:
    assert empty_index().find_sharing([HARBOUR], 10) == ()
    assert empty_index().add([1], ["too short"]).segments == ()


def test_no_copy_of_a_story_that_many_have_is_left_out() -> None:
    # Each has a sentence of its own, which makes it no exact copy.
    copies = [f"{HARBOUR}\n\nRead aloud in town number {k} on a wet night." for k in range(120)]
    index = empty_index().add(range(1, 121), copies).learn([None] * 121)
    assert len(index.find_sharing([HARBOUR], 400)) == 120
    assert len(index.find_sharing([HARBOUR], 60)) == 60
