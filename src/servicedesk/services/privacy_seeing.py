# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What Today and the privacy desk see, from what was read of the file at one moment."""

import json
from collections.abc import Mapping
from datetime import date

from servicedesk.domain.breaches_clock import breach_clock
from servicedesk.domain.calendars import Nation
from servicedesk.domain.privacy_seen import BreachSeen, PrivacySeen
from servicedesk.services.surroundings import Surroundings
from servicedesk.store.home_privacy import OpenBreach, PrivacyRead

FEE_RENEWS = "fee.renews_on"
"""Key of the fact that says when the fee is due again."""


def privacy_seen(
    read: PrivacyRead, facts: Mapping[str, str], nation: Nation, around: Surroundings
) -> PrivacySeen:
    """What is to be seen.

    Args:
        read: of the file.
        facts: as they are written in the file.
        nation: where the business is.
        around: the clock, and the law's own file, which is read only where a breach is open.
    """
    hours = 0
    if nation is not Nation.ELSEWHERE and any(one.is_unsettled for one in read.breaches):
        from servicedesk.content.law import legal_figures  # few starts need the law

        hours = legal_figures(around.resources).breach_hours
    return PrivacySeen(
        requests=read.requests,
        breaches=tuple(_breach(one, hours, around) for one in read.breaches),
        fee_on=_day(facts.get(FEE_RENEWS)),
    )


def _breach(one: OpenBreach, hours: int, around: Surroundings) -> BreachSeen:
    if not hours or not one.is_unsettled:
        return BreachSeen(id=one.id, what=one.what)
    clock = breach_clock(one.known_at, around.clock.now(), hours)
    return BreachSeen(id=one.id, what=one.what, by=clock.by, is_over=clock.is_over)


def _day(written: str | None) -> date | None:
    """A fact that is a day, as far as it can be read."""
    try:
        return date.fromisoformat(json.loads(written or "null")["day"])
    except (KeyError, TypeError, ValueError):
        return None
