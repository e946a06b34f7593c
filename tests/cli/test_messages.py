"""What users read about an error: the words of the library, with the options of the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from mhgraph.cli.messages import explain_error
from mhgraph.errors import InvalidValue, MhgraphError, RDFSyntaxError, ReadOnlyProject, UnknownName

EXAMPLES = [
    (InvalidValue("year", "x", "a year like 2018"), "'x' does not fit --year; expected a year like 2018"),
    (InvalidValue("told_by", "x", "a source"), "'x' does not fit --told-by; expected a source"),
    (InvalidValue("language", "x", "a tag"), "'x' does not fit --lang; expected a tag"),
    (InvalidValue("key", "X", "lower case"), "'X' does not fit KEY; expected lower case"),
    (InvalidValue("file", "x", "a file"), "'x' does not fit FILE; expected a file"),
    (
        ReadOnlyProject(Path("/x")),
        "/x: this is the installed copy of the graph, which is not edited; "
        "run the command in a checkout, or name one with --root",
    ),
    (UnknownName("x", []), "no entity is called 'x'; try 'mhgraph find WORDS'"),
    (UnknownName("x", ["a"]), "no entity is called 'x'; nearest: a"),
    (RDFSyntaxError(Path("a"), 7, "oops"), "a:7: not valid RDF: oops; fix the syntax at this line"),
]


@pytest.mark.parametrize(("error", "line"), EXAMPLES, ids=lambda example: type(example).__name__)
def test_an_error_in_the_words_of_the_command_line(error: MhgraphError, line: str) -> None:
    assert explain_error(error) == line
