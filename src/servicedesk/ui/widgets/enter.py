# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What Enter does: it presses what Space would press, and leads from a line to the next field."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from servicedesk.ui.widgets.tab_order import stops_in

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def is_enter(event: QKeyEvent) -> bool:
    """Whether a key is Enter alone, on either side of the keyboard."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in _ENTER and not held


class _EnterPresses(QObject):
    """Hears the keys of single buttons; a button that repeats is pressed once."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Press by Enter."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if not is_enter(event) or not isinstance(watched, QAbstractButton):
            return False
        if not event.isAutoRepeat():
            watched.click()
        return True


def press_by_enter(*buttons: QAbstractButton) -> None:
    """Let Enter press buttons, boxes and links of Qt's own; ``WrapButton`` does so by itself."""
    for button in buttons:
        button.installEventFilter(_EnterPresses(button))


def goes_on(places: Sequence[QWidget], focused: QWidget | None) -> bool:
    """Lead the keyboard from a line to the field after it, as Enter does in a form.

    Args:
        places: the fields and what stands between them, from the top.
        focused: what has the keyboard.

    Returns:
        False where that is no line, or the last field of all.
    """
    stops = stops_in(places)
    if not isinstance(focused, QLineEdit) or focused not in stops:
        return False
    here = _field_of(focused)
    for stop in stops[stops.index(focused) + 1 :]:
        field = _field_of(stop)
        if field is not None and field is not here and stop.isVisible() and stop.isEnabled():
            stop.setFocus(Qt.FocusReason.TabFocusReason)
            return True
    return False


def _field_of(widget: QWidget) -> QWidget | None:
    """The field that a widget is a part of."""
    here: QWidget | None = widget
    while here is not None and not here.property("is_field"):
        here = here.parentWidget()
    return here
