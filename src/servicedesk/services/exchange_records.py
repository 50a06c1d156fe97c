# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Promises, complaints and feedback brought in from a list: planned, and carried out in one step.

A kind of list is a table of meanings (``importing_fields``) and a keeper, which makes records of
rows and writes them; who they are about is found, made or left out in the same way for all.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Protocol

from servicedesk.domain.customers import CustomerDraft, Reach
from servicedesk.domain.customers_typing import checked_customer
from servicedesk.domain.errors import Refusal
from servicedesk.domain.exchange_columns import ListKind
from servicedesk.domain.importing import Fate, PlanChoices, Refused, Strangers
from servicedesk.domain.importing_matching import Known, Traits
from servicedesk.domain.importing_plan import ImportLook
from servicedesk.domain.importing_records import RecordReading, RecordRow, read_record
from servicedesk.domain.importing_records_plan import (
    Made,
    RecordAction,
    RecordPlan,
    There,
    Values,
    listed_records,
    planned_records,
)
from servicedesk.domain.own_fields import OwnFieldCard
from servicedesk.services.complaints_writing import Footing
from servicedesk.services.customers_keeping import normal_reach
from servicedesk.services.exchange_complaints import ComplaintKeeper
from servicedesk.services.exchange_feedback import FeedbackKeeper
from servicedesk.services.exchange_keeping import add_new
from servicedesk.services.exchange_promises import PromiseKeeper
from servicedesk.services.exchange_reading import EACH, Steps, settled_orders
from servicedesk.services.unit import Reading, Unit
from servicedesk.store.exchange import refs_there
from servicedesk.store.references import next_ref

TraitsOf = Callable[[CustomerDraft, int, Mapping[Reach, str]], Traits]
"""By what a customer under a key is known again."""


class Keeper(Protocol):
    """Makes records of rows, and writes them; see ``PromiseKeeper``."""

    def made(
        self, row: RecordRow, who: int | None, name: str, footing: Footing, reading: Reading
    ) -> Made:
        """A row made into what would be written."""
        ...

    def there(self, reading: Reading, footing: Footing) -> Iterator[There]:
        """The records that are there."""
        ...

    def write_new(self, unit: Unit, rows: Sequence[Values], footing: Footing) -> None:
        """Write new records at once."""
        ...

    def write_changes(self, unit: Unit, record_id: int, changes: Values, footing: Footing) -> None:
        """Write what a list says otherwise of a record that is there."""
        ...


_PROMISES, _COMPLAINTS, _FEEDBACK = PromiseKeeper(), ComplaintKeeper(), FeedbackKeeper()
KEEPERS: Mapping[ListKind, Keeper] = {
    ListKind.PROMISES: _PROMISES,
    ListKind.COMPLAINTS: _COMPLAINTS,
    ListKind.FEEDBACK: _FEEDBACK,
}
_TABLES = {one.holds: (one.table, one.letter) for one in (_PROMISES, _COMPLAINTS, _FEEDBACK)}


class _People:
    """Whom the rows of a list are about: those who are there, and those whom it adds.

    Args:
        known: the customers there are.
        numbers: their numbers in the file by their shown ones, such as "K-0001".
        traits_of: by what a customer is known again.
        strangers: what becomes of rows about somebody who is not there.
    """

    def __init__(
        self,
        known: Known,
        numbers: Mapping[str, int],
        traits_of: TraitsOf,
        strangers: Strangers,
    ) -> None:
        self._known = known
        self._numbers = numbers
        self._traits_of = traits_of
        self._strangers = strangers
        self.newcomers: dict[int, CustomerDraft] = {}

    def of(self, row: RecordRow) -> tuple[int | None, str]:
        """The customer of a row, and the name of one who is kept by name only.

        Raises:
            Refusal: ``import_customer_unknown``.
        """
        if row.who is None:
            return self._numbers.get(row.number), ""
        key = -1 - len(self.newcomers)
        normals = {reach: normal_reach(reach) for reach in row.who.reaches}
        traits = self._traits_of(row.who, key, normals)
        found = self._known.numbered(row.number, traits)
        if found is not None:
            return found, ""
        if self._strangers is Strangers.LEAVE_OUT:
            raise Refusal("import_customer_unknown", name=row.who.name or row.shown)
        if self._strangers is Strangers.NAME_ONLY:
            return None, row.who.name
        self.newcomers[key] = row.who
        self._known.add(traits)
        return key, ""

    def meant(self, actions: Sequence[RecordAction]) -> dict[int, CustomerDraft]:
        """The newcomers whom a new record is about; the others are not needed."""
        wanted = {action.made.who for action in actions if action.fate is Fate.ADDED}
        return {key: one for key, one in self.newcomers.items() if key in wanted}


