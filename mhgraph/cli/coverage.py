@click.command(name="coverage")
@format_option
@click.pass_obj
def coverage_command(settings: Settings, form: str) -> None:
    """Report, source by source, which paragraphs have statements, which hold none, and which are unread.

    Exit code 1 if a paragraph is unread.
    """
    from mhgraph.graph.coverage import coverage

    found = coverage(settings.corpus(ALL_LEDGERS))
    rows = [
        (
            each.key,
            each.captured,
            each.passages,
            each.with_statements,
            each.with_none,
            len(each.unread),
            each.statements,
            each.remark,
        )
        for each in found
    ]
    columns = ("source", "captured", "paragraphs", "with statements", "with none", "unread", "statements", "remark")
    print_table(simple_table(columns, list(rows)), form)
    sys.exit(1 if any(each.unread for each in found) else 0)
