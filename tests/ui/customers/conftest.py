# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The customers room over a real file."""

import pytest

from servicedesk.ui.core.rooms import Place
from servicedesk.ui.customers.page import CustomersPage
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import dressed, speak_british
from tests.ui.backups.benches import bench_in
from tests.ui.charter.benches import Heard
from tests.ui.customers.people_made import TODAY, fill


@pytest.fixture(autouse=True)
def british():
    speak_british()


@pytest.fixture
def bench(tmp_path, qtbot):
    with bench_in(tmp_path, FixedClock(TODAY)) as made, dressed(made.theme):
        yield made


@pytest.fixture
def heard(bench):
    return Heard(bench)


@pytest.fixture
def ids(bench):
    return fill(bench)


@pytest.fixture
def page(bench, ids, qtbot):
    made = CustomersPage(bench)
    qtbot.addWidget(made)
    made.resize(1158, 700)
    made.show()
    made.arrive(Place(room="customers"))
    yield made
    made.leave()
