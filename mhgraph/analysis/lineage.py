"""The lineage of a provision: what stands behind it, how its instrument was made, and what came after.

All of it is the answer to one canned query, `queries/instruments/lineage.rq`; here its rows are gathered into a chain.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mhgraph.analysis.network import Network, choose_label, strongest_ledger
from mhgraph.graph import BaseGraph, Ledger
from mhgraph.graph.identity import surest
from mhgraph.graph.labels import LANGUAGES
from mhgraph.questions import ask
from mhgraph.rdf.terms import natural_key
from mhgraph.tables import Cell

SIDES = ("behind", "itself", "after", "open")
"""Behind it; itself, the making of its instrument; after it; open, where neither meaning nor dates decide."""
STRANDS = ("words", "process")
"""The strands, as the ontology marks its properties."""
_DECIDES = ("itself", "behind", "after", "open")


@dataclass(frozen=True)
class LinkingStatement:
    """The statement by which a step belongs to the chain: as a sentence, its strand, ledger, confidence and passages.

    The strand is `words` (one text says again, or explains, what another says), `process` (meetings, processes and
    texts that lead on to each other), or "" for what the ontology counts to neither.
    """

    sentence: str
    strand: str
    ledger: str
    confidence: str
    passages: tuple[str, ...]
    reason: str


@dataclass(frozen=True)
class LineageStep:
    """An event, milestone, process or instrument of the chain. `dates` are as written, `earliest` is for ordering."""

    side: str
    iri: str
    label: str
    dates: tuple[str, ...]
    earliest: str | None
    statements: tuple[LinkingStatement, ...]

    @property
    def ledger(self) -> str:
        """The strongest ledger of its statements."""
        return strongest_ledger(statement.ledger for statement in self.statements)

    @property
    def confidence(self) -> str:
        """The best confidence among its statements of that ledger; "" if one of them needs no judgement."""
        return surest(statement.confidence for statement in self.statements if statement.ledger == self.ledger)

    @property
    def strands(self) -> tuple[str, ...]:
        """The strands of its statements, each once."""
        return tuple(sorted({statement.strand for statement in self.statements} - {""}))


def trace_lineage(
    graph: BaseGraph, network: Network, provision: str, *, language: str = LANGUAGES[0]
) -> list[LineageStep]:
    """Return the chain of a provision (name or IRI): by side in the order of SIDES, dated before undated, then by name.

    The query says what belongs to the chain and why: behind are texts that the provision or its instrument takes up,
    the steps and inputs of the process that made the instrument, and what came before its milestones; after are texts
    and utterances that take it up. What addresses it, and what came of that, is behind or after where dates say so
    (compared with those of the instrument), else open. A thing that belongs to several sides stands on the one that
    its meaning decides. Raises UnknownName or AmbiguousName.

    Not for: causes. That a text was an input does not say that its words came into the provision; and what the
    documents read do not mention is not in the chain.
    """
    table = ask(graph, "lineage", {"provision": provision}, language=language).data()
    rows = [dict(zip(table.columns, cells, strict=True)) for cells in table.rows]
    strands = {term.value: strand for strand in STRANDS for term in graph.model.marked(f"strand-{strand}")}
    grouped: dict[str, list[Mapping[str, Cell]]] = {}
    for row in rows:
        grouped.setdefault(_text(row["item"]), []).append(row)
    statements = {
        iri: dict.fromkeys(_read_statement(network, row, strands, language) for row in found)
        for iri, found in grouped.items()
    }
    steps = [_make_step(iri, found, statements[iri]) for iri, found in grouped.items()]
    return sorted(steps, key=_step_key)


def _make_step(iri: str, rows: list[Mapping[str, Cell]], statements: Iterable[LinkingStatement]) -> LineageStep:
    sides = {_text(row["side"]) for row in rows}
    return LineageStep(
        side=next(side for side in _DECIDES if side in sides),
        iri=iri,
        label=_text(rows[0]["item_label"]),
        dates=tuple(sorted({str(value.exact) for row in rows for value in row["date"]})),
        earliest=min((_text(row["earliest"]) for row in rows if row["earliest"]), default=None),
        statements=tuple(sorted(statements, key=lambda found: (Ledger(found.ledger).rank, found.sentence))),
    )


def _read_statement(
    network: Network,
    row: Mapping[str, Cell],
    strands: Mapping[str, str],
    language: str,
) -> LinkingStatement:
    subject, relation, value = (_text(row[name]) for name in ("subject", "relation", "object"))
    edge = network.get_edge_data(subject, value, relation)
    words = choose_label(edge, language) if edge else _text(row["relation_label"])
    return LinkingStatement(
        f"“{_text(row['subject_label'])}” {words} “{_text(row['object_label'])}”",
        strands.get(relation, ""),
        _text(row["ledger"]),
        _text(row["confidence"]) if row["confidence"] else "",
        tuple(str(passage.exact) for passage in row["passage"]),
        "; ".join(reason.shown for reason in row["reason"]),
    )


def _step_key(step: LineageStep) -> tuple[object, ...]:
    return (SIDES.index(step.side), step.earliest is None, step.earliest or "", natural_key(step.iri))


def _text(cell: Cell) -> str:
    return str(cell[0].exact)
