"""Words of a claim as they may stand in another language."""

import pytest

from secondsource.evidence.query.abroad import FORM_SHARE, LETTER_SHARE, respell, spell_abroad


@pytest.mark.parametrize(
    ("word", "cyrillic", "spelt"),
    [
        ("shafiq", True, ["шафик"]),
        ("müller", True, ["муллер"]),
        ("шафик", False, ["shafik"]),
        ("port", False, ["port"]),
        ("2019", True, ["2019"]),
    ],
)
def test_a_name_is_written_in_other_letters(word: str, cyrillic: bool, spelt: list[str]) -> None:
    assert respell(word, cyrillic=cyrillic) == spelt


def test_a_word_is_looked_for_by_its_letters_its_like_and_their_forms() -> None:
    near = {"bridge": (("мост", 0.4),)}
    concepts = spell_abroad({"bridge": 2.0, "12": 1.5}, near, cyrillic=True)
    bridge, twelve = (each.add_forms({"мост": ("моста", "мост")}) for each in concepts)
    assert bridge.weight == 2.0
    assert bridge.spellings == {
        "бридге": LETTER_SHARE,
        "мост": 0.4,
        "моста": pytest.approx(0.4 * FORM_SHARE),
    }
    assert (twelve.weight, twelve.spellings) == (1.5, {"12": 1.0})
