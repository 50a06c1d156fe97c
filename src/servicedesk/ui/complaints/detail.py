# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The right side of the complaints room: one complaint, what is next, nine lines, what happened."""

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from servicedesk.domain.complaints import Stage
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.kinds import Kind
from servicedesk.ui.complaints.deeds import Deed
from servicedesk.ui.complaints.detail_history import History
from servicedesk.ui.complaints.detail_lines import ShortLines
from servicedesk.ui.complaints.detail_menus import Papers, open_below
from servicedesk.ui.complaints.detail_notices import Notices
from servicedesk.ui.complaints.detail_presenter import DetailPresenter, DetailState
from servicedesk.ui.complaints.file_cards import FileCards
from servicedesk.ui.complaints.short_view import Way
from servicedesk.ui.complaints.steps import Steps
from servicedesk.ui.core.places import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.complaint_form import show_complaint_form
from servicedesk.ui.people.help_strip import HelpStrip
from servicedesk.ui.people.pin import PinCard
from servicedesk.ui.people.sorted_form import sort_out
from servicedesk.ui.people.why_panel import show_why
from servicedesk.ui.widgets.buttons import link_button, main_button, side_button
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.chip import Chip
from servicedesk.ui.widgets.files_strip import FilesStrip
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.scroll import ScrollPage
from servicedesk.ui.widgets.tab_order import order_tabs
from servicedesk.ui.widgets.text import label, single_line

_WIDEST = 60
"""Width of the column, in text heights."""


