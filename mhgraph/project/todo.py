"""What is still to be written: values that stand in for others, and that no check lets pass.

A name is such a value if its last part has the word TODO (`concept:TODO`, `actor:TODO-valley-register`), a text if it
says nothing else, or has TODO before a colon. `TODO` in a title in capitals is Spanish.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from pyoxigraph import Literal, NamedNode

from mhgraph.namespaces import BASE

_IN_NAME = re.compile(r"(?:^|[/#-])TODO(?:-[^/#]*)?$|[/#-]TODO-")
_IN_TEXT = re.compile(r"\s*TODO\s*|.*\bTODO:.*", re.DOTALL)
_MOST_WORDS = 8


def todo_name(kind: str, words: str = "") -> NamedNode:
    """Return the name that stands in for a thing of a kind that is still to be found or declared.

    >>> todo_name("actor", "Valley Register").value
    'https://w3id.org/mhgraph/actor/TODO-valley-register'
    """
    slug = make_slug(words)
    return NamedNode(f"{BASE}{kind}/TODO{'-' if slug else ''}{slug}")


def todo_text(what: str, language: str | None = "en") -> Literal:
    """Return the text that stands in for one that is still to be written, and says which.

    >>> todo_text("what para. 3 lays down").value
    'TODO: what para. 3 lays down'
    """
    return Literal(f"TODO: {what}", language=language) if language else Literal(f"TODO: {what}")


@lru_cache(maxsize=2**16)
def is_todo(term: object) -> bool:
    """Return whether a term stands in for one that is still to be written.

    >>> is_todo(todo_name("concept")), is_todo(Literal("TODO")), is_todo(Literal("PARA TODO EL VALLE"))
    (True, True, False)
    """
    if isinstance(term, NamedNode):
        return bool(_IN_NAME.search(term.value))
    return isinstance(term, Literal) and bool(_IN_TEXT.fullmatch(term.value))


def make_slug(words: str) -> str:
    """Return words in the form of a name: lower case, hyphens, no accents, at most eight words.

    >>> make_slug("Santé de l'été, 2031")
    'sante-de-l-ete-2031'
    """
    bare = "".join(char for char in unicodedata.normalize("NFKD", words) if not unicodedata.combining(char))
    return "-".join(re.findall(r"[a-z0-9]+", bare.lower())[:_MOST_WORDS])
