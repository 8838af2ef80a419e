"""The reading benchmark: real steps are timed, and each second is counted once."""

from collections.abc import Iterator
from importlib import import_module

from benchmarks.news import cut_to_length, repeat_news
from benchmarks.reading import STEPS
from benchmarks.stopwatch import Stopwatch
from secondsource.article import Article


def _article(number: int, words: int) -> Article:
    return Article(f"a{number}", " ".join(f"w{number}.{n}" for n in range(words)) + "\n")


def test_articles_are_cut_or_joined_to_one_length() -> None:
    cut = list(cut_to_length([_article(1, 25), _article(2, 7), _article(3, 4), _article(4, 3)], 10))
    assert [article.text.split() for article in cut] == [
        [f"w1.{n}" for n in range(10)],
        [f"w2.{n}" for n in range(7)] + [f"w3.{n}" for n in range(3)],
    ]


def test_repeated_articles_go_on_bringing_new_words() -> None:
    vocabularies = [set(a.text.split()) for a in repeat_news([_article(1, 20)], 5)]
    seen: set[str] = set()
    for words in vocabularies:
        assert len(words - seen) >= 8
        seen |= words


def test_every_timed_function_exists() -> None:
    for place in (place for places in STEPS.values() for place in places):
        module, _, path = place.partition(":")
        found: object = import_module(module)
        for name in path.split("."):
            found = getattr(found, name)
        assert callable(found)


class _Clock:
    """A clock that only work moves on."""

    def __init__(self) -> None:
        self.now = 0

    def __call__(self) -> float:
        return self.now

    def work(self, seconds: int) -> int:
        self.now += seconds
        return self.now


def test_a_step_within_a_step_is_counted_once() -> None:
    clock = _Clock()
    watch = Stopwatch(clock)
    inner = watch.wrap("inner", lambda: clock.work(2))

    def outer() -> object:
        clock.work(1)
        inner()
        return clock.work(4)

    watch.wrap("outer", outer)()
    assert watch.seconds == {"outer": 5, "inner": 2}


def test_a_generator_is_timed_while_it_runs_only() -> None:
    clock = _Clock()
    watch = Stopwatch(clock)

    def slow_numbers() -> Iterator[int]:
        for number in range(3):
            clock.work(1)
            yield number

    numbers = watch.wrap("numbers", slow_numbers)()
    assert isinstance(numbers, Iterator)
    for _ in numbers:
        clock.work(10)
    assert watch.seconds == {"numbers": 3}
