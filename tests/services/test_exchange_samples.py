# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Real lists of other programs brought in whole: every person, every letter of their names."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from servicedesk.domain.customers import CustomerCard, ReachKind
from servicedesk.domain.customers_typing import normal_postcode
from servicedesk.domain.entries import phone_digits
from servicedesk.domain.errors import Refusal
from servicedesk.domain.importing import Counts, Letters, PlanChoices, Source
from servicedesk.domain.importing_plan import ImportLook
from servicedesk.services.exchange_reading import Quiet
from servicedesk.services.registry import Services, open_services
from servicedesk.store.customers_reading import customers_of
from tests.helpers.builders import words
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.store.files import new_file, opened

TODAY = date(2026, 11, 22)
VENDORS = ("google_contacts_2024", "sage50_customers", "shopify_customers", "xero_contacts")
MESSY = (
    "utf8_plain",
    "utf8_bom",
    "utf16le_bom",
    "cp1252_western",
    "utf8_semicolon",
    "title_lines_before_header",
    "all_quoted_lf",
)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, FixedClock(TODAY)))


def bring(services: Services, path: Path) -> tuple[ImportLook, Counts]:
    look = services.exchange.look(path)
    plan = services.exchange.plan(look, PlanChoices(columns=look.columns))
    done = services.exchange.run(plan, Quiet(), "Ruth")
    assert done.card.counts == plan.counts
    return look, done.card.counts


def everybody(services: Services) -> list[CustomerCard]:
    with services.units.read() as reading:
        return list(customers_of(reading, range(1, 1000)).values())


def known_people(samples: Path, name: str) -> list[dict[str, str]]:
    truth = json.loads((samples / "csv" / "persons_truth.json").read_text("utf-8"))
    expected = json.loads((samples / "csv" / "expected.json").read_text("utf-8"))
    people = {person["id"]: person for person in truth}
    return [people[number] for number in expected[name]["person_ids"]]


def is_whole(card: CustomerCard, person: dict[str, str]) -> bool:
    """Whether a customer has every letter of a person's name, and all ways to reach them."""
    name = " ".join(filter(None, (person["fn"], person["ln"])))
    draft = card.draft
    said = {draft.name, draft.ask_for}
    emails = [one.shown for one in draft.reaches if one.kind is ReachKind.EMAIL]
    phones = {phone_digits(one.shown) for one in draft.reaches if one.kind is ReachKind.PHONE}
    codes = {normal_postcode(one.postcode) for one in draft.addresses}
    lines = "\n".join(one.lines for one in draft.addresses)
    return (
        name in said
        and emails == [person["email"]]
        and phone_digits(person["mob"]) in phones
        and normal_postcode(person["pc"]) in codes
        and person["street"] in lines
        and person["town"] in lines
    )


@pytest.mark.parametrize("name", [*VENDORS, *(f"messy__{name}" for name in MESSY)])
def test_demand_7_every_person_comes_in_with_every_letter(
    services: Services, samples: Path, name: str
) -> None:
    people = known_people(samples, f"{name}.csv")
    look, counts = bring(services, samples / "csv" / f"{name}.csv")
    assert (look.source, look.strange) == (Source.CSV, 0)
    assert counts == Counts(added=len(people))
    cards = everybody(services)
    assert [card.shown_name for card, person in zip(cards, people, strict=True)
            if not is_whole(card, person)] == []  # fmt: skip


def test_people_are_known_again_across_the_lists_of_other_programs(
    services: Services, samples: Path
) -> None:
    seen: set[str] = set()
    for name in VENDORS:
        people = {person["id"] for person in known_people(samples, f"{name}.csv")}
        _, counts = bring(services, samples / "csv" / f"{name}.csv")
        assert counts.added == len(people - seen), name
        assert counts.added + counts.updated + counts.unchanged == len(people)
        seen |= people
    assert len(everybody(services)) == len(seen)


