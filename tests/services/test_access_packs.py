# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The pack of what is held: everything that can name a person is in it, on paper and as data."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from servicedesk.documents.page_images import page_texts
from servicedesk.domain.access_packs import PackChoices
from servicedesk.domain.blocks import PaperSize
from servicedesk.domain.complaints import ComplaintDraft
from servicedesk.domain.complaints_file import EntryDraft, EntryKind
from servicedesk.domain.contacts import ContactDraft
from servicedesk.domain.customers import CustomerDraft
from servicedesk.domain.errors import Refusal
from servicedesk.domain.kinds import Kind
from servicedesk.domain.people import PersonDraft
from servicedesk.domain.printing import PaperChoice
from servicedesk.domain.promises import Due, PromiseDraft
from servicedesk.domain.support import SupportDraft, SupportNeed
from servicedesk.services.access_packs import LOOK, PACK
from servicedesk.services.registry import Services, open_services
from servicedesk.store import driver
from servicedesk.store.access_packs_pointers import UNREAD
from servicedesk.store.driver import Access
from servicedesk.store.migrations import SCHEMA
from servicedesk.store.records import CATALOGUE
from servicedesk.store.types import Words
from tests.helpers.fakes import FixedClock
from tests.migrations.files import file_of
from tests.services.around import surroundings
from tests.store.files import new_file, opened

RUTH = "Ruth"
TODAY = date(2026, 9, 14)
NOON = datetime(2026, 9, 14, 11, tzinfo=UTC)
NAME = "Zoltan Canaryson"

COPIES = {
    "customers.name": "it is what is looked for, and stands over every page",
    "customers.sort_key": "a copy of the name in another order, by which lists are sorted",
    "customer_reaches.normal": "a copy of what is shown, without spaces",
    "customer_addresses.normal": "a copy of the lines and the postcode, in small letters",
}
"""Columns that are in no pack, and why nothing is missing for that."""

OBJECTS = frozenset({"own", "fields", "answers", "before", "after"})
"""Columns in which a small table lies."""


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, FixedClock(TODAY)))


def words(
    services: Services, customer_id: int, paper: str, choices: PackChoices | None = None
) -> str:
    """Everything that stands on a paper, on one line."""
    job = services.access_packs.pack(customer_id, choices)
    made = job.make(PaperChoice(paper=paper, size=PaperSize.A4))
    return " ".join(" ".join(page_texts(made.data)).split())


def planted(path: Path, customer_id: int) -> dict[str, str]:
    """Plant a word of its own in every column that can name somebody, of one row of each table.

    Returns:
        The word, by table and column.
    """
    found: dict[str, str] = {}
    connection = driver.open_bare(path, Access.READ_WRITE)
    connection.execute(
        "INSERT INTO journal (step, use_case, who, at, action, table_name, record_id, before, "
        "after) VALUES (9999, 'change customer', 'Ruth', '2026-09-14T11:00:00.000000Z', 'update', "
        "'customers', ?, '{}', '{}')",
        (customer_id,),
    )
    for table in CATALOGUE:
        columns = [
            name
            for name in CATALOGUE.record(table).person_columns
            if isinstance(table.c[name].type, Words)
        ]
        if not columns or (table.name in UNREAD and table.name != "journal"):
            continue
        ((row,),) = connection.execute(f"SELECT coalesce(max(id), 0) FROM {table.name}").fetchall()
        assert row, f"tests/migrations/files.py has no row of {table.name}"
        for column in columns:
            place = f"{table.name}.{column}"
            if place in COPIES:
                continue
            word = f"zq{len(found):03d}q"
            text = f"{NAME} {word}"
            if column in OBJECTS:
                key = "notes" if table.name == "journal" else "1"
                text = json.dumps({key: text})
            connection.execute(f"UPDATE {table.name} SET {column} = ? WHERE id = ?", (text, row))
            found[place] = word
    connection.execute("UPDATE letters SET customer_id = NULL")
    connection.close()
    return found


