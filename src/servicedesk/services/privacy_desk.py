# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The overview of the privacy desk, and the reminder of the yearly fee."""

from dataclasses import replace
from datetime import date, timedelta

from servicedesk.content.law import load_facts
from servicedesk.domain.calendars import Nation
from servicedesk.domain.kinds import ChangeSet
from servicedesk.domain.privacy_desk import FeeState, PrivacyOverview
from servicedesk.domain.privacy_fee import FeeDraft, checked_fee
from servicedesk.domain.support import ConsentChannel
from servicedesk.services.clearing import Clearing
from servicedesk.services.facts import keep_fact, nation_in, read_facts
from servicedesk.services.marketing import Marketing
from servicedesk.services.privacy_seeing import (
    CLEARING_COUNT,
    CLEARING_ON,
    FEE_RENEWS,
    privacy_seen,
)
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Done, Reading, Units
from servicedesk.store.erasures import erasure_cards
from servicedesk.store.facts import all_facts
from servicedesk.store.holds import hold_cards
from servicedesk.store.home_privacy import desk_counts, read_privacy
from servicedesk.store.marketing_stops import stop_cards

_PAID, _REFERENCE, _EXEMPT = "fee.paid_pence", "fee.reference", "fee.exempt_why"
"""Keys of the facts beside the day."""

_EVERY = timedelta(days=30)
"""Between two weeks in which Today tells of what there is to look through."""

_DUTY = "fee_duty"
"""Id of the fact that says who pays it."""


class PrivacyDesk:
    """The use cases of the overview.

    Args:
        units: opens changes and reads.
        around: the clock, and the law's own file.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around

    def overview(self) -> PrivacyOverview:
        """How everything stands.

        Raises:
            Trouble: ``program_file_missing`` or ``program_file_damaged``.
        """
        marketing = Marketing(self._units, self._around)
        people = {
            row.agreed.customer_id
            for channel in ConsentChannel
            for row in marketing.may_be_sent(channel)
        }
        clearing = self.count_clearing()
        with self._units.read() as reading:
            nation = nation_in(read_facts(reading))
            facts = all_facts(reading)
            requests, breaches = desk_counts(reading)
            seen = privacy_seen(read_privacy(reading), facts, nation, self._around)
            return PrivacyOverview(
                seen=replace(seen, clearing=clearing),
                requests=requests,
                breaches=breaches,
                holds=len(hold_cards(reading)),
                may_be_sent=len(people),
                stops=len(stop_cards(reading)),
                erased=len(erasure_cards(reading)),
                fee=self._fee(reading),
            )

    def count_clearing(self) -> int:
        """How much has been kept for long enough; takes a while in a large file."""
        return len(Clearing(self._units, self._around).due())

    def note_clearing(self, count: int, who: str) -> Done[int]:
        """Remember for Today how much there is to look through, and since when.

        The day moves on once a month at most, so that Today tells of it for a week and then is
        quiet; with nothing left to look through it goes. Undo passes over it.

        Args:
            count: as ``count_clearing`` says.
            who: is asked for by every step.
        """
        with self._units.read() as reading:
            known = read_facts(reading)
        noted = known.get(CLEARING_ON)
        is_old = not isinstance(noted, date) or self._today - noted >= _EVERY
        if known.get(CLEARING_COUNT, 0) == count and not (count and is_old):
            return Done(card=count, changes=ChangeSet())
        with self._units.change("note clearing", who, is_background=True) as unit:
            keep_fact(unit, CLEARING_COUNT, count or None)
            if not count:
                keep_fact(unit, CLEARING_ON, None)
            elif is_old:
                keep_fact(unit, CLEARING_ON, self._today)
        return Done(card=count, changes=unit.changes)

    def fee(self) -> FeeState:
        """What is known of the fee, and what the law says of it."""
        with self._units.read() as reading:
            return self._fee(reading)

    def keep_fee(self, draft: FeeDraft, who: str) -> Done[FeeState]:
        """Keep what is known of the fee.

        Raises:
            Refusal: what ``checked_fee`` raises.
        """
        tidy = checked_fee(draft, self._today)
        with self._units.change("keep fee", who) as unit:
            keep_fact(unit, FEE_RENEWS, tidy.renews_on)
            keep_fact(unit, _PAID, tidy.paid_pence)
            keep_fact(unit, _REFERENCE, tidy.reference)
            keep_fact(unit, _EXEMPT, tidy.exempt_why)
            card = self._fee(unit.connection)
        return Done(card=card, changes=unit.changes)

    def _fee(self, reading: Reading) -> FeeState:
        facts = read_facts(reading)
        renews, paid = facts.get(FEE_RENEWS), facts.get(_PAID)
        draft = FeeDraft(
            renews_on=renews if isinstance(renews, date) else None,
            paid_pence=paid if isinstance(paid, int) else None,
            reference=str(facts.get(_REFERENCE, "")),
            exempt_why=str(facts.get(_EXEMPT, "")),
        )
        nation = nation_in(facts)
        if nation is Nation.ELSEWHERE:
            return FeeState(draft=draft)
        resources = self._around.resources
        duty = next(fact for fact in load_facts(resources) if fact.id == _DUTY)
        return FeeState(draft=draft, sentence=duty.text, checked_on=duty.checked_on)

    @property
    def _today(self) -> date:
        return self._around.clock.today()
