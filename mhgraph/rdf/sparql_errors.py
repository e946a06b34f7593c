"""Why a query does not run, in words: the engine says what it expected, and that is seldom what is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from mhgraph.namespaces import PREFIXES
from mhgraph.rdf.sparql import Kind, Token, tokenize

_UPDATES = ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "ADD", "MOVE", "COPY", "CREATE", "WITH")
_WORDS = """
    SELECT DISTINCT REDUCED WHERE FILTER BIND HAVING BY ASC DESC AS IN NOT EXISTS VALUES LIMIT OFFSET UNION OPTIONAL
    MINUS GRAPH SERVICE SILENT FROM NAMED CONSTRUCT DESCRIBE ASK UNDEF A TRUE FALSE SEPARATOR ORDER GROUP LATERAL
    COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT STR LANG LANGMATCHES LANGDIR DATATYPE BOUND IRI URI BNODE RAND ABS CEIL
    FLOOR ROUND CONCAT STRLEN UCASE LCASE ENCODE_FOR_URI CONTAINS STRSTARTS STRENDS STRBEFORE STRAFTER YEAR MONTH DAY
    HOURS MINUTES SECONDS TIMEZONE TZ NOW UUID STRUUID MD5 SHA1 SHA256 SHA384 SHA512 COALESCE IF STRLANG STRLANGDIR
    STRDT SAMETERM ISIRI ISURI ISBLANK ISLITERAL ISNUMERIC HASLANG HASLANGDIR REGEX SUBSTR REPLACE TRIPLE SUBJECT
    PREDICATE OBJECT ISTRIPLE ADJUST
