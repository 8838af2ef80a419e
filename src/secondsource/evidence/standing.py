"""From origins to the standing of a claim, in a word, a sentence and what would change it."""

from collections.abc import Sequence

from secondsource.evidence.finding import SIDES, Coverage, Origin, Stance, Standing
from secondsource.reading.statement import Kind, Statement


def decide_standing(origins: Sequence[Origin]) -> Standing:
    """What the origins found for a claim come to; see "Standing" in the design.

    Only independent origins count: an echo neither corroborates nor disputes.
    """
    supporting, disputing = _count(origins, Stance.SUPPORTS), _count(origins, Stance.DISPUTES)
    if supporting and disputing:
        return Standing.CONTESTED
    if disputing:
        return Standing.DISPUTED
    if supporting:
        return Standing.CORROBORATED if supporting > 1 else Standing.SINGLE_ORIGIN
    echoes = any(o.echo and o.stance is Stance.SUPPORTS for o in origins)
    return Standing.ECHOED if echoes else Standing.NOT_FOUND


def _count(origins: Sequence[Origin], stance: Stance) -> int:
    return sum(1 for o in origins if o.stance is stance and not o.echo)


def describe_standing(
    standing: Standing, origins: Sequence[Origin], coverage: Coverage | None = None
) -> str:
    """The standing of a claim in a sentence, with how many origins, articles and copies.

    Where nothing was found, what was searched is said with it, when `coverage` is known.
    """
    if standing is Standing.NOT_FOUND:
        searched = f" {say_searched(coverage)}" if coverage else ""
        return _describe_nothing(origins) + searched
    if standing is Standing.ECHOED:
        articles = _articles(origins, Stance.SUPPORTS)
        return (
            f"No independent origin supports this: {_of(articles, 'article')} "
            f"{_verb(articles, 'repeats', 'repeat')} it, all tied to this one or to its source."
        )
    parts = [_describe_side(origins, stance) for stance in SIDES]
    return " ".join(part for part in parts if part)


def describe_expected(origins: Sequence[Origin]) -> str:
    """Who else says what a forecast says, in a sentence."""
    standing = decide_standing(origins)
    if standing is Standing.NOT_FOUND:
        return "Nothing that was searched says so too or denies it."
    return describe_standing(standing, origins)


def _describe_side(origins: Sequence[Origin], stance: Stance) -> str:
    independent = _count(origins, stance)
    articles = _articles(origins, stance)
    if not articles or (not independent and stance is Stance.DISPUTES):
        return ""
    if not independent:
        only = _verb(articles, "the article that does only repeats", "those that do only repeat")
        return f"No independent origin supports this; {only} this one or its source."
    verb = _verb(independent, stance.value, stance.value[:-1])
    count = _of(independent, "independent origin")
    counted = _articles([o for o in origins if not o.echo], stance)
    told = f"{count} {verb} this, in {_of(counted, 'article')}{_copies(counted - independent)}."
    return f"{told}{_say_when(origins, stance)}{_say_echoes(articles - counted)}"


def _say_when(origins: Sequence[Origin], stance: Stance) -> str:
    """How many of the independent origins were there before the article was; "" if not known.

    An origin is as old as its first dated piece. What came later may have it from the article.
    """
    independent = [o for o in origins if o.stance is stance and not o.echo]
    whens = [{e.when for e in o.evidence if e.when} for o in independent]
    before, after = (sum(1 for w in whens if test(w)) for test in (_has_before, _only_after))
    if before == len(independent):
        return f" {_verb(before, 'It was', 'All of them were')} there before this article."
    if before:
        return f" {before} of them {_verb(before, 'was', 'were')} there before this article."
    if after == len(independent):
        return f" {_verb(after, 'It', 'All of them')} came after this article."
    if after:
        return f" {after} of them came after this article."
    return ""


def _has_before(whens: set[str]) -> bool:
    return "before" in whens


def _only_after(whens: set[str]) -> bool:
    return whens == {"after"}


_DAY = len("2031-05-04")  # what a time of day follows


def say_searched(coverage: Coverage) -> str:
    """What was searched, in a sentence: how many articles and outlets, languages and dates."""
    languages = f", in {', '.join(coverage.languages)}" if coverage.languages else ""
    days = [day[:_DAY] for day in (coverage.first, coverage.last) if day]
    dates = f", from {days[0]} to {days[-1]}" if coverage.first else ""
    outlets = _of(len(coverage.outlets), "outlet")
    return f"Searched: {_of(coverage.articles, 'article')} of {outlets}{languages}{dates}."


def _copies(repeats: int) -> str:
    """How many of the articles of one stance only repeat another of them."""
    if repeats <= 0:
        return ""
    what = _verb(repeats, "is a copy or retelling", "are copies or retellings")
    return f", of which {repeats} {what}"


def _say_echoes(articles: int) -> str:
    """How many articles besides are echoes, which do not count."""
    if not articles:
        return ""
    repeats = _verb(articles, "further article only repeats", "further articles only repeat")
    return f" {articles} {repeats} this one or its source."


def _describe_nothing(origins: Sequence[Origin]) -> str:
    discussing = _articles(origins, Stance.DISCUSSES)
    if not discussing:
        return "Nothing that was searched supports or disputes this."
    touched = f"{_of(discussing, 'article')} {_verb(discussing, 'touches', 'touch')} on it"
    return f"Nothing that was searched supports or disputes this; {touched} without taking a side."


def _articles(origins: Sequence[Origin], stance: Stance) -> int:
    return len({e.article for o in origins if o.stance is stance for e in o.evidence})


def _of(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _verb(count: int, one: str, many: str) -> str:
    return one if count == 1 else many


_WOULD_CHANGE = {
    Standing.CORROBORATED: "One independent origin that disputes it would make it contested.",
    Standing.SINGLE_ORIGIN: "One more independent origin would corroborate it.",
    Standing.ECHOED: "One origin that does not go back to this article or its source would be "
    "a first; two would corroborate it.",
    Standing.DISPUTED: "One independent origin that supports it would make it contested.",
    Standing.CONTESTED: "No further origin alone would settle it: the two sides have to be weighed "
    "by a person.",
    Standing.NOT_FOUND: "Any independent origin would change this; it may lie outside of what was "
    "searched.",
}


def say_what_would_change(standing: Standing) -> str:
    """What one more piece of evidence would do to this standing."""
    return _WOULD_CHANGE.get(standing, "")


def say_why_not_checkable(statement: Statement) -> tuple[str, str]:
    """Why a statement was not looked up, and what would change that, in a sentence each."""
    if statement.kind is Kind.OPINION:
        return "This is an opinion; it cannot be checked against sources.", ""
    if statement.kind is Kind.OTHER:
        return "This is neither a claim nor a forecast; there is nothing to check.", ""
    if statement.kind is Kind.CLAIM:
        reason = statement.why[0] if statement.why else "the text gives nothing to look for"
        return f"This cannot be checked: {reason}.", "A published record of it would change this."
    end = statement.due.end if statement.due else "open"
    if end == "open":
        return "This is a forecast without a date.", "A date by which it should come true."
    return (
        f"This is a forecast for {end}; nothing that was searched is later than that.",
        f"Articles from after {end} would show whether it came true.",
    )
