# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Rows of promises, complaints and feedback, cell by cell; our own lists; who wrote a list."""

from datetime import UTC, date, datetime
from types import MappingProxyType

import pytest

from servicedesk.domain.complaints import About, Stage, Wish
from servicedesk.domain.customers import Channel, CustomerStatus, ReachKind
from servicedesk.domain.exchange_columns import COLUMNS, ListKind, columns_of
from servicedesk.domain.importing import (
    Candidate,
    Column,
    Counts,
    Duplicates,
    Line,
    Meaning,
    Refused,
)
from servicedesk.domain.importing_field_names import Field
from servicedesk.domain.importing_fields import field_of, fields_of
from servicedesk.domain.importing_layouts import Layout, layout_of
from servicedesk.domain.importing_ours import our_columns, read_our_customer
from servicedesk.domain.importing_records import RecordReading, RecordRow, read_record
from servicedesk.domain.importing_records_plan import RecordPlan, There, planned_records
from servicedesk.domain.importing_records_reading import Said
from servicedesk.domain.importing_rows import Reading, read_row
from servicedesk.domain.own_fields import (
    OwnFieldCard,
    OwnFieldDraft,
    OwnFieldKind,
    OwnFieldOn,
)
from tests.domain.complaints_made import calendar

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def own_card(number: int, kind: OwnFieldKind) -> OwnFieldCard:
    draft = OwnFieldDraft(on=OwnFieldOn.COMPLAINT, name=f"Own {number}", kind=kind)
    return OwnFieldCard(id=number, draft=draft)


OWN = MappingProxyType({7: own_card(7, OwnFieldKind.TEXT), 8: own_card(8, OwnFieldKind.DAY)})


def read(
    holds: ListKind, cells: dict[Field | Meaning, str], own_id: int | None = None
) -> RecordRow | Refused | None:
    columns = tuple(
        Column(heading=f"H {meaning.value}", meaning=meaning, own_id=own_id) for meaning in cells
    )
    reading = RecordReading(
        holds=holds,
        columns=columns,
        day_orders={},
        today=TODAY,
        now=NOW,
        calendar=calendar(),
        own=OWN,
    )
    return read_record(Line(number=2, cells=tuple(cells.values())), reading)


def values(holds: ListKind, **cells: str) -> dict[Field, object]:
    row = read(holds, {Field(name): cell for name, cell in cells.items()})
    assert isinstance(row, RecordRow), row
    return dict(row.values)


@pytest.mark.parametrize(
    ("cell", "mark"), [("4", 4), ("4/5", 4), ("4 stars", 4), ("3.0", 3), ("★★★☆☆", 3)]
)
def test_marks_are_read_as_people_write_them(cell: str, mark: int) -> None:
    assert values(ListKind.FEEDBACK, satisfaction=cell) == {Field.SATISFACTION: mark}


@pytest.mark.parametrize(
    ("cell", "pence"), [("£12.50", 1250), ("1,200", 120000), ("7", 700), ("3.5", 350)]
)
def test_money_is_pence(cell: str, pence: int) -> None:
    assert values(ListKind.COMPLAINTS, amount=cell) == {Field.AMOUNT: pence}


@pytest.mark.parametrize("cell", ["lots", "999999999", "1.234"])
def test_what_is_no_money_is_refused(cell: str) -> None:
    row = read(ListKind.COMPLAINTS, {Field.AMOUNT: cell})
    assert isinstance(row, Refused)
    assert row.code == "import_amount_not_read"


def test_yes_no_and_words_that_are_neither() -> None:
    found = values(ListKind.COMPLAINTS, is_safety="Yes", is_ongoing="n", from_stock="perhaps")
    assert (found[Field.IS_SAFETY], found[Field.IS_ONGOING]) == (True, False)
    assert found[Field.NOTES] == "H from_stock: perhaps"


def test_codes_are_ours_or_others_words_or_go_to_the_notes() -> None:
    found = values(
        ListKind.COMPLAINTS,
        about="late delivery",
        wishes="refund\nan apology; apology",
        channel="Telephone",
        stage="Resolved at once",
    )
    assert found[Field.ABOUT] is About.LATE_DELIVERY
    assert found[Field.WISHES] == (Wish.REFUND, Wish.APOLOGY)
    assert found[Field.CHANNEL] is Channel.PHONE
    assert found[Field.STAGE] is Stage.CLOSED
    assert found[Field.OUTCOME_WORDS] == "Resolved at once"
    assert found[Field.NOTES] == "H wishes: refund an apology; apology"
    said = values(ListKind.FEEDBACK, text="nice", kind="odd")
    assert said == {Field.TEXT: "nice\nH kind: odd"}


