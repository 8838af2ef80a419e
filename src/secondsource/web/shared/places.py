"""How many may have something done at one time, and how many of these places one person takes."""

from collections import Counter
from threading import Lock


class Places:
    """Places that are taken and given back. Any thread may use them."""

    def __init__(self, most: int, most_of_one: int) -> None:
        """All of them free.

        Args:
            most: how many there are.
            most_of_one: how many one person may have, who else could keep all others out.
        """
        self._most = most
        self._most_of_one = most_of_one
        self._lock = Lock()
        self._taken: Counter[str] = Counter()

    def take(self, person: str) -> bool:
        """Whether a place was free for a person, who now has it."""
        with self._lock:
            free = self._taken.total() < self._most and self._taken[person] < self._most_of_one
            self._taken[person] += free
            return free

    def give_back(self, person: str) -> None:
        """Have one of a person's places free again."""
        with self._lock:
            self._taken[person] -= 1
            self._taken += Counter()  # without those who have none
