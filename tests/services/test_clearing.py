# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What was kept for long enough: the list, keeping for longer, clearing out, with figures kept."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from servicedesk.domain.clearing import Due
from servicedesk.domain.customers import CustomerStatus
from servicedesk.domain.errors import Refusal
from servicedesk.domain.forgetting import Erasing
from servicedesk.domain.holds import HoldDraft
from servicedesk.domain.kinds import Kind
from servicedesk.domain.retention import RetainedKind
from servicedesk.domain.support import ConsentChannel
from servicedesk.services.registry import Services
from servicedesk.store.complaints import complaints
from servicedesk.store.promises import promises
from servicedesk.store.support import consents
from tests.helpers.fakes import FixedClock
from tests.services.customers_made import RUTH, added, shop
from tests.services.rows_made import complained, promised, said, whole

LATER = date(2032, 9, 30)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def services(tmp_path: Path, clock: FixedClock) -> Iterator[Services]:
    with shop(tmp_path, clock) as found:
        yield found


def kinds(services: Services) -> list[RetainedKind]:
    return [due.candidate.kind for due in services.clearing.due()]


def test_scenario_40_a_complaint_is_looked_at_after_six_years_and_never_while_held(
    services: Services, clock: FixedClock
) -> None:
    with services.units.change("close", RUTH) as unit:
        number = complained(unit, None, closed_on=date(2026, 9, 30))
    clock.set(date(2032, 9, 29))
    assert services.clearing.due() == ()
    clock.set(LATER)
    (due,) = services.clearing.due()
    assert (due.candidate.kind, due.due_on) == (RetainedKind.COMPLAINT, LATER)
    with services.units.change("hold", RUTH) as unit:
        unit.update(complaints, number, {"legal_hold": "claim at court"})
    assert services.clearing.due() == ()
    assert [card.complaint_id for card in services.holds.all()] == [number]


def test_a_hold_on_a_customer_or_a_promise_takes_what_is_theirs_off_the_list(
    services: Services, clock: FixedClock
) -> None:
    card = added(services, "Ann Smith")
    with services.units.change("keep", RUTH) as unit:
        complained(unit, card.id, closed_on=date(2026, 9, 14))
        promise = promised(unit, None, ended_on=date(2026, 9, 14))
    clock.set(LATER)
    assert sorted(kinds(services)) == ["complaint", "customer", "promise"]
    since = clock.today()
    hold = services.holds.add(HoldDraft(customer_id=card.id, reason="court", since=since), RUTH)
    assert kinds(services) == [RetainedKind.PROMISE]
    services.holds.add(HoldDraft(promise_id=promise, reason="court", since=since), RUTH)
    assert kinds(services) == []
    lifted = services.holds.lift(hold.card.id, "settled", RUTH).card
    assert (lifted.lifted_on, lifted.lifted_because) == (since, "settled")
    assert sorted(kinds(services)) == ["complaint", "customer"]
    with pytest.raises(Refusal, match="hold_lifted_already"):
        services.holds.lift(hold.card.id, "again", RUTH)


def test_what_is_kept_for_longer_comes_back_on_its_day(
    services: Services, clock: FixedClock
) -> None:
    with services.units.change("close", RUTH) as unit:
        promised(unit, None, ended_on=date(2026, 9, 14))
    clock.set(LATER)
    due = services.clearing.due()
    services.clearing.keep_longer(due, date(2033, 1, 5), "still asks", RUTH)
    assert services.clearing.due() == ()
    clock.set(date(2033, 1, 5))
    assert [one.due_on for one in services.clearing.due()] == [date(2033, 1, 5)]
    services.clearing.keep_longer(due, date(2034, 1, 5), "still asks", RUTH)
    assert services.clearing.due() == ()


@pytest.mark.parametrize(
    ("until", "reason", "code"),
    [
        (date(2033, 1, 1), " ", "keep_needs_reason"),
        (LATER, "court", "keep_until_past"),
        (None, "court", "keep_until_past"),
    ],
)
def test_keeping_for_longer_needs_a_reason_and_a_day_to_come(
    services: Services, clock: FixedClock, until: date | None, reason: str, code: str
) -> None:
    clock.set(LATER)
    with pytest.raises(Refusal, match=code):
        services.clearing.keep_longer((), until, reason, RUTH)


def test_clearing_out_empties_records_and_leaves_their_rows(
    services: Services, clock: FixedClock
) -> None:
    card = added(services, "Ann Smith")
    with services.units.change("live", RUTH) as unit:
        complaint = complained(unit, card.id, closed_on=date(2026, 9, 14), text="Ann was cross")
        promise = promised(unit, card.id, ended_on=date(2026, 9, 14), text="Ring Ann")
        unit.insert(
            consents,
            whole(consents, customer_id=card.id, withdrawn_on=date(2026, 9, 14), wording="offers"),
        )
    clock.set(LATER)
    due = services.clearing.due()
    assert {one.candidate.kind for one in due} == {
        RetainedKind.COMPLAINT,
        RetainedKind.PROMISE,
        RetainedKind.CUSTOMER,
        RetainedKind.MARKETING_CONSENT,
    }
    done = services.clearing.clear(due, RUTH).card
    assert (done.done, done.left) == (4, 0)
    assert services.clearing.due() == ()
    assert services.clearing.clear(due, RUTH).card.left == 4
    with services.units.read() as reading:
        rows = reading.exec_driver_sql("SELECT text, closed_on FROM complaints").all()
        assert rows == [("(forgotten)", "2026-09-14")]
        assert reading.exec_driver_sql("SELECT text FROM promises").all() == [("(forgotten)",)]
        assert reading.exec_driver_sql("SELECT count(*) FROM consents").scalar() == 0
        history = reading.exec_driver_sql("SELECT use_case, table_name, before, after FROM journal")
        told = [row for row in history if "Ann" in str(row) or "offers" in str(row)]
        assert told == []
    assert {(one.kind, one.record_id) for one in services.forgetting.erased()} == {
        (Kind.COMPLAINT, complaint),
        (Kind.PROMISE, promise),
        (Kind.CUSTOMER, card.id),
    }


