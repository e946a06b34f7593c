@click.command(name="stats")
@format_option
@click.pass_obj
def stats_command(settings: Settings, form: str) -> None:
    """Count things by class and statements by ledger; say the date and the version of the data."""
    from mhgraph.graph.coverage import statistics

    counts = statistics(settings.corpus(ALL_LEDGERS))
    rows: list[tuple[object, ...]] = [("version", "", __version__), ("dated", "", counts.dated)]
    rows += [("class", name, count) for name, count in counts.by_class.items()]
    rows += [("statements", name, count) for name, count in counts.by_ledger.items()]
    rows += [("triples", "flat view", counts.triples)]
    print_table(simple_table(("what", "name", "value"), rows), form)
