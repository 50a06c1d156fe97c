# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Files that lie with a promise: dropped on it, pasted, asked for by a button, taken out again."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from servicedesk.domain.kinds import Kind
from servicedesk.ui.core.places import Place
from servicedesk.ui.widgets import files_strip
from tests.helpers.audits import findings
from tests.helpers.qt import png
from tests.ui.widgets.made import press

CTRL = Qt.KeyboardModifier.ControlModifier
COPY = Qt.DropAction.CopyAction


@pytest.fixture
def hinge(tmp_path):
    path = tmp_path / "broken hinge.png"
    path.write_bytes(png(40, 30))
    return path


@pytest.fixture
def detail(page, ids):
    page.arrive(Place(room="promises", item=str(ids["late"])))
    return page.detail


def holding(path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    return data


def names(bench, promise_id):
    return [card.name for card in bench.services.record_files.of(Kind.PROMISE, promise_id)]


def test_a_file_is_dropped_on_a_promise_and_shown_with_it_alone(
    page, bench, ids, detail, hinge, qtbot
):
    assert not detail.files.isVisible()
    data, nothing = holding(hinge), (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(QPoint(9, 9), COPY, data, *nothing)
    QApplication.sendEvent(detail.viewport(), entering)
    assert entering.isAccepted()
    QApplication.sendEvent(detail.viewport(), QDropEvent(QPoint(9, 9), COPY, data, *nothing))
    qtbot.waitUntil(lambda: len(detail.files.tiles) == 1)
    assert names(bench, ids["late"]) == ["broken hinge.png"]
    assert detail.files.isVisible()
    assert findings(page) == []
    page.arrive(Place(room="promises", item=str(ids["today"])))
    assert not detail.files.isVisible()
    page.arrive(Place(room="promises", item=str(ids["late"])))
    assert [tile.card.name for tile in detail.files.tiles] == ["broken hinge.png"]


def test_a_file_is_pasted_on_a_promise(bench, ids, detail, hinge, qtbot):
    detail.done_button.setFocus()
    QGuiApplication.clipboard().setMimeData(holding(hinge))
    press(detail, Qt.Key.Key_V, CTRL)
    qtbot.waitUntil(lambda: len(detail.files.tiles) == 1)
    bench.services.record_files.remove(detail.files.tiles[0].card.id, "Ruth")
    QGuiApplication.clipboard().setText("just words")
    press(detail, Qt.Key.Key_V, CTRL)
    assert names(bench, ids["late"]) == []


def test_a_button_asks_for_files(bench, ids, detail, hinge, qtbot, monkeypatch):
    monkeypatch.setattr(files_strip, "open_files", lambda *_: [hinge])
    detail.attach_button.click()
    qtbot.waitUntil(lambda: len(detail.files.tiles) == 1)
    assert names(bench, ids["late"]) == ["broken hinge.png"]


def test_nothing_is_taken_in_where_no_promise_is_shown(page, hinge):
    page.detail_presenter.show(None)
    assert not page.detail._take_in(holding(hinge))
    assert not page.detail.files.isVisible()
