"""What can be wrong with what somebody gave us: one base class, one child for each kind of wrong input.

An error carries its facts as attributes; the one line that people read is built from them. A message speaks of what the
library knows; the command line translates it to options (`mhgraph.cli.messages`). Findings about data are values
(`mhgraph.checks.finding`), not errors.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


class MhgraphError(Exception):
    """Base of every error that comes from the input and not from our code.

    `problem` says what is wrong, `remedy` what to do; `path` and `line` (from 1) say where, if it is in a file.

    >>> print(MhgraphError("the header has no question", "add one", path=Path("queries/a.rq"), line=1))
    queries/a.rq:1: the header has no question; add one
    """

    def __init__(self, problem: str, remedy: str = "", *, path: Path | None = None, line: int | None = None) -> None:
        self.problem = problem
        self.remedy = remedy
        self.path = path
        self.line = line
        super().__init__(problem)

    def __str__(self) -> str:
        where = "" if self.path is None else f"{self.path}: " if self.line is None else f"{self.path}:{self.line}: "
        sentence = self.problem + (f"; {self.remedy}" if self.remedy else "")
        return where + " ".join(sentence.split())


class ProjectNotFound(MhgraphError):
    """A folder was named as a project and is none."""

    def __init__(self, root: Path) -> None:
        self.root = root
        super().__init__("no mhgraph project here", "a project has ontology/mhgraph.ttl and data/", path=root)


class ReadOnlyProject(MhgraphError):
    """A command that writes into the project met the copy that is installed with the package."""

    def __init__(self, root: Path) -> None:
        self.root = root
        super().__init__(
            "this is the installed copy of the graph, which is not edited",
            "work in a checkout of the project",
            path=root,
        )


class LinkLeadsOut(MhgraphError):
    """A symbolic link in a project leads out of it: to what is not the project's."""

    def __init__(self, path: Path) -> None:
        super().__init__("a symbolic link leads out of the project", "put the file itself in its place", path=path)


class UnreadableFile(MhgraphError):
    """A file is missing, a folder, not allowed, or not UTF-8."""

    def __init__(self, path: Path, reason: str, remedy: str = "", *, line: int | None = None) -> None:
        self.reason = reason
        super().__init__(reason, remedy, path=path, line=line)


class UnwritableTarget(MhgraphError):
    """An output cannot be written; nothing was left behind."""

    def __init__(self, path: Path, reason: str) -> None:
        self.reason = reason
        super().__init__(f"cannot write: {reason}", "choose another target", path=path)


class TargetExists(MhgraphError):
    """A file that would have to be made exists, and is not overwritten."""

    def __init__(self, path: Path) -> None:
        super().__init__("exists already", "choose another key, or edit the file", path=path)


class CapturedAlready(MhgraphError):
    """A text was to be written down that a source has already, paragraph by paragraph."""

    def __init__(self, capture: str) -> None:
        self.capture = capture
        super().__init__(f"the same text is captured already: {capture}", "add what is new to the file of that source")


class RDFSyntaxError(MhgraphError):
    """A file is not the Turtle or TriG that its name promises."""

    def __init__(self, path: Path, line: int | None, reason: str) -> None:
        self.reason = reason
        super().__init__(f"not valid RDF: {reason}", "fix the syntax at this line", path=path, line=line)


class OversizedLiteral(MhgraphError):
    """A file holds a literal that is longer than any text that belongs there."""

    def __init__(self, path: Path, line: int | None, length: int, limit: int) -> None:
        self.length = length
        self.limit = limit
        super().__init__(
            f"a literal of {length:,} characters, where {limit:,} are allowed",
            "leave the text where it is published and say in your own words what it says",
            path=path,
            line=line,
        )


