# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a due date says of itself in other people's calendars: no more than is needed there."""

from dataclasses import dataclass

from servicedesk.domain.phrases import Phrases
from servicedesk.domain.promises import Due


@dataclass(frozen=True, slots=True, kw_only=True)
class DueEntry:
    """A promise on its way into a calendar.

    Args:
        ref: such as "P-2026-0014"; the same promise is the same entry each time.
        text: what was promised, as a sentence without "we will".
        customer_name: as shown, or "".
        job_ref: of a job, an order or an invoice; may be empty.
        due: by when.
        moves: how often its day has moved, so that a calendar knows the newer entry.
    """

    ref: str
    text: str
    customer_name: str
    job_ref: str
    due: Due
    moves: int


def entry_title(entry: DueEntry, phrases: Phrases) -> str:
    """What the calendar shows, such as "Ring back: Mrs Patel"."""
    text = entry.text[:1].upper() + entry.text[1:]
    if not entry.customer_name:
        return text
    return phrases.say("calendar_file.entry", text=text, customer=entry.customer_name)


def entry_note(entry: DueEntry, phrases: Phrases) -> str:
    """What stands under it: the reference, and that of the job."""
    if not entry.job_ref:
        return phrases.say("calendar_file.note", ref=entry.ref)
    return phrases.say("calendar_file.note_job", ref=entry.ref, job=entry.job_ref)
