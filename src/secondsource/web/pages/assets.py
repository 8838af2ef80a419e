"""The styles and the script that pages share with the report, served from where it keeps them."""

from fastapi import APIRouter, Response

from secondsource.report.html import SCRIPT, STYLES, read_files

router = APIRouter(include_in_schema=False)
_FRESH = "max-age=3600"


@router.get("/report.css")
def send_report_style() -> Response:
    """The style of a report."""
    files = read_files()
    return _send("".join(files[name] for name in STYLES), "text/css")


@router.get("/report.js")
def send_report_script() -> Response:
    """The script of a report."""
    return _send(read_files()[SCRIPT], "text/javascript")


def _send(text: str, kind: str) -> Response:
    return Response(text, media_type=kind, headers={"Cache-Control": _FRESH})
