# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Complaints and actions are found by what one knows of them, the moment they are written."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from servicedesk.domain.actions import ActionDraft
from servicedesk.domain.complaints import About, ComplaintDraft
from servicedesk.domain.complaints_asks import Given
from servicedesk.domain.complaints_file import (
    EntryDraft,
    EntryKind,
    IssueDraft,
    RemedyDraft,
    RemedyKind,
)
from servicedesk.domain.complaints_listed import ComplaintFilter
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.customers import CustomerDraft
from servicedesk.domain.kinds import Kind
from servicedesk.domain.search import Hit, HitGroup, HitKind
from servicedesk.services.registry import Services, open_services
from servicedesk.store.search_index import SEARCHED
from servicedesk.store.search_shown import _LINES
from tests.helpers.fakes import FixedClock
from tests.helpers.records import DAY
from tests.services.around import surroundings
from tests.store.files import new_file, opened

RUTH = "Ruth"


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, FixedClock(DAY)))


def drafted(**more: object) -> ComplaintDraft:
    return ComplaintDraft(received_at=FixedClock(DAY).now(), **more)


@pytest.fixture
def saw(services: Services) -> int:
    """A complaint with everything that can be looked for."""
    draft = drafted(
        text="The saw stopped on the first morning",
        called="Mrs Pickersgill",
        job_ref="SO 1182",
        product="Cordless mitre saw",
        notes="Shouted a little",
        wish_words="Another one of the same make",
    )
    number = services.complaints.log(draft, RUTH).card.id
    files = services.complaints.parts
    files.add_issue(number, IssueDraft(text="Battery was flat"), RUTH)
    fact = EntryDraft(kind=EntryKind.FACT, text="Looked at the gearbox", source="Sam", on=DAY)
    files.add_entry(number, fact, RUTH)
    files.add_remedy(number, RemedyDraft(kind=RemedyKind.GOODWILL, words="a voucher"), RUTH)
    return number


def group(services: Services, typed: str, kind: HitKind) -> HitGroup | None:
    return next((one for one in services.search.find(typed) if one.kind is kind), None)


def only(services: Services, typed: str, kind: HitKind = HitKind.COMPLAINT) -> Hit:
    found = group(services, typed, kind)
    assert found is not None, typed
    (hit,) = found.hits
    return hit


@pytest.mark.parametrize(
    "typed",
    [
        "saw stopped", "C-2026-0001", "c20260001", "0001", "pickers", "kersgil", "1182", "so 1182",
        "mitre", "shouted", "same make", "battery", "gearbox", "sam", "voucher",
    ],
)  # fmt: skip
def test_a_complaint_is_found_by_anything_one_may_know(
    services: Services, saw: int, typed: str
) -> None:
    hit = only(services, typed)
    assert (hit.room, hit.part, hit.item) == ("complaints", "", str(saw))


def test_it_is_shown_with_whom_when_and_where_it_stands(services: Services, saw: int) -> None:
    hit = only(services, "saw")
    assert hit.title == "The saw stopped on the first morning"
    assert hit.detail == "Mrs Pickersgill · C-2026-0001 · 23 November 2026 · New"
    card = services.customers.add(CustomerDraft(name="Ann Hill", remember="Rings twice"), RUTH)
    draft = services.complaints.get(saw).draft
    services.complaints.change(saw, replace(draft, customer_id=card.card.id), RUTH)
    services.complaints.take(saw, Action.INVESTIGATE, Given(on=DAY), RUTH)
    hit = only(services, "saw")
    assert hit.detail == "Ann Hill · C-2026-0001 · 23 November 2026 · Looking into it"
    assert hit.remember == "Rings twice"


def test_one_without_words_is_called_by_what_it_is_about(services: Services) -> None:
    services.complaints.log(drafted(about=About.FAULTY_GOODS), RUTH)
    assert only(services, "C-2026-0001").title == "Faulty goods"


def test_what_changes_of_its_parts_is_found_at_once(services: Services, saw: int) -> None:
    file = services.complaints.file(saw)
    issue = file.issues[0]
    changed = IssueDraft(text="Charger was wrong")
    services.complaints.parts.change_issue(saw, issue.id, changed, RUTH)
    assert only(services, "charger").item == str(saw)
    assert group(services, "battery", HitKind.COMPLAINT) is None
    services.undo.undo(RUTH)
    assert only(services, "battery").item == str(saw)
    services.complaints.parts.remove_issue(saw, issue.id, RUTH)
    assert group(services, "battery", HitKind.COMPLAINT) is None


def test_an_action_leads_to_the_complaint_it_came_from_or_to_the_list(
    services: Services, saw: int
) -> None:
    files = services.complaints.parts
    files.add_action(saw, ActionDraft(text="Charge saws before sale"), RUTH)
    files.add_action(None, ActionDraft(text="Charge drills", due=date(2026, 12, 1)), RUTH)
    found = group(services, "charge", HitKind.ACTION)
    assert found is not None
    assert found.of == 2
    alone, ours = found.hits
    assert (ours.room, ours.item) == ("complaints", str(saw))
    assert (ours.title, ours.detail) == ("Charge saws before sale", "Mrs Pickersgill · C-2026-0001")
    assert (alone.room, alone.part, alone.item) == ("improve", "actions", "2")
    assert alone.detail == "1 December 2026"


def test_how_many_there_are_follows_each_new_one(services: Services, saw: int) -> None:
    found = group(services, "saw", HitKind.COMPLAINT)
    assert found is not None
    assert (found.of, found.is_titled) == (1, True)
    services.complaints.log(drafted(text="Another saw"), RUTH)
    found = group(services, "saw", HitKind.COMPLAINT)
    assert found is not None
    assert (found.of, found.total) == (2, 2)


def test_lists_of_complaints_find_words_and_customers(services: Services, saw: int) -> None:
    whom = services.customers.add(CustomerDraft(name="Ann Hill"), RUTH).card.id
    hers = services.complaints.log(drafted(text="Late parcel", customer_id=whom), RUTH).card.id
    found = {
        typed: list(services.complaints.lists.ids(ComplaintFilter(text=typed)))
        for typed in ("gearbox", "parcel", "hill", "1182", "zzz")
    }
    assert found == {"gearbox": [saw], "parcel": [hers], "hill": [hers], "1182": [saw], "zzz": []}


def test_an_index_made_anew_has_them_too(services: Services, saw: int, tmp_path: Path) -> None:
    with services._file.change() as connection:
        connection.exec_driver_sql("DELETE FROM search_docs")
        for table in ("search_words", "search_parts"):
            connection.exec_driver_sql(f"INSERT INTO {table}({table}) VALUES ('delete-all')")
    again = open_services(services._file, surroundings(tmp_path, FixedClock(DAY)))
    assert only(again, "gearbox").item == str(saw)


@pytest.mark.parametrize("kind", [kind for kind in SEARCHED if kind is not Kind.CUSTOMER])
def test_only_the_few_that_were_found_are_read(services: Services, kind: Kind) -> None:
    with services.units.read() as reading:
        asked = f"EXPLAIN QUERY PLAN {_LINES[kind]}"
        plan = [str(row[3]) for row in reading.exec_driver_sql(asked, ("[1]",))]
    assert [step for step in plan if step.startswith("SCAN")] == plan[:1]
    assert plan[0].startswith("SCAN j ")
