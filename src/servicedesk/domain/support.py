# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What helps a person, never why; safety notes; consent to be written to about offers.

Follows ISO 22458 as we read it: needs are recorded, not diagnoses, with the customer's own yes,
looked at again after a year, and shown where they help.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class SupportNeed(StrEnum):
    """What helps."""

    LARGE_PRINT = "large_print"
    EMAIL_NOT_POST = "email_not_post"
    TEXT_NOT_CALLS = "text_not_calls"
    CALLS_NOT_TEXT = "calls_not_text"
    MORE_TIME = "more_time"
    PLAIN_LANGUAGE = "plain_language"
    WRITTEN_SUMMARY = "written_summary"
    CLEAR_SPEECH = "clear_speech"
    LIP_READING = "lip_reading"
    INTERPRETER = "interpreter"
    STEP_FREE = "step_free"
    HOME_VISIT = "home_visit"
    QUIET_TIME = "quiet_time"
    NO_STRONG_SMELLS = "no_strong_smells"
    ASSISTANCE_DOG = "assistance_dog"
    TRUSTED_PERSON = "trusted_person"
    NOT_EARLY_LATE = "not_early_late"
    PAYMENT_BY_ARRANGEMENT = "payment_by_arrangement"
    PASSWORD_ON_VISITS = "password_on_visits"
    OTHER = "other"


class NeedSource(StrEnum):
    """Where we know it from."""

    CUSTOMER_SAID = "customer_said"
    OFFERED = "offered"
    THIRD_PARTY = "third_party"


class SafetyKind(StrEnum):
    """What a safety note is about."""

    ALLERGY = "allergy"
    PATCH_TEST = "patch_test"
    MEDICINE = "medicine"
    ANIMAL = "animal"


class ConsentChannel(StrEnum):
    """On which channel somebody may be sent offers."""

    EMAIL = "email"
    SMS = "sms"
    PHONE = "phone"
    POST = "post"


class ConsentBasis(StrEnum):
    """What lets us send somebody offers.

    A yes; or a sale: details taken when they bought or asked for a price, for similar things of
    our own, and they could say no then and can each time.
    """

    YES = "yes"
    SALE = "sale"


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportDraft:
    """A support need as typed.

    Args:
        need: what helps.
        detail: such as the language or the trusted person; for OTHER what helps, in 120 letters.
        source: where we know it from.
        yes_words: the customer's spoken or written yes; empty keeps it for the present job only.
        agreed_on: the day of the yes, or None.
        is_temporary: looked at again after 3 months, not 12.
        review_on: the day to look at it again; None for the usual one.
        visible_to: who may see it; empty for everybody who works here.
    """

    need: SupportNeed
    detail: str = ""
    source: NeedSource = NeedSource.CUSTOMER_SAID
    yes_words: str = ""
    agreed_on: date | None = None
    is_temporary: bool = False
    review_on: date | None = None
    visible_to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyDraft:
    """A safety note as typed; it is shown on the customer's page and the job sheet only.

    Args:
        kind: what it is about.
        text: what to mind.
        yes_words: the customer's explicit yes, in their words.
        agreed_on: the day of it.
        tested_on: of a patch test, or None.
        result: of a patch test; may be empty.
        ends_on: when it is looked at again or removed.
    """

    kind: SafetyKind
    text: str
    yes_words: str
    agreed_on: date
    tested_on: date | None = None
    result: str = ""
    ends_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentDraft:
    """A yes to offers on one channel.

    Args:
        channel: which.
        wording: what the customer was asked, or told of how to say no.
        given_on: the day of the yes, or of the sale.
        how: such as "form at the counter".
        withdrawn_on: the day it was taken back, or None.
        basis: a yes, or a sale.
    """

    channel: ConsentChannel
    wording: str
    given_on: date
    how: str = ""
    withdrawn_on: date | None = None
    basis: ConsentBasis = ConsentBasis.YES


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportCard:
    """A support need as kept: the id of its row, the customer, and what was typed."""

    id: int
    customer_id: int
    draft: SupportDraft

    @property
    def is_for_now(self) -> bool:
        """Kept without a yes, so for the present job alone."""
        return not self.draft.yes_words

    def is_review_due(self, today: date) -> bool:
        """Its day to be looked at again has come."""
        return self.draft.review_on is not None and self.draft.review_on <= today

    def is_shown(self, today: date) -> bool:
        """Whether it helps still: what was for one job ends by itself, the rest when removed."""
        return not (self.is_for_now and self.is_review_due(today))


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyCard:
    """A safety note as kept: the id of its row, the customer, and what was typed."""

    id: int
    customer_id: int
    draft: SafetyDraft

    def has_ended(self, today: date) -> bool:
        """Its last day is over: it is asked about again, or removed."""
        return self.draft.ends_on < today


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentCard:
    """A consent as kept: the id of its row, the customer, and what was typed."""

    id: int
    customer_id: int
    draft: ConsentDraft

    @property
    def is_given(self) -> bool:
        """It was not taken back."""
        return self.draft.withdrawn_on is None


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportSheet:
    """All of one customer: what helps, what to mind, what they agreed to.

    Args:
        customer_id: whose.
        needs: in the order in which they were added.
        safety: those that end last first.
        consents: the newest first; withdrawn ones stay, so that nobody is asked twice by mistake.
    """

    customer_id: int
    needs: tuple[SupportCard, ...] = ()
    safety: tuple[SafetyCard, ...] = ()
    consents: tuple[ConsentCard, ...] = ()

    def may_offer(self, channel: ConsentChannel) -> bool:
        """Whether they agreed to offers on a channel, and did not take that back."""
        return any(card.is_given and card.draft.channel is channel for card in self.consents)


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportReview:
    """Something to look at again.

    Args:
        customer_id, customer_name: whose.
        day: on which it is to be looked at, or ends.
        need: what helps; None for a safety note.
        safety: the safety note; None for a need.
        remember: the line to remember about the customer, or "".
    """

    customer_id: int
    customer_name: str
    day: date
    need: SupportCard | None = None
    safety: SafetyCard | None = None
    remember: str = ""
