"""Ways to ask for another place in SPARQL: made by hand, and by joining spellings of a word with what is around it."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

_INVISIBLE = ("\u200b", "\u00ad", "\ufeff", "\u2060")
_BLANKS = (" ", "", "\n", "\r", "\t", "\r\n", "\f", "\u00a0", " # \n", " #SERVICE\r", "#\n")
_PLACES = (
    "{clause}",
    "{{}} {clause}",
    "{{}}{clause}",
    "FILTER(1=1){clause}",
    "BIND(1 AS ?x){clause}",
    "VALUES ?x {{ 1 }}{clause}",
    "?a ?b 1{clause}",
    "?a ?b 1.{clause}",
    "?a ?b 1 . {clause}",
    "?a ?b true{clause}",
    "?a ?b 'x'{clause}",
    "?a ?b 'x'@en {clause}",
    "?a ?b <x:y>{clause}",
    "?a ?b _:b {clause}",
    "?a ?b ?c {clause}",
    "?a ?b ?c .{clause}",
    "OPTIONAL {{ {clause} }}",
    "{{ {clause} }} UNION {{ }}",
    "MINUS {{ {clause} }}",
    "GRAPH ?g {{ {clause} }}",
    "{{ SELECT * {{ {clause} }} }}",
    "FILTER EXISTS {{ {clause} }}",
    "FILTER NOT EXISTS {{ {clause} }}",
    "BIND(EXISTS {{ {clause} }} AS ?x)",
    "LATERAL {{ {clause} }}",
    "# \r{clause}",
    "# \n{clause}",
    "# \u2028{clause}\n",
    'BIND("a\\\\" AS ?x) {clause} #"',
    'BIND("a\\u005C" AS ?x) {clause} #"',
    "BIND('a\\\\' AS ?x) {clause} #'",
    "BIND('''a\\''' AS ?x) {clause} #'''",
    "BIND('''a''' AS ?x){clause}",
    'BIND("""a""" AS ?x){clause}',
    "BIND(<x:#> AS ?x){clause}",
    "BIND(<x:'> AS ?x) {clause} #'>",
    "BIND('#' AS ?x) {clause}",
    "BIND(\"'\" AS ?x) {clause} #'",
    "\\u007b {clause} \\u007d",
)
_FORMS = (
    "SELECT * {{ {pattern} }}",
    "SELECT * WHERE {{ {pattern} }}",
    "SELECT*{{{pattern}}}",
    "ASK {{ {pattern} }}",
    "CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {pattern} }}",
    "DESCRIBE ?s {{ {pattern} }}",
    "SELECT (COUNT(*) AS ?n) {{ {pattern} }} GROUP BY ?s",
    "BASE <http://e/> PREFIX e: <http://e/> SELECT * {{ {pattern} }}",
    "INSERT {{ ?s ?p ?o }} WHERE {{ {pattern} }}",
)


def spell(seed: int, address: str, file: str, count: int) -> list[str]:
    """Return at least `count` different texts, each of which some engine may take as an order to read elsewhere."""
    texts = dict.fromkeys(_by_hand(address, file))
    random = Random(seed)
    words = list(_words(random))
    while len(texts) < count:
        target = random.choice([f"<{address}>", f"<{address}>", f"<{file}>", "e:", "?x"])
        end = random.choice(["{ ?s ?p ?o }", "{?s ?p ?o}", "{ SELECT * { ?s ?p ?o } }", "{ }"])
        clause = random.choice(words) + random.choice(_BLANKS) + target + end
        pattern = random.choice(_PLACES).format(clause=clause)
        if target == "?x":
            pattern = f"VALUES ?x {{ <{address}> }} {pattern}"
        form = random.choice(_FORMS).format(pattern=pattern)
        texts[f"PREFIX e: <{address}> {form}" if target == "e:" else form] = None
    return list(texts)


def _words(random: Random) -> Iterator[str]:
    """Yield spellings of the word, alone and with SILENT; many of them are none for a careful reader."""
    plain = ["SERVICE", "service", "Service", "sERVICE"]
    mixed = ["".join(random.choice((letter, letter.lower())) for letter in "SERVICE") for _ in range(12)]
    for word in (*plain, *mixed):
        yield from (word, word, f"{word} SILENT", f"{word}SILENT", f"{word}\tsilent", f"1{word}")
    for place in range(7):
        head, letter, tail = "SERVICE"[:place], "SERVICE"[place], "SERVICE"[place + 1 :]
        yield f"{head}\\u{ord(letter):04x}{tail}"
        yield f"{head}\\U{ord(letter):08X}{tail}"
        yield f"{head}\\u{ord(letter):08x}{tail}"  # no escape of SPARQL, but one of rdflib
        yield f"{head}{random.choice(_INVISIBLE)}{letter}{tail}"
        yield f"{head}\\{letter}{tail}"
    yield from (
        "ſERVICE",
        "SERVıCE",
        "SERVİCE",
        "ＳＥＲＶＩＣＥ",
        "".join(f"\\u{ord(letter):04x}" for letter in "SERVICE"),
    )


def _by_hand(address: str, file: str) -> Iterator[str]:
    for place in (address, file):
        yield from (
            f"SELECT * {{ SERVICE <{place}> {{ ?s ?p ?o }} }}",
            f"SELECT * {{ SERVICESILENT <{place}> {{ ?s ?p ?o }} }}",
            f"SELECT * {{ ?s ?p 1SERVICE <{place}> {{ ?s ?p ?o }} }}",
            f"SELECT * FROM <{place}> {{ ?s ?p ?o }}",
            f"SELECT *FROM<{place}>{{ ?s ?p ?o }}",
            f"SELECT ?s ?p ?oFROM <{place}> {{ ?s ?p ?o }}",
            f"SELECT * FRoM NAMED <{place}> {{ GRAPH ?g {{ ?s ?p ?o }} }}",
            f"SELECT * \\u0046ROM <{place}> {{ ?s ?p ?o }}",
            f"SELECT * \\u00000046ROM <{place}> {{ ?s ?p ?o }}",
            f"SELECT * # \rFROM <{place}>\n {{ ?s ?p ?o }}",
            f"ASK FROM <{place}> {{ ?s ?p ?o }}",
            f"CONSTRUCT FROM <{place}> WHERE {{ ?s ?p ?o }}",
            f"CONSTRUCT {{ ?s ?p ?o }} FROM <{place}> WHERE {{ ?s ?p ?o }}",
            f"DESCRIBE <http://e/a> FROM <{place}>",
            f"SELECT * {{ GRAPH <{place}> {{ ?s ?p ?o }} }}",
            f"LOAD <{place}>",
            f"load silent <{place}>",
            f"LOADSILENT<{place}>",
            f"LOAD <{place}> INTO GRAPH <http://e/g>",
            f"INSERT DATA {{ <a:a> <a:b> <a:c> }} ; LOAD <{place}>",
            f"INSERT {{ ?s ?p ?o }} USING <{place}> WHERE {{ ?s ?p ?o }}",
            f"COPY <{place}> TO DEFAULT",
            f"BASE <{place}> SELECT * FROM <> {{ ?s ?p ?o }}",
            f"BASE <{place}> SELECT * {{ SERVICE <> {{ ?s ?p ?o }} }}",
            f"PREFIX service: <{place}> SELECT * {{ SERVICE service: {{ ?s ?p ?o }} }}",
            f"PREFIX e: <{place}> SELECT ?service {{ SERVICE e: {{ ?service ?services ?o }} }}",
        )
