# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Sample weeks on Today: one to key in, or one to plan; neither is ever late."""

from collections.abc import Iterable

from servicedesk.domain.samples import plan_due
from servicedesk.domain.today import Seen, TodayCard, quiet_card

_PLACE = ("measures", "samples")


def sample_cards(seen: Seen) -> Iterable[TodayCard]:
    """A week that is over and not keyed in, else one that is due to be planned."""
    week = seen.samples.to_key_in
    if week is not None and week[2] < seen.today:
        number, first, last = week
        where = (*_PLACE, str(number))
        yield quiet_card("sample_key_in", "key_in", *where, first=first, last=last)
        return
    due = plan_due(seen.samples, seen.today)
    if due is not None and due <= seen.today:
        yield quiet_card("sample_plan", "plan_week", *_PLACE, "add", day=due)
