"""Keeping Python libraries off the network while they run shapes: Python tells of each socket before it is made."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

_STATE = threading.local()


class SocketRefused(Exception):
    """A library was about to open a connection for a text in a shape."""


@contextmanager
def refuse_sockets() -> Iterator[None]:
    """Let no Python code of this thread make or use a socket; what tries gets SocketRefused."""
    _install()
    before = getattr(_STATE, "refuses", False)
    _STATE.refuses = True
    try:
        yield
    finally:
        _STATE.refuses = before


@cache
def _install() -> None:
    sys.addaudithook(_audit)  # once, for a hook stays for as long as the process lives


def _audit(event: str, arguments: object) -> None:
    if event.startswith(("socket.", "urllib.")) and getattr(_STATE, "refuses", False):
        raise SocketRefused("shapes open no connection")
