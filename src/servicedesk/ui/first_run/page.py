# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The first run: four short pages, all to be skipped, each answer kept as it is given."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from servicedesk.ui.core.page import Page
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.first_run.facts import FirstRunFacts
from servicedesk.ui.first_run.presenter import FirstRunPresenter
from servicedesk.ui.first_run.second_folder_page import SecondFolderPage
from servicedesk.ui.first_run.step_list import StepList
from servicedesk.ui.guide.facts_page import FactsPage
from servicedesk.ui.widgets.buttons import link_button, main_button, side_button
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.scroll import ScrollPage
from servicedesk.ui.widgets.text import label

_SECOND_BACKUP = "second_backup"
_LIST_WIDE = 15
_ROOM_FOR_LIST = 62
"""Text heights: how wide the list is, and how wide the page has to be to show it."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FirstRunPage(Page):
    """Name, work, place and hours, second copy; then Today.

    Args:
        bench: of the open file.
    """

    has_own_header = True

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.presenter = FirstRunPresenter(bench, self)
        self._facts = FirstRunFacts(bench, self)
        self._build()
        self._wire()
        self._show_state()

    def _build(self) -> None:
        state = self.presenter.state
        self.steps = StepList(state, self._bench.theme)
        self._stack = QStackedWidget()
        self._scrolls: list[ScrollPage] = []
        self.pages: list[FactsPage | SecondFolderPage] = []
        for page in state.pages:
            made: FactsPage | SecondFolderPage
            if page.id == _SECOND_BACKUP:
                made = SecondFolderPage(page, self.presenter)
            else:
                made = FactsPage(self._facts, page.id, self._bench)
            scroll = ScrollPage()
            scroll.body.addWidget(made)
            scroll.body.addStretch(1)
            self.pages.append(made)
            self._scrolls.append(scroll)
            self._stack.addWidget(scroll)
        self._where = label("", "quiet")
        self._where.setContentsMargins(22, 12, 22, 0)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._where)
        right.addWidget(self._stack, 1)
        right.addWidget(self._foot())
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.steps)
        across.addLayout(right, 1)

    def _foot(self) -> QWidget:
        foot = QFrame()
        self.next_button = main_button(self.tr("Next"))
        self.back_button = side_button(self.tr("Back"))
        self.skip_button = link_button(self.tr("Skip this page"))
        self.skip_all_button = link_button(self.tr("Skip all, go to Today"))
        line = FlowLayout()
        around = QVBoxLayout(foot)
        around.setContentsMargins(22, 12, 22, 18)
        around.addLayout(line)
        for button in (
            self.next_button,
            self.back_button,
            self.skip_button,
            self.skip_all_button,
        ):
            button.setAutoDefault(True)
            line.addWidget(button)
        return foot

    def _wire(self) -> None:
        self.next_button.clicked.connect(self._next)
        self.back_button.clicked.connect(self._back)
        self.skip_button.clicked.connect(self._skip)
        self.skip_all_button.clicked.connect(self._skip_all)
        self.steps.chosen.connect(self._go)
        self.presenter.state_changed.connect(self._show_state)
        self._bench.theme.changed.connect(self._fold)

    def arrive(self, place: Place) -> None:
        """Read afresh what is known."""
        del place
        self._facts.load()

    def leave(self) -> None:
        """Take what is being typed as said."""
        self._commit()

    def first_focus(self) -> QWidget | None:
        """The first field of the page that is shown."""
        return self.pages[self.presenter.state.at].first_focus() or self.next_button

    def _commit(self) -> bool:
        """Keep what is typed on the page; False when something on it is to be mended."""
        page = self.pages[self.presenter.state.at]
        if not isinstance(page, FactsPage):
            return True
        page.commit()
        return not page.has_errors()

    def _next(self) -> None:
        page = self.pages[self.presenter.state.at]
        if self._commit():
            self.presenter.next()
        elif isinstance(page, FactsPage):
            page.to_first_error()

    def _back(self) -> None:
        self._commit()
        self.presenter.back()

    def _skip(self) -> None:
        self._commit()
        self.presenter.skip()

    def _skip_all(self) -> None:
        self._commit()
        self.presenter.leave_for_today()

    def _go(self, at: int) -> None:
        self._commit()
        self.presenter.go(at)

    def _show_state(self) -> None:
        state = self.presenter.state
        is_other = self._stack.currentIndex() != state.at
        self.steps.show_state(state)
        self._stack.setCurrentIndex(state.at)
        self._where.setText(
            self.tr("Page {n} of {all}: {title}").format(
                n=state.at + 1, all=len(state.pages), title=state.page.title
            )
        )
        self.back_button.setVisible(not state.is_first)
        self.next_button.setText(self.tr("Done, go to Today") if state.is_last else self.tr("Next"))
        self.skip_button.setVisible(not state.is_last)
        self.skip_all_button.setVisible(not state.is_last)
        self._fold()
        if is_other:
            self._scrolls[state.at].to_top()
            first = self.first_focus()
            if first is not None and self.isVisible():
                first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fold(self) -> None:
        """Where the text is large or the window small, say the step instead of listing all."""
        has_room = self.width() >= self._bench.theme.em(_ROOM_FOR_LIST)
        self.steps.setVisible(has_room)
        self.steps.setFixedWidth(self._bench.theme.em(_LIST_WIDE))
        self._where.setVisible(not has_room)
        across = self.layout()
        if across is not None:  # a window painted before the next event would show both over
            across.activate()  # one another

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold the list."""
        super().resizeEvent(event)
        self._fold()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on by Ctrl+Enter from anywhere, and by Enter from a field of one line."""
        has_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        in_line = isinstance(self.focusWidget(), QLineEdit | QComboBox)
        if event.key() in _ENTER and (has_control or in_line):
            self._next()
        else:
            super().keyPressEvent(event)
