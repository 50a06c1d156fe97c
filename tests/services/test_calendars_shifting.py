# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A change of the calendar moves what was counted by it, in one step, and tells so beforehand."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from servicedesk.domain.calendars import BankHoliday
from servicedesk.domain.calendars_kept import ClosureDraft, OpenDayDraft
from servicedesk.domain.calendars_segments import Why
from servicedesk.domain.calendars_shifting import Shift
from servicedesk.domain.errors import Refusal
from servicedesk.domain.hours import parse_week
from servicedesk.domain.kinds import Kind
from servicedesk.domain.names import fold
from servicedesk.domain.promises import Allowance, Due, MoveReason, PromiseDraft
from servicedesk.services import undo
from servicedesk.services.registry import Services, open_services
from servicedesk.store.customers import customers
from servicedesk.store.journal import last_step, rows_of_step
from tests.helpers.fakes import FixedClock
from tests.helpers.records import customer_values
from tests.services.around import surroundings
from tests.store.files import new_file, opened

RUTH = "Ruth"
TODAY = date(2026, 9, 14)
NOON = datetime(2026, 9, 14, 11, tzinfo=UTC)
WEDNESDAY, FRIDAY = date(2026, 9, 16), date(2026, 9, 18)
OFF = ClosureDraft(first=date(2026, 9, 15), last=WEDNESDAY, reason="Training")
FAIR = BankHoliday(day=WEDNESDAY, name="Town fair")
SATURDAY = OpenDayDraft(
    day=date(2026, 9, 19), hours=(parse_week({"monday": ["10:00-12:00"]}).days[0])
)
LONG_WEEK = {
    day: ["09:00-17:00"]
    for day in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday")
}


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(TODAY)


@pytest.fixture
def services(tmp_path: Path, clock: FixedClock) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, clock))


def counted(services: Services, amount: int = 2, unit: str = "opening", **said: object) -> int:
    """An open promise whose due date is counted from today; its number."""
    what = Allowance(amount=amount, unit=unit, start=NOON)
    values: dict[str, object] = {
        "text": "ring you back",
        "due": services.calendars.due(what),
        "made_on": TODAY,
        "allowance": what,
        **said,
    }
    return services.promises.make(PromiseDraft(**values), RUTH).card.id


def due(services: Services, promise_id: int) -> date:
    return services.promises.get(promise_id).due.day


def test_a_closure_moves_what_was_counted_and_one_undo_takes_both_back(
    services: Services,
) -> None:
    moved = counted(services)
    named = services.promises.make(
        PromiseDraft(text="a quote", due=Due(day=WEDNESDAY), made_on=TODAY), RUTH
    ).card.id
    foretold = services.calendar_preview.closure(OFF)
    assert [(one.id, one.before.day, one.after.day) for one in foretold.moves] == [
        (moved, WEDNESDAY, FRIDAY)
    ]
    assert [one.id for one in foretold.touched] == [named]
    assert due(services, moved) == WEDNESDAY
    done = services.calendars.add_closure(OFF, RUTH)
    assert moved in done.changes[Kind.PROMISE]
    assert named not in done.changes[Kind.PROMISE]
    assert (due(services, moved), due(services, named)) == (FRIDAY, WEDNESDAY)
    (line,) = services.promises.moves(moved)
    assert (line.reason, line.who, line.moved_on) == (MoveReason.CALENDAR, RUTH, TODAY)
    assert (line.before.day, line.after.day) == (WEDNESDAY, FRIDAY)
    card = services.promises.get(moved)
    assert card.first_due.day == WEDNESDAY
    assert not card.is_revised
    services.undo.undo(RUTH)
    assert services.calendars.closures() == ()
    assert due(services, moved) == WEDNESDAY
    assert len(services.promises.moves(moved)) == 2
    services.undo.redo(RUTH)
    assert due(services, moved) == FRIDAY


def test_moved_and_touched_promises_are_named_with_the_line_to_remember(
    services: Services,
) -> None:
    with services.units.change("fill", RUTH) as unit:
        values = customer_values("Mrs Patel", "K-0001", remember="Rings the back door")
        patel = unit.insert(customers, values)
    moved = counted(services, customer_id=patel)
    draft = PromiseDraft(customer_id=patel, text="a quote", due=Due(day=WEDNESDAY), made_on=TODAY)
    stays = services.promises.make(draft, RUTH).card.id
    counted(services, text="a promise to nobody yet")
    foretold = services.calendar_preview.closure(OFF)
    (touched,) = foretold.touched
    assert (touched.id, touched.remember) == (stays, "Rings the back door")
    names = [(one.customer_id, one.customer_name, one.text) for one in foretold.moves]
    assert names == [(patel, "Mrs Patel", "ring you back"), (None, "", "a promise to nobody yet")]
    assert foretold.moves[0].remember == "Rings the back door"
    closure = services.calendars.add_closure(OFF, RUTH).card.id
    back = services.calendar_preview.no_closure(closure).moves
    assert tuple(move.taken_back for move in back) == foretold.moves
    assert back[0].id == moved


