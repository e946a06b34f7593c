"""Write the reference pages: `python -m tools.docs.__main__`. The same project gives the same bytes."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from tools.docs.checks import rules_page, shapes_page
from tools.docs.commands import commands_page
from tools.docs.questions import questions_page
from tools.docs.terms import ontology_page, vocabularies_page
from mhgraph.errors import MhgraphError
from mhgraph.files import write_atomic
from mhgraph.project.folders import Project

REPOSITORY = Path(__file__).resolve().parent.parent
REFERENCE = Path("docs/reference")


def pages(project: Project) -> Mapping[str, str]:
    """Return the reference pages of a project: file name → Markdown.

    Raises UnreadableFile, RDFSyntaxError, InvalidHeader or InvalidShape for a file that a page is made from.
    """
    return {
        "commands.md": commands_page(project),
        "questions.md": questions_page(project),
        "ontology.md": ontology_page(project),
        "vocabularies.md": vocabularies_page(project),
        "rules.md": rules_page(project),
        "shapes.md": shapes_page(project),
    }


def main() -> int:
    """Write the pages, take away those that are no longer made, and return the exit code."""
    folder = REPOSITORY / REFERENCE
    try:
        made = pages(Project(REPOSITORY))
        for name, text in made.items():
            write_atomic(folder / name, text.encode())
            print(REFERENCE / name)
    except MhgraphError as error:
        print(f"docs: {error}", file=sys.stderr)
        return 2
    for path in sorted(folder.glob("*.md")):
        if path.name not in made:
            path.unlink()
            print(f"{REFERENCE / path.name} removed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
