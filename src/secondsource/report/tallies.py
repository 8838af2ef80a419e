"""The sentences that count: what was searched, what was found, how many pieces count as one."""

from collections.abc import Mapping, Sequence

from secondsource.evidence.finding import Coverage, Standing
from secondsource.report.visible import show_on_one_line
from secondsource.report.wording import (
    STANDING_LABEL,
    STANDING_ORDER,
    capitalize_first,
    say_count,
    say_date,
    say_language,
    say_list,
    say_share,
)

_SHOWN, _MOST = 80, 5  # characters and number of the claims named that were not looked at


def say_coverage(coverage: Coverage) -> str:
    """What was searched, in one sentence: articles, outlets, languages and dates."""
    if not coverage.articles:
        return "The collection is empty: nothing was searched."
    dates = "no dates known"
    if coverage.first and coverage.last:
        dates = f"dated {say_date(coverage.first)} to {say_date(coverage.last)}"
    languages = say_list([say_language(code) for code in coverage.languages])
    return (
        f"Searched: {say_count(coverage.articles, 'article')} from "
        f"{say_count(len(coverage.outlets), 'outlet')}, in {languages or 'unknown languages'}, "
        f"{dates}."
    )


def say_standings(counts: Mapping[Standing, int]) -> str:
    """How many statements were looked up and how they came out, in one sentence."""
    bare = counts.get(Standing.NOT_CHECKABLE, 0)
    looked_up = sum(counts.values()) - bare
    parts = [
        f"{counts[s]} {STANDING_LABEL[s]}"
        for s in STANDING_ORDER
        if counts.get(s) and s is not Standing.NOT_CHECKABLE
    ]
    told = f": {', '.join(parts)}" if parts else ""
    counted = capitalize_first(say_count(looked_up, "statement"))
    sentence = f"{counted} {_were(looked_up)} looked up{told}."
    if not bare:
        return sentence
    return (
        f"{sentence} {capitalize_first(say_count(bare, 'statement'))} {_are(bare)} not checkable."
    )


def say_second_source(counts: Mapping[Standing, int]) -> str:
    """The answer to the program's own question: second source, or just a second copy."""
    if not counts:
        return "No claim of this article was looked up."
    found = counts.get(Standing.CORROBORATED, 0) + counts.get(Standing.SINGLE_ORIGIN, 0)
    against = counts.get(Standing.DISPUTED, 0) + counts.get(Standing.CONTESTED, 0)
    echoed = counts.get(Standing.ECHOED, 0)
    contrary = (
        f"{say_count(against, 'claim')} {_have(against)} sources against; " if against else ""
    )
    return (
        f"{capitalize_first(say_count(found, 'claim'))} {_have(found)} a second source; "
        f"{contrary}{say_count(echoed, 'claim')} {_have(echoed)} only second copies."
    )


def _have(count: int) -> str:
    return "has" if count in (0, 1) else "have"


def say_tally(signs: Mapping[str, int], pieces: int) -> str:
    """The evidence for one claim counted: origins by what they say, echoes, pieces in all.

    Args:
        signs: how many origins there are of each: supports, disputes, echo, discusses.
        pieces: how many passages all of them hold.
    """
    if not pieces:
        return "no evidence"
    echoes = signs.get("echo", 0)
    parts = [_say_how_many(signs.get("supports", 0), "say", "the same")]
    if signs.get("disputes"):
        parts.append(_say_how_many(signs["disputes"], "say", "the contrary"))
    if echoes:
        parts.append(f"{echoes} {'echo' if echoes == 1 else 'echoes'}")
    if signs.get("discusses"):
        parts.append(_say_how_many(signs["discusses"], "take", "no side"))
    tally = ", ".join(parts)
    return f"{tally}; {pieces:,} pieces in all" if pieces > sum(signs.values()) else tally


def _say_how_many(count: int, verb: str, what: str) -> str:
    if not count:
        return f"none {verb}s {what}"
    return f"{count} {verb}{'s' if count == 1 else ''} {what}"


def say_counts_once(pieces: int, because: str) -> str:
    """Why a group of pieces counts as one."""
    if pieces < 2:
        return because
    return f"{capitalize_first(say_count(pieces, 'piece'))}, counted once because: {because}"


def say_copies(others: int) -> str:
    """How many other articles carry the text, never hiding a copy."""
    if not others:
        return "No other article in the collection carries this text."
    return (
        f"{capitalize_first(say_count(others, 'other article'))} in the collection "
        f"{'carries' if others == 1 else 'carry'} text of this family. Together they count as one."
    )


def say_both_coverages(child: str, parent: str, coverage: float, parent_coverage: float) -> str:
    """How much of each of two texts, named by `child` and `parent`, stands in the other."""
    if not coverage and not parent_coverage:
        return "No shared text was found between the two; the tie rests on the credit."
    return (
        f"Of the words of {child}, {say_share(coverage)} stand in {parent}; "
        f"the other way, {say_share(parent_coverage)}."
    )


def say_counterparts(child: str, parent: str, coverage: float, parent_coverage: float) -> str:
    """How much of a translation and of what it translates has a counterpart in the other."""
    return (
        f"Of {child}, {say_share(coverage)} has a counterpart in {parent}; "
        f"the other way, {say_share(parent_coverage)}."
    )


def say_not_looked_up(count: int) -> str:
    """How many statements were read but not searched for."""
    if not count:
        return "No other statement was read in the article."
    return (
        f"{capitalize_first(say_count(count, 'statement'))} {_were(count)} read but not looked up."
    )


def say_incomplete(not_done: Sequence[str], claims: Sequence[str]) -> str:
    """That an examination was stopped, and what of it is missing; empty when nothing is.

    Args:
        not_done: the steps that were not finished.
        claims: the words of the claims that were to be looked up and were not.
    """
    if not not_done:
        return ""
    said = [f"This report is incomplete, since it was stopped. Not done: {'; '.join(not_done)}."]
    if claims:
        shown = ", ".join(f"“{show_on_one_line(text, _SHOWN)}”" for text in claims[:_MOST])
        more = len(claims) - _MOST
        rest = f" and {say_count(more, 'further claim')}" if more > 0 else ""
        said.append(f"Not looked at: {shown}{rest}.")
    return " ".join(said) + " "


def _were(count: int) -> str:
    return "was" if count in (0, 1) else "were"


def _are(count: int) -> str:
    return "is" if count in (0, 1) else "are"
