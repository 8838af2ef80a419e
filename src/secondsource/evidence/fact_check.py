"""A fact-check that somebody else published, and how it fits a claim."""

from dataclasses import dataclass

from secondsource.article import Signal, make_id


@dataclass(frozen=True, slots=True)
class FactCheck:
    """A published fact-check: which claim it is about, whose it is, what it says in its own words.

    `rating` is the checker's own label, never ours; `published` and `claimed` are days (ISO
    8601); `claimant` is who made the claim and `appearances` where it stood, as the checker says;
    `source` is the file or address that the fact-check was read from.
    """

    claim: str
    checker: str
    rating: str
    url: str | None = None
    published: str | None = None
    language: str | None = None
    title: str | None = None
    claimant: str | None = None
    claimed: str | None = None
    appearances: tuple[str, ...] = ()
    source: str = ""

    @property
    def id(self) -> str:
        """The same for the same checker, address and claim, whichever file it came from."""
        return make_id(self.checker, self.url or "", self.claim)


@dataclass(frozen=True, slots=True)
class FactCheckMatch:
    """A fact-check that seems to be about a claim; `because` says what speaks for it,
    and first what only one of the two has.

    `score` is between 0 and 1: how sure it is that both are about the same claim.
    """

    fact_check: FactCheck
    score: float
    because: tuple[Signal, ...]


@dataclass(frozen=True, slots=True)
class FactCheckCoverage:
    """What was searched: how many fact-checks, of how many checkers, in which languages."""

    fact_checks: int = 0
    checkers: int = 0
    languages: tuple[str, ...] = ()
