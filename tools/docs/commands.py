"""`commands.md`: every command with its help, options, defaults and exit codes, as click knows them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click

from mhgraph.cli import cli
from mhgraph.cli.context import Settings
from mhgraph.cli.query import QuestionGroup
from mhgraph.project.folders import Project
from tools.docs.markdown import block, code, page, plain, sentence, table

_INTRO = """
Options before the command (`mhgraph --root FOLDER …`) hold for every command; `-h` or `--help` stands everywhere.

Exit codes: **0** fine; **1** the answer is "no" (the commands that can say so say when); **2** asked wrongly: one line
on standard error names what is wrong and the remedy.
"""
_SAYS_NO = re.compile(r"\bexit code\s+(?:0\b[^.]*?;\s*)?1\b", re.IGNORECASE)


def render_commands(project: Project) -> str:
    """Return the page of the command line; the questions are those of `project`."""
    settings = Settings(project.root, False)
    root = click.Context(cli, info_name="mhgraph", obj=settings, show_default=True, **cli.context_settings)
    return page("Commands", _INTRO, _render_all(root, 2))


def _render_all(ctx: click.Context, level: int) -> Iterator[str]:
    yield _render(ctx, level)
    command = ctx.command
    if not isinstance(command, click.Group):
        return
    for name in command.list_commands(ctx):
        child = command.get_command(ctx, name)
        if child is None:
            raise LookupError(f"{ctx.command_path} lists '{name}' and has no such command")
        if not child.hidden:
            inner = click.Context(child, info_name=name, parent=ctx, show_default=True, **child.context_settings)
            yield from _render_all(inner, min(level + 1, 4))


def _render(ctx: click.Context, level: int) -> str:
    command = ctx.command
    usage = " ".join([ctx.command_path, *command.collect_usage_pieces(ctx)])
    options = [option for option in command.get_params(ctx) if isinstance(option, click.Option) and not option.hidden]
    own = [option for option in options if "--help" not in option.opts]
    parts = [f"{'#' * level} {ctx.command_path}", block(usage, "text"), *_render_help(command)]
    if isinstance(ctx.parent and ctx.parent.command, QuestionGroup):
        parts.append(f"Columns and SPARQL: [{command.name}](questions.md#{command.name}).")
    if own:
        parts.append(table(["option", "meaning", "default"], [_describe_option(option, ctx) for option in own]))
    said = " ".join([command.help or "", *(option.help or "" for option in own)])
    parts.append(f"Exit codes: {'0, 1, 2' if _SAYS_NO.search(said) else '0, 2'}.")
    return "\n\n".join(parts)


def _render_help(command: click.Command) -> Iterator[str]:
    """Yield the paragraphs of the help; those that click would not wrap stay as they are."""
    for paragraph in f"{command.help or ''}\n\n{command.epilog or ''}".strip().split("\n\n"):
        if paragraph.startswith("\b"):
            yield block(paragraph.removeprefix("\b\n"), "text")
        elif paragraph.strip():
            yield sentence(plain(paragraph))


def _describe_option(option: click.Option, ctx: click.Context) -> list[str]:
    record = option.get_help_record(ctx)
    extra = option.get_help_extra(ctx)
    names = record[0] if record else ", ".join(option.opts)
    meaning = [sentence(plain(option.help or ""))]
    if "required" in extra:
        meaning.append("Required.")
    if "range" in extra:
        meaning.append(f"Range: {code(extra['range'])}.")
    return [code(names), " ".join(meaning), code(extra["default"]) if "default" in extra else ""]
