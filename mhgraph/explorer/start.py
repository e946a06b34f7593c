"""The first screen: what one can learn, in HTML that reads with scripts off; once for each language of the page.

Six answers, the documents read, what the graph is not, and who made it. All texts from the data are escaped.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from html import escape
from importlib import resources
from typing import Any
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode

from mhgraph.analysis.network import CONCEPT_CLASS, Network
from mhgraph.explorer.answers import PageAnswer, choose_cards, is_said
from mhgraph.explorer.encoder import Json
from mhgraph.graph import BaseGraph
from mhgraph.graph.labels import LANGUAGES, choose, language_key
from mhgraph.model import PLACE, PROVISION
from mhgraph.namespaces import DATASET, DCTERMS, to_curie
from mhgraph.rdf.terms import Term

_ROWS = 3
"""How many rows a card shows."""
_ADDRESS = ("http://", "https://")


def write_starts(graph: BaseGraph, network: Network, answers: Collection[PageAnswer], data: Json) -> dict[str, str]:
    """Return the first screen in HTML, by language; `data` is that of the page."""
    words = json.loads((resources.files("mhgraph.explorer") / "start.json").read_text(encoding="utf-8"))
    dataset = _read_dataset(graph)
    return {
        tag: "\n".join(_Start(graph, network, answers, data, words[tag], tag, dataset).write()) for tag in LANGUAGES
    }


class _Start:
    """The first screen in one language."""

    def __init__(
        self,
        graph: BaseGraph,
        network: Network,
        answers: Collection[PageAnswer],
        data: Json,
        words: Mapping[str, Any],
        language: str,
        dataset: Mapping[str, list[Literal | NamedNode]],
    ) -> None:
        self._graph = graph
        self._network = network
        self._data = data
        self._words = words
        self._language = language
        self._dataset = dataset
        self._cards = choose_cards(answers)
        self._examples = list(_choose_examples(network, answers))
        shown = [self._rows(answer, iri)[:_ROWS] for answer, iri in self._cards]
        named = [term for rows in shown for row in rows for term in row.cells[0]]
        things = {iri for _, iri in self._cards} | {*self._examples}
        self._names = graph.labels(things | {term.value for term in named if isinstance(term, NamedNode)}, language)

    def write(self) -> Iterator[str]:
        """Yield the lines."""
        yield f'<section class="start" lang="{self._language}" data-lang="{self._language}">'
        yield f'<p class="lead">{escape(self._words["lead"])}</p>'
        yield f'<p class="counts">{escape(self._count())}</p>'
        if self._examples:
            links = " ".join(f"<li>{self._link(iri)}</li>" for iri in self._examples)
            yield f'<div class="examples"><p>{escape(self._words["examples"])}</p><ul>{links}</ul></div>'
        if self._cards:
            yield f"<h2>{escape(self._words['cards'])}</h2>"
            yield '<ul class="cards">'
            for answer, iri in self._cards:
                yield from self._write_card(answer, iri)
            yield "</ul>"
        yield from self._write_ways()
        yield from self._write_documents()
        yield f"<h2>{escape(self._words['not'])}</h2>"
        yield f'<ul class="limits">{"".join(f"<li>{escape(text)}</li>" for text in self._words["limits"])}</ul>'
        yield from self._write_makers()
        yield "</section>"

    def _count(self) -> str:
        sources = self._data["sources"]
        years = sorted({source["date"][:4] for source in sources if source["date"]})
        text = self._words["counts" if years else "undated"]
        span = "" if not years else years[0] if len(years) == 1 else f"{years[0]}–{years[-1]}"
        return str(text).format(documents=len(sources), years=span, date=self._data["dated"])

    def _write_card(self, answer: PageAnswer, iri: str) -> Iterator[str]:
        rows = self._rows(answer, iri)
        question = answer.wording[self._language].format(thing=self._names[iri])
        address = f"#answer={answer.question.name}&of={quote(to_curie(iri), safe=':')}"
        yield f'<li class="card"><h3><a href="{escape(address)}">{escape(question)}</a></h3>'
        yield f"<p>{escape(self._tally(rows))}</p><ul>"
        for row in rows[:_ROWS]:
            yield f"<li><bdi>{escape(', '.join(self._name(term) for term in row.cells[0]))}</bdi></li>"
        yield f'</ul><p><a href="{escape(address)}">{escape(self._words["more"])}</a></p></li>'

    def _tally(self, rows: Collection[Any]) -> str:
        """Return how many rows a document says, and how many are a curator's view."""
        statements = self._graph.statements()
        merge = self._graph.identities.merge
        said = sum(
            row.statement is None or is_said(statements.get(merge(row.statement) or row.statement, ())) for row in rows
        )
        held = len(rows) - said
        parts = [self._plural("said", said)] if said else []
        parts += [self._plural("held" if said else "held_only", held)] if held else []
        return ", ".join(parts)

    def _plural(self, key: str, number: int) -> str:
        is_one = number == 1 or (number == 0 and self._language == "fr")
        return str(self._words[key]["one" if is_one else "other"]).format(n=number)

    def _write_ways(self) -> Iterator[str]:
        """Yield the ways on: the story, the overview, the path between two things."""
        items = [("#map", self._words["map"]), ("#path=", self._words["path"])]
        story = self._data["story"]
        if story is not None:
            name = self._names_of(story["of"])
            items.insert(
                0, ("#story=1", f"{self._words['story']} {story['titles'][self._language].format(thing=name)}")
            )
        links = "".join(f'<li><a href="{address}">{escape(text)}</a></li>' for address, text in items)
        yield f'<ul class="ways">{links}</ul>'

    def _write_documents(self) -> Iterator[str]:
        words = self._words
        heads = "".join(
            f'<th scope="col">{escape(words[key])}</th>' for key in ("publisher", "document", "dated", "extent")
        )
        yield f'<h2>{escape(words["documents"])}</h2><div class="scroll" tabindex="0" role="region" '
        yield f'aria-label="{escape(words["documents"])}"><table><caption>{escape(words["caption"])}</caption>'
        yield f"<thead><tr>{heads}</tr></thead><tbody>"
        for source in sorted(self._data["sources"], key=lambda found: (found["date"], found["key"]), reverse=True):
            title = f"<bdi>{escape(source['title'])}</bdi>"
            if source["address"].lower().startswith(_ADDRESS):
                title = f'<a href="{escape(source["address"])}" rel="noopener noreferrer">{title}</a>'
            lang = source["lang"]
            tag = f' lang="{escape(lang)}"' if lang and lang != self._language else ""
            extent = words.get(source["extent"], words["none"]).format(n=source["passages"])
            yield (
                f"<tr><td><bdi>{escape(source['publishers'][self._language])}</bdi></td><td{tag}>{title}</td>"
                f"<td>{escape(source['date'] or words['unknown'])}</td><td>{escape(extent)}</td></tr>"
            )
        yield "</tbody></table></div>"

    def _write_makers(self) -> Iterator[str]:
        creator = self._say("creator")
        if not creator:
            return
        yield f"<h2>{escape(self._words['made'])}</h2>"
        version = self._graph.statistics().version
        yield f"<p>{escape(self._words['by'].format(creator=creator, version=version))}</p>"
        citation = self._say("bibliographicCitation")
        if citation:
            yield f"<p>{escape(self._words['cite'])} {escape(citation)}</p>"
        licence = next((term.value for term in self._dataset.get("license", ()) if isinstance(term, NamedNode)), "")
        if licence.startswith(_ADDRESS):
            yield f'<p><a href="{escape(licence)}" rel="noopener noreferrer">{escape(self._words["licence"])}</a></p>'

    def _say(self, key: str) -> str:
        """Return what is said of the dataset under a term of Dublin Core, in the language, as text."""
        texts = [term for term in self._dataset.get(key, ()) if isinstance(term, Literal)]
        return min(texts, key=lambda text: language_key(text, self._language)).value if texts else ""

    def _rows(self, answer: PageAnswer, iri: str) -> list[Any]:
        return [answer.rows[number] for number in answer.of[iri]]

    def _link(self, iri: str) -> str:
        return f'<a href="#thing={quote(to_curie(iri), safe=":")}"><bdi>{escape(self._names[iri])}</bdi></a>'

    def _name(self, term: Term) -> str:
        return self._names[term.value] if isinstance(term, NamedNode) else str(getattr(term, "value", term))

    def _names_of(self, number: int) -> str:
        labels = self._data["nodes"][number]["labels"]
        return choose([Literal(text, language=tag) for tag, text in labels.items()], self._language) if labels else ""


