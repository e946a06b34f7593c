"""What is found in a file is the same, whether the whole project is validated or that file only."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from mhgraph.checks import validate_project
from mhgraph.checks.shacl import FastEngine
from mhgraph.checks.surroundings import find_premises, keep_surroundings
from mhgraph.namespaces import PREFIXES
from mhgraph.project.folders import Project
from mhgraph.project.statements import parse_project

REVIEW, REGISTER, NOTICE = (
    f"sources/{key}.trig" for key in ("valley-review", "valley-register-launch", "riverside-launch-notice")
)
OF_REVIEW, OF_REGISTER, OF_NOTICE = (
    f"judgements/{key}.trig" for key in ("valley-review", "valley-register-launch", "riverside-launch-notice")
)
ACTORS, PROVISIONS, EVENTS = (f"entities/{kind}/{kind}.ttl" for kind in ("actor", "provision", "event"))
BOARD = "actor:riverside-health-board"
LAUNCH = "event:village-compact-launch"
OLD_PACT = "instrument:old-water-pact mh:hasKind concept:instrument-compact ."
OF_THE_NOTICE = "<https://w3id.org/mhgraph/source/riverside-launch-notice#p03> {"
BROKEN: Mapping[str, list[tuple[str, str, str]]] = {
    "names that nobody declares": [
        (NOTICE, f"mh:hasOrganizer {BOARD}", "mh:hasOrganizer actor:riverside-helth-board"),
        (REGISTER, f"{LAUNCH} mh:hasOrganizer", f"{LAUNCH} mh:takesUp rec:keep-clinic-bota ; mh:hasOrganizer"),
        (REVIEW, "mh:takesUp rec:valley-review-test-wells", "mh:takesUp rec:valley-review-test-welss"),
        (OF_REVIEW, "mh:restates rec:test-wells", "mh:restates rec:test-well"),
        (OF_NOTICE, "practice:clinic-boat mh:takesUp", "practice:boat a mh:Practice ; mh:takesUp"),
        (ACTORS, "mh:hasCountry place:vale .", "mh:hasCountry place:vael ."),
    ],
    "names that others declare": [
        (REGISTER, f"{LAUNCH} mh:hasOrganizer", f"{LAUNCH} mh:takesUp rec:test-wells ; mh:hasOrganizer"),
        (REVIEW, "mh:takesUp rec:valley-review-test-wells", "mh:takesUp rec:keep-clinic-boat"),
        (OF_REGISTER, f"{LAUNCH}-afternoon mh:bearsOn", "practice:valley-review-well-tests mh:bearsOn"),
    ],
    "likenesses": [
        (REVIEW, '"Test each well before summer"@en', '"Have a BOAT at hand for the clinic"@en'),
        (REVIEW, '"Test the wells two times a year, as the Board asked"@en', '"Test every well two times a year"@en'),
        (REVIEW, "e6da1a3f6d4fb4d7565f45c9586d7647f93f894659bc6539bb4b135e2f82be5f", "0" * 64),
        (REVIEW, OLD_PACT, f"actor:hillside-council dcterms:isPartOf actor:vale . {OLD_PACT}"),
        (NOTICE, "ab04f4d44bef8e05d5c25efb1a7d64cc4f161d4fd5824e310cf7f8cc3292ff43", "0" * 64),
        (REGISTER, '"Afternoon session on boats and clinics"@en', '"Meeting at the mill"@en'),
        (ACTORS, '"Hillside Village Council"@en', '"Lakeside Village Council"@en'),
        (ACTORS, '"Ministry of Health of Vale"@en', '"Valley Register"@en'),
    ],
    "identities that clash": [
        (
            OF_REGISTER,
            "event:valley-review-talks mh:sameAs",
            f"{LAUNCH} mh:differentFrom event:valley-review-mill-meeting ,",
        ),
    ],
    "identities that are unsure": [
        (
            OF_REGISTER,
            "event:valley-review-talks mh:sameAs",
            f"event:valley-review-mill-meeting mh:sameAs {LAUNCH}-afternoon ,",
        ),
        (OF_NOTICE, "rec:valley-review-test-wells mh:sameAs", f"{LAUNCH} mh:differentFrom {LAUNCH}-afternoon ,"),
    ],
    "graphs": [
        (REGISTER, ":p03 {", OF_THE_NOTICE),
        (REVIEW, ":para-13-index {", ":para-99 {"),
        (NOTICE, ":p12 a mh:Passage", ":p13 a mh:Passage"),
        (
            NOTICE,
            ":p08-index {\n\trec:keep-clinic-boat",
            ":p08-index {\n\trec:keep-clinic-boat mh:cites provision:vhc-1 ;",
        ),
        (OF_NOTICE, "rec:test-wells mh:bearsOn provision:vhc-1 ,", f"{LAUNCH} mh:addresses provision:vhc-1 ,"),
        (EVENTS, " a mh:Event", " mh:hasTopic concept:topic-well-water ; a mh:Event"),
    ],
    "values": [
        (PROVISIONS, "provision:vhc-2 a", "provision:vhc-3 a mh:Provision .\n\nprovision:vhc-2 a"),
        (REVIEW, "mh:hasForce concept:force-call", "mh:hasForce concept:force-promise"),
        (REVIEW, '"2033"^^xsd:gYear', '"next  year"'),
        (NOTICE, "mh:hasUnit concept:unit-persons ;", "# nobody was counted"),
        (OF_NOTICE, "mh:bearsOn provision:vhc-1 ,", "mh:bearsOn rec:keep-clinic-boat ,"),
        (OF_NOTICE, "mh:restsOn riverside-launch-notice:p07 .", "mh:restsOn valley-review:para-13 ."),
        (OF_REVIEW, "mh:hasConfidence concept:confidence-medium ;", ""),
        (ACTORS, "mh:hasKind concept:body-network", "mh:hasKind concept:topic-well-water"),
    ],
}


def break_files(project: Project, breaks: list[tuple[str, str, str]]) -> None:
    """Replace texts in data files, in which every prefix is known."""
    for name, old, new in breaks:
        path = project.root / "data" / name
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{name}: {old}"
        lines = [f"@prefix {prefix}: <{iri}> ." for prefix, iri in PREFIXES.items() if f"@prefix {prefix}:" not in text]
        path.write_text("\n".join([*lines, text.replace(old, new, 1)]), encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("breaks", BROKEN.values(), ids=BROKEN)
def test_a_file_by_itself_has_the_findings_that_it_has_in_the_whole(
    small_copy: Project, fast: FastEngine, breaks: list[tuple[str, str, str]]
) -> None:
    break_files(small_copy, breaks)
    whole = validate_project(small_copy, engine=lambda _: fast)
    broken = {Path("data") / name for name, _, _ in breaks}
    assert broken <= {finding.file for finding in whole}
    for path in {*broken, Path("data") / OF_NOTICE}:
        expected = [finding for finding in whole if finding.file == path]
        assert validate_project(small_copy, [small_copy.root / path], engine=lambda _: fast) == expected
    files = [small_copy.root / path for path in sorted(broken)]
    expected = [finding for finding in whole if finding.file in broken]
    assert validate_project(small_copy, files, engine=lambda _: fast) == expected


def test_of_another_document_little_is_kept(small_project: Project) -> None:
    parsed = parse_project(small_project)
    chosen = {Path("data") / NOTICE}
    kept = {file.path: file for file in keep_surroundings(parsed, chosen).files}
    whole = {file.path: file for file in parsed.files}
    assert [file.path for file in parsed.files] == list(kept)
    assert kept[Path("data") / NOTICE] is whole[Path("data") / NOTICE]
    assert kept[Path("data") / ACTORS].quads == whole[Path("data") / ACTORS].quads
    assert kept[Path("data") / ACTORS].is_excerpt
    of_others = [file for path, file in kept.items() if file.role in ("sources", "judgements") and path not in chosen]
    assert 0 < sum(len(file.quads) for file in of_others) < 60
    assert all(statement.line is None for file in of_others for statement in file.statements)


def test_a_judgement_is_seen_with_the_sources_that_it_rests_on(small_project: Project) -> None:
    parsed = parse_project(small_project)
    premises = find_premises(parsed, {Path("data") / OF_REVIEW})
    assert premises == {Path("data") / REVIEW, Path("data") / NOTICE}
    assert find_premises(parsed, {Path("data") / REVIEW}) == set()
    kept = keep_surroundings(parsed, {Path("data") / OF_REVIEW})
    whole = {file.path: file.quads for file in parsed.files}
    assert all(file.quads == whole[file.path] for file in kept.files if file.path in premises)
