"""`mhgraph stats`."""

from __future__ import annotations

import json

import pytest

from mhgraph import __version__
from mhgraph.tables import FORMATS
from tests.cli.conftest import Call


@pytest.mark.parametrize("form", FORMATS)
def test_the_numbers_in_every_format(call: Call, form: str) -> None:
    ended = call("stats", "--format", form)
    assert (ended.code, ended.stderr) == (0, "")
    for text in (__version__, "2031-06-01", "mh:Judgement", "stated", "flat view"):
        assert text in ended.stdout


def test_the_numbers(call: Call) -> None:
    rows = json.loads(call("stats", "--format", "json").stdout)
    values = {(row["what"], row["name"]): row["value"] for row in rows}
    assert values["class", "mh:Source"] == 3
    assert values["statements", "judged"] == 6
    assert values["dated", ""] == "2031-06-01"
