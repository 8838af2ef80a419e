"""Cross-encoders of other makers: in a folder, or by their name at the Hugging Face hub.

Asked for only where a user names one. What was downloaded before is used without asking the hub;
otherwise the files are fetched from there, and nothing but their name is sent.
"""

import json
import os
import re
from collections.abc import Mapping
from pathlib import Path

from tokenizers import Tokenizer

from secondsource.errors import ModelError
from secondsource.models.cross_encoder import (
    CLASSES,
    CrossEncoder,
    Network,
    Settings,
    open_cross_encoder,
)
from secondsource.models.session import open_session
from secondsource.models.torch_session import open_torch_session
from secondsource.models.word_pieces import open_word_pieces

os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
from httpx2 import HTTPError
from huggingface_hub import HfApi, snapshot_download
from huggingface_hub.errors import LocalEntryNotFoundError

_NAME = re.compile(r"(?P<repo>[\w.-]+/[\w.-]+)(?:@(?P<revision>[\w./-]+))?")
_OWN_SETTINGS = "meta.json"
_SMALL = ("config.json", "tokenizer.json", _OWN_SETTINGS)
_ONNX = ("model.onnx", "onnx/model.onnx")
_TORCH = "model.safetensors"
_MORE = ("_data", ".data")
"""What the file is called, after the name of an ONNX file, that holds large weights."""
_SECONDS = 20  # that the hub may take to say what a model has
_MOST_PIECES = 512
_BEFORE_FIRST = 2
"""Places that models of RoBERTa's kind count among theirs and leave empty."""

_MEANINGS: Mapping[str, tuple[str, ...]] = {
    "supports": ("entailment", "entail", "entailed", "supports", "support", "supported", "agree"),
    "disputes": (
        *("contradiction", "contradict", "contradicted", "refutes", "refute", "refuted"),
        *("disputes", "dispute", "disagree"),
    ),
    "neither": ("neutral", "neither", "not enough info", "nei", "discuss", "discusses", "unknown"),
}
"""How models for inference and for fact verification call what are `CLASSES` here."""


def open_named_model(name: str) -> CrossEncoder:
    """Opens a cross-encoder for inference: a passage first, a claim second, three answers.

    Args:
        name: a folder, or `owner/name` at the Hugging Face hub, with `@revision` where another
            than the newest is meant. A folder has `tokenizer.json`, the weights (`model.onnx`,
            `onnx/model.onnx`, or `model.safetensors`, for which PyTorch and transformers have to
            be installed), and `meta.json` as `open_cross_encoder` wants it or a `config.json`
            whose labels tell what they mean.

    Raises:
        ModelError: there is no such model, the hub does not answer, or it is of another kind.
    """
    folder = find_model(name)
    if (folder / _OWN_SETTINGS).is_file() and (folder / _ONNX[0]).is_file():
        return open_cross_encoder(folder)
    settings = _read_config(folder / "config.json")
    tokenizer: Tokenizer = open_word_pieces(folder, settings.max_tokens)
    return CrossEncoder(_open_network(folder, name), tokenizer, settings)


def list_files(folder: Path) -> list[Path]:
    """The files of a model that are read of its folder."""
    names = (*_SMALL, *(name + end for name in (*_ONNX, _TORCH) for end in ("", *_MORE)))
    return [path for name in names if (path := folder / name).is_file()]


def find_model(name: str) -> Path:
    """The folder of a model that is named as for `open_named_model`.

    Raises:
        ModelError: there is no such model, or the hub does not answer.
    """
    folder = Path(name)
    if folder.is_dir():
        return folder
    match = _NAME.fullmatch(name)
    if match is None:
        raise ModelError(
            f"The model {name} is neither a folder nor a name at the Hugging Face hub, which would "
            "be like owner/model."
        )
    try:
        return _fetch(match["repo"], match["revision"])
    except (HTTPError, OSError, ValueError) as error:
        raise ModelError(
            f"The model {name} could not be fetched from the Hugging Face hub "
            f"({_say_first_line(error)}). Check its name and the connection, or download it and "
            "name its folder."
        ) from error


def _fetch(repo: str, revision: str | None) -> Path:
    """The folder of what was fetched of a model before, or is fetched now."""
    try:
        folder = Path(snapshot_download(repo, revision=revision, local_files_only=True))
    except LocalEntryNotFoundError:
        folder = None
    if folder is not None and _find_weights(folder) is not None:
        return folder
    held = HfApi().model_info(repo, revision=revision, timeout=_SECONDS).siblings or ()
    wanted = _choose([file.rfilename for file in held])
    return Path(snapshot_download(repo, revision=revision, allow_patterns=wanted))


def _choose(files: list[str]) -> list[str]:
    """The files that are needed of a model: of its weights those that need no PyTorch first."""
    weights = next((name for name in (*_ONNX, _TORCH) if name in files), None)
    if weights is None:
        raise ValueError(f"it has none of {', '.join((*_ONNX, _TORCH))}")
    further = [weights + end for end in _MORE]
    return [name for name in (*_SMALL, weights, *further) if name in files]


def _find_weights(folder: Path) -> Path | None:
    return next((p for n in (*_ONNX, _TORCH) if (p := folder / n).is_file()), None)


def _open_network(folder: Path, name: str) -> Network:
    weights = _find_weights(folder)
    if weights is None:
        raise ModelError(
            f"The model {name} has no weights that can be read: {', '.join((*_ONNX, _TORCH))}."
        )
    return open_torch_session(folder) if weights.name == _TORCH else open_session(weights)


def _read_config(path: Path) -> Settings:
    """What a model's own settings tell of its labels and of the longest text that it reads."""
    try:
        config = json.loads(path.read_text(encoding="utf-8"))
        labels = {int(number): str(label) for number, label in config["id2label"].items()}
        most = int(config.get("max_position_embeddings", _MOST_PIECES + _BEFORE_FIRST))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(
            f"The settings {path} could not be read ({error!r}): they should have the labels of a "
            f"cross-encoder (id2label). A {_OWN_SETTINGS} beside a model.onnx can take their place."
        ) from error
    supports, disputes, neither = (_find_label(labels, name, path) for name in CLASSES)
    longest = max(1, min(_MOST_PIECES, most - _BEFORE_FIRST))
    return Settings((supports, disputes, neither), False, longest, 1.0)


def _find_label(labels: Mapping[int, str], name: str, path: Path) -> int:
    """The number of the one label that means one of `CLASSES`."""
    found = [n for n, label in labels.items() if _fold(label) in _MEANINGS[name]]
    if len(labels) != len(CLASSES) or len(found) != 1:
        raise ModelError(
            f"The labels of {path} ({', '.join(labels.values())}) do not tell which of them means "
            f"{name!r}: a model with three answers for inference or fact verification is needed. "
            f"Where they are numbers only, a {_OWN_SETTINGS} beside a model.onnx can name them."
        )
    return found[0]


def _fold(label: str) -> str:
    return " ".join(re.split(r"[\W_]+", label.casefold())).strip()


def _say_first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0] or type(error).__name__
