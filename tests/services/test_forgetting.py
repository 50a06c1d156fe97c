# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Forgetting a customer: what keeps them, what goes, and every figure as it was; demand 26."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from servicedesk.domain.backups import BackupReason
from servicedesk.domain.data_requests import (
    PauseWhy,
    RequestDraft,
    RequestKind,
    RequestOutcome,
    RequestStage,
    RequestStep,
)
from servicedesk.domain.errors import Refusal
from servicedesk.domain.forgetting import Erasing, ErasureCard, ErasureWhy, Keeping, KeptBecause
from servicedesk.domain.holds import HoldDraft
from servicedesk.domain.ideas import IdeaDraft
from servicedesk.domain.kinds import Kind
from servicedesk.domain.periods import Period
from servicedesk.services.backup_restore import put_back
from servicedesk.services.forgetting_backups import CLEAN
from servicedesk.services.registry import Services, open_services
from servicedesk.store import driver
from servicedesk.store.complaints import complaints
from servicedesk.store.driver import Access
from servicedesk.store.erasures import erased_in, re_apply
from tests.helpers.fakes import FixedClock
from tests.migrations.files import file_of
from tests.services.around import surroundings
from tests.services.backups_made import NoSteps
from tests.services.customers_made import RUTH, added, shop
from tests.services.rows_made import complained, promised
from tests.services.test_demo import built
from tests.store.files import new_file, opened

ASKED = ErasureWhy.ASKED
DAY = date(2026, 9, 14)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with shop(tmp_path) as found:
        yield found


def test_a_hold_an_open_complaint_and_an_open_promise_keep_somebody(services: Services) -> None:
    card = added(services, "Ann Smith")
    with services.units.change("live", RUTH) as unit:
        complaint = complained(unit, card.id, closed_on=None)
        promised(unit, card.id, ended_on=None)
    services.holds.add(HoldDraft(customer_id=card.id, reason="court", since=DAY), RUTH)
    with services.units.change("hold", RUTH) as unit:
        unit.update(complaints, complaint, {"legal_hold": "insurer"})
    seen = services.forgetting.foresee(card.id)
    assert [one.why for one in seen.because] == [
        KeptBecause.LEGAL_HOLD,
        KeptBecause.LEGAL_HOLD,
        KeptBecause.OPEN_COMPLAINT,
        KeptBecause.OPEN_PROMISE,
    ]
    assert [one.what for one in seen.because][:2] == ["court", "insurer"]
    assert [(one.kind, one.record_id) for one in seen.because][1:3] == [
        (None, None),
        (Kind.COMPLAINT, complaint),
    ]
    with pytest.raises(Refusal, match="forget_on_hold"):
        services.forgetting.forget(card.id, ASKED, RUTH)
    assert services.customers.get(card.id).shown_name == "Ann Smith"
    assert services.forgetting.erased() == ()


def test_another_open_request_is_answered_before_they_are_forgotten(services: Services) -> None:
    card = added(services, "Ann Smith")
    asked = RequestDraft(kind=RequestKind.SEE, received_on=DAY, customer_id=card.id)
    request = services.data_requests.note(asked, RUTH).card
    assert services.forgetting.foresee(card.id).because == (
        Keeping(
            why=KeptBecause.OPEN_REQUEST,
            what=request.ref,
            kind=Kind.DATA_REQUEST,
            record_id=request.id,
        ),
    )
    with pytest.raises(Refusal, match="forget_open_request"):
        services.forgetting.forget(card.id, ASKED, RUTH)
    services.data_requests.answer(request.id, RequestOutcome.DONE, "", DAY, RUTH)
    services.forgetting.forget(card.id, ASKED, RUTH)
    assert len(services.forgetting.erased()) == 1


