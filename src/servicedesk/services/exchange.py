# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A list brought in from a file: looked at, planned, carried out as one step, undone as one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from servicedesk.domain.customers import CustomerDraft, Reach
from servicedesk.domain.customers_typing import normal_postcode
from servicedesk.domain.errors import Refusal
from servicedesk.domain.exchange_columns import ListKind
from servicedesk.domain.importing import Candidate, Duplicates, LookChoices, PlanChoices
from servicedesk.domain.importing_changes import listed
from servicedesk.domain.importing_days import ColumnDays
from servicedesk.domain.importing_field_names import Field
from servicedesk.domain.importing_mappings import MappingCard, check_once, fits
from servicedesk.domain.importing_matching import Known, Traits, plain_name
from servicedesk.domain.importing_plan import (
    Found,
    ImportLook,
    ImportPlan,
    ImportReport,
    found_again,
    planned,
)
from servicedesk.domain.importing_records_plan import RecordPlan
from servicedesk.domain.own_fields import OwnFieldCard, OwnFieldOn
from servicedesk.services.complaints_writing import footing_in
from servicedesk.services.customers_keeping import normal_reach
from servicedesk.services.exchange_keeping import carry_out
from servicedesk.services.exchange_mappings import ImportMappings
from servicedesk.services.exchange_own import make_fields, new_fields, numbered, with_new
from servicedesk.services.exchange_reading import (
    Quiet,
    Steps,
    candidates_of,
    days_of,
    look_into,
    watched,
)
from servicedesk.services.exchange_records import carry_records_out, plan_records
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Done, Reading, Units
from servicedesk.store.customers_reading import customers_of
from servicedesk.store.exchange import KnownBy, known_customers
from servicedesk.store.journal import last_step
from servicedesk.store.own_fields import fields_on

_LOOK = LookChoices()
_QUIET = Quiet()
_KINDS = ("email", "phone")
_OWN_ON = {
    ListKind.CUSTOMERS: OwnFieldOn.CUSTOMER,
    ListKind.PROMISES: OwnFieldOn.PROMISE,
    ListKind.COMPLAINTS: OwnFieldOn.COMPLAINT,
}

Plan = ImportPlan | RecordPlan
"""What an import will do."""

USE_CASES = {
    ListKind.CUSTOMERS: "bring customers in",
    ListKind.PROMISES: "bring promises in",
    ListKind.COMPLAINTS: "bring complaints in",
    ListKind.FEEDBACK: "bring feedback in",
}
"""What the step is called that an import is."""


