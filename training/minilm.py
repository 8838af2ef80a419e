"""Writes the shipped sentence vectors: all-MiniLM-L6-v2 as `training.post_vectors` taught it.

    python -m training.minilm --weights FOLDER/whole.pt [--out FOLDER]

Needs the `train` extra. Nothing is trained here: the network is written as ONNX with the mean over
the word pieces as its output, and its weights are rounded to eight bits.
"""

import argparse
import shutil
import tempfile
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoModel

from training.bases import encoder_folder
from training.encoder import EXAMPLE_WIDTH, join_operations, quantise

OUT = Path("src/secondsource/models/minilm")
INPUTS = ["input_ids", "attention_mask", "token_type_ids"]


class MeanOfPieces(nn.Module):  # type: ignore[misc]  # torch is not installed with the tests
    """The encoder, and the mean of what it says of each word piece.

    Args:
        weights: those of such a network that learnt on; the encoder's own where None.
    """

    def __init__(self, weights: Path | None = None) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(encoder_folder(), attn_implementation="eager")
        if weights:
            self.load_state_dict(torch.load(weights, weights_only=True))

    def forward(self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor) -> Tensor:
        """One vector for each text."""
        read = self.encoder(
            input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
        ).last_hidden_state
        mask = attention_mask.unsqueeze(-1).to(read.dtype)
        return (read * mask).sum(1) / mask.sum(1)


def export(network: MeanOfPieces, path: Path) -> None:
    """Write a network at full precision as ONNX, its attention and norms joined."""
    ids = torch.ones((2, EXAMPLE_WIDTH), dtype=torch.long)
    torch.onnx.export(
        network.eval(),
        (ids, torch.ones_like(ids), torch.zeros_like(ids)),
        str(path),
        input_names=INPUTS,
        output_names=["vector"],
        dynamic_axes={
            **{name: {0: "texts", 1: "pieces"} for name in INPUTS},
            "vector": {0: "texts"},
        },
        dynamo=False,
    )
    join_operations(path)


def main() -> None:
    """Make the two files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    out: Path = options.out
    out.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(encoder_folder() / "tokenizer.json", out / "tokenizer.json")
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        export(MeanOfPieces(options.weights), full)
        quantise(full, out / "model.onnx")


if __name__ == "__main__":
    main()
