# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A wizard on the screen, ready for the keyboard, and what the file holds of it."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from servicedesk.domain.charters_typing import Typing
from servicedesk.ui.charter.page import CharterPage
from servicedesk.ui.charter.wizard import WizardPage
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.widgets.fields import Field
from tests.helpers.builders import charter_draft

RUTH = "Ruth"
WIDE = (1158, 768)
"""What the window leaves beside the rail at 1366 x 768."""

FOLDED = (1296, 768)
"""The same at 200 %, where the rail is icons only."""


def shown(qtbot: QtBot, bench: Workbench, item: str = "", size: tuple[int, int] = WIDE):
    page = CharterPage(bench)
    qtbot.addWidget(page)
    page.resize(*size)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.arrive(Place(room="charter", part="write", item=item))
    settled(qtbot, page)
    return page


def wizard_of(page: CharterPage) -> WizardPage:
    return page.findChild(WizardPage)


def settled(qtbot: QtBot, page: CharterPage) -> None:
    """The preview is drawn, everything has its place and the keyboard is where it belongs.

    What is laid out may have others make room, one round of events later each.
    """
    previewer = wizard_of(page).presenter.previewer
    qtbot.waitUntil(lambda: previewer.is_idle, timeout=20_000)
    qtbot.wait(0)
    before, now = None, _places(page)
    while now != before:
        qtbot.wait(0)
        before, now = now, _places(page)


def _places(page: CharterPage) -> list[QRect]:
    return [part.geometry() for part in page.findChildren(QWidget)]


def begin(bench: Workbench) -> None:
    bench.services.charter_writing.begin("hardware_shop", RUTH)


def finish(bench: Workbench) -> None:
    begin(bench)
    bench.services.charter_writing.keep(charter_draft(), Typing(), RUTH)


def field(page: CharterPage, question: str) -> Field:
    return next(
        one
        for one in page.findChildren(Field)
        if one.question_id == question and one.isVisibleTo(page)
    )


def button(page: QWidget, words: str) -> QPushButton:
    return next(
        one
        for one in page.findChildren(QPushButton)
        if one.text() == words and one.isVisibleTo(page)
    )


def press(qtbot: QtBot, page: QWidget, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    focused = page.window().focusWidget() or page
    qtbot.keyClick(focused, key, held)
    qtbot.wait(0)


def said(bench: Workbench) -> dict[str, object]:
    found = bench.services.charter_writing.current()
    assert found is not None
    return dict(found.draft.answers)


def typed(bench: Workbench) -> dict[str, object]:
    found = bench.services.charter_writing.current()
    assert found is not None
    return dict(found.typing.typed)
