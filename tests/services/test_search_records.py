# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Records are found by what one knows of them, the moment they are written."""

import json
import random
from datetime import date
from pathlib import Path

import pytest

from servicedesk.domain.customers import CustomerStatus, ReachKind
from servicedesk.domain.customers_lists import CustomerFilter
from servicedesk.domain.kinds import Kind
from servicedesk.domain.own_fields import OwnFieldDraft, OwnFieldKind, OwnFieldOn
from servicedesk.domain.search import HitKind, words_of
from servicedesk.services.registry import open_services
from servicedesk.store.attachments import attachments
from servicedesk.store.customers import customer_addresses, customer_reaches, customers
from servicedesk.store.letters import letters
from servicedesk.store.promises import promises
from tests.helpers.fakes import FixedClock
from tests.helpers.records import DAY, put_contact, put_customer, put_promise
from tests.services.around import surroundings
from tests.services.test_search_near import whole_name
from tests.store.files import new_file, opened


@pytest.fixture
def services(tmp_path):
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, FixedClock(DAY)))


@pytest.fixture
def lucja(services):
    """A customer with everything that can be looked for."""
    return put_customer(
        services.units,
        "Mrs Łucja Patel-Jones",
        phone="+44 7700 900123",
        email="lucja@example.com",
        postcode="OL14 5DY",
        lines="14 Wellington Road\nTodmorden",
        tags=("landlady",),
        remember="Rings twice",
        notes="Gate sticks",
        own='{"1": "Vaillant"}',
        heard_from="Leaflet",
        ask_for="Hemant",
    )


def names(services, text):
    return [row.shown_name for row in services.search.people(text)]


def group(services, text, kind):
    return next((found for found in services.search.find(text) if found.kind is kind), None)


@pytest.mark.parametrize(
    "typed",
    [
        "p", "pa", "patel", "PATEL jones", "jones luc", "lucja", "Łuc", "mrs patel", "ateljo",
        "07700900123", "07700 900 123", "0770", "0123", "+44 7700", "00447700900123", "900123",
        "ol14", "OL14 5DY", "ol145dy", "lucja@example.com", "example", "well", "todmorden", "landl",
        "rings", "gate", "vail", "leaflet", "heman", "k-0001", "K0001", "0001", "patle", "jo ate",
        "ducja", "ate",
    ],
)  # fmt: skip
def test_a_customer_is_found_by_anything_one_may_know(services, lucja, typed):
    assert names(services, typed) == ["Mrs Łucja Patel-Jones"]
    (hit,) = group(services, typed, HitKind.CUSTOMER).hits
    assert (hit.room, hit.part, hit.item) == ("customers", "", str(lucja))


def test_demand_35_a_customer_is_found_by_what_stands_in_an_own_field(services, lucja):
    put_customer(services.units, "Tom Green", own='{"1": "Worcester"}')
    assert names(services, "vaillant") == ["Mrs Łucja Patel-Jones"]
    assert names(services, "worc") == ["Tom Green"]


@pytest.mark.parametrize("typed", ["ellington", "icks", "zzz", "01632", "", " - ", "patel zzz xxx"])
def test_parts_of_longer_text_and_strangers_are_not_found(services, lucja, typed):
    assert names(services, typed) == []


def test_demand_10_any_three_letters_of_any_names_in_any_order(services, samples: Path):
    forms = json.loads((samples / "names" / "name_forms.json").read_text("utf-8"))
    everyone = [whole_name(form) for form in forms]
    numbers = {name: put_customer(services.units, name) for name in everyone}
    chance = random.Random(10)
    missed = []
    for name in everyone:
        words = [word for word in words_of(name) if len(word) >= 3]
        pieces = []
        for word in words:
            start = chance.randrange(len(word) - 2)
            pieces.append(word[start : start + chance.randint(3, len(word))])
        chance.shuffle(pieces)
        typed = " ".join(pieces[:3])
        found = [row.id for row in services.search.people(typed)[:5]]
        if typed and numbers[name] not in found:
            missed.append((name, typed))
    assert missed == []


def test_demand_20_people_are_found_in_the_order_where_one_looks(services):
    for name in ("Bo Østergaard", "Maria de Souza", "Siobhán O’Neill", "Ana Ó Sé", "Zoë Álvaro",
                 "Bob Ambar", "Jo Osborne"):  # fmt: skip
        put_customer(services.units, name)
    services.search.prepare()
    assert names(services, "o")[:4] == [
        "Siobhán O’Neill",
        "Jo Osborne",
        "Bo Østergaard",
        "Ana Ó Sé",
    ]
    assert names(services, "a")[:2] == ["Zoë Álvaro", "Bob Ambar"]
    assert names(services, "so") == ["Maria de Souza"]


