"""Which sentences of an article decide, and how many are read."""

from secondsource.article import Article, Span
from secondsource.evidence.finding import Stance
from secondsource.evidence.judging import keep_deciding
from secondsource.evidence.origins.gather import JudgedGroup
from secondsource.evidence.search.candidates import Candidate, TextGroup

TEXT = "One sentence stands here. A second one follows it. The third comes last of all."


def _judged(article: str, start: int, stance: Stance, score: float) -> JudgedGroup:
    span = Span(start, start + 20)
    candidate = Candidate(Article(article, TEXT), span, span)
    return JudgedGroup(TextGroup((candidate,)), stance, score)


def test_of_sentences_read_since_their_article_is_near_the_surest_side_decides() -> None:
    weak = _judged("a", 0, Stance.SUPPORTS, 0.5)
    sure = _judged("a", 26, Stance.SUPPORTS, 0.8)
    silent = _judged("a", 51, Stance.DISCUSSES, 0.9)
    other = _judged("b", 0, Stance.DISPUTES, 0.6)
    every = [weak, sure, silent, other]
    assert keep_deciding([(each, False) for each in every]) == [sure, other]


def test_a_passage_with_the_words_of_the_claim_speaks_before_them() -> None:
    alike = _judged("a", 0, Stance.SUPPORTS, 0.5)
    near = _judged("a", 26, Stance.DISPUTES, 0.9)
    assert keep_deciding([(alike, True), (near, False)]) == [alike]


def test_two_passages_with_its_words_both_speak() -> None:
    first = _judged("a", 0, Stance.SUPPORTS, 0.5)
    second = _judged("a", 26, Stance.SUPPORTS, 0.9)
    assert keep_deciding([(first, True), (second, True)]) == [first, second]


def test_where_none_takes_a_side_what_discusses_is_shown() -> None:
    apart = _judged("a", 0, Stance.UNRELATED, 1.0)
    touching = _judged("a", 26, Stance.DISCUSSES, 0.4)
    assert keep_deciding([(apart, False), (touching, False)]) == [touching]


def test_an_article_that_takes_a_side_is_not_told_to_take_none() -> None:
    silent = _judged("a", 0, Stance.DISCUSSES, 0.9)
    near = _judged("a", 26, Stance.SUPPORTS, 0.6)
    other = _judged("b", 0, Stance.DISCUSSES, 0.5)
    every = [(silent, True), (near, False), (other, True)]
    assert keep_deciding(every) == [near, other]


def test_an_article_is_told_once_to_take_no_side() -> None:
    first = _judged("a", 0, Stance.DISCUSSES, 0.4)
    second = _judged("a", 26, Stance.DISCUSSES, 0.9)
    near = _judged("a", 51, Stance.DISCUSSES, 0.9)
    assert keep_deciding([(first, True), (second, True), (near, False)]) == [first]


def test_what_takes_no_side_is_kept_for_a_copy_that_is_found_with_it_alone() -> None:
    side = _judged("a", 0, Stance.SUPPORTS, 0.9)
    alone = _judged("a", 26, Stance.DISCUSSES, 0.9)
    (member,) = alone.group.members
    copied = TextGroup((member, _judged("copy", 26, Stance.DISCUSSES, 0.9).group.first))
    with_copy = JudgedGroup(copied, Stance.DISCUSSES, 0.9)
    assert keep_deciding([(side, True), (with_copy, True)]) == [side, with_copy]
