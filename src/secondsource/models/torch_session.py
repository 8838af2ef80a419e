"""Runs a cross-encoder that comes with PyTorch weights, where PyTorch is installed.

It is not part of the default install (`pip install 'secondsource[hub]'`): models in the ONNX format
need none of it.
"""

from collections.abc import Mapping
from importlib import import_module
from inspect import signature
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from secondsource.errors import ModelError


class TorchSession:
    """A network of `transformers` that classifies pairs, run on the processor."""

    def __init__(self, network: Any, torch: Any) -> None:
        self._network = network
        self._torch = torch
        self._inputs = frozenset(signature(network.forward).parameters)

    def run(
        self, feeds: Mapping[str, npt.NDArray[np.generic]]
    ) -> tuple[npt.NDArray[np.float32], ...]:
        """The logits for these arrays; those that the network does not take are ignored."""
        wanted = {
            name: self._torch.from_numpy(array)
            for name, array in feeds.items()
            if name in self._inputs
        }
        with self._torch.inference_mode():
            logits = self._network(**wanted).logits
        return (logits.float().numpy(),)


def open_torch_session(folder: Path) -> TorchSession:
    """Opens the network of a folder with `config.json` and `model.safetensors`.

    Weights in Python's pickle format and code that comes with a model are never run.

    Raises:
        ModelError: PyTorch is not installed, or the files cannot be read.
    """
    try:
        torch, transformers = import_module("torch"), import_module("transformers")
        broken: type[Exception] = import_module("safetensors").SafetensorError
    except ImportError as error:
        raise ModelError(
            f"The model in {folder} has PyTorch weights only, and PyTorch is not installed. "
            "Install it with: pip install 'secondsource[hub]', or name a model with an ONNX export."
        ) from error
    try:
        network, loaded = transformers.AutoModelForSequenceClassification.from_pretrained(
            folder,
            local_files_only=True,
            use_safetensors=True,
            trust_remote_code=False,
            output_loading_info=True,
        )
    except (OSError, ValueError, RuntimeError, LookupError, broken) as error:
        raise ModelError(
            f"The model in {folder} could not be read ({str(error)[:300]}): it should be a network "
            "of transformers for sequence classification."
        ) from error
    if missing := sorted(loaded["missing_keys"]):
        raise ModelError(
            f"The weights in {folder} lack {', '.join(missing[:3])}: the network was not trained "
            "to classify pairs."
        )
    return TorchSession(network.eval(), torch)
