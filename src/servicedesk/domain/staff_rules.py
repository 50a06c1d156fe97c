# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What can be kept about the people here: days in order, few words needed, nothing cut."""

from dataclasses import replace
from datetime import date, timedelta

from servicedesk.domain.complaints_checking import tidy_text
from servicedesk.domain.entries import tidy_line
from servicedesk.domain.errors import Refusal
from servicedesk.domain.people import NAME_MOST
from servicedesk.domain.staff import NoteDraft, SkillDraft

WHAT_MOST = 120
"""Characters of what somebody learned."""

NOTE_MOST = 500
"""Characters of a note on it."""

TEXT_MOST = 2_000
"""Characters of what a helper says, and of what was decided."""

LEARNED_YEARS = 70
"""Something learned longer ago than this is a slip of the year."""

RENEW_YEARS = 20
"""Something that is renewed later than this is one too."""

SAID_YEARS = 10
"""A word or a briefing from longer ago than this is one as well."""

REMIND = timedelta(days=30)
"""So long before its day something to renew is brought up."""


def checked_skill(draft: SkillDraft, today: date) -> SkillDraft:
    """Something learned as it is kept, tidied.

    Args:
        draft: as typed.
        today: the day it is.

    Raises:
        Refusal: ``skill_needs_what`` for "what"; ``skill_ahead`` or ``skill_long_ago`` for
            "learned_on"; ``skill_renew_first`` or ``skill_renew_far`` for "renew_by"; what
            ``tidy_line`` and ``tidy_text`` raise.
    """
    what = tidy_line(draft.what, "what", WHAT_MOST)
    if not what:
        raise Refusal("skill_needs_what", "what")
    learned, renew = draft.learned_on, draft.renew_by
    if learned is not None:
        if learned > today:
            raise Refusal("skill_ahead", "learned_on")
        if learned.year < today.year - LEARNED_YEARS:
            raise Refusal("skill_long_ago", "learned_on", year=learned.year)
    if renew is not None:
        if learned is not None and renew <= learned:
            raise Refusal("skill_renew_first", "renew_by")
        if renew.year < today.year - LEARNED_YEARS or renew.year > today.year + RENEW_YEARS:
            raise Refusal("skill_renew_far", "renew_by", year=renew.year)
    return replace(draft, what=what, note=tidy_text(draft.note, "note", NOTE_MOST))


def check_briefed(day: date, today: date) -> None:
    """Refuse a day of a briefing that cannot be.

    Raises:
        Refusal: ``briefed_ahead`` or ``briefed_long_ago`` for "briefed_on".
    """
    if day > today:
        raise Refusal("briefed_ahead", "briefed_on")
    if day.year < today.year - SAID_YEARS:
        raise Refusal("briefed_long_ago", "briefed_on", year=day.year)


def checked_note(draft: NoteDraft, today: date) -> NoteDraft:
    """A word from whoever helps as it is kept, tidied.

    An answer without a day was given today; a day without an answer says nothing, and goes.

    Args:
        draft: as typed.
        today: the day it is.

    Raises:
        Refusal: ``note_needs_text`` for "text"; ``note_ahead`` or ``note_long_ago`` for
            "said_on"; ``note_answer_ahead`` or ``note_answer_first`` for "answered_on"; what
            ``tidy_line`` and ``tidy_text`` raise.
    """
    text = tidy_text(draft.text, "text", TEXT_MOST)
    if not text:
        raise Refusal("note_needs_text", "text")
    if draft.said_on > today:
        raise Refusal("note_ahead", "said_on")
    if draft.said_on.year < today.year - SAID_YEARS:
        raise Refusal("note_long_ago", "said_on", year=draft.said_on.year)
    answer = tidy_text(draft.answer, "answer", TEXT_MOST)
    answered = (draft.answered_on or today) if answer else None
    if answered is not None:
        if answered > today:
            raise Refusal("note_answer_ahead", "answered_on")
        if answered < draft.said_on:
            raise Refusal("note_answer_first", "answered_on")
    said_by = tidy_line(draft.said_by, "said_by", NAME_MOST)
    return replace(draft, text=text, said_by=said_by, answer=answer, answered_on=answered)


def is_overdue(draft: SkillDraft, today: date) -> bool:
    """Its day to be renewed is over."""
    return draft.renew_by is not None and draft.renew_by < today


def is_due(draft: SkillDraft, today: date) -> bool:
    """Its day to be renewed is over, or comes within a month."""
    return draft.renew_by is not None and draft.renew_by - REMIND <= today
