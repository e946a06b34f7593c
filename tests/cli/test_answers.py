"""Which part of an answer is printed, and in which format."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from pyoxigraph import QueryResultsFormat, QuerySolutions, parse_query_results

from tests.cli.conftest import Call
from tests.conftest import REPOSITORY, SMALL

ASK = ("query", "events-addressing", "vhc-1")


def read_csv(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_people_see_what_they_came_for_and_how_it_is_known(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    ended = call(*ASK)
    lines = ended.stdout.splitlines()
    assert lines[0].split() == ["event", "date", "organizers", "addressed", "how_known"]
    assert all(len(line) <= 80 for line in lines)
    assert "the document" in lines[2]
    assert ended.complaint.endswith("--evidence shows why, --wide all columns")


def test_the_answer_of_the_readme_fits_a_terminal(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    ended = call("query", "events-addressing", "gcm-15", root=REPOSITORY)
    lines = [*ended.stdout.splitlines(), *ended.stderr.splitlines()]
    assert len(lines) <= 15
    assert all(len(line) <= 80 for line in ended.stdout.splitlines())
    assert "how_known" in lines[0]
    records = read_csv(call("query", "events-addressing", "gcm-15", "--format", "csv", root=REPOSITORY).stdout)
    assert {"event", "event_label", "confidence", "link", "reference", "how_known"} < set(records[0])
    assert records[0]["event"].startswith("https://w3id.org/mhgraph/event/")


def test_columns_can_be_chosen_sorted_and_limited(call: Call) -> None:
    chosen = call("query", "speakers", "--columns", "participant_label,date", "--format", "csv").stdout
    rows = read_csv(chosen)
    assert list(rows[0]) == ["participant_label", "date"]
    sorted_rows = read_csv(
        call(
            "query", "speakers", "--columns", "participant_label", "--sort", "-participant_label", "--format", "csv"
        ).stdout
    )
    names = [row["participant_label"] for row in rows]
    assert [row["participant_label"] for row in sorted_rows] == sorted(names, key=str.casefold, reverse=True)
    ended = call("query", "speakers", "--limit", "1")
    assert ended.complaint.startswith(f"mhgraph: 1 of {len(rows)} rows: ")
    for option in ("--columns", "--sort"):
        ended = call("query", "speakers", option, "colour", "--format", "csv")
        assert ended.complaint.startswith(f"mhgraph: 'colour' does not fit {option}; expected some of participant, ")


def test_evidence_is_shown_on_request(call: Call) -> None:
    header = call(*ASK, "--evidence", "--format", "md").stdout.splitlines()[0]
    assert "how_known | reason | told_by | reference |" in header
    wide = call(*ASK, "--wide", "--format", "md").stdout.splitlines()[0]
    assert wide.endswith("| source | passage | reason |")


def test_long_rows_have_one_value_a_cell_and_one_passage(call: Call) -> None:
    rows = read_csv(call(*ASK, "--long", "--format", "csv").stdout)
    folded = read_csv(call(*ASK, "--format", "csv").stdout)
    assert len(rows) > len(folded)
    for row in rows:
        assert "; " not in row["organizers"] + row["passage"] + row["source"]
        assert row["passage"].startswith(f"{row['source']}#")
        assert row["reference"].count("mhgraph data") == 1
    pairs = {(row["event"], row["passage"]) for row in rows}
    assert pairs == {(row["event"], passage) for row in folded for passage in row["passage"].split("; ")}


def test_the_file_says_the_format(call: Call, tmp_path: Path) -> None:
    for name in ("a.csv", "a.json", "a.md", "a.tsv", "a.jsonl"):
        ended = call(*ASK, "--out", tmp_path / name)
        assert (ended.code, ended.stdout) == (0, "")
        assert f"mhgraph: written: {tmp_path / name}" in ended.stderr
        assert (tmp_path / name).read_text(encoding="utf-8") == call(*ASK, "--format", name[2:]).stdout
    assert call("stats", "--out", "-", "--format", "csv").stdout == call("stats", "--format", "csv").stdout
    ended = call(*ASK, "--out", tmp_path / "a.pdf")
    assert ended.complaint.startswith("mhgraph: nothing is written as .pdf; name a format with --format; see '")
    assert not (tmp_path / "a.pdf").exists()


def test_a_workbook_has_names_and_addresses_as_text(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "events.xlsx"
    assert call(*ASK, "--out", path).code == 0
    assert (
        path.read_bytes() == (call(*ASK, "--out", tmp_path / "again.xlsx"), (tmp_path / "again.xlsx"))[1].read_bytes()
    )
    rows = read_workbook(path)
    header, *expected = csv.reader(io.StringIO(call(*ASK, "--format", "csv").stdout))
    assert rows == [header, *expected]


def read_workbook(path: Path) -> list[list[str]]:
    """Return the cells of the one sheet of a workbook, none of which is a formula."""
    with zipfile.ZipFile(path) as book:
        strings = ["".join(item.itertext()) for item in ET.fromstring(book.read("xl/sharedStrings.xml"))]
        sheet = ET.fromstring(book.read("xl/worksheets/sheet1.xml"))
    name = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    assert sheet.findall(f".//{name}f") == []
    width = len(sheet.findall(f".//{name}row")[0])
    rows = []
    for row in sheet.iter(f"{name}row"):
        cells = [""] * width
        for cell in row:
            column = sum(
                (ord(letter) - 64) * 26**place
                for place, letter in enumerate(reversed(cell.attrib["r"].rstrip("0123456789")))
            )
            value = str(cell.findtext(f"{name}v"))
            cells[column - 1] = strings[int(value)] if cell.attrib.get("t") == "s" else value
        rows.append(cells)
    return rows


def test_parquet_has_types_and_lists(call: Call, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    assert call(*ASK, "--out", tmp_path / "events.parquet").code == 0
    records = parquet.read_table(tmp_path / "events.parquet").to_pylist()
    assert records == json.loads(call(*ASK, "--format", "json").stdout)
    call("coverage", "--out", tmp_path / "read.parquet")
    counted = json.loads(call("coverage", "--format", "json").stdout)
    assert parquet.read_table(tmp_path / "read.parquet").to_pylist() == counted


def test_solutions_are_written_as_the_w3c_does(call: Call) -> None:
    columns = ("--columns", "event,date,organizers,ledger,link")
    ended = call(*ASK, *columns, "--format", "sparql-json")
    solutions = parse_query_results(ended.stdout.encode(), format=QueryResultsFormat.JSON)
    assert isinstance(solutions, QuerySolutions)
    assert [variable.value for variable in solutions.variables] == columns[1].split(",")
    found = [tuple(row) for row in solutions]
    rows = read_csv(call(*ASK, "--long", "--format", "csv").stdout)
    assert {str(row[0]) for row in found} == {f"<{row['event']}>" for row in rows}
    assert any("XMLSchema#date" in str(row[1]) for row in found)
    text = call(*ASK, *columns, "--format", "sparql-csv").stdout
    assert read_csv(text) == [
        {name: getattr(term, "value", "") for name, term in zip(columns[1].split(","), row, strict=True)}
        for row in found
    ]
    limited = call(*ASK, *columns, "--limit", "1", "--sort", "-date", "--format", "sparql-csv").stdout
    assert len(read_csv(limited)) < len(found)


def test_what_is_no_text_may_go_into_a_pipe() -> None:
    command = [sys.executable, "-m", "mhgraph", "--root", str(SMALL), "stats", "--format", "xlsx"]
    ended = subprocess.run(command, capture_output=True, check=True, cwd=REPOSITORY)
    assert zipfile.ZipFile(io.BytesIO(ended.stdout)).testzip() is None


def test_the_query_is_shown_on_request(call: Call) -> None:
    shown = call(*ASK, "--show-query").stdout
    assert "VALUES ?provision { <https://w3id.org/mhgraph/provision/vhc-1> }" in shown
    assert call("sparql", shown, "--format", "csv").stdout.startswith("event,date,")


def test_what_a_name_was_taken_for_is_said(call: Call) -> None:
    said = call("query", "speakers", "--body", "RHB", "--role", "chair").stderr.splitlines()
    assert said[0] == "mhgraph: body: Riverside Health Board (actor:riverside-health-board)"
    assert not any("role: " in line for line in said)
