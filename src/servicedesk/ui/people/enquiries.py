# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Enquiries: who waits for us to come back to them; P makes a promise of one, A says it is done."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesk.domain.errors import Refusal
from servicedesk.ui.core.page import Page
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.contact_form import ContactForm, note_contact
from servicedesk.ui.people.enquiries_presenter import EnquiriesPresenter, EnquiryLine
from servicedesk.ui.people.promise_form import PromiseForm, show_promise_form
from servicedesk.ui.tables.columns import Column
from servicedesk.ui.tables.record_list import RecordList
from servicedesk.ui.tables.row_model import RowModel
from servicedesk.ui.widgets.buttons import main_button, side_button
from servicedesk.ui.widgets.chip import MarkedLabel
from servicedesk.ui.widgets.chip_row import ChipRow
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.text import label

if TYPE_CHECKING:  # what is printed comes in with the first paper
    from servicedesk.domain.printing import PrintJob

_MARGIN = 24
_GAP = 12
_NARROW = 52
"""Width of the page, in text heights, below which a column is left out."""


class EnquiriesPage(Page):
    """The list of enquiries. A place's item opens that contact.

    Args:
        bench: of the open file.

    Attributes:
        presenter: reads and answers them.
        list: the enquiries.
        form: the form that was opened last, or None.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.presenter = EnquiriesPresenter(bench, self)
        self.form: ContactForm | PromiseForm | None = None
        self._build()
        self._wire()

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        whole.setSpacing(_GAP)
        whole.addWidget(label(self.tr("Enquiries"), "title"))
        self._intro = label(self.tr("They asked, and wait for you to come back to them."), "quiet")
        whole.addWidget(self._intro)
        self.chips = ChipRow(
            [self.tr("Waiting"), self.tr("Done with")], is_single=True, can_let_go=False
        )
        self.chips.pick((0,))
        whole.addWidget(self.chips)
        self.note_button = main_button(self.tr("Note a contact"))
        self.promise_button = side_button(self.tr("Promise it"))
        self.answered_button = side_button(self.tr("Answered"))
        self.open_button = side_button(self.tr("Open"))
        buttons = FlowLayout()
        for button in (
            self.note_button,
            self.promise_button,
            self.answered_button,
            self.open_button,
        ):
            buttons.addWidget(button)
        whole.addLayout(buttons)
        self._empty = label("")
        whole.addWidget(self._empty)
        self.model = RowModel(self._columns(), (), self.presenter.sentence)
        self.list = RecordList(self._bench.theme, self.model, self.tr("Enquiries, list"))
        self.list.names_somebody = True
        whole.addWidget(self.list, 1)
        self._remember = MarkedLabel("", "due", "chip_due")
        self._remember.setWordWrap(True)
        whole.addWidget(self._remember)
        self._foot = label(
            self.tr("Enter opens, P makes a promise of it, A says that it is answered."), "small"
        )
        whole.addWidget(self._foot)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(
                title=self.tr("Come back"),
                value=lambda line: line.stands,
                sort=lambda line: line.card.draft.next_on,
                width=11,
            ),
            Column(title=self.tr("Who"), value=lambda line: line.who, width=11),
            Column(title=self.tr("What about"), value=lambda line: line.text),
            Column(
                title=self.tr("Asked"),
                value=lambda line: line.since,
                sort=lambda line: line.card.draft.at,
                width=7,
            ),
        )

    def _wire(self) -> None:
        self.presenter.state_changed.connect(self._show_state)
        self.chips.chosen.connect(self._on_chip)
        self.note_button.clicked.connect(lambda: self._note(None))
        self.promise_button.clicked.connect(self.promise)
        self.answered_button.clicked.connect(self.answer)
        self.open_button.clicked.connect(self._open_current)
        self.list.opened.connect(self._open)
        self.list.chosen.connect(self._show_buttons)
        self._bench.theme.changed.connect(self._fold)
        promise = QShortcut(QKeySequence("P"), self.list)
        promise.activated.connect(self.promise)
        answered = QShortcut(QKeySequence("A"), self.list)
        answered.activated.connect(self.answer)
        for shortcut in (promise, answered):
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)

    def arrive(self, place: Place) -> None:
        """Read the list; an item opens that contact."""
        self.presenter.load()
        if place.item.isdecimal():
            self.list.choose(int(place.item))
            self._note(int(place.item))

    def first_focus(self) -> QWidget | None:
        """The list, or the button that notes a contact while nobody waits."""
        return self.list if self.presenter.state.lines else self.note_button

    def print_job(self) -> "PrintJob | None":
        """The list."""
        return self.presenter.list_job(tuple(column.title for column in self.model.columns))

    def customer_id(self) -> int | None:
        """With whom the enquiry that is pointed at is."""
        line = self.list.current
        return line.card.draft.customer_id if isinstance(line, EnquiryLine) else None

    def promise(self) -> None:
        """Make a promise of the enquiry that is pointed at."""
        line = self.list.current
        if isinstance(line, EnquiryLine) and line.card.is_open_enquiry:
            self.form = show_promise_form(
                self._bench, self, contact_id=line.id, text=line.card.draft.text
            )

    def answer(self) -> None:
        """Say that the enquiry that is pointed at had its answer today."""
        line = self.list.current
        if isinstance(line, EnquiryLine) and line.card.is_open_enquiry:
            self.presenter.answered(line.id)

    def _open_current(self) -> None:
        line = self.list.current
        if line is not None:
            self._open(line)

    def _open(self, line: EnquiryLine) -> None:
        self._note(line.id)

    def _fold(self) -> None:
        """On a small screen the words need the room more than the day they were said."""
        is_narrow = self.width() < em(self, _NARROW)
        self.list.setColumnHidden(len(self.model.columns) - 1, is_narrow)

    def _note(self, contact_id: int | None) -> None:
        try:
            self.form = note_contact(self._bench, self, contact_id=contact_id)
        except Refusal as refusal:
            self.presenter.told_gone(refusal)

    def _on_chip(self) -> None:
        self.presenter.show(is_open=self.chips.picked() == (0,))

    def _show_state(self) -> None:
        state = self.presenter.state
        self.model.set_rows(state.lines)
        has_lines = bool(state.lines)
        self.list.setVisible(has_lines)
        self._foot.setVisible(has_lines and state.is_open)
        self._empty.setVisible(not has_lines)
        self._empty.setText(
            self.tr(
                "Nobody waits for an answer. A contact note with a day to come back to it "
                "stands here until it is answered."
            )
            if state.is_open
            else self.tr("Nothing that was asked has been answered yet.")
        )
        self._show_buttons()

    def _show_buttons(self) -> None:
        line = self.list.current
        is_open = isinstance(line, EnquiryLine) and line.card.is_open_enquiry
        self.promise_button.setVisible(is_open)
        self.answered_button.setVisible(is_open)
        self.open_button.setVisible(isinstance(line, EnquiryLine))
        said = self.presenter.remember_of(line) if isinstance(line, EnquiryLine) else ""
        self._remember.setText(said)
        self._remember.setVisible(bool(said))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what there is no room for."""
        super().resizeEvent(event)
        self._fold()
