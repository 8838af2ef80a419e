"""Where a dateline ends and the sentence begins."""

import pytest

from secondsource.article import Span
from secondsource.reading.attribution.datelines import cut_datelines


def _cut(text: str, language: str) -> list[str]:
    return [span.of(text) for span in cut_datelines(text, [Span(0, len(text))], language)]


@pytest.mark.parametrize(
    ("language", "line", "rest"),
    [
        ("en", "ORRIN, Ostria, Feb 18 (Alpha) — ", "The weir broke."),
        ("en", "ORRIN (AP) — ", "The weir broke."),
        ("pl", "ORRIN, 29 stycznia (Alfa) — ", "Tama puściła."),
        ("fr", "ORRIN-SUR-LOR, 18 fév 2026 (Alpha) - ", "Le barrage a cédé."),
        ("es", "PUERTO ORRIN, 6 may (Alfa) – ", "La presa cedió."),
        ("es", "ORRIN.- ", "La presa cedió."),
        ("de", "Orrin (dpa) - ", "Der Damm brach."),
        ("de", "Sankt Orrin – ", "Der Damm brach."),
        ("uk", "ОРРІН, 18 лютого (Альфа) — ", "Гребля тріснула."),
    ],
)
def test_a_dateline_is_cut(language: str, line: str, rest: str) -> None:
    assert _cut(line + rest, language) == [line, rest]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der Damm (siehe Bild) brach im Mai."),
        ("de", "Die Lage – so sagt man – war ernst."),
        ("fr", "Un pont - le dernier - est tombé."),
        ("pl", "Tama — jak podano — puściła."),
        ("es", "El puente (de 1911) - ya viejo - cayó."),
        ("uk", "Гребля — це стіна."),
    ],
)
def test_other_dashes_cut_nothing(language: str, text: str) -> None:
    assert _cut(text, language) == [text]
