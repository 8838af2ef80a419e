"""The weights that come with the package."""

from secondsource.models.cue_weights import load_cue_weights


def test_the_bundled_weights_can_be_used() -> None:
    model = load_cue_weights()
    assert 0.0 < model.threshold < 1.0
    assert model.weights["word=say"] > model.weights.get("word=have", 0.0)
    assert load_cue_weights() is model
