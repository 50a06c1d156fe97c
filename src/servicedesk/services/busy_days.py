# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Busy days against late promises: read, printed, and made into something to do."""

from servicedesk.domain.actions import ActionDraft, ActionKind, ActionSource
from servicedesk.domain.busy_days import BusyReport, busy_report
from servicedesk.domain.busy_days_words import busy_blocks
from servicedesk.domain.periods import Period
from servicedesk.domain.printing import PrintJob
from servicedesk.services.actions_writing import write_action
from servicedesk.services.facts import read_facts
from servicedesk.services.papers_plain import plain_job
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Done, Units
from servicedesk.store.busy_days import due_days

SOURCE_KEY = "busy_days"
"""By which an action says that it came from here."""


class BusyDays:
    """The use cases of busy days.

    Args:
        units: opens changes and reads.
        around: the day, words and papers.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around

    def report(self, period: Period) -> BusyReport:
        """A period by weekday and by its fullest dates.

        Raises:
            Trouble: when the file cannot be read.
        """
        with self._units.read() as reading:
            return busy_report(due_days(reading, period, self._around.clock.today()), period)

    def paper(self, report: BusyReport) -> PrintJob:
        """A report on its way to paper; it shows these very counts."""
        with self._units.read() as reading:
            facts = read_facts(reading)
        phrases = self._around.phrases
        blocks = busy_blocks(report, self._around.clock.today(), phrases)
        return plain_job("busy_days", phrases.say("busy_days.title"), blocks, facts, self._around)

    def plan(self, text: str, who: str) -> Done[int]:
        """Note what to do about it as an action.

        Args:
            text: of the action.
            who: plans it.

        Returns:
            The number of the action.

        Raises:
            Refusal: what ``checked_action`` raises.
        """
        action = ActionDraft(
            kind=ActionKind.PREVENTIVE,
            text=text,
            source=ActionSource.OWN,
            source_key=SOURCE_KEY,
        )
        with self._units.change("plan busy day", who) as unit:
            number = write_action(unit, action, self._around.clock.today())
        return Done(card=number, changes=unit.changes)
