"""Large graphs shaped like ours, for measuring: the same number of triples gives the same bytes.

A graph is the shipped one, and then *neighbourhoods*: a dialogue of a series, with organizer and speakers, a
declaration with an objective and an action, recommendations, a position, a figure, a commitment, a milestone, the
source that reports it with its paragraphs, and a judgement. Nothing is random: a neighbourhood is its number. One in
every `fault_every` has a fault, taken in turn from a list.

    python -m benchmarks.generate --triples 100000 --out graph.nt
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from pyoxigraph import RdfFormat, parse, serialize

from mhgraph.graph import load_graph
from mhgraph.namespaces import PREFIXES
from mhgraph.project.folders import Project, find_project

FAULT_EVERY = 50
"""One neighbourhood in so many has a fault: with 50, two in a hundred."""

_TEMPLATE = """
actor:body-NNN a mh:Organization ; rdfs:label "Migration health body NNN"@en , "Organisme NNN"@fr ;
    mh:kind concept:organization-un-entity ; mh:acronym "MHB-NNN"@en ; mh:takesPartIn event:dialogue-NNN .
actor:partner-NNN a mh:Organization ; rdfs:label "Partner body NNN"@en ;
    mh:kind concept:organization-civil-society ; mh:partOfBody actor:body-NNN ;
    mh:takesPartIn event:dialogue-NNN .
group:workstream-NNN a mh:CoordinationBody ; rdfs:label "Workstream NNN"@en ; mh:kind concept:body-workstream ;
    mh:coLead actor:body-NNN ; mh:member actor:body-NNN , actor:partner-NNN ; mh:partOfBody actor:body-NNN .
person:speaker-NNN a mh:Person ; rdfs:label "Speaker NNN"@en ; mh:takesPartIn event:dialogue-NNN .
person:chair-NNN a mh:Person ; rdfs:label "Chair NNN"@en ; mh:takesPartIn event:dialogue-NNN .
place:town-NNN a mh:Place ; rdfs:label "Town NNN"@en .
series:series-NNN a mh:EventSeries ; rdfs:label "Dialogue series NNN"@en ;
    mh:kind concept:series-dialogue-series .
process:process-NNN a mh:Process ; rdfs:label "Making of the declaration NNN"@en ;
    mh:kind concept:process-negotiation .
instrument:declaration-NNN a mh:Instrument ; rdfs:label "Declaration NNN"@en ;
    mh:kind concept:instrument-declaration ; mh:date "YEAR-03-03"^^xsd:date ; mh:earliest "YEAR-03-03"^^xsd:date ;
    mh:latest "YEAR-03-03"^^xsd:date ; mh:issuedBy actor:body-NNN ; dcterms:identifier "A/RES/71/NNN" ;
    mh:cites provision:gcm-15 .
provision:declaration-NNN-1 a mh:Provision ; rdfs:label "Include migrants in health plans"@en ;
    skos:altLabel "Objective 1"@en ; skos:notation "1" ; dcterms:identifier "A/RES/71/NNN, para. 1" ;
    mh:kind concept:provision-objective ; dcterms:isPartOf instrument:declaration-NNN .
provision:declaration-NNN-1a a mh:Provision ; rdfs:label "Train health workers"@en ;
    skos:altLabel "Action 1 (a)"@en ; skos:notation "1(a)" ; dcterms:identifier "A/RES/71/NNN, para. 1 (a)" ;
    mh:kind concept:provision-action ; dcterms:isPartOf provision:declaration-NNN-1 .
event:year-NNN a mh:Event ; rdfs:label "Dialogues of the year NNN"@en ; mh:kind concept:event-forum-summit ;
    mh:status concept:status-held ; mh:organizer actor:body-NNN ; mh:inSeries series:series-NNN ;
    mh:startDate "YEAR"^^xsd:gYear ; mh:earliest "YEAR-01-01"^^xsd:date ; mh:latest "YEAR-12-31"^^xsd:date .
event:dialogue-NNN a mh:Event ; rdfs:label "Dialogue NNN on the health of migrants"@en ;
    mh:kind concept:event-migration-dialogue ; mh:status concept:status-held ; mh:mode concept:mode-online ;
    mh:organizer actor:body-NNN ; mh:place place:town-NNN ; mh:inSeries series:series-NNN ;
    mh:partOfEvent event:year-NNN ; mh:topic concept:topic-covid-19 ; mh:startDate "YEAR-03-01"^^xsd:date ;
    mh:endDate "YEAR-03-02"^^xsd:date ; mh:earliest "YEAR-03-01"^^xsd:date ; mh:latest "YEAR-03-02"^^xsd:date ;
    mh:addresses provision:declaration-NNN-1 , provision:gcm-15 ; mh:outcome instrument:declaration-NNN .
