"""The network that judges English sentences, in PyTorch: a base, what it is taught and how.

An example is a sentence with what is known of it: for each of `JUDGEMENTS` how true it is (0..1),
and for each of its words how strongly it carries a judgement. What is known may be a person's
label or what teachers say (`training.teachers`); both are taught the same way.
"""

import random
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from secondsource.models.encoder import JUDGEMENTS
from training.bases import Base

BATCH = 16
HEAD_RATE = 1e-3
WARM_UP = 0.1
DROPOUT = 0.1
PIECES_TRAINED = 96
WORD_WEIGHT, MARKED_WEIGHT, OPINION_WEIGHT = 1.5, 2.0, 0.5
UNASKED = float("nan")
Floats: TypeAlias = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence: its word pieces, what it is for each of `JUDGEMENTS`, what its pieces are.

    `UNASKED` stands where nothing is known; `words` is None where nothing is known of any.
    """

    pieces: tuple[int, ...]
    judged: tuple[float, ...]
    words: Floats | None


@dataclass(frozen=True, slots=True)
class Course:
    """So many epochs at one rate; `drawn` says of how many examples of a set each epoch makes
    use, drawn anew (of sets not named: of all)."""

    epochs: int
    rate: float
    drawn: Mapping[str, int]
    seed: int


class Network(nn.Module):  # type: ignore[misc]  # torch is not installed with the tests
    """A base with one head for judgements and one for words."""

    def __init__(self, base: Base) -> None:
        super().__init__()
        self.words, self.body = base.words, base.encoder
        for frozen in (self.body.embeddings, *self.body.encoder.layer[: base.frozen_layers]):
            frozen.requires_grad_(False)
        self.drop = nn.Dropout(DROPOUT)
        self.judge = nn.Linear(2 * base.words.embedding_dim, len(JUDGEMENTS))
        self.word = nn.Linear(base.words.embedding_dim, 1)
        for head, bias in ((self.judge, 0.0), (self.word, -2.0)):
            nn.init.normal_(head.weight, std=0.02)
            nn.init.constant_(head.bias, bias)

    def forward(self, pieces: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        """Mean vector, judgements and word logits of some sentences, before any scaling."""
        hidden = self.body(
            inputs_embeds=self.words(pieces),
            attention_mask=mask,
            token_type_ids=torch.zeros_like(pieces),
        ).last_hidden_state
        weights = mask[:, :, None].to(hidden.dtype)
        mean = (hidden * weights).sum(1) / weights.sum(1)
        highest = (hidden - (1 - weights) * 1e4).max(1).values
        judged = self.judge(self.drop(torch.cat([mean, highest], 1)))
        return mean, judged, self.word(self.drop(hidden))[:, :, 0]


def plan_epoch(
    examples: Mapping[str, Sequence[Example]], drawn: Mapping[str, int], seed: int
) -> list[list[Example]]:
    """The batches of one epoch: each of one set, of about equal lengths, in random order."""
    order = random.Random(seed)
    batches = []
    for name, found in examples.items():
        some = order.sample(found, min(drawn.get(name, len(found)), len(found)))
        for start in range(0, len(some), BATCH * 16):
            alike = sorted(some[start : start + BATCH * 16], key=lambda item: len(item.pieces))
            batches += [alike[at : at + BATCH] for at in range(0, len(alike), BATCH)]
    order.shuffle(batches)
    return batches


def pad(batch: Sequence[Example], longest: int) -> tuple[Tensor, Tensor]:
    """Pieces and mask of a batch, of one width."""
    width = min(longest, max(len(item.pieces) for item in batch))
    pieces = torch.zeros((len(batch), width), dtype=torch.long)
    mask = torch.zeros_like(pieces)
    for row, item in enumerate(batch):
        kept = torch.tensor(item.pieces[:width])
        pieces[row, : len(kept)] = kept
        mask[row, : len(kept)] = 1
    return pieces, mask


def measure_loss(network: Network, batch: Sequence[Example]) -> Tensor:
    """The binary cross-entropy of everything that is known of a batch, weighted and summed."""
    with torch.autocast("cpu", torch.bfloat16):
        _, judged, words = network(*pad(batch, PIECES_TRAINED))
    known = torch.tensor([item.judged for item in batch])
    total = torch.zeros(())
    for place, name in enumerate(JUDGEMENTS):
        weight = OPINION_WEIGHT if name == "opinion" else 1.0
        total = total + weight * _cross_entropy(judged[:, place].float(), known[:, place], 1.0)
    marks = torch.full(words.shape, UNASKED)
    for row, item in enumerate(batch):
        if item.words is not None:
            kept = torch.from_numpy(item.words[: words.shape[1]])
            marks[row, : len(kept)] = kept
    return total + WORD_WEIGHT * _cross_entropy(words.float(), marks, MARKED_WEIGHT)


def _cross_entropy(logits: Tensor, known: Tensor, yes_weight: float) -> Tensor:
    asked = ~known.isnan()
    if not asked.any():
        return torch.zeros(())
    return nn.functional.binary_cross_entropy_with_logits(
        logits[asked], known[asked], pos_weight=torch.tensor(yes_weight)
    )


def train(network: Network, examples: Mapping[str, Sequence[Example]], course: Course) -> None:
    """Teach a network the examples, the rate rising to the full and falling to zero."""
    plan = [
        batch
        for epoch in range(course.epochs)
        for batch in plan_epoch(examples, course.drawn, course.seed * 100 + epoch)
    ]
    heads = [*network.judge.parameters(), *network.word.parameters()]
    apart = {id(weight) for weight in heads}
    body = [w for w in network.parameters() if w.requires_grad and id(w) not in apart]
    groups = [{"params": body, "lr": course.rate}, {"params": heads, "lr": HEAD_RATE}]
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
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        if step % 100 == 0:
            print(
                f"{step}/{len(plan)} {loss.item():.3f} {time.monotonic() - begun:.0f} s", flush=True
            )
