"""Which labelled sentences are trained on, and which are kept to look at in the end."""

from evals.sentence_data import Item
from secondsource.models.trained_on import item_key

FOLDS = 4
DEVELOPMENT_PARTS = 20
DEVELOPMENT_SHARE = 3
DEVELOPMENT_DEBATES = 4


def split(items: list[Item]) -> tuple[list[Item], list[Item]]:
    """A training and a development part: 15% of the sentences, picked by their key."""
    held = [item.key % DEVELOPMENT_PARTS < DEVELOPMENT_SHARE for item in items]
    train = [item for item, out in zip(items, held, strict=True) if not out]
    return train, [item for item, out in zip(items, held, strict=True) if out]


def fold_of(key: int) -> int:
    """The fold of a training sentence, 0 to 3, whichever collection it stands in."""
    return key // DEVELOPMENT_PARTS % FOLDS


def split_subjectivity(items: list[Item]) -> tuple[list[Item], list[Item]]:
    """The published splits: train and dev to train on, dev_test for development."""
    train = [item for item in items if "test" not in item.group]
    return train, [item for item in items if "test" in item.group]


def split_later(items: list[Item]) -> tuple[list[Item], list[Item]]:
    """Two halves of the sentences of a later year: to choose a threshold on, and to keep."""
    chosen_on = [item for item in items if item.key % 2 == 0]
    return chosen_on, [item for item in items if item.key % 2]


def split_debates(
    debates: dict[str, list[Item]],
) -> tuple[dict[str, list[Item]], dict[str, list[Item]]]:
    """Whole debates: four for development, those whose names have the lowest keys."""
    held = sorted(debates, key=item_key)[:DEVELOPMENT_DEBATES]
    train = {name: items for name, items in debates.items() if name not in held}
    return train, {name: debates[name] for name in held}
