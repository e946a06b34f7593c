"""The canonical form of files: what is not in it, and what it would be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

from mhgraph.errors import CommentInData
from mhgraph.files import read_text
from mhgraph.ingest.designations import name_provisions
from mhgraph.namespaces import PREFIXES
from mhgraph.project.folders import Project
from mhgraph.project.statements import canonical_file
from mhgraph.rdf.terms import LABEL
from mhgraph.rdf.turtle.parse import parse_text
from mhgraph.rdf.turtle.positions import read_layout

_KNOWN_PREFIXES = " ".join(f"@prefix {prefix}: <{namespace}> ." for prefix, namespace in PREFIXES.items())


def format_file(path: Path, designations: Mapping[NamedNode, Mapping[str, str]] | None = None) -> bytes:
    """Return the canonical form of a file of data, ontology or shapes. Raises what `parse_file` raises.

    Labels of `designations` (by thing and language) take the place of those in the file. A prefix of the project need
    not be declared: the canonical form declares those in use.

    Raises:
        CommentInData: it has a comment, which would be lost.
    """
    text = read_text(path)
    quads = _parse(text, path)
    comments = read_layout(text).comments
    if comments:
        raise CommentInData(path, comments[0])
    return canonical_file(designate_provisions(quads, designations or {}), path)


def find_drift(project: Project, paths: Sequence[Path]) -> Mapping[Path, bytes]:
    """Return the canonical form of those files that are not in it. Every file is read before anything is returned.

    Raises what `format_file` raises, and LinkLeadsOut for a link in the project that leads out of it.

    The labels of the provisions of an entity file are computed, from what all entity files say.
    """
    for path in paths:
        if path.absolute().is_relative_to(project.root):
            project.require_inside(path)
    entities = {path.resolve() for path in project.entities}
    computed: Mapping[NamedNode, Mapping[str, str]] = {}
    if any(path.resolve() in entities for path in paths):
        computed = name_provisions(quad for path in project.entities for quad in _parse(read_text(path), path))
    forms = {path: format_file(path, computed if path.resolve() in entities else None) for path in paths}
    changed = {path: form for path, form in forms.items() if form != path.read_bytes()}
    for path, form in changed.items():
        parse_text(form.decode(), path)  # a label made of two names may be longer than a command would read
    return changed


def _parse(text: str, path: Path) -> list[Quad]:
    """Return the quads of a file in which the prefixes of the project are known. Raises what `parse_text` raises."""
    return parse_text(f"{_KNOWN_PREFIXES} {text}", path)  # on the first line, so that errors name the right one


def designate_provisions(quads: list[Quad], designations: Mapping[NamedNode, Mapping[str, str]]) -> list[Quad]:
    """Return quads in which the computed labels of things stand in the place of their own of the same languages."""

    def is_replaced(quad: Quad) -> bool:
        computed = designations.get(quad.subject) if isinstance(quad.subject, NamedNode) else None
        is_label = quad.predicate == LABEL and isinstance(quad.object, Literal)
        return computed is not None and is_label and getattr(quad.object, "language", None) in computed

    here = {quad.subject for quad in quads if isinstance(quad.subject, NamedNode)}
    kept = [quad for quad in quads if not is_replaced(quad)]
    made = ((subject, tag, text) for subject in here for tag, text in designations.get(subject, {}).items())
    return [*kept, *(Quad(subject, LABEL, Literal(text, language=tag)) for subject, tag, text in made)]
