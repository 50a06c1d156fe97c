# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Lets contacts with a customer count as telling them that we have a complaint, or no longer."""

from dataclasses import replace
from datetime import datetime

from servicedesk.domain.complaints import Stage
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.complaints_timing import standing_steps
from servicedesk.domain.contacts import ContactDraft
from servicedesk.services.complaints_taking_back import write_taken_back
from servicedesk.services.complaints_writing import Footing, file_of, write_card, write_told
from servicedesk.services.unit import Unit
from servicedesk.store.contacts import first_contact_about


def write_counted(
    unit: Unit, before: ContactDraft | None, after: ContactDraft | None, footing: Footing
) -> None:
    """Let a contact count for the complaint it is about now, and no more for the one it was about.

    Args:
        unit: the step in which the contact is noted, changed or put away; it is written already.
        before: the contact as it counted until now, or None for a new one.
        after: as it counts from now on, or None where it is in the bin.
        footing: what writes about complaints stand on.

    Raises:
        Refusal: ``record_gone``.
    """
    if before is not None and before.complaint_id is not None:
        _write_untold(unit, before.complaint_id, before.at, footing)
    if after is not None and after.complaint_id is not None:
        write_told(unit, after.complaint_id, after.at, footing)


def _write_untold(unit: Unit, complaint_id: int, at: datetime, footing: Footing) -> None:
    """Take back that a contact told them, and let the next one count in its place."""
    file = file_of(unit.connection, complaint_id)
    if file.card.dates.acknowledged_at != at:
        return  # something else had told them before
    standing = standing_steps(file.steps)
    if file.card.stage is Stage.ACKNOWLEDGED and standing[-1].action == Action.ACKNOWLEDGE:
        write_taken_back(unit, complaint_id, footing)
        file = file_of(unit.connection, complaint_id)
    untold = replace(file.card, dates=replace(file.card.dates, acknowledged_at=None))
    write_card(unit, file.card, untold, footing)
    told_at = first_contact_about(unit.connection, complaint_id)
    if told_at is not None:
        write_told(unit, complaint_id, told_at, footing)