@pytest.mark.parametrize("how", Erasing)
@pytest.mark.parametrize("waits", [False, True])
def test_a_request_to_be_forgotten_is_answered_by_it(
    services: Services, how: Erasing, waits: bool
) -> None:
    card, other = added(services, "Ann Smith"), added(services, "Bob Brown")
    asked = RequestDraft(kind=RequestKind.ERASE, received_on=DAY, customer_id=card.id)
    request = services.data_requests.note(asked, RUTH).card
    elsewhere = services.data_requests.note(replace(asked, customer_id=other.id), RUTH).card
    if waits:
        services.data_requests.ask(request.id, PauseWhy.CLARITY, "All of it?", DAY, RUTH)
    seen = services.forgetting.foresee(card.id)
    assert (seen.because, seen.answers) == ((), (request.ref,))
    assert not services.data_requests.get(request.id).is_forgotten
    act = services.forgetting.forget if how is Erasing.FORGET else services.forgetting.anonymise
    done = act(card.id, ASKED, RUTH)
    assert request.id in done.changes[Kind.DATA_REQUEST]
    kept = services.data_requests.get(request.id)
    assert (kept.outcome, kept.stage) == (RequestOutcome.DONE, RequestStage.ENDED)
    assert kept.ended_on == kept.lines[-1].on
    assert kept.lines[-1].step is RequestStep.ANSWERED
    assert kept.open_pause is None
    assert kept.is_forgotten
    assert services.data_requests.get(elsewhere.id).ended_on is None


def test_whoever_was_forgotten_is_known_as_such(services: Services) -> None:
    card, other = added(services, "Ann Smith"), added(services, "Bob Brown")
    assert not services.forgetting.is_forgotten(card.id)
    services.forgetting.forget(card.id, ASKED, RUTH)
    assert services.forgetting.is_forgotten(card.id)
    assert not services.forgetting.is_forgotten(other.id)


def test_nobody_is_forgotten_twice_and_nobody_who_is_not_there(services: Services) -> None:
    card = added(services, "Ann Smith")
    services.forgetting.forget(card.id, ASKED, RUTH)
    with pytest.raises(Refusal, match="forget_done_already"):
        services.forgetting.forget(card.id, ASKED, RUTH)
    with pytest.raises(Refusal, match="record_gone"):
        services.forgetting.foresee(99)


def test_it_cannot_be_undone_and_nothing_before_it_either(services: Services) -> None:
    card = added(services, "Ann Smith")
    services.forgetting.forget(card.id, ASKED, RUTH)
    assert services.undo.can_undo is None


def test_the_search_and_the_lists_know_them_no_more(services: Services) -> None:
    card = added(services, "Ann Quillfeather")
    other = added(services, "Bob Quillfeather")
    done = services.forgetting.forget(card.id, ASKED, RUTH)
    assert done.changes[Kind.CUSTOMER] == {card.id}
    with services.units.read() as reading:
        rows = reading.exec_driver_sql(
            "SELECT count(*) FROM search_words WHERE search_words MATCH 'quillfeather'"
        )
        assert rows.scalar() == 1
    assert services.customers.get(other.id).shown_name == "Bob Quillfeather"
    gone = services.customers.get(card.id)
    assert (gone.shown_name, gone.archived_on, gone.draft.name) == ("(forgotten)", DAY, "")


def test_who_is_made_nameless_leaves_what_happened(services: Services) -> None:
    card = added(services, "Ann Smith", phones=("07700 900123",), notes="knows Bob")
    with services.units.change("live", RUTH) as unit:
        text = "Ms Smith waited; ring 07700 900 123"
        complained(unit, card.id, closed_on=DAY, text=text, called="Ann")
    services.forgetting.anonymise(card.id, ErasureWhy.NOT_NEEDED, RUTH)
    with services.units.read() as reading:
        row = reading.exec_driver_sql("SELECT text, called, customer_id FROM complaints").one()
        journal = str(reading.exec_driver_sql("SELECT before, after FROM journal").all())
    assert row == ("Ms (forgotten) waited; ring (forgotten)", "(forgotten)", card.id)
    assert "Smith" not in journal
    assert "900" not in journal
    (line,) = services.forgetting.erased()
    assert (line.how, line.why) == (Erasing.ANONYMISE, ErasureWhy.NOT_NEEDED)


