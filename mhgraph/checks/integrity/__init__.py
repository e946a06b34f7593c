"""What SHACL cannot see: rules about files, graphs, ledgers and names. Each rule finds one kind of wrong.

What a value may be is said by the shapes, and by them alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from mhgraph.checks.finding import Finding, Severity, show_term
from mhgraph.checks.integrity import (
    bodies,
    consistency,
    duplicates,
    files,
    form,
    graphs,
    judgements,
    names,
    passages,
    queries,
    unfinished,
    vocabulary,
)
from mhgraph.checks.integrity.breach import Breach, Rule
from mhgraph.project.statements import ParsedProject

RULES: Mapping[str, Rule] = {
    "something": files.something,
    "stray-file": files.stray_file,
    "entity-file": files.entity_file,
    "dataset-file": files.dataset_file,
    "source-file": files.source_file,
    "unfinished": unfinished.unfinished,
    "comment": files.comment,
    "canonical-format": files.canonical_format,
    "blank-node": form.blank_node,
    "language-tag": form.language_tag,
    "lexical-form": form.lexical_form,
    "contact-data": form.contact_data,
    "graph-described": graphs.graph_described,
    "passage-name": graphs.passage_name,
    "paragraph-state": graphs.paragraph_state,
    "outside-graph": graphs.outside_graph,
    "inside-graph": graphs.inside_graph,
    "ledger": graphs.ledger,
    "indexed": graphs.indexed,
    "judged-only": graphs.judged_only,
    "computed": graphs.computed,
    "one-value": graphs.one_value,
    "altered-copy": graphs.altered_copy,
    "judgement-graph": graphs.judgement_graph,
    "judgement-file": judgements.judgement_file,
    "judgement-key": judgements.judgement_key,
    "identity": judgements.identity,
    "paragraph-numbers": passages.paragraph_numbers,
    "own-place": passages.own_place,
    "seen-somewhere": passages.seen_somewhere,
    "awaits-reading": passages.awaits_reading,
    "declared": names.declared,
    "labelled": names.labelled,
    "judged-names": names.judged_names,
    "looked-up": names.looked_up,
    "own-name": names.own_name,
    "entity-predicate": names.entity_predicate,
    "term-declared": vocabulary.term_declared,
    "foreign-term": vocabulary.foreign_term,
    "usable-class": vocabulary.usable_class,
    "country-given": bodies.country_given,
    "one-state": bodies.one_state,
    "membership-name": bodies.membership_name,
    "role-fits": bodies.role_fits,
    "disjoint-properties": consistency.disjoint_properties,
    "not-yet": consistency.not_yet,
    "same-content": consistency.same_content,
    "precedes-in-order": consistency.precedes_in_order,
    "step-within-process": consistency.step_within_process,
    "own-ordinal": consistency.own_ordinal,
    "made-by-participant": consistency.made_by_participant,
    "unbinding-force": consistency.unbinding_force,
    "said-once": consistency.said_once,
    "title-language": consistency.title_language,
    "judged-once": judgements.judged_once,
    "same-label": duplicates.same_label,
    "same-identifier": duplicates.same_identifier,
    "same-acronym": duplicates.same_acronym,
    "acronym-shortens": duplicates.acronym_shortens,
    "same-capture": duplicates.same_capture,
    "needless-judgement": duplicates.needless_judgement,
    "about-itself": duplicates.about_itself,
    "canned-query": queries.canned_query,
}
"""The rules by name; a finding's check is `integrity:` and the name."""

WARNINGS = frozenset(
    {
        "acronym-shortens",
        "awaits-reading",
        "judged-once",
        "needless-judgement",
        "said-once",
        "same-acronym",
        "same-capture",
        "same-content",
        "same-label",
    }
)
"""The rules whose findings are warnings, since what they find may be meant; those of the others are violations."""

UNKNOWN_NAMES = frozenset({"declared", "term-declared", "foreign-term", "unfinished"})
"""The rules that find a name which nobody has declared, or that stands in for one; the finding is about that name."""

_PREFIX = "integrity:"


def check(parsed: ParsedProject) -> list[Finding]:
    """Return what the rules find in the files of a project, in the order of reports; paths begin at its root.

    Raises what `read_text` raises, for a query or rule.

    >>> from mhgraph.project.folders import find_project
    >>> from mhgraph.project.statements import parse_project
    >>> [finding for finding in check(parse_project(find_project())) if not finding.message.endswith(".")]
    []
    """
    found = [_make_finding(name, breach) for name, rule in RULES.items() for breach in rule(parsed)]
    return sorted(found, key=Finding.sort_key)


def find_unknown_names(findings: Iterable[Finding]) -> frozenset[str]:
    """Return the names that nobody has declared, and the values that stand in for others, as these findings tell."""
    unknown = [found for found in findings if found.check.removeprefix(_PREFIX) in UNKNOWN_NAMES]
    return frozenset(_find_text(found) or found.focus for found in unknown)


def _find_text(finding: Finding) -> str:
    """Return the text that stands in for another, if a finding is about one; else ""."""
    is_text = finding.check == f"{_PREFIX}unfinished" and finding.value.startswith('"')
    return finding.value if is_text else ""


def _make_finding(name: str, breach: Breach) -> Finding:
    place, check_name = breach.place, f"{_PREFIX}{name}"
    severity = Severity.WARNING if name in WARNINGS else Severity.VIOLATION
    if isinstance(place, Path):
        return Finding(check_name, severity, breach.message, breach.focus or "", file=place, line=breach.line)
    return Finding(
        check_name,
        severity,
        breach.message,
        place.subject if breach.focus is None else breach.focus,
        place.predicate.value,
        show_term(place.quad.object),
        place.file.path,
        place.line,
    )
