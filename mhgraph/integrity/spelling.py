"""What a misspelt name was probably meant to be."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mhgraph.integrity.material import Iri
from mhgraph.namespaces import to_curie

_CLOSE = 80


def nearest(iri: Iri, known: Iterable[Iri]) -> Iri | None:
    """Return the known name whose last part is most like that of `iri`, or None if none is close.

    >>> nearest("http://schema.org/sameas", ["https://schema.org/sameAs", "https://schema.org/url"])
    'https://schema.org/sameAs'
    >>> nearest("https://schema.org/about", ["https://schema.org/url"]) is None
    True
    """
    from rapidfuzz import fuzz, process

    names = sorted(known)
    found = process.extractOne(
        _last_part(iri), [_last_part(each) for each in names], scorer=fuzz.ratio, score_cutoff=_CLOSE
    )
    return names[found[2]] if found else None


def did_you_mean(iri: Iri, known: Iterable[Iri]) -> str:
    """Return " (did you mean …?)" with the nearest known name, or "".

    >>> did_you_mean("https://w3id.org/mhgraph/actor/uclgg", ["https://w3id.org/mhgraph/actor/uclg"])
    ' (did you mean actor:uclg?)'
    """
    found = nearest(iri, known)
    if found is None:
        return ""
    same_space = found.removesuffix(_last_part(found)) == iri.removesuffix(_last_part(iri))
    return f" (did you mean {to_curie(found) if same_space else f'<{found}>'}?)"


def _last_part(iri: Iri) -> str:
    return re.split("[/#]", iri)[-1]
