"""Whom a source means."""

import pytest

from secondsource.reading.attribution.voices import find_attributions
from secondsource.reading.entities.gender import Gender, agrees, guess_gender


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Mr. Vellin", Gender.MALE),
        ("Ms. Vellin", Gender.FEMALE),
        ("Anna Vellin", Gender.FEMALE),
        ("Boris Talkin", Gender.MALE),
        ("Olkhovskaya", Gender.FEMALE),
        ("Quorra Zimt", Gender.UNKNOWN),
        ("Medina", Gender.UNKNOWN),
    ],
)
def test_gender_by_simple_evidence(name: str, gender: Gender) -> None:
    assert guess_gender(tuple(name.split())) is gender


def test_unknown_agrees_with_both() -> None:
    assert agrees(Gender.UNKNOWN, Gender.MALE)
    assert agrees(Gender.FEMALE, Gender.UNKNOWN)
    assert not agrees(Gender.FEMALE, Gender.MALE)


# text, the last attribution's entity
ENTITIES = [
    # the surname alone, before and after the full name
    ("Anna Vellin spoke. Vellin said that it was over.", "Anna Vellin"),
    ("Mr. Talkin waited. Boris Talkin left. Talkin said that it was over.", "Boris Talkin"),
    # two of one surname; the title tells them apart
    ("Anna Drumm met Boris Drumm. Drumm said that it was over.", None),
    ("Anna Drumm met Boris Drumm. Ms. Drumm said that it was over.", "Anna Drumm"),
    # pronouns: sex decides, else nobody
    ("Anna Vellin met Boris Talkin. She said that it was over.", "Anna Vellin"),
    ("Anna Vellin met Boris Talkin. He said that it was over.", "Boris Talkin"),
    ("He said that it was over.", None),
    # far away is too far
    (
        "Anna Vellin left. It rained. It snowed. It rained. It snowed. It rained. It snowed. "
        "She said that it was over.",
        None,
    ),
    # an office that somebody does not hold
    ("Vice President Kamala Harris came. The president said that it was over.", None),
    ("Deputy Defence Minister Oleg Bondar came. The defence minister said it was over.", None),
    ("Deputy Minister Oleg Bondar came. The deputy minister said it was over.", "Oleg Bondar"),
    ("The former mayor, Ann Lee, was arrested. The mayor said she was shocked.", None),
    ("The former mayor, Ann Lee, was arrested. The former mayor said it was over.", "Ann Lee"),
    ("Ann Lee, the president-elect, came. The president said that it was over.", None),
    (
        "Vice President Ann Lee met President Oleg Bondar. The president said it was over.",
        "Oleg Bondar",
    ),
    ("Former president Ann Lee met President Oleg Bondar. The president said it was over.", None),
    # one surname of a man and a woman
    ("Mr Smith, a driver, said the road was icy. Mrs Smith, a teacher, said it was dry.", None),
    ("Mr Smith left. Smith said that it was over.", "Smith"),
    # unnamed sources stay unnamed
    ("Anna Vellin left. Officials said that it was over.", None),
    ("Anna Vellin left. A source close to her said that it was over.", None),
]


@pytest.mark.parametrize(("text", "entity"), ENTITIES)
def test_entities(text: str, entity: str | None) -> None:
    source = find_attributions(text, "en")[-1].source
    assert source is not None
    assert source.entity == entity
