# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Papers of what comes round: a review and a fairness check, open and finished."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from servicedesk.documents.fonts import Faces
from servicedesk.documents.pdf import text_pdf
from servicedesk.domain.blocks import Block, Paper, PaperSize, Printed
from servicedesk.domain.fairness import (
    CheckedCustomer,
    FairnessCard,
    OfferCard,
    OfferDraft,
    SameDeal,
)
from servicedesk.domain.fairness_rules import gaps_of
from servicedesk.domain.fairness_words import fairness_blocks
from servicedesk.domain.periods import Period
from servicedesk.domain.reviews import (
    Decision,
    DecisionCard,
    ReviewCard,
    ReviewDraft,
    ReviewInput,
    ReviewTopic,
)
from servicedesk.domain.reviews_paper import review_blocks
from tests.papers.charters import real_words
from tests.papers.shops import HOSTILE

DAY = date(2026, 11, 23)
REVIEW = ReviewCard(
    id=1,
    begun_on=DAY,
    period=Period(first=date(2026, 5, 24), last=DAY),
    inputs=tuple(ReviewInput(topic=one, text=f"A line about {one.value}") for one in ReviewTopic),
    draft=ReviewDraft(
        held_on=DAY,
        present="Ruth and Tom",
        findings="We keep our word on weekdays. Saturdays slip.",
        changes_charter=True,
        charter_change="Missed calls are returned within 4 hours",
        next_on=date(2027, 5, 23),
    ),
    decisions=(
        DecisionCard(id=1, draft=Decision(text="Two people in on Saturdays", who="Ruth", due=DAY)),
        DecisionCard(id=2, draft=Decision(text=HOSTILE)),
    ),
    finished_on=DAY,
)
CHECK = FairnessCard(
    id=1,
    drawn_on=DAY,
    offers=(
        OfferCard(
            id=1,
            draft=OfferDraft(
                name="Boiler care plan",
                per="a month",
                new_pence=1200,
                existing_pence=1500,
                joining="Ring us",
                leaving="Write to us\nWait a month\nRing us",
            ),
        ),
        OfferCard(id=2, draft=OfferDraft(name=HOSTILE, ends_on=date(2026, 1, 31))),
    ),
    customers=(
        CheckedCustomer(
            id=1, customer_id=1, name="Mrs Patel", since=date(2015, 3, 1), same=SameDeal.NO
        ),
        CheckedCustomer(
            id=2, customer_id=None, name="", since=DAY, same=SameDeal.YES, note=HOSTILE
        ),
    ),
    finished_on=DAY,
)


def every_yearly_paper(faces: Faces) -> Iterator[tuple[str, Printed]]:
    """Name and paper of each."""
    say = real_words()
    empty = replace(REVIEW, draft=ReviewDraft(), decisions=(), finished_on=None)
    young = FairnessCard(id=1, drawn_on=DAY)
    half = replace(CHECK, finished_on=None)
    yield from _both("review", review_blocks(REVIEW, say), faces)
    yield from _both("review-open", review_blocks(empty, say), faces)
    name = "Hollins Hardware"
    yield from _both("fairness", fairness_blocks(CHECK, gaps_of(CHECK), name, say), faces)
    yield from _both("fairness-open", fairness_blocks(half, (), name, say), faces)
    yield from _both("fairness-young", fairness_blocks(young, (), "", say), faces)


def _both(name: str, blocks: tuple[Block, ...], faces: Faces) -> Iterator[tuple[str, Printed]]:
    """A paper as it is usually printed, and in large print."""
    paper = Paper(title=name, language="en-GB", author="Hollins Hardware", blocks=blocks)
    for large in (False, True):
        key = f"{name}-large" if large else name
        yield key, text_pdf(paper, PaperSize.A4, faces, real_words(), large=large)
