# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Days on which the business is shut although the week says open: the list and its form."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from servicedesk.domain.calendars_kept import ClosureCard, ClosureDraft, opening_days_of
from servicedesk.domain.calendars_shifting import NOTHING_MOVES, DueMove, Shift, TouchedPromise
from servicedesk.domain.errors import Refusal
from servicedesk.domain.guides import AnswerValue, Question, QuestionKind
from servicedesk.domain.kinds import Kind
from servicedesk.ui.settings.records_presenter import (
    RecordLine,
    RecordsPresenter,
    RecordsState,
    RecordsWords,
    list_day,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseLine:
    """A promise in a line.

    Args:
        id: of the promise.
        words: when, what, for whom.
        remember: the line to remember about the customer, in words, or "".
    """

    id: int
    words: str
    remember: str = ""


class ClosuresPresenter(RecordsPresenter):
    """Closures that have not ended yet."""

    KINDS = frozenset(
        {Kind.CLOSURE, Kind.HOLIDAY, Kind.OPENING_HOURS, Kind.BUSINESS, Kind.PROMISE, Kind.CUSTOMER}
    )
    FORM = "closures"
    touched: Mapping[int, tuple[TouchedPromise, ...]] = MappingProxyType({})
    """The open promises that are due in each closure, by its number."""

    def load(self) -> None:
        """Read the list, and what it touches."""
        preview, before = self._bench.services.calendar_preview, self.touched
        cards = self._bench.services.calendars.closures()
        self.touched = MappingProxyType({card.id: preview.touched(card.id) for card in cards})
        state = self.state
        super().load()
        if self.state is state and self.touched != before:
            self.state_changed.emit()

    def touched_line(self, promise: TouchedPromise) -> PromiseLine:
        """One of them in a line, such as "Wed 16 Sep 2026: ring back, Mrs Patel"."""
        day = list_day(promise.due.day)
        return self._line(promise, day)

    def moved_line(self, move: DueMove) -> PromiseLine:
        """One that moved, such as "Fri 18 Sep 2026, was Wed 16 Sep 2026: ring back, Mrs Patel"."""
        days = self.tr("{after}, was {before}").format(
            after=list_day(move.after.day), before=list_day(move.before.day)
        )
        return self._line(move, days)

    def _line(self, of: TouchedPromise | DueMove, day: str) -> PromiseLine:
        words = self.tr("{day}: {text}").format(day=day, text=of.text)
        if of.customer_name:
            words = self.tr("{day}: {text}, {customer}").format(
                day=day, text=of.text, customer=of.customer_name
            )
        remember = self.tr("Remember: {line}").format(line=of.remember) if of.remember else ""
        return PromiseLine(id=of.id, words=words, remember=remember)

    def open_promise(self, promise_id: int) -> None:
        """Go to a promise."""
        self._bench.navigator.open("promises", "", str(promise_id))

    def write_to_them(self, closure_id: int) -> None:
        """Go to the letter that says when the business is closed, for these customers."""
        self._bench.navigator.open("letters", "L21", f"closure:{closure_id}")

    def _words(self) -> RecordsWords:
        return RecordsWords(
            title=self.tr("Closures"),
            intro=self.tr(
                "Days when you are shut. They do not count in the times that you promise."
            ),
            columns=(
                self.tr("From"),
                self.tr("Up to and with"),
                self.tr("Reason"),
                self.tr("Takes away"),
            ),
            widths=(9, 9, 0, 11),
            empty=self.tr("No closures are planned."),
            add=self.tr("Add a closure"),
            adding=self.tr("New closure"),
            changing=self.tr("Change the closure"),
        )

    def _read(self) -> RecordsState:
        calendars = self._bench.services.calendars
        cards = calendars.closures()
        calendar = calendars.calendar() if cards else None
        lines = []
        for card in cards:
            days = 0 if calendar is None else opening_days_of(card.days, calendar)
            lines.append(
                RecordLine(
                    id=card.id,
                    cells=(
                        list_day(card.days.first),
                        list_day(card.days.last),
                        card.reason,
                        self._covered(days),
                    ),
                    order=(card.days.first, card.days.last, card.reason, days),
                )
            )
        return RecordsState(lines=tuple(lines))

    def _covered(self, days: int) -> str:
        if days == 0:
            return self.tr("no day you would be open")
        if days == 1:
            return self.tr("1 opening day")
        return self.tr("{n} opening days").format(n=days)

    def questions(self, record_id: int | None) -> tuple[Question, ...]:
        """First day, last day, reason."""
        del record_id
        return (
            Question(
                id="first",
                kind=QuestionKind.DAY,
                label=self.tr("First day shut"),
                is_required=True,
            ),
            Question(
                id="last",
                kind=QuestionKind.DAY,
                label=self.tr("Last day shut"),
                help=self.tr("Leave it empty for a single day."),
            ),
            Question(
                id="reason",
                kind=QuestionKind.TEXT,
                label=self.tr("Reason"),
                help=self.tr("For yourself, such as holiday or stocktaking."),
                maximum=120,
            ),
        )

    def values(self, record_id: int) -> Mapping[str, AnswerValue]:
        """The days and the reason of a closure."""
        card = self._card(record_id)
        if card is None:
            return {}
        values: dict[str, AnswerValue] = {"first": card.days.first, "reason": card.reason}
        if card.days.last != card.days.first:
            values["last"] = card.days.last
        return values

    def _card(self, record_id: int) -> ClosureCard | None:
        cards = self._bench.services.calendars.closures()
        return next((card for card in cards if card.id == record_id), None)

    def _reading(self, values: Mapping[str, object], wrong: dict[str, str]) -> dict[str, object]:
        first = self._day(values, "first", wrong)
        if first is None and "first" not in wrong:
            wrong["first"] = self.tr("Please give the first day, such as 24/12 or fri.")
        last = self._day(values, "last", wrong)
        if first is not None and last is not None and last < first:
            wrong["last"] = self._bench.labels.refusal(Refusal("closure_ends_first", "last"))
        return {"first": first, "last": last, "reason": str(values.get("reason", ""))}

    def _draft(self, read: Mapping[str, object]) -> ClosureDraft:
        first, last = read["first"], read["last"]
        return ClosureDraft(
            first=first if isinstance(first, date) else self._bench.today,
            last=last if isinstance(last, date) else None,
            reason=str(read["reason"]),
        )

    def _foretold(self, record_id: int | None, read: Mapping[str, object]) -> Shift:
        return self._bench.services.calendar_preview.closure(self._draft(read), record_id)

    def foretell_removal(self, record_id: int) -> Shift:
        """Which due dates move when it is removed."""
        if self._card(record_id) is None:
            return NOTHING_MOVES
        return self._bench.services.calendar_preview.no_closure(record_id)

    def _keep(self, record_id: int | None, read: Mapping[str, object]) -> object | None:
        draft = self._draft(read)
        calendars, who = self._bench.services.calendars, self._bench.who
        if record_id is None:
            return self._do(lambda: calendars.add_closure(draft, who), self.tr("Closure added."))
        return self._do(
            lambda: calendars.change_closure(record_id, draft, who), self.tr("Closure changed.")
        )

    def _take_out(self, record_id: int) -> None:
        calendars, who = self._bench.services.calendars, self._bench.who
        self._do(lambda: calendars.remove_closure(record_id, who), self.tr("Closure removed."))
