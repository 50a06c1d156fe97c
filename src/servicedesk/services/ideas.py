# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What an owner does with ideas seen elsewhere."""

from datetime import date

from servicedesk.domain.actions import ActionDraft, ActionKind, ActionSource
from servicedesk.domain.errors import Refusal
from servicedesk.domain.ideas import (
    IdeaCard,
    IdeaDraft,
    IdeaState,
    checked_idea,
    in_order,
    state_of_idea,
)
from servicedesk.services.actions_writing import write_action
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Done, Reading, Units
from servicedesk.store.ideas import idea_cards, idea_values, ideas


class Ideas:
    """The use cases of ideas.

    Args:
        units: opens changes and reads.
        around: tells the day.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around

    def all(self) -> tuple[IdeaCard, ...]:
        """Every idea: what is to be tried next first."""
        with self._units.read() as reading:
            return in_order(idea_cards(reading))

    def get(self, idea_id: int) -> IdeaCard:
        """An idea.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.read() as reading:
            return _idea(reading, idea_id)

    def add(self, draft: IdeaDraft, who: str) -> Done[IdeaCard]:
        """Keep an idea.

        Raises:
            Refusal: what ``checked_idea`` raises.
        """
        tidy = checked_idea(draft, self._today)
        with self._units.change("add idea", who) as unit:
            idea_id = unit.insert(ideas, idea_values(tidy))
            return Done(card=_idea(unit.connection, idea_id), changes=unit.changes)

    def change(self, idea_id: int, draft: IdeaDraft, who: str) -> Done[IdeaCard]:
        """Change an idea: say that it was tried, and what is made of it.

        Raises:
            Refusal: ``record_gone``, or what ``checked_idea`` raises.
        """
        tidy = checked_idea(draft, self._today)
        with self._units.change("change idea", who) as unit:
            unit.update(ideas, idea_id, idea_values(tidy))
            return Done(card=_idea(unit.connection, idea_id), changes=unit.changes)

    def remove(self, idea_id: int, who: str) -> Done[IdeaCard]:
        """Remove an idea; an action that came from it stays.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.change("remove idea", who) as unit:
            card = _idea(unit.connection, idea_id)
            unit.remove(ideas, idea_id)
        return Done(card=card, changes=unit.changes)

    def plan(
        self, idea_id: int, who: str, owner: str = "", due: date | None = None
    ) -> Done[IdeaCard]:
        """Make an action of an idea that is kept.

        Args:
            idea_id: which.
            who: plans it.
            owner: does it; may be empty.
            due: by when, or None.

        Raises:
            Refusal: ``record_gone``, ``idea_not_kept``, ``idea_planned_already``, or what
                ``checked_action`` raises.
        """
        with self._units.change("plan idea", who) as unit:
            card = _idea(unit.connection, idea_id)
            if state_of_idea(card.draft) is not IdeaState.KEPT:
                raise Refusal("idea_not_kept")
            if card.is_planned:
                raise Refusal("idea_planned_already")
            action = ActionDraft(
                kind=ActionKind.IMPROVEMENT,
                text=card.draft.what,
                owner=owner,
                due=due,
                source=ActionSource.IDEA,
                source_id=idea_id,
            )
            write_action(unit, action, self._today)
            return Done(card=_idea(unit.connection, idea_id), changes=unit.changes)

    @property
    def _today(self) -> date:
        return self._around.clock.today()


def _idea(reading: Reading, idea_id: int) -> IdeaCard:
    for card in idea_cards(reading, idea_id):
        return card
    raise Refusal("record_gone", record=ideas.name)
