# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The third door: a bug of ours, told plainly; the report is shown, and sent to nobody."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)


class CrashWindow(QDialog):
    """Shows a report.

    Args:
        report: as it would be saved.
        save: writes it down when asked to, and returns where; raises OSError when it cannot.
        parent: the window it belongs to.
    """

    def __init__(self, report: str, save: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = report
        self._save = save
        self._build()
        self._copy_button.clicked.connect(self._copy)
        self._save_button.clicked.connect(self._save_report)
        self._close_button.clicked.connect(self.accept)

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Something went wrong in servicedesk"))
        self.resize(720, 460)
        happened = _label(
            self.tr(
                "The program made a mistake. It is not your fault, and what you had saved is safe."
            )
        )
        private = _label(
            self.tr(
                "Nothing was sent to anyone. If you pass this report on, read it first: its last "
                "lines may hold words that you typed."
            )
        )
        text = QPlainTextEdit(self._report)
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        text.setAccessibleName(self.tr("The report"))
        self._said = _label("")
        self._copy_button = QPushButton(self.tr("Copy the report"))
        self._save_button = QPushButton(self.tr("Save the report"))
        self._close_button = QPushButton(self.tr("Go on working"))
        self._close_button.setDefault(True)
        for button in (self._copy_button, self._save_button, self._close_button):
            button.setObjectName("quiet_button")
        buttons = QHBoxLayout()
        for button in (self._copy_button, self._save_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self._close_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(12)
        for part in (happened, private, text, self._said):
            whole.addWidget(part)
        whole.addLayout(buttons)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self._said.setText(self.tr("The report is copied."))

    @Slot()
    def _save_report(self) -> None:
        try:
            place = self._save()
        except OSError:
            self._said.setText(self.tr("The report could not be saved. Copy it instead."))
        else:
            self._said.setText(self.tr("The report is saved as {place}").format(place=place))


def _label(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
