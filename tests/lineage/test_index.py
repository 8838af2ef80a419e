"""The anchor index: one text against many, added to and taken from."""

from secondsource.lineage import AnchorIndex, empty_index
from tests.lineage.prose import BRIDGE, FOOTER, HARBOUR, ORCHARD, RUSSIAN

_TEXTS = [HARBOUR, ORCHARD, BRIDGE, RUSSIAN]


def _index(texts: list[str] = _TEXTS, outlet: str | None = None) -> AnchorIndex:
    numbers = list(range(1, len(texts) + 1))
    return empty_index().add(numbers, texts, [outlet] * (len(texts) + 1))


def test_finds_the_texts_that_share() -> None:
    index = _index()
    assert index.find_sharing([HARBOUR[:300]], 10) == (1,)
    assert index.find_sharing([f"{ORCHARD}\n\n{BRIDGE[:200]}"], 10) == (2, 3)
    assert index.find_sharing(["nothing of the sort stands in any of these texts at all"], 10) == ()


def test_limit() -> None:
    assert index_of_all(1) == (2,)


def index_of_all(limit: int) -> tuple[int, ...]:
    return _index().find_sharing([f"{ORCHARD}\n\n{BRIDGE[:200]}"], limit)


def test_boilerplate_is_not_followed() -> None:
    index = _index([f"{text}\n\n{FOOTER}" for text in _TEXTS], outlet="Coast Courier")
    assert len(index.boilerplate)
    assert index.find_sharing([f"Quite another text altogether.\n\n{FOOTER}"], 10) == ()


def test_added_at_once_or_one_by_one() -> None:
    grown = empty_index()
    for number, text in enumerate(_TEXTS, 1):
        grown = grown.add([number], [text], [None] * (number + 1))
    whole = _index()
    assert grown.anchors.hashes.tolist() == whole.anchors.hashes.tolist()
    assert grown.anchors.texts.tolist() == whole.anchors.texts.tolist()


def test_dropped_texts_are_not_found() -> None:
    assert _index().drop([1]).find_sharing([HARBOUR], 10) == ()


def test_empty_index() -> None:
    assert empty_index().find_sharing([HARBOUR], 10) == ()
