# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Feeds the full file of a complaint, and keeps what its dialogs are told."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QObject, Signal

from servicedesk.domain.complaints import ComplaintCard, Track
from servicedesk.domain.complaints_checking import tracks_of
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.kinds import Kind
from servicedesk.domain.own_fields import OwnFieldOn
from servicedesk.domain.promises_rules import named
from servicedesk.ui.complaints import (
    file_asks,
    file_asks_learn,
    file_asks_outside,
    file_asks_right,
    file_learnt,
    file_righted,
    file_told,
)
from servicedesk.ui.complaints.file_state import Asked, CardState, Deed, Read, Way
from servicedesk.ui.complaints.file_typed import Typed
from servicedesk.ui.core.labels import Labels
from servicedesk.ui.core.workbench import Step, Workbench

Wrong = Mapping[str, str] | None
"""What is wrong, by question id; empty when it is kept; None after a trouble, which was told."""

_FOLLOWED = frozenset({Kind.COMPLAINT, Kind.ACTION, Kind.PROMISE, Kind.CUSTOMER, Kind.OWN_FIELD})

_ABOVE: tuple[Callable[[Read, Labels, date], CardState | None], ...] = (
    file_told.about_card,
    file_told.weighing_card,
    file_told.points_card,
    file_told.log_card,
    file_righted.remedies_card,
    file_righted.harm_card,
)
"""The cards above what the law says."""

_BELOW: tuple[Callable[[Read, Labels, date], CardState | None], ...] = (
    file_learnt.learnt_card,
    file_righted.outside_card,
    file_learnt.behaviour_card,
    file_learnt.ends_card,
    file_learnt.information_card,
    file_learnt.own_card,
)

