"""The lineage of a provision: what stands behind it, how its instrument was made, and what came after.

All of it is the answer to one canned query, `queries/lineage.rq`; here its rows are gathered into a chain.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mhgraph.graph import Corpus, Ledger
from mhgraph.graph.entities import LANGUAGES, label_of
from mhgraph.analysis.paths import phrase
from mhgraph.analysis.network import Network
from mhgraph.questions import ask
from mhgraph.tables.table import Cell, Value
from mhgraph.rdf.terms import natural_key

SIDES = ("behind", "itself", "after", "open")
"""Behind it; itself, the making of its instrument; after it; open, where neither meaning nor dates decide."""
_DECIDES = ("itself", "behind", "after", "open")


@dataclass(frozen=True)
class Tie:
    """The statement by which a step belongs to the chain, as a sentence, with its ledger and passages."""

    sentence: str
    ledger: str
    passages: tuple[str, ...]
    reason: str


@dataclass(frozen=True)
class Step:
    """An event, milestone, process or instrument of the chain. `dates` are as written, `earliest` is for ordering."""

    side: str
    iri: str
    label: str
    dates: tuple[str, ...]
    earliest: str | None
    ties: tuple[Tie, ...]

    @property
    def ledger(self) -> str:
        """The strongest ledger of its ties."""
        return min((tie.ledger for tie in self.ties), key=lambda name: Ledger(name).rank)


def lineage(corpus: Corpus, network: Network, provision: str, *, language: str = LANGUAGES[0]) -> list[Step]:
    """Return the chain of a provision (name or IRI): by side in the order of SIDES, dated before undated, then by name.

    The query says what belongs to the chain and why: behind are texts that the provision or its instrument takes up,
    the steps and inputs of the process that made the instrument, and what came before its milestones; after are texts
    and utterances that take it up. What addresses it, and what came of that, is behind or after where dates say so
    (compared with those of the instrument), else open. A thing that belongs to several sides stands on the one that
    its meaning decides. Raises UnknownName or AmbiguousName.

    Not for: causes. That a text was an input does not say that its words came into the provision; and what the
    documents read do not mention is not in the chain.
    """
    answer = ask(corpus, "lineage", {"provision": provision}, language=language)
    columns = [column.name for column in answer.question.columns]
    grouped: dict[str, list[dict[str, Cell]]] = {}
    for cells in answer.table(corpus, language).rows:
        row = dict(zip(columns, cells, strict=True))
        grouped.setdefault(str(row["item"][0].exact), []).append(row)
    steps = [_step(corpus, network, iri, rows, language) for iri, rows in grouped.items()]
    return sorted(
        steps,
        key=lambda step: (
            SIDES.index(step.side),
            step.earliest is None,
            step.earliest or "",
            natural_key(step.iri),
        ),
    )


def _step(corpus: Corpus, network: Network, iri: str, rows: Sequence[dict[str, Cell]], language: str) -> Step:
    sides = {_text(row["side"]) for row in rows}
    ties = {_tie(corpus, network, row, language): None for row in rows}
    return Step(
        side=next(side for side in _DECIDES if side in sides),
        iri=iri,
        label=label_of(corpus.store, iri, language),
        dates=tuple(sorted({str(value.exact) for row in rows for value in row["date"]})),
        earliest=min((_text(row["earliest"]) for row in rows if row["earliest"]), default=None),
        ties=tuple(sorted(ties, key=lambda tie: (Ledger(tie.ledger).rank, tie.sentence))),
    )


def _tie(corpus: Corpus, network: Network, row: dict[str, Cell], language: str) -> Tie:
    subject, relation, value = (row[name][0] for name in ("subject", "relation", "object"))
    edge = network.get_edge_data(str(subject.exact), str(value.exact), str(relation.exact))
    words = phrase(edge, language) if edge else label_of(corpus.store, str(relation.exact), language)
    return Tie(
        f"“{subject.shown}” {words} “{value.shown}”",
        _text(row["ledger"]),
        tuple(str(each.exact) for each in row["passage"]),
        "; ".join(each.shown for each in row["reason"]),
    )


def _text(cell: Sequence[Value]) -> str:
    return str(cell[0].exact)
