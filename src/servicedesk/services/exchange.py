# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Customers brought in from a file: looked at, planned, carried out as one step, undone as one."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from servicedesk.domain.customers import CustomerDraft, Reach
from servicedesk.domain.customers_typing import normal_postcode
from servicedesk.domain.errors import Refusal
from servicedesk.domain.importing import Candidate, Duplicates, LookChoices, PlanChoices
from servicedesk.domain.importing_changes import listed
from servicedesk.domain.importing_days import ColumnDays
from servicedesk.domain.importing_matching import Known, Traits, plain_name
from servicedesk.domain.importing_plan import (
    Found,
    ImportLook,
    ImportPlan,
    ImportReport,
    found_again,
    planned,
)
from servicedesk.domain.own_fields import OwnFieldCard, OwnFieldOn
from servicedesk.services.customers_keeping import normal_reach
from servicedesk.services.exchange_keeping import carry_out
from servicedesk.services.exchange_reading import (
    Quiet,
    Steps,
    candidates_of,
    days_of,
    look_into,
)
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Done, Reading, Units
from servicedesk.store.customers_reading import customers_of
from servicedesk.store.exchange import KnownBy, known_customers
from servicedesk.store.journal import last_step
from servicedesk.store.own_fields import fields_on

_LOOK = LookChoices()
_QUIET = Quiet()
_KINDS = ("email", "phone")


class Exchange:
    """The use cases of bringing customers in.

    Args:
        units: opens changes and reads.
        around: the clock, and the child that reads workbooks and cards.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around

    def own_fields(self) -> tuple[OwnFieldCard, ...]:
        """The business's own fields that a column can be brought into."""
        return tuple(self._own().values())

    def look(self, path: Path, choices: LookChoices = _LOOK) -> ImportLook:
        """Look into a file; nothing is kept.

        Args:
            path: of the file; it is only read.
            choices: how to read it.

        Raises:
            Refusal: why the file is no list of customers; the field is "file".
            Trouble: the file cannot be read.
        """
        return look_into(path, choices, self._own(), self._around)

    def days(self, look: ImportLook, choices: PlanChoices) -> Mapping[int, ColumnDays]:
        """What each column of days says of the order of day and month, as columns are chosen."""
        return days_of(look.rows, choices.columns, self._own())

    def plan(self, look: ImportLook, choices: PlanChoices, steps: Steps = _QUIET) -> ImportPlan:
        """Work out what would come of each row; nothing is kept.

        Args:
            look: the file.
            choices: what was chosen.
            steps: told how far it is; it can stop the work.

        Raises:
            Refusal: ``import_no_columns`` for the field "columns", ``import_days_unclear`` for
                "days_<place>".
        """
        today = self._around.clock.today()
        candidates, refused = candidates_of(look, choices, self._own(), today, steps)
        normals = _normals(candidates)
        with self._units.read() as reading:
            step = last_step(reading)
            known = Known(_traits(one) for one in known_customers(reading))

            def traits_of(candidate: Candidate, key: int) -> Traits:
                return _traits_of(candidate.draft, key, normals)

            found = list(found_again(candidates, known, traits_of, choices.duplicates))
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

    def run(self, plan: ImportPlan, steps: Steps, who: str) -> Done[ImportReport]:
        """Carry a plan out: all of it, or nothing.

        Args:
            plan: made since the last change.
            steps: told how far it is; it can stop the import, which leaves nothing behind.
            who: brings the customers in.

        Raises:
            Refusal: ``import_plan_old`` when something was changed since the plan was made.
            Trouble: the file cannot be written.
        """
        with self._units.change("bring customers in", who) as unit:
            if last_step(unit.connection) != plan.made_at_step:
                raise Refusal("import_plan_old")
            carry_out(unit, plan, self._around.clock.today(), steps)
        report = ImportReport(name=plan.name, counts=plan.counts, refused=plan.refused)
        return Done(card=report, changes=unit.changes)

    def _own(self) -> dict[int, OwnFieldCard]:
        with self._units.read() as reading:
            fields = fields_on(reading, OwnFieldOn.CUSTOMER)
        return {card.id: card for card in fields if card.retired_on is None}


def _there(reading: Reading, found: Sequence[Found]) -> dict[int, CustomerDraft]:
    ids = dict.fromkeys(one.key for one in found if one.key > 0)
    return {card.id: card.draft for card in customers_of(reading, list(ids)).values()}


def _renamed(found: Sequence[Found], there: Mapping[int, CustomerDraft]) -> int:
    """How many of those who are there have names that the list writes otherwise."""
    rows = (one for one in found if one.key in there and one.candidate.draft.name)
    return len({one.key for one in rows if one.candidate.draft.name != there[one.key].name})


def _normals(candidates: Sequence[Candidate]) -> dict[Reach, str]:
    """By what the phones and e-mail addresses of a list are compared; each is looked at once."""
    reaches = dict.fromkeys(reach for one in candidates for reach in one.draft.reaches)
    return {reach: normal_reach(reach) for reach in reaches}


def _traits(known: KnownBy) -> Traits:
    return Traits(
        key=known.id,
        name=plain_name(known.name, is_organisation=known.is_organisation),
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