_ASKS: dict[Deed, Callable[[Workbench, Read, int | None], Asked]] = {
    Deed.WEIGH: file_asks.weigh,
    Deed.ADD_POINT: file_asks.point,
    Deed.CHANGE_POINT: file_asks.point,
    Deed.ADD_ENTRY: file_asks.entry,
    Deed.CHANGE_ENTRY: file_asks.entry,
    Deed.ADD_BEHAVIOUR: file_asks.behaviour,
    Deed.CHANGE_BEHAVIOUR: file_asks.behaviour,
    Deed.ADD_REMEDY: file_asks_right.remedy,
    Deed.CHANGE_REMEDY: file_asks_right.remedy,
    Deed.REMEDY_DONE: file_asks_right.remedy_done,
    Deed.TELL_INSURER: file_asks_right.insurer,
    Deed.CHECK_STOCK: file_asks_right.stock,
    Deed.CHANGE_REFERRAL: file_asks_outside.referral,
    Deed.OUTSIDE_RESULT: file_asks_outside.outside_result,
    Deed.LEARN: file_asks_learn.learn,
    Deed.ADD_ACTION: file_asks_learn.action,
    Deed.CHANGE_ACTION: file_asks_learn.action,
    Deed.CHECK_ACTION: file_asks_learn.check_action,
    Deed.COSTS: file_asks_learn.costs,
    Deed.FOLLOW_UP: file_asks_learn.follow_up,
    Deed.STAND_IN: file_asks_learn.stand_in,
    Deed.HOLD: file_asks_learn.hold,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FileState:
    """What the file shows.

    Args:
        complaint: whose file; None for none, and for one that is gone.
        above: the cards above what the law says, in order.
        below: those below it.
    """

    complaint: ComplaintCard | None = None
    above: tuple[CardState, ...] = ()
    below: tuple[CardState, ...] = ()


class FilePresenter(QObject):
    """Reads the file of a complaint and takes its steps.

    Signals:
        state_changed: ``state`` is another one.

    Args:
        bench: of the open file.
        parent: owns it.
    """

    state_changed = Signal()

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = FileState()
        self._bench = bench
        self._complaint_id: int | None = None
        self._read: Read | None = None
        self._is_shown = False
        self._is_stale = False
        bench.changes.follow(_FOLLOWED, self._on_change)

    def show(self, complaint_id: int | None) -> None:
        """Show the file of a complaint, or none."""
        if complaint_id != self._complaint_id:
            self._complaint_id = complaint_id
            self._reread()

    def arrive(self) -> None:
        """The file is on the screen: what changed meanwhile is read."""
        self._is_shown = True
        if self._is_stale:
            self._load()

    def leave(self) -> None:
        """The file is not on the screen."""
        self._is_shown = False

    def asked(self, way: Way) -> Asked | None:
        """Take the step of a button; or what is to be asked before, or None."""
        read = self._read
        if read is None:
            return None
        if way.deed in _ASKS:
            return _ASKS[way.deed](self._bench, read, way.item)
        self._take(read, way)
        return None

    def keep(self, asked: Asked, values: Mapping[str, object]) -> Wrong:
        """Keep what stands in a dialog.

        Args:
            asked: the dialog.
            values: raw, by question id.
        """
        typed = Typed(values, self._bench.today)
        try:
            take = asked.step(typed)
            if typed.wrong:
                return {key: self._say(one) for key, one in typed.wrong.items()}
            done = self._bench.do(take, said=asked.said)
        except Refusal as refusal:
            return {refusal.field or "": self._say(refusal)}
        return None if done is None else {}

    def _reread(self) -> None:
        self._is_stale = True
        if self._is_shown:
            self._load()

    def _on_change(self) -> None:
        if self._complaint_id is not None:
            self._reread()

    def _load(self) -> None:
        bench, state = self._bench, FileState()
        self._is_stale = False
        self._read = None
        try:
            if self._complaint_id is not None:
                self._read = self._found(self._complaint_id)
        except Refusal:
            pass  # it is gone, which whoever shows the complaint says
        except Trouble as trouble:
            bench.bar.trouble(bench.labels.trouble(trouble))
            return
        if self._read is not None:
            state = FileState(
                complaint=self._read.card,
                above=self._cards(_ABOVE, self._read),
                below=self._cards(_BELOW, self._read),
            )
        if state != self.state:
            self.state = state
            self.state_changed.emit()

    def _found(self, complaint_id: int) -> Read:
        services = self._bench.services
        file = services.complaints.file(complaint_id)
        linked = file.card.linked_id
        owner = str(services.business.answers().get("owner_name", ""))
        noted = tuple(replace(one, who=named(one.who, owner)) for one in file.entries)
        return Read(
            file=replace(file, entries=noted),
            own=services.own_fields.all(OwnFieldOn.COMPLAINT),
            alike=services.complaints.lists.alike(),
            linked=None if linked is None else services.complaints.get(linked),
            days_taken=services.complaints.days_taken(complaint_id),
            has_data_track=Track.DATA_PROTECTION in tracks_of(services.calendars.nation()),
        )

    def _cards(
        self, makers: tuple[Callable[[Read, Labels, date], CardState | None], ...], read: Read
    ) -> tuple[CardState, ...]:
        bench = self._bench
        made = (make(read, bench.labels, bench.today) for make in makers)
        return tuple(card for card in made if card is not None)

    def _take(self, read: Read, way: Way) -> None:
        """Take a step that asks nothing."""
        complaints, who = self._bench.services.complaints, self._bench.who
        mine, item = read.card.id, way.item or 0
        if way.deed is Deed.REMOVE_POINT:
            said = self.tr("The point is removed.")
            self._do(lambda: complaints.parts.remove_issue(mine, item, who), said)
        elif way.deed is Deed.REMOVE_ENTRY:
            said = self.tr("The note is taken out.")
            self._do(lambda: complaints.parts.remove_entry(mine, item, who), said)
        elif way.deed is Deed.REMOVE_ACTION:
            said = self.tr("Taken out of what changes.")
            self._do(lambda: complaints.parts.remove_action(item, who), said)
        elif way.deed is Deed.REMOVE_REMEDY:
            said = self.tr("Removed from what puts it right.")
            self._do(lambda: complaints.parts.remove_remedy(mine, item, who), said)
        elif way.deed is Deed.LINK:
            said = self.tr("There is a complaint about their information beside it now.")
            self._do(lambda: complaints.link_data_protection(mine, who), said)
        elif way.deed is Deed.SEE_LINKED and read.linked is not None:
            self._bench.navigator.open("complaints", "", str(read.linked.id))
        elif way.deed is Deed.SEE_PROMISE:
            found = (one.promise_id for one in read.file.remedies if one.id == item)
            self._bench.navigator.open("promises", "", str(next(found, "")))

    def _do(self, step: Callable[[], Step], said: str) -> None:
        try:
            self._bench.do(step, said=said)
        except Refusal as refusal:
            self._bench.bar.say(self._say(refusal))

    def _say(self, refusal: Refusal) -> str:
        return self._bench.labels.refusal(refusal)
