# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The right side of the promises room: one promise with all that can be done with it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from servicedesk.domain.kinds import Kind
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.calendar_out import save_ics
from servicedesk.ui.people.ending import Asking
from servicedesk.ui.people.history_row import history_row
from servicedesk.ui.people.promise_form import show_promise_form
from servicedesk.ui.people.why_panel import show_why
from servicedesk.ui.promises.detail_presenter import DetailPresenter, DetailState, HistoryWords
from servicedesk.ui.widgets.buttons import link_button, main_button, side_button
from servicedesk.ui.widgets.card import Card, Notice
from servicedesk.ui.widgets.chip import Chip
from servicedesk.ui.widgets.files_strip import FilesStrip
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.scroll import ScrollPage
from servicedesk.ui.widgets.text import label

if TYPE_CHECKING:  # what is printed comes in with the first paper
    from servicedesk.domain.printing import PrintJob

_WIDEST = 56
"""Width of the column, in text heights."""


class Detail(ScrollPage):
    """One promise.

    Signals:
        back_wanted: somebody wants to see the list, which has no room beside the promise.

    Args:
        bench: of the open file.
        presenter: reads it.
    """

    back_wanted = Signal()

    def __init__(self, bench: Workbench, presenter: DetailPresenter) -> None:
        super().__init__(widest=_WIDEST)
        self._bench = bench
        self.presenter = presenter
        self._ways: list[QWidget] = []
        self._files_of: int | None = None
        self._is_attaching = False
        self._asking = Asking(bench, self, presenter.deeds)
        self._build()
        presenter.state_changed.connect(self._show_state)
        self._show_state()

    def _build(self) -> None:
        self._gone = label("", "quiet")
        self.body.addWidget(self._gone)
        self._all = QWidget()
        self._rows = QVBoxLayout(self._all)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(self.body.spacing())
        self.body.addWidget(self._all)
        self.body.addStretch(1)
        self._build_head()
        self._notices = QVBoxLayout()
        self._notices.setSpacing(6)
        self._rows.addLayout(self._notices)
        self._build_ways()
        self._facts_card = Card()
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(18)
        self._facts.setVerticalSpacing(6)
        self._facts.setColumnStretch(1, 1)
        self._facts_card.body.addLayout(self._facts)
        self._rows.addWidget(self._facts_card)
        self.files = FilesStrip(self._bench)
        self._rows.addWidget(self.files)
        self.files.presenter.state_changed.connect(self._show_files)
        self.setAcceptDrops(True)
        self._rows.addWidget(label(self.tr("What happened"), "section"))
        self._history = QVBoxLayout()
        self._history.setSpacing(10)
        self._rows.addLayout(self._history)

    def _build_head(self) -> None:
        """What was promised to whom, by when, and how it stands."""
        self._title = label("", "title")
        self._made = label("", "quiet")
        self.who_button = link_button("")
        self.who_button.clicked.connect(self._open_customer)
        self.back_button = link_button(self.tr("Back to the list"))
        self.back_button.clicked.connect(self.back_wanted)
        self.back_button.hide()
        back = FlowLayout()
        back.addWidget(self.back_button)
        self._rows.addLayout(back)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._title)
        line = FlowLayout()
        head.addLayout(line)
        line.addWidget(self.who_button)
        head.addWidget(self._made)
        self._rows.addLayout(head)
        due = FlowLayout()
        self._due = label("", "strong")
        self._due.setWordWrap(False)
        self._chip = Chip("", "quiet")
        self.why_button = link_button(self.tr("Why?"))
        self.why_button.clicked.connect(self._why)
        for part in (self._due, self._chip, self.why_button):
            due.addWidget(part)
        self._rows.addLayout(due)

    def _build_ways(self) -> None:
        """The buttons: what is done most often first, the rest as links."""
        asking, first, more = self._asking, FlowLayout(), FlowLayout()
        self._rows.addLayout(first)
        self._rows.addLayout(more)
        self.done_button = self._way(first, main_button(self.tr("Done")), self._done)
        self.done_on_button = self._ask(first, self.tr("Done on…"), asking.done_on)
        self.move_button = self._ask(first, self.tr("New date…"), asking.new_date)
        self.tell_button = self._way(first, side_button(self.tr("Tell them…")), self._tell)
        self.wait_button = self._ask(first, self.tr("Waiting…"), asking.waiting)
        reopen = side_button(self.tr("Open again"))
        self.reopen_button = self._way(first, reopen, self._reopen)
        out = side_button(self.tr("Take out of the bin"))
        self.out_button = self._way(first, out, self._bring_back)
        self.told_button = self._ask(more, self.tr("They were told…"), asking.told, is_link=True)
        self.released_button = self._ask(more, self.tr("Released…"), asking.released, is_link=True)
        self.broken_button = self._ask(more, self.tr("Broken…"), asking.broken, is_link=True)
        self.change_button = self._way(more, link_button(self.tr("Change")), self.change)
        slip = link_button(self.tr("Print slip"))
        self.print_button = self._way(more, slip, lambda: self._print(self.presenter.slip_job()))
        sheet = link_button(self.tr("Print job sheet"))
        self.sheet_button = self._way(more, sheet, lambda: self._print(self.presenter.sheet_job()))
        dates = link_button(self.tr("Save for a calendar"))
        self.calendar_button = self._way(more, dates, self._save_day)
        self.stop_button = self._way(
            more, link_button(self.tr("Does not come again")), self._stop_repeating
        )
        attach = link_button(self.tr("Attach files…"))
        self.attach_button = self._way(more, attach, self.attach)
        history = link_button(self.tr("History…"))
        self.history_button = self._way(more, history, self._show_history)
        self.bin_button = self._way(more, link_button(self.tr("Put into the bin")), self._bin)

    def _show_history(self) -> None:
        """What was changed in the record."""
        card = self.presenter.state.card
        if card is not None:
            from servicedesk.ui.people.history_dialog import show_history

            show_history(self._bench, Kind.PROMISE, card.id, card.ref, self)

    def _way(self, line: FlowLayout, button: QPushButton, act: Callable[[], None]) -> QPushButton:
        line.addWidget(button)
        self._ways.append(button)
        button.clicked.connect(lambda _=False: act())
        return button

    def _ask(
        self,
        line: FlowLayout,
        words: str,
        ask: Callable[[int], object],
        *,
        is_link: bool = False,
    ) -> QPushButton:
        def act() -> None:
            card = self.presenter.state.card
            if card is not None:
                ask(card.id)

        return self._way(line, link_button(words) if is_link else side_button(words), act)

    def first_focus(self) -> QWidget:
        """The button that is wanted most."""
        ways = (self.done_button, self.out_button, self.reopen_button)
        return next((one for one in ways if one.isVisibleTo(self)), self.change_button)

    def change(self) -> None:
        """Open the form with what is written."""
        card = self.presenter.state.card
        if card is not None:
            show_promise_form(self._bench, self.window(), promise_id=card.id)

    def attach(self) -> None:
        """Ask for files to lay beside the promise."""
        self._is_attaching = True
        self._show_files()
        self.files.add_button.click()

    def _done(self) -> None:
        if (card := self.presenter.state.card) is not None:
            self.presenter.deeds.done(card)

    def _reopen(self) -> None:
        if (card := self.presenter.state.card) is not None:
            self.presenter.deeds.reopen(card)

    def _stop_repeating(self) -> None:
        if (card := self.presenter.state.card) is not None:
            self.presenter.deeds.stop_repeating(card)

    def _bin(self) -> None:
        if (card := self.presenter.state.card) is not None:
            self.presenter.deeds.bin(card)

    def _bring_back(self) -> None:
        if (card := self.presenter.state.card) is not None:
            self.presenter.deeds.bring_back(card)

    def _save_day(self) -> None:
        if (card := self.presenter.state.card) is not None:
            save_ics((card.id,), self._bench, self)

    def _tell(self) -> None:
        """Write to the customer: that it slips, or that it is done."""
        card = self.presenter.state.card
        if card is not None:
            template = "L14" if card.is_open else "L15"
            self._bench.navigator.open("letters", template, f"promise:{card.id}")

    def _why(self) -> None:
        count, card = self.presenter.why(), self.presenter.state.card
        if count is not None and card is not None:
            show_why(count, card.due, self._bench, self)

    def _open_customer(self) -> None:
        card = self.presenter.state.card
        if card is not None and card.draft.customer_id is not None:
            self._bench.navigator.open("customers", "", str(card.draft.customer_id))

    def _print(self, job: "PrintJob | None") -> None:
        if job is not None:
            from servicedesk.ui.printing.preview import show_print

            show_print(job, self._bench, self)

    def _show_state(self) -> None:
        before = self.focusWidget()
        self._show_all()
        if before in self._ways and not before.isVisibleTo(self):
            # Not the button that takes back what the last key did.
            self.change_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_all(self) -> None:
        state = self.presenter.state
        card = state.card
        self._all.setVisible(card is not None)
        nothing = self.tr("Choose a promise in the list.")
        self._gone.setText(state.gone or nothing)
        self._gone.setVisible(card is None)
        if card is None:
            self._show_files()
            return
        self._title.setText(state.title)
        self._made.setText(state.made)
        self.who_button.setText(card.customer_name.replace("&", "&&"))
        self.who_button.setVisible(bool(card.customer_name))
        self._due.setText(state.due)
        self._chip.show_news(state.stand, state.tone)
        self._chip.setVisible(bool(state.stand))
        self.why_button.setVisible(state.has_why)
        self._show_ways(state)
        self._fill_notices(state)
        self._fill_facts(state)
        self._fill_history(state.history)
        self._show_files()

    def _show_files(self) -> None:
        """The files, where there are any or they are asked for."""
        card = self.presenter.state.card
        record = None if card is None else card.id
        if record != self._files_of:
            self._files_of = record
            self.to_top()
            self.files.show_record(Kind.PROMISE, record)
            self._is_attaching = False
        is_shown = bool(self.files.tiles) or self._is_attaching
        self.files.setVisible(is_shown)
        self.attach_button.setVisible(not is_shown)  # the strip has its own

    def _take_in(self, data: QMimeData) -> bool:
        """Lay beside the promise what was dropped or pasted on it."""
        if self.presenter.state.card is None or not self.files.bring_from(data):
            return False
        self._is_attaching = True
        self._show_files()
        return True

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and pictures may be dropped anywhere on the promise."""
        self.files.dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take in what is dropped; where it came from it stays."""
        if self._take_in(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take in a file or a picture that was copied elsewhere."""
        is_paste = event.matches(QKeySequence.StandardKey.Paste)
        if not is_paste or not self._take_in(QGuiApplication.clipboard().mimeData()):
            super().keyPressEvent(event)

    def _show_ways(self, state: DetailState) -> None:
        card = state.card
        is_open = card is not None and card.is_open and card.binned_at is None
        for button in (
            self.done_button,
            self.done_on_button,
            self.move_button,
            self.wait_button,
            self.calendar_button,
            self.told_button,
            self.released_button,
            self.broken_button,
        ):
            button.setVisible(is_open)
        is_binned = card is not None and card.binned_at is not None
        self.out_button.setVisible(is_binned)
        self.reopen_button.setVisible(card is not None and not card.is_open and not is_binned)
        self.tell_button.setVisible(card is not None and card.draft.customer_id is not None)
        comes_again = any(name == self.tr("Comes again") for name, _ in state.facts)
        self.stop_button.setVisible(comes_again)
        self.bin_button.setVisible(not is_binned)

    def _fill_notices(self, state: DetailState) -> None:
        _clear(self._notices)
        for tone, words in state.notices:
            self._notices.addWidget(Notice(tone, words))

    def _fill_facts(self, state: DetailState) -> None:
        _clear(self._facts)
        self._facts_card.setVisible(bool(state.facts))
        top = Qt.AlignmentFlag.AlignTop
        for row, (name, words) in enumerate(state.facts):
            self._facts.addWidget(label(name, "quiet"), row, 0, top)
            self._facts.addWidget(label(words), row, 1, top)

    def _fill_history(self, lines: tuple[HistoryWords, ...]) -> None:
        _clear(self._history)
        for line in lines:
            row = history_row(line.when, line.title, line.detail, self._bench.theme)
            self._history.addWidget(row)


def _clear(layout: QVBoxLayout | QGridLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (gone := item.widget()) is not None:
            gone.hide()
            gone.deleteLater()