class Detail(ScrollPage):
    """One complaint.

    Signals:
        back_wanted: somebody wants to see the list, which has no room beside the complaint.

    Args:
        bench: of the open file.
        presenter: reads it.

    Attributes:
        steps: opens what the steps ask.
        papers: what can be printed of it.
    """

    back_wanted = Signal()

    def __init__(self, bench: Workbench, presenter: DetailPresenter) -> None:
        super().__init__(widest=_WIDEST)
        self._bench = bench
        self.presenter = presenter
        self.steps = Steps(bench, self, presenter.deeds)
        self.papers = Papers(bench, presenter, self)
        self._boxes = Notices(presenter.way, self._words, self._begin, self._go)
        self._files_of: int | None = None
        self._is_attaching = False
        self._was_turned = False  # once somebody chose how much to see, it stays so
        self._build()
        presenter.state_changed.connect(self._show_state)
        self._show_state()

    def _build(self) -> None:
        self._gone = label("", "quiet")
        self.body.addWidget(self._gone)
        self.kept = PinCard(bench=self._bench, why=self.tr("It names somebody who works here."))
        self.kept.opened.connect(self.presenter.look_again)
        self.body.addWidget(self.kept)
        self._all = QWidget()
        self._rows = QVBoxLayout(self._all)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(self.body.spacing())
        self.body.addWidget(self._all)
        self.body.addStretch(1)
        self._build_head()
        self._build_ways()  # above all that comes and goes, so that they stay in their place
        self._build_standing()
        self.help_strip = HelpStrip(self._bench)
        self.help_strip.change_wanted.connect(self._open_customer)
        self._rows.addWidget(self.help_strip)
        self._noticed = QWidget()
        self._notices = QVBoxLayout(self._noticed)
        self._notices.setContentsMargins(0, 0, 0, 0)
        self._notices.setSpacing(6)
        self._rows.addWidget(self._noticed)
        self._harm = Card(self.tr("Injury or damage"))
        self._harm_lines = QVBoxLayout()
        self._harm_lines.setSpacing(6)
        self._harm.body.addLayout(self._harm_lines)
        self._rows.addWidget(self._harm)
        self.lines = ShortLines(self._bench)
        self.lines.wanted.connect(self._begin)
        self._rows.addWidget(self.lines)
        self.file_button = link_button("")
        self.file_button.clicked.connect(self._turn_file)
        foot = FlowLayout()
        foot.addWidget(self.file_button)
        self._rows.addLayout(foot)
        self.file: FileCards = FileCards(self._bench)
        self._rows.addWidget(self.file)
        self.show_file(is_shown=False)
        self.files = FilesStrip(self._bench)
        self._rows.addWidget(self.files)
        self.files.presenter.state_changed.connect(self._show_files)
        self.setAcceptDrops(True)
        self.history = History(self._bench)
        self._rows.addWidget(self.history)

    def _build_head(self) -> None:
        """What happened to whom, and when it came."""
        self.back_button = link_button(self.tr("Back to the list"))
        self.back_button.clicked.connect(self.back_wanted)
        self.back_button.hide()
        back = FlowLayout()
        back.addWidget(self.back_button)
        self._rows.addLayout(back)
        head = QVBoxLayout()
        head.setSpacing(2)
        self._title = label("", "title")
        head.addWidget(self._title)
        self.who_button = link_button("")
        self.who_button.clicked.connect(self._open_customer)
        line = FlowLayout()
        line.addWidget(self.who_button)
        head.addLayout(line)
        self._came = label("", "quiet")
        head.addWidget(self._came)
        self._rows.addLayout(head)

    def _build_standing(self) -> None:
        """Where it stands, by when the answer is due, what is next."""
        due = FlowLayout()
        self._stage = Chip("", "quiet")
        self._due = single_line("", "strong")
        self._chip = Chip("", "quiet")
        self.why_button = link_button(self.tr("Why?"))
        self.why_button.clicked.connect(self._why)
        for part in (self._stage, self._due, self._chip, self.why_button):
            due.addWidget(part)
        self._rows.addLayout(due)
        self._next = label("", "quiet")
        self._rows.addWidget(self._next)

    def _build_ways(self) -> None:
        """The next step first, the rest in a menu."""
        first, more = FlowLayout(), FlowLayout()
        self._rows.addLayout(first)
        self._rows.addLayout(more)
        self.main_button = main_button("")
        self.main_button.clicked.connect(self._main)
        self.letter_button = side_button(self.tr("Letter…"))
        self.letter_button.clicked.connect(self._letter)
        self.more_button = side_button(self.tr("More steps…"))
        self.more_button.clicked.connect(self._offer)
        self.sort_button = side_button(self.tr("It’s sorted…"))
        self.sort_button.clicked.connect(self._sort_out)
        offered = (self.main_button, self.sort_button, self.letter_button, self.more_button)
        for button in offered:
            first.addWidget(button)
        self.contact_button = link_button(self.tr("Contact F9"))
        self.contact_button.clicked.connect(self.note_contact)
        self.attach_button = link_button(self.tr("Attach files…"))
        self.attach_button.clicked.connect(self.attach)
        self.change_button = link_button(self.tr("Change"))
        self.change_button.clicked.connect(self.change)
        self.print_button = link_button(self.tr("Print…"))
        self.print_button.clicked.connect(lambda: open_below(self.papers.menu(), self.print_button))
        links = (self.contact_button, self.change_button, self.print_button, self.attach_button)
        for button in links:
            more.addWidget(button)

    def first_focus(self) -> QWidget:
        """The next step, or the menu of the others."""
        is_there = self.main_button.isVisibleTo(self)
        return self.main_button if is_there else self.more_button

    def steps_menu(self) -> QMenu:
        """The other steps; one that lacks something says so instead of failing."""
        menu = QMenu(self)
        menu.setAccessibleName(self.tr("More steps"))
        for way in self.presenter.state.more:
            entry = menu.addAction(self._words(way))
            entry.triggered.connect(lambda _=False, chosen=way: self._begin(chosen))
        return menu

    def note_contact(self) -> None:
        """Write a note about a contact in this matter."""
        card = self.presenter.state.card
        if card is not None:
            from servicedesk.ui.people.contact_form import note_contact

            note_contact(self._bench, self.window(), card.draft.customer_id, complaint_id=card.id)

    def _turn_file(self) -> None:
        self._was_turned = True
        self.show_file(is_shown=self.file.isHidden())

    def change(self) -> None:
        """Open the form with what is written."""
        card = self.presenter.state.card
        if card is not None:
            show_complaint_form(self._bench, self.window(), complaint_id=card.id)

    def show_file(self, *, is_shown: bool) -> None:
        """Show the full file below the nine lines, or hide it."""
        self.file.setVisible(is_shown)
        more, less = self.tr("More about this complaint"), self.tr("Less about this complaint")
        self.file_button.setText(less if is_shown else more)

    def attach(self) -> None:
        """Ask for files to lay beside the complaint."""
        self._is_attaching = True
        self._show_files()
        self.files.add_button.click()

    def _offer(self) -> None:
        open_below(self.steps_menu(), self.more_button)

    def _main(self) -> None:
        if (way := self.presenter.state.main) is not None:
            self._begin(way)

    def _begin(self, way: Way) -> None:
        """Take a step, or say what it lacks."""
        card = self.presenter.state.card
        if card is None:
            return
        if lacking := self.presenter.lacking(way.deed):
            first = self.presenter.brings(way.deed)
            if first is None:
                self._bench.bar.say(lacking)
            else:
                self.steps.begin(first.deed, card.id, first.remedy_id, because=lacking)
        elif way.deed is Action.SORT_OUT:
            self._sort_out()
        else:
            self.steps.begin(way.deed, card.id, way.remedy_id, is_dated=way.is_dated)
            if way.deed is Action.INVESTIGATE:
                # Where what is found gets written, once its button is there.
                QTimer.singleShot(0, self, lambda: self.lines.go_to(Deed.NOTE))

    def _sort_out(self) -> None:
        """Say what was done and how they were told, in one breath."""
        card = self.presenter.state.card
        if card is not None:
            sort_out(self._bench, card.id, self.window())

    def _letter(self) -> None:
        card = self.presenter.state.card
        if card is not None:
            self._bench.navigator.open("letters", "", f"complaint:{card.id}")

    def _why(self) -> None:
        if (count := self.presenter.why()) is not None:
            show_why(count, None, self._bench, self)

    def _go(self, place: Place) -> None:
        self._bench.navigator.open(place.room, place.part, place.item)

    def _open_customer(self) -> None:
        card = self.presenter.state.card
        if card is not None and card.draft.customer_id is not None:
            self._bench.navigator.open("customers", "", str(card.draft.customer_id))

    def _words(self, way: Way) -> str:
        asks = way.is_dated or self.presenter.asks_for_more(way.deed)
        asks = asks or self.steps.asks(way.deed)
        return self.tr("{words}…").format(words=way.words) if asks else way.words

    def _show_state(self) -> None:
        state = self.presenter.state
        card = state.card
        self._all.setVisible(card is not None)
        nothing = self.tr("Choose a complaint in the list.")
        self._gone.setText(state.gone or nothing)
        self._gone.setVisible(card is None and not state.is_kept)
        self.kept.setVisible(state.is_kept)
        focused, buttons = self.window().focusWidget(), self._buttons()
        held = next((one for one in buttons if one is focused), None)
        if card is not None:
            self._show_head(state)
            self._show_ways(state)
            self.help_strip.show_sheet(state.sheet)
            self._boxes.fill(self._notices, state.minded)
            self._noticed.setVisible(bool(state.minded))
            self._harm.setVisible(bool(state.harm))
            self._boxes.fill(self._harm_lines, state.harm)
            self.lines.show_lines(state.lines, self._words)
            self.history.show_entries(state.entries)
            if not self._was_turned:
                self.show_file(is_shown=state.has_file)
        self.file.show_complaint(None if card is None else card.id)
        self._show_files()
        order_tabs(self._places())  # buttons come and go with what is known
        if held is not None and not held.isVisibleTo(self):
            self._hold_again(held, buttons)

    def _buttons(self) -> list[QPushButton]:
        """Those that come and go with what is known of the complaint."""
        parts = (self._noticed, self._harm, self.lines)
        return [button for part in parts for button in part.findChildren(QPushButton)]

    def _hold_again(self, held: QPushButton, gone: list[QPushButton]) -> None:
        """Give the keyboard to the button in the place of another, else to the next step."""
        fresh = (button for button in self._buttons() if button not in gone)
        wanted = (held.accessibleName(), held.text())
        same = (one for one in fresh if (one.accessibleName(), one.text()) == wanted)
        next(same, self.first_focus()).setFocus(Qt.FocusReason.OtherFocusReason)

    def _places(self) -> list[QWidget]:
        """From the top: what Tab comes to."""
        head = (self.back_button, self.who_button)
        first = (self.main_button, self.sort_button, self.letter_button, self.more_button)
        more = (self.contact_button, self.change_button, self.print_button, self.attach_button)
        below = (
            self.why_button,
            self.help_strip,
            self._noticed,
            self._harm,
            self.lines,
            self.file_button,
            self.file,
            self.files,
        )
        return [*head, *first, *more, *below, self.history]

    def _show_head(self, state: DetailState) -> None:
        card = state.card
        if card is None:
            return
        self._title.setText(state.title)
        self.who_button.setText(card.customer_name.replace("&", "&&"))
        self.who_button.setVisible(card.draft.customer_id is not None)
        self._came.setText(state.came)
        self._stage.setText(self._bench.labels.enum(card.stage))
        self._stage.setVisible(card.stage is not Stage.DECIDED)  # the line says so already
        self._due.setText(state.due)
        self._due.setVisible(bool(state.due))
        self._chip.show_news(state.stand, state.tone)
        self._chip.setVisible(bool(state.stand))
        self.why_button.setVisible(state.has_why)
        self._next.setText(state.next_words)
        self._next.setVisible(bool(state.next_words))

    def _show_ways(self, state: DetailState) -> None:
        had_focus = self.main_button.hasFocus()
        if state.main is not None:
            self.main_button.setText(self._words(state.main))
        self.main_button.setVisible(state.main is not None)
        self.sort_button.setVisible(state.can_sort)
        if had_focus and state.main is None:
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_files(self) -> None:
        """The files, where there are any or they are asked for."""
        card = self.presenter.state.card
        record = None if card is None else card.id
        if record != self._files_of:
            self._files_of = record
            self.to_top()
            self.files.show_record(Kind.COMPLAINT, record)
            self._is_attaching = False
        is_shown = bool(self.files.tiles) or self._is_attaching
        self.files.setVisible(is_shown)
        self.attach_button.setVisible(not is_shown)  # the strip has its own

    def _take_in(self, data: QMimeData) -> bool:
        """Lay beside the complaint what was dropped or pasted on it."""
        if self.presenter.state.card is None or not self.files.bring_from(data):
            return False
        self._is_attaching = True
        self._show_files()
        return True

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and pictures may be dropped anywhere on the complaint."""
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