def test_days_are_days_and_moments_are_moments() -> None:
    found = values(ListKind.PROMISES, due_on="24 Nov 27", made_on="20 Nov 26")
    assert (found[Field.DUE_ON], found[Field.MADE_ON]) == (date(2027, 11, 24), date(2026, 11, 20))
    for cell, moment in (
        ("2026-11-02T09:15:00+00:00", datetime(2026, 11, 2, 9, 15, tzinfo=UTC)),
        ("2026-07-02 09:15", datetime(2026, 7, 2, 8, 15, tzinfo=UTC)),
        ("2026-07-02", datetime(2026, 7, 2, 11, tzinfo=UTC)),
        ("2 July 2026", datetime(2026, 7, 2, 11, tzinfo=UTC)),
        ("2026-11-23", NOW),
    ):
        assert values(ListKind.COMPLAINTS, received_at=cell)[Field.RECEIVED_AT] == moment, cell


def test_own_fields_and_columns_that_are_left_out() -> None:
    for own_id, cell, own in (
        (7, "red", {"7": "red"}),
        (8, "2 July 2026", {"8": "2026-07-02"}),
        (9, "x", {}),
    ):
        row = read(ListKind.COMPLAINTS, {Meaning.OWN: cell, Meaning.LEFT_OUT: "x"}, own_id)
        assert isinstance(row, RecordRow)
        assert (dict(row.own), dict(row.values)) == (own, {})


def test_who_it_is_about() -> None:
    row = read(
        ListKind.PROMISES,
        {Field.CUSTOMER: "Hill Ltd", Field.PHONE: "01632 960101", Field.POSTCODE: "ls1 1aa"},
    )
    assert isinstance(row, RecordRow)
    assert row.who is not None
    assert row.who.is_organisation
    assert row.who.addresses[0].postcode == "LS1 1AA"
    nobody = read(ListKind.PROMISES, {Field.POSTCODE: "LS1 1AA"})
    assert isinstance(nobody, RecordRow)
    assert nobody.who is None
    assert read(ListKind.PROMISES, {Field.TEXT: " "}) is None


def test_a_customers_row_takes_no_field_of_other_lists() -> None:
    columns = (Column(heading="A", meaning=Meaning.NAME), Column(heading="B", meaning=Field.TEXT))
    reading = Reading(columns=columns, day_orders={}, status=CustomerStatus.CUSTOMER, today=TODAY)
    found = read_row(Line(number=2, cells=("Ann", "x")), reading)
    assert isinstance(found, Candidate)
    assert found.draft.notes == ""


def test_what_a_row_does_not_say_is_nothing() -> None:
    said = Said({Field.WISHES: Wish.REFUND, Field.TEXT: 3})
    assert said.codes(Field.WISHES, Wish) == ()
    assert said.text(Field.TEXT) == ""
    assert said.number(Field.TEXT) == 3
    assert said.moment(Field.TEXT) is said.yes(Field.TEXT) is said.day(Field.TEXT) is None


def test_a_kept_code_means_what_it_meant() -> None:
    assert field_of(ListKind.CUSTOMERS, "name") is Meaning.NAME
    assert field_of(ListKind.FEEDBACK, "own") is Meaning.OWN
    assert field_of(ListKind.FEEDBACK, "text") is Field.TEXT
    assert Field.PHONE in fields_of(ListKind.PROMISES)


def ours(**cells: str) -> Candidate | Refused | None:
    headings = [heading for _, heading in columns_of(ListKind.CUSTOMERS)]
    ids = [name for name, _ in columns_of(ListKind.CUSTOMERS)]
    columns = our_columns(ListKind.CUSTOMERS, headings, {})
    reading = Reading(columns=columns, day_orders={}, status=CustomerStatus.CUSTOMER, today=TODAY)
    line = [cells.pop(name, "") for name in ids]
    return read_our_customer(Line(number=2, cells=(*line, *cells.values())), reading)


def test_our_own_customers_come_back_exactly() -> None:
    found = ours(
        number="K-0003",
        name="'=Ann",
        phone_1_shown="'+44 1632 960101",
        email_1_shown="a@x.example",
        first_kind="email",
    )
    assert isinstance(found, Candidate)
    assert found.ours is not None
    assert (found.draft.name, found.ours.ref) == ("=Ann", "K-0003")
    assert [one.kind for one in found.draft.reaches] == [ReachKind.EMAIL, ReachKind.PHONE]
    assert ours() is None


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"name": "Ann", "added_on": "soon"}, "import_our_cell"),
        ({"name": "Ann", "status": "friend"}, "import_our_cell"),
        ({"name": "Ann", "prefers": "drums"}, "import_our_cell"),
        ({"notes": "x"}, "import_nobody"),
        ({"name": "Ann", "more": "x"}, "import_row_too_long"),
    ],
)
def test_what_we_never_wrote_is_refused(cells: dict[str, str], code: str) -> None:
    found = ours(**cells)
    assert isinstance(found, Refused)
    assert found.code == code


