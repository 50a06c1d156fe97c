# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The right side of the customers room: one customer, with all that is known and what happened."""

from PySide6.QtCore import QRect, Qt, Signal, SignalInstance
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from servicedesk.domain.kinds import Kind
from servicedesk.domain.timeline import TimelineChip, TimelineEntry
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.customers.detail_figures import Figures
from servicedesk.ui.customers.detail_presenter import DetailPresenter
from servicedesk.ui.customers.detail_reach import ReachLine
from servicedesk.ui.customers.timeline_list import TimelineList, TimelineModel
from servicedesk.ui.people.help_strip import HelpStrip
from servicedesk.ui.widgets.buttons import link_button, side_button
from servicedesk.ui.widgets.card import Notice
from servicedesk.ui.widgets.chip_row import ChipRow
from servicedesk.ui.widgets.files_strip import FilesStrip
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.scroll import ScrollPage
from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.tab_order import order_tabs
from servicedesk.ui.widgets.text import label

_NEAR_END = 600
"""Pixels before the end of the page at which more entries are read."""

_WIDEST = 78
"""Of the page, in text heights."""


class DetailPane(QWidget):
    """One customer.

    Signals:
        back_wanted: Esc was pressed, or the way back to the list was chosen.
        form_wanted: (number) the customer shall be changed.
        support_wanted: (number) what helps them shall be changed.
        deed_wanted: ("promise", "complaint", "feedback", "contact" or "letter") something shall be
            written down for them; "held": what is held on them is wanted.
        envelope_wanted: (number) an envelope to them shall be printed.
        label_wanted: (number) a label with their address shall be printed.
        entry_wanted: (TimelineEntry) it shall be opened.

    Attributes:
        has_anybody: there is anybody to choose.

    Args:
        bench: of the open file.
        presenter: reads the customer.
    """

    back_wanted = Signal()
    form_wanted = Signal(int)
    support_wanted = Signal(int)
    envelope_wanted = Signal(int)
    label_wanted = Signal(int)
    deed_wanted = Signal(str)
    entry_wanted = Signal(object)

    def __init__(self, bench: Workbench, presenter: DetailPresenter) -> None:
        super().__init__()
        self._bench = bench
        self.presenter = presenter
        self._shown: int | None = None
        self._is_attaching = False
        self.has_anybody = True
        self.setAcceptDrops(True)
        self._build()
        self._wire()
        self._show_state()

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._page = ScrollPage(widest=_WIDEST)
        whole.addWidget(self._page)
        body = self._page.body
        self.back_button = link_button(self.tr("Back to the list"))
        body.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._nobody = label(self.tr("Choose somebody in the list."), "quiet")
        body.addWidget(self._nobody)
        self._known = QWidget()
        body.addWidget(self._known)
        body.addStretch(1)
        inside = self._inside = QVBoxLayout(self._known)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(em(self, 0.7))
        self._name = label("", "title")
        self._place, self._also = label("", "quiet"), label("", "small")
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(self._name)
        said.addWidget(self._place)
        said.addWidget(self._also)
        inside.addLayout(said)
        self.reach = ReachLine()
        inside.addWidget(self.reach)
        self._build_buttons()
        self._notices = QVBoxLayout()
        self._notices.setSpacing(em(self, 0.4))
        inside.addLayout(self._notices)
        self.help = HelpStrip(self._bench)
        inside.addWidget(self.help)
        self._notes = label("")
        inside.addWidget(self._notes)
        self.figures = Figures()
        inside.addWidget(self.figures)
        self.files = FilesStrip(self._bench)
        inside.addWidget(self.files)
        self._build_timeline()

    def _build_buttons(self) -> None:
        held = self._buttons = QWidget()
        ways = FlowLayout(held)
        self.promise_button = side_button(self.tr("Promise F7"))
        self.contact_button = side_button(self.tr("Contact F9"))
        self.letter_button = side_button(self.tr("Letter…"))
        self.change_button = side_button(self.tr("Change…"))
        self.visit_button = side_button(self.tr("Was in today"))
        self.else_button = link_button(self.tr("and bought something else"))
        self.more_button = side_button("…")
        self.more_button.setAccessibleName(self.tr("More about this customer"))
        for button in (
            self.promise_button,
            self.contact_button,
            self.letter_button,
            self.change_button,
            self.visit_button,
            self.else_button,
            self.more_button,
        ):
            ways.addWidget(button)
        self._inside.addWidget(held)

    def _build_timeline(self) -> None:
        labels = self._bench.labels
        names = [labels.enum(chip) for chip in TimelineChip]
        self.chips = ChipRow(names, is_single=True, can_let_go=False)
        for chip, name in zip(self.chips.chips, names, strict=True):
            chip.setAccessibleName(self.tr("{name} in what happened").format(name=name))
        self.chips.pick((0,))
        self._inside.addWidget(self.chips)
        self.model = TimelineModel(self.presenter.sentence)
        self.timeline = TimelineList(
            self._bench.theme, self.model, self.tr("What happened"), self.presenter.day
        )
        self._inside.addWidget(self.timeline)
        self._nothing = label("", "quiet")
        self._inside.addWidget(self._nothing)

    def _wire(self) -> None:
        self.presenter.state_changed.connect(self._show_state)
        self.back_button.clicked.connect(self.back_wanted)
        self.reach.copied.connect(self.presenter.told_copied)
        for button, deed in (
            (self.promise_button, "promise"),
            (self.contact_button, "contact"),
            (self.letter_button, "letter"),
        ):
            button.clicked.connect(lambda _=False, deed=deed: self.deed_wanted.emit(deed))
        self.change_button.clicked.connect(lambda: self._ask(self.form_wanted))
        self.visit_button.clicked.connect(self.presenter.was_in)
        self.else_button.clicked.connect(self.presenter.bought_else)
        self.more_button.clicked.connect(self._open_more)
        self.help.change_wanted.connect(lambda: self._ask(self.support_wanted))
        self.chips.chosen.connect(self._choose_chip)
        self.timeline.opened.connect(self._open)
        self.timeline.pointed.connect(self._bring_in_sight)
        self._page.verticalScrollBar().valueChanged.connect(self._look_at_end)
        self._bench.theme.changed.connect(self._look_at_end)

    def show_choosable(self, *, is_anybody: bool) -> None:
        """Say where customers are chosen, where there is anybody to choose."""
        self.has_anybody = is_anybody
        self._show_state()

    def first_focus(self) -> QWidget:
        """The first button about the customer; of one who was forgotten, what is left to see."""
        if self.presenter.state.is_forgotten:
            return self.chips.chips[0]
        return self.promise_button if self._known.isVisibleTo(self) else self.back_button

    def note_visit(self) -> None:
        """They are here; once more: and bought something else as well."""
        if self.presenter.is_in_today:
            self.presenter.bought_else()
        else:
            self.presenter.was_in()

    def _ask(self, signal: SignalInstance) -> None:
        card = self.presenter.state.card
        if card is not None:
            signal.emit(card.id)

    def _open(self, entry: TimelineEntry) -> None:
        if entry.kind is Kind.ATTACHMENT:
            self.files.presenter.open(entry.id)
        else:
            self.entry_wanted.emit(entry)

    def _choose_chip(self) -> None:
        (at,) = self.chips.picked()
        self.presenter.choose_chip(list(TimelineChip)[at])

    def _open_more(self) -> None:
        self.more_menu().popup(self.more_button.mapToGlobal(self.more_button.rect().bottomLeft()))

    def more_menu(self) -> QMenu:
        """What else can be done with the customer."""
        menu = QMenu(self.more_button)
        menu.setAccessibleName(self.tr("More about this customer"))
        menu.aboutToHide.connect(menu.deleteLater)
        card = self.presenter.state.card
        if card is None:
            return menu
        add = menu.addAction
        add(self.tr("Complaint F2")).triggered.connect(lambda: self.deed_wanted.emit("complaint"))
        add(self.tr("Comment or compliment F8")).triggered.connect(
            lambda: self.deed_wanted.emit("feedback")
        )
        add(self.tr("How to help, safety, offers…")).triggered.connect(
            lambda: self._ask(self.support_wanted)
        )
        add(self.tr("Print envelope…")).triggered.connect(lambda: self._ask(self.envelope_wanted))
        add(self.tr("Address label…")).triggered.connect(lambda: self._ask(self.label_wanted))
        add(self.tr("Attach files…")).triggered.connect(self.attach)
        add(self.tr("History…")).triggered.connect(self._show_history)
        add(self.tr("What do we hold on them?")).triggered.connect(
            lambda: self.deed_wanted.emit("held")
        )
        add(self.tr("Forget this customer…")).triggered.connect(
            lambda: self.deed_wanted.emit("forget")
        )
        is_used = card.archived_on is None
        words = self.tr("Archive") if is_used else self.tr("Back into the list")
        add(words).triggered.connect(lambda: self.presenter.archive(on=is_used))
        if card.binned_at is None:
            add(self.tr("Put into the bin")).triggered.connect(self.presenter.bin)
        else:
            add(self.tr("Out of the bin")).triggered.connect(self.presenter.bring_back)
        return menu

    def _show_history(self) -> None:
        """What was changed in the record of the customer."""
        card = self.presenter.state.card
        if card is not None:
            from servicedesk.ui.people.history_dialog import show_history

            show_history(self._bench, Kind.CUSTOMER, card.id, card.shown_name, self)

    def _show_state(self) -> None:
        state = self.presenter.state
        card = state.card
        self._known.setVisible(card is not None)
        self._nobody.setVisible(card is None and (self.has_anybody or bool(state.gone)))
        self._nobody.setText(state.gone or self.tr("Choose somebody in the list."))
        if card is None:
            self._shown = None
            return
        if card.id != self._shown:
            self._shown = card.id
            self._is_attaching = False
            self._page.to_top()
        self._name.setText(card.shown_name)
        place, also = self.presenter.place_line(), self.presenter.also_line()
        self._place.setText(place)
        self._place.setVisible(bool(place))
        self._also.setText(also)
        self.reach.show_reaches(card.draft.reaches)
        self._show_notices()
        self.help.show_sheet(state.sheet)
        self._buttons.setVisible(not state.is_forgotten)
        notes = self.presenter.notes_line()
        self._notes.setText(notes)
        self._notes.setVisible(bool(notes))
        self.figures.show_figures(self.presenter.figures())
        self.files.show_record(Kind.CUSTOMER, card.id)
        self.visit_button.setVisible(not self.presenter.is_in_today)
        self.else_button.setVisible(self.presenter.is_in_today)
        self.chips.pick((list(TimelineChip).index(state.chip),))
        self.model.show(state.entries)
        self.timeline.setVisible(bool(state.entries))
        nothing = self.tr("Nothing of this sort is written down.")
        if state.chip is TimelineChip.ALL:
            nothing = self.tr(
                "Nothing has happened yet. F7 writes down a promise, F2 a complaint, F9 a contact."
            )
        self._nothing.setText(nothing)
        self._nothing.setVisible(not state.entries)
        places = [self.back_button, self.reach, self._buttons, self.help, self.files]
        order_tabs([*places, self.chips, self.timeline])
        self._show_files()

    def _show_files(self) -> None:
        """The files, where there are any or they are asked for."""
        is_asked = self.presenter.state.chip is TimelineChip.FILES
        self.files.setVisible(is_asked or bool(self.files.tiles) or self._is_attaching)

    def attach(self) -> None:
        """Ask for files to lay beside the customer."""
        self._is_attaching = True
        self._show_files()
        self.files.add_button.click()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and pictures may be dropped anywhere on the customer."""
        if self._known.isVisibleTo(self) and not self.presenter.state.is_forgotten:
            self.files.dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take in what was dropped."""
        self._is_attaching = True
        self._show_files()
        self.files.dropEvent(event)

    def _show_notices(self) -> None:
        state = self.presenter.state
        card = state.card
        while (item := self._notices.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        if card is None:
            return
        wanted = []
        if state.is_forgotten:
            said = self.tr(
                "Forgotten: nothing tells any more who this was. The number stays, so that your "
                "counts are right. There is nothing to do here."
            )
            wanted.append(("quiet", said))
        elif card.binned_at is not None:
            wanted.append(("late", self.tr("This customer is in the bin.")))
        elif card.archived_on is not None:
            wanted.append(("quiet", self.tr("Archived: out of the lists, still found.")))
        if card.draft.remember:
            said = self.tr("Remember: {line}").format(line=card.draft.remember)
            wanted.append(("due", said))
        for tone, words in wanted:
            notice = Notice(tone, words)
            self._notices.addWidget(notice)
            notice.show()

    def _look_at_end(self) -> None:
        bar = self._page.verticalScrollBar()
        if bar.maximum() - bar.value() < max(_NEAR_END, self.height()):
            self.presenter.more()

    def _bring_in_sight(self, place: QRect) -> None:
        """Scroll the page to the entry that is pointed at."""
        body = self._page.widget()
        if body is not None:
            at = self.timeline.mapTo(body, place.center())
            self._page.ensureVisible(at.x(), at.y(), 0, place.height() * 2)
        self._look_at_end()
