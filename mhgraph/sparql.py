"""SPARQL as text: the words of a query, told apart from names, variables, strings and comments.

No parser of a query is at hand in Python that is fast and complete; what is asked here (does a keyword occur?) needs
only the tokens of the grammar, https://www.w3.org/TR/sparql11-query/#sparqlGrammar.
"""

from __future__ import annotations

import re

_TOKENS = re.compile(
    r"""<[^<>"{}|^`\\\x00-\x20]*>"""
    r"""|\"\"\"(?:\\.|[^\\])*?\"\"\"|'''(?:\\.|[^\\])*?'''"""
    r"""|"(?:\\.|[^"\\\n\r])*"|'(?:\\.|[^'\\\n\r])*'"""
    r"""|\#[^\n\r]*"""
    r"""|[?$@]\w+|[\w.-]*:[\w.%-]*"""
    r"""|(?P<word>\w+)""",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def words_of(query: str) -> list[str]:
    """Return the bare words of a query in upper case: keywords, without names, variables, strings and comments.

    >>> words_of("SELECT ?service { <http://e/SERVICE> ex:service 'SERVICE' } # SERVICE")
    ['SELECT']
    """
    plain = _ESCAPE.sub(lambda match: chr(min(int(match[1] or match[2], 16), 0x10FFFF)), query)
    return [match["word"].upper() for match in _TOKENS.finditer(plain) if match["word"]]
