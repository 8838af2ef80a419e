"""`secondsource check`: an article examined, or its kept report shown with people's decisions."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import typer

from secondsource.archive import Archive
from secondsource.collect import CollectOptions
from secondsource.commands.export import FormName, FormTarget, Mark, write_form
from secondsource.commands.options import (
    ArchiveFolder,
    JsonTarget,
    Private,
    Speak,
    check_folder,
    refuse_stray,
)
from secondsource.commands.rewriting import RewriteEndpoint, RewriteModel, add_rewriter
from secondsource.commands.show import (
    ERR,
    OUT,
    dump,
    need_archive,
    stages,
    tell,
    write_document,
    write_report,
)
from secondsource.commands.sweeping import sweep_seldom
from secondsource.errors import SecondSourceError
from secondsource.jobs.check import CheckOptions, check
from secondsource.jobs.decide import catch_up, read_report
from secondsource.jobs.examined import find_examined_id
from secondsource.jobs.methods import say_other_methods
from secondsource.jobs.stance_model import open_judge
from secondsource.load import is_id, load_article
from secondsource.report import render_summary, to_json
from secondsource.report.forms import find_form
from secondsource.report.visible import show_on_one_line
from secondsource.review.report import Report
from secondsource.review.telling import say_decided


def check_article(
    article: Annotated[str, typer.Argument(help="A file, an address or an id.")],
    archive: ArchiveFolder = None,
    report_folder: Annotated[
        Path | None, typer.Option("--report", callback=check_folder, help="Write the report there.")
    ] = None,
    json_target: JsonTarget = None,
    form: FormName = None,
    target: FormTarget = "-",
    mark: Mark = False,
    keep: Annotated[bool, typer.Option("--keep", help="Keep the report in the archive.")] = False,
    kept: Annotated[
        bool, typer.Option("--kept", help="Show the kept report and do not examine anew.")
    ] = False,
    allow_private: Private = False,
    rewrite_endpoint: RewriteEndpoint = None,
    rewrite_model: RewriteModel = None,
    stance_model: Annotated[
        str | None,
        typer.Option(
            "--stance-model",
            help="A folder or a Hugging Face name: the model that says what passages do to claims.",
        ),
    ] = None,
    speak: Speak = None,  # noqa: ARG001  (spoken by its callback)
) -> None:
    """Examines an article: where it comes from, who says what, what stands.

    What people decided on its claims (`secondsource decide`) is in the report. Ctrl-C gives what
    was found so far, marked incomplete (exit code 130); a second one stops at once.

    Example: secondsource check article.html --archive newsroom --report out
    """
    if keep and kept:
        raise SecondSourceError("--keep keeps a new report, --kept shows the last: give one")
    if kept and stance_model is not None:
        raise SecondSourceError("--kept examines nothing anew: leave out --stance-model")
    targets = _Targets(json_target, form, target, mark, report_folder)
    _check_targets(targets)
    options = CheckOptions(CollectOptions(allow_private=allow_private), keep_stopped=True)
    with sweep_seldom(), Archive.open(need_archive(archive, "check")) as store:
        if kept:
            report = _read_kept(store, article, options.collect)
        else:
            judge = None if stance_model is None else open_judge(stance_model)
            making = add_rewriter(replace(options, judge=judge), rewrite_endpoint, rewrite_model)
            report = _examine(store, article, making, keep)
    _write(report, targets)
    if not kept:
        _end(report)


@dataclass(frozen=True, slots=True)
class _Targets:
    """Where the report goes; "-" is the standard output."""

    json: str | None
    form: str | None
    of_form: str
    mark: bool
    folder: Path | None

    @property
    def on_output(self) -> int:
        """How many forms go to the standard output."""
        return [self.json, self.of_form if self.form else None].count("-")


def _check_targets(targets: _Targets) -> None:
    """Tell what cannot be written before the work is done, not after it."""
    if targets.form:
        find_form(targets.form)
    else:
        unused = {"--out": targets.of_form != "-", "--bom": targets.mark}
        refuse_stray(unused, "give --format NAME as well, or --report FOLDER or --json FILE")
    if targets.on_output > 1:
        raise SecondSourceError("the standard output takes one form: name a file for the other")


def _write(report: Report, targets: _Targets) -> None:
    if targets.json:
        write_document(dump(to_json(report)).encode(), targets.json)
    if targets.form:
        write_form(report, targets.form, targets.of_form, mark=targets.mark)
    if targets.folder:
        write_report(report, targets.folder, ERR if targets.on_output else OUT)
    if not targets.on_output:
        render_summary(report, OUT)
        _show_decided(report)


def _end(report: Report) -> None:
    """End otherwise than usual where the report was stopped early."""
    if not report.complete:
        tell("Stopped; the report has what was found so far and says what was not done.")
        raise typer.Exit(130)


def _examine(store: Archive, article: str, options: CheckOptions, keep: bool) -> Report:
    state = store.examinations.read_state()
    try:
        with stages() as progress:
            report = check(article, store, replace(options, progress=progress))
    except KeyboardInterrupt:
        tell("Stopped before there was a report: nothing of it is kept or written.")
        raise typer.Exit(130) from None
    if keep:
        kept = store.examinations.keep(report, state)
        tell(f"Kept as report {kept.number} of {kept.article}.")
        catch_up(store, {report.article.id})
    return store.examinations.decide(report)


def _read_kept(store: Archive, article: str, options: CollectOptions) -> Report:
    """The last kept report of an article named by its id, a file or an address."""
    if is_id(article) or store.examinations.history(article):  # an id may be an address too
        id_ = find_examined_id(article, store)
    else:
        id_ = load_article(article, store, options).id
    report = read_report(store, id_)
    for line in (*store.examinations.history(id_)[0].stale, say_other_methods(report)):
        if line:
            tell(line)
    return report


def _show_decided(report: Report) -> None:
    for each in report.decided:
        line = f"{each.state.value}: {each.key}: {say_decided(each)}"
        OUT.print(show_on_one_line(line), markup=False, highlight=False, soft_wrap=True)