def test_many_due_dates_move_at_once_and_back_and_forth_with_undo(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(undo, "MANY", 4)
    moved = [counted(services) for _ in range(6)]
    services.calendars.add_closure(OFF, RUTH)
    assert {due(services, one) for one in moved} == {FRIDAY}
    with services.units.read() as reading:
        steps = rows_of_step(reading, last_step(reading))
    assert Counter((row.table_name, row.action.value) for row in steps) == {
        ("promises", "update"): 6,
        ("promise_moves", "insert"): 6,
        ("closures", "insert"): 1,
    }
    for state in (WEDNESDAY, FRIDAY, WEDNESDAY):
        (services.undo.redo if state == FRIDAY else services.undo.undo)(RUTH)
        assert {due(services, one) for one in moved} == {state}
    lines = services.promises.moves(moved[0])
    assert len(lines) == len({line.reverses for line in lines}) == 4  # each takes another back


def test_a_closure_that_is_changed_or_removed_moves_back(services: Services) -> None:
    moved = counted(services)
    closure = services.calendars.add_closure(OFF, RUTH).card.id
    one_day = ClosureDraft(first=WEDNESDAY)
    (move,) = services.calendar_preview.closure(one_day, closure).moves
    assert move.after.day == date(2026, 9, 17)
    services.calendars.change_closure(closure, one_day, RUTH)
    assert due(services, moved) == date(2026, 9, 17)
    (move,) = services.calendar_preview.no_closure(closure).moves
    assert move.after.day == WEDNESDAY
    services.calendars.remove_closure(closure, RUTH)
    assert due(services, moved) == WEDNESDAY
    assert len(services.promises.moves(moved)) == 3


def test_demand_32_changing_the_hours_never_rewrites_what_has_ended(
    services: Services, clock: FixedClock
) -> None:
    """Demand 32: kept and late promises, and their dates, stay as they were."""
    kept, late = counted(services, 4), counted(services)
    open_one, gone = counted(services, 5), counted(services)
    services.promises.bin((gone,), RUTH)
    clock.set(date(2026, 9, 17))
    services.promises.done(kept, date(2026, 9, 17), None, RUTH)
    services.promises.done(late, date(2026, 9, 17), None, RUTH)
    before = {one: services.promises.get(one) for one in (kept, late, gone)}
    rates = services.promises.rates(TODAY, date(2026, 9, 30))
    assert due(services, open_one) == date(2026, 9, 21)
    services.business.save({"opening_hours": LONG_WEEK}, RUTH)
    assert {one: services.promises.get(one) for one in before} == before
    assert [services.promises.moves(one) for one in before] == [(), (), ()]
    assert services.promises.rates(TODAY, date(2026, 9, 30)) == rates
    assert due(services, open_one) == date(2026, 9, 19)


def test_hours_nation_and_habit_are_foretold_and_moved(services: Services) -> None:
    five = counted(services, 5)
    forward = {"opening_hours": parse_week(LONG_WEEK)}
    (move,) = services.calendar_preview.answers(forward).moves
    assert (move.id, move.after.day) == (five, date(2026, 9, 19))
    assert services.calendar_preview.answers({"trading_name": "Hollins"}) == Shift()
    services.business.save({"opening_hours": LONG_WEEK, "trading_name": "Hollins"}, RUTH)
    assert due(services, five) == date(2026, 9, 19)
    services.undo.undo(RUTH)
    assert due(services, five) == date(2026, 9, 21)
    assert services.calendar_preview.answers({"opening_hours": ""}) == Shift()
    before = counted(services, 54, "working")
    assert due(services, before) == date(2026, 11, 27)
    later = counted(services, 55, "working")
    assert due(services, later) == date(2026, 11, 30)
    (move,) = services.calendar_preview.answers({"nation": "sct"}).moves
    assert (move.id, move.after.day) == (later, date(2026, 12, 1))
    services.business.save({"nation": "sct"}, RUTH)
    assert due(services, later) == date(2026, 12, 1)
    christmas = counted(services, 75)
    assert due(services, christmas) == date(2026, 12, 31)
    assert services.calendar_preview.answers({"open_bank_holidays": True}).moves
    services.business.save({"open_bank_holidays": True}, RUTH)
    assert due(services, christmas) == date(2026, 12, 28)


def test_demand_31_bank_holidays_are_edited_without_a_connection_and_move_what_they_touch(
    services: Services,
) -> None:
    """Demand 31: regional holidays, editable, offline; the counts follow."""
    two = counted(services, 2, "working")
    (move,) = services.calendar_preview.holiday(FAIR).moves
    assert move.after.day == date(2026, 9, 17)
    services.calendars.add_holiday(FAIR, RUTH)
    assert due(services, two) == date(2026, 9, 17)
    count = services.calendars.why(Allowance(amount=2, unit="working", start=NOON))
    assert [(one.why, one.name) for one in count.segments] == [
        (Why.COUNTED, ""),
        (Why.BANK_HOLIDAY, "Town fair"),
        (Why.COUNTED, ""),
    ]
    (move,) = services.calendar_preview.no_holiday(WEDNESDAY).moves
    assert move.after.day == WEDNESDAY
    services.calendars.remove_holiday(WEDNESDAY, RUTH)
    assert due(services, two) == WEDNESDAY
    assert services.calendars.refill(RUTH).changes.get(Kind.PROMISE) is None


@pytest.mark.parametrize(
    ("nation", "day"),
    [
        ("eng", date(2026, 8, 31)),
        ("wls", date(2026, 8, 31)),
        ("sct", date(2026, 11, 30)),
        ("nir", date(2027, 7, 12)),
    ],
)
def test_demand_31_each_nation_has_its_days_by_their_names(
    services: Services, nation: str, day: date
) -> None:
    services.business.save({"nation": nation}, RUTH)
    named = services.calendars.named()
    assert day in named.days.bank_holidays
    assert len(named.holidays[day]) > 5
    assert named.known_up_to is not None


def test_days_opened_besides_the_week_are_kept_and_counted(services: Services) -> None:
    five = counted(services, 5)
    (move,) = services.calendar_preview.open_day(SATURDAY).moves
    assert (move.id, move.after.day) == (five, SATURDAY.day)
    done = services.calendars.add_open_day(SATURDAY, RUTH)
    assert services.calendars.open_days() == (done.card,)
    assert due(services, five) == SATURDAY.day
    sunday = OpenDayDraft(day=date(2026, 9, 20), hours=SATURDAY.hours, reason=" Fête ")
    assert services.calendar_preview.open_day(sunday, done.card.id).moves
    changed = services.calendars.change_open_day(done.card.id, sunday, RUTH).card
    assert changed.draft.reason == "Fête"
    assert services.calendars.open_days() == (changed,)
    assert due(services, five) == sunday.day
    (move,) = services.calendar_preview.no_open_day(changed.id).moves
    assert move.after.day == date(2026, 9, 21)
    assert services.calendars.remove_open_day(changed.id, RUTH).card == changed
    assert due(services, five) == date(2026, 9, 21)
    services.undo.undo(RUTH)
    assert services.calendars.calendar().extra_open == {sunday.day: sunday.hours}
    with pytest.raises(Refusal, match="record_gone"):
        services.calendars.remove_open_day(77, RUTH)
    with pytest.raises(Refusal, match="open_day_twice"):
        services.calendars.add_open_day(sunday, RUTH)


def test_the_promises_that_a_closure_touches(services: Services, clock: FixedClock) -> None:
    with services.units.change("add customer", RUTH) as unit:
        patel = unit.insert(customers, customer_values("Mrs Łucja Patel", "K-0001"))
    working = counted(services, 2, "working", customer_id=patel)
    counted(services)  # moves out of it
    late = counted(services, 1, "working")
    services.promises.done(counted(services, 2, "working"), TODAY, None, RUTH)
    clock.set(WEDNESDAY)
    closure = ClosureDraft(first=date(2026, 9, 15), last=FRIDAY)
    foretold = services.calendar_preview.closure(closure)
    assert [one.id for one in foretold.touched] == [working]
    (one,) = foretold.touched
    assert fold(one.customer_name) == fold("Mrs Łucja Patel")
    assert (one.customer_id, one.text, one.due.day) == (patel, "ring you back", WEDNESDAY)
    assert one.ref == services.promises.get(working).ref
    card = services.calendars.add_closure(closure, RUTH).card
    assert services.calendar_preview.touched(card.id) == foretold.touched
    assert due(services, late) == date(2026, 9, 15)
    with pytest.raises(Refusal, match="record_gone"):
        services.calendar_preview.touched(77)


def test_a_change_that_is_refused_moves_nothing(services: Services) -> None:
    moved = counted(services)
    with pytest.raises(Refusal, match="closure_past"):
        services.calendar_preview.closure(ClosureDraft(first=date(2026, 9, 1)))
    with pytest.raises(Refusal, match="closure_past"):
        services.calendars.add_closure(ClosureDraft(first=date(2026, 9, 1)), RUTH)
    assert due(services, moved) == WEDNESDAY
    renamed = services.calendars.add_closure(
        ClosureDraft(first=date(2026, 12, 24), reason="x"), RUTH
    ).card
    assert (
        Kind.PROMISE
        not in services.calendars.change_closure(
            renamed.id, ClosureDraft(first=date(2026, 12, 24), reason="Christmas"), RUTH
        ).changes
    )


def test_without_promises_nothing_moves(services: Services) -> None:
    assert services.calendar_preview.closure(OFF) == Shift()
    assert services.calendars.add_closure(OFF, RUTH).changes.keys() == {Kind.CLOSURE}
