"""Sentences that hold two kinds of statement, or two voices, are told as two."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from secondsource.article import Article
from secondsource.reading import read_article, read_articles
from secondsource.reading.kinds import mixed
from secondsource.reading.kinds.clauses import find_russian_cuts, find_view_cut
from secondsource.reading.statement import Kind

MIXED = [
    # the clauses, each with its kind
    [("The plant closed in 2018,", "claim"), ("and it was a disgrace.", "opinion")],
    [("It is a shame", "opinion"), ("that 140 people lost their jobs.", "claim")],
    [("Output fell 12 per cent last year", "claim"), ("and will fall again.", "forecast")],
    [("Prices rose by 5 per cent,", "claim"), ("while wages will fall in 2020.", "forecast")],
    [("He was a wonderful man,", "opinion"), ("and he built the bridge in 1990.", "claim")],
    [("Завод закрыли в 2018 году,", "claim"), ("но его откроют в 2021 году.", "forecast")],
    [("Жаль,", "opinion"), ("что 140 человек потеряли работу.", "claim")],
]
VOICES = [
    # the clauses, each with who says it
    [("The minister said the plant was safe,", "The minister"), ("but the audit found leaks.", "")],
    [
        ("The mayor said that the port lost 3 million euros in 2018,", "The mayor"),
        ("but Vera Olin told the Gazette that it made a profit.", "Vera Olin"),
    ],
]
SECRET = [
    # the clauses, each with whether it can be checked
    [
        ("The talks lasted four days,", True),
        ("and the main part of the deal is classified.", False),
    ],
    [("The names are confidential,", False), ("but the port paid 3 million euros.", True)],
]
WHOLE = [
    "The names are confidential, and the sums are undisclosed.",
    "The talks lasted four days, and the main part of them was held in Holm.",
    "The plant closed in 2018 and 140 people lost their jobs.",
    "The plant stands in Holm, and it is right next to the river.",
    "“The port will close and the yard will move,” she said.",
    "The mayor said that the port was safe but that the yard was not.",
    "If the rain stops, the port will open and the boats will sail.",
    "It will not only close the port but also sell it.",
    "Der Hafen schloss 2018, und das war eine Schande.",
    "Закрыли не только порт, но и вокзал в соседнем городе.",
]


def _join(parts: list[tuple[str, str]]) -> str:
    return " ".join(words for words, _ in parts)


@pytest.mark.parametrize("parts", MIXED, ids=_join)
def test_two_kinds_are_two_statements(parts: list[tuple[str, str]]) -> None:
    statements = read_article(Article("a", _join(parts), published="2019-02-18"))
    assert [(s.text, s.kind.value) for s in statements] == parts
    assert len({s.id for s in statements}) == len(parts)


@pytest.mark.parametrize("parts", SECRET, ids=lambda parts: parts[0][0])
def test_what_stands_beside_a_secret_can_be_checked(parts: list[tuple[str, bool]]) -> None:
    statements = read_article(Article("a", " ".join(words for words, _ in parts)))
    assert [(s.text, s.checkable) for s in statements] == parts


def test_articles_read_together_are_cut_as_each_by_itself() -> None:
    articles = [
        Article(str(number), _join(parts), published="2019-02-18")
        for number, parts in enumerate([*MIXED, *VOICES])
    ]
    together = list(read_articles(articles))
    assert together == [read_article(article) for article in articles]


def test_articles_in_other_languages_need_no_english_grammar(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise AssertionError("the English grammar was asked")

    monkeypatch.setattr(mixed, "parse_texts", fail)
    text = "Мост построили в 1994 году. Завтра его откроют, сказал мэр."
    assert len(read_article(Article(id="most", text=text, language="ru"))) >= 2


VIEWS_IN_QUOTATION_MARKS = [
    "“It is a shameful, pathetic and foolish plan,” he said.",
    '"What a pathetic, embarrassing excuse for a policy this is!"',
]


@pytest.mark.parametrize("text", VIEWS_IN_QUOTATION_MARKS)
def test_a_view_is_one_whoever_holds_it(text: str) -> None:
    (statement,) = read_article(Article(id="view", text=text, language="en"))
    assert statement.kind is Kind.OPINION


@pytest.mark.parametrize("parts", VOICES, ids=_join)
def test_two_voices_are_two_statements(parts: list[tuple[str, str]]) -> None:
    statements = read_article(Article("a", _join(parts), published="2019-02-18"))
    said = [(s.text, s.voice.source.text if s.voice.source else "") for s in statements]
    assert said == parts


@pytest.mark.parametrize("text", WHOLE)
def test_what_does_not_mix_stays_whole(text: str) -> None:
    language = "de" if "Hafen" in text else None
    assert len(read_article(Article("a", text, published="2019-02-18", language=language))) == 1


_PIECES = st.sampled_from(
    [words for parts in (*MIXED[:5], *VOICES) for words, _ in parts]
    + ["”", "“", ";", ",", "but", "and", "It is a shame that", "\n", "\u00a0", "—", "will"]
)


@given(st.lists(_PIECES, min_size=1, max_size=8))
@settings(max_examples=40, deadline=None)
def test_statements_are_in_order_and_cover_the_text(pieces: list[str]) -> None:
    text = " ".join(pieces)
    statements = read_article(Article("a", text, published="2019-02-18", language="en"))
    assert all(s.text == s.span.of(text) for s in statements)
    edges = [0, *(edge for s in statements for edge in (s.span.start, s.span.end)), len(text)]
    assert edges == sorted(edges)
    gaps = (text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))
    assert not any(sign.isalnum() for sign in "".join(gaps))


_CUTTING = st.sampled_from(
    ["Завод закрыли", "но", "а", "что", "It is a shame", "that", "жаль", ",", ";", "—", ".", "его"]
)


@given(st.lists(_CUTTING, max_size=9).map(" ".join) | st.text(alphabet="жн о,;—але.", max_size=80))
@example("Жаль, что 140 человек потеряли работу.")
def test_cuts_lie_within_the_sentence(text: str) -> None:
    cuts = [*find_russian_cuts(text), *filter(None, [find_view_cut(text)])]
    assert all(0 < cut.start < len(text) for cut in cuts)
