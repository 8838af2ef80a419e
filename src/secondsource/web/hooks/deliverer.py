"""Telling subscriptions of changes: one thread, one message after another, again until it is taken.

A subscription's place in the list of changes is kept on disk after each message that was taken, so
a change is told at least once, and nothing is lost when the program ends in between.
"""

import logging
import threading
import time

from secondsource.archive.changes import StandingChange
from secondsource.errors import DeliveryError, SecondSourceError
from secondsource.web.hooks.message import write_change
from secondsource.web.hooks.posting import Post
from secondsource.web.hooks.store import SubscriptionStore
from secondsource.web.hooks.subscription import Subscription
from secondsource.web.shared.desk import Desk
from secondsource.web.shared.private import Clock, read_clock

POLL_SECONDS = 2.0
"""How often it is looked whether there are changes, while there is a subscription."""
_TURN_SECONDS = 10.0
"""After so long with one subscription the next has its turn."""
TURN_CHANGES = 200
_STOP_SECONDS = 8.0  # longer than one message may take
_LOG = logging.getLogger(__name__)


class Deliverer:
    """Tells subscriptions of the changes of an archive, for as long as there are any."""

    def __init__(
        self, store: SubscriptionStore, desk: Desk, post: Post, clock: Clock = read_clock
    ) -> None:
        self._store = store
        self._desk = desk
        self._post = post
        self._clock = clock
        self._mine = threading.Lock()
        self._woken = threading.Event()
        self._stopping = False
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin, or look again at once; without a subscription nothing is begun."""
        with self._mine:
            running = self._thread is not None and self._thread.is_alive()
            if not running and not self._stopping and self._store.any_active():
                self._thread = threading.Thread(target=self._run, name="webhooks", daemon=True)
                self._thread.start()
        self._woken.set()

    def close(self) -> None:
        """End after the message that is being sent."""
        with self._mine:
            self._stopping = True
            thread = self._thread
        self._woken.set()
        if thread is not None:
            thread.join(_STOP_SECONDS)

    def run_round(self) -> bool:
        """Give each subscription its turn; whether any has more to be told at once."""
        due = self._store.list_due()
        if not due:
            return False
        with self._desk.lend() as archive:
            last = archive.examinations.changes.last()
        left = [self._give_turn(each, last) for each in due if not self._stopping]
        return any(left)

    def _run(self) -> None:
        on = True
        while on:
            self._woken.clear()
            try:
                on = self._goes_on()
                more = on and self.run_round()
            except SecondSourceError as error:  # somebody writes, or the disk is full: later again
                _LOG.warning("webhooks: %s", error)
                more = False
            if on and not more:
                self._woken.wait(POLL_SECONDS)

    def _goes_on(self) -> bool:
        """Whether there is anybody to tell; if not, this thread is over and another may begin."""
        with self._mine:
            on = not self._stopping and self._store.any_active()
            if not on:
                self._thread = None
            return on

    def _give_turn(self, subscription: Subscription, last: int) -> bool:
        """Whether more is left after a subscription was told of some changes."""
        if subscription.told > last:  # another archive.db was put here, with other numbers
            self._store.note_passed(subscription.number, last)
        if subscription.told >= last:
            return False
        with self._desk.lend() as archive:
            changes = archive.examinations.changes.read(subscription.told, TURN_CHANGES)
        try:
            reached = self._tell(subscription, changes)
        except DeliveryError as error:
            self._store.note_failure(subscription, str(error))
            return False
        return reached < last

    def _tell(self, subscription: Subscription, changes: tuple[StandingChange, ...]) -> int:
        """The number of the last change that this subscription is done with.

        Raises:
            DeliveryError: it did not take a message.
        """
        deadline = time.monotonic() + _TURN_SECONDS
        told = reached = subscription.told
        for change in changes:
            if self._stopping or time.monotonic() > deadline:
                break
            reached = change.number
            if subscription.wanted.fits(change):
                secret = self._store.read_secret(subscription.number)
                message = write_change(change, subscription.number, secret, self._clock())
                self._post(subscription.address, message)
                told = reached
                self._store.note_told(subscription.number, told)
        if reached > told:
            self._store.note_passed(subscription.number, reached)
        return reached
