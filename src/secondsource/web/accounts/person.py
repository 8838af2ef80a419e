"""A person who asks something of the workbench, and what their role lets them do."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What somebody may do; each role may also do what those before it may."""

    READER = "reader"
    """Reads everything."""
    REVIEWER = "reviewer"
    """Also adds articles, decides, writes notes and verdicts."""
    ADMIN = "admin"
    """Also removes articles and looks after the accounts."""

    def covers(self, other: "Role") -> bool:
        """Whether this role may do all that another may."""
        return _RANKS[self] >= _RANKS[other]


_RANKS = {role: rank for rank, role in enumerate(Role)}


def lower_role(first: Role, second: Role) -> Role:
    """The one of two roles that may do less."""
    return second if first.covers(second) else first


@dataclass(frozen=True, slots=True)
class Person:
    """Who asks: under which name decisions are signed, and with which role."""

    name: str
    role: Role
