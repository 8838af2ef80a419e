"""Cross-encoders of other makers: named by a folder, or at a hub that is not asked in tests."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace

import huggingface_hub
import pytest
from httpx2 import HTTPError
from huggingface_hub.errors import LocalEntryNotFoundError

from secondsource.errors import ModelError
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
    with pytest.raises(ModelError, match=r"no weights: model\.onnx or"):
        open_named_model(str(folder))


def test_what_is_neither_a_folder_nor_a_name_is_told_so() -> None:
    with pytest.raises(ModelError, match="neither a folder nor a name"):
        find_model("not there")


@dataclass
class Hub:
    """A hub with one model, played over the library's two functions; it keeps what it was asked."""

    files: list[str]
    folder: Path
    asked: list[list[str]] = field(default_factory=list)
    fetched: list[str] = field(default_factory=list)

    def snapshot_download(
        self,
        repo: str,
        *,
        revision: str | None,
        allow_patterns: list[str],
        local_files_only: bool,
        token: bool,
    ) -> str:
        assert token is False
        wanted = [name for name in allow_patterns if name in self.files]
        if local_files_only and not (self.fetched and set(wanted) <= set(self.fetched)):
            raise LocalEntryNotFoundError("nothing here")
        if not local_files_only:
            self.asked.append([repo, str(revision), *wanted])
            self.fetched = wanted
            weights = next(name for name in wanted if name.endswith((".onnx", ".safetensors")))
            write_model(self.folder, weights=weights)
        return str(self.folder)

    def model_info(self, repo: str, **words: object) -> SimpleNamespace:
        assert words["token"] is False
        files = [SimpleNamespace(rfilename=name) for name in self.files]
        return SimpleNamespace(id=repo, siblings=files)


@pytest.fixture
def make_hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[list[str]], Hub]:
    """Plays a hub whose one model has these files."""

    def make(files: list[str]) -> Hub:
        hub = Hub(files, tmp_path)
        monkeypatch.setattr(huggingface_hub, "snapshot_download", hub.snapshot_download)
        monkeypatch.setattr(huggingface_hub, "HfApi", lambda: hub)
        return hub

    return make


def test_of_a_named_model_only_the_files_that_are_read_are_fetched_and_once(
    make_hub: Callable[[list[str]], Hub], tmp_path: Path
) -> None:
    further = ["README.md", "pytorch_model.bin", "onnx/model_quantized.onnx", "tokenizer.json"]
    hub = make_hub(["onnx/model.onnx", "model.safetensors", "config.json", *further])
    assert find_model("owner/nli-small@v2") == tmp_path
    open_named_model("owner/nli-small@v2")
    files = ["config.json", "tokenizer.json", "onnx/model.onnx"]
    assert hub.asked == [["owner/nli-small", "v2", *files]]


@pytest.mark.parametrize(
    "files", [["config.json", "tokenizer.json", "pytorch_model.bin"], ["model.onnx"]]
)
def test_a_model_without_what_is_read_is_not_fetched(
    make_hub: Callable[[list[str]], Hub], files: list[str]
) -> None:
    hub = make_hub(files)
    with pytest.raises(ModelError, match=r"it lacks tokenizer\.json, or has none of"):
        find_model("owner/nli-small")
    assert hub.asked == []


@pytest.mark.parametrize("error", [HTTPError("no route"), OSError("disk full"), ValueError("?")])
def test_a_hub_that_does_not_answer_is_told_of_in_one_line(
    monkeypatch: pytest.MonkeyPatch, make_hub: Callable[[list[str]], Hub], error: Exception
) -> None:
    def ask(*_args: object, **_words: object) -> None:
        raise error

    monkeypatch.setattr(make_hub(["model.onnx"]), "model_info", ask)
    with pytest.raises(ModelError, match="could not be fetched") as raised:
        find_model("owner/nli-small")
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("tokenizer.json", "version https://git-lfs.github.com/spec/v1"),
        ("onnx/model.onnx", "version https://git-lfs.github.com/spec/v1"),
        ("config.json", "[]"),
        ("config.json", '{"id2label": {"0": "entailment", "1": "neutral", "5": "refutes"}}'),
        ("meta.json", '{"classes": 5}'),
        (
            "meta.json",
            '{"classes": ["supports", "disputes", "neither"], "claim_first": true, '
            '"max_tokens": 64, "temperature": 0}',
        ),
    ],
)
@pytest.mark.filterwarnings("ignore:divide by zero", "ignore:invalid value")
def test_a_broken_file_is_told_of_when_the_model_is_opened(
    tmp_path: Path, name: str, content: str
) -> None:
    folder = write_model(tmp_path)
    (folder / name).unlink(missing_ok=True)
    (folder / name).write_text(content, encoding="utf-8")
    with pytest.raises(ModelError) as raised:
        open_named_model(str(folder))
    assert "install Second Source again" not in str(raised.value)


def test_a_short_claim_of_what_is_read_is_no_limit(tmp_path: Path) -> None:
    folder = write_model(tmp_path)
    config = {"id2label": LABELS, "max_position_embeddings": -1}
    expected = open_named_model(str(folder)).read_pairs(PAIRS)
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    assert open_named_model(str(folder)).read_pairs(PAIRS) == pytest.approx(expected)


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
    transformers.BertModel(config).save_pretrained(tmp_path)
    with pytest.raises(ModelError, match="was not trained to classify"):
        open_named_model(str(tmp_path))


def test_without_pytorch_its_weights_are_refused_with_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "torch", None)
    folder = write_model(tmp_path, weights="model.safetensors")
    with pytest.raises(ModelError, match=r"pip install 'secondsource\[hub\]'"):
        open_named_model(str(folder))
