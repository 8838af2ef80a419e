"""What a reader is shown: voices, claims, marks and families, in words."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.article import Article, Boilerplate, Credit, Passage, Role, Signal, Span
from secondsource.evidence.finding import Finding, Stance, Standing
from secondsource.lineage.family import Edge, Family, Relation, Stretch
from secondsource.reading.statement import AUTHOR, Kind, Loaded, Source, Statement, Voice
from secondsource.report.html import render_html
from secondsource.report.kinship import view_families
from secondsource.report.markdown import render_markdown
from secondsource.report.marks import mark_article
from secondsource.report.page import Page, make_page
from secondsource.report.segments import find_paragraphs
from secondsource.report.shelf import make_shelf, name_authors
from secondsource.report.voices import name_voice, share_voices
from tests.report.hostile import EMPTY, poison
from tests.report.sample import REPORT
from tests.report.sample_reading import INITIALLED, PORT, TRIUMPH


@pytest.fixture(scope="module")
def page() -> Page:
    return make_page(REPORT)


def _statement(text: str, words: str, voice: Voice = AUTHOR) -> Statement:
    start = text.index(words)
    span = Span(start, start + len(words))
    return Statement(words, span, words, Kind.CLAIM, 0.5, True, (), voice)


def test_shares_are_of_words_and_add_up(page: Page) -> None:
    assert page.voices[0].name == "the author, Anton Verik"
    assert sum(voice.share for voice in page.voices) == pytest.approx(1)


def test_overlapping_statements_count_each_word_once() -> None:
    text = "He said that it rains."
    said = Voice("attributed", Source("He", Span(0, 2)))
    statements = (_statement(text, text), _statement(text, "it rains", said))
    shares = share_voices(Article("a", text), statements)
    assert [(share.name, share.words) for share in shares] == [("the author", 3), ("“He”", 2)]


VOICES = [
    (AUTHOR, "the author"),
    (Voice("attributed"), "a source that is not named"),
    (Voice("attributed", Source("  ", None)), "a source that is not named"),
    (Voice("attributed", Source("she", None, "Ilse Marant")), "Ilse Marant"),
    (
        Voice(
            "attributed", Source("A", None), nested=Voice("attributed", Source("B", None, "Bea"))
        ),
        "“A”, reporting Bea",
    ),
]


@pytest.mark.parametrize(("voice", "name"), VOICES)
def test_voices_are_called_as_the_text_calls_them(voice: Voice, name: str) -> None:
    assert name_voice(voice, Article("a", "")) == name


def test_claims_that_need_a_decision_come_first(page: Page) -> None:
    order = [claim.standing for claim in page.claims]
    assert order[:3] == [Standing.CONTESTED, Standing.DISPUTED, Standing.ECHOED]
    assert set(order) == set(Standing)


def test_numbers_follow_the_text(page: Page) -> None:
    spans = {statement.id: statement.span for statement in REPORT.statements}
    by_number = sorted(page.claims, key=lambda claim: claim.number)
    starts = [spans[claim.statement] for claim in by_number]
    assert starts == sorted(starts)


def test_echoes_are_counted_and_do_not_support(page: Page) -> None:
    (echoed,) = [claim for claim in page.claims if claim.statement == INITIALLED.id]
    assert (echoed.supporting, echoed.echoes, echoed.pieces) == (0, 1, 4)


def test_the_same_words_are_quoted_once_and_every_bearer_is_named(page: Page) -> None:
    (echoed,) = [claim for claim in page.claims if claim.statement == INITIALLED.id]
    first, second = echoed.origins[0].pieces
    assert [bearer.label.outlet for bearer in first.also] == ["Mirror of Karsk", "The Copybook"]
    assert second.also == ()


def test_disputes_are_shown_before_support(page: Page) -> None:
    (contested,) = [claim for claim in page.claims if claim.statement == PORT.id]
    assert [origin.symbol for origin in contested.origins] == [
        Stance.DISPUTES, Stance.SUPPORTS, Stance.SUPPORTS,
    ]  # fmt: skip


def test_what_takes_no_side_is_neither_support_nor_echo() -> None:
    finding = next(finding for finding in REPORT.findings if finding.statement == INITIALLED.id)
    (echo,) = finding.origins
    aside = replace(echo, stance=Stance.DISCUSSES)
    changed = replace(REPORT, findings=(replace(finding, origins=(aside, echo)),))
    (claim,) = make_page(changed).claims
    assert (claim.echoes, claim.others) == (1, 1)
    assert [(origin.symbol, origin.echo) for origin in claim.origins] == [
        ("echo", True), ("discusses", True),
    ]  # fmt: skip


def test_opinions_that_nobody_can_check_have_no_number() -> None:
    opinion = Finding(TRIUMPH.id, Standing.NOT_CHECKABLE, "An opinion.", "")
    page = make_page(replace(REPORT, findings=(*REPORT.findings, opinion)))
    numbers = {claim.statement: claim.number for claim in page.claims}
    assert numbers[TRIUMPH.id] == 0
    assert sorted(numbers.values())[1:] == list(range(1, len(REPORT.findings) + 1))


def test_words_shown_side_by_side_are_not_quoted_again() -> None:
    text = "the same words in both"
    one, two = Article("one", text), Article("two", text)
    whole = Span(0, len(text))
    signals = (
        Signal("shared", 1, "Shared.", (Passage("one", whole), Passage("two", whole))),
        Signal("credit", 1, "Credited.", (Passage("one", Span(0, 3)),)),
    )
    stretch = (Stretch(whole, whole),)
    edge = Edge("one", "two", Relation.COPY, 1, 1, 1, True, signals, stretch)
    (family,) = view_families(
        (Family("f", "two", ("one", "two"), (edge,)),), make_shelf(one, [two])
    )
    assert [len(reason.quotes) for reason in family.near[0].reasons] == [0, 1]


AUTHORS = [
    # credit in the text, credit of the page, byline, who wrote it
    ("Anton Verik", "Desk", ("Desk",), ("Anton Verik",)),
    (None, "Desk", ("A. Verik", "A. Verik"), ("A. Verik",)),
    (None, "Desk", (), ("Desk",)),
    (None, None, (), ()),
]


@pytest.mark.parametrize(("in_text", "of_page", "byline", "authors"), AUTHORS)
def test_the_author_is_whom_the_text_names(
    in_text: str | None, of_page: str | None, byline: tuple[str, ...], authors: tuple[str, ...]
) -> None:
    credits = [Credit(Role.AUTHOR, of_page)] if of_page else []
    credits += [Credit(Role.AUTHOR, in_text, span=Span(0, 1))] if in_text else []
    assert name_authors(Article("a", "x", byline=byline, credits=tuple(credits))) == authors


def test_a_group_says_why_it_counts_once(page: Page) -> None:
    (contested,) = [claim for claim in page.claims if claim.statement == PORT.id]
    joined = contested.origins[2]
    assert joined.because.startswith("Two passages, counted once because: ")
    assert [quote.text for quote in joined.ties[0].quotes] == ["(Northline)"]


def test_the_article_is_shown_whole_and_in_order(page: Page) -> None:
    text = REPORT.article.text
    drawn = ["".join(piece.text for piece in p.paragraph.pieces) for p in page.paragraphs]
    assert drawn == [span.of(text) for span in find_paragraphs(text)]


def test_every_claim_number_stands_once_in_the_article(page: Page) -> None:
    drawn = [n for p in page.paragraphs for piece in p.paragraph.pieces for n in piece.numbers]
    assert drawn == sorted(claim.number for claim in page.claims)


def test_what_is_not_the_article_says_why(page: Page) -> None:
    aside = [p.paragraph for p in page.paragraphs if p.paragraph.aside]
    assert [p.pieces[0].opens[0].opens for p in aside[:2]] == [
        "Not the article: The headline, repeated.",
        "Not the article: A closing notice of the outlet, not of this article.",
    ]


_TEXT = "One two three.\n\nFour 🌊 five six.\n"
_OFFSETS = st.tuples(st.integers(0, len(_TEXT)), st.integers(0, len(_TEXT)))
_SPANS = _OFFSETS.map(lambda pair: Span(min(pair), max(pair)))


@given(st.lists(_SPANS, max_size=6), st.lists(_SPANS, max_size=3), st.lists(_SPANS, max_size=3))
def test_any_overlap_of_marks_keeps_the_text(
    statements: list[Span], loaded: list[Span], asides: list[Span]
) -> None:
    words = tuple(Loaded(span, None, 0.5) for span in loaded)
    read = [
        replace(_statement(_TEXT, "One"), id=str(i), span=span, loaded=words)
        for i, span in enumerate(statements)
    ]
    article = Article("a", _TEXT, boilerplate=tuple(Boilerplate(span, "why") for span in asides))
    drawn = ["".join(piece.text for piece in p.pieces) for p in mark_article(article, read, ())]
    assert drawn == ["One two three.", "Four 🌊 five six."]


def test_ties_of_the_article_come_before_those_of_others(page: Page) -> None:
    (family,) = page.families
    assert [edge.relation for edge in family.near] == [
        "carries an edited version of", "carries part of", "carries the same text as",
        "shares text with",
    ]  # fmt: skip
    assert [edge.relation for edge in family.far] == ["is a translation of"]


def test_unknown_direction_is_said(page: Page) -> None:
    (family,) = page.families
    said = [edge.direction for edge in family.near]
    assert said == ["", "", "", "The text does not decide who took from whom."]


def test_the_longest_stretches_are_quoted_and_the_rest_counted() -> None:
    text = "a bb ccc dddd eeeee ffffff ggggggg"
    words = [(text.index(word), len(word)) for word in text.split()]
    stretches = tuple(Stretch(*(Span(at, at + n),) * 2) for at, n in words)
    one, two = Article("one", text), Article("two", text)
    edge = Edge("one", "two", Relation.COPY, 1, 1, 1, True, stretches=stretches)
    (family,) = view_families(
        (Family("f", "two", ("one", "two"), (edge,)),), make_shelf(one, [two])
    )
    shown = [stretch.child for stretch in family.near[0].stretches]
    assert shown == ["ggggggg", "ffffff", "eeeee", "dddd", "ccc"]
    assert family.near[0].stretches_left_out == 2


def test_hostile_and_empty_reports_have_a_page() -> None:
    assert make_page(poison(REPORT)).steps
    empty = make_page(EMPTY)
    assert (empty.label.title, empty.label.outlet, empty.label.date) == (
        "untitled", "outlet unknown", "no date",
    )  # fmt: skip
    assert empty.standings_sentence == "No statements were looked up."


def _unsure(finding: Finding) -> Finding:
    """The same evidence, of which the program is unsure."""
    origins = tuple(
        replace(o, evidence=tuple(replace(e, score=0.5) for e in o.evidence))
        for o in finding.origins
    )
    return replace(finding, origins=origins)


def test_doubt_stands_in_the_answer_the_tally_and_beside_the_standing() -> None:
    findings = tuple(map(_unsure, REPORT.findings))
    page = make_page(replace(REPORT, findings=findings))
    assert page.answer.startswith("Three claims have a second source, by unsure readings alone;")
    contested = next(c for c in page.claims if c.standing is Standing.CONTESTED)
    assert contested.tally.startswith("2 may say the same, 1 may say the contrary")
    assert contested.doubt == "The program is unsure of what they say."
    assert (contested.supporting, contested.disputing) == (2, 1)
    for render in (render_html, render_markdown):
        told = render(replace(REPORT, findings=findings))
        assert contested.doubt in told
        assert contested.tally in told


def test_where_readings_are_sure_no_doubt_is_told(page: Page) -> None:
    sure = [claim for claim in page.claims if all(not o.unsure for o in claim.origins)]
    assert sure
    assert not any(claim.doubt for claim in sure)
    assert "unsure" not in page.answer
