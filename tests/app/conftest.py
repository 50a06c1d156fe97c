# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The command as a person types it, for all tests of it."""

from pathlib import Path

import pytest

from servicedesk.app.main import console


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