def test_scenario_53_every_column_that_can_name_them_is_in_the_pack(tmp_path: Path) -> None:
    path = file_of(tmp_path, SCHEMA)
    with opened(path) as file:
        desk = open_services(file, surroundings(path, FixedClock(TODAY)))
        customer_id = desk.customers.add(CustomerDraft(name=NAME), RUTH).card.id
    sought = planted(path, customer_id)
    assert len(sought) > 80
    with opened(path) as file:
        desk = open_services(file, surroundings(path, FixedClock(TODAY)))
        data = desk.access_packs.data(customer_id).decode()
        printed = words(desk, customer_id, PACK)
    missing = {place for place, word in sought.items() if word not in data}
    assert missing == set()
    flat = re.sub(r"\s", "", printed)
    assert {place for place, word in sought.items() if word not in flat} == set()


@pytest.fixture
def patel(services: Services) -> int:
    services.people.add(PersonDraft(name="Tom Reed"), RUTH)
    services.customers.add(CustomerDraft(name="Joan Fielding"), RUTH)
    made = services.customers.add(
        CustomerDraft(name="Mrs Meena Patel", notes="Her neighbour is Joan Fielding"), RUTH
    )
    number = made.card.id
    services.promises.make(
        PromiseDraft(
            customer_id=number,
            text="ring back",
            due=Due(day=TODAY),
            promiser="Tom Reed",
            made_on=TODAY,
        ),
        RUTH,
    )
    services.contacts.log(ContactDraft(customer_id=number, text="Tom was rude", at=NOON), RUTH)
    return number


def test_scenario_53_what_helps_them_is_in_the_pack(services: Services, patel: int) -> None:
    need = SupportDraft(need=SupportNeed.WRITTEN_SUMMARY, yes_words="Yes, please write it down")
    services.support.add_need(patel, need, RUTH)
    printed = words(services, patel, PACK)
    assert "Yes, please write it down" in printed
    assert "What helps you" in printed


def test_it_says_why_from_where_how_long_and_whom_to_tell(services: Services, patel: int) -> None:
    services.business.save({"nation": "eng", "trading_name": "Corner Shop"}, RUTH)
    printed = words(services, patel, PACK)
    for heading in ("Why we keep it", "Where it comes from", "Who else sees it"):
        assert heading in printed
    assert "Information Commissioner" in printed
    assert printed.index("Tell us first") < printed.index("Information Commissioner")


def test_somewhere_else_no_law_of_ours_is_named(services: Services, patel: int) -> None:
    services.business.save({"nation": "elsewhere"}, RUTH)
    assert "Information Commissioner" not in words(services, patel, PACK)


def test_who_else_is_named_is_told_to_us_alone(services: Services, patel: int) -> None:
    pack = services.access_packs.gather(patel)
    named = {one.table: one.others for one in pack.to_look_at}
    assert named["customers"] == ("Joan Fielding",)
    assert named["contacts"] == ("Tom Reed",)
    assert "promises" not in named, "who of us promised is no reason to look again"
    assert "Names another person" in words(services, patel, LOOK)
    assert "Names another person" not in words(services, patel, PACK)


def test_a_record_of_somebody_else_that_names_them_is_in_and_has_to_be_looked_at(
    services: Services, patel: int
) -> None:
    said = ComplaintDraft(
        called="Joan Fielding", text="Mrs Patel jumped the queue", received_at=NOON
    )
    number = services.complaints.log(said, RUTH).card.id
    pack = services.access_packs.gather(patel)
    (found,) = (one for one in pack.records if one.line == f"complaints:{number}")
    assert not found.is_theirs
    assert found.needs_look
    other = services.customers.add(CustomerDraft(name="Anna Patelson"), RUTH).card.id
    assert "jumped the queue" not in words(services, other, PACK)


