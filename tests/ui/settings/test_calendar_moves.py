# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a change of the calendar moves is said beside Save, and what a closure touches is listed."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from servicedesk.domain.calendars_kept import ClosureDraft
from servicedesk.domain.calendars_shifting import NOTHING_MOVES
from servicedesk.domain.hours import parse_week
from servicedesk.domain.promises import Allowance, Due, PromiseDraft
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.settings.business_topic import BusinessTopic
from servicedesk.ui.settings.closures_topic import ClosuresTopic
from servicedesk.ui.settings.counted_presenter import CountedPresenter
from servicedesk.ui.settings.holidays_topic import HolidaysTopic
from servicedesk.ui.settings.hours_topic import HoursTopic
from servicedesk.ui.settings.moves_list import MovesList
from servicedesk.ui.settings.open_days_presenter import OpenDaysPresenter
from servicedesk.ui.settings.records_topic import RecordsTopic
from servicedesk.ui.settings.topic import TopicPage
from tests.helpers import audits
from tests.helpers.qt import seen_texts
from tests.helpers.records import put_customer
from tests.ui.charter.benches import Heard
from tests.ui.settings.conftest import TODAY
from tests.ui.settings.test_records import form_of, line_of, shown

START = datetime(2026, 11, 23, 12, tzinfo=UTC)
THURSDAY = date(2026, 11, 26)
OFF = ClosureDraft(first=date(2026, 11, 24), last=date(2026, 11, 27))
SIX_DAYS = {
    day: ["09:00-17:00"]
    for day in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday")
}


def counted(bench: Workbench, amount: int = 3, unit: str = "opening", **said: object) -> int:
    what = Allowance(amount=amount, unit=unit, start=START)
    due = bench.services.calendars.due(what)
    values: dict[str, object] = {"text": "ring back", "due": due, "allowance": what, **said}
    draft = PromiseDraft(made_on=TODAY, **values)
    return bench.services.promises.make(draft, "Ruth").card.id


def named(bench: Workbench, day: date, **said: object) -> int:
    values: dict[str, object] = {"text": "bring the parts", "due": Due(day=day), **said}
    return bench.services.promises.make(PromiseDraft(made_on=TODAY, **values), "Ruth").card.id


def due(bench: Workbench, promise_id: int) -> date:
    return bench.services.promises.get(promise_id).due.day


def on_screen(page: TopicPage, qtbot: QtBot) -> None:
    qtbot.addWidget(page)
    page.resize(900, 900)
    page.arrive()
    page.show()
    qtbot.waitExposed(page)


def test_a_closure_says_what_it_moves_and_lists_what_it_touches(
    bench: Workbench, heard: Heard, qtbot: QtBot
) -> None:
    patel = put_customer(bench.services.units, "Mrs Patel")
    moved, stays = counted(bench), named(bench, THURSDAY, customer_id=patel)
    page = ClosuresTopic(bench)
    shown(page, qtbot)
    assert not page.touched_card.isVisible()
    page.add_button.click()
    form = form_of(page, qtbot)
    assert form.foretold == ""
    qtbot.keyClicks(line_of(form, "first"), "24/11")
    qtbot.keyClicks(line_of(form, "last"), "27/11")
    line_of(form, "reason").setFocus()
    for field in form.fields():
        field.commit()
    assert form.foretold == "1 due date will move. 1 promise is due while you are closed."
    assert page.moves.lines() == ["Thu 26 Nov 2026 → Wed 2 Dec 2026: ring back"]
    assert page.moves.isVisible()
    form.save_button.click()
    assert heard.said == ["Closure added. 1 due date moved."]
    assert due(bench, moved) == date(2026, 12, 2)
    assert due(bench, stays) == THURSDAY
    assert page.touched_card.isVisible()
    (link,) = [
        button for button in page.touched_card.findChildren(QPushButton) if "Patel" in button.text()
    ]
    assert link.text() == "Thu 26 Nov 2026: bring the parts, Mrs Patel"
    assert page.removal.text() == "Removing it moves 1 due date."
    assert page.removal.isVisible()
    assert page.moved.head == "1 due date moved for it."
    texts = [button.text() for button in page.moved.findChildren(QPushButton)]
    assert texts == ["Wed 2 Dec 2026, was Thu 26 Nov 2026: ring back"]
    link.click()
    page.write_button.click()
    (closure,) = bench.services.calendars.closures()
    assert heard.places == [
        Place(room="promises", item=str(stays)),
        Place(room="letters", part="L21", item=f"closure:{closure.id}"),
    ]
    bench.changes.announce(bench.services.undo.undo(bench.who).changes)
    assert due(bench, moved) == THURSDAY
    assert not page.touched_card.isVisible()


