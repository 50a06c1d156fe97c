# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What an owner does with the log of breaches: writes one down, goes on with it, closes it."""

from datetime import date, datetime

from servicedesk.content.law import legal_figures, load_facts
from servicedesk.domain.breaches import BreachCard, BreachDraft, BreachLaw, BreachLog, BreachStep
from servicedesk.domain.breaches_rules import check_closing, checked_breach, in_order
from servicedesk.domain.calendars import Nation
from servicedesk.domain.errors import Refusal
from servicedesk.services.facts import nation_in, read_facts
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Done, Reading, Unit, Units
from servicedesk.store.breaches import breach_cards, breach_values, breaches

REGULATOR = "regulator"
"""Id of the fact that names it."""

_SAID = ("breach_report", "breach_tell", "breach_log")
"""Ids of the facts that the owner is told, in order."""


class Breaches:
    """The use cases of the log of breaches.

    Args:
        units: opens changes and reads.
        around: the clock, and the law's own file.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around

    def log(self) -> BreachLog:
        """All breaches, those whose hours run at the head, with what the law says of them.

        Raises:
            Trouble: ``program_file_missing`` or ``program_file_damaged``.
        """
        with self._units.read() as reading:
            law = self._law(reading)
            return BreachLog(cards=in_order(breach_cards(reading), law), law=law)

    def get(self, breach_id: int) -> BreachCard:
        """A breach.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.read() as reading:
            return _breach(reading, breach_id)

    def law(self) -> BreachLaw:
        """What the law of the place says; nothing somewhere else than in the four nations."""
        with self._units.read() as reading:
            return self._law(reading)

    def add(self, draft: BreachDraft, who: str) -> Done[BreachCard]:
        """Write a breach down.

        Raises:
            Refusal: what ``checked_breach`` raises.
        """
        tidy = checked_breach(draft, self._now, self._today)
        with self._units.change("log breach", who) as unit:
            values = {**breach_values(tidy), "logged_on": self._today, "closed_on": None}
            breach_id = unit.insert(breaches, values)
            return self._done(unit, breach_id)

    def change(self, breach_id: int, draft: BreachDraft, who: str) -> Done[BreachCard]:
        """Change what is known of a breach, or what was done about it.

        A closed one stays closed as long as nothing is left to do.

        Raises:
            Refusal: ``record_gone``, what ``checked_breach`` raises, and for a closed one what
                ``check_closing`` raises.
        """
        tidy = checked_breach(draft, self._now, self._today)
        with self._units.change("change breach", who) as unit:
            if not _breach(unit.connection, breach_id).is_open:
                check_closing(tidy, self._law(unit.connection))
            unit.update(breaches, breach_id, breach_values(tidy))
            return self._done(unit, breach_id)

    def close(self, breach_id: int, who: str) -> Done[BreachCard]:
        """Say that nothing is left to do.

        Raises:
            Refusal: ``record_gone``, ``breach_closed``, or what ``check_closing`` raises.
        """
        with self._units.change("close breach", who) as unit:
            card = _breach(unit.connection, breach_id)
            if not card.is_open:
                raise Refusal("breach_closed")
            check_closing(card.draft, self._law(unit.connection))
            unit.update(breaches, breach_id, {"closed_on": self._today})
            return self._done(unit, breach_id)

    def reopen(self, breach_id: int, who: str) -> Done[BreachCard]:
        """Go on with a breach that was closed.

        Raises:
            Refusal: ``record_gone`` or ``breach_open``.
        """
        with self._units.change("open breach", who) as unit:
            if _breach(unit.connection, breach_id).is_open:
                raise Refusal("breach_open")
            unit.update(breaches, breach_id, {"closed_on": None})
            return self._done(unit, breach_id)

    def remove(self, breach_id: int, who: str) -> Done[BreachCard]:
        """Remove what was written down by mistake, with every form about it that is half typed.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.change("remove breach", who) as unit:
            card = _breach(unit.connection, breach_id)
            unit.remove(breaches, breach_id)
            for step in BreachStep:
                unit.keep_draft(breaches.name, None, f"{breach_id}-{step.value}")
        return Done(card=card, changes=unit.changes)

    def _law(self, reading: Reading) -> BreachLaw:
        nation = nation_in(read_facts(reading))
        if nation is Nation.ELSEWHERE:
            return BreachLaw()
        resources = self._around.resources
        facts = {fact.id: fact for fact in load_facts(resources) if nation in fact.nations}
        said = [facts[name] for name in _SAID]
        return BreachLaw(
            hours=legal_figures(resources).breach_hours,
            regulator=facts[REGULATOR].text,
            sentences=tuple(fact.text for fact in said),
            checked_on=min(fact.checked_on for fact in said),
        )

    def _done(self, unit: Unit, breach_id: int) -> Done[BreachCard]:
        return Done(card=_breach(unit.connection, breach_id), changes=unit.changes)

    @property
    def _now(self) -> datetime:
        return self._around.clock.now()

    @property
    def _today(self) -> date:
        return self._around.clock.today()


def _breach(reading: Reading, breach_id: int) -> BreachCard:
    for card in breach_cards(reading, breach_id):
        return card
    raise Refusal("record_gone", record=breaches.name)
