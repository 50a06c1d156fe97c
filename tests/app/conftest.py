# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The command as a person types it, and profiles that a window can open."""

from pathlib import Path

import pytest

from servicedesk.app.main import console
from servicedesk.store.opening import create_file
from tests.app.answers_made import publishable


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "papers"


@pytest.fixture
def charter(profile: Path, capsys):
    """Run the command; gives exit status, lines said, lines complained."""

    def run(*words: object) -> tuple[int, str, str]:
        capsys.readouterr()
        status = console(["charter", "--profile", str(profile), *map(str, words)])
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


@pytest.fixture
def shop(profile: Path) -> Path:
    """A profile with an empty file."""
    create_file(profile / "servicedesk.db")
    return profile


@pytest.fixture
def published(profile: Path, tmp_path: Path) -> Path:
    """A profile with a published charter."""
    answers = publishable(tmp_path / "answers.toml")
    words = ["--answers", str(answers), "--out", str(tmp_path / "papers"), "--publish"]
    assert console(["charter", "--profile", str(profile), *words]) == 0
    return profile
