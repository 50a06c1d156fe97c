# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What can be kept of a complaint: little is needed, and nothing is kept that cannot be."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from servicedesk.domain.calendars import Nation
from servicedesk.domain.complaints import ComplaintDraft, Track
from servicedesk.domain.entries import tidy_line
from servicedesk.domain.entries_bounds import WORDS_MOST, YEARS_BACK, check_year, checked_amount
from servicedesk.domain.errors import Refusal
from servicedesk.domain.names import check_length, clean_text, without_turns

if TYPE_CHECKING:  # Today names no part of a file, and a start pays for each that is made
    from servicedesk.domain.complaints_file import (
        EntryDraft,
        IssueDraft,
        ReferralDraft,
        RemedyDraft,
    )

TEXT_MOST = 30_000
"""Characters of what happened: a long letter."""

NOTES_MOST = 20_000
"""Characters of notes and of reasons."""

_CLOCKS_APART = timedelta(minutes=5)
"""How far ahead of ours the clock may have been that it was noted by."""

_ONE_DAY = timedelta(days=1)


def tracks_of(nation: Nation) -> tuple[Track, ...]:
    """By which rules complaints can be handled there; clocks of law only where it is known."""
    if nation is Nation.ELSEWHERE:
        return (Track.ORDINARY,)
    return (Track.ORDINARY, Track.DATA_PROTECTION)


def checked_complaint(
    draft: ComplaintDraft, today: date, now: datetime, nation: Nation
) -> ComplaintDraft:
    """A complaint as it is kept, tidied; it needs a short text or what it is about.

    Args:
        draft: as typed.
        today: the day of writing.
        now: its moment, in UTC.
        nation: whose law applies.

    Raises:
        Refusal: ``complaint_needs_text``, ``complaint_ahead``, ``complaint_day_far``,
            ``complaint_happened_ahead``, ``complaint_happened_after``,
            ``complaint_authority_ahead``, ``complaint_no_data_track``, what ``tidy_line``,
            ``check_length`` and ``checked_amount`` raise.
    """
    text = tidy_text(draft.text, "text", TEXT_MOST)
    if not text and draft.about is None:
        raise Refusal("complaint_needs_text", "text")
    if draft.track not in tracks_of(nation):
        raise Refusal("complaint_no_data_track", "track")
    check_days(draft, today, now)
    taken_by = tidy_line(draft.taken_by, "taken_by")
    return replace(
        draft,
        text=text,
        called=tidy_line(draft.called, "called"),
        wishes=tuple(dict.fromkeys(draft.wishes)),
        wish_words=tidy_line(draft.wish_words, "wish_words", WORDS_MOST),
        taken_by=taken_by,
        handler=tidy_line(draft.handler, "handler") or taken_by,
        job_ref=tidy_line(draft.job_ref, "job_ref"),
        product=tidy_line(draft.product, "product"),
        place=tidy_line(draft.place, "place"),
        staff=tidy_line(draft.staff, "staff"),
        amount_pence=checked_amount(draft.amount_pence, "amount_pence"),
        acting_for=tidy_line(draft.acting_for, "acting_for"),
        notes=tidy_text(draft.notes, "notes", NOTES_MOST),
    )


def tidy_text(typed: str, field: str, most: int) -> str:
    """Text of several lines as kept.

    Raises:
        Refusal: ``text_too_long``; nothing is ever cut.
    """
    return check_length(without_turns(clean_text(typed)).strip(), most, field)


def checked_issue(draft: "IssueDraft") -> "IssueDraft":
    """A separate point as kept, tidied.

    Raises:
        Refusal: ``complaint_issue_needs_text``, or what ``check_length`` raises.
    """
    text = tidy_text(draft.text, "text", NOTES_MOST)
    if not text:
        raise Refusal("complaint_issue_needs_text", "text")
    return replace(draft, text=text, reasons=tidy_text(draft.reasons, "reasons", NOTES_MOST))


def checked_entry(draft: "EntryDraft", today: date) -> "EntryDraft":
    """A line of the log as kept, tidied.

    Raises:
        Refusal: ``complaint_entry_needs_text``, ``complaint_entry_ahead``, or what
            ``check_length``, ``check_year`` and ``tidy_line`` raise.
    """
    text = tidy_text(draft.text, "text", NOTES_MOST)
    if not text:
        raise Refusal("complaint_entry_needs_text", "text")
    if draft.on > today:
        raise Refusal("complaint_entry_ahead", "on")
    check_year(draft.on, today, "on")
    return replace(draft, text=text, source=tidy_line(draft.source, "source", WORDS_MOST))


