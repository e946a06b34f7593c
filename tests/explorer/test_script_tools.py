"""The page's script is formatted and typed, as the tools say that tools/page pins. In CI only: they need npm."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mhgraph.explorer.page import join_script
from tools.page import check

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module", autouse=True)
def _tools() -> None:
    if os.environ.get("CI") != "true":
        pytest.skip("prettier and tsc run in CI only; by hand: python -m tools.page, which needs npm")
    try:
        check.install_tools()
    except check.ToolMissing as error:
        pytest.fail(str(error))


def test_the_script_is_formatted() -> None:
    assert check.check_format() == []


def test_the_script_is_typed() -> None:
    assert check.check_types(join_script()) == []


def test_names_a_file_that_is_not_formatted(tmp_path: Path) -> None:
    (tmp_path / "good.js").write_text("const one = 1;\n", encoding="utf-8")
    (tmp_path / "bad.js").write_text("const  one = 1\n", encoding="utf-8")
    assert check.check_format(tmp_path) == ["bad.js"]
    assert check.check_format(tmp_path, write=True) == []


def test_names_a_file_that_is_no_script(tmp_path: Path) -> None:
    (tmp_path / "broken.js").write_text("const = ;\n", encoding="utf-8")
    assert any("broken.js" in line for line in check.check_format(tmp_path))


def test_tells_where_a_type_is_wrong() -> None:
    script = join_script().replace("// ---- paths.js ----\n", "// ---- paths.js ----\ngraph.things.nothing();\n")
    (finding,) = check.check_types(script)
    assert finding.startswith("paths.js:1:14: error TS2339: Property 'nothing' does not exist")


def test_says_that_npm_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(check.ToolMissing, match="need npm"):
        check.install_tools()
