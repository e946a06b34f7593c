"""Raptor: a parser in C that shares no code with the others."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

_FORMATS = {".ttl": "turtle", ".trig": "trig", ".nq": "nquads", ".owl": "rdfxml"}


def count_with_raptor(path: Path) -> int:
    """Return how many triples or quads of a file Raptor reads; fail if it complains."""
    rapper = shutil.which("rapper")
    if rapper is None:
        message = "rapper is not installed (package raptor2-utils)"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    command: list[str | Path] = [rapper, "-c", "-i", _FORMATS[path.suffix], path]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    assert "error" not in ended.stderr.lower()
    assert "warning" not in ended.stderr.lower()
    counted = re.search(r"returned (\d+) triples", ended.stderr)
    assert counted is not None
    return int(counted[1])
