"""Groups of commands: imported when they are needed, listed whole, and helpful to who misspells one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import ClassVar, NamedTuple

import click
from click.shell_completion import CompletionItem

_MARGIN = 30
"""How wide the names of commands may be, in a list of them."""


class Entry(NamedTuple):
    """What a list of commands says of one, and an example of it, which its own help shows."""

    summary: str
    example: str


class CommandGroup(click.Group):
    """A group whose help cuts no summary, and which names the nearest command to who misspells one."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the arguments name, and what is left of them.

        Raises:
            UsageError: there is no such command.
        """
        command = self.get_command(ctx, args[0])
        if command is None and not ctx.resilient_parsing and not args[0].startswith("-"):
            raise click.UsageError(f"there is no command '{args[0]}'{self.suggest(ctx, args[0])}", ctx)
        return super().resolve_command(ctx, args)

    def suggest(self, ctx: click.Context, name: str) -> str:
        """Return which command a misspelt name may mean, as the rest of a sentence."""
        from mhgraph.text.likeness import nearest_names

        return f"; did you mean {nearest_names(name, self.list_commands(ctx), 1)[0]}?"

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands with what each does, wrapped and never cut."""
        found = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        write_commands(formatter, "Commands", [(name, summarize(command)) for name, command in found if command])


class LazyGroup(CommandGroup):
    """A group of commands, each held by the module of a package with its name, in the order in which people meet them.

    A kind of groups names the package and its commands; listing them imports none.
    """

    package: ClassVar[str]
    entries: ClassVar[Mapping[str, Entry]]

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands."""
        return list(self.entries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of that name, or None."""
        if cmd_name not in self.entries:
            return None
        command = getattr(import_module(f"{self.package}.{cmd_name}"), f"{cmd_name}_command")
        assert isinstance(command, click.Command)
        command.epilog = f"\b\nExample:\n  {self.entries[cmd_name].example}"
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands with what each does, wrapped and never cut."""
        write_commands(formatter, "Commands", [(name, entry.summary) for name, entry in self.entries.items()])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Return the commands that begin with what was typed, or the options."""
        found = [
            CompletionItem(name, help=entry.summary)
            for name, entry in self.entries.items()
            if name.startswith(incomplete)
        ]
        return [*found, *click.Command.shell_complete(self, ctx, incomplete)]


def summarize(command: click.Command) -> str:
    r"""Return the first sentence of what a command says of itself, whole.

    >>> summarize(click.Command("x", help="Count things by class\nand by ledger. More of it."))
    'Count things by class and by ledger.'
    """
    text = " ".join((command.help or "").split("\n\n")[0].split())
    return text.partition(". ")[0].rstrip(".") + "."


def write_commands(formatter: click.HelpFormatter, heading: str, rows: Sequence[tuple[str, str]]) -> None:
    """Write a list of names, each with a text beside it, under a heading."""
    with formatter.section(heading):
        formatter.write_dl(rows, col_max=_MARGIN)
