"""The options that commands share."""

from __future__ import annotations

import click
import pytest

from mhgraph.cli.options import LedgersType, NumberRange
from mhgraph.errors import InvalidValue
from mhgraph.graph import Ledger
from tests.cli.conftest import Call
from tests.conftest import SMALL
from tools.hostile.options import list_commands


def test_ledgers_as_an_option() -> None:
    kind = LedgersType()
    assert kind.convert("stated", None, None) == {Ledger.STATED}
    assert kind.convert(frozenset({Ledger.JUDGED}), None, None) == {Ledger.JUDGED}
    with pytest.raises(InvalidValue, match="does not fit ledger"):
        kind.convert("guessed", None, None)


def test_every_number_has_bounds_and_is_one() -> None:
    """`nan` passes every bound of a plain range, and 1e308 or ten thousand digits are too much for what uses them."""
    numbers = [
        (" ".join(words), param)
        for words, command in list_commands(SMALL)
        for param in command.params
        if isinstance(param.type, click.types.IntParamType | click.types.FloatParamType)
    ]
    assert len(numbers) > 5
    for where, param in numbers:
        kind = param.type
        assert isinstance(kind, click.IntRange | NumberRange), f"{where} {param.name}"
        assert kind.min is not None, f"{where} {param.name}"
        assert kind.max is not None, f"{where} {param.name}"
        assert kind.max < 2**31, f"{where} {param.name}"


@pytest.mark.parametrize(
    ("arguments", "mark"),
    [(("show", "clinic-boat"), "judge"), (("query", "events-addressing", "--provision", "vhc-2"), "a curator,")],
)
def test_every_command_that_chooses_ledgers_can_ask_for_a_second_opinion(
    arguments: tuple[str, ...], mark: str, call: Call
) -> None:
    assert mark in call(*arguments).stdout
    assert mark not in call(*arguments, "--second-opinion").stdout


def test_an_empty_answer_says_why(call: Call) -> None:
    ended = call("query", "events-addressing", "--provision", "vhc-2", "--second-opinion")
    assert (ended.code, ended.stdout) == (0, "")
    assert "fewer than two people signed what it takes" in ended.stderr
