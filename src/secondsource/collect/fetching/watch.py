"""The time that fetching may take, whatever is being waited for.

Time limits of the network are for one read each, so a server that sends a byte now and then could
hold whoever asks for days: in its headers, in the agreement on a key, in a packed body.
"""

import socket
import time
from collections.abc import Mapping
from contextlib import suppress
from threading import Timer
from typing import Any, Self

_CONNECTED = "connection.connect_tcp.complete"  # as httpcore names it


class Watch:
    """Ends the connections that are made within its block when a moment comes."""

    def __init__(self, deadline: float) -> None:
        """A watch that is not yet begun.

        Args:
            deadline: the moment, of the monotonic clock.
        """
        self.ended = False
        self._connections: list[socket.socket] = []
        self._timer = Timer(max(0.0, deadline - time.monotonic()), self._end)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._timer.cancel()
        for connection in self._connections:
            connection.close()

    def trace(self, event: str, told: Mapping[str, Any]) -> None:
        """Hear what happens to a request; httpcore calls this."""
        if event == _CONNECTED:
            # Another handle on the same connection: that which is read from may be wrapped by TLS.
            self._connections.append(told["return_value"].get_extra_info("socket").dup())
            if self.ended:
                self._end()

    def _end(self) -> None:
        self.ended = True
        for connection in self._connections:
            with suppress(OSError):  # it ended by itself
                connection.shutdown(socket.SHUT_RDWR)