@pytest.mark.parametrize(
    ("headings", "layout"),
    [
        ("First Name,Last Name,Labels,E-mail 1 - Value,Phone 1 - Value", Layout.GOOGLE),
        ("First Name,E-mail Address,Business Phone,Business Street", Layout.OUTLOOK),
        ("Primary Email,Secondary Email,Screen Name", Layout.THUNDERBIRD),
        ("*ContactName,POAddressLine1,SAAddressLine1", Layout.XERO),
        ("A/C,Name,Address Line 1,Credit Limit,VAT Number", Layout.SAGE),
        ("Email,Accepts Email Marketing,Total Spent,Tax Exempt", Layout.SHOPIFY),
        ("Record ID,First Name,Last Name,Email,Lifecycle Stage", Layout.HUBSPOT),
        ("Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME", Layout.MAILCHIMP),
        ("Reference ID,First Name,Square Customer ID", Layout.SQUARE),
        ("Customer full name,Phone,Bill address,Open balance", Layout.QUICKBOOKS),
        ("Name,Phone", None),
    ],
)
def test_a_list_is_named_by_the_headings_that_no_other_program_writes(
    headings: str, layout: Layout | None
) -> None:
    assert layout_of(ListKind.CUSTOMERS, headings.split(",")) is layout
    assert layout_of(ListKind.FEEDBACK, headings.split(",")) is None


@pytest.mark.parametrize("holds", list(ListKind))
def test_our_own_lists_are_known(holds: ListKind) -> None:
    headings = [heading for _, heading in COLUMNS[holds]]
    assert layout_of(holds, headings) is Layout.OURS
    meant = [column.meaning for column in our_columns(holds, headings, {})]
    is_people = holds is ListKind.CUSTOMERS
    assert meant.count(Meaning.LEFT_OUT) == (len(headings) if is_people else 0)


def test_nothing_comes_of_no_rows() -> None:
    there = There(id=1, ref="P-1", values={}, same=1, close=frozenset())
    assert planned_records([], [there], Duplicates.UPDATE) == ()


def test_such_a_list_never_renames_anybody() -> None:
    plan = RecordPlan(name="x.csv", holds=ListKind.PROMISES, actions=(), newcomers={}, refused=())
    assert (plan.renamed, plan.counts) == (0, Counts())


def test_what_cannot_be_read_is_refused_by_name() -> None:
    mark = read(ListKind.FEEDBACK, {Field.SATISFACTION: "lovely"})
    assert isinstance(mark, Refused)
    assert mark.code == "import_mark_not_read"
    columns = (Column(heading="Text", meaning=Field.TEXT),)
    reading = RecordReading(
        holds=ListKind.FEEDBACK,
        columns=columns,
        day_orders={},
        today=TODAY,
        now=NOW,
        calendar=calendar(),
    )
    row = read_record(Line(number=2, cells=("good", "more")), reading)
    assert isinstance(row, Refused)
    assert row.code == "import_row_too_long"
    assert read_record(Line(number=3, cells=(" ", "")), reading) is None


def test_an_empty_cell_and_an_open_outcome_say_nothing() -> None:
    assert values(ListKind.PROMISES, text="ring", notes=" ", outcome="open") == {Field.TEXT: "ring"}


def test_a_value_of_another_shape_is_none() -> None:
    said = Said({Field.SATISFACTION: True, Field.IS_SAFETY: 3, Field.ABOUT: "x", Field.WISHES: "y"})
    assert said.number(Field.SATISFACTION) is None
    assert said.code(Field.ABOUT, About) is None
    assert said.codes(Field.WISHES, Wish) == ()
    said = Said({Field.WISHES: (Wish.REFUND, "x"), Field.CHANNEL: Channel.EMAIL})
    assert said.codes(Field.WISHES, Wish) == (Wish.REFUND,)
    assert said.channel(Field.CHANNEL) is Channel.EMAIL


def test_own_fields_of_our_own_list_are_taken_as_they_stand() -> None:
    headings = ("Name", "Own field: Own 7", "Own field: Gone", "Colour")
    columns = our_columns(ListKind.CUSTOMERS, headings, {7: OWN[7]})
    assert [column.own_id for column in columns] == [None, 7, None, None]
    reading = Reading(
        columns=columns,
        day_orders={},
        status=CustomerStatus.CUSTOMER,
        today=TODAY,
        own={7: OWN[7]},
    )
    found = read_our_customer(Line(number=2, cells=("Ann", "a  b", "x", "red")), reading)
    assert isinstance(found, Candidate)
    assert found.draft.own == {"7": "a  b"}
