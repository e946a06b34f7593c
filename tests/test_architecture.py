"""The plan of the house holds: imports point down, each library has its owners, and only `stores` knows the engine."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import grimp
import pytest

from tests.conftest import REPOSITORY

OWNERS = {
    "babel": {"text.dates"},
    "charset_normalizer": {"text.encoding"},
    "click": {"cli"},
    "jsonschema": {"questions.header"},
    "matplotlib": {"plots"},
    "networkx": {"analysis", "explorer", "export"},
    "pandas": {"api.frames", "api.result"},
    "platformdirs": {"graph.cache"},
    "polars": {"api.frames", "api.result"},
    "pyarrow": {"tables.parquet"},
    "pyshacl": {"checks.shacl"},
    "pyshacl_turbo": {"checks.shacl"},
    "pyvis": {"explorer"},
    "rapidfuzz": {"text.likeness"},
    "rdflib": {"api", "checks.shacl", "export", "graph.base"},
    "requests": {"stores.remote"},
    "rich": {"cli"},
    "urllib3": {"stores.remote"},
    "watchfiles": {"cli"},
    "xlsxwriter": {"tables.spreadsheet"},
    "yaml": {"rdf.headers"},
}
"""Each library and who may import it. A library that is not here is Python's own, or pyoxigraph."""

EVERYWHERE = {"pyoxigraph"}
"""Its terms are those of the whole house; its Store is banned by ruff outside `stores`."""


@pytest.fixture(scope="module")
def imports() -> grimp.ImportGraph:
    return grimp.build_graph("mhgraph", include_external_packages=True, cache_dir=None)


def _importers(imports: grimp.ImportGraph, library: str) -> set[str]:
    return {name.removeprefix("mhgraph.") for name in imports.find_modules_that_directly_import(library)}


@pytest.mark.parametrize("library", sorted(OWNERS))
def test_a_library_is_imported_by_its_owners_only(imports: grimp.ImportGraph, library: str) -> None:
    importers = _importers(imports, library) if library in imports.modules else set()
    strangers = {name for name in importers if not any(_is_part(name, owner) for owner in OWNERS[library])}
    assert strangers == set()


def test_every_library_has_an_owner(imports: grimp.ImportGraph) -> None:
    libraries = {name for name in imports.modules if imports.is_module_squashed(name)}
    foreign = libraries - set(sys.stdlib_module_names) - {"mhgraph", "__future__", "typing_extensions", "_typeshed"}
    assert foreign - EVERYWHERE <= set(OWNERS)


def test_the_contracts_hold() -> None:
    ended = _lint_imports(REPOSITORY)
    assert ended.returncode == 0, ended.stdout


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("utils.py", "import networkx\n\nfrom mhgraph.cli import main\n"),
        ("graph/extra.py", "from mhgraph.questions import run\n"),
        ("helpers/__init__.py", ""),
    ],
    ids=["a module of no layer", "an import upwards", "a package of no layer"],
)
def test_a_stray_module_is_refused(tmp_path: Path, name: str, text: str) -> None:
    shutil.copytree(REPOSITORY / "mhgraph", tmp_path / "mhgraph", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(REPOSITORY / "pyproject.toml", tmp_path)
    assert _lint_imports(tmp_path).returncode == 0
    (tmp_path / "mhgraph" / name).parent.mkdir(exist_ok=True)
    (tmp_path / "mhgraph" / name).write_text(text, encoding="utf-8")
    assert _lint_imports(tmp_path).returncode != 0


def test_the_engine_is_banned_outside_the_stores(tmp_path: Path) -> None:
    (tmp_path / "mhgraph").mkdir()
    (tmp_path / "mhgraph" / "stray.py").write_text(
        '"""A module that asks the engine itself."""\n\nfrom pyoxigraph import Store\n\nSTORE = Store()\n',
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "ruff", "check", "--config", str(REPOSITORY / "pyproject.toml"), "--no-cache", "."]
    ended = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "`pyoxigraph.Store` is banned" in ended.stdout
    assert ended.returncode == 1


def test_nobody_asks_triple_by_triple() -> None:
    asking = [
        path.relative_to(REPOSITORY)
        for path in (REPOSITORY / "mhgraph").rglob("*.py")
        if "quads_for_pattern" in path.read_text(encoding="utf-8") and "stores" not in path.parts
    ]
    assert asking == []


def _is_part(module: str, owner: str) -> bool:
    return module == owner or module.startswith(f"{owner}.")


def _lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command; lint_imports_command()",
        "--no-cache",
    ]
    return subprocess.run(
        command, cwd=folder, env={"PYTHONPATH": str(folder), "PATH": ""}, capture_output=True, text=True, check=False
    )


def test_only_the_writer_writes() -> None:
    """A file that is opened for writing anywhere else may be left half, over a link, or over a device."""
    writers = {
        str(path.relative_to(REPOSITORY / "mhgraph"))
        for path in (REPOSITORY / "mhgraph").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and _writes(node)
    }
    assert writers == {"files/staging.py", "files/write.py"}


@pytest.mark.parametrize(
    "call",
    [
        *("path.write_text('')", "path.write_bytes(b'')", "open(path, 'w')", "path.open('ab')", "path.open(mode='x')"),
        *("io.open(path, mode)", "os.open(path, os.O_WRONLY)", "path.replace(other)", "path.unlink()", "path.mkdir()"),
        *("os.replace(a, b)", "shutil.copy(a, b)", "tempfile.mkstemp()", "path.rename(other)", "path.touch()"),
    ],
)
def test_writing_is_noticed(call: str) -> None:
    node = ast.parse(call, mode="eval").body
    assert isinstance(node, ast.Call)
    assert _writes(node)


_WRITING = {
    *("write_text", "write_bytes", "unlink", "mkdir", "rmdir", "rename", "touch", "symlink_to", "hardlink_to"),
    *("link", "symlink", "remove", "makedirs", "copy", "copyfile", "move", "rmtree", "mkstemp", "mkdtemp"),
    *("NamedTemporaryFile", "TemporaryDirectory"),
}


def _writes(call: ast.Call) -> bool:
    """Return whether a call writes into a file, or moves, makes or removes one, as far as its name tells."""
    text = ast.unparse(call)
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    owner = ast.unparse(call.func.value) if isinstance(call.func, ast.Attribute) else ""
    if name == "open" and owner == "os":
        return "os.devnull" not in text and "O_RDONLY" not in text
    if name == "open":
        mode = [
            *call.args[1 if owner in ("", "io") else 0 :][:1],
            *(item.value for item in call.keywords if item.arg == "mode"),
        ]
        return any(not isinstance(value, ast.Constant) or set("wax+") & set(str(value.value)) for value in mode)
    if not owner:  # a function of our own
        return False
    if name == "replace":  # of a text it takes two arguments, of a path one
        return owner == "os" or (len(call.args) == 1 and not isinstance(call.args[0], ast.Starred))
    if name in ("link", "symlink", "remove", "copy", "move"):
        return owner in ("os", "shutil")
    return name in _WRITING
