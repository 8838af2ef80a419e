"""The line of a plain text that names its outlet and date."""

import pytest

from secondsource.collect.credits.imprint import find_imprint


@pytest.mark.parametrize(
    ("line", "outlet", "published"),
    [
        ("Coast Courier, 12 February 2024", "Coast Courier", "2024-02-12"),
        ("Dolvik Gazette – 30 January 2024", "Dolvik Gazette", "2024-01-30"),
        ("«Речной листок», 10 марта 2024 года", "Речной листок", "2024-03-10"),
        ("9 February 2024", None, "2024-02-09"),
        ("2024-02-09", None, "2024-02-09"),
        ("LINDESUND, 9 February 2024", None, "2024-02-09"),
    ],
)
def test_imprint(line: str, outlet: str | None, published: str) -> None:
    text = f"Pier closes for the winter\n\nBy Sanna Reve\n{line}\n\nDivers found shipworm."
    found = find_imprint(text)
    assert found is not None
    assert (found.outlet, found.published) == (outlet, published)
    assert found.span.of(text) == line


@pytest.mark.parametrize(
    "line",
    [
        "The pier was closed on 9 February 2024.",
        "Translation: Ann Field – Coast Courier – 18/02/2019",
        "By Sanna Reve, 9 February 2024",
        "On 9 February 2024 divers went down.",
        "It reopens in May 2025",
        "Coast Courier",
    ],
)
def test_no_imprint(line: str) -> None:
    assert find_imprint(f"Pier closes for the winter\n\n{line}\n\nDivers found shipworm.") is None


def test_only_near_the_top() -> None:
    lines = [f"Paragraph {k} says something of its own." for k in range(6)]
    assert find_imprint("\n\n".join([*lines, "9 February 2024"])) is None
