"""What `import mhgraph` offers."""

from __future__ import annotations

import csv
import doctest
import io
import keyword
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import mhgraph
from mhgraph import api, optional
from mhgraph.api import frames
from mhgraph.graph import ALL_LEDGERS, BaseGraph, Ledger
from mhgraph.project.folders import Project
from mhgraph.questions import load_questions
from mhgraph.tables import SEPARATOR
from tests.conftest import SMALL
from tests.tables.test_html import Reader

GRAPH = mhgraph.load(SMALL)
EXAMPLES = [
    ("speakers", {}),
    ("events-addressing", {"provision": "vhc-1"}),
    ("promises", {}),
    ("figures", {}),
    ("milestones", {"about": "instrument:village-health-compact"}),
    ("speakers", {"role": "moderator"}),
]
"""Questions on the small project: with dates, numbers, many values in a cell, and one without rows."""


@pytest.fixture(scope="module")
def graph() -> mhgraph.Graph:
    """The small project as its users load it."""
    return GRAPH


def test_every_name_is_there() -> None:
    assert "load" in mhgraph.__all__
    for name in mhgraph.__all__:
        assert getattr(mhgraph, name) is not None
        assert name in dir(mhgraph)


def test_it_is_typed() -> None:
    assert (Path(mhgraph.__file__).parent / "py.typed").is_file()


def test_errors_have_a_common_base() -> None:
    assert issubclass(mhgraph.UnknownName, mhgraph.MhgraphError)
    assert issubclass(mhgraph.ProjectNotFound, mhgraph.MhgraphError)
    assert issubclass(mhgraph.MissingLibrary, mhgraph.MhgraphError)


def test_a_name_that_is_not_there() -> None:
    with pytest.raises(AttributeError, match="module 'mhgraph' has no attribute 'laod'"):
        mhgraph.laod  # type: ignore[attr-defined]  # noqa: B018 - the access is the test


def list_imported(code: str, *names: str) -> set[str]:
    """Return which of some libraries are imported once a program has run, in a process of its own."""
    program = f"import sys; {code}; print(*sorted({set(names)!r} & set(sys.modules)))"
    command = [sys.executable, "-c", program, str(SMALL)]
    return set(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())


def test_importing_is_cheap() -> None:
    """Nothing that takes time is imported before it is used."""
    heavy = ("pyoxigraph", "networkx", "rdflib", "rapidfuzz", "yaml", "click", "rich", "pandas", "polars", "matplotlib")
    assert list_imported("import mhgraph; mhgraph.__version__; mhgraph.MhgraphError", *heavy) == set()


def test_a_question_needs_no_other_library() -> None:
    """What a question does not need is not imported for it."""
    code = "import mhgraph; len(mhgraph.load(sys.argv[1]).query('speakers').rows)"
    heavy = ("networkx", "rdflib", "rapidfuzz", "click", "rich", "json", "csv", "pandas", "polars", "matplotlib")
    assert list_imported(code, *heavy) == set()


def test_loading(graph: mhgraph.Graph, small_project: Project) -> None:
    assert graph.base.project == small_project
    assert graph.ledgers == ALL_LEDGERS
    assert mhgraph.load(str(SMALL)).base.project == small_project
    assert repr(graph).startswith("<mhgraph: ")


def test_the_nearest_project_upwards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(SMALL / "data")
    assert mhgraph.load().base.project.root == SMALL


@pytest.mark.parametrize("ledgers", ["stated,judged", [Ledger.STATED, Ledger.JUDGED]])
def test_ledgers_by_name_or_by_value(ledgers: str | list[Ledger]) -> None:
    graph = mhgraph.load(SMALL, ledgers=ledgers)
    assert graph.ledgers == {Ledger.STATED, Ledger.JUDGED}
    assert isinstance(graph, mhgraph.Graph)


def test_what_cannot_be_loaded(tmp_path: Path) -> None:
    with pytest.raises(mhgraph.ProjectNotFound):
        mhgraph.load(tmp_path)
    with pytest.raises(mhgraph.InvalidValue, match="'heard' does not fit ledger"):
        mhgraph.load(SMALL, ledgers="heard")
    with pytest.raises(mhgraph.InvalidValue, match="'de' does not fit language; expected one of en, fr, es"):
        mhgraph.load(SMALL, language="de")


def test_questions(graph: mhgraph.Graph) -> None:
    rows = graph.questions().rows
    assert [row["question"] for row in rows] == [question.name for question in load_questions(graph.base.project)]
    addressing = next(row for row in rows if row["question"] == "events-addressing")
    assert addressing["theme"] == "events"
    assert addressing["parameters"] == addressing["required"] == ["provision"]


