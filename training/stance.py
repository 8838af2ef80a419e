"""Make a stance model: train it, resume it, write its files.

    python -m training.stance train --base multilingual --data DATA --work WORK
    python -m training.stance export --base multilingual --data DATA --work WORK \\
        --out src/secondsource/models/stance_multilingual

With `--from FOLDER` both begin with the model in that folder, and the pairs are those of a
second stage (`training/stance_more.py`), at most `--most` of them; `export --share .5` writes the
mean of the weights before and after it. With `--last` too they are those of a last stage
(`training/stance_last.py`), which begins with the finished state of the second one in WORK and
keeps its own beside it; with `--further` it begins with the model in FOLDER itself, which has
been through all stages and learns what was written since.

`train` goes once through the pairs of `training/stance_data.py`. It keeps its state in WORK every
few minutes and goes on from there when started again; the order of the pairs depends on the seed
alone. `export` writes the quantised model, its tokenizer, its settings and the list of what it was
trained on.
"""

import argparse
import json
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn.functional import cross_entropy

from evals.verification_sets import LabelledPair
from secondsource.models.cross_encoder import CLASSES, open_cross_encoder
from secondsource.models.trained_on import FILE, item_key, load_keys, save_keys
from training.bases import BASES, open_base, open_tokenizer
from training.stance_data import BY_NUMBER, held_out_pairs, make_pairs
from training.stance_last import RATES, make_last_pairs
from training.stance_more import make_more_pairs
from training.stance_network import StanceNetwork, export_network
from training.stance_restore import mix_networks, restore_network
from training.stance_translations import PARALLEL

SEED = 20190218
MAX_TOKENS = 128
BATCH = 32
_BUCKET = 50 * BATCH
_RATE = 1.2e-4
_HEAD_FACTOR = 3
_STATE, _LAST_STATE = "state.pt", "last.pt"
_WARM_UP_SHARE = 0.06
_SAVE_EVERY = 50
_EXAMPLES = 100


@dataclass(frozen=True, slots=True)
class Batch:
    """Encoded pairs: three int64 tensors of shape (pairs, tokens) and one of class numbers."""

    inputs: tuple[Tensor, Tensor, Tensor]
    labels: Tensor


@dataclass(frozen=True, slots=True)
class Plan:
    """What is trained on what: with `start` a second stage of the model in that folder.

    `most` is how many pairs of the second stage are used; None for all. `last` says that the
    second stage is over and the last one follows; `further`, that it follows the model in `start`
    at once.
    """

    base: str
    data: Path
    start: Path | None = None
    most: int | None = None
    last: bool = False
    further: bool = False

    @property
    def rate(self) -> float:
        """The encoder's highest rate; that of the head is three times as high."""
        return RATES[self.base] if self.last else _RATE

    def find_state(self, work: Path) -> Path:
        """The file that keeps the state of this stage."""
        return work / (_LAST_STATE if self.last else _STATE)

    def begin(self, work: Path) -> StanceNetwork:
        """The network before the first step of this stage."""
        if self.last and not self.further:
            return _load_finished(self.base, work / _STATE)
        if self.start is None:
            return StanceNetwork(open_base(self.base))
        return restore_network(self.base, self.start)

    def make_stages(self) -> list[list[LabelledPair]]:
        """The pairs of each stage since `start` in their order; the last list is to be learnt."""
        earlier = self._make_earlier()
        if not self.last:
            return [earlier]
        last = make_last_pairs(self.data, earlier, self.base, SEED)
        return [last] if self.further else [earlier, last]

    def _make_earlier(self) -> list[LabelledPair]:
        if self.start is None:
            return make_pairs(self.data, SEED)
        pairs = make_more_pairs(self.data, self.known_keys(), SEED)
        if self.base == "english":
            pairs = [pair for pair in pairs if pair.source != PARALLEL]
        return pairs[: self.most]

    def known_keys(self) -> frozenset[int]:
        """The keys of what the model to begin with has learnt from."""
        return load_keys(self.start / FILE) if self.start else frozenset()


