# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the window shows while the file is locked: one field, Open, and help for who is stuck.

Nothing of what is in the file is on it, not even the name of the business.
"""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from servicedesk.ui.core.labels import Labels
from servicedesk.ui.core.page import Page
from servicedesk.ui.widgets.buttons import main_button, side_button
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.enter import is_enter
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.fold import Folds
from servicedesk.ui.widgets.password_field import PasswordField, show_toggle
from servicedesk.ui.widgets.scroll import ScrollPage
from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.text import label

_WIDEST = 42
"""Of the column, in text heights."""


class _MiddlePage(Page):
    """A page with one column in its middle, as the welcome has."""

    has_own_header = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        page = ScrollPage(widest=0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
        column = self._column = QWidget()
        self._rows = QVBoxLayout(column)
        self._rows.setSpacing(14)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(column, 1000)
        middle.addStretch(1)
        page.body.addStretch(1)
        page.body.addLayout(middle)
        page.body.addStretch(2)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the width of a text that can be read."""
        super().showEvent(event)
        self._column.setMaximumWidth(em(self, _WIDEST))

    def changeEvent(self, event: QEvent) -> None:
        """Keep that width when the letters change."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "_column"):
            self._column.setMaximumWidth(em(self, _WIDEST))


class UnlockPage(_MiddlePage):
    """Asks for the password of the file.

    Signals:
        unlock_wanted: (str) open it with what was typed.
        backup_wanted: go on from a backup instead.

    Args:
        name: of the file.
        labels: the words.
    """

    unlock_wanted = Signal(str)
    backup_wanted = Signal()

    def __init__(self, name: str, labels: Labels, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_busy = False
        self._rows.addWidget(label(self.tr("Your file is locked"), "title"))
        card = Card()
        about = self.tr("It is {name}. Only its password opens it.").format(name=name)
        words = (self.tr("Password"), about)
        self.field = PasswordField("password", words, labels)
        card.body.addWidget(self.field)
        self.show_button = show_toggle([self.field])
        row = FlowLayout()
        row.addWidget(self.show_button)
        card.body.addLayout(row)
        self.open_button = main_button(self.tr("Open"))
        self._opening = label(self.tr("Opening your file …"), "quiet")
        self._opening.hide()
        line = FlowLayout()
        line.addWidget(self.open_button)
        card.body.addLayout(line)
        card.body.addWidget(self._opening)
        self._rows.addWidget(card)
        self._build_help()
        self.open_button.clicked.connect(self._unlock)

    def _build_help(self) -> None:
        self.help = Folds(self.tr("about the password"))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        for line in (
            self.tr("See that Caps Lock is off, and show what you type: capitals count."),
            self.tr(
                "Look for the recovery sheet among the papers of your business. If you wrote the "
                "password down, it stands there."
            ),
            self.tr(
                "Was the password changed not long ago? A backup from before still opens with the "
                "old one, and a backup from before the first password opens without any."
            ),
            self.tr("Without the password nobody can open this file, and neither can we."),
        ):
            column.addWidget(label(line, "quiet"))
        self.backup_button = side_button(self.tr("Go on from a backup…"))
        row = FlowLayout()
        row.addWidget(self.backup_button)
        column.addLayout(row)
        self.help.hold(self.tr("I cannot get in"), inside)
        self.backup_button.clicked.connect(self.backup_wanted)
        self._rows.addWidget(self.help)

    def first_focus(self) -> QWidget:
        """The field."""
        return self.field.line

    def _unlock(self) -> None:
        typed = self.field.value()
        if self._is_busy or not typed:
            self.field.take_anew()
            return
        self.field.show_error("")
        self._set_busy(True)
        self.unlock_wanted.emit(typed)

    def say_wrong(self, sentence: str) -> None:
        """Say that it did not open; what was typed stays, selected, to be looked at or replaced."""
        self._set_busy(False)
        self.field.show_error(sentence)
        self.field.take_anew()

    def _set_busy(self, is_busy: bool) -> None:
        self._is_busy = is_busy
        self._opening.setVisible(is_busy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter in the field."""
        if is_enter(event) and self.field.line.hasFocus():
            self._unlock()
        else:
            super().keyPressEvent(event)


class WaitingPage(_MiddlePage):
    """Shown while the file is written anew: how far it is, and a way to stop.

    Signals:
        stop_wanted: leave everything as it was.

    Args:
        title: what is being done.
        about: what is safe meanwhile.
    """

    stop_wanted = Signal()

    def __init__(self, title: str, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows.addWidget(label(title, "title"))
        self._rows.addWidget(label(about, "quiet"))
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("How far it is"))
        self.bar.setMaximum(0)  # nothing told yet: it shows that something is going on
        self._rows.addWidget(self.bar)
        self.stop_button: QPushButton = side_button(self.tr("Stop, and leave it as it was"))
        row = FlowLayout()
        row.addWidget(self.stop_button)
        self._rows.addLayout(row)
        self.stop_button.clicked.connect(self._stop)

    def first_focus(self) -> QWidget:
        """The way to stop."""
        return self.stop_button

    def show_step(self, done: int, total: int) -> None:
        """Show how far it is."""
        self.bar.setMaximum(total)
        self.bar.setValue(min(done, total))

    def _stop(self) -> None:
        self.stop_button.setEnabled(False)
        self.stop_wanted.emit()
