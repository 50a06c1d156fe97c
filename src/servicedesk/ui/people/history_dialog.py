# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The history of one record: what was changed, when and by whom; it can be printed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QVBoxLayout, QWidget

from servicedesk.domain.kinds import Kind
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.history_presenter import HistoryPresenter
from servicedesk.ui.people.history_row import history_row
from servicedesk.ui.widgets.buttons import main_button, side_button
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.scroll import ScrollPage
from servicedesk.ui.widgets.sizes import em, keep_on_screen, most_room
from servicedesk.ui.widgets.text import label

_WIDTH, _HEIGHT = 44, 40
"""Wished for, in text heights; the screen may have less."""

_MARGIN = 14


class HistoryDialog(QDialog):
    """The history over the window that asked. Esc closes, Ctrl+P prints.

    Args:
        presenter: tells what was changed.
        bench: of the open file.
        parent: the window that asks.
    """

    def __init__(
        self, presenter: HistoryPresenter, bench: Workbench, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bench = bench
        self.presenter = presenter
        presenter.setParent(self)
        self.setWindowTitle(presenter.title)
        self.setSizeGripEnabled(True)
        self._page = ScrollPage(widest=0)
        self._page.body.addWidget(label(presenter.title, "title"))
        self._fill()
        self._page.body.addStretch(1)
        self.close_button = main_button(self.tr("Close"))
        self.print_button = side_button(self.tr("Print…"))
        self.print_button.setVisible(bool(presenter.lines))
        self.close_button.clicked.connect(self.accept)
        self.print_button.clicked.connect(self.print_it)
        QShortcut(QKeySequence("Ctrl+P"), self).activated.connect(self.print_it)
        foot = QFrame()
        foot.setObjectName("band")
        buttons = FlowLayout(foot, gap=10)
        buttons.setContentsMargins(_MARGIN, 10, _MARGIN, 12)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.print_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._page, 1)
        whole.addWidget(foot)

    def _fill(self) -> None:
        body = self._page.body
        if not self.presenter.lines:
            body.addWidget(label(self.tr("Nothing is kept of its changes."), "quiet"))
            return
        said = self.tr("The newest change first. It goes when the record is erased.")
        body.addWidget(label(said, "quiet"))
        for one in self.presenter.lines:
            title = f"{one.title} · {one.who}" if one.who else one.title
            row = history_row(one.when, title, "\n".join(one.lines), self._bench.theme)
            body.addWidget(row)

    def print_it(self) -> None:
        """Show the history as a paper."""
        if self.presenter.lines:
            from servicedesk.ui.printing.preview import show_print

            show_print(self.presenter.job(), self._bench, self)

    def showEvent(self, event: QShowEvent) -> None:
        """Take a comfortable part of the screen, the way out chosen."""
        super().showEvent(event)
        room = most_room(self)
        self.resize(min(em(self, _WIDTH), room.width()), min(em(self, _HEIGHT), room.height()))
        keep_on_screen(self)
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)


def show_history(
    bench: Workbench, kind: Kind, record_id: int, name: str, parent: QWidget
) -> HistoryDialog:
    """Open the history of a record over a window.

    Args:
        bench: of the open file.
        kind: of the record.
        record_id: of the record.
        name: what the record is called.
        parent: anything in the window.

    Returns:
        The dialog, which is open and lets itself go.
    """
    presenter = HistoryPresenter(bench, kind, record_id, name)
    dialog = HistoryDialog(presenter, bench, parent.window())
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
