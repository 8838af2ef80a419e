"""A shipped stance model as a network that can learn on.

Only the ONNX file is kept of a model, its layers in eight bits. Here they become ordinary
numbers again: what rounding took away is lost, what was learnt is not.
"""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from training.bases import open_base
from training.stance_network import StanceNetwork

_ROUNDED, _SCALE, _ZERO = "_quantized", "_scale", "_zero_point"


def restore_network(base: str, folder: Path) -> StanceNetwork:
    """The network of a model folder; what training leaves as it is comes from the base.

    Args:
        base: one of `training.bases.BASES`, that which the model was made of.
        folder: holds `model.onnx` as `training.stance_network.export_network` writes it.

    Raises:
        ValueError: the file lacks weights that the network learns.
    """
    network = StanceNetwork(open_base(base))
    learnt = {name for name, weights in network.named_parameters() if weights.requires_grad}
    found = dict(_read_weights(onnx.load(str(folder / "model.onnx")).graph))
    if missing := sorted(learnt - found.keys()):
        raise ValueError(f"{folder} lacks the weights {', '.join(missing)}.")
    network.load_state_dict({name: found[name] for name in learnt}, strict=False)
    return network


def mix_networks(old: StanceNetwork, new: StanceNetwork, share: float) -> StanceNetwork:
    """The new network with its weights moved towards the old one's.

    A mean of the weights before and after learning on is often better on other data than
    either (Wortsman et al., Robust fine-tuning of zero-shot models, CVPR 2022).

    Args:
        old: what the new one began as.
        new: is changed.
        share: how much of the new one counts, 0 to 1.
    """
    before = dict(old.named_parameters())
    with torch.no_grad():
        for name, weights in new.named_parameters():
            weights.lerp_(before[name], 1 - share)
    return new


def _read_weights(graph: onnx.GraphProto) -> Iterator[tuple[str, Tensor]]:
    """The weights by their names in the network; layers that were split are whole again."""
    stored = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    for name, array in stored.items():
        if name.endswith((".weight", ".bias")):
            yield name.replace(".rest.", "."), torch.from_numpy(array.copy())
    few = {_find_module(n.name): n.input[1] for n in graph.node if n.name.endswith("/few/MatMul")}
    for node in graph.node:
        rounded = node.input[1] if node.op_type == "MatMulInteger" else ""
        if rounded not in stored:  # two computed matrices
            continue
        begin, module = rounded.removesuffix(_ROUNDED), _find_module(node.name)
        whole = stored[rounded].astype(np.float32) - stored[begin + _ZERO].astype(np.float32)
        matrix = np.ascontiguousarray((whole * stored[begin + _SCALE]).T)
        parent = module.removesuffix(".rest")
        if parent != module:
            matrix[:, stored[f"{parent}.places"]] = stored[few[f"{parent}.few"]].T
        yield f"{parent}.weight", torch.from_numpy(matrix)


def _find_module(node: str) -> str:
    """The module's name in the node's: `head.0` of "/head/head.0/Gemm_MatMul_quant"."""
    path = ".".join(node.strip("/").split("/")[:-1])
    return path.replace("head.head.", "head.", 1)
