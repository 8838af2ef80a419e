"""Fits the first look of `secondsource.models.glance` to what the heads say of news sentences.

    python -m training.glance --data DIR [--sentences 18000] [--out FILE]

No label is used: half of the sentences are of PolNeAR, half of the bodies of FNC-1, and what is
foretold is the score of the shipped heads after the whole network. Prints how well it is
foretold on a quarter of the sentences that was not fitted. Everything is seeded. Takes about a
minute on one core.
"""

import argparse
import json
import random
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import numpy as np
import numpy.typing as npt

from evals.texts import read_fnc1, read_polnear
from secondsource.models.encoder import default_encoder
from secondsource.models.features import surface_features
from secondsource.models.glance import FORETOLD, Floats, Glance, save_glance
from secondsource.models.heads import SentenceModel, load_heads
from secondsource.sentences import split_sentences

OUT = Path("src/secondsource/models/sentences/glance.npz")
ARTICLES = 700
"""Of each collection, the first ones."""
RIDGE = 30.0
POOLED_SCALE, SURFACE_SCALE = 0.2, 0.3
SURE = 2.0
"""How many standard errors below both thresholds a sentence must be foretold."""
APART = 1.0
"""How many standard errors from the threshold of check-worthiness. Both were chosen on the
training parts: see the card."""
NEARLY = 0.2
"""Sentences this far below the threshold of a view are still read: words may make them one."""
_BOUND = 1e-4


def read_sentences(data: Path, number: int) -> list[str]:
    """Different sentences of news, in random order, half of each collection."""
    found: list[str] = []
    for articles in (
        read_polnear(data / "attribution" / "polnear"),
        read_fnc1(data / "stance" / "fnc1"),
    ):
        own = dict.fromkeys(
            span.of(article.text).strip()
            for article in islice(articles, ARTICLES)
            for span in split_sentences(article.text, "en")
        )
        found += random.Random(5).sample(list(own), min(len(own), number // 2))
    random.Random(5).shuffle(found)
    return found


def fit_glance(texts: Sequence[str]) -> tuple[Glance, dict[str, object]]:
    """A first look fitted on three quarters of the sentences, and how it does on the fourth."""
    return _fit(*_read(texts))


def _fit(features: Floats, logits: Floats) -> tuple[Glance, dict[str, object]]:
    edge = len(features) * 3 // 4
    mean, spread = features[:edge].mean(0), features[:edge].std(0) + 1e-6
    counts = len(surface_features(""))
    scale = np.full(features.shape[1], SURFACE_SCALE, dtype=np.float32)
    scale[:-counts] = POOLED_SCALE / spread[:-counts]
    scaled = (features - mean) * scale
    solved, centre = _solve(scaled[:edge], logits[:edge])
    weights = solved * scale[:, None]
    bias = centre - mean @ weights
    off = logits[edge:] - (features[edge:] @ weights + bias)
    glance = _make(weights, bias, off.std(0))
    skipped = [glance.look(row[:-counts], row[-counts:]) is not None for row in features[edge:]]
    explained = 1 - off.var(0) / logits[edge:].var(0)
    return glance, {
        "sentences": len(features),
        "held_out": len(off),
        "explained": dict(zip(FORETOLD, _round(explained), strict=True)),
        "standard_error": dict(zip(FORETOLD, _round(off.std(0)), strict=True)),
        "read_no_further": round(float(np.mean(skipped)), 3),
    }


def _read(texts: Sequence[str]) -> tuple[Floats, Floats]:
    """The features of sentences, and the logits of the heads after the whole network."""
    encoder, model = default_encoder(), SentenceModel(default_encoder(), load_heads())
    rows, scores = [], []
    for text, begun in zip(texts, encoder.begin(texts), strict=True):
        rows.append(np.concatenate([begun.pool(), surface_features(text)]))
        (score,) = model.score([text])
        scores.append([getattr(score, name) for name in FORETOLD])
    bounded = np.clip(np.array(scores), _BOUND, 1 - _BOUND)
    return np.array(rows, dtype=np.float32), _logit(bounded).astype(np.float32)


def _solve(features: Floats, wanted: Floats) -> tuple[Floats, Floats]:
    """Ridge regression: weights, and the constant for features whose mean is about zero."""
    middle = features.mean(0)
    centred, centre = features - middle, wanted.mean(0)
    square = centred.T @ centred + RIDGE * np.eye(features.shape[1], dtype=np.float32)
    weights: Floats = np.linalg.solve(square, centred.T @ (wanted - centre))
    return weights, centre - middle @ weights


def _make(weights: Floats, bias: Floats, error: Floats) -> Glance:
    model = SentenceModel(default_encoder(), load_heads())
    loaded, checkworthy = (model.heads[name].threshold for name in ("loaded", "checkworthy"))
    view = model.subjective_threshold("en") - NEARLY
    return Glance(
        weights.astype(np.float32),
        bias.astype(np.float32),
        loaded_below=_limit(loaded) - SURE * float(error[0]),
        subjective_below=_limit(view) - SURE * float(error[1]),
        checkworthy_at=_limit(checkworthy),
        apart=APART * float(error[2]),
    )


def _round(figures: Floats) -> list[float]:
    return [round(float(figure), 3) for figure in figures]


def _limit(share: float) -> float:
    return float(_logit(np.array(share)))


def _logit(shares: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    logits: npt.NDArray[np.float64] = np.log(shares) - np.log1p(-shares)
    return logits


def main() -> None:
    """Fit, write the file, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--sentences", type=int, default=18_000)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    glance, figures = fit_glance(read_sentences(options.data, options.sentences))
    save_glance(options.out, glance)
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
