"""`mhgraph query`."""

from __future__ import annotations

from dataclasses import replace

import click

from mhgraph.cli.context import Settings
from mhgraph.cli.options import format_option, language_option, ledger_option
from mhgraph.cli.output import note, print_table
from mhgraph.graph import ALL_LEDGERS, BaseGraph, Ledger, list_ledgers
from mhgraph.questions import Parameter, Question, find_question, list_questions, load_questions, run
from mhgraph.tables import simple_table


class QuestionGroup(click.Group):
    """The questions of the project, each a command with the options that its header declares."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the questions."""
        return list_questions(_settings(ctx).project())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        """Return the command of a question. Raises UnknownQuestion with the nearest names."""
        return _command(find_question(_settings(ctx).project(), cmd_name))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the arguments name."""
        return args[0], self.get_command(ctx, args[0]), args[1:]


@click.group(name="query", cls=QuestionGroup, invoke_without_command=True)
@click.pass_context
def query_command(ctx: click.Context) -> None:
    """Ask a question; without one, list them."""
    if ctx.invoked_subcommand is None:
        questions = load_questions(_settings(ctx).project())
        rows = [(question.theme, question.name, question.question) for question in questions]
        print_table(simple_table(("theme", "question", "answers"), list(rows)), "table")


def _settings(ctx: click.Context) -> Settings:
    settings = ctx.find_object(Settings)
    return settings or Settings(None, False)


def _command(question: Question) -> click.Command:
    @click.pass_context
    def answer(
        ctx: click.Context, /, ledgers: frozenset[Ledger], form: str, language: str, **values: tuple[str, ...]
    ) -> None:
        settings = _settings(ctx)
        graph = settings.graph(ledgers, is_guarded=not question.is_released)
        result = run(graph, question, values, language=language)
        print_table(result.table() if form in ("table", "md") else result.data(), form)
        if not result.rows:
            note(_explain_emptiness(settings, graph, question, values))

    command = click.command(question.name, help=_help(question))(answer)
    command = ledger_option(format_option(language_option(command)))
    command.params[:0] = [_option(parameter) for parameter in question.parameters]
    return command


def _help(question: Question) -> str:
    columns = "\n".join(f"  {column.name}: {column.description}" for column in question.columns)
    return f"{question.question}\n\n\b\nColumns:\n{columns}"


def _option(parameter: Parameter) -> click.Option:
    kinds = {
        "entity": "ENTITY",
        "concept": "CONCEPT",
        "date": "YYYY-MM-DD",
        "year": "YYYY",
        "integer": "N",
        "text": "TEXT",
    }
    choices = "|".join(parameter.choices)
    return click.Option(
        [f"--{parameter.name.replace('_', '-')}", parameter.name],
        multiple=True,
        required=parameter.required,
        metavar=kinds.get(parameter.type, choices),
        help=f"{parameter.description} (several: any of them)"
        + (f" [default: {parameter.default}]" if parameter.default else ""),
    )


def _explain_emptiness(
    settings: Settings, graph: BaseGraph, question: Question, values: dict[str, tuple[str, ...]]
) -> str:
    """Return why there are no rows: because of the ledgers that were left out, or because no source says so."""
    chosen = list_ledgers(graph.ledgers)
    if not graph.is_complete:
        count = len(run(replace(settings, second_opinion=False).graph(ALL_LEDGERS), question, values).rows)
        if count and graph.second_opinion:
            return f"no rows: fewer than two people signed what it takes; without a second opinion, {count} rows"
        if count:
            others = list_ledgers(ALL_LEDGERS - graph.ledgers).replace(", ", " or ")
            rows = "1 row rests" if count == 1 else f"{count} rows rest"
            return f"no rows: nothing is {chosen}; with all ledgers, {rows} on what is {others}"
    return f"no rows: none of the {graph.count_sources()} sources read says so (ledgers: {chosen})"
