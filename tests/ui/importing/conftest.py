# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What tests of bringing customers in share: a bench over a new file, and a list to bring."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.importing.page import ImportingPage
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import speak_british
from tests.ui.charter.benches import Heard, bench_in
from tests.ui.importing.pages import shown

LIST = (
    "Name,Phone,E-mail,Street,Postcode,Customer since,Empty\n"
    "Zoë Hill,07700 900101,zoe@x.example,1 High St,LS1 1AA,03/04/2019,\n"
    "Bob Roe,07700 900102,,2 Low Rd,YO1 1AA,05/06/2020,\n"
    ",,,9 Low Road,YO1 1AA,,\n"
)


@pytest.fixture
def bench(tmp_path: Path, qtbot: QtBot) -> Iterator[Workbench]:
    """A bench over a new file; it is Sunday 22 November 2026."""
    speak_british()
    with bench_in(tmp_path, FixedClock(date(2026, 11, 22))) as made:
        yield made


@pytest.fixture
def page(bench: Workbench, qtbot: QtBot) -> ImportingPage:
    """The page of an import, on the screen."""
    return shown(bench, qtbot)


@pytest.fixture
def heard(bench: Workbench) -> Heard:
    """What was said at large."""
    return Heard(bench)


@pytest.fixture
def customers_list(tmp_path: Path) -> Path:
    """Three rows, one of them nobody, with days that can be read in two ways."""
    path = tmp_path / "customers.csv"
    path.write_text(LIST, encoding="utf-8")
    return path
