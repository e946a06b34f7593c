"""What SHACL cannot see: rules about files, graphs, ledgers and names. Each rule finds one kind of wrong."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from mhgraph.checks.integrity import duplicates, files, form, graphs, names, passages, vocabulary
from mhgraph.project.statements import Hit, Material, Rule
from mhgraph.checks.finding import Finding, Severity

RULES: Mapping[str, Rule] = {
    "stray-file": files.stray_file,
    "entity-file": files.entity_file,
    "source-file": files.source_file,
    "comment": files.comment,
    "canonical-format": files.canonical_format,
    "blank-node": form.blank_node,
    "boolean": form.boolean,
    "language-tag": form.language_tag,
    "lexical-form": form.lexical_form,
    "contact-data": form.contact_data,
    "slug-form": form.slug_form,
    "graph-described": graphs.graph_described,
    "paragraph-state": graphs.paragraph_state,
    "outside-graph": graphs.outside_graph,
    "inside-graph": graphs.inside_graph,
    "ledger": graphs.ledger,
    "computed": graphs.computed,
    "one-value": graphs.one_value,
    "judgement-graph": graphs.judgement_graph,
    "rests-on": graphs.rests_on,
    "read-with": passages.read_with,
    "paragraph-numbers": passages.paragraph_numbers,
    "passage-name": passages.passage_name_fits,
    "locator": passages.locator,
    "part-of-source": passages.part_of_source,
    "digest-form": passages.digest_form,
    "fragment-form": passages.fragment_form,
    "fragment-place": passages.fragment_place,
    "declared": names.declared,
    "mentioned": names.mentioned,
    "class-fits-name": names.class_fits_name,
    "entity-predicate": names.entity_predicate,
    "concept-scheme": names.concept_scheme,
    "date-unknown": names.date_unknown,
    "term-declared": vocabulary.term_declared,
    "foreign-term": vocabulary.foreign_term,
    "term-used": vocabulary.term_used,
    "same-label": duplicates.same_label,
    "needless-judgement": duplicates.needless_judgement,
    "about-itself": duplicates.about_itself,
}
"""The rules by name; a finding's check is `integrity:` and the name."""

WARNINGS = frozenset({"needless-judgement", "same-label", "term-used"})
"""The rules whose findings are warnings, since what they find may be meant; those of the others are violations."""


def check(material: Material) -> list[Finding]:
    """Return what the rules find in the files of a project, in the order of reports; paths as the material has them.

    >>> from mhgraph.graph import load_corpus
    >>> from mhgraph.project.statements import read_material
    >>> from mhgraph.project.folders import find_project
    >>> project = find_project()
    >>> found = check(read_material(project, load_corpus(project)))
    >>> [each for each in found if not each.message.endswith(".")]
    []
    """
    found = [_finding(name, hit) for name, rule in RULES.items() for hit in rule(material)]
    return sorted(found, key=Finding.sort_key)


def _finding(name: str, hit: Hit) -> Finding:
    place, check_name = hit.place, f"integrity:{name}"
    severity = Severity.WARNING if name in WARNINGS else Severity.VIOLATION
    if isinstance(place, Path):
        return Finding(check_name, severity, hit.message, hit.focus or "", file=place, line=hit.line)
    return Finding(
        check_name,
        severity,
        hit.message,
        place.subject if hit.focus is None else hit.focus,
        place.predicate,
        place.shown,
        place.file.path,
        place.line,
    )