@pytest.mark.parametrize(
    ("name", "names"),
    [
        ("thunderbird__basic_addressbook", ["John Doe"]),
        ("thunderbird__basic_csv_addressbook", ["John Doe", "Jane Doe"]),
        ("thunderbird__csv_semicolon", ["John Doe", "Jane Doe"]),
        ("thunderbird__import", ["contact number one"]),
        ("thunderbird__quote", ["Acer America"]),
        ("spectrum__comma_in_quotes", ["John Doe"]),
    ],
)
def test_address_books_come_in(
    services: Services, samples: Path, name: str, names: list[str]
) -> None:
    bring(services, samples / "csv" / f"{name}.csv")
    assert [card.shown_name for card in everybody(services)] == names


def test_a_list_about_nothing_known_asks_what_its_columns_mean(
    services: Services, samples: Path
) -> None:
    for name in ("simple_crlf", "escaped_quotes", "newlines_crlf"):
        with pytest.raises(Refusal, match="import_no_columns"):
            bring(services, samples / "csv" / f"spectrum__{name}.csv")
    assert everybody(services) == []


def test_demand_7_letters_that_are_not_told_by_the_file_are_shown_first(
    services: Services, samples: Path
) -> None:
    look = services.exchange.look(samples / "csv" / "messy__cp1252_western.csv")
    assert (look.letters, look.is_sure) == (Letters.WESTERN, False)
    assert "Siobhán" in look.rows[0].cells


def test_a_workbook_comes_in_through_the_child_process(services: Services, samples: Path) -> None:
    look, counts = bring(services, samples / "xlsx" / "made__contacts_clean.xlsx")
    assert (look.source, look.sheets, look.sheet) == (Source.XLSX, ("Customers",), "Customers")
    assert counts.added == 3
    first, second, _ = everybody(services)
    assert first.shown_name == "Siobhán O'Neill"
    assert first.draft.reaches[0].shown == "07700900123"
    assert first.draft.first_visit_on == date(2019, 2, 28)
    assert first.draft.addresses[0].postcode == "LS1 1AA"
    assert second.draft.first_visit_on == date(2020, 2, 29)


def test_a_list_in_plain_text_may_be_called_a_workbook(services: Services, samples: Path) -> None:
    look = services.exchange.look(samples / "xlsx" / "bad__csv_renamed.xlsx")
    assert look.source is Source.CSV


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("bad__billion_laughs", "import_workbook_trap"),
        ("bad__truncated_half", "import_workbook_damaged"),
        ("bad__zero_bytes", "import_empty"),
        ("calamine__empty_sheet", "import_workbook_empty"),
    ],
)
def test_a_bad_workbook_is_refused_in_a_sentence(
    services: Services, samples: Path, name: str, code: str
) -> None:
    with pytest.raises(Refusal) as refused:
        services.exchange.look(samples / "xlsx" / f"{name}.xlsx")
    assert refused.value.code == code
    assert f"{name}.xlsx" in words().refusal(refused.value)
    assert everybody(services) == []


def test_all_cards_come_in_and_what_cannot_be_read_of_them_is_listed(
    services: Services, samples: Path
) -> None:
    expected = json.loads((samples / "vcard" / "expected.json").read_text("utf-8"))
    data = b"\r\n".join((samples / "vcard" / name).read_bytes() for name in expected)
    path = services.exchange._around.database.with_name("all.vcf")
    path.write_bytes(data)
    look = services.exchange.look(path)
    assert look.source is Source.VCARD
    assert look.count == sum(known["cards"] for known in expected.values())
    plan = services.exchange.plan(look, PlanChoices())
    codes = [one.code for one in plan.refused]
    assert codes.count("import_line_unread") >= 4
    services.exchange.run(plan, Quiet(), "Ruth")
    names = {card.shown_name for card in everybody(services)}
    assert {"安藤ロイド", "伊能 圭一 伊予", "Bob Smith", "Joe Due"} <= names
    assert all(words().refusal(Refusal(one.code, None, **one.params)) for one in plan.refused)


def test_a_card_without_an_end_is_brought_in_and_said(services: Services, tmp_path: Path) -> None:
    path = tmp_path / "cut.vcf"
    path.write_bytes(b"BEGIN:VCARD\nFN:Ann Hill\n")
    look, counts = bring(services, path)
    assert [one.code for one in look.refused] == ["import_card_open"]
    assert counts == Counts(added=1, refused=1)
