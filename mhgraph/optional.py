"""Libraries that only some need: imported when they are used, with one clear line when they are missing."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from mhgraph.errors import MhgraphError


class MissingLibrary(MhgraphError):
    """Something was asked for that needs a library which is not installed."""

    def __init__(self, wish: str, library: str, extra: str) -> None:
        self.library = library
        self.extra = extra
        super().__init__(f"{wish} needs {library}, which is not installed", f"run: pip install 'mhgraph[{extra}]'")


def load_extra(module: str, *, wish: str, extra: str) -> Any:
    """Return an optional module.

    Raises:
        MissingLibrary: it is not installed; the error names the extra of the package that brings it.

    >>> load_extra("no_such_library", wish="a picture", extra="plots")
    Traceback (most recent call last):
    ...
    mhgraph.optional.MissingLibrary: a picture needs no_such_library, which is not installed; run: ...
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise MissingLibrary(wish, module.partition(".")[0], extra) from error
