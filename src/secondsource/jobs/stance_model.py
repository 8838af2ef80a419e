"""The option to have another model say what a passage does to a claim: off unless named."""

from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.evidence.finding import ClaimPassage, StanceScore
from secondsource.evidence.stance.judge import StanceModel, judge_stances
from secondsource.jobs.made import hash_files
from secondsource.models.hub import find_model, list_files, open_named_model


@dataclass(frozen=True, slots=True)
class NamedJudge:
    """A model that a user named, with what a report tells of it: its name and its files' hash.

    What the rules see is weighed in as with the models of the package, and the same thresholds
    hold, which were set for these.
    """

    name: str
    digest: str
    model: StanceModel

    def __call__(self, pairs: Sequence[ClaimPassage], /) -> Sequence[StanceScore]:
        """What each passage does to its claim."""
        return judge_stances(pairs, self.model)

    def say(self) -> str:
        """How stances were judged, for the report."""
        return (
            f"by the model {self.name}, named by the user, in the place of the two small ones; the "
            "thresholds were set for these"
        )


def open_judge(name: str) -> NamedJudge:
    """Opens the model that a user names.

    Args:
        name: a folder, or a name at the Hugging Face hub, as `open_named_model` takes it.

    Raises:
        ModelError: there is no such model, the hub does not answer, or it is of another kind.
    """
    folder = find_model(name)
    model = open_named_model(str(folder))
    return NamedJudge(name, hash_files(list_files(folder)), model)