@dataclass(frozen=True, slots=True)
class TrainingState:
    """What learning changes: the network, the optimizer, the place in the rate's schedule."""

    network: StanceNetwork
    optimizer: torch.optim.Optimizer
    schedule: torch.optim.lr_scheduler.LambdaLR

    def parts(self) -> dict[str, Any]:
        """The parts under the names that they are saved by."""
        return {
            "network": self.network,
            "optimizer": self.optimizer,
            "schedule": self.schedule,
        }


def encode(tokenizer: Tokenizer, pairs: Sequence[LabelledPair]) -> Batch:
    """Turn pairs into one padded batch: the claim is the first text, the passage the second."""
    encodings = tokenizer.encode_batch([(pair.claim, pair.passage) for pair in pairs])
    return Batch(
        inputs=(
            torch.tensor([e.ids for e in encodings]),
            torch.tensor([e.attention_mask for e in encodings]),
            torch.tensor([e.type_ids for e in encodings]),
        ),
        labels=torch.tensor([BY_NUMBER.index(pair.stance) for pair in pairs]),
    )


def make_batches(pairs: Sequence[LabelledPair], seed: int) -> list[list[LabelledPair]]:
    """Batches of pairs of like length, so that little is padded; near the order given."""
    rng = random.Random(seed)
    batches = []
    for start in range(0, len(pairs), _BUCKET):
        bucket = sorted(pairs[start : start + _BUCKET], key=lambda p: len(p.claim + p.passage))
        cut = [bucket[i : i + BATCH] for i in range(0, len(bucket), BATCH)]
        rng.shuffle(cut)
        batches += cut
    return batches


def train(plan: Plan, work: Path, threads: int) -> None:
    """Train from the newest state in `work`, or from the start, to the end."""
    torch.set_num_threads(threads)
    torch.manual_seed(SEED)
    batches = make_batches(plan.make_stages()[-1], SEED)
    tokenizer = open_tokenizer(plan.base, MAX_TOKENS)
    state = _make_state(plan.begin(work), len(batches), plan.rate)
    path = plan.find_state(work)
    done, spent = _load_state(path, state)
    started, losses = time.monotonic() - spent, []
    for number in range(done, len(batches)):
        losses.append(_take_step(state, encode(tokenizer, batches[number])))
        if (number + 1) % _SAVE_EVERY == 0 or number + 1 == len(batches):
            spent = time.monotonic() - started
            loss = fmean(losses[-_SAVE_EVERY:])
            print(f"{number + 1}/{len(batches)} loss {loss:.3f} {spent:.0f} s", flush=True)
            _save_state(path, state, number + 1, spent)


def export(plan: Plan, work: Path, out: Path, share: float = 1.0) -> None:
    """Write the newest state as a model folder: model, tokenizer, settings, training keys.

    Args:
        plan: as it was trained.
        work: where its state lies.
        out: the folder to write.
        share: how much of the state counts; the rest is what it began as.
    """
    network = StanceNetwork(open_base(plan.base))
    network.load_state_dict(torch.load(plan.find_state(work))["network"])
    if share < 1:
        network = mix_networks(plan.begin(work), network, share)
    out.mkdir(parents=True, exist_ok=True)
    tokenizer, stages = open_tokenizer(plan.base, MAX_TOKENS), plan.make_stages()
    examples = [encode(tokenizer, [pair]).inputs for pair in stages[-1][:_EXAMPLES]]
    export_network(network, examples, out / "model.onnx")
    tokenizer.no_truncation()
    tokenizer.no_padding()
    tokenizer.save(str(out / "tokenizer.json"), pretty=False)
    keys = (item_key(pair.claim, pair.passage) for pairs in stages for pair in pairs)
    save_keys(out / FILE, plan.known_keys().union(keys))
    _write_settings(out, temperature=1.0)
    _write_settings(out, find_temperature(out, held_out_pairs(plan.data)))


def find_temperature(folder: Path, pairs: Sequence[LabelledPair]) -> float:
    """The temperature at which the model in the folder gives these pairs' labels most weight.

    Temperature scaling as in Guo et al., On Calibration of Modern Neural Networks, ICML 2017;
    the steps are of two percent.
    """
    rows = open_cross_encoder(folder, threads=2).read_pairs([(p.claim, p.passage) for p in pairs])
    logits = torch.from_numpy(rows).clamp(min=1e-7).log()
    labels = torch.tensor([BY_NUMBER.index(pair.stance) for pair in pairs])
    tried = [1.02**step for step in range(-40, 81)]
    return round(min(tried, key=lambda t: float(cross_entropy(logits / t, labels))), 3)


