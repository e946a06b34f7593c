"""In which language a text is."""

from __future__ import annotations

import pytest

from mhgraph.text.languages import guess_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The villages of the valley met in the mill to speak of water.", "en"),
        ("Les villages de la vallée se sont réunis dans le moulin.", "fr"),
        ("Las aldeas del valle se reunieron en el molino para hablar.", "es"),
        ("As aldeias do vale não se reuniram para uma festa.", "pt"),
        ("Die Dörfer des Tals trafen sich und sprachen mit dem Rat.", "de"),
        ("اجتمعت قرى الوادي", "ar"),
        ("Деревни долины встретились", "ru"),
        ("山谷里的村庄开会了", "zh"),
        ("谷の村が会った", "ja"),
        ("Riverside Health Board", None),
        ("16 mai 2031", None),
        ("", None),
    ],
)
def test_it_is_told_where_enough_speaks_for_it(text: str, language: str | None) -> None:
    assert guess_language(text) == language
