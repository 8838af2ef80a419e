"""Sending a message: to the machine that was checked, once, within seconds, its answer unread."""

import asyncio
import time
from collections.abc import Callable

import httpx

from secondsource.collect.fetching.target import Resolve, Target, find_target
from secondsource.errors import DeliveryError, FetchError, WebhookError
from secondsource.web.hooks.message import Message

_SECONDS = 5.0
LONGEST_ADDRESS = 2_000
Post = Callable[[str, Message], None]
"""Sends a message to an address; raises DeliveryError when it was not taken."""


class Poster:
    """Sends messages, within what the workbench may reach."""

    def __init__(
        self, *, allow_private: bool, resolve: Resolve | None = None, seconds: float = _SECONDS
    ) -> None:
        """The sender.

        Args:
            allow_private: whether addresses of the own machine and network may be sent to.
            resolve: what turns a host name into numeric addresses, for tests.
            seconds: how long one message may take.
        """
        self._allow_private = allow_private
        self._resolve = resolve
        self._seconds = seconds

    def check(self, address: str) -> None:
        """Whether messages may be sent to an address.

        Raises:
            WebhookError: it is no http(s) address, too long, names a person, or is private.
        """
        try:
            self._find_target(address)
        except FetchError as error:
            raise WebhookError(str(error)) from error

    def post(self, address: str, message: Message) -> None:
        """Send a message; any answer of 200 to 299 says that it was taken.

        Raises:
            DeliveryError: it was not.
        """
        end = time.monotonic() + self._seconds
        try:
            target = self._find_target(address)
            status = asyncio.run(_post_within(target, message, max(0.0, end - time.monotonic())))
        except TimeoutError as error:
            raise DeliveryError(f"no answer within {self._seconds:g} seconds") from error
        except (httpx.HTTPError, OSError) as error:  # OSError: this process has no file left, too
            raise DeliveryError(f"no answer ({str(error) or type(error).__name__})") from error
        except (FetchError, WebhookError) as error:
            raise DeliveryError(str(error)) from error
        if 300 <= status < 400:
            raise DeliveryError(f"answered {status}: redirects are not followed")
        if not 200 <= status < 300:
            raise DeliveryError(f"answered {status}")

    def _find_target(self, address: str) -> Target:
        if len(address) > LONGEST_ADDRESS:
            raise WebhookError(f"An address has at most {LONGEST_ADDRESS:,} characters.")
        target = find_target(address, allow_private=self._allow_private, resolve=self._resolve)
        if target.url.userinfo:
            raise WebhookError(
                "An address with a name or password in it is not kept; the signature says whom a "
                "message is from."
            )
        return target


async def _post_within(target: Target, message: Message, seconds: float) -> int:
    """The status of the answer, whose body is not read."""
    async with (
        asyncio.timeout(seconds),
        httpx.AsyncClient(timeout=seconds, trust_env=False) as client,
        client.stream(
            "POST",
            target.url,
            content=message.body,
            headers={**message.headers, "Host": target.host},
            extensions={"sni_hostname": target.server},
        ) as answer,
    ):
        return answer.status_code