participation:chair-NNN a mh:Participation ; rdfs:label "Chair NNN at dialogue NNN"@en ;
    mh:participant person:chair-NNN ; mh:role concept:role-chair ; mh:event event:dialogue-NNN ;
    mh:office "Director"@en ; mh:onBehalfOf actor:body-NNN .
participation:speaker-NNN a mh:Participation ; rdfs:label "Speaker NNN at dialogue NNN"@en ;
    mh:participant person:speaker-NNN ; mh:role concept:role-speaker ; mh:event event:dialogue-NNN ;
    mh:onBehalfOf actor:partner-NNN .
rec:plan-NNN a mh:Recommendation ; rdfs:label "Plan health services for everyone NNN"@en ;
    mh:issuedBy actor:body-NNN ; mh:madeAt event:dialogue-NNN ; mh:addressedTo concept:constituency-member-states ;
    mh:topic concept:topic-universal-health-coverage ; mh:addresses provision:declaration-NNN-1a .
rec:train-NNN a mh:Recommendation ; rdfs:label "Train health workers NNN"@en ; mh:issuedBy person:speaker-NNN ;
    mh:containedIn instrument:declaration-NNN ; mh:addresseeUnknownBecause concept:unknown-not-stated ;
    mh:topic concept:topic-covid-19 ; mh:addresses provision:gcm-15e .
position:view-NNN a mh:Position ; rdfs:label "Health belongs to everyone NNN"@en ; mh:heldBy person:chair-NNN ;
    mh:heldIn participation:chair-NNN ; mh:stance concept:stance-affirms ; mh:topic concept:topic-covid-19 .
figure:audience-NNN a mh:ReportedFigure ; rdfs:label "People at dialogue NNN"@en ; mh:value NUMBER ;
    mh:unit concept:unit-persons ; mh:precision concept:precision-about ; mh:concerns event:dialogue-NNN ;
    mh:reportedBy actor:body-NNN ; mh:date "YEAR-03"^^xsd:gYearMonth ; mh:earliest "YEAR-03-01"^^xsd:date ;
    mh:latest "YEAR-03-31"^^xsd:date .
commitment:care-NNN a mh:Commitment ; rdfs:label "Care for everyone NNN"@en ;
    mh:kind concept:commitment-commitment ; mh:containedIn instrument:declaration-NNN ;
    mh:binds concept:constituency-states ; mh:towards concept:constituency-migrants ;
    mh:addresses provision:declaration-NNN-1 ; mh:topic concept:topic-access-to-health-care .
milestone:adopted-NNN a mh:Milestone ; rdfs:label "Declaration NNN adopted"@en ; mh:kind concept:milestone-adopted ;
    mh:about instrument:declaration-NNN ; mh:by actor:body-NNN ; mh:stepOf process:process-NNN ;
    mh:date "YEAR-03-03"^^xsd:date ; mh:earliest "YEAR-03-03"^^xsd:date ; mh:latest "YEAR-03-03"^^xsd:date .
source:report-NNN a mh:Source ; dcterms:title "Report of dialogue NNN"@en ; dcterms:publisher actor:body-NNN ;
    dcterms:language "en" ; mh:captured concept:capture-whole ; mh:digest "DIGEST" ;
    mh:recordOf event:dialogue-NNN ; mh:curationRole concept:curation-developer ;
    mh:curationMethod concept:method-close-reading ; mh:curationDate "2026-11-21"^^xsd:date ;
    schema:url <https://example.org/report/NNN> .
<https://w3id.org/mhgraph/source/report-NNN#p01> a mh:Passage ; dcterms:isPartOf source:report-NNN ; mh:number 1 ;
    mh:digest "DIGEST" ; mh:holdsNoStatement concept:nothing-heading .
<https://w3id.org/mhgraph/source/report-NNN#p02> a mh:Passage ; dcterms:isPartOf source:report-NNN ; mh:number 2 ;
    mh:digest "DIGEST" ; mh:readWith <https://w3id.org/mhgraph/source/report-NNN#p01> .
judgement:bears-NNN a mh:Judgement ; rdfs:label "The call of dialogue NNN bears on Objective 15"@en ;
    mh:rationale "Plans for everyone serve access."@en ; mh:confidence concept:confidence-medium ;
    mh:restsOn <https://w3id.org/mhgraph/source/report-NNN#p02> ; mh:curationRole concept:curation-developer ;
    mh:curationMethod concept:method-close-reading ; mh:curationDate "2026-11-21"^^xsd:date .
