# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A bench over a new file, and the page of papers on it."""

import pytest
from PySide6.QtWidgets import QApplication

from servicedesk.ui.core.rooms import Place
from servicedesk.ui.written.page import WrittenPage
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import speak_british
from tests.services.samples_made import TODAY
from tests.ui.charter.benches import Heard, bench_in


@pytest.fixture
def bench(tmp_path, qtbot):
    """A bench over a new file; it is Monday 23 November 2026."""
    speak_british()
    with bench_in(tmp_path, FixedClock(TODAY)) as made:
        made.theme.set_scheme("light")
        made.theme.set_percent(100)
        made.theme.apply(QApplication.instance())
        yield made


@pytest.fixture
def heard(bench):
    return Heard(bench)


@pytest.fixture
def opened(bench, qtbot):
    """Opens the papers at a place."""
    held = []

    def open_page(item="", wide=1160, high=700):
        page = WrittenPage(bench)
        held.append(page)
        qtbot.addWidget(page)
        bench.navigator.wanted.connect(page.arrive)
        page.resize(wide, high)
        page.arrive(Place(room="improve", part="papers", item=item))
        with qtbot.waitActive(page):
            page.show()
        target = page.first_focus()
        assert target is not None
        target.setFocus()
        return page

    return open_page
