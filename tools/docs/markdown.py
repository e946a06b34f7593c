"""Markdown as text: tables, code and anchors. What comes from data is text wherever it is shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_MARKUP = re.compile(r"([\\`*_<>\[\]])")


def page(title: str, intro: str, sections: Iterable[str]) -> str:
    """Return a whole page, ending in a line feed."""
    note = "<!-- Written by `make docs`; edit the files it is made from, not this page. -->"
    return "\n\n".join([note, f"# {title}", intro.strip(), *(section.strip() for section in sections)]) + "\n"


def plain(text: str) -> str:
    r"""Return a text on one line, with markup escaped.

    >>> plain("a *b*\n c")
    'a \\*b\\* c'
    """
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))


def code(text: str) -> str:
    """Return a text as inline code.

    >>> code("mh:Event")
    '`mh:Event`'
    """
    fence = "``" if "`" in text else "`"
    return f"{fence}{' '.join(text.split())}{fence}"


def block(text: str, language: str = "") -> str:
    """Return a text as a code block."""
    fence = "````" if "```" in text else "```"
    return f"{fence}{language}\n{text.strip()}\n{fence}"


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; cells are Markdown, and a bar in them does not end the cell."""
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", r"\|") for cell in line) + " |" for line in lines)


def heading(level: int, text: str, anchor: str) -> str:
    """Return a heading with an anchor of its own, so that links do not depend on how a viewer names headings."""
    return f'<a id="{anchor}"></a>\n\n{"#" * level} {text}'


def sentence(text: str) -> str:
    """Return a text that ends like a sentence.

    >>> sentence("one"), sentence("two?")
    ('one.', 'two?')
    """
    return text if text.endswith((".", "?", "!", ":")) else f"{text}."
