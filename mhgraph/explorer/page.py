"""The page: one HTML file with answers, evidence, maps and everything they need, that asks nothing of anybody.

pyvis makes the data set that vis-network draws, and its package carries vis-network itself. The page is a template of
our own, because that of pyvis links a CDN even with resources in line and writes headings and titles as markup.
vis-network's stylesheet is left out: it holds the dialogs and buttons of an editor, which the page lacks.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Mapping
from importlib import resources
from typing import Any

from mhgraph import __version__
from mhgraph.errors import InvalidValue
from mhgraph.explorer.page_data import collect_page_data
from mhgraph.explorer.start import write_starts
from mhgraph.graph import BaseGraph
from mhgraph.graph.labels import LANGUAGES
from mhgraph.namespaces import to_curie

TITLES = {
    "en": "Migration-health governance",
    "fr": "La gouvernance de la santé des migrants",
    "es": "La gobernanza de la salud de los migrantes",
}
"""The title of a page that was given none."""

SCRIPT_FILES = (
    *("data.js", "indexes.js", "words.js", "elements.js", "state.js", "evidence.js"),
    *("rows.js", "actions.js", "map.js", "timeline.js", "answer.js", "thing.js"),
    *("search.js", "paths.js", "ways.js", "page.js"),
)
"""The files of the page's script, each after those whose constants it needs when it starts."""
_HOLE = re.compile(r"\{\{ (\w+) \}\}")


def write_page(graph: BaseGraph, *, title: str = "", language: str = LANGUAGES[0], focus: str = "") -> bytes:
    """Return the page of a graph, as UTF-8. The same input gives the same bytes.

    `language` is the one that the page opens in; with a thing (IRI) as `focus`, it opens there.

    Raises:
        InvalidValue: the thing is none of the page.
    """
    found = collect_page_data(graph)
    if focus and focus not in found.network:
        raise InvalidValue("focus", to_curie(focus), "an actor, text, event, topic or group that the page has")
    data = {
        **found.data,
        "version": __version__,
        "data_version": graph.statistics().version,
        "title": title,
        "titles": TITLES,
        "language": language,
        "families": graph.model.families,
    }
    starts = write_starts(graph, found.network, found.answers, found.data)
    address = f"thing={to_curie(focus)}" if focus else ""
    return _fill_template(data, starts, title or TITLES[language], language, address).encode()


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


def _fill_template(data: Mapping[str, Any], starts: Mapping[str, str], title: str, language: str, start: str) -> str:
    vis = _vis_network()
    search = (resources.files("mhgraph.explorer") / "vendor" / "minisearch.js").read_text(encoding="utf-8")
    style = _template("page.css")
    words = json.loads(_template("words.json"))
    script = join_script()
    policy = "; ".join(
        (
            "default-src 'none'",
            f"script-src {_digest(vis)} {_digest(search)} {_digest(script)}",
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
        **{f"start_{tag}": text for tag, text in starts.items()},
        "policy": policy,
        "style": style,
        "vis": vis,
        "search": search,
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
