# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What must be said before something that helps, or is to be minded, or was agreed, is kept.

What helps is kept with the customer's own yes and looked at again after 12 months, 3 for
something temporary (ISO 22458 as we read it); without a yes it serves the present job and ends
by itself. What to mind is about health, so nothing less than an explicit yes will do, and it has
a last day.
"""

from dataclasses import replace
from datetime import date, timedelta

from servicedesk.domain.calendars import add_months
from servicedesk.domain.entries import tidy_line
from servicedesk.domain.errors import Refusal
from servicedesk.domain.support import (
    ConsentBasis,
    ConsentCard,
    ConsentChannel,
    ConsentDraft,
    SafetyDraft,
    SafetyKind,
    SupportCard,
    SupportDraft,
    SupportNeed,
    SupportSheet,
)

DETAIL_MOST = 120
"""Characters of what helps, in own words: room for what, not for why."""

WORDS_MOST = 300
"""Characters of a yes, or of what somebody was asked."""

REVIEW_MONTHS = 12
TEMPORARY_MONTHS = 3
JOB_DAYS = 30
"""Days after which something kept without a yes ends by itself."""

SAFETY_MONTHS = 24
"""Months after which a safety note has to be asked about again at the latest."""

_YEARS_BACK = 60
_BY_SALE = frozenset({ConsentChannel.EMAIL, ConsentChannel.SMS})
"""Channels on which a sale can stand in for a yes: messages, as the law knows it."""

_NEEDS_DETAIL = frozenset({SupportNeed.OTHER, SupportNeed.TRUSTED_PERSON, SupportNeed.INTERPRETER})


def checked_need(
    draft: SupportDraft, today: date, others: tuple[SupportCard, ...] = ()
) -> SupportDraft:
    """What helps, as kept: with the day of the yes and the day to look at it again filled in.

    Args:
        draft: as typed.
        today: the day of typing.
        others: what is kept of the same customer besides.

    Raises:
        Refusal: ``support_needs_words`` for "detail", ``support_needs_yes`` for "yes_words",
            ``support_there`` for "need", ``support_agreed_ahead`` or ``support_day_far`` for
            "agreed_on", ``support_review_past`` or ``support_review_late`` for "review_on", and
            what ``tidy_line`` raises.
    """
    detail = tidy_line(draft.detail, "detail", DETAIL_MOST)
    if draft.need in _NEEDS_DETAIL and not detail:
        raise Refusal("support_needs_words", "detail")
    if any(_is_same(draft.need, detail, other.draft) for other in others):
        raise Refusal("support_there", "need")
    yes_words = tidy_line(draft.yes_words, "yes_words", WORDS_MOST)
    agreed_on = _agreed_on(draft, yes_words, today)
    latest = _latest_review(agreed_on, today, is_temporary=draft.is_temporary)
    review_on = draft.review_on or latest
    if review_on <= today:
        raise Refusal("support_review_past", "review_on")
    if review_on > latest:
        raise Refusal("support_review_late", "review_on")
    return replace(
        draft,
        detail=detail,
        yes_words=yes_words,
        agreed_on=agreed_on,
        review_on=review_on,
        visible_to=tidy_line(draft.visible_to, "visible_to"),
    )


def checked_safety(draft: SafetyDraft, today: date) -> SafetyDraft:
    """A safety note as kept.

    Args:
        draft: as typed.
        today: the day of typing.

    Raises:
        Refusal: ``safety_needs_text`` for "text", ``safety_needs_yes`` for "yes_words",
            ``support_agreed_ahead`` or ``support_day_far`` for "agreed_on",
            ``safety_needs_test_day`` or ``safety_test_ahead`` for "tested_on",
            ``safety_needs_result`` for "result", ``safety_end_past`` or ``safety_end_late`` for
            "ends_on", and what ``tidy_line`` raises.
    """
    text = tidy_line(draft.text, "text", WORDS_MOST)
    if not text:
        raise Refusal("safety_needs_text", "text")
    yes_words = tidy_line(draft.yes_words, "yes_words", WORDS_MOST)
    if not yes_words:
        raise Refusal("safety_needs_yes", "yes_words")
    _check_agreed(draft.agreed_on, today)
    tested_on, result = _patch_test(draft, today)
    if draft.ends_on < today:
        raise Refusal("safety_end_past", "ends_on")
    if draft.ends_on > add_months(today, SAFETY_MONTHS):
        raise Refusal("safety_end_late", "ends_on", months=SAFETY_MONTHS)
    return replace(draft, text=text, yes_words=yes_words, tested_on=tested_on, result=result)


def checked_consent(draft: ConsentDraft, today: date, sheet: SupportSheet) -> ConsentDraft:
    """A yes to offers as kept.

    Args:
        draft: as typed; one that is taken back already may be kept too.
        today: the day of typing.
        sheet: what the customer agreed to so far.

    Raises:
        Refusal: ``consent_sale_channel`` for "basis", ``consent_needs_wording`` for "wording",
            ``consent_there`` for "channel", ``consent_ahead`` for "given_on", what
            ``checked_withdrawal`` and ``tidy_line`` raise.
    """
    if draft.basis is ConsentBasis.SALE and draft.channel not in _BY_SALE:
        raise Refusal("consent_sale_channel", "basis")
    wording = tidy_line(draft.wording, "wording", WORDS_MOST)
    if not wording:
        raise Refusal("consent_needs_wording", "wording")
    if draft.given_on > today:
        raise Refusal("consent_ahead", "given_on")
    if draft.withdrawn_on is not None:
        _check_withdrawn(draft.given_on, draft.withdrawn_on, today)
    elif sheet.may_offer(draft.channel):
        raise Refusal("consent_there", "channel")
    return replace(draft, wording=wording, how=tidy_line(draft.how, "how"))


def checked_withdrawal(card: ConsentCard, day: date, today: date) -> date:
    """The day on which a consent was taken back; the first such day stays.

    Raises:
        Refusal: ``consent_withdrawn``; ``consent_ahead`` or ``consent_before`` for
            "withdrawn_on".
    """
    if not card.is_given:
        raise Refusal("consent_withdrawn")
    _check_withdrawn(card.draft.given_on, day, today)
    return day


def _is_same(need: SupportNeed, detail: str, other: SupportDraft) -> bool:
    return need is other.need and (need is not SupportNeed.OTHER or detail == other.detail)


def _agreed_on(draft: SupportDraft, yes_words: str, today: date) -> date | None:
    """The day of the yes: today where words were typed and no day."""
    if not yes_words:
        if draft.agreed_on is not None:
            raise Refusal("support_needs_yes", "yes_words")
        return None
    if draft.agreed_on is None:
        return today
    _check_agreed(draft.agreed_on, today)
    return draft.agreed_on


def _check_agreed(day: date, today: date) -> None:
    if day > today:
        raise Refusal("support_agreed_ahead", "agreed_on")
    if day.year < today.year - _YEARS_BACK:
        raise Refusal("support_day_far", "agreed_on", year=day.year)


def _latest_review(agreed_on: date | None, today: date, *, is_temporary: bool) -> date:
    """The last day to look at something again; counted from today, so an old yes is no trap."""
    if agreed_on is None:
        return today + timedelta(days=JOB_DAYS)
    return add_months(today, TEMPORARY_MONTHS if is_temporary else REVIEW_MONTHS)


def _patch_test(draft: SafetyDraft, today: date) -> tuple[date | None, str]:
    """Day and result of a patch test; other notes have neither."""
    if draft.kind is not SafetyKind.PATCH_TEST:
        return None, ""
    if draft.tested_on is None:
        raise Refusal("safety_needs_test_day", "tested_on")
    if draft.tested_on > today:
        raise Refusal("safety_test_ahead", "tested_on")
    result = tidy_line(draft.result, "result")
    if not result:
        raise Refusal("safety_needs_result", "result")
    return draft.tested_on, result


def _check_withdrawn(given_on: date, day: date, today: date) -> None:
    if day > today:
        raise Refusal("consent_ahead", "withdrawn_on")
    if day < given_on:
        raise Refusal("consent_before", "withdrawn_on")
