"""Cross-encoders of other makers: named by a folder, or at a hub that is not asked in tests."""

import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from httpx2 import HTTPError
from huggingface_hub.errors import LocalEntryNotFoundError

from secondsource.errors import ModelError
from secondsource.models import hub
from secondsource.models.cross_encoder import ENGLISH, open_cross_encoder
from secondsource.models.hub import find_model, list_files, open_named_model

PAIRS = [
    ("The bridge was closed on Monday.", "The bridge has been shut since Monday."),
    ("The bridge was closed on Monday.", "The bridge was not closed on Monday."),
]
LABELS = {"0": "contradiction", "1": "neutral", "2": "entailment"}


def write_model(folder: Path, labels: object = LABELS, weights: str = "onnx/model.onnx") -> Path:
    """The shipped English model laid out as at the hub."""
    (folder / weights).parent.mkdir(parents=True, exist_ok=True)
    (folder / weights).symlink_to(ENGLISH / "model.onnx")
    (folder / "tokenizer.json").symlink_to(ENGLISH / "tokenizer.json")
    config = {"id2label": labels, "max_position_embeddings": 512}
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    return folder


def test_a_folder_as_at_the_hub_is_read_by_the_names_of_its_labels(tmp_path: Path) -> None:
    turned = {"0": "ENTAILMENT", "1": "not_enough_info", "2": "Refutes"}
    one = open_named_model(str(write_model(tmp_path / "one"))).read_pairs(PAIRS)
    other = open_named_model(str(write_model(tmp_path / "other", turned))).read_pairs(PAIRS)
    assert one.shape == (2, 3)
    assert one[:, [1, 2, 0]] == pytest.approx(other[:, [0, 2, 1]])


def test_a_folder_with_settings_of_our_own_is_read_by_these() -> None:
    expected = open_cross_encoder(ENGLISH).read_pairs(PAIRS)
    assert open_named_model(str(ENGLISH)).read_pairs(PAIRS) == pytest.approx(expected)


@pytest.mark.parametrize(
    "labels",
    [
        {"0": "LABEL_0", "1": "LABEL_1", "2": "LABEL_2"},
        {"0": "entailment", "1": "not_entailment"},
        {"0": "entailment", "1": "entailment", "2": "neutral"},
        ["entailment"],
    ],
)
def test_labels_that_do_not_tell_what_they_mean_are_refused(tmp_path: Path, labels: object) -> None:
    with pytest.raises(ModelError, match=r"meta\.json"):
        open_named_model(str(write_model(tmp_path, labels)))


def test_a_folder_without_weights_says_which_files_would_do(tmp_path: Path) -> None:
    folder = write_model(tmp_path, weights="onnx/other.onnx")
    with pytest.raises(ModelError, match=r"no weights that can be read: model\.onnx"):
        open_named_model(str(folder))


def test_what_is_neither_a_folder_nor_a_name_is_told_so() -> None:
    with pytest.raises(ModelError, match="neither a folder nor a name"):
        find_model("not there")


@pytest.fixture
def make_hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[list[str]]]:
    """A hub that has one model with some files; gives what was asked of it."""

    def make(files: list[str], *, kept: bool = False) -> list[list[str]]:
        asked: list[list[str]] = []

        def download(
            repo: str,
            *,
            revision: str | None,
            local_files_only: bool = False,
            allow_patterns: list[str] | None = None,
        ) -> str:
            if local_files_only and not kept:
                raise LocalEntryNotFoundError("nothing here")
            if not local_files_only:
                asked.append([repo, str(revision), *(allow_patterns or [])])
            return str(tmp_path)

        class Api:
            def model_info(self, repo: str, **_words: object) -> SimpleNamespace:
                return SimpleNamespace(
                    id=repo, siblings=[SimpleNamespace(rfilename=name) for name in files]
                )

        monkeypatch.setattr(hub, "snapshot_download", download)
        monkeypatch.setattr(hub, "HfApi", Api)
        return asked

    return make


def test_of_a_named_model_only_the_files_that_are_read_are_fetched(
    make_hub: Callable[..., list[list[str]]], tmp_path: Path
) -> None:
    further = ["README.md", "pytorch_model.bin", "onnx/model_quantized.onnx", "tokenizer.json"]
    asked = make_hub(["onnx/model.onnx", "model.safetensors", "config.json", *further])
    assert find_model("owner/nli-small@v2") == tmp_path
    assert asked == [["owner/nli-small", "v2", "config.json", "tokenizer.json", "onnx/model.onnx"]]


def test_a_model_that_was_fetched_before_is_not_asked_for_again(
    make_hub: Callable[..., list[list[str]]], tmp_path: Path
) -> None:
    write_model(tmp_path)
    asked = make_hub([], kept=True)
    open_named_model("owner/nli-small")
    assert asked == []


@pytest.mark.parametrize("error", [HTTPError("no route"), OSError("disk full"), ValueError("?")])
def test_a_hub_that_does_not_answer_is_told_of_in_one_line(
    monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def download(*_args: object, **_words: object) -> str:
        raise error

    monkeypatch.setattr(hub, "snapshot_download", download)
    with pytest.raises(ModelError, match="could not be fetched") as raised:
        find_model("owner/nli-small")
    assert "\n" not in str(raised.value)


def test_a_model_with_weights_in_pickles_only_is_not_fetched(
    make_hub: Callable[..., list[list[str]]],
) -> None:
    make_hub(["config.json", "pytorch_model.bin"])
    with pytest.raises(ModelError, match=r"it has none of .*model\.safetensors"):
        find_model("owner/nli-small")


def test_files_that_tell_a_model_from_others_are_listed(tmp_path: Path) -> None:
    write_model(tmp_path)
    (tmp_path / "README.md").write_text("A card.", encoding="utf-8")
    assert [path.name for path in list_files(tmp_path)] == [
        "config.json",
        "tokenizer.json",
        "model.onnx",
    ]


def test_weights_of_pytorch_are_read_where_it_is_installed(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch")
    transformers = pytest.importorskip("transformers")
    torch.manual_seed(1)
    config = transformers.BertConfig(
        vocab_size=30522,
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
        id2label={0: "contradiction", 1: "neutral", 2: "entailment"},
        label2id={"contradiction": 0, "neutral": 1, "entailment": 2},
    )
    transformers.BertForSequenceClassification(config).save_pretrained(tmp_path)
    (tmp_path / "tokenizer.json").symlink_to(ENGLISH / "tokenizer.json")
    rows = open_named_model(str(tmp_path)).read_pairs(PAIRS)
    assert rows.shape == (2, 3)
    assert rows.sum(axis=1) == pytest.approx(1.0)


def test_without_pytorch_its_weights_are_refused_with_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "torch", None)
    folder = write_model(tmp_path, weights="model.safetensors")
    with pytest.raises(ModelError, match=r"pip install 'secondsource\[hub\]'"):
        open_named_model(str(folder))
