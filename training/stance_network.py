"""The stance network in PyTorch, and its way into an int8 ONNX file."""

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.bases import Base

CLASSES = 3
INPUTS = ("input_ids", "attention_mask", "token_type_ids")
_OPSET = 17
_LARGE = 4  # inputs of a layer's last step that are kept apart

Inputs: TypeAlias = tuple[Tensor, Tensor, Tensor]


class StanceNetwork(nn.Module):  # type: ignore[misc]  # torch is not installed with the tests
    """A cross-encoder: claim and passage are read together, then judged from five vectors.

    The vectors are that of the first token, the means over the claim and over the passage,
    and the difference and product of the two means, which the encoder's own training made
    meaningful.
    """

    def __init__(self, base: Base) -> None:
        super().__init__()
        self.words, self.encoder = base.words, base.encoder
        self.segments = int(base.knows_segments)
        for frozen in (self.encoder.embeddings, *self.encoder.encoder.layer[: base.frozen_layers]):
            frozen.requires_grad_(False)
        width = self.encoder.config.hidden_size
        self.head = nn.Sequential(
            nn.Linear(5 * width, width), nn.GELU(), nn.Dropout(0.1), nn.Linear(width, CLASSES)
        )

    def forward(self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor) -> Tensor:
        """Logits for supports, disputes and neither: float32, one row for each pair."""
        states = self.encoder(
            inputs_embeds=self.words(input_ids),
            attention_mask=attention_mask,
            token_type_ids=token_type_ids * self.segments,
        ).last_hidden_state.float()
        claim = _mean(states, attention_mask * (1 - token_type_ids))
        passage = _mean(states, attention_mask * token_type_ids)
        vectors = [states[:, 0], claim, passage, (claim - passage).abs(), claim * passage]
        logits: Tensor = self.head(torch.cat(vectors, dim=1))
        return logits


class RoundedWords(nn.Module):  # type: ignore[misc]
    """A table of vectors in eight bits, with one scale for each row."""

    def __init__(self, vectors: Tensor) -> None:
        super().__init__()
        scale = vectors.abs().amax(dim=1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("scale", scale)
        self.register_buffer("rows", (vectors / scale).round().to(torch.int8))

    def forward(self, ids: Tensor) -> Tensor:
        """The vectors with these numbers, float32."""
        found: Tensor = self.rows[ids].float() * self.scale[ids]
        return found


class SplitDense(nn.Module):  # type: ignore[misc]
    """A linear layer of which a few inputs are kept apart, in ordinary numbers.

    In each layer of the encoder one input is up to twelve times as large as all others (67
    beside 5.6). Eight bits for all of them left few steps to the others, and the model's
    logits were off by .2 on average; with the large ones apart it is a third of that.
    """

    def __init__(self, dense: nn.Linear, places: Tensor) -> None:
        super().__init__()
        kept = torch.ones(dense.in_features).index_fill(0, places, 0)
        self.register_buffer("kept", kept)
        self.register_buffer("places", places)
        self.few = nn.Linear(len(places), dense.out_features, bias=False)
        self.few.weight = nn.Parameter(dense.weight[:, places].detach().clone())
        self.rest = dense
        dense.weight = nn.Parameter(dense.weight.detach() * kept)

    def forward(self, states: Tensor) -> Tensor:
        """What the layer gives, as if it had never been split."""
        given: Tensor = self.rest(states * self.kept) + self.few(states[..., self.places])
        return given


def split_layers(network: StanceNetwork, examples: Sequence[Inputs]) -> None:
    """Split the last step of each layer: its inputs that are largest on the examples go apart."""
    steps = [layer.output for layer in network.encoder.encoder.layer]
    largest = [torch.zeros(step.dense.in_features) for step in steps]

    def watch(number: int) -> torch.utils.hooks.RemovableHandle:
        def note(_: nn.Module, given: tuple[Tensor]) -> None:
            highest = given[0].detach().abs().amax((0, 1))
            largest[number] = torch.maximum(largest[number], highest)

        return steps[number].dense.register_forward_pre_hook(note)

    watches = [watch(number) for number in range(len(steps))]
    with torch.no_grad():
        for inputs in examples:
            network(*inputs)
    for step, seen, handle in zip(steps, largest, watches, strict=True):
        handle.remove()
        step.dense = SplitDense(step.dense, seen.topk(_LARGE).indices.sort().values)


def export_network(network: StanceNetwork, examples: Sequence[Inputs], target: Path) -> None:
    """Write the network as ONNX with int8 weights (dynamic quantisation); its words are rounded.

    Args:
        network: is changed on the way.
        examples: some encoded pairs, to find the inputs that are kept apart.
        target: the file to write.
    """
    network.eval()
    split_layers(network, examples)
    network.words = RoundedWords(network.words.weight.detach())
    example = torch.ones(2, 16, dtype=torch.int64)
    kinds = torch.cat([example[:, :8] * 0, example[:, 8:]], dim=1)
    axes = {name: {0: "batch", 1: "length"} for name in INPUTS}
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        torch.onnx.export(
            network,
            (example, example, kinds),
            str(full),
            input_names=list(INPUTS),
            output_names=["logits"],
            dynamic_axes={**axes, "logits": {0: "batch"}},
            opset_version=_OPSET,
            dynamo=False,
        )
        small = Path(folder) / "small.onnx"
        _quantise(full, small)
        shutil.copyfile(small, target)


def _quantise(full: Path, small: Path) -> None:
    """Round the weights to eight bits, of which one stays unused.

    Without the unused bit, processors that lack VNNI instructions overflow while summing and
    give other answers than those that have them. What is kept apart is not rounded.
    """
    nodes = onnx.load(str(full)).graph.node
    quantize_dynamic(
        str(full),
        str(small),
        op_types_to_quantize=["MatMul"],
        nodes_to_exclude=[node.name for node in nodes if "/few/" in node.name],
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
    )


def _mean(states: Tensor, mask: Tensor) -> Tensor:
    weights = mask.unsqueeze(-1).to(states.dtype)
    mean: Tensor = (states * weights).sum(1) / weights.sum(1).clamp(min=1.0)
    return mean
