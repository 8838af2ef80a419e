"""Makes the shipped sentence encoder from the network of `training.student`.

    python -m training.encoder --work FOLDER [--out FOLDER]

Needs the `train` extra. Writes the network as ONNX, rounds its weights to eight bits, and prints
what the rounding costs.
"""

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer

from secondsource.models.encoder import DIMENSIONS, open_encoder
from training.bases import encoder_folder
from training.network import Network
from training.student import open_student

OUT = Path("src/secondsource/models/encoder")
EXAMPLE_WIDTH = 12
INPUTS = ["input_ids", "attention_mask"]
OUTPUTS = ["vector", "judgements", "words"]
ATTENTION_HEADS = 12
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


def export_float(network: Network, path: Path) -> None:
    """Write the network at full precision as ONNX, its attention and norms joined."""
    ids = torch.ones((2, EXAMPLE_WIDTH), dtype=torch.long)
    axes = {name: {0: "texts", 1: "pieces"} for name in (*INPUTS, "words")}
    torch.onnx.export(
        network,
        (ids, torch.ones_like(ids)),
        str(path),
        input_names=INPUTS,
        output_names=OUTPUTS,
        dynamic_axes={**axes, "vector": {0: "texts"}, "judgements": {0: "texts"}},
        dynamo=False,
    )
    join_operations(path)


def join_operations(path: Path) -> None:
    """Write a model of the size of MiniLM anew, each attention and norm as one operation."""
    joined = optimizer.optimize_model(
        str(path),
        model_type="bert",
        num_heads=ATTENTION_HEADS,
        hidden_size=DIMENSIONS,
        opt_level=0,
    )
    joined.save_model_to_file(str(path))


def quantise(source: Path, target: Path) -> None:
    """Round the weights of a model, each output channel by its own scale.

    One bit of the eight is left unused: processors without VNNI instructions would otherwise
    overflow while summing, and give other scores than processors with them.
    """
    quantize_dynamic(
        str(source),
        str(target),
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
        extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
    )


def measure_rounding(full: Path, small: Path) -> dict[str, float]:
    """How far the rounded model's readings turn from the full one's, over `SAMPLE`."""
    left, right = open_encoder(full).read(SAMPLE), open_encoder(small).read(SAMPLE)
    cosines = [float(a.vector @ b.vector) for a, b in zip(left, right, strict=True)]
    judged = [np.abs(a.judgements - b.judgements) for a, b in zip(left, right, strict=True)]
    return {
        "mean_cosine": round(float(np.mean(cosines)), 4),
        "lowest_cosine": round(min(cosines), 4),
        "mean_change_of_a_logit": round(float(np.mean(judged)), 3),
    }


def main() -> None:
    """Make the encoder's files and print the cost of rounding."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    out: Path = options.out
    out.mkdir(parents=True, exist_ok=True)
    pieces = encoder_folder() / "tokenizer.json"
    shutil.copyfile(pieces, out / "tokenizer.json")
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder)
        shutil.copyfile(pieces, full / "tokenizer.json")
        export_float(open_student(options.work), full / "model.onnx")
        quantise(full / "model.onnx", out / "model.onnx")
        print(json.dumps(measure_rounding(full, out)))


if __name__ == "__main__":
    main()
