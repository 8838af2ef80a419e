"""Two translations of one text show which words render the same word."""

from secondsource.article import Article, Passage, Span
from secondsource.lineage.family import Edge, Relation, Stretch
from secondsource.reading.wording.naming import Options, find_contested, pair_renderings

_SOURCE = "Объединение портов одобрено. Рыбаки против."
_ONE = "The unification was approved. Fishermen object."
_TWO = "The absorption was approved. Fishermen are against."
_LANGUAGES = {"ru": "ru", "one": "en", "two": "en"}


def _tie(child: str, text: str) -> Edge:
    cut, end = text.index(". ") + 1, _SOURCE.index(". ") + 1
    stretches = (
        Stretch(Span(0, cut), Span(0, end)),
        Stretch(Span(cut + 1, len(text)), Span(end + 1, len(_SOURCE))),
    )
    return Edge(child, "ru", Relation.TRANSLATION, 1.0, 1.0, 0.9, True, (), stretches)


_EDGES = (_tie("one", _ONE), _tie("two", _TWO))


def test_translations_of_one_passage_are_held_against_each_other() -> None:
    texts = {"one": _ONE, "two": _TWO}
    found = [
        tuple(passage.span.of(texts[passage.article]) for passage in pair)
        for pair in pair_renderings(_EDGES, _LANGUAGES)
    ]
    assert found == [
        ("The unification was approved.", "The absorption was approved."),
        ("Fishermen object.", "Fishermen are against."),
    ]


def test_translations_into_two_languages_are_not() -> None:
    assert pair_renderings(_EDGES, {**_LANGUAGES, "two": "de"}) == []


def test_words_that_render_one_word_are_a_pair_and_say_so() -> None:
    forms = {"one": "Of the unification {} said little.", "two": "Of an absorption {} told us."}
    names = ("Ash", "Birch", "Cedar", "Dogwood", "Elder", "Fir")
    articles = [
        Article(f"{outlet}-{name}", form.format(name), outlet=outlet, language="en")
        for name in names
        for outlet, form in forms.items()
    ]
    whole = {article.id: Passage(article.id, Span(0, len(article.text))) for article in articles}
    renderings = [(whole[f"one-{name}"], whole[f"two-{name}"]) for name in names]
    assert find_contested(articles, Options(least=0.0)) == ()
    (pair,) = find_contested(articles, Options(least=0.0), renderings)
    assert {pair.left, pair.right} == {"unification", "absorption"}
    assert pair.signals[-1].name == "translated"
    assert "in 6 pairs of sentences" in pair.signals[-1].sentence
