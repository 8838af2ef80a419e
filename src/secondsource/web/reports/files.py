"""What leaves the workbench as a file: an article's bytes, its report in a form, its case."""

import json
import re
from typing import Annotated

from fastapi import Path, Request, Response

from secondsource.errors import (
    ArticleNotFoundError,
    RequestError,
)
from secondsource.jobs.cases.build import build_case
from secondsource.jobs.verdicts import review_claim, review_claims
from secondsource.jsonvalues import JsonValue
from secondsource.messages import gettext as _
from secondsource.report.forms import FORMS, find_form, render_form
from secondsource.web.accounts.asking import find_person
from secondsource.web.reports.cases import CaseAnswer, find_cases
from secondsource.web.reports.kept import find_report
from secondsource.web.shared.desk import find_desk

_NAMES = ", ".join(form.name for form in FORMS)
_OTHER_SIGNS = re.compile(r"[^A-Za-z0-9]")
_ID_SHOWN = 16  # characters of an id in the name of a file
FormName = Annotated[str, Path(max_length=40, description=f"One of: {_NAMES}.")]


def send_raw(request: Request, id_or_prefix: str) -> Response:
    """The very bytes that an article was read from.

    Raises:
        ArticleNotFoundError: there is no such article, or its bytes were not kept.
    """
    with find_desk(request).lend() as archive:
        article = archive.get(id_or_prefix)
        if not article.raw:
            raise ArticleNotFoundError(f"The bytes of {article.id} were not kept.")
        data = archive.raw(article.raw)
    return _send(data, "application/octet-stream", _name_file(article.raw, ".bin"))


def send_form(request: Request, name: str, id_or_prefix: str, number: int | None) -> Response:
    """The report on an article in one of its forms.

    Raises:
        RequestError: there is no form of that name.
        ExaminationError: no report is kept.
    """
    if name not in {each.name for each in FORMS}:
        raise RequestError(
            _(
                "There is no form %(name)r of a report. Give one of: %(names)s.",
                name=name,
                names=_NAMES,
            )
        )
    form = find_form(name)
    with find_desk(request).lend() as archive:
        report = find_report(archive, id_or_prefix, number)
    data = render_form(form, report, mark=True)
    return _send(data, form.media_type, _name_file(report.article.id, f"-{form.file}"))


def send_case(request: Request, id_or_prefix: str, number: int | None) -> Response:
    """The report on an article in every form, with the bytes of all articles that it names.

    Raises:
        BusyError: others are being made or sent.
        ExaminationError: no report is kept.
    """
    cases = find_cases(request)
    with cases.take(find_person(request).name) as case, find_desk(request).lend() as archive:
        report = find_report(archive, id_or_prefix, number)
        build_case(report, archive, case.path)
    name = _name_file(report.article.id, ".zip")
    return CaseAnswer(cases, case, _tell_browser(f"case-{name}"))


def send_review(request: Request, number: int) -> Response:
    """A verdict as a ClaimReview with its Claim, in JSON-LD.

    Raises:
        ArchiveError: there is none of that number that stands.
        RequestError: it does not say where it is published.
    """
    with find_desk(request).lend() as archive:
        made = review_claim(number, archive)
    return _send_linked(made, f"claimreview-{number}.jsonld")


def send_reviews(request: Request) -> Response:
    """All verdicts that stand and say where they are published, as ClaimReview, in one list."""
    with find_desk(request).lend() as archive:
        made: list[JsonValue] = list(review_claims(archive))
    return _send_linked(made, "claimreviews.jsonld")


def _send_linked(made: JsonValue, name: str) -> Response:
    """JSON-LD to be kept."""
    data = (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode()
    return _send(data, "application/ld+json", name)


def _send(data: bytes, media_type: str, name: str) -> Response:
    """A file to be kept."""
    return Response(data, media_type=media_type, headers=_tell_browser(name))


def _tell_browser(name: str) -> dict[str, str]:
    """The headers by which a browser neither shows a file here nor guesses what it is."""
    return {
        "Content-Disposition": f'attachment; filename="{name}"',
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "sandbox; default-src 'none'",
    }


def _name_file(id_: str, ending: str) -> str:
    return _OTHER_SIGNS.sub("-", id_[:_ID_SHOWN]) + ending
