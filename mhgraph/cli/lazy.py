"""Groups whose commands are imported when they are needed."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import ClassVar

import click


class LazyGroup(click.Group):
    """A group of commands, each held by the module of a package with its name, in the order in which people meet them.

    A kind of groups names the package and its commands.
    """

    package: ClassVar[str]
    names: ClassVar[Sequence[str]]

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands."""
        return list(self.names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of that name, or None."""
        if cmd_name not in self.names:
            return None
        command = getattr(import_module(f"{self.package}.{cmd_name}"), f"{cmd_name}_command")
        assert isinstance(command, click.Command)
        return command
