# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Sample weeks on the screen: planned in a dialog, keyed in line by line, refused in words."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from servicedesk.domain.samples_weeks import ReminderKind
from servicedesk.ui.measures.samples_hand import span_words
from servicedesk.ui.widgets.card import Notice
from tests.helpers.audits import findings
from tests.helpers.qt import seen_texts
from tests.services.samples_made import FIRST, LAST, RUTH, publish
from tests.ui.widgets.made import press

OVER = date(2026, 11, 16)


@pytest.fixture
def published(bench):
    """A shop with a charter."""
    publish(bench.services)
    return bench.services.samples


@pytest.fixture
def keyed(published, opened):
    """The page with a week that is over: missed calls and e-mails."""
    week = published.plan(OVER, ("call", "email"), RUTH).card
    return opened("samples").by_hand("samples"), week.id


def lines(page, week_id):
    return list(page.boxes[week_id].lines.values())


def texts(page):
    QApplication.processEvents()  # what is new on a page is shown with the next round
    return seen_texts(page)


def told(page):
    QApplication.processEvents()
    return [notice.text() for notice in page.findChildren(Notice) if notice.isVisibleTo(page)]


def test_without_a_charter_it_leads_there(bench, opened, heard):
    page = opened("samples").by_hand("samples")
    assert not page.plan_button.isVisibleTo(page)
    assert told(page) == ["There is no published charter yet, so there is nothing to count."]
    page._notice.acted.emit()
    assert [place.room for place in heard.places] == ["charter"]
    assert findings(page) == []


def test_the_next_week_is_proposed_and_planned(published, opened, heard):
    page = opened("samples").by_hand("samples")
    assert told(page) == ["The next sample week is due on Wednesday 23 December 2026."]
    page.plan_button.click()
    first, last, keys, _ = page.form.fields()
    assert (first.value(), last.value(), keys.value()) == (FIRST, LAST, ("call",))
    assert findings(page.form) == []
    page.form.save_button.click()
    assert not page.form.isVisible()
    (week,) = published.weeks()
    assert (week.first, week.last) == (FIRST, LAST)
    assert heard.said == ["Sample week planned."]
    assert list(page.boxes) == [week.id]
    assert page.boxes[week.id].lines == {}
    assert "Planned" in texts(page)
    assert page.window().focusWidget() is page.boxes[week.id].print_button


def test_a_week_that_cannot_be_is_refused_beside_its_field(published, opened):
    page = opened("samples", "add").by_hand("samples")
    QApplication.processEvents()
    first, last, keys, note = page.form.fields()
    for field, typed, words in (
        (first, "soon", "Please give the first day"),
        (last, "x" * 25_000, "Please give the last day"),
        (last, date(2026, 11, 1), "The last day lies before the first"),
        (last, date(2026, 12, 31), "at most 7 days"),
        (keys, (), "Please tick at least one promise"),
    ):
        before = field.value()
        field.show_typed(typed)
        page.form.save_button.click()
        assert words in field.error()
        field.show_typed(before)
    note.show_typed("<b>'; DROP TABLE sample_weeks; --</b>")
    page.form.save_button.click()
    assert published.weeks()[0].note == "<b>'; DROP TABLE sample_weeks; --</b>"
    assert "<b>'; DROP TABLE sample_weeks; --</b>" in texts(page)


@pytest.fixture
def form(published, opened):
    """The dialog that plans a week."""
    page = opened("samples", "add").by_hand("samples")
    QApplication.processEvents()
    yield page.form
    page.form.reject()


def retype(field, words):
    field.focus_target().setFocus()
    field.focus_target().selectAll()
    QTest.keyClicks(field.focus_target(), words)


def test_a_week_of_last_week_is_typed_without_its_year_and_its_last_day_follows(form):
    first, last, *_ = form.fields()
    retype(first, "16/11")
    assert (first.value(), last.value()) == (OVER, date(2026, 11, 21))
    retype(first, "7/12")
    assert (first.value(), last.value()) == (date(2026, 12, 7), date(2026, 12, 12))
    retype(first, "soon")
    assert last.value() == date(2026, 12, 12)
    retype(last, "19/11")
    retype(first, "17/11")
    assert (first.value(), last.value()) == (date(2026, 11, 17), date(2026, 11, 19))


def test_what_was_wrong_goes_when_it_is_mended(form):
    first, last, keys, _ = form.fields()
    for number in range(len(keys._row.chips)):
        if keys._row.chips[number].isChecked():
            keys._row.chips[number].click()
    form.save_button.click()
    assert "tick at least one" in keys.error()
    keys._row.chips[0].click()
    assert keys.error() == ""
    retype(last, "1/11")
    form.save_button.click()
    assert "The last day lies before the first" in last.error()
    retype(first, "1/11")
    assert last.error() == ""


def test_what_is_wrong_with_both_days_is_in_sight(form):
    _, last, *_ = form.fields()
    form.resize(form.width(), 300)
    retype(last, "1/11")
    form.save_button.setFocus()
    form._page.to_top()
    form.save_button.click()
    for _ in range(3):  # the sentence gets its line, the dialog grows, the page scrolls
        QApplication.processEvents()
    assert last.error()
    said, view = last._error, form._page.viewport()
    assert view.rect().contains(said.mapTo(view, said.rect().bottomLeft()))


