"""Names: from IRI to CURIE and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhgraph.namespaces import BASE, ENTITY_KINDS, PREFIXES, from_curie, passage_iri, passage_name, to_curie

LOCAL = st.text(alphabet="ab9-_#", min_size=1, max_size=8)


@given(st.sampled_from(sorted(PREFIXES)), LOCAL)
def test_there_and_back(prefix: str, local: str) -> None:
    iri = from_curie(f"{prefix}:{local}")
    assert iri == PREFIXES[prefix] + local
    assert from_curie(to_curie(iri)) == iri


@pytest.mark.parametrize("iri", ["https://example.org/x", BASE, f"{BASE}actor/", "", "urn:x:y"])
def test_what_no_prefix_fits_stays(iri: str) -> None:
    assert to_curie(iri) == iri


@pytest.mark.parametrize("text", ["", "actor", "actor:", "nobody:x", ":x", "Objective 15", "https://example.org/x"])
def test_what_is_no_curie(text: str) -> None:
    assert from_curie(text) is None


def test_no_namespace_has_two_prefixes_and_each_kind_of_entity_has_one() -> None:
    assert len(set(PREFIXES.values())) == len(PREFIXES)
    assert all(PREFIXES[kind] == f"{BASE}{kind}/" for kind in ENTITY_KINDS)


def test_the_name_of_a_passage() -> None:
    assert passage_name(passage_iri("k", "p08")) == "k#p08"
    assert to_curie(passage_iri("k", "p08")) == "source:k#p08"
