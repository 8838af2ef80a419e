"""Whether a copy or translation kept the numbers of a sentence, however it writes them."""

import pytest

from secondsource.article import Article, Span
from secondsource.evidence.search.candidates import Candidate, PassageReader

SAID = [
    ("The harvest was 48,000 tonnes.", "en", "Урожай составил 48 000 тонн.", "ru", True),
    ("The harvest was 48,000 tonnes.", "en", "La récolte fut de 48\u202f000 tonnes.", "fr", True),
    ("The harvest was 48,000 tonnes.", "en", "Урожай составил 41 000 тонн.", "ru", False),
    ("The harvest was 48 000 tonnes.", "en", "The harvest was 48,000 tonnes.", "en", True),
    ("In 2019 300 people came.", "en", "В 2019 году пришли 300 человек.", "ru", True),
    ("Twelve boats came.", "en", "Пришли 12 лодок.", "ru", True),
    ("Twelve boats came.", "en", "No boats came.", "en", False),
]


@pytest.mark.parametrize(("left", "left_in", "right", "right_in", "same"), SAID)
def test_a_copy_says_the_same(
    left: str, left_in: str, right: str, right_in: str, same: bool
) -> None:
    whole = Span(0, len(left))
    candidate = Candidate(Article(id="a", text=left, language=left_in), whole, whole)
    other = Article(id="b", text=right, language=right_in)
    assert PassageReader().say_same(candidate, other, Span(0, len(right))) is same
