# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Issuing a letter inside somebody else's step: its exact PDF, its row, the contact, the effect.

Nothing of a letter is ever changed afterwards. One that did not go out after all is said so: it
stays as it was issued, the contact goes to the bin, and its effect is taken back.
"""

import json
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO

from servicedesk.domain.contacts import ContactDraft
from servicedesk.domain.errors import Refusal
from servicedesk.domain.letters import LetterCard, LetterDraft, LetterStage, LetterTemplate
from servicedesk.domain.letters_complaints import TO_OTHERS
from servicedesk.domain.printing import file_name
from servicedesk.services.attachments import attach
from servicedesk.services.unit import Reading, Unit
from servicedesk.store import contacts as kept_contacts
from servicedesk.store import letters as kept
from servicedesk.store import promises as kept_promises
from servicedesk.store.journal import JournalCard, history_of, rows_of_step, values_of

PDF = "application/pdf"

_DAY = (
    *("due_on", "due_at", "counts_on", "counts_at", "is_revised"),
    *("allowance_amount", "allowance_unit", "allowance_start"),
)
_ENDING = ("outcome", "ended_on", "ended_at", "ending_written_at", "ending_reason")
_TOGETHER = (_DAY, _ENDING, ("told_on",), ("snoozed_until",))
"""Columns of a promise that a letter changes, those together that mean something together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """A letter ready to be kept.

    Args:
        template: it was made from.
        draft: as it was written.
        ref: such as "L-2026-0003", as it stands on the paper.
        values: of the fields, as printed.
        body: its words.
        pdf: the exact paper.
        contact: line of the contact log.
        today: the day in the shop.
        now: the moment, in UTC.
        who: issues it.
    """

    template: LetterTemplate
    draft: LetterDraft
    ref: str
    values: dict[str, str]
    body: str
    pdf: bytes
    contact: str
    today: date
    now: datetime
    who: str


def issue(unit: Unit, ready: Issue) -> LetterCard:
    """Keep a letter as issued.

    Args:
        unit: the step it is part of, which nothing can undo.
        ready: the letter with its paper.

    Raises:
        Refusal: ``record_clash`` when another letter has taken its reference meanwhile.
    """
    draft, title = ready.draft, ready.template.title
    name = file_name(ready.ref, title)
    letter_id = unit.insert(
        kept.letters,
        {
            "ref": ready.ref,
            "template": ready.template.id,
            "template_version": ready.template.version,
            "title": title,
            "customer_id": draft.customer_id,
            "promise_id": draft.promise_id,
            "complaint_id": draft.complaint_id,
            "feedback_id": draft.feedback_id,
            "issued_on": ready.today,
            "written_at": ready.now,
            "fields": json.dumps(ready.values, ensure_ascii=False, sort_keys=True),
            "body": ready.body,
            "is_large_print": draft.is_large,
            "signatory": ready.values.get("signatory", ""),
            "attachment_id": attach(unit, BytesIO(ready.pdf), name=name, media_type=PDF),
        },
    )
    _log(unit, ready, letter_id)
    if ready.template.stage is LetterStage.DELAY and draft.promise_id is not None:
        _tell(unit, draft.promise_id, ready.today)
    return kept_letter(unit.connection, letter_id)


def take_back(unit: Unit, letter_id: int, today: date, now: datetime) -> LetterCard:
    """Say that a letter did not go out after all, and take back what it did to its promise.

    A promise that has changed since stays as it is.

    Args:
        unit: the step it is part of, which nothing can undo.
        letter_id: of the letter, which stays as it is.
        today: the day in the shop.
        now: the moment, in UTC.

    Raises:
        Refusal: ``record_gone``, or ``letter_withdrawn`` for the second time.
    """
    card = kept_letter(unit.connection, letter_id)
    if card.withdrawn_on is not None:
        raise Refusal("letter_withdrawn", ref=card.ref)
    unit.update(kept.letters, letter_id, {"withdrawn_on": today})
    for contact_id in kept.contacts_of_letter(unit.connection, letter_id):
        unit.update(kept_contacts.contacts, contact_id, {"binned_at": now})
    if card.promise_id is not None:
        _put_back(unit, card, now)
    return kept_letter(unit.connection, letter_id)


def kept_letter(reading: Reading, letter_id: int) -> LetterCard:
    """A letter that was issued.

    Raises:
        Refusal: ``record_gone``.
    """
    card = kept.letter(reading, letter_id)
    if card is None:
        raise Refusal("record_gone", record=kept.letters.name)
    return card


def _log(unit: Unit, ready: Issue, letter_id: int) -> None:
    """Note the letter among the contacts."""
    draft = ready.draft
    contact = ContactDraft(
        customer_id=draft.customer_id,
        text=ready.contact,
        channel=draft.channel,
        is_incoming=False,
        at=ready.now,
        by_whom=ready.who,
        # What goes to somebody else tells whoever complained nothing.
        complaint_id=None if ready.template.id in TO_OTHERS else draft.complaint_id,
    )
    values = kept_contacts.contact_values(contact)
    more = {"written_at": ready.now, "letter_id": letter_id}
    unit.insert(kept_contacts.contacts, {**values, **more})


def _tell(unit: Unit, promise_id: int, today: date) -> None:
    """The customer knows now that the promise slips; the first day they were told counts."""
    promise = kept_promises.promise(unit.connection, promise_id)
    if promise is not None and promise.told_on is None:
        unit.update(kept_promises.promises, promise_id, {"told_on": today})


def _put_back(unit: Unit, card: LetterCard, now: datetime) -> None:
    """Have the promise of a letter be as it was before the letter, as far as nobody touched it."""
    table, moves = kept_promises.promises, kept_promises.promise_moves
    step = history_of(unit.connection, kept.letters, card.id)[0].step
    is_day_back = False
    for row in rows_of_step(unit.connection, step):  # the newest first
        after = row.after or {}
        if row.table_name == moves.name and after["promise_id"] == card.promise_id:
            if is_day_back:
                again = {**values_of(moves, after), "reverses": row.record_id}
                del again["id"]
                unit.insert(moves, again)
        elif row.table_name != table.name or not _is_of(unit.connection, row, card):
            continue
        elif row.before is not None:
            is_day_back = promise_back(unit, row) or is_day_back
        elif unit.journal.image(table, row.record_id) == after:
            # Out of its series, so that the one before it can be followed anew.
            unit.update(table, row.record_id, {"binned_at": now, "repeat_id": None})


def _is_of(reading: Reading, row: JournalCard, card: LetterCard) -> bool:
    """Whether a write is to the promise of a letter, or made the next one of its series."""
    if row.record_id == card.promise_id:
        return True
    own = kept_promises.promise(reading, card.promise_id or 0)
    series = None if own is None else own.repeat_id
    return row.before is None and series is not None and (row.after or {})["repeat_id"] == series


def promise_back(unit: Unit, row: JournalCard) -> bool:
    """Put back what one write changed of a promise; whether its day was among that."""
    table, before, after = kept_promises.promises, row.before or {}, row.after or {}
    now = unit.journal.image(table, row.record_id)
    is_day_back = False
    for group in _TOGETHER:
        was_changed = any(after[name] != before[name] for name in group)
        if was_changed and all(now[name] == after[name] for name in group):
            found = values_of(table, {name: before[name] for name in group})
            unit.update(table, row.record_id, found)
            is_day_back = is_day_back or group is _DAY
    return is_day_back
