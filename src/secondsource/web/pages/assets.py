"""The styles that pages share with the report, served from where the report keeps them."""

from fastapi import APIRouter, Response

from secondsource.report.timeline import read_style

router = APIRouter(include_in_schema=False)
_FRESH = "max-age=3600"


@router.get("/report.css")
def send_report_style() -> Response:
    """The style of a report."""
    style = read_style("palette.css", "page.css", "timeline.css")
    return Response(style, media_type="text/css", headers={"Cache-Control": _FRESH})
