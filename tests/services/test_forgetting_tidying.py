# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The file is written anew after somebody was forgotten, at once or as soon as it can be."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from servicedesk.domain.forgetting import Erasing, ErasureWhy
from servicedesk.domain.holds import HoldDraft
from servicedesk.domain.kinds import Kind
from servicedesk.services import forgetting_tidying
from servicedesk.services.registry import Services
from servicedesk.store.driver import Access, open_bare
from tests.helpers.fakes import FixedClock
from tests.services.customers_made import RUTH, added, shop
from tests.services.rows_made import complained, promised

ASKED = ErasureWhy.ASKED
DAY = date(2026, 9, 14)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def services(tmp_path: Path, clock: FixedClock) -> Iterator[Services]:
    with shop(tmp_path, clock) as found:
        yield found


def test_what_could_not_be_done_is_told_and_done_at_the_next_chance(services: Services) -> None:
    card = added(services, "Ann Quillfeather")
    reader = open_bare(services.forgetting._around.database, Access.READ_ONLY)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM customers").fetchall()
    done = services.forgetting.forget(card.id, ASKED, RUTH).card
    assert not done.is_clean
    assert services.forgetting.is_untidy
    reader.close()
    assert services.forgetting.tidy()
    assert not services.forgetting.is_untidy
    assert services.forgetting.forget(added(services, "Bob").id, ASKED, RUTH).card.is_clean


def test_a_program_that_ends_in_between_goes_on_with_it(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = added(services, "Ann Quillfeather")

    def cut(*_: object) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr(forgetting_tidying, "tidy_file", cut)
    with pytest.raises(KeyboardInterrupt):
        services.forgetting.forget(card.id, ASKED, RUTH)
    again = forgetting_tidying.Tidying(services.forgetting._around)
    assert again.is_due
    monkeypatch.undo()
    assert again.tidy()
    assert not again.is_due


def test_copies_that_were_opened_and_reports_of_crashes_go_too(services: Services) -> None:
    around = services.forgetting._around
    opened = around.temporary / "copies" / "ab"
    opened.mkdir(parents=True)
    (opened / "letter to Quillfeather.pdf").write_text("Quillfeather")
    assert around.logs is not None
    around.logs.mkdir()
    for name in ("crash-report.txt", "events.log"):
        (around.logs / name).write_text("x")
    services.forgetting.forget(added(services, "Ann Quillfeather").id, ASKED, RUTH)
    assert list(around.temporary.iterdir()) == []
    assert [found.name for found in around.logs.iterdir()] == ["events.log"]


def test_who_was_merged_is_on_the_list_when_the_other_is_cleared_out(services: Services) -> None:
    keep, other = added(services, "Ann Smith"), added(services, "Annie Smythe")
    services.customers_merging.merge(keep.id, [other.id], RUTH)
    done = services.forgetting.clear(Kind.CUSTOMER, [keep.id], Erasing.FORGET, ASKED, RUTH)
    assert done.card == 1
    assert {card.record_id for card in services.forgetting.erased()} == {keep.id, other.id}
    again = services.forgetting.clear(Kind.CUSTOMER, [keep.id], Erasing.FORGET, ASKED, RUTH)
    assert again.card == 0


def test_nothing_is_cleared_out_with_which_something_goes_that_must_be_kept(
    services: Services, clock: FixedClock
) -> None:
    card = added(services, "Ann Smith")
    with services.units.change("live", RUTH) as unit:
        promise = promised(unit, card.id, ended_on=DAY, text="mend the gate")
    hold = HoldDraft(promise_id=promise, reason="court", since=DAY)
    services.holds.add(hold, RUTH)
    clock.set(date(2032, 9, 30))
    due = services.clearing.due()
    done = services.clearing.clear(due, RUTH).card
    assert (done.done, done.left) == (0, len(due))
    assert services.customers.get(card.id).shown_name == "Ann Smith"


def test_clearing_out_can_be_stopped_and_what_went_stays_gone(
    services: Services, clock: FixedClock
) -> None:
    with services.units.change("live", RUTH) as unit:
        for number in range(50):
            complained(unit, None, closed_on=DAY, text="Quillfeather", ref=f"C-{number}")
    clock.set(date(2032, 9, 30))
    due, told = services.clearing.due(), []

    def go_on(done: int, total: int) -> bool:
        told.append((done, total))
        return done < 20

    done = services.clearing.clear(due, RUTH, go_on).card
    assert (done.done, done.left, done.is_clean) == (20, 30, True)
    assert told == [(0, 50), (20, 50)]
    assert len(services.clearing.due()) == 30
    assert not services.forgetting.is_untidy
