# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The services of checking oneself and getting better: the part of the registry that improves."""

from functools import cached_property
from typing import TYPE_CHECKING

from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Units

if TYPE_CHECKING:
    from servicedesk.services.actions import Actions
    from servicedesk.services.actions_papers import ActionPapers
    from servicedesk.services.busy_days import BusyDays
    from servicedesk.services.checks import Checks
    from servicedesk.services.checks_papers import CheckPapers
    from servicedesk.services.extra_help import ExtraHelp
    from servicedesk.services.fairness import Fairness
    from servicedesk.services.ideas import Ideas
    from servicedesk.services.improving import Improving
    from servicedesk.services.reviews import Reviews
    from servicedesk.services.service_plan import ServicePlans
    from servicedesk.services.staff import Staff
    from servicedesk.services.staff_papers import StaffPapers
    from servicedesk.services.written import Written


class Improved:
    """Checks, actions, ideas, people, papers, reviews and fairness.

    Args:
        units: changes and reads of the file.
        around: the world as services see it.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self.units = units
        self._around = around

    @cached_property
    def checks(self) -> "Checks":
        """Checking ourselves against the code of practice."""
        from servicedesk.services.checks import Checks

        return Checks(self.units, self._around)

    @cached_property
    def check_papers(self) -> "CheckPapers":
        """Papers of a check."""
        from servicedesk.services.checks_papers import CheckPapers

        return CheckPapers(self.units, self._around)

    @cached_property
    def actions(self) -> "Actions":
        """The register of actions."""
        from servicedesk.services.actions import Actions

        return Actions(self.units, self._around)

    @cached_property
    def action_papers(self) -> "ActionPapers":
        """The action plan on paper."""
        from servicedesk.services.actions_papers import ActionPapers

        return ActionPapers(self.units, self._around)

    @cached_property
    def improving(self) -> "Improving":
        """How far everything under Improve has come."""
        from servicedesk.services.improving import Improving

        return Improving(self.units, self._around)

    @cached_property
    def ideas(self) -> "Ideas":
        """Ideas to try."""
        from servicedesk.services.ideas import Ideas

        return Ideas(self.units, self._around)

    @cached_property
    def service_plan(self) -> "ServicePlans":
        """The one-page service plan."""
        from servicedesk.services.service_plan import ServicePlans

        return ServicePlans(self.units, self._around)

    @cached_property
    def busy_days(self) -> "BusyDays":
        """Busy days against late promises."""
        from servicedesk.services.busy_days import BusyDays

        return BusyDays(self.units, self._around)

    @cached_property
    def extra_help(self) -> "ExtraHelp":
        """Who has told us what helps, and when we ask again."""
        from servicedesk.services.extra_help import ExtraHelp

        return ExtraHelp(self.units, self._around)

    @cached_property
    def staff(self) -> "Staff":
        """What the people here know, were told and say."""
        from servicedesk.services.staff import Staff

        return Staff(self.units, self._around)

    @cached_property
    def staff_papers(self) -> "StaffPapers":
        """The briefing sheet."""
        from servicedesk.services.staff_papers import StaffPapers

        return StaffPapers(self.units, self._around)

    @cached_property
    def written(self) -> "Written":
        """Papers written for the owner."""
        from servicedesk.services.written import Written

        return Written(self.units, self._around)

    @cached_property
    def reviews(self) -> "Reviews":
        """Management reviews."""
        from servicedesk.services.reviews import Reviews

        return Reviews(self.units, self._around)

    @cached_property
    def fairness(self) -> "Fairness":
        """Offers and plans, and how fair they are."""
        from servicedesk.services.fairness import Fairness

        return Fairness(self.units, self._around)
