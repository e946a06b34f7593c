"""The options that commands share."""

from __future__ import annotations

import pytest

from mhgraph.cli.options import LedgersType
from mhgraph.errors import InvalidValue
from mhgraph.graph import Ledger
from tests.cli.conftest import Call


def test_ledgers_as_an_option() -> None:
    kind = LedgersType()
    assert kind.convert("stated", None, None) == {Ledger.STATED}
    assert kind.convert(frozenset({Ledger.JUDGED}), None, None) == {Ledger.JUDGED}
    with pytest.raises(InvalidValue, match="does not fit ledger"):
        kind.convert("guessed", None, None)


@pytest.mark.parametrize("arguments", [("show", "clinic-boat"), ("query", "events-addressing", "--provision", "vhc-2")])
def test_every_command_that_chooses_ledgers_can_ask_for_a_second_opinion(
    arguments: tuple[str, ...], call: Call
) -> None:
    assert "judge" in call(*arguments).stdout
    assert "judge" not in call(*arguments, "--second-opinion").stdout


def test_an_empty_answer_says_why(call: Call) -> None:
    ended = call("query", "events-addressing", "--provision", "vhc-2", "--second-opinion")
    assert (ended.code, ended.stdout) == (0, "")
    assert "fewer than two people signed what it takes" in ended.stderr