def test_the_list_of_touched_promises_follows_them(bench: Workbench, qtbot: QtBot) -> None:
    bench.services.calendars.add_closure(OFF, "Ruth")
    page = ClosuresTopic(bench)
    shown(page, qtbot)
    ids = [named(bench, THURSDAY) for _ in range(10)]
    page.presenter.load()
    texts = [button.text() for button in page.touched_card.findChildren(QPushButton)]
    assert sum(text.startswith("Thu 26 Nov") for text in texts) == 8
    assert page.touched.more.text() == "and 2 more"
    done = bench.services.promises.done(ids[0], TODAY, None, "Ruth")
    bench.changes.announce(done.changes)
    assert page.touched.more.text() == "and 1 more"
    assert page.touched.head == "9 promises are due while you are closed."


def test_demand_29_the_line_to_remember_stands_with_whom_a_closure_concerns(
    bench: Workbench, qtbot: QtBot
) -> None:
    patel = put_customer(bench.services.units, "Mrs Patel", remember="Rings the back door")
    named(bench, THURSDAY, customer_id=patel)
    counted(bench, customer_id=patel)
    bench.services.calendars.add_closure(OFF, "Ruth")
    page = ClosuresTopic(bench)
    shown(page, qtbot)
    for part in (page.touched, page.moved):
        assert "Remember: Rings the back door" in seen_texts(part)
        (link,) = part.findChildren(QPushButton)
        assert link.accessibleDescription() == "Remember: Rings the back door"
    assert audits.unnamed(page) == []


def test_of_many_that_move_two_hundred_are_named_and_the_others_counted(
    bench: Workbench, qtbot: QtBot
) -> None:
    due_on = bench.services.calendars.due(Allowance(amount=3, unit="opening", start=START))
    what = Allowance(amount=3, unit="opening", start=START)
    drafts = [
        PromiseDraft(text=f"job {number}", due=due_on, allowance=what, made_on=TODAY)
        for number in range(203)
    ]
    bench.services.promises.make_many(tuple(drafts), "Ruth")
    moves = MovesList(bench.theme)
    qtbot.addWidget(moves)
    moves.show_moves(bench.services.calendar_preview.closure(OFF).moves)
    assert len(moves.lines()) == 200
    assert "and 3 more" in [one.text() for one in moves.findChildren(QLabel)]


def test_a_bank_holiday_and_an_open_day_say_what_they_move(
    bench: Workbench, heard: Heard, qtbot: QtBot
) -> None:
    moved = counted(bench, 5)
    page = HolidaysTopic(bench)
    shown(page, qtbot)
    page.add_button.click()
    form = form_of(page, qtbot)
    qtbot.keyClicks(line_of(form, "day"), "25/11")
    qtbot.keyClicks(line_of(form, "name"), "Town fair")
    for field in form.fields():
        field.commit()
    assert form.foretold == "1 due date will move."
    form.save_button.click()
    assert due(bench, moved) == date(2026, 12, 1)
    assert page.list.choose(date(2026, 11, 25).toordinal())
    assert page.removal.text() == "Removing it moves 1 due date."
    assert page.removal_moves.lines() == ["Tue 1 Dec 2026 → Mon 30 Nov 2026: ring back"]
    days = RecordsTopic(bench, OpenDaysPresenter(bench))
    shown(days, qtbot)
    days.add_button.click()
    form = form_of(days, qtbot)
    qtbot.keyClicks(line_of(form, "day"), "28/11")
    qtbot.keyClicks(line_of(form, "hours"), "10-4")
    for field in form.fields():
        field.commit()
    assert form.foretold == "1 due date will move."
    form.save_button.click()
    assert due(bench, moved) == date(2026, 11, 30)
    assert days.removal.text() == "Removing it moves 1 due date."
    assert heard.said == [
        "Bank holiday added. 1 due date moved.",
        "Open day added. 1 due date moved.",
    ]


def test_an_open_day_is_added_changed_and_removed(
    bench: Workbench, heard: Heard, qtbot: QtBot
) -> None:
    page = RecordsTopic(bench, OpenDaysPresenter(bench))
    shown(page, qtbot)
    page.add_button.click()
    form = form_of(page, qtbot)
    qtbot.keyClicks(line_of(form, "day"), "20/12")
    qtbot.keyClicks(line_of(form, "hours"), "9-12, 1-5")
    qtbot.keyClicks(line_of(form, "reason"), "Christmas fair")
    form.save_button.click()
    (line,) = page.presenter.state.lines
    assert line.cells == (
        "Sun 20 Dec 2026",
        "9.00 to 12.00 and 13.00 to 17.00",
        "Christmas fair",
    )
    page.change_button.click()
    form = form_of(page, qtbot)
    assert form.values()["hours"] == "9.00-12.00, 13.00-17.00"
    form.save_button.click()
    assert len(page.presenter.state.lines) == 1
    page.remove_button.click()
    assert page.presenter.state.lines == ()
    assert heard.said == ["Open day added.", "Open day removed."]


