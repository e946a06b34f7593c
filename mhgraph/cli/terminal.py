"""Standard output and standard error: UTF-8 in every locale, and nothing that a terminal would obey."""

from __future__ import annotations

import io
import os
import sys
from typing import TextIO

from mhgraph.text.characters import visible_lines


class Terminal(io.TextIOWrapper):
    """A terminal on which a text from data, from a value or from an error is shown and not obeyed."""

    def __init__(self, unguarded: io.TextIOWrapper) -> None:
        self.unguarded = unguarded
        unguarded.flush()
        super().__init__(unguarded.buffer, encoding="utf-8", errors="backslashreplace", line_buffering=True)

    def write(self, text: str, /) -> int:
        """Return how many characters were written, what a terminal would obey replaced."""
        return super().write(visible_lines(text))


def prepare_streams() -> None:
    """Make standard output and standard error fit for every text: UTF-8 whatever the locale, guarded on a terminal."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if type(stream) is io.TextIOWrapper:  # not what a caller put in its place
            # a name of a file may hold bytes that are no text; they are shown as what they are
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
            if stream.isatty():
                setattr(sys, name, Terminal(stream))


def unguarded(stream: TextIO) -> TextIO:
    """Return what is behind a guarded stream, for a library that draws with commands from texts made visible before."""
    if isinstance(stream, Terminal):
        stream.flush()
        return stream.unguarded
    return stream


def require_utf8_names() -> None:
    """Start again in Python's UTF-8 mode where the locale would read arguments and file names as ASCII.

    With `LC_ALL=C` and `PYTHONUTF8=0` a name such as `café.txt` arrives as bytes, and cannot be shown or opened by what
    a project calls it. The new start takes the place of this process.
    """
    if os.name == "posix" and not sys.flags.utf8_mode and sys.getfilesystemencoding() != "utf-8":
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])  # noqa: S606 - our own arguments
