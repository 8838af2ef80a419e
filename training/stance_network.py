"""The stance network in PyTorch, and its way into an int8 ONNX file."""

import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.stance_bases import Base

CLASSES = 3
INPUTS = ("input_ids", "attention_mask", "token_type_ids")
_OPSET = 17


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


def export_network(network: StanceNetwork, target: Path) -> None:
    """Write the network as ONNX with int8 weights (dynamic quantisation); its words are rounded."""
    network.eval()
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
    give other answers than those that have them.
    """
    quantize_dynamic(
        str(full), str(small), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True
    )


def _mean(states: Tensor, mask: Tensor) -> Tensor:
    weights = mask.unsqueeze(-1).to(states.dtype)
    mean: Tensor = (states * weights).sum(1) / weights.sum(1).clamp(min=1.0)
    return mean
