# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Feeds the log of breaches: what is open, how its hours stand, what is next."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from servicedesk.domain.breaches import BreachCard, BreachDraft, BreachLog, BreachRisk, BreachStep
from servicedesk.domain.breaches_clock import BreachClock, breach_clock
from servicedesk.domain.breaches_rules import is_clock_running, next_step, was_late
from servicedesk.domain.calendars import WorkingCalendar, end_of_day
from servicedesk.domain.errors import Refusal
from servicedesk.domain.kinds import Kind
from servicedesk.domain.promises import Due
from servicedesk.domain.promises_rules import due_at
from servicedesk.domain.promises_typing import TypedDue, read_past_due
from servicedesk.ui.core.following import FollowingPresenter
from servicedesk.ui.people.due_words import due_typed
from servicedesk.ui.widgets.form_values import day_of

if TYPE_CHECKING:
    from servicedesk.services.unit import Done
    from servicedesk.ui.core.workbench import Workbench

FACTS = "facts"
"""The part of the form that says what happened; the others are named as their steps."""

MOMENTS = frozenset({"known_at", "reported_at"})
"""Fields of a day with its time."""


class BreachesPresenter(FollowingPresenter):
    """Feeds the page.

    Signals:
        state_changed: ``state`` is another one.

    Args:
        bench: of the open file.

    Attributes:
        state: every breach, with the law of the place.
    """

    def __init__(self, bench: "Workbench", parent: QObject | None = None) -> None:
        super().__init__(bench, frozenset({Kind.BREACH, Kind.BUSINESS}), parent)
        self.state = BreachLog()
        self._calendar = WorkingCalendar()

    def _read(self) -> None:
        self.state = self._bench.services.breaches.log()

    @property
    def now(self) -> str:
        """This minute, as somebody would type it."""
        return self.typed(self._bench.clock.now())

    def typed(self, moment: datetime) -> str:
        """A moment by the clock of the shop, as somebody would type it."""
        zone = self._calendar.zone
        return due_typed(Due(day=moment.astimezone(zone).date(), at=moment), zone)

    def clock(self, card: BreachCard) -> BreachClock | None:
        """How the hours of a breach stand; None where they matter no more, or never did."""
        law = self.state.law
        if not is_clock_running(card, law):
            return None
        return breach_clock(
            card.draft.known_at, self._bench.clock.now(), law.hours, self._calendar.zone
        )

    def step(self, card: BreachCard) -> BreachStep | None:
        """What is next; None for what is closed."""
        return next_step(card.draft, self.state.law) if card.is_open else None

    def is_over(self, card: BreachCard) -> bool:
        """Whether a report made now, or made already, comes after its hours."""
        clock = self.clock(card)
        return was_late(card.draft, self.state.law) or (clock is not None and clock.is_over)

    def read_past(self, typed: str) -> TypedDue:
        """When something was, with its time where one was said.

        Raises:
            Refusal: as ``read_past_due``.
        """
        return TypedDue(due=read_past_due(typed, self._bench.today, self._calendar))

    def keep(self, card: BreachCard | None, values: Mapping[str, object]) -> dict[str, str]:
        """Keep a breach, or what is new of it.

        Args:
            card: of the one that is changed; None for a new one.
            values: of the form, by field; fields that it has not are left as they are.

        Returns:
            What is wrong, a sentence by field; empty when it is kept.
        """
        bench = self._bench
        try:
            draft = self._draft(card, values)
            if card is None:
                add = bench.services.breaches.add
                done = bench.do(lambda: add(draft, bench.who), said=self.tr("Written down."))
            else:
                number, change = card.id, bench.services.breaches.change
                said = self.tr("Kept.")
                done = bench.do(lambda: change(number, draft, bench.who), said=said)
        except Refusal as refusal:
            field = refusal.field or ""
            return {field if field in values else next(iter(values)): bench.labels.refusal(refusal)}
        return {} if done is not None else {next(iter(values)): self.tr("It could not be kept.")}

    def end(self, breach_id: int) -> None:
        """Say that nothing is left to do; it can be taken back."""
        breaches, who = self._bench.services.breaches, self._bench.who
        self._step(lambda: breaches.close(breach_id, who), self.tr("Closed."))

    def reopen(self, breach_id: int) -> None:
        """Go on with one that was closed."""
        breaches, who = self._bench.services.breaches, self._bench.who
        self._step(lambda: breaches.reopen(breach_id, who), self.tr("Open again."))

    def remove(self, breach_id: int) -> None:
        """Remove what was written down by mistake; it can be taken back."""
        breaches, who = self._bench.services.breaches, self._bench.who
        self._step(lambda: breaches.remove(breach_id, who), self.tr("Removed from the log."))

    def _step(self, step: "Callable[[], Done[BreachCard]]", said: str) -> None:
        bench = self._bench
        try:
            bench.do(step, said=said)
        except Refusal as refusal:
            bench.bar.say(bench.labels.refusal(refusal))
            self._load()

    def _draft(self, card: BreachCard | None, values: Mapping[str, object]) -> BreachDraft:
        """What the form says, over what was known."""
        now = self._bench.clock.now()
        draft = BreachDraft(what="", known_at=now) if card is None else card.draft
        given: dict[str, object] = {}
        for name, value in values.items():
            if name in MOMENTS:
                given[name] = self._moment(str(value), name, getattr(draft, name))
            elif name in ("happened_on", "told_on"):
                given[name] = day_of(values, name)
            elif name == "people":
                is_number = isinstance(value, int) and not isinstance(value, bool)
                given[name] = value if is_number else None
            elif name == "risk":
                given[name] = BreachRisk(str(value)) if value else None
            else:
                given[name] = str(value)
        if given.get("known_at", now) is None:
            given["known_at"] = now
        return replace(draft, **given)  # type: ignore[arg-type]  # each is of its field's type

    def _moment(self, typed: str, name: str, before: datetime | None) -> datetime | None:
        """The moment that is typed.

        A day without its time is read the careful way: known as it began, reported as it ended. A
        field that still says the minute that is kept keeps its seconds too.
        """
        if not typed.strip():
            return None
        try:
            due = self.read_past(typed).due
        except Refusal as refusal:
            raise Refusal(refusal.code, name, **refusal.params) from refusal
        if due.at is None:
            if name == "known_at":
                return due_at(due.day, 0, self._calendar).at
            return min(end_of_day(due.day, self._calendar.zone), self._bench.clock.now())
        is_same = before is not None and before.replace(second=0, microsecond=0) == due.at
        return before if is_same else due.at
