# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Customers who are in the file twice made into one, with all that names them, and taken apart."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from sqlalchemy import select

from servicedesk.domain.complaints import ComplaintDraft
from servicedesk.domain.contacts import ContactDraft
from servicedesk.domain.customers import Channel
from servicedesk.domain.customers_lists import CustomerFilter
from servicedesk.domain.data_requests import RequestDraft, RequestKind
from servicedesk.domain.errors import Refusal
from servicedesk.domain.feedback import FeedbackDraft
from servicedesk.domain.holds import HoldDraft
from servicedesk.domain.kinds import Kind
from servicedesk.domain.promises import Due, PromiseDraft
from servicedesk.domain.support import ConsentChannel, NeedSource, SafetyKind, SupportNeed
from servicedesk.services.registry import Services
from servicedesk.services.unit import Units
from servicedesk.store.attachments import attachments
from servicedesk.store.customers import customers
from servicedesk.store.customers_parts import pointing
from servicedesk.store.fairness import fairness_checks, fairness_customers
from servicedesk.store.letters import letters
from servicedesk.store.record_files import record_files
from servicedesk.store.records import CATALOGUE
from servicedesk.store.support import consents, safety_notes, support_needs
from tests.helpers.fakes import FixedClock
from tests.services.customers_made import RUTH, added, shop

TODAY = date(2026, 9, 14)
NOON = datetime(2026, 9, 14, 11, tzinfo=UTC)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with shop(tmp_path, FixedClock()) as found:
        yield found


def log_all(services: Services, customer_id: int) -> None:
    """Note something of every sort with a customer."""
    services.customers.was_in(customer_id, date(2026, 9, 2), True, RUTH)
    promise = PromiseDraft(
        customer_id=customer_id, text="ring", due=Due(day=TODAY), promiser="Ann", made_on=TODAY
    )
    services.promises.make(promise, RUTH)
    services.contacts.log(ContactDraft(customer_id=customer_id, text="rang", at=NOON), RUTH)
    said = ComplaintDraft(customer_id=customer_id, text="cold tea", received_at=NOON)
    services.complaints.log(said, RUTH)
    services.feedback.log(FeedbackDraft(customer_id=customer_id, text="kind", given_on=TODAY), RUTH)
    asked = RequestDraft(kind=RequestKind.SEE, received_on=TODAY, customer_id=customer_id)
    services.data_requests.note(asked, RUTH)
    services.holds.add(HoldDraft(customer_id=customer_id, reason="court", since=TODAY), RUTH)


def fill(services: Services, customer_id: int) -> None:
    """Give a customer a row in every table that can name one."""
    log_all(services, customer_id)
    with services.units.change("fill", RUTH) as unit:
        need = {"need": SupportNeed.LARGE_PRINT, "source": NeedSource.CUSTOMER_SAID}
        rest = {"detail": "", "yes_words": "yes", "is_temporary": False, "visible_to": ""}
        unit.insert(support_needs, {"customer_id": customer_id, **need, **rest})
        note = {"kind": SafetyKind.ANIMAL, "text": "dog", "yes_words": "yes", "result": ""}
        days = {"agreed_on": TODAY, "ends_on": TODAY}
        unit.insert(safety_notes, {"customer_id": customer_id, **note, **days})
        consent = {"channel": ConsentChannel.POST, "wording": "offers", "how": ""}
        unit.insert(consents, {"customer_id": customer_id, **consent, "given_on": TODAY})
        file = unit.insert(
            attachments,
            {"name": "a.pdf", "media_type": "application/pdf", "sha256": "0", "size": 0},
        )
        letter = {"ref": "L-1", "template": "L13", "template_version": 1, "title": "Welcome"}
        more = {"fields": "", "body": "", "is_large_print": False, "signatory": ""}
        unit.insert(
            letters,
            {
                **letter,
                **more,
                "customer_id": customer_id,
                "issued_on": TODAY,
                "written_at": NOON,
                "attachment_id": file,
            },
        )
        unit.insert(
            record_files,
            {
                "kind": Kind.CUSTOMER,
                "record_id": customer_id,
                "attachment_id": file,
                "name": "a.pdf",
                "added_on": TODAY,
            },
        )
        check = unit.insert(fairness_checks, {"drawn_on": TODAY})
        drawn = {"fairness_check_id": check, "position": 0, "since": TODAY, "note": ""}
        unit.insert(fairness_customers, {"customer_id": customer_id, **drawn})


