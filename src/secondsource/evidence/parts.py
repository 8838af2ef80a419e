"""What the parts of a statement come to together: the weakest decides, a dispute is shown."""

from collections.abc import Sequence

from secondsource.evidence.finding import Coverage, Origin, PartFinding, Standing
from secondsource.evidence.standing import describe_standing, say_searched

_WEAKEST_FIRST = (
    Standing.NOT_FOUND,
    Standing.ECHOED,
    Standing.SINGLE_ORIGIN,
    Standing.CORROBORATED,
)
_AGAINST = (Standing.CONTESTED, Standing.DISPUTED)
_WORDS = {
    Standing.CORROBORATED: "is corroborated",
    Standing.SINGLE_ORIGIN: "has one other source",
    Standing.ECHOED: "is only echoed",
    Standing.DISPUTED: "is disputed",
    Standing.CONTESTED: "is contested",
    Standing.NOT_FOUND: "is not found",
    Standing.NOT_CHECKABLE: "is not checkable",
}
_SHOWN = 80


def decide_whole(whole: Standing, parts: Sequence[PartFinding]) -> Standing:
    """The standing of a statement by that of its parts.

    Where the whole or any part is disputed or contested, the statement is: contested when some
    part has support, else disputed. Otherwise it stands as its weakest part does.
    """
    standings = [part.standing for part in parts]
    if not standings:
        return whole
    if any(standing in _AGAINST for standing in (whole, *standings)):
        supported = (Standing.CONTESTED, Standing.SINGLE_ORIGIN, Standing.CORROBORATED)
        has_support = any(standing in supported for standing in (whole, *standings))
        return Standing.CONTESTED if has_support else Standing.DISPUTED
    return min(standings, key=_WEAKEST_FIRST.index)


def describe_whole(
    whole: Standing,
    origins: Sequence[Origin],
    parts: Sequence[PartFinding],
    coverage: Coverage | None,
) -> str:
    """The standing in sentences: of the statement as a whole, of its parts, what was searched.

    Args:
        whole: what the statement comes to without its parts.
        origins: those of the statement as a whole.
        parts: the findings of its parts.
        coverage: what was searched; said once where anything was not found.
    """
    told = [describe_standing(whole, origins, coverage), describe_parts(parts)]
    if coverage and Standing.NOT_FOUND is decide_whole(whole, parts) is not whole:
        told.append(say_searched(coverage))
    return " ".join(sentence for sentence in told if sentence)


def describe_parts(parts: Sequence[PartFinding]) -> str:
    """The standing of each part, in a sentence; empty where there are none."""
    if not parts:
        return ""
    told = "; ".join(f"“{_shorten(p.part.text)}” {_WORDS[p.standing]}" for p in parts)
    return f"It holds {len(parts)} facts, looked up one by one: {told}."


def _shorten(text: str) -> str:
    plain = text.rstrip(".")
    return plain if len(plain) <= _SHOWN else f"{plain[: _SHOWN - 1].rstrip()}…"
