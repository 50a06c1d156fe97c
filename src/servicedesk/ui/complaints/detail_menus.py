# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What opens from the page of a complaint as a list: its papers, below a button."""

from dataclasses import replace

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from servicedesk.domain.kinds import Kind
from servicedesk.ui.complaints.detail_presenter import DetailPresenter
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.complaint_form import print_complaint_slip
from servicedesk.ui.people.history_dialog import show_history

_SHEET, _COPY, _WHOLE = "complaint_sheet", "complaint_copy", "complaint_whole"
"""Papers of a complaint, by their ids."""


class Papers(QObject):
    """The papers of the complaint that is shown.

    Args:
        bench: of the open file.
        presenter: knows which it is.
        window: anything in the window; owns this.
    """

    def __init__(self, bench: Workbench, presenter: DetailPresenter, window: QWidget) -> None:
        super().__init__(window)
        self._bench = bench
        self._presenter = presenter
        self._window = window

    def menu(self) -> QMenu:
        """Each paper, which opens in the preview."""
        menu = QMenu(self._window)
        menu.setAccessibleName(self.tr("Print this complaint"))
        menu.addAction(self.tr("The complaint, on a page or two…")).triggered.connect(
            lambda: self._show(_SHEET)
        )
        menu.addAction(self.tr("The slip…")).triggered.connect(self.slip)
        menu.addAction(self.tr("Copy for the customer…")).triggered.connect(
            lambda: self._show(_COPY)
        )
        menu.addAction(self.tr("Whole file, for an adviser…")).triggered.connect(
            lambda: self._show(_WHOLE)
        )
        menu.addAction(self.tr("History…")).triggered.connect(self._show_history)
        return menu

    def _show_history(self) -> None:
        """What was changed in the record, which can be printed too."""
        card = self._presenter.state.card
        if card is not None:
            show_history(self._bench, Kind.COMPLAINT, card.id, card.ref, self._window)

    def slip(self) -> None:
        """The small paper with the number and what happened."""
        card = self._presenter.state.card
        if card is not None:
            print_complaint_slip(self._bench, card.id, self._window)

    def _show(self, paper: str) -> None:
        job = self._presenter.paper_job()
        if job is not None:
            from servicedesk.ui.printing.preview import show_print

            show_print(replace(job, first=paper), self._bench, self._window.window())


def open_below(menu: QMenu, button: QPushButton) -> None:
    """Open a menu under the button that offers it, its first entry chosen."""
    menu.aboutToHide.connect(menu.deleteLater)
    menu.setActiveAction(menu.actions()[0])
    menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))
