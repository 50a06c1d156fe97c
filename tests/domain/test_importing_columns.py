# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Headings of many programs' lists, and where in a list they stand."""

import pytest

from servicedesk.domain.exchange_columns import COLUMNS, ListKind
from servicedesk.domain.importing import NO_HEADING, Column, Line, Meaning
from servicedesk.domain.importing_columns import (
    filled,
    first_taken,
    heading_row,
    is_address_part,
    plain_heading,
    recognise,
    usual_width,
)
from servicedesk.domain.importing_field_headings import recognise_fields
from servicedesk.domain.importing_ours import our_columns


def meanings(*headings: str) -> list[Meaning]:
    return [column.meaning for column in recognise(headings)]


def lines(*rows: tuple[str, ...]) -> list[Line]:
    return [Line(number=number, cells=cells) for number, cells in enumerate(rows, start=1)]


@pytest.mark.parametrize(
    ("heading", "plain"),
    [
        ("POAddressLine1", "po address line 1"),
        ("*ContactName", "contact name"),
        ("E-mail 1 - Value", "e mail 1 value"),
        ("  Téléphone ", "telephone"),
        ("Sett. Discount (%)", "sett discount"),
        ("DDINumber", "ddi number"),
    ],
)
def test_a_heading_is_read_in_plain_letters(heading: str, plain: str) -> None:
    assert plain_heading(heading) == plain


@pytest.mark.parametrize(
    ("heading", "meaning", "group"),
    [
        ("Customer", Meaning.NAME, ""),
        ("Forename", Meaning.GIVEN, ""),
        ("Nachname", Meaning.FAMILY, ""),
        ("Phone 2 - Value", Meaning.PHONE, "phone 2"),
        ("Phone 2 - Label", Meaning.REACH_LABEL, "phone 2"),
        ("Address 1 - City", Meaning.TOWN, "address 1"),
        ("Address 1 - Extended Address", Meaning.STREET, "address 1"),
        ("Address Line 3", Meaning.STREET, ""),
        ("Address 1 - Line 2", Meaning.STREET, "address 1"),
        ("Address 2", Meaning.STREET, ""),
        ("Home Address 2", Meaning.STREET, "home"),
        ("Work ZipCode", Meaning.POSTCODE, "work"),
        ("Default Address Province Code", Meaning.COUNTY, "default address"),
        ("Telephone 2", Meaning.PHONE, ""),
        ("Secondary Email", Meaning.EMAIL, ""),
        ("Person1Email", Meaning.LEFT_OUT, ""),
        ("Fax Number", Meaning.LEFT_OUT, ""),
        ("Home Fax", Meaning.LEFT_OUT, ""),
        ("Home", Meaning.LEFT_OUT, ""),
        ("Total Spent", Meaning.LEFT_OUT, ""),
        ("", Meaning.LEFT_OUT, ""),
    ],
)
def test_a_heading_says_what_its_column_means(heading: str, meaning: Meaning, group: str) -> None:
    assert recognise([heading]) == (Column(heading=heading, meaning=meaning, group=group),)


def test_whom_a_contact_name_names_depends_on_who_else_is_named() -> None:
    assert meanings("Name", "Contact Name") == [Meaning.NAME, Meaning.ASK_FOR]
    assert meanings("Contact Name", "Phone") == [Meaning.NAME, Meaning.PHONE]


def test_the_headings_of_a_mail_program_are_known() -> None:
    assert [
        (column.meaning, column.group)
        for column in recognise(
            ["Title", "Business Street", "Business City", "Home Postal Code", "E-mail 2 Address"]
        )
    ] == [
        (Meaning.TITLE, ""),
        (Meaning.STREET, "business"),
        (Meaning.TOWN, "business"),
        (Meaning.POSTCODE, "home"),
        (Meaning.EMAIL, "e mail 2"),
    ]


def test_a_customer_has_one_name_and_one_first_day() -> None:
    assert meanings("Name", "Customer", "Since", "Joined") == [
        Meaning.NAME,
        Meaning.LEFT_OUT,
        Meaning.SINCE,
        Meaning.LEFT_OUT,
    ]


def test_demand_35_own_fields_are_recognised_by_their_names() -> None:
    assert recognise(["Boiler Type", "Name"], {"Boiler type": 7})[0] == Column(
        heading="Boiler Type", meaning=Meaning.OWN, own_id=7
    )


def test_headings_are_found_below_a_title() -> None:
    rows = lines(("Customer list",), ("Exported 22/11/2026",), ("Name", "Phone"), ("Ann", "1"))
    assert heading_row(rows) == 2


def test_one_known_heading_is_enough_in_a_narrow_list() -> None:
    assert heading_row(lines(("Name",), ("Ann",))) == 0


def test_unknown_headings_are_the_first_full_row() -> None:
    assert heading_row(lines(("", "", "x"), ("a", "b", "c"), ("1", "2", "3"))) == 1


@pytest.mark.parametrize("second", ["ann@x.example", "07700 900123"])
def test_a_list_can_begin_with_a_customer(second: str) -> None:
    assert heading_row(lines(("Ann Hill", second), ("Bob Roe", second))) == NO_HEADING


def test_a_list_without_rows_has_its_headings_nowhere_else() -> None:
    assert heading_row([]) == 0
    assert usual_width([]) == 0


def test_cells_that_hold_something_are_counted() -> None:
    assert filled(Line(number=1, cells=("a", " ", "", "b"))) == 2


def test_parts_of_an_address_are_told_from_the_rest() -> None:
    assert is_address_part(Meaning.TOWN)
    assert not is_address_part(Meaning.PHONE)


def test_of_columns_of_one_name_the_first_is_taken_and_it_is_said() -> None:
    found = recognise(
        ["Name", "name ", "Phone", "Phone", "Size", "SIZE", "x", "x", ""], {"Size": 3}
    )
    assert [one.meaning for one in found] == [
        *(Meaning.NAME, Meaning.LEFT_OUT, Meaning.PHONE, Meaning.PHONE, Meaning.OWN),
        *(Meaning.LEFT_OUT,) * 4,
    ]
    assert first_taken(found) == ("name ", "SIZE")
    told = recognise_fields(
        ListKind.COMPLAINTS, ["Received", "Size", "Received", "Size"], {"Size": 3}
    )
    assert [one.own_id for one in told] == [None, 3, None, None]
    assert first_taken(told) == ("Received", "Size")
    assert first_taken(recognise(["Name", "Phone"])) == ()


def test_a_column_put_beside_ours_under_a_heading_of_ours_is_left_out() -> None:
    headings = [heading for _, heading in COLUMNS[ListKind.PROMISES]]
    columns = our_columns(ListKind.PROMISES, [*headings, headings[0], "mine", "mine", "", ""], {})
    assert [one.meaning for one in columns[len(headings) :]] == [Meaning.LEFT_OUT] * 5
    assert first_taken(columns, is_ours=True) == (headings[0], "mine")
    assert first_taken(columns[: len(headings)], is_ours=True) == ()
