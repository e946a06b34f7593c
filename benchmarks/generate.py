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
    mh:hasKind concept:organization-un-entity ; mh:hasAcronym "MHB-NNN"@en ; mh:takesPartIn event:dialogue-NNN .
actor:partner-NNN a mh:Organization ; rdfs:label "Partner body NNN"@en ;
    mh:hasKind concept:organization-civil-society ; mh:isPartOfBody actor:body-NNN ;
    mh:takesPartIn event:dialogue-NNN .
group:workstream-NNN a mh:CoordinationBody ; rdfs:label "Workstream NNN"@en ; mh:hasKind concept:body-workstream ;
    mh:hasMember actor:body-NNN , actor:partner-NNN ; mh:isPartOfBody actor:body-NNN .
membership:body-NNN-workstream-NNN-co-lead a mh:Membership ; rdfs:label "Body NNN, co-lead of workstream NNN"@en ;
    mh:isMembershipOf actor:body-NNN ; mh:isIn group:workstream-NNN ; mh:hasRole concept:role-co-lead ;
    mh:isAsOf "YEAR"^^xsd:gYear ; mh:hasEarliestDay "YEAR-01-01"^^xsd:date ; mh:hasLatestDay "YEAR-12-31"^^xsd:date .
person:speaker-NNN a mh:Person ; rdfs:label "Speaker NNN"@en ; mh:takesPartIn event:dialogue-NNN .
person:chair-NNN a mh:Person ; rdfs:label "Chair NNN"@en ; mh:takesPartIn event:dialogue-NNN .
place:town-NNN a mh:Place ; rdfs:label "Town NNN"@en ; mh:hasKind concept:place-town .
series:series-NNN a mh:EventSeries ; rdfs:label "Dialogue series NNN"@en ;
    mh:hasKind concept:series-dialogue-series .
process:process-NNN a mh:Process ; rdfs:label "Making of the declaration NNN"@en ;
    mh:hasKind concept:process-negotiation .
instrument:declaration-NNN a mh:Instrument ; rdfs:label "Declaration NNN"@en ;
    mh:hasKind concept:instrument-declaration ; mh:hasDate "YEAR-03-03"^^xsd:date ;
    mh:hasEarliestDay "YEAR-03-03"^^xsd:date ; mh:hasLatestDay "YEAR-03-03"^^xsd:date ;
    mh:isIssuedBy actor:body-NNN ; dcterms:identifier "A/RES/71/NNN" ; mh:cites provision:gcm-15 .
provision:declaration-NNN-1 a mh:Provision ; rdfs:label "Declaration NNN, objective 1"@en ;
    mh:says "Health plans include migrants"@en ; mh:hasForce concept:force-promise ;
    mh:binds concept:constituency-states ; mh:concerns concept:constituency-migrants ;
    skos:altLabel "Objective 1"@en ; skos:notation "1" ; dcterms:identifier "A/RES/71/NNN, para. 1" ;
    mh:hasKind concept:provision-objective ; dcterms:isPartOf instrument:declaration-NNN .
provision:declaration-NNN-1a a mh:Provision ; rdfs:label "Declaration NNN, action 1 (a)"@en ;
    mh:says "Health workers are trained"@en ; mh:hasForce concept:force-option ;
    skos:altLabel "Action 1 (a)"@en ; skos:notation "1(a)" ; dcterms:identifier "A/RES/71/NNN, para. 1 (a)" ;
    mh:hasKind concept:provision-action ; dcterms:isPartOf provision:declaration-NNN-1 .
event:year-NNN a mh:Event ; rdfs:label "Dialogues of the year NNN"@en ; mh:hasKind concept:event-forum-summit ;
    mh:hasStatus concept:status-held ; mh:hasOrganizer actor:body-NNN ; mh:isInSeries series:series-NNN ;
    mh:hasStartDate "YEAR"^^xsd:gYear ; mh:hasEarliestDay "YEAR-01-01"^^xsd:date ;
    mh:hasLatestDay "YEAR-12-31"^^xsd:date .
