"""The conditional logit finds the feature that tells the right option."""

from training.choices import Group, fit_choices


def test_the_telling_feature_gets_the_highest_weight() -> None:
    groups = [Group((("a", "noise"), ("b", "noise"), ("c",)), 1) for _ in range(6)]
    weights = fit_choices(groups)
    assert weights["b"] > 0 > weights["a"]
    assert max(weights, key=lambda name: weights[name]) == "b"


def test_rare_features_are_left_out() -> None:
    groups = [Group((("a", f"once {n}"), ("b",)), 0) for n in range(6)]
    assert set(fit_choices(groups)) == {"a", "b"}
