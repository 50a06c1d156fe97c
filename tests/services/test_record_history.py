# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The history of a record: its answers, its parts and its own fields, newest first."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from servicedesk.domain.customers import CustomerDraft, Reach, ReachKind
from servicedesk.domain.kinds import Kind
from servicedesk.domain.own_fields import OwnFieldDraft, OwnFieldOn
from servicedesk.domain.promises import Due, PromiseDraft
from servicedesk.domain.record_history import Change, FieldChange
from servicedesk.services.registry import Services, open_services
from servicedesk.store.record_history import sorts_of
from servicedesk.store.records import CATALOGUE
from tests.helpers.builders import words
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.store.files import new_file, opened

DAY = date(2026, 11, 24)
ANN = CustomerDraft(name="Ann Lee", reaches=(Reach(kind=ReachKind.PHONE, shown="01632 960 1"),))


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, FixedClock(DAY)))


def test_demand_30_what_was_changed_in_a_customer_when_and_by_whom(services: Services) -> None:
    key = services.own_fields.add(OwnFieldDraft(on=OwnFieldOn.CUSTOMER, name="Key"), "Ruth").card
    ann = services.customers.add(ANN, "Ruth").card
    services.customers.add(CustomerDraft(name="Somebody Else"), "Ruth")
    changed = replace(ANN, notes="rings twice", own={str(key.id): "7"})
    services.customers.change(ann.id, changed, "Tom")
    newest, *older = services.record_history.of(Kind.CUSTOMER, ann.id)
    assert (newest.who, newest.change, newest.is_part) == ("Tom", Change.CHANGED, False)
    assert newest.at.date() == DAY
    assert newest.fields == (
        FieldChange(field="Notes", before="", after="rings twice"),
        FieldChange(field="Key", before="", after="7"),
    )
    assert {one.who for one in older} == {"Ruth"}
    phone = next(one for one in older if one.is_part)
    assert phone.table == "customer_reaches"
    assert FieldChange(field="Shown", before="", after="01632 960 1") in phone.fields
    assert all("Somebody" not in one.after for line in older for one in line.fields)


def test_a_phone_that_was_taken_away_is_still_told(services: Services) -> None:
    ann = services.customers.add(ANN, "Ruth").card
    services.customers.change(ann.id, replace(ANN, reaches=()), "Tom")
    newest = services.record_history.of(Kind.CUSTOMER, ann.id)[0]
    assert (newest.change, newest.table) == (Change.REMOVED, "customer_reaches")


def test_days_are_written_out_and_a_record_that_is_gone_has_no_history(services: Services) -> None:
    draft = PromiseDraft(text="ring", made_on=DAY, due=Due(day=date(2026, 11, 30)))
    made = services.promises.make(draft, "Ruth").card
    (line,) = services.record_history.of(Kind.PROMISE, made.id)
    assert FieldChange(field="Due on", before="", after="30 November 2026") in line.fields
    assert services.record_history.of(Kind.PROMISE, 99) == ()
    assert services.record_history.of(Kind.WALK, made.id) == ()


def test_every_part_of_every_record_has_its_word() -> None:
    for table in CATALOGUE:
        if CATALOGUE.record(table).owner_column is not None:
            assert words().say(f"record_history.{table.name}")


def test_numbers_that_only_the_program_reads_are_not_told() -> None:
    columns = sorts_of("customer_reaches")
    assert set(columns) == {"kind", "shown", "label"}
