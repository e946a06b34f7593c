"""Tests: pictures."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from mhgraph import optional
from mhgraph.errors import InvalidValue, MhgraphError
from mhgraph.plots import Bars, draw_bars

SVG = "{http://www.w3.org/2000/svg}"
BARS = Bars(
    "Ties <b>by</b> year",
    "5 sources, data of 2031-06-01",
    ("known", "new"),
    [("$2016$ <script>", [1, 2]), ("20\x1b17", [0, 3])],
)


@pytest.mark.parametrize("suffix", ["svg", "png"])
def test_the_same_numbers_give_the_same_picture(tmp_path: Path, suffix: str) -> None:
    for name in ("one", "other"):
        draw_bars(BARS).save(tmp_path / f"{name}.{suffix}")
    one, other = ((tmp_path / f"{name}.{suffix}").read_bytes() for name in ("one", "other"))
    assert one == other
    assert one.startswith({"svg": b"<?xml", "png": b"\x89PNG"}[suffix])
    assert b"<dc:date>" not in one


def test_text_is_text_and_the_caption_is_there(tmp_path: Path) -> None:
    draw_bars(BARS).save(tmp_path / "bars.svg")
    texts = ["".join(element.itertext()).strip() for element in ET.parse(tmp_path / "bars.svg").iter(f"{SVG}text")]
    assert "$2016$ <script>" in texts
    assert "Ties <b>by</b> year" in texts
    assert "5 sources, data of 2031-06-01" in texts
    assert "20\ufffd17" in texts
    assert {"known", "new"} <= set(texts)


def test_no_bars_is_a_picture_too(tmp_path: Path) -> None:
    draw_bars(Bars("Nothing", "no sources", ("a",), [])).save(tmp_path / "empty.svg")
    assert (tmp_path / "empty.svg").stat().st_size


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidValue, match=r"ends in \.svg or \.png"):
        draw_bars(BARS).save(tmp_path / "bars.pdf")


def test_without_matplotlib_one_line_tells_the_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> Any:
        raise ImportError(name)

    monkeypatch.setattr(optional, "import_module", missing)
    with pytest.raises(MhgraphError, match=r"a picture needs matplotlib.*pip install 'mhgraph\[plots\]'"):
        draw_bars(BARS)
