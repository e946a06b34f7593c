"""What the OWL API, on which Protégé stands, finds in a file: `python -m tests.owlapi FILE` prints it as JSON.

It runs in a process of its own, because a process can start Java only once.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import jpype  # type: ignore[import-untyped] # it has no stubs

JARS = Path("/usr/share/java")
LIBRARY = JARS / "owlapi-distribution.jar"
"""Debian's package libowlapi-java has it."""
_LIBRARIES = (
    *("owlapi-*", "atinject*", "caffeine", "commons-codec", "commons-io", "commons-lang3", "commons-logging"),
    *("commons-rdf*", "commons-text", "guava", "failureaccess", "hppcrt", "httpclient", "httpcore", "jackson-*"),
    *("javax.inject*", "jsr305", "rdf4j-*", "slf4j-api", "slf4j-nop", "xz"),
)


def describe(path: Path) -> dict[str, Any]:
    """Return axioms by type, how many are annotated, and what keeps the ontology from being one of OWL 2 DL."""
    jars = {str(jar) for library in _LIBRARIES for jar in JARS.glob(f"{library}.jar") if "osgi" not in jar.name}
    jpype.startJVM(classpath=sorted(jars))
    manager = jpype.JClass("org.semanticweb.owlapi.apibinding.OWLManager").createOWLOntologyManager()
    ontology = manager.loadOntologyFromOntologyDocument(jpype.JClass("java.io.File")(str(path)))
    axioms = list(ontology.getAxioms())
    report = jpype.JClass("org.semanticweb.owlapi.profiles.OWL2DLProfile")().checkOntology(ontology)
    return {
        "axioms": dict(Counter(str(axiom.getAxiomType()) for axiom in axioms)),
        "annotated": sum(bool(axiom.isAnnotated()) for axiom in axioms),
        "violations": sorted(str(violation) for violation in report.getViolations()),
    }


if __name__ == "__main__":
    print(json.dumps(describe(Path(sys.argv[1]))))
