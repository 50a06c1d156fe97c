# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Feedback with little typing, for tests of services and screens."""

from datetime import date

from servicedesk.domain.customers import CustomerDraft, Reach, ReachKind
from servicedesk.domain.feedback import FeedbackCard, FeedbackDraft, FeedbackKind, Scores
from servicedesk.services.registry import Services

MONDAY = date(2026, 9, 14)
RUTH = "Ruth"
MRS_PATEL = CustomerDraft(
    name="Mrs Patel", reaches=(Reach(kind=ReachKind.PHONE, shown="01632 960123"),)
)


def draft(text: str = "Quick and tidy", **said: object) -> FeedbackDraft:
    """What was typed; what is named takes the place of what stands here."""
    return FeedbackDraft(**{"text": text, "given_on": MONDAY, **said})


def marked(satisfaction: int, **said: object) -> FeedbackDraft:
    """One mark and no words, as most cards come back."""
    scores = Scores(satisfaction=satisfaction)
    return draft(**{"text": "", "kind": FeedbackKind.ANSWER, "scores": scores, **said})


def logged(services: Services, text: str = "Quick and tidy", **said: object) -> FeedbackCard:
    """Feedback that was written down."""
    return services.feedback.log(draft(text, **said), RUTH).card
