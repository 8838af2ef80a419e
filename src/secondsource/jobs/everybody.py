"""The people and bodies of a whole archive, gathered and kept for the pages that show them."""

from collections.abc import Callable, Sequence

from secondsource.archive import Archive
from secondsource.archive.decisions import Decision
from secondsource.archive.gathering import Gathering
from secondsource.archive.people import PeopleReach
from secondsource.errors import SecondSourceError
from secondsource.jobs.people import ABOUT, gather_everybody, list_rulings
from secondsource.messages import gettext as _
from secondsource.names.people import Someone, fold_spelling, rule_some
from secondsource.names.search import search_people

_MOST_TIMES = 3


def refresh_people(
    archive: Archive, progress: Callable[[int], None] = lambda _done: None
) -> PeopleReach:
    """Find the names of articles that have none yet, gather everybody, and keep it.

    Nothing is done where nothing was added or removed since the last time.

    Args:
        archive: an open archive that can be written to.
        progress: called with the number of articles whose names are found.

    Raises:
        ArchiveError: the names cannot be written.
    """
    if not archive.people.measure().is_current:
        reach = archive.people.read_wanted()
        archive.names.refresh(progress)
        archive.people.replace(gather_everybody(archive).everybody, reach)
    return shape_people(archive)


def shape_people(archive: Archive) -> PeopleReach:
    """Lay what people decided of names over those that were gathered, if that was not done yet.

    Only the people whom a decision names are read, so that it takes a moment. It is begun anew
    where everybody was gathered anew meanwhile; after some times it is left to the next who asks.
    """
    for _time in range(_MOST_TIMES):
        gathering = archive.people.find_gathering()
        reach = archive.people.measure()
        decisions = archive.decisions(ABOUT)
        last = max((decision.number for decision in decisions), default=0)
        if reach.made_at is None or reach.decided == last or not archive.writable:
            return reach
        if _lay_decisions(archive, decisions, last, gathering):
            break
    return archive.people.measure()


def find_people(archive: Archive, spelling: str) -> list[Someone]:
    """Those whom a spelling may mean, in any script, the most named first.

    By its letters first, then by its sound, then those who have it within a name.
    """
    exact = archive.people.spelled(spelling)
    known = {someone.id for someone in exact}
    near = [each for each in archive.people.resembling(spelling) if each.id not in known]
    heard = {someone.id for someone in search_people(near, spelling)}
    return [*exact, *sorted(near, key=lambda someone: someone.id not in heard)]


def merge_two(archive: Archive, left: str, right: str, decided_by: str) -> tuple[Decision, Someone]:
    """A decision that two (their ids) are one, and the person or body that both are from now on.

    Raises:
        PersonNotFoundError: nobody has one of the ids.
        SecondSourceError: they are one already.
    """
    first, second = archive.people.get(left), archive.people.get(right)
    if first.id == second.id:
        raise SecondSourceError(
            _("%(name)s cannot be joined to itself: choose another.", name=first.name)
        )
    decision = archive.decide(ABOUT, "merge", (first.name, second.name), decided_by)
    shape_people(archive)
    return decision, next(iter(archive.people.spelled(first.name)), first)


def split_off(
    archive: Archive, id_: str, names: Sequence[str], decided_by: str
) -> tuple[Decision, Someone]:
    """A decision that some full names are of somebody else, and who keeps the others.

    Raises:
        PersonNotFoundError: nobody has the id.
        SecondSourceError: none of the names is theirs, or none would be left.
    """
    whole = archive.people.get(id_)
    apart = {fold_spelling(name) for name in names}
    taken = [name for name in whole.names if fold_spelling(name) in apart]
    left = [name for name in whole.names if name not in taken]
    if not taken or not left:
        raise SecondSourceError(
            _(
                "Choose some of the names of %(name)s, and leave at least one: %(names)s.",
                name=whole.name,
                names=", ".join(whole.names),
            )
        )
    decision = archive.decide(ABOUT, "split", (left[0], *taken), decided_by)
    shape_people(archive)
    return decision, next(iter(archive.people.spelled(left[0])), whole)


def take_back(archive: Archive, number: int, decided_by: str) -> Decision:
    """The undoing of a decision on names; both stay in the history.

    Raises:
        DecisionNotFoundError: no decision on names has that number.
        DecisionOverError: it is taken back already.
    """
    undoing, _undone = archive.undo(ABOUT, number, decided_by)
    shape_people(archive)
    return undoing


def find_decided(archive: Archive, decision: Decision) -> list[Someone]:
    """Whose the names of a decision are now, in the order of the names."""
    found = [each for name in decision.subject for each in archive.people.spelled(name)]
    return list({someone.id: someone for someone in found}.values())


def list_decisions(archive: Archive, someone: Someone) -> list[Decision]:
    """What people decided on any of somebody's names, the latest first."""
    names = {fold_spelling(name) for name in (someone.name, *someone.names)}
    return [
        decision
        for decision in reversed(archive.decisions(ABOUT))
        if not names.isdisjoint(map(fold_spelling, decision.subject))
    ]


def _find_concerned(archive: Archive, decisions: tuple[Decision, ...]) -> list[Someone]:
    """The people, as the program joined them, whom any standing decision names."""
    names = {name for ruling in list_rulings(decisions) for name in ruling.names}
    found = {
        someone.id: someone
        for name in sorted(names)
        for someone in archive.people.spelled(name, machine=True)
    }
    return sorted(found.values(), key=lambda s: (-len(s.articles), s.name))


def _lay_decisions(
    archive: Archive, decisions: tuple[Decision, ...], last: int, over: Gathering | None
) -> bool:
    """Whether the decisions now lie over people: not where they were gathered anew meanwhile."""
    concerned = _find_concerned(archive, decisions)
    ordinals = sorted({article for someone in concerned for article in someone.articles})
    rows = archive.names.rows(ordinals)
    shaped = rule_some(
        concerned,
        list_rulings(decisions),
        ((row.article, row.language, row.named) for row in rows),
    )
    new = [someone for someone in shaped if someone.decided]
    kept = {someone.id for someone in shaped if not someone.decided}
    return archive.people.lay_over({s.id for s in concerned} - kept, new, last, over)