def all_rows(units: Units) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table that names customers, and of their own."""
    tables = [customers, record_files, *(table for table, _ in pointing())]
    with units.read() as reading:
        return {
            table.name: [tuple(row) for row in reading.execute(select(table).order_by(table.c.id))]
            for table in tables
        }


def test_demand_9_merging_moves_every_child_and_one_undo_takes_it_back(services: Services) -> None:
    keep = added(services, "Mrs Meena Patel", phones=("01632 960 123",), tags=("vip",))
    other = added(
        services,
        "Meena Patell",
        phones=("+44 1632 960123", "07700 900111"),
        place=("4 High Street\nLeeds", "LS1 4DY"),
        tags=("VIP", "boiler"),
        prefers=Channel.SMS,
    )
    services.customers.was_in(keep.id, date(2026, 9, 2), False, RUTH)
    fill(services, other.id)
    before = all_rows(services.units)
    named = [table.name for table, _ in pointing()]
    assert len(named) >= 10
    assert [name for name in named if not before[name]] == []

    done = services.customers_merging.merge(keep.id, [other.id], RUTH)
    after = all_rows(services.units)
    for table, column in pointing():
        place = list(table.columns.keys()).index(column)
        assert {row[place] for row in after[table.name]} == {keep.id}, table.name
    assert after["record_files"][0][2] == keep.id
    card = done.card
    assert card.shown_name == "Mrs Meena Patel"
    assert card.also_known_as == ("Meena Patell",)
    assert [reach.shown for reach in card.draft.reaches] == ["01632 960 123", "07700 900111"]
    assert card.draft.tags == ("vip", "boiler")
    assert card.draft.prefers is Channel.SMS
    assert done.changes[Kind.CUSTOMER] == {keep.id, other.id}
    assert done.changes[Kind.PROMISE]
    assert done.changes[Kind.LETTER]
    assert done.changes[Kind.COMPLAINT]
    assert done.changes[Kind.FEEDBACK]

    assert services.customers.get(other.id) == card
    for text in ("meena patel", "patell"):
        assert list(services.customer_lists.ids(CustomerFilter(text=text))) == [keep.id]

        assert [row.id for row in services.search.people(text)] == [keep.id]

    services.undo.undo(RUTH)
    assert all_rows(services.units) == before
    assert services.customers.get(other.id).shown_name == "Meena Patell"
    services.undo.redo(RUTH)
    assert all_rows(services.units) == after


def test_every_table_that_names_a_customer_is_known() -> None:
    owned = {table.name for table, _ in pointing() if CATALOGUE.record(table).owner_column}
    assert {"customer_reaches", "customer_addresses", "customer_tags", "customer_visits"} <= owned
    assert {"support_needs", "safety_notes", "consents"} <= owned
    assert {"promises", "contacts", "letters", "complaints"}.isdisjoint(owned)


def test_a_visit_on_the_same_day_is_one_visit(services: Services) -> None:
    keep, other = added(services, "Tom"), added(services, "Thomas")
    services.customers.was_in(keep.id, TODAY, False, RUTH)
    services.customers.was_in(other.id, TODAY, True, RUTH)
    services.customers_merging.merge(keep.id, [other.id], RUTH)
    rows = all_rows(services.units)["customer_visits"]
    assert [row[1:] for row in rows] == [(keep.id, TODAY, True)]


def test_one_address_is_kept_once(services: Services) -> None:
    keep = added(services, "Tom", place=("4 High Street\nLeeds", "LS1 4DY"))
    other = added(services, "Thomas", place=("4 High Street, Leeds", "ls14dy"))
    third = added(services, "Tim", place=("9 Low Road", "LS1 4DY"))
    card = services.customers_merging.merge(keep.id, [other.id, third.id], RUTH).card
    assert [place.lines for place in card.draft.addresses] == ["4 High Street\nLeeds", "9 Low Road"]


def test_who_was_merged_stands_for_whom_they_went_into(services: Services) -> None:
    first, second, third = (added(services, name) for name in ("Tom", "Thomas", "Tim"))
    services.customers_merging.merge(second.id, [first.id], RUTH)
    card = services.customers_merging.merge(third.id, [first.id, second.id], RUTH).card
    assert set(card.also_known_as) == {"Tom", "Thomas"}
    assert services.customers.get(first.id) == card
    with pytest.raises(Refusal, match="merge_needs_two"):
        services.customers_merging.merge(third.id, [first.id, third.id], RUTH)
    with pytest.raises(Refusal, match="record_gone"):
        services.customers_merging.merge(third.id, [99], RUTH)


_SOME = some.builds(
    dict,
    phones=some.lists(some.sampled_from(("1", "+44 1", "22")), max_size=3).map(tuple),
    tags=some.lists(some.sampled_from(("a", "A", "b")), max_size=3).map(tuple),
    place=some.sampled_from((None, ("4 High Street", "LS1 4DY"), ("4 High Street", ""))),
    days=some.sets(some.integers(1, 3), max_size=2),
    bought_else=some.booleans(),
)


@settings(max_examples=12, deadline=None)
@given(some.lists(_SOME, min_size=2, max_size=4), some.data())
def test_whatever_is_merged_comes_apart_again(
    people: list[dict[str, object]], data: some.DataObject
) -> None:
    with TemporaryDirectory() as folder, shop(Path(folder), FixedClock()) as services:
        ids = []
        for number, typed in enumerate(people):
            days, bought_else = typed.pop("days"), bool(typed.pop("bought_else"))
            ids.append(added(services, f"Tom {number}", **typed).id)
            for day in days if isinstance(days, set) else ():
                services.customers.was_in(ids[-1], date(2026, 9, day), bought_else, RUTH)
        order = data.draw(some.permutations(ids))
        seen = [all_rows(services.units)]
        for one in order[1:]:
            services.customers_merging.merge(order[0], [one], RUTH)
            seen.append(all_rows(services.units))
        assert list(services.customer_lists.ids(CustomerFilter())) == [order[0]]
        for before in reversed(seen[:-1]):
            services.undo.undo(RUTH)
            assert all_rows(services.units) == before
        for after in seen[1:]:
            services.undo.redo(RUTH)
            assert all_rows(services.units) == after
