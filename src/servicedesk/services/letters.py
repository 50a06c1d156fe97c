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
from servicedesk.domain.printing import file_name
from servicedesk.services.attachments import attach
from servicedesk.services.unit import Reading, Unit
from servicedesk.store import contacts as kept_contacts
from servicedesk.store import letters as kept
from servicedesk.store import promises as kept_promises

PDF = "application/pdf"


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
            "issued_on": ready.today,
            "written_at": ready.now,
            "fields": json.dumps(ready.values, ensure_ascii=False, sort_keys=True),
            "body": ready.body,
            "is_large_print": draft.is_large,
            "signatory": ready.values.get("signatory", ""),
            "attachment_id": attach(unit, BytesIO(ready.pdf), name=name, media_type=PDF),
        },
    )
    contact = ContactDraft(
        customer_id=draft.customer_id,
        text=ready.contact,
        channel=draft.channel,
        is_incoming=False,
        at=ready.now,
        by_whom=ready.who,
    )
    unit.insert(
        kept_contacts.contacts,
        {
            **kept_contacts.contact_values(contact),
            "written_at": ready.now,
            "letter_id": letter_id,
        },
    )
    if ready.template.stage is LetterStage.DELAY and draft.promise_id is not None:
        _tell(unit, draft.promise_id, ready.today)
    return kept_letter(unit.connection, letter_id)


def take_back(unit: Unit, letter_id: int, today: date, now: datetime) -> LetterCard:
    """Say that a letter did not go out after all.

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
        promise = kept_promises.promise(unit.connection, card.promise_id)
        if promise is not None and promise.told_on == card.issued_on:
            unit.update(kept_promises.promises, card.promise_id, {"told_on": None})
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


def _tell(unit: Unit, promise_id: int, today: date) -> None:
    """The customer knows now that the promise slips; the first day they were told counts."""
    promise = kept_promises.promise(unit.connection, promise_id)
    if promise is not None and promise.told_on is None:
        unit.update(kept_promises.promises, promise_id, {"told_on": today})
