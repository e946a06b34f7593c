"""Why a query does not run, in words: the engine says what it expected, and that is seldom what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

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
_UNKNOWN_FUNCTION = "The custom function "


def explain_engine_error(query: str, error: Exception) -> str:
    """Return why the engine does not answer a query, as a clause, from what it says and from the words of the query.

    >>> explain_engine_error("SELECT (LENGTH(?x) AS ?n) { ?x a ?y }", SyntaxError("expected ENCODE_FOR_URI"))
    'LENGTH is no function of SPARQL (line 1)'
    >>> explain_engine_error("ASK { ?x a ?y", SyntaxError("error at 1:14: expected one of [.], [;]"))
    'the query does not parse: error at 1:14: expected one of [.], [;]'
    """
    reason = str(getattr(error, "msg", None) or error)
    if reason.startswith(_UNKNOWN_FUNCTION):
        return f"the engine has no function {reason.removeprefix(_UNKNOWN_FUNCTION).partition(' ')[0]}"
    found = next(_find_causes(query), None)
    return found or f"the query does not parse: {reason}"


def _find_causes(query: str) -> Iterator[str]:
    """Yield what can be told from the tokens alone, what weighs most first."""
    tokens = [token for token in tokenize(query) if token.kind not in (Kind.BLANK, Kind.COMMENT)]
    words = [
        token.text.upper()
        for token in tokens
        if token.kind is Kind.WORD and token.text.upper() not in ("BASE", "PREFIX")
    ]
    if words and words[0] in _UPDATES:
        yield f"{words[0]} changes data; only SELECT, ASK, CONSTRUCT and DESCRIBE are answered"
    yield from _find_prefixes(query, tokens)
    for token, following in pairwise(tokens):
        is_call = token.kind is Kind.WORD and following.text == "(" and not token.text[0].isdigit()
        if is_call and token.text.upper() not in _BEFORE_BRACKETS:
            yield f"{token.text} is no function of SPARQL (line {_line(query, token)})"


def _find_prefixes(query: str, tokens: list[Token]) -> Iterator[str]:
    declared = {token.text for before, token in pairwise(tokens) if before.text.upper() == "PREFIX"}
    for token in tokens:
        prefix, colon, _ = token.text.partition(":")
        is_name = token.kind is Kind.TERM and colon and prefix != "_" and token.text[0] not in "<\"'"
        if is_name and f"{prefix}:" not in declared:
            yield f"the prefix '{prefix}:' is not declared (line {_line(query, token)})"


def _line(query: str, token: Token) -> int:
    return query.count("\n", 0, token.start) + 1
