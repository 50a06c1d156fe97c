# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Catch up: what became of each promise while nobody was here, saved in one step with one undo."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesk.domain.errors import Refusal
from servicedesk.domain.today_rows import OpenItem
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.today.decision_line import DecisionLine
from servicedesk.ui.today.row_deeds import RowDeeds
from servicedesk.ui.today.said import TodayLine
from servicedesk.ui.widgets.buttons import link_button, main_button
from servicedesk.ui.widgets.card import Notice
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.scroll import ScrollPage
from servicedesk.ui.widgets.tab_order import order_tabs
from servicedesk.ui.widgets.text import label

_SAVE_KEYS = (
    Qt.KeyboardModifier.ControlModifier | Qt.Key.Key_Return,
    Qt.KeyboardModifier.ControlModifier | Qt.Key.Key_Enter,
)
_WIDEST = 60


class CatchUp(QWidget):
    """One line for each promise that nobody has said the end of.

    Signals:
        ended: it is written down, or left for later.

    Args:
        bench: of the open file.
        deeds: writes down what was decided.
        items: the promises, with their lines in words.
    """

    ended = Signal()

    def __init__(
        self,
        bench: Workbench,
        deeds: RowDeeds,
        items: Sequence[tuple[OpenItem, TodayLine]],
    ) -> None:
        super().__init__()
        self._bench = bench
        self._deeds = deeds
        self.lines = [DecisionLine(bench, item.id, line, item.due.day) for item, line in items]
        self._build()
        for line in self.lines:
            line.step_wanted.connect(lambda step, at=line: self._step(at, step))
            line.chosen.connect(self._lead_tab)

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._page = ScrollPage(widest=_WIDEST)
        whole.addWidget(self._page, 1)
        body = self._page.body
        body.addWidget(label(self.tr("Catch up"), "title"))
        said = self.tr("These came due and nobody has said yet how they ended.")
        body.addWidget(label(said, "quiet"))
        body.addWidget(label(self._hint(), "small"))
        self._told = QVBoxLayout()
        body.addLayout(self._told)
        for line in self.lines:
            body.addWidget(line)
        self.save_button = main_button(self.tr("Save all"))
        self.later_button = link_button(self.tr("Leave it for later"))
        buttons = FlowLayout()
        body.addLayout(buttons)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.later_button)
        body.addStretch(1)
        self.save_button.clicked.connect(self.save)
        self.later_button.clicked.connect(self.ended)
        for keys in _SAVE_KEYS:
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.save)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.ended)

    def _hint(self) -> str:
        return self.tr(
            "Up and down go from line to line, left and right along it, Space chooses. "
            "Ctrl+Enter saves all of it. What you leave alone stays open."
        )

    def first_focus(self) -> QWidget:
        """The choices of the first line."""
        return self.lines[0].row.resting()

    def take_focus(self) -> None:
        """Lead Tab down the lines, and give the keyboard to the first."""
        self._lead_tab()
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _lead_tab(self) -> None:
        """From line to line, through the fields that are asked for by now."""
        order_tabs([*self.lines, self.save_button, self.later_button])

    def save(self) -> None:
        """Write it all down, or say at the first line that is wrong what it needs."""
        decisions = []
        for line in self.lines:
            try:
                found = line.decision()
            except Refusal as refusal:
                line.show_error(self._bench.labels.refusal(refusal))
                return
            line.show_error("")
            if found is not None:
                decisions.append(found)
        if not decisions:
            self._tell(self.tr("Nothing is chosen yet. Choose on one line at least."))
            return
        wrong = self._deeds.decide(tuple(decisions))
        self._tell(wrong)
        if not wrong:
            self.ended.emit()

    def _tell(self, sentence: str) -> None:
        while (item := self._told.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        if sentence:
            notice = Notice("late", sentence)
            self._told.addWidget(notice)
            notice.show()  # now, or it would be shown only once the screen is idle
            self._page.to_top()

    def _step(self, line: DecisionLine, step: int) -> None:
        at = self.lines.index(line) + step
        if 0 <= at < len(self.lines):
            self.lines[at].take_focus()
        elif step > 0:
            self.save_button.setFocus(Qt.FocusReason.TabFocusReason)