"""
_BEFORE_BRACKETS = frozenset(_WORDS.split())
"""The words that may stand before a bracket: the functions of SPARQL 1.2, and keywords."""
_FORMS = frozenset({"SELECT", "CONSTRUCT", "ASK", "DESCRIBE"})
_KNOWN_WORDS = _BEFORE_BRACKETS | {"BASE", "PREFIX", "VERSION"}
_CLOSES = {"}": "{", ")": "(", "]": "["}
_PLACE = re.compile(r"error at (\d+):(\d+)")
"""Where the engine stopped: line and column."""
_QUOTED = 60
"""How much of a query a message quotes, in characters."""
_UNKNOWN_FUNCTION = "The custom function "


def explain_engine_error(query: str, error: Exception) -> str:
    """Return why the engine does not answer a query, as a clause, from what it says and from the words of the query.

    >>> explain_engine_error("SELECT (LENGTH(?x) AS ?n) { ?x a ?y }", SyntaxError("expected ENCODE_FOR_URI"))
    'LENGTH is no function of SPARQL (line 1)'
    >>> explain_engine_error("ASK { ?x a ?y", SyntaxError("error at 1:14: expected one of [.], [;]"))
    "the query does not parse: '{' is not closed (line 1)"
    >>> explain_engine_error("SELECT * {} ORDER ?x", SyntaxError("error at 1:19: expected BY"))
    'the query does not parse: after ORDER stands BY (line 1)'
    """
    reason = str(getattr(error, "msg", None) or error)
    if reason.startswith(_UNKNOWN_FUNCTION):
        return f"the engine has no function {reason.removeprefix(_UNKNOWN_FUNCTION).partition(' ')[0]}"
    found = next(_find_causes(query), None) or next(_find_slips(query), None)
    return found or f"the query does not parse: {_describe_place(query, reason)}"


def declare_prefixes(query: str, known: Mapping[str, str] = PREFIXES) -> str:
    """Return a query that declares those of the known prefixes which it uses and does not declare, on its first line.

    >>> declare_prefixes("ASK { ?s a mh:Event }")
    'PREFIX mh: <https://w3id.org/mhgraph/ontology#> ASK { ?s a mh:Event }'
    """
    missing = dict.fromkeys(prefix for prefix, _ in _list_undeclared(_tokens(query)) if prefix in known)
    return "".join(f"PREFIX {prefix}: <{known[prefix]}> " for prefix in missing) + query


def _find_causes(query: str) -> Iterator[str]:
    """Yield what can be told from the tokens alone, what weighs most first."""
    tokens = _tokens(query)
    words = [
        token.text.upper()
        for token in tokens
        if token.kind is Kind.WORD and token.text.upper() not in ("BASE", "PREFIX")
    ]
    if words and words[0] in _UPDATES:
        yield f"{words[0]} changes data; only SELECT, ASK, CONSTRUCT and DESCRIBE are answered"
    for prefix, token in _list_undeclared(tokens):
        yield f"the prefix '{prefix}:' is not declared (line {_line(query, token)})"
    for token, following in pairwise(tokens):
        is_call = token.kind is Kind.WORD and following.text == "(" and not token.text[0].isdigit()
        if is_call and token.text.upper() not in _BEFORE_BRACKETS:
            yield f"{token.text} is no function of SPARQL (line {_line(query, token)})"


def _find_slips(query: str) -> Iterator[str]:
    """Yield what is likely to be a slip, in a query that does not parse."""
    before = "the query does not parse: "
    tokens = _tokens(query)
    if not tokens:
        yield f"{before}it is empty"
    for token in tokens:
        if token.kind is Kind.MARK and token.text in "\"'":
            yield f"{before}a quote is not closed (line {_line(query, token)})"
        if token.kind is Kind.WORD and not token.text[0].isdigit() and token.text.upper() not in _KNOWN_WORDS:
            problem = f"{token.text} is no word of SPARQL; a variable begins with ?, a name has a prefix"
            yield f"{before}{problem} (line {_line(query, token)})"
    for token, following in pairwise(tokens):
        if token.text.upper() in ("ORDER", "GROUP") and following.text.upper() != "BY":
            yield f"{before}after {token.text} stands BY (line {_line(query, token)})"
    for problem in _find_odd_brackets(query, tokens):
        yield f"{before}{problem}"
    if not any(token.text.upper() in _FORMS for token in tokens if token.kind is Kind.WORD):
        yield f"{before}it is neither SELECT, ASK, CONSTRUCT nor DESCRIBE"
    if all(token.text != "{" for token in tokens):
        yield f"{before}it has no pattern: {{ … }}"


def _find_odd_brackets(query: str, tokens: Sequence[Token]) -> Iterator[str]:
    """Yield the brackets that close nothing, and the first that is not closed."""
    opened: list[Token] = []
    for token in tokens:
        if token.kind is not Kind.MARK:
            continue
        if token.text in _CLOSES.values():
            opened.append(token)
        elif token.text in _CLOSES and (not opened or opened.pop().text != _CLOSES[token.text]):
            yield f"'{token.text}' closes nothing (line {_line(query, token)})"
    for token in opened[:1]:
        yield f"'{token.text}' is not closed (line {_line(query, token)})"


def _describe_place(query: str, reason: str) -> str:
    """Return where the engine stopped, in the words of the query; what it says itself, if it names no place."""
    place = _PLACE.search(reason)
    if place is None:
        return reason
    line, column = int(place[1]), int(place[2])
    start = sum(len(text) + 1 for text in query.split("\n")[: line - 1]) + column - 1
    found = next((token for token in _tokens(query) if token.start + len(token.text) > start), None)
    if found is None:
        return f"something is missing or too much, such as a dot or a value, at or before its end (line {line})"
    return f"it goes wrong at or before '{found.text[:_QUOTED]}' (line {_line(query, found)})"


def _tokens(query: str) -> list[Token]:
    return [token for token in tokenize(query) if token.kind not in (Kind.BLANK, Kind.COMMENT)]


def _list_undeclared(tokens: Sequence[Token]) -> Iterator[tuple[str, Token]]:
    """Yield the prefixes that names have and nothing declares, each with its name."""
    declared = {token.text for before, token in pairwise(tokens) if before.text.upper() == "PREFIX"}
    for token in tokens:
        prefix, colon, _ = token.text.partition(":")
        is_name = token.kind is Kind.TERM and colon and prefix != "_" and token.text[0] not in "<\"'"
        if is_name and f"{prefix}:" not in declared:
            yield prefix, token


def _line(query: str, token: Token) -> int:
    return query.count("\n", 0, token.start) + 1
