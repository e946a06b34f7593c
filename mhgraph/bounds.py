"""How long, how many and how deep things may be: said here and nowhere else.

No document, name or query of this field comes near a bound; what is beyond one is a mistake or an attack, and every
command says so in one line. What one command refuses, no other command writes: whoever writes a file checks what it is
about to write as if it had read it. `docs/bounds.md` says the same in words.
"""

from __future__ import annotations

LITERAL = 100_000
"""Characters of a literal."""
NAME = 2_000
"""Characters of a name: an IRI in a file, an address, or what somebody types to mean a thing."""
KEY = 100
"""Characters of the key of a source, which is the name of a file."""
TITLE = 1_000
"""Characters of the title of a source."""
FRAGMENT = 500
"""Characters of a text fragment, which is the end of an address; a longer one is not made."""
HEADER = 20_000
"""Characters of the header of a query or a rule."""
QUERY = 1_000_000
"""Characters of a query, typed or in a file."""
COMMENTS = 1_000
"""Comments in a query, a rule or a constraint of a project."""
PARTS = 3_000
"""Words, names and marks in a query, a rule or a constraint of a project; engines die of some ten thousand."""
DEPTH = 100
"""Brackets within brackets, or operators in a row, in a query of a project; engines take some hundreds."""
SHOWN = 1_000
"""Characters of a message; of a longer one, the middle is left out."""
