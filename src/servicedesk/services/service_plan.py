# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What an owner does with the one-page service plan."""

from servicedesk.domain.charters import CharterCard
from servicedesk.domain.errors import Refusal
from servicedesk.domain.printing import PrintJob
from servicedesk.domain.service_plan import PlanCard, PlanDraft, begun_plan, checked_plan
from servicedesk.domain.service_plan_paper import plan_blocks
from servicedesk.domain.standards_sentences import is_complete, sentences
from servicedesk.services.facts import read_facts
from servicedesk.services.papers_plain import plain_job
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Done, Reading, Unit, Units
from servicedesk.store.charters import newest_charter, published_charter
from servicedesk.store.people import all_people
from servicedesk.store.service_plan import (
    plan_card,
    plan_line_ids,
    plan_line_values,
    plan_values,
    service_plan_lines,
    service_plans,
)


class ServicePlans:
    """The use cases of the service plan.

    Args:
        units: opens changes and reads.
        around: the day, words and papers.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around

    def get(self) -> PlanCard | None:
        """The plan, or None while there is none."""
        with self._units.read() as reading:
            return plan_card(reading)

    def begun(self) -> PlanDraft:
        """A plan to begin with: the charter's customers and promises, and who works here.

        It is taken from the published charter, else from the one that is being written.
        """
        with self._units.read() as reading:
            charter = published_charter(reading) or newest_charter(reading)
            people = tuple(all_people(reading).values())
            owner = str(read_facts(reading).get("owner_name", ""))
        groups = "" if charter is None else str(charter.draft.answers.get("customer_groups", ""))
        return begun_plan(groups, self._promises(charter), people, owner)

    def keep(self, draft: PlanDraft, who: str) -> Done[PlanCard]:
        """Keep the plan, in the place of the one there was.

        Raises:
            Refusal: what ``checked_plan`` raises.
        """
        tidy = checked_plan(draft)
        with self._units.change("save service plan", who) as unit:
            before = plan_card(unit.connection)
            if before is None:
                plan_id = unit.insert(service_plans, plan_values(tidy))
            else:
                plan_id = before.id
                unit.update(service_plans, plan_id, plan_values(tidy))
            _write_lines(unit, plan_id, tidy)
            return Done(card=_plan(unit.connection), changes=unit.changes)

    def remove(self, who: str) -> Done[PlanCard]:
        """Remove the plan.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.change("remove service plan", who) as unit:
            card = _plan(unit.connection)
            for row in plan_line_ids(unit.connection, card.id):
                unit.remove(service_plan_lines, row)
            unit.remove(service_plans, card.id)
        return Done(card=card, changes=unit.changes)

    def paper(self) -> PrintJob:
        """The plan on one page.

        Raises:
            Refusal: ``record_gone`` while there is none.
        """
        with self._units.read() as reading:
            card = _plan(reading)
            facts = read_facts(reading)
        phrases = self._around.phrases
        blocks = plan_blocks(card.draft, self._around.clock.today(), phrases)
        title = phrases.say("service_plan_paper.title")
        return plain_job("service_plan", title, blocks, facts, self._around)

    def _promises(self, charter: CharterCard | None) -> tuple[str, ...]:
        """The ticked promises of a charter, a sentence each."""
        standards = () if charter is None else charter.draft.standards
        return tuple(
            sentences(one, self._around.phrases, say_measure=False).main
            for one in standards
            if one.is_ticked and is_complete(one)
        )


def _write_lines(unit: Unit, plan_id: int, draft: PlanDraft) -> None:
    """Keep the lines in the rows there are; those left over go, those missing come."""
    rows = plan_line_ids(unit.connection, plan_id)
    lines = tuple(plan_line_values(draft))
    for place, values in enumerate(lines):
        if place < len(rows):
            unit.update(service_plan_lines, rows[place], values)
        else:
            unit.insert(service_plan_lines, {"plan_id": plan_id, **values})
    for row in rows[len(lines) :]:
        unit.remove(service_plan_lines, row)


def _plan(reading: Reading) -> PlanCard:
    card = plan_card(reading)
    if card is None:
        raise Refusal("record_gone", record=service_plans.name)
    return card
