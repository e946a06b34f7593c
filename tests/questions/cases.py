"""Which answers are held exactly: for each question, what a reader would ask of the shipped graph."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from mhgraph.graph import Corpus
from mhgraph.namespaces import SOURCE, passage_name, to_curie
from mhgraph.questions import Answer, ask

ANSWERS = Path(__file__).resolve().parent / "answers"
"""The golden files, `<question>.<case>.csv`."""


class Case(NamedTuple):
    """A question with values; `name` tells cases of one question apart."""

    question: str
    name: str
    values: dict[str, Sequence[str]]

    @property
    def path(self) -> Path:
        """The golden file."""
        return ANSWERS / f"{self.question}.{self.name}.csv"


SHIPPED = [
    Case("body-members", "ws-public-health", {"body": ["ws-public-health"]}),
    Case("body-members", "un-network-on-migration", {"body": ["United Nations Network on Migration"]}),
    Case("commitments", "all", {}),
    Case("commitments", "progress-declaration", {"instrument": ["imrf-progress-declaration-2022"]}),
    Case("events-addressing", "gcm-15", {"provision": ["gcm-15"]}),
    Case("events-addressing", "gcm", {"provision": ["instrument:gcm"]}),
    Case("events-of-actor", "iom", {"actor": ["IOM"]}),
    Case("events-of-actor", "who", {"actor": ["WHO"]}),
    Case("events-of-actor", "un-network-on-migration", {"actor": ["un-network-on-migration"]}),
    Case("figures", "all", {}),
    Case("instruments-cited", "unnm-uhc-statement-2023", {"instrument": ["instrument:unnm-uhc-statement-2023"]}),
    Case("instruments-cited", "people-on-the-move-webinar", {"instrument": ["people-on-the-move-webinar"]}),
    Case("milestones", "gcm-making", {"about": ["process:gcm"]}),
    Case("milestones", "gcm", {"about": ["instrument:gcm"]}),
    Case("passage-statements", "uhc-p08", {"where": ["unnm-uhc-statement-2023#p08"]}),
    Case("passage-statements", "iom-p24", {"where": ["iom-health-global-processes#p24"]}),
    Case("positions", "all", {}),
    Case("positions", "liu-zhenmin", {"holder": ["Liu Zhenmin"]}),
    Case("recommendations-by-issuer", "un-network-on-migration", {"issuer": ["un-network-on-migration"]}),
    Case("recommendations-by-issuer", "iom", {"issuer": ["IOM"]}),
    Case("recommendations-by-issuer", "liu-zhenmin", {"issuer": ["Liu Zhenmin"]}),
    Case("recommendations-on", "gcm-15", {"subject": ["gcm-15"]}),
    Case("recommendations-on", "health-financing", {"subject": ["health-financing"]}),
    Case("speakers", "all", {}),
    Case("speakers", "idm-2018", {"event": ["idm-2018"]}),
]


SMALL: dict[str, dict[str, Sequence[str]]] = {
    "body-members": {"body": ["wells"]},
    "commitments": {"instrument": ["instrument:valley-review"], "bound": ["lakeside-council"]},
    "events-addressing": {"provision": ["vhc-1"]},
    "events-of-actor": {"actor": ["RHB"]},
    "figures": {"subject": ["village-compact-launch"]},
    "instruments-cited": {"instrument": ["instrument:valley-review"]},
    "lineage": {"provision": ["vhc-1"]},
    "milestones": {"about": ["VHC"]},
    "passage-statements": {"where": ["valley-register-launch"]},
    "positions": {"holder": ["Mara Venn"], "topic": ["well-water"], "stance": ["stresses"]},
    "recommendations-by-issuer": {"issuer": ["RHB"], "topic": ["well-water"]},
    "recommendations-on": {"subject": ["VHC", "well-water"]},
    "speakers": {"event": ["village-compact-launch"], "role": ["speaker"]},
}
"""Values for the small corpus under which each question has rows."""


def records(answer: Answer, corpus: Corpus) -> list[dict[str, str]]:
    """Return the rows of an answer, column by column: names as CURIEs, several values joined by a semicolon."""
    table = answer.table(corpus)
    return [
        {
            name: "; ".join(_short(str(value.exact)) for value in cell)
            for name, cell in zip(table.columns, row, strict=True)
        }
        for row in table.rows
    ]


def golden(case: Case, corpus: Corpus) -> str:
    """Return the answer to a case as the text of its golden file."""
    answer = ask(corpus, case.question, case.values)
    out = io.StringIO()
    writer = csv.DictWriter(out, [column.name for column in answer.question.columns], lineterminator="\n")
    writer.writeheader()
    writer.writerows(records(answer, corpus))
    return out.getvalue()


def _short(text: str) -> str:
    return passage_name(text) if text.startswith(SOURCE) else to_curie(text)