def test_no_parameter_is_named_as_something_else(graph: mhgraph.Graph) -> None:
    """An underscore at the end is for words of Python, so no parameter ends in one."""
    names = {parameter.name for question in load_questions(graph.base.project) for parameter in question.parameters}
    assert not [name for name in names if name.endswith("_") or not name.isidentifier()]
    assert "from" in names
    assert keyword.iskeyword("from")


def test_a_question_and_its_parameters(graph: mhgraph.Graph) -> None:
    result = graph.query("speakers", role=["chair", "speaker"])
    assert isinstance(result, mhgraph.Result)
    assert len(result.rows) == len(result) == len(list(result))
    assert 0 < len(graph.query("speakers", role="speaker")) < len(result)
    assert len(graph.query("speakers", role=None)) == len(graph.query("speakers"))


def test_a_word_of_python_takes_an_underscore(graph: mhgraph.Graph) -> None:
    everything = graph.query("events-in-period")
    some = graph.query("events-in-period", from_=max(row["date_first"] for row in everything.rows))
    assert 0 < len(some) < len(everything)
    assert len(graph.query("events-in-period", year=2031)) == len(graph.query("events-in-period", year="2031"))


@pytest.mark.parametrize(
    "value",
    ["vhc-1", "provision:vhc-1", "https://w3id.org/mhgraph/provision/vhc-1", GRAPH.resolve("vhc-1")],
    ids=["slug", "CURIE", "address", "thing"],
)
def test_what_a_value_may_be(graph: mhgraph.Graph, value: str | mhgraph.Thing) -> None:
    result = graph.query("events-addressing", provision=value)
    (thing,) = result.taken["provision"]
    assert thing.address == "https://w3id.org/mhgraph/provision/vhc-1"
    assert len(graph.query("events-addressing", provision=thing.name)) == len(result) > 0
    assert f"provision: {thing.name} (provision:vhc-1)" in repr(result)


@pytest.mark.parametrize("value", [1.5, True, b"vhc-1", {"a": 1}, [None], object()])
def test_what_no_value_is(graph: mhgraph.Graph, value: Any) -> None:
    with pytest.raises(mhgraph.InvalidValue, match="does not fit provision; expected a text, a number, a day"):
        graph.query("events-addressing", provision=value)


def test_the_language_of_names() -> None:
    french = mhgraph.load(SMALL, language="fr")
    result = french.query("events-addressing", provision="vhc-1")
    assert result.rows[0]["event_label"] == "Lancement du Pacte de santé des villages"
    assert result.title.startswith("Quels événements")


def test_wrong_questions(graph: mhgraph.Graph) -> None:
    with pytest.raises(mhgraph.UnknownQuestion, match="did you mean speakers"):
        graph.query("speekers")
    with pytest.raises(mhgraph.UnknownParameter, match="speakers has no parameter 'rolle'; it has person, event, body"):
        graph.query("speakers", rolle="speaker")
    with pytest.raises(mhgraph.UnknownName):
        graph.query("speakers", person="Nobody At All")
    with pytest.raises(mhgraph.InvalidValue, match="provision"):
        graph.query("events-addressing")


def test_no_error_speaks_of_options(graph: mhgraph.Graph) -> None:
    calls: list[tuple[str, dict[str, Any]]] = [
        ("speekers", {}),
        ("speakers", {"rolle": "x"}),
        ("events-addressing", {}),
        ("events-in-period", {"year": "MMXX"}),
        ("speakers", {"person": "Nobody At All"}),
    ]
    for name, values in calls:
        with pytest.raises(mhgraph.MhgraphError) as caught:
            graph.query(name, **values)
        assert "--" not in str(caught.value)


def test_rows_are_typed(graph: mhgraph.Graph) -> None:
    row = graph.query("events-addressing", provision="vhc-1").rows[0]
    assert row["event"].startswith("https://")
    assert row["event_label"] == "Launch of the Village Health Compact"
    assert all(isinstance(day, date) for day in row["date_first"] + row["date_last"])
    assert row["ledger"] in {ledger.value for ledger in Ledger}
    assert isinstance(row["reference"], list)
    assert {"how_known", "confidence", "link", "told_by", "reason", "source", "passage"} <= set(row)
    assert isinstance(graph.query("figures").rows[0]["value"], int | float)


def flatten(value: Any) -> str:
    """Return a cell of a data frame as CSV writes it."""
    if isinstance(value, list):
        return SEPARATOR.join(map(str, value))
    return "" if value is None else str(value)


