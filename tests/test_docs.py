"""The documentation does what it says: pages are fresh, names exist, links lead somewhere, examples run.

How code blocks are read, page by page from top to bottom, in a copy of the project of their own:

- `console`: `$ mhgraph …` is run and has to end with exit code 0, unless `$ echo $?` follows with another one. The
  lines below are what it prints, in order; a line `…` stands for anything.
- `pycon`: a doctest; a page's blocks share their names.
- `sparql` with a first line `# NAME.rq`: is written to that file.
- `text`, `trig` or `turtle` with a first line `# PATH`: the rest is written to that file, data with all prefixes.
- `diff` with a first line `--- PATH`: is applied to that file, piece by piece; a blank line ends a piece.
- `trig`: every statement stands in the data, or in that of the small project. `turtle`: it parses, and every term of
  ours in it is declared.
- any other language is shown and not run.
"""

from __future__ import annotations

import doctest
import hashlib
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

import click
import pytest
from click.testing import CliRunner
from pyoxigraph import NamedNode, Quad

from mhgraph.cli import cli
from mhgraph.cli.context import Settings
from mhgraph.cli.examples import example_call
from mhgraph.graph import BaseGraph
from mhgraph.namespaces import MH, PREFIXES, to_curie
from mhgraph.project.folders import Project
from mhgraph.questions import load_questions
from mhgraph.rdf.turtle.parse import parse_file, parse_text
from tests.conftest import REPOSITORY, SMALL, run_command
from tests.questions.cases import NOTHING_SHIPPED
from tools.docs.__main__ import REFERENCE, render_pages, render_readme
from tools.docs.documents import fill_documents

PAGES = sorted([*REPOSITORY.glob("*.md"), *(REPOSITORY / "docs").rglob("*.md")])
MANY_EXAMPLES = (
    "README.md",
    "docs/dumps.md",
    "docs/first-document.md",
    "docs/python.md",
    "docs/reference/questions.md",
)
GUIDES = [page for page in PAGES if REPOSITORY / REFERENCE not in page.parents]
_FENCE = re.compile(r"^(?P<fence>`{3,})(?P<language>[\w-]*)\n(?P<text>.*?)^(?P=fence)$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"\[[^\]]*\]\(([^()\s]+)\)")
_PATH = re.compile(r"(?:\.ci|\.github|benchmarks|data|docs|mhgraph|ontology|queries|shapes|tests|tools)/[a-z0-9_./-]*")
_FOLDERS = ("ontology", "data", "queries", "shapes", "tests/project")


def to_name(page: Path) -> str:
    """Return a page as seen from the repository."""
    return page.relative_to(REPOSITORY).as_posix()


class Block(NamedTuple):
    """A code block: its language and its text."""

    language: str
    text: str


def test_pages_are_found() -> None:
    names = {to_name(page) for page in PAGES}
    assert {"README.md", "CONTRIBUTING.md", "docs/model.md", "docs/reference/commands.md"} <= names


@pytest.fixture(scope="module")
def made(shipped: Project) -> Mapping[str, str]:
    """The reference pages as they are made now."""
    return render_pages(shipped)


def test_reference_pages_are_fresh(made: Mapping[str, str]) -> None:
    folder = REPOSITORY / REFERENCE
    written = {page.name: page.read_text(encoding="utf-8") for page in folder.glob("*.md")}
    stale = sorted(name for name in {*made, *written} if made.get(name) != written.get(name))
    assert not stale, f"stale: {', '.join(stale)}; run 'make docs'"


def test_the_list_of_documents_is_fresh(shipped: Project) -> None:
    written = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    assert render_readme(shipped) == written, "README.md: the list of documents is stale; run 'make docs'"


def test_a_page_without_the_marks_is_no_page_with_a_list(shipped_graph: BaseGraph) -> None:
    with pytest.raises(ValueError, match="has the marks once"):
        fill_documents("a page", shipped_graph)


