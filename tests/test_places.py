"""Countries, regions and States are what well-kept lists say, and adding one is one command."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from mhgraph.model import HAS_COUNTRY
from mhgraph.namespaces import BASE, to_curie
from tests.conftest import REPOSITORY
from tools.places.files import COUNTRIES, REGIONS, STATES, UnknownPlace, is_current, render_files
from tools.places.m49 import REGIONS as M49
from tools.places.m49 import find_surroundings

FILES = (COUNTRIES, REGIONS, STATES)


def test_the_shipped_files_are_what_the_lists_say() -> None:
    stale = [path for path, content in render_files(REPOSITORY).items() if not is_current(path, content)]
    assert stale == []


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for path in FILES:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(REPOSITORY / path, tmp_path / path)
    return tmp_path


def test_a_country_comes_with_its_codes_names_and_regions(copy: Path) -> None:
    files = {path: content.decode() for path, content in render_files(copy, ["NPL"]).items()}
    nepal = next(block for block in files[copy / COUNTRIES].split("\n\n") if block.startswith("place:nepal "))
    assert '"Nepal"@en , "Népal"@fr , "Nepal"@es' in nepal
    assert '"524" , "NP" , "NPL"' in nepal
    assert "dcterms:isPartOf place:southern-asia" in nepal
    assert "place:southern-asia a" in files[copy / REGIONS]
    assert "actor:nepal" not in files[copy / STATES]


def test_a_state_has_its_country(copy: Path) -> None:
    states = render_files(copy, ["np"], as_states=True)[copy / STATES].decode()
    nepal = next(block for block in states.split("\n\n") if block.startswith("actor:nepal "))
    assert f"{to_curie(HAS_COUNTRY.value)} place:nepal" in nepal


def test_a_declared_slug_stays_when_the_name_changes(copy: Path) -> None:
    text = (copy / COUNTRIES).read_text(encoding="utf-8")
    (copy / COUNTRIES).write_text(text.replace("place:sweden ", "place:kingdom-of-sweden "), encoding="utf-8")
    assert "place:kingdom-of-sweden a" in render_files(copy)[copy / COUNTRIES].decode()


@pytest.mark.parametrize("code", ["XX", "Nepal", ""])
def test_an_unknown_code_is_refused(copy: Path, code: str) -> None:
    with pytest.raises(UnknownPlace, match="no code of ISO 3166-1"):
        render_files(copy, [code])


def test_a_country_outside_the_division_is_refused(copy: Path) -> None:
    with pytest.raises(UnknownPlace, match="Taiwan"):
        render_files(copy, ["TW"])


def test_versions_of_the_lists_do_not_make_a_file_stale(copy: Path) -> None:
    path = copy / COUNTRIES
    content = path.read_bytes()
    assert is_current(path, content.replace(b"pycountry ", b"pycountry 9"))
    assert not is_current(path, content.replace(BASE.encode(), b"https://example.org/"))


def test_each_country_lies_in_one_region_and_each_region_in_the_world() -> None:
    countries = [country for region in M49.values() for country in region.countries]
    assert len(countries) == len(set(countries)) > 240
    assert {find_surroundings(region)[-1].name for region in M49.values()} == {
        "Africa",
        "Americas",
        "Asia",
        "Europe",
        "Oceania",
    }
