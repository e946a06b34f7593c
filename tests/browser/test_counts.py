"""What is drawn and listed is what the graph holds; nothing is asked of anybody."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pytest
from pyoxigraph import NamedNode, Triple

from mhgraph.analysis.network import Network
from mhgraph.export import export_network
from mhgraph.graph import BaseGraph, Ledger
from mhgraph.graph.evidence import Support
from mhgraph.model import COMPUTED
from tests.browser.conftest import Open, Opened

pytestmark = pytest.mark.browser


def count_statements(graph: BaseGraph, network: Network) -> int:
    """Return how many statements have an entity of the network as subject or object, asked in SPARQL."""
    classes = ", ".join(str(ledger.graph_class) for ledger in Ledger)
    computed = ", ".join(map(str, COMPUTED))
    question = f"""SELECT DISTINCT ?s ?p ?o WHERE {{ GRAPH ?g {{ ?s ?p ?o }} ?g a ?class .
      FILTER(?class IN ({classes}) && ?p NOT IN ({computed})) }}"""
    merged = (graph.identities.merge(Triple(*row)) for row in graph.select(question).rows)  # type: ignore[arg-type] # no variable is left unbound
    facts = {triple for triple in merged if triple is not None}
    return sum(1 for s, _, o in facts if {getattr(s, "value", ""), getattr(o, "value", "")} & set(network))


def test_opens_without_a_request(shown: Opened, file: Path) -> None:
    shown.pick("WHO")
    shown.rows("statements")
    shown.page.locator("#view-graph").click()
    assert shown.requests == [file.as_uri()]
    assert shown.violations == []
    assert shown.errors == []


def test_draws_what_the_network_holds(shown: Opened, network: Network) -> None:
    assert shown.counts() == (len(network), network.number_of_edges())


def test_counts_the_statements_that_sparql_counts(shown: Opened, shipped_graph: BaseGraph, network: Network) -> None:
    assert shown.statements() == count_statements(shipped_graph, network)


@pytest.mark.parametrize(("form", "read"), [("gexf", nx.read_gexf), ("graphml", nx.read_graphml)])
def test_draws_what_the_exports_hold(
    shown: Opened, network: Network, form: str, read: Callable[[Path], Network], tmp_path: Path
) -> None:
    export_network(network, tmp_path / f"network.{form}", form)
    exported = read(tmp_path / f"network.{form}")
    assert shown.counts() == (exported.number_of_nodes(), exported.number_of_edges())


def test_lists_in_the_table_what_the_network_holds(shown: Opened, shipped_graph: BaseGraph, network: Network) -> None:
    structure = sum(1 for *_, attributes in network.edges(data=True) if not attributes["ledger"])
    assert shown.rows("entities") == len(network)
    assert shown.rows("statements") == count_statements(shipped_graph, network) + structure


@pytest.mark.parametrize("sheet", ["entities", "statements"])
def test_downloads_every_row(shown: Opened, sheet: str) -> None:
    count = shown.rows(sheet)
    with shown.page.expect_download() as waiting:
        shown.page.locator("#download").click()
    rows = list(csv.reader(io.StringIO(waiting.value.path().read_text(encoding="utf-8"))))
    assert waiting.value.suggested_filename == f"{sheet}.csv"
    assert len(rows) == count + 1


@pytest.mark.parametrize("ledger", list(Ledger))
def test_counts_agree_when_a_ledger_is_left_out(
    shown: Opened, shipped_graph: BaseGraph, network: Network, ledger: Ledger
) -> None:
    """What rests on a ledger goes with it: what is inferred from it, and what takes it to be about an entity at all."""
    statements = shipped_graph.statements()
    derivations = shipped_graph.explain(list(statements))

    def stands(triple: Triple) -> bool:
        return triple not in statements or any(holds(triple, support) for support in statements[triple])

    def holds(triple: Triple, support: Support) -> bool:
        if support.ledger is ledger or (support.written is not None and ledger is Ledger.JUDGED):
            return False
        ways = [way for way in derivations.get(triple, ()) if way.rule.value == support.ground]
        return support.ledger is not Ledger.INFERRED or any(all(map(stands, way.premises)) for way in ways)

    shown.page.locator(f"#ledger-{ledger.value}").uncheck()
    edges = [Triple(NamedNode(s), NamedNode(p), NamedNode(o)) for s, o, p in network.edges(keys=True)]
    assert shown.counts() == (len(network), sum(map(stands, edges)))


def test_counts_agree_in_a_neighbourhood(shown: Opened, network: Network) -> None:
    who = "https://w3id.org/mhgraph/actor/who"
    near = {who, *network.successors(who), *network.predecessors(who)}
    shown.pick("WHO")
    shown.page.locator("#panel [data-steps='1']").click()
    assert shown.counts() == (len(near), network.subgraph(near).number_of_edges())
    shown.page.locator("#back").click()
    assert shown.counts() == (len(network), network.number_of_edges())


def test_every_statement_of_a_passage_has_its_link(open_page: Open, file: Path) -> None:
    opened = open_page(file, "entity=provision:gcm-15")
    links = opened.page.locator("#panel a.passage")
    assert links.count() > 0
    for number in range(links.count()):
        link = links.nth(number)
        assert (link.get_attribute("href") or "").startswith("https://")
        assert set((link.get_attribute("rel") or "").split()) >= {"noopener", "noreferrer"}
