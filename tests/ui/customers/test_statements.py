# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What the customers room asks of the file: little, however many customers there are."""

import pytest

from servicedesk.ui.core.rooms import Place
from servicedesk.ui.customers.page import CustomersPage
from tests.helpers.fakes import FixedClock
from tests.helpers.hearing import hear
from tests.helpers.qt import dressed
from tests.ui.backups.benches import bench_in
from tests.ui.customers.people_made import RUTH, TODAY, fill, person


@pytest.fixture
def asked(monkeypatch):
    """Every statement that reads, from now on."""
    return hear(monkeypatch).statements


@pytest.fixture
def page(asked, tmp_path, qtbot):
    with bench_in(tmp_path, FixedClock(TODAY)) as bench, dressed(bench.theme):
        fill(bench)
        for number in range(250):
            bench.services.customers.add(person(f"Customer {number:03}"), RUTH)
        made = CustomersPage(bench)
        qtbot.addWidget(made)
        made.resize(1158, 700)
        made.show()
        made.arrive(Place(room="customers"))
        yield made
        made.leave()


def reads(asked):
    return [said for said in asked if said.startswith("SELECT")]


def test_a_customer_is_read_with_at_most_six_statements(page, asked):
    page.show_customer(1)
    asked.clear()
    page.show_customer(2)
    assert 0 < len(reads(asked)) <= 6


def test_a_key_in_the_search_box_is_two_statements_and_a_page_of_rows(page, asked):
    asked.clear()
    page.list.search.setText("customer 1")
    page.grab()
    assert 0 < len(reads(asked)) <= 3


def test_the_room_is_opened_without_reading_every_customer(page, asked):
    asked.clear()
    page.list.presenter.reload()
    page.grab()
    assert 0 < len(reads(asked)) <= 5
    assert len(page.list.model._pages) == 1
