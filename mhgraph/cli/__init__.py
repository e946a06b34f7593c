"""The command line: parse, call one function, print.

Exit codes: 0 fine, 1 the answer is "no", 2 you asked wrongly or a server failed, 130 stopped by Ctrl-C. Each command
lives in a module that is imported only when the command is used, so that `mhgraph --help` and a simple question stay
fast.
"""

from __future__ import annotations

import contextlib
import io
import os
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from mhgraph import __version__
from mhgraph.cli.catalog import COMMANDS, COMPLETE_VARIABLE, READERS
from mhgraph.cli.context import Settings
from mhgraph.cli.groups import LazyGroup, write_commands
from mhgraph.cli.messages import explain_error, shorten
from mhgraph.cli.terminal import prepare_streams
from mhgraph.errors import MhgraphError, OutputClosed
from mhgraph.text.characters import visible


class _Commands(LazyGroup):
    """All commands, listed by who needs them."""

    package = "mhgraph.cli"
    entries = COMMANDS

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; Ctrl-C is an Abort at once, for click would print an empty line first.

        Returns:
            What the command returns.

        Raises:
            Abort: Ctrl-C was pressed.
        """
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt as error:
            raise click.Abort from error

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Return the arguments that are left, for the command; refuse empty ones first, for all commands.

        None of them has a use for an empty value, and each would take it for something else: no value, or this folder.

        Raises:
            UsageError: a value is empty or blank.
        """
        for option, argument in zip(["", *args], args, strict=False):
            name, mark, value = argument.partition("=") if argument.startswith("--") else (option, "", argument)
            if not value.strip() and (mark or not argument.startswith("--")):
                what = f"the value of {name}" if name.startswith("-") else "an argument"
                raise click.UsageError(f"{what} is empty; write one, or leave it out", ctx)
        return super().parse_args(ctx, args)

    def suggest(self, ctx: click.Context, name: str) -> str:
        """Return what a misspelt name may mean: it may be a question, too."""
        from mhgraph.questions import list_questions

        with contextlib.suppress(MhgraphError):
            if name in list_questions(Settings(ctx.params.get("root"), debug=False).project()):
                return f"; it is a question: 'mhgraph query {name}'"
        return super().suggest(ctx, name)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands, those of each reader with an example, and then the options."""
        for reader, entries in READERS.items():
            write_commands(formatter, reader, [(name, entry.summary) for name, entry in entries.items()])
            formatter.write(f"  Example: {next(iter(entries.values())).example}\n")
        click.Command.format_options(self, ctx, formatter)


@click.group(cls=_Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--root", type=click.Path(path_type=Path), help="The project folder (default: the nearest one upwards).")
@click.option("--endpoint", metavar="URL", help="Ask a SPARQL endpoint that holds a dump, and no files.")
@click.option(
    "--no-cache", is_flag=True, help="Load the files, and keep nothing compiled (as MHGRAPH_NO_CACHE=1 does)."
)
@click.option("--debug", is_flag=True, help="Show tracebacks, and which project was taken.")
@click.version_option(__version__, prog_name="mhgraph")
@click.pass_context
def cli(ctx: click.Context, root: Path | None, endpoint: str | None, no_cache: bool, debug: bool) -> None:
    """A knowledge graph of migration-health governance: every statement carries the paragraph that says it."""
    later = [] if ctx.obj is None else ctx.obj
    ctx.obj = Settings(root, debug=debug, endpoint=endpoint, is_cached=not no_cache, later=later)
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def main() -> None:
    """Run the command line and exit with its code; every bad input is one line on standard error."""
    debug = "--debug" in sys.argv[1:]
    later: list[Callable[[], None]] = []
    prepare_streams()
    try:
        code = _run(later)
    except MhgraphError as error:
        code = _fail(explain_error(error), debug)
    except click.ClickException as error:
        code = _fail(_usage(error), debug)
    except (click.Abort, KeyboardInterrupt):
        code = _fail("stopped", debug, code=130)
    except BrokenPipeError:
        code = _fail(str(OutputClosed()), debug)
    except OSError as error:
        place = "cannot write the output" if error.filename is None else visible(str(error.filename))
        code = _fail(f"{place}: {(error.strerror or str(error)).lower()}", debug)
    except RecursionError:
        code = _fail("the input is nested too deeply; nest it less", debug)
    except MemoryError:
        code = _fail("there is not memory enough for this input; give less of it", debug)
    if code > 1:
        _drop_output()
    else:
        _finish(later)
    sys.exit(code)


def _finish(later: Sequence[Callable[[], None]]) -> None:
    """Do what was left for after the answer, which is printed. Ctrl-C ends it at once: there is no more to say.

    Whoever reads the answer in a pipe is not kept waiting for its end.
    """
    if not later:
        return
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    with contextlib.suppress(OSError):  # what stands for a terminal in a test is no file
        _end_output()
    for task in later:
        task()


def _run(later: list[Callable[[], None]]) -> int:
    """Return the exit code of the command that was asked for; `later` gets what to do after it. Raises what it raises.

    Raises:
        OutputClosed: nobody reads the output any more.
    """
    if sys.stdout is None:  # the caller closed it before the start
        sys.stdout = io.StringIO()
        raise OutputClosed
    output = sys.stdout
    try:
        code = cli.main(prog_name="mhgraph", complete_var=COMPLETE_VARIABLE, standalone_mode=False, obj=later) or 0
    except SystemExit as error:
        code = error.code if isinstance(error.code, int) else int(error.code is not None)
    if sys.stdout is not output:  # click met a closed pipe, wrapped the output, and ended
        raise OutputClosed
    sys.stdout.flush()
    return code


def _fail(message: str, debug: bool, code: int = 2) -> int:
    if debug:
        import traceback

        traceback.print_exc()
    print(f"mhgraph: {shorten(visible(' '.join(message.split())))}", file=sys.stderr)
    return code


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
        _end_output()


def _end_output() -> None:
    """Let whoever reads the output meet its end, and print nothing more there."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
