"""Tests: `mhgraph analyze`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from mhgraph.analysis.uptake import STATES
from mhgraph.cli.analyze import analyze_command
from mhgraph.cli.context import Settings
from mhgraph.errors import InvalidValue, MhgraphError, UnknownName
from mhgraph.namespaces import from_curie
from mhgraph.project.folders import Project
from mhgraph.tables import FORMATS
from tests.conftest import SMALL

COMMANDS: dict[str, tuple[str, ...]] = {
    "centrality": (),
    "brokers": (),
    "communities": (),
    "evolution": (),
    "path": ("tobin-ash", "vhc-1"),
    "lineage": ("vhc-1",),
    "uptake": (),
}


def analyze(*arguments: str, root: Path = SMALL, code: int = 0) -> Result:
    """Run the command on a project; a failure of ours is raised."""
    ended = CliRunner().invoke(analyze_command, arguments, obj=Settings(root, False))
    if ended.exception is not None and not isinstance(ended.exception, SystemExit):
        raise ended.exception
    assert ended.exit_code == code, ended.output
    return ended


def rows(*arguments: str, root: Path = SMALL, code: int = 0) -> list[dict[str, Any]]:
    found = json.loads(analyze(*arguments, "--format", "json", root=root, code=code).stdout)
    assert isinstance(found, list)
    return found


def test_every_analysis_is_tested() -> None:
    assert set(analyze_command.list_commands(click.Context(analyze_command))) == set(COMMANDS)


@pytest.mark.parametrize("name", sorted(COMMANDS))
@pytest.mark.parametrize("form", FORMATS)
def test_every_format_works_and_says_on_what_it_rests(name: str, form: str) -> None:
    ended = analyze(name, *COMMANDS[name], "--format", form)
    assert ended.stdout
    sources = len(list((SMALL / "data" / "sources").glob("*.trig")))
    assert f"{sources} sources, data of 2031-06-02, ledgers: stated, indexed, judged, inferred" in ended.stderr


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_twice_is_the_same(name: str) -> None:
    assert analyze(name, *COMMANDS[name]).output == analyze(name, *COMMANDS[name]).output


def test_never_is_a_provision_called_unaddressed() -> None:
    words = "not " + "addressed"
    for name, arguments in COMMANDS.items():
        assert words not in analyze(name, *arguments).output.casefold()
        assert words not in analyze(name, "--help").output.casefold()


def test_centrality_names_its_projection_and_its_numbers() -> None:
    found = rows("centrality", "--projection", "everything", "--limit", "3")
    assert len(found) == 3
    assert found[0]["entity"].startswith("https://w3id.org/mhgraph/")
    assert found[0]["pagerank"] >= found[1]["pagerank"] >= found[2]["pagerank"]
    ended = analyze("centrality", "--projection", "everything", "--limit", "3")
    assert "projection everything" in ended.stderr
    assert "more; see --limit" in ended.stderr


def test_a_path_is_a_statement_a_line_with_ledger_and_passage() -> None:
    found = rows("path", "tobin-ash", "vhc-1", "--count", "1")
    assert [(row["path"], row["hop"]) for row in found] == [(1, 1), (1, 2)]
    assert [row["ledger"] for row in found] == ["inferred", "stated"]
    objective = "“VHC Objective 1: Clean water within an hour's walk”"
    assert found[1]["statement"] == f"“Launch of the Village Health Compact” addresses {objective}"
    assert [row["confidence"] for row in found] == ["", ""]
    assert found[1]["passage"] == ["https://w3id.org/mhgraph/source/riverside-launch-notice#p04"]
    assert found[1]["link"][0].startswith("https://riverside.example/notices/compact-launch#:~:text=")


def test_a_path_in_french() -> None:
    found = rows("path", "vhc-1", "vhc-2", "--lang", "fr", "--allow", "isPartOf")
    assert found[0]["statement"].startswith("“PSV, objectif 1 : De l'eau propre à une heure de marche” fait partie de ")


def test_without_a_path_the_nearest_is_told_and_the_code_is_1() -> None:
    ended = analyze("path", "tobin-ash", "vhc-1", "--allow", "takesPartIn", code=1)
    assert (
        "no path from person:tobin-ash to provision:vhc-1; the nearest is event:village-compact-launch" in ended.stderr
    )
    found = rows("path", "tobin-ash", "vhc-1", "--allow", "takesPartIn", code=1)
    assert [row["path"] for row in found] == ["nearest"]


def test_of_what_nothing_is_said_the_nearest_whole_is_told(small_copy: Project) -> None:
    provisions = small_copy.root / "data/entities/provision/provision.ttl"
    kind = from_curie("mh:Provision")
    more = f"\nprovision:vhc-9 a <{kind}> ;\n\tdcterms:isPartOf instrument:village-health-compact .\n"
    provisions.write_text(provisions.read_text(encoding="utf-8") + more, encoding="utf-8")
    ended = analyze("path", "tobin-ash", "vhc-9", root=small_copy.root, code=1)
    nearest = "the nearest is instrument:village-health-compact"
    assert f"nothing is said of provision:vhc-9 in this corpus, {nearest}" in ended.stderr


@pytest.mark.parametrize("option", ["--allow", "--forbid"])
def test_a_pattern_that_is_none_is_refused(option: str) -> None:
    with pytest.raises(InvalidValue):
        analyze("path", "tobin-ash", "vhc-1", option, "nonsense")


def test_forbidding_changes_the_path() -> None:
    without = rows("path", "tobin-ash", "vhc-1", "--count", "1", "--forbid", "takesPartIn")
    assert "“Tobin Ash on the mending of wells”" in without[0]["statement"]


def test_unknown_entities_are_refused() -> None:
    for arguments in (("path", "nobody-at-all", "vhc-1"), ("lineage", "nothing-at-all"), ("uptake", "nothing-at-all")):
        with pytest.raises(UnknownName):
            analyze(*arguments)


def test_uptake_by_kind_has_denominators() -> None:
    found = rows("uptake", "VHC", "--by", "kind")
    assert [(row["provisions"], row["evidenced"], row["data of"]) for row in found] == [
        (1, 1, "2031-06-02"),
        (2, 2, "2031-06-02"),
    ]
    assert set(STATES) <= found[0].keys()
    assert "2 of 2" in analyze("uptake", "VHC", "--by", "kind", "--format", "table").stdout


def test_uptake_by_provision_has_numbers_ledger_and_reading() -> None:
    [first, second] = rows("uptake", "vhc-1")
    assert (first["events"], first["recommendations"]) == (1, 2)
    assert first["how"] == ["addresses (stated): 4 of 5", "interprets (stated): 1 of 5"]
    assert second["how"] == ["bears on (judged): 1 of 1"]
    sources = len(list((SMALL / "data" / "sources").glob("*.trig")))
    assert first["read"] == f"5 of {sources} sources speak of its instrument, 4 of them read whole"
    assert first["state"] == "evidenced"


def test_uptake_depends_on_the_ledgers() -> None:
    assert [row["state"] for row in rows("uptake", "vhc-2", "--ledger", "stated")] == [
        "read and not found in this corpus"
    ]
    assert rows("uptake", "--state", "not read") == []


def test_evolution_of_one_actor() -> None:
    [row] = rows("evolution", "hillside-council")
    assert (row["year"], row["ties"], row["new"]) == ("2031", 3, 3)


@pytest.mark.parametrize("name", ["centrality", "evolution", "uptake"])
@pytest.mark.parametrize("suffix", ["svg", "png"])
def test_a_picture_is_drawn_when_asked_for(tmp_path: Path, name: str, suffix: str) -> None:
    analyze(name, "--plot", str(tmp_path / f"plot.{suffix}"))
    assert (tmp_path / f"plot.{suffix}").stat().st_size > 1000


def test_a_picture_of_another_form_is_refused_before_anything_is_printed(tmp_path: Path) -> None:
    ended = CliRunner().invoke(
        analyze_command, ["uptake", "--plot", str(tmp_path / "plot.pdf")], obj=Settings(SMALL, False)
    )
    assert isinstance(ended.exception, MhgraphError)
    assert ended.stdout == ""
