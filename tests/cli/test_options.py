"""The options that commands share."""

from __future__ import annotations

import pytest

from mhgraph.cli.options import LedgersType
from mhgraph.errors import InvalidValue
from mhgraph.graph import Ledger


def test_ledgers_as_an_option() -> None:
    kind = LedgersType()
    assert kind.convert("stated", None, None) == {Ledger.STATED}
    assert kind.convert(frozenset({Ledger.JUDGED}), None, None) == {Ledger.JUDGED}
    with pytest.raises(InvalidValue, match="does not fit ledger"):
        kind.convert("guessed", None, None)
