"""Whether a browser asks for a page of this workbench, or for a page of somebody else."""

from urllib.parse import urlsplit

from fastapi import Request
from starlette.exceptions import HTTPException

from secondsource.messages import gettext as _

_OF_THIS_MACHINE = frozenset({"127.0.0.1", "localhost", "::1"})


def check_host(request: Request, host: str) -> None:
    """Refuse a request that was sent under a name which is not this machine's.

    A page elsewhere can have its own name lead to 127.0.0.1 (DNS rebinding) and would then be
    taken for a page of the workbench.

    Args:
        request: what is asked.
        host: the address that the workbench listens on.

    Raises:
        HTTPException: 421, it is another name.
    """
    named = _read_host_name(request.headers.getlist("host"))
    if named not in _OF_THIS_MACHINE and named != host.casefold():
        raise HTTPException(
            421, _("This workbench is for this machine only: open it at http://127.0.0.1.")
        )


def check_site(request: Request) -> None:
    """Refuse what a page of another site has a browser send here.

    Browsers say so in `Sec-Fetch-Site` (over https and on this machine) and in `Origin`;
    programs that are no browsers say neither.

    Raises:
        HTTPException: 403, it comes from elsewhere.
    """
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    if site is not None:
        inside = site in ("same-origin", "none")
    else:
        inside = origin is None or _read_place(origin) == request.headers.get("host", "").casefold()
    if not inside:
        raise HTTPException(403, _("That was sent by a page of another site, so nothing was done."))


def _read_host_name(headers: list[str]) -> str | None:
    if len(headers) != 1:
        return None
    try:
        return urlsplit(f"//{headers[0]}").hostname
    except ValueError:
        return None


def _read_place(origin: str) -> str | None:
    try:
        return urlsplit(origin).netloc.casefold() or None
    except ValueError:
        return None
