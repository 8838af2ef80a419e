"""Whether somebody said it: who else has the same source say the same, whatever is so."""

from collections.abc import Callable, Iterable, Sequence

from secondsource.evidence.finding import Basis, BasisPiece, Evidence, Origin, Saying, Stance, Tie
from secondsource.evidence.origins.voicematch import match_voices
from secondsource.reading.statement import Statement, Voice

_VOICE = "same_voice"


def find_saying(statement: Statement, basis: Basis, origins: Sequence[Origin]) -> Saying | None:
    """The other reports that have the source of a statement say it; None for the author's own.

    For who said it, reports that quote one speaker need not be one origin: each that has the
    words from its own reporting counts. Those that share text, credit one another or have one
    owner count once, and copies of the article examined not at all. A report that quotes the
    source only beside the sentence that says the same does not have it say this.

    Args:
        statement: the statement, with its voice.
        basis: what `origins` were made from.
        origins: those found for what is said, echoes among them.
    """
    source = _name_source(statement.voice)
    if source is None:
        return None
    examined, home = basis.pieces[0].article, basis.home_of
    supporting = [o for o in origins if o.stance is Stance.SUPPORTS]
    quoting = _find_quoting(examined, [t for o in supporting for t in o.ties])
    found = [e for e in _list_said(basis.pieces) if e.article in quoting]
    reports = {e.article: e for e in found if home(e.article) != home(examined)}
    ties = [t for o in supporting for t in o.ties if t.signal.name != _VOICE]
    bound = _join([*reports, examined], ties, reports, home)
    independent = len(set(bound.values()) - {bound[examined]})
    return Saying(source, tuple(sorted(reports)), independent, _say(source, reports, independent))


def _list_said(pieces: Sequence[BasisPiece]) -> list[Evidence]:
    """What supports the first of these and has it, in the sentence itself, from the same source.

    "The mayor" is "Anna Weld" where a third piece has "Mayor Anna Weld".
    """
    keys = [v.key for v in pieces[0].voices]
    backing = [(p.evidence, [v.key for v in p.voices]) for p in pieces if _backs(p)]
    others = [key for _, own in backing for key in own]
    for known in keys:
        keys += [key for key in others if key not in keys and match_voices(known, key)]
    return [e for e, own in backing if e and any(key in keys for key in own)]


def _backs(piece: BasisPiece) -> bool:
    return piece.evidence is not None and piece.evidence.stance is Stance.SUPPORTS


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
