"""Who is named in an archive: its names brought up to date, gathered, and shaped by decisions."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from secondsource.archive import Archive
from secondsource.archive.decisions import Decision
from secondsource.archive.names import NamesReach
from secondsource.article import Article
from secondsource.errors import SecondSourceError
from secondsource.names.cluster import join_names
from secondsource.names.people import (
    JoinNames,
    People,
    Ruling,
    Someone,
    fold_spelling,
    gather_people,
)
from secondsource.names.search import search_people
from secondsource.reading.attribution.voices import find_attributions_batch
from secondsource.reading.named import Said
from secondsource.reading.read import guess_language
from secondsource.reading.statement import Attribution

ABOUT = "people"
MOST_HEARD = 200
"""Articles read to say what one person is quoted saying; the rest is told as not read."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """Something that an article has somebody say: the ordinal of the article, and the words."""

    article: int
    said: Said


@dataclass(frozen=True, slots=True)
class Index:
    """Everybody an archive names; how far its articles were read; what people decided."""

    people: People
    reach: NamesReach
    decisions: tuple[Decision, ...]


def index_people(archive: Archive, progress: Callable[[int], None] = lambda _done: None) -> Index:
    """The people and bodies of an archive; names that were not found yet are found first.

    Args:
        archive: an open archive.
        progress: called with the number of articles whose names are found.
    """
    reach = archive.names.refresh(progress)
    decisions = archive.decisions(ABOUT)
    return Index(gather_everybody(archive, list_rulings(decisions)), reach, decisions)


def gather_everybody(archive: Archive, rulings: Sequence[Ruling] = ()) -> People:
    """The people and bodies of those articles whose names are found.

    Args:
        archive: an open archive.
        rulings: what people decided, to be laid over what the program joined.
    """
    rows = ((row.article, row.language, row.named) for row in archive.names.rows())
    return gather_people(rows, rulings, _remember_joins(archive))


def _remember_joins(archive: Archive) -> JoinNames:
    """Joins names as `join_names` does, but only once for each state of the archive."""
    return lambda names, acronyms: archive.names.joined(lambda: join_names(names, acronyms))


def list_rulings(decisions: Iterable[Decision]) -> tuple[Ruling, ...]:
    """What people decided of names and did not take back, the earliest first."""
    return tuple(
        Ruling(d.number, d.verb, d.subject) for d in decisions if d.undoes is None and not d.undone
    )


def hear_articles(
    archive: Archive,
    ordinals: Sequence[int] | None = None,
    progress: Callable[[int], None] = lambda _done: None,
) -> int:
    """Find who is quoted in some articles (in all, when none are given): a full reading of each.

    Returns:
        How many were read now; those read before are not read again.
    """
    wanted = archive.index_entries() if ordinals is None else ordinals
    return archive.names.hear(list(wanted), read_voices, progress)


def read_voices(articles: Sequence[Article]) -> Iterator[Sequence[Attribution]]:
    """Who is made to say what in each of some articles, in their order."""
    found: dict[str, Sequence[Attribution]] = {}
    languages = {article.id: guess_language(article) for article in articles}
    for language in sorted(set(languages.values())):
        same = [a for a in articles if languages[a.id] == language]
        attributions = find_attributions_batch([a.text for a in same], language)
        found.update(zip((a.id for a in same), attributions, strict=True))
    yield from (found[article.id] for article in articles)


def list_quotes(
    archive: Archive, people: Iterable[Someone], most: int | None = None
) -> dict[str, list[Quoted]]:
    """By id of a person what the articles that were read have them say.

    Args:
        archive: an open archive.
        people: whose words are wanted.
        most: so many articles of each person that were read, the newest; all of them when None.
    """
    heard = archive.names.heard()
    owners = {
        (article, name): someone.id
        for someone in people
        for article in [each for each in someone.articles if each in heard][-(most or 0) :]
        for name in someone.names
    }
    quotes: dict[str, list[Quoted]] = {}
    articles = sorted({article for article, _ in owners})
    for article, said in archive.names.quotes(articles):
        if owner := owners.get((article, said.name)):
            quotes.setdefault(owner, []).append(Quoted(article, said))
    return quotes


def find_one(index: Index, spelling: str) -> Someone:
    """The one person or body that a spelling means.

    Raises:
        SecondSourceError: nobody has such a name, or several have.
    """
    found = search_people(index.people.everybody, spelling)
    if not found:
        raise SecondSourceError(
            f"nobody in the archive is named {spelling!r}: give a name as an article has it, in "
            "any script (`secondsource people --archive FOLDER` lists them)"
        )
    if len(found) > 1:
        found = [someone for someone in found if someone.name == spelling] or found
    if len(found) > 1:
        names = ", ".join(someone.name for someone in found[:6])
        more = f" and {len(found) - 6} more" if len(found) > 6 else ""
        raise SecondSourceError(f"{spelling!r} may be {names}{more}: give one of these names")
    return found[0]


def split_someone(
    archive: Archive, spelling: str, variants: Sequence[str], decided_by: str
) -> Decision:
    """Decide that some full names are not the person whom the program put them with.

    Raises:
        SecondSourceError: one of the names is not among that person's, or none would be left.
    """
    index = index_people(archive)
    whole = find_one(index, spelling)
    names = {fold_spelling(name): name for name in whole.names}
    taken = [names.get(fold_spelling(variant)) for variant in variants]
    for variant, name in zip(variants, taken, strict=True):
        if name is None:
            raise SecondSourceError(
                f"{variant!r} is not a full name of {whole.name}: the full names are "
                f"{', '.join(whole.names)}"
            )
    if set(taken) >= set(whole.names):
        raise SecondSourceError(f"no name of {whole.name} would be left: leave one out")
    kept = next(name for name in whole.names if name not in taken)
    subject = (kept, *(name for name in taken if name))
    return archive.decide(ABOUT, "split", subject, decided_by)


def merge_people(archive: Archive, left: str, right: str, decided_by: str) -> Decision:
    """Decide that two names are of one person or body.

    Raises:
        SecondSourceError: nobody or several have such a name, or they are one already.
    """
    index = index_people(archive)
    first, second = find_one(index, left), find_one(index, right)
    if first.id == second.id:
        raise SecondSourceError(f"{left!r} and {right!r} are one already: {first.name}")
    return archive.decide(ABOUT, "merge", (first.name, second.name), decided_by)
