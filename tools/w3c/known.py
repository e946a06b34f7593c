"""Where we do not do what a test of the W3C wants, and why."""

from __future__ import annotations

ON_PURPOSE = {
    "SERVICE is refused": "a query stays on this machine",
    "a quoted triple, which is not read here": "data is RDF 1.1; stores that load our dumps do not read 1.2 yet",
    "the engine has no function <": "a query may call the functions of SPARQL and no others, which is said in one line",
}
"""What an error says when a text is refused on purpose, with the reason."""

KNOWN = {
    "sparql/sparql10/expr-builtin/case-insensitive-booleans.rq": "the engine takes only small letters",
    "sparql/sparql10/syntax-sparql3/syn-bad-26.rq": "the engine reads '<' where the longest token would be an IRI",
    "sparql/sparql12/grouping/select-variable-reuse.rq": "the engine does not see a variable of the same SELECT",
    "sparql/sparql12/syntax-triple-terms-negative/tripleterm-subject-03.rq": "the engine takes any subject here",
    "sparql/sparql12/syntax-triple-terms-negative/tripleterm-subject-06.rq": "the engine takes any subject here",
    "sparql/sparql12/syntax/nested-aggregate-functions.rq": "the engine takes an aggregate within an aggregate",
}
"""Tests on which the engine disagrees, by name, with the reason."""
