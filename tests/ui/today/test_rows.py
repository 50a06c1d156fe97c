# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Promises and enquiries on Today: what they say, their keys, and that the keyboard stays."""

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt, QTimerEvent
from PySide6.QtWidgets import QApplication

from servicedesk.domain.customers import Channel
from servicedesk.domain.promises import Outcome
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.today.page import TodayPage
from servicedesk.ui.today.row_words import MOST_PUT_OFF, MOST_ROWS
from tests.helpers import audits
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import dressed, seen_texts, speak_british
from tests.services.open_rows import put_customer, put_enquiry, put_promise
from tests.ui.backups.benches import bench_in, heard

RUTH = "Ruth"
TODAY = date(2026, 11, 24)
DAY = timedelta(days=1)
HERE = Place(room="today")


@pytest.fixture(autouse=True)
def british():
    speak_british()


@pytest.fixture
def bench(tmp_path, qtbot):
    with bench_in(tmp_path, FixedClock(TODAY)) as made:
        yield made


@pytest.fixture
def page(bench, qtbot):
    made = TodayPage(bench)
    qtbot.addWidget(made)
    made.resize(1158, 700)
    made.show()
    yield made
    made.leave()


def fill(bench):
    """A shop's day: something under every heading."""
    with bench.services.units.change("fill", RUTH) as unit:
        patel = put_customer(unit, "Mrs Patel", TODAY, remember="Rings the back door")
        put_promise(
            unit,
            "ring Mrs Patel back",
            TODAY - 4 * DAY,
            customer_id=patel,
            channel=Channel.COUNTER,
            made_on=TODAY - 7 * DAY,
        )
        put_enquiry(unit, "price of a gate", TODAY - DAY, customer_id=patel)
        at = datetime(2026, 11, 24, 17, tzinfo=UTC)
        put_promise(unit, "bring the boards", TODAY, customer_id=patel, due_at=at)
        put_promise(unit, "hinges", TODAY + 2 * DAY, customer_id=patel, job_ref="Order 7")
        put_promise(unit, "glass", TODAY + 20 * DAY, customer_id=patel, waiting_for="the glazier")


def shown(page):
    return [row.line.title for row in page.rows()]


def press(qtbot, page, key):
    qtbot.keyClick(page.window().focusWidget(), key)


def test_rows_say_how_late_what_and_for_whom(page, bench):
    fill(bench)
    page.arrive(HERE)
    headings = [block.heading for block in page.presenter.state.blocks if not block.is_side]
    assert headings == ["Late", "Due today", "In the next 3 working days", "Waiting on others"]
    first = page.rows()[0].line
    assert first.chip == "Late by 2 working days"
    assert first.title == "Ring Mrs Patel back"
    assert first.sentence == "Mrs Patel · due Fri 20 Nov · made by Tom at the counter"
    chips = [row.line.chip for row in page.rows()]
    assert chips[1:] == [
        "Late by 1 working day", "Today 17:00", "Thu 26 Nov", "Waiting, due Mon 14 Dec"
    ]  # fmt: skip
    assert page.presenter.state.summary == (
        "2 things are late, 1 is due today, 1 in the next 3 working days."
    )


def test_demand_29_the_line_to_remember_stands_in_the_row(page, bench):
    fill(bench)
    page.arrive(HERE)
    assert "Remember: Rings the back door" in seen_texts(page)
    assert "Remember: Rings the back door" in page.rows()[0].accessibleName()


def test_space_ticks_a_promise_and_the_next_row_gets_the_keyboard(page, bench, qtbot):
    fill(bench)
    page.arrive(HERE)
    listened = heard(bench)
    page.rows()[2].setFocus()
    press(qtbot, page, Qt.Key.Key_Space)
    assert listened.said == ["Done: bring the boards"]
    assert shown(page) == ["Ring Mrs Patel back", "Price of a gate", "Hinges", "Glass"]
    assert page.rows()[2].hasFocus()
    bench.services.undo.undo(RUTH)
    page.arrive(HERE)
    assert "Bring the boards" in shown(page)


def test_a_promise_for_a_time_is_late_from_its_minute_and_done_then_is_done_late(
    page, bench, qtbot
):
    fill(bench)
    page.arrive(HERE)
    bench.clock.advance(hours=6)
    page.presenter.reload()
    line = next(row for row in page.rows() if row.line.title == "Bring the boards")
    assert line.line.chip == "Late since 17:00"
    line.setFocus()
    press(qtbot, page, Qt.Key.Key_Space)
    outcomes = [bench.services.promises.get(number).ending for number in range(1, 5)]
    assert [one.outcome for one in outcomes if one is not None] == [Outcome.LATE]


