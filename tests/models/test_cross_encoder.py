"""The reader of claim and passage: how it asks a model, and what it makes of the answers."""

import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace
from tokenizers.processors import TemplateProcessing

from secondsource.errors import ModelError
from secondsource.models.cross_encoder import CrossEncoder, Settings, open_cross_encoder

WORDS = {"[PAD]": 0, "[CLS]": 1, "[SEP]": 2, "bridge": 3, "closed": 4, "open": 5, "[UNK]": 6}


class EchoSession:
    """A model whose three outputs are fixed, and which keeps what it was given."""

    def __init__(self, logits: tuple[float, float, float]) -> None:
        self.logits = logits
        self.feeds: list[Mapping[str, npt.NDArray[np.generic]]] = []

    def run(
        self, feeds: Mapping[str, npt.NDArray[np.generic]]
    ) -> tuple[npt.NDArray[np.float32], ...]:
        self.feeds.append(feeds)
        return (np.tile(np.array(self.logits, dtype=np.float32), (len(feeds["input_ids"]), 1)),)


def make_tokenizer(max_tokens: int) -> Tokenizer:
    tokenizer = Tokenizer(WordLevel(WORDS, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = Whitespace()
    tokenizer.post_processor = TemplateProcessing(
        single="[CLS] $A [SEP]",
        pair="[CLS] $A [SEP] $B:1 [SEP]:1",
        special_tokens=[("[CLS]", 1), ("[SEP]", 2)],
    )
    tokenizer.enable_truncation(max_tokens, strategy="longest_first")
    return tokenizer


def make_encoder(session: EchoSession, **changes: object) -> CrossEncoder:
    settings = {"order": (0, 1, 2), "claim_first": True, "max_tokens": 12, "temperature": 1.0}
    settings |= changes
    return CrossEncoder(session, make_tokenizer(12), Settings(**settings))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("order", "temperature", "expected"),
    [
        ((0, 1, 2), 1.0, (0.665, 0.245, 0.090)),
        # The model's own order is disputes, neither, supports.
        ((2, 0, 1), 1.0, (0.090, 0.665, 0.245)),
        # A higher temperature makes the same answer less sure.
        ((0, 1, 2), 2.0, (0.506, 0.307, 0.186)),
    ],
)
def test_answers_are_put_in_order_and_cooled(
    order: tuple[int, int, int], temperature: float, expected: tuple[float, float, float]
) -> None:
    encoder = make_encoder(EchoSession((2.0, 1.0, 0.0)), order=order, temperature=temperature)
    (row,) = encoder.read_pairs([("bridge closed", "bridge open")]).tolist()
    assert row == pytest.approx(expected, abs=0.001)


@pytest.mark.parametrize(
    ("claim_first", "expected"), [(True, [1, 3, 2, 4, 5, 2]), (False, [1, 4, 5, 2, 3, 2])]
)
def test_claim_and_passage_go_in_as_the_model_wants(claim_first: bool, expected: list[int]) -> None:
    session = EchoSession((0.0, 0.0, 0.0))
    make_encoder(session, claim_first=claim_first).read_pairs([("bridge", "closed open")])
    assert session.feeds[0]["input_ids"].tolist() == [expected]


def test_a_long_passage_is_cut_and_the_claim_kept() -> None:
    session = EchoSession((0.0, 0.0, 0.0))
    make_encoder(session).read_pairs([("bridge closed", "open " * 50)])
    assert session.feeds[0]["input_ids"].tolist() == [[1, 3, 4, 2, *[5] * 7, 2]]


def test_each_pair_is_run_by_itself_and_in_its_place() -> None:
    session = EchoSession((0.0, 0.0, 0.0))
    make_encoder(session).read_pairs([("bridge", "closed open"), ("bridge", "open")])
    assert [feeds["input_ids"].tolist() for feeds in session.feeds] == [
        [[1, 3, 2, 4, 5, 2]],
        [[1, 3, 2, 5, 2]],
    ]
    assert session.feeds[0]["attention_mask"].tolist() == [[1, 1, 1, 1, 1, 1]]
    assert session.feeds[0]["token_type_ids"].tolist() == [[0, 0, 0, 1, 1, 1]]


def test_no_pairs_give_no_rows() -> None:
    assert make_encoder(EchoSession((0.0, 0.0, 0.0))).read_pairs([]).shape == (0, 3)


@pytest.mark.parametrize(
    "settings",
    [
        None,
        "not json",
        "{}",
        '{"classes": ["yes", "no"], "claim_first": true, "max_tokens": 8, "temperature": 1}',
        "[]",
    ],
)
def test_a_model_without_usable_settings_is_refused(tmp_path: Path, settings: str | None) -> None:
    if settings is not None:
        (tmp_path / "meta.json").write_text(settings)
    with pytest.raises(ModelError, match=r"meta\.json"):
        open_cross_encoder(tmp_path)


@pytest.mark.parametrize("missing", ["tokenizer.json", "model.onnx"])
def test_a_model_without_its_files_is_refused(tmp_path: Path, missing: str) -> None:
    classes = ["supports", "disputes", "neither"]
    meta = {"classes": classes, "claim_first": True, "max_tokens": 8, "temperature": 1.0}
    (tmp_path / "meta.json").write_text(json.dumps(meta))
    if missing == "model.onnx":
        make_tokenizer(8).save(str(tmp_path / "tokenizer.json"))
    with pytest.raises(ModelError, match=missing):
        open_cross_encoder(tmp_path)
