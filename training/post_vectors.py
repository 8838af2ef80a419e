"""Teaches the sentence vectors which fact-check a post is about.

    python -m training.post_vectors --data ../shared/data --work FOLDER

Needs the `train` extra. all-MiniLM-L6-v2 learns from the training tweets of CLEF-2020 task 2: of
the fact-checks of a batch, hard wrong ones among them, that of the post is to be the nearest (a
softmax over cosines: Henderson et al., Efficient Natural Language Response Suggestion, 2017), while
every cosine stays near what it was before.

One network learns from all tweets; five more each do without one part of them, so that
`training.factchecks` can weigh vectors of tweets that a network has not seen. All are kept in
FOLDER (`part-0.pt` to `part-4.pt`, `whole.pt`); what is there is not made again, so begin with an
empty one after a change. `python -m training.minilm --weights FOLDER/whole.pt` puts the last into
the package. Two minutes for each on two cores; seeded, and the same on processors that round alike.
"""

import argparse
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional
from transformers import AutoTokenizer

from evals.factcheck_data import CLEF, find_twins, fold_of, list_judged, read_tweets, read_verified
from secondsource.factcheck.reviews.features import write_whole
from secondsource.factcheck.reviews.post import read_post
from secondsource.lineage.translation.sentence_sums import F32
from secondsource.models.minilm import LONGEST
from training.bases import encoder_folder
from training.minilm import MeanOfPieces

PARTS = 5
SEED = 20190218
EPOCHS, RATE = 3, 5e-5
"""Four at 1e-4 were no better on the first part (`models/minilm/CARD.md`); the rest set by hand."""
WARM_UP = 0.1
"""The share of the steps in which the rate rises; it falls to zero in the others."""
BATCH = 12
HARD, AMONG = 3, 20
"""Wrong fact-checks drawn for each post, and of how many that lie nearest to it."""
SHARPNESS = 20.0
"""What cosines are multiplied with before the softmax."""
NEAR_BEFORE = 10.0
"""How much it counts that cosines stay what they were."""
_PIECES_TAUGHT = 96  # word pieces read of a text while learning, for speed
_READ_AT_ONCE = 64


@dataclass(frozen=True, slots=True)
class Post:
    """A tweet and the places of the fact-checks that are about it.

    `texts` are the tweet without and with its author; `right` is the place of its fact-check,
    `alike` has that and those of all that say the same; `part` (from 0) is the one it belongs to.
    """

    texts: tuple[str, str]
    right: int
    alike: frozenset[int]
    part: int


@dataclass(frozen=True, slots=True)
class Course:
    """What is learnt from: posts, the texts of fact-checks, and what was near before.

    `before` are the vectors of the fact-checks, `asked` those of the posts' two texts, float32 of
    shapes (fact-checks, 384) and (posts, 2, 384).
    """

    posts: Sequence[Post]
    checks: Sequence[str]
    before: F32
    asked: F32

    def list_hard(self, number: int) -> list[int]:
        """The wrong fact-checks that lay nearest to a post."""
        near = (self.before @ self.asked[number].T).max(axis=1)
        order = np.argsort(-near, kind="stable")[: AMONG + len(self.posts[number].alike)]
        return [place for place in order.tolist() if place not in self.posts[number].alike][:AMONG]


class PostVectors:
    """A network in training or trained, as an `Embedder`.

    Args:
        weights: a file of `name_weights`; the bare encoder where None.
    """

    def __init__(self, weights: Path | None = None) -> None:
        self.network = MeanOfPieces(weights)
        self._tokenizer = AutoTokenizer.from_pretrained(encoder_folder())

    def read(self, texts: Sequence[str], most: int) -> Tensor:
        """A vector of length one for each text, of shape (len(texts), 384), with its gradients.

        `most` word pieces are read of a text.
        """
        pieces = self._tokenizer(
            list(texts), padding=True, truncation=True, max_length=most, return_tensors="pt"
        )
        vectors = self.network(**pieces)
        return functional.normalize(vectors.float())

    def embed(self, texts: Sequence[str]) -> F32:
        """A vector of length one for each text, float32 of shape (len(texts), 384)."""
        self.network.eval()
        order = sorted(range(len(texts)), key=lambda place: len(texts[place]))
        vectors = np.zeros((len(texts), self.network.encoder.config.hidden_size), np.float32)
        with torch.inference_mode():
            for begin in range(0, len(order), _READ_AT_ONCE):
                places = order[begin : begin + _READ_AT_ONCE]
                vectors[places] = self.read([texts[n] for n in places], LONGEST).numpy()
        return vectors


