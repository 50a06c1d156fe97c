# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Trouble whose code is looked up in a table has its words too, and gets what they ask for."""

import re
import tomllib
from pathlib import Path

import pytest

from servicedesk.store import faults
from servicedesk.store.places import PlaceKind

ROOT = Path(__file__).resolve().parents[2]
WORDS = tomllib.loads((ROOT / "resources/words/en-GB/store.toml").read_text("utf-8"))
LOOKED_UP = {*faults._CODES.values(), *faults._DISK.values()}


@pytest.mark.parametrize("code", sorted(LOOKED_UP | {"file_fault"}))
def test_looked_up_trouble_can_be_said(code: str) -> None:
    said = WORDS["trouble"][code]
    assert set(said) == {"happened", "safe", "do"}
    assert set(re.findall(r"{(\w+)}", " ".join(said.values()))) <= {"name"}


@pytest.mark.parametrize("code", ["folder_gone", "file_missing", "file_replaced"])
def test_what_is_gone_is_said_with_its_folder(code: str) -> None:
    said = WORDS["trouble"][code]
    assert set(re.findall(r"{(\w+)}", " ".join(said.values()))) <= {"name", "folder"}


def test_every_place_but_the_safe_one_has_its_warning() -> None:
    assert set(WORDS["place"]) == {kind.value for kind in PlaceKind} - {PlaceKind.LOCAL.value}
    for sentence in WORDS["place"].values():
        assert "{name}" in sentence