def _choose_examples(network: Network, answers: Iterable[PageAnswer]) -> Iterator[str]:
    """Yield a provision, a place and a group of people or topic: of each kind the one with the most rows."""
    counts: dict[str, int] = {}
    for answer in answers:
        for iri, rows in answer.of.items():
            counts[iri] = counts.get(iri, 0) + len(rows)
    for cls in (PROVISION.value, PLACE.value, CONCEPT_CLASS):
        found = [iri for iri in counts if network.nodes[iri]["type"] == cls]
        if found:
            yield max(found, key=lambda iri: (counts[iri], iri))


def _read_dataset(graph: BaseGraph) -> dict[str, list[Literal | NamedNode]]:
    """Return what is said of the dataset, by the name of the term of Dublin Core."""
    found: dict[str, list[Literal | NamedNode]] = {}
    query = f'SELECT ?p ?o WHERE {{ <{DATASET}> ?p ?o . FILTER(STRSTARTS(STR(?p), "{DCTERMS}")) }}'
    for predicate, value in graph.select(query).rows:
        if isinstance(predicate, NamedNode) and isinstance(value, (Literal, NamedNode)):
            found.setdefault(predicate.value.removeprefix(DCTERMS), []).append(value)
    return {key: sorted(values, key=str) for key, values in found.items()}