@pytest.mark.parametrize(("again", "may"), [(False, []), (True, ["Ann Smith"])])
def test_a_no_to_offers_outlives_the_consent_that_was_taken_back(
    services: Services, clock: FixedClock, again: bool, may: list[str]
) -> None:
    card = added(services, "Ann Smith", emails=("ann@home.example",))
    said = {"customer_id": card.id, "channel": ConsentChannel.EMAIL}
    with services.units.change("no", RUTH) as unit:
        unit.insert(consents, whole(consents, **said, withdrawn_on=date(2026, 9, 14)))
        if again:
            unit.insert(consents, whole(consents, **said, given_on=date(2026, 10, 1)))
    clock.set(LATER)
    wanted = RetainedKind.MARKETING_CONSENT
    due = [one for one in services.clearing.due() if one.candidate.kind is wanted]
    assert len(due) == 1
    services.clearing.clear(due, RUTH)
    if not again:  # such as a list from elsewhere that says they agreed
        with services.units.change("yes", RUTH) as unit:
            unit.insert(consents, whole(consents, **said, given_on=LATER))
    found = services.marketing.may_be_sent(ConsentChannel.EMAIL)
    assert [row.agreed.name for row in found] == may


def test_feedback_is_made_nameless_after_two_years_and_keeps_its_words(
    services: Services, clock: FixedClock
) -> None:
    card = added(services, "Ann Smith")
    with services.units.change("live", RUTH) as unit:
        said(unit, card.id, given_on=date(2026, 9, 14), text="Ann Smith liked it", called="Ann")
    clock.set(date(2028, 9, 14))
    (due,) = services.clearing.due()
    assert (due.candidate.kind, due.how) == (RetainedKind.FEEDBACK, Erasing.ANONYMISE)
    services.clearing.clear((due,), RUTH)
    with services.units.read() as reading:
        row = reading.exec_driver_sql("SELECT text, called, customer_id FROM feedback").one()
    assert (row[1], row[2]) == ("(forgotten)", None)
    assert "liked it" in row[0]
    assert "Ann" not in row[0]


def test_who_asked_only_is_due_after_two_years_and_who_bought_after_six(
    services: Services, clock: FixedClock
) -> None:
    added(services, "Asked Only", status=CustomerStatus.ASKED)
    added(services, "Has Bought")
    clock.set(date(2028, 9, 14))
    assert kinds(services) == [RetainedKind.ENQUIRER]
    clock.set(date(2032, 9, 14))
    assert kinds(services) == [RetainedKind.ENQUIRER, RetainedKind.CUSTOMER]


def test_an_open_promise_keeps_a_customer(services: Services, clock: FixedClock) -> None:
    card = added(services, "Has Bought")
    with services.units.change("live", RUTH) as unit:
        promised(unit, card.id, ended_on=None)
    clock.set(LATER)
    assert kinds(services) == []


def test_the_months_are_those_the_owner_chose(services: Services, clock: FixedClock) -> None:
    with services.units.change("close", RUTH) as unit:
        promised(unit, None, ended_on=date(2026, 9, 14))
    services.business.save({"retention_promise": 84}, RUTH)
    clock.set(LATER)
    assert kinds(services) == []
    clock.set(date(2033, 9, 14))
    assert kinds(services) == [RetainedKind.PROMISE]


def test_invoices_are_said_to_be_elsewhere(services: Services) -> None:
    (rule,) = services.clearing.not_kept()
    assert (rule.kind, rule.months) == (RetainedKind.INVOICE, 60)


def test_holds_are_changed_found_by_number_and_refused_for_nobody(services: Services) -> None:
    card = added(services, "Ann Smith")
    today = date(2026, 9, 14)
    hold = services.holds.add(
        HoldDraft(customer_id=card.id, reason=" court  case ", since=today), RUTH
    ).card
    assert (hold.draft.reason, hold.about) == ("court case", "Ann Smith")
    draft = HoldDraft(
        customer_id=card.id, reason="claim", since=today, look_again_on=date(2027, 1, 1)
    )
    changed = services.holds.change(hold.id, draft, RUTH).card
    assert services.holds.get(hold.id) == changed
    assert changed.draft == draft
    with pytest.raises(Refusal, match="record_gone"):
        services.holds.get(99)


def test_nothing_due_clears_nothing(services: Services) -> None:
    nobody: tuple[Due, ...] = ()
    done = services.clearing.clear(nobody, RUTH)
    assert (done.card.done, done.card.left, len(done.changes)) == (0, 0, 0)
    assert promises.name == "promises"
