"""Processor time by step: functions of the package are timed from within a real run."""

import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import wraps
from importlib import import_module
from inspect import isgeneratorfunction


class Stopwatch:
    """Gives each step the time spent in its functions, less that of steps within them."""

    def __init__(self, clock: Callable[[], float] = time.process_time) -> None:
        self._clock = clock
        self.seconds: dict[str, float] = {}
        self._running: list[str] = []
        self._since = 0.0

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Count the time until the end of the block as this step's."""
        self._turn()
        self._running.append(name)
        try:
            yield
        finally:
            self._turn()
            self._running.pop()

    def _turn(self) -> None:
        now = self._clock()
        if self._running:
            name = self._running[-1]
            self.seconds[name] = self.seconds.get(name, 0.0) + now - self._since
        self._since = now

    def wrap(self, name: str, function: Callable[..., object]) -> Callable[..., object]:
        """The same function, its time counted; of a generator, that of its every step."""

        @wraps(function)
        def timed(*args: object, **options: object) -> object:
            with self.step(name):
                return function(*args, **options)

        @wraps(function)
        def timed_steps(*args: object, **options: object) -> Iterator[object]:
            given = function(*args, **options)
            assert isinstance(given, Iterator)
            while True:
                with self.step(name):
                    try:
                        item = next(given)
                    except StopIteration:
                        return
                yield item

        return timed_steps if isgeneratorfunction(function) else timed

    def watch(self, steps: Mapping[str, Sequence[str]]) -> None:
        """Time functions wherever the package has imported them, from now on.

        Args:
            steps: For each step its functions, as "module:function" or "module:Class.method".

        Raises:
            AttributeError: There is no such function; it was renamed.
        """
        for step, places in steps.items():
            for place in places:
                module, _, path = place.partition(":")
                owner, _, name = path.rpartition(".")
                holder = import_module(module)
                if owner:
                    holder = getattr(holder, owner)
                function = getattr(holder, name)
                _replace(holder, function, self.wrap(step, function))


def _replace(holder: object, old: object, new: object) -> None:
    """Put one function in another's place, also where modules of the package imported it."""
    package = [m for name, m in sys.modules.items() if name.startswith("secondsource")]
    for place in [holder, *package]:
        for name, value in list(vars(place).items()):
            if value is old:
                setattr(place, name, new)
