"""The sentences nearest to a claim are those that share its rare words."""

from secondsource.evidence.stance.nearest import (
    LONGEST_PASSAGE,
    Near,
    find_nearest,
    join_nearest,
    join_sentences,
    stem_article,
    stem_text,
)
from secondsource.models.rarity import count_rarity

ARTICLE = stem_article(
    "The mayor of Minden spoke on Tuesday. Nobody was hurt when the bridge at Orle collapsed. "
    "The mayor thanked the fire brigade. Collapsing bridges are rare in Minden."
)
RARITY = count_rarity(map(stem_text, ("The mayor of Minden", "The mayor and the fire", "Rain")))


def test_the_sentence_with_the_rare_words_comes_first() -> None:
    nearest = find_nearest("Mayor: Orle bridge has collapsed", ARTICLE, 2, RARITY)
    assert [near.place for near in nearest] == [1, 3]
    assert 0.7 < nearest[0].share < 1
    assert nearest[1].share < nearest[0].share


def test_forms_of_a_word_and_of_a_number_count_as_one() -> None:
    assert stem_text("Collapsing buildings, 2,000") == stem_text("2000 building collapsed")


def test_sentences_are_joined_in_the_order_of_the_text() -> None:
    assert join_sentences(ARTICLE, [2, 0]) == (
        "The mayor of Minden spoke on Tuesday. The mayor thanked the fire brigade."
    )


def test_a_passage_holds_as_many_of_the_nearest_as_fit() -> None:
    long = stem_article("Short one. " + "Word " * 70 + "end. " + "Other " * 90 + "end.")
    both = join_nearest(long, [Near(1, 1.0), Near(0, 0.5), Near(2, 0.1)])
    assert both.startswith("Short one. Word")
    assert len(join_nearest(long, [Near(2, 1.0)]).split()) == LONGEST_PASSAGE


def test_an_empty_article_has_no_nearest_sentence() -> None:
    empty = stem_article("  \n ")
    assert find_nearest("Anything", empty, 3, RARITY) == ()
    assert join_nearest(empty, ()) == ""
