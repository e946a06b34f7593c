"""`mhgraph analyze`: who connects whom, how a promise travelled, what nobody in this corpus has taken up."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

import click

from mhgraph.cli.analysis import (
    basis,
    entity,
    limit_option,
    load,
    names,
    plot_option,
    projection_option,
    say_size,
    table,
    view_options,
)
from mhgraph.cli.context import Settings
from mhgraph.cli.output import note, print_table
from mhgraph.graph import ALL_LEDGERS, Corpus, Ledger
from mhgraph.graph.entities import label_of, resolve
from mhgraph.graph.evidence import deep_link
from mhgraph.namespaces import passage_name, to_curie
from mhgraph.analysis import derived, evolution, gaps, lineage, measures, paths, plots, uptake
from mhgraph.analysis.network import Network, everything
from mhgraph.tables.table import Table, Value
from mhgraph.model import mh

_SHOWN = 5


@click.group(name="analyze")
def analyze_command() -> None:
    """Analyse the network: who connects whom, how a promise travelled, what nobody here has taken up."""


@analyze_command.command(name="centrality")
@projection_option("actors")
@limit_option
@plot_option
@view_options
@click.pass_obj
def centrality_command(
    settings: Settings,
    projection: str,
    limit: int,
    plot: Path | None,
    ledgers: frozenset[Ledger],
    form: str,
    language: str,
) -> None:
    """Rank entities by how central they are: degree, strength, betweenness, PageRank."""
    corpus, network = load(settings, ledgers, plot)
    chosen = derived.PROJECTIONS[projection](network)
    found = measures.centrality(chosen)
    name = partial(label_of, corpus.store, language=language)
    rows = [
        (*entity(network, each.iri, name), each.degree, each.strength, each.betweenness, each.pagerank)
        for each in found[:limit]
    ]
    print_table(table(("entity", "label", "class", "degree", "strength", "betweenness", "pagerank"), rows), form)
    say_size(corpus, projection, chosen, len(found) - limit)
    if found and found[0].starts:
        note(f"betweenness is estimated from {found[0].starts} of {len(found)} entities")
    if plot:
        bars = [(name(each.iri), [each.pagerank]) for each in found[:limit]]
        caption = f"PageRank; {len(found)} entities; {basis(corpus)}"
        plots.draw(plots.Bars(f"Centrality ({projection})", caption, ("PageRank",), bars), plot)


@analyze_command.command(name="brokers")
@projection_option("actors")
@limit_option
@view_options
@click.pass_obj
def brokers_command(
    settings: Settings, projection: str, limit: int, ledgers: frozenset[Ledger], form: str, language: str
) -> None:
    """Rank entities by how much they stand between others: betweenness between communities, and Burt's constraint."""
    corpus, network = load(settings, ledgers)
    chosen = derived.PROJECTIONS[projection](network)
    found = measures.brokers(chosen)
    name = partial(label_of, corpus.store, language=language)
    rows = [
        (*entity(network, each.iri, name), each.between_communities, each.communities, each.constraint)
        for each in found[:limit]
    ]
    print_table(table(("entity", "label", "class", "between communities", "communities", "constraint"), rows), form)
    say_size(corpus, projection, chosen, len(found) - limit)


@analyze_command.command(name="communities")
@projection_option("everything")
@click.option(
    "--resolution",
    type=click.FloatRange(min=0.01),
    default=1.0,
    show_default=True,
    help="Above 1: more and smaller ones.",
)
@view_options
@click.pass_obj
def communities_command(
    settings: Settings, projection: str, resolution: float, ledgers: frozenset[Ledger], form: str, language: str
) -> None:
    """Find what belongs together (Louvain), and say what each community is about."""
    corpus, network = load(settings, ledgers)
    chosen = derived.PROJECTIONS[projection](network)
    found = measures.communities(chosen, whole=network, resolution=resolution)
    people = form in ("table", "md")
    rows = [
        (
            each.number,
            len(each.members),
            names(corpus, each.members[:_SHOWN] if people else each.members, language),
            names(corpus, [iri for iri, _ in each.topics[:_SHOWN]], language),
            names(corpus, [iri for iri, _ in each.provisions[:_SHOWN]], language),
        )
        for each in found
    ]
    many = ("members", "topics", "provisions")
    print_table(table(("community", "size", *many), rows, many), form)
    say_size(corpus, projection, chosen, 0)
    note(f"modularity {measures.modularity(chosen, found)}; members: the most tied first")


