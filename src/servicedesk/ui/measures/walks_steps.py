# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The field for the steps of a walk: up to eight, each in four lines, put in order by keys."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QCompleter, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from servicedesk.domain.guides import Question
from servicedesk.domain.walks import STEPS, WalkStep
from servicedesk.domain.walks_checking import moved
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.widgets.buttons import link_button, side_button
from servicedesk.ui.widgets.chip import MarkedLabel
from servicedesk.ui.widgets.field import Field
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.marks import Tone
from servicedesk.ui.widgets.pair import Pair
from servicedesk.ui.widgets.tab_order import order_tabs
from servicedesk.ui.widgets.text import label

PARTS = ("what", "snag", "promise", "action")
"""The lines of a step, in order."""

_KEYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_SIDE_BY_SIDE = 34


class StepBox(QFrame):
    """One step.

    Signals:
        typed: something was typed.
        left: a line was left.
        move_wanted: (-1 or 1) towards the beginning or the end.
        remove_wanted: take it away.

    Args:
        place: from 0.
        promised: what the charter promises, to pick from.

    Attributes:
        edits: the lines by part.
    """

    typed = Signal()
    left = Signal()
    move_wanted = Signal(int)
    remove_wanted = Signal()

    def __init__(self, place: int, promised: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setProperty("is_field", True)
        self.edits: dict[str, QLineEdit] = {}
        whole = QVBoxLayout(self)
        whole.setContentsMargins(12, 10, 12, 12)
        whole.setSpacing(6)
        number = self.tr("Step {n}").format(n=place + 1)
        head = QHBoxLayout()
        head.addWidget(label(number, "strong"), 1)
        whole.addLayout(head)
        self._buttons(head, number)
        names = {
            "what": self.tr("What the customer does"),
            "snag": self.tr("What snags there"),
            "promise": self.tr("What we promise for it"),
            "action": self.tr("What we do about it"),
        }
        for left, right in (PARTS[:2], PARTS[2:]):
            pair = Pair(_SIDE_BY_SIDE)
            whole.addWidget(pair)
            pair.put(self._line(left, names[left], number), self._line(right, names[right], number))
        self._error = MarkedLabel("", Tone.LATE, "error")
        self._error.setWordWrap(True)
        self._error.hide()
        whole.addWidget(self._error)
        self._offer(promised)

    def _buttons(self, head: QHBoxLayout, number: str) -> None:
        self.up_button = link_button(self.tr("Up"))
        self.down_button = link_button(self.tr("Down"))
        self.remove_button = link_button(self.tr("Remove"))
        for button in (self.up_button, self.down_button, self.remove_button):
            button.setAccessibleName(", ".join((button.text(), number)))
            head.addWidget(button)
        self.up_button.clicked.connect(lambda: self.move_wanted.emit(-1))
        self.down_button.clicked.connect(lambda: self.move_wanted.emit(1))
        self.remove_button.clicked.connect(self.remove_wanted)

    def _line(self, part: str, name: str, number: str) -> QWidget:
        held = QWidget()
        rows = QVBoxLayout(held)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(3)
        rows.addWidget(label(name, "small"))
        edit = self.edits[part] = QLineEdit()
        edit.setAccessibleName(", ".join((name, number)))
        edit.textEdited.connect(self.typed)
        edit.editingFinished.connect(self.left)
        edit.installEventFilter(self)
        rows.addWidget(edit)
        return held

    def _offer(self, promised: Sequence[str]) -> None:
        """Let a promise of the charter be picked with the arrow down."""
        edit = self.edits["promise"]
        if not promised:
            return
        edit.setPlaceholderText(self.tr("the arrow down shows your charter"))
        completer = QCompleter(list(promised), edit)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self.typed)
        edit.setCompleter(completer)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move the step by Ctrl, Shift and an arrow; show the charter by the arrow down."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _KEYS and held == _HELD:
            self.move_wanted.emit(_KEYS[Qt.Key(key)])
            return True
        promise = self.edits["promise"]
        completer = promise.completer()
        if watched is promise and key == Qt.Key.Key_Down and not held and completer is not None:
            completer.setCompletionPrefix(promise.text())
            completer.complete()
            return True
        return False

    def values(self) -> tuple[str, ...]:
        """What stands in the lines, in the order of ``PARTS``."""
        return tuple(self.edits[part].text() for part in PARTS)

    def show_values(self, values: Sequence[str]) -> None:
        """Show what stands in a step."""
        for part, value in zip(PARTS, values, strict=True):
            if self.edits[part].text() != value:
                self.edits[part].setText(value)
                self.edits[part].setCursorPosition(0)

    @property
    def error(self) -> str:
        """What is wrong with it; "" for nothing."""
        return self._error.text()

    def show_error(self, part: str, sentence: str) -> None:
        """Say what is wrong with a line; "" takes it away."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        for name, edit in self.edits.items():
            edit.setAccessibleDescription(sentence if name == part else "")


class StepsField(Field):
    """The steps; their value is a flat list of four texts a step.

    Signals:
        added: a step was added below the others, and has the keyboard.

    Args:
        question: its label stands over them.
        bench: of the open file.
        promised: what the charter promises, to pick from.

    Attributes:
        boxes: the steps, in order; at least one.
        add_button: adds a step; away when there are eight.
    """

    added = Signal()

    def __init__(self, question: Question, bench: Workbench, promised: Sequence[str]) -> None:
        self._promised = promised
        self.boxes: list[StepBox] = []
        super().__init__(question, bench.labels, bench)

    def _build(self) -> None:
        held = QWidget()
        whole = QVBoxLayout(held)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10)
        self._column = QVBoxLayout()
        self._column.setSpacing(10)
        whole.addLayout(self._column)
        self.add_button = side_button(self.tr("Add a step"))
        below = QWidget()
        FlowLayout(below).addWidget(self.add_button)
        whole.addWidget(below)
        self.add_button.clicked.connect(self._on_add)
        self._place(held)
        self._make_boxes(1)

    def _make_boxes(self, number: int) -> None:
        """Have so many boxes, those that stay as they are."""
        while len(self.boxes) > number:
            box = self.boxes.pop()
            self._column.removeWidget(box)
            box.hide()
            box.deleteLater()
        while len(self.boxes) < number:
            box = StepBox(len(self.boxes), self._promised)
            box.typed.connect(self._note_typing)
            box.left.connect(self.commit)
            box.move_wanted.connect(lambda by, box=box: self.move_step(self.boxes.index(box), by))
            box.remove_wanted.connect(lambda box=box: self._on_remove(self.boxes.index(box)))
            self._column.addWidget(box)
            self.boxes.append(box)
        self.add_button.setVisible(number < STEPS)
        for place, box in enumerate(self.boxes):
            box.up_button.setEnabled(place > 0)
            box.down_button.setEnabled(place < number - 1)
            box.remove_button.setEnabled(number > 1)
        self._order()

    def _order(self) -> None:
        """Let Tab come to the button after the last step: it was made before, Save too."""
        order_tabs([*self.boxes, self.add_button])

    def showEvent(self, event: QShowEvent) -> None:
        """Put Tab in order in the window that it came to."""
        super().showEvent(event)
        self._order()

    def steps(self) -> tuple[WalkStep, ...]:
        """What stands in the boxes, empty ones too, in their places."""
        return tuple(
            WalkStep(what=what, snag=snag, promise=promise, action=action)
            for what, snag, promise, action in (box.values() for box in self.boxes)
        )

    def value(self) -> tuple[str, ...]:
        """Four texts a step, without the empty steps at the end."""
        rows = [box.values() for box in self.boxes]
        while rows and not any(rows[-1]):
            rows.pop()
        return tuple(text for row in rows for text in row)

    def _show_value(self, value: object) -> None:
        texts = [str(one) for one in value] if isinstance(value, list | tuple) else []
        size = len(PARTS)
        rows = [texts[at : at + size] for at in range(0, len(texts) - size + 1, size)][:STEPS]
        self._make_boxes(max(len(rows), 1))
        for box, row in zip(self.boxes, rows or [[""] * size], strict=True):
            box.show_values(row)
            box.show_error("", "")

    def move_step(self, place: int, by: int) -> None:
        """Move a step, and the keyboard with it."""
        part = next((one for one in PARTS if self.boxes[place].edits[one].hasFocus()), "")
        steps = moved(self.steps(), place, by)
        for box, step in zip(self.boxes, steps, strict=True):
            box.show_values((step.what, step.snag, step.promise, step.action))
            box.show_error("", "")
        to = self.boxes[min(max(place + by, 0), len(self.boxes) - 1)]
        if part:
            to.edits[part].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            button = to.up_button if by < 0 else to.down_button
            target = button if button.isEnabled() else to.edits[PARTS[0]]
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        self._note_choice()

    def show_error_at(self, field: str, sentence: str) -> None:
        """Say what is wrong with one line, and go there.

        Args:
            field: such as "what.0".
            sentence: with what to do about it.
        """
        part, _, place = field.partition(".")
        for at, box in enumerate(self.boxes):
            box.show_error(part, sentence if str(at) == place else "")
            if str(at) == place and part in box.edits:
                box.edits[part].setFocus(Qt.FocusReason.OtherFocusReason)

    def error(self) -> str:
        """What is wrong with all of them, or with one; "" for nothing."""
        return super().error() or next((box.error for box in self.boxes if box.error), "")

    def focus_target(self) -> QLineEdit:
        """The first line."""
        return self.boxes[0].edits[PARTS[0]]

    def _on_add(self) -> None:
        self._make_boxes(len(self.boxes) + 1)
        self.boxes[-1].edits[PARTS[0]].setFocus(Qt.FocusReason.OtherFocusReason)
        self.added.emit()

    def _on_remove(self, place: int) -> None:
        rows = [box.values() for box in self.boxes]
        del rows[place]
        self._make_boxes(len(rows))
        for box, row in zip(self.boxes, rows, strict=True):
            box.show_values(row)
            box.show_error("", "")
        at = self.boxes[min(place, len(rows) - 1)]
        at.edits[PARTS[0]].setFocus(Qt.FocusReason.OtherFocusReason)
        self._note_choice()
