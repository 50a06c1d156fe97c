# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Which complaints can be put off, and until when."""

from datetime import date

from servicedesk.domain.complaints import ComplaintCard, Priority
from servicedesk.domain.complaints_assessing import priority_of
from servicedesk.domain.errors import Refusal


def check_put_off(card: ComplaintCard, until: date, today: date) -> None:
    """Refuse to put off what ended or what goes first, and a day that is no later one.

    Args:
        card: of the complaint.
        until: the day on which it comes back.
        today: in the shop.

    Raises:
        Refusal: ``complaint_has_ended``, ``complaint_first_stays`` or ``complaint_put_off_past``.
    """
    if not card.is_open:
        raise Refusal("complaint_has_ended", ref=card.ref)
    if priority_of(card.assessment) is Priority.P1:
        raise Refusal("complaint_first_stays", ref=card.ref)
    if until <= today:
        raise Refusal("complaint_put_off_past", "until")
