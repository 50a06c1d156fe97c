# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Takes promises that lay in the bin for long enough out of the file, and all that is theirs."""

from datetime import datetime

from servicedesk.domain.kinds import Kind
from servicedesk.services.promises_repeating import write_next
from servicedesk.services.promises_writing import Ground, card_of
from servicedesk.services.unit import Unit
from servicedesk.store.contacts import contacts
from servicedesk.store.holds import kept_by_hold
from servicedesk.store.letters import letters
from servicedesk.store.promises import promise_moves, promises
from servicedesk.store.promises_emptying import (
    answered_by,
    letters_about,
    promises_binned_before,
)
from servicedesk.store.record_files import files_of, record_files


def write_emptied(unit: Unit, before: datetime, ground: Ground) -> int:
    """Take away for good what was put into the bin before a moment.

    Of a series that goes on, the next one is made first: its day is counted from the one that
    goes, which would else be made a second time. An enquiry that became such a promise had its
    answer on the day of promising. What a legal hold keeps stays in the bin.

    Args:
        unit: the step it is part of.
        before: the moment, in UTC.
        ground: what it stands on.

    Returns:
        How many went.
    """
    held = kept_by_hold(unit.connection).get(promises.name, frozenset())
    binned = promises_binned_before(unit.connection, before)
    gone = [one for one in binned if one not in held]
    for promise_id in gone:
        card = card_of(unit.connection, promise_id)
        write_next(unit, card, ground)
        for file in files_of(unit.connection, Kind.PROMISE, promise_id):
            unit.remove(record_files, file.id)
        for contact_id, is_waiting in answered_by(unit.connection, promise_id):
            told = {"answered_on": card.draft.made_on} if is_waiting else {}
            unit.update(contacts, contact_id, {"promise_id": None, **told})
        for letter_id in letters_about(unit.connection, promise_id):
            unit.update(letters, letter_id, {"promise_id": None})
        unit.remove_history(promise_moves, promise_id)
        unit.remove(promises, promise_id)
    return len(gone)
