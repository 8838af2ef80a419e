"""Makes the shipped sentence encoder from the networks of `training.network`.

    python -m training.encoder --work FOLDER [--out FOLDER]

Needs the `train` extra. Averages the weights of the folds (Wortsman et al., Model soups, ICML
2022), writes the average as ONNX, rounds its weights to eight bits, and prints what the rounding
costs.
"""

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnx
import onnx.utils
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer

from secondsource.models.encoder import DIMENSIONS, open_encoder
from training.network import Network, encoder_folder

OUT = Path("src/secondsource/models/encoder")
EXAMPLE_WIDTH = 12
INPUTS = ["input_ids", "attention_mask", "token_type_ids"]
OUTPUTS = ["vector", "judgements", "words"]
ATTENTION_HEADS = 12
FIRST_LAYER = "/body/encoder/layer.0/output/LayerNorm/LayerNormalization_output_0"
MASK = "/body/Where_1_output_0"
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


def average_folds(work: Path) -> Network:
    """One network whose weights are the means of those of the folds."""
    paths = sorted(work.glob("fold-*.pt"))
    if not paths:
        raise SystemExit(f"No fold-*.pt in {work}. Run `python -m training.network` first.")
    states = [torch.load(path, weights_only=True) for path in paths]
    mean = {
        name: torch.stack([state[name].float() for state in states]).mean(0).to(weights.dtype)
        for name, weights in states[0].items()
    }
    network = Network(encoder_folder())
    network.load_state_dict(mean)
    network.eval()
    return network


def export_float(network: Network, path: Path) -> None:
    """Write the network at full precision as ONNX, its attention and norms joined."""
    ids = torch.ones((2, EXAMPLE_WIDTH), dtype=torch.long)
    axes = {name: {0: "texts", 1: "pieces"} for name in (*INPUTS, "words")}
    torch.onnx.export(
        network,
        (ids, torch.ones_like(ids), torch.zeros_like(ids)),
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


def cut(source: Path, out: Path) -> None:
    """Write the first layer and the others as two models, so that reading can stop after it.

    Texts go through one by one and unpadded, so that there is nothing for the attention to mask.
    """
    model = onnx.load(source)
    hidden = onnx.helper.make_tensor_value_info(
        FIRST_LAYER, onnx.TensorProto.FLOAT, ["texts", "pieces", DIMENSIONS]
    )
    model.graph.value_info.append(hidden)
    model.graph.node.remove(next(node for node in model.graph.node if MASK in node.output))
    nothing = np.zeros((1, 1, 1, 1), dtype=np.float32)
    model.graph.initializer.append(onnx.numpy_helper.from_array(nothing, MASK))
    parts = onnx.utils.Extractor(model)
    lower = parts.extract_model(["input_ids", "token_type_ids"], [FIRST_LAYER])
    upper = parts.extract_model([FIRST_LAYER, "attention_mask"], OUTPUTS)
    for name, part in (("lower", lower), ("upper", upper)):
        _rename(part.graph, {FIRST_LAYER: "first_layer"})
        onnx.save(part, out / f"{name}.onnx")


def _rename(graph: onnx.GraphProto, names: dict[str, str]) -> None:
    for place in (*graph.input, *graph.output):
        place.name = names.get(place.name, place.name)
    for node in graph.node:
        for side in (node.input, node.output):
            side[:] = [names.get(name, name) for name in side]


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
        export_float(average_folds(options.work), full / "full.onnx")
        quantise(full / "full.onnx", full / "small.onnx")
        cut(full / "full.onnx", full)
        cut(full / "small.onnx", out)
        print(json.dumps(measure_rounding(full, out)))


if __name__ == "__main__":
    main()
