"""The bare words of a query."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhgraph import bounds
from mhgraph.errors import InvalidQuery
from mhgraph.rdf.sparql import describe_excess, form_of, put_in_graph, words_of
from mhgraph.rdf.sparql_errors import declare_prefixes, explain_engine_error
from mhgraph.stores.memory import MemoryStore


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("select * { service <http://e/> { ?s ?p ?o } }", ["SELECT", "SERVICE"]),
        ("SELECT*{SERVICE<http://e/>{}}", ["SELECT", "SERVICE"]),
        ("SELECT ?service $service WHERE { ex:SERVICE :SERVICE SERVICE:a <SERVICE> }", ["SELECT", "WHERE"]),
        ("'SERVICE' \"SERVICE\" '''SERVICE\n' ''' \"\"\"SERVICE \" \"\"\"", []),
        ("'it\\'s SERVICE' \"a \\\" SERVICE\"", []),
        ("# SERVICE\nASK {} # SERVICE", ["ASK"]),
        ("'a'@service \"b\"^^ex:service", []),
        ("\\u0053ERVICE <http://e/>", ["SERVICE"]),  # SPARQL reads escapes before tokens
        ("\\U00000053ERVICE", ["SERVICE"]),
        ("?a <?b && ?c > SERVICE", ["SERVICE"]),  # '<' that begins no IRI
        ("FILTER(?a<?b) SERVICE ?x {}", ["FILTER", "SERVICE"]),
        ("", []),
        ("\\UFFFFFFFF SELECT", ["SELECT"]),
    ],
)
def test_words(query: str, words: list[str]) -> None:
    assert words_of(query) == words


HIDING = st.sampled_from(
    ["<http://e/{}>", "'{}'", '"{}"', "'''{}'''", '"""\n{}\n"""', "# {}\n", "?{}", "${}", "e:{}", "{}:e", "'x'@{}"]
)
PARTS = st.lists(st.one_of(HIDING.map(lambda form: form.format("SERVICE")), st.sampled_from(["SELECT", "{", "}", "1"])))


@given(PARTS)
def test_what_is_hidden_is_no_word(parts: list[str]) -> None:
    assert "SERVICE" not in words_of(" ".join(parts))


@given(PARTS, PARTS)
def test_what_is_a_word_is_found(before: list[str], after: list[str]) -> None:
    assert "SERVICE" in words_of(" ".join([*before, "SeRvIcE", *after]))


@given(st.text())
def test_any_text_has_words_in_upper_case(text: str) -> None:
    assert all(word == word.upper() and word for word in words_of(text))


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("#\n" * (bounds.COMMENTS + 1), "more than 1,000 comments"),
        ("ASK { FILTER(true" + "||true" * bounds.PARTS + ") }", "more than 3,000 words, names and marks"),
        ("ASK { ?s <a:a>" + "/<a:a>" * bounds.PARTS + " ?o }", "more than 3,000 words, names and marks"),
        ("{" * 101, "nests more than 100 brackets"),
        (" " * (bounds.QUERY + 1), "more than 1,000,000 characters"),
    ],
    ids=["comments", "operators", "path", "depth", "length"],
)
def test_a_query_beyond_a_bound(query: str, says: str) -> None:
    assert says in str(describe_excess(query))
    assert describe_excess("ASK { ?s ?p '((((' } # (((") is None


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("PREFIX e: <http://e/>\nASK { ?s a f:c }", "the prefix 'f:' is not declared (line 2)"),
        (
            "PREFIX e: <http://e/> ASK { ?s e:a _:b, <x:y>, 'f:c' ",
            "the query does not parse: '{' is not closed (line 1)",
        ),
        ("ASK {\n\nFILTER(LENGTH(1) > 0) }", "LENGTH is no function of SPARQL (line 3)"),
        ("BASE <a:b> PREFIX : <c:d> DELETE WHERE { :s :p :o }", "DELETE changes data; only SELECT, ASK, CONSTRUCT"),
        ("ASK { FILTER(EXISTS { } && COUNT(?x) IN (1)) }", "the query does not parse: why"),
        ("", "the query does not parse: it is empty"),
        ("ASK {\n ?s a 'x }", "the query does not parse: a quote is not closed (line 2)"),
        ("ASK { ?s a ?c ) }", "the query does not parse: ')' closes nothing (line 1)"),
        ("ASK { ?s a event }", "the query does not parse: event is no word of SPARQL; a variable begins with ?"),
        ("PREFIX e: <http://e/> { ?s ?p ?o }", "the query does not parse: it is neither SELECT, ASK, CONSTRUCT nor"),
    ],
)
def test_what_is_wrong_is_said_in_words(query: str, says: str) -> None:
    assert explain_engine_error(query, SyntaxError("why")).startswith(says)


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("SELECT ?x {\n ?x a ?c } ORDER ?x", "after ORDER stands BY (line 2)"),
        ("SELECT ?x, ?y { ?x a ?y }", "it goes wrong at or before '?x' (line 1)"),
        ("SELECT", "it has no pattern: { … }"),
        (
            "SELECT * {\n ?a ?b ?c ?d ?e }",
            "something is missing or too much, such as a dot or a value, at or before its end (line 2)",
        ),
    ],
)
def test_where_the_engine_stopped_is_said_in_the_words_of_the_query(query: str, says: str) -> None:
    with pytest.raises(InvalidQuery) as caught:
        MemoryStore().select(query)
    assert str(caught.value) == f"the query does not parse: {says}"


def test_known_prefixes_are_declared_where_they_are_used() -> None:
    assert declare_prefixes("ASK {}") == "ASK {}"
    assert declare_prefixes("ASK { ?s a x:y }") == "ASK { ?s a x:y }"
    own = "PREFIX mh: <http://e/> ASK { ?s a mh:Event ; mh:p mh:q }"
    assert declare_prefixes(own) == own
    both = declare_prefixes("# mh:\nASK { ?s a mh:Event , skos:Concept , mh:X }")
    assert both.count("PREFIX") == 2
    assert both.count("\n") == 1


@pytest.mark.parametrize(
    ("query", "form"),
    [
        ("# ASK\nPREFIX ask: <http://e/ASK> select * {}", "SELECT"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "CONSTRUCT"),
        ("DESCRIBE <http://e/>", "DESCRIBE"),
        ("ASK { { SELECT * {} } }", "ASK"),
        ("DROP ALL", ""),
        ("", ""),
    ],
)
def test_the_form(query: str, form: str) -> None:
    assert form_of(query) == form


@pytest.mark.parametrize(
    ("query", "put"),
    [
        ("SELECT * { ?s ?p '}' }", "SELECT * { GRAPH <g:g> { ?s ?p '}' }}"),
        (
            "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } } LIMIT 1",
            "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH <g:g> { GRAPH ?g { ?s ?p ?o } }} LIMIT 1",
        ),
        (
            "SELECT (EXISTS { ?s ?p 1 } AS ?is) WHERE { ?s ?p ?o } VALUES ?s { 1 }",
            "SELECT (EXISTS { ?s ?p 1 } AS ?is) WHERE { GRAPH <g:g> { ?s ?p ?o }} VALUES ?s { 1 }",
        ),
        ("ASK { ?s ?p ?o # }\n}", "ASK { GRAPH <g:g> { ?s ?p ?o # }\n}}"),
        ("DESCRIBE <http://e/>", "DESCRIBE <http://e/>"),
    ],
)
def test_a_query_is_put_in_a_graph(query: str, put: str) -> None:
    assert put_in_graph(query, "g:g") == put
