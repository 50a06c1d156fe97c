# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Writes that a complaint is sorted, inside somebody else's step."""

from dataclasses import replace

from servicedesk.domain.complaints import ComplaintCard
from servicedesk.domain.complaints_asks import Given
from servicedesk.domain.complaints_sorting import SortedDraft, before_sorting, sorted_out
from servicedesk.domain.complaints_stages import Action, check
from servicedesk.domain.complaints_stepping import due_at_answer
from servicedesk.domain.errors import Refusal
from servicedesk.services.complaints_parts import write_as_planned, write_let_go, write_remedy
from servicedesk.services.complaints_writing import Footing, case_of, write_card, write_step
from servicedesk.services.unit import Unit
from servicedesk.store.contacts import first_contact_about


def write_sorted(
    unit: Unit, complaint_id: int, draft: SortedDraft, action: Action, footing: Footing
) -> ComplaintCard:
    """Say that a complaint is sorted.

    Args:
        unit: the step it is part of.
        complaint_id: of the complaint.
        draft: what was typed.
        action: SORT_OUT, or LOG_SORTED for one that was written down in the same breath.
        footing: what it stands on.

    Raises:
        Refusal: ``record_gone``, ``complaint_has_ended``, or what ``sorted_out`` and
            ``check`` and ``write_remedy`` raise.
    """
    case = case_of(unit.connection, complaint_id, footing)
    card = case.card
    if not card.is_open:
        raise Refusal("complaint_has_ended", ref=card.ref)
    told_at = first_contact_about(unit.connection, complaint_id)
    before = before_sorting(case.file, told_at)
    made = sorted_out(before, draft, footing.today, footing.now, footing.calendar.days)
    said = Given(on=draft.on, finding=made.finding, content=draft.content)
    check(case, Action.SORT_OUT, said)
    due = None
    if not before.is_answered:
        found = due_at_answer(case, draft.on)
        due = (found.decide_on, found.judged_on)
    if made.remedy is not None:
        write_remedy(unit, complaint_id, made.remedy, footing)
    for one in made.done:
        write_as_planned(unit, one, footing)
    for one in made.let_go:
        write_let_go(unit, one, draft.on, made.did, footing)
    after = replace(
        card,
        stage=made.stage,
        dates=made.dates,
        finding=made.finding,
        outcome_words=made.outcome_words,
        told_by=made.told_by,
        content=made.content,
        learning=made.learning,
        waiting_for="",
    )
    stages = (card.stage, made.stage)
    write_step(unit, complaint_id, action, *stages, draft.on, made.did, footing, due)
    return write_card(unit, card, after, footing)
