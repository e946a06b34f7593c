"""The bare words of a query."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhgraph.rdf.sparql import words_of


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
