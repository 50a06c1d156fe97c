# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What tests of fields put together: a bench with a day and colours, and questions of each kind."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesk.domain.guides import Choice, Question, QuestionKind
from servicedesk.ui.core.theme import Theme
from servicedesk.ui.widgets.field import Field
from servicedesk.ui.widgets.fields import make_field
from tests.helpers.qt import words

SUNDAY = date(2026, 11, 22)


@dataclass(frozen=True)
class FieldDesk:
    """All of a bench that fields ask for."""

    theme: Theme
    today: date = SUNDAY


def choices(*names: str) -> tuple[Choice, ...]:
    """Choices whose ids are their labels in small letters."""
    return tuple(Choice(id=name.casefold().replace(" ", "_"), label=name) for name in names)


def question(kind: QuestionKind, **more: object) -> Question:
    """A question of a kind, with whatever else is said."""
    said = {"id": str(kind), "kind": kind, "label": f"About {kind}?", "help": "", **more}
    if kind in (QuestionKind.CHOICE, QuestionKind.CHOICES) and "choices" not in said:
        said["choices"] = choices("Bread", "Milk", "Eggs")
    return Question(**said)


EVERY_KIND = tuple(kind for kind in QuestionKind if kind is not QuestionKind.STANDARD)


class Window(QWidget):
    """Fields below one another in a window that has the keyboard."""

    def __init__(self, fields: Sequence[QWidget]) -> None:
        super().__init__()
        rows = QVBoxLayout(self)
        for field in fields:
            rows.addWidget(field)


class Heard:
    """Counts what a field says."""

    def __init__(self, field: Field) -> None:
        self.typed = 0
        self.committed: list[object] = []
        self._field = field
        field.typed.connect(self._on_typed)
        field.committed.connect(self._on_committed)

    def _on_typed(self) -> None:
        self.typed += 1

    def _on_committed(self) -> None:
        self.committed.append(self._field.value())


def made(desk: FieldDesk, kind: QuestionKind, **more: object) -> Field:
    """A field for a question of a kind."""
    return make_field(question(kind, **more), words(), desk)


def press(widget: QWidget, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
    """Press a key where the keyboard is, as the window system would."""
    window = widget.window().windowHandle()
    QTest.keyClick(window, key, held or Qt.KeyboardModifier.NoModifier)


def write(widget: QWidget, text: str) -> None:
    """Type a text where the keyboard is."""
    window = widget.window().windowHandle()
    for sign in text:
        QTest.keyClick(window, Qt.Key.Key_Return if sign == "\n" else sign)
