"""Format and type-check the page's script: `python -m tools.page`, with `--write` to format it.

The tools are prettier and tsc, in the versions that package.json pins; npm installs them here, on the first run from
its registry. prettier looks at the files of the template; tsc at the script as the page holds it, all files in one
function scope, so that it sees each name where it is used. What tsc finds is told by file and line of the template.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from importlib import resources
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
TEMPLATE = Path(str(resources.files("mhgraph.explorer"))) / "template"

_JOINED = FOLDER / "build" / "page.js"
_FILE = re.compile(r"// ---- (\S+) ----")
_FINDING = re.compile(r"build/page\.js\((\d+),(\d+)\): (.*)")


class ToolMissing(Exception):
    """A tool that the checks need cannot be had."""


def install_tools() -> None:
    """Install the pinned tools, if they are not there or their pins are newer.

    Raises ToolMissing without npm, or if npm cannot install.
    """
    npm = shutil.which("npm")
    if npm is None:
        raise ToolMissing("the checks of the page's script need npm, which is not installed (it comes with Node.js)")
    pins, installed = FOLDER / "package-lock.json", FOLDER / "node_modules" / ".package-lock.json"
    if installed.exists() and installed.stat().st_mtime >= pins.stat().st_mtime:
        return
    ended = _run([npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"])
    if ended.returncode:
        raise ToolMissing(f"npm cannot install the tools that {pins.name} pins:\n{ended.stdout}{ended.stderr}")


def check_format(folder: Path = TEMPLATE, *, write: bool = False) -> list[str]:
    """Return the names of the script files in a folder that are not formatted, and what prettier complains of.

    With `write`, format them first. Raises FileNotFoundError if the folder holds no script file.
    """
    files = sorted(str(path) for path in folder.glob("*.js"))
    if not files:
        raise FileNotFoundError(f"no script files in {folder}")
    config = ("--config", str(FOLDER / ".prettierrc"), "--no-editorconfig")
    if write:
        _run_tool("prettier", *config, "--write", *files)
    ended = _run_tool("prettier", *config, "--list-different", *files)
    return [Path(line).name for line in ended.stdout.splitlines()] + ended.stderr.splitlines()


def check_types(script: str) -> list[str]:
    """Return what tsc finds in a joined script: file, line, column, message."""
    _JOINED.parent.mkdir(exist_ok=True)
    _JOINED.write_text(script, encoding="utf-8")
    ended = _run_tool("tsc", "--project", str(FOLDER), "--pretty", "false")
    lines = (ended.stdout + ended.stderr).splitlines()
    if ended.returncode and not lines:
        lines = [f"tsc ended with {ended.returncode}"]
    return [_locate(line, script) for line in lines]


def _locate(finding: str, script: str) -> str:
    """Return a finding of tsc with the file of the template and the line in it."""
    match = _FINDING.fullmatch(finding)
    if match is None:
        return finding
    number, column, message = int(match[1]), match[2], match[3]
    before = script.split("\n")[:number]
    for back, line in enumerate(reversed(before)):
        name = _FILE.fullmatch(line)
        if name is not None:
            return f"{name[1]}:{back}:{column}: {message}"
    return finding


def _run_tool(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return _run([str(FOLDER / "node_modules" / ".bin" / name), *arguments])


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=FOLDER, capture_output=True, text=True, check=False, timeout=600)
