# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Rows of lists made into customers; nothing that was written is lost on the way."""

from dataclasses import replace
from datetime import date
from typing import Any

from servicedesk.domain.customers import Address, CustomerDraft, CustomerStatus, ReachKind
from servicedesk.domain.importing import Candidate, Column, DayOrder, Line, Meaning, Refused
from servicedesk.domain.importing_columns import recognise
from servicedesk.domain.importing_rows import Reading, is_here, read_row, split_postcode
from servicedesk.domain.own_fields import OwnFieldCard, OwnFieldDraft, OwnFieldKind, OwnFieldOn

TODAY = date(2026, 11, 22)


def field(number: int, kind: OwnFieldKind) -> OwnFieldCard:
    draft = OwnFieldDraft(on=OwnFieldOn.CUSTOMER, name=f"field {number}", kind=kind)
    return OwnFieldCard(id=number, draft=draft)


def reading(*headings: str, **other: Any) -> Reading:
    usual = Reading(
        columns=recognise(headings), day_orders={}, status=CustomerStatus.CUSTOMER, today=TODAY
    )
    return replace(usual, **other)


def row(
    cells: dict[str, str], extra: tuple[str, ...] = (), **other: object
) -> Candidate | Refused | None:
    line = Line(number=7, cells=(*cells.values(), *extra))
    return read_row(line, reading(*cells, **other))


def draft(cells: dict[str, str], **other: object) -> CustomerDraft:
    found = row(cells, **other)
    assert isinstance(found, Candidate)
    assert found.line == 7
    return found.draft


def refusal(cells: dict[str, str], extra: tuple[str, ...] = (), **other: object) -> Refused:
    found = row(cells, extra, **other)
    assert isinstance(found, Refused)
    return found


def shown(found: CustomerDraft, kind: ReachKind) -> list[tuple[str, str]]:
    return [(one.shown, one.label) for one in found.reaches if one.kind is kind]


def test_an_empty_row_is_nobody() -> None:
    assert row({"Name": " ", "Phone": ""}) is None


def test_a_row_becomes_a_customer_by_their_rules() -> None:
    found = draft(
        {"Name": " Ann  Hill", "Tags": "vip, Late; vip", "Remember": "dog", "Source": "web"}
    )
    assert (found.name, found.sort_key, found.salutation) == ("Ann Hill", "hill ann", "Ann Hill")
    assert (found.tags, found.remember, found.heard_from) == (("vip", "Late"), "dog", "web")
    assert (found.is_consumer, found.is_organisation) == (True, False)


def test_phones_of_any_shape_are_kept_with_their_labels() -> None:
    found = draft(
        {
            "Name": "Ann",
            "Phone 1 - Label": "* Mobile",
            "Phone 1 - Value": "07700 900123 ::: 01632 960123 ext. 4",
            "Work Phone": "+44 (0)1632 960124",
            "PO Phone": "12",
            "Home Phone": "n/a",
            "Mobile": "'+447700900125",
        }
    )
    assert shown(found, ReachKind.PHONE) == [
        ("07700 900123", "mobile"),
        ("01632 960123 ext. 4", "mobile"),
        ("+44 (0)1632 960124", "work"),
        ("+447700900125", ""),
    ]
    assert found.notes == "PO Phone: 12"


def test_a_phone_that_is_parted_by_a_sign_of_its_own_stays_whole() -> None:
    found = draft({"Phone": "01632 960123/4"})
    assert shown(found, ReachKind.PHONE) == [("01632 960123/4", "")]


def test_a_phone_gets_back_the_nought_that_a_spreadsheet_took() -> None:
    assert shown(draft({"Phone": "7700900123"}), ReachKind.PHONE) == [("07700900123", "")]
    assert shown(draft({"Phone": "9056661234"}), ReachKind.PHONE) == [("9056661234", "")]


def test_several_emails_in_a_cell_are_told_apart() -> None:
    found = draft({"E-mail": "a@x.example; b@x.example", "Work Email": "none", "Home Email": "ask"})
    assert shown(found, ReachKind.EMAIL) == [("a@x.example", ""), ("b@x.example", "")]
    assert found.notes == "Home Email: ask"
    mixed = draft({"E-mail": "Ann a@x.example"})
    assert shown(mixed, ReachKind.EMAIL) == [("a@x.example", "")]
    assert mixed.notes == "E-mail: Ann"


