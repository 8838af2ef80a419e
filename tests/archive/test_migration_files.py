"""The steps of each schema: one after the other, each number once."""

import pytest

from secondsource.archive.migrations import load_migrations


@pytest.mark.parametrize(
    "package",
    [
        "secondsource.archive.migrations",
        "secondsource.web.accounts.migrations",
        "secondsource.web.hooks.migrations",
        "secondsource.web.work.migrations",
    ],
)
def test_each_number_is_given_once_and_none_is_left_out(package: str) -> None:
    numbers = [step.number for step in load_migrations(package)]
    assert numbers == list(range(1, len(numbers) + 1))
