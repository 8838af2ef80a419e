"""The pairs that the stance model learns from, mixed and made ready.

Two lists: a warm-up of general inference, and a second list of claim verification with some
of the first mixed in. Nothing of the held-out quarter of any verification set is in either.
"""

import calendar
import csv
import gzip
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from evals.verification_sets import SETS, LabelledPair, is_held_out, read_set
from secondsource.evidence.finding import Stance

BY_NUMBER = (Stance.SUPPORTS, Stance.DISPUTES, Stance.DISCUSSES)

# Pairs of each class (supports, disputes, neither) taken from each inference file. FEVER's
# "neither" premises were made by machine, so few of them; FEVER's "dev" and "test" claims are
# those that the symmetric set was made of, so only "train" of it is read.
WARM_UP = {
    "fever": (4000, 5000, 1500),
    "ling_in_loop": (2400, 2400, 2400),
    "infotabs": (900, 900, 900),
    "cad_nli": (1000, 1000, 1000),
    "snli_devtest": (400, 400, 400),
    "mnli_dev_sample": (500, 500, 500),
    "seminli_base_wiki": (350, 350, 350),
    "negation_nli": (400, 500, 300),
    "check_covid": (411, 412, 409),
    "conjnli": (204, 138, 200),
    "dialfact_small": (99, 102, 98),
    "factcheck_gpt": (400, 146, 400),
    "commitmentbank": (150, 150, 75),
}
# Longer ones are left out of the warm-up: three short pairs teach more than one long one in
# the same time.
_WARM_UP_WORDS = 60
_TRAIN_ONLY = ("fever", "infotabs", "ling_in_loop")
_SWAPS = 1500
_REPLAY = 0.5
_EPOCHS = 3
_RARE_COPIES = 2

_NUMBER = re.compile(r"(?<![\w.,-])\d{1,4}(?![\w,]|\.\d)")
_MONTHS = [month for month in calendar.month_name if month]
_MONTH = re.compile(r"\b(?:" + "|".join(_MONTHS) + r")\b")
# FEVER's premises often hold the same sentence several times over.
_REPEATED = re.compile(r"(.+?)(?: \1)+", re.DOTALL)
_WORD = re.compile(r"\w{4,}")


def make_warm_up(data: Path, seed: int) -> list[LabelledPair]:
    """General inference pairs, so many of each file as `WARM_UP` says, with numbers swapped.

    Args:
        data: the folder that holds `inference/` and `verification/`.
        seed: fixes the sample and its order.
    """
    rng = random.Random(seed)
    banned = {_fold(pair.claim) for pair in read_set("fever_symmetric", data / "verification")}
    chosen: list[LabelledPair] = []
    for name, counts in WARM_UP.items():
        short = (p for p in _read_inference(name, data) if _count_words(p) <= _WARM_UP_WORDS)
        pairs = [pair for pair in short if _fold(pair.claim) not in banned]
        chosen += _take_classes(pairs, counts, rng)
    chosen += swap_numbers([p for p in chosen if p.source == "fever"], _SWAPS, rng)
    rng.shuffle(chosen)
    return chosen


