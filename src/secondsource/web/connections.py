"""The connections of the workbench: so many, and each says soon what it is for."""

import asyncio

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

MOST = 500
"""So many are open at one time; each takes a file of the process, of which it often has 1,024."""
HEAD_SECONDS = 20.0
"""So long the head of a request may take to arrive."""


class BoundedConnection(H11Protocol):
    """A connection that is closed where there are too many, or no request comes by it in time."""

    _waiting: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Take up a connection."""
        super().connection_made(transport)
        if len(self.connections) > MOST:
            transport.abort()
        else:
            self._wait()

    def data_received(self, data: bytes) -> None:
        """Read what came by it."""
        super().data_received(data)
        if self.conn.our_state in (h11.SEND_RESPONSE, h11.SEND_BODY):
            self._stop_waiting()  # the head is there, and is being answered
        elif self._waiting is None:
            self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Let it go."""
        self._stop_waiting()
        super().connection_lost(exc)

    def _wait(self) -> None:
        self._waiting = self.loop.call_later(HEAD_SECONDS, self.transport.abort)

    def _stop_waiting(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None
