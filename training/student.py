"""Trains the shipped sentence network on what its teachers say, without any label.

    OMP_NUM_THREADS=2 python -m training.student --data DIR --work FOLDER

Needs the `train` extra and, in FOLDER, what `python -m training.teachers` left there. Of
unlabelled news the student learns what all teachers think on average, of a labelled sentence
what those think that had not seen it. (Hinton et al., Distilling the Knowledge in a Neural
Network, 2015.) Writes `student.pt`. Everything is seeded.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from tokenizers import Encoding
from torch import Tensor, nn

from evals.sentence_data import Item
from secondsource.models.encoder import LONGEST
from training.bases import Base, open_base, open_tokenizer
from training.network import Course, Example, Floats, Network, train
from training.readings import HeldOut, load_held_out, spread_logits
from training.sentence_pool import read_pool
from training.teachers import encode, read_labelled

LAYERS, INNER = 3, 768
"""Of six layers and 1,536 inner numbers: chosen for speed alone (see the card)."""
CHOSEN_ON = 400
"""Sentences on which the inner numbers that are kept are chosen."""
STUDENT = "student.pt"
COURSE = Course(epochs=3, rate=2.5e-4, drawn={}, seed=20)


def cut_base() -> Base:
    """The English base with its lowest layers alone, all but the words to be trained."""
    base = open_base("english")
    base.encoder.set_attn_implementation("eager")  # the runtime joins its operations
    base.encoder.encoder.layer = base.encoder.encoder.layer[:LAYERS]
    base.encoder.config.num_hidden_layers = LAYERS
    return base


def choose_inner(base: Base, texts: Sequence[str]) -> list[Tensor]:
    """For each layer the `INNER` of its inner numbers that move its output most on texts.

    How much one moves it: its mean size times the length of its column in the layer's last step
    (Michel et al. 2019 judge attention heads in this way; here it is the feed-forward part, which
    holds two thirds of a layer's weights).
    """
    last_steps = [layer.output.dense for layer in base.encoder.encoder.layer]
    sizes: list[list[Tensor]] = [[] for _ in last_steps]
    watches = [
        step.register_forward_pre_hook(
            lambda _, given, seen=seen: seen.append(given[0].detach().abs().mean((0, 1)))
        )
        for step, seen in zip(last_steps, sizes, strict=True)
    ]
    for encoding in encode(open_tokenizer("english", LONGEST), texts):
        with torch.no_grad():
            base.encoder(inputs_embeds=base.words(torch.tensor([encoding.ids])))
    for watch in watches:
        watch.remove()
    moved = [
        torch.stack(seen).mean(0) * step.weight.detach().norm(dim=0)
        for step, seen in zip(last_steps, sizes, strict=True)
    ]
    return [each.topk(INNER).indices.sort().values for each in moved]


def keep_inner(base: Base, chosen: Sequence[Tensor]) -> None:
    """Keep of each layer only the inner numbers that were chosen."""
    for layer, kept in zip(base.encoder.encoder.layer, chosen, strict=True):
        into, out = layer.intermediate.dense, layer.output.dense
        layer.intermediate.dense = _make_linear(into.weight[kept], into.bias[kept])
        layer.output.dense = _make_linear(out.weight[:, kept], out.bias)


def _make_linear(weight: Tensor, bias: Tensor) -> nn.Linear:
    made = nn.Linear(weight.shape[1], weight.shape[0])
    made.weight, made.bias = nn.Parameter(weight.detach()), nn.Parameter(bias.detach())
    return made


def open_student(work: Path) -> Network:
    """The trained student in a folder."""
    base = cut_base()
    keep_inner(base, [torch.arange(INNER)] * LAYERS)  # which ones is in the weights
    network = Network(base)
    network.load_state_dict(torch.load(work / STUDENT, weights_only=True))
    network.eval()
    return network


def make_examples(texts: Sequence[str], work: Path, part: str) -> list[Example]:
    """Texts with what teachers said of them and of their words, as shares.

    Of words only the English teachers are heard, who find those that annotators marked better
    (F1 .534 on held-out sentences of BABE; the multilingual ones .480).
    """
    said, of_words = load_held_out(work, part), load_held_out(work, part, "english")
    encodings = encode(open_tokenizer("english", LONGEST), texts)
    return [_make_example(*pair, said, of_words) for pair in zip(texts, encodings, strict=True)]


def _make_example(text: str, encoding: Encoding, said: HeldOut, of_words: HeldOut) -> Example:
    key = Item(text, False).key
    (judged,) = _share(said.judgements([key]))
    words = spread_logits(text, encoding.offsets, _share(of_words.words(key)))
    return Example(tuple(encoding.ids), tuple(judged.tolist()), words)


def _share(logits: Floats) -> Floats:
    shares: Floats = (1 / (1 + np.exp(-logits))).astype(np.float32)
    return shares


def main() -> None:
    """Train the student and write its weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    options = parser.parse_args()
    labelled = [one.item.text for found in read_labelled(options.data).values() for one in found]
    pool = read_pool(options.data)
    sets = {
        "pool": make_examples(pool, options.work, "pool"),
        "labelled": make_examples(labelled, options.work, "out"),
    }
    torch.manual_seed(COURSE.seed)
    base = cut_base()
    keep_inner(base, choose_inner(base, pool[:CHOSEN_ON]))
    network = Network(base)
    train(network, sets, COURSE)
    torch.save(network.state_dict(), options.work / STUDENT)


if __name__ == "__main__":
    main()
