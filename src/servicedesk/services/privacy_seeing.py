# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What Today and the privacy desk see, from what was read of the file at one moment."""

import json
from collections.abc import Mapping
from datetime import date, timedelta

from servicedesk.domain.breaches_clock import breach_clock
from servicedesk.domain.calendars import Nation
from servicedesk.domain.privacy_seen import BreachSeen, PrivacySeen
from servicedesk.services.surroundings import Surroundings
from servicedesk.store.home_privacy import OpenBreach, PrivacyRead

FEE_RENEWS = "fee.renews_on"
"""Key of the fact that says when the fee is due again."""

CLEARING_COUNT, CLEARING_ON = "clearing.count", "clearing.noted_on"
"""Keys of the facts that say how much was found to be kept for long enough, and when first."""

CLEARING_SHOWN = timedelta(days=7)
"""Days that Today tells of it, once a month at most."""


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
        clearing=_clearing(facts, around.clock.today()),
        fee_on=_day(facts.get(FEE_RENEWS)),
    )


def _breach(one: OpenBreach, hours: int, around: Surroundings) -> BreachSeen:
    if not hours or not one.is_unsettled:
        return BreachSeen(id=one.id, what=one.what)
    clock = breach_clock(one.known_at, around.clock.now(), hours)
    return BreachSeen(id=one.id, what=one.what, by=clock.by, is_over=clock.is_over)


def _clearing(facts: Mapping[str, str], today: date) -> int:
    """How much Today tells to look through: what was found, for a week from when it was."""
    noted = _day(facts.get(CLEARING_ON))
    if noted is None or today - noted > CLEARING_SHOWN:
        return 0
    found = facts.get(CLEARING_COUNT, "")
    return int(found) if found.isdecimal() else 0


def _day(written: str | None) -> date | None:
    """A fact that is a day, as far as it can be read."""
    try:
        return date.fromisoformat(json.loads(written or "null")["day"])
    except (KeyError, TypeError, ValueError):
        return None
