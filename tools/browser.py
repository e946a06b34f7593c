"""Which browser opens the page in tests and measurements, and how it is started."""

from __future__ import annotations

import os
import shutil

ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
"""The arguments of Chromium: tests run as root in a container, without a screen or a network."""

_NAMES = ("chromium", "chromium-browser", "google-chrome")


def find_browser() -> str | None:
    """Return the path of Chromium: the one of the environment (MHGRAPH_BROWSER), else the first that is installed."""
    return os.environ.get("MHGRAPH_BROWSER") or next(filter(None, map(shutil.which, _NAMES)), None)
