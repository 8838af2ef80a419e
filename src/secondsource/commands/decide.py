"""`secondsource decide`: what people decide about kept reports, under their names."""

from collections.abc import Sequence
from typing import Annotated

import typer

from secondsource.archive import Archive
from secondsource.commands.options import ArchiveFolder, JsonTarget, find_user
from secondsource.commands.show import OUT, need_archive, write_objects
from secondsource.errors import SecondSourceError
from secondsource.jobs.decide import decide, read_machine_report, read_report, undo
from secondsource.jobs.examined import find_examined_id
from secondsource.jsonvalues import JsonObject
from secondsource.report.jsonform.decided import decided_json, decision_json
from secondsource.report.visible import show_on_one_line
from secondsource.review.decision import Decision, Draft, Verb
from secondsource.review.index import Found, ReportIndex
from secondsource.review.subject import write_key
from secondsource.review.telling import say_decided, say_decision, say_who

decide_app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    help="What people decide about kept reports: made, listed, undone. Nothing is ever lost.\n\n"
    "Example: secondsource decide list --archive newsroom",
)

ArticleId = Annotated[str, typer.Argument(help="The id of the article of a kept report.")]
Name = Annotated[str | None, typer.Option("--by", help="Your name, under the decision.")]


@decide_app.command()
def subjects(
    article: ArticleId, archive: ArchiveFolder = None, json_target: JsonTarget = None
) -> None:
    """Lists all of a kept report that can be decided: its key, the words, what the program says.

    Example: secondsource decide subjects 7ee004c1 --archive newsroom
    """
    with Archive.open(need_archive(archive, "decide subjects")) as store:
        index = ReportIndex(read_machine_report(store, find_examined_id(article, store)))
        found = [(write_key(subject), there) for subject, there in index.list_all()]
    if json_target:
        write_objects((_subject_json(key, there) for key, there in found), json_target)
    if json_target != "-":
        for key, there in found:
            _print(f"{key}  {there.machine}  {' | '.join(there.words)}")


@decide_app.command()
def make(
    article: ArticleId,
    key: Annotated[str, typer.Argument(help="What is decided, as `decide subjects` names it.")],
    verb: Annotated[Verb, typer.Argument(help="What you say of it.")],
    text: Annotated[str, typer.Argument(help="Who says it, for said_by; the note.")] = "",
    reason: Annotated[str, typer.Option(help="Why.")] = "",
    seen: Annotated[
        int | None, typer.Option(help="The number of the last decision on it that you have seen.")
    ] = None,
    by: Name = None,
    archive: ArchiveFolder = None,
    json_target: JsonTarget = None,
) -> None:
    """Keeps a decision on a part of a kept report; the counts change at once.

    If somebody decided on the same and you do not name their decision with --seen, you are told of
    it and nothing is kept.

    Example: secondsource decide make 7ee004c1 tie:3f2a:9b0e:same_voice reject --by Anna -a newsroom
    """
    draft = Draft(key, verb, text, reason, seen=seen)
    with Archive.open(need_archive(archive, "decide make")) as store:
        kept = decide(store, find_examined_id(article, store), draft, by or find_user())
    _show([kept], json_target)


@decide_app.command(name="undo")
def undo_one(
    number: Annotated[int, typer.Argument(help="The number of the decision.")],
    reason: Annotated[str, typer.Option(help="Why.")] = "",
    by: Name = None,
    archive: ArchiveFolder = None,
    json_target: JsonTarget = None,
) -> None:
    """Takes a decision back, anybody's; it stays in the history, and so does the taking back.

    Example: secondsource decide undo 3 --by "A. Editor" --archive newsroom
    """
    with Archive.open(need_archive(archive, "decide undo")) as store:
        kept = undo(store, number, by or find_user(), reason)
    _show([kept], json_target)


@decide_app.command(name="list")
def list_all(
    article: Annotated[
        str, typer.Option("--article", help="Only on the kept report of this article.")
    ] = "",
    key: Annotated[str, typer.Option(help="Only on this; all its history.")] = "",
    limit: Annotated[int, typer.Option(help="The most to show, the latest first.", min=1)] = 50,
    archive: ArchiveFolder = None,
    json_target: JsonTarget = None,
) -> None:
    """Lists decisions; for one article, each part with the decision that counts and the others.

    Example: secondsource decide list --article 7ee004c1 --archive newsroom --json -
    """
    if article and key:
        raise SecondSourceError("--article lists a report's decisions, --key one part's: give one")
    with Archive.open(need_archive(archive, "decide list")) as store:
        if article:
            _show_report(store, article, json_target)
        else:
            _show(store.review.history(key) if key else store.review.latest(limit), json_target)


def _show_report(store: Archive, article: str, json_target: str | None) -> None:
    decided = read_report(store, find_examined_id(article, store)).decided
    if json_target:
        write_objects(map(decided_json, decided), json_target)
    if json_target != "-":
        for each in decided:
            _print(f"{each.state.value}: {each.key}: {say_decided(each)}")
        if not decided:
            OUT.print("Nobody has decided anything about this report yet.")


def _show(decisions: Sequence[Decision], json_target: str | None) -> None:
    if json_target:
        write_objects(map(decision_json, decisions), json_target)
    if json_target == "-":
        return
    for each in decisions:
        undone = " (taken back)" if each.undone else ""
        why = f" ({each.reasons})" if each.reasons else ""
        _print(f"{each.number}. {say_who(each)}: {say_decision(each)}{undone}{why} [{each.key}]")
    if not decisions:
        OUT.print("Nobody has decided anything about it yet.")


def _subject_json(key: str, found: Found) -> JsonObject:
    return {"key": key, "words": list(found.words), "machine": found.machine}


def _print(line: str) -> None:
    OUT.print(show_on_one_line(line), markup=False, highlight=False, soft_wrap=True)