@pytest.fixture
def bob(services: Services, patel: int) -> str:
    """The line of a customer whose notes name Mrs Patel, and tell much of himself."""
    notes = "Bob is the brother of Mrs Patel; owes 300. Has cancer, Joan Fielding says"
    made = services.customers.add(CustomerDraft(name="Bob Smith", notes=notes), RUTH)
    return f"customers:{made.card.id}"


def named_in(services: Services, customer_id: int, choices: PackChoices | None = None) -> str:
    """What the data says of them from records of others."""
    found = json.loads(services.access_packs.data(customer_id, choices))
    return json.dumps(found["named_in"], ensure_ascii=False)


def test_of_somebody_elses_record_only_what_names_them_is_handed_over(
    services: Services, patel: int, bob: str
) -> None:
    pack = services.access_packs.gather(patel)
    (part,) = (one for one in pack.to_look_at if one.line == bob)
    assert (part.is_part, part.whose, part.others) == (True, ("Bob Smith",), ("Bob Smith",))
    said = named_in(services, patel)
    printed = words(services, patel, PACK)
    for told in (said, printed):
        assert "[somebody else] is the brother of Mrs Patel" in told
        for secret in ("Bob", "Smith", "300", "cancer"):
            assert secret not in told
    whole = services.access_packs.data(patel).decode()
    assert "cancer" not in whole, "not in what was changed either"
    assert "Customer, K-0003, Bob Smith" in words(services, patel, LOOK)


def test_somebody_elses_record_goes_out_whole_on_purpose_alone(
    services: Services, patel: int, bob: str
) -> None:
    chosen = PackChoices(whole=frozenset({bob}))
    (one,) = (one for one in services.access_packs.gather(patel, chosen).records if one.is_whole)
    assert one.line == bob
    assert "Has cancer" in named_in(services, patel, chosen)
    assert "Has cancer" in words(services, patel, PACK, chosen)
    assert "You chose to hand it over whole" in words(services, patel, LOOK, chosen)


def test_a_part_is_left_out_like_anything_else(services: Services, patel: int, bob: str) -> None:
    chosen = PackChoices(left_out={bob: "It is about somebody else"})
    assert named_in(services, patel, chosen) == "[]"
    printed = words(services, patel, PACK, chosen)
    assert "brother" not in printed
    assert "Where other records name you: It is about somebody else" in printed


def test_what_once_named_them_and_what_is_gone_is_told_in_part_too(
    services: Services, patel: int, bob: str
) -> None:
    number = int(bob.partition(":")[2])
    services.customers.change(number, CustomerDraft(name="Bob Smith", notes="Has the flu"), RUTH)
    said = named_in(services, patel)
    assert "[somebody else] is the brother of Mrs Patel" in said
    for secret in ("Bob", "cancer", "flu"):
        assert secret not in said
    printed = words(services, patel, PACK)
    assert "cancer" not in printed
    assert "brother" in printed


def test_of_somebody_called_alike_nothing_is_told_for_their_name_alone(
    services: Services, patel: int
) -> None:
    twin = CustomerDraft(name="Mrs Meena Patel", notes="Owes 20")
    services.customers.add(twin, RUTH)
    services.customers.add(CustomerDraft(name="Sam Patel", notes="Owes 30"), RUTH)
    assert named_in(services, patel) == "[]"
    assert "Owes" not in services.access_packs.data(patel).decode()


def test_what_nobody_on_record_said_under_their_name_goes_out_whole(
    services: Services, patel: int
) -> None:
    said = ComplaintDraft(called="Meena Patel", text="Cold soup, again", received_at=NOON)
    line = f"complaints:{services.complaints.log(said, RUTH).card.id}"
    (one,) = (one for one in services.access_packs.gather(patel).records if one.line == line)
    assert (one.is_called, one.is_whole, one.needs_look) == (True, True, True)
    assert "Cold soup, again" in named_in(services, patel)
    assert "look whether it is the same person" in words(services, patel, LOOK)


