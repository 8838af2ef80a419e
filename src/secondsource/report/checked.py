"""Known fact-checks as a report tells them: the checker's own words, never a verdict of ours."""

from dataclasses import dataclass

from secondsource.evidence.fact_check import FactCheck, FactCheckCoverage, FactCheckMatch
from secondsource.jsonvalues import JsonObject
from secondsource.messages import gettext as _
from secondsource.messages import ngettext
from secondsource.messages.retelling import retell
from secondsource.report.visible import safe_href, show_on_one_line
from secondsource.report.wording import say_date, say_language

_NO_RATING = "gives no rating"
_CLAIM_SHOWN = 400
_NAME_SHOWN = 120


@dataclass(frozen=True, slots=True)
class FactCheckView:
    """A fact-check shown beside a claim; `href` is None where its address is not safe."""

    checker: str
    rating: str
    claim: str
    date: str
    language: str
    href: str | None
    sure: str
    because: str


def view_match(match: FactCheckMatch) -> FactCheckView:
    """A match as the report shows it."""
    each = match.fact_check
    return FactCheckView(
        checker=show_on_one_line(each.checker, _NAME_SHOWN),
        rating=show_on_one_line(each.rating, _NAME_SHOWN),
        claim=show_on_one_line(each.claim, _CLAIM_SHOWN),
        date=say_date(each.published) if each.published else "",
        language=say_language(each.language) if each.language else "",
        href=safe_href(each.url),
        sure=f"{match.score:.2f}",
        because=retell(show_on_one_line(" ".join(signal.sentence for signal in match.because))),
    )


def say_check(each: FactCheck) -> str:
    """A fact-check on one line: whose, on what claim, with which rating, when, where."""
    rated = f"rated “{each.rating}”" if each.rating else _NO_RATING
    parts = [f"{each.checker} {rated}: {each.claim}", each.published or "", each.url or ""]
    return show_on_one_line(" | ".join(part for part in parts if part))


def say_searched(searched: FactCheckCoverage, found: int | None) -> str:
    """How much was searched, and that nothing was found where nothing was.

    Args:
        searched: the fact-checks of the archive.
        found: how many matched; None where nothing was looked for.
    """
    if not searched.fact_checks:
        return _(
            "No fact-checks were imported. To take some in: secondsource factchecks import FILE"
        )
    among = _(
        "%(checks)s by %(checkers)s",
        checks=ngettext("%(num)s fact-check", "%(num)s fact-checks", searched.fact_checks),
        checkers=ngettext("%(num)s checker", "%(num)s checkers", searched.checkers),
    )
    if found is None:
        return f"{among}."
    if not found:
        return _("No match among %(among)s.", among=among)
    return ngettext(
        "%(num)s match among %(among)s.", "%(num)s matches among %(among)s.", found, among=among
    )


def match_json(match: FactCheckMatch) -> JsonObject:
    """A match with the names that other programs rely on."""
    each = match.fact_check
    return {
        "claim": each.claim,
        "checker": each.checker,
        "rating": each.rating,
        "published": each.published,
        "url": safe_href(each.url),
        "language": each.language,
        "title": each.title,
        "claimant": each.claimant,
        "score": match.score,
        "because": [
            {"name": signal.name, "score": signal.score, "sentence": signal.sentence}
            for signal in match.because
        ],
    }


def checked_json(searched: FactCheckCoverage) -> JsonObject:
    """How much was searched."""
    return {
        "fact_checks": searched.fact_checks,
        "checkers": searched.checkers,
        "languages": list(searched.languages),
    }
