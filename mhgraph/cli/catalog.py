"""The commands by who needs them: what each does in a line, and an example. Nothing is imported to list them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from mhgraph.cli.groups import Entry

READERS: Mapping[str, Mapping[str, Entry]] = MappingProxyType(
    {
        "Ask, and see who says so (for everybody)": {
            "query": Entry(
                "Ask a question; alone, list the questions by theme.", 'mhgraph query events-addressing "Objective 15"'
            ),
            "find": Entry("Find things by their names, in any language.", "mhgraph find firewalls"),
            "show": Entry("Show all that is said of a thing, and where.", "mhgraph show event:gfmd-quito-rt-2"),
            "cite": Entry(
                "Cite a passage, a thing or a document; BibTeX of all.", "mhgraph cite unnm-uhc-statement-2023#p11"
            ),
        },
        "What is there, and what is not (for policy officers)": {
            "stats": Entry("Count things and statements; say which data it is.", "mhgraph stats"),
            "coverage": Entry("Say how much of each document was read.", "mhgraph coverage"),
            "gaps": Entry("List what the documents read do not tell.", "mhgraph gaps"),
        },
        "The whole of it (for researchers)": {
            "network": Entry("Write the network: a page, or a file for a program.", "mhgraph network --out page.html"),
            "analyze": Entry("Measure the network; follow a promise.", "mhgraph analyze lineage gcm-15"),
            "sparql": Entry(
                "Ask in SPARQL; the prefixes are known.",
                "mhgraph sparql 'SELECT ?event { ?event a mh:Event } LIMIT 5'",
            ),
            "build": Entry("Write the dumps: RDF, OWL, tables.", "mhgraph build --out dist"),
        },
        "Add documents, and keep them right (for curators)": {
            "source": Entry(
                "Make the file of a document; bring one up to date.",
                "mhgraph source new my-page --title 'My page' --text page.txt",
            ),
            "validate": Entry("Check the data against the shapes and rules.", "mhgraph validate"),
            "verify": Entry("Compare passages with the texts in a folder.", "mhgraph verify texts"),
            "match": Entry("Propose pairs that may be one thing.", "mhgraph match"),
            "format": Entry("Bring files into the canonical form.", "mhgraph format --check"),
        },
        "The program itself (for developers)": {
            "completion": Entry("Let your shell complete commands and names.", "mhgraph completion bash"),
            "cache": Entry("Show, or remove, what is kept compiled.", "mhgraph cache"),
        },
    }
)
"""Each reader's commands, in the order in which people meet them."""
COMMANDS: Mapping[str, Entry] = MappingProxyType(
    {name: entry for entries in READERS.values() for name, entry in entries.items()}
)
"""All commands; each is held by the module of `mhgraph.cli` with its name."""
COMPLETE_VARIABLE = "_MHGRAPH_COMPLETE"
"""How the script of a shell asks the program for names."""