def test_reference_pages_are_the_same_elsewhere(made: Mapping[str, str]) -> None:
    script = "import tools.docs.__main__ as d; print(*d.render_pages(d.Project(d.REPOSITORY)).values(), sep='', end='')"
    environment = {
        "PYTHONPATH": str(REPOSITORY),
        "PYTHONHASHSEED": "7",
        "PYTHONUTF8": "1",
        "LC_ALL": "C",
        "COLUMNS": "40",
    }
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, env=environment, check=True, timeout=60)
    assert hashlib.sha256(ended.stdout).digest() == hashlib.sha256("".join(made.values()).encode()).digest()


def test_reference_covers_everything(shipped: Project, made: Mapping[str, str]) -> None:
    context = click.Context(cli, info_name="mhgraph", obj=Settings(shipped.root, False))
    commands = [f"# mhgraph {name}\n" for name in cli.list_commands(context)]
    questions = [f"## {question.name}\n" for question in load_questions(shipped)]
    terms = {
        f"### {to_curie(quad.subject.value)}\n"
        for path in shipped.ontology
        for quad in parse_file(path)
        if isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(MH)
    }
    for name, wanted in {"commands.md": commands, "questions.md": questions, "ontology.md": sorted(terms)}.items():
        assert wanted
        assert [heading for heading in wanted if heading not in made[name]] == []