def test_promises_contacts_and_notes_are_found_with_whom_they_are_for(services, lucja):
    made = put_promise(
        services.units,
        lucja,
        "ring back about\nthe boiler",
        due_on=date(2026, 11, 27),
        job_ref="J77",
    )
    put_contact(services.units, lucja, "asked about a boiler " + "and more " * 20)
    put_contact(services.units, None, "somebody about a boiler")
    found = services.search.find("boil")
    assert [one.kind for one in found][:2] == [HitKind.PROMISE, HitKind.CONTACT]
    (promise,) = found[0].hits
    assert (promise.title, promise.room, promise.item) == (
        "ring back about the boiler",
        "promises",
        str(made),
    )
    assert promise.detail == "Mrs Łucja Patel-Jones · P-2026-0001 · 27 November 2026"
    nobody, somebody = found[1].hits
    assert (nobody.room, nobody.part, nobody.detail) == ("contacts", "", "23 November 2026")
    assert somebody.room == "contacts"
    assert somebody.detail == "Mrs Łucja Patel-Jones · 23 November 2026"
    assert somebody.title.endswith("…")
    for typed in ("P-2026-0001", "p20260001", "J77", "0001"):
        assert group(services, typed, HitKind.PROMISE).hits == (promise,)
    assert group(services, "77", HitKind.PROMISE) is None


def test_titles_come_before_longer_text(services, lucja):
    put_contact(services.units, lucja, "spoke of our opening hours")
    kinds = [one.kind for one in services.search.find("opening hours")]
    assert kinds.index(HitKind.SETTING) < kinds.index(HitKind.CONTACT)


def test_of_many_fifty_are_counted_and_the_newest_shown(services):
    for number in range(60):
        put_promise(services.units, None, f"sweep floor {number}")
    found = group(services, "sweep", HitKind.PROMISE)
    assert (found.total, found.is_more, found.of) == (50, True, 60)
    assert found.hits[0].title == "sweep floor 59"
    assert len(found.hits) <= 20


def test_of_many_names_the_first_are_shown_by_name(services):
    for number in range(60):
        put_customer(services.units, f"Ann Hill{number:02}")
    assert names(services, "hill") == [f"Ann Hill{number:02}" for number in range(8)]
    found = group(services, "hill", HitKind.CUSTOMER)
    assert (found.total, found.is_more, found.of) == (50, True, 60)
    assert found.hits[0].title == "Ann Hill00"


def test_changes_are_found_at_once_and_what_was_is_not(services, lucja):
    units = services.units
    with units.change("change customer", "Ann") as unit:
        unit.update(customers, lucja, {"name": "Zebra", "shown_name": "Zebra", "sort_key": "zebra"})
    assert names(services, "zeb") == ["Zebra"]
    assert names(services, "patel") == []
    services.undo.undo("Ann")
    assert names(services, "zeb") == []
    assert names(services, "patel") == ["Mrs Łucja Patel-Jones"]
    services.undo.redo("Ann")
    assert names(services, "zeb") == ["Zebra"]


def test_parts_of_a_customer_are_kept_in_step_too(services, lucja):
    units = services.units
    with units.read() as reading:
        (reach,) = reading.execute(
            customer_reaches.select().where(customer_reaches.c.kind == ReachKind.PHONE)
        )
        (address,) = reading.execute(customer_addresses.select())
    with units.change("change phone", "Ann") as unit:
        unit.update(
            customer_reaches, reach.id, {"shown": "01632 960999", "normal": "+441632960999"}
        )
        unit.remove(customer_addresses, address.id)
    assert names(services, "01632") == ["Mrs Łucja Patel-Jones"]
    assert names(services, "0123") == []
    assert names(services, "ol14") == []


def test_what_is_in_the_bin_is_not_found(services, lucja):
    made = put_promise(services.units, lucja, "ring back")
    with services.units.change("bin", "Ann") as unit:
        unit.update(customers, lucja, {"binned_at": FixedClock(DAY).now()})
        unit.update(promises, made, {"binned_at": FixedClock(DAY).now()})
    assert names(services, "patel") == []
    assert group(services, "ring", HitKind.PROMISE) is None
    services.undo.undo("Ann")
    assert names(services, "patel") == ["Mrs Łucja Patel-Jones"]


def test_the_name_of_one_who_was_merged_leads_to_the_other(services, lucja):
    other = put_customer(services.units, "Lucy Pattle")
    with services.units.change("merge", "Ann") as unit:
        unit.update(customers, other, {"merged_into_id": lucja})
    for typed in ("pattle", "lucy", "patel"):
        assert [row.id for row in services.search.people(typed)] == [lucja]
    services.undo.undo("Ann")
    assert [row.id for row in services.search.people("lucy")] == [other]


