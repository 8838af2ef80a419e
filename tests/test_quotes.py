"""What stands between quotation marks, in every tradition."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.quotes import find_quotations

ONE_EACH = [
    ("She said: “It is over.” He left.", ["“It is over.”"]),
    ('She said: "It is over." He left.', ['"It is over."']),
    ("Она сказала: «Всё кончено». Он ушёл.", ["«Всё кончено»"]),
    ("„Es ist vorbei“, sagte sie.", ["„Es ist vorbei“"]),
    ("„To koniec”, powiedziała.", ["„To koniec”"]),
    ("»Es ist vorbei«, sagte sie.", ["»Es ist vorbei«"]),
    ("”Det är över”, sade hon.", ["”Det är över”"]),
    ("‘It is over,’ she said.", ["‘It is over,’"]),
    ("'It is over,' she said.", ["'It is over,'"]),
    ("She said ''It is over,'' and left.", ["''It is over,''"]),
    ('"It is," she said, "over."', ['"It is,"', '"over."']),
]
NOT_QUOTATIONS = [
    "The boys' toys and the dogs' bones weren't there.",
    "It’s the ’90s; rock ’n’ roll isn’t dead.",
    'A 6\'2" man bought a 5" pipe.',
    "”",
    "",
]


@pytest.mark.parametrize(("text", "expected"), ONE_EACH)
def test_marks_of_each_tradition(text: str, expected: list[str]) -> None:
    assert [q.hull.of(text) for q in find_quotations(text)] == expected


@pytest.mark.parametrize("text", NOT_QUOTATIONS)
def test_apostrophes_and_inches_are_no_quotations(text: str) -> None:
    assert find_quotations(text) == ()


def test_a_plural_possessive_does_not_close() -> None:
    text = "‘The boys’ toys are gone,’ she said."
    assert [q.hull.of(text) for q in find_quotations(text)] == ["‘The boys’ toys are gone,’"]


def test_a_quotation_over_paragraphs_is_one() -> None:
    text = "“It is over.\n\n“We lost ‘the big one’ here.”\n\nHe left. “Yes.”"
    found = [[p.of(text) for p in q.pieces] for q in find_quotations(text) if q.depth == 0]
    assert found == [["“It is over.", "“We lost ‘the big one’ here.”"], ["“Yes.”"]]


def test_nested_quotations_know_their_depth() -> None:
    text = "«Газета «Вестник» ошиблась», — сказал он."
    found = [(q.hull.of(text), q.depth) for q in find_quotations(text)]
    assert found == [("«Газета «Вестник» ошиблась»", 0), ("«Вестник»", 1)]


def test_a_mark_never_closed_counts_to_the_end_of_its_paragraph() -> None:
    text = "He said: “This was never closed by anybody.\n\nAnother paragraph."
    assert [q.hull.of(text) for q in find_quotations(text)] == [
        "“This was never closed by anybody."
    ]


def test_a_nested_quotation_before_a_paragraph_break() -> None:
    text = "“He called it “mad” and left.\n\n“We lost, and nobody there said a word."
    assert [p.of(text) for p in find_quotations(text)[0].pieces] == [
        "“He called it “mad” and left.",
        "“We lost, and nobody there said a word.",
    ]


@given(st.text(alphabet=st.sampled_from("ab .,\n\n\"'“”„«»‘’‚`s—\u2060"), max_size=80))
def test_pieces_are_ordered_and_outer_quotations_disjoint(text: str) -> None:
    last = 0
    for quotation in find_quotations(text):
        for piece in quotation.pieces:
            assert len(piece) > 0
            assert piece.end <= len(text)
            if quotation.depth == 0:
                assert piece.start >= last
                last = piece.end
