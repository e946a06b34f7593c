"""From a good file to a broken one: small slips, bytes that are no text, and what is too deep, too long or too many."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from random import Random

Mutator = Callable[[Random, bytes], bytes]

_STRANGE = "\ufeff \u202e \u0000 \u2028 \u00ad \U0001f30a e\u0301 \u200d \u0085 \x0b \x1b[31m"
_LEXEMES = r"""< > " ' ''' [ ] ( ) { } . ; , @ @en @prefix ^^ # \ \u0000 \uD800 \U00110000 _: _:b a GRAPH <<( )>> << >>
{| |} true 1e999 - PREFIX BASE<x:> VERSION : :: mh: mh:hasDate <> <rel> <http://[> ?x $this #+ &a *a | %
!!python/object:os.system"""
_LEXEME_LIST = [*_LEXEMES.split(), '"' * 3, " ", "\t", "\n", "\r", "\r\n", "- ", "#+ "]


def flip_bytes(random: Random, data: bytes) -> bytes:
    """Change some bytes."""
    changed = bytearray(data)
    for _ in range(random.choice((1, 1, 2, 8, 64))):
        if changed:
            changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def truncate(random: Random, data: bytes) -> bytes:
    """Keep the beginning, or the end."""
    cut = random.randrange(len(data) + 1)
    return data[:cut] if random.random() < 0.8 else data[cut:]


def remove(random: Random, data: bytes) -> bytes:
    """Take a stretch out."""
    start, end = _stretch(random, data)
    return data[:start] + data[end:]


def duplicate(random: Random, data: bytes) -> bytes:
    """Repeat a stretch."""
    start, end = _stretch(random, data)
    return data[:end] + data[start:end] * random.choice((1, 1, 2, 50)) + data[end:]


def move(random: Random, data: bytes) -> bytes:
    """Put a stretch elsewhere."""
    start, end = _stretch(random, data)
    rest = data[:start] + data[end:]
    target = random.randrange(len(rest) + 1)
    return rest[:target] + data[start:end] + rest[target:]


def shuffle_lines(random: Random, data: bytes) -> bytes:
    """Change the order of some lines."""
    lines = data.split(b"\n")
    start = random.randrange(len(lines))
    some = lines[start : start + random.randrange(2, 12)]
    random.shuffle(some)
    return b"\n".join([*lines[:start], *some, *lines[start + len(some) :]])


def insert_lexeme(random: Random, data: bytes) -> bytes:
    """Put something that means something where it means nothing."""
    for _ in range(random.choice((1, 1, 1, 3))):
        data = _insert(random, data, random.choice(_LEXEME_LIST).encode())
    return data


def replace_lexeme(random: Random, data: bytes) -> bytes:
    """Put another lexeme in the place of one."""
    places = list(re.finditer(rb"[\w:-]+|[^\w\s]", data))
    if not places:
        return insert_lexeme(random, data)
    place = random.choice(places)
    return data[: place.start()] + random.choice(_LEXEME_LIST).encode() + data[place.end() :]


def strange_text(random: Random, data: bytes) -> bytes:
    """Put in characters that few expect."""
    return _insert(random, data, "".join(random.choices(_STRANGE.split(" "), k=random.choice((1, 3, 200)))).encode())


def no_text(random: Random, data: bytes) -> bytes:
    """Bytes that are no UTF-8."""
    text = data.decode(errors="replace")
    kinds: list[Callable[[], bytes]] = [
        lambda: text.encode("utf-16"),
        lambda: text.encode("utf-32"),
        lambda: text.replace("e", "é").encode("latin-1", errors="replace"),
        lambda: _insert(random, data, b"\xed\xa0\x80"),
        lambda: _insert(random, data, b"\xc0\xaf"),
        lambda: b"\x1f\x8b\x08\x00" + data,
        lambda: random.randbytes(random.choice((1, 100, 10_000))),
        lambda: b"\x00" * random.choice((1, 100_000)),
    ]
    return random.choice(kinds)()


def other_format(random: Random, data: bytes) -> bytes:
    """What another format would be."""
    return random.choice(
        (
            b"",
            b" \n \n",
            b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><rdf:RDF>&b;</rdf:RDF>',
            b'{"@context": "http://127.0.0.1:9/context.jsonld", "@id": "a:b", "a:c": 1}',
            b"<a:a> <a:b> <a:c> <a:d> .\n",
            b"<!doctype html><title>Not found</title>",
            b"a,b,c\n1,2,3\n",
            b"---\n- {a: 1}\n",
        )
    )


def too_deep(random: Random, data: bytes) -> bytes:
    """Brackets within brackets, closed or left open."""
    forms = {
        b"[ <a:b> ": b"] ",
        b"( ": b") ",
        b"<<( <a:a> <a:b> ": b")>> ",
        b"{ ": b"} ",
        b"[": b"]",
        b"!(": b")",
        b"!": b"",
    }
    opening = random.choice([*forms, b"#+ - - "])
    depth = random.choice((50, 1_000, 10_000))
    nested = opening * depth + b"<a:c> " + forms.get(opening, b"") * depth
    if random.random() < 0.4:
        nested = opening * depth * 10
    if random.random() < 0.5:
        return data + b"\n<a:a> <a:b> " + nested + b".\n"
    return _insert(random, data, nested)


def too_long(random: Random, data: bytes) -> bytes:
    """A literal, a name, a number or a line without end."""
    size = random.choice((10_000, 99_990, 100_010, 1_000_000))
    return _insert(
        random,
        data,
        random.choice(
            (
                b'\n<a:a> <a:b> "' + b"a" * size + b'" .\n',
                b'\n<a:a> <a:b> """' + b"a\n" * (size // 2) + b'""" .\n',
                b"\n<a:a> <a:b> <a:" + b"a" * size + b"> .\n",
                b"\n<a:a> <a:b> " + b"9" * size + b" .\n",
                b'\n<a:a> <a:b> "' + b"9" * size + b'-01-01"^^<http://www.w3.org/2001/XMLSchema#date> .\n',
                b'\n<a:a> <a:b> "a"@' + b"a" * size + b" .\n",
                b"\n#+ a: " + b"a" * size + b"\n",
                b" " * size,
                b"#" * size,
            )
        ),
    )


def too_many(random: Random, data: bytes) -> bytes:
    """Thousands of prefixes, statements or keys."""
    count = random.choice((100, 5_000))
    line = random.choice(
        (
            "@prefix p{0}: <a:{0}#> .\n",
            "<a:{0}> <a:b> <a:c{0}> .\n",
            "<a:g{0}> {{ <a:a> <a:b> {0} }}\n",
            "#+ key{0}: {0}\n",
            "#+ a{0}: &b{0} [*b{1}, *b{1}, *b{1}, *b{1}, *b{1}, *b{1}, *b{1}, *b{1}]\n",
        )
    )
    block = "".join(line.format(i, max(i - 1, 0)) for i in range(count)).encode()
    return block + data if random.random() < 0.7 else data + b"\n" + block


def shared_lists(random: Random, data: bytes) -> bytes:
    """A header whose lists refer to each other, so that it is short and its text without end."""
    depth = random.choice((3, 12, 30))
    lists = [b"#+ a0: &a0 [x, x]\n"] + [b"#+ a%d: &a%d [*a%d, *a%d]\n" % (i, i, i - 1, i - 1) for i in range(1, depth)]
    key = random.choice((b"question", b"label", b"parameters", b"columns", b"statement", b"other"))
    return b"".join(lists) + b"#+ " + key + b": *a%d\n" % (depth - 1) + data


def line_ends(random: Random, data: bytes) -> bytes:
    """Other line ends."""
    return data.replace(b"\n", random.choice((b"\r\n", b"\r", b"\x0c", "\u2028".encode(), b" ")))


MUTATORS: Mapping[Mutator, int] = {
    flip_bytes: 10,
    truncate: 8,
    remove: 10,
    duplicate: 8,
    move: 6,
    shuffle_lines: 6,
    insert_lexeme: 16,
    replace_lexeme: 16,
    strange_text: 6,
    no_text: 4,
    other_format: 2,
    too_deep: 4,
    too_long: 3,
    too_many: 2,
    shared_lists: 2,
    line_ends: 2,
}
"""The ways to break a file, with how often each is taken."""


def mutate(random: Random, data: bytes) -> tuple[str, bytes]:
    """Return a broken form of a file, and what was done to it."""
    times = random.choice((1, 1, 1, 2, 3))
    chosen = random.choices(list(MUTATORS), list(MUTATORS.values()), k=times)
    for mutator in chosen:
        data = mutator(random, data)
    return ", ".join(mutator.__name__ for mutator in chosen), data


def mutate_header(random: Random, data: bytes) -> tuple[str, bytes]:
    """Return the same for a file with a `#+` header, of which the header only is broken, and mostly stays one."""
    lines = data.split(b"\n")
    count = next(i for i, line in enumerate(lines) if not line.startswith(b"#+"))
    bare = b"\n".join(line[3:] for line in lines[:count])
    how, broken = mutate(random, bare)
    mark = b"#+ " if random.random() < 0.9 else b""
    return f"header, {how}", b"\n".join([*(mark + line for line in broken.split(b"\n")), *lines[count:]])


def _stretch(random: Random, data: bytes) -> tuple[int, int]:
    start = random.randrange(len(data) + 1)
    return start, min(len(data), start + random.choice((1, 3, 20, 200, 2_000)))


def _insert(random: Random, data: bytes, piece: bytes) -> bytes:
    place = random.randrange(len(data) + 1)
    if random.random() < 0.6:
        place = data.find(b"\n", place) + 1
    return data[:place] + piece + data[place:]