def test_who_was_merged_goes_with_whom_they_went_into(services: Services) -> None:
    keep, other = added(services, "Ann Smith"), added(services, "Annie Smythe")
    services.customers_merging.merge(keep.id, [other.id], RUTH)
    services.forgetting.forget(keep.id, ASKED, RUTH)
    assert {card.record_id for card in services.forgetting.erased()} == {keep.id, other.id}
    with services.units.read() as reading:
        names = reading.exec_driver_sql("SELECT name, shown_name FROM customers").all()
    assert set(names) == {("", "(forgotten)")}


def test_records_of_others_lose_the_name_only_where_it_is_asked(services: Services) -> None:
    card = added(services, "Ann Quillfeather")
    for what in ("Ask Ann Quillfeather first", "As at Quillfeather’s", "Something else"):
        services.ideas.add(IdeaDraft(what=what), RUTH)
    seen = services.forgetting.foresee(card.id)
    assert [one.table for one in seen.mentions] == ["ideas", "ideas"]
    services.forgetting.forget(card.id, ASKED, RUTH, also=seen.mentions[:1])
    assert sorted(idea.draft.what for idea in services.ideas.all()) == [
        "As at Quillfeather’s",
        "Ask (forgotten) first",
        "Something else",
    ]


def test_a_word_others_said_too_stays_and_a_telling_one_still_counts(services: Services) -> None:
    said = ("Facebook", "Facebook", "My sister Anna", "Van in Mill Lane")
    ids = [added(services, f"Ann {n}", heard_from=heard).id for n, heard in enumerate(said)]
    for customer_id in (ids[0], ids[2], ids[3]):
        services.forgetting.forget(customer_id, ASKED, RUTH)
    heard = [services.customers.get(one).draft.heard_from for one in ids]
    assert heard == ["Facebook", "Facebook", "sister", "(forgotten)"]


@pytest.mark.parametrize("how", Erasing)
def test_demand_26_every_figure_of_the_pretend_shop_is_as_it_was(
    tmp_path: Path, how: Erasing
) -> None:
    with built(tmp_path, date(2026, 12, 21)) as (services, clock):
        period = Period(first=date(2026, 1, 1), last=clock.today())
        before = services.figures.report(period)
        with services.units.read() as reading:
            ids = reading.exec_driver_sql("SELECT id FROM customers").scalars().all()
        done = 0
        for customer_id in ids:
            if not services.forgetting.foresee(customer_id).because:
                step = services.forgetting
                act = step.forget if how is Erasing.FORGET else step.anonymise
                act(customer_id, ASKED, RUTH)
                done += 1
        assert done >= 3
        assert services.figures.report(period) == before


