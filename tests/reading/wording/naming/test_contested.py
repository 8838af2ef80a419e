"""Words for one thing are found by where they stand, and told with who uses which."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.article import Article
from secondsource.reading.wording.naming import Contested, Options, find_contested
from secondsource.reading.wording.naming.frames import fill_frames, pair_fillers
from secondsource.reading.wording.naming.tokens import find_stem, make_corpus
from secondsource.reading.wording.naming.usage import Leaning

_PLACES = (
    "Ministers signed the {} of Larkhaven, {} wrote on Monday.",
    "Fishermen fear that the {} of Tolmin, {} added, will cost jobs.",
    "A vote on the {} of Brock, {} said, was put off again.",
)
_NAMES = [
    "Ash",
    "Birch",
    "Cedar",
    "Dogwood",
    "Elder",
    "Fir",
    "Gorse",
    "Hazel",
    "Ivy",
    "Juniper",
    "Kale",
    "Larch",
    "Maple",
    "Nettle",
    "Oak",
    "Pine",
    "Quince",
    "Rowan",
    "Sorrel",
    "Thyme",
    "Ulmus",
    "Vetch",
    "Willow",
    "Yew",
]
_ASIDES = (
    "A choir sang near the old customs house while rain fell on the market.",
    "Elsewhere the ferry to Brock ran late because of fog over the strait.",
    "Schools in Vellin will open a week later than usual this autumn.",
    "The bakery on Mill Street won a prize for its rye bread.",
)


def _write(number: int, outlet: str | None, word: str) -> Article:
    sentences = [place.format(word, _NAMES[number]) for place in _PLACES]
    # The synonym of each article is drawn without regard to its outlet.
    paper = ("newspaper", "gazette")[number % 2]
    aside = f"{_ASIDES[number % 4]} A local {paper} in Larkhaven printed the plan in full."
    return Article(
        f"a{number}",
        " ".join([*sentences, aside]),
        outlet=outlet,
        published=f"2024-03-{number + 1:02}",
        language="en",
    )


def write_archive(
    outlets: Sequence[str | None] = ("Coast Courier", "Tolmin Times"),
) -> list[Article]:
    words = ("unification", "absorption")
    return [_write(n, outlets[n // 2 % 2], words[n // 2 % 2]) for n in range(20)]


def _pairs(found: Sequence[Contested]) -> list[frozenset[str]]:
    return [frozenset((pair.left, pair.right)) for pair in found]


def test_what_outlets_call_one_thing_differently_is_found_and_synonyms_are_not() -> None:
    found = find_contested(write_archive())
    assert _pairs(found) == [frozenset({"unification", "absorption"})]


def test_a_pair_says_who_uses_which_since_when_and_where() -> None:
    articles = {article.id: article for article in write_archive()}
    (pair,) = find_contested(articles.values())
    uses = {(use.word, use.outlet): use for use in pair.uses}
    assert set(uses) == {("unification", "Coast Courier"), ("absorption", "Tolmin Times")}
    use = uses["absorption", "Tolmin Times"]
    assert (use.voice, use.articles, use.since) == ("author", 10, "2024-03-03")
    for passage in use.passages:
        assert passage.span.of(articles[passage.article].text) == "absorption"
    assert [signal.name for signal in pair.signals][:2] == ["same_places", "same_sentence"]
    assert "Coast Courier writes “unification” in 10" in pair.signals[2].sentence


def test_without_outlets_nobody_is_said_to_differ() -> None:
    assert find_contested(write_archive((None, None))) == ()


def test_one_outlet_that_uses_both_contests_nothing() -> None:
    assert find_contested(write_archive(("Coast Courier", "Coast Courier"))) == ()


def test_a_word_is_asked_for_in_any_form() -> None:
    assert _pairs(find_contested(write_archive(), Options(words=("Absorptions",)))) != []
    assert find_contested(write_archive(), Options(words=("harbour",))) == ()


def test_quoted_words_are_the_speakers() -> None:
    articles = write_archive()
    articles[2] = Article(
        "q",
        f"{articles[2].text} “The absorption of Tolmin is theft,” Vellin said.",
        outlet="Coast Courier",
        language="en",
    )
    (pair,) = find_contested(articles)
    assert ("absorption", "Coast Courier", "quoted") in {
        (use.word, use.outlet, use.voice) for use in pair.uses
    }


def test_copies_of_a_sentence_are_one_use() -> None:
    articles = write_archive()
    copies = [
        Article(f"c{n}", articles[0].text, outlet="Coast Courier", language="en") for n in range(9)
    ]
    (pair,) = find_contested([*articles, *copies])
    use = next(use for use in pair.uses if use.word == "unification")
    assert use.articles == 10


def test_russian_forms_are_one_word() -> None:
    places = (
        "Министры подписали договор об {} Ларкхейвена, пишет {}.",
        "Рыбаки боятся, что {} Толмина, пишет {}, оставит их без работы.",
        "Голосование по {} Брокса, пишет {}, снова отложили.",
    )
    cases = (
        ("объединении", "объединение", "объединению"),
        ("поглощении", "поглощение", "поглощению"),
    )
    articles = [
        Article(
            f"r{n}",
            " ".join(
                place.format(form, f"{_NAMES[n]}ов")
                for place, form in zip(places, cases[n % 2], strict=True)
            ),
            outlet=("Вестник", "Маяк")[n % 2],
            language="ru",
        )
        for n in range(16)
    ]
    (pair,) = find_contested(articles)
    assert {find_stem(pair.left, "ru"), find_stem(pair.right, "ru")} == {"объедин", "поглоще"}


def test_leaning_is_none_when_all_use_both_alike() -> None:
    alike = Leaning({"a": 5, "b": 5}, {"a": 5, "b": 5})
    apart = Leaning({"a": 10}, {"b": 10})
    assert alike.split == 0
    assert alike.lean("a") == pytest.approx(0)
    assert apart.split > 0.5
    assert apart.lean("a") > 2 > -2 > apart.lean("b")
    assert Leaning({"a": 1}, {"b": 1}).split < 0.15


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=80), max_size=6))
def test_any_text_is_read_and_places_are_where_the_words_stand(texts: list[str]) -> None:
    articles = [Article(str(n), text, language="en") for n, text in enumerate(texts)]
    corpus = make_corpus(articles, "en")
    for place in range(len(corpus.stem)):
        assert find_stem(corpus.text(place), "en") == corpus.words[corpus.stem[place]]
    pair_fillers(corpus, fill_frames(corpus))


def test_words_without_end_take_no_time_without_end() -> None:
    long = "ab" * 100_000
    articles = [
        Article(f"h{n}", f"Ministers signed the {long}{n} of Larkhaven. " * 3, language="en")
        for n in range(6)
    ]
    assert find_contested(articles) == ()
