# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The page beside everything taken out: each table in plain words, empty ones folded away."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from html import unescape
from pathlib import Path

import pytest
import vobject

from servicedesk.domain.contacts import ContactDraft
from servicedesk.domain.customers import Channel, CustomerDraft
from servicedesk.domain.exchange_columns import ListKind
from servicedesk.domain.forgetting import ErasureWhy
from servicedesk.domain.promises import Due, PromiseDraft
from servicedesk.services.registry import Services, open_services
from servicedesk.store.exporting import tables_out
from tests.helpers.builders import words
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.services.test_demo import Quiet
from tests.store.files import new_file, opened

DAY = date(2026, 11, 24)
RUTH = "Ruth"


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        services = open_services(file, surroundings(file.path, FixedClock(DAY)))
        ann = services.customers.add(CustomerDraft(name="Ann"), RUTH).card
        heard = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
        note = ContactDraft(customer_id=ann.id, text="rang", channel=Channel.PHONE, at=heard)
        services.contacts.log(note, RUTH)
        yield services


def page_of(shop: Services, folder: Path) -> str:
    done = shop.export_all.write(folder, Quiet(), with_help=True)
    return unescape((done.folder / "index.html").read_text("utf-8"))


def somebody_forgotten(shop: Services) -> None:
    bob = shop.customers.add(CustomerDraft(name="Bob"), RUTH).card
    due = Due(day=date(2026, 11, 27))
    draft = PromiseDraft(customer_id=bob.id, text="ring", made_on=DAY, promiser=RUTH, due=due)
    shop.promises.done(shop.promises.make(draft, RUTH).card.id, DAY, None, RUTH)
    shop.forgetting.anonymise(bob.id, ErasureWhy.NOT_NEEDED, RUTH)


@pytest.mark.parametrize("name", tables_out(with_help=True))
def test_every_table_is_told_in_a_short_sentence_of_plain_english(name: str) -> None:
    said = words().say(f"taking_out.table_of.{name}")
    assert said.endswith(".")
    assert "_" not in said
    assert 2 <= len(said.split()) <= 24


def test_no_two_tables_are_told_alike_and_none_is_told_that_is_not_there() -> None:
    names = tables_out(with_help=True)
    assert len({words().say(f"taking_out.table_of.{name}") for name in names}) == len(names)
    file = Path("resources/words/en-GB/taking_out_tables.toml").read_text("utf-8")
    assert sorted(re.findall(r"^(\w+) = ", file, re.M)) == sorted(names)


def test_tables_without_lines_lie_folded_at_the_end(shop: Services, tmp_path: Path) -> None:
    page = page_of(shop, tmp_path / "out")
    shown, _, folded = page.partition("<details>")
    assert "The table " not in page
    assert "tables/customers.csv" in shown
    assert "tables/customers.csv" not in folded
    assert 'href="tables/ideas.csv"' in folded
    assert 'href="tables/ideas.csv"' not in shown
    assert ">0 lines<" not in page[page.index("<h2>All tables</h2>") :]
    assert re.search(r"<summary>\d+ more tables, with nothing in them yet</summary>", page)
    for name in tables_out(with_help=True):
        assert words().say(f"taking_out.table_of.{name}") in page


def test_contact_notes_have_a_place_of_their_own(shop: Services, tmp_path: Path) -> None:
    page = page_of(shop, tmp_path / "out")
    heading = page.index("<h2>Contact notes</h2>")
    assert page.index("<h2>Lists</h2>") < heading < page.index("<h2>All tables</h2>")
    part = page[heading:].partition("<h2>All tables</h2>")[0]
    assert 'href="tables/contacts.csv"' in part
    assert "1 note<" in part
    assert "customer_id" in part


def test_nobody_who_was_forgotten_has_a_card_or_is_counted(shop: Services, tmp_path: Path) -> None:
    shop.customers.add(CustomerDraft(name="Cy"), RUTH)
    somebody_forgotten(shop)
    counts = shop.export_all.counts()
    assert (counts.customers, counts.forgotten) == (2, 1)
    page = page_of(shop, tmp_path / "out")
    lines = (tmp_path / "out" / "customers.csv").read_text("utf-8-sig").splitlines()
    assert [line.partition(",")[0] for line in lines[1:]] == ["K-0001", "K-0002", "K-0003"]
    cards = list(vobject.readComponents((tmp_path / "out" / "customers.vcf").read_text("utf-8")))
    assert [card.fn.value for card in cards] == ["Ann", "Cy"]
    assert ">2 customers<" in page
    assert ">2 cards<" in page
    assert "1 more line is what is left of a customer who was forgotten" in page
    assert counts.lists[ListKind.CUSTOMERS] == 3


def test_what_is_told_of_the_forgotten_is_not_said_where_there_are_none(
    shop: Services, tmp_path: Path
) -> None:
    page = page_of(shop, tmp_path / "out")
    assert "who was forgotten" not in page
    assert ">1 customer<" in page
    assert shop.export_all.counts().forgotten == 0


def test_a_step_is_told_for_everything_that_is_written(shop: Services, tmp_path: Path) -> None:
    somebody_forgotten(shop)
    told: list[tuple[int, int]] = []

    class Heard(Quiet):
        def step(self, done: int, total: int) -> None:
            told.append((done, total))

    shop.export_all.write(tmp_path / "out", Heard())
    assert told[-1][0] == told[-1][1]


def test_somebody_new_without_a_name_is_still_a_customer(shop: Services) -> None:
    somebody_forgotten(shop)
    shop.customers.add(CustomerDraft(name="Dee"), RUTH)
    assert shop.export_all.counts().customers == 2
