"""A search of an archive as a reader meets it: passages by article, articles by family."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from secondsource.archive import Archive, Within
from secondsource.archive.families import FamilyHead
from secondsource.archive.index import Match
from secondsource.archive.listing import Entry
from secondsource.errors import RequestError
from secondsource.messages import gettext as _

WINDOW = 1_000  # passages: those that fit best are looked at and grouped, the rest is told
_GROUPS_A_PAGE = 20
_ROUNDS = 3  # searches at most, where one family with its copies fills the window
_LONGEST_QUERY = 2_000  # characters


@dataclass(frozen=True, slots=True)
class Question:
    """What is looked for: words, and which articles may answer.

    `since` and `until` are ISO dates, both included. `newest_first` puts the dates before the fit.
    `after` is the key of the last group of the page before; None for the first page. `limit` is the
    most groups of a page.
    """

    words: str
    language: str | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    newest_first: bool = False
    after: str | None = None
    limit: int = _GROUPS_A_PAGE


@dataclass(frozen=True, slots=True)
class Found:
    """An article that was found, and its passage that fits best; its text is empty until shown."""

    entry: Entry
    match: Match
    passage: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """What counts as one: the article that fits best, and the others of its family that fit too.

    `family` is None for an article that shares its text with no other.
    """

    key: str
    shown: Found
    others: tuple[Found, ...]
    family: FamilyHead | None


@dataclass(frozen=True, slots=True)
class Answer:
    """One page of what was found.

    `words` are the index words that were looked for. `following` is the key with which the next
    page begins, None on the last one. `whole` is False where more passages hold one of the words
    than were looked at.
    """

    groups: tuple[Group, ...]
    articles: int
    families: int
    words: frozenset[str]
    following: str | None
    whole: bool


@dataclass(frozen=True, slots=True)
class _Kin:
    """The matches that count as one, best first, before anything is read of their articles."""

    matches: tuple[Match, ...]
    family: FamilyHead | None


def search_groups(archive: Archive, question: Question) -> Answer:
    """What an archive has on some words, each family once with all its copies.

    Args:
        archive: an open archive.
        question: what is looked for.

    Raises:
        RequestError: `after` is the key of nothing that is found (any more).
    """
    words = archive.browser.weigh(question.words[:_LONGEST_QUERY], question.language)
    within = Within(question.language, question.outlet, question.since, question.until)
    kins, whole = _rank(archive, words, within, max(_GROUPS_A_PAGE, question.limit))
    if question.newest_first:
        kins = _sort_by_date(archive, kins)
    start = _find_start(archive, kins, question.after)
    groups = _show(archive, kins[start : start + question.limit])
    more = start + question.limit < len(kins)
    return Answer(
        groups=groups,
        articles=sum(len(kin.matches) for kin in kins),
        families=len(kins),
        words=frozenset(words),
        following=groups[-1].key if groups and more else None,
        whole=whole,
    )


def _rank(
    archive: Archive, words: Mapping[str, float], within: Within, enough: int
) -> tuple[list[_Kin], bool]:
    """The best passage of each article by family, best first; whether there are no others.

    Copies score alike, so that one much-copied text can fill the window: it is then asked again
    without the articles that were found, until there are more groups than enough.
    """
    best: dict[int, Match] = {}
    kins: list[_Kin] = []
    for _round in range(_ROUNDS):
        found = archive.browser.rank(words, WINDOW, replace(within, exclude=frozenset(best)))
        for match in found:
            best.setdefault(match.ordinal, match)
        kins = _join_kin(archive, list(best.values()))
        if len(found) < WINDOW:
            return kins, True
        if len(kins) > enough:
            break
    return kins, False


def _join_kin(archive: Archive, matches: Sequence[Match]) -> list[_Kin]:
    """The matches by family, in the order of the best of each."""
    heads = archive.families.of_articles([match.ordinal for match in matches])
    joined: dict[int, list[Match]] = {}
    for match in matches:
        head = heads.get(match.ordinal)
        joined.setdefault(head.number if head else -match.ordinal, []).append(match)
    return [_Kin(tuple(kin), heads.get(kin[0].ordinal)) for kin in joined.values()]


def _sort_by_date(archive: Archive, kins: Sequence[_Kin]) -> list[_Kin]:
    """The newest first, and in each the newest article first."""
    entries = archive.listing.find([match.ordinal for kin in kins for match in kin.matches])

    def tell_date(match: Match) -> str:
        entry = entries.get(match.ordinal)
        return (entry and entry.published) or ""

    turned = [
        replace(kin, matches=tuple(sorted(kin.matches, key=tell_date, reverse=True)))
        for kin in kins
    ]
    return sorted(turned, key=lambda kin: tell_date(kin.matches[0]), reverse=True)


def _find_start(archive: Archive, kins: Sequence[_Kin], after: str | None) -> int:
    """The place behind the group with that key."""
    if not after:
        return 0
    last = archive.listing.find_ids([after]).get(after)
    for place, kin in enumerate(kins, start=1):
        if last and kin.matches[0].ordinal == last.ordinal:
            return place
    raise RequestError(
        _("What the page before ended with is not found any more: begin again at the first page.")
    )


def _show(archive: Archive, kins: Sequence[_Kin]) -> tuple[Group, ...]:
    """What a page shows; an article that was removed since the index was asked is left out."""
    entries = archive.listing.find([match.ordinal for kin in kins for match in kin.matches])
    texts = archive.browser.texts([kin.matches[0].ordinal for kin in kins])
    return tuple(_fill(kins, entries, texts))


def _fill(
    kins: Sequence[_Kin], entries: Mapping[int, Entry], texts: Mapping[int, str]
) -> Iterator[Group]:
    for kin in kins:
        found = [Found(entries[m.ordinal], m) for m in kin.matches if m.ordinal in entries]
        if found:
            first = found[0].match
            passage = first.span.of(texts.get(first.ordinal, ""))
            shown = replace(found[0], passage=passage)
            yield Group(shown.entry.id, shown, tuple(found[1:]), kin.family)