@pytest.mark.parametrize("page", PAGES, ids=to_name)
def test_links_lead_somewhere(page: Path) -> None:
    assert list(find_broken_links(page, page.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("page", GUIDES, ids=to_name)
def test_what_guides_name_exists(page: Path) -> None:
    assert list(find_unknown_names(page.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "page",
    [pytest.param(page, marks=[pytest.mark.slow] if to_name(page) in MANY_EXAMPLES else []) for page in PAGES],
    ids=to_name,
)
def test_examples_run(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = list_blocks(page.read_text(encoding="utf-8"))
    if any(block.language in ("console", "pycon", "sparql", "diff") for block in found):
        for folder in _FOLDERS:
            shutil.copytree(REPOSITORY / folder, tmp_path / folder)
        monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    for block in found:
        if block.language == "console":
            run_console(block.text, tmp_path)
        elif block.language == "pycon":
            run_doctest(block.text, page.name, names)
        elif block.language == "sparql" and (named := re.match(r"# ([\w-]+\.rq)\n", block.text)):
            (tmp_path / named[1]).write_text(block.text, encoding="utf-8")
        elif block.language == "diff":
            apply_changes(block.text, tmp_path)
        elif block.language in ("text", "trig", "turtle") and (named := re.match(r"# ([\w./-]+)\n", block.text)):
            head = "" if block.language == "text" else list_prefixes(block.text)
            (tmp_path / named[1]).write_text(head + block.text[named.end() :], encoding="utf-8")
        elif block.language in ("trig", "turtle"):
            check_rdf(block, page)


def test_questions_have_examples_with_rows(shipped: Project) -> None:
    questions = load_questions(shipped)
    assert questions
    for question in questions:
        call = ["--root", str(shipped.root), *example_call(question)[1:], "--format", "csv"]
        ended = CliRunner().invoke(cli, call, catch_exceptions=False)
        assert ended.exit_code == 0, ended.stderr
        is_empty = len(ended.stdout.splitlines()) <= 1
        assert is_empty == (question.name in NOTHING_SHIPPED), f"the example of {question.name}"


def test_the_citation_is_that_of_the_data(shipped_graph: BaseGraph) -> None:
    citation = (REPOSITORY / "CITATION.cff").read_text(encoding="utf-8")
    assert re.findall(r"^version: (.*)$", citation, re.MULTILINE) == [shipped_graph.statistics().version]
    assert re.findall(r'^date-released: "(.*)"$', citation, re.MULTILINE) == [shipped_graph.date]


def test_the_checks_of_this_page_can_fail(tmp_path: Path) -> None:
    assert not fits("a\nb\nc\n", ["a", "c"])
    assert not fits("a\nb\n", ["…", "a"])
    assert not fits("a\n", ["a", "…", "b"])
    assert fits("a\nb\nc\n", ["a", "…", "c"])
    assert fits("a\nb   c\n", ["…", "b c"])
    assert not fits("a b\n", ["b …"])
    page = REPOSITORY / "README.md"
    assert list(find_broken_links(page, "[a](no-such.md) [b](README.md#no-such)")) == [
        "no-such.md",
        "README.md#no-such",
    ]
    text = "`mhgraph nonsense` `mhgraph stats --nonsense` `make nonsense` `data/nonsense/` `mhgraph query nonsense`"
    assert len(list(find_unknown_names(text))) == 5
    for console in ("$ mhgraph nonsense\n", "$ mhgraph stats\n$ echo $?\n1\n", "$ mhgraph stats\nnonsense\n"):
        with pytest.raises(AssertionError):
            run_console(console, REPOSITORY)
    with pytest.raises(AssertionError):
        run_doctest(">>> 1 + 1\n3\n", "a page", {})
    (tmp_path / "own.trig").write_text("a\nb\nb\n", encoding="utf-8")
    for change in ("-c\n+d\n", "-b\n+d\n"):
        with pytest.raises(AssertionError, match="times in own"):
            apply_changes(f"--- own.trig\n{change}", tmp_path)
    apply_changes("--- own.trig\n-a\n b\n+c\n", tmp_path)
    assert (tmp_path / "own.trig").read_text(encoding="utf-8") == "b\nc\nb\n"
    for language in ("trig", "turtle"):
        with pytest.raises(AssertionError):
            check_rdf(Block(language, "actor:iom mh:nonsense actor:who ."), page)


def list_blocks(text: str) -> list[Block]:
    """Return the code blocks of a page."""
    return [Block(match["language"], match["text"]) for match in _FENCE.finditer(text)]


def find_broken_links(page: Path, text: str) -> Iterator[str]:
    """Yield the local links that lead to no file or to no anchor of it."""
    for link in _LINK.findall(_FENCE.sub("", text)):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, anchor = link.partition("#")
        target = (page.parent / unquote(name)) if name else page
        if not target.exists() or (anchor and anchor not in list_anchors(target.read_text(encoding="utf-8"))):
            yield link


def list_anchors(text: str) -> set[str]:
    """Return the anchors of a page: those it sets, and those that its headings get."""
    headings = re.findall(r"^#+ (.*)$", _FENCE.sub("", text), re.MULTILINE)
    slugs = {re.sub(r"[^\w -]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}
    return slugs | set(re.findall(r'<a id="([^"]+)">', text))


def find_unknown_names(text: str) -> Iterator[str]:
    """Yield the commands, options, make targets and paths that a page names and that do not exist."""
    targets = set(re.findall(r"^([a-z]+):", (REPOSITORY / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for code in [
        *_CODE.findall(_FENCE.sub("", text)),
        *(line for block in list_blocks(text) for line in block.text.splitlines()),
    ]:
        yield from (f"make {name}" for name in re.findall(r"^(?:\$ )?make ([a-z]+)", code) if name not in targets)
        if _PATH.fullmatch(code) and not (REPOSITORY / code).exists():
            yield code
        for call in re.findall(r"(?:^|\s)mhgraph ([a-z][^|>;]*)", code):
            yield from find_unknown_in_call(call.split("#")[0].split())


def find_unknown_in_call(words: Sequence[str]) -> Iterator[str]:
    """Yield the command or the options of a call that do not exist."""
    context = click.Context(cli, info_name="mhgraph", obj=Settings(REPOSITORY, False))
    rest = list(words)
    while isinstance(context.command, click.Group) and rest and re.fullmatch(r"[a-z][a-z-]*", rest[0]):
        name = rest.pop(0)
        if name not in context.command.list_commands(context):
            yield f"{context.command_path} {name}"
            return
        command = context.command.get_command(context, name)
        assert command is not None
        context = click.Context(command, info_name=name, parent=context)
    known = {option for parameter in context.command.get_params(context) for option in parameter.opts}
    yield from (f"{context.command_path} {word}" for word in rest if word.startswith("--") and word not in known)


def run_console(text: str, folder: Path) -> None:
    """Run the commands of a block in a folder; fail if one ends or prints otherwise than the block says."""
    calls = re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n?)*)", text, re.MULTILINE)
    assert calls, "a console block without a command"
    code = 0
    for index, (call, printed) in enumerate(calls):
        if call == "echo $?":
            assert printed.split() == [str(code)], f"{calls[index - 1][0]}: exit code {code}"
            continue
        words = shlex.split(call)
        assert words[0] == "mhgraph", f"not a command that runs here: {call}"
        ended = run_command(*words[1:], cwd=folder)
        code = ended.code
        if not any(following == "echo $?" for following, _ in calls[index + 1 : index + 2]):
            assert code == 0, f"{call}: exit code {code}: {ended.stderr}"
        expected = printed.rstrip("\n").split("\n") if printed.strip() else ["…"]
        assert fits(ended.stdout + ended.stderr, expected), f"{call} prints:\n{ended.stdout}{ended.stderr}"


def fits(printed: str, expected: Sequence[str]) -> bool:
    """Return whether lines were printed as expected, however wide their columns are.

    A line `…` stands for any lines, `…` in a line for any words.
    """
    lines = [" ".join(line.split()) for line in expected]
    patterns = [".*".join(re.escape(part) for part in line.split("…")) + "\n" for line in lines]
    pattern = "".join("(?:.*\n)*?" if line == "…" else one for line, one in zip(lines, patterns, strict=True))
    return re.fullmatch(pattern, "".join(" ".join(line.split()) + "\n" for line in printed.splitlines())) is not None


def run_doctest(text: str, name: str, names: dict[str, object]) -> None:
    """Run a block as a doctest, with the names of the blocks before, and add its own; fail with its report."""
    report: list[str] = []
    test = doctest.DocTestParser().get_doctest(text, names, name, name, 0)
    assert test.examples
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    failed, _ = runner.run(test, out=report.append, clear_globs=False)
    names.update(test.globs)
    assert not failed, "".join(report)


def apply_changes(text: str, folder: Path) -> None:
    """Change a file in a folder as a block says; fail where the text to be replaced does not stand in it."""
    first, _, rest = text.partition("\n")
    path = folder / first.removeprefix("--- ")
    changed = path.read_text(encoding="utf-8")
    for piece in rest.strip("\n").split("\n\n"):
        lines = piece.split("\n")
        old = "".join(f"{line[1:]}\n" for line in lines if line[0] in " -")
        new = "".join(f"{line[1:]}\n" for line in lines if line[0] in " +")
        assert changed.count(old) == 1, f"stands {changed.count(old)} times in {path.name}:\n{old}"
        changed = changed.replace(old, new)
    path.write_text(changed, encoding="utf-8")


def list_prefixes(text: str) -> str:
    """Return declarations of the prefixes of the project that a text does not declare itself."""
    given = set(re.findall(r"^@prefix ([\w-]*):", text, re.MULTILINE))
    return "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items() if name not in given)


def check_rdf(block: Block, page: Path) -> None:
    """Fail unless the statements of a `trig` block stand in the data, and the terms of any block are declared."""
    quads = parse_text(list_prefixes(block.text) + block.text, Path(f"{page.stem}.trig"))
    assert quads
    project = Project(REPOSITORY)
    if block.language == "trig":
        missing = set(quads) - {quad for path in (*project.data, *Project(SMALL).data) for quad in parse_file(path)}
        assert not missing, f"not in the data: {missing}"
    known = {quad.subject for path in project.ontology for quad in parse_file(path)}
    used = {term for quad in quads for term in _named(quad) if term.value.startswith(MH)}
    assert used <= known, f"not in the ontology: {used - known}"


def _named(quad: Quad) -> Iterator[NamedNode]:
    for term in (quad.subject, quad.predicate, quad.object, quad.graph_name):
        if isinstance(term, NamedNode):
            yield term
