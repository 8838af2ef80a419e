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
GROUPS_A_PAGE = 20
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
    limit: int = GROUPS_A_PAGE


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
    matches, whole = _rank(archive, words, within, max(GROUPS_A_PAGE, question.limit))
    groups = _group(archive, matches)
    if question.newest_first:
        groups.sort(key=lambda group: _newest(group), reverse=True)
    start = _find_start(groups, question.after)
    page = groups[start : start + question.limit]
    more = start + question.limit < len(groups)
    return Answer(
        groups=_add_passages(archive, page, question.newest_first),
        articles=sum(1 + len(group.others) for group in groups),
        families=len(groups),
        words=frozenset(words),
        following=page[-1].key if page and more else None,
        whole=whole,
    )


def _rank(
    archive: Archive, words: Mapping[str, float], within: Within, enough: int
) -> tuple[list[Match], bool]:
    """The best passage of each article, best first; whether there are no others.

    Copies score alike, so that one much-copied text can fill the window: it is then asked again
    without the articles that were found, until there are more groups than enough.
    """
    best: dict[int, Match] = {}
    for _round in range(_ROUNDS):
        found = archive.browser.rank(words, WINDOW, replace(within, exclude=frozenset(best)))
        for match in found:
            best.setdefault(match.ordinal, match)
        if len(found) < WINDOW:
            return list(best.values()), True
        if len(_count_groups(archive, best)) > enough:
            break
    return list(best.values()), False


def _count_groups(archive: Archive, ordinals: Mapping[int, Match]) -> set[int]:
    heads = archive.families.of_articles(list(ordinals))
    return {heads[each].number if each in heads else -each for each in ordinals}


def _group(archive: Archive, matches: Sequence[Match]) -> list[Group]:
    """The matches by family, in the order of the best of each."""
    entries = archive.listing.find([match.ordinal for match in matches])
    heads = archive.families.of_articles(list(entries))
    grouped: dict[int, list[Found]] = {}
    for match in matches:
        if match.ordinal in entries:
            head = heads.get(match.ordinal)
            key = head.number if head else -match.ordinal
            grouped.setdefault(key, []).append(Found(entries[match.ordinal], match))
    return [
        Group(found[0].entry.id, found[0], tuple(found[1:]), heads.get(found[0].match.ordinal))
        for found in grouped.values()
    ]


def _newest(group: Group) -> str:
    return max(each.entry.published or "" for each in (group.shown, *group.others))


def _find_start(groups: Sequence[Group], after: str | None) -> int:
    """The place behind the group with that key."""
    if not after:
        return 0
    for place, group in enumerate(groups, start=1):
        if group.key == after:
            return place
    raise RequestError(
        _("What the page before ended with is not found any more: begin again at the first page.")
    )


def _add_passages(
    archive: Archive, groups: Sequence[Group], newest_first: bool
) -> tuple[Group, ...]:
    """The groups of a page with the words of the articles that stand for them."""
    turned = [_turn(group) for group in groups] if newest_first else groups
    texts = archive.browser.texts([group.shown.match.ordinal for group in turned])
    return tuple(_fill(turned, texts))


def _turn(group: Group) -> Group:
    """The group with its newest article first."""
    members = (group.shown, *group.others)
    ranked = sorted(members, key=lambda each: each.entry.published or "", reverse=True)
    return replace(group, shown=ranked[0], others=tuple(ranked[1:]))


def _fill(groups: Sequence[Group], texts: Mapping[int, str]) -> Iterator[Group]:
    for group in groups:
        match = group.shown.match
        passage = match.span.of(texts.get(match.ordinal, ""))
        yield replace(group, shown=replace(group.shown, passage=passage))
