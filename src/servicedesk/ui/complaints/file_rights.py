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
from servicedesk.domain.complaints_rights import Bought, BoughtWhere, NoCancelling, Purchase
from servicedesk.domain.errors import Trouble
from servicedesk.domain.guides import Choice
from servicedesk.ui.complaints import file_questions as ask
from servicedesk.ui.complaints.file_typed import Typed
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.people.due_words import full_day
from servicedesk.ui.widgets.card import Card
from servicedesk.ui.widgets.field import Field
from servicedesk.ui.widgets.fields import make_field
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
    """

    is_offered: bool = False
    heading: str = ""
    lines: tuple[str, ...] = ()
    advice: str = ""
    checked: str = ""
    asks_price: bool = False
    asks_refund: bool = False


class RightsPresenter(QObject):
    """Works out what a consumer can ask for.

    Signals:
        state_changed: ``state`` is another one.

    Args:
        bench: of the open file.
        parent: owns it.
    """

    state_changed = Signal()

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = RightsState()
        self._bench = bench
        self._is_consumer = True

    def show(self, card: ComplaintCard, values: Mapping[str, object]) -> None:
        """Speak of the purchase behind a complaint.

        Args:
            card: the complaint.
            values: what stands in the fields.
        """
        self._is_consumer = card.is_consumer
        self.typed(values)

    def typed(self, values: Mapping[str, object]) -> None:
        """Somebody has ticked or typed something.

        Args:
            values: raw, by question id.
        """
        bench = self._bench
        said = Typed(values, bench.today)
        what, where = said.code("what", Bought), said.code("where", BoughtWhere)
        on, price = said.past("on"), said.pence("price_pence")
        is_told = what is not None and where is not None and on is not None
        purchase = Purchase(
            what=what or Bought.GOODS,
            where=where or BoughtWhere.WITH_US,
            on=on or bench.today,
            price_pence=price,
            no_cancelling=said.code("no_cancelling", NoCancelling),
            refund_agreed_on=said.past("refund_agreed_on"),
        )
        try:
            found = bench.services.complaint_rights.shown(purchase, is_consumer=self._is_consumer)
        except Trouble as trouble:
            bench.bar.trouble(bench.labels.trouble(trouble))
            return
        state = RightsState(is_offered=found is not None, asks_price=_is_elsewhere(where))
        if found is not None and is_told:
            words = self.tr("General information for {nation}, not legal advice")
            checked = self.tr("Looked up on {day}.")
            state = RightsState(
                is_offered=True,
                heading=words.format(nation=bench.labels.enum(found.nation)),
                lines=found.lines,
                advice=found.advice,
                checked=checked.format(day=full_day(found.checked_on, date.min)),
                asks_price=_is_elsewhere(where),
                asks_refund=True,
            )
        if state != self.state:
            self.state = state
            self.state_changed.emit()


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
        self._complaint_id: int | None = None
        self.fields: dict[str, Field] = {}
        self.body.addWidget(label(self.tr("What can they ask for?"), "section"))
        self._build_fields()
        self._said = QVBoxLayout()
        self._said.setSpacing(6)
        self.body.addLayout(self._said)
        self.hide()
        self.presenter.state_changed.connect(self._show_state)

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
        """Speak of the purchase behind a complaint; what was ticked for another one goes."""
        if card.id != self._complaint_id:
            self._complaint_id = card.id
            for field in self.fields.values():
                field.set_value(None)
        self.presenter.show(card, self._values())
        self._show_state()

    def _values(self) -> dict[str, object]:
        return {key: field.value() for key, field in self.fields.items()}

    def _on_typed(self) -> None:
        self.presenter.typed(self._values())

    def _show_state(self) -> None:
        state = self.presenter.state
        self.setVisible(state.is_offered)
        self._price.setVisible(state.asks_price)
        self.fields[_REFUND].setVisible(state.asks_refund)
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
