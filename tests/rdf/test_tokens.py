"""The tokens of Turtle: joined, they are the text; the parser sees what they say."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mhgraph.files import read_text
from mhgraph.project.folders import Project
from mhgraph.rdf import sparql
from mhgraph.rdf.turtle.tokens import Kind, tokenize

PIECES = ["<", ">", "<a:b>", "'", '"', "'''", '"""', "\\", "#", "\n", " ", ".", "1", "e:x", "@en", "^^", "~", "{|"]
JOINED = st.lists(st.sampled_from(PIECES)).map("".join)


@given(st.one_of(JOINED, st.text()))
def test_joined_tokens_of_a_query_are_the_query(text: str) -> None:
    assert "".join(token.text for token in sparql.tokenize(text)) == text


@given(st.one_of(JOINED, st.text()))
def test_between_tokens_there_is_nothing_but_blanks(text: str) -> None:
    end, line = 0, 1
    for token in tokenize(text):
        begin = text.index(token.text, end)
        assert not text[end:begin].strip()
        line += text.count("\n", end, begin)
        assert token.line == line
        end, line = begin + len(token.text), line + token.text.count("\n")
    assert not text[end:].strip()


def test_kinds() -> None:
    text = '@prefix e.f: <http://e/> . # x\n e.f:a\\~b a \'x\'@en-gb , 1.5 , """y\n"""^^e:t ; << $ '
    kinds = [(token.kind, token.text) for token in tokenize(text)]
    assert kinds == [
        (Kind.TAG, "@prefix"),
        (Kind.WORD, "e.f:"),
        (Kind.IRI, "<http://e/>"),
        (Kind.MARK, "."),
        (Kind.COMMENT, "# x"),
        (Kind.WORD, "e.f:a\\~b"),
        (Kind.WORD, "a"),
        (Kind.STRING, "'x'"),
        (Kind.TAG, "@en-gb"),
        (Kind.MARK, ","),
        (Kind.WORD, "1.5"),
        (Kind.MARK, ","),
        (Kind.STRING, '"""y\n"""'),
        (Kind.MARK, "^^"),
        (Kind.WORD, "e:t"),
        (Kind.MARK, ";"),
        (Kind.QUOTE_MARK, "<<"),
        (Kind.WORD, "$"),
    ]


def test_nothing_of_ours_is_unknown(small_project: Project) -> None:
    for path in [*small_project.data, *small_project.ontology, *small_project.shapes]:
        assert all(token.kind not in (Kind.OTHER, Kind.QUOTE_MARK) for token in tokenize(read_text(path))), path
