# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A bench over a real file for what several rooms need."""

import pytest
from PySide6.QtWidgets import QApplication

from servicedesk.ui.people.promise_form import PromiseForm
from servicedesk.ui.people.promise_form_presenter import Aim
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import speak_british
from tests.helpers.records import DAY, put_customer
from tests.ui.charter.benches import Heard, bench_in


@pytest.fixture
def bench(tmp_path, qtbot):
    """A bench over a new file; it is Monday 23 November 2026."""
    speak_british()
    with bench_in(tmp_path, FixedClock(DAY)) as made:
        made.theme.apply(QApplication.instance())
        yield made


@pytest.fixture
def heard(bench):
    """What was said at large."""
    return Heard(bench)


@pytest.fixture
def patel(bench):
    return put_customer(bench.services.units, "Mrs Meena Patel", remember="Rings after six")


@pytest.fixture
def opened(bench, qtbot, patel):
    def open_form(**aim):
        form = PromiseForm(bench, Aim(**aim))
        qtbot.addWidget(form)
        with qtbot.waitActive(form):
            form.show()
        return form

    return open_form
