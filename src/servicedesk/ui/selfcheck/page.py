# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The room of checking oneself: its home, the questions of a check, the result of one."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedLayout, QWidget

from servicedesk.domain.checks import Bank
from servicedesk.ui.core.page import Page
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.printing.preview import show_print
from servicedesk.ui.selfcheck.asking import AskingPane
from servicedesk.ui.selfcheck.home import CheckHome
from servicedesk.ui.selfcheck.result import ResultPage

if TYPE_CHECKING:
    from servicedesk.domain.printing import PrintJob
    from servicedesk.ui.core.rooms import Place

ROOM, PART = "improve", "check"
_RESULT = "result/"
_BANKS = frozenset(bank.value for bank in Bank)


class SelfCheckPage(Page):
    """Checking oneself.

    The item of its place is empty for the home, the id of a bank for its questions, and the
    number of a check, with or without "result/" before it, for its result.

    Args:
        bench: of the open file.

    Attributes:
        home, asking, result: the three pages.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self.home = CheckHome(bench)
        self.asking = AskingPane(bench)
        self.result = ResultPage(bench)
        for page in (self.home, self.asking, self.result):
            self._stack.addWidget(page)
        self._wire()

    def _wire(self) -> None:
        self.home.begin_wanted.connect(self.begin)
        self.home.go_on_wanted.connect(lambda bank: self._open(bank.value))
        self.home.result_wanted.connect(lambda number: self._open(f"{_RESULT}{number}"))
        self.home.print_wanted.connect(self._print)
        self.asking.stop_wanted.connect(lambda: self._open(""))
        self.asking.presenter.finished.connect(lambda number: self._open(f"{_RESULT}{number}"))
        self.asking.presenter.state_changed.connect(self._mind_removal)
        self.result.print_wanted.connect(self._print)
        self.result.gone.connect(lambda: self._open(""))

    def _open(self, item: str) -> None:
        self._bench.navigator.open(ROOM, PART, item)

    def _print(self, job: "PrintJob") -> None:
        show_print(job, self._bench, self.window())

    def begin(self, bank: Bank, is_short: bool) -> None:
        """Begin a check, and go to its questions."""
        if self.asking.presenter.begin(bank, is_short=is_short):
            self._open(bank.value)

    def _mind_removal(self) -> None:
        """The check whose questions are asked was taken back: nothing is left to ask."""
        shown = self._stack.currentWidget() is self.asking
        if shown and self.asking.presenter.state.card is None and self.isVisible():
            self._open("")

    def arrive(self, place: "Place") -> None:
        """Show a place; one that is not there shows the home."""
        self.leave()
        item = place.item.removeprefix(_RESULT)
        if item in _BANKS:
            shown = self._arrive_at(Bank(item))
        elif item.isdecimal() and self.result.open(int(item)):
            shown = self.result
        else:
            shown = self.home
        if shown is self.home:
            self.home.presenter.open()
        self._stack.setCurrentWidget(shown)

    def _arrive_at(self, bank: Bank) -> QWidget:
        """The questions of a bank: those begun, or new ones where none was finished today."""
        presenter = self.asking.presenter
        if presenter.open(bank):
            return self.asking
        last = self._last(bank)
        if last is not None and self.result.open(last):
            return self.result
        if presenter.begin(bank, is_short=False) and presenter.open(bank):
            return self.asking
        return self.home

    def _last(self, bank: Bank) -> int | None:
        """The check that was finished today: who comes back here wants its result, no new one."""
        return self.home.presenter.finished_today(bank)

    def leave(self) -> None:
        """Keep what was typed; follow nothing until somebody looks."""
        self.home.presenter.close()
        self.asking.leave()
        self.result.leave()

    def first_focus(self) -> QWidget | None:
        """What gets the keyboard on arrival."""
        shown = self._stack.currentWidget()
        for page in (self.home, self.asking, self.result):
            if shown is page:
                return page.first_focus()
        return None

    def print_job(self) -> "PrintJob | None":
        """The questions as a blank sheet, or the report."""
        shown = self._stack.currentWidget()
        if shown is self.asking:
            return self.asking.presenter.print_job()
        if shown is self.result:
            return self.result.print_job()
        return self.home.presenter.blank(Bank.SELF_CHECK)
