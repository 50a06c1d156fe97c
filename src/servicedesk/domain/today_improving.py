# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Getting better, on Today: what was begun, what is due again, and one offer at a time.

What is to be done by a day stands there as rows; all of this waits for a quiet hour.
"""

from collections.abc import Iterable

from servicedesk.domain.routines import Routine, routine_due, routine_offered
from servicedesk.domain.today import Seen, TodayCard, quiet_card

SKILL_RENEW, IDEA_TRY = "skill_renew", "idea_try"
"""What comes with its own record: a training to renew, an idea whose day has come."""

_ROOM = "improve"
_PLACES = {
    Routine.SELF_CHECK: (_ROOM, "check"),
    Routine.REVIEW: (_ROOM, "reviews"),
    Routine.SECURITY: (_ROOM, "check", "security"),
    Routine.CHARTER_CHECK: ("measures", "checks"),
    Routine.FAIRNESS: (_ROOM, "fairness"),
}
_PARTS = {SKILL_RENEW: "staff", IDEA_TRY: "ideas"}
RECORDED = frozenset(_PARTS)
"""Codes of both."""

_OF_CHECKS = frozenset({Routine.SELF_CHECK, Routine.SECURITY})


def improving_cards(seen: Seen) -> Iterable[TodayCard]:
    """What was begun, then what is due, then one thing that was never done."""
    routines = seen.routines
    for check in routines.checks:
        yield quiet_card(
            "check_going",
            "go_on",
            *(_ROOM, "check", check.bank.value),
            bank=check.bank,
            answered=check.answered,
            asked=check.asked,
            day=check.started_on,
        )
    for routine in Routine:
        due = routine_due(routine, routines)
        if routine in routines.going:
            if routine not in _OF_CHECKS:
                yield quiet_card(f"{routine.value}_going", "go_on", *_PLACES[routine])
        elif due is not None and due <= seen.today:
            last = routines.last[routine]
            yield quiet_card(f"{routine.value}_due", "begin_it", *_PLACES[routine], last=last)
    offered = routine_offered(routines, seen.today)
    if offered is not None:
        yield quiet_card(f"{offered.value}_offer", "have_a_look", *_PLACES[offered])


def recorded_cards(seen: Seen) -> Iterable[TodayCard]:
    """Trainings to renew and ideas to try: the first of each, and how many there are."""
    for fact in seen.quiet:
        part = _PARTS.get(fact.code)
        if part is None or fact.day is None:
            continue
        many = "" if fact.count == 1 else "_many"
        item = "" if many or fact.record_id is None else str(fact.record_id)
        yield quiet_card(
            f"{fact.code}{many}",
            "open",
            *(_ROOM, part, item),
            text=fact.text,
            count=fact.count,
            day=fact.day,
        )