def test_a_record_that_is_left_out_takes_what_hangs_on_it_along(
    services: Services, patel: int
) -> None:
    draft = ComplaintDraft(customer_id=patel, text="The cake was cold", received_at=NOON)
    number = services.complaints.log(draft, RUTH).card.id
    services.record_files.add(Kind.COMPLAINT, number, b"a cake", "the neighbour.txt", RUTH)
    services.drafts.keep("complaints", str(number), {"text": "half a word"})
    services.drafts.keep("complaint_step", f"{number}-decide", {"text": "half a step"})
    entry = EntryDraft(kind=EntryKind.FACT, text="nobody else to hear", on=TODAY)
    services.complaints.parts.add_entry(number, entry, RUTH)
    pack = services.access_packs.gather(patel)
    assert pack.files == ("the neighbour.txt",)
    chosen = PackChoices(left_out={f"complaints:{number}": "private"})
    gone = services.access_packs.gather(patel, chosen)
    assert gone.files == ()
    tables = {one.table for one in gone.records if one.left_out}
    assert tables >= {"complaints", "complaint_entries", "record_files", "attachments", "drafts"}
    told = services.access_packs.data(patel, chosen).decode()
    assert "the neighbour.txt" not in told
    assert "half a word" not in told
    assert "half a step" not in told
    assert "half a step" in services.access_packs.data(patel).decode()


def test_half_typed_forms_about_them_are_in_and_no_others(services: Services, patel: int) -> None:
    keep = services.drafts.keep
    keep("support_needs", f"new-{patel}", {"detail": "mine one"})
    keep("promises", "", {"customer_id": patel, "text": "mine two"})
    keep("data_requests", f"pack-customers-{patel}", {"records": {"contacts:1": "mine three"}})
    keep("contacts", "", {"customer_id": int(f"{patel}1"), "text": "not theirs"})
    keep("ideas", str(patel), {"text": "not theirs"})
    told = services.access_packs.data(patel).decode()
    for word in ("mine one", "mine two", "mine three"):
        assert word in told
    assert "not theirs" not in told


def test_what_is_left_out_is_gone_from_theirs_with_the_reason(
    services: Services, patel: int
) -> None:
    (contact,) = (
        one for one in services.access_packs.gather(patel).records if one.table == "contacts"
    )
    reasons = PackChoices(left_out={contact.line: "It names somebody else"})
    job = services.access_packs.pack(patel, reasons)
    theirs = job.make(PaperChoice(paper=PACK, size=PaperSize.A4))
    printed = " ".join(" ".join(page_texts(theirs.data)).split())
    assert "Tom was rude" not in printed
    assert "Talks and messages: It names somebody else" in printed
    data = json.loads(services.access_packs.data(patel, reasons))
    assert "contacts" not in data["records"]
    assert data["kept_back"] == [{"what": contact.line, "reason": "It names somebody else"}]
    ours = job.make(PaperChoice(paper=LOOK, size=PaperSize.A4))
    assert "Left out: It names somebody else" in " ".join(" ".join(page_texts(ours.data)).split())


def test_what_was_changed_and_what_is_gone_is_told(services: Services, patel: int) -> None:
    card = services.customers.get(patel)
    services.customers.change(patel, CustomerDraft(name="Mrs Meena Patel", notes="Moved"), RUTH)
    assert card.draft.notes == "Her neighbour is Joan Fielding"
    printed = words(services, patel, PACK)
    assert "Her neighbour is Joan Fielding” before" in printed


def test_a_customer_who_is_gone_has_no_pack(services: Services) -> None:
    with pytest.raises(Refusal, match="record_gone"):
        services.access_packs.pack(99)
    with pytest.raises(Refusal, match="record_gone"):
        services.access_packs.data(99)


def test_every_table_has_its_words(services: Services, patel: int) -> None:
    around = surroundings(Path("x"), FixedClock(TODAY))
    for table in CATALOGUE:
        if table.name not in UNREAD:
            assert around.phrases.say(f"access.table.{table.name}")
