# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Contacts: one exchange with a customer on one channel; an enquiry is one with a next date."""

from dataclasses import dataclass
from datetime import date, datetime

from servicedesk.domain.customers import Channel


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactDraft:
    """What was typed about a contact.

    Args:
        customer_id: with whom, or None for somebody unknown.
        text: what it was about.
        channel: on which.
        is_incoming: they came to us.
        at: when it happened, in UTC.
        answered_minutes: how long they waited for an answer, in minutes; None if not said.
        is_sorted: sorted there and then.
        next_on: the day to come back to it, which makes it an enquiry; or None.
        by_whom: who spoke with them.
    """

    customer_id: int | None = None
    text: str = ""
    channel: Channel = Channel.PHONE
    is_incoming: bool = True
    at: datetime
    answered_minutes: int | None = None
    is_sorted: bool = False
    next_on: date | None = None
    by_whom: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactCard:
    """A contact as kept.

    Args:
        id: of the row.
        draft: everything that can be typed.
        customer_name: as shown, or "".
        promise_id: the promise that came of it, or None.
        answered_on: the day the enquiry was answered without a promise, or None.
        letter_id: the letter that this contact is the sending of, or None.
        written_at: when it was written down, in UTC.
    """

    id: int
    draft: ContactDraft
    customer_name: str = ""
    promise_id: int | None = None
    answered_on: date | None = None
    letter_id: int | None = None
    written_at: datetime

    @property
    def is_open_enquiry(self) -> bool:
        """Somebody waits for us to come back to it."""
        return (
            self.draft.next_on is not None and self.promise_id is None and self.answered_on is None
        )
