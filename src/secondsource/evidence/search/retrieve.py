"""Which passages are looked at for a claim: many families rather than many copies."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from secondsource.evidence.examined import Hit, Options, PassageSearch


@dataclass(frozen=True, slots=True)
class Kin:
    """What is known of who shares text with whom, as retrieval needs it.

    `home` gives an article's id the id of its family, or the article's own when it has none;
    `same` gives a passage the ids of all articles in which its words stand.
    """

    home: Callable[[str], str]
    same: Callable[[Hit], Collection[str]]


def gather_hits(
    terms: Mapping[str, float],
    search: PassageSearch,
    kin: Kin,
    excluded: frozenset[str],
    options: Options,
) -> list[Hit]:
    """The passages found for one claim, asking on until enough different families are among them.

    When the first answers are crowded with copies of few stories, the articles that have those
    passages are set aside and the search is asked for what comes after them, until no new
    family comes or `most_limit` passages have been seen. The copies found stay in the answer.

    Args:
        terms: the words looked for, with their weights.
        search: the archive's passages.
        kin: who shares text with whom, as far as known.
        excluded: ids of articles that are not asked for at all.
        options: the limits.
    """
    found: list[Hit] = []
    aside, limit = set(excluded), options.first_limit
    while terms and len(found) < options.most_limit:
        batch = search.search_terms(terms, limit, exclude=aside)
        before = {kin.home(h.article) for h in found}
        found += batch
        seen = {kin.home(h.article) for h in found}
        if seen == before or len(batch) < limit or len(seen) >= options.families:
            break
        limit = min(2 * limit, options.most_limit - len(found))
        aside.update(*(kin.same(h) for h in batch), (h.article for h in batch))
    return found
