# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A command to be typed elsewhere: shown in full, with a button that copies it."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

_JOINER = "\N{WORD JOINER}"


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
        self._whole = ""
        self._verb = button
        self._copied = copied
        self._build(purpose)
        self._button.clicked.connect(self._copy)

    def _build(self, purpose: str) -> None:
        self._label = QLabel(purpose)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        # A label wraps, so that the whole command is seen; a line field would hide its end. It
        # cannot be selected, because what holds its words together would be copied with them.
        self._command = QLabel()
        self._command.setObjectName("command")
        self._command.setTextFormat(Qt.TextFormat.PlainText)
        self._command.setWordWrap(True)
        self._command.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
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
        self._whole = command
        # Options are not broken after their hyphens: "--" at the end of a line reads wrong.
        self._command.setText(command.replace("-", f"-{_JOINER}"))
        self._command.setAccessibleName(command)
        self._button.setAccessibleDescription(command)
        self._button.setText(self._verb)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._whole)
        self._button.setText(self._copied)
