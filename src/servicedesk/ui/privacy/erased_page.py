# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Who was forgotten, and which backups still hold them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from servicedesk.domain.forgetting import Foreseen
from servicedesk.domain.kinds import Kind
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.printing.preview import show_print
from servicedesk.ui.privacy.erased_presenter import ErasedPresenter
from servicedesk.ui.privacy.forget_dialog import ForgetDialog
from servicedesk.ui.widgets.buttons import main_button, side_button
from servicedesk.ui.widgets.card import Card, Notice
from servicedesk.ui.widgets.sub_page import SubPage, clear
from servicedesk.ui.widgets.tab_order import order_tabs
from servicedesk.ui.widgets.text import label

if TYPE_CHECKING:
    from servicedesk.domain.printing import PrintJob
    from servicedesk.ui.core.rooms import Place

_CUSTOMER = "customer"
_ROOMS = {
    Kind.COMPLAINT: ("complaints", ""),
    Kind.PROMISE: ("promises", ""),
    Kind.DATA_REQUEST: ("privacy", "requests"),
}
"""Where what is to be dealt with first is shown: the room, and the part of it."""

_SHOWN = 100
"""Lines that the page shows; paper has all of them."""


class ErasedPage(SubPage):
    """The page.

    Args:
        bench: of the open file.

    Attributes:
        presenter: what it shows.
        choose_button: leads to the customers, where somebody is chosen.
        rewrite_button, stop_button: takes the forgotten out of the backups, and stops that.
        finish_button: writes the file anew, where that could not be done at once.
        dialog: that is open, or was last.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(
            bench,
            self.tr("Forgotten"),
            self.tr(
                "Who was forgotten, by number and day only. The list stays, so that a backup that "
                "is put back does not bring them back too."
            ),
            back=self.tr("Back to the privacy desk"),
            room="privacy",
            parent=parent,
        )
        self.presenter = ErasedPresenter(bench, self)
        self.dialog: ForgetDialog | None = None
        self.choose_button = side_button(self.tr("Choose a customer to forget"))
        self.rewrite_button = main_button(self.tr("Rewrite backups now"))
        self.finish_button = side_button(self.tr("Finish forgetting now"))
        self.stop_button = side_button(self.tr("Stop"))
        self.print_button = side_button(self.tr("Print the list"))
        self._buttons = (
            self.rewrite_button,
            self.stop_button,
            self.finish_button,
            self.choose_button,
            self.print_button,
        )
        for button in self._buttons:
            self.ways.addWidget(button)
        self.finish_button.clicked.connect(self.presenter.finish)
        self.stop_button.clicked.connect(self.presenter.stop)
        self.choose_button.clicked.connect(lambda: bench.navigator.open("customers"))
        self.rewrite_button.clicked.connect(self.presenter.rewrite)
        self.print_button.clicked.connect(self._print)
        self.presenter.state_changed.connect(self._show)
        self.presenter.foreseen.connect(self._ask)

    def arrive(self, place: "Place") -> None:
        """Show what there is; the item "customer:5" asks whether to forget customer 5."""
        self.presenter.open()
        kind, _, number = place.item.partition(":")
        if kind == _CUSTOMER and number.isdecimal():
            QTimer.singleShot(0, self, lambda: self.presenter.foresee(int(number)))

    def leave(self) -> None:
        """Nothing is typed here."""
        self.presenter.close()

    def first_focus(self) -> QWidget | None:
        """What is to be done next."""
        return self.rewrite_button if self.presenter.held.count else self.choose_button

    def print_job(self) -> "PrintJob | None":
        """The list."""
        return self.presenter.list_job()

    def _ask(self, foreseen: Foreseen) -> None:
        held = self.presenter.held_words(foreseen.held)
        self.dialog = dialog = ForgetDialog(self._bench, foreseen, held, self.window())
        number = foreseen.customer_id
        dialog.forget_wanted.connect(
            lambda how, why, also: self.presenter.forget(number, how, why, also)
        )
        dialog.holds_wanted.connect(lambda: self._bench.navigator.open("privacy", "holds"))
        dialog.record_wanted.connect(self._open_record)
        dialog.open()

    def _open_record(self, kind: Kind, number: int) -> None:
        self._bench.navigator.open(*_ROOMS[kind], str(number))

    def _show(self) -> None:
        clear(self.column)
        show = self.presenter
        words = show.held_words(show.held)
        self.rewrite_button.setVisible(bool(words) and not show.is_rewriting)
        self.rewrite_button.setEnabled(not show.is_busy)
        self.stop_button.setVisible(show.is_rewriting)
        self.stop_button.setEnabled(not show.is_stopping)
        self.finish_button.setVisible(show.is_untidy)
        self.finish_button.setEnabled(not show.is_busy)
        self.print_button.setVisible(bool(show.state))
        if show.is_untidy:
            self.column.addWidget(Notice("due", show.untidy_words()))
        if words:
            self.column.addWidget(Notice("due", words))
        if not show.state:
            nothing = self.tr(
                "Nobody was forgotten yet. If somebody asks you to delete what you hold on them, "
                "open them among your customers and choose “Forget this customer…” behind “…”."
            )
            self.column.addWidget(label(nothing, "quiet"))
        for card in show.state[:_SHOWN]:
            what, how, why, day = show.row(card)
            box = Card(what)
            box.body.addWidget(label(" · ".join((how, why, day)), "quiet"))
            self.column.addWidget(box)
        order_tabs([self.back_button, *self._buttons])

    def _print(self) -> None:
        job = self.print_job()
        if job is not None:
            show_print(job, self._bench, self.window())
