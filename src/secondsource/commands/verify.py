"""`secondsource verify`: whether a case is what it was when it was made."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from secondsource.commands.options import JsonTarget
from secondsource.commands.show import OUT, counter, write_objects
from secondsource.jobs.cases.manifest import DOES_NOT_PROVE
from secondsource.jobs.cases.verify import CaseCheck, verify_case
from secondsource.jsonvalues import JsonObject
from secondsource.messages import gettext as _
from secondsource.messages import ngettext
from secondsource.report.visible import show_on_one_line

_SHOWN = 20  # names of files or articles of each kind; the JSON has all


def verify(
    case: Annotated[Path, typer.Argument(help="A zip that `export --case` made.")],
    digest: Annotated[
        str | None, typer.Option(help="The digest that was noted when the case was made.")
    ] = None,
    quick: Annotated[
        bool, typer.Option("--quick", help="Do not read the articles' bytes again.")
    ] = False,
    json_target: JsonTarget = None,
) -> None:
    """Checks a case by its manifest: every file, every id, every article's bytes read again.

    Exit code 0: nothing has changed; 1: something is missing, changed or extra; 2: it cannot be
    checked. It shows that nothing has changed since the case was made, not that it was true.

    Example: secondsource verify case.zip --json -
    """
    with counter("files and articles") as progress:
        found = verify_case(case, digest, read_raw=not quick, progress=progress)
    if json_target:
        write_objects([check_json(found)], json_target)
    if json_target != "-":
        for line in _tell_check(found, case):
            OUT.print(show_on_one_line(line), highlight=False, markup=False, soft_wrap=True)
    raise typer.Exit(0 if found.intact else 1)


def _tell_check(found: CaseCheck, case: Path) -> Iterator[str]:
    """What was found, in sentences; what is wrong comes first."""
    if found.intact:
        yield _("%(case)s: nothing has changed since it was made.", case=case)
    else:
        yield _("%(case)s: it is not as it was made.", case=case)
    yield from _tell_faults(found)
    manifest = found.manifest
    made = {"program": manifest.program, "time": manifest.made_at}
    yield _("Its manifest says that it was made at %(time)s by %(program)s.", **made)
    yield ngettext(
        "%(num)s file is held against the size and SHA-256 that the manifest gives.",
        "%(num)s files are held against the sizes and SHA-256 that the manifest gives.",
        len(manifest.files),
    )
    yield from _tell_articles(found)
    yield _("Digest: %(digest)s", digest=manifest.digest)
    yield _(DOES_NOT_PROVE)


def _tell_faults(found: CaseCheck) -> Iterator[str]:
    if found.other_digest:
        yield _("The digest is not the one that you gave.")
    for name in found.missing[:_SHOWN]:
        yield _("missing: %(name)s", name=name)
    for name in found.changed[:_SHOWN]:
        yield _("changed: %(name)s", name=name)
    for name in found.extra[:_SHOWN]:
        yield _("extra, not in the manifest: %(name)s", name=name)
    for name in found.wrong[:_SHOWN]:
        yield _("article whose id or bytes do not fit its content: %(name)s", name=name)
    faults = (found.missing, found.changed, found.extra, found.wrong)
    if left := sum(max(0, len(names) - _SHOWN) for names in faults):
        yield ngettext("and %(num)s more, in the JSON", "and %(num)s more, in the JSON", left)


def _tell_articles(found: CaseCheck) -> Iterator[str]:
    yield ngettext(
        "The id of %(num)s article is the hash of its content, as it should be.",
        "The ids of %(num)s articles are the hashes of their content, as they should be.",
        found.recomputed,
    )
    if found.given:
        yield ngettext(
            "%(num)s article has an id from its collection, by which nothing can be checked.",
            "%(num)s articles have ids from their collections, by which nothing can be checked.",
            found.given,
        )
    yield ngettext(
        "%(num)s article gives the same text when its bytes are read again.",
        "%(num)s articles give the same text when their bytes are read again.",
        found.read_same,
    )
    if found.read_otherwise:
        yield ngettext(
            "%(num)s article gives another text when its bytes are read again: another version of "
            "the program, or what a server said of the encoding, may be why.",
            "%(num)s articles give another text when their bytes are read again: another version "
            "of the program, or what a server said of the encoding, may be why.",
            len(found.read_otherwise),
        )
    if found.not_read:
        yield ngettext(
            "The bytes of %(num)s article were not read again.",
            "The bytes of %(num)s articles were not read again.",
            found.not_read,
        )


def check_json(found: CaseCheck) -> JsonObject:
    """What was found, with fixed names for programs."""
    return {
        "intact": found.intact,
        "missing": list(found.missing),
        "changed": list(found.changed),
        "extra": list(found.extra),
        "wrong": list(found.wrong),
        "other_digest": found.other_digest,
        "files": len(found.manifest.files),
        "ids_recomputed": found.recomputed,
        "ids_given": found.given,
        "read_same": found.read_same,
        "read_otherwise": list(found.read_otherwise),
        "not_read": found.not_read,
        "article": found.manifest.article,
        "made_at": found.manifest.made_at,
        "made_with": found.manifest.program,
        "digest": found.manifest.digest,
        "does_not_prove": DOES_NOT_PROVE,
    }