class OversizedName(MhgraphError):
    """A file holds an IRI, or a language tag, that is longer than any name is."""

    def __init__(self, path: Path, line: int | None, length: int, limit: int) -> None:
        self.length = length
        self.limit = limit
        super().__init__(
            f"a name of {length:,} characters, where {limit:,} are allowed", "shorten it", path=path, line=line
        )


class CommentInData(MhgraphError):
    """A file that is formatted holds a comment, which would be lost."""

    def __init__(self, path: Path, line: int) -> None:
        super().__init__(
            "a comment would be lost on formatting",
            "write the remark as skos:editorialNote",
            path=path,
            line=line,
        )


class InvalidHeader(MhgraphError):
    """The `#+` header of a query or rule is not what it must be."""


class InvalidQuery(MhgraphError):
    """A query does not parse, is not read-only, or asks for what is refused."""


class QueryStopped(MhgraphError):
    """A query met a limit (time, memory, output), or took its process down."""


class EndpointFailed(MhgraphError):
    """A SPARQL endpoint cannot be reached, refuses, or answers with something that is no answer."""

    def __init__(self, address: str, problem: str, remedy: str = "") -> None:
        self.address = address
        super().__init__(f"{address} {problem}", remedy)


class ReadOnlyStore(MhgraphError):
    """Somebody tried to write into a store that is only read."""

    def __init__(self, address: str) -> None:
        super().__init__(f"{address} is only read", "load data into it with the tools of its own store")


class AnswerCut(UserWarning):
    """A server sent fewer rows than there are."""

    def __init__(self, address: str, count: int) -> None:
        self.address = address
        self.count = count
        super().__init__(f"{address} cut the answer after {count:,} rows; ask for less, or have its limit raised")


class UnknownQuestion(MhgraphError):
    """No canned query has this name."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        self.name = name
        self.known = tuple(known)
        super().__init__(f"no question is called '{name}'", f"did you mean {_choices(known)}?" if known else "")


class UnknownParameter(MhgraphError):
    """A question has no parameter of this name.

    >>> print(UnknownParameter("speakers", "rolle", ["person", "role"]))
    the question speakers has no parameter 'rolle'; it has person, role
    """

    def __init__(self, question: str, name: str, known: Sequence[str]) -> None:
        self.question = question
        self.name = name
        self.known = tuple(known)
        remedy = f"it has {', '.join(known)}" if known else "it has none"
        super().__init__(f"the question {question} has no parameter '{name}'", remedy)


class UnknownName(MhgraphError):
    """No entity answers to a name."""

    def __init__(self, name: str, candidates: Sequence[str], *, expected: str = "entity") -> None:
        self.name = name
        self.candidates = tuple(candidates)
        remedy = f"nearest: {_choices(candidates)}" if candidates else "search for it by other words"
        super().__init__(f"no {expected} is called '{name}'", remedy)


class AmbiguousName(MhgraphError):
    """Several entities answer to a name."""

    def __init__(self, name: str, candidates: Sequence[str]) -> None:
        self.name = name
        self.candidates = tuple(candidates)
        super().__init__(f"'{name}' can mean {len(candidates)} things", f"say which: {_choices(candidates)}")


class InvalidValue(MhgraphError):
    """A value does not fit the parameter it was given for, which is named as in Python: `ledger`, not an option.

    >>> print(InvalidValue("year", "MMXX", "a year like 2018"))
    'MMXX' does not fit year; expected a year like 2018
    """

    def __init__(self, parameter: str, value: str, expected: str) -> None:
        self.parameter = parameter
        self.value = value
        self.expected = expected
        super().__init__(f"'{value}' does not fit {parameter}", f"expected {expected}")


class OutputClosed(MhgraphError):
    """Whoever read our output stopped reading."""

    def __init__(self) -> None:
        super().__init__("the reader of the output closed it before the end", "write to a file instead")


def _choices(names: Sequence[str]) -> str:
    shown = ", ".join(names[:5])
    return shown + (f" and {len(names) - 5} more" if len(names) > 5 else "")
