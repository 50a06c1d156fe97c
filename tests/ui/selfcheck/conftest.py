# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A bench over a new file, and the room of checking oneself on it."""

import pytest
from PySide6.QtWidgets import QApplication

from servicedesk.ui.core.rooms import Place
from servicedesk.ui.selfcheck.page import SelfCheckPage
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import speak_british
from tests.helpers.reports import DAY
from tests.ui.charter.benches import Heard, bench_in


@pytest.fixture
def clock():
    """It is Monday 23 November 2026."""
    return FixedClock(DAY)


@pytest.fixture
def bench(tmp_path, qtbot, clock):
    """A bench over a new file."""
    speak_british()
    with bench_in(tmp_path, clock) as made:
        made.theme.set_scheme("light")
        made.theme.set_percent(100)
        made.theme.apply(QApplication.instance())
        yield made


@pytest.fixture
def heard(bench):
    return Heard(bench)


@pytest.fixture
def opened(bench, qtbot):
    """Opens the room at a place; whoever wants to be elsewhere in it gets there."""

    def open_room(item="", wide=1160, high=700):
        page = SelfCheckPage(bench)
        qtbot.addWidget(page)
        page.resize(wide, high)

        def go(place):
            if (place.room, place.part) == ("improve", "check"):
                page.arrive(place)
                target = page.first_focus()
                assert target is not None
                target.setFocus()

        bench.navigator.wanted.connect(go)
        go(Place(room="improve", part="check", item=item))
        with qtbot.waitActive(page):
            page.show()
        page.first_focus().setFocus()
        return page

    return open_room
