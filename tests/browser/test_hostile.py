"""Labels, addresses, language tags and titles are text: no script of theirs runs, nothing is fetched, no link lies."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from mhgraph.explorer.page import write_page
from mhgraph.graph import BaseGraph, load_graph
from mhgraph.namespaces import DCTERMS, RDFS, SCHEMA, SKOS, SOURCE, XSD, from_curie, passage_iri
from mhgraph.project.canonical import canonical
from mhgraph.project.folders import Project
from mhgraph.rdf.terms import TYPE
from tests.browser.conftest import Open, Opened
from tests.builders import build_project

pytestmark = pytest.mark.browser

RUN = "window.pwned=1;alert(1)"
MARKUP = [
    f"<script>{RUN}</script>",
    f"</script><script>{RUN}</script>",
    f"</SCRIPT ><svg><script>{RUN}</script></svg>",
    f"<!--<script>{RUN}</script>-->",
    f"--><script>{RUN}</script>",
    f"]]><script>{RUN}</script>",
    f"</title><script>{RUN}</script>",
    f"</style><script>{RUN}</script>",
    f"</textarea><script>{RUN}</script>",
    f"</noscript><script>{RUN}</script>",
    f'<img src=x onerror="{RUN}">',
    f"<img src=x onerror='{RUN}'//",
    f"<svg onload={RUN}>",
    f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
    f"<math><mi xlink:href='javascript:{RUN}'>x</mi></math>",
    f"<body onload={RUN}>",
    f"<details open ontoggle={RUN}>",
    f"<input autofocus onfocus={RUN}>",
    f"<video><source onerror={RUN}></video>",
    f"<marquee onstart={RUN}>",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'></iframe>",
    f"<iframe src=javascript:{RUN}></iframe>",
    f"<object data='data:text/html,<script>{RUN}</script>'></object>",
    f"<embed src=javascript:{RUN}>",
    f"<form action=javascript:{RUN}><button>go</button></form>",
    f"<a href=javascript:{RUN}>a</a>",
    f"<a href='https://example.org' title='href' onclick='{RUN}'>href</a>",
    "<base href=https://evil.example/>",
    "<link rel=stylesheet href=https://evil.example/a.css>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<style>@import 'https://evil.example/a.css';*{display:none}</style>",
    "<img src=https://evil.example/pixel.gif>",
    f"<template><script>{RUN}</script></template>",
    f'" onmouseover="{RUN}" x="',
    f"' onfocus='{RUN}' autofocus='",
    f"` onclick=`{RUN}`",
    f"&lt;script&gt;{RUN}&lt;/script&gt;",
    f"&#60;script&#62;{RUN}&#60;/script&#62;",
    f"\\u003cscript\\u003e{RUN}\\u003c/script\\u003e",
    f"\\x3cscript\\x3e{RUN}",
    f"%3Cscript%3E{RUN}%3C/script%3E",
    f"javascript:{RUN}",
    f"data:text/html,<script>{RUN}</script>",
    f"vbscript:{RUN}",
]
TEMPLATES = [
    f"{{{{constructor.constructor('{RUN}')()}}}}",
    f"${{(() => {{ {RUN} }})()}}",
    "{{ 7*7 }} {% include 'x' %}",
    "<%= 7*7 %>",
    "#{7*7}",
    "{n} {name} {words} {{ title }} {{ script }} {{ vis }}",
    f'"}};{RUN};//',
    f"'];{RUN};//",
    f"`;{RUN};//",
    f"\u2028{RUN}\u2029{RUN}",
    '=HYPERLINK("https://evil.example","x")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "$&$`$'$1",
]
NAMES = ["__proto__", "constructor", "toString", "hasOwnProperty", "prototype", "null", "undefined", "NaN"]
SHAPES = [
    "\u202egnp.exe\u202c \u2066\u2069 right to left",
    "\u0627\u0644\u0635\u062d\u0629 \u0648\u0627\u0644\u0647\u062c\u0631\u0629",
    "null\x00inside",
    "\x1b[31mred\x07\x08",
    "\ufeff\u200b\u200d\u00ad",
    "Z\u0310\u0311\u0312\u0313\u0314" * 200,
    "x" * 10_000,
    "word " * 2_000,
    "\U0001f3f4\U000e0067\U000e0062\U000e007f \U0001f468\u200d\U0001f469\u200d\U0001f467",
    "\ufffe\uffff",
    " ",
    "\n\r\t",
]
LABELS = [*MARKUP, *TEMPLATES, *NAMES, *SHAPES]
ADDRESSES = [
    f"javascript:{RUN}",
    f"JaVaScRiPt:{RUN}",
    f"data:text/html,{RUN}",
    f"vbscript:{RUN}",
    "file:///etc/passwd",
    "blob:https://evil.example/x",
    "ftp://evil.example/",
    "//evil.example/x",
    "https://example.org/%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
    "https://example.org/?a=1&b='onclick='alert(1)",
]
TAGS = ["en", "fr", "x-onerror", "en-x-script", "zh-hant", "qaa-qabs", "de-1996", "ar"]


def term(curie: str) -> NamedNode:
    found = from_curie(curie)
    assert found is not None
    return NamedNode(found)


def entity(number: int) -> NamedNode:
    return NamedNode(f"https://w3id.org/mhgraph/event/hostile-{number}")


def hostile_quads() -> list[Quad]:
    """Return one event for each hostile label, which also carries it as a description and in its evidence."""
    quads: list[Quad] = []
    for number, address in enumerate(ADDRESSES):
        source = NamedNode(f"{SOURCE}made-{number}")
        url = Literal(address) if address.startswith("//") else NamedNode(address)
        quads += [
            Quad(source, TYPE, term("mh:Source")),
            Quad(source, NamedNode(f"{DCTERMS}title"), Literal(LABELS[number], language="en")),
            Quad(source, NamedNode(f"{SCHEMA}url"), url),
        ]
    for number, label in enumerate(LABELS):
        key = f"made-{number % len(ADDRESSES)}"
        passage = NamedNode(passage_iri(key, f"p{number}"))
        node, tag = entity(number), TAGS[number % len(TAGS)]
        quads += [
            Quad(passage, TYPE, term("mh:Passage")),
            Quad(passage, NamedNode(f"{DCTERMS}isPartOf"), NamedNode(f"{SOURCE}{key}")),
            Quad(passage, term("mh:documentLabel"), Literal(label)),
            Quad(passage, term("mh:fragment"), Literal(label)),
            Quad(node, TYPE, term("mh:Event"), passage),
            Quad(node, NamedNode(f"{RDFS}label"), Literal(label, language=tag), passage),
            Quad(node, term("mh:aim"), Literal(label, language=tag), passage),
            Quad(node, term("mh:startDate"), Literal("2018", datatype=NamedNode(f"{XSD}gYear")), passage),
            Quad(node, term("mh:partOfEvent"), entity((number + 1) % len(LABELS)), passage),
            Quad(node, term("mh:before"), entity((number * 7) % len(LABELS)), passage),
            Quad(node, NamedNode(f"{SKOS}altLabel"), Literal(label, language="en")),
            Quad(node, term("mh:acronym"), Literal(label, language="en")),
            Quad(node, NamedNode(f"{SCHEMA}sameAs"), NamedNode(ADDRESSES[number % 7])),
        ]
    judgement = NamedNode("https://w3id.org/mhgraph/judgement/hostile")
    quads += [
        Quad(judgement, TYPE, term("mh:Judgement")),
        Quad(judgement, term("mh:rationale"), Literal(LABELS[0], language="en")),
        Quad(judgement, term("mh:restsOn"), NamedNode(passage_iri("made-0", "p0"))),
        Quad(entity(0), term("mh:concerns"), entity(5), judgement),
    ]
    return quads


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> BaseGraph:
    folder = tmp_path_factory.mktemp("hostile")
    project: Project = build_project(folder / "project", with_ontology=True)
    (project.root / "data" / "sources" / "made.trig").write_bytes(canonical(hostile_quads()))
    return load_graph(project)


@pytest.fixture(scope="module")
def hostile_file(hostile: BaseGraph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "hostile.html"
    path.write_bytes(write_page(hostile, title=f"</title><script>{RUN}</script>"))
    return path


def assert_harmless(opened: Opened, file: Path) -> None:
    assert opened.dialogs == []
    assert opened.page.evaluate("window.pwned") is None
    assert opened.requests == [file.as_uri()]
    assert opened.errors == []
    assert opened.violations == []
    elements = "img, iframe, object, embed, form:not(#search-form), base, link, video, marquee, math, template, animate"
    assert opened.page.locator(elements).count() == 0
    assert opened.page.locator("script").count() == 5
    assert opened.page.locator("[onclick], [onerror], [onload], [onfocus], [onmouseover], [ontoggle]").count() == 0
    schemes: list[str] = opened.page.evaluate(
        "[...document.querySelectorAll('a[href]:not([href^=\"#\"])')].map((a) => a.protocol)"
    )
    assert set(schemes) <= {"https:", "http:"}


def test_there_are_enough_of_them() -> None:
    assert len(set(LABELS)) >= 60


@pytest.mark.parametrize("view", ["", "map", "search=script", "path=event:hostile-0~event:hostile-7", "lang=fr"])
def test_no_view_obeys_a_label(open_page: Open, hostile_file: Path, view: str) -> None:
    opened = open_page(hostile_file, view)
    opened.page.wait_for_timeout(200)
    assert_harmless(opened, hostile_file)
    assert opened.page.locator("#title").inner_text() == f"</title><script>{RUN}</script>"


def test_every_card_shows_its_label_as_text(open_page: Open, hostile_file: Path) -> None:
    opened = open_page(hostile_file)
    for number, label in enumerate(LABELS):
        opened.go(f"thing=event:hostile-{number}")
        opened.page.locator(f"#view code:text-is('event:hostile-{number}')").wait_for()
        assert opened.page.locator("#view h2 bdi").first.text_content() == label
        opened.page.locator("#search").fill(label[:100])
        assert_harmless(opened, hostile_file)


def test_a_hostile_address_bar_does_nothing(open_page: Open, hostile_file: Path) -> None:
    opened = open_page(hostile_file, f"thing=<img src=x onerror={RUN}>&row=<script>{RUN}</script>&kind=<b>")
    assert_harmless(opened, hostile_file)
    assert opened.page.locator("#view [role=alert]").is_visible()


def test_the_watch_would_see_a_script(open_page: Open, hostile_file: Path) -> None:
    opened = open_page(hostile_file)
    opened.page.evaluate(
        "const image = document.createElement('img'); image.src = 'https://evil.example/x'; document.body.append(image)"
    )
    opened.page.wait_for_timeout(200)
    assert any(each.startswith("img-src") for each in opened.violations)
    with pytest.raises(AssertionError):
        assert_harmless(opened, hostile_file)
