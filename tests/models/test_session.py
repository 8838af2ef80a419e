"""The runtime of the models keeps to itself what it does."""

import os
import subprocess
import sys
from pathlib import Path

_OPEN_A_MODEL = """
from secondsource.models.cross_encoder import ENGLISH, open_cross_encoder
open_cross_encoder(ENGLISH).read_pairs([("The mill burnt.", "The mill burnt down.")])
"""


def test_a_model_leaves_nothing_to_be_sent_in_the_home_folder(tmp_path: Path) -> None:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("ORT_", "XDG_"))}
    environment = {**kept, "HOME": str(tmp_path), "USERPROFILE": str(tmp_path)}
    subprocess.run([sys.executable, "-c", _OPEN_A_MODEL], env=environment, check=True)
    assert not list(tmp_path.rglob("*"))
