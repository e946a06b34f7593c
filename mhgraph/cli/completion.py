"""`mhgraph completion`."""

from __future__ import annotations

import os
from pathlib import Path

import click

from mhgraph.cli.catalog import COMPLETE_VARIABLE
from mhgraph.cli.output import note, print_text

_SHELLS = ("bash", "zsh", "fish")
_NEXT = {
    "bash": "open a new shell; if nothing happens there, install the package bash-completion",
    "zsh": "put `fpath+=({folder}); autoload -Uz compinit; compinit` at the end of ~/.zshrc, and open a new shell",
    "fish": "open a new shell",
}


@click.command(name="completion")
@click.argument("shell", type=click.Choice(_SHELLS), required=False)
@click.option("--install", is_flag=True, help="Write the script where the shell looks for it.")
def completion_command(shell: str | None, install: bool) -> None:
    """Print the script by which a shell completes commands, questions, options, and the names of things and concepts.

    SHELL is bash, zsh or fish; without it, your own ($SHELL). With --install, the script goes to where the shell looks
    for it.

    Raises:
        UsageError: no shell is named, and yours is another one.
    """
    chosen = shell or Path(os.environ.get("SHELL", "")).name
    if chosen not in _SHELLS:
        raise click.UsageError(f"name a shell: {', '.join(_SHELLS)}", click.get_current_context())
    script = _write_script(chosen)
    if not install:
        print_text(script)
        return
    from mhgraph.files import write_atomic

    path = _find_place(chosen)
    write_atomic(path, script.encode())
    note(f"written: {path}; {_NEXT[chosen].format(folder=path.parent)}")


def _write_script(shell: str) -> str:
    """Return the script of a shell."""
    from click.shell_completion import ShellComplete, get_completion_class

    from mhgraph.cli import cli

    kind = get_completion_class(shell)
    assert kind is not None  # click knows all of _SHELLS
    # of the base class: the one of bash starts bash first, to look how old it is
    return ShellComplete.source(kind(cli, {}, "mhgraph", COMPLETE_VARIABLE)).strip() + "\n"


def _find_place(shell: str) -> Path:
    """Return the file in which a shell looks for the completion of `mhgraph`."""
    home = Path.home()
    if shell == "bash":
        data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
        return data / "bash-completion" / "completions" / "mhgraph"
    if shell == "fish":
        return Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config") / "fish" / "completions" / "mhgraph.fish"
    return Path(os.environ.get("ZDOTDIR") or home) / ".zfunc" / "_mhgraph"
