"""Figures that stay while what they say does not: another sign, bound, currency or unit."""

import pytest

from tests.lineage.edits.comparing import list_edits

FIGURES = [
    ("en", "It was -5°C at noon.", "It was 5°C at noon.", "number"),
    ("en", "It was 5°C at noon.", "It was −5°C at noon.", "number"),
    ("en", "It was minus 5 degrees at noon.", "It was 5 degrees at noon.", "number"),
    ("en", "It was minus 5 degrees at noon.", "It was -5 degrees at noon.", "wording"),
    ("ru", "Утром было минус 5 градусов.", "Утром было 5 градусов.", "number"),
    ("es", "Vinieron al menos 5 vecinos.", "Vinieron 5 vecinos.", "hedge_removed"),
    ("en", "Up to 12 men were in the hall.", "More than 12 men were in the hall.", "number"),
    ("en", "At least 12 men were in the hall.", "At most 12 men were in the hall.", "number"),
    ("en", "No fewer than 12 men were here.", "No more than 12 men were here.", "number"),
    (
        "en",
        "At least 12 men were in the hall.",
        "No fewer than 12 men were in the hall.",
        "wording",
    ),
    ("en", "Over 12 men were in the hall.", "More than 12 men were in the hall.", "wording"),
    ("ru", "Погибли до 12 человек из города.", "Погибли более 12 человек из города.", "number"),
    ("de", "Es waren bis zu 12 Leute im Saal.", "Es waren mehr als 12 Leute im Saal.", "number"),
    ("fr", "Il y avait au moins 12 voisins.", "Il y avait au plus 12 voisins.", "number"),
    ("es", "Vinieron hasta 12 vecinos.", "Vinieron más de 12 vecinos.", "number"),
    ("pl", "Przyszło do 12 ludzi.", "Przyszło ponad 12 ludzi.", "number"),
    ("uk", "Прийшло до 12 людей.", "Прийшло понад 12 людей.", "number"),
    ("en", "It cost 5 million dollars in all.", "It cost 5 million euros in all.", "number"),
    ("en", "It cost five dollars in all.", "It cost five pounds in all.", "number"),
    ("en", "It cost $5 million in all.", "It cost 5 million euros in all.", "number"),
    ("en", "It cost $5 million in all.", "It cost 5 million dollars in all.", "wording"),
    ("ru", "Это стоило 5 миллионов рублей.", "Это стоило 5 миллионов долларов.", "number"),
    ("de", "Es kostete 5 Euro im Jahr.", "Es kostete 5 Dollar im Jahr.", "number"),
    ("de", "Es kostete 5 Millionen Euro.", "Es kostete 5 Milliarden Euro.", "number"),
    ("en", "It was 30°C at noon in Bath.", "It was 30°F at noon in Bath.", "number"),
    ("en", "It was 30 C at noon in Bath.", "It was 30 F at noon in Bath.", "number"),
    ("en", "It was 30°C at noon in Bath.", "It was 86°F at noon in Bath.", "wording"),
    ("en", "It was 30°C at noon in Bath.", "It was 96°F at noon in Bath.", "number"),
]


_PORT = "The port was closed at noon by the board."
DATELINES = [
    (f"BREDE, Oct 2 (Reuters) - {_PORT}", _PORT, "wording"),
    (_PORT, f"BREDE, 2 October (AFP) — {_PORT}", "wording"),
    (f"BREDE, Oct 2 - {_PORT}", _PORT, "wording"),
    (f"OLD BREDE, Lund, Feb. 8 (AP) — {_PORT}", _PORT, "wording"),
    (f"БРЕДЕ, 2 окт. /ТАСС/. {_PORT}", _PORT, "wording"),
    (f"BREDE, Oct 2 (Reuters) - {_PORT}", f"BREDE (Reuters) - {_PORT}", "wording"),
    # what is no dateline, or another one, is told
    (f"BREDE, Oct 2 (Reuters) - {_PORT}", f"BREDE, Oct 3 (AP) - {_PORT}", "date"),
    (f"On Oct 2 - a Friday - {_PORT}", _PORT, "date"),
    (f"BREDE (AP) - On Friday {_PORT}", _PORT, "date"),
    (f"BREDE, Oct 2 (Reuters) - {_PORT}", _PORT.replace("noon", "noon on Friday"), "date wording"),
]


@pytest.mark.parametrize(("before", "after", "kinds"), DATELINES)
def test_the_date_of_a_dateline_may_go(before: str, after: str, kinds: str) -> None:
    assert " ".join(edit.type.value for edit in list_edits(before, after)) == kinds


@pytest.mark.parametrize(("language", "before", "after", "kinds"), FIGURES)
def test_equal_figures_may_say_other_things(
    language: str, before: str, after: str, kinds: str
) -> None:
    assert " ".join(edit.type.value for edit in list_edits(before, after, language)) == kinds
