"""Rename terms of the ontology in all files of a checkout: `python -m tools.rename_terms FOLDER TABLE`.

The table has two columns, old and new local name, separated by a tab. Terms are named in the files of the project
(ontology, rules, data, queries, shapes), in tests and guides, and in one module of the package, `model.py`; nowhere
else. A test renames every term of a copy, and shows that nothing else has to change.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

NAMESPACE = "https://w3id.org/mhgraph/ontology#"
FOLDERS = ("ontology", "data", "queries", "shapes", "tests", "docs")
ENDINGS = {".ttl", ".trig", ".rq", ".ru", ".py", ".md", ".tsv", ".csv", ".json", ".txt"}
MODEL = Path("mhgraph", "model.py")

_USE = re.compile(rf"((?:\b|(?<=\\[nt]))mh:|{re.escape(NAMESPACE)})([A-Za-z]\w*)")  # a test may write "\tmh:date"
_CONSTANT = re.compile(r'(_mh\(")(\w+)("\))')


def rename_in_checkout(folder: Path, names: Mapping[str, str]) -> int:
    """Rename terms in the files of a checkout and return how many files changed.

    >>> rename_in_text("?event mh:hasHost ?who", {"host": "hasHost"})
    '?event mh:hasHost ?who'
    """
    changed = 0
    for path in _files(folder):
        text = path.read_text(encoding="utf-8")
        renamed = rename_in_text(text, names)
        if path == folder / MODEL:
            renamed = _CONSTANT.sub(lambda use: use[1] + names.get(use[2], use[2]) + use[3], renamed)
        if renamed != text:
            path.write_text(renamed, encoding="utf-8")
            changed += 1
    return changed


def rename_in_text(text: str, names: Mapping[str, str]) -> str:
    """Return a text in which each use of a term, as CURIE or as IRI, has its new name."""
    return _USE.sub(lambda use: use[1] + names.get(use[2], use[2]), text)


def declared_terms(folder: Path) -> list[str]:
    """Return the local names of the terms that the ontology of a checkout declares, sorted."""
    text = (folder / "ontology" / "mhgraph.ttl").read_text(encoding="utf-8")
    return sorted(set(re.findall(r"^mh:(\w+) a ", text, re.MULTILINE)))


def _files(folder: Path) -> Iterator[Path]:
    for name in FOLDERS:
        for path in sorted((folder / name).rglob("*")):
            if path.suffix in ENDINGS and path.is_file() and not path.is_symlink():
                yield path
    yield folder / MODEL


def main() -> None:
    """Rename as the command line says, and print how many files changed."""
    folder, table = Path(sys.argv[1]), Path(sys.argv[2])
    rows = (line.split("\t") for line in table.read_text(encoding="utf-8").splitlines())
    print(rename_in_checkout(folder, {row[0]: row[1] for row in rows}), "files changed")


if __name__ == "__main__":
    main()
