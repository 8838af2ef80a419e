"""The small newsrooms: what is in them, and how an answer is measured."""

from evals.newsrooms import Asked, Room, examine, read_rooms, sum_up
from secondsource.evidence import Stance

ROOM = Room(
    "own-01",
    {
        "id": "e",
        "outlet": "Quay News",
        "language": "en",
        "published": "2031-05-06",
        "text": "The north bridge at Port Ansel was closed on Monday. Nobody was hurt.",
    },
    (
        {
            "id": "a1",
            "url": "https://herald.example/1",
            "outlet": "Herald",
            "language": "en",
            "published": "2031-05-06",
            "text": "On Monday the town of Port Ansel shut the north bridge, as our reporter saw.",
        },
        {
            "id": "a2",
            "url": "https://lamp.example/2",
            "outlet": "Lamp",
            "language": "en",
            "published": "2031-05-06",
            "text": "Apples will be dear this year, farmers fear after the hail of April.",
        },
    ),
    {},
    (
        Asked(
            "The north bridge at Port Ansel was closed on Monday.",
            (("a1",),),
            (),
            frozenset(),
            "single_origin",
        ),
    ),
)


def test_the_newsrooms_hold_together() -> None:
    rooms = read_rooms()
    assert len(rooms) == 48
    assert sum(room.is_kept for room in rooms) == 24
    for room in rooms:
        ids = [article["id"] for article in room.articles]
        assert len(ids) == len(set(ids))
        for asked in room.asked:
            assert asked.claim in room.examined["text"]
            placed = {a for o in (*asked.supporting, *asked.disputing) for a in o} | asked.echoes
            assert placed <= set(ids)


def test_an_answer_is_measured_from_end_to_end() -> None:
    (answer,) = examine(ROOM)
    assert answer.counts.true == (1, 0)
    assert answer.counts.found == (1, 0)
    assert answer.right_standing
    assert set(answer.read) == {(Stance.SUPPORTS, Stance.SUPPORTS), (None, None)}
    figures = sum_up([answer])
    assert figures["exact_share"] == figures["supporting_found"] == figures["silent_left"] == 1.0
