"""The index of quotations finds those that share words, and only grows with what is added."""

from secondsource.article import Article
from secondsource.reading.quotations.folding import fold_words
from secondsource.reading.quotations.table import (
    MOST_SHARING,
    QuotationTable,
    join_tables,
    make_table,
    pair_forms,
)

_FIRST = "We will rebuild the old pier by next spring, whatever the council decides"
_SECOND = "We will repair the old pier by next spring, whatever the council decides"
_OTHER = "Nobody asked the fishermen what they thought about closing the northern market"


def _article(number: int, *quotations: str) -> tuple[int, Article]:
    text = "\n\n".join(f"“{words},” she said." for words in quotations)
    return number, Article(f"a{number}", text)


def _pairs(table: QuotationTable) -> set[frozenset[int]]:
    return {
        frozenset((int(table.articles[a]), int(table.articles[b]))) for a, b in pair_forms(table)
    }


def test_forms_that_share_words_are_paired() -> None:
    table = make_table([_article(1, _FIRST), _article(2, _OTHER), _article(3, _SECOND)])
    assert _pairs(table) == {frozenset((1, 3))}


def test_joined_tables_pair_as_one_does() -> None:
    articles = [_article(1, _FIRST, _OTHER), _article(2, _SECOND), _article(3, _FIRST)]
    whole = make_table(articles)
    joined = join_tables([make_table(articles[:1]), make_table(articles[1:])])
    assert _pairs(whole) == _pairs(joined)
    assert [joined.said(row) for row in range(len(joined))] == [
        whole.said(row) for row in range(len(whole))
    ]


def test_a_quotation_is_found_by_its_words() -> None:
    table = make_table([_article(1, _OTHER), _article(2, _FIRST)])
    (row,) = table.find_like(fold_words(_SECOND), 10)
    assert table.articles[row] == 2


def test_what_is_left_out_is_not_found_but_its_twin_is() -> None:
    table = make_table([_article(1, _FIRST), _article(2, _FIRST), _article(3, _SECOND)])
    rest = table.without([1])
    assert rest.articles.tolist() == [2, 3]
    assert _pairs(rest) == {frozenset((2, 3))}


def test_a_story_with_hundreds_of_variants_costs_no_square() -> None:
    variants = (_article(n, f"{_FIRST} on day {n} of the long strike") for n in range(1, 401))
    pairs = pair_forms(make_table(variants))
    assert len(pairs) < 400 * MOST_SHARING
    assert {a for pair in pairs for a in pair} == set(range(400))


def test_an_empty_table_pairs_nothing() -> None:
    assert pair_forms(make_table([])) == []
    assert make_table([]).find_like(fold_words(_FIRST), 5) == []
