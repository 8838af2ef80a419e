"""The families of a whole archive, worked out and kept for the pages that show them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, islice

from secondsource.archive import Archive
from secondsource.archive.families import FamiliesReach, FamilyHead
from secondsource.archive.listing import Entry
from secondsource.jobs.trace import find_all_families, load_translator
from secondsource.lineage.family import Family
from secondsource.report.shelf import Shelf, bare_article, make_shelf
from secondsource.review.kin import DecidedFamily, decide_family
from secondsource.review.subject import EdgeSubject


def refresh_families(archive: Archive) -> FamiliesReach:
    """Work out which articles share a text, over the whole archive, and keep it.

    Translations are judged by words alone; an examination looks closer, with the network.

    Nothing is done where nothing was added or removed since the last time. A hundred thousand
    articles take a quarter of a minute, translations aside.

    Args:
        archive: an open archive that can be written to.

    Raises:
        ArchiveError: the families cannot be written.
    """
    known = archive.families.measure()
    if known.is_current:
        return known
    reach = archive.families.read_wanted()
    translator = load_translator(archive)
    if translator is not None:
        # The network would read each doubtful pair for a second or two, of the whole archive.
        translator = replace(translator, network=None)
    families = find_all_families(archive, translator)
    archive.families.replace(families, reach)
    return archive.families.measure()


def shelve_family(archive: Archive, family: Family) -> Shelf:
    """A shelf of a family's articles without their texts; those that were removed are not on it."""
    entries = archive.listing.find_ids(family.articles)
    return make_shelf(None, [bare_article(id_, entry) for id_, entry in entries.items()])


def read_family(archive: Archive, id_: str) -> tuple[FamilyHead, DecidedFamily, Shelf]:
    """A family in short; as people leave it; and a shelf of its articles without their texts.

    Raises:
        FamilyNotFoundError: there is none with this id.
    """
    head, family = archive.families.get(id_)
    shelf = shelve_family(archive, family)
    return head, _decide(archive, family, shelf), shelf


def _decide(archive: Archive, family: Family, shelf: Shelf) -> DecidedFamily:
    decisions = archive.review.concerning(_with_earlier(archive, family.articles))
    if not decisions:
        return decide_family(family, (), ())
    ids = {end for each in decisions for end in (each.article, each.other) if end}
    return decide_family(
        family, tuple(shelf.articles.values()), decisions, archive.examinations.later(ids)
    )


def _with_earlier(archive: Archive, articles: Sequence[str]) -> set[str]:
    """The articles and the earlier texts of their addresses, whose decisions come along."""
    return {*articles, *archive.examinations.earlier(articles)}


def read_decided(archive: Archive, heads: Sequence[FamilyHead]) -> dict[str, DecidedFamily]:
    """Those of some families on whose ties people decided, by their ids.

    Args:
        archive: with the families.
        heads: those looked for.
    """
    decided = [each.subject for each in archive.review.on_edges() if each.counts]
    edges = [each for each in decided if isinstance(each, EdgeSubject)]
    later = archive.examinations.later({end for e in edges for end in (e.child, e.parent)})
    texts: dict[str, list[str]] = defaultdict(list)
    for text in later:
        texts[text.article].append(text.id)
    pairs = {
        (child, parent)
        for edge in edges
        for child in (edge.child, *texts[edge.child])
        for parent in (edge.parent, *texts[edge.parent])
    }
    touched = archive.families.holding_pairs(pairs) if pairs else set()
    return {head.id: read_family(archive, head.id)[1] for head in heads if head.number in touched}


def find_kin(archive: Archive, articles: Sequence[str], most: int) -> list[Entry]:
    """Some articles of an archive and all that are in a family with one of them, these first.

    Args:
        archive: with its families, as they were last worked out.
        articles: their ids.
        most: how many to give.
    """
    heads = dict.fromkeys(h for article in articles for h in archive.families.holding(article))
    families = (archive.families.get(head.id)[1] for head in heads)
    kin = (member for family in families for member in family.articles)
    ids = list(islice(dict.fromkeys(chain(articles, kin)), most))
    entries = archive.listing.find_ids(ids)
    return [entries[id_] for id_ in ids if id_ in entries]
