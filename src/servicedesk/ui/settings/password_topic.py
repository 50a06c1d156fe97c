# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The settings page of the password: set, change, remove, and the sheet to write it on."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QProgressBar, QPushButton, QWidget

from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.settings.password_form import PasswordForm, Wanted
from servicedesk.ui.settings.password_presenter import PasswordPresenter
from servicedesk.ui.settings.topic import ScrollTopic
from servicedesk.ui.widgets.buttons import link_button, main_button, side_button
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.chip import Chip
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.marks import Tone
from servicedesk.ui.widgets.text import IN_SIGHT, label

if TYPE_CHECKING:  # what is printed comes in with the first paper
    from servicedesk.domain.printing import PrintJob


class PasswordTopic(ScrollTopic):
    """The password of the file.

    Args:
        bench: of the open file.

    Attributes:
        form: the dialog that is open, or None.
    """

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self.presenter = PasswordPresenter(bench, self)
        self.form: PasswordForm | None = None
        self._build()
        self._wire()
        self._show_state()

    def _build(self) -> None:
        self.body.addWidget(label(self.tr("Password"), "title"))
        about = self.tr(
            "With a password nobody can read your records without you: not from a laptop that was "
            "stolen, nor from a lost stick. The program asks for it whenever it opens the file."
        )
        self.body.addWidget(label(about, "quiet"))
        card = Card(self.tr("How things stand"))
        self._stands = Chip("", Tone.QUIET)
        self._stands.setWordWrap(True)
        self._offer = label("", "")
        self._lost = label(
            self.tr("A forgotten password means the data is gone. There is no way round it."),
            "strong",
        )
        for widget in (self._stands, self._offer, self._lost):
            card.body.addWidget(widget)
        self.set_button = main_button(self.tr("Set a password…"))
        self.change_button = side_button(self.tr("Change the password…"))
        self.remove_button = link_button(self.tr("Remove the password…"))
        card.body.addLayout(_line(self.set_button, self.change_button, self.remove_button))
        self.body.addWidget(card)
        self._sheet = Card(self.tr("Recovery sheet"))
        said = self.tr(
            "One page for the papers of your business: where your file lies, how it is opened on "
            "a new computer, and room to write the password by hand. The program never prints it."
        )
        self._sheet.body.addWidget(label(said))
        self.print_button = side_button(self.tr("Print the recovery sheet…"))
        self._sheet.body.addLayout(_line(self.print_button))
        self.body.addWidget(self._sheet)
        self._build_backups()
        self.body.addStretch(1)

    def _build_backups(self) -> None:
        self._backups = Card(self.tr("Old backups"))
        self._others = label("")
        self._others.setProperty(IN_SIGHT, True)  # the message of the new password comes with it
        self._backups.body.addWidget(self._others)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("How many backups are changed"))
        self._backups.body.addWidget(self._bar)
        self.rewrite_button = side_button("")
        self.stop_button = side_button(self.tr("Stop"))
        self._backups.body.addLayout(_line(self.rewrite_button, self.stop_button))
        self.body.addWidget(self._backups)

    def _wire(self) -> None:
        self.set_button.clicked.connect(lambda: self.open_form(Wanted.SET))
        self.change_button.clicked.connect(lambda: self.open_form(Wanted.CHANGE))
        self.remove_button.clicked.connect(lambda: self.open_form(Wanted.REMOVE))
        self.print_button.clicked.connect(self._print)
        self.rewrite_button.clicked.connect(self.presenter.rewrite)
        self.stop_button.clicked.connect(self.presenter.stop)
        self.presenter.state_changed.connect(self._show_state)

    def arrive(self, item: str = "") -> None:
        """Look how things stand."""
        del item
        self.presenter.reload()

    def first_focus(self) -> QWidget | None:
        """What is most likely wanted."""
        return self.change_button if self.presenter.state.is_set else self.set_button

    def print_job(self) -> "PrintJob | None":
        """The recovery sheet."""
        return self.presenter.sheet()

    def open_form(self, wanted: Wanted) -> None:
        """Open the dialog over the page."""
        self.form = PasswordForm(wanted, self.presenter, self._bench, self.window())
        self.form.finished.connect(self._let_form_go)
        self.form.open()

    def _let_form_go(self) -> None:
        """Nothing that was typed stays."""
        if self.form is not None:
            self.form.deleteLater()
            self.form = None

    def _print(self) -> None:
        job = self.presenter.sheet()
        if job is not None:
            from servicedesk.ui.printing.preview import show_print

            show_print(job, self._bench, self.window())

    def _show_state(self) -> None:
        state = self.presenter.state
        if state.is_set:
            self._stands.show_news(self.tr("Your file has a password."), Tone.OK)
        else:
            self._stands.show_news(self.tr("Your file has no password."), Tone.DUE)
        self._offer.setText(state.offer)
        self._offer.setVisible(bool(state.offer))
        self.set_button.setVisible(not state.is_set)
        for button in (self.change_button, self.remove_button):
            button.setVisible(state.is_set)
        self._others.setText(state.others)
        self._backups.setVisible(bool(state.others) or state.is_rewriting)
        words = (
            self.tr("Give them the new password")
            if state.is_set
            else self.tr("Take their password away")
        )
        self.rewrite_button.setText(words)
        self.rewrite_button.setVisible(not state.is_rewriting)
        self._bar.setVisible(state.is_rewriting)
        self._bar.setMaximum(state.total)
        self._bar.setValue(state.done)
        self.stop_button.setVisible(state.is_rewriting)
        self.stop_button.setEnabled(not state.is_stopping)


def _line(*buttons: QPushButton) -> FlowLayout:
    line = FlowLayout()
    for button in buttons:
        line.addWidget(button)
    return line
