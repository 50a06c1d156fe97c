# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Contacts: one exchange with a customer on one channel; an enquiry is one with a next date."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from servicedesk.domain.customers import Channel
from servicedesk.domain.entries import tidy_line
from servicedesk.domain.errors import Refusal
from servicedesk.domain.names import check_length, clean_text, without_turns

TEXT_MOST = 20_000
"""Characters of a note."""

YEARS_AHEAD = 3
"""A next date further away than this is a slip of the year."""

YEARS_BACK = 60
"""A contact longer ago than this is one too."""

WAIT_MOST = 366 * 24 * 60
"""Minutes that somebody can have waited for an answer: a year."""

_CLOCKS_APART = timedelta(minutes=5)
"""How far ahead of ours the clock may have been that a contact was noted by."""


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
        complaint_id: of the complaint it is about, or None.
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
    complaint_id: int | None = None


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
        binned_at: in the bin since, in UTC, or None.
        remember: the customer's line to remember, or "".
    """

    id: int
    draft: ContactDraft
    customer_name: str = ""
    promise_id: int | None = None
    answered_on: date | None = None
    letter_id: int | None = None
    written_at: datetime
    binned_at: datetime | None = None
    remember: str = ""

    @property
    def is_open_enquiry(self) -> bool:
        """Somebody waits for us to come back to it."""
        return (
            self.draft.next_on is not None
            and self.promise_id is None
            and self.answered_on is None
            and self.binned_at is None
        )


def checked_contact(
    draft: ContactDraft, now: datetime, today: date, before: ContactDraft | None = None
) -> ContactDraft:
    """The contact as kept, tidied.

    A next date makes it an enquiry. What was sorted there and then needs none. Only somebody who
    came to us waited for an answer, so a contact that we began has no wait.

    Args:
        draft: as typed.
        now: this moment.
        today: the day of typing.
        before: what was kept so far; its next date may stay although it has passed.

    Raises:
        Refusal: ``contact_needs_text`` for "text"; ``contact_ahead`` or ``contact_day_far`` for
            "at"; ``contact_wait_odd`` for "answered_minutes"; ``contact_sorted_and_next``,
            ``contact_next_past`` or ``contact_next_far`` for "next_on"; what ``tidy_line`` and
            ``check_length`` raise.
    """
    text = without_turns(clean_text(draft.text)).strip()
    check_length(text, TEXT_MOST, "text")
    if not text and draft.customer_id is None:
        raise Refusal("contact_needs_text", "text")
    if draft.at > now + _CLOCKS_APART:
        raise Refusal("contact_ahead", "at")
    if draft.at.year < today.year - YEARS_BACK:
        raise Refusal("contact_day_far", "at", year=draft.at.year)
    wait = draft.answered_minutes if draft.is_incoming else None
    if wait is not None and not 0 <= wait <= WAIT_MOST:
        raise Refusal("contact_wait_odd", "answered_minutes")
    _check_next(draft, today, None if before is None else before.next_on)
    by_whom = tidy_line(draft.by_whom, "by_whom")
    return replace(draft, text=text, answered_minutes=wait, by_whom=by_whom)


def checked_answer(card: ContactCard, day: date, today: date) -> date:
    """The day on which an enquiry was answered without a promise.

    Raises:
        Refusal: ``enquiry_not_open``; ``answered_ahead`` or ``answered_before`` for "day".
    """
    check_open_enquiry(card)
    if day > today:
        raise Refusal("answered_ahead", "day")
    if day < card.draft.at.date() - timedelta(days=1):  # a day apart can be the zone alone
        raise Refusal("answered_before", "day")
    return day


def check_open_enquiry(card: ContactCard) -> None:
    """Refuse what is no enquiry, or one that has had its answer.

    Raises:
        Refusal: ``enquiry_not_open``.
    """
    if not card.is_open_enquiry:
        raise Refusal("enquiry_not_open")


def _check_next(draft: ContactDraft, today: date, kept: date | None) -> None:
    if draft.next_on is None:
        return
    if draft.is_sorted:
        raise Refusal("contact_sorted_and_next", "next_on")
    if draft.next_on < today and draft.next_on != kept:
        raise Refusal("contact_next_past", "next_on")
    if draft.next_on.year > today.year + YEARS_AHEAD:
        raise Refusal("contact_next_far", "next_on", year=draft.next_on.year)