def test_two_numbers_a_line_are_keyed_in_by_keyboard_alone(keyed, published):
    page, week_id = keyed
    call, email = lines(page, week_id)
    assert page.first_focus() is call.met
    assert call.met.hasFocus()
    for keys, focus in (("41", call.seen), ("46", email.met), ("12/13", None)):
        QTest.keyClicks(QApplication.focusWidget(), keys)
        press(QApplication.focusWidget(), Qt.Key.Key_Return)
        assert focus is None or focus.hasFocus()
    week = published.week(week_id)
    assert [(line.met, line.seen) for line in week.lines] == [(41, 46), (12, 13)]
    assert (email.met.text(), email.seen.text()) == ("12", "13")
    assert "Keyed in" in texts(page)
    assert "Key in two numbers a line" not in " ".join(texts(page))


def test_a_line_is_kept_when_the_mouse_leaves_it_and_not_between_its_numbers(keyed, published):
    page, week_id = keyed
    call, email = lines(page, week_id)
    QTest.keyClicks(call.met, "5")
    call.seen.setFocus()
    QApplication.processEvents()
    assert call.error == ""
    QTest.keyClicks(call.seen, "6")
    email.met.setFocus()
    QApplication.processEvents()
    assert published.week(week_id).lines[0].met == 5


def test_a_week_keyed_in_in_part_says_so_and_is_not_asked_for_again(keyed, published):
    page, week_id = keyed
    call, _ = lines(page, week_id)
    call.met.setText("5 of 6")
    call.commit()
    assert "Keyed in, 1 of 2 lines" in texts(page)
    assert page.first_focus() is page.plan_button
    assert told(page) == ["The next sample week is due on Monday 22 February 2027."]


def test_off_sense_is_refused_in_clear_words_and_stays_typed(keyed, published):
    page, week_id = keyed
    call, _ = lines(page, week_id)
    for met, seen, words in (
        ("47", "46", "47 of 46 cannot be"),
        ("-1", "46", "There cannot be fewer than none"),
        ("five", "6", "This is not a whole number"),
        ("5", "", "One of the two numbers is missing"),
        ("1", "9" * 25_000, "This is more than 99999"),
    ):
        call.met.setText(met)
        call.seen.setText(seen)
        call.commit()
        assert words in call.error
        assert call.met.text() == met
    assert published.week(week_id).lines[0].met is None
    call.seen.setFocus()
    press(call.seen, Qt.Key.Key_Return)
    assert call.met.hasFocus()
    call.met.clear()
    call.seen.clear()
    call.commit()
    assert call.error == ""


def test_a_half_typed_line_outlives_a_change_elsewhere(keyed, published, bench):
    page, week_id = keyed
    call, email = lines(page, week_id)
    email.met.setText("7")
    done = published.key_in(week_id, {"call": (1, 2)}, None, RUTH)
    bench.changes.announce(done.changes)
    assert (call.met.text(), call.seen.text()) == ("1", "2")
    assert email.met.text() == "7"


def test_leaving_the_page_keeps_what_is_whole(keyed, published):
    page, week_id = keyed
    call, _ = lines(page, week_id)
    call.met.setText("3")
    call.seen.setText("4")
    page.leave()
    assert published.week(week_id).lines[0].seen == 4


def test_a_week_is_removed_and_brought_back(keyed, published, bench):
    page, week_id = keyed
    page.boxes[week_id].remove_button.click()
    assert page.boxes == {}
    assert published.weeks() == ()
    bench.changes.announce(bench.services.undo.undo(RUTH).changes)
    assert list(page.boxes) == [week_id]
    page.presenter.remove(77)


def test_a_week_that_has_begun_takes_numbers(published, opened, bench):
    week = published.plan(FIRST, ("call",), RUTH).card
    page = opened("samples").by_hand("samples")
    assert page.boxes[week.id].lines == {}
    ahead = "The week begins on Monday 30 November 2026; its numbers can be typed from then."
    assert ahead in texts(page)
    bench.clock.set(FIRST)
    page.presenter.open()
    assert list(page.boxes[week.id].lines) == ["call"]
    assert "Being counted" in texts(page)
    assert ahead not in texts(page)


def test_what_is_due_is_said(keyed, published, bench):
    page, week_id = keyed
    days = span_words(OVER, date(2026, 11, 21))
    assert told(page) == [f"The week {days} is over. Key in what was counted."]
    published.key_in(week_id, {"call": (1, 2), "email": (1, 2)}, None, RUTH)
    bench.clock.set(date(2027, 3, 1))
    page.presenter.open()
    assert page.presenter.state.due.kind is ReminderKind.PLAN
    assert told(page) == ["A sample week is due since Monday 22 February 2027."]


def test_the_newest_week_is_printed(keyed, heard):
    page, _ = keyed
    assert page.print_job().title.startswith("Sample week, 16 to 21 November 2026")
    assert page.presenter.print_job(77) is None
    assert len(heard.said) == 1


def test_days_are_said_shortly():
    assert span_words(date(2026, 12, 7), date(2026, 12, 12)) == "7–12 December 2026"
    assert span_words(FIRST, LAST) == "30 November – 5 December 2026"
    assert span_words(date(2026, 12, 28), date(2027, 1, 2)) == "28 December 2026 – 2 January 2027"
    assert span_words(FIRST, FIRST) == "30 November 2026"


@pytest.mark.parametrize(("scheme", "percent"), [("light", 100), ("dark", 200)])
def test_the_page_passes_the_audits(keyed, bench, scheme, percent):
    page, week_id = keyed
    bench.theme.set_scheme(scheme)
    bench.theme.set_percent(percent)
    bench.theme.apply(QApplication.instance())
    lines(page, week_id)[0].met.setText("9")
    lines(page, week_id)[0].commit()
    QApplication.processEvents()
    assert findings(page) == []
