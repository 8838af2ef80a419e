"""A person's verdict on a claim, with what is known of the article that makes the claim."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from secondsource.addresses import hide_user, hide_users_in
from secondsource.archive import Archive
from secondsource.errors import (
    ArticleNotFoundError,
    DecisionOverError,
    ExaminationError,
    RequestError,
)
from secondsource.factcheck.reviews.claimreview import read_address, read_day
from secondsource.factcheck.reviews.export import claim_review_json
from secondsource.factcheck.reviews.validate import find_faults
from secondsource.factcheck.reviews.verdict import Verdict
from secondsource.jobs.decide import catch_up
from secondsource.jobs.examined import find_examined
from secondsource.jsonvalues import JsonObject
from secondsource.messages import gettext as _
from secondsource.review.verdicts import find_change


def give_verdict(given: Verdict, archive: Archive) -> Verdict:
    """The verdict, kept for good under its author's name and the present time.

    Args:
        given: as its author wrote it; `article` may be the beginning of an id. What it lacks of
            the language, the day and the address of the claim is taken from that article.
        archive: where it is kept.

    Raises:
        RequestError: an address is no http(s) address, or a day no day.
        ArticleNotFoundError: there is no such article.
        ArchiveError: it has no claim, rating or author, or takes the place of one that is gone.
    """
    checked = replace(
        given,
        claim=" ".join(given.claim.split()),
        rating=" ".join(given.rating.split()),
        text=hide_users_in(given.text.strip()),
        reasons=tuple(map(hide_users_in, given.reasons)),
        sources=tuple(map(_need_address, given.sources)),
        claimed=_need_day(given.claimed),
        appearances=tuple(map(_need_address, given.appearances)),
        first_appearance=_need_address(given.first_appearance) if given.first_appearance else None,
        url=_need_address(given.url) if given.url else None,
    )
    return _refresh(archive, archive.verdicts.record(_add_article(checked, archive)))


def rewrite_verdict(given: Verdict, archive: Archive) -> Verdict:
    """The verdict, kept in the place of another whose appearances and day it takes over.

    Args:
        given: as its author wrote it anew; `replaces` is the number of the other.
        archive: where both are kept.

    Raises:
        RequestError, ArticleNotFoundError, ArchiveError: as `give_verdict` does.
    """
    if given.replaces is None:
        return give_verdict(given, archive)
    former = archive.verdicts.get(given.replaces)
    taken_over = replace(
        given,
        claimed=given.claimed or former.claimed,
        appearances=given.appearances or former.appearances,
        first_appearance=given.first_appearance or former.first_appearance,
    )
    return give_verdict(taken_over, archive)


def review_claim(number: int, archive: Archive) -> JsonObject:
    """A verdict that stands as a ClaimReview with its Claim, which is valid.

    Args:
        number: of the verdict.
        archive: that keeps it.

    Raises:
        DecisionNotFoundError: there is none of that number.
        DecisionOverError: it was replaced or withdrawn.
        RequestError: it has no address where it is published, or something else of it is missing.
    """
    verdict = archive.verdicts.get(number)
    if not verdict.stands:
        raise DecisionOverError(_("Verdict %(number)s no longer stands.", number=number))
    if not verdict.url:
        raise RequestError(
            _(
                "Verdict %(number)s says no address where it is published, which a ClaimReview "
                "needs. Put one with that address in its place.",
                number=number,
            )
        )
    made = claim_review_json(verdict)
    if faults := find_faults(made):
        raise RequestError(
            _(
                "Verdict %(number)s makes no valid ClaimReview: %(faults)s.",
                number=number,
                faults="; ".join(faults),
            )
        )
    return made


def review_claims(archive: Archive) -> Iterator[JsonObject]:
    """Every verdict that stands and says where it is published, as a ClaimReview that is valid.

    Args:
        archive: that keeps them.
    """
    made = map(claim_review_json, archive.verdicts.published())
    return (each for each in made if not find_faults(each))


def take_back_verdict(number: int, name: str, archive: Archive) -> Verdict:
    """The withdrawal of a verdict; both stay in the history.

    Args:
        number: of the verdict.
        name: of who takes it back.
        archive: where it is kept.

    Raises:
        ArchiveError: there is none of that number that stands, or no name is given.
    """
    return _refresh(archive, archive.verdicts.withdraw(number, name))


def find_changed(verdicts: Iterable[Verdict], archive: Archive) -> dict[int, str]:
    """By number the verdicts that stand on a text that changed since, and why, in a sentence."""
    standing = [v for v in verdicts if v.stands and v.article]
    named = {v.article for v in standing if v.article}
    texts = {a.id: a.text for a in archive.articles(sorted(i for i in named if i in archive))}
    texts |= {id_: _read_examined(id_, archive) for id_ in sorted(named - texts.keys())}
    later = archive.examinations.later(named)
    found = {v.number: find_change(v, texts.get(v.article or "", ""), later) for v in standing}
    return {number: why for number, why in found.items() if why}


def _read_examined(article: str, archive: Archive) -> str:
    """The text on which only a report is kept; empty where this version cannot read that."""
    try:
        return find_examined(article, archive).text
    except (ArticleNotFoundError, ExaminationError):
        return ""


def _refresh(archive: Archive, verdict: Verdict) -> Verdict:
    """The verdict, once the queue of claims knows of it."""
    former = None if verdict.replaces is None else archive.verdicts.get(verdict.replaces)
    named = {verdict.article, former.article if former else None}
    catch_up(archive, {each for each in named if each})
    return verdict


def _add_article(given: Verdict, archive: Archive) -> Verdict:
    """The verdict with what is known of the article that makes the claim."""
    if not given.article:
        return replace(given, article=None)
    article = find_examined(given.article, archive)
    address = read_address(article.url)
    return replace(
        given,
        article=article.id,
        language=article.language,
        claimed=given.claimed or read_day(article.published),
        appearances=given.appearances or ((address,) if address else ()),
    )


def _need_address(value: str) -> str:
    address = read_address(value)
    if address is None:
        raise RequestError(
            _(
                "“%(value)s” is no address: it begins with http:// or https://.",
                value=hide_user(value)[:200],
            )
        )
    return address


def _need_day(value: str | None) -> str | None:
    day = read_day(value)
    if value and day is None:
        raise RequestError(_("“%(value)s” is no day: write it as 2019-02-18.", value=value[:200]))
    return day