def _write_settings(out: Path, temperature: float) -> None:
    settings = {
        "classes": CLASSES,
        "claim_first": True,
        "max_tokens": MAX_TOKENS,
        "temperature": temperature,
    }
    (out / "meta.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")


def _make_state(network: StanceNetwork, steps: int, rate: float) -> TrainingState:
    encoder = [weights for weights in network.encoder.parameters() if weights.requires_grad]
    optimizer = torch.optim.AdamW(
        [
            {"params": encoder, "lr": rate},
            {"params": network.head.parameters(), "lr": rate * _HEAD_FACTOR},
        ],
        weight_decay=0.01,
        fused=True,
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, _make_rate(steps))
    return TrainingState(network, optimizer, schedule)


def _make_rate(steps: int) -> Callable[[int], float]:
    """A rate that rises over the first steps and then falls in a straight line to zero."""
    rising = max(1, int(steps * _WARM_UP_SHARE))

    def rate(step: int) -> float:
        return min((step + 1) / rising, max(0.0, (steps - step) / (steps - rising)))

    return rate


def _take_step(state: TrainingState, batch: Batch) -> float:
    """One step of learning; the encoder runs in bfloat16, which is twice as fast."""
    state.network.train()
    with torch.autocast("cpu", dtype=torch.bfloat16):
        logits = state.network(*batch.inputs)
    loss = cross_entropy(logits.float(), batch.labels)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(state.network.parameters(), 1.0)
    state.optimizer.step()
    state.optimizer.zero_grad()
    state.schedule.step()
    return float(loss.detach())


def _save_state(path: Path, state: TrainingState, done: int, spent: float) -> None:
    """Write the state beside the old one and then over it, so that a kill loses nothing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    parts = {name: part.state_dict() for name, part in state.parts().items()}
    progress = {"done": done, "spent": spent, "random": torch.get_rng_state()}
    new = path.with_suffix(".new")
    torch.save({**parts, **progress}, new)
    new.replace(path)


def _load_state(path: Path, state: TrainingState) -> tuple[int, float]:
    """Go back to the state in `path`, if any; the steps done and the seconds spent on them."""
    if not path.exists():
        return 0, 0.0
    saved = torch.load(path)
    for name, part in state.parts().items():
        part.load_state_dict(saved[name])
    torch.set_rng_state(saved["random"])
    return saved["done"], saved["spent"]


def _load_finished(base: str, path: Path) -> StanceNetwork:
    """The network of a stage that went to its end, where the rate has fallen to zero.

    Raises:
        ValueError: the stage has steps to go, or was not begun.
    """
    saved = torch.load(path) if path.exists() else None
    if saved is None or any(saved["schedule"]["_last_lr"]):
        raise ValueError(f"{path} holds no finished stage; run `train` without --last first.")
    network = StanceNetwork(open_base(base))
    network.load_state_dict(saved["network"])
    return network


def main() -> None:
    """Read the command line and do what it says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("step", choices=("train", "export"))
    parser.add_argument("--base", choices=BASES, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--from", type=Path, dest="start", help="the model folder to go on from")
    parser.add_argument("--most", type=int, help="pairs of the second stage, at most")
    parser.add_argument("--last", action="store_true", help="the stage after the second one")
    parser.add_argument("--further", action="store_true", help="--last of the model in --from")
    parser.add_argument("--share", type=float, default=1.0, help="of the new weights in the mean")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    last: bool = options.last or options.further
    if last and options.start is None:
        parser.error("--last and --further need --from, the folder to begin with")
    plan = Plan(options.base, options.data, options.start, options.most, last, options.further)
    if options.step == "train":
        train(plan, options.work, options.threads)
    elif options.out is None:
        parser.error("export needs --out")
    else:
        export(plan, options.work, options.out, options.share)


if __name__ == "__main__":
    main()
