"""Write the reference pages, `docs/reference/*.md`, and the list of documents in README.md: `python -m tools.docs`.

The same project gives the same bytes.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from mhgraph.errors import MhgraphError
from mhgraph.files import write_atomic
from mhgraph.graph import load_graph
from mhgraph.project.folders import Project
from tools.docs.checks import render_rules, render_shapes
from tools.docs.commands import render_commands
from tools.docs.documents import fill_documents
from tools.docs.questions import render_questions
from tools.docs.terms import render_ontology, render_vocabularies

REPOSITORY = Path(__file__).resolve().parents[2]
REFERENCE = Path("docs/reference")
README = Path("README.md")


def render_pages(project: Project) -> Mapping[str, str]:
    """Return the reference pages of a project: file name → Markdown.

    Raises UnreadableFile, RDFSyntaxError, InvalidHeader or InvalidShape for a file that a page is made from.
    """
    return {
        "commands.md": render_commands(project),
        "questions.md": render_questions(project),
        "ontology.md": render_ontology(project),
        "vocabularies.md": render_vocabularies(project),
        "rules.md": render_rules(project),
        "shapes.md": render_shapes(project),
    }


def render_readme(project: Project) -> str:
    """Return README.md with the list of documents as it is now. Raises what `load_graph` raises.

    The rest is written by hand.
    """
    return fill_documents((REPOSITORY / README).read_text(encoding="utf-8"), load_graph(project))


def main() -> int:
    """Write the pages and the list, take away those that are no longer made, and return the exit code."""
    folder = REPOSITORY / REFERENCE
    try:
        made = render_pages(Project(REPOSITORY))
        for name, text in made.items():
            write_atomic(folder / name, text.encode())
            print(REFERENCE / name)
        write_atomic(REPOSITORY / README, render_readme(Project(REPOSITORY)).encode())
        print(README)
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
