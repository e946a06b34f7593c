"""SPARQL as text: the tokens of a query, and what can be told from them alone.

No parser of a query is at hand in Python that is fast and complete; what is asked here (does a keyword occur?) needs
only the tokens of the grammar, https://www.w3.org/TR/sparql11-query/#sparqlGrammar.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import Enum
from typing import NamedTuple

from mhgraph import bounds
from mhgraph.rdf.terms import Term


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
    r"""|"(?:\\.|[^"\\\n\r])*"|'(?:\\.|[^'\\\n\r])*'"""
    r"""|(?:\w[\w.-]{0,200})?:(?:[\w.:%-]|\\[_~.!$&'()*+,;=/?\#@%-])*)"""
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
_IRI = re.compile(r"""<[A-Za-z][^<>"'{}|^`\\\x00-\x20]*>""")
"""An IRI without quotes: so it neither begins nor ends in a string."""
_SERVICE = re.compile(r"(?<!\\)(\\*)(s)(?=ervice)", re.IGNORECASE)
_LOCAL_ESCAPE = re.compile(r"\\(.)")
_ABSOLUTE = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]*:")


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


def list_iris(query: str) -> list[str]:
    """Return the IRIs that a query names, written out, each once, in the order of the text; those it declares left out.

    >>> list_iris("PREFIX e: <http://e/> ASK { ?s e:p <http://f/q>, 'e:r' }")
    ['http://e/p', 'http://f/q']
    """
    found: dict[str, None] = {}
    namespaces: dict[str, str] = {}
    before = ["", ""]  # the two tokens before this one, without blanks and comments
    for kind, text, _ in tokenize(query):
        if kind in (Kind.BLANK, Kind.COMMENT):
            continue
        if before[0].upper() == "PREFIX":
            namespaces[before[1]] = text
        elif kind is Kind.TERM and text[0] not in "\"'" and before[1].upper() not in ("PREFIX", "BASE"):
            iri = text if text.startswith("<") else _write_out(text, namespaces)
            found.update({iri.rstrip(".")[1:-1]: None} if iri.startswith("<") else {})
        before = [before[1], text]
    return list(found)


def describe_excess(query: str) -> str | None:
    """Return which bound of a query of a project is crossed (`mhgraph.bounds`), as a clause; None if none is.

    >>> describe_excess("ASK { FILTER(" + "!" * 101 + "true) }")
    'the query nests more than 100 brackets or operators'
    """
    if len(query) > bounds.QUERY:
        return f"the query has more than {bounds.QUERY:,} characters"
    kinds = Counter(token.kind for token in tokenize(query))
    if kinds[Kind.COMMENT] > bounds.COMMENTS:
        return f"the query has more than {bounds.COMMENTS:,} comments"
    if kinds.total() - kinds[Kind.COMMENT] - kinds[Kind.BLANK] > bounds.PARTS:
        return f"the query has more than {bounds.PARTS:,} words, names and marks"
    if depth_of(query) > bounds.DEPTH:
        return f"the query nests more than {bounds.DEPTH} brackets or operators"
    return None


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


class BrokenService(NamedTuple):
    """A query in which SERVICE is no keyword, and the variables that have another name in it (new name: old name)."""

    text: str
    renamed: Mapping[str, str]


def break_service(query: str) -> BrokenService:
    r"""Return a query in which the first letter of each `service` is an escape (`\u0073ervice`), whatever it stands in.

    In a string and in an IRI an escape means its letter; a keyword cannot have one, so that the engine takes SERVICE
    for a syntax error, however it is written and whatever a tokenizer makes of it. In a name an escape is an error too:
    variables and prefixes are renamed first, and names with a known prefix are written out as IRIs. If that fails, what
    is left is the syntax error.

    >>> break_service("SELECT * { SERVICE <http://e/service> { ?s ?p ?o } }").text
    'SELECT * { \\u0053ERVICE <http://e/\\u0073ervice> { ?s ?p ?o } }'
    >>> break_service("SELECT ?service { ?s ?p ?service }").renamed
    {'s·ervice': 'service'}
    """
    if (query.isascii() and "service" not in query.lower()) or _SERVICE.search(query) is None:  # the first is quick
        return BrokenService(query, {})
    if _SERVICE.search(_IRI.sub("<>", query)) is None:  # all of them stand in IRIs: nothing is to be renamed
        return BrokenService(_SERVICE.sub(_escape_letter, query), {})
    text, renamed = _rename_services(query)
    return BrokenService(_SERVICE.sub(_escape_letter, text), renamed)


def _escape_letter(match: re.Match[str]) -> str:
    # after an odd backslash the letter is part of a wrong escape, and the blank keeps it wrong
    return f"{match[1]}{' ' * (len(match[1]) % 2)}\\u{ord(match[2]):04x}"


def _rename_services(query: str) -> tuple[str, dict[str, str]]:
    """Return a query without the word in names, as far as its tokens tell, and the old names of its new variables."""
    dots = "·"  # it may stand in a name; as many as the query itself has nowhere
    while f"s{dots}ervice" in query.lower():
        dots += "·"

    def rename(name: str) -> str:
        return re.sub("(s)(?=ervice)", rf"\1{dots}", name, flags=re.IGNORECASE)

    renamed: dict[str, str] = {}
    namespaces: dict[str, str] = {}
    written: list[str] = []
    before: list[str] = ["", ""]  # the two tokens before this one, without blanks and comments
    for kind, text, _ in tokenize(query):
        new = text
        if _SERVICE.search(text) is None:
            pass
        elif kind is Kind.VARIABLE:
            new = text[0] + rename(text[1:])
            renamed[new[1:]] = text[1:]
        elif kind is Kind.TERM and text[0] not in "<\"'":
            is_label = text.startswith("_:") or before[1].upper() == "PREFIX"
            new = rename(text) if is_label else _write_out(text, namespaces)
        if before[0].upper() == "PREFIX" and kind is Kind.TERM:
            namespaces[before[1]] = text
        if kind not in (Kind.BLANK, Kind.COMMENT):
            before = [before[1], text]
        written.append(new)
    return "".join(written), renamed


def _write_out(name: str, namespaces: Mapping[str, str]) -> str:
    """Return a prefixed name as an IRI; as it is, if its prefix is not declared, or not for an absolute IRI."""
    name, full_stops = name.rstrip("."), name[len(name.rstrip(".")) :]
    prefix, _, local = name.partition(":")
    namespace = namespaces.get(f"{prefix}:", "")
    if _ABSOLUTE.match(namespace) is None:
        return name + full_stops
    return namespace[:-1] + _LOCAL_ESCAPE.sub(r"\1", local) + ">" + full_stops
