# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The PIN on the screen: it stands before pages and complaints, and is set in the settings."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from servicedesk.ui.core.page import Page
from servicedesk.ui.core.places import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.pin import PinForm, PinnedPage
from servicedesk.ui.settings.pin_box import PinBox
from servicedesk.ui.settings.pin_box import PinForm as NewPinForm
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import seen_texts, speak_british
from tests.ui.charter.benches import bench_in

PLACE = Place(room="improve", part="staff")


class Inner(Page):
    """A page that tells what was asked of it."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self.told: list[str] = []

    def arrive(self, place: Place) -> None:
        self.told.append(place.part)

    def leave(self) -> None:
        self.told.append("left")

    def first_focus(self) -> QWidget:
        return self


@pytest.fixture
def bench(tmp_path: Path, qtbot: QtBot) -> Iterator[Workbench]:
    speak_british()
    with bench_in(tmp_path, FixedClock(date(2026, 11, 23))) as made:
        yield made


def answer(kind: type[QWidget], *typed: str) -> None:
    """Type into the dialog that comes up, save, and close it if it stays."""

    def type_it() -> None:
        form = QApplication.activeModalWidget()
        if not isinstance(form, kind):
            QTimer.singleShot(10, type_it)
            return
        fields = form.pins if isinstance(form, NewPinForm) else (form.field,)
        for field, words in zip(fields, typed, strict=True):
            field.line.setText(words)
        form.save_wanted.emit()
        if form.isVisible():
            form.reject()

    QTimer.singleShot(0, type_it)


def shown(page: QWidget, qtbot: QtBot) -> None:
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)


def test_a_page_stands_behind_the_pin(bench, qtbot):
    bench.services.owner_pin.set("0420", "0420", "Ann")
    bench.services.owner_pin.close()
    page = PinnedPage(bench, Inner, "What is kept.")
    shown(page, qtbot)
    page.arrive(PLACE)
    assert page.page is None
    assert page.first_focus() is page.card.open_button
    assert page.print_job() is None
    page.leave()
    answer(PinForm, "1111")
    page.card.open_button.click()
    assert page.page is None
    answer(PinForm, "0420")
    page.card.open_button.click()
    assert isinstance(page.page, Inner)
    assert page.page.told == ["staff"]
    assert page.first_focus() is page.page
    page.leave()
    bench.services.owner_pin.close()
    page.arrive(PLACE)
    assert page.page.told == ["staff", "left"]
    assert not page.page.isVisible()


def test_without_a_pin_nothing_stands_before_a_page(bench, qtbot):
    page = PinnedPage(bench, Inner, "What is kept.")
    shown(page, qtbot)
    page.arrive(PLACE)
    assert isinstance(page.page, Inner)
    assert page.print_job() is None


def test_a_pin_is_set_changed_and_taken_away(bench, qtbot):
    box = PinBox(bench)
    shown(box, qtbot)
    assert not box.remove_button.isVisible()
    assert any("“servicedesk export” asks for the password" in text for text in seen_texts(box))
    answer(NewPinForm, "12", "12")
    box.set_button.click()
    assert not bench.services.owner_pin.is_set()
    answer(NewPinForm, "0420", "0420")
    box.set_button.click()
    assert bench.services.owner_pin.is_set()
    assert box.set_button.text() == "Change the PIN…"
    bench.services.owner_pin.close()
    answer(PinForm, "0000")
    box.remove_button.click()
    assert bench.services.owner_pin.is_set()
    answer(PinForm, "0420")
    box.remove_button.click()
    assert not bench.services.owner_pin.is_set()
