# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The four answers in a row: one key answers, and the keyboard goes on by itself."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from servicedesk.ui.widgets.chip_row import ChipRow
from servicedesk.ui.widgets.enter import is_enter

_NUMBERS = "1234"
_LETS_GO = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_NONE = -1


class AnswerRow(ChipRow):
    """Answers to choose from.

    A letter or a number gives the answer, Space and Enter the one that has the keyboard; Delete
    takes it back. By a key the same answer twice stays; a click on it takes it back.

    Args:
        names: as shown.
        letters: keys, one for each name.

    Signals:
        answered: (place in the row or -1 for none, bool) an answer was given or taken back; True
            where somebody goes on by the keyboard.
    """

    answered = Signal(int, bool)

    def __init__(
        self, names: Sequence[str], letters: Sequence[str], parent: QWidget | None = None
    ) -> None:
        self._letters = tuple(letter.casefold() for letter in letters)
        super().__init__(names, is_single=True, parent=parent)
        self.chosen.connect(self._tell_click)

    def _tell_click(self) -> None:
        self.answered.emit(next(iter(self.picked()), _NONE), False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer by one key."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
            return super().eventFilter(watched, event)
        place = self._place_of(event)
        if place is not None:
            if not event.isAutoRepeat():  # a key held down answers one question, not all
                self._answer(place)
            return True
        if event.key() in _LETS_GO and self.picked():
            self.pick(())
            self.answered.emit(_NONE, False)
            return True
        return super().eventFilter(watched, event)

    def _place_of(self, event: QKeyEvent) -> int | None:
        text = event.text().casefold()
        if is_enter(event) or event.key() == Qt.Key.Key_Space:
            return self.chips.index(self.resting())
        if text and text in self._letters:
            return self._letters.index(text)
        if text and text in _NUMBERS and _NUMBERS.index(text) < len(self.chips):
            return _NUMBERS.index(text)
        return None

    def _answer(self, place: int) -> None:
        self.pick((place,))
        self.answered.emit(place, True)