class Exchange:
    """The use cases of bringing lists in.

    Args:
        units: opens changes and reads.
        around: the clock, and the child that reads workbooks and cards.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around

    @cached_property
    def mappings(self) -> ImportMappings:
        """How columns are brought in, kept under names."""
        return ImportMappings(self._units)

    def own_fields(self, holds: ListKind = ListKind.CUSTOMERS) -> tuple[OwnFieldCard, ...]:
        """The business's own fields that a column can be brought into."""
        return tuple(self._own(holds).values())

    def look(self, path: Path, choices: LookChoices = _LOOK) -> ImportLook:
        """Look into a file; nothing is kept.

        Args:
            path: of the file; it is only read.
            choices: how to read it.

        Raises:
            Refusal: why the file is no list; the field is "file".
            Trouble: the file cannot be read.
        """
        holds = choices.holds
        look = look_into(path, choices, self._own(holds), self._around)
        if not look.is_ours or holds not in _OWN_ON:
            return look
        with self._units.read() as reading:
            there = fields_on(reading, _OWN_ON[holds])
        headings = [column.heading for column in look.columns]
        new = new_fields(path, headings, _OWN_ON[holds], there)
        return replace(look, columns=with_new(look.columns, new), new_own=new)

    def days(self, look: ImportLook, choices: PlanChoices) -> Mapping[int, ColumnDays]:
        """What each column of days says of the order of day and month, as columns are chosen."""
        own = self._own(look.holds) | {card.id: card for card in look.new_own}
        return days_of(look.rows, choices.columns, own, look.holds)

    def with_mapping(
        self, look: ImportLook, choices: PlanChoices, card: MappingCard
    ) -> PlanChoices:
        """What was chosen, with the columns and days as a mapping has them.

        Raises:
            Refusal: ``mapping_other_headings`` for a list with other headings.
        """
        if not fits(card, [column.heading for column in look.columns]):
            raise Refusal("mapping_other_headings", "mapping", name=card.draft.name)
        return replace(choices, columns=card.draft.columns, day_orders=card.draft.day_orders)

    def plan(self, look: ImportLook, choices: PlanChoices, steps: Steps = _QUIET) -> Plan:
        """Work out what would come of each row; nothing is kept.

        Args:
            look: the file.
            choices: what was chosen.
            steps: told how far it is; it can stop the work.

        Raises:
            Refusal: ``import_no_columns`` or ``import_column_twice`` for the field "columns",
                ``import_days_unclear`` for "days_<place>".
        """
        with self._units.read() as reading:
            columns, new = numbered(reading, choices.columns, look.new_own, makes=choices.makes_own)
        choices = replace(choices, columns=columns)
        own = self._own(look.holds) | {card.id: card for card in new}
        plan = self._planned(look, choices, own, steps)
        return replace(plan, new_own=new)

    def _planned(
        self, look: ImportLook, choices: PlanChoices, own: dict[int, OwnFieldCard], steps: Steps
    ) -> Plan:
        if look.holds is ListKind.CUSTOMERS:
            return self._plan_customers(look, choices, own, steps)
        if not look.is_ours:
            check_once(choices.columns)
            if not any(isinstance(column.meaning, Field) for column in choices.columns):
                raise Refusal("import_no_fields", "columns")
        with self._units.read() as reading:
            there = list(known_customers(reading))
            return plan_records(
                look,
                choices,
                own,
                reading,
                footing_in(reading, self._around, ""),
                (Known(map(_traits, there)), {one.ref: one.id for one in there}, _traits_of),
                last_step(reading),
                steps,
            )

    def _plan_customers(
        self, look: ImportLook, choices: PlanChoices, own: dict[int, OwnFieldCard], steps: Steps
    ) -> ImportPlan:
        today = self._around.clock.today()
        candidates, refused = candidates_of(look, choices, own, today, steps)
        normals = _normals(watched(candidates, steps))
        with self._units.read() as reading:
            step = last_step(reading)
            known = Known(_traits(one) for one in known_customers(reading))

            def traits_of(candidate: Candidate, key: int) -> Traits:
                return _traits_of(candidate.draft, key, normals)

            again = found_again(candidates, known, traits_of, choices.duplicates)
            found = list(watched(again, steps))
            there = _there(reading, found)
        for draft in there.values():
            normals.update((reach, normal_reach(reach)) for reach in draft.reaches)
        actions, more = planned(found, there, choices, normals, today)
        changed, count = listed(actions, there)
        return ImportPlan(
            name=look.name,
            duplicates=choices.duplicates,
            actions=actions,
            refused=tuple(sorted((*refused, *more), key=lambda one: one.line)),
            changed=changed,
            changed_count=count,
            renamed=_renamed(found, there) if choices.duplicates is Duplicates.UPDATE else 0,
            normals=normals,
            made_at_step=step,
        )

    def run(self, plan: Plan, steps: Steps, who: str) -> Done[ImportReport]:
        """Carry a plan out: all of it, or nothing.

        Args:
            plan: made since the last change.
            steps: told how far it is; it can stop the import, which leaves nothing behind.
            who: brings the list in.

        Raises:
            Refusal: ``import_plan_old`` when something was changed since the plan was made.
            Trouble: the file cannot be written.
        """
        holds = plan.holds if isinstance(plan, RecordPlan) else ListKind.CUSTOMERS
        with self._units.change(USE_CASES[holds], who) as unit:
            if last_step(unit.connection) != plan.made_at_step:
                raise Refusal("import_plan_old")
            make_fields(unit, plan.new_own)
            if isinstance(plan, RecordPlan):
                footing = footing_in(unit.connection, self._around, who)
                carry_records_out(unit, plan, footing, steps)
            else:
                carry_out(unit, plan, self._around.clock.today(), steps)
        report = ImportReport(name=plan.name, counts=plan.counts, refused=plan.refused)
        return Done(card=report, changes=unit.changes)

    def _own(self, holds: ListKind = ListKind.CUSTOMERS) -> dict[int, OwnFieldCard]:
        if holds not in _OWN_ON:
            return {}
        with self._units.read() as reading:
            fields = fields_on(reading, _OWN_ON[holds])
        return {card.id: card for card in fields if card.retired_on is None}


def _there(reading: Reading, found: Sequence[Found]) -> dict[int, CustomerDraft]:
    ids = dict.fromkeys(one.key for one in found if one.key > 0)
    return {card.id: card.draft for card in customers_of(reading, list(ids)).values()}


def _renamed(found: Sequence[Found], there: Mapping[int, CustomerDraft]) -> int:
    """How many of those who are there have names that the list writes otherwise."""
    rows = (one for one in found if one.key in there and one.candidate.draft.name)
    return len({one.key for one in rows if one.candidate.draft.name != there[one.key].name})


def _normals(candidates: Iterable[Candidate]) -> dict[Reach, str]:
    """By what the phones and e-mail addresses of a list are compared; each is looked at once."""
    reaches = dict.fromkeys(reach for one in candidates for reach in one.draft.reaches)
    return {reach: normal_reach(reach) for reach in reaches}


def _traits(known: KnownBy) -> Traits:
    return Traits(
        key=known.id,
        name=plain_name(known.name, is_organisation=known.is_organisation),
        ref=known.ref,
        emails=known.emails,
        phones=known.phones,
        postcodes=known.postcodes,
    )


def _traits_of(draft: CustomerDraft, key: int, normals: Mapping[Reach, str]) -> Traits:
    emails, phones = (
        frozenset(normals[one] for one in draft.reaches if one.kind.value == kind)
        for kind in _KINDS
    )
    codes = (normal_postcode(one.postcode) for one in draft.addresses)
    return Traits(
        key=key,
        name=plain_name(draft.name, is_organisation=draft.is_organisation),
        emails=emails,
        phones=phones,
        postcodes=frozenset(code for code in codes if code),
    )
