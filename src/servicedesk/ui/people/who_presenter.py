# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a field for a customer knows: who may be meant, who was chosen, what is open with them."""

from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from servicedesk.domain.customers import CustomerRow
from servicedesk.domain.errors import Trouble
from servicedesk.domain.kinds import ChangeSet, Kind
from servicedesk.domain.search_people import PersonNow, named_so, tells_who
from servicedesk.ui.core.workbench import Workbench

NOT_MARKED = -1
"""No line has been walked to: Enter keeps what was typed."""

_FOLLOWED = frozenset({Kind.CUSTOMER, Kind.PROMISE, Kind.COMPLAINT, Kind.CONTACT})


class Unknown(StrEnum):
    """What becomes of a name that is nobody's, once the line is left."""

    STAYS = "stays"
    ASKED = "asked"
    ADDED = "added"


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoState:
    """What stands in the field and hangs under it.

    Args:
        text: what was typed, without blanks around it.
        rows: who may be meant.
        is_open: whether they are shown.
        marked: the line that Enter takes, or ``NOT_MARKED``; the one after the last row says
            that what was typed is a new customer.
        person: who was chosen, or None.
        is_new: what was typed becomes a customer together with what is written about them.
        can_be_new: whether that is offered at all.
        is_offered: the line was left with a name that is nobody's, and whether that becomes a
            customer is asked under it.
    """

    text: str = ""
    rows: tuple[CustomerRow, ...] = ()
    is_open: bool = False
    marked: int = NOT_MARKED
    person: PersonNow | None = None
    is_new: bool = False
    can_be_new: bool = True
    is_offered: bool = False

    @property
    def can_add(self) -> bool:
        """Whether what was typed can become a new customer."""
        return self.can_be_new and bool(self.text) and self.person is None

    @property
    def lines(self) -> int:
        """How many lines hang under the field."""
        return len(self.rows) + self.can_add


class WhoPresenter(QObject):
    """Looks customers up as a name is typed.

    Signals:
        state_changed: ``state`` is another one.
        chosen: (number of the customer or None) somebody was chosen, or no longer is.

    Args:
        bench: of the open file.
        can_be_new: whether what was typed can become a customer.
        unknown: what becomes of a name that is nobody's, where it can become a customer.
        parent: owns it.
    """

    state_changed = Signal()
    chosen = Signal(object)

    def __init__(
        self,
        bench: Workbench,
        parent: QObject | None = None,
        *,
        can_be_new: bool = True,
        unknown: Unknown = Unknown.STAYS,
    ) -> None:
        super().__init__(parent)
        self._unknown = unknown if can_be_new else Unknown.STAYS
        self.state = WhoState(can_be_new=can_be_new)
        self._bench = bench
        bench.changes.changed.connect(self._on_changed)

    def look_for(self, text: str) -> None:
        """Find who may be meant; whoever was chosen before is chosen no longer."""
        typed = text.strip()
        had = self.state.person is not None
        rows = self._found(typed)
        shown = WhoState(text=typed, rows=rows, can_be_new=self.state.can_be_new)
        self._show(replace(shown, is_open=bool(typed) and shown.lines > 0))
        if had:
            self.chosen.emit(None)

    def step(self, by: int) -> None:
        """Mark the next line, or the one before; above the first one none is marked."""
        state = self.state
        if state.is_open:
            marked = max(NOT_MARKED, min(state.lines - 1, state.marked + by))
            self._show(replace(state, marked=marked))
        elif state.text and state.person is None and state.lines:
            self._show(replace(state, is_open=True, marked=NOT_MARKED))

    def take(self, line: int | None = None) -> None:
        """Choose the customer of a line, or say that what was typed is a new one.

        Args:
            line: which; None for the marked one.
        """
        wanted = self.state.marked if line is None else line
        if 0 <= wanted < len(self.state.rows):
            self._choose(self.state.rows[wanted].id)
        elif wanted >= 0 and self.state.can_add:
            shown = replace(self.state, is_open=False, is_offered=False, marked=NOT_MARKED)
            self._show(replace(shown, is_new=True))
            self.chosen.emit(None)

    def close(self) -> None:
        """Show nobody any more; what was typed stays."""
        if self.state.is_open:
            self._show(replace(self.state, is_open=False))

    def settle(self) -> None:
        """The field was left: whoever was walked to is meant, else who is named exactly so."""
        if self.state.is_open and self.state.marked != NOT_MARKED:
            self.take()
            return
        same = named_so(self.state.rows, self.state.text)
        if self.state.person is None and same is not None and not self.state.is_new:
            self._choose(same.id)
        elif self.state.can_add and not self.state.is_new:
            self._settle_unknown()
        else:
            self.close()

    def want_new(self, *, is_new: bool) -> None:
        """Say whether what was typed becomes a customer, or stays a name."""
        if self.state.is_offered and self.state.is_new != is_new:
            self._show(replace(self.state, is_new=is_new))
            self.chosen.emit(None)

    def _settle_unknown(self) -> None:
        """Have whoever is clearly new become a customer, and ask where that is asked."""
        state, is_asked = self.state, self._unknown is Unknown.ASKED
        if state.is_offered or self._unknown is Unknown.STAYS:
            self.close()
            return
        is_new = not state.rows and (not is_asked or tells_who(state.text))
        self._show(replace(state, is_open=False, is_offered=is_asked, is_new=is_new))
        if is_new:
            self.chosen.emit(None)

    def put(self, customer_id: int | None, text: str = "", *, is_new: bool = False) -> None:
        """Show a customer, or what had been typed, without telling anybody.

        Args:
            customer_id: who; None for nobody.
            text: what stands in the field where there is nobody.
            is_new: that is a new customer.
        """
        person = None if customer_id is None else self._person(customer_id)
        name = person.row.shown_name if person else text.strip()
        is_name = bool(name) and person is None
        self._anew(text=name, person=person, is_new=is_new and is_name)
        if is_name and self._unknown is Unknown.ASKED:
            self._show(replace(self.state, is_offered=True))

    def _choose(self, customer_id: int) -> None:
        person = self._person(customer_id)
        if person is None:
            return
        self._anew(text=person.row.shown_name, person=person)
        self.chosen.emit(customer_id)

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
        self._anew(text=person.row.shown_name)
        self.chosen.emit(None)

    def _anew(
        self,
        *,
        text: str,
        person: PersonNow | None = None,
        is_new: bool = False,
    ) -> None:
        """Show another text, with nothing of the one before."""
        can = self.state.can_be_new
        self._show(WhoState(text=text, person=person, is_new=is_new, can_be_new=can))

    def _show(self, state: WhoState) -> None:
        self.state = state
        self.state_changed.emit()