def plan_records(
    look: ImportLook,
    choices: PlanChoices,
    own: Mapping[int, OwnFieldCard],
    reading: Reading,
    footing: Footing,
    customers: tuple[Known, Mapping[str, int], TraitsOf],
    step: int,
    steps: Steps,
) -> RecordPlan:
    """Work out what would come of each row; nothing is kept.

    Args:
        look: the file.
        choices: what was chosen.
        own: the business's own fields, by number.
        reading: reads the file as it is.
        footing: what records stand on.
        customers: those there are, their numbers by those shown, and how they are known again.
        step: the newest change in the file.
        steps: told how far it is; it can stop the work.

    Raises:
        Refusal: ``import_days_unclear``.
    """
    people = _People(*customers, choices.strangers)
    how = RecordReading(
        holds=look.holds,
        columns=choices.columns,
        day_orders=settled_orders(look, choices, own),
        today=footing.today,
        now=footing.now,
        calendar=footing.calendar.days,
        own=own,
        is_ours=look.is_ours,
    )
    made, refused = _made(look, how, people, reading, footing, steps)
    there = {record.id: record for record in KEEPERS[look.holds].there(reading, footing)}
    actions = planned_records(made, there.values(), choices.duplicates)
    changes, count = listed_records(actions, there)
    return RecordPlan(
        name=look.name,
        holds=look.holds,
        actions=actions,
        newcomers=people.meant(actions),
        refused=tuple(sorted(refused, key=lambda one: one.line)),
        changed=changes,
        changed_count=count,
        made_at_step=step,
    )


def _made(
    look: ImportLook,
    how: RecordReading,
    people: _People,
    reading: Reading,
    footing: Footing,
    steps: Steps,
) -> tuple[list[Made], list[Refused]]:
    """What the rows of a list make, and those that are none."""
    keeper = KEEPERS[look.holds]
    made: list[Made] = []
    refused = list(look.refused)
    for place, line in enumerate(look.rows):
        if place % EACH == 0:
            steps.raise_if_cancelled()
            steps.step(place, look.count)
        row = read_record(line, how)
        if isinstance(row, RecordRow):
            try:
                made.append(keeper.made(row, *people.of(row), footing, reading))
            except Refusal as refusal:
                row = Refused(
                    line=row.line, code=refusal.code, params=refusal.params, shown=row.shown
                )
        if isinstance(row, Refused):
            refused.append(row)
    return made, refused


def carry_records_out(unit: Unit, plan: RecordPlan, footing: Footing, steps: Steps) -> None:
    """Write what a plan says.

    Args:
        unit: the step that the import is.
        plan: good for the file as it is.
        footing: what records stand on.
        steps: told of the rows; it can stop the import, which then leaves nothing behind.
    """
    keeper = KEEPERS[plan.holds]
    added = [one.made for one in plan.actions if one.fate is Fate.ADDED]
    updated = [one for one in plan.actions if one.fate is Fate.UPDATED]
    total = len(plan.newcomers) + len(added) + len(updated)
    keys: dict[int, int] = {}
    newcomers = list(plan.newcomers)
    for start in range(0, len(newcomers), EACH):
        _tell(steps, start, total)
        some = newcomers[start : start + EACH]
        drafts = [checked_customer(plan.newcomers[key], footing.today) for key in some]
        keys.update(zip(some, add_new(unit, drafts, {}, footing.today), strict=True))
    refs = _refs(unit, plan, footing.today)
    rows = [
        {**one.values, "ref": ref, "customer_id": keys.get(one.who or 0, one.who)}
        for one, ref in zip(added, refs, strict=True)
    ]
    for start in range(0, len(rows), EACH):
        steps.raise_if_cancelled()
        steps.step(len(keys) + start, total)
        keeper.write_new(unit, rows[start : start + EACH], footing)
    for place, action in enumerate(updated, start=len(keys) + len(rows)):
        _tell(steps, place, total)
        changes = dict(action.changes)
        if isinstance(own := changes.get("own"), Mapping):
            changes["own"] = json.dumps(dict(own), ensure_ascii=False, sort_keys=True)
        keeper.write_changes(unit, action.record_id, changes, footing)
    steps.raise_if_cancelled()
    steps.step(total, total)


def _tell(steps: Steps, place: int, total: int) -> None:
    if place % EACH == 0:
        steps.raise_if_cancelled()
        steps.step(place, total)


def _refs(unit: Unit, plan: RecordPlan, today: date) -> list[str]:
    """The number of each new record: its own where that is one of ours and free, else the next."""
    table, letter = _TABLES[plan.holds]
    taken = refs_there(unit.connection, table)
    start, _, number = next_ref(unit.connection, table, letter, today.year).rpartition("-")
    following = int(number)
    wanted = [one.made.ref for one in plan.actions if one.fate is Fate.ADDED]
    own = {ref for ref in wanted if _is_number(ref, letter)} - taken
    found: list[str] = []
    for ref in wanted:
        if ref in own:
            own.discard(ref)
        else:
            while (ref := f"{start}-{following:04}") in taken or ref in own:
                following += 1
        taken.add(ref)
        found.append(ref)
    return found


def _is_number(ref: str, letter: str) -> bool:
    """Whether a number has the shape of ours, such as "P-2026-0014"."""
    parts = ref.split("-")
    return (
        len(parts) == 3
        and parts[0] == letter
        and all(part.isascii() and part.isdigit() for part in parts[1:])
        and len(parts[1]) == len(parts[2][:4]) == 4
    )
