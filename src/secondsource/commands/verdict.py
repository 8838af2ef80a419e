"""`secondsource verdict`: what a person judged of a claim, kept under their name."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated

import typer

from secondsource.addresses import hide_user
from secondsource.archive import Archive
from secondsource.commands.options import ArchiveFolder, JsonTarget
from secondsource.commands.show import OUT, need_archive, tell, write_objects
from secondsource.errors import SecondSourceError
from secondsource.factcheck.reviews.claimreview import read_address
from secondsource.factcheck.reviews.export import claim_review_json, verdict_json
from secondsource.factcheck.reviews.validate import find_faults
from secondsource.factcheck.reviews.verdict import Verdict
from secondsource.jobs.verdicts import find_changed, give_verdict, take_back_verdict
from secondsource.jsonvalues import JsonObject
from secondsource.report.visible import show_on_one_line
from secondsource.report.wording import capitalize_first, say_count, say_date

verdict_app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    help="Verdicts of people on claims: given, listed, withdrawn. The program gives none.\n\n"
    "Example: secondsource verdict list --archive newsroom",
)


@verdict_app.command()
def give(
    claim: Annotated[str, typer.Argument(help="The claim, in quotation marks.")],
    rating: Annotated[str, typer.Option(help="Your rating, in your own words.")],
    by: Annotated[str, typer.Option(help="Your name, under the verdict.")],
    archive: ArchiveFolder = None,
    text: Annotated[str, typer.Option(help="What you say of it.")] = "",
    reason: Annotated[list[str] | None, typer.Option(help="Why; may be given again.")] = None,
    source: Annotated[list[str] | None, typer.Option(help="An address it rests on.")] = None,
    article: Annotated[str, typer.Option(help="The article of the archive that claims it.")] = "",
    claimant: Annotated[str, typer.Option(help="Who claims it.")] = "",
    claimed: Annotated[str, typer.Option(help="The day it was claimed, such as 2019-02-18.")] = "",
    appearance: Annotated[list[str] | None, typer.Option(help="An address of the claim.")] = None,
    first: Annotated[str, typer.Option(help="The address where it was claimed first.")] = "",
    url: Annotated[str, typer.Option(help="Where your verdict is published.")] = "",
    replaces: Annotated[int | None, typer.Option(help="The verdict that it replaces.")] = None,
    json_target: JsonTarget = None,
) -> None:
    """Keeps a verdict for good: who gave it, when, on which claim, with which reasons.

    Example: secondsource verdict give "It is shut" --rating No --by "A. Editor" --archive newsroom
    """
    given = Verdict(
        claim=claim,
        rating=rating,
        decided_by=by,
        text=text,
        reasons=tuple(reason or ()),
        sources=tuple(source or ()),
        article=article or None,
        claimant=claimant or None,
        claimed=claimed or None,
        appearances=tuple(appearance or ()),
        first_appearance=first or None,
        url=url or None,
        replaces=replaces,
    )
    with Archive.open(need_archive(archive, "verdict give")) as store:
        kept = give_verdict(given, store)
    if json_target:
        write_objects([verdict_json(kept)], json_target)
    if json_target != "-":
        _show(kept)


@verdict_app.command(name="list")
def list_all(archive: ArchiveFolder = None, json_target: JsonTarget = None) -> None:
    """Lists every verdict, those that were replaced or withdrawn too.

    Example: secondsource verdict list --archive newsroom --json -
    """
    with Archive.open(need_archive(archive, "verdict list")) as store:
        verdicts = store.verdicts.read()
        changed = find_changed(verdicts, store)
    if json_target:
        told = (verdict_json(v, changed.get(v.number, "")) for v in verdicts)
        write_objects(told, json_target)
    if json_target != "-":
        for verdict in verdicts:
            _show(verdict, changed.get(verdict.number, ""))
        standing = sum(verdict.stands for verdict in verdicts)
        line = f"{say_count(standing, 'verdict')} {'stand' if standing > 1 else 'stands'}"
        OUT.print(capitalize_first(line), highlight=False)


@verdict_app.command()
def withdraw(
    number: Annotated[int, typer.Argument(help="The number of the verdict.")],
    by: Annotated[str, typer.Option(help="Your name.")],
    archive: ArchiveFolder = None,
    json_target: JsonTarget = None,
) -> None:
    """Takes a verdict back; it stays in the history.

    Example: secondsource verdict withdraw 3 --by "A. Editor" --archive newsroom
    """
    with Archive.open(need_archive(archive, "verdict withdraw")) as store:
        kept = take_back_verdict(number, by, store)
    if json_target:
        write_objects([verdict_json(kept)], json_target)
    if json_target != "-":
        _show(kept)


def export_verdicts(archive: Archive, target: str, page: str | None, publisher: str | None) -> int:
    """Writes the verdicts that stand as ClaimReview, one a line; those that are not valid are told.

    Args:
        archive: whose verdicts.
        target: a file, or - for the standard output.
        page: the address at which those without one of their own will be published.
        publisher: the organisation that publishes them.

    Returns:
        How many could not be written.
    """
    address_of_page = read_address(page)
    if page and not address_of_page:
        shown = hide_user(page)
        raise SecondSourceError(f"--page is the http(s) address of a page, not {shown!r}")
    left_out: list[int] = []

    def write() -> Iterator[JsonObject]:
        verdicts = archive.verdicts.read()
        for number, why in find_changed(verdicts, archive).items():
            tell(f"verdict {number}: {why}")
        for verdict in verdicts:
            if not verdict.stands:
                continue
            on_page = f"{address_of_page}#verdict-{verdict.number}" if address_of_page else None
            address = verdict.url or on_page
            made = claim_review_json(replace(verdict, url=address), publisher)
            if faults := find_faults(made):
                left_out.append(verdict.number)
                tell(f"rejected verdict {verdict.number}: {'; '.join(faults)}{_hint(address)}")
            else:
                yield made

    write_objects(write(), target)
    return len(left_out)


def _hint(address: str | None) -> str:
    if address:
        return ""
    return " (add --page ADDRESS, where it will be published, or give the verdict one: --url)"


def _show(verdict: Verdict, flag: str = "") -> None:
    if verdict.withdrawn:
        state = f" (withdraws {verdict.replaces})"
    elif verdict.replaced_by is not None:
        state = f" (until {verdict.replaced_by})"
    else:
        state = ""
    line = (
        f"{verdict.number}. {verdict.decided_by}, {say_date(verdict.decided_at)}: "
        f"“{verdict.rating}”: {verdict.claim}{state}"
    )
    shown = f"{line} ({flag})" if flag else line
    OUT.print(show_on_one_line(shown), highlight=False, markup=False, soft_wrap=True)
