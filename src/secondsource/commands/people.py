"""The command `people`: what its words stand for, and what is shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.archive import Archive
from secondsource.archive.decisions import Decision
from secondsource.commands.options import find_user
from secondsource.commands.show import ERR, OUT, counter, tell, write_objects
from secondsource.errors import SecondSourceError
from secondsource.jobs.people import (
    ABOUT,
    MOST_HEARD,
    Index,
    find_one,
    hear_articles,
    index_people,
    list_quotes,
    merge_people,
    split_someone,
)
from secondsource.jsonvalues import JsonObject
from secondsource.messages import gettext as _
from secondsource.names.people import Someone
from secondsource.report.listings import label_line
from secondsource.report.people import (
    Entry,
    Quote,
    Told,
    person_json,
    quote_json,
    render_people,
    render_someone,
)
from secondsource.report.wording import say_time

SHOWN = 30
_LONGEST_SAID = 300
VERBS = ("split", "merge", "undo", "history")


@dataclass(frozen=True, slots=True)
class PeopleOptions:
    """What of the index is shown: of which kind, in how many articles at least, how many."""

    kind: str | None = None
    least: int = 1
    limit: int | None = None
    voices: bool = False
    json_target: str | None = None


def run_verb(archive: Archive, words: Sequence[str], by: str | None, target: str | None) -> None:
    """Take a decision about names, or take one back, or list all of them."""
    verb, names = words[0], words[1:]
    user = by if by is not None else find_user()
    if verb == "split":
        if len(names) < 2:
            raise SecondSourceError("split needs a NAME and at least one VARIANT of it, quoted")
        taken = [split_someone(archive, names[0], names[1:], user)]
    elif verb == "merge":
        if len(names) != 2:
            raise SecondSourceError("merge needs two names, each in quotes if it has several words")
        taken = [merge_people(archive, names[0], names[1], user)]
    elif verb == "undo":
        taken = list(archive.undo(ABOUT, _read_number(names), user))[:1]
    else:
        taken = list(archive.decisions(ABOUT))
    if target:
        write_objects(({"decisions": [_decision_json(d) for d in taken]},), target)
    if target != "-":
        for decision in taken:
            OUT.print(_say_decision(decision), markup=False, highlight=False, soft_wrap=True)
        if not taken:
            OUT.print(_("Nobody has decided anything about names yet."))


def _read_number(names: Sequence[str]) -> int | None:
    if not names:
        return None
    if len(names) > 1 or not names[0].isdecimal():
        raise SecondSourceError("undo takes the number of one decision (`people history` has them)")
    return int(names[0])


def _decision_json(decision: Decision) -> JsonObject:
    return {
        "number": decision.number,
        "verb": decision.verb,
        "names": list(decision.subject),
        "by": decision.decided_by,
        "at": decision.decided_at,
        "undoes": decision.undoes,
        "undone": decision.undone,
    }


def _say_decision(decision: Decision) -> str:
    first, rest = decision.subject[0], ", ".join(decision.subject[1:])
    said = {
        "merge": _("%(first)s and %(rest)s are one", first=first, rest=rest),
        "split": _("%(rest)s: not %(first)s", first=first, rest=rest),
        "undo": _("decision %(number)s is taken back", number=str(decision.undoes or "")),
    }[decision.verb]
    undone = " (" + _("taken back") + ")" if decision.undone else ""
    when = say_time(decision.decided_at)
    return f"{decision.number}. {said}{undone}, {decision.decided_by}, {when}"


def show_people(archive: Archive, spelling: str, options: PeopleOptions) -> None:
    """Everybody in an archive, or the one whom a spelling means."""
    index = _bring_up(archive, options.voices)
    if spelling:
        someone = find_one(index, spelling)
        _hear(archive, someone)
        chosen: list[Someone] = [someone]
    else:
        chosen = [
            each
            for each in index.people.everybody
            if options.kind in (None, each.kind.value) and len(each.articles) >= options.least
        ]
    most = options.limit if options.limit is not None else 0 if options.json_target else SHOWN
    shown = chosen[: most or None]
    told = _tell_people(archive, shown)
    if options.json_target:
        write_objects((_index_json(index, told, with_quotes=bool(spelling)),), options.json_target)
    if options.json_target == "-":
        return
    if spelling:
        titles = {a.id: label_line(a) for a in archive.articles(_few_ids(told[0]))}
        render_someone(told[0], titles, OUT)
    else:
        render_people(told, len(chosen) - len(shown), OUT)
        _say_limits(index)


def _bring_up(archive: Archive, voices: bool) -> Index:
    missing = archive.names.measure()
    with counter("articles searched for names", missing.articles) as progress:
        progress(missing.done)
        index = index_people(archive, progress)
    if voices:
        with counter("articles read for who is quoted", index.reach.articles) as progress:
            hear_articles(archive, None, progress)
    return index


def _hear(archive: Archive, someone: Someone) -> None:
    """Read the articles that name somebody for what they have them say, up to a number."""
    wanted = someone.articles[-MOST_HEARD:]
    with counter("articles read for who is quoted", len(wanted)) as progress:
        try:
            hear_articles(archive, wanted, progress)
        except KeyboardInterrupt:
            tell(_("Stopped; what was read is kept and shown."))


def _tell_people(archive: Archive, people: Sequence[Someone]) -> list[Told]:
    """People with their articles, credits, and what they are quoted saying where that was read."""
    entries = {o: Entry(*parts) for o, parts in archive.index_entries().items()}
    quotes = list_quotes(archive, people)
    heard = archive.names.heard()
    articles = sorted({q.article for found in quotes.values() for q in found[:_MOST_TOLD]})
    ids = [entries[article].id for article in articles if article in entries]
    texts = {a.id: a.text for a in archive.articles(ids)} if len(people) == 1 else {}
    return [
        Told(
            someone,
            tuple(entries[a] for a in someone.articles if a in entries),
            tuple(entries[a].id for a in someone.credited if a in entries),
            tuple(
                Quote(
                    entries[q.article].id,
                    q.said.source,
                    " … ".join(
                        span.of(texts.get(entries[q.article].id, "")) for span in q.said.spans
                    )[:_LONGEST_SAID],
                    q.said.quotation,
                )
                for q in quotes.get(someone.id, ())
                if q.article in entries
            ),
            len(heard.intersection(someone.articles)),
        )
        for someone in people
    ]


_MOST_TOLD = 100


def _few_ids(told: Told) -> list[str]:
    return [entry.id for entry in told.mentioned[:20]]


def _index_json(index: Index, told: Sequence[Told], *, with_quotes: bool) -> JsonObject:
    people = []
    for each in told:
        found = person_json(each)
        if with_quotes:
            found["quotes"] = [quote_json(quote) for quote in each.quotes[:_MOST_TOLD]]
        people.append(found)
    return {
        "people": list(people),
        "unclear": {name: list(fits) for name, fits in sorted(index.people.unclear.items())},
        "names_of_no_kind": index.people.of_no_kind,
        "articles": index.reach.articles,
        "decisions": [_decision_json(d) for d in index.decisions],
    }


def _say_limits(index: Index) -> None:
    unclear, no_kind = len(index.people.unclear), index.people.of_no_kind
    said = (
        _("Articles: %(num)s.", num=index.reach.articles),
        _("Names that fit several people and are joined to none: %(num)s.", num=unclear),
        _(
            "Capitalised names that may be of persons or bodies or neither and are left out: "
            "%(num)s.",
            num=no_kind,
        ),
        _("People named only by their surname in an article are not counted for it."),
    )
    ERR.print(" ".join(said), style="dim", highlight=False)
