# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a field for a customer knows: who may be meant, who was chosen, what is open with them."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from servicedesk.domain.customers import CustomerDraft, CustomerRow, Reach, ReachKind
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.kinds import ChangeSet, Kind
from servicedesk.domain.search_people import PersonNow, is_phone, named_so
from servicedesk.ui.core.workbench import Workbench

_FOLLOWED = frozenset({Kind.CUSTOMER, Kind.PROMISE, Kind.CONTACT})


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoState:
    """What stands in the field and hangs under it.

    Args:
        text: what was typed, without blanks around it.
        rows: who may be meant.
        is_open: whether they are shown.
        marked: the line that Enter takes; the one after the last row adds a new customer.
        person: who was chosen, or None.
        error: a sentence about a customer who could not be added.
    """

    text: str = ""
    rows: tuple[CustomerRow, ...] = ()
    is_open: bool = False
    marked: int = 0
    person: PersonNow | None = None
    error: str = ""

    @property
    def can_add(self) -> bool:
        """Whether what was typed can become a new customer."""
        return bool(self.text) and self.person is None


class WhoPresenter(QObject):
    """Looks customers up as a name is typed.

    Signals:
        state_changed: ``state`` is another one.
        chosen: (number of the customer or None) somebody was chosen, or no longer is.

    Args:
        bench: of the open file.
        parent: owns it.
    """

    state_changed = Signal()
    chosen = Signal(object)

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = WhoState()
        self._bench = bench
        bench.changes.changed.connect(self._on_changed)

    def look_for(self, text: str) -> None:
        """Find who may be meant; whoever was chosen before is chosen no longer."""
        typed = text.strip()
        had = self.state.person is not None
        rows = self._found(typed)
        self._show(WhoState(text=typed, rows=rows, is_open=bool(typed)))
        if had:
            self.chosen.emit(None)

    def step(self, by: int) -> None:
        """Mark the next line, or the one before; both ends stay."""
        state = self.state
        last = len(state.rows) if state.can_add else len(state.rows) - 1
        if state.is_open:
            self._show(replace(state, marked=max(0, min(last, state.marked + by))))
        elif state.text and state.person is None:
            self._show(replace(state, is_open=True))

    def take(self, line: int | None = None) -> None:
        """Choose the customer of a line, or add the one that was typed.

        Args:
            line: which; None for the marked one.
        """
        wanted = self.state.marked if line is None else line
        if wanted < len(self.state.rows):
            self._choose(self.state.rows[wanted].id)
        elif self.state.can_add:
            self._add()

    def close(self) -> None:
        """Show nobody any more; what was typed stays."""
        if self.state.is_open:
            self._show(replace(self.state, is_open=False))

    def settle(self) -> None:
        """The field was left: a name that is exactly one customer's is that customer."""
        same = named_so(self.state.rows, self.state.text)
        if self.state.person is None and same is not None:
            self._choose(same.id)
        else:
            self.close()

    def put(self, customer_id: int | None, text: str = "") -> None:
        """Show a customer, or what had been typed, without telling anybody.

        Args:
            customer_id: who; None for nobody.
            text: what stands in the field where there is nobody.
        """
        person = None if customer_id is None else self._person(customer_id)
        self._show(WhoState(text=person.row.shown_name if person else text.strip(), person=person))

    def _choose(self, customer_id: int) -> None:
        person = self._person(customer_id)
        if person is None:
            return
        self._show(WhoState(text=person.row.shown_name, person=person))
        self.chosen.emit(customer_id)

    def _add(self) -> None:
        typed = self.state.text
        draft = CustomerDraft(name=typed)
        if "@" in typed or is_phone(typed):
            kind = ReachKind.EMAIL if "@" in typed else ReachKind.PHONE
            draft = CustomerDraft(reaches=(Reach(kind=kind, shown=typed),))
        try:
            done = self._bench.do(
                lambda: self._bench.services.customers.add(draft, self._bench.who),
                said=self.tr("{name} added to your customers.").format(name=typed),
                initiator=self,
            )
        except Refusal as refusal:
            sentence = self._bench.labels.refusal(refusal)
            self._show(replace(self.state, is_open=False, error=sentence))
            return
        if done is not None:
            self._choose(done.card.id)

    def _found(self, text: str) -> tuple[CustomerRow, ...]:
        try:
            return self._bench.services.search.people(text)
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
            return ()

    def _person(self, customer_id: int) -> PersonNow | None:
        try:
            return self._bench.services.search.person(customer_id)
        except Trouble as trouble:
            self._bench.bar.trouble(self._bench.labels.trouble(trouble))
            return None

    def _on_changed(self, changes: ChangeSet, initiator: object) -> None:
        """Say anew what is open with whoever is chosen; an undo may have taken them away."""
        person = self.state.person
        if initiator is self or person is None or _FOLLOWED.isdisjoint(changes):
            return
        now = self._person(person.row.id)
        if now is not None:
            self._show(replace(self.state, text=now.row.shown_name, person=now))
            return
        self._show(WhoState(text=person.row.shown_name))
        self.chosen.emit(None)

    def _show(self, state: WhoState) -> None:
        self.state = state
        self.state_changed.emit()
