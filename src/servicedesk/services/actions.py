# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What an owner does with the register of actions: plan, do, look whether it works."""

from collections.abc import Callable
from datetime import date

from servicedesk.domain.actions import ActionCard, ActionDraft
from servicedesk.domain.actions_rules import (
    ActionChip,
    ActionCounts,
    ActionLine,
    changed_action,
    done_action,
    looked_at_action,
    undone_action,
)
from servicedesk.domain.errors import Refusal
from servicedesk.services.actions_asked import with_questions
from servicedesk.services.actions_writing import rewrite_action, write_action
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Done, Units
from servicedesk.store.actions import action, actions
from servicedesk.store.actions_lists import action_counts, action_lines


class Actions:
    """The use cases of actions, wherever they came from.

    Args:
        units: opens changes and reads.
        around: the clock, and the questions that actions came of.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around
        self._clock = around.clock

    def lines(self, chip: ActionChip = ActionChip.OPEN) -> tuple[ActionLine, ...]:
        """Actions with what they came from, in the order they are read."""
        with self._units.read() as reading:
            found = action_lines(reading, chip, self._clock.today())
        return with_questions(found, self._around)

    def list(self, chip: ActionChip = ActionChip.OPEN) -> tuple[ActionCard, ...]:
        """Actions that a chip shows, in the order they are read."""
        return tuple(line.card for line in self.lines(chip))

    def open_ones(self) -> tuple[ActionCard, ...]:
        """Actions that are not done yet, those due first in front."""
        return self.list(ActionChip.OPEN)

    def get(self, action_id: int) -> ActionLine:
        """An action.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.read() as reading:
            found = action_lines(reading, ActionChip.ALL, self._clock.today(), action_id)
        if not found:
            raise Refusal("record_gone", record=actions.name)
        return with_questions(found, self._around)[0]

    def counts(self) -> ActionCounts:
        """How many actions of each sort there are."""
        with self._units.read() as reading:
            return action_counts(reading, self._clock.today())

    def add(
        self, draft: ActionDraft, who: str, *, complaint_id: int | None = None
    ) -> Done[ActionCard]:
        """Write an action down.

        Args:
            draft: as typed.
            who: does it.
            complaint_id: of the complaint it came from, or None.

        Raises:
            Refusal: what ``checked_action`` raises.
        """
        with self._units.change("add action", who) as unit:
            made = write_action(unit, draft, self._clock.today(), complaint_id)
            card = action(unit.connection, made)
        return Done(card=_there(card), changes=unit.changes)

    def change(self, action_id: int, draft: ActionDraft, who: str) -> Done[ActionCard]:
        """Change an action.

        Raises:
            Refusal: ``record_gone``, or what ``changed_action`` raises.
        """
        today = self._clock.today()
        step = "change action"
        return self._step(step, action_id, lambda card: changed_action(card, draft, today), who)

    def done(self, action_id: int, on: date, evidence: str, who: str) -> Done[ActionCard]:
        """Say that an action was done, and what shows it.

        Raises:
            Refusal: ``record_gone``, or what ``done_action`` raises.
        """
        today = self._clock.today()
        step = "do action"
        return self._step(step, action_id, lambda card: done_action(card, on, evidence, today), who)

    def not_done(self, action_id: int, who: str) -> Done[ActionCard]:
        """Say that an action is not done after all; what was seen of it goes too.

        Raises:
            Refusal: ``record_gone``.
        """
        return self._step("open action again", action_id, undone_action, who)

    def checked(
        self, action_id: int, on: date, works: bool, note: str, who: str
    ) -> Done[ActionCard]:
        """Say whether an action works.

        Raises:
            Refusal: ``record_gone``, or what ``looked_at_action`` raises.
        """
        today = self._clock.today()

        def looked(card: ActionCard) -> ActionCard:
            return looked_at_action(card, on, works, note, today)

        return self._step("check action", action_id, looked, who)

    def remove(self, action_id: int, who: str) -> Done[ActionCard]:
        """Take an action out; undo brings it back.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.change("remove action", who) as unit:
            card = _there(action(unit.connection, action_id))
            unit.remove(actions, action_id)
        return Done(card=card, changes=unit.changes)

    def _step(
        self, use_case: str, action_id: int, rule: Callable[[ActionCard], ActionCard], who: str
    ) -> Done[ActionCard]:
        with self._units.change(use_case, who) as unit:
            card = rewrite_action(unit, action_id, rule)
        return Done(card=card, changes=unit.changes)


def _there(card: ActionCard | None) -> ActionCard:
    if card is None:
        raise Refusal("record_gone", record=actions.name)
    return card