event:dialogue-NNN a mh:Event ; rdfs:label "Dialogue NNN on the health of migrants"@en ;
    mh:hasKind concept:event-migration-dialogue ; mh:hasStatus concept:status-held ; mh:hasMode concept:mode-online ;
    mh:hasOrganizer actor:body-NNN ; mh:hasPlace place:town-NNN ;
    mh:isPartOfEvent event:year-NNN ; mh:hasTopic concept:topic-covid-19 ; mh:hasStartDate "YEAR-03-01"^^xsd:date ;
    mh:hasEndDate "YEAR-03-02"^^xsd:date ; mh:hasEarliestDay "YEAR-03-01"^^xsd:date ;
    mh:hasLatestDay "YEAR-03-02"^^xsd:date ;
    mh:addresses provision:declaration-NNN-1 , provision:gcm-15 ; mh:hasOutcome instrument:declaration-NNN .
participation:chair-NNN a mh:Participation ; rdfs:label "Chair NNN at dialogue NNN"@en ;
    mh:isParticipationOf person:chair-NNN ; mh:hasRole concept:role-chair ; mh:isIn event:dialogue-NNN ;
    mh:hasOffice "Director"@en ; mh:isOnBehalfOf actor:body-NNN .
participation:speaker-NNN a mh:Participation ; rdfs:label "Speaker NNN at dialogue NNN"@en ;
    mh:isParticipationOf person:speaker-NNN ; mh:hasRole concept:role-speaker ; mh:isIn event:dialogue-NNN ;
    mh:isOnBehalfOf actor:partner-NNN .
rec:plan-NNN a mh:Recommendation ; rdfs:label "Plan health services for everyone NNN"@en ;
    mh:isIssuedBy actor:body-NNN ; mh:isMadeAt event:dialogue-NNN ;
    mh:isAddressedTo concept:constituency-member-states ; mh:hasForce concept:force-call ;
    mh:hasTopic concept:topic-universal-health-coverage ;
    mh:addresses provision:declaration-NNN-1a .
rec:train-NNN a mh:Recommendation ; rdfs:label "Train health workers NNN"@en ; mh:isIssuedBy person:speaker-NNN ;
    mh:isSetDownIn instrument:declaration-NNN ; mh:hasForce concept:force-call ;
    mh:hasTopic concept:topic-covid-19 ; mh:bearsOn provision:gcm-15e .
position:view-NNN a mh:Position ; rdfs:label "Health belongs to everyone NNN"@en ; mh:isHeldBy person:chair-NNN ;
    mh:isMadeAt participation:chair-NNN ; mh:hasStance concept:stance-affirms ; mh:hasTopic concept:topic-covid-19 .
figure:audience-NNN a mh:ReportedFigure ; rdfs:label "People at dialogue NNN"@en ; mh:hasValue NUMBER ;
    mh:hasUnit concept:unit-persons ; mh:hasPrecision concept:precision-about ; mh:isAbout event:dialogue-NNN ;
    mh:measures concept:measure-attendance ;
    mh:isReportedBy actor:body-NNN ; mh:hasDate "YEAR-03"^^xsd:gYearMonth ; mh:hasEarliestDay "YEAR-03-01"^^xsd:date ;
    mh:hasLatestDay "YEAR-03-31"^^xsd:date .
commitment:care-NNN a mh:Commitment ; rdfs:label "Care for everyone NNN"@en ;
    mh:hasKind concept:commitment-commitment ; mh:isSetDownIn instrument:declaration-NNN ;
    mh:binds concept:constituency-states ; mh:concerns concept:constituency-migrants ;
    mh:addresses provision:declaration-NNN-1 ; mh:hasTopic concept:topic-access-to-health-care .
milestone:adopted-NNN a mh:Milestone ; rdfs:label "Declaration NNN adopted"@en ; mh:hasKind concept:milestone-adopted ;
    mh:happensTo instrument:declaration-NNN ; mh:isActOf actor:body-NNN ; mh:isStepOf process:process-NNN ;
    mh:hasDate "YEAR-03-03"^^xsd:date ; mh:hasEarliestDay "YEAR-03-03"^^xsd:date ;
    mh:hasLatestDay "YEAR-03-03"^^xsd:date .
