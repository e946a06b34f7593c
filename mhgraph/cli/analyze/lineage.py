"""`mhgraph analyze lineage`."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence

import click
from pyoxigraph import NamedNode

from mhgraph.analysis.lineage import SIDES, STRANDS, Hop, LineageThing, trace_lineage
from mhgraph.cli.analyze.analysis import Analysis, show_thing, show_things, view_options
from mhgraph.cli.context import Settings
from mhgraph.cli.output import find_width, note, print_text
from mhgraph.graph import Ledger
from mhgraph.graph.labels import short_name
from mhgraph.graph.second_hand import list_tellers
from mhgraph.model import CONTAINED_IN, INSTRUMENT, PROVISION
from mhgraph.questions.evidence import describe_ground
from mhgraph.text.characters import visible

_HEADINGS = {
    "words": "By words: texts that say again, explain or name what others say",
    "process": "By process: meetings, processes and texts that lead on to each other",
}
_DATE = 12
"""How wide the column of dates is."""


@click.command(name="lineage")
@click.argument("provision")
@view_options
@click.pass_obj
def lineage_command(settings: Settings, provision: str, ledgers: frozenset[Ledger], form: str, language: str) -> None:
    """Show by which chains an idea travelled into PROVISION and on from it: by words, and by process."""
    analysis = Analysis(settings, ledgers, form, language)
    iri = analysis.graph.resolve(provision, [PROVISION, INSTRUMENT], expected="provision or instrument").value
    found = trace_lineage(analysis.graph, analysis.network, iri)
    writer = _Writer(analysis, found, iri)
    if form == "table":
        print_text("".join(f"{visible(line)}\n" for line in writer.list_lines()))
    else:
        writer.print_hops()
    counts = Counter(thing.side for thing in found)
    note(f"{', '.join(f'{counts[side]} {side}' for side in SIDES)}; a chain is no cause; {analysis.basis}")


class _Writer:
    """Writes what was found: as lines that people read, or as a row for each hop."""

    def __init__(self, analysis: Analysis, found: Sequence[LineageThing], provision: str) -> None:
        self._analysis = analysis
        self._found = found
        self._provision = provision
        hops = [hop for thing in found for hop in thing.hops]
        tellers = analysis.graph.tellers((hop.subject, passage) for hop in hops for passage in hop.passages)
        self._tellers = {hop: list_tellers(tellers, hop.subject, hop.passages) for hop in hops}
        things = [provision, *(iri for hop in hops for iri in (hop.subject, hop.object, hop.relation))]
        self._places = {thing.iri: self._find_places(thing.iri) for thing in found}
        self._labels = analysis.label(things, *self._tellers.values(), *self._places.values())

    def list_lines(self) -> Iterator[str]:
        """Yield both strands: in time, each thing once, with what joins it to what is nearer the provision."""
        yield from self._wrap("", self._labels[self._provision])
        for strand in STRANDS:
            yield ""
            yield _HEADINGS[strand]
            things = [thing for thing in self._found if thing.strand == strand]
            if not things:
                yield "  nothing found in the documents read"
            for side in SIDES:
                listed = [thing for thing in things if thing.side == side]
                yield from ["", f"  {side}"] if listed else []
                for thing in listed:
                    yield from self._describe(thing)

    def _describe(self, thing: LineageThing) -> Iterator[str]:
        yield from self._wrap(f"  {_show_days(thing):{_DATE}}", self._labels[thing.iri])
        margin = " " * (_DATE + 4)
        for place in self._places[thing.iri]:
            yield from self._wrap(margin, f"in {self._labels[place]}")
        for text in self._says(thing.iri):
            yield from self._wrap(margin, f"“{text}”")
        for hop in thing.hops:
            phrase, other = self._phrase(thing.iri, hop)
            yield from self._wrap(margin, f"→ {phrase} {self._labels[other]}")
            yield from self._wrap(f"{margin}  ", "; ".join(self._grounds(hop)))
        if thing.is_possible:
            text = f"possible: {thing.judged} hops of this chain are a curator's, the weakest {thing.confidence}"
            yield from self._wrap(margin, text)

    def _phrase(self, iri: str, hop: Hop) -> tuple[str, str]:
        """Return what joins a thing to another, read from the thing, and the other."""
        if hop.subject == iri:
            return self._labels[hop.relation], hop.object
        model, language = self._analysis.graph.model, self._analysis.language
        return model.inverse(NamedNode(hop.relation), language) or f"← {self._labels[hop.relation]}", hop.subject

    def _grounds(self, hop: Hop) -> Iterator[str]:
        if hop.ledger:
            yield describe_ground(Ledger(hop.ledger), hop.confidence, self._analysis.language)
        yield from (f"told by {self._labels[teller]}" for teller in self._tellers[hop])
        if hop.is_backward:
            yield "against time"
        yield from map(short_name, hop.passages)

    def _find_places(self, iri: str) -> list[str]:
        """Return where something is set down: what is asked or promised does not say so by its name."""
        edges = self._analysis.network.out_edges(iri, keys=True)
        return [place for _, place, relation in edges if relation == CONTAINED_IN.value]

    def _says(self, iri: str) -> Sequence[str]:
        says: Sequence[str] = self._analysis.network.nodes[iri]["says"]
        return says

    def _wrap(self, before: str, text: str) -> list[str]:
        return textwrap.wrap(
            text,
            max(find_width(), 40),
            initial_indent=before,
            subsequent_indent=" " * len(before),
            break_long_words=False,
            break_on_hyphens=False,
        )

    def print_hops(self) -> None:
        """Print a row for each hop."""
        located = self._analysis.graph.locate(
            passage for thing in self._found for hop in thing.hops for passage in hop.passages
        )
        rows = [
            (
                thing.strand,
                thing.side,
                show_thing(thing.iri),
                self._labels[thing.iri],
                _show_days(thing),
                show_thing(hop.subject),
                show_thing(hop.relation),
                show_thing(hop.object),
                f"“{self._labels[hop.subject]}” {self._labels[hop.relation]} “{self._labels[hop.object]}”",
                hop.ledger or "a name",
                hop.confidence,
                "yes" if hop.is_backward else "no",
                thing.judged,
                thing.confidence,
                show_things(self._tellers[hop], self._labels),
                show_things(hop.passages),
                tuple(located[passage].link for passage in hop.passages if located[passage].link),
                hop.reasons,
            )
            for thing in self._found
            for hop in thing.hops
        ]
        self._analysis.print_rows(_COLUMNS, rows, ("told_by", "passage", "link", "reason"))


_COLUMNS = (
    *("strand", "side", "item", "label", "date", "subject", "relation", "object", "statement", "ledger", "confidence"),
    *("against_time", "judged_hops", "weakest", "told_by", "passage", "link", "reason"),
)


def _show_days(thing: LineageThing) -> str:
    """Return when something was, as precisely as is known: a year, a month, a day, or the first of several."""
    first, last = thing.days
    if first is None or last is None:
        return first or last or "undated"
    if first == last:
        return first
    if (first[5:], last[5:]) == ("01-01", "12-31"):
        return first[:4] if first[:4] == last[:4] else f"{first[:4]}–{last[:4]}"
    return first[:7] if first[:7] == last[:7] and first[8:] == "01" else f"{first}…"
