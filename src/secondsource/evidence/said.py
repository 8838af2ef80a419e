"""Whether somebody said it: who else has the same source say the same, whatever is so."""

from collections.abc import Callable, Iterable, Sequence

from secondsource.evidence.finding import Evidence, Origin, Saying, Stance, Tie
from secondsource.reading.statement import Statement, Voice

_VOICE = "same_voice"


def find_saying(
    statement: Statement,
    examined: str,
    origins: Sequence[Origin],
    home: Callable[[str], str],
) -> Saying | None:
    """The other reports that have the source of a statement say it; None for the author's own.

    For who said it, reports that quote one speaker need not be one origin: each that has the
    words from its own reporting counts. Those that share text, credit one another or have one
    owner count once, and copies of the article examined not at all.

    Args:
        statement: the statement, with its voice.
        examined: the id of its article.
        origins: those found for what is said, echoes among them.
        home: gives an article's id that of its family, or its own.
    """
    source = _name_source(statement.voice)
    if source is None:
        return None
    supporting = [o for o in origins if o.stance is Stance.SUPPORTS]
    quoting = _find_quoting(examined, [t for o in supporting for t in o.ties])
    found = [e for o in supporting for e in o.evidence if e.article in quoting]
    reports = {e.article: e for e in found if home(e.article) != home(examined)}
    ties = [t for o in supporting for t in o.ties if t.signal.name != _VOICE]
    bound = _join([*reports, examined], ties, reports, home)
    independent = len(set(bound.values()) - {bound[examined]})
    return Saying(source, tuple(sorted(reports)), independent, _say(source, reports, independent))


def _name_source(voice: Voice) -> str | None:
    """The outermost named source: it is the article's word that this one said it."""
    if voice.type != "attributed" or voice.source is None:
        return None
    return voice.source.entity or voice.source.text


def _find_quoting(examined: str, ties: Iterable[Tie]) -> set[str]:
    """The articles that ties of one voice lead to from the one examined."""
    pairs = [{t.left, t.right} for t in ties if t.signal.name == _VOICE]
    found = {examined}
    for _ in pairs:
        more = [pair for pair in pairs if pair & found and not pair <= found]
        if not more:
            break
        found.update(*more)
    return found - {examined}


def _join(
    articles: Sequence[str],
    ties: Iterable[Tie],
    reports: dict[str, Evidence],
    home: Callable[[str], str],
) -> dict[str, str]:
    """For each article the first of those it counts as one with."""
    bound = {article: article for article in articles}
    pairs = [(t.left, t.right) for t in ties if t.left in bound and t.right in bound]
    keys: dict[str, str] = {}
    for article in articles:
        outlet = reports[article].outlet if article in reports else None
        for key in (home(article), *([f"outlet {outlet}"] if outlet else [])):
            pairs.append((keys.setdefault(key, article), article))
    for left, right in pairs:
        old, new = bound[right], bound[left]
        bound = {a: new if b == old else b for a, b in bound.items()}
    return bound


def _say(source: str, reports: dict[str, Evidence], independent: int) -> str:
    if not reports:
        return f"No other report was found in which {source} says this."
    articles = "1 other article has" if len(reports) == 1 else f"{len(reports)} other articles have"
    if not independent:
        return f"{articles} {source} say this, but from this article or with its words."
    own = "1 report" if independent == 1 else f"{independent} reports"
    return f"{articles} {source} say this: {own} independent of this one."