def test_a_change_that_fails_leaves_the_index_as_it_was(services, lucja):
    def rename_and_fail():
        with services.units.change("rename", "Ann") as unit:
            unit.update(customers, lucja, {"name": "Zebra", "sort_key": "zebra"})
            raise RuntimeError

    with pytest.raises(RuntimeError):
        rename_and_fail()
    assert names(services, "zeb") == []
    assert names(services, "patel") == ["Mrs Łucja Patel-Jones"]


def test_a_file_without_an_index_gets_one(services, lucja, tmp_path):
    with services._file.change() as connection:
        connection.exec_driver_sql("DELETE FROM search_docs")
        for table in ("search_words", "search_parts"):
            connection.exec_driver_sql(f"INSERT INTO {table}({table}) VALUES ('delete-all')")
    again = open_services(services._file, surroundings(tmp_path, FixedClock(DAY)))
    assert names(again, "patel") == ["Mrs Łucja Patel-Jones"]
    assert again.undo.can_undo is None


def test_a_change_to_a_file_without_an_index_makes_it(services, lucja, tmp_path):
    with services._file.change() as connection:
        connection.exec_driver_sql("UPDATE search_docs SET title = '0' WHERE id = 0")
    again = open_services(services._file, surroundings(tmp_path, FixedClock(DAY)))
    put_promise(again.units, lucja, "ring back")
    assert names(again, "patel") == ["Mrs Łucja Patel-Jones"]
    assert group(again, "ring", HitKind.PROMISE).total == 1


def test_a_customer_who_was_chosen_comes_with_what_is_open(services, lucja):
    for number in range(7):
        put_promise(services.units, lucja, f"job {number}", due_on=date(2026, 11, 20 + number))
    put_contact(services.units, lucja, "a tap", next_on=date(2026, 11, 19))
    found = services.search.person(lucja)
    assert (found.row.late, found.row.due_today, found.row.tags) == (3, 1, ("landlady",))
    assert [item.kind for item in found.items][:2] == [Kind.CONTACT, Kind.PROMISE]
    assert (len(found.items), found.open_count) == (5, 8)
    assert services.search.person(999) is None


def test_one_who_only_asked_and_one_out_of_use_are_found_too(services):
    put_customer(services.units, "Bo Winther", status=CustomerStatus.ASKED)
    put_customer(services.units, "Yan Winther", archived_on=DAY)
    assert names(services, "winther") == ["Bo Winther", "Yan Winther"]
    assert [row.is_archived for row in services.search.people("winther")] == [False, True]


def test_fields_of_ones_own_are_found_in_the_settings(services):
    draft = OwnFieldDraft(on=OwnFieldOn.CUSTOMER, name="Boiler make", kind=OwnFieldKind.TEXT)
    card = services.own_fields.add(draft, "Ann").card
    (hit,) = group(services, "boiler", HitKind.SETTING).hits
    assert (hit.title, hit.room, hit.part, hit.item) == (
        "Boiler make",
        "settings",
        "own_fields",
        str(card.id),
    )


def test_nothing_that_can_be_typed_breaks_the_search(services, lucja, samples: Path):
    strings = json.loads((samples / "names" / "naughty_strings.json").read_text("utf-8"))
    for typed in [str(each) for each in strings] + [
        '"',
        "a\x00b",
        "x" * 10_000,
        "* OR NEAR(",
        "٣٤٥٦",
    ]:
        services.search.people(typed)
        services.search.find(typed)
        services.customer_lists.ids(CustomerFilter(text=typed))


def test_names_that_break_other_programs_are_kept_and_found(services, samples: Path):
    strings = json.loads((samples / "names" / "naughty_strings.json").read_text("utf-8"))
    for number, name in enumerate(str(each) for each in strings):
        made = put_customer(services.units, name or "-", notes=f"note{number}x")
        assert made in [row.id for row in services.search.people(f"note{number}x")]


def test_letters_are_found_by_title_reference_and_words(services, lucja):
    with services.units.change("issue letter", "Ann") as unit:
        values = {"id": 1, "sha256": "0", "name": "l.pdf", "size": 9, "media_type": "x/pdf"}
        paper = unit.insert(attachments, values)
        made = unit.insert(
            letters,
            {
                "ref": "L-2026-0003",
                "template": "L13",
                "template_version": 1,
                "title": "What we promised",
                "customer_id": lucja,
                "promise_id": None,
                "issued_on": DAY,
                "written_at": FixedClock(DAY).now(),
                "fields": "{}",
                "body": "Dear Łucja, the thermostat will be fitted on Friday.",
                "is_large_print": False,
                "signatory": "Tom",
                "attachment_id": paper,
            },
        )
    for typed in ("promis", "omise", "L-2026-0003", "thermo lucja"):
        (hit,) = group(services, typed, HitKind.LETTER).hits
        assert (hit.room, hit.part, hit.item) == ("letters", "issued", str(made))
    assert hit.detail == "Mrs Łucja Patel-Jones · L-2026-0003 · 23 November 2026"
