"""The webhooks of a workbench: what its pages and its API do with them."""

from pathlib import Path

from fastapi import Request

from secondsource.web.hooks.deliverer import Deliverer
from secondsource.web.hooks.message import write_test
from secondsource.web.hooks.posting import Poster
from secondsource.web.hooks.store import FILE, SubscriptionStore
from secondsource.web.hooks.subscription import NewSubscription, Subscription, Wanted
from secondsource.web.shared.desk import Desk
from secondsource.web.shared.private import Clock, PrivateFile, read_clock


class Webhooks:
    """Who is told of changes in an archive, and the telling. Any thread may use it."""

    def __init__(self, folder: Path, desk: Desk, poster: Poster, clock: Clock = read_clock) -> None:
        self._desk = desk
        self._poster = poster
        self._clock = clock
        self.store = SubscriptionStore(PrivateFile(folder, FILE, clock))
        self.deliverer = Deliverer(self.store, desk, poster.post, clock)

    def start(self) -> None:
        """Begin telling, if anybody is to be told."""
        self.deliverer.start()

    def close(self) -> None:
        """End after the message that is being sent."""
        self.deliverer.close()
        self.store.close()

    def add(self, address: str, wanted: Wanted, made_by: str) -> NewSubscription:
        """A new subscription, told of all that changes from now on.

        Args:
            address: where changes are sent.
            wanted: which changes.
            made_by: the name of the person who makes it.

        Raises:
            WebhookError: the address may not be sent to; there are too many already.
        """
        self._poster.check(address)
        with self._desk.lend() as archive:
            last = archive.examinations.changes.last()
        made = self.store.add(address, wanted, made_by, last)
        self.start()
        return made

    def resume(self, number: int) -> Subscription:
        """A subscription that is tried again at once, from the change on that it did not take.

        Raises:
            WebhookNotFoundError: there is none with that number.
        """
        resumed = self.store.resume(number)
        self.start()
        return resumed

    def test(self, number: int) -> None:
        """Send a message that tells nothing, now.

        Raises:
            WebhookNotFoundError: there is no subscription with that number.
            DeliveryError: it was not taken.
        """
        subscription = self.store.get(number)
        message = write_test(number, self.store.read_secret(number), self._clock())
        self._poster.post(subscription.address, message)


def find_webhooks(request: Request) -> Webhooks:
    """The webhooks of the archive that is served."""
    webhooks: Webhooks = request.app.state.webhooks
    return webhooks
