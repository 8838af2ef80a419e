"""A person's verdict on a claim, with what is known of the article that makes the claim."""

from dataclasses import replace

from secondsource.archive import Archive
from secondsource.errors import RequestError
from secondsource.factcheck.reviews.claimreview import read_address, read_day
from secondsource.factcheck.reviews.verdict import Verdict


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
        text=given.text.strip(),
        sources=tuple(map(_need_address, given.sources)),
        claimed=_need_day(given.claimed),
        appearances=tuple(map(_need_address, given.appearances)),
        first_appearance=_need_address(given.first_appearance) if given.first_appearance else None,
        url=_need_address(given.url) if given.url else None,
    )
    return archive.verdicts.record(_add_article(checked, archive))


def _add_article(given: Verdict, archive: Archive) -> Verdict:
    """The verdict with what is known of the article that makes the claim."""
    if not given.article:
        return replace(given, article=None)
    article = archive.get(given.article)
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
        raise RequestError(f"{value!r} is no http(s) address")
    return address


def _need_day(value: str | None) -> str | None:
    day = read_day(value)
    if value and day is None:
        raise RequestError(f"{value!r} is no day: write it as 2019-02-18")
    return day
