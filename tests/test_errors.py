"""Errors: one base, facts as attributes, one line with file, line and remedy."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from mhgraph import errors
from mhgraph.errors import MhgraphError

PACKAGE = Path(errors.__file__).parent
EXAMPLES = [
    (errors.ProjectNotFound(Path("/x")), "/x: no mhgraph project here; a project has ontology/mhgraph.ttl and data/"),
    (
        errors.ReadOnlyProject(Path("/x")),
        "/x: this is the installed copy of the graph, which is not edited; work in a checkout of the project",
    ),
    (
        errors.UnreadableFile(Path("a"), "not UTF-8 text", "save it as UTF-8", line=3),
        "a:3: not UTF-8 text; save it as UTF-8",
    ),
    (errors.UnreadableFile(Path("a"), "it is a folder"), "a: it is a folder"),
    (errors.UnwritableTarget(Path("a"), "not allowed"), "a: cannot write: not allowed; choose another target"),
    (errors.TargetExists(Path("a")), "a: exists already; choose another key, or edit the file"),
    (
        errors.LinkLeadsOut(Path("a")),
        "a: a symbolic link leads out of the project; put the file itself in its place",
    ),
    (
        errors.CapturedAlready("notice#c1"),
        "the same text is captured already: notice#c1; add what is new to the file of that source",
    ),
    (errors.RDFSyntaxError(Path("a"), 7, "oops"), "a:7: not valid RDF: oops; fix the syntax at this line"),
    (
        errors.OversizedLiteral(Path("a"), 2, 20000, 10000),
        "a:2: a literal of 20,000 characters, where 10,000 are allowed; "
        "leave the text where it is published and say in your own words what it says",
    ),
    (
        errors.OversizedName(Path("a"), 2, 20000, 10000),
        "a:2: a name of 20,000 characters, where 10,000 are allowed; shorten it",
    ),
    (
        errors.CommentInData(Path("a"), 2),
        "a:2: a comment would be lost on formatting; write the remark as skos:editorialNote",
    ),
    (errors.InvalidHeader("no header", "add one", path=Path("q.rq"), line=1), "q.rq:1: no header; add one"),
    (errors.InvalidQuery("the query does not parse: a\n  b"), "the query does not parse: a b"),
    (errors.QueryStopped("too long", "ask for less"), "too long; ask for less"),
    (errors.EndpointFailed("http://e/", "is a web page", "name another"), "http://e/ is a web page; name another"),
    (errors.ReadOnlyStore("http://e/"), "http://e/ is only read; load data into it with the tools of its own store"),
    (errors.UnknownQuestion("eventz", ["events"]), "no question is called 'eventz'; did you mean events?"),
    (errors.UnknownQuestion("eventz", []), "no question is called 'eventz'"),
    (
        errors.UnknownParameter("speakers", "rolle", ["person", "role"]),
        "the question speakers has no parameter 'rolle'; it has person, role",
    ),
    (errors.UnknownParameter("speakers", "rolle", []), "the question speakers has no parameter 'rolle'; it has none"),
    (errors.UnknownName("x", ["a", "b"], expected="event"), "no event is called 'x'; nearest: a, b"),
    (errors.UnknownName("x", []), "no entity is called 'x'; search for it by other words"),
    (errors.AmbiguousName("x", list("abcdefg")), "'x' can mean 7 things; say which: a, b, c, d, e and 2 more"),
    (errors.InvalidValue("year", "x", "a year like 2018"), "'x' does not fit year; expected a year like 2018"),
    (errors.OutputClosed(), "the reader of the output closed it before the end; write to a file instead"),
]


@pytest.mark.parametrize(("error", "sentence"), EXAMPLES, ids=lambda example: type(example).__name__)
def test_the_sentence(error: MhgraphError, sentence: str) -> None:
    assert str(error) == sentence
    assert "\n" not in str(error)
    assert isinstance(error, MhgraphError)


def test_the_library_names_no_option_of_the_command_line() -> None:
    found = [
        f"{path.relative_to(PACKAGE)}:{node.lineno}: {node.value!r}"
        for path in sorted(PACKAGE.rglob("*.py"))
        if path.relative_to(PACKAGE).parts[0] != "cli"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and re.search(r"(?<![\w-])--[a-z]", str(node.value))
    ]
    assert found == []


def test_every_kind_has_an_example() -> None:
    kinds = {kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, Exception)}
    kinds -= {errors.AnswerCut}  # a warning: an answer is there, and not whole
    assert kinds - {MhgraphError} == {type(error) for error, _ in EXAMPLES}


def test_facts_are_attributes() -> None:
    name = errors.UnknownName("x", ["a"], expected="event")
    assert (name.name, name.candidates) == ("x", ("a",))
    value = errors.InvalidValue("year", "x", "a year")
    assert (value.parameter, value.value, value.expected) == ("year", "x", "a year")
    syntax = errors.RDFSyntaxError(Path("a"), 7, "oops")
    assert (syntax.path, syntax.line, syntax.reason, syntax.remedy) == (
        Path("a"),
        7,
        "oops",
        "fix the syntax at this line",
    )
