# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A bench whose figures are made up, and the page of figures on it."""

import pytest
from PySide6.QtWidgets import QApplication

from servicedesk.ui.core.rooms import Place
from servicedesk.ui.measures.page import MeasuresPage
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import speak_british
from tests.helpers.reports import DAY, MadeFigures
from tests.ui.charter.benches import Heard, bench_in


@pytest.fixture
def bench(tmp_path, qtbot):
    """A bench over a new file; it is Monday 23 November 2026."""
    speak_british()
    with bench_in(tmp_path, FixedClock(DAY)) as made:
        made.theme.set_scheme("light")
        made.theme.set_percent(100)
        made.theme.apply(QApplication.instance())
        yield made


@pytest.fixture
def heard(bench):
    return Heard(bench)


@pytest.fixture
def figures(bench):
    """In the place of the service that reads figures."""
    bench.services.figures = MadeFigures()
    return bench.services.figures


@pytest.fixture
def opened(bench, qtbot, figures):
    """Opens the room at a place."""
    held = []

    def open_room(part="", item="", wide=1160, high=700):
        page = MeasuresPage(bench)
        held.append(page)  # a test may ask for a card of it alone
        qtbot.addWidget(page)
        page.resize(wide, high)
        page.arrive(Place(room="measures", part=part, item=item))
        with qtbot.waitActive(page):
            page.show()
        target = page.first_focus()
        assert target is not None
        target.setFocus()
        return page

    return open_room
