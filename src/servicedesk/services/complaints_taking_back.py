# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Takes back the last step of a complaint: all that it wrote, as far as nobody changed it since.

The history is only ever added to: a step that is taken back gets a line that says so. What the
step wrote stands in the journal, where it is looked up; the days are counted anew.
"""

from collections.abc import Collection, Iterable
from datetime import datetime

from servicedesk.domain.complaints import ComplaintCard
from servicedesk.domain.complaints_file import StepCard
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.complaints_stepping import taken_back
from servicedesk.services.complaints_writing import Footing, card_of, case_of, write_card
from servicedesk.services.letters import promise_back
from servicedesk.services.unit import Unit
from servicedesk.store.actions import actions
from servicedesk.store.complaints import complaints
from servicedesk.store.complaints_parts import (
    complaint_behaviours,
    complaint_pauses,
    complaint_referrals,
    complaint_remedies,
    complaint_steps,
)
from servicedesk.store.journal import (
    Image,
    JournalCard,
    history_of,
    image_in_file,
    rows_of_step,
    values_of,
)
from servicedesk.store.promises import promises

COUNTED = frozenset(
    {
        *("acknowledge_due", "decide_due", "judged_due", "first_due", "aim_due", "ceiling_due"),
        *("update_due", "follow_up_due", "next_on"),
    }
)
"""Columns that are counted anew and never put back."""

HANGING = {
    one.name: one
    for one in (
        *(complaint_pauses, complaint_referrals, complaint_remedies, complaint_behaviours),
        actions,
    )
}
"""Tables of what hangs on a complaint and is written with a step, by name."""

_OF_STEP = frozenset(HANGING) - {complaint_behaviours.name}
"""Of these, what goes back with one step."""

_PLANNED = {complaint_remedies.name: complaint_remedies, promises.name: promises}


def write_taken_back(unit: Unit, complaint_id: int, footing: Footing) -> ComplaintCard:
    """Take back the last step, with a line in the history that says so.

    Raises:
        Refusal: ``record_gone``, ``complaint_nothing_to_undo`` or ``never_open``.
    """
    case = case_of(unit.connection, complaint_id, footing)
    after, step = taken_back(case)
    own, parts = _written_with(unit, step)
    found = unchanged_since(unit, own, complaint_id, COUNTED)
    unit.insert(
        complaint_steps,
        {
            "complaint_id": complaint_id,
            "action": Action.UNDO.value,
            "stage_before": case.card.stage,
            "stage_after": after.stage,
            "happened_on": footing.today,
            "written_at": footing.now,
            "who": footing.who,
            "note": "",
            "reverses": step.id,
        },
    )
    seen = plans_back(unit, parts, footing.now)
    for row in parts:
        if (row.table_name, row.record_id) in seen:
            continue
        if row.table_name == promises.name and row.before is not None:
            promise_back(unit, row)
        elif row.table_name in HANGING:
            put_part_back(unit, row)
    card = write_card(unit, case.card, after, footing)
    if found:
        unit.update(complaints, complaint_id, values_of(complaints, found))
        card = card_of(unit.connection, complaint_id)
    return write_card(unit, card, card, footing)


def unchanged_since(
    unit: Unit, rows: Iterable[JournalCard], complaint_id: int, kept: Collection[str]
) -> dict[str, int | str | None]:
    """What stood in the columns of a complaint before a change, where nobody changed it since.

    Args:
        unit: the step it is part of.
        rows: what the change wrote, the newest first.
        complaint_id: of the complaint.
        kept: columns that stay as they are.
    """
    own = [
        row for row in rows if (row.table_name, row.record_id) == (complaints.name, complaint_id)
    ]
    if not own:
        return {}
    before, after = own[-1].before or own[-1].after or {}, own[0].after or {}
    now = unit.journal.image(complaints, complaint_id)
    return _left(before, after, now, kept)


def plans_back(
    unit: Unit, rows: Iterable[JournalCard], now: datetime
) -> frozenset[tuple[str, int]]:
    """Take out what a change planned to put it right, with its promise, where nobody touched it.

    A remedy that somebody touched since stays, and so does its promise.

    Args:
        unit: the step it is part of.
        rows: what the change wrote, the newest first.
        now: the moment, in UTC.

    Returns:
        Table and number of all that was looked at so.
    """
    newest: dict[tuple[str, int], Image] = {}
    planned: list[tuple[str, int]] = []
    for row in rows:
        key = row.table_name, row.record_id
        newest.setdefault(key, row.after or {})
        if row.table_name == complaint_remedies.name and row.before is None:
            planned.append(key)
    seen: set[tuple[str, int]] = set()
    for key in planned:
        promise = (promises.name, int(newest[key].get("promise_id") or 0))
        both = [key, promise] if promise in newest else [key]
        seen.update(both)
        is_left = all(
            image_in_file(unit.connection, table, number) == newest[table.name, number]
            for table, number in ((_PLANNED[name], number) for name, number in both)
        )
        if is_left:
            unit.remove(complaint_remedies, key[1])
            if promise in newest:
                unit.update(promises, promise[1], {"binned_at": now, "repeat_id": None})
    return frozenset(seen)


def put_part_back(unit: Unit, row: JournalCard) -> None:
    """Put back what a change wrote of one part; something new goes, untouched as it is."""
    table, after = HANGING[row.table_name], row.after or {}
    now = unit.journal.image(table, row.record_id)
    if row.before is None:
        if now == after:
            unit.remove(table, row.record_id)
        return
    found = _left(row.before, after, now, ())
    if found:
        unit.update(table, row.record_id, values_of(table, found))


def _left(
    before: Image, after: Image, now: Image, kept: Collection[str]
) -> dict[str, int | str | None]:
    return {
        name: before[name]
        for name in after
        if name not in kept and before[name] != after[name] and now[name] == after[name]
    }


def _written_with(
    unit: Unit, step: StepCard
) -> tuple[tuple[JournalCard, ...], tuple[JournalCard, ...]]:
    """What was written with a step, the newest first: of the complaint itself, and of its parts.

    A letter takes several steps in one change; what came before the first of them belongs to it.
    """
    lines = history_of(unit.connection, complaint_steps, step.id)
    if not lines:
        return (), ()
    line = lines[0]
    rows = rows_of_step(unit.connection, line.step)
    steps = [
        row.id
        for row in rows
        if row.table_name == complaint_steps.name
        and (row.after or {}).get("action") != Action.LOG.value
    ]
    until = min((other for other in steps if other > line.id), default=None)
    since = line.id if min(steps) < line.id else 0
    late = [row for row in rows if until is None or row.id < until]
    own = tuple(row for row in late if row.id > line.id)
    return own, tuple(row for row in late if row.id > since and _is_of_step(row))


def _is_of_step(row: JournalCard) -> bool:
    """Whether a write belongs to a step: what hangs on the complaint, and a promise of it."""
    return row.table_name == promises.name or row.table_name in _OF_STEP
