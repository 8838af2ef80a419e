"""Whether a ClaimReview is valid: schema.org's properties and what its readers require.

What is required is as Google's documentation of ClaimReview has it, which the Fact Check Explorer
still reads by; names and value types are those of schema.org.
"""

import re
from collections.abc import Iterator, Mapping

from secondsource.collect.dates import is_iso_date
from secondsource.factcheck.reviews.claimreview import read_address
from secondsource.messages import gettext as _

_TEXT, _ADDRESS, _DATE, _CODE = "text", "address", "date", "language code"
_Kinds = Mapping[str, str | tuple[str, ...]]
_AGENTS = ("Person", "Organization")
_KINDS: Mapping[str, _Kinds] = {
    "ClaimReview": {
        "url": _ADDRESS,
        "claimReviewed": _TEXT,
        "datePublished": _DATE,
        "inLanguage": _CODE,
        "author": _AGENTS,
        "creator": _AGENTS,
        "reviewRating": ("Rating",),
        "reviewBody": _TEXT,
        "citation": _ADDRESS,
        "itemReviewed": ("Claim",),
    },
    "Claim": {
        "text": _TEXT,
        "author": _AGENTS,
        "datePublished": _DATE,
        "firstAppearance": ("CreativeWork",),
        "appearance": ("CreativeWork",),
    },
    "Rating": {"alternateName": _TEXT, "ratingExplanation": _TEXT},
    "Person": {"name": _TEXT},
    "Organization": {"name": _TEXT},
    "CreativeWork": {"url": _ADDRESS},
}
_REQUIRED: Mapping[str, tuple[str, ...]] = {
    "ClaimReview": ("claimReviewed", "reviewRating", "url"),
    "Rating": ("alternateName",),
    "Person": ("name",),
    "Organization": ("name",),
    "CreativeWork": ("url",),
}
_LISTS = frozenset({"appearance", "citation"})


def find_faults(value: object) -> list[str]:
    """What is wrong with a ClaimReview object; empty when it is valid."""
    if not isinstance(value, dict):
        return [_("it is no JSON object")]
    context = value.get("@context")
    faults = [] if context == "https://schema.org" else [_("@context is not https://schema.org")]
    rest = {name: each for name, each in value.items() if name != "@context"}
    return [*faults, *_check_object(rest, ("ClaimReview",), "ClaimReview")]


def _check_object(value: object, kinds: tuple[str, ...], where: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield _("%(where)s is no object of the type %(kinds)s", where=where, kinds=_join(kinds))
        return
    kind = value.get("@type")
    if kind not in kinds:
        yield _(
            "%(where)s has the type %(kind)s, not %(kinds)s",
            where=where,
            kind=repr(kind),
            kinds=_join(kinds),
        )
        return
    for name in _REQUIRED.get(kind, ()):
        if not value.get(name):
            yield _("%(where)s has no %(name)s", where=where, name=name)
    for name, each in value.items():
        if name == "@type":
            continue
        if name not in _KINDS[kind]:
            yield _(
                "%(where)s is no property that is known of a %(kind)s",
                where=f"{where}.{name}",
                kind=kind,
            )
        elif name in _LISTS and isinstance(each, list):
            for part in each:
                yield from _check_value(part, _KINDS[kind][name], f"{where}.{name}")
        else:
            yield from _check_value(each, _KINDS[kind][name], f"{where}.{name}")


def _check_value(value: object, kind: str | tuple[str, ...], where: str) -> Iterator[str]:
    if isinstance(kind, tuple):
        yield from _check_object(value, kind, where)
    elif not isinstance(value, str) or not value.strip():
        yield _("%(where)s is no text", where=where)
    elif kind == _ADDRESS and read_address(value) is None:
        yield _("%(where)s is no http(s) address", where=where)
    elif kind == _DATE and not is_iso_date(value):
        yield _("%(where)s is no date in ISO 8601", where=where)
    elif kind == _CODE and not re.fullmatch("[a-z]{2,3}(-[A-Za-z0-9]+)*", value):
        yield _("%(where)s is no language code", where=where)


def _join(kinds: tuple[str, ...]) -> str:
    """One type, or two with the word between them."""
    first, *others = kinds
    return _("%(first)s or %(second)s", first=first, second=others[0]) if others else first