def test_a_restore_forgets_the_same_people_again_and_keeps_the_list(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    with opened(path) as file:
        services = open_services(file, surroundings(path, FixedClock()))
        card, other = added(services, "Ann Quillfeather"), added(services, "Bob Smith")
        backup = services.backups.back_up(BackupReason.BUTTON, NoSteps())
        services.forgetting.forget(card.id, ASKED, RUTH)
        around = services.forgetting._around
        assert services.forgetting.still_held().count == 1
    put_back(Path(backup.path), around)
    with opened(path) as file:
        services = open_services(file, around)
        assert services.customers.get(card.id).shown_name == "(forgotten)"
        assert services.customers.get(other.id).shown_name == "Bob Smith"
        assert [one.record_id for one in services.forgetting.erased()] == [card.id]
    assert b"Quillfeather" not in path.read_bytes()


def test_another_row_with_the_same_number_is_left_alone(tmp_path: Path) -> None:
    path = new_file(tmp_path)
    with opened(path) as file:
        services = open_services(file, surroundings(path, FixedClock()))
        card = added(services, "Ann Quillfeather")
        services.forgetting.forget(card.id, ASKED, RUTH)
        (line,) = services.forgetting.erased()
    (tmp_path / "other").mkdir()
    second = new_file(tmp_path / "other")
    with opened(second) as file:
        services = open_services(file, surroundings(second, FixedClock(date(2026, 9, 15))))
        same = added(services, "Bob Smith")
        assert same.id == card.id
    assert re_apply(second, None, (line,)) == 0
    assert re_apply(path, None, (line,)) == 0
    assert [one.mark for one in erased_in(second, None)] == [line.mark]
    with opened(second) as file:
        services = open_services(file, surroundings(second, FixedClock()))
        assert services.customers.get(same.id).shown_name == "Bob Smith"


@pytest.mark.parametrize("schema", [3, 4, 6, 8])
def test_an_older_backup_is_searched_as_well(tmp_path: Path, schema: int) -> None:
    path = file_of(tmp_path, schema)
    noon = "2026-09-14T11:00:00.000000Z"
    connection = driver.open_bare(path, Access.READ_WRITE)
    connection.execute(
        "INSERT INTO journal(step, use_case, who, at, action, table_name, record_id, after)"
        " VALUES (9901, 'add', 'Ann', ?, 'insert', 'customers', 5, '{}')",
        (noon,),
    )
    (number, at) = connection.execute(
        "SELECT id, at FROM journal WHERE table_name = 'customers' AND record_id = 5 ORDER BY id"
    ).fetchone()
    (name,) = connection.execute("SELECT name FROM customers WHERE id = 5").fetchone()
    assert "Patel" in name
    connection.close()
    mark = sha256(f"customers 5 {number} {at}".encode()).hexdigest()[:32]
    line = _line(mark)
    assert erased_in(path, None) == ()
    assert re_apply(path, None, (line,)) == 1
    assert [one.mark for one in erased_in(path, None)] == [mark]
    connection = driver.open_bare(path, Access.READ_ONLY)
    row = connection.execute("SELECT name, shown_name FROM customers WHERE id = 5").fetchone()
    connection.close()
    assert row == ("", "(forgotten)")
    with opened(path) as file:
        services = open_services(file, surroundings(path, FixedClock()))
        assert [one.record_id for one in services.forgetting.erased()] == [5]


def _line(mark: str) -> ErasureCard:
    return ErasureCard(
        id=1,
        mark=mark,
        kind=Kind.CUSTOMER,
        record_id=5,
        ref="K-0005",
        how=Erasing.FORGET,
        why=ASKED,
        erased_on=DAY,
        who=RUTH,
        stands_in="(forgotten)",
    )


def test_rewriting_leaves_no_backup_that_holds_them(services: Services) -> None:
    assert services.forgetting.still_held().count == 0
    card = added(services, "Ann Quillfeather")
    services.backups.back_up(BackupReason.BUTTON, NoSteps())
    assert services.forgetting.foresee(card.id).held.count == 1
    assert services.forgetting.forget(card.id, ASKED, RUTH).card.held.count == 1
    assert services.forgetting.rewrite(NoSteps()).left == ()
    assert services.forgetting.still_held().count == 0
    (services.forgetting._around.backups / CLEAN).write_text("[]")
    assert services.forgetting.still_held().count == 1


def test_clearing_passes_over_what_is_gone(services: Services) -> None:
    done = services.forgetting.clear(Kind.COMPLAINT, [77], Erasing.FORGET, ASKED, RUTH)
    assert (done.card, len(done.changes)) == (0, 0)
    assert replace(_line("a"), also="x 1").also == "x 1"


def test_what_went_long_ago_goes_out_of_the_history_when_the_bin_is_emptied(
    tmp_path: Path,
) -> None:
    clock = FixedClock(date(2026, 1, 5))
    with shop(tmp_path, clock) as services:
        held = added(services, "Held Quillfeather")
        gone = added(services, "Gone Quillfeather")
        services.holds.add(
            HoldDraft(customer_id=held.id, reason="court", since=clock.today()), RUTH
        )
        services.customers.bin([held.id, gone.id], RUTH)
        clock.set(date(2026, 5, 5))
        assert services.bin.empty(RUTH).card == 1, "who must be kept stays"
        assert "Gone Quillfeather" in _history(services)
        clock.set(date(2026, 9, 14))
        services.bin.empty(RUTH)
        assert "Gone Quillfeather" not in _history(services)
        assert "Held Quillfeather" in _history(services)


def _history(services: Services) -> str:
    with services.units.read() as reading:
        return str(reading.exec_driver_sql("SELECT before, after FROM journal").all())
