"""SPARQL as text: the tokens of a query, and what can be told from them alone.

No parser of a query is at hand in Python that is fast and complete; what is asked here (does a keyword occur?) needs
only the tokens of the grammar, https://www.w3.org/TR/sparql11-query/#sparqlGrammar.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from mhgraph.rdf.terms import Term

MAX_DEPTH = 100
"""How deeply a query of ours may nest (`depth_of`); engines take some hundreds."""


class Kind(Enum):
    """What a token is: TERM is an IRI, a prefixed name or a string, WORD a keyword or a number, MARK one character."""

    TERM = "term"
    COMMENT = "comment"
    VARIABLE = "variable"
    TAG = "tag"
    WORD = "word"
    BLANK = "blank"
    MARK = "mark"


class Token(NamedTuple):
    """A token of a query, as it is written, with the character (from 0) at which it begins."""

    kind: Kind
    text: str
    start: int


_TOKEN = re.compile(
    r"""(?P<term><[^<>"{}|^`\\\x00-\x20]*>"""
    r"""|\"\"\"(?:\\.|[^\\])*?\"\"\"|'''(?:\\.|[^\\])*?'''"""
    r"""|"(?:\\.|[^"\\\n\r])*"|'(?:\\.|[^'\\\n\r])*'|[\w.-]*:[\w.%-]*)"""
    r"""|(?P<comment>\#[^\n\r]*)"""
    r"""|(?P<variable>[?$]\w+)"""
    r"""|(?P<tag>@\w+)"""
    r"""|(?P<word>\w+)"""
    r"""|(?P<blank>\s+)"""
    r"""|(?P<mark>.)""",
    re.DOTALL,
)
_FORMS = ("SELECT", "CONSTRUCT", "ASK", "DESCRIBE")
_KINDS = {kind.value: kind for kind in Kind}
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def tokenize(query: str) -> Iterator[Token]:
    """Yield the tokens of a query, blanks and comments included: joined, they are the query again.

    >>> [token.text for token in tokenize("ASK { ?s a e:Event }") if token.kind is not Kind.BLANK]
    ['ASK', '{', '?s', 'a', 'e:Event', '}']
    """
    for match in _TOKEN.finditer(query):
        yield Token(_KINDS[str(match.lastgroup)], match.group(), match.start())


def words_of(query: str) -> list[str]:
    """Return the bare words of a query in upper case: keywords, without names, variables, strings and comments.

    >>> words_of("SELECT ?service { <http://e/SERVICE> ex:service 'SERVICE' } # SERVICE")
    ['SELECT']
    """
    plain = _ESCAPE.sub(lambda match: chr(min(int(match[1] or match[2], 16), 0x10FFFF)), query)
    return [token.text.upper() for token in tokenize(plain) if token.kind is Kind.WORD]


def form_of(query: str) -> str:
    """Return the form of a query: SELECT, CONSTRUCT, ASK or DESCRIBE; "" if it has none.

    >>> form_of("PREFIX e: <http://e/> ASK { { SELECT * { ?s a e:Event } } }")
    'ASK'
    """
    return next((word for word in words_of(query) if word in _FORMS), "")


def put_in_graph(query: str, graph: str) -> str:
    """Return a query whose outermost group means one named graph; a GRAPH in it means what it says.

    >>> put_in_graph("ASK { ?s ?p ?o GRAPH ?g { ?s a ?c } }", "http://e/g")
    'ASK { GRAPH <http://e/g> { ?s ?p ?o GRAPH ?g { ?s a ?c } }}'
    """
    depth, last_word, start, end = 0, "", None, len(query)
    for kind, text, at in tokenize(query):
        if kind is Kind.MARK and text in "{(":
            if text == "{" and depth == 0 and start is None and last_word != "CONSTRUCT":
                start = at + 1
            depth += 1
        elif kind is Kind.MARK and text in "})":
            depth -= 1
            if depth == 0 and start is not None:
                end = at
                break
        elif kind is Kind.WORD and depth == 0:
            last_word = text.upper()
    return f"{query[:start]} GRAPH <{graph}> {{{query[start:end]}}}{query[end:]}" if start is not None else query


def variables_of(query: str) -> list[str]:
    """Return the names of the variables of a query, each once, in the order of the text.

    >>> variables_of("SELECT ?event { ?event rdfs:label '?label' } # ?comment")
    ['event']
    """
    return list(dict.fromkeys(token.text[1:] for token in tokenize(query) if token.kind is Kind.VARIABLE))


def depth_of(query: str) -> int:
    """Return how deeply the brackets of a query nest, or how many operators stand in a row, whichever is more.

    Engines read both by recursion, and die where their stack ends.

    >>> depth_of("SELECT * { { ?s ?p '((((' } }"), depth_of("ASK { FILTER(!!!!!true) }")
    (2, 5)
    """
    depth = deepest = row = 0
    for kind, text, _ in tokenize(query):
        if kind in (Kind.BLANK, Kind.COMMENT):
            continue
        row = row + 1 if kind is Kind.MARK and text in "!^+-" else 0
        if kind is Kind.MARK:
            depth += (text in "([{") - (text in ")]}")
        deepest = max(deepest, depth, row)
    return deepest


def replace_variables(text: str, replace: Callable[[str], str]) -> str:
    """Return a SPARQL text in which each variable is replaced by what `replace` makes of its name.

    >>> replace_variables("?event a e:Event . ?event rdfs:label '?event'", "<v:{}>".format)
    "<v:event> a e:Event . <v:event> rdfs:label '?event'"
    """
    return "".join(replace(token.text[1:]) if token.kind is Kind.VARIABLE else token.text for token in tokenize(text))


def values_block(names: Sequence[str], rows: Iterable[Sequence[Term | None]]) -> str:
    """Return a VALUES block; every term is serialised by the library, None is UNDEF.

    >>> from pyoxigraph import Literal
    >>> values_block(["a", "b"], [[Literal("x"), None]])
    'VALUES (?a ?b) { ("x" UNDEF) }'
    """
    lines = " ".join(f"({' '.join('UNDEF' if term is None else str(term) for term in row)})" for row in rows)
    return f"VALUES ({' '.join(f'?{name}' for name in names)}) {{ {lines} }}"
