"""What the library says of a wrong input, in the words of the command line: its options and commands."""

from __future__ import annotations

from mhgraph import bounds
from mhgraph.errors import InvalidValue, MhgraphError, ReadOnlyProject, UnknownName

_SHOWN = {"key": "KEY", "file": "FILE", "pattern": "pattern", "language": "--lang", "name": "NAME", "query": "QUERY"}
"""How help shows the parameters that are no options, or options of another name."""


def explain_error(error: MhgraphError) -> str:
    """Return the one line that a user of the command line reads about an error.

    >>> explain_error(InvalidValue("ledger", "x", "one or more of stated, judged, inferred"))
    "'x' does not fit --ledger; expected one or more of stated, judged, inferred"
    """
    if isinstance(error, InvalidValue):
        return str(InvalidValue(_option(error.parameter), error.value, error.expected))
    if isinstance(error, ReadOnlyProject):
        remedy = "run the command in a checkout, or name one with --root"
    elif isinstance(error, UnknownName) and not error.candidates:
        remedy = "try 'mhgraph find WORDS'"
    else:
        return str(error)
    return str(MhgraphError(error.problem, remedy, path=error.path, line=error.line))


def shorten(message: str) -> str:
    """Return a message without its middle, if it is longer than people read.

    >>> shorten("no entity is called '" + "x" * 5000 + "'; try other words").count("x") < bounds.SHOWN
    True
    """
    half = bounds.SHOWN // 2
    return message if len(message) <= bounds.SHOWN else f"{message[:half]} … {message[-half:]}"


def _option(parameter: str) -> str:
    return _SHOWN.get(parameter, f"--{parameter.replace('_', '-')}")
