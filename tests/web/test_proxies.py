"""Who asks: told by a proxy of this machine, where the workbench is served by https through one."""

from pathlib import Path

import anyio
import httpx
import pytest
from starlette.types import ASGIApp

from secondsource.commands.serve import configure
from secondsource.web.accounts.passwords import Passwords
from tests.web.desk import make_desk, read_token


@pytest.mark.parametrize(("https", "limited"), [(False, True), (True, False)])
def test_another_address_is_believed_of_a_proxy_alone(
    tmp_path: Path, quick: Passwords, https: bool, limited: bool
) -> None:
    config = configure(make_desk(tmp_path / "desk", quick, https=https), https=https)
    config.load()
    codes = anyio.run(_guess, config.loaded_app)
    assert (429 in codes) is limited


async def _guess(app: ASGIApp) -> list[int]:
    """The statuses of tries for twelve names, each said to come from an address of its own."""
    transport = httpx.ASGITransport(app=app, client=("127.0.0.1", 50_000))
    async with httpx.AsyncClient(transport=transport, base_url="https://127.0.0.1") as client:
        csrf = read_token((await client.get("/login")).text)
        codes = []
        for number in range(12):
            said = {"X-Forwarded-For": f"203.0.113.{number}"}
            form = {"csrf": csrf, "name": f"Nobody {number}", "password": "a long guess"}
            codes.append((await client.post("/login", data=form, headers=said)).status_code)
    return codes
