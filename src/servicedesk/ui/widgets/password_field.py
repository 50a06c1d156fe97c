# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A field for a password: dots until somebody wants to see them, and a word on Caps Lock."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from servicedesk.domain.guides import Question, QuestionKind
from servicedesk.ui.core.labels import Labels
from servicedesk.ui.widgets.buttons import chip_button
from servicedesk.ui.widgets.chip import MarkedLabel
from servicedesk.ui.widgets.field import Field, FieldBench
from servicedesk.ui.widgets.marks import Tone

_MOST = 1000
"""Characters the line takes: more than a password may have, so that none is cut in silence."""


def is_caps_on(event: QKeyEvent) -> bool | None:
    """Whether Caps Lock is on, as far as a key that was pressed tells; None when it does not."""
    letter = event.text()
    if len(letter) != 1 or letter.upper() == letter.lower():
        return None
    has_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    return letter.isupper() is not has_shift


class _SecretLine(QLineEdit):
    """A line of dots that no keyboard learns from.

    Signals:
        caps_seen: (is on) a key told.
    """

    caps_seen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_caps: bool | None = None
        self.setMaxLength(_MOST)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See by the letters that come whether Caps Lock is on."""
        told = is_caps_on(event)
        if event.key() == Qt.Key.Key_CapsLock and self._is_caps is not None:
            told = not self._is_caps
        if told is not None:
            self._is_caps = told
            self.caps_seen.emit(told)
        super().keyPressEvent(event)


class PasswordField(Field):
    """Asks for a password. Its value is what was typed, and is kept nowhere.

    Args:
        question_id: what a refusal calls it, such as "current".
        words: its label, and the help under it; either may be asked for in large.
        labels: as for every field. It needs no bench: there need not be an open file.
    """

    def __init__(
        self,
        question_id: str,
        words: tuple[str, str],
        labels: Labels,
        parent: QWidget | None = None,
    ) -> None:
        question = Question(
            id=question_id, kind=QuestionKind.TEXT, label=words[0], help=words[1], is_required=False
        )
        super().__init__(question, labels, cast(FieldBench, None), parent)

    def _build(self) -> None:
        self.line = _SecretLine()
        self._speak_for(self.line)
        self.line.textEdited.connect(self._note_typing)
        self.line.caps_seen.connect(self._show_caps)
        self._place(self.line)
        self._caps = MarkedLabel(self.tr("Caps Lock is on."), Tone.DUE, "small")
        self._caps.setWordWrap(True)
        self._caps.hide()
        self._place(self._caps)

    def _show_caps(self, is_on: bool) -> None:
        self._caps.setVisible(is_on)

    @property
    def says_caps(self) -> bool:
        """Whether it says that Caps Lock is on."""
        return not self._caps.isHidden()

    def value(self) -> str:
        """What stands there, spaces at its ends too."""
        return self.line.text()

    def _show_value(self, value: object) -> None:
        self.line.setText(value if isinstance(value, str) else "")

    def focus_target(self) -> QWidget:
        """The line."""
        return self.line

    def show_letters(self, are_shown: bool) -> None:
        """Show what is typed, or dots."""
        mode = QLineEdit.EchoMode.Normal if are_shown else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)

    def take_anew(self) -> None:
        """Select what stands there, so that typing replaces it and looking at it is possible."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.selectAll()


def show_toggle(fields: Sequence[PasswordField]) -> QPushButton:
    """A box to tick that shows what is typed in some fields."""
    words = QCoreApplication.translate("Passwords", "Show what I type")
    button = chip_button(words, is_ticked=True)

    def show(are_shown: bool) -> None:
        for field in fields:
            field.show_letters(are_shown)

    button.toggled.connect(show)
    return button