@analyze_command.command(name="evolution")
@click.argument("actor", required=False)
@plot_option
@view_options
@click.pass_obj
def evolution_command(
    settings: Settings, actor: str | None, plot: Path | None, ledgers: frozenset[Ledger], form: str, language: str
) -> None:
    """Show how the ties between actors (or of ACTOR) change by year; what has no date is counted apart."""
    corpus, network = load(settings, ledgers, plot)
    classes = [mh(each) for each in sorted(derived.AGENTS)]
    iri = resolve(corpus.store, actor, classes, expected="actor").value if actor else None
    actors = derived.actors_by_events(network)
    found = evolution.evolution(network, actors, iri)
    rows = [
        (
            each.year,
            len(each.events),
            each.actors,
            each.ties,
            each.new,
            each.kept,
            names(corpus, [who for who, _ in each.most_tied], language),
        )
        for each in found
    ]
    columns = ("year", "events", "actors", "ties", "new", "kept", "most tied")
    print_table(table(columns, rows, ("most tied",)), form)
    say_size(corpus, "actors", actors, 0)
    if plot:
        bars = [(each.year, [each.ties - (each.new or 0), each.new or 0]) for each in found]
        caption = f"ties between actors; {basis(corpus)}"
        plots.draw(plots.Bars("Ties by year", caption, ("known before, or undated", "new"), bars), plot)


@analyze_command.command(name="path")
@click.argument("start", metavar="FROM")
@click.argument("goal", metavar="TO")
@click.option(
    "--allow", multiple=True, metavar="PATTERN", help="Use only this: a relation, class or 'CLASS REL CLASS'."
)
@click.option("--forbid", multiple=True, metavar="PATTERN", help="Never use this.")
@click.option("--count", type=click.IntRange(1, 50), default=3, show_default=True, help="How many paths at most.")
@view_options
@click.pass_obj
def path_command(
    settings: Settings,
    start: str,
    goal: str,
    allow: Sequence[str],
    forbid: Sequence[str],
    count: int,
    ledgers: frozenset[Ledger],
    form: str,
    language: str,
) -> None:
    """Explain how two entities are joined: the best paths, one statement a line, each with its ledger and passage.

    Exit code 1: there is no path.
    """
    corpus, network = load(settings, ledgers)
    ends = [resolve(corpus.store, name).value for name in (start, goal)]
    patterns = [[paths.parse_pattern(corpus, each) for each in given] for given in (allow, forbid)]
    wider = network if ledgers == ALL_LEDGERS else everything(settings.corpus(ALL_LEDGERS))
    found = paths.connect(network, *ends, allow=patterns[0], forbid=patterns[1], count=count, wider=wider)
    listed: list[tuple[int | str, paths.Path]] = list(enumerate(found.paths, 1))
    if found.way is not None:
        listed = [("nearest", found.way)]
    rows = [
        (
            number,
            step,
            hop.sentence(network, language),
            Value(hop.subject, to_curie(hop.subject)),
            hop.data["relation"],
            Value(hop.object, to_curie(hop.object)),
            hop.data["ledger"] or "a name",
            tuple(Value(each, passage_name(each)) for each in hop.data["passages"]),
            tuple(link for each in hop.data["passages"] if (link := deep_link(corpus, each))),
        )
        for number, path in listed
        for step, hop in enumerate(path.hops, 1)
    ]
    columns = ("path", "hop", "statement", "subject", "relation", "object", "ledger", "passage", "link")
    print_table(table(columns, rows, ("passage", "link")), form)
    if not found.paths:
        note(_no_path(corpus, network, found, ends))
        sys.exit(1)
    note(f"a path joins what documents say, step by step; it is no cause ({basis(corpus)})")


@analyze_command.command(name="lineage")
@click.argument("provision")
@view_options
@click.pass_obj
def lineage_command(settings: Settings, provision: str, ledgers: frozenset[Ledger], form: str, language: str) -> None:
    """Show the dated chain of events, milestones and instruments behind PROVISION and after it."""
    corpus, network = load(settings, ledgers)
    found = lineage.lineage(corpus, network, provision, language=language)
    rows = [
        (
            each.side,
            each.dates or ("undated",),
            Value(each.iri, to_curie(each.iri)),
            each.label,
            tuple(tie.sentence for tie in each.ties),
            each.ledger,
            tuple(Value(iri, passage_name(iri)) for iri in dict.fromkeys(p for tie in each.ties for p in tie.passages)),
        )
        for each in found
    ]
    columns = ("side", "date", "item", "label", "because", "ledger", "passage")
    print_table(table(columns, rows, ("date", "because", "passage")), form)
    sides = ", ".join(f"{sum(1 for each in found if each.side == side)} {side}" for side in lineage.SIDES)
    note(f"{sides}; open: no date decides; {basis(corpus)}")


