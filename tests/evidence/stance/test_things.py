"""The things that a count can be of are told alike in each language."""

import pytest

from secondsource.evidence.stance.cues import LANGUAGES
from secondsource.evidence.stance.things import find_things, load_things


def test_each_thing_has_a_word_in_each_language_and_no_word_is_two_things() -> None:
    things = load_things()
    assert all(set(words) == set(LANGUAGES) for words in things.values())
    for language in LANGUAGES:
        entries = [e for words in things.values() for e in words[language].split()]
        assert all(words[language] for words in things.values())
        assert len(entries) == len(set(entries))


@pytest.mark.parametrize(
    ("language", "text", "things"),
    [
        ("en", "the workers of two plants", {"worker", "factory"}),
        ("ru", "рабочих мест", {"job"}),
        ("ru", "рабочих завода", {"worker", "factory"}),
        ("ru", "школьников и школ", {"pupil", "school"}),
        ("pl", "mieszkańców", {"resident"}),
        ("pl", "mieszkań", {"flat"}),
        ("de", "polizisten", {"police"}),
        ("fr", "hommes et femmes", {"man", "woman"}),
        ("es", "hombrera", set()),
        ("fr", "les mineurs de fond", {"miner"}),
        ("fr", "trois mineurs non accompagnés", set()),
        ("fr", "les médecins", {"doctor"}),
        ("fr", "la médecine", set()),
        ("pl", "muzycy", {"musician"}),
        ("pl", "muzyka i pracownia", set()),
        ("it", "uomini", set()),
    ],
)
def test_things(language: str, text: str, things: set[str]) -> None:
    assert find_things(text, language) == {f"={name}" for name in things}
