"""The command line: parse, call one function, print.

Exit codes: 0 fine, 1 the answer is "no", 2 you asked wrongly or a server failed. Each command lives in a module that is
imported only when the command is used, so that `mhgraph --help` and a simple question stay fast.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from pathlib import Path

import click

from mhgraph import __version__
from mhgraph.cli.context import Settings
from mhgraph.cli.messages import explain_error
from mhgraph.errors import MhgraphError, OutputClosed

_COMMANDS = (
    "query",
    "find",
    "show",
    "sparql",
    "network",
    "analyze",
    "build",
    "stats",
    "coverage",
    "gaps",
    "validate",
    "verify",
    "source",
    "format",
)
"""The commands, in the order in which people meet them; each is held by the module of `mhgraph.cli` with its name."""


class LazyGroup(click.Group):
    """A group whose commands are imported when they are needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the command names, in the order in which people meet them."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of that name, or None."""
        if cmd_name not in _COMMANDS:
            return None
        command = getattr(import_module(f"mhgraph.cli.{cmd_name}"), f"{cmd_name}_command")
        assert isinstance(command, click.Command)
        return command


@click.group(cls=LazyGroup, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--root", type=click.Path(path_type=Path), help="The project folder (default: the nearest one upwards).")
@click.option("--endpoint", metavar="URL", help="Ask a SPARQL endpoint that holds a dump, and no files.")
@click.option("--debug", is_flag=True, help="Show tracebacks, and which project was taken.")
@click.version_option(__version__, prog_name="mhgraph")
@click.pass_context
def cli(ctx: click.Context, root: Path | None, endpoint: str | None, debug: bool) -> None:
    """A knowledge graph of migration-health governance: every statement carries the paragraph that says it."""
    ctx.obj = Settings(root, debug, endpoint)
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def main() -> None:
    """Run the command line and exit with its code; every bad input is one line on standard error."""
    debug = "--debug" in sys.argv[1:]
    try:
        code = _run()
    except MhgraphError as error:
        code = _fail(explain_error(error), debug)
    except click.ClickException as error:
        code = _fail(_usage(error), debug)
    except (click.Abort, KeyboardInterrupt):
        code = _fail("interrupted", debug)
    except BrokenPipeError:
        code = _fail(str(OutputClosed()), debug)
    except OSError as error:
        code = _fail(f"cannot write the output: {(error.strerror or str(error)).lower()}", debug)
    except RecursionError:
        code = _fail("the input is nested too deeply; nest it less", debug)
    except MemoryError:
        code = _fail("there is not memory enough for this input; give less of it", debug)
    if code == 2:
        _drop_output()
    sys.exit(code)


def _run() -> int:
    """Return the exit code of the command that was asked for. Raises what it raises.

    Raises:
        OutputClosed: nobody reads the output any more.
    """
    if sys.stdout is None:  # the caller closed it before the start
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - it lives as long as the process
        raise OutputClosed
    output = sys.stdout
    try:
        code = cli.main(standalone_mode=False) or 0
    except SystemExit as error:
        code = error.code if isinstance(error.code, int) else int(error.code is not None)
    if sys.stdout is not output:  # click met a closed pipe, wrapped the output, and ended
        raise OutputClosed
    sys.stdout.flush()
    return code


def _fail(message: str, debug: bool) -> int:
    if debug:
        import traceback

        traceback.print_exc()
    print(f"mhgraph: {' '.join(message.split())}", file=sys.stderr)
    return 2


def _usage(error: click.ClickException) -> str:
    no_command = isinstance(error, click.exceptions.NoArgsIsHelpError)
    message = "no command is given" if no_command else error.format_message()
    if isinstance(error, click.UsageError) and error.ctx is not None:
        message = f"{message.rstrip('.')}; see '{error.ctx.command_path} --help'"
    return message


def _drop_output() -> None:
    """Let the interpreter end without a second complaint about an output that is gone."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
