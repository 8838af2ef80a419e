"""Cross-encoders of other makers: in a folder, or by their name at the Hugging Face hub.

Asked for only where a user names one. What was fetched before is used without asking the hub;
otherwise the files are fetched from there, without the user's token.
"""

import json
import os
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import numpy as np

from secondsource.errors import ModelError
from secondsource.models.cross_encoder import (
    CLASSES,
    CrossEncoder,
    Settings,
    read_settings,
)
from secondsource.models.session import open_session
from secondsource.models.torch_session import open_torch_session
from secondsource.models.word_pieces import open_word_pieces

_NAME = re.compile(r"(?P<repo>[\w.-]+/[\w.-]+)(?:@(?P<revision>[\w./-]+))?")
_OWN_SETTINGS, _WORD_PIECES = "meta.json", "tokenizer.json"
_SMALL = ("config.json", _WORD_PIECES, _OWN_SETTINGS)
_ONNX = ("model.onnx", "onnx/model.onnx")
_TORCH = "model.safetensors"
_WEIGHTS = (*_ONNX, _TORCH)
_MORE = ("_data", ".data")
"""What the file is called, after the name of an ONNX file, that holds large weights."""
_SECONDS = 20  # that the hub may take to say what a model has
_MOST_PIECES, _FEWEST_PIECES = 512, 64
_BEFORE_FIRST = 2
"""Places that models of RoBERTa's kind count among theirs and leave empty."""
_PROBE = ("The bridge at Port Ansel is closed.", "Nobody has crossed the bridge since Monday.")
_WANTED = "It should be a cross-encoder with three answers, as docs/stance.md tells."

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

    It is asked about one pair at once, so that a model of another kind is told of here.

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
    settings, weights = _read_settings_of(folder), _find_weights(folder)
    network = open_torch_session(folder) if weights.name == _TORCH else None
    try:
        tokenizer = open_word_pieces(folder, settings.max_tokens)
        model = CrossEncoder(network or open_session(weights), tokenizer, settings)
        rows = model.read_pairs([_PROBE])
    except Exception as error:  # whatever the files of strangers make the libraries raise
        reason = _say_first_line(error).partition(". ")[0]
        raise ModelError(f"The model {name} cannot be used ({reason}). {_WANTED}") from error
    if not np.isfinite(rows).all():
        raise ModelError(f"The model {name} answers with something else than numbers. {_WANTED}")
    return model


def list_files(folder: Path) -> list[Path]:
    """The files of a model that are read of its folder."""
    weights = (name + end for name in _WEIGHTS for end in ("", *_MORE))
    return [path for name in (*_SMALL, *weights) if (path := folder / name).is_file()]


def find_model(name: str) -> Path:
    """The folder of a model that is named as for `open_named_model`.

    Raises:
        ModelError: there is no such model, or the hub does not answer.
    """
    folder = Path(name)
    if name and folder.is_dir():
        return folder
    match = _NAME.fullmatch(name)
    if match is None or folder.exists():
        raise ModelError(
            f"The model {name!r} is neither a folder nor a name at the Hugging Face hub, which "
            "would be like owner/model."
        )
    return _fetch(match["repo"], match["revision"])


def _fetch(repo: str, revision: str | None) -> Path:
    """The folder of what was fetched of a model before, or is fetched now."""
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
    # Here and not above, as every command would have to load them.
    from httpx2 import HTTPError
    from huggingface_hub import HfApi, snapshot_download
    from huggingface_hub.errors import IncompleteSnapshotError, LocalEntryNotFoundError

    def take(files: list[str], *, kept: bool) -> Path:
        folder = snapshot_download(
            repo, revision=revision, allow_patterns=files, local_files_only=kept, token=False
        )
        return Path(folder)

    for weights in _WEIGHTS:
        with suppress(LocalEntryNotFoundError, IncompleteSnapshotError):
            folder = take(_list_needed(weights), kept=True)
            if (folder / weights).is_file():
                return folder
    try:
        asked = HfApi().model_info(repo, revision=revision, timeout=_SECONDS, token=False)
        held = [file.rfilename for file in asked.siblings or ()]
        return take([name for name in _list_needed(_choose(held)) if name in held], kept=False)
    except (HTTPError, OSError, ValueError, TypeError) as error:
        raise ModelError(
            f"The model {repo} could not be fetched from the Hugging Face hub "
            f"({_say_refusal(error)}). Check its name and the connection, or download it and name "
            "its folder."
        ) from error


def _list_needed(weights: str) -> list[str]:
    return [*_SMALL, weights, *(weights + end for end in _MORE)]


def _choose(files: Sequence[str]) -> str:
    """The weights that are taken of a model: those first that need no PyTorch."""
    weights = next((name for name in _WEIGHTS if name in files), None)
    if weights is None or _WORD_PIECES not in files:
        raise ValueError(f"it lacks {_WORD_PIECES}, or has none of {', '.join(_WEIGHTS)}")
    return weights


def _say_refusal(error: Exception) -> str:
    """What the hub means by an answer that is none."""
    meant = {
        "GatedRepoError": "it is only for those whom its owner lets have it",
        "RepositoryNotFoundError": "there is no model of this name that all may have",
        "RevisionNotFoundError": "it has no such revision",
    }
    return meant.get(type(error).__name__) or _say_first_line(error)


def _find_weights(folder: Path) -> Path:
    weights = next((path for name in _WEIGHTS if (path := folder / name).is_file()), None)
    if weights is None:
        raise ModelError(f"The folder {folder} has no weights: {' or '.join(_WEIGHTS)}. {_WANTED}")
    return weights


def _read_settings_of(folder: Path) -> Settings:
    """What a model's labels mean and how long a text it reads: as we write it, or as others do."""
    if not (folder / _WORD_PIECES).is_file():
        raise ModelError(f"The folder {folder} has no {_WORD_PIECES}. {_WANTED}")
    if (folder / _OWN_SETTINGS).is_file():
        return read_settings(folder / _OWN_SETTINGS)
    path = folder / "config.json"
    try:
        config = json.loads(path.read_text(encoding="utf-8"))
        labels = {int(number): str(label) for number, label in config["id2label"].items()}
        most = int(config.get("max_position_embeddings", 0))
    except (OSError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError) as error:
        raise ModelError(
            f"The settings {path} could not be read ({_say_first_line(error)}): they should have "
            f"the labels of a cross-encoder (id2label). A {_OWN_SETTINGS} can take their place."
        ) from error
    supports, disputes, neither = (_find_label(labels, name, path) for name in CLASSES)
    longest = min(_MOST_PIECES, most - _BEFORE_FIRST) if most > _FEWEST_PIECES else _MOST_PIECES
    return Settings((supports, disputes, neither), False, longest, 1.0)


def _find_label(labels: Mapping[int, str], name: str, path: Path) -> int:
    """The number of the one label that means one of `CLASSES`."""
    found = [n for n, label in labels.items() if _fold(label) in _MEANINGS[name]]
    if sorted(labels) != list(range(len(CLASSES))) or len(found) != 1:
        raise ModelError(
            f"The labels of {path} ({', '.join(labels.values())}) do not tell which of them means "
            f"{name!r}: a model with three answers for inference or fact verification is needed. "
            f"Where they are numbers only, a {_OWN_SETTINGS} beside it can name them."
        )
    return found[0]


def _fold(label: str) -> str:
    return " ".join(re.split(r"[\W_]+", label.casefold())).strip()


def _say_first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0][:300] or type(error).__name__
