"""Boilerplate: marked lines carry a `|` and the start of their reason after it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.collect.boilerplate import find_boilerplate

STORY = """\
Why the Harbour Vote Failed
Why the harbour vote failed...                                    | the headline
Quiet Boats, Loud Council                                         | a second headline
Original article: Pavel Dorin – vestnik-zaliva.example            | a credit line
Translation: Mara Quill & Tom Ashby – Tide Watch – 03/02/2021     | a credit line
The harbour council met on Tuesday and did not vote.
"We own the quay," said the harbour master. His views are well known.
The opposition does not accept the opinion of the court, and says so.
Nobody went home before noon.
We Hear The Sea From Every Side                                   | the heading of a notice
Readers should know that we encourage you to verify every word from other non-QG sources. | a disc
About QG - Policies & Disclosures - Comment Policy                | the outlet's menu
All content is owned by the author. Expressed opinions are NOT necessarily the views of QG. | a disc
"""
CLOSING = [
    ("The views expressed in this article are those of the author alone.", "a disclaimer"),
    ("Quay Gazette accepts no responsibility for the accuracy of this report.", "a disclaimer"),
    ("© 2021 Quay Gazette. All rights reserved.", "a notice of rights"),
    ("Sign up for our newsletter and never miss a tide.", "an invitation"),
    ("Read more: Boats that never came back", "a list"),
    ("Подписывайтесь на наш канал в Telegram", "an invitation"),
    ("Читайте также: Лодки не вернулись", "a list"),
    ("Мнение редакции может не совпадать с мнением автора.", "a disclaimer"),
    ("Mara Quill is a reporter at Tide Watch.", "a credit line"),
]
STATEMENTS = [
    "His opinions are well known in the harbour.",
    "Subscribers left the paper in thousands, the owner said.",
    "Follow the money, said the harbour master.",
    "About two hundred boats left the port on Friday.",
    "All rights to the quay were sold in 1998, the council admits.",
    "She reads more than anyone in the council.",
    "Поддержка рыбаков стоила городу миллион.",
]
PROSE = "The harbour council met on Tuesday and did not vote. Fishermen had filled the gallery."


def strip_marks(marked: str) -> tuple[str, list[tuple[str, str]]]:
    rows = [line.partition("|") for line in marked.splitlines()]
    text = "\n".join(words.rstrip() for words, _, _ in rows)
    return text, [(words.rstrip(), reason.strip()) for words, bar, reason in rows if bar]


def test_marked_lines_are_boilerplate_and_no_others() -> None:
    text, expected = strip_marks(STORY)
    text = text.partition("\n")[2]
    found = [
        (b.span.of(text), b.reason) for b in find_boilerplate(text, "Why the Harbour Vote Failed")
    ]
    assert [words for words, _ in found] == [words for words, _ in expected]
    for (_, reason), (_, start) in zip(found, expected, strict=True):
        assert reason.startswith(start)


@pytest.mark.parametrize(("line", "reason"), CLOSING)
def test_closing_line_is_boilerplate(line: str, reason: str) -> None:
    text = f"{PROSE}\n{line}"
    (found,) = find_boilerplate(text, None)
    assert found.span.of(text) == line
    assert found.reason.startswith(reason)


@pytest.mark.parametrize("line", STATEMENTS)
def test_statement_is_not_lost(line: str) -> None:
    assert find_boilerplate(f"{PROSE}\n{line}", None) == ()


def test_only_the_sentence_of_a_credit_is_marked() -> None:
    text = f"{PROSE} This article first appeared in Tide Watch. It made the mayor laugh."
    (found,) = find_boilerplate(text, None)
    assert found.span.of(text) == "This article first appeared in Tide Watch."


@given(
    st.lists(
        st.sampled_from([line for line, _ in CLOSING] + STATEMENTS + [PROSE])
        | st.text(max_size=30),
        max_size=14,
    ),
    st.text(max_size=20) | st.none(),
)
def test_stretches_are_in_order_and_within_the_text(lines: list[str], title: str | None) -> None:
    text = "\n".join(lines)
    end = 0
    for stretch in find_boilerplate(text, title):
        assert end <= stretch.span.start < stretch.span.end <= len(text)
        end = stretch.span.end
