"""The families of a whole archive, worked out and kept for the pages that show them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import chain, islice

from secondsource.archive import Archive
from secondsource.archive.families import FamiliesReach
from secondsource.archive.listing import Entry
from secondsource.jobs.trace import find_all_families, load_translator
from secondsource.lineage.family import Family
from secondsource.report.shelf import Shelf, bare_article, make_shelf


def refresh_families(
    archive: Archive, progress: Callable[[str], None] = lambda _stage: None
) -> FamiliesReach:
    """Work out which articles share a text, over the whole archive, and keep it.

    Translations are judged by words alone; an examination looks closer, with the network.

    Nothing is done where nothing was added or removed since the last time. A hundred thousand
    articles take a quarter of a minute, translations aside.

    Args:
        archive: an open archive that can be written to.
        progress: told the name of each stage as it begins.

    Raises:
        ArchiveError: the families cannot be written.
    """
    known = archive.families.measure()
    if known.is_current:
        return known
    progress("looking for shared text and translations")
    reach = archive.families.read_wanted()
    translator = load_translator(archive)
    if translator is not None:
        # The network would read each doubtful pair for a second or two, of the whole archive.
        translator = replace(translator, network=None)
    families = find_all_families(archive, translator)
    progress("keeping the families")
    archive.families.replace(families, reach)
    return archive.families.measure()


def shelve_family(archive: Archive, family: Family) -> Shelf:
    """A shelf of a family's articles without their texts; those that were removed are not on it."""
    entries = archive.listing.find_ids(family.articles)
    return make_shelf(None, [bare_article(id_, entry) for id_, entry in entries.items()])


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