@analyze_command.command(name="uptake")
@click.argument("within", metavar="[PROVISION]", required=False)
@click.option(
    "--by", type=click.Choice(["kind", "provision"]), help="A row for each [default: kind; provision with PROVISION]."
)
@click.option("--state", type=click.Choice(uptake.STATES), help="Only the provisions in this state.")
@plot_option
@view_options
@click.pass_obj
def uptake_command(
    settings: Settings,
    within: str | None,
    by: str | None,
    state: str | None,
    plot: Path | None,
    ledgers: frozenset[Ledger],
    form: str,
    language: str,
) -> None:
    """Count who took provisions up (those of PROVISION, an objective or instrument): evidenced, not found, not read."""
    corpus, network = load(settings, ledgers, plot)
    classes = [mh("Provision"), mh("Instrument")]
    iri = resolve(corpus.store, within, classes, expected="provision or instrument").value if within else None
    found = uptake.uptake(corpus, network, iri)
    name = partial(label_of, corpus.store, language=language)
    chosen = [each for each in found if state in (None, each.state)]
    if (by or ("provision" if within or state else "kind")) == "kind":
        print_table(_uptake_by_kind(chosen, found, name), form)
    else:
        print_table(_uptake_by_provision(corpus, chosen, name), form)
    counts = ", ".join(f"{sum(each.state == one for each in found)} {one}" for one in uptake.STATES)
    note(f"of {len(found)} provisions: {counts}; {basis(corpus)}")
    if plot:
        bars = [
            (f"{name(kind)} ({count})", [states[one] for one in uptake.STATES]) for kind, count, states in _kinds(found)
        ]
        caption = f"provisions; {basis(corpus)}"
        plots.draw(plots.Bars("Uptake of provisions", caption, uptake.STATES, bars), plot)


@analyze_command.command(name="gaps")
@click.option("--kind", type=click.Choice(tuple(gaps.GAPS)), multiple=True, help="Only these [default: all].")
@view_options
@click.pass_obj
def gaps_command(settings: Settings, kind: Sequence[str], ledgers: frozenset[Ledger], form: str, language: str) -> None:
    """List recommendations without follow-up, commitments without an actor, provisions that only judgements touch."""
    corpus, network = load(settings, ledgers)
    wanted = {gaps.GAPS[each] for each in kind} or set(gaps.GAPS.values())
    found = [each for each in gaps.gaps(network) if each.gap in wanted]
    rows = [
        (
            each.gap,
            Value(each.iri, to_curie(each.iri)),
            label_of(corpus.store, each.iri, language),
            each.known,
            tuple(Value(iri, passage_name(iri)) for iri in each.passages),
        )
        for each in found
    ]
    print_table(table(("gap", "entity", "label", "known", "passage"), rows, ("known", "passage")), form)
    classes = {gaps.NO_FOLLOW_UP: "Recommendation", gaps.NO_ACTOR: "Commitment", gaps.ONLY_JUDGED: "Provision"}
    for gap, cls in classes.items():
        if gap in wanted:
            whole = sum(1 for _, data in network.nodes(data=True) if data["cls"] == cls)
            note(f"{gap}: {sum(each.gap == gap for each in found)} of {whole}, in this corpus")
    note(basis(corpus))


def _no_path(corpus: Corpus, network: Network, found: paths.Connection, ends: Sequence[str]) -> str:
    """Say that there is no path, why, and what is nearest."""
    if found.missing:
        parts = []
        for iri in found.missing:
            near = paths.spoken_of(corpus, network, iri)
            known = f"the nearest is {to_curie(near)}" if near else "nothing is near"
            parts.append(f"nothing is said of {to_curie(iri)} in this corpus, {known}")
        return f"no path: {'; '.join(parts)} ({basis(corpus)})"
    near = f"the nearest is {to_curie(found.nearest)}" if found.nearest else "nothing is near"
    return f"no path from {to_curie(ends[0])} to {to_curie(ends[1])}; {near} ({basis(corpus)})"


def _kinds(found: Iterable[uptake.Uptake]) -> list[tuple[str, int, Mapping[str, int]]]:
    return [(kind, count, states) for kind, count, states in uptake.summary(found)]


def _uptake_by_kind(chosen: list[uptake.Uptake], found: list[uptake.Uptake], name: Callable[[str], str]) -> Table:
    whole = {kind: count for kind, count, _ in uptake.summary(found)}
    rows = [
        (
            Value(kind, name(kind)),
            whole[kind],
            *(Value(states[one], f"{states[one]} of {whole[kind]}") for one in uptake.STATES),
            next(each.dated for each in found),
        )
        for kind, _, states in uptake.summary(chosen)
    ]
    return table(("kind", "provisions", *uptake.STATES, "data of"), rows)


def _uptake_by_provision(corpus: Corpus, found: Iterable[uptake.Uptake], name: Callable[[str], str]) -> Table:
    rows = [
        (
            Value(each.iri, to_curie(each.iri)),
            name(each.iri),
            each.state,
            *(each.counts[kind] for kind in uptake.TAKERS),
            each.directly,
            tuple(f"{ledger} {count} of {each.total}" for ledger, count in each.ledgers.items() if count),
            tuple(f"{kind}: {count}" for kind, count in each.beside.items()),
            f"{len(each.reading.speaking)} of {each.reading.sources} sources speak of its instrument, "
            f"{len(each.reading.whole)} of them read whole",
            tuple(Value(iri, passage_name(iri)) for iri in each.passages),
            each.dated,
        )
        for each in found
    ]
    columns = (
        "provision",
        "label",
        "state",
        *uptake.TAKERS,
        "directly",
        "ledger",
        "beside",
        "read",
        "passage",
        "data of",
    )
    return table(columns, rows, ("ledger", "beside", "passage"))
