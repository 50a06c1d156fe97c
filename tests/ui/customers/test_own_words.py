# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Notes and the business's own fields on the page of a customer, on the screen and on paper."""

from dataclasses import replace

from servicedesk.domain.own_fields import OwnFieldDraft, OwnFieldKind, OwnFieldOn
from servicedesk.ui.core.rooms import Place
from tests.services.customers_made import RUTH

PATEL = "Mrs Meena Patel"

FIELDS = (
    ("Account number", OwnFieldKind.TEXT, "A 107"),
    ("Trade discount", OwnFieldKind.YES_NO, "yes"),
    ("Boiler checked", OwnFieldKind.DAY, "3/12"),
    ("Keys with us", OwnFieldKind.YES_NO, "no"),
)


def with_fields(bench, customer_id):
    services = bench.services
    own = {}
    for name, kind, value in FIELDS:
        wanted = OwnFieldDraft(on=OwnFieldOn.CUSTOMER, name=name, kind=kind)
        own[str(services.own_fields.add(wanted, RUTH).card.id)] = value
    draft = replace(services.customers.get(customer_id).draft, own=own, notes="Likes tea.\nLate.")
    services.customers.change(customer_id, draft, RUTH)
    return own


def open_page(page, customer_id):
    page.arrive(Place(room="customers", item=str(customer_id)))
    return page.detail.presenter


def test_demand_35_own_fields_are_shown_and_printed(bench, page, ids):
    own = with_fields(bench, ids[PATEL])
    presenter = open_page(page, ids[PATEL])
    lines = (
        "Account number: A 107",
        "Trade discount: yes",
        "Boiler checked: 3 December 2026",
        "Keys with us: no",
    )
    assert " · ".join(lines) in presenter.also_line()
    job = page.print_job()
    assert job is not None
    first = next(iter(own))
    services = bench.services
    bench.do(lambda: services.own_fields.retire(int(first), True, RUTH))
    assert "Account number" not in presenter.also_line()


def test_notes_are_shown_as_far_as_there_is_room(bench, page, ids):
    with_fields(bench, ids[PATEL])
    presenter = open_page(page, ids[PATEL])
    assert presenter.notes_line() == "Likes tea.\nLate."
    draft = replace(bench.services.customers.get(ids[PATEL]).draft, notes="x" * 10_000)
    bench.do(lambda: bench.services.customers.change(ids[PATEL], draft, RUTH))
    assert presenter.notes_line() == "x" * 600 + "… (the rest is behind Change)"
