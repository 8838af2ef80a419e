"""The numbers by which requests name what is meant: decisions, verdicts, jobs, tokens."""

from typing import Annotated

from fastapi import Path, Query

LARGEST_NUMBER = 2**53
"""The largest whole number that every reader of JSON takes."""
Number = Annotated[int, Path(ge=1, le=LARGEST_NUMBER)]
OtherNumber = Annotated[int | None, Query(ge=1, le=LARGEST_NUMBER)]
"""Where a list goes on, or which one is meant besides; none where that is not asked."""
