# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The wheel changes no answer, wherever the keyboard is."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QVBoxLayout, QWidget

import servicedesk.ui
from servicedesk.ui.widgets.calm import CalmCombo, CalmSlider, CalmSpin, FittedCombo


def turn(widget: QWidget) -> None:
    middle = QPointF(widget.rect().center())
    QApplication.sendEvent(
        widget,
        QWheelEvent(
            middle,
            widget.mapToGlobal(middle),
            QPoint(0, 0),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        ),
    )


@pytest.mark.parametrize("kind", [CalmCombo, FittedCombo, CalmSpin, CalmSlider])
@pytest.mark.parametrize("has_keyboard", [True, False])
def test_the_wheel_changes_nothing(qtbot, kind, has_keyboard):
    page = QWidget()
    qtbot.addWidget(page)
    made = kind()
    QVBoxLayout(page).addWidget(made)
    if isinstance(made, QComboBox):
        made.addItems(["England", "Wales", "Scotland"])
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    if has_keyboard:
        made.setFocus()
    before = made.currentIndex() if isinstance(made, QComboBox) else made.value()
    turn(made)
    after = made.currentIndex() if isinstance(made, QComboBox) else made.value()
    assert after == before


def test_every_list_number_and_slider_is_a_calm_one():
    """Whoever makes one of Qt's own gives an answer to the wheel."""
    rooms = Path(servicedesk.ui.__file__).parent
    made = re.compile(r"(?<!\w)Q(?:\w*ComboBox|\w*SpinBox|Slider|Dial|\w*(?:Date|Time)\w*Edit)\(")
    found = [
        f"{path.name}: {line.strip()}"
        for path in sorted(rooms.rglob("*.py"))
        if path.name != "calm.py"
        for line in path.read_text(encoding="utf-8").splitlines()
        if made.search(line)
    ]
    assert found == []
