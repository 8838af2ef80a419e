"""The styles and the script that pages share with the report, served as the report has them."""

from fastapi import APIRouter, Response
from starlette.exceptions import HTTPException

from secondsource.report.html import read_files

router = APIRouter(include_in_schema=False)
_FRESH = "max-age=3600"
_FILES = read_files()


@router.get("/report/{name}")
def send_report_file(name: str) -> Response:
    """One of the report's style sheets, or its script."""
    if name not in _FILES:
        raise HTTPException(404)
    media_type = "text/javascript" if name.endswith(".js") else "text/css"
    return Response(_FILES[name], media_type=media_type, headers={"Cache-Control": _FRESH})
