"""What a question is about: its own names, else those of the text before it, never who says it."""

from collections.abc import Mapping

import pytest

from secondsource.article import Span
from secondsource.evidence.lookup import Lookup
from secondsource.evidence.query.question import Part, Question
from secondsource.evidence.query.terms import CONTEXT_WEIGHT, NAME_WEIGHT, VOICE_WEIGHT
from tests.evidence.newsroom import EXAMINED, state

_NAMES = frozenset({"smith", "ilmenau", "weber"})


@pytest.mark.parametrize(
    ("words", "terms", "about"),
    [
        ({"weber", "bridge"}, {"weber": NAME_WEIGHT, "Ilmenau": CONTEXT_WEIGHT}, {"weber"}),
        ({"bridge"}, {"bridge": 1.0, "Ilmenau": CONTEXT_WEIGHT}, {"ilmenau"}),
        ({"bridge"}, {"bridge": 1.0, "smith": VOICE_WEIGHT}, set()),
    ],
    ids=["its own", "those before it", "who says it"],
)
def test_what_a_question_is_about(
    words: set[str], terms: Mapping[str, float], about: set[str]
) -> None:
    part = Part("p", "The bridge was closed.", (Span(0, 22),))
    asked = Lookup(
        state(EXAMINED), Question("s1", part), None, dict(terms), frozenset(words), (), _NAMES
    )
    assert asked.name_subjects() == about
