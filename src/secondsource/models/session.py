"""The one place that opens a neural model from disk.

ONNX Runtime, as its makers build it since 1.32 at the latest, counts how it is used, keeps that in
the user's cache folder and sends it to them unless `ORT_DISABLE_TELEMETRY` is set before it is
loaded ("Disabling Telemetry" in the `Privacy.md` of its wheel). It is set here, as nothing is to be
sent unasked.
"""

import os
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt

from secondsource.errors import ModelError

os.environ["ORT_DISABLE_TELEMETRY"] = "1"
import onnxruntime
from onnxruntime.capi import onnxruntime_pybind11_state as runtime_errors

_ERRORS_ONLY = 3
_SLOWER = ("SkipLayerNormFusion",)
"""What ONNX Runtime 1.32 does to a network to make it faster, and makes it slower by.

Without it the stance models take .89 of the time (pairs of 60 to 110 word pieces, on one thread);
their answers differ by what eight-bit rounding makes of differences in the seventh digit.
"""
_READ_ERRORS: tuple[type[Exception], ...] = (
    runtime_errors.Fail,
    runtime_errors.InvalidArgument,
    runtime_errors.InvalidGraph,
    runtime_errors.InvalidProtobuf,
    runtime_errors.NoSuchFile,
    runtime_errors.NotImplemented,
    runtime_errors.RuntimeException,
)


class Session:
    """A neural model in the ONNX format, run on the processor."""

    def __init__(self, session: onnxruntime.InferenceSession, path: Path) -> None:
        self._session = session
        self._path = path
        self.inputs: tuple[str, ...] = tuple(item.name for item in session.get_inputs())
        self.outputs: tuple[str, ...] = tuple(item.name for item in session.get_outputs())

    def run(
        self, feeds: Mapping[str, npt.NDArray[np.generic]]
    ) -> tuple[npt.NDArray[np.float32], ...]:
        """What the model gives for these arrays, one array for each of its `outputs`.

        Args:
            feeds: an array for each of `inputs`; others are ignored, since exports of one
                model differ in whether they ask for token types.

        Raises:
            ModelError: an input that the model asks for is missing.
        """
        missing = [name for name in self.inputs if name not in feeds]
        if missing:
            raise ModelError(
                f"The model {self._path.name} asks for the inputs {', '.join(self.inputs)} but "
                f"was not given {', '.join(missing)}. Use the model file that came with this "
                "version of Second Source."
            )
        wanted = {name: feeds[name] for name in self.inputs}
        return tuple(self._session.run(None, wanted))


def open_session(path: Path, threads: int = 1) -> Session:
    """Open a model file for use on the processor.

    Args:
        path: an ONNX file.
        threads: how many threads one run may use; 0 leaves it to the runtime.

    Raises:
        ModelError: the file is missing, or is not a model that the runtime can read.
    """
    if not path.is_file():
        raise ModelError(
            f"The model file {path} is missing. It is part of the package: install "
            "Second Source again, or make it anew with the script in training/."
        )
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = _ERRORS_ONLY
    try:
        session = onnxruntime.InferenceSession(
            str(path),
            sess_options=options,
            providers=["CPUExecutionProvider"],
            disabled_optimizers=[*_SLOWER],
        )
    except _READ_ERRORS as error:
        raise ModelError(
            f"The model file {path} could not be read ({error}). It should be an ONNX model; "
            "install Second Source again."
        ) from error
    return Session(session, path)