"""

FAULTS: tuple[tuple[str, str, str], ...] = (
    ("a dialogue without a label", 'event:dialogue-NNN rdfs:label "Dialogue NNN on the health of migrants"@en', ""),
    ("a participation without a role", "participation:chair-NNN mh:role concept:role-chair", ""),
    ("a recommendation without an issuer", "rec:plan-NNN mh:issuedBy actor:body-NNN", ""),
    (
        "a figure that is a text",
        "figure:audience-NNN mh:value NUMBER",
        'figure:audience-NNN mh:value "many"',
    ),
    (
        "a kind of another scheme",
        "rec:plan-NNN mh:topic concept:topic-universal-health-coverage",
        "rec:plan-NNN mh:topic concept:mode-online",
    ),
    (
        "a dialogue that ends after its year",
        'event:dialogue-NNN mh:latest "YEAR-03-02"^^xsd:date',
        'event:dialogue-NNN mh:latest "2099-03-02"^^xsd:date',
    ),
    (
        "a provision that is part of nothing",
        "provision:declaration-NNN-1a dcterms:isPartOf provision:declaration-NNN-1",
        "",
    ),
    ("a judgement without confidence", "judgement:bears-NNN mh:confidence concept:confidence-medium", ""),
    ("a digest that is none", 'source:report-NNN mh:digest "DIGEST"', 'source:report-NNN mh:digest "unknown"'),
    (
        "a speaker who is a place",
        "participation:speaker-NNN mh:participant person:speaker-NNN",
        "participation:speaker-NNN mh:participant place:town-NNN",
    ),
    ("a co-lead who is no member", "group:workstream-NNN mh:member actor:body-NNN", ""),
    (
        "a label in no known language",
        'person:chair-NNN rdfs:label "Chair NNN"@en',
        'person:chair-NNN rdfs:label "Chair NNN"@xx',
    ),
)
"""Each fault: what it is, the triple that is changed, and what stands in its place (nothing: it is left out)."""


def generate(triples: int, *, project: Project | None = None, fault_every: int = FAULT_EVERY) -> Iterator[bytes]:
    """Yield a graph as N-Triples, in pieces: at least `triples` lines, less than one neighbourhood more.

    The flat view, as it is validated: facts, names and schema in one graph, with the days that the loader adds.
    """
    shipped = _shipped(project or find_project())
    yield shipped
    sound = _lines(_TEMPLATE)
    faulty = [_with_fault(sound, old, new) for _, old, new in FAULTS]
    missing = triples - shipped.count(b"\n")
    number = 0
    while missing > 0:
        number += 1
        lines = faulty[number // fault_every % len(faulty)] if number % fault_every == 0 else sound
        missing -= len(lines)
        yield _fill("\n".join(lines) + "\n", number).encode()


def _shipped(project: Project) -> bytes:
    """Return the flat view of a project, as it is validated, in a fixed order."""
    return b"".join(sorted(load_graph(project).flat().splitlines(keepends=True)))


def _lines(turtle: str) -> list[str]:
    """Return the triples of a piece of Turtle with our prefixes, as N-Triples lines."""
    prologue = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    text = turtle.replace("NUMBER", '"NUMBER"^^xsd:integer')
    triples = [quad.triple for quad in parse(f"{prologue}{text}", format=RdfFormat.TURTLE)]
    return (serialize(triples, format=RdfFormat.N_TRIPLES) or b"").decode().splitlines()


def _with_fault(sound: list[str], old: str, new: str) -> list[str]:
    (before,) = _lines(f"{old} .")
    after = _lines(f"{new} .") if new else []
    place = sound.index(before)
    return [*sound[:place], *after, *sound[place + 1 :]]


def _fill(text: str, number: int) -> str:
    digest = sha256(str(number).encode()).hexdigest()
    year, audience = str(2019 + number % 60), str(10 + number % 990)
    return text.replace("DIGEST", digest).replace("YEAR", year).replace("NUMBER", audience).replace("NNN", str(number))


def write_graph() -> None:
    """Write a graph to a file, or to standard output."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--triples", type=int, default=100_000)
    parser.add_argument("--fault-every", type=int, default=FAULT_EVERY)
    parser.add_argument("--out", type=Path)
    chosen = parser.parse_args()
    pieces = generate(chosen.triples, fault_every=chosen.fault_every)
    if chosen.out is None:
        sys.stdout.buffer.writelines(pieces)
    else:
        with chosen.out.open("wb") as out:
            out.writelines(pieces)


if __name__ == "__main__":
    write_graph()
