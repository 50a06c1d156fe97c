# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The page of Today: what needs doing and what is coming at the left, the rest at the right."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from servicedesk.ui.core.page import Page
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.today.blocks import BlockView, RowView
from servicedesk.ui.today.presenter import TodayPresenter
from servicedesk.ui.today.reminder import Reminder
from servicedesk.ui.today.said import TodayBlock, TodayState
from servicedesk.ui.widgets.buttons import side_button
from servicedesk.ui.widgets.card import Notice
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.scroll import ScrollPage
from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.text import label

if TYPE_CHECKING:  # what is printed comes in with the first paper
    from servicedesk.domain.printing import PrintJob
    from servicedesk.domain.today_rows import OpenItem
    from servicedesk.ui.people.ending import Asking
    from servicedesk.ui.today.catch_up import CatchUp

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
        self.catch_up: CatchUp | None = None
        self._came_from = ""
        self._asking: Asking | None = None
        self._build()
        self._wire()
        self.reminder = Reminder(bench, self.presenter.said_of, self)
        self.reminder.chosen.connect(self._come_forward)

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
        self.round_button = side_button(self.tr("Tomorrow’s round"))
        held = QWidget()
        ways = FlowLayout(held)
        ways.addWidget(self.round_button)
        ways.addWidget(self.print_button)
        head.addWidget(held, 0, Qt.AlignmentFlag.AlignBottom)
        self._page.body.addLayout(head)
        self._trouble = QVBoxLayout()
        self._page.body.addLayout(self._trouble)
        self._away = QVBoxLayout()
        self._page.body.addLayout(self._away)
        self._hint = label(self._keys_hint(), "small")
        self._hint.hide()
        self._page.body.addWidget(self._hint)
        self._columns: QBoxLayout = QHBoxLayout()
        self._main, self._side = QVBoxLayout(), QVBoxLayout()
        self._columns.addLayout(self._main, 8)
        self._columns.addLayout(self._side, 3)
        self._page.body.addLayout(self._columns)
        self._page.body.addStretch(1)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addWidget(self._page)
        self._lay()

    def _keys_hint(self) -> str:
        return self.tr(
            "Up and down go from row to row. Space: done. D: done on another day. "
            "N: new date. P: put off until tomorrow. Enter opens."
        )

    def _wire(self) -> None:
        self.presenter.state_changed.connect(self._show_state)
        self.presenter.print_wanted.connect(self._print)
        self.presenter.catch_up_wanted.connect(self.open_catch_up)
        self.presenter.deeds.decision_wanted.connect(self._ask)
        self.print_button.clicked.connect(self._print_list)
        self.round_button.clicked.connect(self._print_round)
        self._bench.theme.changed.connect(self._lay)

    def arrive(self, place: Place) -> None:
        """Read everything anew."""
        self.presenter.arrive()
        QTimer.singleShot(0, self, self._page.to_top)  # once the keyboard is in the first row
        if place.part == "catch_up":
            self.open_catch_up()

    def leave(self) -> None:
        """What changes meanwhile is read on the next arrival."""
        self.presenter.leave()

    def first_focus(self) -> QWidget | None:
        """Catch up; else the first row, or the first button of the first card."""
        if self.catch_up is not None:
            return self.catch_up.first_focus()
        return next(iter(self.rows()), None) or next(iter(self.buttons()), None)

    def print_job(self) -> "PrintJob | None":
        """The list as it stands."""
        return self.presenter.list_job()

    def buttons(self) -> list[QPushButton]:
        """Every button, in the order of the screen."""
        return [button for view in self._views for line in view.lines for button in line.buttons]

    def rows(self) -> list[RowView]:
        """Every promise and enquiry, in the order of the screen."""
        lines = [line for view in self._views for line in view.lines]
        return [line for line in lines if isinstance(line, RowView)]

    def open_catch_up(self) -> None:
        """Ask what became of each promise that is late."""
        from servicedesk.ui.today.catch_up import CatchUp

        wanted = self.presenter.late_lines()
        if wanted:
            self._show_catch_up(CatchUp(self._bench, self.presenter.deeds, wanted))

    def _ask(self, item: "OpenItem", deed: str) -> None:
        """Open the short dialog about one promise; the keyboard comes back to its row."""
        from servicedesk.ui.people.ending import Asking
        from servicedesk.ui.people.promise_deeds import PromiseDeeds

        if self._asking is None:
            self._asking = Asking(self._bench, self, PromiseDeeds(self._bench, self))
        asked = {
            "done_on": self._asking.done_on,
            "new_date": self._asking.new_date,
            "waiting": self._asking.waiting,
            "broken": self._asking.broken,
            "released": self._asking.released,
        }
        asked[deed](item.id)

    def _show_catch_up(self, asked: "CatchUp") -> None:
        self._close_catch_up()
        focused = self.focusWidget()
        self._came_from = focused.line.key if isinstance(focused, RowView) else ""
        self.catch_up = asked
        asked.ended.connect(self._end_catch_up)
        self._whole.addWidget(asked)
        self._page.hide()
        asked.show()
        asked.take_focus()

    def _close_catch_up(self) -> None:
        if self.catch_up is not None:
            self._whole.removeWidget(self.catch_up)
            self.catch_up.hide()
            self.catch_up.deleteLater()
            self.catch_up = None
            self._page.show()

    def _end_catch_up(self) -> None:
        """Show the list again, with the keyboard where it was, or at the top."""
        self._close_catch_up()
        self.presenter.reload()
        back = next((row for row in self.rows() if row.line.key == self._came_from), None)
        target = back or self.first_focus()
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_state(self) -> None:
        state = self.presenter.state
        self._summary.setText(state.summary)
        self._summary.setVisible(bool(state.summary))
        self.print_button.setVisible(bool(state.blocks))
        self.round_button.setVisible(state.has_rows)
        self._show_trouble(state)
        self._show_away(state)
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

    def _show_away(self, state: TodayState) -> None:
        _clear(self._away)
        if state.away:
            notice = Notice("due", state.away, self.tr("Catch up"))
            notice.acted.connect(self.open_catch_up)
            self._away.addWidget(notice)
            notice.show()

    def _rebuild(self) -> None:
        """Put the blocks in anew; the keyboard stays on the same button where it is still there.

        Where a row has gone, the one in its place gets the keyboard.
        """
        focused = self.focusWidget()
        name = focused.accessibleName() if focused in self.buttons() else ""
        before = self.rows()
        at = next((n for n, row in enumerate(before) if _holds(row, focused)), -1)
        key = before[at].line.key if at >= 0 else ""
        _clear(self._main)
        _clear(self._side)
        self._views = []
        for block in self._blocks:
            view = BlockView(block, self._bench.theme)
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
        self._join_rows(key, at)

    def _join_rows(self, key: str, at: int) -> None:
        """Lead arrows from row to row, and Tab to one of them.

        Args:
            key: of the row that had the keyboard, or "".
            at: its place, or -1.
        """
        rows = self.rows()
        self._hint.setVisible(bool(rows))
        for row in rows:
            row.step_wanted.connect(lambda step, row=row: self._step(row, step))
            row.rest(is_resting=False)
        if not rows:
            return
        same = next((row for row in rows if row.line.key == key), None)
        chosen = same or rows[max(0, min(at, len(rows) - 1))]
        chosen.rest(is_resting=True)
        if at >= 0 and not _holds(chosen, self.focusWidget()):
            chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, row: RowView, step: int) -> None:
        rows = self.rows()
        at = rows.index(row) + step
        if 0 <= at < len(rows):
            row.rest(is_resting=False)
            rows[at].rest(is_resting=True)
            rows[at].setFocus(Qt.FocusReason.TabFocusReason)
            if at == 0:
                self._page.to_top()

    def _lay(self) -> None:
        """Two columns, or one where there is no room for two."""
        is_wide = self.width() >= em(self, _FOLDS)
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        if self._columns.direction() != way:
            self._columns.setDirection(way)
        for column in (self._main, self._side):
            column.setSpacing(em(self, 0.9))
        self._columns.setSpacing(em(self, 1.0))

    def _come_forward(self) -> None:
        self._bench.navigator.open("today")
        self.window().raise_()
        self.window().activateWindow()

    def _print_list(self) -> None:
        self._print(self.print_job())

    def _print_round(self) -> None:
        self._print(self.presenter.round_job())

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


def _holds(row: RowView, widget: QWidget | None) -> bool:
    """Whether a row, or one of its buttons, has the keyboard."""
    return widget is not None and (row is widget or row.isAncestorOf(widget))


def _clear(column: QVBoxLayout) -> None:
    """Take everything out of a column."""
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
