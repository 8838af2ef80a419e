"""The pairs that the stance model learns from, mixed and made ready.

Three lists, one after the other: a warm-up of general inference; claim verification with some of
the first mixed in; and a last one of claim verification, new inference pairs, headlines and pairs
made so that likeness of words decides nothing. Pairs in two languages are in all three. Nothing
of the held-out quarter of any verification set is in them.
"""

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
from training.stance_headlines import make_headline_pairs
from training.stance_translations import make_parallel_pairs
from training.stance_twins import (
    make_bounds,
    make_copies,
    report_claims,
    respell_numbers,
    swap_beside_twins,
    swap_numbers,
)

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
# The last list: pairs that the warm-up left over.
FINAL = {
    "fever": (3800, 4600, 800),
    "ling_in_loop": (1300, 1300, 1300),
    "infotabs": (600, 700, 600),
    "cad_nli": (700, 700, 700),
    "mnli_dev_sample": (250, 250, 250),
}
# Longer ones are left out of the warm-up: three short pairs teach more than one long one in
# the same time.
SHORT = 60
_TRAIN_ONLY = ("fever", "infotabs", "ling_in_loop")
_SWAPS = 1500
_REPLAY = 0.25
_EPOCHS = 2
_FIRST, _LAST = 9000, 14_500  # pairs of the first and the last list that are used
_PARALLEL_FIRST, _PARALLEL_MAIN, _PARALLEL_LAST = 4500, 1800, 3500
_RARE_COPIES = 2
_TWINS = 900
_RESPELLED = 1200
_BOUNDS = 1200
_PREMISES = 40_000
_COPIES = 1000
_REPORTS = ((Stance.SUPPORTS, 400), (Stance.DISPUTES, 400), (Stance.DISCUSSES, 300))
_SAME_PAGE = 2
_SHORT_CLAIM = 15

# FEVER's premises often hold the same sentence several times over.
_REPEATED = re.compile(r"(.+?)(?: \1)+", re.DOTALL)
_WORD = re.compile(r"\w{4,}")


def make_pairs(data: Path, seed: int) -> list[LabelledPair]:
    """All pairs in the order in which they are learnt; those of later rounds come again."""
    warm_up = _make_warm_up(data, seed)
    rng = random.Random(seed + 3)
    first = warm_up[:_FIRST] + make_parallel_pairs(data, _PARALLEL_FIRST, rng)
    rng.shuffle(first)
    return first + _make_main(data, warm_up, seed) + _make_last(data, warm_up, seed)[:_LAST]


def _make_warm_up(data: Path, seed: int) -> list[LabelledPair]:
    """General inference pairs, so many of each file as `WARM_UP` says, with numbers swapped.

    Args:
        data: the folder that holds `inference/` and `verification/`.
        seed: fixes the sample and its order.
    """
    rng = random.Random(seed)
    banned = {fold(pair.claim) for pair in read_set("fever_symmetric", data / "verification")}
    chosen: list[LabelledPair] = []
    for name, counts in WARM_UP.items():
        short = (p for p in read_inference(name, data) if count_words(p) <= SHORT)
        pairs = [pair for pair in short if fold(pair.claim) not in banned]
        chosen += take_classes(pairs, counts, rng)
    chosen += swap_numbers([p for p in chosen if p.source == "fever"], _SWAPS, rng)
    rng.shuffle(chosen)
    return chosen