source:report-NNN a mh:Source ; dcterms:title "Report of dialogue NNN"@en ; dcterms:publisher actor:body-NNN ;
    dcterms:language "en" ; mh:isSourceOf event:dialogue-NNN ; mh:isReadBy concept:curation-curator-a ;
    mh:hasCurationMethod concept:method-close-reading ; mh:hasCurationDate "2026-11-21"^^xsd:date ;
    schema:url <https://example.org/report/NNN> .
<https://w3id.org/mhgraph/source/report-NNN#c1> a mh:Capture ; mh:isCaptureOf source:report-NNN ;
    mh:hasExtent concept:extent-whole ; mh:hasStanding concept:standing-publisher ; mh:hasDigest "DIGEST" ;
    dcterms:language "en" ; schema:url <https://example.org/report/NNN> .
<https://w3id.org/mhgraph/source/report-NNN#p01> a mh:Passage ; dcterms:isPartOf source:report-NNN ; mh:hasNumber 1 ;
    mh:isSeenIn <https://w3id.org/mhgraph/source/report-NNN#c1> ;
    mh:hasDigest "DIGEST" ; mh:holdsNoStatement concept:nothing-heading .
<https://w3id.org/mhgraph/source/report-NNN#p02> a mh:Passage ; dcterms:isPartOf source:report-NNN ; mh:hasNumber 2 ;
    mh:isSeenIn <https://w3id.org/mhgraph/source/report-NNN#c1> ;
    mh:hasDigest "DIGEST" ; mh:isReadWith <https://w3id.org/mhgraph/source/report-NNN#p01> .
judgement:bears-NNN a mh:Judgement ; rdfs:label "The call of dialogue NNN bears on Objective 15"@en ;
    mh:hasRationale "Plans for everyone serve access."@en ; mh:hasConfidence concept:confidence-medium ;
    mh:restsOn <https://w3id.org/mhgraph/source/report-NNN#p02> ; mh:isJudgedBy concept:curation-curator-a ;
    mh:hasCurationMethod concept:method-close-reading ; mh:hasCurationDate "2026-11-21"^^xsd:date .
"""

FAULTS: tuple[tuple[str, str, str], ...] = (
    ("a dialogue without a label", 'event:dialogue-NNN rdfs:label "Dialogue NNN on the health of migrants"@en', ""),
    ("a participation without a role", "participation:chair-NNN mh:hasRole concept:role-chair", ""),
    ("a recommendation without an issuer", "rec:plan-NNN mh:isIssuedBy actor:body-NNN", ""),
    (
        "a figure that is a text",
        "figure:audience-NNN mh:hasValue NUMBER",
        'figure:audience-NNN mh:hasValue "many"',
    ),
    (
        "a kind of another scheme",
        "rec:plan-NNN mh:hasTopic concept:topic-universal-health-coverage",
        "rec:plan-NNN mh:hasTopic concept:mode-online",
    ),
    (
        "a dialogue that ends after its year",
        'event:dialogue-NNN mh:hasLatestDay "YEAR-03-02"^^xsd:date',
        'event:dialogue-NNN mh:hasLatestDay "2099-03-02"^^xsd:date',
    ),
    (
        "a provision that is part of nothing",
        "provision:declaration-NNN-1a dcterms:isPartOf provision:declaration-NNN-1",
        "",
    ),
    ("a judgement without confidence", "judgement:bears-NNN mh:hasConfidence concept:confidence-medium", ""),
    (
        "a digest that is none",
        '<https://w3id.org/mhgraph/source/report-NNN#c1> mh:hasDigest "DIGEST"',
        '<https://w3id.org/mhgraph/source/report-NNN#c1> mh:hasDigest "unknown"',
    ),
    (
        "a speaker who is a place",
        "participation:speaker-NNN mh:isParticipationOf person:speaker-NNN",
        "participation:speaker-NNN mh:isParticipationOf place:town-NNN",
    ),
    (
        "a membership without a member",
        "membership:body-NNN-workstream-NNN-co-lead mh:isMembershipOf actor:body-NNN",
        "",
    ),
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