def checked_remedy(
    draft: "RemedyDraft", today: date, received_on: date, limit_pence: int | None
) -> "RemedyDraft":
    """What puts it right as kept, tidied.

    Args:
        draft: as typed.
        today: the day of writing.
        received_on: the day the complaint came.
        limit_pence: up to which sum whoever gives it may do so without asking; None for any.

    Raises:
        Refusal: ``remedy_over_limit`` for an amount above that without who agreed or why;
            ``remedy_vat_above``, ``remedy_done_ahead``, ``remedy_before_receipt``, or
            what ``tidy_line``, ``check_year`` and ``checked_amount`` raise.
    """
    amount = checked_amount(draft.amount_pence, "amount_pence")
    vat = checked_amount(draft.vat_pence, "vat_pence")
    if vat is not None and vat > (amount or 0):
        raise Refusal("remedy_vat_above", "vat_pence")
    if draft.done_on is not None and draft.done_on > today:
        raise Refusal("remedy_done_ahead", "done_on")
    for field in ("due", "done_on", "valid_until"):
        day = getattr(draft, field)
        if day is not None and day < received_on:
            raise Refusal("remedy_before_receipt", field)
        check_year(day, today, field)
    tidy = replace(
        draft,
        words=tidy_line(draft.words, "words", WORDS_MOST),
        by_whom=tidy_line(draft.by_whom, "by_whom"),
        approved_by=tidy_line(draft.approved_by, "approved_by"),
        over_because=tidy_line(draft.over_because, "over_because", WORDS_MOST),
        method=tidy_line(draft.method, "method"),
    )
    if (missing := over_limit(tidy, limit_pence)) is not None:
        raise missing
    return tidy


def over_limit(draft: "RemedyDraft", limit_pence: int | None) -> Refusal | None:
    """What is missing where an amount is above what its giver may give alone; None for nothing.

    Args:
        draft: with the amount, who agreed to it and why.
        limit_pence: up to which sum whoever gives it may do so without asking; None for any.
    """
    if limit_pence is None or (draft.amount_pence or 0) <= limit_pence:
        return None
    if draft.approved_by or draft.over_because:
        return None
    return Refusal("remedy_over_limit", "over_because", limit=_pounds(limit_pence))


def checked_referral(draft: "ReferralDraft", today: date, received_on: date) -> "ReferralDraft":
    """A complaint before somebody outside as kept, tidied.

    Args:
        draft: as typed.
        today: the day of writing.
        received_on: the day the complaint came.

    Raises:
        Refusal: ``complaint_needs_body``, ``referral_ahead``, ``referral_before_receipt``,
            ``referral_result_first``, or what ``tidy_line``, ``check_length`` and
            ``checked_amount`` raise.
    """
    body = tidy_line(draft.body, "body", WORDS_MOST)
    if not body:
        raise Refusal("complaint_needs_body", "body")
    for field in ("referred_on", "result_on"):
        day = getattr(draft, field)
        if day is not None and day > today:
            raise Refusal("referral_ahead", field)
    if draft.referred_on < received_on:
        raise Refusal("referral_before_receipt", "referred_on")
    if draft.result_on is not None and draft.result_on < draft.referred_on:
        raise Refusal("referral_result_first", "result_on")
    return replace(
        draft,
        body=body,
        their_ref=tidy_line(draft.their_ref, "their_ref"),
        result=tidy_text(draft.result, "result", NOTES_MOST),
        cost_pence=checked_amount(draft.cost_pence, "cost_pence"),
    )


def check_days(draft: ComplaintDraft, today: date, now: datetime) -> None:
    """Refuse days of a complaint that cannot be.

    Args:
        draft: as typed.
        today: the day of writing.
        now: its moment, in UTC.

    Raises:
        Refusal: those of ``checked_complaint`` that are about days.
    """
    received = draft.received_at
    if received > now + _CLOCKS_APART:
        raise Refusal("complaint_ahead", "received_at")
    if received.year < today.year - YEARS_BACK:
        raise Refusal("complaint_day_far", "received_at", year=received.year)
    if draft.happened_on is not None:
        if draft.happened_on > today:
            raise Refusal("complaint_happened_ahead", "happened_on")
        if draft.happened_on > received.date() + _ONE_DAY:  # a day apart can be the zone alone
            raise Refusal("complaint_happened_after", "happened_on")
        check_year(draft.happened_on, today, "happened_on")
    if draft.authority_seen_on is not None and draft.authority_seen_on > today:
        raise Refusal("complaint_authority_ahead", "authority_seen_on")
    check_year(draft.authority_seen_on, today, "authority_seen_on")


def _pounds(pence: int) -> str:
    pounds, rest = divmod(pence, 100)
    return f"{pounds:,}.{rest:02}"
