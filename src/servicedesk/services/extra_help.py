# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Extra help: who has told us what helps, when we ask again, and the sheet for helpers."""

from dataclasses import dataclass

from servicedesk.domain.extra_help import SOON, Helped, extra_help_blocks, helped
from servicedesk.domain.printing import PrintJob
from servicedesk.services.facts import read_facts
from servicedesk.services.papers_plain import plain_job
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Units
from servicedesk.store.extra_help import needs_kept
from servicedesk.store.support import support_reviews

MOST = 200
"""Customers that are shown at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtraHelpNow:
    """What the page of extra help shows.

    Args:
        helped: customers who told us what helps, those to be asked again first come first.
        total: how many there are in all.
        due: things to be asked again, or that end, within two weeks.
    """

    helped: tuple[Helped, ...]
    total: int
    due: int


class ExtraHelp:
    """The use cases of extra help.

    Args:
        units: opens reads.
        around: the day, words and papers.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around

    def now(self, most: int = MOST) -> ExtraHelpNow:
        """Who has told us what helps.

        Args:
            most: customers at most.
        """
        today = self._around.clock.today()
        with self._units.read() as reading:
            kept, total = needs_kept(reading, most)
            due = len(support_reviews(reading, today + SOON))
        found = helped(kept, self._around.phrases, today)
        return ExtraHelpNow(helped=found, total=total - (len(kept) - len(found)), due=due)

    def sheet(self) -> PrintJob:
        """How to offer extra help, on one page for helpers; no customer is on it."""
        with self._units.read() as reading:
            facts = read_facts(reading)
        phrases = self._around.phrases
        title = phrases.say("extra_help.title")
        return plain_job("extra_help_sheet", title, extra_help_blocks(phrases), facts, self._around)
