"""The child of the guard, run in this process; its limits are tested from outside, with the guard."""

from __future__ import annotations

import io
import json
import sys

import pytest

from mhgraph.stores import worker

DATA = b"<http://e/a> <http://e/b> <http://e/c> .\n"


class Stream:
    """A standard stream: what stands behind `.buffer`."""

    def __init__(self, data: bytes = b"") -> None:
        self.buffer = io.BytesIO(data)


def answered(monkeypatch: pytest.MonkeyPatch, query: str, *, output: int = 1) -> tuple[int, bytes]:
    """Return the exit code and what was written."""
    out = Stream()
    request = json.dumps({"query": query, "output": output, "memory": 1}).encode()
    with monkeypatch.context() as patch:
        patch.setattr(worker, "limit_resources", lambda memory: None)  # they would bind this process
        patch.setattr(sys, "stdin", Stream(request + b"\n" + DATA))
        patch.setattr(sys, "stdout", out)
        return worker.main(), out.buffer.getvalue()


@pytest.mark.parametrize(
    ("query", "form"),
    [
        ("SELECT * { ?s ?p ?o }", b"select\n{"),
        ("ASK {}", b"ask\n{"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", b"graph\n" + DATA),
    ],
)
def test_the_form_stands_before_the_answer(monkeypatch: pytest.MonkeyPatch, query: str, form: bytes) -> None:
    code, written = answered(monkeypatch, query)
    assert code == 0
    assert written.startswith(form)


def test_what_does_not_parse(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert answered(monkeypatch, "SELECT") == (3, b"")
    assert capsys.readouterr().err


def test_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    assert answered(monkeypatch, "SELECT * { ?s ?p ?o }", output=0) == (4, b"")


def test_no_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*arguments: object, **options: object) -> None:
        raise MemoryError

    monkeypatch.setattr(worker, "Capped", lambda limit: None)
    monkeypatch.setattr(worker, "serialize", full)
    assert answered(monkeypatch, "CONSTRUCT WHERE { ?s ?p ?o }") == (5, b"")


def test_capped_bytes() -> None:
    capped = worker.Capped(3)
    assert capped.write(b"abc") == 3
    with pytest.raises(worker.TooMuch):
        capped.write(b"d")
    assert capped.getvalue() == b"abc"