@pytest.mark.parametrize(("name", "values"), EXAMPLES, ids=lambda value: str(value))
def test_data_frames_have_the_rows_of_the_csv(graph: mhgraph.Graph, name: str, values: dict[str, str]) -> None:
    import pandas

    result = graph.query(name, **values)
    header, *rows = csv.reader(io.StringIO(result.to_csv()))
    frame = result.to_pandas()
    assert list(frame.columns) == list(result.columns) == header
    cells = [
        ["" if not isinstance(cell, list) and pandas.isna(cell) else flatten(_day(cell)) for cell in row]
        for row in frame.itertuples(index=False)
    ]
    assert cells == rows
    polars = result.to_polars()
    assert polars.columns == header
    assert [[flatten(cell) for cell in row] for row in polars.rows()] == rows
    assert [[flatten(cell) for cell in row.values()] for row in result.rows] == rows


def _day(value: Any) -> Any:
    """Return a day of pandas, which has a time of day, as a day."""
    import pandas

    return value.date() if isinstance(value, pandas.Timestamp) else value


def test_columns_of_data_frames_have_types(graph: mhgraph.Graph) -> None:
    import polars

    result = graph.query("events-in-period")
    frame = result.to_pandas()
    assert str(frame["date_first"].dtype).startswith("datetime64")
    assert str(frame["event_label"].dtype) in ("string", "str")
    schema = result.to_polars().schema
    assert schema["date_first"] == polars.Date
    assert schema["end_first"] == polars.List(polars.Date)
    assert schema["organizers_label"] == polars.List(polars.String)
    nothing = graph.query("events-in-period", year=1851)
    assert nothing.to_polars().schema["date_first"] == polars.Date
    assert len(nothing.to_pandas()) == 0


def test_numbers_beyond_a_data_frame_are_texts() -> None:
    rows: list[dict[str, Any]] = [{"a": 2**70, "b": 1, "c": True, "d": None}, {"a": 1, "b": 1.5, "c": None, "d": "x"}]
    columns = ("a", "b", "c", "d")
    assert frames.to_polars(columns, rows, (), ()).rows() == [(str(2**70), 1.0, True, None), ("1", 1.5, None, "x")]
    assert frames.to_pandas(columns, rows, (), ())["a"].tolist() == [str(2**70), "1"]


@pytest.mark.parametrize(("method", "extra"), [("to_pandas", "pandas"), ("to_polars", "polars")])
def test_a_library_that_is_missing(
    graph: mhgraph.Graph, monkeypatch: pytest.MonkeyPatch, method: str, extra: str
) -> None:
    def missing(name: str) -> Any:
        raise ImportError(name)

    monkeypatch.setattr(optional, "import_module", missing)
    with pytest.raises(mhgraph.MissingLibrary, match=rf"needs {extra}.*pip install 'mhgraph\[{extra}\]'"):
        getattr(graph.query("speakers"), method)()


def test_csv_is_written_where_it_is_wanted(graph: mhgraph.Graph, tmp_path: Path) -> None:
    result = graph.query("speakers")
    text = result.to_csv(tmp_path / "speakers.csv")
    assert (tmp_path / "speakers.csv").read_text(encoding="utf-8") == text
    assert text.startswith("participant,participant_label,")


def test_a_notebook_shows_a_table_with_links(graph: mhgraph.Graph) -> None:
    result = graph.query("events-addressing", provision="vhc-1")
    shown = result._repr_html_()
    links = Reader(shown).links
    assert links
    assert set(links) <= {link for row in result.rows for link in row["link"]}
    for name in ("event", "how_known", "reference"):
        assert f">{name}</th>" in shown
    assert "Launch of the Village Health Compact" in shown


def test_a_notebook_says_what_no_rows_mean(graph: mhgraph.Graph) -> None:
    result = graph.query("speakers", role="moderator")
    assert len(result) == 0
    assert result.note.startswith("no rows: none of the ")
    assert result.note in repr(result)
    assert result.note in result._repr_html_()
    assert not graph.query("speakers").note


def test_sparql(graph: mhgraph.Graph) -> None:
    result = graph.sparql(
        'SELECT ?n ?x ?t WHERE { VALUES (?n ?x ?t) { (3 <https://w3id.org/mhgraph/actor/x> "t") (UNDEF UNDEF 1.5) } }'
    )
    assert result.columns == ("n", "x", "t")
    assert result.rows == [
        {"n": 3, "x": "https://w3id.org/mhgraph/actor/x", "t": "t"},
        {"n": None, "x": None, "t": 1.5},
    ]
    assert "actor:x" in repr(result)
    assert result.to_polars().rows()[0] == (3, "https://w3id.org/mhgraph/actor/x", "t")
    assert graph.sparql("ASK { ?s ?p ?o }").rows == [{"answer": True}]
    built = graph.sparql("CONSTRUCT { <http://e/a> <http://e/b> 1 } WHERE {}")
    assert built.rows == [{"subject": "http://e/a", "predicate": "http://e/b", "object": 1}]


def test_a_query_that_names_no_term(graph: mhgraph.Graph) -> None:
    result = graph.sparql("SELECT ?x { ?x a mh:Evnt }")
    assert result.note.startswith("0 rows; mh:Evnt is no term of the ontology (did you mean mh:Event?)")
    assert result.note in repr(result)


