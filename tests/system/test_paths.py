# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A profile keeps everything in one folder; without one the system's own places are used."""

import os
import stat
from pathlib import Path

import pytest

from servicedesk.domain.errors import Trouble
from servicedesk.system.paths import places


def mode_of(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_a_profile_holds_everything(tmp_path):
    home = tmp_path / "new" / "profile"
    found = places(home)
    assert not home.exists()
    assert found.database == home / "servicedesk.db"
    for path in (found.data, found.backups, found.logs, found.temporary, found.preferences):
        assert path.is_relative_to(home)


def test_a_profile_is_a_whole_path(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert places(Path("here")).data == tmp_path / "here"


def test_without_a_profile_the_system_names_the_places(monkeypatch, tmp_path):
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    found = places()
    every = (found.data, found.backups, found.logs, found.temporary, found.preferences)
    assert len(set(every)) == 5
    for path in every:
        assert "servicedesk" in path.parts


@pytest.mark.skipif(os.name == "nt", reason="folder modes are those of POSIX")
def test_folders_are_private(tmp_path):
    found = places(tmp_path / "new" / "profile")
    found.make()
    found.make()
    for path in (tmp_path / "new", found.data, found.backups, found.logs, found.temporary):
        assert mode_of(path) == 0o700


@pytest.mark.skipif(os.name == "nt", reason="folder modes are those of POSIX")
def test_a_folder_that_was_there_is_left_as_it_is(profile):
    profile.chmod(0o755)
    places(profile).make()
    assert mode_of(profile) == 0o755


def test_a_file_in_the_way_is_told(tmp_path):
    (tmp_path / "taken").write_text("")
    with pytest.raises(Trouble) as caught:
        places(tmp_path / "taken" / "profile").make()
    assert caught.value.code == "saving_under_file"
    assert caught.value.params["part"] == str(tmp_path / "taken")
