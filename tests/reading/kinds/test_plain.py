"""Plain facts that are denied, which are no views."""

import pytest

from secondsource.reading.kinds.kinds import judge_kind
from secondsource.reading.kinds.plain import denies_plainly
from secondsource.reading.statement import Kind


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Nobody was hurt."),
        ("en", "None of the wounds is thought to be life-threatening."),
        ("en", "There were no casualties."),
        ("en", "None is in danger."),
        ("en", "The ruling is not binding."),
        ("de", "Die Firma wollte sich am Montag nicht äußern."),
        ("de", "Verletzt wurde dabei niemand."),
        ("fr", "Personne n'a été blessé."),
        ("es", "Nadie resultó herido."),
        ("pl", "Nikt nie został ranny."),
        ("pl", "Ilu ich było, nie wiadomo."),
        ("ru", "Никто из рыбаков не пострадал."),
        ("uk", "Ніхто з рибалок не постраждав."),
    ],
)
def test_a_denied_fact_is_a_claim(language: str, text: str) -> None:
    assert denies_plainly(text, language)
    assert judge_kind(text, language, None, 0.6, 0.5).kind is Kind.CLAIM


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Nobody likes a coward."),
        ("en", "No one should be hurt by such a law, I think."),
        ("en", "Nobody was hurt, and what a relief that was for all of us!"),
        ("de", "Niemand braucht so ein Gesetz."),
        ("fr", "Personne n'aime ce maire."),
        ("es", "Nadie quiere ese puente."),
        ("pl", "Nikt nie lubi takich ustaw."),
        ("ru", "Никто не любит трусов."),
        ("xx", "Nobody was hurt."),
    ],
)
def test_a_denial_that_judges_may_be_a_view(language: str, text: str) -> None:
    assert not denies_plainly(text, language)
    assert judge_kind(text, language, None, 0.9, 0.5).kind is Kind.OPINION
