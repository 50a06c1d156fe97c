# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Feedback: what people say of the service, or answer when asked; a complaint is not among it.

A comment needs no answer; whoever wants one, or agrees to it, has a complaint (ISO 10002). Low
scores of people who can be reached are followed up (ISO 10004, using the results).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType

from servicedesk.domain.customers import Channel
from servicedesk.domain.elements import Element


class FeedbackKind(StrEnum):
    """What sort of feedback it is."""

    COMMENT = "comment"
    SUGGESTION = "suggestion"
    COMPLIMENT = "compliment"
    ANSWER = "answer"
    REVIEW = "review"


class Touchpoint(StrEnum):
    """The step of the customer's way that it is about."""

    ENQUIRY = "enquiry"
    QUOTE = "quote"
    COUNTER = "counter"
    VISIT = "visit"
    JOB = "job"
    DELIVERY = "delivery"
    PAYMENT = "payment"
    AFTER = "after"
    COMPLAINT = "complaint"


class MayQuote(StrEnum):
    """Whether we may print what they said."""

    NOT_ASKED = "not_asked"
    NO = "no"
    YES = "yes"


class Decision(StrEnum):
    """What became of a suggestion."""

    DONE = "done"
    PLANNED = "planned"
    NOT_NOW = "not_now"


class Scale(StrEnum):
    """The questions that are answered by a number; their scales never mix."""

    SATISFACTION = "satisfaction"
    RECOMMENDATION = "recommendation"
    EFFORT = "effort"
    HANDLING = "handling"


class Handled(StrEnum):
    """What is asked about the handling of a complaint, each from 1 to 5."""

    FAIRNESS = "fairness"
    SPEED = "speed"
    INFORMATION = "information"
    OVERALL = "overall"


BOUNDS: Mapping[Scale, tuple[int, int]] = MappingProxyType(
    {
        Scale.SATISFACTION: (1, 5),
        Scale.RECOMMENDATION: (0, 10),
        Scale.EFFORT: (1, 7),
        Scale.HANDLING: (1, 5),
    }
)
"""The lowest and the highest point of each scale; elements are answered from 1 to 5."""

LOW: Mapping[Scale, int] = MappingProxyType(
    {Scale.SATISFACTION: 2, Scale.RECOMMENDATION: 6, Scale.EFFORT: 3, Scale.HANDLING: 2}
)
"""An answer of so many points or fewer is a low one, to be followed up."""

FOLLOW_UP_DAYS = 2
"""Working days within which a low score is followed up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """What was answered by numbers; None for what was not asked or not answered.

    Args:
        satisfaction: 1 to 5 points.
        recommendation: 0 to 10 points.
        effort: 1 (hard) to 7 (easy) points.
        elements: 1 to 5 points for each of the six that was answered.
        handling: 1 to 5 points for each question about a complaint that was answered.
    """

    satisfaction: int | None = None
    recommendation: int | None = None
    effort: int | None = None
    elements: Mapping[Element, int] = field(default_factory=lambda: MappingProxyType({}))
    handling: Mapping[Handled, int] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def is_empty(self) -> bool:
        """Nothing was answered by a number."""
        points = (self.satisfaction, self.recommendation, self.effort)
        return all(point is None for point in points) and not self.elements and not self.handling


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoting:
    """Whether and how we may print what they said.

    Args:
        may: what they answered.
        shown_as: how their name is shown, as they agreed; "" for without a name.
        is_incentivised: they got something for it; None while nobody has said.
    """

    may: MayQuote = MayQuote.NOT_ASKED
    shown_as: str = ""
    is_incentivised: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackDraft:
    """What was typed about one piece of feedback.

    Args:
        kind: what sort.
        customer_id: from whom, or None for anonymous or somebody who is no customer in the file.
        called: a name given without being a customer in the file; may be empty.
        reach: phone or e-mail that they left for us; may be empty.
        text: what they said, or why they gave the marks.
        better: what could be better, in their words.
        given_on: the day they said or wrote it.
        channel: on which it came.
        source: where a review was seen, or the card or sheet it came on; may be empty.
        staff: whom of us it names; may be empty.
        touchpoint: which step of their way it is about, or None.
        elements: tags, what it is about.
        scores: what was answered by numbers.
        wants_answer: an answer is expected.
        quoting: whether we may print it.
        about_complaint_id: of the complaint whose handling was asked about, or None.
        batch_id: of the cards or sheets that were handed out, or None.
    """

    kind: FeedbackKind = FeedbackKind.COMMENT
    customer_id: int | None = None
    called: str = ""
    reach: str = ""
    text: str = ""
    better: str = ""
    given_on: date
    channel: Channel = Channel.COUNTER
    source: str = ""
    staff: str = ""
    touchpoint: Touchpoint | None = None
    elements: tuple[Element, ...] = ()
    scores: Scores = Scores()
    wants_answer: bool = False
    quoting: Quoting = Quoting()
    about_complaint_id: int | None = None
    batch_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackCard:
    """Feedback as kept.

    Args:
        id: of the row.
        ref: such as "F-2026-0007".
        draft: everything that can be typed.
        customer_name: as shown, or "".
        remember: the customer's line to remember, or "".
        written_at: when it was written down, in UTC.
        follow_up_due: the day by which a low score is to be followed up, or None.
        followed_up_on: the day that was done, or None.
        follow_up_note: what came of it.
        complaint_id: of the complaint that it became, or None.
        decision: what became of a suggestion, or None.
        answer: what we told them, or say on the wall under "you said, we did".
        answered_on: the day we told them, or None.
        thanked_on: the day a compliment was thanked for, or None.
        passed_on: the day it was told to whom of us it names, or None.
        is_on_wall: it stands on "you said, we did".
        binned_at: in the bin since, in UTC, or None.
    """

    id: int
    ref: str
    draft: FeedbackDraft
    customer_name: str = ""
    remember: str = ""
    written_at: datetime
    follow_up_due: date | None = None
    followed_up_on: date | None = None
    follow_up_note: str = ""
    complaint_id: int | None = None
    decision: Decision | None = None
    answer: str = ""
    answered_on: date | None = None
    thanked_on: date | None = None
    passed_on: date | None = None
    is_on_wall: bool = False
    binned_at: datetime | None = None

    @property
    def who(self) -> str:
        """Whose it is: the customer's name, the name they gave, or "" for nobody known."""
        return self.customer_name or self.draft.called

    @property
    def is_follow_up_open(self) -> bool:
        """Somebody with a low score still waits to hear from us."""
        return self.follow_up_due is not None and self.followed_up_on is None


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchDraft:
    """Cards or sheets that were handed out.

    Args:
        name: such as "Cards at the counter, December".
        first, last: the days they were handed out, both included; ``last`` None while they still
            are.
        handed_out: how many; None where nobody counted.
        note: more; may be empty.
    """

    name: str
    first: date
    last: date | None = None
    handed_out: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchCard:
    """Cards or sheets handed out, as kept.

    Args:
        id: of the row.
        draft: what was typed.
        came_back: how many answers were keyed in.
    """

    id: int
    draft: BatchDraft
    came_back: int = 0
