"""What a person judged of a claim: theirs, signed and dated, never the program's."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verdict:
    """A person's verdict on a claim.

    `rating` is the label in the person's own words, `text` what they say of it, `reasons` why,
    `sources` the addresses they rest on. `article` and `statement` are the ids of where the
    program showed the claim, where it did. `appearances` are the addresses at which the claim
    stands, `first_appearance` the one where it stood first, `claimed` the day on which it was
    made, `url` where the verdict is published. `replaces` is the number of an earlier verdict
    that this one takes the place of; `withdrawn` says that the person only took that one back.
    `decided_at` is ISO 8601 in UTC.
    """

    claim: str
    rating: str
    decided_by: str
    text: str = ""
    reasons: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    article: str | None = None
    statement: str | None = None
    claimant: str | None = None
    claimed: str | None = None
    language: str | None = None
    appearances: tuple[str, ...] = ()
    first_appearance: str | None = None
    url: str | None = None
    replaces: int | None = None
    withdrawn: bool = False
    number: int = 0
    decided_at: str = ""
    replaced_by: int | None = None

    @property
    def stands(self) -> bool:
        """Whether it is what its author holds today: neither replaced nor a withdrawal."""
        return self.replaced_by is None and not self.withdrawn
