"""Holds every evaluation to the floor that is pinned for it.

    python -m evals.ratchet --data ../shared/data

Runs the evaluations named in `floors.toml` on the data folder, two at a time, and fails when a
figure is below its floor. Skips with a message when the folder does not exist.
"""

import json
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import typer

FLOORS = Path(__file__).with_name("floors.toml")
_AT_ONCE = 2
_FEWER = {  # they take minutes: a part is held
    "translation": ("--every", "4"),
    "contested": ("--sizes", "500"),
    "circular": ("--worlds", "60"),
    "retrieval": ("--every", "5"),
}


def main(data: Path = Path("../shared/data")) -> None:
    """Exits with 1 when a figure has fallen below its floor."""
    if not data.is_dir():
        print(f"evaluations skipped: there is no folder {data}")
        return
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        held = pool.map(lambda entry: list(_hold(entry[0], entry[1], data)), read_floors().items())
        failures = [failure for of_one in held for failure in of_one]
    for failure in failures:
        print(f"BELOW ITS FLOOR: {failure}")
    sys.exit(1 if failures else 0)


def read_floors() -> Mapping[str, Mapping[str, float]]:
    """For each evaluation its figures and their floors."""
    floors: Mapping[str, Mapping[str, float]] = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    return floors


def _hold(name: str, floors: Mapping[str, float], data: Path) -> Iterator[str]:
    command = [sys.executable, "-m", f"evals.{name}", "--data", str(data), *_FEWER.get(name, ())]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        yield f"evals.{name} failed:\n{done.stderr}"
        return
    figures = json.loads(done.stdout.splitlines()[-1])
    print(f"{name}: {json.dumps(figures)}", flush=True)
    for key, floor in floors.items():
        value = find_figure(figures, key)
        if value is None or value < floor:
            yield f"{name}.{key} is {value}, its floor is {floor}"


def find_figure(figures: Mapping[str, object], key: str) -> float | None:
    """A figure by its name; a dot goes into a nested object; None when it is not there."""
    value: object = figures
    for part in key.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return float(value) if isinstance(value, int | float) else None


if __name__ == "__main__":
    typer.run(main)
