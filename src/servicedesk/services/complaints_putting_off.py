# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Keeps complaints out of Today until a day, on which they come back by themselves."""

from datetime import date

from servicedesk.domain.complaints import ComplaintCard
from servicedesk.domain.complaints_putting_off import check_put_off
from servicedesk.services.complaints_writing import card_of
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Done, Units
from servicedesk.store.complaints import complaints


class ComplaintsPuttingOff:
    """The use case of putting complaints off.

    Args:
        units: opens changes.
        around: the clock.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around

    def until(self, complaint_id: int, day: date | None, who: str) -> Done[ComplaintCard]:
        """Keep a complaint out of Today until a day; what is due of it stays due.

        Args:
            complaint_id: of the complaint.
            day: on which it comes back; None brings it back now.
            who: does so.

        Raises:
            Refusal: ``record_gone``, or what ``check_put_off`` raises.
        """
        with self._units.change("complaint for later", who) as unit:
            card = card_of(unit.connection, complaint_id)
            if day is not None:
                check_put_off(card, day, self._around.clock.today())
            unit.update(complaints, complaint_id, {"snoozed_until": day})
        return Done(card=card, changes=unit.changes)
