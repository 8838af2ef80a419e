"""What a claim and a fact-check on nearly the same do not have in common is told."""

import pytest

from secondsource.factcheck.reviews.differences import find_differences

_CHECKED = "The town of Velmark sold its old pier for 3 million crowns in 2031."
_WATER = "The WHO said that sea water does not cure a cold."
_DENIAL = "has a word of denial: one may deny what the other says."
_CASES = [
    (_CHECKED, _CHECKED, "en", []),
    ("The pier of Velmark was sold.", _CHECKED, "en", []),
    ("Velmark sold its pier for three million crowns.", _CHECKED, "en", []),
    (
        _CHECKED.replace("3", "5", 1),
        _CHECKED,
        "en",
        ["The claim has the number 5,000,000, the fact-check 3,000,000."],
    ),
    (
        _CHECKED.replace("2031", "2029"),
        _CHECKED,
        "en",
        ["The claim has the number 2029, the fact-check 2031."],
    ),
    (
        _CHECKED.replace("Velmark", "Orsk"),
        _CHECKED,
        "en",
        ["Only the claim names Orsk, only the fact-check Velmark."],
    ),
    (_CHECKED.replace("sold", "never sold"), _CHECKED, "en", [f"Only the claim {_DENIAL}"]),
    (_WATER.replace("does not cure", "cures"), _WATER, "en", [f"Only the fact-check {_DENIAL}"]),
    (
        "Город Вельмарк не продал пирс за 5 крон.",
        "Город Вельмарк продал пирс за 3 кроны.",
        "ru",
        ["The claim has the number 5, the fact-check 3.", f"Only the claim {_DENIAL}"],
    ),
    ("Une personne a vendu la jetée.", "Un homme a vendu la jetée.", "fr", []),
    ("It is a sin to sell the pier.", "It is good to sell the pier.", "en", []),
    ("Пирс Вельмарка продан.", "Город продал пирс в Вельмарке.", "ru", []),
    ("Die Stadt Velmark verkauft den Pier.", "Der Pier von Orsk ist verkauft.", "de", []),
]


@pytest.mark.parametrize(("claim", "checked", "language", "told"), _CASES)
def test_what_only_one_has_is_told(
    claim: str, checked: str, language: str, told: list[str]
) -> None:
    found = find_differences(claim, checked, (language, language))
    assert [signal.sentence for signal in found] == told


def test_of_two_languages_numbers_and_denials_are_compared_and_no_names() -> None:
    found = find_differences(
        "Мэр Ада Квелл не продала рынок за 5 крон.",
        "Mayor Ada Quell sold the market for 3 crowns.",
        ("ru", "en"),
    )
    assert [signal.name for signal in found] == ["other_numbers", "one_denies"]


def test_a_long_post_is_not_held_against_a_claim() -> None:
    post = "Somebody told me on the pier today that nobody has 5 crowns. " * 9
    assert not list(find_differences(post, _CHECKED, ("en", "en")))
