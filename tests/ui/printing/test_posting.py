# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Envelopes and labels: what is asked before them, and what is said where there is no address."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from servicedesk.domain.customers import Address, CustomerDraft
from servicedesk.ui.printing import posting
from servicedesk.ui.printing.posting import LabelsDialog, print_envelopes, print_labels
from tests.helpers.audits import findings
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import speak_british
from tests.services.letters_made import TODAY
from tests.ui.charter.benches import Heard, bench_in
from tests.ui.widgets.made import press


@pytest.fixture
def bench(tmp_path, qtbot):
    speak_british()
    with bench_in(tmp_path, FixedClock(TODAY)) as made:
        made.theme.apply(QApplication.instance())
        yield made


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


@pytest.fixture
def printed(monkeypatch):
    jobs = []
    monkeypatch.setattr(posting, "show_print", lambda job, *_: jobs.append(job))
    return jobs


def customer(bench, name, lines="9 Mill Lane"):
    addresses = (Address(lines=lines, postcode="WS1 1AA"),) if lines else ()
    return bench.services.customers.add(CustomerDraft(name=name, addresses=addresses), "Ruth").card


def asked(window):
    return window.findChild(LabelsDialog)


def test_labels_begin_where_the_sheet_has_its_first_free_one(bench, window, printed):
    print_labels(bench, window, (customer(bench, "Zoe").id,))
    dialog = asked(window)
    assert findings(dialog) == []
    (field,) = dialog.fields()
    for wrong in ("", "0", "31", "two", "9" * 25_000):
        field.focus_target().setText(wrong)
        press(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert dialog.isVisible()
        assert printed == []
    field.focus_target().setText("22")
    press(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked(window) is None
    assert [offer.id for offer in printed[0].offers] == ["labels_30"]


def test_esc_prints_no_labels(bench, window, printed):
    print_labels(bench, window, (customer(bench, "Zoe").id,))
    press(asked(window), Qt.Key.Key_Escape)
    assert printed == []


def test_somebody_without_an_address_is_named_and_nothing_is_asked(bench, window, printed):
    heard, ben = Heard(bench), customer(bench, "Ben", lines="").id
    print_labels(bench, window, (ben,))
    print_envelopes(bench, window, (ben,))
    assert asked(window) is None
    assert printed == []
    assert heard.said == ["No postal address is on record for Ben. Add one first."] * 2


def test_a_file_that_cannot_be_read_is_told(bench, window, printed, monkeypatch):
    from servicedesk.domain.errors import Trouble
    from servicedesk.services.envelopes import Envelopes

    zoe = customer(bench, "Zoe").id
    print_labels(bench, window, (zoe,))

    def broken(*_):
        raise Trouble("disk_full", name="servicedesk.db")

    monkeypatch.setattr(Envelopes, "labels", broken)
    monkeypatch.setattr(Envelopes, "for_customers", broken)
    heard, dialog = Heard(bench), asked(window)
    press(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()
    dialog.reject()
    print_envelopes(bench, window, (zoe,))
    assert len(heard.troubles) == 2
    assert printed == []
