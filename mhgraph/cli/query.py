"""`mhgraph query`."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby

import click
from click.core import ParameterSource

from mhgraph.cli.answers import Presentation, describe_values, presentation_options, print_answer
from mhgraph.cli.context import Settings
from mhgraph.cli.entities import EntityType, find_settings
from mhgraph.cli.examples import example_call, find_positional, to_flag
from mhgraph.cli.options import format_option, language_option, ledger_option, solutions_option
from mhgraph.cli.output import find_width, note, print_table, print_text
from mhgraph.graph import ALL_LEDGERS, BaseGraph, Ledger, list_ledgers
from mhgraph.graph.names import fold
from mhgraph.questions import Parameter, Question, find_question, list_questions, load_questions, run
from mhgraph.tables import simple_table

_MARGIN = 30
"""How wide the names of columns may be, in a list of them."""


class QuestionGroup(click.Group):
    """The questions of the project, each a command with the options that its header declares."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the questions."""
        return list_questions(find_settings(ctx).project())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        """Return the command of a question. Raises UnknownQuestion with the nearest names."""
        return _command(find_question(find_settings(ctx).project(), cmd_name))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the arguments name; None to a shell that completes, if there is none."""
        if ctx.resilient_parsing and args[0] not in self.list_commands(ctx):
            return None, None, []
        return args[0], self.get_command(ctx, args[0]), args[1:]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write nothing: `mhgraph query` lists the questions by theme."""


@click.group(name="query", cls=QuestionGroup, invoke_without_command=True)
@click.option("--search", metavar="WORDS", help="List only the questions that have these words.")
@language_option
@format_option
@click.pass_context
def query_command(ctx: click.Context, search: str | None, language: str, form: str) -> None:
    r"""Ask a question; without one, list them by theme.

    \b
    Examples:
      mhgraph query
      mhgraph query --search recommend
      mhgraph query events-addressing --help
      mhgraph query events-addressing gcm-15
      mhgraph query events-addressing gcm-15 --format csv --out events.csv
    """
    if ctx.invoked_subcommand is not None:
        _refuse_early_options(ctx)
        return
    questions = _search(load_questions(find_settings(ctx).project()), search or "")
    if form == "table":
        print_text(_list_by_theme(questions, language, find_width()))
    else:
        rows = [(question.theme, question.name, question.wording[language]) for question in questions]
        print_table(simple_table(("theme", "question", "answers"), list(rows)), form)
    if questions:
        note(f"{len(questions)} questions; 'mhgraph query QUESTION --help' says what one takes and answers")
    else:
        note("no question has these words; try others, or leave --search out")


def _refuse_early_options(ctx: click.Context) -> None:
    """Refuse options of the list before a question, which would have no effect.

    Raises:
        UsageError: one is given.
    """
    for parameter in ctx.command.params:
        source = ctx.get_parameter_source(parameter.name or "")
        if source is ParameterSource.COMMANDLINE:
            raise click.UsageError(f"{parameter.opts[0]} stands before the question; write it after", ctx)


def _search(questions: Sequence[Question], words: str) -> list[Question]:
    """Return the questions with all of some words, in their name or their wording in any language."""
    wanted = fold(words).split()
    return [
        question
        for question in questions
        if all(word in fold(" ".join((question.name, question.theme, *question.wording.values()))) for word in wanted)
    ]


def _list_by_theme(questions: Sequence[Question], language: str, width: int) -> str:
    """Return the questions under their themes, each beside its name."""
    formatter = click.HelpFormatter(width=width)
    for theme, listed in groupby(questions, key=lambda question: question.theme):
        with formatter.section(theme.capitalize()):
            formatter.write_dl([(question.name, question.wording[language]) for question in listed])
    return formatter.getvalue().removeprefix("\n")


class _QuestionCommand(click.Command):
    """The command of a question, whose help tells what the answer has."""

    def __init__(self, question: Question) -> None:
        shown = " ".join(question.question.split())
        super().__init__(question.name, help=shown, epilog=f"\b\nExample:\n  {shlex.join(example_call(question))}")
        self.question = question

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, and then the columns of the answer."""
        super().format_options(ctx, formatter)
        with formatter.section("Columns of the answer"):
            formatter.write_dl([(column.name, column.description) for column in self.question.columns], col_max=_MARGIN)


def _command(question: Question) -> click.Command:
    alone = find_positional(question)

    @click.pass_context
    def answer(
        ctx: click.Context,
        /,
        ledgers: frozenset[Ledger],
        form: str,
        language: str,
        wide: bool,
        evidence: bool,
        columns: str | None,
        sort: str | None,
        limit: int | None,
        long: bool,
        show_query: bool,
        value: str | None = None,
        **values: tuple[str, ...],
    ) -> None:
        settings = find_settings(ctx)
        if alone is not None:
            values = {**values, alone.name: _join_value(values[alone.name], value, alone)}
        graph = settings.graph(ledgers, is_guarded=not question.is_released)
        result = run(graph, question, values, language=language)
        if show_query:
            print_text(result.query)
            return
        names = tuple(name.strip() for name in columns.split(",")) if columns else ()
        presentation = Presentation(wide, evidence, names, sort, limit, long)
        for line in describe_values(result, values):
            note(line)
        print_answer(result, form, presentation)
        if not result.rows:
            note(_explain_emptiness(settings, graph, question, values))

    command = _QuestionCommand(question)
    command.callback = answer
    command = ledger_option(solutions_option(language_option(presentation_options(command))))
    command.params.append(click.Option(["--show-query"], is_flag=True, help="Print the SPARQL query, and no answer."))
    options: list[click.Parameter] = [_option(parameter) for parameter in question.parameters]
    if alone is not None:
        metavar = f"[{alone.name.upper()}]"
        options.insert(0, click.Argument(["value"], required=False, metavar=metavar, type=_type(alone)))
    command.params[:0] = options
    return command


def _join_value(given: tuple[str, ...], value: str | None, parameter: Parameter) -> tuple[str, ...]:
    """Return the values of the one parameter that a question needs: given by its option, or without.

    Raises:
        UsageError: it is given in neither way, or in both.
    """
    if value is not None and given:
        raise click.UsageError(f"{parameter.name} is given twice; leave one of the two out")
    if value is None and not given:
        raise click.UsageError(f"a value is missing: {parameter.description}")
    return given or (value or "",)


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
        [to_flag(parameter), parameter.name],
        multiple=True,
        type=_type(parameter),
        metavar=kinds.get(parameter.type, choices),
        help=f"{parameter.description} (several: any of them)"
        + (f" [default: {parameter.default}]" if parameter.default else "")
        + (" [required]" if parameter.required else ""),
    )


def _type(parameter: Parameter) -> EntityType | None:
    """Return what a shell can complete the value of a parameter from; None, if from nothing."""
    if parameter.type in ("entity", "concept"):
        return EntityType(parameter.classes, parameter.scheme)
    return None


def _explain_emptiness(
    settings: Settings, graph: BaseGraph, question: Question, values: Mapping[str, tuple[str, ...]]
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
    sources = graph.count_sources()
    return (
        f"no rows: none of the {sources} sources read says so (ledgers: {chosen}); that does not mean it did not happen"
    )
