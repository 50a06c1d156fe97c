# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A bench over a new file, with helpers or without, and the page of the people here."""

import pytest
from PySide6.QtWidgets import QApplication

from servicedesk.domain.people import PersonDraft, Role
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.staff.page import StaffPage
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import speak_british
from tests.services.samples_made import RUTH, TODAY
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
def team(bench):
    """The owner, and two who help; their numbers."""
    people = bench.services.people
    return tuple(
        people.add(PersonDraft(name=name, role=role, limit_pence=limit), RUTH).card.id
        for name, role, limit in (
            ("Ruth", Role.OWNER, None),
            ("Tom", Role.STAFF, 5000),
            ("Aisha", Role.SERVICE_LEAD, 20000),
        )
    )


@pytest.fixture
def opened(bench, qtbot):
    """Opens the page."""
    held = []

    def open_page(item="", wide=1160, high=700):
        page = StaffPage(bench)
        held.append(page)
        qtbot.addWidget(page)
        page.resize(wide, high)
        page.arrive(Place(room="improve", part="staff", item=item))
        with qtbot.waitActive(page):
            page.show()
        target = page.first_focus()
        assert target is not None
        target.setFocus()
        return page

    return open_page
