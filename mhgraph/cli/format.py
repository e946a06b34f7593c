"""`mhgraph format`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from mhgraph.cli.context import Settings
from mhgraph.cli.output import note
from mhgraph.files import clear_leftovers, write_files


@click.command(name="format")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--check", is_flag=True, help="Write nothing; exit code 1 if a file is not in the canonical form.")
@click.pass_obj
def format_command(settings: Settings, files: tuple[Path, ...], check: bool) -> None:
    """Bring FILES (default: data, ontology and shapes) into the canonical form; name provisions by their place.

    A file with comments is refused.
    """
    from mhgraph.ingest.formatting import find_drift

    project = settings.files()
    paths = list(files) or [*project.data, *project.ontology, *project.shapes]
    changed = find_drift(project, paths)
    if not check:
        if changed:
            project.require_writable()
        for folder in {path.parent for path in paths}:
            clear_leftovers(folder)
        write_files(changed)
    for path in changed:
        print(project.relative(path))
    if check and changed:
        note(f"{len(changed)} files are not in the canonical form; run 'mhgraph format'")
        sys.exit(1)
