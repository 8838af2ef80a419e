"""Webhooks: which programs are told when the standing of a claim changed; for administrators."""

from fastapi import APIRouter, Depends, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from secondsource.errors import DeliveryError
from secondsource.evidence.finding import Standing
from secondsource.web.accounts.asking import Admin, need_role
from secondsource.web.accounts.person import Role
from secondsource.web.api.shapes import PROBLEMS, Page, Shape
from secondsource.web.failures import say_failure
from secondsource.web.hooks.posting import LONGEST_ADDRESS
from secondsource.web.hooks.subscription import Wanted
from secondsource.web.hooks.webhooks import find_webhooks
from secondsource.web.numbers import Number

router = APIRouter(
    prefix="/api/webhooks",
    tags=["webhooks"],
    responses=PROBLEMS,
    dependencies=[Depends(need_role(Role.ADMIN))],
)


class WantedShape(Shape):
    """Which changes a webhook is told of; null for any."""

    model_config = ConfigDict(extra="forbid", from_attributes=True, frozen=True)

    before: Standing | None = Field(default=None, description="The standing that a claim had.")
    after: Standing | None = Field(default=None, description="The standing that it has now.")
    outlet: str | None = Field(default=None, max_length=500, description="The article's outlet.")
    language: str | None = Field(default=None, max_length=20, description="ISO 639-1.")


class WebhookDraft(BaseModel):
    """A webhook that is to be made."""

    model_config = ConfigDict(extra="forbid")

    address: str = Field(max_length=LONGEST_ADDRESS, pattern="^https?://")
    wanted: WantedShape = WantedShape()


class WebhookShape(Shape):
    """A webhook, and how it goes."""

    number: int
    address: str
    made_by: str
    created: str
    wanted: WantedShape
    told: int = Field(description="The last change that it was told of, or that is not for it.")
    delivered: str | None = Field(description="When it last took a message about a change.")
    failures: int = Field(description="Failed tries since then.")
    problem: str = Field(description="Why the last try failed.")
    next_try: str | None
    paused: str | None = Field(description="Since when it is not tried any more.")
    active: bool


class NewWebhookShape(Shape):
    """A webhook that was just made."""

    secret: str = Field(description="What messages are signed with. It is not shown again.")
    webhook: WebhookShape


class TriedShape(Shape):
    """What came of a message that tells nothing."""

    taken: bool
    problem: str = Field(description="Why it was not taken.")


@router.get("", summary="The webhooks")
def list_webhooks(request: Request) -> Page[WebhookShape]:
    """All of them in the order of their making, without their secrets; there are at most twenty."""
    found = find_webhooks(request).store.list()
    return Page(items=[WebhookShape.model_validate(each) for each in found])


@router.post("", status_code=201, summary="Make a webhook")
def make_webhook(request: Request, person: Admin, draft: WebhookDraft) -> NewWebhookShape:
    """The webhook with its secret; it is told of all that changes from now on."""
    wanted = Wanted(**dict(draft.wanted))
    made = find_webhooks(request).add(draft.address, wanted, person.name)
    webhook = WebhookShape.model_validate(made.subscription)
    return NewWebhookShape(secret=made.secret, webhook=webhook)


@router.get("/{number}", summary="One webhook")
def show_webhook(request: Request, number: Number) -> WebhookShape:
    """How it goes."""
    return WebhookShape.model_validate(find_webhooks(request).store.get(number))


@router.delete("/{number}", status_code=204, summary="Remove a webhook")
def remove_webhook(request: Request, number: Number) -> Response:
    """Nothing: it is told nothing more."""
    find_webhooks(request).store.remove(number)
    return Response(status_code=204)


@router.post("/{number}/resume", summary="Try a paused webhook again")
def resume_webhook(request: Request, number: Number) -> WebhookShape:
    """The webhook, told from the change on that it did not take."""
    return WebhookShape.model_validate(find_webhooks(request).resume(number))


@router.post("/{number}/test", summary="Send a message that tells nothing")
def try_webhook(request: Request, number: Number) -> TriedShape:
    """Whether it was taken; `event` is "test" in it."""
    try:
        find_webhooks(request).test(number)
    except DeliveryError as error:
        return TriedShape(taken=False, problem=say_failure(request, error))
    return TriedShape(taken=True, problem="")
