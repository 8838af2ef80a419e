"""How the workbench is served."""

from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path

DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8380


@dataclass(frozen=True, slots=True)
class Settings:
    """What is served, where, and to whom.

    `person` is the name that decisions are signed with where nobody logs in. `https` says that
    readers reach the workbench by https (through a proxy), so that cookies may ask for it.
    `allow_private` lets addresses of the own network be fetched; `threads` is how many requests
    are answered at one time.
    """

    archive: Path
    host: str = DEFAULT_HOST
    port: int = DEFAULT_PORT
    person: str = "local"
    https: bool = False
    allow_private: bool = False
    threads: int = 8

    @property
    def is_local(self) -> bool:
        """Whether only programs of this machine can reach it."""
        if self.host == "localhost":
            return True
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return False
