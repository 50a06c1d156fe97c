# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Facts of the business and its ordinary week, read and kept inside somebody else's step.

A fact is one answer under the id of its question, or one of the program's own notes, whose key
has a full stop in it.
"""

import json
from contextlib import suppress
from typing import TYPE_CHECKING

from servicedesk.domain.calendars import Nation
from servicedesk.domain.charters_data import answers_from_data, answers_to_data
from servicedesk.domain.hours import WeeklyHours
from servicedesk.services.unit import Reading, Unit
from servicedesk.store import facts as kept
from servicedesk.store.calendars import hours_rows, opening_hours
from servicedesk.store.settled import settled

if TYPE_CHECKING:  # a start reads facts, and puts no question
    from servicedesk.domain.guides import Answers, AnswerValue

USUAL_NATION = Nation.ENG
"""Whose holidays count while the owner has not said where the business is."""

_TABLES = frozenset({kept.business_facts.name})


def read_facts(reading: Reading) -> "dict[str, AnswerValue]":
    """Every fact by key; one that cannot be read is as if it had not been said."""
    return dict(settled(reading, "facts", _TABLES, lambda: _read(reading)))


def _read(reading: Reading) -> "dict[str, AnswerValue]":
    found: dict[str, AnswerValue] = {}
    for key, written in kept.all_facts(reading).items():
        with suppress(ValueError, AttributeError, TypeError):
            found.update(answers_from_data({key: json.loads(written)}))
    return found


def keep_fact(unit: Unit, key: str, value: "AnswerValue | None") -> None:
    """Keep a fact in the place of what was known, or forget it.

    Args:
        unit: the step it is part of.
        key: of the fact.
        value: None, an empty text or an empty list to forget it.
    """
    row = kept.fact_id(unit.connection, key)
    if value is None or value in ("", ()):
        if row is not None:
            unit.remove(kept.business_facts, row)
        return
    written = json.dumps(answers_to_data({key: value})[key], ensure_ascii=False)
    if row is None:
        unit.insert(kept.business_facts, {"key": key, "value": written})
    else:
        unit.update(kept.business_facts, row, {"value": written})


def keep_hours(unit: Unit, hours: WeeklyHours | None) -> None:
    """Keep the ordinary week; rows that stay the same are not touched.

    Args:
        unit: the step it is part of.
        hours: None to forget the week.
    """
    days = () if hours is None else hours.days
    wanted = {(weekday, one) for weekday, intervals in enumerate(days) for one in intervals}
    rows = hours_rows(unit.connection)
    for place, row in rows.items():
        if place not in wanted:
            unit.remove(opening_hours, row)
    for weekday, one in sorted(wanted - rows.keys(), key=lambda place: (place[0], place[1].opens)):
        unit.insert(opening_hours, {"weekday": weekday, "opens": one.opens, "closes": one.closes})


def nation_in(facts: "Answers") -> Nation:
    """Where the business is, as far as has been said."""
    said = facts.get("nation")
    return Nation(str(said)) if said in set(Nation) else USUAL_NATION
