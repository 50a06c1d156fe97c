# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Bring a list in: a list is chosen, looked at, tried out, and brought in as one step."""

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from servicedesk.ui.core.page import Page
from servicedesk.ui.core.places import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.importing.choose_step import ChooseStep, dropped_file
from servicedesk.ui.importing.look_step import LookStep
from servicedesk.ui.importing.outcome_step import CheckStep, DoneStep
from servicedesk.ui.importing.presenter import ImportingPresenter
from servicedesk.ui.importing.state import ImportingState, Stage
from servicedesk.ui.importing.step import StepView
from servicedesk.ui.widgets.buttons import main_button, side_button
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.scroll import ScrollPage
from servicedesk.ui.widgets.tab_order import order_tabs
from servicedesk.ui.widgets.text import label

if TYPE_CHECKING:
    from servicedesk.domain.printing import PrintJob

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WIDEST = 60
_SIDE = 22


class ImportingPage(Page):
    """Four steps, one at a time; Back never loses a choice.

    Args:
        bench: of the open file.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.presenter = ImportingPresenter(bench, self)
        self._drawn: ImportingState | None = None
        self.setAcceptDrops(True)
        self._build()
        self._wire()
        self._show_state()

    def _build(self) -> None:
        self.steps: dict[Stage, StepView] = {
            Stage.CHOOSE: ChooseStep(self.presenter, self._bench),
            Stage.LOOK: LookStep(self.presenter, self._bench),
            Stage.CHECK: CheckStep(self.presenter, self._bench),
            Stage.DONE: DoneStep(self.presenter, self._bench),
        }
        self._where = label("", "quiet")
        self._stack = QStackedWidget()
        self._scrolls: dict[Stage, ScrollPage] = {}
        for stage, step in self.steps.items():
            scroll = ScrollPage(widest=_WIDEST)
            scroll.body.addWidget(step)
            scroll.body.addStretch(1)
            self._scrolls[stage] = scroll
            self._stack.addWidget(scroll)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._where.setContentsMargins(_SIDE, 14, _SIDE, 0)
        whole.addWidget(self._where)
        whole.addWidget(self._stack, 1)
        whole.addWidget(self._foot())

    def _foot(self) -> QWidget:
        self._foot_frame = QFrame()
        around = QVBoxLayout(self._foot_frame)
        around.setContentsMargins(_SIDE, 10, _SIDE, 16)
        self._busy = label("", "strong")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("How far it is"))
        around.addWidget(self._busy)
        around.addWidget(self._bar)
        self.next_button = main_button(self.tr("Next: see what would happen"))
        self.run_button = main_button("")
        self.back_button = side_button(self.tr("Back"))
        self.stop_button = side_button(self.tr("Stop"))
        line = FlowLayout()
        around.addLayout(line)
        for button in (self.next_button, self.run_button, self.back_button, self.stop_button):
            button.setAutoDefault(True)
            line.addWidget(button)
        return self._foot_frame

    def _wire(self) -> None:
        self.next_button.clicked.connect(self.presenter.check)
        self.run_button.clicked.connect(self.presenter.run)
        self.back_button.clicked.connect(self.presenter.back)
        self.stop_button.clicked.connect(self.presenter.stop)
        self.presenter.state_changed.connect(self._show_state)
        self._bench.changes.changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        """After another change the import is not what Undo takes back next."""
        state = self.presenter.state
        if state.stage is Stage.DONE:
            self.steps[Stage.DONE].show_state(state)

    def arrive(self, place: Place) -> None:
        """After an import that is done, a new one begins."""
        del place
        if self.presenter.state.stage is Stage.DONE and not self.isVisible():
            self.presenter.begin_again()

    def first_focus(self) -> QWidget | None:
        """What the step that is shown begins with."""
        return self.steps[self.presenter.state.stage].first_focus()

    def print_job(self) -> "PrintJob | None":
        """The rows that are not brought in."""
        return self.presenter.print_job()

    def _show_state(self) -> None:
        state = self.presenter.state
        drawn = replace(state, done=0, total=0)
        if drawn == self._drawn:  # it only got on a little
            self._show_foot()
            return
        self._drawn = drawn
        stages = list(Stage)
        is_other = self._stack.currentIndex() != stages.index(state.stage)
        self._where.setText(
            self.tr("Bring a list in, step {n} of {all}").format(
                n=stages.index(state.stage) + 1, all=len(stages)
            )
        )
        self.steps[state.stage].show_state(state)
        self._stack.setCurrentIndex(stages.index(state.stage))
        order_tabs([*self.steps[state.stage].places(), self._foot_frame])
        self._show_foot()
        if is_other:
            self._scrolls[state.stage].to_top()
            self._take_focus()

    def _show_foot(self) -> None:
        state = self.presenter.state
        is_busy = bool(state.busy)
        held = self.focusWidget()
        self._busy.setText(state.busy)
        self._busy.setVisible(is_busy)
        self._bar.setVisible(is_busy)
        self._bar.setRange(0, state.total)
        self._bar.setValue(state.done)
        is_checked = state.stage is Stage.CHECK and state.plan is not None
        self.stop_button.setVisible(is_busy)
        self.next_button.setVisible(state.stage is Stage.LOOK and not is_busy)
        self.back_button.setVisible(state.stage in (Stage.LOOK, Stage.CHECK) and not is_busy)
        self.run_button.setVisible(is_checked and not is_busy and state.changes > 0)
        self.run_button.setText(self._run_words())
        self._foot_frame.setVisible(is_busy or state.stage in (Stage.LOOK, Stage.CHECK))
        if self.isVisible() and (held is None or not held.isVisible()):
            self._take_focus()

    def _run_words(self) -> str:
        number, holds = self.presenter.state.changes, self.presenter.state.holds
        return self._bench.labels.count(f"importing.run.{holds.value}", Decimal(number))

    def _take_focus(self) -> None:
        if not self.isVisible():
            return
        buttons = (self.stop_button, self.run_button)
        first = next((one for one in buttons if not one.isHidden()), None) or self.first_focus()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, self, self._keep_focus_in_sight)

    def _keep_focus_in_sight(self) -> None:
        """Once everything stands in its place."""
        held = self.focusWidget()
        scroll = self._scrolls[self.presenter.state.stage]
        if held is not None and scroll.isAncestorOf(held):
            scroll.show_whole(held)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A single file may be dropped on any of the steps before anything is brought in."""
        can_take = self.presenter.state.stage is not Stage.DONE and not self.presenter.state.busy
        if can_take and dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look into the file that was dropped."""
        path = dropped_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.presenter.choose(path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on by Ctrl+Enter from anywhere."""
        has_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in _ENTER and has_control:
            for button in (self.next_button, self.run_button):
                if button.isVisible():
                    button.click()
                    return
        super().keyPressEvent(event)
