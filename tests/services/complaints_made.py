# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Complaints that tests write down and answer."""

from datetime import UTC, date, datetime

from servicedesk.domain.complaints import (
    ComplaintCard,
    ComplaintDraft,
    Finding,
)
from servicedesk.domain.complaints_asks import Given
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.customers import Channel
from servicedesk.services.registry import Services
from tests.helpers.fakes import FixedClock

RUTH = "Ruth"
CAME = datetime(2026, 9, 14, 8, tzinfo=UTC)
"""Monday, nine o'clock in the shop."""

DAY_1 = date(2026, 9, 15)


def draft(text: str = "The saw stopped on the first morning", **more: object) -> ComplaintDraft:
    return ComplaintDraft(text=text, received_at=CAME, **more)


def logged(services: Services, **more: object) -> ComplaintCard:
    return services.complaints.log(draft(**more), RUTH).card


def answered(services: Services, clock: FixedClock, complaint_id: int) -> ComplaintCard:
    """A complaint looked into and answered the day after it came."""
    clock.set(datetime(2026, 9, 15, 10, tzinfo=UTC))
    services.complaints.take(complaint_id, Action.INVESTIGATE, Given(on=DAY_1), RUTH)
    words = Given(
        on=DAY_1, words="The blade was old", channel=Channel.PHONE, finding=Finding.UPHELD
    )
    return services.complaints.take(complaint_id, Action.DECIDE, words, RUTH).card