@pytest.mark.parametrize(
    ("values", "field", "part"),
    [
        ({}, "day", "give the day"),
        ({"day": "whenever", "hours": "10-4"}, "day", "whenever"),
        ({"day": "1/11/2026", "hours": "10-4"}, "day", "over"),
        ({"day": "20/12", "hours": "late"}, "hours", "10-4"),
        ({"day": "20/12", "hours": ""}, "hours", "10-4"),
        ({"day": "20/12", "hours": "10-12, 11-4"}, "hours", "overlap"),
    ],
)
def test_an_open_day_that_makes_no_sense_is_said_beside_the_field(
    bench: Workbench, values: dict[str, object], field: str, part: str
) -> None:
    presenter = OpenDaysPresenter(bench)
    wrong = presenter.save(None, values)
    assert wrong is not None
    assert part in wrong[field]
    assert presenter.foretell(None, values) == NOTHING_MOVES
    assert presenter.values(7) == {}


def test_other_hours_wait_for_a_yes_where_they_move_due_dates(
    bench: Workbench, heard: Heard, qtbot: QtBot
) -> None:
    moved = counted(bench, 6)
    assert due(bench, moved) == date(2026, 12, 1)
    page = HoursTopic(bench)
    on_screen(page, qtbot)
    week = parse_week(SIX_DAYS)
    page.presenter.keep("opening_hours", week)
    assert page.waiting_box.isVisible()
    assert page.waiting_box.text() == "1 due date will move."
    assert page.waiting_box.moves.lines() == ["Tue 1 Dec 2026 → Mon 30 Nov 2026: ring back"]
    assert bench.services.calendars.hours() is None
    assert page.presenter.answer("opening_hours") == week
    page.waiting_box.leave_button.click()
    assert not page.waiting_box.isVisible()
    assert page.presenter.answer("opening_hours") is None
    assert heard.said == []
    page.presenter.keep("opening_hours", week)
    page.waiting_box.save_button.click()
    assert bench.services.calendars.hours() == week
    assert due(bench, moved) == date(2026, 11, 30)
    assert heard.said == ["Saved. 1 due date moved."]
    assert not page.waiting_box.isVisible()


def test_hours_that_move_nothing_are_kept_at_once_and_leaving_says_yes(
    bench: Workbench, heard: Heard, qtbot: QtBot
) -> None:
    page = HoursTopic(bench)
    on_screen(page, qtbot)
    page.presenter.keep("opening_hours", parse_week(SIX_DAYS))
    assert heard.said == ["Saved."]
    moved = counted(bench, 6)
    page.presenter.keep("opening_hours", "")
    assert page.waiting_box.text() == "1 due date will move."
    page.leave()
    assert bench.services.calendars.hours() is None
    assert due(bench, moved) == date(2026, 12, 1)
    assert heard.said[-1] == "Saved. 1 due date moved."
    page.leave()
    assert len(heard.said) == 2


def test_another_nation_waits_too_and_a_second_answer_may_settle_it(
    bench: Workbench, heard: Heard, qtbot: QtBot
) -> None:
    moved = counted(bench, 5)  # Monday 30 November, St Andrew's Day
    page = BusinessTopic(bench)
    on_screen(page, qtbot)
    page.presenter.keep("nation", "sct")
    assert page.waiting_box.text() == "1 due date will move."
    page.presenter.keep("open_bank_holidays", True)
    assert page.waiting_box.text() == ""
    assert due(bench, moved) == date(2026, 11, 30)
    answers = bench.services.business.answers()
    assert (answers["nation"], answers["open_bank_holidays"]) == ("sct", True)


def test_what_is_refused_on_saving_is_said_beside_its_question(bench: Workbench) -> None:
    counted(bench, 5)
    presenter = CountedPresenter(bench)
    presenter.keep("nation", "sct")
    presenter._waiting = {"nation": "atlantis"}
    presenter.confirm()
    assert "nation" in presenter.state.errors


@pytest.mark.parametrize("percent", [100, 200])
def test_every_word_has_its_room(
    bench: Workbench, qtbot: QtBot, qapp: QApplication, percent: int
) -> None:
    bench.theme.set_percent(percent)
    bench.theme.apply(qapp)
    counted(bench, 6)
    bench.services.calendars.add_closure(OFF, "Ruth")
    sons = put_customer(bench.services.units, "Smith & Sons")
    named(bench, THURSDAY, customer_id=sons)
    closures = ClosuresTopic(bench)
    hours = HoursTopic(bench)
    for page in (closures, hours):
        on_screen(page, qtbot)
    hours.presenter.keep("opening_hours", parse_week(SIX_DAYS))
    QApplication.processEvents()
    assert audits.findings(closures) == []
    names = [one.accessibleName() for one in closures.touched_card.findChildren(QPushButton)]
    assert "Thu 26 Nov 2026: bring the parts, Smith & Sons" in names
    assert audits.findings(hours) == []
