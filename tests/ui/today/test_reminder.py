# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The reminder beside the clock: off until it is wanted, once a day, and when more is late."""

from servicedesk.ui.settings.reminder_card import ReminderCard
from servicedesk.ui.today.reminder import Reminder
from servicedesk.ui.today.row_words import RowWords
from tests.services.open_rows import put_promise
from tests.ui.backups.benches import heard
from tests.ui.today.test_rows import DAY, HERE, RUTH, TODAY, bench, british, page

__all__ = ("bench", "british", "page")


class NotedSign:
    """A sign that remembers what it said."""

    def __init__(self):
        self.is_shown = False
        self.tip = ""
        self.said = []

    def show(self):
        self.is_shown = True

    def hide(self):
        self.is_shown = False

    def setToolTip(self, tip):
        self.tip = tip

    def showMessage(self, title, message):
        self.said.append(message)


def reminder_of(bench, page, sign):
    words = RowWords(bench.labels, page)
    return Reminder(bench, lambda today: words.summary(today, 0), page, lambda: sign)


def put(bench, text, due):
    with bench.services.units.change("fill", RUTH) as unit:
        put_promise(unit, text, due)


def test_it_is_off_until_somebody_wants_it(bench, page, qtbot):
    sign = NotedSign()
    reminder_of(bench, page, sign)
    put(bench, "late", TODAY - DAY)
    bench.services.home.today()
    assert not sign.is_shown
    card = ReminderCard(bench)
    qtbot.addWidget(card)
    card.field.set_value(True)
    card.field.committed.emit()
    assert sign.is_shown
    assert sign.said == ["1 thing is late, none is due today, none in the next 3 working days."]
    card.field.set_value(False)
    card.field.committed.emit()
    assert not sign.is_shown


def test_it_speaks_once_a_day_and_when_more_is_late(bench, page):
    bench.memory.set("reminders", True)
    sign = NotedSign()
    reminder_of(bench, page, sign)
    put(bench, "today", TODAY)
    bench.services.home.today()
    bench.services.home.today()
    assert len(sign.said) == 1
    put(bench, "late", TODAY - DAY)
    bench.services.home.today()
    assert len(sign.said) == 2
    bench.clock.set(TODAY + DAY)
    bench.services.home.today()
    bench.services.home.today()
    assert len(sign.said) == 3
    assert sign.tip.startswith("2 things are late")


def test_with_nothing_due_it_only_stands_there(bench, page):
    bench.memory.set("reminders", True)
    sign = NotedSign()
    reminder_of(bench, page, sign)
    bench.services.home.today()
    assert sign.is_shown
    assert sign.said == []


def test_choosing_it_brings_today_forward(bench, page):
    page.arrive(HERE)
    listened = heard(bench)
    page.reminder.chosen.emit()
    assert [place.room for place in listened.places] == ["today"]