def prepare_course(data: Path) -> Course:
    """The training tweets with their fact-checks, and what the bare encoder says of them.

    Raises:
        SystemExit: the data has no training tweets.
    """
    verified = read_verified(data)
    places = {id_: place for place, id_ in enumerate(verified)}
    twins = find_twins(verified)
    posts = []
    for tweet in read_tweets(data, "train"):
        right, read = min(tweet.relevant), read_post(tweet.text)
        alike = frozenset(places[each] for each in list_judged([tweet], twins))
        texts, part = (read.text, read.signed_text), fold_of(f"clef:{right}", PARTS)
        posts.append(Post(texts, places[right], alike, part))
    if not posts:
        sys.exit(f"No training tweets in {data / CLEF}: name the folder that holds factcheck/.")
    checks = [write_whole(each.claim, each.title) for each in verified.values()]
    bare = PostVectors()
    asked = bare.embed([text for post in posts for text in post.texts])
    return Course(posts, checks, bare.embed(checks), asked.reshape(len(posts), 2, -1))


def teach_network(course: Course, left_out: int | None) -> PostVectors:
    """A network that has learnt from all posts but those of one part (None: from all)."""
    torch.manual_seed(SEED)
    draw = random.Random(SEED)
    vectors = PostVectors()
    vectors.network.encoder.embeddings.requires_grad_(False)
    learnt = [weight for weight in vectors.network.parameters() if weight.requires_grad]
    optimiser = torch.optim.AdamW(learnt, lr=RATE)
    kept = [number for number, post in enumerate(course.posts) if post.part != left_out]
    steps = EPOCHS * (len(kept) // BATCH)
    hard = {number: course.list_hard(number) for number in kept}
    vectors.network.train()
    for step, numbers in enumerate(_draw_batches(kept, draw)):
        rate = RATE * min(1.0, (step + 1) / (WARM_UP * steps)) * (1 - step / steps)
        for group in optimiser.param_groups:
            group["lr"] = rate
        wrong = [place for number in numbers for place in draw.sample(hard[number], HARD)]
        sides = [draw.randrange(2) for _ in numbers]
        with torch.autocast("cpu", torch.bfloat16):
            loss = _measure_loss(course, vectors, list(zip(numbers, sides, strict=True)), wrong)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(learnt, 1.0)
        optimiser.step()
    return vectors


def _draw_batches(kept: Sequence[int], draw: random.Random) -> Iterator[list[int]]:
    for _ in range(EPOCHS):
        order = draw.sample(kept, len(kept))
        for begin in range(0, len(order) - BATCH + 1, BATCH):
            yield order[begin : begin + BATCH]


def _measure_loss(
    course: Course, vectors: PostVectors, asked: Sequence[tuple[int, int]], wrong: Sequence[int]
) -> Tensor:
    """What a batch has wrong: posts by number, each with which of its texts is read."""
    posts = [course.posts[number] for number, _ in asked]
    places = list(dict.fromkeys([*(post.right for post in posts), *wrong]))
    texts = [post.texts[side] for post, (_, side) in zip(posts, asked, strict=True)]
    left = vectors.read(texts, _PIECES_TAUGHT)
    right = vectors.read([course.checks[place] for place in places], _PIECES_TAUGHT)
    found = left @ right.T
    before = np.stack([course.asked[pair] for pair in asked]) @ course.before[places].T
    is_same = [[p in post.alike and p != post.right for p in places] for post in posts]
    wanted = torch.tensor([places.index(post.right) for post in posts])
    scores = (found * SHARPNESS).masked_fill(torch.tensor(is_same), -torch.inf)
    moved = ((found - torch.from_numpy(before)) ** 2).mean()
    return functional.cross_entropy(scores, wanted) + NEAR_BEFORE * moved


def name_weights(folder: Path, left_out: int | None) -> Path:
    """The file of the network that did without a part, or (None) of the one that saw all."""
    return folder / ("whole.pt" if left_out is None else f"part-{left_out}.pt")


def find_weights(folder: Path) -> list[Path]:
    """The files of the networks that did without a part, in the order of the parts.

    Raises:
        SystemExit: one is missing.
    """
    found = [name_weights(folder, part) for part in range(PARTS)]
    for path in found:
        if not path.exists():
            sys.exit(f"{path} is missing: run python -m training.post_vectors --work {folder}.")
    return found


def _save(vectors: PostVectors, path: Path) -> None:
    """All of a network's weights or nothing: what was stopped is made again."""
    unfinished = path.with_suffix(".part")
    torch.save(vectors.network.state_dict(), unfinished)
    unfinished.replace(path)


def main() -> None:
    """Make the networks that are not there yet."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="holds factcheck/")
    parser.add_argument("--work", type=Path, required=True, help="for the networks")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    course = prepare_course(options.data)
    for left_out in (*range(PARTS), None):
        path = name_weights(options.work, left_out)
        if not path.exists():
            _save(teach_network(course, left_out), path)
            print(path, flush=True)


if __name__ == "__main__":
    main()
