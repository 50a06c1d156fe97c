# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What can be done with a promise from any screen: each one step, said with its undo."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import QObject

from servicedesk.domain.entries_days import read_past_day
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.promises import Due, Outcome, PromiseCard
from servicedesk.domain.promises_rules import is_overdue
from servicedesk.domain.promises_shut import ShutDay, shut_on
from servicedesk.domain.promises_typing import TypedDue, read_due, read_past_due
from servicedesk.ui.core.workbench import Step, Workbench
from servicedesk.ui.people.due_words import due_said
from servicedesk.ui.people.step_dialog import Wrong


class PromiseDeeds(QObject):
    """Does what buttons and dialogs about promises say.

    Args:
        bench: of the open file.
        parent: owns it.
    """

    def __init__(self, bench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._calendar = bench.services.calendars.calendar()

    def card(self, promise_id: int) -> PromiseCard | None:
        """A promise as it is now; None where it is gone, which has been said."""
        bench = self._bench
        try:
            return bench.services.promises.get(promise_id)
        except Refusal as refusal:
            bench.bar.say(bench.labels.refusal(refusal))
        except Trouble as trouble:
            bench.bar.trouble(bench.labels.trouble(trouble))
        return None

    def read_due(self, typed: str) -> TypedDue:
        """By when, as typed; raises Refusal."""
        bench = self._bench
        return read_due(typed, bench.clock.now(), bench.today, self._calendar)

    def shut_on(self, due: Due) -> ShutDay | None:
        """Whether the business is shut on the day of a deadline, or None where it is open."""
        calendars = self._bench.services.calendars
        try:
            named, hours = calendars.named(), calendars.hours()
        except Trouble:
            return None  # it is only a hint: whoever saves is told of the trouble
        return shut_on(due, named, knows_hours=hours is not None)

    def read_past(self, typed: str) -> TypedDue:
        """When something was done, as typed; raises Refusal, for days to come too."""
        return TypedDue(due=read_past_due(typed, self._bench.today, self._calendar))

    def is_late(self, card: PromiseCard) -> bool:
        """Whether the day it is judged by is over."""
        return is_overdue(card.counted_due, self._bench.clock.now(), self._calendar)

    def done(self, card: PromiseCard) -> Wrong:
        """It was done now."""
        bench, text = self._bench, card.draft.text
        promises = bench.services.promises
        return self._do(
            lambda: promises.done(card.id, bench.today, None, bench.who),
            self.tr("Done: {text}").format(text=text),
        )

    def done_on(self, card: PromiseCard, values: Mapping[str, object]) -> Wrong:
        """It was done on another day.

        Args:
            card: of the promise.
            values: "on", the day, with its time where one is known.
        """
        bench, promises = self._bench, self._bench.services.promises

        def step() -> Step:
            found = self.read_past(str(values.get("on") or ""))
            return promises.done(card.id, found.due.day, found.due.at, bench.who)

        return self._do(step, self.tr("Done: {text}").format(text=card.draft.text))

    def move(self, card: PromiseCard, values: Mapping[str, object]) -> Wrong:
        """Give it a new date.

        Args:
            card: of the promise.
            values: "due" as typed, "agreed" yes or no, "words".
        """
        bench, promises = self._bench, self._bench.services.promises
        agreed, words = values.get("agreed") is True, str(values.get("words") or "")

        def step() -> Step:
            typed = str(values.get("due") or "")
            if not typed:
                raise Refusal("promise_needs_new_date", "due")
            if values.get("agreed") in ("", None) and not self.is_late(card):
                raise Refusal("promise_agreed_or_not", "agreed")
            due = self.read_due(typed).due
            return promises.move(card.id, due, agreed, words, bench.who)

        return self._do(step, self.tr("The new date is written down."))

    def end(self, card: PromiseCard, outcome: Outcome, values: Mapping[str, object]) -> Wrong:
        """It was broken, or the customer released us from it.

        Args:
            card: of the promise.
            outcome: BROKEN or RELEASED.
            values: "on", the day, and "reason".
        """
        bench, promises = self._bench, self._bench.services.promises
        verb = promises.broken if outcome is Outcome.BROKEN else promises.released
        reason = str(values.get("reason") or "")

        def step() -> Step:
            return verb(card.id, self._day(values.get("on")), reason, bench.who)

        ended = bench.labels.enum(outcome)
        said = self.tr("{outcome}: {text}").format(outcome=ended, text=card.draft.text)
        return self._do(step, said)

    def told(self, card: PromiseCard, values: Mapping[str, object]) -> Wrong:
        """The customer was told that it slips, by mouth or by phone.

        Args:
            card: of the promise.
            values: "on", the day.
        """
        bench, promises = self._bench, self._bench.services.promises
        return self._do(
            lambda: promises.told(card.id, self._day(values.get("on")), bench.who),
            self.tr("Written down that they were told."),
        )

    def wait(self, card: PromiseCard, values: Mapping[str, object]) -> Wrong:
        """It waits for somebody or something; with nothing said it waits no longer.

        Args:
            card: of the promise.
            values: "waiting_for".
        """
        bench, promises = self._bench, self._bench.services.promises
        words = str(values.get("waiting_for") or "")
        said = self.tr("It stands under Waiting now.")
        if not words.strip():
            said = self.tr("It waits no longer.")
        return self._do(lambda: promises.wait_for(card.id, words, bench.who), said)

    def reopen(self, card: PromiseCard) -> Wrong:
        """Take back how it ended."""
        bench, promises = self._bench, self._bench.services.promises
        said = self.tr("Open again: {text}").format(text=card.draft.text)
        return self._do(lambda: promises.reopen(card.id, bench.who), said)

    def bin(self, card: PromiseCard) -> Wrong:
        """Put it into the bin."""
        bench, promises = self._bench, self._bench.services.promises
        said = self.tr("Put into the bin: {ref}").format(ref=card.ref)
        return self._do(lambda: promises.bin((card.id,), bench.who), said)

    def bring_back(self, card: PromiseCard) -> Wrong:
        """Take it out of the bin."""
        bench, promises = self._bench, self._bench.services.promises
        said = self.tr("Out of the bin: {ref}").format(ref=card.ref)
        return self._do(lambda: promises.bring_back((card.id,), bench.who), said)

    def stop_repeating(self, card: PromiseCard) -> Wrong:
        """Make no next one of a promise that comes again."""
        bench, promises, series = self._bench, self._bench.services.promises, card.repeat_id
        if series is None:
            return {}
        said = self.tr("It does not come again.")
        return self._do(lambda: promises.stop_repeating(series, bench.who), said)

    def due_said(self, card: PromiseCard) -> str:
        """By when it is due, in the middle of a sentence."""
        return due_said(card.due, self._bench.today, self._bench.labels)

    def _day(self, value: object) -> date:
        if isinstance(value, date):
            return value
        return read_past_day(str(value), self._bench.today, "on") if value else self._bench.today

    def _do(self, step: Callable[[], Step], said: str) -> Wrong:
        bench = self._bench
        try:
            return {} if bench.do(step, said=said) is not None else None
        except Refusal as refusal:
            return {refusal.field or "": bench.labels.refusal(refusal)}
