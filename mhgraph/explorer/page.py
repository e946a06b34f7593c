"""The page: one HTML file with the network, its evidence and everything it needs, that asks nothing of anybody.

The owner of pyvis: it makes the data set that vis-network draws, and its package carries vis-network itself. The page
is a template of our own, because that of pyvis links a CDN even with resources in line and writes headings and titles
as markup. vis-network's stylesheet is left out: it holds the dialogs and buttons of an editor, which the page lacks.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Mapping
from importlib import resources
from typing import Any

from pyoxigraph import NamedNode

from mhgraph import __version__
from mhgraph.analysis.network import Network, choose_label
from mhgraph.errors import MhgraphError
from mhgraph.explorer.layout import Place, arrange
from mhgraph.explorer.page_data import collect_page_data
from mhgraph.graph import BaseGraph
from mhgraph.graph.labels import LANGUAGES
from mhgraph.model import Model, local_name

MOST_NODES = 8_000
MOST_EDGES = 24_000
"""What vis-network still draws within a few seconds; see benchmarks/page_interactive.py."""

TITLES = {
    "en": "Migration-health governance",
    "fr": "La gouvernance de la santé des migrants",
    "es": "La gobernanza de la salud de los migrantes",
}
"""The title of a page that was given none."""

SCRIPT_FILES = (
    *("data.js", "indexes.js", "words.js", "elements.js"),
    *("selection.js", "paths.js", "labels.js", "legend.js", "state.js"),
    *("drawing.js", "painting.js", "pointing.js", "search.js"),
    *("evidence.js", "panel.js", "sheets.js", "table.js", "filters.js", "page.js"),
)
"""The files of the page's script, each after those whose constants it needs when it starts."""
_HOLE = re.compile(r"\{\{ (\w+) \}\}")


class TooLargeToDraw(MhgraphError):
    """A network is more than a browser can draw."""

    def __init__(self, nodes: int, edges: int) -> None:
        self.nodes = nodes
        self.edges = edges
        super().__init__(
            f"{nodes} entities and {edges} relations are more than a page can draw "
            f"(at most {MOST_NODES} and {MOST_EDGES})",
            "choose a part by focus, kind or years, or write it as GEXF and open it in Gephi",
        )


def write_page(
    graph: BaseGraph,
    network: Network,
    *,
    title: str = "",
    language: str = LANGUAGES[0],
    focus: str = "",
    steps: int = 2,
) -> bytes:
    """Return the page of a network, or of a part of it, as UTF-8. The same input gives the same bytes.

    `language` is the one that the page opens in; with the short name of a thing as `focus`, it opens there, at what is
    so many steps away (1 to 3).

    Raises:
        TooLargeToDraw: it is more than a browser can draw.
    """
    if len(network) > MOST_NODES or network.number_of_edges() > MOST_EDGES:
        raise TooLargeToDraw(len(network), network.number_of_edges())
    nodes, edges = _draw(network, graph.model, arrange(network))
    classes = sorted({NamedNode(attributes["type"]) for _, attributes in network.nodes(data=True)}, key=str)
    data = {
        **collect_page_data(graph, network),
        "version": __version__,
        "title": title,
        "titles": TITLES,
        "language": language,
        "families": graph.model.families,
        "shapes": {local_name(cls): (graph.model.family(cls), graph.model.symbol(cls)) for cls in classes},
        "drawing": {"nodes": nodes, "edges": edges},
    }
    start = f"focus={focus}~{steps}&entity={focus}" if focus else ""
    return _fill_template(data, title or TITLES[language], language, start).encode()


def join_script() -> str:
    """Return the page's script: the listed files of the template, in order, in one function scope.

    A line that names it stands before each file, so that a place in the script is found again in the file.

    >>> join_script().splitlines()[:3]
    ['"use strict";', '(() => {', '// ---- data.js ----']
    """
    parts = "\n".join(f"// ---- {name} ----\n{_template(name)}" for name in SCRIPT_FILES)
    return f'"use strict";\n(() => {{\n{parts}}})();\n'


def as_script_data(data: object) -> str:
    r"""Return data as JSON that can stand in a script element: no markup can end it, no line separator break it.

    >>> as_script_data("</script>")
    '"\\u003c/script\\u003e"'
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text.encode("utf-8", "replace").decode()


def _draw(
    network: Network, model: Model, places: Mapping[str, Place]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return the data set of vis-network; `group` of a node is its community, its number the position of the entity."""
    from pyvis.edge import Edge  # type: ignore[import-untyped]
    from pyvis.network import Network as Drawing  # type: ignore[import-untyped]

    drawing = Drawing(directed=True)
    for number, (iri, place) in enumerate(places.items()):
        attributes = network.nodes[iri]
        drawing.add_node(
            number,
            label=choose_label(attributes),
            shape=model.symbol(NamedNode(attributes["type"])),
            group=place.community,
            size=place.radius,
            x=place.x,
            y=place.y,
        )
    numbers = {iri: number for number, iri in enumerate(network)}
    # add_edge of pyvis looks both ends up in a list: at 15,000 relations that takes longer than all the rest
    drawing.edges.extend(Edge(numbers[s], numbers[o], True).options for s, o in network.edges())
    return [_without_label(node) for node in drawing.nodes], drawing.edges


def _without_label(node: dict[str, Any]) -> dict[str, Any]:
    """Return a node without its label: the page writes labels itself, in the language chosen, where there is room."""
    return {key: value for key, value in node.items() if key != "label"}


def _fill_template(data: Mapping[str, Any], title: str, language: str, start: str) -> str:
    vis = _vis_network()
    style = _template("page.css")
    words = json.loads(_template("words.json"))
    script = join_script()
    policy = "; ".join(
        (
            "default-src 'none'",
            f"script-src {_digest(vis)} {_digest(script)}",
            f"style-src {_digest(style)}",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )
    holes = {
        "title": _escape(title),
        "language": language,
        "start": _escape(start),
        "policy": policy,
        "style": style,
        "vis": vis,
        "data": as_script_data(data),
        "words": as_script_data(words),
        "script": script,
    }
    return _HOLE.sub(lambda match: holes[match[1]], _template("page.html"))


def _vis_network() -> str:
    """Return vis-network as pyvis ships it, without the line that sends a debugger to fetch a source map."""
    path = resources.files("pyvis") / "lib" / "vis-9.1.2" / "vis-network.min.js"
    text = path.read_text(encoding="utf-8")
    return re.sub(r"\n//# sourceMappingURL=.*\s*$", "\n", text)


def _template(name: str) -> str:
    return (resources.files("mhgraph.explorer") / "template" / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _escape(text: str) -> str:
    for character, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#39;")):
        text = text.replace(character, entity)
    return text
