"""Fits the English head of subjectivity that looks at the encoder's first layer alone.

    python -m training.first_layer --data DIR

That layer was not trained on any label, so that what this head says of training sentences by
cross-validation is honest, and it knows nothing of what the network learnt by heart. The mean
of both is used (`SentenceModel`). Puts the head among the shipped ones and prints its figures;
`training.sentences` makes it too. Everything is seeded.
"""

import argparse
import json
from pathlib import Path

import numpy as np
from sklearn.model_selection import StratifiedKFold

from evals.sentence_data import Item, read_subjectivity
from secondsource.models.encoder import JUDGEMENTS, default_encoder
from secondsource.models.features import SURFACE_NAMES, surface_features
from secondsource.models.heads import FIRST, Head, load_heads, save_heads
from training.linear import FOLDS, Floats, Numbers, choose_threshold, fit, label_all
from training.splits import split_subjectivity

HEADS = Path("src/secondsource/models/sentences/heads.npz")
STRENGTHS = (0.02, 0.05, 0.1)
POOLED_SCALE, SURFACE_SCALE = 0.2, 0.3
SHARE_OF_VIEWS = 0.3
"""As for the head over the whole network: see `training/sentences.py`."""


def fit_first(train: list[Item]) -> tuple[Head, dict[str, float | str]]:
    """The head with the best cross-validated macro-F1, and its figures."""
    rows, labels = _read(train), label_all(train)
    middle, scale = rows.mean(0), SURFACE_SCALE * np.ones(rows.shape[1], dtype=np.float32)
    pooled = rows.shape[1] - len(SURFACE_NAMES)
    scale[:pooled] = POOLED_SCALE / (rows.std(0)[:pooled] + 1e-6)
    scaled = ((rows - middle) * scale).astype(np.float64)
    tried = []
    for strength in STRENGTHS:
        scores = np.zeros(len(labels))
        folds = StratifiedKFold(FOLDS, shuffle=True, random_state=0)
        for fitted, out in folds.split(scaled, labels):
            model = fit(scaled[fitted], labels[fitted], strength)
            scores[out] = model.predict_proba(scaled[out])[:, 1]
        threshold, macro = choose_threshold(scores, labels, SHARE_OF_VIEWS)
        tried.append((macro, strength, threshold))
    macro, strength, threshold = max(tried)
    model = fit(scaled, labels, strength)
    weights: Numbers = model.coef_[0] * scale
    head = Head(
        vector=weights[:pooled].astype(np.float32),
        judgements=np.zeros(len(JUDGEMENTS), dtype=np.float32),
        buckets=np.zeros(0, dtype=np.float32),
        surface=weights[pooled:].astype(np.float32),
        bias=float(model.intercept_[0] - middle @ weights),
        threshold=threshold,
    )
    return head, {
        "setting": f"C={strength}",
        "train_items": len(train),
        "cv_macro_f1": round(macro, 4),
    }


def _read(items: list[Item]) -> Floats:
    texts = [item.text for item in items]
    begun = default_encoder().begin(texts)
    return np.array(
        [
            np.concatenate([one.pool(), surface_features(text)])
            for text, one in zip(texts, begun, strict=True)
        ]
    )


def main() -> None:
    """Fit, put the head among the others, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    train, _ = split_subjectivity(read_subjectivity(parser.parse_args().data)["en"])
    head, figures = fit_first(train)
    save_heads(HEADS, {**load_heads(HEADS), FIRST: head})
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