def _make_main(data: Path, warm_up: Sequence[LabelledPair], seed: int) -> list[LabelledPair]:
    """Claim-verification pairs, twice over and in another order each time.

    Each round adds unrelated passages, swapped numbers and a part of the warm-up, anew.
    """
    rng = random.Random(seed + 1)
    pairs = training_pairs(data) + read_wice(data, rng)
    rare = [p for p in pairs if p.source == "climate_fever" and p.stance is Stance.DISPUTES]
    chosen: list[LabelledPair] = []
    for _ in range(_EPOCHS):
        epoch = pairs + rare * (_RARE_COPIES - 1)
        epoch += make_unrelated(pairs, len(pairs) // 8, rng)
        epoch += swap_numbers(pairs, len(pairs) // 20, rng)
        epoch += rng.sample(list(warm_up), int(len(pairs) * _REPLAY))
        epoch += make_parallel_pairs(data, _PARALLEL_MAIN, rng)
        rng.shuffle(epoch)
        chosen += epoch
    return chosen


def _make_last(data: Path, warm_up: Sequence[LabelledPair], seed: int) -> list[LabelledPair]:
    """Claim-verification pairs once more, inference pairs new to the model, and made pairs."""
    rng = random.Random(seed + 2)
    pairs = training_pairs(data) + read_wice(data, rng)
    rare = [p for p in pairs if p.source == "climate_fever" and p.stance is Stance.DISPUTES]
    fresh = _take_fresh(data, warm_up, rng)
    chosen = pairs + rare * (_RARE_COPIES - 1) + fresh
    chosen += make_unrelated(pairs, len(pairs) // 8, rng)
    chosen += read_same_page(data, rng)
    premises = rng.sample(list(read_inference("fever", data)), _PREMISES)
    short = {p.passage: p for p in premises if count_words(p) <= SHORT}
    chosen += make_bounds(list(short.values()), _BOUNDS, rng)
    chosen += make_counterparts([*pairs, *fresh], rng)
    chosen += make_headline_pairs(data, seed)
    chosen += make_parallel_pairs(data, _PARALLEL_LAST, rng)
    rng.shuffle(chosen)
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


def read_same_page(data: Path, rng: random.Random) -> list[LabelledPair]:
    """FoolMeTwice claims beside sentences retrieved from the right page that are no evidence.

    Of those, two of the less likely half for each claim that is not held out; now and then one
    of them does bear on the claim, which the set does not say.
    """
    path = data / "verification" / "foolmetwice" / "dev.jsonl"
    made = []
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        claim = record["text"]
        gold = {sentence["text"] for sentence in record["gold_evidence"]}
        found = [sentence["text"] for sentence in record["retrieved_evidence"]]
        others = [text for text in found[len(found) // 2 :] if text not in gold]
        if not is_held_out(claim):
            for text in rng.sample(others, min(_SAME_PAGE, len(others))):
                made.append(LabelledPair(claim, text, Stance.DISCUSSES, "foolmetwice", claim))
    return made


def _take_fresh(data: Path, used: Sequence[LabelledPair], rng: random.Random) -> list[LabelledPair]:
    """Short inference pairs as `FINAL` says, none of them used and none of the symmetric set."""
    known = {(pair.claim, pair.passage) for pair in used}
    banned = {fold(pair.claim) for pair in read_set("fever_symmetric", data / "verification")}
    chosen: list[LabelledPair] = []
    for name, counts in FINAL.items():
        short = (p for p in read_inference(name, data) if count_words(p) <= SHORT)
        new = (p for p in short if (p.claim, p.passage) not in known)
        chosen += take_classes([p for p in new if fold(p.claim) not in banned], counts, rng)
    return chosen


def make_counterparts(pairs: Sequence[LabelledPair], rng: random.Random) -> list[LabelledPair]:
    """Pairs of like words on both sides, made of short ones: see `training/stance_twins.py`."""
    short = [pair for pair in pairs if count_words(pair) <= SHORT]
    rng.shuffle(short)
    sided = [pair for pair in short if pair.stance is not Stance.DISCUSSES]
    made = swap_beside_twins(sided, _TWINS, rng) + respell_numbers(sided, _RESPELLED, rng)
    copies = make_copies(short, _COPIES, rng)
    made += copies + swap_numbers(copies, _COPIES // 2, rng)
    claims = [pair for pair in short if len(pair.claim.split()) <= _SHORT_CLAIM]
    for stance, count in _REPORTS:
        made += report_claims(rng.sample(claims, count), stance, rng)
    return made


def read_inference(name: str, data: Path) -> Iterator[LabelledPair]:
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


def read_wice(data: Path, rng: random.Random) -> list[LabelledPair]:
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


def take_classes(
    pairs: Iterable[LabelledPair], counts: tuple[int, int, int], rng: random.Random
) -> list[LabelledPair]:
    """At most so many pairs of each class (supports, disputes, neither), drawn at random."""
    by_class: dict[Stance, list[LabelledPair]] = defaultdict(list)
    for pair in pairs:
        by_class[pair.stance].append(pair)
    taken = []
    for stance, count in zip(BY_NUMBER, counts, strict=True):
        found = by_class[stance]
        taken += rng.sample(found, min(count, len(found)))
    return taken


def count_words(pair: LabelledPair) -> int:
    """How many words claim and passage have together."""
    return len(pair.claim.split()) + len(pair.passage.split())


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}


def fold(text: str) -> str:
    """The letters and digits of a text alone, in lower case."""
    return "".join(character for character in text.casefold() if character.isalnum())
