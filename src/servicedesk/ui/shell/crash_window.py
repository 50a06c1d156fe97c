# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The third door: a bug of ours, told plainly; the report is shown, and sent to nobody."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from servicedesk.ui.widgets.buttons import main_button, side_button
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.scroll import ScrollPage
from servicedesk.ui.widgets.sizes import em, take_room
from servicedesk.ui.widgets.text import label

_WIDE, _HIGH = 48, 34
"""Of the window, in text heights, where the screen has the room."""

_MARGIN = 22


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
        text = QPlainTextEdit(self._report)
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPointSizeF(self.font().pointSizeF() * 0.9)
        text.setFont(fixed)
        text.setMinimumHeight(em(self, 10))
        text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        text.setAccessibleName(self.tr("The report"))
        self._said = label("", "strong")
        self._said.hide()
        self._copy_button = side_button(self.tr("Copy the report"))
        self._save_button = side_button(self.tr("Save the report"))
        self._close_button = main_button(self.tr("Go on working"))
        self._close_button.setDefault(True)
        page = ScrollPage(widest=0)
        page.body.addWidget(label(self.tr("The program made a mistake"), "title"))
        for words, name in self._told():
            page.body.addWidget(label(words, name))
        page.body.addWidget(text, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(_MARGIN, 12, _MARGIN, _MARGIN)
        foot.addWidget(self._said)
        buttons = FlowLayout()
        for button in (self._copy_button, self._save_button, self._close_button):
            buttons.addWidget(button)
        foot.addLayout(buttons)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(page, 1)
        whole.addLayout(foot)

    def _told(self) -> tuple[tuple[str, str], ...]:
        """What happened, what is safe, what is in the report."""
        return (
            (self.tr("It is not your fault, and what you had saved is safe."), ""),
            (
                self.tr(
                    "Answers are saved as you give them, and what you were typing is kept every "
                    "second: open the same page or form again, and it stands there."
                ),
                "",
            ),
            (
                self.tr(
                    "Nothing was sent to anyone. Below is what would be saved: which version of "
                    "the program, and where in it the mistake is. If you pass it on, read it "
                    "first: its last lines may hold words that you typed."
                ),
                "quiet",
            ),
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room that there is on the screen, and let one key go on."""
        super().showEvent(event)
        take_room(self, _WIDE, _HIGH)
        self._close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self._say(self.tr("The report is copied."))

    @Slot()
    def _save_report(self) -> None:
        try:
            place = self._save()
        except OSError:
            self._say(self.tr("The report could not be saved. Copy it instead."))
        else:
            self._say(self.tr("The report is saved as {place}").format(place=place))

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.show()
