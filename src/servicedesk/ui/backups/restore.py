# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The dialog that shows what a backup holds and asks whether to put it back.

It works from the first run, without an open file, as well as from the settings.
"""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QLayout, QVBoxLayout, QWidget

from servicedesk.ui.backups.restore_presenter import Look, RestorePresenter
from servicedesk.ui.core.labels import Labels
from servicedesk.ui.core.tasks import Tasks
from servicedesk.ui.widgets.ask_file import open_file
from servicedesk.ui.widgets.buttons import danger_button, link_button, main_button, side_button
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.chip import MarkedLabel
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.password_field import PasswordField, show_toggle
from servicedesk.ui.widgets.scroll import ScrollPage
from servicedesk.ui.widgets.sizes import take_room
from servicedesk.ui.widgets.text import label

_WIDE, _HIGH = 42, 42
"""Of the dialog, in text heights, where the screen has the room."""

_MARGIN = 20


class RestoreDialog(QDialog):
    """Shows date and counts of a backup. Accepted when it shall be put back: see ``chosen``.

    Args:
        look: looks into a backup.
        tasks: has it done beside the screen.
        labels: the words.
        today: the day.
        has_file: there is a file now, which would be replaced; False at a first run.
        parent: the window it belongs to.
    """

    def __init__(
        self,
        look: Look,
        tasks: Tasks,
        labels: Labels,
        today: date,
        *,
        has_file: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.presenter = RestorePresenter(look, tasks, labels, today, self)
        self._has_file = has_file
        self._labels = labels
        self._asked_of: Path | None = None
        self.setWindowTitle(self.tr("Put a backup back"))
        self._build()
        self._wire()
        self._show_state()

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._page = ScrollPage(widest=0)
        self._page.body.addWidget(label(self.tr("Put a backup back"), "title"))
        self._page.body.addWidget(label(self._what_happens(), "quiet"))
        self.file_button = side_button(self.tr("Choose a file…"))
        line = FlowLayout()
        line.addWidget(self.file_button)
        self._page.body.addLayout(line)
        self._looking = label(self.tr("Looking into it …"), "quiet")
        self._page.body.addWidget(self._looking)
        self._error = MarkedLabel("", "late", "error")
        self._error.setWordWrap(True)
        self._page.body.addWidget(self._error)
        self._build_password()
        self._card = Card(self.tr("What is in it"))
        self._facts = QGridLayout()
        self._facts.setColumnStretch(1, 1)
        self._card.body.addLayout(self._facts)
        self._note = label("", "quiet")
        self._card.body.addWidget(self._note)
        self._page.body.addWidget(self._card)
        self._page.body.addStretch(1)
        whole.addWidget(self._page, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(_MARGIN, 12, _MARGIN, _MARGIN)
        buttons = FlowLayout()
        foot.addLayout(buttons)
        self.keep_button = side_button(self._safe_words())
        words = self.tr("Put this backup back")  # where there is no file yet, nothing can be lost
        self.put_back_button = danger_button(words) if self._has_file else main_button(words)
        self.look_again_button = link_button(self.tr("Look again"))
        for button in (self.keep_button, self.put_back_button, self.look_again_button):
            buttons.addWidget(button)
        whole.addLayout(foot)

    def _build_password(self) -> None:
        """Asked for where the backup has one that is not known."""
        words = (
            self.tr("Password of this backup"),
            self.tr("Once it is put back, your file opens with this password."),
        )
        self._secret = QWidget()
        rows = QVBoxLayout(self._secret)
        rows.setContentsMargins(0, 0, 0, 0)
        self.password = PasswordField("password", words, self._labels)
        rows.addWidget(self.password)
        self.show_button = show_toggle([self.password])
        self.try_button = side_button(self.tr("Open the backup"))
        line = FlowLayout()
        line.addWidget(self.show_button)
        line.addWidget(self.try_button)
        rows.addLayout(line)
        self._page.body.addWidget(self._secret)
        self.try_button.clicked.connect(self._try_password)

    def _try_password(self) -> None:
        path, typed = self.presenter.state.path, self.password.value()
        if path is not None and typed and not self.presenter.state.is_looking:
            self.presenter.choose(path, typed)

    def _what_happens(self) -> str:
        if self._has_file:
            return self.tr(
                "Your records become what they were when the backup was made. What is there now "
                "is kept among your backups first, so that you can come back to it."
            )
        return self.tr("Your records become what they were when the backup was made.")

    def _safe_words(self) -> str:
        if self._has_file:
            return self.tr("Keep things as they are")
        return self.tr("Go back")

    def _wire(self) -> None:
        self.file_button.clicked.connect(self.ask_for_file)
        self.keep_button.clicked.connect(self.reject)
        self.keep_button.setDefault(True)
        self.put_back_button.clicked.connect(self.accept)
        self.look_again_button.clicked.connect(self._look_again)
        self.presenter.state_changed.connect(self._show_state)

    @property
    def chosen(self) -> Path | None:
        """The backup that shall be put back; None when it may not be, or none was chosen."""
        state = self.presenter.state
        return state.path if state.can_put_back else None

    def ask_for_file(self) -> None:
        """Ask which file is the backup, and look into it."""
        before = self.presenter.state.path
        kinds = self.tr("Backups (*.db);;All files (*)")
        folder = None if before is None else before.parent
        path = open_file(self, self.tr("Which backup?"), kinds, folder)
        if path is not None:
            self.presenter.choose(path)

    def _look_again(self) -> None:
        path = self.presenter.state.path
        if path is not None:
            self.presenter.choose(path)

    def _show_state(self) -> None:
        state = self.presenter.state
        self._looking.setVisible(state.is_looking)
        self._error.setText(state.error)
        self._error.setVisible(bool(state.error))
        self._card.setVisible(state.can_put_back)
        self._note.setText(state.note)
        self._note.setVisible(bool(state.note))
        self.put_back_button.setVisible(state.can_put_back)
        self.look_again_button.setVisible(bool(state.error) and not state.wants_password)
        self._secret.setVisible(state.wants_password)
        (self.try_button if state.wants_password else self.keep_button).setDefault(True)
        if state.path != self._asked_of:
            self._asked_of = state.path
            self.password.set_value("")
        if state.wants_password and not state.is_looking:
            self.password.take_anew()
        self._show_facts()
        if state.can_put_back:
            self.keep_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_facts(self) -> None:
        _clear(self._facts)
        for row, (what, value) in enumerate(self.presenter.state.facts):
            top = Qt.AlignmentFlag.AlignTop
            name = label(what, "quiet")
            name.setWordWrap(False)
            said = label(value, "strong" if row == 0 else "")
            self._facts.addWidget(name, row, 0, top)
            self._facts.addWidget(said, row, 1, top)
            for made in (name, said):
                made.show()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room that there is on the screen."""
        super().showEvent(event)
        take_room(self, _WIDE, _HIGH)
        if self.presenter.state.path is None:
            self.file_button.setFocus(Qt.FocusReason.OtherFocusReason)


def _clear(grid: QLayout) -> None:
    while (item := grid.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
