# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Who may be sent offers, channel by channel, and who said no."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from servicedesk.domain.marketing import MarketingRow, MarketingStanding, StopCard
from servicedesk.domain.support import ConsentChannel
from servicedesk.ui.core.days_said import listed_day, plain_day
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.printing.preview import show_print
from servicedesk.ui.privacy.marketing_form import StopForm
from servicedesk.ui.privacy.marketing_presenter import MarketingPresenter
from servicedesk.ui.widgets.buttons import link_button, main_button, side_button
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.chip import Chip
from servicedesk.ui.widgets.chip_row import ChipRow
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.sub_page import SubPage, clear
from servicedesk.ui.widgets.tab_order import order_tabs
from servicedesk.ui.widgets.text import label

if TYPE_CHECKING:
    from servicedesk.domain.printing import PrintJob
    from servicedesk.ui.core.rooms import Place

_MOST = 60
"""Lines of each part that stand on the page; the printed list has them all."""

_TONES = {MarketingStanding.MAY: "ok", MarketingStanding.NO_ADDRESS: "due"}
_CHANNELS = tuple(ConsentChannel)


class MarketingPage(SubPage):
    """The page.

    Args:
        bench: of the open file.

    Attributes:
        presenter: what it shows.
        chips: the channels, with how many may be written to.
        stop_button: notes that somebody wants no offers.
        labels_button: prints labels for those who may be written to, where it is by post.
        deeds: the buttons of the lines, in order.
        form: the dialog that is open, or was last.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(
            bench,
            self.tr("Offers: who may be written to"),
            self.tr(
                "Only who said yes is on a list for offers. Whoever says no stays off it for good, "
                "also when a new list is brought in. Letters about a job or a price are no offers."
            ),
            back=self.tr("Back to the privacy desk"),
            room="privacy",
            parent=parent,
        )
        self.presenter = MarketingPresenter(bench, self)
        self.form: StopForm | None = None
        self.deeds: list[QPushButton] = []
        self._shown_counts: tuple[int, ...] = ()
        self.chips: ChipRow | None = None
        self.stop_button = main_button(self.tr("Somebody wants no offers"))
        self.print_button = side_button(self.tr("Print who may be written to"))
        self.labels_button = side_button(self.tr("Print address labels"))
        for button in (self.stop_button, self.print_button, self.labels_button):
            self.ways.addWidget(button)
        self.labels_button.clicked.connect(self._print_labels)
        self._chip_place = QVBoxLayout()
        self.column.addLayout(self._chip_place)
        self._parts = QVBoxLayout()
        self._parts.setSpacing(self.column.spacing())
        self.column.addLayout(self._parts)
        self.stop_button.clicked.connect(self.open_form)
        self.print_button.clicked.connect(self._print)
        self.presenter.state_changed.connect(self._show)

    def arrive(self, place: "Place") -> None:
        """Show what there is; the item is a channel, or "add" to note a no."""
        found = [one for one in _CHANNELS if one.value == place.item]
        if found:
            self.presenter.choose(found[0])
        self.presenter.open()
        if place.item == "add":
            QTimer.singleShot(0, self, self.open_form)

    def leave(self) -> None:
        """What was typed stands in its dialog."""
        self.presenter.close()

    def first_focus(self) -> QWidget | None:
        """The button that notes a no."""
        return self.stop_button

    def print_job(self) -> "PrintJob | None":
        """Who may be sent offers on the channel that is shown."""
        return self.presenter.list_job()

    def open_form(self) -> None:
        """Note that somebody wants no offers, in a dialog."""
        self.form = StopForm(self._bench, self.presenter, self.window())
        self.form.open()

    def _show(self) -> None:
        state = self.presenter.state
        self._show_chips()
        clear(self._parts)
        self.deeds = []
        may_any = any(row.reach for row in state.rows)
        self.print_button.setVisible(may_any)
        self.labels_button.setVisible(may_any and state.channel is ConsentChannel.POST)
        self._parts.addWidget(self._people(state.rows))
        self._parts.addWidget(self._noes(state.stops))
        if state.sentences and state.checked_on is not None:
            law = Card(self.tr("What the law says"))
            for sentence in state.sentences:
                law.body.addWidget(label(sentence))
            words = self.tr("Checked on {day}. General information, not legal advice.")
            law.body.addWidget(label(words.format(day=plain_day(state.checked_on)), "small"))
            self._parts.addWidget(law)
        chips = [] if self.chips is None else [self.chips]
        first = [self.back_button, self.stop_button, self.print_button, self.labels_button]
        order_tabs([*first, *chips, *self.deeds])

    def _show_chips(self) -> None:
        """The channels; built anew only when a count is another one, so the keyboard stays."""
        state = self.presenter.state
        counts = tuple(count for _, count in state.may)
        if self.chips is None or counts != self._shown_counts:
            clear(self._chip_place)
            say, number = self._bench.labels.enum, QLocale().toString
            words = self.tr("{channel}: {count}")
            names = [
                words.format(channel=say(channel), count=number(count))
                for channel, count in state.may
            ]
            self.chips = ChipRow(names, is_single=True, can_let_go=False)
            self.chips.setAccessibleName(self.tr("Channel"))
            self.chips.chosen.connect(self._choose)
            self._chip_place.addWidget(self.chips)
            self._shown_counts = counts
        self.chips.pick((_CHANNELS.index(state.channel),))

    def _choose(self) -> None:
        picked = () if self.chips is None else self.chips.picked()
        if picked:
            self.presenter.choose(_CHANNELS[picked[0]])

    def _people(self, rows: tuple[MarketingRow, ...]) -> Card:
        channel = self._bench.labels.enum(self.presenter.state.channel)
        card = Card(self.tr("What customers said: {channel}").format(channel=channel))
        if not rows:
            nothing = self.tr(
                "Nobody has said anything yet. Note a yes on the page of a customer, under How to "
                "help."
            )
            card.body.addWidget(label(nothing, "quiet"))
        for row in rows[:_MOST]:
            card.body.addWidget(self._person(row))
        self._more(card, len(rows))
        return card

    def _person(self, row: MarketingRow) -> QWidget:
        agreed, say = row.agreed, self._bench.labels.enum
        line, deeds = self._line(agreed.name, say(row.standing), _TONES.get(row.standing, "quiet"))
        words = self.tr("{why}, on {day}: “{wording}”").format(
            why=say(agreed.basis), day=listed_day(agreed.given_on), wording=agreed.wording
        )
        parts = [row.reach, words]
        if agreed.withdrawn_on is not None:
            back = self.tr("Taken back on {day}").format(day=listed_day(agreed.withdrawn_on))
            parts.append(back)
        line.insertWidget(2, label(" · ".join(part for part in parts if part), "small"))
        self._deed(
            deeds,
            self.tr("Open the customer"),
            agreed.name,
            lambda: self._bench.navigator.open("customers", "", str(agreed.customer_id)),
        )
        if row.standing in (MarketingStanding.MAY, MarketingStanding.NO_ADDRESS):
            number = agreed.customer_id
            self._deed(
                deeds,
                self.tr("They want none"),
                agreed.name,
                lambda: self.presenter.stop_customer(number),
            )
        return _held(line)

    def _noes(self, stops: tuple[StopCard, ...]) -> Card:
        card = Card(self.tr("Who said no"))
        note = self.tr(
            "Of a no nothing is kept that anybody can read. The address is known again when it "
            "turns up."
        )
        card.body.addWidget(label(note, "small"))
        if not stops:
            card.body.addWidget(label(self.tr("No one so far."), "quiet"))
        for at, stop in enumerate(stops[:_MOST], start=1):
            card.body.addWidget(self._no(stop, at))
        self._more(card, len(stops))
        return card

    def _no(self, stop: StopCard, at: int) -> QWidget:
        names = ", ".join(name for _, name in stop.customers)
        who = names or self.tr("Somebody who is no customer")
        line, deeds = self._line(who, self.tr("No offers"), "quiet")
        words = self.tr("{how}, {day}").format(
            how=self._bench.labels.enum(stop.source), day=listed_day(stop.stopped_on)
        )
        line.insertWidget(2, label(words, "small"))
        unique = self.tr("{who}, {day}, line {at}").format(
            who=who, day=listed_day(stop.stopped_on), at=at
        )
        number = stop.id
        take = self.tr("Take this no away")
        self._deed(deeds, take, unique, lambda: self.presenter.lift(number))
        return _held(line)

    def _line(self, title: str, chip: str, tone: str) -> tuple[QVBoxLayout, FlowLayout]:
        line = QVBoxLayout()
        line.setContentsMargins(0, 0, 0, 6)
        line.setSpacing(2)
        line.addWidget(label(title))
        chips = FlowLayout()
        chips.addWidget(Chip(chip, tone))
        line.addLayout(chips)
        deeds = FlowLayout(gap=16)
        line.addLayout(deeds)
        return line, deeds

    def _deed(self, deeds: FlowLayout, words: str, of: str, do: object) -> None:
        button = link_button(words)
        button.setAccessibleName(", ".join((words, of)))
        button.clicked.connect(do)
        deeds.addWidget(button)
        self.deeds.append(button)

    def _more(self, card: Card, count: int) -> None:
        if count > _MOST:
            words = self.tr("And {count} more. The printed list has everybody who may be sent any.")
            more = words.format(count=QLocale().toString(count - _MOST))
            card.body.addWidget(label(more, "quiet"))

    def _print_labels(self) -> None:
        job = self.presenter.labels_job()
        if job is not None:
            show_print(job, self._bench, self.window())

    def _print(self) -> None:
        job = self.print_job()
        if job is not None:
            show_print(job, self._bench, self.window())


def _held(line: QVBoxLayout) -> QWidget:
    holder = QWidget()
    holder.setLayout(line)
    return holder
