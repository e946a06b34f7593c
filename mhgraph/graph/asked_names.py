"""The names of a graph on another machine: no more is read than the names of the entities that may be meant."""

from __future__ import annotations

import re

from pyoxigraph import Literal, NamedNode

from mhgraph.graph.names import NAME_PROPERTIES, NameIndex, Names, fold, read_names

_SPECIAL = r"\.^$*+?()[]{}|"
_BEYOND = "[^ -~]{1,4}"  # what is not ASCII: one letter, or its bytes
_SPACE = rf"([\s-]|{_BEYOND})"  # a dash of any kind is a space, too
_QUOTES = "'\""  # typographic ones are folded to these
_LONG_WORD = 6  # letters


class AskedNames(NameIndex):
    """The names of the entities of a graph, of which the store is asked for those that fit a pattern."""

    def _read_equal(self, name: str) -> Names:
        return self._read(_equal(name))

    def _read_near(self, words: str) -> Names:
        return self._read(_near(words))

    def _read(self, pattern: str) -> Names:
        """Return the names of the entities that have one which fits a pattern: three queries."""
        test = f'FILTER(REGEX(STR(?text), {Literal(pattern)}, "i"))'
        named = f"?x ?p ?text FILTER(?p IN ({', '.join(map(str, NAME_PROPERTIES))}))"
        query = f"SELECT DISTINCT ?x WHERE {{ {{ {named} }} UNION {{ ?x a ?class BIND(?x AS ?text) }} {test} }}"
        found = {node for (node,) in self._store.select(query).rows if isinstance(node, NamedNode)}
        merged = self._identities.canonical.items()  # their other names stand nowhere in the flat view
        found |= {canonical for node, canonical in merged if re.search(pattern, fold(node.value))}
        return read_names(self._store, self._identities, found)


def _equal(name: str) -> str:
    """Return a pattern that every name fits which is equal to `name` when both are folded, and few others."""
    return f"^{_SPACE}*{_variants(fold(name))}{_SPACE}*$"


def _near(words: str) -> str:
    """Return a pattern for names near some words: with a word in it, or half of a long one: a letter may be wrong."""
    pieces: set[str] = set()
    for word in fold(words).split():
        half = len(word) // 2
        pieces |= {word[:half], word[half:]} if len(word) >= _LONG_WORD else {word}
    return "|".join(_variants(piece) for piece in sorted(pieces)) or "^$"


def _variants(text: str) -> str:
    """Return a pattern that every name fits which is the given text when it is folded, and few others.

    For a letter any letter beyond ASCII may stand. The pattern itself is ASCII: Virtuoso reads others as bytes.
    """
    found = []
    for char in text:
        if char == " ":
            found.append(f"{_SPACE}+")
        elif char.isascii():
            found.append(
                f"({char}|{_BEYOND})"
                if char.isalpha() or char in _QUOTES
                else f"\\{char}"
                if char in _SPECIAL
                else char
            )
        else:
            found.append(_BEYOND)
    return "".join(found)