def test_an_address_is_put_together_in_the_order_of_an_envelope() -> None:
    found = draft(
        {
            "Name": "Ann",
            "Home Country": "France",
            "Home City": "Lyon",
            "Home Street": "1 Rue X",
            "Home State": "Rhône",
            "Home Zip": "69001",
            "Work Street": "2 High St",
            "Work Country": "United Kingdom",
            "Other City": " ",
        }
    )
    assert found.addresses == (
        Address(lines="1 Rue X\nLyon\nRhône\nFrance", postcode="69001", label="home"),
        Address(lines="2 High St", label="work"),
    )


def test_a_postcode_is_found_at_the_end_of_an_address() -> None:
    whole = draft({"Name": "Ann", "Full address": "1 High St, Leeds LS1 1AA"})
    assert whole.addresses == (Address(lines="1 High St\nLeeds", postcode="LS1 1AA"),)
    lined = draft({"Name": "Ann", "Full address": "1 High St\nLeeds\nls11aa"})
    assert lined.addresses == (Address(lines="1 High St\nLeeds", postcode="LS1 1AA"),)
    assert split_postcode(["1 High St", "Leeds"]) == (["1 High St", "Leeds"], "")


def test_a_whole_address_beside_its_parts_is_not_said_twice() -> None:
    found = draft(
        {
            "Name": "Ann",
            "Address 1 - Formatted": "1 High St\nLeeds LS1 1AA",
            "Address 1 - Street": "1 High St",
            "Address 1 - City": "Leeds",
            "Address 1 - Postal Code": "LS1 1AA",
        }
    )
    assert found.addresses == (Address(lines="1 High St\nLeeds", postcode="LS1 1AA"),)


def test_the_firm_of_a_person_stands_over_their_address_or_in_the_notes() -> None:
    cells = {"First name": "Ann", "Company": "Acer", "Notes": "old"}
    assert draft(cells).notes == "old\nAcer"
    assert draft({**cells, "Street": "1 High St"}).addresses[0].lines == "Acer\n1 High St"


def test_days_are_read_in_the_order_of_their_column() -> None:
    cells = {"Name": "Ann", "Since": "03/04/2019"}
    orders = {1: DayOrder.DAY_FIRST}
    assert draft(cells, day_orders=orders).first_visit_on == date(2019, 4, 3)
    found = refusal(cells)
    assert (found.line, found.code, found.shown) == (7, "import_day_other_order", "Ann, 03/04/2019")


def test_demand_35_own_fields_come_in_by_their_kind() -> None:
    own = {
        1: field(1, OwnFieldKind.TEXT),
        2: field(2, OwnFieldKind.DAY),
        3: field(3, OwnFieldKind.NUMBER),
    }
    columns = tuple(
        Column(heading=f"c{place}", meaning=Meaning.OWN, own_id=place) for place in (1, 2, 3, 9)
    )
    columns = (Column(heading="Name", meaning=Meaning.NAME), *columns)
    how = reading(columns=columns, own=own, day_orders={2: DayOrder.MONTH_FIRST})
    line = Line(number=7, cells=("Ann", "blue", "12/03/2020", "1,200", "x"))
    found = read_row(line, how)
    assert isinstance(found, Candidate)
    assert dict(found.draft.own) == {"1": "blue", "2": "2020-12-03", "3": "1200"}
    wrong = read_row(Line(number=8, cells=("Ann", "", "", "many", "")), how)
    assert isinstance(wrong, Refused)
    assert wrong.code == "own_number_not_read"


def test_a_row_that_adds_up_is_no_customer() -> None:
    assert refusal({"Name": "Grand total:", "Balance": "12.50"}).code == "import_total_row"


def test_a_row_with_more_cells_than_headings_is_not_guessed_at() -> None:
    found = refusal({"Name": "Ann"}, extra=("Leeds", ""))
    assert (found.code, dict(found.params)) == ("import_row_too_long", {"cells": 3, "columns": 1})
    assert isinstance(row({"Name": "Ann"}, extra=("", " ")), Candidate)


def test_nobody_is_somebody_without_a_name_or_a_way_to_reach_them() -> None:
    assert refusal({"Name": "", "Town": "Leeds"}).code == "import_nobody"


def test_what_the_rules_of_customers_refuse_is_refused() -> None:
    found = refusal({"Name": "x" * 300})
    assert (found.code, len(found.shown)) == ("text_too_long", 60)


def test_a_country_is_here_however_it_is_written() -> None:
    assert is_here(" UK ")
    assert not is_here("Ireland")
