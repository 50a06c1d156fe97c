# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The page of Today: what needs doing and what is coming at the left, the rest at the right."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from servicedesk.ui.core.page import Page
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.today.blocks import BlockView
from servicedesk.ui.today.presenter import TodayBlock, TodayPresenter, TodayState
from servicedesk.ui.widgets.buttons import side_button
from servicedesk.ui.widgets.card import Notice
from servicedesk.ui.widgets.scroll import ScrollPage
from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.text import label

if TYPE_CHECKING:  # what is printed comes in with the first paper
    from servicedesk.domain.printing import PrintJob

_WIDEST = 84
"""Of the two columns together, in text heights: beyond that a button is too far from its words."""

_FOLDS = 44
"""Below this width, in text heights, the two columns become one."""


class TodayPage(Page):
    """What a start shows.

    Args:
        bench: of the open file.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.presenter = TodayPresenter(bench, self)
        self._blocks: tuple[TodayBlock, ...] = ()
        self._views: list[BlockView] = []
        self._build()
        self._wire()

    def _build(self) -> None:
        self._page = ScrollPage(widest=_WIDEST)
        self.print_button = side_button(self.tr("Print this list"))
        self._summary = label("", "quiet")
        said = QVBoxLayout()
        said.setSpacing(4)
        said.addWidget(label(self.tr("Today"), "title"))
        said.addWidget(self._summary)
        head = QHBoxLayout()
        head.addLayout(said, 1)
        head.addWidget(self.print_button, 0, Qt.AlignmentFlag.AlignBottom)
        self._page.body.addLayout(head)
        self._trouble = QVBoxLayout()
        self._page.body.addLayout(self._trouble)
        self._columns: QBoxLayout = QHBoxLayout()
        self._main, self._side = QVBoxLayout(), QVBoxLayout()
        self._columns.addLayout(self._main, 7)
        self._columns.addLayout(self._side, 3)
        self._page.body.addLayout(self._columns)
        self._page.body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._page)
        self._lay()

    def _wire(self) -> None:
        self.presenter.state_changed.connect(self._show_state)
        self.presenter.print_wanted.connect(self._print)
        self.print_button.clicked.connect(self._print_list)
        self._bench.theme.changed.connect(self._lay)

    def arrive(self, place: Place) -> None:
        """Read everything anew."""
        del place  # Today is one page
        self.presenter.arrive()

    def leave(self) -> None:
        """What changes meanwhile is read on the next arrival."""
        self.presenter.leave()

    def first_focus(self) -> QWidget | None:
        """The first button of the first card."""
        return next(iter(self.buttons()), None)

    def print_job(self) -> "PrintJob | None":
        """The list as it stands."""
        return self.presenter.list_job()

    def buttons(self) -> list[QPushButton]:
        """Every button, in the order of the screen."""
        return [button for view in self._views for line in view.lines for button in line.buttons]

    def _show_state(self) -> None:
        state = self.presenter.state
        self._summary.setText(state.summary)
        self._summary.setVisible(bool(state.summary))
        self.print_button.setVisible(bool(state.blocks))
        self._show_trouble(state)
        if state.blocks != self._blocks:
            self._blocks = state.blocks
            self._rebuild()
        for button in self.buttons():
            is_backup = button.property("deed") == "back_up"
            button.setEnabled(not (is_backup and state.is_backing_up))

    def _show_trouble(self, state: TodayState) -> None:
        _clear(self._trouble)
        if state.trouble is not None:
            told = (state.trouble.happened, state.trouble.safe, state.trouble.do)
            notice = Notice("late", " ".join(part for part in told if part), self.tr("Try again"))
            notice.acted.connect(self.presenter.reload)
            self._trouble.addWidget(notice)
            notice.show()

    def _rebuild(self) -> None:
        """Put the blocks in anew; the keyboard stays on the same button where it is still there."""
        focused = self.focusWidget()
        name = focused.accessibleName() if focused in self.buttons() else ""
        _clear(self._main)
        _clear(self._side)
        self._views = []
        for block in self._blocks:
            view = BlockView(block)
            view.acted.connect(self.presenter.act)
            (self._side if block.is_side else self._main).addWidget(view)
            view.show()  # now, or it would be shown only once the screen is idle
            self._views.append(view)
        self._main.addStretch(1)
        self._side.addStretch(1)
        for view in self._views:
            for line in view.lines:
                for button, said in zip(line.buttons, line.line.buttons, strict=True):
                    button.setProperty("deed", said.action.deed)
                    if name and button.accessibleName() == name:
                        button.setFocus()

    def _lay(self) -> None:
        """Two columns, or one where there is no room for two."""
        is_wide = self.width() >= em(self, _FOLDS)
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        if self._columns.direction() != way:
            self._columns.setDirection(way)
        for column in (self._main, self._side):
            column.setSpacing(em(self, 0.9))
        self._columns.setSpacing(em(self, 1.0))

    def _print_list(self) -> None:
        self._print(self.print_job())

    def _print(self, job: "PrintJob | None") -> None:
        from servicedesk.ui.printing.preview import show_print

        if job is not None:
            show_print(job, self._bench, self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        self._lay()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the letters change."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_columns"):
            self._lay()


def _clear(column: QVBoxLayout) -> None:
    """Take everything out of a column."""
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