@pytest.mark.parametrize("query", ["SELECT", "INSERT DATA { <a:a> <a:b> <a:c> }", "SELECT * { SERVICE <http://e> {} }"])
def test_what_is_no_query(graph: mhgraph.Graph, query: str) -> None:
    with pytest.raises(mhgraph.InvalidQuery):
        graph.sparql(query)


def test_finding(graph: mhgraph.Graph) -> None:
    result = graph.find("riverside health")
    assert "Riverside Health Board" in [row["thing_label"] for row in result.rows]
    assert graph.resolve(result.rows[0]["thing"]).address == result.rows[0]["thing"]
    assert "try fewer or other words" in repr(graph.find("zzzzqqqq"))


def test_showing(graph: mhgraph.Graph) -> None:
    result = graph.show("event:village-compact-launch")
    assert result.title.startswith("Launch of the Village Health Compact (event:village-compact-launch)")
    values = {value for row in result.rows for value in [row["value_label"]]}
    assert "Riverside Health Board" in values
    assert all(row["how_known"] for row in result.rows)
    with pytest.raises(mhgraph.UnknownName):
        graph.show("Nobody At All")


def test_a_timeline_is_in_order(graph: mhgraph.Graph) -> None:
    result = graph.timeline("village-health-compact")
    days = [row["date_first"] for row in result.rows]
    assert days == sorted(days)
    assert "Launch of the Village Health Compact" in [row["thing_label"] for row in result.rows]
    assert result.taken["of"][0].short == "instrument:village-health-compact"
    assert result.timeline()._repr_png_().startswith(b"\x89PNG")


def test_the_network(graph: mhgraph.Graph) -> None:
    network = graph.network()
    launch = graph.resolve("event:village-compact-launch").address
    board = graph.resolve("Riverside Health Board").address
    assert network.has_edge(launch, board)
    assert network.nodes[board]["label"] == "Riverside Health Board"
    assert board in graph.network("actors")
    with pytest.raises(
        mhgraph.InvalidValue, match="'actor' does not fit projection; expected one of everything, actors"
    ):
        graph.network("actor")


def test_rdflib(graph: mhgraph.Graph) -> None:
    assert graph.rdflib is graph.rdflib
    assert len(graph.rdflib) > 1000


def test_the_page_in_a_frame(graph: mhgraph.Graph, tmp_path: Path) -> None:
    page = graph.explore(focus="vhc-1")
    frame = page._repr_html_()
    assert 'sandbox="allow-scripts' in frame
    assert 'data-start="thing=provision:vhc-1"' in page.data.decode()
    assert Reader(frame).frames == [page.data.decode()]
    page.save(tmp_path / "page.html")
    assert (tmp_path / "page.html").read_bytes() == page.data
    assert 'data-start=""' in graph.explore().data.decode()
    with pytest.raises(mhgraph.InvalidValue, match="'concept:topic-vaccination' does not fit focus"):
        graph.explore(focus="concept:topic-vaccination")


def test_charts_of_results(graph: mhgraph.Graph) -> None:
    result = graph.query("speakers")
    bars = result.bars("role").figure.get_axes()[0]
    labels = {label.get_text() for label in bars.get_yticklabels()}
    assert labels == {name for names in result.names("role") for name in names}
    assert sum(patch.get_width() for patch in bars.patches) == len(result)
    matrix = result.matrix("participant", "role").figure.get_axes()[0]
    assert sum(int(text.get_text()) for text in matrix.texts) == len(result)
    counted = graph.query("activity-by-objective").matrix("objective", "sort", count="number").figure.get_axes()[0]
    total = sum(row["number"] for row in graph.query("activity-by-objective").rows)
    assert sum(int(text.get_text()) for text in counted.texts) == total > 0


@pytest.mark.parametrize("method", ["bars", "timeline", "names"])
def test_a_column_that_there_is_not(graph: mhgraph.Graph, method: str) -> None:
    with pytest.raises(mhgraph.InvalidValue, match="'nothing' does not fit column; expected one of participant"):
        getattr(graph.query("speakers"), method)("nothing")


def test_it_knows_what_was_merged(graph: mhgraph.Graph, small: BaseGraph) -> None:
    assert graph.base.identities.canonical
    assert graph.base.identities == small.identities
    assert graph.base.statements() == small.statements()


def test_every_method_is_documented_with_an_example() -> None:
    finder = doctest.DocTestFinder(exclude_empty=False)
    methods = [found for found in finder.find(api.Graph) if not found.name.rpartition(".")[2].startswith("_")]
    without = {found.name.rpartition(".")[2] for found in methods if not found.examples}
    assert without <= {"ledgers", "rdflib"}
    assert len(methods) > 10
