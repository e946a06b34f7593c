"""What the tests of the dumps share."""

from __future__ import annotations

from pathlib import Path

import pytest

from mhgraph.graph import BaseGraph
from mhgraph.release import EXTRAS
from mhgraph.release.build import build


@pytest.fixture(scope="session")
def release(small: BaseGraph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of all dumps of the small project. Nothing in it is changed."""
    folder = tmp_path_factory.mktemp("release")
    build(small, folder, EXTRAS)
    return folder
