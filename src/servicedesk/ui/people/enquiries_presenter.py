# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the list of enquiries knows: who waits for an answer, since when, and what is done."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QObject, Signal

from servicedesk.domain.calendars import LONDON
from servicedesk.domain.contacts import ContactCard
from servicedesk.domain.errors import Refusal
from servicedesk.domain.kinds import Kind

if TYPE_CHECKING:  # what is printed comes in with the first paper
    from servicedesk.domain.printing import PrintJob
    from servicedesk.ui.core.workbench import Workbench

TEXT_SHOWN = 160
"""Characters of a note that a line shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EnquiryLine:
    """One enquiry as shown.

    Args:
        id: of the contact.
        card: all of it.
        day: to come back to it, in words.
        who: asked; a name, or words for somebody unknown.
        text: what about, on one line.
        since: the day they asked, in words.
        state: "Late", "Today", or what came of it; may be empty.
    """

    id: int
    card: ContactCard
    day: str
    who: str
    text: str
    since: str
    state: str

    @property
    def stands(self) -> str:
        """The day with what is to be said of it; what came of it where it is done with."""
        if not self.card.is_open_enquiry:
            return self.state
        return " · ".join(part for part in (self.day, self.state) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class EnquiriesState:
    """The list as it stands.

    Args:
        is_open: those that wait are shown; else those that are done with.
        lines: in order.
    """

    is_open: bool = True
    lines: tuple[EnquiryLine, ...] = ()


class EnquiriesPresenter(QObject):
    """Reads enquiries and answers them.

    Signals:
        state_changed: ``state`` is another one.

    Args:
        bench: of the open file.
    """

    state_changed = Signal()

    def __init__(self, bench: "Workbench", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.state = EnquiriesState()
        bench.changes.follow(frozenset({Kind.CONTACT, Kind.CUSTOMER, Kind.PROMISE}), self.load)

    def show(self, *, is_open: bool) -> None:
        """Show those that wait, or those that are done with."""
        self.state = replace(self.state, is_open=is_open)
        self.load()

    def load(self) -> None:
        """Read the list anew."""
        cards = self._bench.services.contacts.enquiries(is_open=self.state.is_open)
        self.state = replace(self.state, lines=tuple(map(self._line, cards)))
        self.state_changed.emit()

    def answered(self, contact_id: int) -> None:
        """Say that an enquiry had its answer today; Undo on the bar takes it back."""
        contacts, today, who = self._bench.services.contacts, self._bench.today, self._bench.who
        try:
            self._bench.do(
                lambda: contacts.answered(contact_id, today, who),
                said=self.tr("Noted that they have their answer."),
            )
        except Refusal as refusal:
            self._bench.bar.say(self._bench.labels.refusal(refusal))
            self.load()

    def told_gone(self, refusal: Refusal) -> None:
        """Say that a contact is not there any more."""
        self._bench.bar.say(self._bench.labels.refusal(refusal))
        self.load()

    def sentence(self, line: EnquiryLine) -> str:
        """What is said of a line to those who listen."""
        said = self.tr("{who}: {text}, to come back to {day}").format(
            who=line.who, text=line.text, day=line.day
        )
        parts = (said, line.state, self.remember_of(line))
        return ", ".join(part for part in parts if part)

    def remember_of(self, line: EnquiryLine) -> str:
        """What to remember about whoever asked, in words; "" for nothing."""
        words = line.card.remember
        return self.tr("Remember: {words}").format(words=words) if words else ""

    def list_job(self, columns: tuple[str, ...]) -> "PrintJob | None":
        """The list on its way to paper; None while there is nothing in it.

        Args:
            columns: their titles.
        """
        if not self.state.lines:
            return None
        waiting, done = self.tr("Enquiries: Waiting"), self.tr("Enquiries: Done with")
        title = waiting if self.state.is_open else done
        rows = [(self._written(line), line.who, line.text, line.since) for line in self.state.lines]
        return self._bench.services.lists.table(title, columns, rows)

    def _written(self, line: EnquiryLine) -> str:
        """How it stands, for paper, where today is soon another day."""
        is_today = line.card.draft.next_on == self._bench.today
        return line.day if is_today and line.card.is_open_enquiry else line.stands

    def _line(self, card: ContactCard) -> EnquiryLine:
        draft = card.draft
        text = " ".join(draft.text.split())
        if len(text) > TEXT_SHOWN:
            text = f"{text[:TEXT_SHOWN].rstrip()}…"
        return EnquiryLine(
            id=card.id,
            card=card,
            day="" if draft.next_on is None else _day(draft.next_on, "ddd d MMM"),
            who=card.customer_name or self.tr("Somebody"),
            text=text or self.tr("(nothing noted)"),
            since=_day(draft.at.astimezone(LONDON).date(), "ddd d MMM"),
            state=self._state(card),
        )

    def _state(self, card: ContactCard) -> str:
        due, today = card.draft.next_on, self._bench.today
        if card.promise_id is not None:
            return self.tr("became a promise")
        if card.answered_on is not None:
            return self.tr("answered {day}").format(day=_day(card.answered_on, "ddd d MMM"))
        if due is None or due > today:
            return ""
        return self.tr("today") if due == today else self.tr("late")


def _day(day: date, form: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), form)