def make_main(data: Path, warm_up: Sequence[LabelledPair], seed: int) -> list[LabelledPair]:
    """Claim-verification pairs, three times over and in another order each time.

    Each round adds unrelated passages, swapped numbers and a part of the warm-up, anew.
    """
    rng = random.Random(seed + 1)
    pairs = training_pairs(data) + _read_wice(data, rng)
    rare = [p for p in pairs if p.source == "climate_fever" and p.stance is Stance.DISPUTES]
    chosen: list[LabelledPair] = []
    for _ in range(_EPOCHS):
        epoch = pairs + rare * (_RARE_COPIES - 1)
        epoch += make_unrelated(pairs, len(pairs) // 8, rng)
        epoch += swap_numbers(pairs, len(pairs) // 20, rng)
        epoch += rng.sample(list(warm_up), int(len(pairs) * _REPLAY))
        rng.shuffle(epoch)
        chosen += epoch
    return chosen


def training_pairs(data: Path) -> list[LabelledPair]:
    """Every pair of the verification sets that is not held out."""
    every = (pair for name in SETS for pair in read_set(name, data / "verification"))
    return [pair for pair in every if not is_held_out(pair.group)]


def held_out_pairs(data: Path) -> list[LabelledPair]:
    """Every pair of the verification sets that is held out."""
    every = (pair for name in SETS for pair in read_set(name, data / "verification"))
    return [pair for pair in every if is_held_out(pair.group)]


def make_unrelated(
    pairs: Sequence[LabelledPair], count: int, rng: random.Random
) -> list[LabelledPair]:
    """Claims beside another claim's passage: of thirty passages the one most alike in words.

    So that the model learns that shared words are not yet evidence.
    """
    made = []
    for pair in rng.choices(pairs, k=count):
        others = [p for p in rng.sample(list(pairs), 30) if p.group != pair.group]
        words = _words(pair.claim)
        closest = max(others, key=lambda other: len(words & _words(other.passage)))
        made.append(replace(pair, passage=closest.passage, stance=Stance.DISCUSSES))
    return made


def swap_numbers(
    pairs: Sequence[LabelledPair], count: int, rng: random.Random
) -> list[LabelledPair]:
    """Supported claims with a number or month changed, so that the passage disputes them.

    Only a number that stands in both is changed, now in the claim, now in the passage.
    """
    supported = [pair for pair in pairs if pair.stance is Stance.SUPPORTS]
    rng.shuffle(supported)
    swapped = (_swap_one(pair, rng) for pair in supported)
    return [pair for pair in swapped if pair is not None][:count]


def _swap_one(pair: LabelledPair, rng: random.Random) -> LabelledPair | None:
    shared = sorted(_numbers(pair.claim) & _numbers(pair.passage))
    if not shared:
        return None
    old = rng.choice(shared)
    new = _other_number(old, rng)
    pattern = re.compile(rf"\b{old}\b")
    if rng.random() < 0.5:
        return replace(pair, claim=pattern.sub(new, pair.claim), stance=Stance.DISPUTES)
    return replace(pair, passage=pattern.sub(new, pair.passage), stance=Stance.DISPUTES)


def _numbers(text: str) -> set[str]:
    return {*_NUMBER.findall(text), *_MONTH.findall(text)}


def _other_number(old: str, rng: random.Random) -> str:
    """Another value of the same kind: a month, a year within 40, a number within its size."""
    if old in _MONTHS:
        return rng.choice([month for month in _MONTHS if month != old])
    value = int(old)
    reach = 40 if len(old) == 4 else max(3, value)
    shift = rng.randint(1, reach) * rng.choice((-1, 1))
    return str(value + shift if value + shift > 0 else value + abs(shift))


def _read_inference(name: str, data: Path) -> Iterator[LabelledPair]:
    """The pairs of one inference file: the hypothesis is the claim, the premise the passage."""
    path = data / "inference" / f"{name}.tsv.gz"
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if name in _TRAIN_ONLY and row["split"] != "train":
                continue
            claim, stance = row["hypothesis"], BY_NUMBER[int(row["label"])]
            yield LabelledPair(claim, _without_repeats(row["premise"]), stance, name, claim)


def _without_repeats(text: str) -> str:
    repeated = _REPEATED.fullmatch(text)
    return repeated.group(1) if repeated else text


def _read_wice(data: Path, rng: random.Random) -> list[LabelledPair]:
    """Supported claims with their supporting sentences, and beside other sentences of the page."""
    pairs = []
    path = data / "verification" / "wice" / "dev.jsonl"
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        claim, page = record["claim"], record["evidence"]
        gold = {i for group in record["supporting_sentences"] for i in group}
        others = [text for i, text in enumerate(page) if i not in gold and len(text) > 60]
        if record["label"] == "supported":
            passage = " ".join(page[i] for i in record["supporting_sentences"][0])
            pairs.append(LabelledPair(claim, passage, Stance.SUPPORTS, "wice", claim))
        if others:
            passage = rng.choice(others)
            pairs.append(LabelledPair(claim, passage, Stance.DISCUSSES, "wice", claim))
    return pairs


def _take_classes(
    pairs: Iterable[LabelledPair], counts: tuple[int, int, int], rng: random.Random
) -> list[LabelledPair]:
    by_class: dict[Stance, list[LabelledPair]] = defaultdict(list)
    for pair in pairs:
        by_class[pair.stance].append(pair)
    taken = []
    for stance, count in zip(BY_NUMBER, counts, strict=True):
        found = by_class[stance]
        taken += rng.sample(found, min(count, len(found)))
    return taken


def _count_words(pair: LabelledPair) -> int:
    return len(pair.claim.split()) + len(pair.passage.split())


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}


def _fold(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
