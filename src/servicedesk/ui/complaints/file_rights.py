# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What can they ask for? Three ticks, and what the law says with its days, for our eyes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from servicedesk.domain.complaints import ComplaintCard
from servicedesk.domain.complaints_rights import (
    NOTHING_TICKED,
    Bought,
    BoughtWhere,
    NoCancelling,
    Purchase,
    PurchaseDraft,
    purchase_of,
)
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.guides import Choice
from servicedesk.domain.kinds import Kind
from servicedesk.ui.complaints import file_questions as ask
from servicedesk.ui.complaints.file_typed import Typed
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.due_words import full_day
from servicedesk.ui.widgets.buttons import side_button
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.field import Field
from servicedesk.ui.widgets.fields import make_field
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.pair import Pair
from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.text import label

_DAY_WIDTH = 11.5
_PAIRED = 34
"""Width from which on two fields stand side by side, in text heights."""

_PRICE = ("price_pence", "no_cancelling")
"""Asked only where it was not agreed at our place: only then can anybody cancel."""

_REFUND = "refund_agreed_on"
"""Asked once the rest is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RightsState:
    """What the panel shows.

    Args:
        is_offered: the panel is there at all: not for a business, nor outside our law.
        heading: over the lines; "" while something is still to be ticked.
        lines: what they can ask for.
        advice: where free advice is to be had.
        checked: when this was last looked up.
        asks_price: price and exceptions are asked.
        asks_refund: it is asked whether money back was agreed.
        can_tell: a letter about the complaint can still tell it.
    """

    is_offered: bool = False
    heading: str = ""
    lines: tuple[str, ...] = ()
    advice: str = ""
    checked: str = ""
    asks_price: bool = False
    asks_refund: bool = False
    can_tell: bool = False


class RightsPresenter(QObject):
    """Works out what a consumer can ask for, and keeps what was ticked for it.

    Signals:
        state_changed: ``state`` is another one.
        ticks_changed: ``ticks`` are others than the fields show.

    Args:
        bench: of the open file.
        parent: owns it.

    Attributes:
        ticks: what is kept with the complaint.
    """

    state_changed = Signal()
    ticks_changed = Signal()

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = RightsState()
        self.ticks = NOTHING_TICKED
        self._bench = bench
        self._card: ComplaintCard | None = None
        bench.changes.follow(frozenset({Kind.COMPLAINT}), self._reread)

    def show(self, card: ComplaintCard) -> None:
        """Speak of the purchase behind a complaint."""
        is_other = self._card is None or card.id != self._card.id
        self._card = card
        self._reread(is_other=is_other)

    def typed(self, values: Mapping[str, object]) -> None:
        """Somebody has ticked or typed something.

        Args:
            values: raw, by question id.
        """
        self._tell(_read(Typed(values, self._bench.today)))

    def keep(self, values: Mapping[str, object]) -> dict[str, str]:
        """Keep what stands in the fields with the complaint.

        Args:
            values: raw, by question id.

        Returns:
            What is wrong, by question id; that alone is not kept.
        """
        bench, card, typed = self._bench, self._card, Typed(values, self._bench.today)
        draft, before = _read(typed), self.ticks
        if card is not None and draft != before:
            self.ticks = draft  # before it is told: nobody need set the fields again
            try:
                done = bench.do(
                    lambda: bench.services.complaint_rights.tick(card.id, draft, bench.who)
                )
            except Refusal as refusal:
                self.ticks = before
                return {refusal.field or "what": bench.labels.refusal(refusal)}
            self.ticks = before if done is None else draft
        return {key: bench.labels.refusal(one) for key, one in typed.wrong.items()}

    def tell(self) -> None:
        """Choose a letter that tells it to the customer."""
        if self._card is not None:
            self._bench.navigator.open("letters", "", f"complaint:{self._card.id}:rights")

    def _reread(self, *, is_other: bool = False) -> None:
        bench, card = self._bench, self._card
        if card is None:
            return
        try:
            ticks = bench.services.complaint_rights.ticked(card.id)
        except Trouble as trouble:
            bench.bar.trouble(bench.labels.trouble(trouble))
            return
        if is_other or ticks != self.ticks:
            self.ticks = ticks
            self.ticks_changed.emit()
        self._tell(ticks)

    def _tell(self, draft: PurchaseDraft) -> None:
        """Say what follows from what is ticked."""
        bench, purchase = self._bench, purchase_of(draft)
        is_consumer = self._card is None or self._card.is_consumer
        asked = purchase or Purchase(what=Bought.GOODS, where=BoughtWhere.WITH_US, on=bench.today)
        try:
            found = bench.services.complaint_rights.shown(asked, is_consumer=is_consumer)
        except Trouble as trouble:
            bench.bar.trouble(bench.labels.trouble(trouble))
            return
        state = RightsState(is_offered=found is not None, asks_price=_is_elsewhere(draft.where))
        if found is not None and purchase is not None:
            words = self.tr("General information for {nation}, not legal advice")
            checked = self.tr("Looked up on {day}.")
            state = RightsState(
                is_offered=True,
                heading=words.format(nation=bench.labels.enum(found.nation)),
                lines=found.lines,
                advice=found.advice,
                checked=checked.format(day=full_day(found.checked_on, date.min)),
                asks_price=_is_elsewhere(draft.where),
                asks_refund=True,
                can_tell=self._card is not None and self._card.is_open,
            )
        if state != self.state:
            self.state = state
            self.state_changed.emit()


def _read(typed: Typed) -> PurchaseDraft:
    """What stands in the fields."""
    return PurchaseDraft(
        what=typed.code("what", Bought),
        where=typed.code("where", BoughtWhere),
        on=typed.past("on"),
        price_pence=typed.pence("price_pence"),
        no_cancelling=typed.code("no_cancelling", NoCancelling),
        refund_agreed_on=typed.past("refund_agreed_on"),
    )


def _is_elsewhere(where: BoughtWhere | None) -> bool:
    return where not in (None, BoughtWhere.WITH_US)


class RightsCard(Card):
    """The panel beside a complaint.

    Args:
        bench: of the open file.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._bench = bench
        self.presenter = RightsPresenter(bench, self)
        self.fields: dict[str, Field] = {}
        self.body.addWidget(label(self.tr("What can they ask for?"), "section"))
        self._build_fields()
        self._said = QVBoxLayout()
        self._said.setSpacing(6)
        self.body.addLayout(self._said)
        self.tell_button = side_button(self.tr("Put it into a letter…"))
        self.tell_button.clicked.connect(self._tell)
        ways = FlowLayout()
        ways.addWidget(self.tell_button)
        self.body.addLayout(ways)
        self.hide()
        self.presenter.state_changed.connect(self._show_state)
        self.presenter.ticks_changed.connect(self._show_ticks)

    def _build_fields(self) -> None:
        labels = self._bench.labels

        def chosen(codes: Iterable[StrEnum]) -> tuple[Choice, ...]:
            return ask.choices_of(codes, labels)

        more = self.tr("If you have agreed to give money back")
        none = self.tr("None of these")
        questions = (
            ask.one_of("what", self.tr("What was it?"), chosen(Bought)),
            ask.one_of("where", self.tr("Where was it agreed?"), chosen(BoughtWhere)),
            ask.past("on", self.tr("When did they get it?"), self.tr("A service: when agreed.")),
            ask.past(_REFUND, self.tr("Money back agreed on"), more),
            ask.money("price_pence", self.tr("The whole price")),
            ask.one_of(
                "no_cancelling",
                self.tr("Is it one of these?"),
                ask.choices_or_none(NoCancelling, none, labels),
            ),
        )
        for question in questions:
            field = make_field(question, labels, self._bench)
            if question.is_past:
                field.focus_target().setMinimumWidth(em(self, _DAY_WIDTH))
            field.typed.connect(self._on_typed)
            field.committed.connect(self._on_committed)
            self.fields[question.id] = field
        self._row("what", "where")
        self._row("on", _REFUND)
        self._price = self._row(*_PRICE)

    def _row(self, *names: str) -> Pair:
        """Put fields side by side where there is room."""
        row = Pair(_PAIRED)
        self.body.addWidget(row)
        row.put(*(self.fields[name] for name in names))
        return row

    def show_complaint(self, card: ComplaintCard) -> None:
        """Speak of the purchase behind a complaint, as it was ticked there."""
        self.presenter.show(card)
        self._show_state()

    def _show_ticks(self) -> None:
        """Show what is kept; nothing is told by that."""
        ticks = self.presenter.ticks
        for key, field in self.fields.items():
            value = getattr(ticks, key)
            field.set_value(value.value if isinstance(value, StrEnum) else value)
            field.show_error("")

    def _values(self) -> dict[str, object]:
        return {key: field.value() for key, field in self.fields.items()}

    def _on_typed(self) -> None:
        self.presenter.typed(self._values())

    def _on_committed(self) -> None:
        wrong = self.presenter.keep(self._values())
        for key, field in self.fields.items():
            field.show_error(wrong.get(key, ""))

    def _tell(self) -> None:
        """Go on to a letter once all that is ticked is kept."""
        self._on_committed()
        if not any(field.error() for field in self.fields.values()):
            self.presenter.tell()

    def _show_state(self) -> None:
        state = self.presenter.state
        self.setVisible(state.is_offered)
        self._price.setVisible(state.asks_price)
        self.fields[_REFUND].setVisible(state.asks_refund)
        self.tell_button.setVisible(state.can_tell)
        while (item := self._said.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        if not state.heading:
            return
        self._said.addWidget(label(state.heading, "strong"))
        for line in (*state.lines, state.advice):
            self._said.addWidget(label(line))
        self._said.addWidget(label(state.checked, "small"))
