"""What a new source file holds, for each kind of page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from mhgraph import bounds
from mhgraph.checks.finding import Finding
from mhgraph.checks.validate import validate_project
from mhgraph.checks.verification import verify
from mhgraph.errors import CapturedAlready, InvalidValue, OversizedLiteral, ReadOnlyProject, TargetExists
from mhgraph.graph import BaseGraph, load_graph
from mhgraph.ingest.authoring import (
    NewSource,
    WrittenSource,
    describe_draft,
    draft_source,
    write_source,
)
from mhgraph.ingest.formatting import find_drift
from mhgraph.ingest.known import Known
from mhgraph.ingest.report import report_paragraphs, report_sections
from mhgraph.ingest.sheets import read_sheet
from mhgraph.model import CURATION_DATE, DIGEST, EXTENT, FRAGMENT, IS_CAPTURE_OF, IS_SEEN_IN, NUMBER
from mhgraph.namespaces import CONCEPT, DCTERMS, SCHEMA, SOURCE, from_curie, passage_iri
from mhgraph.project.folders import Project
from mhgraph.project.todo import is_todo
from mhgraph.rdf.turtle.parse import parse_file
from mhgraph.text.passages import digest_paragraph, digest_text
from tests.conftest import SMALL

TEXT = "One  small\u00a0paragraph\r\n\r\nAnother one, to be found\n\nwrite to desk@mail.example.org\n".replace("\r", "")
NETWORK = "https://w3id.org/mhgraph/actor/valley-health-network"
RESOLUTION = """Resolution on boats
Recalling the Village Health Compact,
1. Urges villages:
(a) to keep boats;
(b) to lend them, and to tell whom:
(i) children;
2. Calls on the Riverside Health Board and the unheard of Guild to pay;
3. The villages shall meet each year.
4. Whatever else is said.
"""


def said(written: WrittenSource, name: str) -> set[str]:
    """Return what the passage of a name says, in short."""
    (passage,) = [passage for passage in written.draft.passages if passage.name == name]
    triples = (*passage.statements, *passage.filing)
    return {f"{short(triple.subject)} {short(triple.predicate)} {short(triple.object)}" for triple in triples}


def short(term: object) -> str:
    text = getattr(term, "value", str(term))
    return "/".join(text.rsplit("/", 2)[-2:]).replace("mhgraph/ontology#", "mh:") if "://" in text else text


def find_wrong(project: Project, written: WrittenSource) -> list[Finding]:
    """Return what is wrong with the files of a new source, apart from what is left to the curator."""
    findings = validate_project(project, written.paths)
    assert any(finding.check == "integrity:unfinished" for finding in findings)
    return [finding for finding in findings if finding.check != "integrity:unfinished"]


def test_every_paragraph_is_there_and_unread(small_copy: Project, tmp_path: Path) -> None:
    (tmp_path / "new-one.txt").write_text(TEXT, encoding="utf-8")
    new = NewSource("new-one", "A new one", "en", "https://new.example/one", NETWORK)
    written = write_source(small_copy, new, TEXT)
    assert [path.relative_to(small_copy.root).as_posix() for path in written.paths] == [
        "data/sources/new-one.trig",
        "data/entities/instrument/new-one.ttl",
    ]
    graph = load_graph(small_copy)
    (found,) = [source for source in graph.coverage() if source.key == "new-one"]
    assert (found.extent, found.unread) == ("whole", ("p01", "p02", "p03"))
    assert verify(graph, tmp_path).sources[0].problems == ()
    assert find_drift(small_copy, written.paths) == {}
    assert find_wrong(small_copy, written) == []


def test_what_is_written_of_a_source(small_copy: Project) -> None:
    source = NewSource("new-one", "Une chose “nouvelle”", "fr", "https://new.example/one", NETWORK)
    quads = parse_file(write_source(small_copy, source, TEXT).paths[0])
    about = {(quad.subject, quad.predicate): quad.object for quad in quads}
    node = NamedNode("https://w3id.org/mhgraph/source/new-one")
    assert about[node, NamedNode(f"{DCTERMS}title")] == Literal("Une chose “nouvelle”", language="fr")
    assert about[node, NamedNode(f"{DCTERMS}language")] == Literal("fr")
    assert about[node, NamedNode(f"{DCTERMS}publisher")] == NamedNode(NETWORK)
    assert about[node, NamedNode(f"{SCHEMA}url")] == NamedNode("https://new.example/one")
    assert is_todo(about[node, CURATION_DATE])
    capture = NamedNode(passage_iri("new-one", "c1"))
    assert about[capture, IS_CAPTURE_OF] == node
    assert about[capture, EXTENT] == NamedNode(f"{CONCEPT}extent-whole")
    assert about[capture, NamedNode(f"{SCHEMA}url")] == NamedNode("https://new.example/one")
    assert about[capture, DIGEST] == Literal(digest_text(TEXT))
    first = NamedNode(passage_iri("new-one", "p01"))
    assert about[first, DIGEST] == Literal(digest_paragraph("One small paragraph"))
    assert about[first, NUMBER] == Literal(1)
    assert about[first, IS_SEEN_IN] == capture
    assert about[first, FRAGMENT] == Literal("#:~:text=One,paragraph")
    assert (NamedNode(passage_iri("new-one", "p03")), FRAGMENT) not in about  # it holds an address
    assert not any("desk@" in str(quad.object) for quad in quads)


def test_a_text_is_taken_apart_by_its_marks_and_verbs(small_copy: Project) -> None:
    new = NewSource("boats", "Resolution on boats", "en", "https://new.example/boats", NETWORK)
    written = write_source(small_copy, new, RESOLUTION)
    assert said(written, "title") == {
        "instrument/boats mh:hasKind concept/instrument-resolution",
        "instrument/boats mh:isIssuedBy actor/valley-health-network",
    }
    assert said(written, "p02") >= {"position/boats-p02 mh:hasStance concept/stance-recalls"}
    assert said(written, "para-1-a") >= {
        "rec/boats-para-1-a mh:hasForce concept/force-call",
        "rec/boats-para-1-a mh:isAddressedTo concept/constituency-villages",
        "rec/boats-para-1-a mh:isIssuedBy actor/valley-health-network",
        "rec/boats-para-1-a mh:isSetDownIn provision/boats-1a",
        "rec/boats-para-1-a mh:hasTopic concept/TODO",
    }
    assert said(written, "para-2") >= {
        "rec/boats-para-2 mh:isAddressedTo actor/riverside-health-board",
        "rec/boats-para-2 mh:isAddressedTo concept/TODO-unheard-of-guild",
    }
    assert said(written, "para-3") >= {"provision/boats-3 mh:hasForce concept/force-duty"}
    assert said(written, "para-4") >= {"provision/boats-4 mh:hasForce concept/TODO"}
    passages = {passage.name: passage for passage in written.draft.passages}
    assert passages["para-1"].nothing == passages["para-1-b"].nothing == "lead-in"
    assert passages["para-1-b-i"].read_with == ["para-1-b"]
    assert passages["para-1-b-i"].label == "para. 1 (b) (i)"
    assert find_drift(small_copy, written.paths) == {}
    assert find_wrong(small_copy, written) == []


def test_bullets_are_read_with_what_leads_in_to_them(small_copy: Project) -> None:
    text = "News\nThe Board urges villages:\n• to keep boats;\n• to lend them.\n"
    written = write_source(small_copy, NewSource("news", "News", publisher=NETWORK), text)
    passages = {passage.name: passage for passage in written.draft.passages}
    assert passages["p02"].nothing == "lead-in"
    assert passages["p03"].read_with == passages["p04"].read_with == ["p02"]
    assert said(written, "p04") >= {
        "rec/news-p04 mh:hasForce concept/force-call",
        "rec/news-p04 mh:isAddressedTo concept/constituency-villages",
        "rec/news-p04 mh:isSetDownIn instrument/news",
    }
    assert find_wrong(small_copy, written) == []


def test_provisions_are_declared_with_their_names(small_copy: Project) -> None:
    written = write_source(small_copy, NewSource("boats", "Resolution on boats", publisher=NETWORK), RESOLUTION)
    (path,) = [path for path in written.paths if path.parent.name == "provision"]
    text = path.read_text(encoding="utf-8")
    assert '"Resolution on boats, para. 1 (b) (i)"@en' in text
    assert "dcterms:isPartOf provision:boats-1b ;" in text


def test_a_known_title_is_no_new_instrument(small_copy: Project) -> None:
    text = "Old Water Pact\nWater is for everybody.\n"
    written = write_source(small_copy, NewSource("pact", "The Old Water Pact", publisher=NETWORK), text)
    assert len(written.paths) == 1
    assert said(written, "title") >= {"instrument/old-water-pact mh:isIssuedBy actor/valley-health-network"}


def test_a_title_that_is_not_printed_stands_in_the_record(small_copy: Project) -> None:
    written = write_source(small_copy, NewSource("k", "Report of the boats", publisher=NETWORK), "Only a line.\n")
    assert b":record {" in written.paths[0].read_bytes()
    assert find_wrong(small_copy, written) == []


EVENT_PAGE = """Home
Meeting on boats
2 May 2031, Riverside
Everybody who has a boat, or who would like to have one, is asked to come.
Date:
Type of Event
Workshop, Boating
GCM Objectives
Location: Riverside
Colour: blue
"""


def test_fields_state_what_their_labels_stand_for(small_copy: Project) -> None:
    new = NewSource("boats", "Meeting on boats", publisher=NETWORK, form="event")
    written = write_source(small_copy, new, EVENT_PAGE)
    assert said(written, "title") == {"event/boats mh:hasStatus concept/TODO"}
    assert said(written, "date-line") == {
        "event/boats mh:hasPlace place/riverside-mill-town",
        "event/boats mh:hasStartDate 2031-05-02",
    }
    assert said(written, "field-type-of-event") == {
        "event/boats mh:hasKind concept/event-workshop",
        "event/boats mh:hasKind concept/TODO-boating",
    }
    assert written.draft.lost_fields == ["Date", "GCM Objectives"]
    names = [passage.name for passage in written.draft.passages]
    assert names == [
        "p01",
        "title",
        "date-line",
        "lead",
        "field-date",
        "field-type-of-event",
        "field-gcm-objectives",
        "field-location",
        "field-colour",
    ]
    assert [remark for remark in written.draft.remarks if "'Colour'" in remark]
    assert find_drift(small_copy, written.paths) == {}
    assert find_wrong(small_copy, written) == []


def test_rows_tell_of_meetings_if_they_have_dates(small_copy: Project) -> None:
    text = "Boat days\nDay\tMeeting\tPlace\n2 May 2031\tFirst boat day\tRiverside\n9 May 2031\tSecond one\tAtlantis\n"
    written = write_source(small_copy, NewSource("days", "Boat days", publisher=NETWORK, form="list"), text)
    assert [passage.name for passage in written.draft.passages] == ["title", "head", "row-2031-05-02", "row-2031-05-09"]
    assert said(written, "row-2031-05-02") >= {
        "event/days-2031-05-02 01/rdf-schema#label First boat day",
        "event/days-2031-05-02 mh:hasStartDate 2031-05-02",
        "event/days-2031-05-02 mh:hasPlace place/riverside-mill-town",
    }
    assert "event/days-2031-05-09 mh:hasPlace place/TODO-atlantis" in said(written, "row-2031-05-09")
    assert find_wrong(small_copy, written) == []


def test_rows_of_a_sheet_tell_of_members(small_copy: Project) -> None:
    text = "Member;Role\nHillside Village Council;Chair\nGuild of boats;Member\n"
    sheet = replace(read_sheet(text, Path("members.csv")), is_text=True)
    group = from_curie("group:wells")
    new = NewSource("members", "Members of the workstream", publisher=NETWORK, form="list", whole=group)
    written = write_source(small_copy, new, text, sheet)
    assert said(written, "row-hillside-village-council") >= {
        "membership/hillside-council-wells-chair mh:hasRole concept/role-chair",
        "membership/hillside-council-wells-chair mh:isMembershipOf actor/hillside-council",
        "membership/hillside-council-wells-chair mh:isIn group/wells",
    }
    assert "membership/TODO-guild-of-boats-wells-member mh:hasRole concept/role-member" in said(
        written, "row-guild-of-boats"
    )
    assert find_wrong(small_copy, written) == []


def test_the_report_tells_what_a_curator_looks_for(small_copy: Project) -> None:
    text = (
        "Report on the second session\n1. The Riverside Health Board met on Monday, 2 April 2031.\n"
        "3. The Riverside Helth Board met the Guild of Boats.\n"
    )
    written = write_source(small_copy, NewSource("report", "Report", publisher=NETWORK), text)
    sections = dict(report_sections(written))
    assert "para. 2 is missing before para. 3" in sections["Look at"]
    assert sections["Known names"][0] == "Riverside Health Board: actor:riverside-health-board (2)"
    assert any(line.startswith("Riverside Helth Board (3); near: actor:riverside") for line in sections["Not declared"])
    assert "Guild of Boats (3)" in sections["Not declared"]
    assert sections["Dates"] == ["2: Monday, 2 April 2031 = 2031-04-02; that day was a Wednesday"]
    assert sections["Ordinals"] == ["1: second session"]
    assert report_paragraphs(written)[1].split()[:4] == ["2", "para-1", "3", "written"]


@pytest.mark.slow
@pytest.mark.parametrize("form", ["text", "event", "list"])
@pytest.mark.parametrize(
    "text",
    [
        "Title\nTel. 022 555 01 00\n1. Urges desk@mail.example.org to act:\nDate: tel. 022 555 01 00\nx@y.org\t2 May\n",
        "Ti\u202etle\n1. Urges vil\u200blages to act\x07\nDate: 2 May 2031\u2028 Riverside\n• a\u202e b\x07\n",
        "العنوان\n١. تحث القرى\n(a) شيء\nتاريخ: ٢ مايو ٢٠٣١\n",
        "Title\n1. One:\n(a) a\n1. One:\n(a) a\n(a) b\nTitle\nDate\nDate\nDate: 1 May 1800\n",
        'Title "x" \\\n1. Urges "the \\"x" villages" to <act> {now}\nWhere: <http://x y>\nHost: "A" <c>, D\n',
        "Title\n1.1 One\n1.2 Two:\nArticle 3\n1. y\n(a) z:\n(i) q\nOP1 Urges\nAnnex\n1. a\nArticle 3bis\n3bis. Urges\n",
        "Title\nDay\tMeeting\tX\n1 May 2031\tA\t\n1 May 2031\tA\tz\n32 May 2031\t\tq\n\t\t\n",
    ],
    ids=["contact data", "hidden characters", "another script", "repeats", "brackets", "marks", "odd rows"],
)
def test_validate_accepts_whatever_is_written(small_copy: Project, text: str, form: str) -> None:
    written = write_source(small_copy, NewSource("odd", "Title", publisher=NETWORK, form=form), text)
    assert find_drift(small_copy, written.paths) == {}
    assert find_wrong(small_copy, written) == []


def test_an_older_capture_is_noticed(small_copy: Project) -> None:
    text = (SMALL / "texts" / "riverside-launch-notice.txt").read_text(encoding="utf-8")
    with pytest.raises(CapturedAlready, match="captured already: riverside-launch-notice#c1"):
        write_source(small_copy, NewSource("again", "T", publisher=NETWORK), text)
    written = write_source(small_copy, NewSource("again", "T", publisher=NETWORK), text + "\nOne more line.\n")
    assert any("in riverside-launch-notice, too: an older capture" in line for line in written.draft.remarks)


def test_a_passage_has_its_own_language(small: BaseGraph) -> None:
    text = "The villages of the valley met in the mill.\nLes villages de la vallée sont d'accord sur le texte.\n"
    draft = draft_source(Known(small), NewSource("k", "T"), text)
    assert [passage.language for passage in draft.passages] == [None, "fr"]


def test_without_an_address_there_are_no_fragments(small: BaseGraph) -> None:
    predicates = {quad.predicate for quad in describe(small, NewSource("k", "T"), TEXT)}
    assert FRAGMENT not in predicates
    assert NamedNode(f"{SCHEMA}url") not in predicates


def describe(graph: BaseGraph, source: NewSource, text: str) -> list[Quad]:
    return describe_draft(draft_source(Known(graph), source, text), source, text)


def test_nothing_is_overwritten(small_copy: Project) -> None:
    sources = small_copy.sources
    path = small_copy.sources[0]
    before = path.read_bytes()
    with pytest.raises(TargetExists, match="exists already; choose another key, or edit the file"):
        write_source(small_copy, NewSource(path.stem, "T"), TEXT)
    assert path.read_bytes() == before
    entity = small_copy.root / "data" / "entities" / "instrument" / "k.ttl"
    entity.write_text("", encoding="utf-8")
    with pytest.raises(TargetExists):
        write_source(small_copy, NewSource("k", "T"), TEXT)
    assert small_copy.sources == sources


@pytest.mark.parametrize("key", ["", "Upper", "a_b", "a--b", "-a", "a-", "7a", "../a", "a/b", "é", "a\n"])
def test_a_key_is_a_slug(small_copy: Project, key: str) -> None:
    expected = "does not fit key; expected lower case letters, digits and hyphens, a letter first"
    with pytest.raises(InvalidValue, match=expected):
        write_source(small_copy, NewSource(key, "T"), TEXT)


def test_a_key_is_no_prefix_in_use(small_copy: Project) -> None:
    with pytest.raises(InvalidValue, match="'actor' does not fit key; expected a name that is no prefix"):
        write_source(small_copy, NewSource("actor", "T"), TEXT)


@pytest.mark.parametrize(
    ("source", "parameter"),
    [
        (NewSource("k", " \n\u200b"), "title"),
        (NewSource("k", "T" * (bounds.TITLE + 1)), "title"),
        (NewSource("k", "T", "English"), "language"),
        (NewSource("k", "T", "eng"), "language"),
        (NewSource("k", "T", "xx"), "language"),
        (NewSource("k", "T", "en", "new.example"), "address"),
        (NewSource("k", "T", "en", "https://new.example/a b"), "address"),
        (NewSource("k", "T", "en", "javascript:alert(1)"), "address"),
        (NewSource("k", "T", form="poem"), "form"),
    ],
)
def test_other_values_are_checked(small_copy: Project, source: NewSource, parameter: str) -> None:
    sources = small_copy.sources
    with pytest.raises(InvalidValue) as caught:
        write_source(small_copy, source, TEXT)
    assert caught.value.parameter == parameter
    assert small_copy.sources == sources


def test_a_title_is_written_on_one_line(small_copy: Project) -> None:
    written = write_source(small_copy, NewSource("k", " A title\n\x07of\u202e two lines", publisher=NETWORK), TEXT)
    assert 'dcterms:title "A title of two lines"@en' in written.paths[0].read_text(encoding="utf-8")
    assert any("the title is written on one line" in remark for remark in written.draft.remarks)
    assert find_wrong(small_copy, written) == []


def test_a_text_has_a_paragraph(small: BaseGraph) -> None:
    with pytest.raises(InvalidValue, match="a text with at least one paragraph"):
        draft_source(Known(small), NewSource("k", "T"), " \n\u00a0\n")


def test_the_installed_copy_is_not_written_into(small_copy: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    sources = small_copy.sources
    monkeypatch.setattr("mhgraph.project.folders._PACKAGED", small_copy.root)
    with pytest.raises(ReadOnlyProject):
        write_source(small_copy, NewSource("k", "T"), TEXT)
    assert small_copy.sources == sources


def test_the_small_texts_make_the_small_sources(small: BaseGraph, small_project: Project) -> None:
    """Numbers, digests and fragments of the hand-made sources are those that the tool would have made."""
    for key, address in (
        ("riverside-launch-notice", "https://riverside.example/notices/compact-launch"),
        ("valley-register-launch", "https://valley.example/register/17"),
    ):
        text = (SMALL / "texts" / f"{key}.txt").read_text(encoding="utf-8")
        made = {quad.triple for quad in describe(small, NewSource(key, "T", "en", address), text)}
        kept = {quad.triple for quad in parse_file(small_project.root / "data" / "sources" / f"{key}.trig")}
        for predicate in (NUMBER, DIGEST, FRAGMENT):
            mine = {triple for triple in kept if triple.predicate == predicate}
            assert mine <= {triple for triple in made if triple.predicate == predicate}
            assert mine


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        *("a" * 500_000, f"{'b' * 500_000} two three", "é" * 2_000, "one\n" * 200),
        *(f"# {'c' * 99_999}\nd", "e\u0301\u200b"),
    ],
    ids=["a word", "words", "escapes", "lines", "a mark", "what is not seen"],
)
def test_what_is_written_every_command_reads(small_copy: Project, text: str) -> None:
    title, address = "T" * bounds.TITLE, f"https://example.org/{'a' * (bounds.NAME - 20)}"
    written = write_source(small_copy, NewSource("k" * bounds.KEY, title, "en", address), text)
    assert find_drift(small_copy, written.paths) == {}
    assert load_graph(small_copy).resolve(f"source:{'k' * bounds.KEY}").value == f"{SOURCE}{'k' * bounds.KEY}"


def test_a_label_beyond_the_bound_is_not_written(small_copy: Project) -> None:
    """The name of a provision is made of its kind, its number and its instrument; each of them may be read."""
    path = small_copy.root / "data" / "entities" / "instrument" / "instrument.ttl"
    before = path.read_text(encoding="utf-8")
    path.write_text(before.replace("Village Health Compact", "V" * (bounds.LITERAL - 20)), encoding="utf-8")
    with pytest.raises(OversizedLiteral):
        find_drift(small_copy, small_copy.data)
