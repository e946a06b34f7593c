"""What the tests of questions share: values under which each question has rows, and rows as people write them down."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

from pyoxigraph import NamedNode

from mhgraph.graph import BaseGraph
from mhgraph.graph.labels import LANGUAGES, short_name
from mhgraph.namespaces import SCHEME, SKOS, from_curie
from mhgraph.project.folders import Project
from mhgraph.questions import Answer, Parameter, Question
from tests.conftest import REPOSITORY
from tests.questions.answers import gather

_EXAMPLE = re.compile(r"""[<"](.*)[>"](?:\^\^\S+)?""")
QUERIES = Project(REPOSITORY).queries
"""The files of the questions of the house."""

SMALL: dict[str, dict[str, Sequence[str]]] = {
    "body-members": {"body": ["wells"], "role": ["co-lead"]},
    "country": {"country": ["Vale"]},
    "events-addressing": {"provision": ["VHC"]},
    "events-of-actor": {"actor": ["RHB"], "role": ["chair"]},
    "figures": {"subject": ["village-compact-launch"]},
    "identities": {"thing": ["village-compact-launch"]},
    "instruments-cited": {"instrument": ["instrument:valley-review"]},
    "milestones": {"about": ["VHC"]},
    "passage-statements": {"where": ["valley-register-launch"]},
    "positions": {"holder": ["Mara Venn"], "topic": ["well-water"], "stance": ["stresses"]},
    "promises": {"instrument": ["VHC"], "provision": ["vhc-1a"], "bound": ["concept:constituency-villages"]},
    "recommendations-by-issuer": {"issuer": ["RHB"], "topic": ["well-water"]},
    "recommendations-on": {"subject": ["VHC", "well-water"]},
    "speakers": {"event": ["village-compact-launch"], "role": ["speaker"]},
}
for of_theme in gather("SMALL"):
    SMALL |= of_theme
"""Values for the small project under which each question has rows."""

NOTHING_SHIPPED = {"disagreements"}
"""Questions to which the shipped documents give no row: those read so far do not disagree."""


def choices_of(question: Question) -> list[dict[str, Sequence[str]]]:
    """Return the values for the small project in every combination of the parameters that may be left out."""
    values = SMALL[question.name]
    optional = [one.name for one in question.parameters if one.may_be_left_out and one.name in values]
    left_out = [names for size in range(len(optional) + 1) for names in combinations(optional, size)]
    return [{name: value for name, value in values.items() if name not in names} for names in left_out]


def examples_of(question: Question) -> dict[str, Sequence[str]]:
    """Return the values in the file of a question, as somebody gives them."""
    return {name: [_EXAMPLE.sub(r"\1", terms)] for name, terms in question.examples.items()}


def everything_for(question: Question, graph: BaseGraph) -> dict[str, list[str]]:
    """Return, for what a question requires, every thing that can be given."""
    return {one.name: list(one.choices) or _fitting(one, graph) for one in question.parameters if one.required}


def _fitting(parameter: Parameter, graph: BaseGraph) -> list[str]:
    """Return every thing of the classes of a parameter, or every concept of its scheme."""
    listed = ", ".join(f"<{from_curie(name)}>" for name in parameter.classes)
    pattern = (
        f"?x <{SKOS}inScheme> <{SCHEME}{parameter.scheme}>"
        if parameter.scheme
        else f"?x a ?c . FILTER(?c IN ({listed}))"
    )
    things = graph.select(f"SELECT DISTINCT ?x {{ {pattern} }}").rows
    return [thing.value for (thing,) in things if isinstance(thing, NamedNode)]


def records(answer: Answer) -> list[dict[str, str]]:
    """Return the terms of the rows, column by column: names as CURIEs, several values joined by a semicolon.

    What follows from these terms, such as labels, days and references, is left out.
    """
    return [
        {
            name: "; ".join(short_name(str(getattr(term, "value", term))) for term in cell)
            for name, cell in row.items()
            if name != "how_known"
        }
        for row in answer.rows
    ]


def ask_in_three(question: str) -> str:
    """Return the lines of a header that word a question, with one text for all languages."""
    return "#+ question:\n" + "".join(f'#+   {language}: "{question}"\n' for language in LANGUAGES)


GOOD = """\
#+ question:
#+   en: Which events are on a topic?
#+   fr: Quels événements portent sur un thème ?
#+   es: ¿Qué eventos tratan de un tema?
#+ parameters:
#+   - {name: topic, type: concept, scheme: topic, required: true, description: The topic.}
#+   - {name: actor, type: entity, class: [mh:Organization, mh:Person], description: Only with this one.}
#+   - {name: state, type: concept, scheme: status, description: Only in this state.}
#+   - {name: order, type: choice, choices: [up, down], default: up, description: Which way.}
#+ statement: "?event mh:hasTopic ?topic"
#+ columns:
#+   - {name: event, description: The event.}
#+   - {name: topic, first: true, description: The topic.}
#+   - {name: label, type: label, description: What it is called.}
#+   - {name: status, many: true, description: Held or not.}
#+   - {name: organizers, type: iri, many: true, description: Who organized it.}
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?event ?topic ?label ?status ?organizers WHERE {
  VALUES ?topic { mh:a } # parameter topic
  VALUES ?actor { mh:b } # parameter actor
  ?event mh:hasOrganizer|mh:hasHost ?actor . # parameter actor
  VALUES ?status { mh:c } # parameter state
  VALUES ?order { "up" } # parameter order
  ?event mh:hasTopic ?topic ; mh:hasStatus ?status .
  FILTER(STRLEN(?order) < 10)
  OPTIONAL { ?event rdfs:label ?label }
  OPTIONAL { ?event mh:hasOrganizer ?organizers }
  OPTIONAL { SELECT ?event (COUNT(DISTINCT ?o) AS ?n) WHERE { ?event mh:hasOrganizer ?o } GROUP BY ?event }
}
ORDER BY ?event ?topic
"""
"""A canned query that keeps every rule, for tests that break one."""


def write(folder: Path, text: str) -> Path:
    """Return a file with a canned query."""
    path = folder / "events-on.rq"
    path.write_text(text, encoding="utf-8")
    return path
