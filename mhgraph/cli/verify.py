@click.command(name="verify")
@click.argument("folder", type=click.Path(path_type=Path))
@format_option
@click.pass_obj
def verify_command(settings: Settings, folder: Path, form: str) -> None:
    """Compare the digests of the graph with the texts (*.txt) in FOLDER; exit code 1 on a mismatch."""
    from mhgraph.checks.verification import verify

    found = verify(settings.corpus(ALL_LEDGERS), folder)
    rows: list[tuple[object, ...]] = [
        (
            each.key,
            each.text.name if each.text else "not at hand",
            each.matching,
            "; ".join(each.problems) or _verdict(each.text),
        )
        for each in found.sources
    ]
    rows += [("no source", path.name, 0, "this text belongs to no source") for path in found.strangers]
    print_table(simple_table(("source", "text", "matching", "result"), rows), form)
    sys.exit(0 if found.is_clean else 1)


def _verdict(text: Path | None) -> str:
    return "every digest matches" if text else "not checked"
