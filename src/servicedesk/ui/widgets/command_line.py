# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A command to be typed elsewhere: shown in full, selectable, with a button that copies it."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget


class CommandLine(QWidget):
    """One command with what it does above it.

    Args:
        purpose: what the command does, a short sentence.
        button: the verb of the button, unique on its page.
        copied: what the button says once the command is on the clipboard.
    """

    def __init__(
        self, purpose: str, button: str, copied: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._verb = button
        self._copied = copied
        self._build(purpose)
        self._button.clicked.connect(self._copy)

    def _build(self, purpose: str) -> None:
        self._label = QLabel(purpose)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        # A label wraps, so that the whole command is seen; a line field would hide its end.
        self._command = QLabel()
        self._command.setObjectName("command")
        self._command.setTextFormat(Qt.TextFormat.PlainText)
        self._command.setWordWrap(True)
        self._command.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self._command.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._command.setAccessibleDescription(purpose)
        self._button = QPushButton(self._verb)
        self._button.setObjectName("quiet_button")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        whole.addWidget(self._label)
        whole.addWidget(self._command)
        whole.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_command(self, command: str) -> None:
        """Show another command."""
        self._command.setText(command)
        self._button.setText(self._verb)

    @property
    def command(self) -> str:
        """The command as shown."""
        return self._command.text()

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._command.text())
        self._button.setText(self._copied)
