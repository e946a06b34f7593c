"""The header of a query or rule file."""

from __future__ import annotations

from pathlib import Path

import pytest

from mhgraph import bounds
from mhgraph.errors import InvalidHeader, UnreadableFile
from mhgraph.rdf.headers import check_keys, read_headed

BOMB = "#+ a0: &a0 [x, x]\n" + "".join(f"#+ a{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n" for i in range(1, 60))
"""Each line is twice as much as the one before."""


def write(folder: Path, text: str) -> Path:
    path = folder / "a.rq"
    path.write_text(text, encoding="utf-8")
    return path


def test_header_and_body(tmp_path: Path) -> None:
    path = write(tmp_path, "#+ question: Who?\n#+ columns:\n#+   - {name: a}\n#+\n\n# remark\nSELECT 1\n\n")
    headed = read_headed(path, required=["question", "columns"], optional=["parameters"])
    assert headed.header == {"question": "Who?", "columns": [{"name": "a"}]}
    assert headed.body == "# remark\nSELECT 1\n"
    assert headed.path == path


def test_a_header_without_a_body(tmp_path: Path) -> None:
    assert read_headed(write(tmp_path, "#+ label: x"), required=["label"]).body == "\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", ":1: no header; begin the file with lines '#+ key: value'"),
        ("SELECT 1\n#+ label: too late", ":1: no header; begin the file with lines '#+ key: value'"),
        ("#+ just words", ":1: the header is not a list of keys; write 'key: value' lines"),
        ("#+ - label", ":1: the header is not a list of keys; write 'key: value' lines"),
        ("#+ {}", ":1: the header has no 'label'; add it"),
        ("#+ label:", ":1: the header has no 'label'; add it"),
        ("#+ label: ''", ":1: the header has no 'label'; add it"),
        ("#+ label: []", ":1: the header has no 'label'; add it"),
        ("#+ label: x\n#+ lable: x", ":1: unknown key 'lable' in the header; known: label, note"),
        ("#+ label: x\n#+ 1: x", ":1: unknown key '1' in the header; known: label, note"),
        ("#+ label: x\n#+ note: [", ":2: the header is not YAML: "),
        ("#+ label: !!python/object:os.system x", ":1: the header is not YAML: could not determine a constructor"),
        ("#+ label: 2018-99-99", ":1: the header is not YAML: cannot be read; fix it"),
        (f"#+ label: {'[' * 3000}", ": the header is not YAML: "),
        ("#+ label: &a x\n#+ note: *a", ":2: the header has an alias (*); write what it stands for"),
        (BOMB, ":2: the header has an alias (*); write what it stands for"),
    ],
)
def test_what_is_refused(tmp_path: Path, text: str, message: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(InvalidHeader) as caught:
        read_headed(path, required=["label"], optional=["note"])
    assert message in str(caught.value)
    assert str(caught.value).startswith(str(path))
    assert "\n" not in str(caught.value)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        read_headed(tmp_path / "none.rq", required=["label"])


def test_keys_of_an_entry() -> None:
    check_keys({"a": 1}, ["a"], ["b"], path=Path("q.rq"), line=4, where="entry")
    with pytest.raises(InvalidHeader, match=r"q\.rq:4: the entry is not a list of keys; write a, b"):
        check_keys("a", ["a"], ["b"], path=Path("q.rq"), line=4, where="entry")
    check_keys({"a": False}, ["a"], [], path=Path("q.rq"), line=4, where="entry")


def test_a_header_without_end(tmp_path: Path) -> None:
    path = tmp_path / "a.rq"
    path.write_text(f"#+ label: {'a' * bounds.HEADER}\nASK {{}}\n", encoding="utf-8")
    with pytest.raises(InvalidHeader, match="more than 20,000 characters"):
        read_headed(path, required=["label"])
