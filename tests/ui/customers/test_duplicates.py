# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Customers who are in the file twice, found on their page and merged by key, and taken apart."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.customers.duplicates import DuplicatesTopic
from servicedesk.ui.customers.merge import MergeDialog, show_merge
from tests.helpers import audits
from tests.services.customers_made import RUTH, added
from tests.ui.charter.benches import Heard


def shown(page: DuplicatesTopic, qtbot: QtBot) -> DuplicatesTopic:
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.arrive()
    page.show()
    qtbot.waitExposed(page)
    compared(page)
    return page


def compared(page: DuplicatesTopic) -> None:
    """Wait until everybody was compared with everybody, beside the screen."""
    page._bench.tasks.wait()
    QApplication.processEvents()


def twice(bench: Workbench) -> tuple[int, int]:
    one = added(bench.services, "Mrs Meena Patel", phones=("01632 960123",), remember="dog")
    other = added(
        bench.services,
        "Meena Patell",
        phones=("+44 1632 960123",),
        emails=("m@patel.example",),
        place=("4 High Street\nLeeds", "LS1 4DY"),
        notes="Likes tea.",
    )
    return one.id, other.id


def read(dialog: MergeDialog) -> list[str]:
    return [line.text() for line in dialog.outcome.findChildren(QLabel) if not line.isHidden()]


def test_demand_9_two_are_made_one_by_keys_and_taken_apart_by_one_undo(
    bench: Workbench, heard: Heard, qtbot: QtBot
) -> None:
    one, other = twice(bench)
    page = shown(DuplicatesTopic(bench), qtbot)
    assert page.first_focus() is page.list
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    dialog = page.dialog
    assert dialog is not None
    assert "Remember: dog" in read(dialog)
    assert "Notes: Likes tea." in read(dialog)
    assert "E-mail: m@patel.example" in read(dialog)
    dialog.save_button.click()
    assert heard.said == ["Mrs Meena Patel and Meena Patell are one customer now."]
    assert bench.services.customers.get(one).id == other
    compared(page)
    assert page.presenter.state.lines == ()
    assert not page.list.isVisible()
    bench.services.undo.undo(RUTH)
    page.arrive()
    compared(page)
    assert [line.id for line in page.presenter.state.lines] == [(one, other)]
    assert bench.services.customers.get(other).id == other


def test_the_other_one_can_be_kept(bench: Workbench, qtbot: QtBot) -> None:
    one, other = twice(bench)
    dialog = show_merge(bench, None, [one, other])
    qtbot.addWidget(dialog)
    field = dialog.fields()[0]
    assert field.value() == str(other)  # which says more
    field.show_typed("")
    dialog._show_outcome()
    assert not dialog.outcome.isVisible()
    dialog.save_button.click()
    assert field.error() == "Please say whose name stays."
    field.show_typed(str(one))
    with qtbot.waitSignal(dialog.merged) as heard:
        dialog.save_button.click()
    assert heard.args == [one]
    assert bench.services.customers.get(other).shown_name == "Mrs Meena Patel"


def test_what_has_no_room_is_said_and_nothing_is_merged(bench: Workbench, qtbot: QtBot) -> None:
    one = added(bench.services, "Tom", notes="x" * 6_000).id
    other = added(bench.services, "Thomas", notes="y" * 6_000).id
    dialog = show_merge(bench, None, [one, other])
    qtbot.addWidget(dialog)
    assert read(dialog)[-1].startswith("This is 12002 characters long")
    dialog.save_button.click()
    assert dialog.fields()[0].error().startswith("This is 12002 characters long")
    assert bench.services.customers.get(other).id == other
    with pytest.raises(Refusal, match="record_gone"):
        MergeDialog(bench, [one, 99])


def test_two_who_are_two_go_from_the_list(bench: Workbench, heard: Heard, qtbot: QtBot) -> None:
    twice(bench)
    page = shown(DuplicatesTopic(bench), qtbot)
    job = page.print_job()
    assert job is not None
    assert job.title == "Possible duplicates"
    page.apart_button.click()
    assert page.presenter.state.lines == ()
    assert page.print_job() is None
    assert heard.said == ["Noted: they are two customers."]
    assert page.first_focus() is None


def test_the_list_follows_while_somebody_looks(bench: Workbench, qtbot: QtBot) -> None:
    page = shown(DuplicatesTopic(bench), qtbot)
    page.leave()
    customers = bench.services.customers
    one, other = twice(bench)
    bench.do(lambda: customers.change(one, customers.get(one).draft, RUTH))
    bench.do(lambda: customers.tag([one], ["vip"], [], RUTH))
    assert page.presenter.state.lines == ()
    page.arrive()
    compared(page)
    assert len(page.presenter.state.lines) == 1
    bench.do(lambda: customers.bin([other], RUTH))
    compared(page)
    assert page.presenter.state.lines == ()


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_page_and_dialog_can_be_read_and_reached(
    bench: Workbench, qtbot: QtBot, qapp: QApplication, percent: int, scheme: str
) -> None:
    bench.theme.set_percent(percent)
    bench.theme.set_scheme(scheme)
    bench.theme.apply(qapp)
    ids = twice(bench)
    page = shown(DuplicatesTopic(bench), qtbot)
    qtbot.wait(1)
    assert "\n".join(audits.findings(page)) == ""
    dialog = show_merge(bench, None, ids)
    qtbot.addWidget(dialog)
    qtbot.waitExposed(dialog)
    qtbot.wait(1)
    assert "\n".join(audits.findings(dialog)) == ""


def test_a_file_that_cannot_be_read_is_told_and_no_bug_hidden(
    bench: Workbench, heard: Heard, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(DuplicatesTopic(bench), qtbot)

    def gone() -> tuple[object, ...]:
        raise Trouble("file_in_use", file="shop.servicedesk")

    monkeypatch.setattr(bench.services.customers_alike, "possible_duplicates", gone)
    page.arrive()
    compared(page)
    assert len(heard.troubles) == 1
    with pytest.raises(ZeroDivisionError):
        page.presenter._tell(ZeroDivisionError())
