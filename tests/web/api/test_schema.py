"""The API keeps to its own description, whatever is asked of it."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from fastapi import FastAPI
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from schemathesis import Case
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.schemas import APIOperation
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from secondsource.archive import Archive
from secondsource.web.app import create_app
from secondsource.web.hooks.posting import Poster
from secondsource.web.hooks.webhooks import Webhooks
from secondsource.web.settings import Settings
from tests.review.sample import make_report
from tests.web.work.stand_in import StandInQueue

Operation = APIOperation[Any, Any, Any, Any]
_CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]


class _Nowhere(Poster):
    """Takes every address, and sends nothing: each turns out to be one of this machine."""

    def __init__(self) -> None:
        super().__init__(allow_private=False, resolve=lambda _host, _port: ["127.0.0.1"])

    def check(self, address: str) -> None:
        """Take it."""


@pytest.fixture
def app(folder: Path, tmp_path: Path) -> FastAPI:
    """A workbench of its own, whose jobs are taken down and not done, and that sends nothing."""
    shutil.copytree(folder, tmp_path / "archive")
    app = create_app(Settings(archive=tmp_path / "archive", person="Anna"))
    with Archive.open(tmp_path / "archive") as archive:
        archive.examinations.keep(make_report())
    app.state.work = StandInQueue()
    app.state.webhooks = Webhooks(tmp_path / "archive", app.state.desk, _Nowhere())
    return app


@pytest.mark.slow
def test_no_request_breaks_it(app: FastAPI, client: TestClient, subtests: pytest.Subtests) -> None:
    ours = {"Host": "127.0.0.1", "X-CSRF-Token": client.headers["X-CSRF-Token"]}
    schema = schemathesis.openapi.from_asgi("/api/openapi.json", app, headers=ours)
    operations = [each.ok() for each in schema.get_all_operations() if isinstance(each, Ok)]
    assert len(operations) == len(list(schema.get_all_operations()))
    assert operations
    for operation in operations:

        @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
        @given(case=operation.as_strategy())
        def ask(case: Case[Operation]) -> None:
            case.call_and_validate(checks=_CHECKS, headers=ours)

        with subtests.test(operation.label):
            ask()
