# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Takes back what a letter did to its complaint, as far as nobody has changed it since.

The history is only ever added to: a step that is taken back gets a line that says so. A complaint
that was written down with the letter stays, for somebody did complain.
"""

from collections.abc import Iterable, Sequence

from servicedesk.domain.complaints import Stage
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.complaints_timing import standing_steps
from servicedesk.domain.letters import LetterCard
from servicedesk.services.complaints_counting import recount
from servicedesk.services.complaints_writing import Footing, file_of, write_told
from servicedesk.services.letters import promise_back
from servicedesk.services.unit import Unit
from servicedesk.store.complaints import complaints
from servicedesk.store.complaints_parts import (
    complaint_behaviours,
    complaint_pauses,
    complaint_referrals,
    complaint_remedies,
    complaint_steps,
)
from servicedesk.store.contacts import first_contact_about
from servicedesk.store.journal import JournalCard, history_of, rows_of_step, values_of
from servicedesk.store.letters import letters
from servicedesk.store.promises import promises

_OF_STEPS = frozenset(
    {
        *("stage", "waiting_for", "level", "is_complex"),
        *("finding", "outcome_words", "told_by", "content"),
        *("decided_on", "resolved_on", "external_on", "closed_on"),
    }
)
"""What belongs to the steps: it goes back with all of them, or not at all."""

_COUNTED = frozenset(
    {
        *("acknowledge_due", "decide_due", "aim_due", "ceiling_due"),
        *("update_due", "follow_up_due", "next_on"),
    }
)
_HANGING = {
    one.name: one
    for one in (complaint_pauses, complaint_referrals, complaint_remedies, complaint_behaviours)
}


def put_back(unit: Unit, card: LetterCard, footing: Footing) -> None:
    """Have the complaint of a letter be as it was before the letter.

    Args:
        unit: the step in which the letter is taken back, its contact in the bin already.
        card: of the letter.
        footing: what writes about complaints stand on.

    Raises:
        Refusal: ``never_open``.
    """
    complaint_id = card.complaint_id
    if complaint_id is None:
        return
    step = history_of(unit.connection, letters, card.id)[0].step
    rows = rows_of_step(unit.connection, step)  # the newest first
    taken = [
        row.record_id
        for row in rows
        if row.table_name == complaint_steps.name and (row.after or {})["action"] != Action.LOG
    ]
    are_last = _steps_back(unit, taken, complaint_id, footing)
    _columns_back(unit, rows, complaint_id, with_steps=are_last)
    for row in rows:
        if row.table_name in _HANGING:
            _hanging_back(unit, row)
        elif row.table_name == promises.name and row.before is not None:
            promise_back(unit, row)
    told_at = first_contact_about(unit.connection, complaint_id)
    if told_at is not None:  # what was said to them otherwise counts again
        write_told(unit, complaint_id, told_at, footing)
    recount(unit, complaint_id, footing.calendar.days)


def _steps_back(unit: Unit, taken: Sequence[int], complaint_id: int, footing: Footing) -> bool:
    """Reverse the steps of a letter where nothing came after them; whether that was so."""
    standing = standing_steps(file_of(unit.connection, complaint_id).steps)
    last = tuple(reversed(standing))[: len(taken)]
    if [one.id for one in last] != list(taken):
        return False
    for one in last:
        unit.insert(
            complaint_steps,
            {
                "complaint_id": complaint_id,
                "action": Action.UNDO.value,
                "stage_before": one.after,
                "stage_after": one.before or Stage.RECEIVED,
                "happened_on": footing.today,
                "written_at": footing.now,
                "who": footing.who,
                "note": "",
                "reverses": one.id,
            },
        )
    return True


def _columns_back(
    unit: Unit, rows: Iterable[JournalCard], complaint_id: int, *, with_steps: bool
) -> None:
    """Put back what the letter changed on the complaint itself and nobody changed since."""
    own = [
        row for row in rows if (row.table_name, row.record_id) == (complaints.name, complaint_id)
    ]
    if not own:
        return
    before, after = own[-1].before or own[-1].after or {}, own[0].after or {}
    now = unit.journal.image(complaints, complaint_id)
    kept = _COUNTED if with_steps else _COUNTED | _OF_STEPS
    found = {
        name: before[name]
        for name in after
        if name not in kept and before[name] != after[name] and now[name] == after[name]
    }
    if found:
        unit.update(complaints, complaint_id, values_of(complaints, found))


def _hanging_back(unit: Unit, row: JournalCard) -> None:
    """Put back what the letter wrote of one part; something new goes, untouched as it is."""
    table, after = _HANGING[row.table_name], row.after or {}
    now = unit.journal.image(table, row.record_id)
    if row.before is None:
        if now == after:
            unit.remove(table, row.record_id)
        return
    before = row.before
    found = {
        name: before[name]
        for name in after
        if before[name] != after[name] and now[name] == after[name]
    }
    if found:
        unit.update(table, row.record_id, values_of(table, found))
