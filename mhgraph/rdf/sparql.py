"""SPARQL as text: the words of a query, told apart from names, variables, strings and comments.

No parser of a query is at hand in Python that is fast and complete; what is asked here (does a keyword occur?) needs
only the tokens of the grammar, https://www.w3.org/TR/sparql11-query/#sparqlGrammar.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from mhgraph.rdf.terms import Term

MAX_DEPTH = 100
"""How deeply a query of ours may nest (`depth_of`); engines take some hundreds."""

_TOKENS = re.compile(
    r"""<[^<>"{}|^`\\\x00-\x20]*>"""
    r"""|\"\"\"(?:\\.|[^\\])*?\"\"\"|'''(?:\\.|[^\\])*?'''"""
    r"""|"(?:\\.|[^"\\\n\r])*"|'(?:\\.|[^'\\\n\r])*'"""
    r"""|\#[^\n\r]*"""
    r"""|(?P<variable>[?$]\w+)|@\w+|[\w.-]*:[\w.%-]*"""
    r"""|(?P<word>\w+)""",
    re.DOTALL,
)
_PREFIX_OPERATORS = re.compile(r"(?:[!^+-]\s*)+")
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def words_of(query: str) -> list[str]:
    """Return the bare words of a query in upper case: keywords, without names, variables, strings and comments.

    >>> words_of("SELECT ?service { <http://e/SERVICE> ex:service 'SERVICE' } # SERVICE")
    ['SELECT']
    """
    plain = _ESCAPE.sub(lambda match: chr(min(int(match[1] or match[2], 16), 0x10FFFF)), query)
    return [match["word"].upper() for match in _TOKENS.finditer(plain) if match["word"]]


def depth_of(query: str) -> int:
    """Return how deeply the brackets of a query nest, or how many operators stand in a row, whichever is more.

    Engines read both by recursion, and die where their stack ends.

    >>> depth_of("SELECT * { { ?s ?p '((((' } }"), depth_of("ASK { FILTER(!!!!!true) }")
    (2, 5)
    """
    plain = _TOKENS.sub(" ", query)
    depth = deepest = 0
    for mark in plain:
        if mark in "([{":
            depth += 1
            deepest = max(deepest, depth)
        elif mark in ")]}":
            depth -= 1
    rows = (match.group() for match in _PREFIX_OPERATORS.finditer(plain))
    return max(deepest, *(sum(not mark.isspace() for mark in row) for row in rows), 0)


def replace_variables(text: str, replace: Callable[[str], str]) -> str:
    """Return a SPARQL text in which each variable is replaced by what `replace` makes of its name.

    >>> replace_variables("?event a mh:Event . ?event rdfs:label '?event'", "<v:{}>".format)
    "<v:event> a mh:Event . <v:event> rdfs:label '?event'"
    """
    return _TOKENS.sub(lambda match: replace(match["variable"][1:]) if match["variable"] else match[0], text)


def values_block(names: Sequence[str], rows: Iterable[Sequence[Term | None]]) -> str:
    """Return a VALUES block; every term is serialised by the library, None is UNDEF.

    >>> from pyoxigraph import Literal
    >>> values_block(["a", "b"], [[Literal("x"), None]])
    'VALUES (?a ?b) { ("x" UNDEF) }'
    """
    lines = " ".join(f"({' '.join('UNDEF' if term is None else str(term) for term in row)})" for row in rows)
    return f"VALUES ({' '.join(f'?{name}' for name in names)}) {{ {lines} }}"
