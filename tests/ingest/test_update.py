"""A document captured again: passages follow their words, what changed is marked, and nothing is lost."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from mhgraph.checks import Severity, validate_project
from mhgraph.checks.verification import verify
from mhgraph.errors import CapturedAlready, CommentInData, InvalidValue, ReadOnlyProject, UnknownName
from mhgraph.files import read_text
from mhgraph.graph import BaseGraph, load_graph
from mhgraph.graph.captures import read_captures
from mhgraph.ingest.recapture import NewCapture
from mhgraph.ingest.update import UpdatedSource, update_source
from mhgraph.model import AWAITS_READING, FRAGMENT, PASSAGE
from mhgraph.namespaces import passage_iri
from mhgraph.project.folders import Project
from mhgraph.rdf.terms import DEFAULT, TYPE
from mhgraph.rdf.turtle.parse import parse_file
from mhgraph.text.folder import HeldText, hold_text
from tests.builders import build_project
from tests.checks.test_verification import record
from tests.conftest import SMALL

NOTICE = "riverside-launch-notice"
LINES = [line for line in read_text(SMALL / "texts" / f"{NOTICE}.txt").split("\n") if line.strip()]

RECAPTURED = [
    LINES[8],  # moved
    *LINES[:2],
    LINES[2].replace("2 April", "3 April"),  # changed
    LINES[3].replace("'", "’"),  # quoted in another way
    *LINES[4].replace(" Tobin", "\nTobin").split("\n"),  # split
    *LINES[5:8],
    LINES[9],
    "The next launch is in Hillside.",  # new
    " ".join(LINES[10:]),  # merged
]


def held(lines: Sequence[str], name: str = "new.txt") -> HeldText:
    return hold_text(Path(name), "\n".join(lines))


def update(
    project: Project,
    lines: Sequence[str],
    new: NewCapture | None = None,
    key: str = NOTICE,
    **options: Sequence[HeldText],
) -> UpdatedSource:
    return update_source(load_graph(project), key, held(lines), new or NewCapture(), **options)


def path_of(project: Project, key: str = NOTICE) -> Path:
    return project.root / "data" / "sources" / f"{key}.trig"


def in_graphs(project: Project, key: str = NOTICE) -> set[Quad]:
    return {quad for quad in parse_file(path_of(project, key)) if quad.graph_name != DEFAULT}


def passages(project: Project, key: str = NOTICE) -> dict[str, tuple[str, int | None, int | None]]:
    """Return capture, number and last number of each passage that has a digest."""
    captures = read_captures(load_graph(project).store)[key]
    return {p.name: (one.name, p.number, p.last) for one in captures for p in one.passages}


def told(updated: UpdatedSource) -> list[str]:
    return [str(change) for change in updated.changes if change.fate.value != "same"]


def is_clean(project: Project, folder: Path, lines: Sequence[str], key: str = NOTICE) -> bool:
    folder.mkdir(exist_ok=True)
    (folder / f"{key}.txt").write_text("\n".join(lines), encoding="utf-8")
    return verify(load_graph(project), folder).is_clean


def test_each_change_of_a_page_is_named_and_every_statement_is_kept(small_copy: Project, tmp_path: Path) -> None:
    before = in_graphs(small_copy)
    updated = update(small_copy, RECAPTURED, NewCapture(day="2031-06-01"), older=[held(LINES)])
    assert told(updated) == [
        "paragraph 9 has moved and is now paragraph 1",
        "paragraph 3 differs (99% alike: “2” is now “3”), now paragraph 4",
        "paragraph 4 differs only in typography (quotes), now paragraph 5",
        "paragraph 5 has been split and is now paragraphs 6 to 7",
        "paragraph 12 of the text is not recorded",
        "paragraph 11 and paragraph 12 have been merged into paragraph 13",
    ]
    assert (updated.capture, updated.added, updated.waiting) == ("c2", ("p13",), ("p03",))
    assert in_graphs(small_copy) == before
    assert passages(small_copy) == {
        "p09": ("c2", 1, None),
        "p01": ("c2", 2, None),
        "p02": ("c2", 3, None),
        "p03": ("c2", 4, None),
        "p04": ("c2", 5, None),
        "p05": ("c2", 6, 7),
        "p06": ("c2", 8, None),
        "p07": ("c2", 9, None),
        "p08": ("c2", 10, None),
        "p10": ("c2", 11, None),
        "p13": ("c2", 12, None),
        "p11": ("c2", 13, None),
        "p12": ("c2", 13, None),
    }
    (source,) = [one for one in load_graph(small_copy).coverage() if one.key == NOTICE]
    assert source.unread == ("p03", "p13")
    assert is_clean(small_copy, tmp_path / "texts", RECAPTURED)


def test_without_the_older_text_the_same_is_found(small_copy: Project) -> None:
    updated = update(small_copy, RECAPTURED)
    assert [(change.fate.value, change.passages) for change in updated.changes if change.fate.value != "same"] == [
        ("moved", ("p09",)),
        ("differs", ("p03",)),
        ("differs only in typography", ("p04",)),
        ("split", ("p05",)),
        ("inserted", ()),
        ("merged", ("p11", "p12")),
    ]
    assert (updated.added, updated.waiting) == (("p13",), ("p03",))


def test_what_is_written_is_valid_and_canonical_and_the_rest_waits(small_copy: Project) -> None:
    update(small_copy, RECAPTURED, NewCapture(day="2031-06-01"))
    found = validate_project(small_copy, [path_of(small_copy)])
    assert [(finding.check, finding.focus, finding.severity) for finding in found] == [
        ("integrity:awaits-reading", passage_iri(NOTICE, "p03"), Severity.WARNING)
    ]


def test_the_former_state_can_still_be_verified(small_copy: Project, tmp_path: Path) -> None:
    update(small_copy, RECAPTURED)
    folder = tmp_path / "both"
    folder.mkdir()
    for name, lines in (("before", LINES), ("after", RECAPTURED)):
        (folder / f"{name}.txt").write_text("\n".join(lines), encoding="utf-8")
    found = verify(load_graph(small_copy), folder)
    assert found.is_clean
    assert {s.key: s.text.name for s in found.sources if s.text} == {
        f"{NOTICE}#c1": "before.txt",
        f"{NOTICE}#c2": "after.txt",
    }


def test_what_is_gone_stays_where_it_was_seen(small_copy: Project) -> None:
    before = in_graphs(small_copy)
    updated = update(small_copy, [*LINES[:3], *LINES[4:]])
    assert (updated.added, updated.waiting) == ((), ("p04",))
    assert passages(small_copy)["p04"] == ("c1", 4, None)
    assert passages(small_copy)["p05"] == ("c2", 4, None)
    assert in_graphs(small_copy) == before
    node = NamedNode(passage_iri(NOTICE, "p04"))
    predicates = {quad.predicate for quad in parse_file(path_of(small_copy)) if quad.subject == node}
    assert AWAITS_READING in predicates
    assert FRAGMENT not in predicates  # the page no longer has it


def test_what_is_gone_can_come_back(small_copy: Project) -> None:
    file = path_of(small_copy)
    described = {quad for quad in parse_file(file) if quad.predicate == AWAITS_READING}
    update(small_copy, [*LINES[:3], *LINES[4:]])
    updated = update(small_copy, [*LINES, "New."])
    assert (updated.capture, updated.revived, updated.added, updated.waiting) == ("c3", ("p04",), ("p13",), ())
    assert passages(small_copy)["p04"] == ("c3", 4, None)
    assert {quad for quad in parse_file(file) if quad.predicate == AWAITS_READING} == described == set()


def test_an_older_state_again_is_said(small_copy: Project) -> None:
    update(small_copy, LINES[1:])
    updated = update(small_copy, LINES)
    assert (updated.capture, updated.same_text) == ("c3", ("c1",))


def test_the_same_text_changes_nothing(small_copy: Project) -> None:
    before = path_of(small_copy).read_bytes()
    updated = update(small_copy, [f" {line} " for line in LINES])
    assert (updated.capture, updated.same_text, updated.changes) == ("", ("c1",), ())
    assert path_of(small_copy).read_bytes() == before


def test_paragraphs_that_were_rewritten_side_by_side_are_not_guessed_at(small_copy: Project) -> None:
    updated = update(small_copy, [*LINES[:9], "One.", "Two.", *LINES[10:]])
    assert told(updated) == ["paragraph 10 differs, now paragraphs 10 to 11"]
    assert (updated.added, updated.waiting) == (("p13", "p14"), ("p10",))
    assert passages(small_copy)["p10"] == ("c1", 10, None)


def test_what_nobody_has_read_is_not_read_again(tmp_path: Path) -> None:
    project = build_project(tmp_path, sources={"k": record("k", "One", "Two", "Three")})
    updated = update(project, ["One", "Zwei", "Three"], NewCapture(standing="publisher"), "k")
    assert (updated.added, updated.waiting) == ((), ())
    assert passages(project, "k")["p02"] == ("c2", 2, None)


def test_a_copy_elsewhere_adds_what_only_it_shows(small_copy: Project, tmp_path: Path) -> None:
    before = passages(small_copy)
    new = NewCapture(address="https://mirror.example/notice", standing="partner")
    updated = update(small_copy, RECAPTURED, new)
    after = passages(small_copy)
    assert {name: after[name] for name in before} == before
    assert (updated.capture, updated.added, updated.waiting) == ("c2", ("p13", "p14"), ())
    assert after["p13"] == ("c2", 4, None)  # the paragraph that differs there
    assert after["p14"] == ("c2", 12, None)
    assert "fragment" not in str([quad for quad in parse_file(path_of(small_copy)) if "#p13" in str(quad.subject)])
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / f"{NOTICE}-c2.txt").write_text("\n".join(RECAPTURED), encoding="utf-8")
    assert verify(load_graph(small_copy), folder).is_clean
    with pytest.raises(InvalidValue, match="fit address; expected one of https://"):
        update(small_copy, LINES[1:])
    state = update(small_copy, LINES[1:], NewCapture(address="https://mirror.example/notice"))
    assert (state.capture, state.waiting) == ("c3", ("p13", "p14"))


def test_one_text_at_two_addresses(small_copy: Project, tmp_path: Path) -> None:
    new = NewCapture(address="https://mirror.example/notice", standing="repost", day="2031-06-01")
    updated = update(small_copy, LINES, new)
    assert (updated.capture, updated.same_text, updated.added) == ("c2", ("c1",), ())
    assert is_clean(small_copy, tmp_path / "texts", LINES)
    assert not [f for f in validate_project(small_copy, [path_of(small_copy)]) if f.severity is Severity.VIOLATION]


def test_a_copy_that_was_altered_gives_no_passages(small_copy: Project) -> None:
    new = NewCapture(address="https://mirror.example/notice", standing="altered")
    assert update(small_copy, ["Something else"], new).added == ()


def test_an_excerpt_of_which_the_whole_was_found(small_copy: Project) -> None:
    lines = [line for line in read_text(SMALL / "texts" / "valley-review.txt").split("\n") if line.strip()]
    before = in_graphs(small_copy, "valley-review")
    with pytest.raises(InvalidValue, match="'excerpt' does not fit extent"):
        update(small_copy, ["Title", *lines], key="valley-review")
    updated = update(small_copy, ["Title", *lines], NewCapture(extent="whole"), "valley-review")
    assert updated.added == ("p01",)
    assert passages(small_copy, "valley-review")["para-4"] == ("c2", 2, None)
    assert in_graphs(small_copy, "valley-review") == before
    found = validate_project(small_copy, [path_of(small_copy, "valley-review")])
    assert [finding for finding in found if finding.severity is Severity.VIOLATION] == []


def test_lost_fields_stay_lost_as_long_as_their_label_stands_alone(tmp_path: Path) -> None:
    source = record("k", "Place", "Organizer", "End") + ' :c1 mh:hasLostField "Place" , "Organizer" .'
    project = build_project(tmp_path, sources={"k": source})
    update(project, ["Place", "Organizer: the Board", "End"], NewCapture(standing="publisher"), "k")
    lost = [quad.object for quad in parse_file(path_of(project, "k")) if quad.subject.value.endswith("#c2")]  # type: ignore[union-attr] # no blank nodes
    assert Literal("Place") in lost
    assert Literal("Organizer") not in lost


def test_fragments_follow_the_page(tmp_path: Path) -> None:
    """A fragment that finds its paragraph on the new page stays; another is made where it does not."""
    source = (
        record("k", "Wells are deep.", "Boats are slow.", address="https://e.example/")
        + ' source:k schema:url <https://e.example/> . :p01 mh:hasTextFragment "#:~:text=Wells,deep." .'
        + ' :p02 mh:hasTextFragment "#:~:text=are%20slow." .'
    )
    project = build_project(tmp_path, sources={"k": source})
    update(project, ["Wells: not deep.", "Boats are slow.", "Wells are deep."], NewCapture(standing="publisher"), "k")
    quads = parse_file(path_of(project, "k"))
    fragments = {
        quad.subject.value.partition("#")[2]: quad.object.value  # type: ignore[union-attr] # names and literals
        for quad in quads
        if quad.predicate == FRAGMENT
    }
    assert fragments == {
        "p01": "#:~:text=Wells%20are,deep.",
        "p02": "#:~:text=are%20slow.",
        "p03": "#:~:text=Wells%3A,deep.",
    }


@pytest.mark.parametrize(
    ("lines", "new", "key", "error", "message"),
    [
        (LINES[1:], NewCapture(), "riverside-launch-notices", UnknownName, "nearest: riverside-launch-notice"),
        ([" "], NewCapture(), NOTICE, InvalidValue, "at least one paragraph"),
        (LINES[1:], NewCapture(address="ftp://x"), NOTICE, InvalidValue, "fit address"),
        (LINES[1:], NewCapture(address="https://x.example/"), NOTICE, InvalidValue, "whose copy it is"),
        (LINES[1:], NewCapture(day="1 June"), NOTICE, InvalidValue, "a day like"),
        (LINES[1:], NewCapture(extent="excerpt"), NOTICE, InvalidValue, "by hand"),
        (LINES[1:], NewCapture(standing="mine"), NOTICE, InvalidValue, "one of publisher"),
        (LINES, NewCapture(), "valley-review", CapturedAlready, "riverside-launch-notice#c1"),
    ],
)
def test_wrong_input(
    small_copy: Project, lines: list[str], new: NewCapture, key: str, error: type[Exception], message: str
) -> None:
    before = {path: path.read_bytes() for path in small_copy.sources}
    with pytest.raises(error, match=message):
        update(small_copy, lines, new, key)
    assert {path: path.read_bytes() for path in small_copy.sources} == before


def test_a_comment_is_not_lost_in_silence(small_copy: Project) -> None:
    file = path_of(small_copy)
    file.write_text(read_text(file) + "# look here\n", encoding="utf-8")
    with pytest.raises(CommentInData):
        update(small_copy, LINES[1:])


def test_the_installed_copy_is_not_edited(small: BaseGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Project, "is_packaged", property(lambda _: True))
    with pytest.raises(ReadOnlyProject):
        update_source(small, NOTICE, held(LINES[1:]), NewCapture())


TEXT = st.lists(st.sampled_from(["a", "b", "c d", "e", "“f”", "c", "d"]), min_size=1, max_size=6)


@pytest.mark.slow
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(st.lists(TEXT, min_size=2, max_size=4))
def test_nothing_is_lost_whatever_happens_to_the_page(
    tmp_path_factory: pytest.TempPathFactory, texts: list[list[str]]
) -> None:
    """Every passage keeps its name, its graph and its place; every line of the latest text is described."""
    first, *rest = texts
    said = "".join(f" :p{n:02} {{ event:e{n} mh:hasKind concept:event-forum . }}" for n in range(1, len(first) + 1))
    project = build_project(tmp_path_factory.mktemp("p"), sources={"k": record("k", *first) + said})
    before, names = in_graphs(project, "k"), set(passages(project, "k"))
    for text in rest:
        update(project, text, NewCapture(standing="publisher"), "k")
        names |= set(passages(project, "k"))
        typed = {
            quad.subject
            for quad in parse_file(path_of(project, "k"))
            if (quad.predicate, quad.object) == (TYPE, PASSAGE)
        }
        assert {NamedNode(passage_iri("k", name)) for name in names} == typed
    assert in_graphs(project, "k") == before
    latest = read_captures(load_graph(project).store)["k"][-1]
    lines = {n for p in latest.passages for n in range(p.number or 0, max(p.last or 0, p.number or 0) + 1)}
    assert lines == set(range(1, len(rest[-1]) + 1))
