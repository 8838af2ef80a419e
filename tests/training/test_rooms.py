"""The newsrooms that a model learns from say of every article what it does to every claim."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from evals.newsrooms import read_rooms

FOLDER = "training/rooms"
ROWS = [
    pytest.param(json.loads(line), id=json.loads(line)["name"])
    for path in sorted(Path(FOLDER).glob("*.jsonl"))
    for line in path.read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("row", ROWS)
def test_each_article_does_one_thing_to_each_claim(row: dict[str, Any]) -> None:
    ids = Counter(article["id"] for article in row["articles"])
    for asked in (row, *row["claims_too"]):
        origins = [*asked["supporting"], *asked["disputing"], asked["echoes"], asked["silent"]]
        assert asked["claim"] in row["examined"]["text"]
        assert Counter(id_ for origin in origins for id_ in origin) == ids


def test_no_newsroom_is_also_one_that_measures() -> None:
    learnt = {str(room.examined["text"]) for room in read_rooms(Path(FOLDER))}
    assert len(learnt) == len(ROWS)
    assert learnt.isdisjoint(str(room.examined["text"]) for room in read_rooms())
