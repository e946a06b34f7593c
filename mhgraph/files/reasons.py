"""Why the system refused, in words that a reader of one line understands."""

from __future__ import annotations

import errno

_REASONS = {
    FileNotFoundError: "no such file or folder",
    IsADirectoryError: "it is a folder",
    FileExistsError: "a part of the path is not a folder",
    NotADirectoryError: "a part of the path is not a folder",
    PermissionError: "not allowed",
}


class Refusal(OSError):
    """We refuse to write what the system would let us write."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(0, reason)


def explain_failure(error: OSError) -> str:
    """Return the reason of an error in words.

    >>> explain_failure(PermissionError(13, "Permission denied"))
    'not allowed'
    """
    if isinstance(error, Refusal):
        return error.reason
    if error.errno == errno.EXDEV:
        return "the system does not let it be moved"
    reason = _REASONS.get(type(error), (error.strerror or "").lower())
    return reason or str(error) or type(error).__name__  # an engine says more in its own words
