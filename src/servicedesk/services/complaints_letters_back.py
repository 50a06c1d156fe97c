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
from servicedesk.services.complaints_taking_back import (
    COUNTED,
    HANGING,
    plans_back,
    put_part_back,
    unchanged_since,
)
from servicedesk.services.complaints_writing import Footing, file_of, write_told
from servicedesk.services.letters import promise_back
from servicedesk.services.unit import Unit
from servicedesk.store.complaints import complaints
from servicedesk.store.complaints_parts import complaint_steps
from servicedesk.store.contacts import first_contact_about
from servicedesk.store.journal import JournalCard, history_of, rows_of_step, values_of
from servicedesk.store.letters import letters
from servicedesk.store.promises import promises

_OF_STEPS = frozenset(
    {
        *("stage", "waiting_for", "level", "is_complex"),
        *("finding", "outcome_words", "told_by", "content"),
        *("decided_on", "answered_on", "resolved_on", "external_on", "closed_on"),
    }
)
"""What belongs to the steps: it goes back with all of them, or not at all."""


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
    seen = plans_back(unit, rows, footing.now)
    for row in rows:
        if (row.table_name, row.record_id) in seen:
            continue
        if row.table_name in HANGING:
            put_part_back(unit, row)
        elif row.table_name == promises.name and row.before is not None:
            promise_back(unit, row)
    told_at = first_contact_about(unit.connection, complaint_id)
    if told_at is not None:  # what was said to them otherwise counts again
        write_told(unit, complaint_id, told_at, footing)
    recount(unit, complaint_id, footing.calendar.days, footing.law)


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
    kept = COUNTED if with_steps else COUNTED | _OF_STEPS
    found = unchanged_since(unit, rows, complaint_id, kept)
    if found:
        unit.update(complaints, complaint_id, values_of(complaints, found))
