"""The `#+` header of a query or rule file: YAML behind `#+`, the habit of grlc. Unknown keys are errors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from mhgraph import bounds
from mhgraph.errors import InvalidHeader
from mhgraph.files import read_text

_MARK = "#+"


class HeadedFile(NamedTuple):
    """A file with its header as a mapping and its body (SPARQL) as text, which begins at `first_line` of the file.

    `text` is all of it, as it was read.
    """

    path: Path
    header: Mapping[str, Any]
    body: str
    first_line: int
    text: str


def read_headed(path: Path, *, required: Sequence[str] = (), optional: Sequence[str] | None = ()) -> HeadedFile:
    """Return the header and the body of a file; with None for `optional`, any further keys may stand in the header.

    Raises:
        InvalidHeader: the header is no mapping or too long, or a key is missing, unknown or empty.
    """
    text = read_text(path)
    lines = text.splitlines()
    count = next((i for i, line in enumerate(lines) if not line.startswith(_MARK)), len(lines))
    if not count:
        raise InvalidHeader("no header", f"begin the file with lines '{_MARK} key: value'", path=path, line=1)
    if sum(map(len, lines[:count])) > bounds.HEADER:
        problem = f"the header has more than {bounds.HEADER:,} characters"
        raise InvalidHeader(problem, "say it in fewer words", path=path, line=1)
    header = _yaml("\n".join(line[len(_MARK) :].removeprefix(" ") for line in lines[:count]), path)
    check_keys(header, required, list(header) if optional is None else optional, path=path, line=1, where="header")
    blank = next((i for i, line in enumerate(lines[count:]) if line.strip()), 0)
    return HeadedFile(path, header, "\n".join(lines[count:]).strip() + "\n", count + blank + 1, text)


def check_keys(
    mapping: object, required: Sequence[str], optional: Sequence[str], *, path: Path, line: int, where: str
) -> None:
    """Check that `mapping` has the required keys, and no keys but the required and the optional.

    Raises:
        InvalidHeader: it has not, or is no mapping; `where` names it.
    """
    known = ", ".join([*required, *optional])
    if not isinstance(mapping, dict):
        raise InvalidHeader(f"the {where} is not a list of keys", f"write {known}", path=path, line=line)
    for key in mapping:
        if key not in required and key not in optional:
            raise InvalidHeader(f"unknown key '{key}' in the {where}", f"known: {known}", path=path, line=line)
    for key in required:
        if mapping.get(key) in (None, "", []):
            raise InvalidHeader(f"the {where} has no '{key}'", "add it", path=path, line=line)


def _yaml(text: str, path: Path) -> Mapping[str, Any]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        for event in yaml.parse(text, Loader=loader) if "*" in text else ():
            if isinstance(event, yaml.AliasEvent):  # thirty of them stand for more than memory holds
                line = event.start_mark.line + 1 if event.start_mark else 1
                raise InvalidHeader("the header has an alias (*)", "write what it stands for", path=path, line=line)
        loaded = yaml.load(text, Loader=loader)  # noqa: S506 - both are safe
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        reason = getattr(error, "problem", None) or "cannot be read"
        line = min(mark.line, text.count("\n")) + 1 if mark else 1  # the mark of an early end is below the header
        raise InvalidHeader(f"the header is not YAML: {reason}", "fix it", path=path, line=line) from error
    if not isinstance(loaded, dict):
        raise InvalidHeader("the header is not a list of keys", "write 'key: value' lines", path=path, line=1)
    return loaded
