# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a person notes on a complaint itself: its weight, who was told, costs, what is learnt."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date

from servicedesk.domain.calendars_moments import local_date
from servicedesk.domain.complaints import Assessment, ComplaintCard
from servicedesk.domain.complaints_assessing import checked_assessment
from servicedesk.domain.complaints_causes import Learning
from servicedesk.domain.complaints_learning import checked_learning
from servicedesk.domain.complaints_timing import moment_of
from servicedesk.domain.entries import tidy_line
from servicedesk.domain.entries_bounds import WORDS_MOST, check_year, checked_amount
from servicedesk.domain.errors import Refusal
from servicedesk.services.complaints_writing import (
    Footing,
    card_of,
    changing,
    refuse_ahead,
    write_card,
)
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Done, Unit, Units

SATISFACTION_MOST = 5
"""The best answer to how satisfied somebody is with the handling."""


class ComplaintNotes:
    """The use cases of what is noted on complaints.

    Args:
        units: opens changes and reads.
        around: the clock, the words and the holidays that come with the program.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around

    def learn(self, complaint_id: int, learning: Learning, who: str) -> Done[ComplaintCard]:
        """Write what went wrong underneath, and what is learnt.

        Raises:
            Refusal: ``record_gone``, or what ``checked_learning`` raises.
        """

        def noted(card: ComplaintCard, _footing: Footing) -> ComplaintCard:
            return replace(card, learning=checked_learning(learning))

        return self._note("learn from complaint", complaint_id, noted, who)

    def updated(self, complaint_id: int, on: date, who: str) -> Done[ComplaintCard]:
        """Say that the customer heard how it goes.

        Raises:
            Refusal: ``record_gone``, ``complaint_step_ahead`` or
                ``complaint_step_before_receipt``.
        """

        def noted(card: ComplaintCard, footing: Footing) -> ComplaintCard:
            _refuse_not_since(on, card, footing)
            days, came = footing.calendar.days, card.draft.received_at
            told_at = card.dates.acknowledged_at or moment_of(on, None, came, footing.now, days)
            dates = replace(card.dates, update_sent_on=on, acknowledged_at=told_at)
            return replace(card, dates=dates)

        return self._note("tell how it goes", complaint_id, noted, who)

    def followed_up(
        self, complaint_id: int, on: date, satisfaction: int | None, who: str
    ) -> Done[ComplaintCard]:
        """Say that we asked how it went, and what they answered, 1 to 5.

        Raises:
            Refusal: ``record_gone``, ``complaint_step_ahead``,
                ``complaint_step_before_receipt`` or ``complaint_score_odd``.
        """
        if satisfaction is not None and not 1 <= satisfaction <= SATISFACTION_MOST:
            raise Refusal("complaint_score_odd", "satisfaction", most=SATISFACTION_MOST)

        def noted(card: ComplaintCard, footing: Footing) -> ComplaintCard:
            _refuse_not_since(on, card, footing)
            dates = replace(card.dates, follow_up_on=on)
            return replace(card, dates=dates, satisfaction=satisfaction)

        return self._note("follow up complaint", complaint_id, noted, who)

    def told_insurer(
        self, complaint_id: int, on: date | None, not_needed: str, who: str
    ) -> Done[ComplaintCard]:
        """Say on which day the insurer was told, or why that is not needed.

        Raises:
            Refusal: ``record_gone``, ``complaint_step_ahead``, or what ``tidy_line`` and
                ``check_year`` raise.
        """

        def noted(card: ComplaintCard, footing: Footing) -> ComplaintCard:
            if on is not None:  # they can know of the accident before anybody complains
                refuse_ahead(on, footing.today)
                check_year(on, footing.today, "on")
            dates = replace(card.dates, insurer_told_on=on)
            because = tidy_line(not_needed, "insurer_not_needed", WORDS_MOST)
            return replace(card, dates=dates, insurer_not_needed=because)

        return self._note("tell insurer", complaint_id, noted, who)

    def checked_stock(self, complaint_id: int, on: date, who: str) -> Done[ComplaintCard]:
        """Say that others sold were looked for, the sale stopped and the supplier told.

        Raises:
            Refusal: ``record_gone``, ``complaint_step_ahead``, or what ``check_year`` raises.
        """

        def noted(card: ComplaintCard, footing: Footing) -> ComplaintCard:
            refuse_ahead(on, footing.today)
            check_year(on, footing.today, "on")
            return replace(card, dates=replace(card.dates, stock_checked_on=on))

        return self._note("check stock", complaint_id, noted, who)

    def note_costs(
        self, complaint_id: int, cost_pence: int | None, minutes: int | None, who: str
    ) -> Done[ComplaintCard]:
        """Note what a complaint cost us, in pence and in minutes.

        Raises:
            Refusal: ``record_gone``, or what ``checked_amount`` raises.
        """

        def noted(card: ComplaintCard, _footing: Footing) -> ComplaintCard:
            pence = checked_amount(cost_pence, "cost_pence")
            spent = checked_amount(minutes, "minutes_spent")
            return replace(card, cost_pence=pence, minutes_spent=spent)

        return self._note("costs of complaint", complaint_id, noted, who)

    def hold(self, complaint_id: int, because: str, who: str) -> Done[ComplaintCard]:
        """Keep a complaint beyond its time, for a reason; without one, no longer.

        Raises:
            Refusal: ``record_gone``, or what ``tidy_line`` raises.
        """

        def noted(card: ComplaintCard, _footing: Footing) -> ComplaintCard:
            return replace(card, legal_hold=tidy_line(because, "legal_hold", WORDS_MOST))

        return self._note("keep complaint", complaint_id, noted, who)

    def stand_in(self, complaint_id: int, name: str, who: str) -> Done[ComplaintCard]:
        """Name who answers when the handler is away.

        Raises:
            Refusal: ``record_gone``, or what ``tidy_line`` raises.
        """

        def noted(card: ComplaintCard, _footing: Footing) -> ComplaintCard:
            return replace(card, stand_in=tidy_line(name, "stand_in"))

        return self._note("name stand-in", complaint_id, noted, who)

    def assess(self, complaint_id: int, assessment: Assessment, who: str) -> Done[ComplaintCard]:
        """Weigh a complaint; its days follow, still counted from its receipt.

        Raises:
            Refusal: ``record_gone``, or what ``checked_assessment`` raises.
        """

        def weighed(card: ComplaintCard, footing: Footing) -> ComplaintCard:
            tidy = checked_assessment(assessment)
            # Only telling the customer gives more time, which is a step of its own.
            tidy = replace(tidy, on=tidy.on or footing.today, is_complex=card.assessment.is_complex)
            return replace(card, assessment=tidy)

        return self._note("weigh complaint", complaint_id, weighed, who)

    def _note(
        self,
        use_case: str,
        complaint_id: int,
        noted: Callable[[ComplaintCard, Footing], ComplaintCard],
        who: str,
    ) -> Done[ComplaintCard]:
        with self._changing(use_case, who) as (unit, footing):
            before = card_of(unit.connection, complaint_id)
            card = write_card(unit, before, noted(before, footing), footing)
        return Done(card=card, changes=unit.changes)

    def _changing(self, use_case: str, who: str) -> AbstractContextManager[tuple[Unit, Footing]]:
        return changing(self._units, self._around, use_case, who)


def _refuse_not_since(on: date, card: ComplaintCard, footing: Footing) -> None:
    """Refuse a day that has not come, or that was over when the complaint came."""
    refuse_ahead(on, footing.today)
    if on < local_date(footing.calendar.days, card.draft.received_at):
        raise Refusal("complaint_step_before_receipt", "on")
