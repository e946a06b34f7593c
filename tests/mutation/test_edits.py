"""Wrong statements that a tired curator would write next: each is noticed, or it is said why nothing notices it."""

from __future__ import annotations

import pytest

from mhgraph.project.folders import Project
from tests.conftest import REPOSITORY
from tests.mutation.edits import Edit, Judge, read_edits

EDITS = read_edits()


@pytest.fixture(scope="module")
def judge(small_project: Project) -> Judge:
    return Judge(small_project)


@pytest.mark.mutation
@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.name)
def test_a_wrong_statement_is_noticed_or_known_not_to_be(edit: Edit, judge: Judge) -> None:
    assert judge.find(edit) == set(edit.noticed)


@pytest.mark.mutation
def test_what_is_right_is_not_noticed(judge: Judge) -> None:
    for file in {edit.file for edit in EDITS}:
        assert judge.find(Edit("nothing", file, "", "", "", (), "")) == set()


def test_there_are_many_and_each_is_told_once() -> None:
    assert len(EDITS) >= 150
    assert len({edit.name for edit in EDITS}) == len(EDITS)
    assert all(bool(edit.noticed) != bool(edit.unnoticed) for edit in EDITS)


def test_the_guide_lists_what_nothing_notices_and_why() -> None:
    guide = (REPOSITORY / "docs" / "data-quality.md").read_text(encoding="utf-8")
    _, _, rest = guide.partition("## What no check notices\n")
    section = rest.partition("\n## ")[0]
    listed = [line for line in section.splitlines() if line.startswith("| ") and not line.startswith("| wrong")]
    assert listed == [f"| {edit.name} | {edit.unnoticed} |" for edit in EDITS if edit.unnoticed]
