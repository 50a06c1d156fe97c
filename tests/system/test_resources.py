# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The data of the program are found wherever it runs from."""

import sys
from pathlib import Path

import pytest

from servicedesk.domain.errors import Trouble
from servicedesk.system.resources import resources_folder


def with_words(folder):
    (folder / "words").mkdir(parents=True)
    return folder


def test_the_source_tree_is_found():
    assert resources_folder() == Path(__file__).parents[2] / "resources"


def test_the_source_tree_comes_before_an_old_copy(tmp_path):
    package = tmp_path / "src" / "servicedesk"
    with_words(package / "_resources")
    source = with_words(tmp_path / "resources")
    assert resources_folder(package) == source


def test_an_installed_package_has_its_own(tmp_path):
    package = tmp_path / "site-packages" / "servicedesk"
    installed = with_words(package / "_resources")
    with_words(tmp_path / "resources")
    assert resources_folder(package) == installed


def test_a_frozen_bundle_has_its_own(tmp_path, monkeypatch):
    package = tmp_path / "elsewhere" / "servicedesk"
    bundled = with_words(tmp_path / "bundle" / "servicedesk" / "_resources")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "bundle"), raising=False)
    assert resources_folder(package) == bundled


def test_a_folder_that_only_has_the_name_is_not_taken(tmp_path):
    (tmp_path / "resources").mkdir()
    with pytest.raises(Trouble, match="program_incomplete"):
        resources_folder(tmp_path / "src" / "servicedesk")
