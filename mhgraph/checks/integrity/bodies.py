"""Rules about bodies and who belongs to them: countries and their States, the name of a membership, fitting roles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pyoxigraph import NamedNode

from mhgraph.checks.integrity.breach import Breach
from mhgraph.graph.labels import short_name
from mhgraph.model import EVENT_OF, HAS_COUNTRY, IS_MEMBERSHIP_OF, KIND, MEMBERSHIP, PARTICIPATION, ROLE
from mhgraph.namespaces import CONCEPT, to_curie
from mhgraph.project.statements import Iri, ParsedProject, Statement
from mhgraph.rdf.terms import TYPE

_STATE = f"{CONCEPT}organization-state"


def country_given(parsed: ParsedProject) -> Iterator[Breach]:
    """A body that an entity file declares has a country if its kind wants one: a State, a ministry.

    What a passage only describes may be a ministry of a country that no paragraph names.
    """
    national = parsed.model.marked("national")
    for file in parsed.of("entities"):
        placed = {statement.subject for statement in file.statements if statement.predicate == HAS_COUNTRY}
        for statement in file.statements:
            if statement.predicate == KIND and statement.quad.object in national and statement.subject not in placed:
                what = f"{short_name(statement.subject)} is of a country, and it is not said of which"
                remedy = f"add {to_curie(HAS_COUNTRY.value)}, and where it was looked up"
                yield Breach(statement, f"{what}; {remedy}.")


def one_state(parsed: ParsedProject) -> Iterator[Breach]:
    """A country is that of one State: another body that belongs to it is of another kind."""
    first: dict[Iri, Iri] = {}
    for file in parsed.of("entities"):
        states = {one.subject for one in file.statements if one.predicate == KIND and one.value == _STATE}
        for statement in file.statements:
            if statement.predicate == HAS_COUNTRY and statement.subject in states:
                other = first.setdefault(statement.value, statement.subject)
                if other != statement.subject:
                    what = f"{short_name(other)} is the State of {short_name(statement.value)} as well"
                    yield Breach(statement, f"{what}; correct the kind or the country of one of them, or use one name.")


def membership_name(parsed: ParsedProject) -> Iterator[Breach]:
    """The name of a membership says member, body and role, so that it is one in all documents."""
    for file in parsed.of("sources", "judgements"):
        parts: defaultdict[tuple[Iri, Iri], dict[NamedNode, Statement]] = defaultdict(dict)
        for statement in file.statements:
            if statement.declares(MEMBERSHIP) or statement.predicate in (IS_MEMBERSHIP_OF, EVENT_OF, ROLE):
                parts[statement.graph, statement.subject][statement.predicate] = statement
        for (_, name), said in parts.items():
            if said.keys() >= {TYPE, IS_MEMBERSHIP_OF, EVENT_OF, ROLE}:
                slugs = [_slug(said[predicate].value) for predicate in (IS_MEMBERSHIP_OF, EVENT_OF, ROLE)]
                if _slug(name) != "-".join(slugs):
                    message = f"This membership is called membership:{'-'.join(slugs)}, by member, body and role"
                    yield Breach(said[TYPE], f"{message}; correct its name, or the one of them that is wrong.")


def _slug(name: Iri) -> str:
    """Return the slug of a member, body or role; constituencies and roles without their scheme."""
    slug = name.rpartition("/")[2]
    return slug.partition("-")[2] if name.startswith(CONCEPT) else slug


def role_fits(parsed: ParsedProject) -> Iterator[Breach]:
    """Somebody speaks at a meeting, and is the secretariat of a body: not the other way round."""
    wrong = {MEMBERSHIP: parsed.model.marked("of-meeting"), PARTICIPATION: parsed.model.marked("of-body")}
    where = {MEMBERSHIP: ("a body", "a meeting"), PARTICIPATION: ("a meeting", "a body")}
    for file in parsed.of("sources", "judgements"):
        classes = {one.subject: one.quad.object for one in file.statements if one.predicate == TYPE}
        for statement in file.statements:
            cls = classes.get(statement.subject)
            if (
                statement.predicate == ROLE
                and isinstance(cls, NamedNode)
                and statement.quad.object in wrong.get(cls, ())
            ):
                here, there = where[cls]
                what = f"{to_curie(statement.value)} is a role at {there}, and this is one in {here}"
                yield Breach(statement, f"{what}; take a role that fits, or the other class.")
