# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The history of a record on the screen: newest first, from what to what, by whom, printable."""

from dataclasses import replace
from datetime import date

import pytest

from servicedesk.domain.customers import CustomerDraft, Reach, ReachKind
from servicedesk.domain.errors import Trouble
from servicedesk.domain.kinds import Kind
from servicedesk.domain.printing import PaperChoice
from servicedesk.ui.people.history_dialog import show_history
from servicedesk.ui.printing import preview as preview_module
from tests.helpers import audits
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import seen_texts, speak_british
from tests.ui.backups.benches import bench_in, heard

TODAY = date(2026, 11, 24)
ANN = CustomerDraft(name="Ann Lee", reaches=(Reach(kind=ReachKind.PHONE, shown="01632 960 1"),))


@pytest.fixture(autouse=True)
def british():
    speak_british()


@pytest.fixture
def bench(tmp_path, qtbot):
    with bench_in(tmp_path, FixedClock(TODAY)) as made:
        yield made


@pytest.fixture
def ann(bench):
    card = bench.services.customers.add(ANN, "Ruth").card
    bench.services.customers.change(card.id, replace(ANN, name="Ann Leigh", reaches=()), "Tom")
    return card.id


@pytest.fixture
def opened(bench, qtbot, qapp):
    from PySide6.QtWidgets import QWidget

    window = QWidget()
    qtbot.addWidget(window)
    window.show()

    def open_it(record):
        dialog = show_history(bench, Kind.CUSTOMER, record, "Ann Leigh", window)
        qtbot.waitExposed(dialog)
        return dialog

    return open_it


def test_demand_30_it_says_what_was_what_is_and_who_changed_it(opened, ann) -> None:
    dialog = opened(ann)
    said = "\n".join(seen_texts(dialog))
    assert "History of Ann Leigh" in said
    assert "Name: Ann Lee → Ann Leigh" in said
    assert "Changed · Tom" in said
    assert "Phone or e-mail: taken away · Tom" in said
    assert said.index("Ann Lee → Ann Leigh") < said.rindex("Written down · Ruth")
    assert audits.findings(dialog) == []
    assert dialog.close_button.hasFocus() or not dialog.isActiveWindow()


def test_it_is_printed(opened, ann, monkeypatch) -> None:
    jobs = []
    monkeypatch.setattr(preview_module, "show_print", lambda job, *_: jobs.append(job))
    dialog = opened(ann)
    dialog.print_button.click()
    (job,) = jobs
    assert job.sheets[0].rows
    choice = PaperChoice(paper=job.offers[0].id, size=job.offers[0].sizes[0])
    assert job.make(choice).data.startswith(b"%PDF")


def test_a_record_without_changes_says_so_and_has_nothing_to_print(opened, bench) -> None:
    dialog = opened(99)
    assert "Nothing is kept of its changes." in seen_texts(dialog)
    assert dialog.print_button.isHidden()
    dialog.print_it()


def test_a_file_that_cannot_be_read_is_said(opened, bench, monkeypatch) -> None:
    def unreadable(*_: object) -> None:
        raise Trouble("disk_full", name="shop")

    monkeypatch.setattr(bench.services.record_history, "of", unreadable)
    told = heard(bench)
    opened(1)
    assert len(told.troubles) == 1
