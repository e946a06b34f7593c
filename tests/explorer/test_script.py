"""The page's script: every file is listed, all share one scope, and only one file knows how the data is packed."""

from __future__ import annotations

import re
from importlib import resources

import pytest

from mhgraph.explorer import page as page_module
from mhgraph.explorer.page import SCRIPT_FILES, join_script
from tests.conftest import REPOSITORY
from tools.rename_terms import declared_terms

TEMPLATE = resources.files("mhgraph.explorer") / "template"
POSITIONAL = re.compile(r"[\w)\]]\[\d+\]")
LOOSE_VARIABLE = re.compile(r"^(?:let|var)\b.*", re.MULTILINE)
CURIE = re.compile(r"\b(?:mh|rdf|rdfs|owl|skos|dcterms|schema):[A-Za-z]\w*")
NAME = re.compile(r"(?<=[\"'`.])\w+\b")
CAPITAL = re.compile(r"[A-Z]")


def script_file(name: str) -> str:
    return (TEMPLATE / name).read_text(encoding="utf-8")


def test_lists_each_file_once() -> None:
    present = sorted(path.name for path in TEMPLATE.iterdir() if path.name.endswith(".js"))
    assert sorted(SCRIPT_FILES) == present


def test_refuses_a_listed_file_that_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_module, "SCRIPT_FILES", (*SCRIPT_FILES, "absent.js"))
    with pytest.raises(FileNotFoundError, match=r"absent\.js"):
        join_script()


def test_leaves_out_a_file_that_is_not_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_module, "SCRIPT_FILES", SCRIPT_FILES[:2])
    assert script_file(SCRIPT_FILES[1]) in join_script()
    assert script_file(SCRIPT_FILES[2]) not in join_script()


def test_joins_the_files_in_order_in_one_function_scope() -> None:
    script = join_script()
    opening, closing = '"use strict";\n(() => {\n', "})();\n"
    assert script.startswith(opening)
    assert script.endswith(closing)
    inside = script.removeprefix(opening).removesuffix(closing)
    assert inside == "\n".join(f"// ---- {name} ----\n{script_file(name)}" for name in SCRIPT_FILES)


@pytest.mark.parametrize("name", SCRIPT_FILES)
def test_a_file_shares_no_loose_variable(name: str) -> None:
    assert LOOSE_VARIABLE.findall(script_file(name)) == []


@pytest.mark.parametrize("name", [name for name in SCRIPT_FILES if name != "data.js"])
def test_a_file_reaches_data_by_name(name: str) -> None:
    text = script_file(name)
    assert POSITIONAL.findall(text) == []
    assert 'readJson("data")' not in text
    assert "PageData" not in text


@pytest.mark.parametrize("name", SCRIPT_FILES)
def test_a_file_names_no_term_of_the_ontology(name: str) -> None:
    text = script_file(name)
    assert CURIE.findall(text) == []
    # a local name of small letters alone (place, about) is also a plain word, which a script may use
    terms = {term for term in declared_terms(REPOSITORY) if CAPITAL.search(term)}
    assert len(terms) > 50
    assert terms & set(NAME.findall(text)) == set()


def test_would_notice_what_it_forbids() -> None:
    assert POSITIONAL.findall("edges[number][0] + row(1)[2]") == ["][0]", ")[2]"]
    assert LOOSE_VARIABLE.findall("const a = 1;\nlet b = 2;\n  let c = 3;\n") == ["let b = 2;"]
    assert NAME.findall('node.class === "Position"') == ["class", "Position"]
    assert CURIE.findall('relation.id === "rdf:type"') == ["rdf:type"]
