"""How often a password may be tried: by one address, and for one name."""

import hashlib
import secrets
import time
from ipaddress import IPv6Address, ip_address

from limits import RateLimitItem, RateLimitItemPerHour, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

# An office shares an address, so an address may try more often than a name may be tried.
_OF_ADDRESS = (RateLimitItemPerMinute(10), RateLimitItemPerHour(60))
_OF_NAME = (RateLimitItemPerMinute(5), RateLimitItemPerHour(20))
_SLOTS = 4_096
_NETWORK_BITS = 64  # an IPv6 network of one house


class LoginLimits:
    """Counts tries in windows that move with the time.

    The storage keeps every key that it ever saw, so names and addresses share a fixed number of
    slots, in an order that is drawn anew at each start and that nobody outside can know.
    """

    def __init__(self) -> None:
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._key = secrets.token_bytes(32)

    def count(self, address: str, name: str) -> int:
        """Count a try; 0 if it may be made, else in how many seconds the next may be.

        Tries from an address that may not try are not counted for the name, so one address
        cannot shut anybody out for long.

        Args:
            address: the network address that it comes from.
            name: whose password is tried, in the one spelling under which the account is kept.
        """
        keys = [("address", _shorten_address(address), each) for each in _OF_ADDRESS]
        keys += [("name", name, each) for each in _OF_NAME]
        for kind, value, item in keys:
            slot = self._find_slot(kind, value)
            if not self._limiter.hit(item, kind, slot):
                return self._find_wait(item, kind, slot)
        return 0

    def _find_slot(self, kind: str, value: str) -> str:
        text = f"{kind}\n{value}".encode(errors="replace")
        hashed = hashlib.blake2b(text, key=self._key, digest_size=8).digest()
        return str(int.from_bytes(hashed, "big") % _SLOTS)

    def _find_wait(self, item: RateLimitItem, kind: str, slot: str) -> int:
        reset = self._limiter.get_window_stats(item, kind, slot).reset_time
        return max(1, round(reset - time.time() + 0.5))


def _shorten_address(address: str) -> str:
    """The address; of an IPv6 address its network, within which one person may take any."""
    try:
        read = ip_address(address)
    except ValueError:
        return address
    if not isinstance(read, IPv6Address) or read.ipv4_mapped:
        return address
    return str(int(read) >> (128 - _NETWORK_BITS))
