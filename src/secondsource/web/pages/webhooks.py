"""The webhooks, for administrators: who is told when the standing of a claim changed."""

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from pydantic import BaseModel, ConfigDict, Field

from secondsource.errors import DeliveryError, WebhookError
from secondsource.evidence.finding import Standing
from secondsource.messages import gettext as _
from secondsource.report.wording import STANDING_LABEL
from secondsource.web.accounts.asking import Admin, need_role
from secondsource.web.accounts.person import Role
from secondsource.web.failures import say_failure
from secondsource.web.hooks.posting import LONGEST_ADDRESS
from secondsource.web.hooks.subscription import Wanted
from secondsource.web.hooks.webhooks import find_webhooks
from secondsource.web.layout import show_page
from secondsource.web.numbers import LARGEST_NUMBER

router = APIRouter(
    prefix="/webhooks", include_in_schema=False, dependencies=[Depends(need_role(Role.ADMIN))]
)
_Number = Annotated[int, Form(ge=1, le=LARGEST_NUMBER)]


class WebhookForm(BaseModel):
    """What is written into the form of a new webhook; empty for any."""

    model_config = ConfigDict(extra="ignore")

    address: str = Field(default="", max_length=LONGEST_ADDRESS)
    before: Literal["", *Standing] = ""  # type: ignore[valid-type]
    after: Literal["", *Standing] = ""  # type: ignore[valid-type]
    outlet: str = Field(default="", max_length=500)
    language: str = Field(default="", max_length=20)

    def make_wanted(self) -> Wanted:
        """Which changes these are."""
        return Wanted(
            before=Standing(self.before) if self.before else None,
            after=Standing(self.after) if self.after else None,
            outlet=self.outlet.strip() or None,
            language=self.language.strip() or None,
        )


@router.get("", response_class=HTMLResponse)
def show_webhooks(request: Request) -> Response:
    """All webhooks, and the form for a new one."""
    return _show(request)


@router.post("/add", response_class=HTMLResponse)
def add_webhook(request: Request, person: Admin, form: Annotated[WebhookForm, Form()]) -> Response:
    """The page with the new webhook's secret, shown this once, or what is wrong with it."""
    try:
        made = find_webhooks(request).add(form.address.strip(), form.make_wanted(), person.name)
    except WebhookError as error:
        return _show(request, 400, form, problem=say_failure(request, error))
    return _show(request, secret=made.secret)


@router.post("/remove", response_class=HTMLResponse)
def remove_webhook(request: Request, number: _Number) -> Response:
    """The webhook removed, and back to the page."""
    find_webhooks(request).store.remove(number)
    return RedirectResponse("/webhooks", status_code=303)


@router.post("/resume", response_class=HTMLResponse)
def resume_webhook(request: Request, number: _Number) -> Response:
    """A paused webhook tried again, and back to the page."""
    find_webhooks(request).resume(number)
    return RedirectResponse("/webhooks", status_code=303)


@router.post("/test", response_class=HTMLResponse)
def try_webhook(request: Request, number: _Number) -> Response:
    """The page with what came of a message that tells nothing."""
    webhooks = find_webhooks(request)
    address = webhooks.store.get(number).address
    try:
        webhooks.test(number)
    except DeliveryError as error:
        why = say_failure(request, error)
        said = _("%(address)s did not take it: %(why)s.", address=address, why=why)
        return _show(request, problem=said)
    return _show(request, done=_("%(address)s took the test message.", address=address))


def _show(
    request: Request, status: int = 200, form: WebhookForm | None = None, **said: str
) -> Response:
    """The page, with what is said of the last thing done: `problem`, `done` or `secret`."""
    return show_page(
        request,
        "webhooks.html.j2",
        status=status,
        webhooks=find_webhooks(request).store.list(),
        form=form or WebhookForm(),
        labels={standing: _(label) for standing, label in STANDING_LABEL.items()},
        **{"problem": "", "done": "", "secret": "", **said},
    )
