# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""How far everything under Improve has come: what its overview tells, in one value."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from servicedesk.domain.actions_rules import ActionCounts, ActionLine
from servicedesk.domain.people import team_size

FIRST = 3
"""Things to do that the overview names."""

TRAINING_AHEAD = timedelta(days=30)
"""A training that is to be renewed within it is told of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImproveOverview:
    """What the overview tells.

    Args:
        actions: how many things there are to do.
        first: the first of those that are open, late ones first.
        check_open: a check of ourselves was begun and is not finished.
        check_last: number of the one that was finished last, or None.
        checked_on: the day on which that was, or None.
        people, owners: how many work here, and how many of them own the business.
        kept_of_team: skills, words of helpers and rules between ourselves that are kept.
        training_due: skills and trainings that are to be renewed by now, or soon.
        review_open: a review was begun and is not finished.
        reviewed_on: the day of the last review, or None.
        review_next: the day for the next one, or None.
        offers: offers and plans that are kept.
        fair_on: the day on which the fairness check was finished last, or None.
        helped: customers who have told us what helps them.
        asks_due: of what helps them, how much is to be asked again by now.
        ideas_open: ideas without a verdict.
        ideas_due: of these, those whose day to be tried has come.
        has_plan: a service plan is written.
    """

    actions: ActionCounts = field(default_factory=ActionCounts)
    first: tuple[ActionLine, ...] = ()
    check_open: bool = False
    check_last: int | None = None
    checked_on: date | None = None
    people: int = 0
    owners: int = 0
    kept_of_team: int = 0
    training_due: int = 0
    review_open: bool = False
    reviewed_on: date | None = None
    review_next: date | None = None
    offers: int = 0
    fair_on: date | None = None
    helped: int = 0
    asks_due: int = 0
    ideas_open: int = 0
    ideas_due: int = 0
    has_plan: bool = False

    @property
    def is_alone(self) -> bool:
        """A business of one, in which nothing is kept that somebody might look for."""
        return self.team <= 0 and not self.kept_of_team

    @property
    def team(self) -> int:
        """How many help, as the page of our people counts them."""
        return team_size(self.people, self.owners)
