@click.command(name="sparql")
@click.argument("file", type=click.File("rb"), default="-")
@click.option("--seconds", type=click.FloatRange(min=0.1), default=30.0, show_default=True, help="Time limit.")
@click.option("--memory", type=click.IntRange(min=16), default=2048, show_default=True, help="Memory limit, MiB.")
@click.option("--output", type=click.IntRange(min=1), default=64, show_default=True, help="Output limit, MiB.")
@ledger_option
@format_option
@click.pass_obj
def sparql_command(
    settings: Settings, file: Any, seconds: float, memory: int, output: int, ledgers: frozenset[Ledger], form: str
) -> None:
    """Run any read-only SPARQL query from FILE or standard input, in a process of its own with limits.

    Facts are in the default graph; evidence is GRAPH ?g { … } ?g a mh:Passage (or mh:Judgement, mh:Rule). A CONSTRUCT
    or DESCRIBE prints N-Triples.
    """
    import json

    from mhgraph.stores.guard import Limits, run_guarded

    try:
        text = file.read().decode("utf-8")
    except UnicodeDecodeError as error:
        raise InvalidValue("FILE", file.name, "a SPARQL query in UTF-8") from error
    quads = settings.corpus(ledgers).store.dump(format=RdfFormat.N_QUADS) or b""
    answer = run_guarded(quads, text, Limits(seconds, memory, output))
    if answer.form == "graph":
        sys.stdout.write("".join(sorted(answer.data.decode().splitlines(keepends=True))))
        return
    results = json.loads(answer.data)
    if answer.form == "ask":
        print_table(simple_table(("answer",), [("yes" if results["boolean"] else "no",)]), form)
        return
    names = tuple(results["head"]["vars"])
    rows = [tuple(_cell(binding.get(name)) for name in names) for binding in results["results"]["bindings"]]
    print_table(Table(names, (), rows), form)


def _cell(binding: dict[str, Any] | None) -> Cell:
    import json

    from mhgraph.namespaces import to_curie

    if binding is None:
        return ()
    value = binding["value"]
    if not isinstance(value, str):
        value = json.dumps(value, sort_keys=True)
    return (Value(value, to_curie(value) if binding["type"] == "uri" else value),)
