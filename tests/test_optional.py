"""Libraries that only some need."""

from __future__ import annotations

import json

import pytest

from mhgraph.errors import MhgraphError
from mhgraph.optional import MissingLibrary, load_extra


def test_a_library_that_is_installed_is_returned() -> None:
    assert load_extra("json", wish="a test", extra="none") is json


def test_a_library_that_is_missing_is_named_with_its_extra() -> None:
    with pytest.raises(MissingLibrary) as caught:
        load_extra("no_such_library.pictures", wish="a picture", extra="plots")
    assert isinstance(caught.value, MhgraphError)
    assert (caught.value.library, caught.value.extra) == ("no_such_library", "plots")
    assert str(caught.value) == (
        "a picture needs no_such_library, which is not installed; run: pip install 'mhgraph[plots]'"
    )
