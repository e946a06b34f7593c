"""The engines that judge mutants; `both` sees that they agree."""

from __future__ import annotations

from collections.abc import Sequence

import rdflib
from pyoxigraph import NamedNode, Triple

from mhgraph.checks.shacl import FastEngine, ReferenceEngine, ShapeResult
from tools.mutation.data import Check
from tools.mutation.view import lines

ENGINES = ("turbo", "pyshacl", "both")


class EnginesDisagree(Exception):
    """Two engines find different things in the same triples."""


def make_check(engine: str, shapes: rdflib.Graph) -> Check:
    """Return what validates triples with an engine. With `both` it raises EnginesDisagree where they differ."""
    compiled, reference_engine = FastEngine(shapes), ReferenceEngine(shapes)

    def turbo(triples: frozenset[Triple], node: NamedNode) -> Sequence[ShapeResult]:
        return compiled.validate(lines(triples), focus=[node.value])

    def pyshacl(triples: frozenset[Triple], node: NamedNode) -> Sequence[ShapeResult]:
        return reference_engine.validate(lines(triples), focus=[node.value])

    def both(triples: frozenset[Triple], node: NamedNode) -> Sequence[ShapeResult]:
        fast, reference = turbo(triples, node), pyshacl(triples, node)
        if fast != reference:
            only = sorted(set(fast) ^ set(reference))
            raise EnginesDisagree(
                f"at <{node.value}>: {len(only)} results, such as {only[0] if only else 'one reported twice'}"
            )
        return reference

    return {"turbo": turbo, "pyshacl": pyshacl, "both": both}[engine]