def test_arrows_go_from_row_to_row_and_tab_comes_to_one_of_them(page, bench, qtbot):
    fill(bench)
    page.arrive(HERE)
    rows = page.rows()
    assert page.first_focus() is rows[0]
    rows[0].setFocus()
    press(qtbot, page, Qt.Key.Key_Down)
    press(qtbot, page, Qt.Key.Key_Down)
    press(qtbot, page, Qt.Key.Key_Up)
    assert rows[1].hasFocus()
    resting = [row for row in rows if row.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert resting == [rows[1]]
    press(qtbot, page, Qt.Key.Key_Up)
    press(qtbot, page, Qt.Key.Key_Up)
    assert rows[0].hasFocus()


def test_demand_18_p_puts_off_until_tomorrow_and_it_comes_back_by_itself(page, bench, qtbot):
    fill(bench)
    page.arrive(HERE)
    listened = heard(bench)
    page.rows()[0].setFocus()
    press(qtbot, page, Qt.Key.Key_P)
    assert "Ring Mrs Patel back" not in shown(page)
    assert page.presenter.state.summary.endswith("One is put off and comes back by itself.")
    assert listened.said == [
        "Put off. It is back on Wed 25 Nov by itself; Undo, or Ctrl+Z, brings it now."
    ]
    bench.clock.set(TODAY + DAY)
    page.arrive(HERE)
    assert "Ring Mrs Patel back" in shown(page)


def test_what_is_put_off_stands_at_the_side_with_its_day_until_it_is_brought_back(page, bench):
    fill(bench)
    bench.services.promises.snooze(1, date(2026, 12, 3), RUTH)
    page.arrive(HERE)
    (box,) = (view for view in page._views if view.lines[0].line.chip == "Put off")
    assert "Mrs Patel · back on Thu 3 Dec" in seen_texts(box)
    listened = heard(bench)
    (back,) = box.lines[0].buttons
    assert back.accessibleName() == "Bring it back now: Ring Mrs Patel back"
    back.click()
    assert listened.said == ["Back on the list: ring Mrs Patel back"]
    assert "Ring Mrs Patel back" in shown(page)
    assert "Put off" not in [block.heading for block in page.presenter.state.blocks]


def test_of_much_that_is_put_off_the_first_to_be_back_is_named(page, bench):
    with bench.services.units.change("fill", RUTH) as unit:
        for number in range(MOST_PUT_OFF + 2):
            put_promise(unit, f"job {number}", TODAY, snoozed_until=TODAY + (1 + number) * DAY)
    page.arrive(HERE)
    (box,) = (one for one in page.presenter.state.blocks if one.heading == "Put off")
    assert [line.title for line in box.lines][-2:] == [f"Job {MOST_PUT_OFF - 1}", "2 more"]


def look_again(page):
    """Have the page's own timer strike, as it does every minute."""
    clockwork = page.presenter._looks
    assert clockwork.isActive()
    assert clockwork.interval() <= 60_000
    QApplication.sendEvent(clockwork, QTimerEvent(clockwork.timerId()))


def test_at_midnight_the_open_page_says_late_of_what_was_due_today(page, bench):
    fill(bench)
    with bench.services.units.change("fill", RUTH) as unit:
        put_promise(unit, "send the quote", TODAY, promiser="Tom")
        put_promise(unit, "order paint", TODAY + DAY, promiser="Tom")
    bench.clock.set(datetime(2026, 11, 24, 23, 59, 59, tzinfo=UTC))
    page.arrive(HERE)

    def under() -> dict[str, str]:
        """On the screen now: each title, with its chip."""
        look_again(page)
        return {row.line.title: row.line.chip for row in page.rows()}

    before = under()
    assert (before["Send the quote"], before["Order paint"]) == ("Today", "Wed 25 Nov")
    assert page.presenter.state.summary.startswith("3 things are late, 1 is due today,")
    bench.clock.set(datetime(2026, 11, 25, 0, 0, 1, tzinfo=UTC))
    after = under()
    assert (after["Send the quote"], after["Order paint"]) == ("Late by 1 working day", "Today")
    assert page.presenter.state.summary.startswith("4 things are late, 1 is due today,")
    assert "Late by 1 working day" in seen_texts(page)


def test_with_nobody_on_record_no_row_says_who_promised(page, bench):
    with bench.services.units.change("fill", RUTH) as unit:
        put_promise(unit, "hinges", TODAY, promiser="owner", channel=Channel.PHONE)
        put_promise(unit, "nails", TODAY, promiser="owner")
    page.arrive(HERE)
    sentences = [row.line.sentence for row in page.rows()]
    assert sentences == ["No customer yet · by phone", "No customer yet"]


def test_enter_opens_and_an_enquiry_is_answered_or_becomes_a_promise(page, bench, qtbot):
    fill(bench)
    page.arrive(HERE)
    listened = heard(bench)
    page.rows()[0].setFocus()
    press(qtbot, page, Qt.Key.Key_Return)
    enquiry = page.rows()[1]
    enquiry.setFocus()
    press(qtbot, page, Qt.Key.Key_N)
    press(qtbot, page, Qt.Key.Key_Return)
    assert listened.places == [
        Place(room="promises", item="1"),
        Place(room="promises", part="enquiry", item="1"),
        Place(room="contacts", item="1"),
    ]
    press(qtbot, page, Qt.Key.Key_Space)
    assert listened.said == ["Answered: price of a gate"]
    assert "Price of a gate" not in shown(page)


def test_the_menu_of_a_row_offers_the_rest(page, bench):
    fill(bench)
    page.arrive(HERE)
    row = page.rows()[0]
    row.more.click()
    words = [action.text() for action in row._menu.actions()]
    row._menu.close()
    assert words == [
        "Done on…", "Put off until tomorrow", "Put off until Monday", "Waiting for…", "Broken…",
        "Released…", "Open",
    ]  # fmt: skip
    row._menu.actions()[2].trigger()
    assert bench.services.promises.get(1).snoozed_until == date(2026, 11, 30)


@pytest.mark.parametrize(
    ("entry", "title"),
    [
        ("Done on…", "Done on another day"),
        ("Waiting for…", "Waiting"),
        ("Broken…", "Broken"),
        ("Released…", "Released"),
    ],
)
def test_what_needs_a_word_more_is_asked_for_over_the_list(page, bench, entry, title):
    fill(bench)
    page.arrive(HERE)
    actions = {action.text(): action for action in page.rows()[0]._menu.actions()}
    actions[entry].trigger()
    dialog = QApplication.activeModalWidget()
    assert dialog.windowTitle() == title
    dialog.reject()


def test_n_asks_for_a_new_date_and_the_keyboard_comes_back(page, bench, qtbot):
    fill(bench)
    page.window().activateWindow()
    page.arrive(HERE)
    page.rows()[0].setFocus()
    press(qtbot, page, Qt.Key.Key_N)
    dialog = QApplication.activeModalWidget()
    due = next(field for field in dialog.fields() if field.question_id == "due")
    qtbot.keyClicks(due.focus_target(), "fri")
    dialog.save_button.click()
    assert bench.services.promises.get(1).due.day == date(2026, 11, 27)
    row = next(row for row in page.rows() if row.line.title == "Ring Mrs Patel back")
    assert row.line.chip == "Fri 27 Nov"


def test_a_refusal_is_said_and_nothing_changes(page, bench, qtbot):
    fill(bench)
    page.arrive(HERE)
    listened = heard(bench)
    stale = page.rows()[0].line.keys["Space"]
    bench.services.promises.done(1, TODAY, None, RUTH)
    page.presenter.act(stale)
    assert "has ended already" in listened.said[0]
    page.presenter.reload()
    page.presenter.act(stale)
    assert len(listened.said) == 1


def test_many_rows_are_cut_with_a_way_to_the_rest(page, bench):
    with bench.services.units.change("fill", RUTH) as unit:
        for number in range(MOST_ROWS + 3):
            put_promise(unit, f"promise {number}", TODAY)
    page.arrive(HERE)
    assert len(page.rows()) == MOST_ROWS
    rest = page.presenter.state.blocks[0].lines[-1]
    assert rest.chip == "3 more"
    listened = heard(bench)
    page.presenter.act(rest.buttons[0].action)
    assert listened.places == [Place(room="promises", part="due_today")]
    assert rest.title == "Due today: promises"


def test_what_stood_on_today_before_keeps_its_place_at_the_right(page, bench):
    page.arrive(HERE)
    before = {block.heading for block in page.presenter.state.blocks}
    fill(bench)
    page.arrive(HERE)
    sides = {block.heading for block in page.presenter.state.blocks if block.is_side}
    assert before <= sides


@pytest.mark.parametrize(("scheme", "percent"), [("light", 100), ("dark", 200)])
def test_rows_can_be_read_and_reached_in_every_dress(tmp_path, qtbot, scheme, percent):
    with bench_in(tmp_path, FixedClock(TODAY), scheme, percent) as bench, dressed(bench.theme):
        fill(bench)
        page = TodayPage(bench)
        qtbot.addWidget(page)
        page.resize(1158, 700)
        page.show()
        page.arrive(HERE)
        QApplication.processEvents()
        assert audits.findings(page) == []
        page.open_catch_up()
        page.catch_up.lines[0].row.chips[2].click()
        QApplication.processEvents()
        assert audits.findings(page) == []
        page.leave()
