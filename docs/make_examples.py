"""Make the examples of docs/lineage-outputs.md again, from the bundled newsroom.

    python docs/make_examples.py

Runs every command that the page shows, in the order of the page, and puts what it prints below
it; the picture and the excerpt of the provenance are made again too.
"""

import contextlib
import io
import json
import os
import re
import shlex
import tempfile
from pathlib import Path

from secondsource.cli import app
from secondsource.demo import build_archive

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "lineage-outputs.md"
PICTURE = ROOT / "docs" / "images" / "timeline.svg"
_BLOCK = re.compile(r"```console\n\$ secondsource (.*?)\n(.*?)```", re.DOTALL)
_EXCERPT = re.compile(r"```json\n.*?```", re.DOTALL)


def main() -> None:
    """Write the page and the picture anew."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        page = _BLOCK.sub(lambda block: _remake(block[1], folder), PAGE.read_text("utf-8"))
        document = json.loads((folder / "prov.jsonld").read_text("utf-8"))
        PICTURE.write_bytes((folder / "timeline.svg").read_bytes())
    (examined,) = [node for node in document["@graph"] if "wasRevisionOf" in node]
    examined.pop("prov:qualifiedAttribution")  # long, and told in the text
    excerpt = json.dumps(examined, ensure_ascii=False, indent=1)
    PAGE.write_text(_EXCERPT.sub(lambda _: f"```json\n{excerpt}\n```", page), "utf-8")


def _remake(words: str, folder: Path) -> str:
    """The block of a command with what it prints now."""
    return f"```console\n$ secondsource {words}\n{run(words, folder)}```"


def run(words: str, folder: Path) -> str:
    """What a command of the page prints, with its archive and its files in a folder."""
    archive = folder / "demo-archive"
    if not archive.exists():
        build_archive(archive)
    given = words.replace("demo-archive", str(archive)).replace(" src/", f" {ROOT}/src/")
    printed = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    with contextlib.chdir(folder), contextlib.redirect_stdout(printed):
        app(shlex.split(given), standalone_mode=False)
    printed.seek(0)
    return printed.read()


def read_examples() -> list[tuple[str, str]]:
    """The commands that the page shows, each with what it says that they print."""
    return [(block[1], block[2]) for block in _BLOCK.finditer(PAGE.read_text("utf-8"))]


if __name__ == "__main__":
    os.environ.setdefault("COLUMNS", "200")
    main()
